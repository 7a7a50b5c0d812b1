//! Discord's REST interface at the start: who the bot is, where the gateway is, and the registered commands.

use std::sync::Arc;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::app::clock_check::CheckedClock;
use crate::discord::commands::table;
use crate::discord::context::Me;
use crate::discord::rest::{GatewayBot, Rest, RestOptions};
use crate::store::Store;
use domain::away::Contents;

/// Where a fingerprint of the commands that were registered last is stored.
const COMMANDS: &str = "commands";

/// What Discord says about the bot.
pub(super) struct Discord {
    pub(super) rest: Arc<Rest>,
    pub(super) gateway: GatewayBot,
    pub(super) me: Me,
}

impl Discord {
    /// Asks Discord who the bot is, and what time it is.
    ///
    /// # Errors
    /// The token is not known, or Discord cannot be reached.
    pub(super) async fn connect(options: &RestOptions<'_>, clock: Arc<CheckedClock>) -> anyhow::Result<Self> {
        let rest = Arc::new(Rest::new(options)?);
        rest.tell_time_to(clock);
        let reach = "Discord cannot be reached; check the network, DISCORD_TOKEN and DISCORD_API_BASE";
        let gateway = rest.gateway_bot().await.context(reach)?;
        let application = rest.application().await.context(reach)?;
        let user = rest.current_user().await.context(reach)?;
        let me = Me {
            user: user.id,
            application: application.id,
            contents: if application.may_read_content() { Contents::Received } else { Contents::Withheld },
            tag_channels: Vec::new(),
        };
        Ok(Self { rest, gateway, me })
    }

    /// Registers the commands, but only where they are not those that were registered last: Discord limits how often.
    pub(super) async fn register_commands(&self, store: &Store, words_max: u16) -> anyhow::Result<()> {
        let commands = table::commands(words_max);
        let application = self.me.application;
        let fingerprint = format!("{application}:{}", hex::encode(Sha256::digest(commands.to_string())));
        if store.recall(COMMANDS).await?.as_deref() != Some(&fingerprint) {
            self.rest.register_commands(application, &commands).await.context("Discord did not take the commands")?;
            store.remember(COMMANDS, &fingerprint).await?;
            tracing::info!("commands registered");
        }
        Ok(())
    }
}

/// Shares the token's requests with the other processes.
pub(super) async fn share_requests(rest: Arc<Rest>, mut count: watch::Receiver<u16>, cancel: CancellationToken) {
    loop {
        rest.share_among(*count.borrow_and_update());
        tokio::select! {
            changed = count.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
    }
}
