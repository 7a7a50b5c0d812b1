//! `cmad run`: builds the bot, and stops it softly when it is asked to.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;

use crate::cli::checks::must_start;
use crate::cli::database::Database;
use crate::cli::signals::Signals;
use crate::cli::whereabouts::{about, addresses, public_url};
use crate::cli::{Given, block_on, environment};
use crate::config::{Config, Env};
use crate::discord::gateway::Pace;
use crate::mail;
use crate::net::Dialer;
use crate::observe::logs;
use crate::ports::Entropy as _;
use crate::ports::clock::System;
use crate::runtime::{self, Heartbeat};
use crate::store::key_file::IfNoKey;

/// Run the bot. Needs DISCORD_TOKEN.
///
/// It logs to standard error. After SIGTERM, SIGHUP or Ctrl-C it stops within ten seconds: running work is finished, and the
/// next start does the rest. A second SIGTERM or Ctrl-C ends it at once; nothing is lost then either.
/// SIGUSR1 and SIGUSR2 are ignored.
///
/// With CMAD_HTTP_ADDR it serves /healthz (it is alive) and /readyz (it can work), with CMAD_METRICS_ADDR /metrics (for
/// Prometheus); see docs/operations.md.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {}

pub(super) fn run(given: Given) -> anyhow::Result<ExitCode> {
    // Every setting, before anything is made.
    let config = must_start(given.config(), &given.env)?;
    let _until_the_end = logs::start(&config.log)?;
    block_on(serve(config, given.env))
}

/// Runs the bot until it ends or is asked to stop.
async fn serve(config: Config, env: Env) -> anyhow::Result<ExitCode> {
    let mut signals = Signals::handle().context("signals cannot be handled")?;
    let database = Database::of(&env)?;
    let (token, (mail, public_url)) = (env.token()?, (mail::Settings::read(&env, &config)?, public_url(&env)?));
    let ((http, metrics), about) = (addresses(&env)?, about(&env)?);
    let dialer = Dialer::new(&env, &config)?;
    let token = token.context("DISCORD_TOKEN is not set")?;
    let keys = database.keys(IfNoKey::Make)?;
    let notes = dialer.notes().iter().map(String::as_str);
    for warning in keys.warning().as_deref().into_iter().chain(database.notes_no_erasures()).chain(notes) {
        tracing::warn!("{warning}");
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
        metrics,
        public_url,
        about,
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

/// A name that no other process has or had.
fn random_name() -> String {
    let mut bytes = [0; 8];
    System.fill(&mut bytes);
    format!("{:016x}", u64::from_be_bytes(bytes))
}
