//! How mail is sent: `SMTP_URL`, `CMAD_MAIL_FROM` and `[mail]`, checked before anything starts.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use crate::config::{Config, Env, EnvError};
use crate::mail::Memory;
use crate::net::SetupError;
use domain::mail::{Address, Sender, canonical_domain};

/// Where mail goes.
pub enum Settings {
    /// Mail is off.
    Off,
    /// A folder, in which each mail becomes a file.
    File {
        /// Which.
        folder: PathBuf,
        /// Who mail comes from.
        from: Sender,
    },
    /// The memory of a test.
    Memory(Arc<Memory>),
    /// A mail server.
    Smtp(Box<Smtp>),
}

/// A mail server and how to connect to it.
#[derive(Clone)]
pub struct Smtp {
    /// Its name, for which its certificate must hold.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is encrypted.
    pub tls: Tls,
    /// How the bot logs in, if it has to.
    pub login: Option<Login>,
    /// Who mail comes from.
    pub from: Sender,
    /// A file of certificates (PEM) that are trusted besides the usual ones.
    pub ca_file: Option<PathBuf>,
    /// How long each half of an attempt may take: until the server accepts DATA, and until it has answered for the mail.
    pub timeout: Duration,
}

/// How a connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// From the first byte (`smtps://`).
    Immediate,
    /// After STARTTLS, which is required (`smtp://`).
    StartTls,
    /// Not at all (`smtp://…?tls=none`): for a server on the same machine.
    None,
}

/// A name and a password.
#[derive(Clone)]
pub struct Login {
    /// The name.
    pub name: String,
    /// The password.
    pub password: SecretString,
}

/// What is wrong with the settings, and what to do. What was given is not repeated: a password may stand in it.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A secret cannot be read.
    #[error(transparent)]
    Secret(#[from] EnvError),
    /// It is no address of a mail server.
    #[error(
        "SMTP_URL must look like smtps://name:password@mail.example.org (TLS at once) or smtp://name:password@mail.example.org \
         (STARTTLS); @, :, / and % in a name or password are written as %40, %3A, %2F and %25"
    )]
    Url,
    /// The query of the address is unknown.
    #[error("SMTP_URL can end in ?tls=none, for a server on the same machine, and in nothing else")]
    Query,
    /// A password would be sent unencrypted.
    #[error("SMTP_URL has a password and tls=none: it would be sent where others can read it; leave tls=none out")]
    OpenPassword,
    /// The address that mail comes from is missing or none.
    #[error(
        "CMAD_MAIL_FROM must be the mail address that copies come from, such as cmad@example.org or \
         Thanks at Example <cmad@example.org>"
    )]
    From,
    /// The operator's address is none.
    #[error("mail.operator must be a mail address, or empty")]
    Operator,
    /// The file of certificates cannot be read or holds none.
    #[error(transparent)]
    Authorities(#[from] SetupError),
    /// TLS cannot be set up at all.
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}

impl Settings {
    /// Reads them; off when there is no `SMTP_URL`.
    ///
    /// # Errors
    /// Something is missing or wrong; the error says what to do.
    pub fn read(env: &Env, config: &Config) -> Result<Self, SettingsError> {
        operator(config)?;
        let Some(url) = env.secret("SMTP_URL")? else { return Ok(Self::Off) };
        let from = env.secret("CMAD_MAIL_FROM")?.ok_or(SettingsError::From)?;
        let from: Sender = from.expose_secret().parse().map_err(|_| SettingsError::From)?;
        let url = Url::parse(url.expose_secret().trim()).map_err(|_| SettingsError::Url)?;
        if url.scheme() == "file" {
            let folder = url.to_file_path().map_err(|()| SettingsError::Url)?;
            return Ok(Self::File { folder, from });
        }
        let is_bare = matches!(url.path(), "" | "/") && url.fragment().is_none();
        let tls = match (url.scheme(), url.query()) {
            ("smtps", None) => Tls::Immediate,
            ("smtp", None) => Tls::StartTls,
            ("smtp", Some("tls=none")) => Tls::None,
            ("smtp" | "smtps", Some(_)) => return Err(SettingsError::Query),
            _ => return Err(SettingsError::Url),
        };
        let host = url.host_str().filter(|host| !host.is_empty() && is_bare).ok_or(SettingsError::Url)?;
        let decoded = |text: &str| percent_decode_str(text).decode_utf8().map(|text| text.into_owned());
        let name = decoded(url.username()).map_err(|_| SettingsError::Url)?;
        let login = match url.password() {
            Some(password) => {
                let password = decoded(password).map_err(|_| SettingsError::Url)?.into();
                Some(Login { name, password })
            }
            None if name.is_empty() => None,
            None => return Err(SettingsError::Url),
        };
        if login.is_some() && tls == Tls::None {
            return Err(SettingsError::OpenPassword);
        }
        let usual = match tls {
            Tls::Immediate => 465,
            Tls::StartTls => 587,
            Tls::None => 25,
        };
        let host = decoded(host.trim_start_matches('[').trim_end_matches(']')).map_err(|_| SettingsError::Url)?;
        Ok(Self::Smtp(Box::new(Smtp {
            // An IP address is no domain.
            host: canonical_domain(&host).unwrap_or(host),
            port: url.port().unwrap_or(usual),
            tls,
            login,
            from,
            ca_file: Some(&config.mail.ca_file).filter(|file| !file.is_empty()).map(PathBuf::from),
            timeout: Duration::from_secs(config.mail.timeout_s.into()),
        })))
    }
}

/// The address for people who want no more mail, if the settings have one.
fn operator(config: &Config) -> Result<Option<Address>, SettingsError> {
    let given = Some(config.mail.operator.as_str()).filter(|text| !text.trim().is_empty());
    given.map(|text| text.parse().map_err(|_| SettingsError::Operator)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Result<Settings, SettingsError> {
        let env = Env::of(&[("SMTP_URL", url), ("CMAD_MAIL_FROM", "cmad@example.org")]);
        Settings::read(&env, &Config::load(None, &Env::default()).unwrap())
    }

    #[test]
    fn servers() {
        let check = |url: &str, host: &str, port: u16, tls: Tls, login: Option<(&str, &str)>| {
            let Ok(Settings::Smtp(smtp)) = read(url) else { panic!("{url} is refused") };
            assert_eq!((smtp.host.as_str(), smtp.port, smtp.tls), (host, port, tls), "{url}");
            let found = smtp.login.as_ref().map(|one| (one.name.as_str(), one.password.expose_secret()));
            assert_eq!(found, login, "{url}");
        };
        check("smtps://mail.example.org", "mail.example.org", 465, Tls::Immediate, None);
        check("smtp://mail.example.org/", "mail.example.org", 587, Tls::StartTls, None);
        check("smtps://Mail.Exämple.org.", "mail.xn--exmple-cua.org", 465, Tls::Immediate, None);
        check("smtp://127.0.0.1:2525?tls=none", "127.0.0.1", 2525, Tls::None, None);
        check("smtp://[::1]:2525?tls=none", "::1", 2525, Tls::None, None);
        let login = Some(("cmad@example.org", "p:w/%@é"));
        let url = "smtps://cmad%40example.org:p%3Aw%2F%25%40%C3%A9@mail.example.org:4650";
        check(url, "mail.example.org", 4650, Tls::Immediate, login);
    }

    #[test]
    fn what_is_wrong_is_said_without_repeating_it() {
        let check = |url: &str, says: &str| {
            let Err(error) = read(url) else { panic!("{url} is taken") };
            let text = error.to_string();
            assert!(text.contains(says) && !text.contains("s3cret"), "{url}: {text}");
        };
        check("mail.example.org", "SMTP_URL must look like");
        check("https://u:s3cret@mail.example.org", "SMTP_URL must look like");
        check("smtp://u@mail.example.org", "SMTP_URL must look like");
        check("smtp://u:s3cret@mail.example.org/inbox", "SMTP_URL must look like");
        check("smtps://u:s3cret@mail.example.org?tls=opportunistic", "?tls=none");
        check("smtp://u:s3cret@mail.example.org?tls=none", "password");
        let config = Config::load(None, &Env::default()).unwrap();
        let url = ("SMTP_URL", "smtps://mail.example.org");
        for env in [Env::of(&[url]), Env::of(&[url, ("CMAD_MAIL_FROM", "nobody")])] {
            assert!(matches!(Settings::read(&env, &config), Err(SettingsError::From)));
        }
        assert!(matches!(Settings::read(&Env::default(), &config), Ok(Settings::Off)));
        let mut config = config;
        config.mail.operator = "nobody".into();
        assert!(matches!(Settings::read(&Env::default(), &config), Err(SettingsError::Operator)));
    }

    #[test]
    fn a_secret_can_be_a_file_and_mail_can_be_files() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "file:///tmp/outbox\n").unwrap();
        let env = Env::of(&[("SMTP_URL_FILE", file.path().to_str().unwrap()), ("CMAD_MAIL_FROM", "cmad@example.org")]);
        let settings = Settings::read(&env, &Config::load(None, &Env::default()).unwrap());
        assert!(matches!(settings, Ok(Settings::File { folder, .. }) if folder.ends_with("tmp/outbox")));
    }
}
