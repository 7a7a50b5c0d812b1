//! What a start says of its database: that it is new, whether the bot ran before, with another one, and whether it is older
//! than it was.

use crate::app::App;
use crate::app::clock_check::last_mark;
use crate::discord::rest::Rest;
use crate::store::key_file::Keys;
use crate::store::{Beginning, ListAfterwards, Reconciled, Result, Store};

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

/// Does again what an older database does not know: who was erased, and what was sent.
pub(super) async fn catch_up(store: &Store, app: &App) -> Result<()> {
    let older = if store.is_older_than_it_was().await? {
        Some(ListAfterwards::Kept)
    } else {
        app.was_put_back().await?.then_some(ListAfterwards::AsOld)
    };
    if let Some(list) = older {
        let Reconciled { looked_for, erased } = store.reconcile(list, last_mark(store).await?, app.now()).await?;
        tracing::warn!(
            looked_for,
            erased,
            "the database is older than it was: a dump, a snapshot or a copy was put back. What was due is looked for on Discord before anything is sent, and who was erased since is erased again"
        );
    } else {
        let erased = store.follow_list(app.now()).await?;
        if erased > 0 {
            tracing::warn!(
                erased,
                "the list of erasures had people whom this database did not know to be erased: they are erased now"
            );
        }
    }
    if store.are_copies_held().await? {
        tracing::warn!(
            "no copy goes to a boss: the database was put back without a list of erasures that is newer, so it is not known who asked for no more. Record whom you know of by `cmad no-more`, then run `cmad no-more --complete`"
        );
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
