//! What must be right before the bot starts: one list, by which `cmad run` refuses to start and `cmad check` says what to
//! mend. Nothing is connected to, and nothing is left behind.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};

use crate::cli::database::Database;
use crate::cli::health;
use crate::cli::whereabouts::{HTTP_ADDR, METRICS_ADDR, about, addresses, public_url};
use crate::config::{Config, ConfigError, Env};
use crate::discord::rest;
use crate::mail;
use crate::net::Dialer;
use crate::observe::logs;
use crate::ports::clock::System;
use crate::private_files;
use crate::store::Store;
use crate::store::key_file::{self, IfNoKey};

/// What keeps the bot from starting.
pub(super) struct Fault {
    /// The part of the settings that it is in.
    pub about: &'static str,
    /// What is wrong, and what to do.
    pub says: String,
}

type Check = fn(&Config, &Env) -> anyhow::Result<()>;

/// Each part of the settings with what is checked about it. What follows from an earlier fault is not said again.
const CHECKS: [(&str, Check); 10] = [
    ("log", |config, _| logs::check(&config.log)),
    ("database", |_, env| Database::of(env).map(|_| ())),
    ("key", |_, env| if_known(env, key)),
    ("files", |_, env| if_known(env, folders)),
    ("token", |_, env| token(env)),
    ("mail", mail),
    ("pages", |_, env| public_url(env).map(drop)),
    ("contact", |_, env| about(env).map(drop)),
    ("network", |config, env| Dialer::new(env, config).map(drop).map_err(Into::into)),
    ("discord", |_, env| rest::api_address(env.get("DISCORD_API_BASE")).map(drop).map_err(Into::into)),
];

/// The settings, and everything that is wrong with them. Those that cannot be read are taken to be the defaults, so that
/// the rest is looked at.
pub(super) fn settings(config: Result<Config, ConfigError>, env: &Env) -> (Option<Config>, Vec<Fault>) {
    let (config, error) = match config {
        Ok(config) => (Some(config), None),
        Err(error) => {
            (Config::load(None, &Env::default()).ok(), Some(Fault { about: "settings", says: error.to_string() }))
        }
    };
    let Some(config) = config else { return (None, error.into_iter().collect()) };
    let wrong = CHECKS.iter().filter_map(|(about, check)| {
        let error = check(&config, env).err()?;
        Some(Fault { about, says: format!("{error:#}") })
    });
    let faults = error.into_iter().chain(wrong).collect();
    (Some(config), faults)
}

fn if_known(env: &Env, check: fn(&Database<'_>, &Env) -> anyhow::Result<()>) -> anyhow::Result<()> {
    Database::of(env).map_or(Ok(()), |database| check(&database, env))
}

/// Whether there is a key, or one is made at the first start.
fn key(database: &Database<'_>, _: &Env) -> anyhow::Result<()> {
    let is_first_start =
        Store::file(database.url).is_some_and(|file| !file.exists() && !key_file::beside(file).exists());
    if !is_first_start || database.given_keys()?.keys.is_some() {
        database.keys(IfNoKey::Refuse)?.codec(Arc::new(System))?;
    }
    Ok(())
}

/// Whether the files that the bot makes can be made.
fn folders(database: &Database<'_>, env: &Env) -> anyhow::Result<()> {
    // (Of one that is there, opening it says more.)
    if let Some(file) = Store::file(database.url).filter(|file| !file.exists()) {
        let about = || format!("the database {} cannot be made", file.display());
        writable(private_files::folder_of(file)).with_context(about)?;
    }
    let Some(list) = env.get("CMAD_ERASURES").map(PathBuf::from) else { return Ok(()) };
    let about = || format!("CMAD_ERASURES: the list {} cannot be written", list.display());
    let folder = private_files::folder_of(&list);
    ensure!(folder.is_dir(), "{}: there is no folder {}", about(), folder.display());
    ensure!(!list.is_dir(), "{}: it is a folder", about());
    writable(folder).with_context(about)
}

/// Tries to make a file in a folder, or in the one in which it would be made.
pub(super) fn writable(folder: &Path) -> anyhow::Result<()> {
    let there = folder.ancestors().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let Some(there) = there.into_iter().find(|folder| folder.symlink_metadata().is_ok()) else { return Ok(()) };
    ensure!(there.is_dir(), "{} is no folder", there.display());
    let trial = there.join(format!(".cmad-check-{}", std::process::id()));
    private_files::begin_anew(&trial)
        .with_context(|| format!("nothing can be made in the folder {}", there.display()))?;
    std::fs::remove_file(&trial).with_context(|| format!("{} cannot be removed", trial.display()))
}

fn token(env: &Env) -> anyhow::Result<()> {
    ensure!(
        env.token()?.is_some(),
        "DISCORD_TOKEN is not set. Make a bot at https://discord.com/developers/applications (Bot, Reset Token) and give its \
         token to `cmad init`, or set DISCORD_TOKEN=… or DISCORD_TOKEN_FILE=/path/to/it"
    );
    Ok(())
}

fn mail(config: &Config, env: &Env) -> anyhow::Result<()> {
    let settings = mail::Settings::read(env, config)?;
    if let mail::Settings::File { folder, .. } = &settings {
        writable(folder).context("SMTP_URL")?;
    }
    // What is wrong with the dialer is said of the network.
    if let Ok(dialer) = Dialer::new(env, config) {
        mail::mailer(settings, &dialer)?;
    }
    Ok(())
}

/// An address at which the bot serves.
pub(super) struct Port {
    pub variable: &'static str,
    pub addr: SocketAddr,
    pub state: PortState,
}

/// Who has a port.
pub(super) enum PortState {
    /// No one.
    Free,
    /// A bot, which says this of itself: as a rule the one that these settings are for.
    Bot(String),
    /// Someone else, or it cannot be used at all; what to do.
    Refused(String),
}

/// The addresses at which the bot serves.
///
/// # Errors
/// They are none.
pub(super) fn ports(env: &Env) -> anyhow::Result<Vec<Port>> {
    let (http, metrics) = addresses(env)?;
    let http = http.map(|addr| port(HTTP_ADDR, addr, "/healthz"));
    let metrics = metrics.map(|addr| port(METRICS_ADDR, addr, "/metrics"));
    Ok(http.into_iter().chain(metrics).collect())
}

fn port(variable: &'static str, addr: SocketAddr, path: &str) -> Port {
    let state = match TcpListener::bind(addr) {
        Ok(_) => PortState::Free,
        // A running bot is the usual reason.
        Err(error) if error.kind() == ErrorKind::AddrInUse => match health::get(addr, path) {
            Ok((_, text)) if is_bot(&text) => PortState::Bot(text.lines().next().unwrap_or_default().to_owned()),
            _ => PortState::Refused(format!("another program has {variable}={addr}: choose another port")),
        },
        Err(error) => PortState::Refused(format!("{variable}={addr} cannot be used: {error}")),
    };
    Port { variable, addr, state }
}

/// Whether it is a bot that says this at `/healthz` or `/metrics`.
fn is_bot(text: &str) -> bool {
    text == "alive" || text.starts_with("no beat since") || text.contains("cmad_")
}

/// Refuses to start while something is wrong; all of it is said.
///
/// # Errors
/// Something is wrong.
pub(super) fn must_start(config: Result<Config, ConfigError>, env: &Env) -> anyhow::Result<Config> {
    let (config, mut faults) = settings(config, env);
    match ports(env) {
        Ok(ports) => faults.extend(ports.into_iter().filter_map(|Port { variable, addr, state }| {
            let says = match state {
                PortState::Free => return None,
                PortState::Bot(text) => format!("a bot serves at {variable}={addr} already, and says: {text}"),
                PortState::Refused(says) => says,
            };
            Some(Fault { about: "port", says })
        })),
        Err(error) => faults.push(Fault { about: "port", says: format!("{error:#}") }),
    }
    match config {
        Some(config) if faults.is_empty() => Ok(config),
        _ => bail!("{}", faults.iter().map(|fault| fault.says.as_str()).collect::<Vec<_>>().join("\ncmad: ")),
    }
}
