//! Why a connection could not be opened, in words that name the part that failed and what to do.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crate::net::Place;
use crate::net::addresses::Tried;
use crate::net::words::words;

/// Why a connection could not be opened. Nothing was sent over it.
#[derive(Debug, thiserror::Error)]
pub enum DialError {
    /// The name is not known, or no resolver answered.
    #[error("the name {host} cannot be resolved ({error}): check the name and this machine's DNS")]
    Unresolved {
        /// The name.
        host: String,
        /// What the system says.
        error: io::Error,
    },
    /// The resolver is silent.
    #[error("the name {host} was not resolved within {} s: check this machine's DNS", within.as_secs())]
    ResolverSilent {
        /// The name.
        host: String,
        /// After how long.
        within: Duration,
    },
    /// The name has no address.
    #[error("the name {host} has no address: check the name and this machine's DNS")]
    NoAddress {
        /// The name.
        host: String,
    },
    /// No address could be connected.
    #[error("{place} cannot be reached ({}): check the network and the firewall", told(tried, *within))]
    Unreached {
        /// Where to.
        place: Place,
        /// What was wrong with each address.
        tried: Vec<Tried>,
        /// How long they had together.
        within: Duration,
    },
    /// The proxy does not lead there.
    #[error("the proxy {proxy} does not lead to {place}: {error}")]
    Proxy {
        /// The proxy, with the variable that names it, without its password.
        proxy: String,
        /// Where to.
        place: Place,
        /// What it said, or why it was not reached.
        error: Failure,
    },
    /// The certificate is not trusted, or TLS failed otherwise.
    #[error("TLS with {place} failed: {}", words(error))]
    Tls {
        /// Where to.
        place: Place,
        /// Why.
        error: io::Error,
    },
    /// TLS was not answered.
    #[error("{place} does not answer TLS within {} s: is it the right port?", within.as_secs())]
    TlsSilent {
        /// Where to.
        place: Place,
        /// After how long.
        within: Duration,
    },
}

impl DialError {
    /// Whether it is about TLS or a certificate.
    #[must_use]
    pub const fn is_tls(&self) -> bool {
        matches!(self, Self::Tls { .. } | Self::TlsSilent { .. })
    }
}

/// Why a proxy does not lead on.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The proxy itself cannot be reached.
    #[error(transparent)]
    Unreached(Box<DialError>),
    /// It refuses, in its own words.
    #[error("it answers {0}: it may not allow this host or this port")]
    Refused(String),
    /// It wants to know who asks.
    #[error(
        "it asks for a name and a password, or does not accept these: write them as http://name:password@host:port"
    )]
    Login,
    /// What answers is no such proxy.
    #[error("what answers there is no proxy of this kind: check scheme and port")]
    NoProxy,
    /// It is silent.
    #[error("it does not answer within {} s", within.as_secs())]
    Silent {
        /// After how long.
        within: Duration,
    },
    /// The connection to it broke.
    #[error("the connection to it broke ({0})")]
    Broke(#[from] io::Error),
}

/// What was wrong with each address.
fn told(tried: &[Tried], within: Duration) -> String {
    let one = |(address, error): &Tried| {
        let ip = address.ip();
        match error.kind() {
            io::ErrorKind::ConnectionRefused => format!("{ip} refuses the connection"),
            io::ErrorKind::TimedOut => format!("{ip} does not answer within {} s", within.as_secs()),
            io::ErrorKind::NetworkUnreachable => format!("no route to {ip}"),
            io::ErrorKind::HostUnreachable => format!("{ip} is not there"),
            _ => format!("{ip}: {error}"),
        }
    };
    tried.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What is wrong with the settings of connections, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// A proxy's address is none.
    #[error(
        "{variable} must be the address of a proxy, such as http://proxy.example.org:3128 or socks5h://127.0.0.1:1080 \
         (http, https, socks5 and socks5h are understood)"
    )]
    Proxy {
        /// The variable, whose content may hold a password.
        variable: &'static str,
    },
    /// A file of authorities cannot be read.
    #[error("{what} {}: it cannot be read: {error}", path.display())]
    Unreadable {
        /// The setting that names it.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file of authorities holds none.
    #[error("{what} {}: it holds no certificates in PEM", path.display())]
    NoCertificates {
        /// The setting that names it.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
}
