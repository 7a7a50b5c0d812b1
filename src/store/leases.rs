//! What processes that share a database agree on: the leases each of them holds, and which of them answers an
//! interaction.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::connection::row;
use crate::store::database::Kind;
use crate::store::{Result, Store, ms};

row! {
    /// A lease as stored.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Lease {
        /// Its name.
        pub name: String,
        /// The process that holds it; empty after it was given back.
        pub holder: String,
        /// How often it was renewed.
        pub beats: i64,
    }
}

/// How long a taken interaction is remembered: Discord accepts a response for 15 minutes.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);

impl Store {
    /// Whether other processes can share this database.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.kind == Kind::Postgres
    }

    /// All leases.
    pub async fn leases(&self) -> Result<Vec<Lease>> {
        Ok(sqlx::query_as("select name, holder, beats from leases order by name").fetch_all(&self.pool).await?)
    }

    /// Renews a lease. Returns whether the holder still has it.
    pub async fn renew_lease(&self, name: &str, holder: &str) -> Result<bool> {
        let done = sqlx::query("update leases set beats = beats + 1 where name = $1 and holder = $2")
            .bind(name)
            .bind(holder)
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Takes a lease that has not changed since it was `seen`; `None` if there was none. Returns false if another
    /// process took it or its holder renewed it.
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

    /// Stores which keys a process has with its lease, which is created if needed.
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

    /// The leases whose names begin with `begins`, each with its holder's keys; empty if they were not stored.
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

    /// Gives a lease back, so that another process can take it at once. If this fails, the lease expires.
    pub async fn give_lease_back(&self, name: &str, holder: &str) -> Result<()> {
        sqlx::query("update leases set holder = '', beats = beats + 1 where name = $1 and holder = $2")
            .bind(name)
            .bind(holder)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Removes a lease that has not changed since it was `seen`.
    pub async fn remove_lease(&self, seen: &Lease) -> Result<()> {
        sqlx::query("delete from leases where name = $1 and beats = $2")
            .bind(&seen.name)
            .bind(seen.beats)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Takes an interaction. Returns whether no other process has. SQLite belongs to one process, so nothing is asked
    /// there.
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

    /// Forgets interactions that can no longer be answered.
    pub async fn forget_interactions(&self, now: DateTime<Utc>) -> Result<()> {
        let query = sqlx::query("delete from interactions where taken_at < $1").bind(ms(now - REMEMBERED));
        query.execute(&self.pool).await?;
        Ok(())
    }
}
