//! Managers' choices about copies to their boss, and the copies that wait.

use chrono::{DateTime, Utc};

use crate::store::places::{CopyLimits, Recipient, hold_until};
use crate::store::{Result, Store, StoreError, Write, ms};
use domain::ids::{GuildId, UserId};
use domain::roster::CopyChoice;
use domain::send::{Pattern, SendKey, SendKind, Task};

impl Store {
    /// What a manager chose about copies for their boss.
    pub async fn copy_choice(&self, guild: GuildId, manager: UserId) -> Result<CopyChoice> {
        let found: Option<String> =
            sqlx::query_scalar("select copy_choice from managers where guild = $1 and member = $2")
                .bind(guild.to_db())
                .bind(manager.to_db())
                .fetch_optional(&self.pool)
                .await?;
        let Some(found) = found else { return Ok(CopyChoice::Ask) };
        CopyChoice::from_name(&found).ok_or(StoreError::Unreadable("managers.copy_choice"))
    }

    /// Stores what a manager chose about copies. Unless that is *always*, copies that wait for their time are dropped.
    pub async fn set_copy_choice(
        &self,
        guild: GuildId,
        manager: UserId,
        choice: CopyChoice,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("update managers set copy_choice = $3 where guild = $1 and member = $2")
            .bind(guild.to_db())
            .bind(manager.to_db())
            .bind(choice.name())
            .execute(&mut *write)
            .await?;
        if choice != CopyChoice::Always {
            sqlx::query(
                "update sends set state = 'dropped', settled_at = $3
                 where guild = $1 and kind = 'copy' and key like $2 and state = 'planned' and uncertain = 0
                     and (due_at > $3 or $4 = 1)",
            )
            .bind(guild.to_db())
            .bind(Pattern::To(SendKind::Copy, manager).like(guild, None))
            .bind(ms(now))
            // Who asks to be asked keeps what they ordered themselves.
            .bind(i64::from(choice == CopyChoice::Never))
            .execute(&mut *write)
            .await?;
        }
        write.commit().await
    }

    /// Drops a manager's copies of a year that certainly were not sent: those that wait for their time, and those that
    /// wait for another try. Returns how many.
    pub async fn call_off_copies(&self, guild: GuildId, year: i32, manager: UserId, now: DateTime<Utc>) -> Result<u64> {
        let done = sqlx::query(
            "update sends set state = 'dropped', settled_at = $2
             where guild = $3 and kind = 'copy' and key like $1 and state = 'planned' and uncertain = 0",
        )
        .bind(Pattern::To(SendKind::Copy, manager).like(guild, Some(year)))
        .bind(ms(now))
        .bind(guild.to_db())
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// Whether a copy of a manager's digest of a year was sent, or is being sent now.
    pub async fn has_copy_left(&self, guild: GuildId, year: i32, manager: UserId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "select count(*) from sends where guild = $2 and kind = 'copy' and key like $1
                 and (state in ('sent', 'claimed', 'unknown') or (state = 'planned' and uncertain = 1))",
        )
        .bind(Pattern::To(SendKind::Copy, manager).like(guild, Some(year)))
        .bind(guild.to_db())
        .fetch_one(&self.pool)
        .await?;
        Ok(found > 0)
    }

    /// Makes a copy that waits for its time due now. Above a limit it waits for its place.
    pub async fn bring_forward(
        &self,
        (guild, key): (GuildId, &SendKey),
        to: Recipient<'_>,
        limits: CopyLimits,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        let done = sqlx::query(
            "update sends set due_at = $2, retry_at = $2 where key = $1 and state = 'planned' and due_at > $2",
        )
        .bind(key.to_string())
        .bind(ms(now))
        .execute(&mut *write)
        .await?;
        if done.rows_affected() == 1
            && let Some(until) = self.free_from(&mut write, (guild, key), to, limits, now).await?
        {
            hold_until(&mut write, key, until).await?;
        }
        write.commit().await
    }
}

/// Counts an automatic copy, which was planned together with the delivery of its digest, as ordered.
pub(super) async fn count_copy(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    task: &Task,
    now: DateTime<Utc>,
) -> Result<()> {
    let Task::Copy { manager, revision } = task else { return Ok(()) };
    sqlx::query(
        "update digests set copies = $4 + 1, copied_at = $5
         where guild = $1 and year = $2 and manager = $3 and copies = $4",
    )
    .bind(guild.to_db())
    .bind(i64::from(year))
    .bind(manager.to_db())
    .bind(i64::from(*revision))
    .bind(ms(now))
    .execute(&mut **write)
    .await?;
    Ok(())
}
