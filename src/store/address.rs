//! Reads `DATABASE_URL` for PostgreSQL as `psql` does: several hosts, `target_session_attrs` and IPv6 addresses, which
//! sqlx's own parser does not know. Each host becomes an address that sqlx understands.

use std::str::FromStr as _;

use sqlx::postgres::PgConnectOptions;
use url::form_urlencoded;

use crate::store::Store;
use crate::store::dial::CA_FILE;

/// The servers that an address names, in the order in which they are tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Servers {
    pub(super) all: Vec<Server>,
    /// Whether a server that only reads is passed over.
    pub(super) which: Which,
}

/// One server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Server {
    /// Its address for sqlx: may contain a password.
    pub(super) url: String,
    /// Host and port, for messages.
    pub(super) name: String,
}

/// Which servers are connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The first that answers.
    Any,
    /// The first that answers and accepts writes.
    Writable,
}

/// Parameters of `psql` that have no meaning here: cmad has limits of its own.
const IGNORED: &[&str] = &[
    "connect_timeout",
    "keepalives",
    "keepalives_idle",
    "keepalives_interval",
    "keepalives_count",
    "tcp_user_timeout",
    "load_balance_hosts",
];

/// Parameters that sqlx or the way to the server (`store::dial`) knows.
const KNOWN: &[&str] = &[
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
    CA_FILE,
];

const PORT: u16 = 5432;

const UNREADABLE: &str = "it cannot be read: look at what follows the question mark, such as sslmode=require, and at @, :, /, ? and # \
                          in a name or password, which are written as %40, %3A, %2F, %3F and %23";
const UNWRITTEN: &str = "what follows a colon is no port; @, :, /, ? and # in a name or password are written as %40, %3A, %2F, \
                         %3F and %23";

/// Reads an address that begins with `postgres:` or `postgresql:`. The error says what is wrong with it, without its
/// password.
pub(super) fn servers(url: &str) -> Result<Servers, String> {
    let (scheme, rest) = url.split_once("://").ok_or("it must begin with postgres://")?;
    let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if !authority.contains('@') && authority.contains(':') && rest.contains('@') {
        return Err(UNWRITTEN.to_owned());
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (user, hosts) = authority.rsplit_once('@').map_or(("", authority), |(user, hosts)| (user, hosts));
    let mut places = hosts.split(',').map(place).collect::<Result<Vec<_>, _>>()?;
    let (mut wanted, mut ports, mut kept) = (None, Vec::new(), Vec::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()).into_owned() {
        match name.as_str() {
            "host" | "hostaddr" => {
                places = value.split(',').map(|host| (bare(host).to_owned(), None)).collect();
            }
            "port" => ports = value.split(',').map(port).collect::<Result<Vec<_>, _>>()?,
            "target_session_attrs" => wanted = Some(value),
            ignored if IGNORED.contains(&ignored) => {}
            known if KNOWN.contains(&known) || known.starts_with("options[") => kept.push((name, value)),
            // Not left to sqlx, which would log the value: it may be a password under a mistyped name.
            _ => tracing::warn!(name, "a parameter of DATABASE_URL is not known, and is passed over"),
        }
    }
    let which = match wanted.as_deref() {
        // Of several servers only one can be the primary.
        None | Some("any") if places.len() == 1 => Which::Any,
        None | Some("any" | "read-write" | "primary") => Which::Writable,
        Some(other) => {
            return Err(format!("target_session_attrs={other}: cmad writes, so it needs read-write (or any)"));
        }
    };
    if !kept.iter().any(|(name, _)| name == "application_name") {
        kept.push(("application_name".to_owned(), "cmad".to_owned()));
    }
    let all = places.into_iter().enumerate().map(|(number, (host, own))| {
        let port = own.or_else(|| ports.get(number).or(ports.first()).copied()).unwrap_or(PORT);
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&kept).append_pair("port", &port.to_string());
        // Without a host sqlx looks for a socket, as psql does.
        let authority = if host.is_empty() { "" } else { "localhost" };
        if !host.is_empty() {
            // Not in the authority: there sqlx takes the brackets of an IPv6 address for a part of its name.
            query.append_pair("host", &host);
        }
        let at = if user.is_empty() { String::new() } else { format!("{user}@") };
        // A user needs a host after it.
        let authority = if at.is_empty() { authority } else { "localhost" };
        let name = match host.as_str() {
            "" => format!("the local socket, port {port}"),
            host if host.contains(':') => format!("[{host}]:{port}"),
            host => format!("{host}:{port}"),
        };
        Server { url: format!("{scheme}://{at}{authority}{path}?{}", query.finish()), name }
    });
    let all: Vec<Server> = all.collect();
    // What sqlx says of it may repeat a part of a password. (Of a file of authorities it knows nothing.)
    let known_to_sqlx = |url: &str| url.split(&format!("{CA_FILE}=")).next().unwrap_or_default().to_owned();
    if all.iter().any(|server| PgConnectOptions::from_str(&known_to_sqlx(&server.url)).is_err()) {
        return Err(UNREADABLE.to_owned());
    }
    Ok(Servers { all, which })
}

impl Servers {
    /// The servers for a message, without anything secret.
    pub(super) fn names(&self) -> String {
        self.all.iter().map(|server| server.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Host and port, as they stand in an authority.
fn place(text: &str) -> Result<(String, Option<u16>), String> {
    let after_brackets = text.rfind(']').map_or(0, |end| end + 1);
    match text[after_brackets..].rfind(':') {
        Some(colon) => {
            let colon = after_brackets + colon;
            Ok((bare(&text[..colon]).to_owned(), Some(port(&text[colon + 1..])?)))
        }
        None => Ok((decoded(bare(text)), None)),
    }
}

/// A host without the brackets of an IPv6 address.
fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

/// A socket's folder may stand percent-encoded in place of the host.
fn decoded(host: &str) -> String {
    // A plus stays one: only in a query it means a space.
    let host = host.replace('+', "%2B");
    form_urlencoded::parse(host.as_bytes()).next().map_or(host.clone(), |(name, _)| name.into_owned())
}

fn port(text: &str) -> Result<u16, String> {
    if text.is_empty() {
        return Ok(PORT);
    }
    // Anything but digits may be part of a password.
    let is_number = text.len() < 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().map_err(|_| if is_number { format!("`{text}` is no port") } else { UNWRITTEN.to_owned() })
}

impl Store {
    /// The address of a database whose server may be certified by an authority in this file (PEM), too. Of use to
    /// PostgreSQL alone; other addresses stay as they are.
    #[must_use]
    pub fn trusting(url: &str, ca_file: &str) -> String {
        if ca_file.is_empty() || !url.starts_with("postgres") {
            return url.to_owned();
        }
        let pair = form_urlencoded::Serializer::new(String::new()).append_pair(CA_FILE, ca_file).finish();
        format!("{url}{}{pair}", if url.contains('?') { '&' } else { '?' })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_understood_as_by_psql() {
        let check = |url: &str, names: &str, which: Which| {
            let servers = servers(url).unwrap();
            assert_eq!((servers.names().as_str(), servers.which), (names, which), "{url}");
            let read = |server: &Server| PgConnectOptions::from_str(&server.url).unwrap();
            let all: Vec<_> = servers.all.iter().map(read).collect();
            for options in &all {
                assert_eq!(options.get_application_name(), Some("cmad"), "{url}");
                assert!(!options.get_host().contains('['), "{url}");
            }
            all
        };
        let one = check("postgres://cmad:p%40ss@db.example/bot", "db.example:5432", Which::Any);
        assert_eq!((one[0].get_username(), one[0].get_database()), ("cmad", Some("bot")));
        assert_eq!((one[0].get_host(), one[0].get_port()), ("db.example", 5432));
        let two = check(
            "postgresql://cmad@a.example:5433,b.example/bot?target_session_attrs=read-write&sslmode=require",
            "a.example:5433, b.example:5432",
            Which::Writable,
        );
        assert_eq!((two[1].get_host(), two[1].get_port(), two[1].get_database()), ("b.example", 5432, Some("bot")));
        check("postgres://a,b/bot", "a:5432, b:5432", Which::Writable);
        let six = check("postgres://cmad@[::1]:5433/bot", "[::1]:5433", Which::Any);
        assert_eq!((six[0].get_host(), six[0].get_port()), ("::1", 5433));
        check("postgres://[2001:db8::1],[2001:db8::2]:6/bot", "[2001:db8::1]:5432, [2001:db8::2]:6", Which::Writable);
        check("postgres://cmad@/bot?host=a,b&port=1,2", "a:1, b:2", Which::Writable);
        let socket = check("postgres://cmad@localhost/bot?host=/run/pg&connect_timeout=3", "/run/pg:5432", Which::Any);
        assert_eq!(socket[0].get_socket().unwrap().to_str(), Some("/run/pg"));
        let socket = check("postgres://cmad@%2Frun%2Fpg/bot", "/run/pg:5432", Which::Any);
        assert_eq!(socket[0].get_socket().unwrap().to_str(), Some("/run/pg"));
        let none = check("postgres:///bot", "the local socket, port 5432", Which::Any);
        assert_eq!(none[0].get_database(), Some("bot"));
        let named = servers("postgres://a/bot?application_name=mine").unwrap();
        assert!(named.all[0].url.contains("mine") && !named.all[0].url.contains("cmad"), "{named:?}");
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        let check = |url: &str, says: &str| {
            let error = servers(url).unwrap_err();
            assert!(error.contains(says) && !error.contains("s3cret"), "{error}");
        };
        check("postgres://cmad:s3cret@a:70000/bot", "`70000` is no port");
        check("postgres://cmad:s3cret@a/bot?target_session_attrs=standby", "cmad writes");
        check("postgres:cmad:s3cret@a/bot", "postgres://");
        check("postgres://cmad:s3cret/x@a/bot", "%2F");
        check("postgres://cmad:s3cret?x@a/bot", "%3F");
        check("postgres://cmad@a:s3cret/bot", "no port");
        check("postgres://cmad:s3cret@a/bot?sslmode=s3cret", "sslmode=require");
        let error = servers("postgres://cmad:12345/x@a/bot").unwrap_err();
        assert!(error.contains("%2F") && !error.contains("12345"), "{error}");
    }
}
