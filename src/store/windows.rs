//! The windows in which campaigns collect thanks, over all servers: there are too many to query one by one.

use chrono::{DateTime, Utc};

use crate::store::{Result, Store, at, ms};
use domain::ids::GuildId;

impl Store {
    /// The servers whose campaigns are collecting thanks, and whether their hashtag is on.
    pub async fn open_windows(&self, now: DateTime<Utc>) -> Result<Vec<(GuildId, bool)>> {
        let found: Vec<(i64, i64)> = sqlx::query_as(
            "select c.guild, s.hashtag_on from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.opens_at <= $1 and c.closes_at > $1",
        )
        .bind(ms(now))
        .fetch_all(&self.pool)
        .await?;
        Ok(found.into_iter().map(|(guild, hashtag)| (GuildId::from_db(guild), hashtag != 0)).collect())
    }

    /// When the next window opens or closes; `None` if none will.
    pub async fn next_window_change(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let next: Option<i64> = sqlx::query_scalar(
            "select min(case when c.opens_at > $1 then c.opens_at else c.closes_at end)
             from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.closes_at > $1",
        )
        .bind(ms(now))
        .fetch_one(&self.pool)
        .await?;
        next.map(at).transpose()
    }
}
