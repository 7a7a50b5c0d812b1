//! How sends that are due at the same time are spread, so that thousands of servers can be due in one minute.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::connection::row;
use crate::store::{Result, Store, ms};
use domain::send::SendKind;
use domain::urgency::{self, Urgency};

/// SQL for how late a send may go out under load, in milliseconds, by its kind. An unknown kind, written by a newer
/// version, counts as a private message.
pub(super) fn tolerance_sql() -> String {
    let ms = |urgency: Urgency| urgency.tolerance().num_milliseconds();
    let whens = SendKind::all().map(|kind| format!("when '{}' then {} ", kind.name(), ms(kind.urgency())));
    format!("case s.kind {}else {} end", whens.collect::<String>(), ms(Urgency::Later))
}

/// How far ahead sends are spread. This has to run more often than that.
pub const SPREAD_AHEAD: TimeDelta = TimeDelta::seconds(60);

row! {
    struct CrowdRow {
        due: i64,
        tolerance: i64,
        crowd: i64,
    }
}

impl Store {
    /// Spreads planned sends that are due at the same time within the next minute. The new time depends only on the
    /// server, so repeating this, in any process, gives the same result. Returns how many sends were moved.
    pub async fn spread_crowds(&self, now: DateTime<Utc>, requests_per_second: u16) -> Result<u64> {
        let tolerance = tolerance_sql();
        let sql = format!(
            "select s.retry_at as due, cast({tolerance} as bigint) as tolerance, count(*) as crowd from sends s
             where s.state = 'planned' and s.planned = 1 and s.retry_at = s.due_at and s.attempts = 0
                 and s.retry_at > $1 and s.retry_at <= $2 group by 1, 2 having count(*) > 1"
        );
        let crowds: Vec<CrowdRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(ms(now - SPREAD_AHEAD))
            .bind(ms(now + SPREAD_AHEAD))
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
            // The server's id modulo a prime, multiplied: servers created one after another get different times.
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
}
