//! Settings: `config/cmad.toml` and the environment, checked before anything starts; secrets wrapped and never printed.

mod env;
pub mod lines;
pub mod steps;
mod variables;

use std::path::{Path, PathBuf};

use config::{Environment, File, FileFormat};
use serde::Deserialize;

use crate::config::env::as_pasted;
use crate::config::steps::{Steps, StepsError};
use domain::mail::canonical_domain;
use domain::send::QuestionLimits;

pub use env::{Env, EnvError};
pub use variables::VariableError;

/// The file that is shipped, with every key, its default and its meaning.
pub const DEFAULTS: &str = include_str!("../../config/cmad.toml");

/// The settings that are lists.
const LISTS: &[&str] = &["mail.allowed_domains", "mail.servers"];

/// Everything that can be set but the secrets.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `[limits]`
    pub limits: Limits,
    /// `[steps]`
    #[serde(deserialize_with = "steps::read")]
    pub steps: Steps,
    /// `[dispatch]`
    pub dispatch: Dispatch,
    /// `[database]`
    pub database: Database,
    /// `[discord]`
    pub discord: Discord,
    /// `[retention]`
    pub retention: Retention,
    /// `[mail]`
    pub mail: Mail,
    /// `[tls]`
    pub tls: Tls,
    /// `[log]`
    pub log: Log,
}

/// Copies by mail; where mail goes stands in `SMTP_URL`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// `CMAD_MAIL__ALLOWED_DOMAINS` (separated by commas): the domains that copies may go to; `*` is every domain.
    pub allowed_domains: Vec<String>,
    /// `CMAD_MAIL__SERVERS` (separated by commas): the ids of the Discord servers that may send copies by mail; `*` is every
    /// server.
    pub servers: Vec<String>,
    /// `CMAD_MAIL__PER_RECIPIENT_PER_DAY`: copies to one recipient within 24 hours, from whichever servers.
    pub per_recipient_per_day: u32,
    /// `CMAD_MAIL__PER_SERVER_PER_DAY`: copies from one server within 24 hours.
    pub per_server_per_day: u32,
    /// `CMAD_MAIL__PER_DAY`: copies from the whole installation within 24 hours.
    pub per_day: u32,
    /// `CMAD_MAIL__OPERATOR`: the address to which a boss who wants no more mail writes, if there is no page for it.
    pub operator: String,
    /// `CMAD_MAIL__TIMEOUT_S`: seconds for each half of an attempt.
    pub timeout_s: u32,
    /// `CMAD_MAIL__CA_FILE`: certificates that are trusted besides the usual ones.
    pub ca_file: String,
}

/// Whom connections trust.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// `CMAD_TLS__CA_FILE`: certificates that are trusted besides the usual ones, by connections to Discord, to a proxy and
    /// to a mail server.
    pub ca_file: String,
}

/// What one person can do.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// `CMAD_LIMITS__THANKS_PER_HOUR`: thanks one person can give in one server within an hour.
    pub thanks_per_hour: u32,
    /// `CMAD_LIMITS__WORDS_MAX`: the longest thank-you, in characters.
    pub words_max: u16,
    /// `CMAD_LIMITS__QUESTIONS_PER_PERSON`: questions in channels that are open to one person in one campaign.
    pub questions_per_person: u32,
    /// `CMAD_LIMITS__WHOM_QUESTIONS_PER_CHANNEL`: open questions in one channel about whom a message thanks.
    pub whom_questions_per_channel: u32,
    /// `CMAD_LIMITS__CONSENT_QUESTIONS_PER_CHANNEL`: open questions in one channel about how words may be shown.
    pub consent_questions_per_channel: u32,
    /// `CMAD_LIMITS__ACCOUNT_DAYS`: how many days old a giver's account must be; 0 takes every account.
    pub account_days: u32,
    /// `CMAD_LIMITS__MEMBER_DAYS`: for how many days a giver must have been a member; 0 takes every member.
    pub member_days: u32,
    /// `CMAD_LIMITS__MANAGERS_UNASKED`: managers that a role brings at once before an admin confirms their number.
    pub managers_unasked: u32,
    /// `CMAD_LIMITS__INVITATIONS_PER_MINUTE`: invitations of one server within a minute.
    pub invitations_per_minute: u32,
}

/// How sends are claimed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    /// `CMAD_DISPATCH__HEARTBEAT_S`: seconds between two checks for due sends.
    pub heartbeat_s: u32,
    /// `CMAD_DISPATCH__LEASE_S`: seconds until a claimed send may be claimed by another process.
    pub lease_s: u32,
    /// `CMAD_DISPATCH__CONCURRENCY`: sends carried out at once.
    pub concurrency: u16,
}

/// How the database is used; `DATABASE_URL` says where it is.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// `CMAD_DATABASE__PATIENCE_MS`: milliseconds for which a writer waits for other writers.
    pub patience_ms: u32,
    /// `CMAD_DATABASE__CONNECTIONS`: how many connections to PostgreSQL there are at most.
    pub connections: u16,
}

/// How requests are sent to Discord.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discord {
    /// `CMAD_DISCORD__REQUESTS_PER_SECOND`: the global rate limit of this bot's token.
    pub requests_per_second: u16,
    /// `CMAD_DISCORD__TIMEOUT_S`: the timeout of one request, in seconds.
    pub timeout_s: u32,
    /// `CMAD_DISCORD__DEFER_AFTER_MS`: milliseconds after which a response that is not ready is deferred; 0: always.
    pub defer_after_ms: u32,
}

/// For how long words are kept.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// `CMAD_RETENTION__WORDS_DAYS`: days from a campaign's close until its words are removed.
    pub words_days: u16,
    /// `CMAD_RETENTION__SERVER_DAYS`: days from the bot's removal until everything of that server is.
    pub server_days: u16,
}

/// What is logged, and how.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// `CMAD_LOG__FILTER`: levels, as `tracing` reads them.
    pub filter: String,
    /// `CMAD_LOG__FORMAT`: `text` or `json`.
    pub format: LogFormat,
}

/// How a log line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// What is wrong with the settings, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A key is unknown, a value has the wrong type, or the file cannot be read.
    #[error("the settings cannot be read: {0}")]
    Unreadable(#[from] config::ConfigError),
    /// A value is outside its range.
    #[error("{name} must be from {least} to {most}, not {value}")]
    OutOfRange {
        /// The setting, as the file names it.
        name: &'static str,
        /// What was given.
        value: u64,
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// One of the domains that copies by mail may go to is none.
    #[error("mail.allowed_domains: `{0}` is no domain; write it like example.org, or * for every domain")]
    NoDomain(String),
    /// One of the servers that may send mail is none.
    #[error(
        "mail.servers: `{0}` is no id of a server; write its number (Copy Server ID in Discord), or * for every server"
    )]
    NoServer(String),
    /// The steps cannot stand like this.
    #[error(transparent)]
    Steps(#[from] StepsError),
    /// Something is wrong in the settings file.
    #[error("{}, line {line}: {error}", file.display())]
    InFile {
        /// The file.
        file: PathBuf,
        /// The line.
        line: usize,
        /// What is wrong.
        error: Box<Self>,
    },
    /// The settings file cannot be read.
    #[error("the settings file {} cannot be read: {error}", file.display())]
    NoFile {
        /// The file.
        file: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A variable sets nothing, or not what it seems to.
    #[error(transparent)]
    Variable(#[from] VariableError),
    /// A variable cannot be read.
    #[error(transparent)]
    Env(#[from] EnvError),
}

impl Limits {
    /// How many questions may be open at once.
    #[must_use]
    pub const fn questions(&self) -> QuestionLimits {
        QuestionLimits {
            per_person: self.questions_per_person,
            per_hour: self.thanks_per_hour,
            whom_per_channel: self.whom_questions_per_channel,
            consent_per_channel: self.consent_questions_per_channel,
        }
    }
}

impl Config {
    /// The defaults, then `file`, then the environment's `CMAD_SECTION__NAME`.
    ///
    /// # Errors
    /// A key is unknown, a value is of the wrong kind or out of its range, or the file cannot be read. What is wrong in
    /// the file is named with its line.
    pub fn load(file: Option<&Path>, env: &Env) -> Result<Self, ConfigError> {
        let Some(file) = file else { return Self::layered("", env) };
        let text =
            std::fs::read_to_string(file).map_err(|error| ConfigError::NoFile { file: file.to_owned(), error })?;
        Self::layered(&text, env).map_err(|error| {
            let (line, error) = locate(&text, env, error);
            match line {
                Some(line) => ConfigError::InFile { file: file.to_owned(), line, error: Box::new(error) },
                None => error,
            }
        })
    }

    /// The defaults, then the text of a file, then the environment.
    fn layered(text: &str, env: &Env) -> Result<Self, ConfigError> {
        let own = variables::settings(env, DEFAULTS, LISTS)?;
        let variables = Environment::with_prefix("CMAD").prefix_separator("_").separator("__").try_parsing(true);
        let variables = LISTS.iter().fold(variables.list_separator(","), |all, key| all.with_list_parse_key(key));
        let builder = config::Config::builder()
            .add_source(File::from_str(DEFAULTS, FileFormat::Toml))
            .add_source(File::from_str(text, FileFormat::Toml))
            .add_source(variables.source(Some(own)));
        let mut loaded: Self = builder.build()?.try_deserialize()?;
        // A variable that is set to nothing is a list of one domain without a name: it is none.
        loaded.mail.allowed_domains.retain(|domain| !domain.trim().is_empty());
        for domain in &mut loaded.mail.allowed_domains {
            *domain = allowed_domain(domain)?;
        }
        loaded.mail.servers.retain(|server| !server.trim().is_empty());
        for server in &mut loaded.mail.servers {
            *server = mailing_server(server)?;
        }
        loaded.check()
    }

    fn check(self) -> Result<Self, ConfigError> {
        let ranges: [(&'static str, u64, u64, u64); 21] = [
            ("mail.per_recipient_per_day", self.mail.per_recipient_per_day.into(), 0, 1000),
            ("mail.per_server_per_day", self.mail.per_server_per_day.into(), 0, 10_000),
            ("mail.per_day", self.mail.per_day.into(), 0, 100_000),
            ("limits.thanks_per_hour", self.limits.thanks_per_hour.into(), 1, 1000),
            ("limits.words_max", self.limits.words_max.into(), 100, 3000),
            ("limits.questions_per_person", self.limits.questions_per_person.into(), 0, 100),
            ("limits.whom_questions_per_channel", self.limits.whom_questions_per_channel.into(), 0, 100),
            ("limits.consent_questions_per_channel", self.limits.consent_questions_per_channel.into(), 0, 100),
            ("limits.account_days", self.limits.account_days.into(), 0, 3650),
            ("limits.member_days", self.limits.member_days.into(), 0, 3650),
            ("limits.managers_unasked", self.limits.managers_unasked.into(), 0, 1000),
            ("limits.invitations_per_minute", self.limits.invitations_per_minute.into(), 1, 600),
            ("dispatch.heartbeat_s", self.dispatch.heartbeat_s.into(), 1, 60),
            ("dispatch.lease_s", self.dispatch.lease_s.into(), 30, 3600),
            ("dispatch.concurrency", self.dispatch.concurrency.into(), 1, 256),
            ("database.patience_ms", self.database.patience_ms.into(), 100, 60_000),
            ("database.connections", self.database.connections.into(), 2, 100),
            ("discord.requests_per_second", self.discord.requests_per_second.into(), 1, 50),
            ("retention.words_days", self.retention.words_days.into(), 0, 3650),
            ("retention.server_days", self.retention.server_days.into(), 0, 3650),
            ("discord.defer_after_ms", self.discord.defer_after_ms.into(), 0, 2500),
        ];
        for (name, value, least, most) in ranges {
            if !(least..=most).contains(&value) {
                return Err(ConfigError::OutOfRange { name, value, least, most });
            }
        }
        // A lease must outlast the longest request that it covers, or two processes would send at once.
        let lease = u64::from(self.dispatch.lease_s);
        let most = lease / 3;
        // A mail has two halves.
        let limits = [
            ("discord.timeout_s (a third of dispatch.lease_s at most)", self.discord.timeout_s),
            ("mail.timeout_s (a third of dispatch.lease_s at most)", self.mail.timeout_s),
        ];
        for (name, value) in limits {
            if !(1..=most).contains(&u64::from(value)) {
                return Err(ConfigError::OutOfRange { name, value: value.into(), least: 1, most });
            }
        }
        steps::defaults(&self.steps)?;
        Ok(self)
    }
}

/// A domain that copies may go to, in its canonical form.
fn allowed_domain(text: &str) -> Result<String, ConfigError> {
    let text = as_pasted("", text);
    if text == "*" {
        return Ok(text.to_owned());
    }
    // Some write a domain as it stands in an address.
    let domain = text.strip_prefix('@').unwrap_or(text);
    canonical_domain(domain).ok_or_else(|| ConfigError::NoDomain(text.to_owned()))
}

/// A server that may send mail: its id, or `*`.
fn mailing_server(text: &str) -> Result<String, ConfigError> {
    let text = as_pasted("", text);
    // Discord's ids have had 15 digits since its first day.
    let is_id = || text.len() >= 15 && text.parse::<u64>().is_ok_and(|id| i64::try_from(id).is_ok());
    if text == "*" || is_id() { Ok(text.to_owned()) } else { Err(ConfigError::NoServer(text.to_owned())) }
}

/// In which line of the file an error has its cause, if it is in the file. An error of the `config` library names a key
/// at best, so each entry of the file is tried by itself.
fn locate(text: &str, env: &Env, error: ConfigError) -> (Option<usize>, ConfigError) {
    let named = match &error {
        ConfigError::OutOfRange { name, .. } => (*name).to_owned(),
        ConfigError::NoDomain(_) => "mail.allowed_domains".to_owned(),
        ConfigError::NoServer(_) => "mail.servers".to_owned(),
        ConfigError::Steps(error) => error.to_string(),
        ConfigError::Unreadable(_) => return unreadable(text).map_or((None, error), |(line, own)| (Some(line), own)),
        _ => return (None, error),
    };
    // A message names each key that it is about: `steps.announce (CMAD_STEPS__ANNOUNCE) = …`.
    let line = named.split_whitespace().find_map(|key| {
        let is_overridden = env.get(&variables::variable_of(key)).is_some();
        lines::line_of(text, &key.split('.').collect::<Vec<_>>()).filter(|_| !is_overridden)
    });
    (line, error)
}

fn unreadable(text: &str) -> Option<(usize, ConfigError)> {
    let file: toml::Table = match text.parse() {
        Ok(file) => file,
        Err(error) => {
            let byte = error.span().map_or(0, |span| span.start);
            let why = config::ConfigError::Message(error.message().to_owned());
            return Some((lines::line_at(text, byte), why.into()));
        }
    };
    let entries = file.iter().flat_map(|(section, content)| match content {
        toml::Value::Table(content) if !content.is_empty() => content
            .iter()
            .map(|(key, value)| {
                let alone = toml::Table::from_iter([(key.clone(), value.clone())]);
                (vec![section.as_str(), key.as_str()], toml::Table::from_iter([(section.clone(), alone.into())]))
            })
            .collect::<Vec<_>>(),
        other => vec![(vec![section.as_str()], toml::Table::from_iter([(section.clone(), other.clone())]))],
    });
    let mut wrong = entries.filter_map(|(path, alone)| {
        let error = Config::layered(&alone.to_string(), &Env::default()).err();
        // Alone it may be out of range beside the defaults, and right beside the rest of the file.
        let error = error.filter(|error| matches!(error, ConfigError::Unreadable(_)))?;
        Some((lines::line_of(text, &path)?, error))
    });
    wrong.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::campaign::Step;

    fn load(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::load(None, &Env::of(pairs))
    }

    #[test]
    fn defaults_and_environment() {
        assert_eq!(load(&[]).unwrap().limits.thanks_per_hour, 10);
        let set =
            load(&[("CMAD_LIMITS__THANKS_PER_HOUR", "20"), ("CMAD_LOG__FORMAT", "json"), ("CMAD_KEY", "x")]).unwrap();
        assert_eq!((set.limits.thanks_per_hour, set.log.format), (20, LogFormat::Json));
        let set = load(&[("CMAD_MAIL__ALLOWED_DOMAINS", "example.org,example.com"), ("CMAD_MAIL_FROM", "x")]).unwrap();
        assert_eq!(set.mail.allowed_domains, ["example.org", "example.com"]);
        let set = load(&[("CMAD_MAIL__ALLOWED_DOMAINS", "Exämple.ORG., @example.com,*")]).unwrap();
        assert_eq!(set.mail.allowed_domains, ["xn--exmple-cua.org", "example.com", "*"]);
        let set = load(&[("CMAD_MAIL__ALLOWED_DOMAINS", ""), ("CMAD_MAIL__OPERATOR", "")]).unwrap();
        assert_eq!((set.mail.allowed_domains.len(), set.mail.operator.as_str()), (0, ""), "no domain, and no mistake");
        let set = load(&[("CMAD_MAIL__SERVERS", "1234567890123456789, *")]).unwrap();
        assert_eq!(set.mail.servers, ["1234567890123456789", "*"]);
        let set = load(&[("CMAD_MAIL__SERVERS", "1234567890123456789")]).unwrap();
        assert_eq!(set.mail.servers, ["1234567890123456789"], "one number is a list, too");
        let set = load(&[("CMAD_STEPS__ROSTER_CHECK", "-20 08:30"), ("CMAD_STEPS__COUNTDOWN", "off")]).unwrap();
        assert_eq!(
            (set.steps[&Step::RosterCheck].as_str(), set.steps[&Step::Countdown].as_str()),
            ("-20 08:30", "off")
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |pairs: &[(&str, &str)], says: &str| {
            let error = load(pairs).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        };
        check(&[("CMAD_LIMITS__THANKS_PER_HUOR", "20")], "thanks_per_huor");
        check(&[("CMAD_LIMITS__THANKS_PER_HOUR", "many")], "many");
        check(&[("CMAD_LIMITS__THANKS_PER_HOUR", "0")], "from 1 to 1000");
        check(&[("CMAD_RETENTION__WORDS_DAYS", "3651")], "retention.words_days must be from 0 to 3650");
        check(&[("CMAD_RETENTION__SERVER_DAYS", "3651")], "retention.server_days must be from 0 to 3650");
        check(&[("CMAD_DISCORD__TIMEOUT_S", "100")], "discord.timeout_s");
        check(&[("CMAD_MAIL__TIMEOUT_S", "100")], "mail.timeout_s");
        check(&[("CMAD_MAIL__ALLOWED_DOMAINS", "*.example.org")], "mail.allowed_domains: `*.example.org` is no domain");
        check(&[("CMAD_MAIL__SERVERS", "Harbour")], "mail.servers: `Harbour` is no id of a server");
        check(&[("CMAD_STEPS__ANOUNCE", "off")], "unknown field `anounce`");
        check(&[("CMAD_STEPS__ROSTER-CHECK", "off")], "unknown field `roster-check`");
    }

    #[test]
    fn what_is_wrong_in_the_file_is_named_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("my.toml");
        let in_file = |text: &str, pairs: &[(&str, &str)]| {
            std::fs::write(&file, text).unwrap();
            Config::load(Some(&file), &Env::of(pairs)).unwrap_err().to_string()
        };
        let check = |text: &str, line: usize, says: &str| {
            let error = in_file(text, &[]);
            assert!(error.contains(&format!("my.toml, line {line}: ")) && error.contains(says), "{error}");
        };
        check("[limits]\nwords_max = 800\nthanks_per_huor = 3\n", 3, "thanks_per_huor");
        check("[limits]\nthanks_per_hour = \"many\"\n", 2, "limits.thanks_per_hour");
        check("[limits]\nthanks_per_hour = -1\n", 2, "limits.thanks_per_hour");
        check("\n[limits]\nthanks_per_hour = 0\n", 3, "limits.thanks_per_hour must be from 1 to 1000");
        check("[log]\nformat = \"xml\"\n", 2, "log.format");
        check("[limit]\n", 1, "limit");
        check("[dispatch]\nlease_s = 300\n[discord]\ntimeout_s = 101\n", 4, "discord.timeout_s");
        check("[steps]\nanounce = \"off\"\n", 2, "anounce");
        check("[steps]\nannounce = \"-14 25:00\"\n", 2, "steps.announce");
        check("[steps]\n\neve = \"-20 10:00\"\n", 3, "must come before");
        check("[mail]\nallowed_domains = [\"example.org\"]\nper_server_per_day = [1]\n", 3, "mail.per_server_per_day");
        check("words_max = 3\n", 1, "words_max");
        check("[limits\n", 1, "]");
        // What is right beside the rest of the file is not blamed.
        check(
            "[discord]\ntimeout_s = 90\nrequests_per_secnd = 1\n[dispatch]\nlease_s = 300\n",
            3,
            "requests_per_secnd",
        );
        let error = in_file("[limits]\nthanks_per_hour = 5\n", &[("CMAD_LIMITS__THANKS_PER_HOUR", "0")]);
        assert!(!error.contains("my.toml"), "the variable is wrong, not the file: {error}");
        let error = Config::load(Some(Path::new("/nowhere.toml")), &Env::default()).unwrap_err().to_string();
        assert!(error.contains("/nowhere.toml"), "{error}");
    }
}
