//! What several processes on one database agree about: who does what only one may do, who is there, and which
//! interactions were taken up.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;

use crate::store::database::Kind;
use crate::store::{Result, Store, ms};

/// A lease as the database has it.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Lease {
    /// What is leased.
    pub name: String,
    /// By whom; nobody when it was given back.
    pub holder: String,
    /// How many times it was renewed.
    pub beats: i64,
}

/// For how long it is remembered that an interaction was taken up: Discord's tokens for answers live 15 minutes.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);

impl Store {
    /// Whether other processes can share this database.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.kind == Kind::Postgres
    }

    /// Every lease.
    pub async fn leases(&self) -> Result<Vec<Lease>> {
        Ok(sqlx::query_as("select name, holder, beats from leases order by name").fetch_all(&self.pool).await?)
    }

    /// Renews a lease. Says whether it is still the holder's.
    pub async fn renew_lease(&self, name: &str, holder: &str) -> Result<bool> {
        let done = sqlx::query("update leases set beats = beats + 1 where name = $1 and holder = $2")
            .bind(name)
            .bind(holder)
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Takes a lease that is as `seen`; `None` when there was none. Says whether nobody was faster, the one who held
    /// it included.
    pub async fn take_lease(&self, name: &str, holder: &str, seen: Option<&Lease>) -> Result<bool> {
        let query = match seen {
            None => {
                sqlx::query("insert into leases (name, holder, beats) values ($1, $2, 1) on conflict (name) do nothing")
                    .bind(name)
                    .bind(holder)
            }
            Some(seen) => sqlx::query(
                "update leases set holder = $2, beats = beats + 1 where name = $1 and holder = $3 and beats = $4",
            )
            .bind(name)
            .bind(holder)
            .bind(&seen.holder)
            .bind(seen.beats),
        };
        Ok(query.execute(&self.pool).await?.rows_affected() == 1)
    }

    /// Notes which keys a process has, beside its lease; there is one by this name afterwards.
    pub async fn note_keys(&self, name: &str, holder: &str, keys: &str) -> Result<()> {
        sqlx::query(
            "insert into leases (name, holder, beats, keys) values ($1, $2, 1, $3)
             on conflict (name) do update set holder = excluded.holder, keys = excluded.keys",
        )
        .bind(name)
        .bind(holder)
        .bind(keys)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The keys that each holder of a lease has whose name begins so, each with its lease; nothing where that was not
    /// noted.
    pub async fn noted_keys(&self, begins: &str) -> Result<Vec<(Lease, String)>> {
        let rows: Vec<(String, String, i64, Option<String>)> =
            sqlx::query_as("select name, holder, beats, keys from leases where name like $1 || '%' order by name")
                .bind(begins)
                .fetch_all(&self.pool)
                .await?;
        let read = |(name, holder, beats, keys): (String, String, i64, Option<String>)| {
            (Lease { name, holder, beats }, keys.unwrap_or_default())
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Gives a lease back, so that somebody else can take it at once.
    ///
    /// # Errors
    /// The database failed; the lease runs out.
    pub async fn give_lease_back(&self, name: &str, holder: &str) -> Result<()> {
        sqlx::query("update leases set holder = '', beats = beats + 1 where name = $1 and holder = $2")
            .bind(name)
            .bind(holder)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Removes a lease that is as `seen`.
    pub async fn remove_lease(&self, seen: &Lease) -> Result<()> {
        sqlx::query("delete from leases where name = $1 and beats = $2")
            .bind(&seen.name)
            .bind(seen.beats)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Takes up an interaction. Says whether nobody else has; a process that is alone need not ask the database.
    pub async fn take_interaction(&self, interaction: u64, now: DateTime<Utc>) -> Result<bool> {
        if !self.is_shared() {
            return Ok(true);
        }
        let done =
            sqlx::query("insert into interactions (interaction, taken_at) values ($1, $2) on conflict do nothing")
                .bind(interaction.cast_signed())
                .bind(ms(now))
                .execute(&self.pool)
                .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Forgets interactions that nobody can answer any more.
    pub async fn forget_interactions(&self, now: DateTime<Utc>) -> Result<()> {
        let query = sqlx::query("delete from interactions where taken_at < $1").bind(ms(now - REMEMBERED));
        query.execute(&self.pool).await?;
        Ok(())
    }
}
