//! Which mails may have been sent.

use chrono::{DateTime, Utc};

use crate::store::sends::Claim;
use crate::store::{Result, Store, at, ms};
use domain::send::SendKey;

impl Store {
    /// Records that a send is about to go out by mail, and says since when tries have been made: from now on it may have
    /// left. `None` if another process has claimed it meanwhile.
    ///
    /// # Errors
    /// The database failed; the mail must not leave.
    pub async fn note_mailing(&self, claim: &Claim, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let mut write = self.write().await?;
        let since: Option<i64> = sqlx::query_scalar(
            "update sends set mailed_at = coalesce(mailed_at, $2) where key = $1 and state = 'claimed' and claim_token = $3
             returning mailed_at",
        )
        .bind(claim.send().key.to_string())
        .bind(ms(now))
        .bind(claim.token())
        .fetch_optional(&mut *write)
        .await?;
        write.commit().await?;
        since.map(at).transpose()
    }

    /// Whether a send may have gone out by mail.
    pub async fn may_have_been_mailed(&self, key: &SendKey) -> Result<bool> {
        let found: i64 = sqlx::query_scalar("select count(*) from sends where key = $1 and mailed_at is not null")
            .bind(key.to_string())
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }
}
