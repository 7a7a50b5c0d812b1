//! Mail over SMTP, in two halves with a time limit each: until the server accepts DATA, and until it has answered for the
//! mail.
//!
//! If the first half fails, nothing was sent. In the second half only a refusal by the server says so; without an answer
//! it is not known whether the mail was sent. That is why lettre's connection is driven step by step here: its transports
//! do not distinguish the halves, and their own timeout does not stop a silent server.

use std::time::Duration;

use async_trait::async_trait;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret as _;
use tokio::time::timeout;

use crate::mail::letter;
use crate::mail::settings::{SettingsError, Smtp, Tls};
use crate::ports::{Letter, Mail, MailError, Mailer};
use domain::mail::Address;

/// How long QUIT may take: the mail is sent by then.
const QUIT_TIMEOUT: Duration = Duration::from_secs(1);

/// Sends mail to a server.
pub(super) struct SmtpMailer {
    server: Smtp,
    tls: Option<TlsParameters>,
}

/// Why mail does not work, and what to do. Nothing was sent to find out.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// No connection is possible.
    #[error("{host}:{port} cannot be reached ({why}): check the name and the port in SMTP_URL, and the firewall")]
    Unreached {
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
    /// Its certificate is not trusted, or TLS failed otherwise.
    #[error(
        "TLS with {host} failed ({why}): the name in SMTP_URL must be the certificate's; for a certificate of your own set mail.ca_file"
    )]
    Tls {
        /// The server.
        host: String,
        /// Why.
        why: String,
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

/// Connects, sets up TLS, logs in and disconnects: everything but sending a mail.
///
/// # Errors
/// What stands in the way.
pub async fn probe(server: &Smtp) -> Result<(), ProbeError> {
    let mailer = SmtpMailer::new(server.clone())?;
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
    Reach,
    StartTls,
    Login,
    Offer,
}

struct Failed {
    step: Step,
    error: Error,
}

impl Failed {
    fn code(&self) -> Option<u16> {
        self.error.status().map(u16::from)
    }

    /// As the operator reads it. The server's own words are left out: an address may stand in them.
    fn explained(self, server: &Smtp) -> ProbeError {
        let host = server.host.clone();
        let why = reason(&self.error);
        match (self.step, self.code()) {
            (Step::Login, code) => ProbeError::Login { host, code },
            (_, Some(code)) => ProbeError::Refused { host, code },
            (Step::StartTls, None) if self.error.is_client() => ProbeError::NoStartTls { host },
            (Step::StartTls, None) => ProbeError::Tls { host, why },
            (_, None) if self.error.is_response() => ProbeError::NoMailServer { host, port: server.port },
            (_, None) if self.error.is_tls() || server.tls == Tls::Immediate && is_certificate(&self.error) => {
                ProbeError::Tls { host, why }
            }
            (_, None) => ProbeError::Unreached { host, port: server.port, why },
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
}

/// Why a connection failed, in the words of the system or TLS, never the server's.
fn reason(error: &Error) -> String {
    use std::error::Error as _;
    // These errors quote the server.
    if error.is_response() || error.status().is_some() {
        return String::new();
    }
    let mut innermost: Option<&dyn std::error::Error> = error.source();
    while let Some(source) = innermost.and_then(std::error::Error::source) {
        innermost = Some(source);
    }
    innermost.map_or_else(|| error.to_string(), ToString::to_string)
}

fn is_certificate(error: &Error) -> bool {
    let text = format!("{error:?}");
    text.contains("InvalidCertificate") || text.contains("AlertReceived") || text.contains("InvalidMessage")
}

impl SmtpMailer {
    pub(super) fn new(server: Smtp) -> Result<Self, SettingsError> {
        let tls = match server.tls {
            Tls::None => None,
            Tls::Immediate | Tls::StartTls => Some(trusted(&server)?),
        };
        Ok(Self { server, tls })
    }

    fn hello(&self) -> ClientId {
        ClientId::Domain(self.server.from.domain().to_owned())
    }

    /// A connection with TLS, logged in.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Failed> {
        let at = |step| move |error| Failed { step, error };
        let place = (self.server.host.as_str(), self.server.port);
        let at_once = if self.server.tls == Tls::Immediate { self.tls.clone() } else { None };
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, Some(self.server.timeout), &self.hello(), at_once, None)
                .await
                .map_err(at(Step::Reach))?;
        if let (Tls::StartTls, Some(tls)) = (self.server.tls, &self.tls) {
            connection.starttls(tls.clone(), &self.hello()).await.map_err(at(Step::StartTls))?;
        }
        if let Some(login) = &self.server.login {
            let login = Credentials::new(login.name.clone(), login.password.expose_secret().to_owned());
            connection.auth(DEFAULT_MECHANISMS, &login).await.map_err(at(Step::Login))?;
        }
        Ok(connection)
    }

    /// The first half, up to the answer to DATA.
    async fn offer(&self, envelope: &Envelope) -> Result<AsyncSmtpConnection, Failed> {
        let at = |error| Failed { step: Step::Offer, error };
        let mut connection = self.connect().await?;
        connection.command(MailFrom::new(envelope.from().cloned(), Vec::new())).await.map_err(at)?;
        for to in envelope.to() {
            connection.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(at)?;
        }
        connection.command(Data).await.map_err(at)?;
        Ok(connection)
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    fn is_on(&self) -> bool {
        true
    }

    fn comes_from(&self) -> Option<&Address> {
        Some(&self.server.from)
    }

    fn write(&self, mail: &Mail) -> Result<Letter, MailError> {
        letter::compose(mail, &self.server.from)
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let bytes = self.write(mail)?.bytes;
        let envelope = letter::envelope(mail, &self.server.from)?;
        let mut connection = match timeout(self.server.timeout, self.offer(&envelope)).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(failed)) => {
                if failed.code().is_none() {
                    let (step, why) = (failed.step, reason(&failed.error));
                    tracing::warn!(?step, why, "the mail server cannot be used; `cmad check` says more");
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

/// How each certificate in PEM begins.
const PEM: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// TLS that trusts the usual authorities, and those in the file.
fn trusted(server: &Smtp) -> Result<TlsParameters, SettingsError> {
    let mut builder = TlsParameters::builder(server.host.clone()).certificate_store(CertificateStore::WebpkiRoots);
    if let Some(path) = &server.ca_file {
        let unreadable = |error| SettingsError::Unreadable { path: path.clone(), error };
        let pem = std::fs::read(path).map_err(unreadable)?;
        let none = || SettingsError::NoCertificates { path: path.clone() };
        if !pem.windows(PEM.len()).any(|part| part == PEM) {
            return Err(none());
        }
        builder = builder.add_root_certificate(Certificate::from_pem(&pem).map_err(|_| none())?);
    }
    builder.build_rustls().map_err(|error| SettingsError::Tls(error.to_string()))
}
