//! Registers the commands with Discord. A refusal is logged and tried again: what is due, and what people press and
//! write, does not wait for it.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use crate::discord::commands::table;
use crate::discord::gateway::Pace;
use crate::discord::rest::Rest;
use crate::runtime::beginning;
use crate::store::Store;

/// Where a fingerprint of the commands that were registered last is stored.
const COMMANDS: &str = "commands";

/// How long the start waits for the first try: mostly a moment, and no longer than people wait for an answer.
pub(super) const FIRST_TRY: Duration = Duration::from_secs(3);

/// Registers the commands, until Discord has taken them.
pub(super) struct Registration {
    pub(super) rest: Arc<Rest>,
    pub(super) store: Store,
    pub(super) application: u64,
    pub(super) words_max: u16,
    pub(super) pace: Pace,
}

impl Registration {
    /// Tries until it succeeds or is cancelled. Says `tried` after the first try, whatever came of it.
    pub(super) async fn run(self, tried: oneshot::Sender<()>, cancel: CancellationToken) {
        let mut tried = Some(tried);
        for failures in 0_u32.. {
            let done = tokio::select! {
                done = self.register() => done,
                () = cancel.cancelled() => return,
            };
            if let Some(tried) = tried.take() {
                // The start may have gone on meanwhile.
                let _ = tried.send(());
            }
            match done {
                Ok(()) => break,
                Err(error) if failures == 0 => {
                    tracing::warn!(
                        error = format!("{error:#}"),
                        "the commands are not registered; everything else runs, and it is tried again"
                    );
                }
                Err(error) => {
                    tracing::debug!(error = format!("{error:#}"), failures, "the commands are still not registered")
                }
            }
            tokio::select! {
                () = tokio::time::sleep(pause(self.pace, failures)) => {}
                () = cancel.cancelled() => return,
            }
        }
        // A task that ends stops the bot.
        cancel.cancelled().await;
    }

    /// Registers them, but only where they are not those that were registered last: Discord limits how often.
    async fn register(&self) -> anyhow::Result<()> {
        beginning::ask_discord(&self.store, &self.rest, self.application).await?;
        let commands = table::commands(self.words_max);
        let application = self.application;
        let fingerprint = format!("{application}:{}", hex::encode(Sha256::digest(commands.to_string())));
        if self.store.recall(COMMANDS).await?.as_deref() != Some(&fingerprint) {
            self.rest.register_commands(application, &commands).await.context("Discord did not take the commands")?;
            self.store.remember(COMMANDS, &fingerprint).await?;
            tracing::info!("commands registered");
        }
        Ok(())
    }
}

/// How long to wait after so many failures: a minute, then twice as long each time, up to an hour.
fn pause(pace: Pace, failures: u32) -> Duration {
    match pace {
        Pace::Discord => Duration::from_mins(1 << failures.min(6)).min(Duration::from_hours(1)),
        Pace::Rehearsal => Duration::from_millis(100),
    }
}
