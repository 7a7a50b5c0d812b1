//! A database that is older than it was: a dump, a snapshot or a copy of the file was put back, which knows nothing of what
//! was sent since. Discord still has it, so whatever was due by now is looked for there before anything is sent, and
//! whoever was erased since is erased again.
//!
//! It is noticed by the time of the last send: the database notes it, and so does a file beside the list of erasures,
//! which a restored database did not take back with it. Where there is no such file, or it was put back too, Discord
//! shows what the database says was never tried (`app::put_back`).

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};

use crate::private_files;
use crate::store::erasure_list::hold_copies;
use crate::store::{Result, Store, StoreError, Write, ms, remember};

/// The note of the last send, as UTC milliseconds.
const LAST_SENT: &str = "last-sent";
/// The note of the last time when what was due was declared to be looked for. Sends that a plan adds later, and that
/// were due before, are looked for too ([`crate::store::sends`]).
const RECONCILED: &str = "reconciled";
/// How far the numbers of thanks are moved on: the lost ones may stand in buttons and marks on Discord.
const NUMBERS_LOST: i64 = 1_000_000;

/// What a restored database was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// How many sends are looked up on Discord before anything is sent.
    pub looked_for: u64,
    /// How many people had been erased since, and were erased again.
    pub erased: u64,
}

/// What is known of the list of erasures beside a database that was put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListAfterwards {
    /// It stayed where it was, if there was one.
    Kept,
    /// It knew of no later send than the database, so that it was put back, too, or there is none.
    AsOld,
}

impl Store {
    /// Whether more was sent than this database knows, by the file beside the list of erasures.
    pub async fn is_older_than_it_was(&self) -> Result<bool> {
        let Some(outside) = self.last_sent_outside()? else { return Ok(false) };
        let here = self.recall(LAST_SENT).await?.and_then(|text| text.parse::<i64>().ok());
        Ok(here.is_none_or(|here| here < outside))
    }

    /// Makes whatever was due by now be looked for on Discord before it is sent, and erases again who was erased after
    /// `known_until`, the end of what this database knows for certain.
    ///
    /// # Errors
    /// The database or the list of erasures failed; nothing was changed.
    pub async fn reconcile(
        &self,
        list: ListAfterwards,
        known_until: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Reconciled> {
        let last_sent = self.recall(LAST_SENT).await?.and_then(|text| text.parse::<i64>().ok());
        let known_until = known_until.map(ms).max(last_sent).unwrap_or_default();
        let mut write = self.write().await?;
        let looked_for = self.look_for_what_was_due(&mut write, now).await?;
        match (list, self.last_sent_outside()?) {
            (_, None) => self.hold_copies_without_list(&mut write).await?,
            (ListAfterwards::AsOld, Some(_)) => hold_copies(&mut write).await?,
            (ListAfterwards::Kept, Some(_)) => {}
        }
        let erased = self.follow_list_within(&mut write, Some(known_until), now).await?;
        write.commit().await?;
        Ok(Reconciled { looked_for, erased })
    }

    /// Within the transaction that makes a database older: what was due by now may have gone out. Returns how many sends
    /// that is.
    pub(super) async fn look_for_what_was_due(&self, write: &mut Write<'_>, now: DateTime<Utc>) -> Result<u64> {
        let looked_for = sqlx::query(
            "update sends set uncertain = 1, state = 'planned', claim_token = null, claim_until = null,
                 taken_at = coalesce(taken_at, due_at), retry_at = due_at
             where state = 'claimed' or (state = 'planned' and due_at <= $1)",
        )
        .bind(ms(now))
        .execute(&mut **write)
        .await?
        .rows_affected();
        sqlx::query("update counters set value = value + $1 where name = 'thanks'")
            .bind(NUMBERS_LOST)
            .execute(&mut **write)
            .await?;
        remember(&mut **write, RECONCILED, &ms(now).to_string()).await?;
        if let Some(outside) = self.last_sent_outside()? {
            note_sent_at(write, outside).await?;
        }
        Ok(looked_for)
    }

    /// Notes within its transaction that something was sent. The result goes to [`Store::note_outside`] after the commit.
    pub(super) async fn note_sent(&self, write: &mut Write<'_>, now: DateTime<Utc>) -> Result<i64> {
        note_sent_at(write, ms(now)).await
    }

    /// Notes the time of the last send outside of the database.
    pub(super) fn note_outside(&self, last_sent: i64) {
        static WAS_TOLD: AtomicBool = AtomicBool::new(false);
        let Some(file) = self.file_of_last_sent() else { return };
        if let Err(error) = private_files::write_over(&file, last_sent.to_string().as_bytes())
            && !WAS_TOLD.swap(true, Ordering::Relaxed)
        {
            let file = file.display();
            tracing::warn!(%file, %error, "the time of the last send cannot be noted beside the list of erasures: after a restore by other means than cmad's, run `cmad reconcile`");
        }
    }

    fn last_sent_outside(&self) -> Result<Option<i64>> {
        let Some(file) = self.file_of_last_sent() else { return Ok(None) };
        match std::fs::read_to_string(file) {
            // One that was cut off by a power loss says nothing.
            Ok(text) => Ok(text.trim().parse().ok()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::Backup(error)),
        }
    }

    fn file_of_last_sent(&self) -> Option<PathBuf> {
        self.erasures.as_ref().map(|file| file.with_added_extension("sent"))
    }
}

/// The later one of this and what was noted before: the clocks of several processes differ.
async fn note_sent_at(write: &mut Write<'_>, at: i64) -> Result<i64> {
    // As texts: both have 13 digits.
    let noted: String = sqlx::query_scalar(
        "insert into remembered (name, value) values ($1, $2) on conflict (name) do update
             set value = case when excluded.value > remembered.value then excluded.value else remembered.value end
         returning value",
    )
    .bind(LAST_SENT)
    .bind(at.to_string())
    .fetch_one(&mut **write)
    .await?;
    noted.parse().map_err(|_| StoreError::Unreadable("remembered"))
}
