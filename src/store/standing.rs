//! How things stand, counted for the operator: numbers, and nobody's id.

use std::sync::PoisonError;

use chrono::{DateTime, Utc};

use crate::store::{Fate, Result, Store, StoreError, Trouble, at, ms};

/// How things stand.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// Sends that may go out and have not, by kind, and since when the oldest may.
    pub waiting: Vec<(String, u32, DateTime<Utc>)>,
    /// Digests of open campaigns, by state; `kept` and `copied` are what managers chose.
    pub digests: Vec<(String, u32)>,
    /// Servers that were set up and that the bot is in.
    pub servers: u32,
    /// Those whose campaign listens now.
    pub listening: u32,
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Store {
    /// Counts how things stand. It reads every send of the open campaigns, so it is not for each beat.
    pub async fn standing(&self, now: DateTime<Utc>) -> Result<Counted> {
        let waiting: Vec<(String, i64, i64)> = sqlx::query_as(
            // What nobody has tried yet may be spread over its tolerance; what was tried waits since it was due.
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
        let listening: i64 = sqlx::query_scalar(
            "select count(*) from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.opens_at <= $1 and c.closes_at > $1",
        )
        .bind(ms(now))
        .fetch_one(&self.pool)
        .await?;
        let waiting: Result<Vec<_>> =
            waiting.into_iter().map(|(kind, number, since)| Ok((kind, count(number), at(since)?))).collect();
        Ok(Counted {
            waiting: waiting?,
            digests: digests.into_iter().map(|(state, number)| (state, count(number))).collect(),
            servers: count(servers),
            listening: count(listening),
        })
    }

    /// Whether the database takes something: a note that is written as everything is and means nothing.
    ///
    /// # Errors
    /// It does not, such as because the disk is full.
    pub async fn probe(&self, now: DateTime<Utc>) -> Result<()> {
        let written = async {
            let mut write = self.write().await?;
            sqlx::query(
                "insert into remembered (name, value) values ('probe', $1)
                 on conflict (name) do update set value = excluded.value",
            )
            .bind(ms(now).to_string())
            .execute(&mut *write)
            .await?;
            write.commit().await
        };
        match written.await {
            Err(StoreError::Database(sqlx::Error::PoolTimedOut)) => Err(self.no_connection()),
            done => done,
        }
    }

    /// Why there was no connection, as far as the last new one told.
    fn no_connection(&self) -> StoreError {
        let refused = *self.refusal.lock().unwrap_or_else(PoisonError::into_inner);
        StoreError::NotKept { why: refused.or(Some(Trouble::Away)), fate: Fate::Gone }
    }
}
