//! Colleagues' suggestions that a manager's boss sees their words.

use chrono::{DateTime, Utc};

use crate::store::{Result, Store, ms};
use domain::ids::{GuildId, UserId};
use domain::thanks::{Thanks, ThanksId};

impl Store {
    /// Stores a colleague's suggestion to show their words to the manager's boss. One that was dismissed stays
    /// dismissed.
    pub async fn suggest(&self, thanks: ThanksId, now: DateTime<Utc>) -> Result<()> {
        sqlx::query("insert into suggestions (thanks, suggested_at) values ($1, $2) on conflict (thanks) do nothing")
            .bind(thanks.0)
            .bind(ms(now))
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The thanks that a manager's colleagues suggest to show to the boss; only those that count and were not
    /// dismissed.
    pub async fn suggestions(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Vec<Thanks>> {
        let filter = "t.guild = $1 and t.year = $2 and t.manager = $3 and t.state = 'counted'
            and t.id in (select s.thanks from suggestions s where s.dismissed_at is null)";
        self.select_thanks(filter, &[guild.to_db(), i64::from(year), manager.to_db()]).await
    }

    /// A manager dismisses what was suggested to them in one campaign.
    pub async fn dismiss_suggestions(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        sqlx::query(
            "update suggestions set dismissed_at = $4 where dismissed_at is null and thanks in
                 (select t.id from thanks t where t.guild = $1 and t.year = $2 and t.manager = $3)",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(manager.to_db())
        .bind(ms(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
