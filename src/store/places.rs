//! Places for copies: how many go to one recipient, from one server and from the whole installation within a day. A copy
//! takes its place in the transaction that counts the others, just before it goes.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::sends::Claim;
use crate::store::{Result, Store, Write, at, ms};
use domain::ids::{GuildId, UserId};
use domain::mail::Address;
use domain::send::{HeldBy, SendKey};

/// The period of each limit.
const DAY: TimeDelta = TimeDelta::hours(24);

/// How many copies may go within 24 hours, by mail and to members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyLimits {
    /// To one recipient, from whichever servers.
    pub per_recipient: u32,
    /// From one server.
    pub per_server: u32,
    /// From the whole installation.
    pub in_all: u32,
}

/// To whom a copy goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient<'a> {
    /// A member, privately.
    Member(UserId),
    /// The reader of an address's mail: all its spellings are one recipient.
    Mail(&'a Address),
}

impl Store {
    /// Takes a place for a claimed copy that goes now, or says until when it waits for one. Each try of a copy takes its
    /// place anew, and counts once. Where another process has the copy meanwhile, it waits until now.
    ///
    /// # Errors
    /// The database failed; the copy must not leave.
    pub async fn take_place(
        &self,
        claim: &Claim,
        to: Recipient<'_>,
        limits: CopyLimits,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let (guild, key) = (claim.send().guild, &claim.send().key);
        // Takes the writer's lock first, so that two processes cannot both use the last free place.
        let mut write = self.write().await?;
        let held = "select count(*) from sends where key = $1 and state = 'claimed' and claim_token = $2";
        let held: i64 =
            sqlx::query_scalar(held).bind(key.to_string()).bind(claim.token()).fetch_one(&mut *write).await?;
        if held == 0 {
            return Ok(Some(now));
        }
        forget_old_places(&mut write, now).await?;
        let until = self.free_from(&mut write, (guild, key), to, limits, now).await?;
        if until.is_none() {
            sqlx::query(
                "insert into copy_places (copy, guild, recipient, left_at) values ($1, $2, $3, $4)
                 on conflict (copy) do update set recipient = $3, left_at = $4",
            )
            .bind(self.place_number(key))
            .bind(guild.to_db())
            .bind(self.recipient_number(to))
            .bind(ms(now))
            .execute(&mut *write)
            .await?;
        }
        write.commit().await?;
        Ok(until)
    }

    /// When there is a place for a copy; `None` if there is one now.
    pub(super) async fn free_from(
        &self,
        write: &mut Write<'_>,
        (guild, key): (GuildId, &SendKey),
        to: Recipient<'_>,
        limits: CopyLimits,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let scopes = [
            ("recipient = $3", self.recipient_number(to), limits.per_recipient),
            ("guild = $3", guild.to_db(), limits.per_server),
            ("$3 = 0", 0, limits.in_all),
        ];
        let mut until = None;
        for (scope, of, most) in scopes {
            if most == 0 {
                until = until.max(Some(now + DAY));
                continue;
            }
            // The one that has to be a day old before another may go.
            let sql = format!(
                "select left_at from copy_places where copy <> $1 and left_at > $2 and {scope}
                 order by left_at desc limit 1 offset $4"
            );
            let last: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
                .bind(self.place_number(key))
                .bind(ms(now - DAY))
                .bind(of)
                .bind(i64::from(most) - 1)
                .fetch_optional(&mut **write)
                .await?;
            until = until.max(last.map(at).transpose()?.map(|last| last + DAY));
        }
        Ok(until)
    }

    /// Until when a copy waits for a place; `None` if it does not.
    pub async fn waits_for_place(&self, key: &SendKey, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let waits: Option<i64> = sqlx::query_scalar(
            "select retry_at from sends where key = $1 and state = 'planned' and held_by = $2 and retry_at > $3",
        )
        .bind(key.to_string())
        .bind(HeldBy::Limit.stored())
        .bind(ms(now))
        .fetch_optional(&self.pool)
        .await?;
        waits.map(at).transpose()
    }

    /// Leaves the place of an erased manager's copy to no copy: it counts as before, and a later copy with the same key takes
    /// its own.
    pub(super) async fn disown_place(&self, write: &mut Write<'_>, key: &str) -> Result<()> {
        sqlx::query("update copy_places set copy = $2 where copy = $1")
            .bind(self.place_number(&key))
            .bind(self.codec.random_number())
            .execute(&mut **write)
            .await?;
        Ok(())
    }

    /// The keyed number of a copy among the places.
    fn place_number(&self, key: &impl std::fmt::Display) -> i64 {
        self.codec.keyed_number(&format!("place:{key}"))
    }

    /// The keyed number of a recipient: the same in every server of this installation.
    fn recipient_number(&self, to: Recipient<'_>) -> i64 {
        self.codec.keyed_number(&match to {
            Recipient::Member(user) => format!("recipient:{user}"),
            Recipient::Mail(address) => format!("recipient:{}", address.recipient()),
        })
    }
}

/// Makes a copy that was just ordered wait until then.
pub(super) async fn hold_until(write: &mut Write<'_>, key: &SendKey, until: DateTime<Utc>) -> Result<()> {
    sqlx::query("update sends set retry_at = $2, held_by = $3 where key = $1 and state = 'planned'")
        .bind(key.to_string())
        .bind(ms(until))
        .bind(HeldBy::Limit.stored())
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Deletes the places that no limit counts any more.
pub(super) async fn forget_old_places(write: &mut Write<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query("delete from copy_places where left_at <= $1").bind(ms(now - DAY)).execute(&mut **write).await?;
    Ok(())
}
