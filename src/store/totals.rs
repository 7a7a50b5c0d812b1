//! The numbers that thanks get, and counts over them: the community's total, and one manager's. Who wrote with their name and without it counts as two
//! people, because a count of one beside two thank-yous would sign both.

use sqlx::AssertSqlSafe;

use crate::ports::Total;
use crate::store::{Result, Store, Write, count_of};
use domain::ids::{GuildId, UserId};

/// SQL: how many people gave, as far as readers can tell them apart.
const PEOPLE: &str = "count(distinct case when consent <> 'unnamed' then giver end)
    + count(distinct case when consent = 'unnamed' then giver end)";

impl Store {
    /// The community's total: people, thanks, and managers who were thanked.
    pub async fn total(&self, guild: GuildId, year: i32) -> Result<Total> {
        let (givers, thanks, managers): (i64, i64, i64) = sqlx::query_as(AssertSqlSafe(format!(
            "select {PEOPLE}, count(*), count(distinct manager) from thanks
             where guild = $1 and year = $2 and state = 'counted'",
        )))
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_one(&self.pool)
        .await?;
        Ok(Total { givers: count_of(givers), thanks: count_of(thanks), managers: count_of(managers) })
    }

    /// How many people and thanks one manager has: `(people, thanks)`.
    pub async fn count_for(&self, guild: GuildId, year: i32, manager: UserId) -> Result<(u32, u32)> {
        let (givers, thanks): (i64, i64) = sqlx::query_as(AssertSqlSafe(format!(
            "select {PEOPLE}, count(*) from thanks
             where guild = $1 and year = $2 and manager = $3 and state = 'counted'",
        )))
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(manager.to_db())
        .fetch_one(&self.pool)
        .await?;
        Ok((count_of(givers), count_of(thanks)))
    }

    /// The next numbers, ascending, so that what was said at once keeps its order. They are taken by [`take_numbers`].
    pub(super) async fn next_numbers(&self, write: &mut Write<'_>, count: usize) -> Result<Vec<i64>> {
        let last: i64 =
            sqlx::query_scalar("select value from counters where name = 'thanks'").fetch_one(&mut **write).await?;
        let mut numbers: Vec<i64> = (last + 1..).take(count).map(|nth| self.codec.thanks_number(nth)).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }
}

/// Takes the numbers that [`Store::next_numbers`] named.
pub(super) async fn take_numbers(write: &mut Write<'_>, count: usize) -> Result<()> {
    sqlx::query("update counters set value = value + $1 where name = 'thanks'")
        .bind(i64::try_from(count).unwrap_or(i64::MAX))
        .execute(&mut **write)
        .await?;
    Ok(())
}
