//! `cmad run`: builds the bot, and stops it softly when it is asked to.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;

use crate::cli::database::Database;
use crate::cli::signals::Signals;
use crate::cli::{ENVIRONMENT, Given, block_on};
use crate::config::{Config, Env};
use crate::discord::gateway::Pace;
use crate::mail;
use crate::net::Dialer;
use crate::observe::logs;
use crate::ports::Entropy as _;
use crate::ports::clock::System;
use crate::runtime::{self, Heartbeat};
use crate::store::key_file::IfNoKey;
use domain::mail::PublicUrl;

/// Run the bot. Needs DISCORD_TOKEN.
///
/// It logs to standard error. After SIGTERM, SIGHUP or Ctrl-C it stops within ten seconds: running work is finished, and the
/// next start does the rest. A second SIGTERM or Ctrl-C ends it at once; nothing is lost then either.
/// SIGUSR1 and SIGUSR2 are ignored.
///
/// With CMAD_HTTP_ADDR it serves /healthz (it is alive), /readyz (it can work) and /metrics (for Prometheus; refused to
/// requests through CMAD_PUBLIC_URL or a proxy); see docs/operations.md.
#[derive(clap::Args)]
#[command(after_help = ENVIRONMENT)]
pub(super) struct Args {}

pub(super) fn run(given: Given) -> anyhow::Result<ExitCode> {
    let config = given.config()?;
    let _until_the_end = logs::start(&config.log)?;
    block_on(serve(config, given.env))
}

/// Runs the bot until it ends or is asked to stop.
async fn serve(config: Config, env: Env) -> anyhow::Result<ExitCode> {
    let mut signals = Signals::handle().context("signals cannot be handled")?;
    let token = env.token()?.context(
        "DISCORD_TOKEN is not set. Make a bot at https://discord.com/developers/applications (Bot, Reset Token) and \
         start again with DISCORD_TOKEN=… or DISCORD_TOKEN_FILE=/path/to/it",
    )?;
    // Before anything is made.
    let (mail, http, public_url) = (mail::Settings::read(&env, &config)?, http_addr(&env)?, public_url(&env)?);
    let database = Database::of(&env);
    let keys = database.keys(IfNoKey::Make)?;
    for warning in keys.warning().as_deref().into_iter().chain(database.notes_no_erasures()) {
        tracing::warn!("{warning}");
    }
    let dialer = Dialer::new(&env, &config)?;
    for note in dialer.notes() {
        tracing::warn!("{note}");
    }
    let start = runtime::start(runtime::Options {
        token,
        api_base: env.get("DISCORD_API_BASE").map(str::to_owned),
        database_url: database.url.to_owned(),
        erasures: database.erasures(),
        keys,
        clock: Arc::new(System),
        entropy: Arc::new(System),
        mail,
        config,
        http,
        public_url,
        pace: Pace::Discord,
        dialer,
        process: random_name(),
        heartbeat: Heartbeat::Regular,
        render: None,
        commit_observer: None,
    });
    let mut running = tokio::select! {
        started = start => started?,
        () = signals.stop() => return Ok(ExitCode::SUCCESS),
    };
    tracing::info!("running");
    let ended = tokio::select! {
        ended = running.until_ended() => ended.and_then(|()| anyhow::bail!("the bot stopped by itself; the log says why")),
        () = signals.stop() => Ok(()),
    };
    tracing::info!("stopping");
    tokio::select! {
        stopped = running.stop() => match (stopped, &ended) {
            (Err(error), Ok(())) => return Err(error),
            // Why the bot ended matters more.
            (Err(error), Err(_)) => tracing::warn!(%error, "the session could not be stored"),
            (Ok(()), _) => {}
        },
        () = signals.stop_again() => tracing::warn!("a second signal to stop: stopping at once"),
    }
    ended.map(|()| ExitCode::SUCCESS)
}

/// Where the pages are served, if anywhere.
pub(super) fn http_addr(env: &Env) -> anyhow::Result<Option<SocketAddr>> {
    let parse = |text: &str| {
        text.parse()
            .with_context(|| format!("CMAD_HTTP_ADDR={text} is not an address with a port, such as 127.0.0.1:8080"))
    };
    env.get("CMAD_HTTP_ADDR").map(parse).transpose()
}

/// A name that no other process has or had.
fn random_name() -> String {
    let mut bytes = [0; 8];
    System.fill(&mut bytes);
    format!("{:016x}", u64::from_be_bytes(bytes))
}

/// Where the pages are found from outside, if anywhere.
fn public_url(env: &Env) -> anyhow::Result<Option<PublicUrl>> {
    env.get("CMAD_PUBLIC_URL").map(|text| text.parse().with_context(|| format!("CMAD_PUBLIC_URL={text}"))).transpose()
}
