//! The gateway goes with its lease: connected while this process holds it, standing by while another does.

use secrecy::SecretString;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::discord::gateway::{self, Fatal, GatewayOptions, Outlets, Pace, SavedSession, Subscriptions};
use crate::discord::rest::GatewayBot;
use crate::store::{Store, StoreError};
use domain::reading::may_hold_hashtag;

/// Where the last gateway session is remembered.
const SESSION: &str = "gateway-session";

/// What a connection is made with, each time it is this process's turn.
pub struct Connecting {
    /// The bot's token.
    pub token: SecretString,
    /// Where the gateway is, and how many sessions may be started.
    pub gateway: GatewayBot,
    /// How fast sessions may follow each other.
    pub pace: Pace,
    /// Where the session is kept between two turns, whoever had the one before.
    pub store: Store,
}

/// Keeps a session to Discord whenever `holds` says that it is this process's turn, until cancelled; then it returns
/// the session, if there is one. One that another process has taken over is not kept: it is theirs.
///
/// # Errors
/// [`Fatal`] if Discord will not have us.
pub async fn keep_gateway(
    with: Connecting,
    mut holds: watch::Receiver<bool>,
    wanted: watch::Receiver<Subscriptions>,
    outlets: Outlets,
    cancel: CancellationToken,
) -> Result<Option<SavedSession>, Fatal> {
    loop {
        tokio::select! {
            // Whoever tells lives as long as the bot does.
            held = holds.wait_for(|holds| *holds) => if held.is_err() { return Ok(None) },
            () = cancel.cancelled() => return Ok(None),
        }
        let saved = match recall_session(&with.store).await {
            Ok(saved) => saved,
            Err(error) => {
                tracing::error!(%error, "the last session is not known; a new one is started");
                None
            }
        };
        let turn = cancel.child_token();
        let options = GatewayOptions {
            token: with.token.clone(),
            gateway: with.gateway.clone(),
            pace: with.pace,
            may_hold_hashtag,
            saved,
        };
        let mut session = Box::pin(gateway::run(options, wanted.clone(), outlets.clone(), turn.clone()));
        let lost = async { drop(holds.wait_for(|holds| !*holds).await) };
        tokio::select! {
            ended = &mut session => return ended,
            () = lost => turn.cancel(),
        }
        let _theirs = session.await?;
        // What is said from now on is told to somebody else.
        outlets.received.send_modify(|received| received.caught_up = false);
    }
}

/// Keeps the session for whoever connects next.
///
/// # Errors
/// The database failed.
pub async fn keep_session(store: &Store, session: &SavedSession) -> Result<(), StoreError> {
    let text = serde_json::to_string(session).map_err(|_| StoreError::Unreadable("the session"))?;
    store.remember(SESSION, &text).await
}

/// Takes the session that was kept last. It is taken once: a second start must not resume it from the same place.
async fn recall_session(store: &Store) -> Result<Option<SavedSession>, StoreError> {
    let Some(text) = store.recall(SESSION).await? else { return Ok(None) };
    store.forget(SESSION).await?;
    Ok(serde_json::from_str(&text).ok())
}
