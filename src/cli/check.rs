//! `cmad check`: finds what would keep the bot from working, and says what to do about it.

use std::fmt;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::SecretString;

use crate::app::clock_check::{CheckedClock, ClockState};
use crate::cli::checks::{Port, PortState};
use crate::cli::database::Database;
use crate::cli::output::counted;
use crate::cli::whereabouts::about;
use crate::cli::{Given, block_on, checks, environment, tell};
use crate::config::{Config, ConfigError, Env, steps};
use crate::discord::rest::{Reach, Rest, RestError, RestOptions, SetupError};
use crate::discord::review::{Review, Stage};
use crate::discord::{gateway, invitation};
use crate::mail;
use crate::net::Dialer;
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::runtime::processes::PROCESS;
use crate::store::key_file::{self, IfNoKey};
use crate::store::{Room, Store, StoreError};
use domain::campaign::{Basis, Defaults};
use domain::server::Server;

/// Check the settings, token, intents, gateway, database, mail and port, and say how to fix what is wrong.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {}

pub(super) fn run(given: &Given) -> anyhow::Result<ExitCode> {
    let findings = block_on(async { Ok(check(given.config(), &given.env).await) })?;
    for finding in &findings {
        tell(finding);
    }
    tell(format_args!("\nNext: {}", next(&findings)));
    Ok(if findings.iter().any(Finding::is_bad) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The result of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    about: &'static str,
    level: Level,
    says: String,
    then: Option<Then>,
}

/// What follows from a finding that is not bad, in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Then {
    /// Invite the bot, by this link.
    Invite(String),
    /// Start it.
    Start,
    /// Set a server up.
    SetUp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Good,
    /// It works, but with less than all features.
    Note,
    Bad,
}

impl Finding {
    /// Whether `cmad run` would fail.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        self.level == Level::Bad
    }

    pub(super) fn good(about: &'static str, says: impl Into<String>) -> Self {
        Self { about, level: Level::Good, says: says.into(), then: None }
    }

    pub(super) fn note(about: &'static str, says: impl Into<String>) -> Self {
        Self { level: Level::Note, ..Self::good(about, says) }
    }

    fn bad(about: &'static str, says: impl Into<String>) -> Self {
        Self { level: Level::Bad, ..Self::good(about, says) }
    }

    fn then(self, then: Then) -> Self {
        Self { then: Some(then), ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.level {
            Level::Good => "ok  ",
            Level::Note => "note",
            Level::Bad => "FAIL",
        };
        write!(f, "{word}  {}: {}", self.about, self.says)
    }
}

/// The one thing to do next.
fn next(findings: &[Finding]) -> String {
    match findings.iter().find(|finding| finding.is_bad()) {
        Some(first) if first.says.starts_with("DISCORD_TOKEN is not set") => {
            "`cmad init` tries a token and makes what the bot needs".to_owned()
        }
        Some(first) => format!("mend what FAIL says of the {}, then run `cmad check` again", first.about),
        None => match findings.iter().filter_map(|finding| finding.then.as_ref()).min() {
            Some(Then::Invite(link)) => format!("invite the bot to a server: {link}"),
            Some(Then::Start) => "start the bot: cmad run".to_owned(),
            Some(Then::SetUp) => "in Discord, /campaign setup".to_owned(),
            None => "nothing. Everything that the bot needs is there".to_owned(),
        },
    }
}

/// Checks everything, even after a failure: an operator who sets the bot up needs the whole list.
pub async fn check(config: Result<Config, ConfigError>, env: &Env) -> Vec<Finding> {
    let (config, faults) = checks::settings(config, env);
    let is_wrong = |about: &str| faults.iter().any(|fault| fault.about == about);
    let mut findings: Vec<Finding> = Vec::new();
    if !is_wrong("settings") {
        findings.push(Finding::good("settings", "read"));
    }
    findings.extend(faults.iter().map(|fault| Finding::bad(fault.about, fault.says.clone())));
    let step_defaults = config.as_ref().and_then(|config| steps::defaults(&config.steps).ok()).unwrap_or_default();
    if let Ok(database) = Database::of(env) {
        findings.extend(database.notes_no_erasures().map(|says| Finding::note("erasures", says)));
        if !["key", "files"].into_iter().any(is_wrong) {
            look_at(&database, step_defaults, &mut findings).await;
        }
    }
    ports(env, &mut findings);
    contact(env, &mut findings);
    let Some(config) = config else { return findings };
    let Ok(dialer) = Dialer::new(env, &config) else { return findings };
    findings.extend(dialer.notes().iter().map(|note| Finding::note("network", note)));
    if !is_wrong("mail") {
        mail(&config, env, &dialer, &mut findings).await;
    }
    if let Ok(Some(token)) = env.token()
        && !is_wrong("discord")
    {
        discord(&config, env, &token, &dialer, &mut findings).await;
    }
    findings
}

const LACKS_ITS_PAST: &str = "it is new and empty, but the bot ran before with another one: what was set up and said then is not \
                              in it. Give the right DATABASE_URL, volume or backup; if the loss is known, set up a server anew";

/// Looks at the database, whose key can be used.
async fn look_at(database: &Database<'_>, step_defaults: Defaults, findings: &mut Vec<Finding>) {
    let url = database.url;
    let Ok(given) = database.given_keys() else { return };
    // A check creates nothing; the first start creates a missing database.
    if let Some(file) = Store::file(url).filter(|file| !file.exists()) {
        let key = key_file::beside(file);
        if given.keys.is_none() && key.exists() {
            let says = format!(
                "{} is missing, but its key {} is there: bring the file back, or restore a backup (docs/database.md). \
                 `cmad run` would begin with a new, empty database",
                file.display(),
                key.display()
            );
            return findings.push(Finding::bad("database", says));
        }
        let key = if given.keys.is_some() { "the key that is set" } else { "a new key, in a file beside it" };
        return findings.push(
            Finding::note("database", format!("{} is created at the first start, with {key}", file.display()))
                .then(Then::Start),
        );
    }
    findings.extend(Store::exposed(url).into_iter().map(|says| Finding::note("files", says)));
    let mut notes = Vec::new();
    let opened = async {
        let is_given = given.keys.is_some();
        let keys = key_file::find(given, url, IfNoKey::Refuse, &System)?;
        let store = Store::open_as_it_is(url, keys.codec(Arc::new(System))?).await?;
        store.check_file().await?;
        // Writes a row that no code reads: with a full disk or without write permission, reading still works.
        store.check_place().await?;
        store.probe(System.now(), Room::ForThanks).await?;
        if store.has_rollback_journal() {
            let says = "its file system has no shared memory, so SQLite keeps a rollback journal: a backup makes those who \
                        write wait; a local disk is better";
            notes.push(Finding::note("database", says));
        }
        let there = store.keys().await?;
        if let Some(file) = keys.file().filter(|_| !is_given) {
            let says = format!(
                "{} is beside the data: keep a copy away from it and from its backups, or the words are lost with \
                 this disk",
                file.display()
            );
            notes.push(Finding::note("key", says));
        }
        if !there.former.is_empty() {
            let says = format!(
                "the change to {} is not finished: run `cmad key rotate` until it says that it is done",
                there.current
            );
            notes.push(Finding::note("key", says));
        }
        let store = store.with_step_defaults(step_defaults);
        let servers = store.servers().await?;
        let lacks_its_past = store.lacks_its_past().await?;
        let runs = runs(&store, url).await?;
        if store.are_copies_held().await? {
            let says = "no copy goes to a boss: the database was restored without its list of erasures, so it is not known \
                        who asked for no more. Record whom you know of by `cmad no-more`, then run `cmad no-more --complete`";
            notes.push(Finding::note("copies", says));
        }
        store.close().await;
        anyhow::ensure!(!lacks_its_past, LACKS_ITS_PAST);
        notes.extend(servers.iter().filter_map(conflicting_steps));
        anyhow::Ok((servers.len(), runs))
    };
    let opened = opened.await;
    findings.append(&mut notes);
    findings.push(match opened {
        Ok((servers, runs)) => {
            let are = counted(servers as u64, "server is", "servers are");
            let says = format!("is sound, opens with its key and can be written to; {are} set up");
            let found = Finding::good("database", says);
            match (runs, servers) {
                (false, _) => found.then(Then::Start),
                (true, 0) => found.then(Then::SetUp),
                (true, _) => found,
            }
        }
        Err(error) => Finding::bad("database", format!("{error:#}")),
    });
}

/// Whether a bot runs with this database.
async fn runs(store: &Store, url: &str) -> anyhow::Result<bool> {
    if store.is_shared() {
        return Ok(!store.noted_keys(PROCESS).await?.is_empty());
    }
    // (Trying a lock that is not there would make its file.)
    let has_lock = Store::file(url).is_some_and(|file| file.with_added_extension("lock").exists());
    Ok(has_lock && matches!(Store::lock_file(url), Err(StoreError::Taken(_))))
}

/// The steps for which a server's times conflict with `[steps]`.
fn conflicting_steps(server: &Server) -> Option<Finding> {
    let gave_way = server.schedule.gave_way().map(|(step, whose)| match whose {
        Basis::Server => format!("{step} cannot be at the time that its admins chose"),
        Basis::Installation | Basis::BuiltIn => format!("{step} cannot be at the time in [steps]"),
    });
    let gave_way = gave_way.collect::<Vec<_>>().join(", ");
    let says = format!(
        "in server {} the plan would be out of order: {gave_way}. Its admins see the plan in /campaign steps, and can \
         move or reset a step there",
        server.guild
    );
    (!gave_way.is_empty()).then(|| Finding::note("steps", says))
}

/// Whether people learn who runs the bot, and what it stores.
fn contact(env: &Env, findings: &mut Vec<Finding>) {
    let Ok(about) = about(env) else { return };
    let lacks = [("CMAD_CONTACT", about.contact.is_none()), ("CMAD_PRIVACY_URL", about.privacy_url.is_none())];
    let lacks: Vec<&str> = lacks.iter().filter(|(_, lacks)| *lacks).map(|(variable, _)| *variable).collect();
    if !lacks.is_empty() {
        let says = format!(
            "{} not set: `/cmad about` cannot say whom to write to or where your privacy text is, which Discord's \
             terms ask for",
            lacks.join(" and ")
        );
        findings.push(Finding::note("contact", says));
    }
}

/// Checks the ports at which the bot would serve.
fn ports(env: &Env, findings: &mut Vec<Finding>) {
    match checks::ports(env) {
        Ok(ports) => findings.extend(ports.into_iter().map(|Port { variable, addr, state }| match state {
            PortState::Free => Finding::good("port", format!("{variable}={addr} is free")),
            PortState::Bot(text) => {
                Finding::note("port", format!("a bot serves at {variable}={addr} already, and says: {text}"))
            }
            PortState::Refused(says) => Finding::bad("port", says),
        })),
        Err(error) => findings.push(Finding::bad("port", format!("{error:#}"))),
    }
}

/// Checks mail without sending any.
async fn mail(config: &Config, env: &Env, dialer: &Dialer, findings: &mut Vec<Finding>) {
    let server = match mail::Settings::read(env, config) {
        // Said already.
        Err(_) => return,
        Ok(mail::Settings::Smtp(server)) => server,
        Ok(mail::Settings::File { folder, .. }) => {
            return findings
                .push(Finding::note("mail", format!("is written into {} and reaches no one", folder.display())));
        }
        Ok(mail::Settings::Off | mail::Settings::Memory(_)) => {
            let says =
                "switched off, because SMTP_URL is not set: managers get files to forward themselves (docs/mail.md)";
            return findings.push(Finding::note("mail", says));
        }
    };
    findings.push(match mail::probe(&server, dialer).await {
        Ok(()) => {
            let tls = if server.tls == mail::Tls::None { "without TLS" } else { "over TLS" };
            let login = if server.login.is_some() { "accepts the login" } else { "asks for no login" };
            Finding::good("mail", format!("{} answers {tls} and {login}; nothing was sent", server.host))
        }
        Err(error) => Finding::bad("mail", error.to_string()),
    });
    if config.mail.allowed_domains.is_empty() {
        let says = "no copy goes anywhere by mail: list the domains of bosses in mail.allowed_domains (or \"*\")";
        findings.push(Finding::note("mail", says));
    }
    if config.mail.servers.is_empty() {
        let says = "no server sends copies by mail: list the ids of those that may in mail.servers (or \"*\")";
        findings.push(Finding::note("mail", says));
    }
    if env.get("CMAD_PUBLIC_URL").is_none() {
        let to = if config.mail.operator.is_empty() { "CMAD_MAIL_FROM" } else { "mail.operator" };
        let says = format!(
            "CMAD_PUBLIC_URL is not set: a boss who wants no more writes to the address in {to}, and you enter it with \
             `cmad no-more`"
        );
        findings.push(Finding::note("pages", says));
    }
}

/// Which intents are on, and where the application stands with Discord's rule for large bots.
pub(super) fn application_findings(review: &Review) -> Vec<Finding> {
    const WITHOUT: &str = "without it the hashtag is seen only in messages that mention the bot or reply to it with ping, \
                           which keep their words; every command, button and form works";
    let mut found = Vec::new();
    found.push(match (review.content, review.stage()) {
        (true, _) => Finding::good("intents", "message content is switched on: the hashtag is seen"),
        (false, Stage::Reviewed) => Finding::note(
            "intents",
            format!("message content is off: {WITHOUT}. From 10,000 users on, Discord has to approve it (see review)"),
        ),
        (false, _) => Finding::note(
            "intents",
            format!(
                "message content is switched off: {WITHOUT}. Switch it on in the developer portal (Bot, Message Content \
                 Intent)"
            ),
        ),
    });
    let members = if review.members { "on" } else { "off, which costs nothing but a complete roster at once" };
    let Reach { servers, members: users } = review.reach;
    let (users, servers) = (counted(users, "user", "users"), counted(servers, "server", "servers"));
    let sight = format!("{users} at most in {servers}; the members intent is {members}");
    found.push(match review.stage() {
        Stage::Free => Finding::good(
            "review",
            format!("{sight}. From 10,000 users on, Discord reviews both intents every year: apply from 7,500 on"),
        ),
        Stage::Apply => Finding::note(
            "review",
            format!(
                "{sight}. From 10,000 users on, Discord reviews both intents every year, and takes them away 30 to 90 \
                 days after a notice, which may be in the middle of a campaign: apply now in the developer portal. {WITHOUT}"
            ),
        ),
        Stage::Reviewed => Finding::note(
            "review",
            format!(
                "{sight}: Discord has to approve both intents every year, and takes them away 30 to 90 days after a \
                 notice. Apply in the developer portal in spring, so that no notice ends in a campaign. {WITHOUT}"
            ),
        ),
    });
    if review.is_public {
        let says = "Public Bot is on: anyone can invite the bot, and the members of their servers count too. If you \
                    run it for your own servers, switch it off in the developer portal (Bot)";
        found.push(Finding::note("public", says));
    }
    found
}

/// Discord's REST as these settings reach it.
pub(super) fn rest(config: &Config, env: &Env, token: &SecretString, dialer: &Dialer) -> Result<Rest, SetupError> {
    let timeout = Duration::from_secs(config.discord.timeout_s.into());
    Rest::new(&RestOptions {
        token,
        api_base: env.get("DISCORD_API_BASE"),
        requests_per_second: config.discord.requests_per_second,
        timeout,
        answer_within: timeout,
        dialer,
    })
}

async fn discord(config: &Config, env: &Env, token: &SecretString, dialer: &Dialer, findings: &mut Vec<Finding>) {
    let rest = match rest(config, env, token, dialer) {
        Ok(rest) => rest,
        Err(error) => return findings.push(Finding::bad("token", error.to_string())),
    };
    let clock = Arc::new(CheckedClock::new(Arc::new(System), None));
    rest.tell_time_to(Arc::clone(&clock));
    match rest.current_user().await {
        Ok(user) => findings.push(Finding::good("token", format!("Discord knows it as {}", user.name))),
        Err(RestError::Unauthorized) => {
            let says = "Discord does not accept it: make a new one in the developer portal (Bot, Reset Token)";
            return findings.push(Finding::bad("token", says));
        }
        Err(error) => {
            return findings.push(Finding::bad("token", format!("it could not be checked: {error}")));
        }
    }
    if let ClockState::WrongBy(by) = clock.state() {
        let (by, way) = (by.num_seconds().abs(), if by > TimeDelta::zero() { "ahead of" } else { "behind" });
        let says = format!(
            "this machine's clock is {by} s {way} Discord's: set it. Until it is right the bot goes by Discord's, and \
             closes, skips and purges nothing"
        );
        findings.push(Finding::note("clock", says));
    }
    let application = rest.application().await;
    if let Ok(application) = &application
        && Database::of(env).is_ok_and(|database| !Store::is_there(database.url))
        && rest.knows_our_commands(application.id).await.unwrap_or(false)
    {
        let says = "there is none yet, but Discord knows this bot's commands, so it ran before with another one: is \
                    DATABASE_URL right, and is its volume mounted?";
        findings.push(Finding::bad("database", says));
    }
    match application {
        Ok(application) => match Review::of(&rest, &application).await {
            Ok(review) => {
                let is_invited = review.reach.servers > 0;
                findings.extend(application_findings(&review));
                if !is_invited {
                    let says = "it is in no server yet";
                    findings
                        .push(Finding::note("invitation", says).then(Then::Invite(invitation::link(application.id))));
                }
            }
            Err(error) => findings.push(Finding::note("review", format!("its servers cannot be counted: {error}"))),
        },
        Err(error) => findings.push(Finding::bad("intents", error.to_string())),
    }
    let gateway = match rest.gateway_bot().await {
        Ok(gateway) => gateway,
        Err(error) => return findings.push(Finding::bad("gateway", error.to_string())),
    };
    let limit = gateway.session_start_limit;
    let left = format!("session starts left today: {} of {}", limit.remaining, limit.total);
    findings.push(match gateway::probe(&gateway.url, dialer).await {
        Ok(()) => Finding::good("gateway", format!("it opens and greets; {left}")),
        Err(error) => Finding::bad("gateway", format!("it does not open: {error}")),
    });
}
