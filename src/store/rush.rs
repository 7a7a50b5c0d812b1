//! Many servers at once: in which order sends are taken, how a crowd spreads, and answers about all servers that would
//! be too slow to ask for one by one.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;

use crate::store::{Result, Store, at, ms};
use domain::ids::GuildId;
use domain::send::SendKind;
use domain::urgency::{self, Urgency};

/// How late a send may go out in a rush, in milliseconds, by its kind; a kind that only a newer version knows is as urgent
/// as a private message.
pub(super) fn tolerance_ms() -> String {
    let ms = |urgency: Urgency| urgency.tolerance().num_milliseconds();
    let whens = SendKind::all().map(|kind| format!("when '{}' then {} ", kind.name(), ms(kind.urgency())));
    format!("case s.kind {}else {} end", whens.collect::<String>(), ms(Urgency::Later))
}

/// How far ahead a crowd is looked for. Whoever looks does so more often than this.
pub const AHEAD: TimeDelta = TimeDelta::seconds(60);

#[derive(FromRow)]
struct CrowdRow {
    due: i64,
    tolerance: i64,
    crowd: i64,
}

impl Store {
    /// Spreads every crowd of planned sends that becomes due within a minute: each send may go out from a place of its
    /// own on, which depends on its server alone, so that it is the same however often this is done and whoever does it.
    /// Says how many sends moved.
    pub async fn spread_crowds(&self, now: DateTime<Utc>, requests_per_second: u16) -> Result<u64> {
        let tolerance = tolerance_ms();
        let sql = format!(
            "select s.retry_at as due, cast({tolerance} as bigint) as tolerance, count(*) as crowd from sends s
             where s.state = 'planned' and s.planned = 1 and s.retry_at = s.due_at and s.attempts = 0
                 and s.retry_at > $1 and s.retry_at <= $2 group by 1, 2 having count(*) > 1"
        );
        let crowds: Vec<CrowdRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(ms(now - AHEAD))
            .bind(ms(now + AHEAD))
            .fetch_all(&self.pool)
            .await?;
        let sql = format!(
            "update sends set retry_at = due_at + (((guild % 1000003) * 7919) % 10000) * $3 / 10000
             where key in (select s.key from sends s
                 where s.state = 'planned' and s.planned = 1 and s.retry_at = s.due_at and s.attempts = 0
                     and s.retry_at = $1 and {tolerance} = $2)"
        );
        let mut moved = 0;
        for CrowdRow { due, tolerance, crowd } in crowds {
            let crowd = u32::try_from(crowd).unwrap_or(u32::MAX);
            let urgent = |urgency: &&Urgency| urgency.tolerance().num_milliseconds() == tolerance;
            let Some(urgency) = Urgency::ALL.iter().find(urgent) else { continue };
            let over = urgency::spread(crowd, *urgency, requests_per_second);
            if over.is_zero() {
                continue;
            }
            // A server's id modulo a prime, stirred: servers that were made one after another do not stand together.
            let done = sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
                .bind(due)
                .bind(tolerance)
                .bind(over.num_milliseconds())
                .execute(&self.pool)
                .await?;
            moved += done.rows_affected();
        }
        Ok(moved)
    }

    /// The servers whose campaigns listen now, and whether their hashtag is on.
    pub async fn listening(&self, now: DateTime<Utc>) -> Result<Vec<(GuildId, bool)>> {
        let found: Vec<(i64, i64)> = sqlx::query_as(
            "select c.guild, s.hashtag_on from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.opens_at <= $1 and c.closes_at > $1",
        )
        .bind(ms(now))
        .fetch_all(&self.pool)
        .await?;
        Ok(found.into_iter().map(|(guild, hashtag)| (GuildId::from_db(guild), hashtag != 0)).collect())
    }

    /// When the next window opens or closes; `None` when none will.
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
