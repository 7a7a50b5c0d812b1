//! What may leave by mail and what may have left, so that a server's limit of a day holds.

use chrono::{DateTime, Utc};

use crate::store::sends::Claim;
use crate::store::{Result, Store, count_of, ms};
use domain::ids::GuildId;
use domain::send::SendKey;

/// Whether a mail may leave now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayLeave {
    /// It may.
    Now,
    /// The server has had its mails of a day.
    Later,
}

impl Store {
    /// Notes that a send is about to leave by mail, if its server has not had `most` mails since a day, and if no other
    /// process has claimed it meanwhile. One that was noted before is not counted again.
    ///
    /// # Errors
    /// The database failed; the mail must not leave.
    pub async fn note_mailing(&self, claim: &Claim, now: DateTime<Utc>, most: u32) -> Result<MayLeave> {
        let guild = claim.send().guild;
        // The writer's place is taken at once, so that two of us cannot both find the last place free.
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

    /// How many mails a server has had since a day.
    pub async fn mails_of_a_day(&self, guild: GuildId, now: DateTime<Utc>) -> Result<u32> {
        let found: i64 = sqlx::query_scalar("select count(*) from sends where guild = $1 and mailed_at > $2")
            .bind(guild.to_db())
            .bind(ms(now - DAY))
            .fetch_one(&self.pool)
            .await?;
        Ok(count_of(found))
    }

    /// Whether a send may have left by mail.
    pub async fn may_have_been_mailed(&self, key: &SendKey) -> Result<bool> {
        let found: i64 = sqlx::query_scalar("select count(*) from sends where key = $1 and mailed_at is not null")
            .bind(key.to_string())
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }
}

/// What a server's limit counts.
const DAY: chrono::TimeDelta = chrono::TimeDelta::hours(24);
