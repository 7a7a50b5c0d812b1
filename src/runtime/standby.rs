//! Connects to the gateway while this process holds its lease, and waits while another process does.

use secrecy::SecretString;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::discord::gateway::{self, Fatal, GatewayOptions, Identified, Outlets, Pace, SavedSession, Subscriptions};
use crate::discord::rest::GatewayBot;
use crate::net::Dialer;
use crate::runtime::session::recall_session;
use crate::store::Store;
use domain::ids::UserId;
use domain::reading::may_hold_hashtag;

/// What a connection is made with, each time this process gets the lease.
pub struct Connecting {
    /// The bot's token.
    pub token: SecretString,
    /// Where the gateway is, and how many sessions may be started.
    pub gateway: GatewayBot,
    /// The bot and its application.
    pub bot: (UserId, u64),
    /// How fast sessions may follow each other.
    pub pace: Pace,
    /// Where the session is stored for the next holder of the lease.
    pub store: Store,
    /// What opens its connections.
    pub dialer: Dialer,
    /// How many sessions this process has asked Discord for.
    pub identified: Identified,
}

/// Maintains a session while `holds` is true, until cancelled; then returns the session, if there is one. Does not
/// return a session that another process has taken over.
///
/// # Errors
/// [`Fatal`] where Discord refuses the bot for good.
pub async fn keep_gateway(
    with: Connecting,
    mut holds: watch::Receiver<bool>,
    wanted: watch::Receiver<Subscriptions>,
    outlets: Outlets,
    cancel: CancellationToken,
) -> Result<Option<SavedSession>, Fatal> {
    loop {
        tokio::select! {
            // The sender lives as long as the bot.
            held = holds.wait_for(|holds| *holds) => if held.is_err() { return Ok(None) },
            () = cancel.cancelled() => return Ok(None),
        }
        let saved = match recall_session(&with.store).await {
            Ok(saved) => saved,
            Err(error) => {
                tracing::error!(%error, "the last session could not be read; starting a new one");
                None
            }
        };
        let until_lost = cancel.child_token();
        let options = GatewayOptions {
            token: with.token.clone(),
            gateway: with.gateway.clone(),
            bot: with.bot,
            pace: with.pace,
            may_hold_hashtag,
            saved,
            dialer: with.dialer.clone(),
            identified: with.identified.clone(),
        };
        let mut session = Box::pin(gateway::run(options, wanted.clone(), outlets.clone(), until_lost.clone()));
        let lost = async { drop(holds.wait_for(|holds| !*holds).await) };
        tokio::select! {
            ended = &mut session => return ended,
            () = lost => until_lost.cancel(),
        }
        let _theirs = session.await?;
        // From now on another process receives the events.
        outlets.received.send_modify(|received| received.caught_up = false);
    }
}
