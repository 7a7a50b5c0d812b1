//! The language in which a person's client was seen last. Stored only for people to whom the bot may write by itself,
//! and only for the servers in which it may.

use crate::store::{Result, Store};
use domain::ids::{GuildId, UserId};

/// The servers in which a person may get a private message: as a manager, a manager's boss, a nominator, the admin
/// who gets the reports, or someone who asked to be reminded.
const PLACES: &str = "select guild from managers where member = $1 and place <> 'declined'
     union select guild from managers where boss = $1
     union select guild from nominations where nominator = $1
     union select guild from servers where set_up_by = $1
     union select guild from sends where about = $1 and kind = 'remind' and state = 'planned'";

fn name(guild: GuildId, person: UserId) -> String {
    format!("spoken:{guild}/{person}")
}

impl Store {
    /// Stores a person's language for the servers in which the bot may write to them, and no others.
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

    /// The language in which a person's client was seen last, if it was stored.
    pub async fn spoken(&self, guild: GuildId, person: UserId) -> Result<Option<String>> {
        self.recall(&name(guild, person)).await
    }
}
