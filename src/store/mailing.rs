//! Which mails may be sent and which may have been sent, so that a server's daily limit holds.

use chrono::{DateTime, Utc};

use crate::store::sends::Claim;
use crate::store::{Result, Store, count_of, ms};
use domain::ids::GuildId;
use domain::send::SendKey;

/// Whether a mail may be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayLeave {
    /// It may.
    Now,
    /// Not yet: the server has reached its daily limit.
    Later,
}

impl Store {
    /// Records that a send is about to go out by mail, unless its server has had `most` mails within a day, or another
    /// process has claimed it meanwhile. A send that was recorded before is not counted again.
    ///
    /// # Errors
    /// The database failed; the mail must not leave.
    pub async fn note_mailing(&self, claim: &Claim, now: DateTime<Utc>, most: u32) -> Result<MayLeave> {
        let guild = claim.send().guild;
        // Takes the writer's lock first, so that two processes cannot both use the last free place.
        let mut write = self.write().await?;
        let done = sqlx::query(
            "update sends set mailed_at = coalesce(mailed_at, $2)
             where key = $1 and state = 'claimed' and claim_token = $6 and (mailed_at is not null
                 or (select count(*) from sends where guild = $3 and mailed_at > $4) < $5)",
        )
        .bind(claim.send().key.to_string())
        .bind(ms(now))
        .bind(guild.to_db())
        .bind(ms(now - DAY))
        .bind(i64::from(most))
        .bind(claim.token())
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok(if done.rows_affected() == 1 { MayLeave::Now } else { MayLeave::Later })
    }

    /// How many mails a server has had within a day.
    pub async fn mails_of_a_day(&self, guild: GuildId, now: DateTime<Utc>) -> Result<u32> {
        let found: i64 = sqlx::query_scalar("select count(*) from sends where guild = $1 and mailed_at > $2")
            .bind(guild.to_db())
            .bind(ms(now - DAY))
            .fetch_one(&self.pool)
            .await?;
        Ok(count_of(found))
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

/// The period of a server's limit.
const DAY: chrono::TimeDelta = chrono::TimeDelta::hours(24);
