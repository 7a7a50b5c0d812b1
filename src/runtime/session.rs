//! The gateway session across restarts: stored on a graceful stop, resumed by the next process that connects. Discord
//! then sends what was missed. If it no longer knows the session, a new one begins, and `app::away` catches up.

use crate::discord::gateway::SavedSession;
use crate::store::{Store, StoreError};

/// The note in which the last session is stored.
const SESSION: &str = "gateway-session";

/// Stores the session for the next process that connects.
pub async fn keep_session(store: &Store, session: &SavedSession) -> Result<(), StoreError> {
    let text = serde_json::to_string(session).map_err(|_| StoreError::Unreadable("the session"))?;
    store.remember(SESSION, &text).await
}

/// Takes the session that was stored last. It is taken once: a second start must not resume it from the same place.
pub async fn recall_session(store: &Store) -> Result<Option<SavedSession>, StoreError> {
    let Some(text) = store.recall(SESSION).await? else { return Ok(None) };
    store.forget(SESSION).await?;
    Ok(serde_json::from_str(&text).ok())
}
