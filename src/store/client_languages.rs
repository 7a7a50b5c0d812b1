//! The language that a person's client showed last: only of people to whom the bot may write by itself, and only
//! where it may.

use crate::store::{Result, Store};
use domain::ids::{GuildId, UserId};

/// Where a person may get a private message: as a manager, as the boss of one, for a nomination, for the admins.
const PLACES: &str = "select guild from managers where member = $1 and place <> 'declined'
     union select guild from managers where boss = $1
     union select guild from nominations where nominator = $1
     union select guild from servers where set_up_by = $1";

fn name(guild: GuildId, person: UserId) -> String {
    format!("spoken:{guild}/{person}")
}

impl Store {
    /// Notes a person's language wherever the bot may write to them; nowhere else.
    pub async fn note_language(&self, person: UserId, language: &str) -> Result<()> {
        let sql = format!(
            "insert into remembered (name, value)
             select 'spoken:' || guild || '/' || $2, $3 from ({PLACES}) as places where true
             on conflict (name) do update set value = excluded.value where remembered.value <> excluded.value"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(person.to_db())
            .bind(person.to_string())
            .bind(language)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The language that a person's client showed last, where it was noted.
    pub async fn spoken(&self, guild: GuildId, person: UserId) -> Result<Option<String>> {
        self.recall(&name(guild, person)).await
    }
}
