//! Connects to the gateway while this process holds its lease, and stands by while another does.

use secrecy::SecretString;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::discord::gateway::{self, Fatal, GatewayOptions, Outlets, Pace, SavedSession, Subscriptions};
use crate::discord::rest::GatewayBot;
use crate::store::{Store, StoreError};
use domain::reading::may_hold_hashtag;

/// Where the last gateway session is remembered.
const SESSION: &str = "gateway-session";

/// What a connection is made with, each time this process gets the lease.
pub struct Connecting {
    /// The bot's token.
    pub token: SecretString,
    /// Where the gateway is, and how many sessions may be started.
    pub gateway: GatewayBot,
    /// How fast sessions may follow each other.
    pub pace: Pace,
    /// Where the session is stored for the next holder of the lease.
    pub store: Store,
}

/// Keeps a session to Discord while `holds` is true, until cancelled; then it returns the session, if there is one. A
/// session that another process has taken over is not returned.
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
            pace: with.pace,
            may_hold_hashtag,
            saved,
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

/// Stores the session for the next process that connects.
pub async fn keep_session(store: &Store, session: &SavedSession) -> Result<(), StoreError> {
    let text = serde_json::to_string(session).map_err(|_| StoreError::Unreadable("the session"))?;
    store.remember(SESSION, &text).await
}

/// Takes the session that was stored last. It is taken once: a second start must not resume it from the same place.
async fn recall_session(store: &Store) -> Result<Option<SavedSession>, StoreError> {
    let Some(text) = store.recall(SESSION).await? else { return Ok(None) };
    store.forget(SESSION).await?;
    Ok(serde_json::from_str(&text).ok())
}
