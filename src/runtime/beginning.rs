//! What a start says of its database: that it is new, and whether the bot ran before, with another one.

use crate::discord::rest::Rest;
use crate::store::key_file::Keys;
use crate::store::{Beginning, Result, Store};

/// Says that the database is new, or where it is not well placed, and looks beside it for what an earlier one left.
pub(super) async fn look_beside(store: &Store, url: &str, keys: &Keys) -> Result<()> {
    if store.is_new() {
        // An address of PostgreSQL holds a password.
        let path = Store::file(url).map_or_else(|| "PostgreSQL".to_owned(), |file| file.display().to_string());
        tracing::warn!(path, "a new, empty database was made");
    }
    if store.has_rollback_journal() {
        tracing::warn!(
            "the database's file system has no shared memory, so SQLite keeps a rollback journal: nothing is less safe, but a \
             backup makes those who write wait; a local disk is better"
        );
    }
    if store.beginning().await? == Beginning::Unclear && (keys.were_beside() || store.has_erasures()) {
        note_past(store, "its key or its list of erasures is older than the database").await?;
    }
    Ok(())
}

/// Asks Discord whether the bot ran before, where that is not known: its commands were registered then.
///
/// # Errors
/// Discord or the database failed; it is asked again.
pub(super) async fn ask_discord(store: &Store, rest: &Rest, application: u64) -> anyhow::Result<()> {
    if store.beginning().await? == Beginning::Unclear {
        if rest.knows_our_commands(application).await? {
            note_past(store, "Discord knows its commands").await?;
        } else {
            store.note_beginning(Beginning::First).await?;
        }
    }
    Ok(())
}

async fn note_past(store: &Store, why: &'static str) -> Result<()> {
    // Another process may have found out that it is the first one, and registered the commands meanwhile.
    if !store.note_beginning(Beginning::Again).await? {
        return Ok(());
    }
    tracing::error!(
        why,
        "this bot ran before with another database: what was set up and said then is not in this one. Stop it, and give it \
         the right DATABASE_URL, volume or backup; if the loss is known, set up a server anew"
    );
    Ok(())
}
