//! Mail over SMTP, in two halves with a time limit each: until the server accepts DATA, and until it has answered for the
//! mail.
//!
//! If the first half fails, nothing was sent. In the second half only a refusal by the server says so; without an answer
//! it is not known whether the mail was sent. That is why lettre's connection is driven step by step here: its transports
//! do not distinguish the halves, and their own timeout does not stop a silent server. The connection itself is our
//! `Dialer`'s, so that a proxy and private authorities hold for mail, too.

use std::time::Duration;

use async_trait::async_trait;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret as _;
use tokio::time::timeout;

use crate::mail::letter;
use crate::mail::settings::{SettingsError, Smtp, Tls};
use crate::mail::start_tls::{self, NoTls};
use crate::net::{self, DialError, Dialer, Place, Security, Stream};
use crate::ports::{Letter, Mail, MailError, Mailer};
use domain::mail::Address;

/// How long QUIT may take: the mail is sent by then.
const QUIT_TIMEOUT: Duration = Duration::from_secs(1);

/// Sends mail to a server.
pub(super) struct SmtpMailer {
    server: Smtp,
    dialer: Dialer,
}

/// Why mail does not work, and what to do. Nothing was sent to find out.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// No connection is possible, or its certificate is not trusted.
    #[error("{error}{}", hint(error))]
    Unreached {
        /// Why.
        error: DialError,
    },
    /// The connection broke.
    #[error(
        "{host}:{port} breaks the connection off ({why}): check the port (smtps:// speaks TLS at once, smtp:// does not)"
    )]
    Broke {
        /// The server.
        host: String,
        /// Its port.
        port: u16,
        /// Why.
        why: String,
    },
    /// What answers there is no mail server.
    #[error(
        "{host}:{port} does not answer like a mail server: check the port (smtps:// speaks TLS at once, smtp:// does not)"
    )]
    NoMailServer {
        /// The server.
        host: String,
        /// Its port.
        port: u16,
    },
    /// The server is silent.
    #[error("{host}:{port} does not answer within {} s: check the port (smtps:// speaks TLS at once, smtp:// does not)", after.as_secs())]
    Silent {
        /// The server.
        host: String,
        /// Its port.
        port: u16,
        /// After how long.
        after: Duration,
    },
    /// It offers no TLS.
    #[error(
        "{host} offers no STARTTLS, and without TLS nothing is sent: use smtps://, or ?tls=none for a server on the same machine"
    )]
    NoStartTls {
        /// The server.
        host: String,
    },
    /// It does not accept the login.
    #[error("{host} refuses the login{}: check name and password in SMTP_URL", code.map(|code| format!(" (code {code})")).unwrap_or_default())]
    Login {
        /// The server.
        host: String,
        /// Its code.
        code: Option<u16>,
    },
    /// It refuses before any request.
    #[error("{host} refuses the connection (code {code})")]
    Refused {
        /// The server.
        host: String,
        /// Its code.
        code: u16,
    },
}

/// What to do about a server that is not reached, beside what the error says.
const fn hint(error: &DialError) -> &'static str {
    match error {
        DialError::Tls { .. } | DialError::TlsSilent { .. } => {
            "; the name in SMTP_URL must be the certificate's, smtps:// speaks TLS at once (smtp:// does not), and \
             mail.ca_file names a certificate of your own"
        }
        DialError::Proxy { .. } => {
            "; many proxies allow no port of mail: allow it there, or name the mail server in NO_PROXY"
        }
        _ => "; the server and its port stand in SMTP_URL",
    }
}

/// Connects, sets up TLS, logs in and disconnects: everything but sending a mail.
///
/// # Errors
/// What stands in the way.
pub async fn probe(server: &Smtp, dialer: &Dialer) -> Result<(), ProbeError> {
    let mailer = SmtpMailer::new(server.clone(), dialer)?;
    match timeout(server.timeout, mailer.connect()).await {
        Ok(Ok(mut connection)) => {
            // The answer to QUIT does not matter: everything was checked before.
            let _ignored = timeout(QUIT_TIMEOUT, connection.quit()).await;
            Ok(())
        }
        Ok(Err(failed)) => Err(failed.explained(server)),
        Err(_) => Err(ProbeError::Silent { host: server.host.clone(), port: server.port, after: server.timeout }),
    }
}

/// How far a connection came before it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Greeting,
    Login,
    Offer,
}

/// Why nothing was sent.
enum Failed {
    /// There is no connection.
    Unreached(DialError),
    /// There was one, on which TLS did not begin.
    WithoutTls(NoTls),
    /// There was one.
    At { step: Step, error: Error },
}

impl Failed {
    const fn at(step: Step) -> impl Fn(Error) -> Self {
        move |error| Self::At { step, error }
    }

    fn code(&self) -> Option<u16> {
        match self {
            Self::WithoutTls(NoTls::Refused(code)) => Some(*code),
            Self::Unreached(_) | Self::WithoutTls(_) => None,
            Self::At { error, .. } => error.status().map(u16::from),
        }
    }

    /// As the operator reads it. The server's own words are left out: an address may stand in them.
    fn explained(self, server: &Smtp) -> ProbeError {
        let (host, port, code) = (server.host.clone(), server.port, self.code());
        let (step, error) = match self {
            Self::Unreached(error) | Self::WithoutTls(NoTls::Handshake(error)) => {
                return ProbeError::Unreached { error };
            }
            Self::WithoutTls(NoTls::Refused(code)) => return ProbeError::Refused { host, code },
            Self::WithoutTls(NoTls::NotOffered) => return ProbeError::NoStartTls { host },
            Self::WithoutTls(NoTls::NoMailServer) => return ProbeError::NoMailServer { host, port },
            Self::WithoutTls(NoTls::Broke(error)) => {
                return ProbeError::Broke { host, port, why: net::tls_words(&error) };
            }
            Self::At { step, error } => (step, error),
        };
        let why = reason(&error);
        match (step, code) {
            (Step::Login, code) => ProbeError::Login { host, code },
            (_, Some(code)) => ProbeError::Refused { host, code },
            (_, None) if error.is_response() => ProbeError::NoMailServer { host, port },
            (_, None) => ProbeError::Broke { host, port, why },
        }
    }

    /// The error of a mail that failed in the first half: it was not sent.
    fn of_mail(&self) -> MailError {
        match self.code() {
            Some(code @ 400..=499) => MailError::Later { code },
            Some(code) => MailError::Refused { code },
            None => MailError::NotSent,
        }
    }

    /// Logs a failure that is none of the mail.
    fn log(&self) {
        match self {
            Self::Unreached(error) | Self::WithoutTls(NoTls::Handshake(error)) => {
                tracing::warn!(%error, "the mail server cannot be reached");
            }
            Self::WithoutTls(_) => tracing::warn!("the mail server begins no TLS; `cmad check` says more"),
            Self::At { step, error } => {
                tracing::warn!(?step, why = reason(error), "the mail server cannot be used; `cmad check` says more");
            }
        }
    }
}

/// Why a connection failed, in the words of the system or TLS, never the server's.
fn reason(error: &Error) -> String {
    use std::error::Error as _;
    // These errors quote the server.
    if error.is_response() || error.status().is_some() {
        return String::new();
    }
    let mut innermost: Option<&(dyn std::error::Error + 'static)> = error.source();
    while let Some(source) = innermost {
        if let Some(error) = source.downcast_ref::<std::io::Error>() {
            return net::tls_words(error);
        }
        match source.source() {
            None => return source.to_string(),
            next => innermost = next,
        }
    }
    error.to_string()
}

impl AsyncTokioStream for Stream {
    fn peer_addr(&self) -> std::io::Result<std::net::SocketAddr> {
        Ok(self.peer())
    }
}

impl SmtpMailer {
    pub(super) fn new(server: Smtp, dialer: &Dialer) -> Result<Self, SettingsError> {
        let dialer = match &server.ca_file {
            Some(file) => dialer.trusting(file)?,
            None => dialer.clone(),
        };
        Ok(Self { server, dialer })
    }

    fn hello(&self) -> ClientId {
        ClientId::Domain(self.server.from.address.domain().to_owned())
    }

    /// A connection with TLS, logged in.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Failed> {
        let place = Place::new(&self.server.host, self.server.port);
        let security = if self.server.tls == Tls::Immediate { Security::Tls } else { Security::Mail };
        let mut stream = self.dialer.connect(&place, security).await.map_err(Failed::Unreached)?;
        if self.server.tls == Tls::StartTls {
            let began = start_tls::begin(stream, &place, &self.hello(), &self.dialer).await;
            stream = began.map_err(Failed::WithoutTls)?;
        }
        let mut connection = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &self.hello())
            .await
            .map_err(Failed::at(Step::Greeting))?;
        if let Some(login) = &self.server.login {
            let login = Credentials::new(login.name.clone(), login.password.expose_secret().to_owned());
            connection.auth(DEFAULT_MECHANISMS, &login).await.map_err(Failed::at(Step::Login))?;
        }
        Ok(connection)
    }

    /// The first half, up to the answer to DATA.
    async fn offer(&self, envelope: &Envelope) -> Result<AsyncSmtpConnection, Failed> {
        let at = Failed::at(Step::Offer);
        let mut connection = self.connect().await?;
        connection.command(MailFrom::new(envelope.from().cloned(), Vec::new())).await.map_err(&at)?;
        for to in envelope.to() {
            connection.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(&at)?;
        }
        connection.command(Data).await.map_err(&at)?;
        Ok(connection)
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    fn is_on(&self) -> bool {
        true
    }

    fn comes_from(&self) -> Option<&Address> {
        Some(&self.server.from.address)
    }

    fn write(&self, mail: &Mail) -> Result<Letter, MailError> {
        letter::compose(mail, &self.server.from)
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let bytes = self.write(mail)?.bytes;
        let envelope = letter::envelope(mail, &self.server.from.address)?;
        let mut connection = match timeout(self.server.timeout, self.offer(&envelope)).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(failed)) => {
                if failed.code().is_none() {
                    failed.log();
                }
                return Err(failed.of_mail());
            }
            Err(_) => {
                tracing::warn!("the mail server is silent");
                return Err(MailError::NotSent);
            }
        };
        let answer = timeout(self.server.timeout, connection.message(&bytes)).await;
        let code = |error: &Error| error.status().map(u16::from);
        match answer {
            Ok(Ok(_)) => {
                let _ignored = timeout(QUIT_TIMEOUT, connection.quit()).await;
                Ok(())
            }
            Ok(Err(error)) => Err(match code(&error) {
                Some(code @ 400..=499) => MailError::Later { code },
                Some(code) => MailError::Refused { code },
                None => MailError::Lost,
            }),
            Err(_) => Err(MailError::Lost),
        }
    }
}
