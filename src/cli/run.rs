//! `cmad run`: builds the bot, and stops it softly when it is asked to.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;

use crate::config::{Config, Env};
use crate::discord::gateway::Pace;
use crate::mail;
use crate::ports::Entropy as _;
use crate::ports::clock::System;
use crate::runtime::{self, Heartbeat};
use crate::store::key_file::{self, Keys, Missing};
use domain::mail::PublicUrl;

/// Runs the bot until it ends or is asked to stop.
pub(super) async fn serve(config: Config, env: Env) -> anyhow::Result<ExitCode> {
    let token = env.secret("DISCORD_TOKEN")?.context(
        "DISCORD_TOKEN is not set. Make a bot at https://discord.com/developers/applications (Bot, Reset Token) and \
         start again with DISCORD_TOKEN=… or DISCORD_TOKEN_FILE=/path/to/it",
    )?;
    let database_url = env.get("DATABASE_URL").unwrap_or(super::DEFAULT_DATABASE).to_owned();
    let keys: Keys = key_file::find(super::given(&env)?, &database_url, Missing::Make, &System)?;
    if let Some(warning) = keys.warning() {
        tracing::warn!("{warning}");
    }
    if let Some(warning) = super::check::keeps_no_erasures(&database_url, &env) {
        tracing::warn!("{warning}");
    }
    // From here on a signal is heard, also by the first process of a container, which no signal ends by itself.
    let mut asked_to_stop = std::pin::pin!(until_asked_to_stop());
    let start = runtime::start(runtime::Options {
        token,
        api_base: env.get("DISCORD_API_BASE").map(str::to_owned),
        database_url,
        erasures: env.get("CMAD_ERASURES").map(PathBuf::from),
        keys,
        clock: Arc::new(System),
        entropy: Arc::new(System),
        mail: mail::Settings::read(&env, &config)?,
        config,
        http: http_addr(&env)?,
        public_url: public_url(&env)?,
        pace: Pace::Discord,
        process: format!("{:016x}", fresh_number()),
        heartbeat: Heartbeat::Regular,
        render: None,
        witness: None,
    });
    let mut running = tokio::select! {
        started = start => started?,
        () = &mut asked_to_stop => return Ok(ExitCode::SUCCESS),
    };
    tracing::info!("running");
    let ended = tokio::select! {
        ended = running.until_ended() => ended.and_then(|()| anyhow::bail!("it stopped by itself; the log says why")),
        () = &mut asked_to_stop => Ok(()),
    };
    tracing::info!("stopping");
    tokio::select! {
        stopped = running.stop() => match (stopped, &ended) {
            (Err(error), Ok(())) => return Err(error),
            // Why it ended says more than what could not be kept therefore.
            (Err(error), Err(_)) => tracing::warn!(%error, "the session could not be kept"),
            (Ok(()), _) => {}
        },
        () = until_asked_to_stop() => tracing::warn!("asked again: stopping at once"),
    }
    ended.map(|()| ExitCode::SUCCESS)
}

/// Where the pages are served, if anywhere.
pub(super) fn http_addr(env: &Env) -> anyhow::Result<Option<SocketAddr>> {
    let parse = |text: &str| {
        text.parse().with_context(|| format!("CMAD_HTTP_ADDR={text} is no address and port, such as 127.0.0.1:8080"))
    };
    env.get("CMAD_HTTP_ADDR").map(parse).transpose()
}

/// Tells this process from every other one, also from the one before it.
fn fresh_number() -> u64 {
    let mut bytes = [0; 8];
    System.fill(&mut bytes);
    u64::from_be_bytes(bytes)
}

/// Where the pages are to be found from outside, if anywhere.
fn public_url(env: &Env) -> anyhow::Result<Option<PublicUrl>> {
    env.get("CMAD_PUBLIC_URL").map(|text| text.parse().with_context(|| format!("CMAD_PUBLIC_URL={text}"))).transpose()
}

/// Waits for Ctrl-C or, where there is one, a termination signal.
async fn until_asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Without a handler for the signal there is nothing to wait for but the gateway's end.
    if interrupt.await.is_err() {
        std::future::pending::<()>().await;
    }
}
