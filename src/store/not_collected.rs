//! What must not be collected: whatever someone said before they were erased, messages that are gone, and what is
//! written by those who want their messages ignored. It is asked wherever a message comes in, and again in the
//! transaction that would write, because an erasure may come between the two.
//!
//! Discord's ids tell what came before what, so that no two machines' clocks are compared.

use std::collections::BTreeSet;

use crate::store::connection::Connection;
use crate::store::{Result, Store, Write, ms};
use domain::ids::{GuildId, MessageId, UserId};
use domain::thanks::ThanksState;
use domain::thanks::rules::{Earlier, LIMIT_PERIOD, Refusal};

/// Why something that a person said is not collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCollected {
    /// It was said before its author erased themselves, or its words were erased or deleted.
    Gone,
    /// Its author wants their messages ignored, or did when they wrote it.
    Ignored,
}

impl NotCollected {
    /// What its author is told when they ask.
    #[must_use]
    pub const fn refusal(self) -> Refusal {
        match self {
            Self::Gone => Refusal::Gone,
            Self::Ignored => Refusal::Ignored,
        }
    }
}

/// The `guild` of what holds in every server.
const EVERY_SERVER: i64 = 0;

impl Store {
    /// Why a person's message, or what they said by an interaction, must not be collected; `None` if it may.
    pub async fn not_collected(&self, guild: GuildId, author: UserId, said: MessageId) -> Result<Option<NotCollected>> {
        self.not_collected_within(&mut self.pool.acquire().await?, guild, author, said).await
    }

    /// [`Store::not_collected`] as part of a transaction.
    pub(super) async fn not_collected_within(
        &self,
        connection: &mut Connection,
        guild: GuildId,
        author: UserId,
        said: MessageId,
    ) -> Result<Option<NotCollected>> {
        let gone = self.source_hash(guild.to_db(), said.to_db());
        let (erased, ignored) = (self.erased_number(author), self.ignored_number(author));
        let held: Vec<i64> = sqlx::query_scalar(
            "select number from not_collected where number in ($1, $2, $3) and (until_id is null or until_id >= $4)",
        )
        .bind(gone)
        .bind(erased)
        .bind(ignored)
        .bind(said.to_db())
        .fetch_all(connection)
        .await?;
        if held.contains(&gone) || held.contains(&erased) {
            return Ok(Some(NotCollected::Gone));
        }
        Ok(held.contains(&ignored).then_some(NotCollected::Ignored))
    }

    /// Whether a person erased themselves after something was said.
    pub(super) async fn was_erased_after(
        &self,
        connection: &mut Connection,
        person: UserId,
        said: MessageId,
    ) -> Result<bool> {
        holds(connection, self.erased_number(person), said).await
    }

    /// Whether a person wants their messages ignored.
    pub async fn is_ignored(&self, person: UserId) -> Result<bool> {
        let found: i64 =
            sqlx::query_scalar("select count(*) from not_collected where number = $1 and until_id is null")
                .bind(self.ignored_number(person))
                .fetch_one(&self.pool)
                .await?;
        Ok(found > 0)
    }

    /// The keyed hash of a person who erased themselves.
    pub(super) fn erased_number(&self, person: UserId) -> i64 {
        self.codec.keyed_number(&format!("erased:{person}"))
    }

    /// The keyed hash of a person who wants their messages ignored.
    pub(super) fn ignored_number(&self, person: UserId) -> i64 {
        self.codec.keyed_number(&format!("ignored:{person}"))
    }

    /// Lets nothing be collected that a person said until `until`.
    pub(super) async fn put_erased(&self, write: &mut Write<'_>, person: UserId, until: MessageId) -> Result<()> {
        put(write, self.erased_number(person), None, Some(until)).await
    }

    /// Erases someone's place in time: what they said until `until` is not collected. How much they gave in the hour before
    /// goes on to count towards their limit in each server: an erasure must not lift it.
    pub(super) async fn put_erased_counting(
        &self,
        write: &mut Write<'_>,
        person: UserId,
        until: MessageId,
        guilds: &BTreeSet<GuildId>,
    ) -> Result<()> {
        let mut most = 0;
        for guild in guilds {
            let given: i64 = sqlx::query_scalar(
                "select count(distinct source) from thanks where guild = $1 and giver in ($2, $3) and said_at > $4",
            )
            .bind(guild.to_db())
            .bind(person.to_db())
            .bind(self.giver_hash(guild.to_db(), person.to_db()))
            .bind(ms(until.made_at() - LIMIT_PERIOD))
            .fetch_one(&mut **write)
            .await?;
            most = most.max(given);
        }
        let earlier: Option<(Option<i64>, i64)> =
            sqlx::query_as("select until_id, given from not_collected where number = $1")
                .bind(self.erased_number(person))
                .fetch_optional(&mut **write)
                .await?;
        let is_near = |then: i64| MessageId::from_db(then).made_at() > until.made_at() - LIMIT_PERIOD;
        let carried = earlier.and_then(|(then, given)| then.is_some_and(is_near).then_some(given)).unwrap_or(0);
        self.put_erased(write, person, until).await?;
        sqlx::query("update not_collected set given = $2 where number = $1")
            .bind(self.erased_number(person))
            .bind(most + carried)
            .execute(&mut **write)
            .await?;
        Ok(())
    }

    /// What someone gave before they erased themselves, as far as it counts towards their limit: to no one, without words.
    pub(super) async fn given_before_erasure(&self, write: &mut Write<'_>, giver: UserId) -> Result<Vec<Earlier>> {
        let found: Option<(i64, i64)> = sqlx::query_as(
            "select until_id, given from not_collected where number = $1 and given > 0 and until_id > 0",
        )
        .bind(self.erased_number(giver))
        .fetch_optional(&mut **write)
        .await?;
        let Some((until, given)) = found else { return Ok(Vec::new()) };
        let one = Earlier {
            manager: UserId(0),
            words: String::new(),
            state: ThanksState::Withdrawn,
            said_at: MessageId::from_db(until).made_at(),
            batch: None,
        };
        Ok(vec![one; usize::try_from(given).unwrap_or(0)])
    }

    /// Lets a message not be collected again.
    pub(super) async fn put_gone(&self, write: &mut Write<'_>, guild: GuildId, message: MessageId) -> Result<()> {
        put(write, self.source_hash(guild.to_db(), message.to_db()), Some(guild), None).await
    }
}

/// Whether a number holds for something said.
async fn holds(connection: &mut Connection, number: i64, said: MessageId) -> Result<bool> {
    let found: i64 = sqlx::query_scalar(
        "select count(*) from not_collected where number = $1 and (until_id is null or until_id >= $2)",
    )
    .bind(number)
    .bind(said.to_db())
    .fetch_one(connection)
    .await?;
    Ok(found > 0)
}

/// Stores a number; an earlier `until` moves on.
pub(super) async fn put(
    write: &mut Write<'_>,
    number: i64,
    guild: Option<GuildId>,
    until: Option<MessageId>,
) -> Result<()> {
    sqlx::query(
        "insert into not_collected (number, guild, until_id) values ($1, $2, $3) on conflict (number) do update
             set until_id = excluded.until_id where excluded.until_id > not_collected.until_id",
    )
    .bind(number)
    .bind(guild.map_or(EVERY_SERVER, GuildId::to_db))
    .bind(until.map(MessageId::to_db))
    .execute(&mut **write)
    .await?;
    Ok(())
}

/// Ignores someone's messages from now on, also if they were noticed again before.
pub(super) async fn begin_ignoring(write: &mut Write<'_>, number: i64) -> Result<()> {
    sqlx::query(
        "insert into not_collected (number, guild) values ($1, $2) on conflict (number) do update set until_id = null",
    )
    .bind(number)
    .bind(EVERY_SERVER)
    .execute(&mut **write)
    .await?;
    Ok(())
}

/// Ignores someone's messages until then, and notices later ones.
pub(super) async fn end_ignoring(write: &mut Write<'_>, number: i64, until: MessageId) -> Result<()> {
    sqlx::query(
        "insert into not_collected (number, guild, until_id) values ($1, $2, $3)
         on conflict (number) do update set until_id = excluded.until_id",
    )
    .bind(number)
    .bind(EVERY_SERVER)
    .bind(until.to_db())
    .execute(&mut **write)
    .await?;
    Ok(())
}

/// Forgets a number.
pub(super) async fn remove(write: &mut Write<'_>, number: i64) -> Result<()> {
    sqlx::query("delete from not_collected where number = $1").bind(number).execute(&mut **write).await?;
    Ok(())
}
