//! The way to a PostgreSQL server. sqlx opens its connections by itself and leaves no room for what a pooler, a company's
//! certificate or a dead network needs. So it is given an address on this machine, and what it says there goes on to the
//! server: over TLS that is checked as `psql` does it ([`tls`]), with keepalives, and with a first message that
//! poolers accept ([`startup`]).
//!
//! Only this process can use that address: the first message has to name a secret that sqlx was given.

mod startup;
mod stream;
mod tls;

use std::io;
use std::path::PathBuf;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::timeout;
use url::Url;

use crate::net::{self, Dialer, Security};
use crate::ports::Entropy as _;
use crate::ports::clock::System;
use startup::Startup;

pub(super) use startup::NO_CONNECTION;
use stream::Stream;
use tls::Tls;

/// How long a server may take to accept a connection on a socket.
const CONNECT: Duration = Duration::from_secs(5);
/// How long it may take for TLS.
const TLS: Duration = Duration::from_secs(5);
/// How long sqlx may take for its first message, and a server to take the last one.
const MOMENT: Duration = Duration::from_secs(2);
/// How long to wait when this machine has no room for another connection.
const AGAIN: Duration = Duration::from_millis(200);
/// The parameter that names a file of authorities that are trusted besides the built-in ones. `psql` does not know it.
pub(crate) const CA_FILE: &str = "ca_file";

/// Parameters of an address that are about the way, and those that sqlx does not know.
const ABOUT_THE_WAY: &[&str] = &[
    "host",
    "hostaddr",
    "port",
    "user",
    "password",
    "dbname",
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    CA_FILE,
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "application_name",
];

/// The way to one server. It is open until it is dropped.
pub(super) struct Way {
    url: String,
    serving: AbortHandle,
}

impl Drop for Way {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl std::fmt::Debug for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Its address has a password.
        f.debug_struct("Way").finish_non_exhaustive()
    }
}

impl Way {
    /// Opens the way to the server of this address. That the server is not there shows when a connection is made.
    ///
    /// # Errors
    /// The address or a file that it names cannot be read.
    pub(super) async fn to(url: &str) -> sqlx::Result<Self> {
        let parsed = Url::parse(url).map_err(|error| sqlx::Error::Configuration(error.into()))?;
        let asked = PgConnectOptions::from_str(url)?;
        let server = Server::of(&asked, &parsed)?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let mut bytes = [0; 16];
        System.fill(&mut bytes);
        let secret = format!("cmad-{}", hex::encode(bytes));
        let url = here(&asked, &parsed, listener.local_addr()?.port(), &secret)?;
        let serving = tokio::spawn(serve(listener, Arc::new(server), secret));
        Ok(Self { url, serving: serving.abort_handle() })
    }

    /// The address for sqlx.
    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

/// What sqlx is told: whom to log in as, and the way's own end in place of the server.
fn here(asked: &PgConnectOptions, given: &Url, port: u16, secret: &str) -> sqlx::Result<String> {
    let wrong = || sqlx::Error::Configuration("the address cannot be read".into());
    let mut url = Url::parse(&format!("postgres://localhost:{port}")).map_err(|_| wrong())?;
    url.set_host(Some("127.0.0.1")).map_err(|_| wrong())?;
    url.set_username(asked.get_username()).map_err(|()| wrong())?;
    // Also one from PGPASSWORD or a password file, which is looked up there by the server's name. Not with the user's
    // own name and host: sqlx does not escape them.
    let with_password = asked.clone().username("cmad").host("localhost").to_url_lossy();
    if let Some(password) = with_password.password() {
        // It is escaped already.
        let text = url.as_str().replacen('@', &format!(":{password}@"), 1);
        url = Url::parse(&text).map_err(|_| wrong())?;
    }
    url.set_path(asked.get_database().unwrap_or(asked.get_username()));
    let kept = given.query_pairs().filter(|(name, _)| !ABOUT_THE_WAY.contains(&&**name));
    url.query_pairs_mut().extend_pairs(kept).append_pair("sslmode", "disable").append_pair("application_name", secret);
    Ok(url.into())
}

/// A server and how it is spoken to.
struct Server {
    place: Place,
    tls: Option<Tls>,
    application: String,
}

enum Place {
    Tcp(String, u16),
    Socket(PathBuf),
}

impl Server {
    fn of(asked: &PgConnectOptions, url: &Url) -> sqlx::Result<Self> {
        let port = asked.get_port();
        let host = asked.get_host().trim_start_matches('[').trim_end_matches(']').to_owned();
        let folder = asked.get_socket().cloned().or_else(|| host.starts_with('/').then(|| PathBuf::from(&host)));
        let place = match folder {
            Some(folder) => Place::Socket(folder.join(format!(".s.PGSQL.{port}"))),
            None => Place::Tcp(host, port),
        };
        // On this machine's socket there is nothing to encrypt, as for psql.
        let tls = match &place {
            Place::Tcp(host, _) if !matches!(asked.get_ssl_mode(), PgSslMode::Disable | PgSslMode::Allow) => {
                Some(Tls::of(asked.get_ssl_mode(), host, url)?)
            }
            _ => None,
        };
        let application = asked.get_application_name().unwrap_or("cmad").to_owned();
        Ok(Self { place, tls, application })
    }

    /// A connection to it, ready for the first message.
    async fn dial(&self) -> Result<Box<dyn Stream>, String> {
        match &self.place {
            #[cfg(unix)]
            Place::Socket(path) => {
                let connecting = timeout(CONNECT, tokio::net::UnixStream::connect(path)).await;
                let stream = connecting.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
                Ok(Box::new(stream.map_err(|error| format!("{}: {error}", path.display()))?))
            }
            #[cfg(not(unix))]
            Place::Socket(path) => Err(format!("{} is no address on this system", path.display())),
            Place::Tcp(host, port) => {
                let place = net::Place::new(host, *port);
                // No proxy leads to a database, and TLS is checked in another way than Discord's.
                let connected = Dialer::direct().connect(&place, Security::Plain).await;
                let stream = connected.map_err(|error| error.to_string())?;
                let Some(tls) = &self.tls else { return Ok(Box::new(stream)) };
                let begun = timeout(TLS, tls.begin(stream)).await;
                begun.unwrap_or_else(|_| Err(format!("it did not begin TLS within {} s", TLS.as_secs())))
            }
        }
    }
}

/// Takes connections until it is aborted; those that are open then go on.
async fn serve(listener: TcpListener, server: Arc<Server>, secret: String) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let (server, secret) = (Arc::clone(&server), secret.clone());
                tokio::spawn(async move { lead(stream, &server, &secret).await });
            }
            // Too many open files, for instance. sqlx tries again.
            Err(error) => {
                tracing::warn!(%error, "no connection to the database can be taken");
                tokio::time::sleep(AGAIN).await;
            }
        }
    }
}

/// Leads one connection of sqlx to the server, until one of the two ends it.
async fn lead(mut ours: TcpStream, server: &Server, secret: &str) {
    let Ok(Ok(mut first)) = timeout(MOMENT, Startup::read(&mut ours)).await else { return };
    if first.get("application_name") != Some(secret) {
        tracing::warn!("another program tried to use the way to the database, and was refused");
        return;
    }
    first.set("application_name", &server.application);
    // A default of sqlx's, and poolers refuse parameters that they do not know. cmad stores no such numbers.
    first.remove("extra_float_digits");
    let _no_delay = ours.set_nodelay(true);
    let mut theirs = match server.dial().await {
        Ok(theirs) => theirs,
        Err(why) => {
            let _told_or_gone = ours.write_all(&startup::refusal(&why)).await;
            return;
        }
    };
    if theirs.write_all(&first.bytes()).await.and(theirs.flush().await).is_err() {
        return;
    }
    let (mut from_us, mut to_us) = ours.split();
    let (mut from_them, mut to_them) = tokio::io::split(theirs);
    tokio::select! {
        _ = tokio::io::copy(&mut from_us, &mut to_them) => {
            // What sqlx said last, which is that it is leaving.
            let _sent_or_gone = timeout(MOMENT, to_them.shutdown()).await;
        }
        _ = tokio::io::copy(&mut from_them, &mut to_us) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlx_logs_in_as_the_address_says_and_connects_here() {
        let check = |given: &str, user: &str, password: Option<&str>, database: &str| {
            let asked = PgConnectOptions::from_str(given).unwrap();
            let url = here(&asked, &Url::parse(given).unwrap(), 4321, "s3cret").unwrap();
            let read = PgConnectOptions::from_str(&url).unwrap();
            assert_eq!((read.get_host(), read.get_port()), ("127.0.0.1", 4321), "{url}");
            assert_eq!((read.get_username(), read.get_database()), (user, Some(database)), "{url}");
            assert_eq!(read.get_application_name(), Some("s3cret"), "{url}");
            let has = read.username("x").to_url_lossy().password().map(str::to_owned);
            assert_eq!(has.as_deref(), password, "{url}");
        };
        check("postgres://cmad@db.example/bot", "cmad", None, "bot");
        check("postgres://cmad:a%40%2Fb%3A@db.example:6/bot", "cmad", Some("a%40%2Fb%3A"), "bot");
        check("postgres://me%40server:x@db.example/my%20bot?sslmode=verify-full", "me@server", Some("x"), "my bot");
        check("postgres://cmad@localhost/bot?host=/run/pg&options=-c%20geqo%3Doff", "cmad", None, "bot");
        check("postgres://u@db.example/?dbname=other&user=cmad", "cmad", None, "other");
    }
}
