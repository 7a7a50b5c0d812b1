//! Counts for the operator's metrics; no ids.

use chrono::{DateTime, Utc};

use crate::store::{Result, Store, at, ms};

/// Counts over all servers.
#[derive(Clone, Debug, Default)]
pub struct OperatorCounts {
    /// Sends that may go out and have not, by kind, and since when the oldest one could.
    pub waiting: Vec<(String, u32, DateTime<Utc>)>,
    /// Digests of open campaigns, by state; `kept` and `copied` are choices of managers.
    pub digests: Vec<(String, u32)>,
    /// Servers that were set up and have the bot.
    pub servers: u32,
    /// Servers whose campaign is collecting thanks.
    pub collecting: u32,
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Store {
    /// Reads every send of the open campaigns, so callers should cache the result.
    pub async fn operator_counts(&self, now: DateTime<Utc>) -> Result<OperatorCounts> {
        let waiting: Vec<(String, i64, i64)> = sqlx::query_as(
            // Before its first try, a send may be spread over its tolerance; afterwards it has been waiting since it
            // was due.
            "select s.kind, count(*), min(case s.attempts when 0 then s.retry_at else s.due_at end)
             from sends s join servers v on v.guild = s.guild
             where s.state in ('planned', 'claimed') and s.due_at <= $1 and (s.attempts > 0 or s.retry_at <= $1)
                 and v.paused_at is null and v.left_at is null
             group by s.kind",
        )
        .bind(ms(now))
        .fetch_all(&self.pool)
        .await?;
        let digests: Vec<(String, i64)> = sqlx::query_as(
            "select s.state, count(*) from campaigns c join sends s on s.guild = c.guild and s.year = c.year
             where c.closed_at is null and s.kind = 'digest' group by s.state
             union all select 'kept', count(*) from campaigns c
                 join digests d on d.guild = c.guild and d.year = c.year
                 where c.closed_at is null and d.kept_at is not null
             union all select 'copied', count(*) from campaigns c
                 join digests d on d.guild = c.guild and d.year = c.year
                 where c.closed_at is null and d.copied_at is not null",
        )
        .fetch_all(&self.pool)
        .await?;
        let servers: i64 =
            sqlx::query_scalar("select count(*) from servers where left_at is null").fetch_one(&self.pool).await?;
        let collecting: i64 = sqlx::query_scalar(
            "select count(*) from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.opens_at <= $1 and c.closes_at > $1",
        )
        .bind(ms(now))
        .fetch_one(&self.pool)
        .await?;
        let waiting: Result<Vec<_>> =
            waiting.into_iter().map(|(kind, number, since)| Ok((kind, count(number), at(since)?))).collect();
        Ok(OperatorCounts {
            waiting: waiting?,
            digests: digests.into_iter().map(|(state, number)| (state, count(number))).collect(),
            servers: count(servers),
            collecting: count(collecting),
        })
    }
}
