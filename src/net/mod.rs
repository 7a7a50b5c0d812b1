//! Every connection that the bot opens: to Discord's REST API and its gateway, and to a mail server. One [`Dialer`] makes
//! them all, so that a proxy, a private authority or a dead address means the same for each of them.
//!
//! A name is resolved, its addresses are raced (`addresses`), a proxy of the environment is asked to go on from there
//! (`proxy`), and TLS checks the certificate against the trusted authorities (`tls`). Each part has a limit of its own, and
//! each failure says in words which part it was (`error`).

mod addresses;
mod error;
pub mod http;
mod proxy;
mod stream;
mod tls;
mod words;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::net::lookup_host;
use tokio::time::timeout;

use crate::config::{Config, Env};
use addresses::race;
use proxy::{Proxies, Proxy};
use tls::Trust;

pub use error::{DialError, Failure, SetupError};
pub use stream::Stream;
pub use words::words as tls_words;

/// How the bot names itself wherever HTTP is spoken
/// (<https://discord.com/developers/docs/reference#user-agent>).
pub const USER_AGENT: &str = concat!("DiscordBot (https://discord.com, ", env!("CARGO_PKG_VERSION"), ") cmad");

/// How long a name may take. The system's resolver asks its second server after 5 s.
const RESOLVE: Duration = Duration::from_secs(10);
/// How long all addresses of a name together may take until one is connected.
const CONNECT: Duration = Duration::from_secs(5);
/// How long a proxy may take until it is reached and has led on: it resolves and connects by itself.
const PROXY: Duration = Duration::from_secs(15);
/// How long the TLS handshake may take.
const TLS: Duration = Duration::from_secs(5);

/// Where a connection leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A name or an address (an IPv6 address without brackets).
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Place {
    /// A host, with or without the brackets of an IPv6 address, and a port.
    #[must_use]
    pub fn new(host: &str, port: u16) -> Self {
        Self { host: host.trim_start_matches('[').trim_end_matches(']').to_owned(), port }
    }

    /// Whether it is this machine, to which no proxy leads.
    fn is_here(&self) -> bool {
        match self.host.parse::<IpAddr>() {
            Ok(ip) => ip.is_loopback(),
            Err(_) => self.host.eq_ignore_ascii_case("localhost"),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

/// Whether the connection is encrypted from its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS, with a certificate for the place's host.
    Tls,
    /// Plain bytes to a mail server, with which TLS may begin later.
    Mail,
    /// Plain bytes.
    Plain,
}

/// Finds the addresses of a name: the system, or what a test says.
#[async_trait]
pub trait Resolve: Send + Sync {
    /// The addresses, the preferred one first.
    async fn addresses(&self, place: &Place) -> io::Result<Vec<SocketAddr>>;
}

/// The system's resolver.
struct System;

#[async_trait]
impl Resolve for System {
    async fn addresses(&self, place: &Place) -> io::Result<Vec<SocketAddr>> {
        Ok(lookup_host((place.host.as_str(), place.port)).await?.collect())
    }
}

/// Opens connections. A clone shares everything.
#[derive(Clone)]
pub struct Dialer {
    proxies: Arc<Proxies>,
    trust: Arc<Trust>,
    resolver: Arc<dyn Resolve>,
}

impl Dialer {
    /// As the environment (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`, `SSL_CERT_FILE`, `SSL_CERT_DIR`) and `[tls]` say.
    ///
    /// # Errors
    /// A proxy's address is none, or a file of authorities cannot be read.
    pub fn new(env: &Env, config: &Config) -> Result<Self, SetupError> {
        let file = Some(config.tls.ca_file.as_str()).filter(|file| !file.is_empty()).map(Path::new);
        let trust = Trust::new(env, file)?;
        Ok(Self { proxies: Arc::new(Proxies::new(env)?), trust: Arc::new(trust), resolver: Arc::new(System) })
    }

    /// Without a proxy, trusting the built-in authorities alone: for a rehearsal and for tests.
    #[must_use]
    pub fn direct() -> Self {
        Self { proxies: Arc::default(), trust: Arc::new(Trust::built_in()), resolver: Arc::new(System) }
    }

    /// The same, trusting the authorities in this file (PEM), too.
    ///
    /// # Errors
    /// It cannot be read, or holds no certificate.
    pub fn trusting(&self, file: &Path) -> Result<Self, SetupError> {
        Ok(Self { trust: Arc::new(self.trust.with_file(file)?), ..self.clone() })
    }

    /// The same, with names resolved in another way.
    #[must_use]
    pub fn resolving(&self, resolver: Arc<dyn Resolve>) -> Self {
        Self { resolver, ..self.clone() }
    }

    /// What is worth knowing about the authorities, for instance that a file of the environment cannot be read.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        self.trust.notes()
    }

    /// The proxy that leads to a place, as it may be shown; `None` without one.
    #[must_use]
    pub fn proxy_to(&self, place: &Place, security: Security) -> Option<String> {
        self.proxies.to(place, security).map(|proxy| proxy.to_string())
    }

    /// Opens a connection: within 5 s from a resolved name, or 15 s where a proxy leads there, and 5 s for TLS.
    ///
    /// # Errors
    /// Which part failed, and why.
    pub async fn connect(&self, place: &Place, security: Security) -> Result<Stream, DialError> {
        let stream = match self.proxies.to(place, security) {
            Some(proxy) => self.through(proxy, place).await?,
            None => self.reach(place).await?,
        };
        match security {
            Security::Plain | Security::Mail => Ok(stream),
            Security::Tls => self.encrypt(stream, place).await,
        }
    }

    /// A TCP connection to the fastest address of a place.
    async fn reach(&self, place: &Place) -> Result<Stream, DialError> {
        let addresses = self.resolve(place).await?;
        let connected = race(addresses, CONNECT).await;
        connected.map(Stream::of).map_err(|tried| DialError::Unreached { place: place.clone(), tried, within: CONNECT })
    }

    async fn resolve(&self, place: &Place) -> Result<Vec<SocketAddr>, DialError> {
        if let Ok(ip) = place.host.parse::<IpAddr>() {
            return Ok(vec![SocketAddr::new(ip, place.port)]);
        }
        let host = || place.host.clone();
        match timeout(RESOLVE, self.resolver.addresses(place)).await {
            Ok(Ok(found)) if found.is_empty() => Err(DialError::NoAddress { host: host() }),
            Ok(Ok(found)) => Ok(found),
            Ok(Err(error)) => Err(DialError::Unresolved { host: host(), error }),
            Err(_) => Err(DialError::ResolverSilent { host: host(), within: RESOLVE }),
        }
    }

    /// A connection that a proxy makes: to the place, or to its addresses one after another where the proxy wants them.
    async fn through(&self, proxy: &Proxy, place: &Place) -> Result<Stream, DialError> {
        let mut last = Failure::Silent { within: PROXY };
        let targets = if proxy.wants_addresses() {
            self.resolve(place).await?.iter().map(|address| Place::new(&address.ip().to_string(), place.port)).collect()
        } else {
            vec![place.clone()]
        };
        let trying = async {
            for target in &targets {
                match self.led(proxy, target).await {
                    Ok(stream) => return Some(stream),
                    Err(failure) => last = failure,
                }
            }
            None
        };
        match timeout(PROXY, trying).await {
            Ok(Some(stream)) => Ok(stream),
            Ok(None) | Err(_) => Err(DialError::Proxy { proxy: proxy.to_string(), place: place.clone(), error: last }),
        }
    }

    /// A connection to the proxy that it leads on to one place.
    async fn led(&self, proxy: &Proxy, place: &Place) -> Result<Stream, Failure> {
        let unreached = |error: DialError| Failure::Unreached(error.into());
        let mut stream = self.reach(proxy.place()).await.map_err(unreached)?;
        if proxy.is_encrypted() {
            stream = self.encrypt(stream, proxy.place()).await.map_err(unreached)?;
        }
        proxy.lead(&mut stream, place).await?;
        Ok(stream)
    }

    /// Begins TLS on an open connection, with a certificate for the place's host.
    ///
    /// # Errors
    /// The certificate is not trusted, or TLS failed otherwise.
    pub async fn encrypt(&self, stream: Stream, place: &Place) -> Result<Stream, DialError> {
        match timeout(TLS, self.trust.handshake(stream, &place.host)).await {
            Ok(Ok(stream)) => Ok(stream),
            Ok(Err(error)) => Err(DialError::Tls { place: place.clone(), error }),
            Err(_) => Err(DialError::TlsSilent { place: place.clone(), within: TLS }),
        }
    }
}
