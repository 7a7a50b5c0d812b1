//! Words that a manager adds to their digest from elsewhere: sealed in the digest's row.

use crate::store::digests::DigestOwner;
use crate::store::{Result, Store, StoreError};
use domain::digest::{AddRefusal, AddedList};

/// What the sealed list of a digest is bound to.
pub(in crate::store) fn place_of((guild, year, manager): DigestOwner) -> String {
    format!("digests.added:{guild}:{year}:{manager}")
}

/// The list as it is sealed; nothing while there never was an entry.
pub(super) fn json(list: &AddedList) -> Result<Option<String>> {
    let json = || serde_json::to_string(list).map_err(|_| StoreError::Unreadable("digests.added_enc"));
    if list.is_untouched() { Ok(None) } else { json().map(Some) }
}

impl Store {
    /// Opens a digest's list; an empty one where there is none, or it does not open.
    pub(in crate::store) fn open_added(&self, sealed: Option<&str>, whose: DigestOwner) -> AddedList {
        let json = sealed.and_then(|sealed| self.opened(sealed, &place_of(whose)));
        json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// Changes what a manager added, in one transaction: nothing is added once the campaign's words are being removed, because
    /// it would stay for ever.
    pub async fn change_added(
        &self,
        whose: DigestOwner,
        change: impl FnOnce(&mut AddedList) -> std::result::Result<(), AddRefusal> + Send,
    ) -> Result<std::result::Result<(), AddRefusal>> {
        let mut write = self.write().await?;
        let purged: Option<i64> = sqlx::query_scalar(
            "select 1 from sends where guild = $1 and year = $2 and kind = 'purge' and state <> 'planned'",
        )
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .fetch_optional(&mut *write)
        .await?;
        if purged.is_some() {
            return Ok(Err(AddRefusal::Purged));
        }
        let mut record = self.digest_for_change(&mut write, whose).await?;
        let done = change(&mut record.choices.added);
        if done.is_ok() {
            self.write_digest(&mut write, whose, &record).await?;
            write.commit().await?;
        }
        Ok(done)
    }
}
