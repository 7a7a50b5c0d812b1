//! What a manager decided about their digest, and what was delivered of it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::FromRow;

use super::{Result, Store, StoreError, at, ms};
use crate::domain::ids::{GuildId, UserId};

/// A manager's decisions about one digest, and its deliveries. `C` is the core's record of pins and the like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DigestRecord<C> {
    /// Pinned, hidden, shortened.
    pub choices: C,
    /// The fingerprint of what was delivered last.
    pub fingerprint: Option<String>,
    /// When the manager chose to keep it to themselves.
    pub kept_at: Option<DateTime<Utc>>,
    /// When a copy was ordered last.
    pub copied_at: Option<DateTime<Utc>>,
    /// How many copies were ordered.
    pub copies: u32,
}

#[derive(FromRow)]
struct DigestRow {
    choices: String,
    fingerprint: Option<String>,
    kept_at: Option<i64>,
    copied_at: Option<i64>,
    copies: i64,
}

impl Store {
    /// What is kept about one manager's digest; the default when nothing is.
    ///
    /// # Errors
    /// The database failed.
    pub async fn digest<C: DeserializeOwned + Default>(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
    ) -> Result<DigestRecord<C>> {
        let row: Option<DigestRow> = sqlx::query_as(
            "select choices, fingerprint, kept_at, copied_at, copies from digests
             where guild = $1 and year = $2 and manager = $3",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(manager.to_db())
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(DigestRecord::default()) };
        Ok(DigestRecord {
            choices: serde_json::from_str(&row.choices).map_err(|_| StoreError::Unreadable("digests.choices"))?,
            fingerprint: row.fingerprint,
            kept_at: row.kept_at.map(at).transpose()?,
            copied_at: row.copied_at.map(at).transpose()?,
            copies: u32::try_from(row.copies).map_err(|_| StoreError::Unreadable("digests.copies"))?,
        })
    }

    /// Keeps a digest's record, in place of the earlier one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn save_digest<C: Serialize + Sync>(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
        record: &DigestRecord<C>,
    ) -> Result<()> {
        let choices = serde_json::to_string(&record.choices).map_err(|_| StoreError::Unreadable("digests.choices"))?;
        sqlx::query(
            "insert into digests (guild, year, manager, choices, fingerprint, kept_at, copied_at, copies)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (guild, year, manager) do update set choices = excluded.choices,
                 fingerprint = excluded.fingerprint, kept_at = excluded.kept_at, copied_at = excluded.copied_at,
                 copies = excluded.copies",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(manager.to_db())
        .bind(choices)
        .bind(&record.fingerprint)
        .bind(record.kept_at.map(ms))
        .bind(record.copied_at.map(ms))
        .bind(i64::from(record.copies))
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
