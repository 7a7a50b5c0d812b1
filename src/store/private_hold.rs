//! Whether private messages are held back: a note, so that it outlives the process and holds for all of them.

use chrono::{DateTime, Utc};

use crate::store::{Result, Store, StoreError, at, ms};

/// The name of the note.
const NAME: &str = "private-hold";

/// Private messages are held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Discord's code.
    pub code: u32,
    /// Until when; then one of them may try it.
    pub until: DateTime<Utc>,
}

impl Hold {
    fn note(self) -> String {
        format!("{} {}", self.code, ms(self.until))
    }

    fn read(note: &str) -> Result<Self> {
        let unreadable = || StoreError::Unreadable("remembered.value");
        let (code, until) = note.split_once(' ').ok_or_else(unreadable)?;
        let until = at(until.parse().map_err(|_| unreadable())?)?;
        Ok(Self { code: code.parse().map_err(|_| unreadable())?, until })
    }
}

impl Store {
    /// The present hold.
    pub async fn private_hold(&self) -> Result<Option<Hold>> {
        self.recall(NAME).await?.as_deref().map(Hold::read).transpose()
    }

    /// Holds private messages back. Returns whether they were not held back before.
    pub async fn hold_private_messages(&self, hold: Hold) -> Result<bool> {
        let is_new = self.private_hold().await?.is_none();
        self.remember(NAME, &hold.note()).await?;
        Ok(is_new)
    }

    /// Extends a hold. Returns `false` if another worker changed it meanwhile.
    pub async fn extend_private_hold(&self, hold: Hold, until: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        let done = sqlx::query("update remembered set value = $3 where name = $1 and value = $2")
            .bind(NAME)
            .bind(hold.note())
            .bind(Hold { until, ..hold }.note())
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends the hold, and makes what it held back due now. Returns how many sends that are.
    pub async fn release_private_messages(&self, now: DateTime<Utc>) -> Result<u64> {
        let Some(hold) = self.private_hold().await? else { return Ok(0) };
        let mut write = self.write().await?;
        let woken =
            sqlx::query("update sends set retry_at = $2 where state = 'planned' and code = $1 and retry_at > $2")
                .bind(i64::from(hold.code))
                .bind(ms(now))
                .execute(&mut *write)
                .await?;
        sqlx::query("delete from remembered where name = $1").bind(NAME).execute(&mut *write).await?;
        write.commit().await?;
        Ok(woken.rows_affected())
    }
}
