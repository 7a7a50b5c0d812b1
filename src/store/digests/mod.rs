//! A manager's choices about their digest, and what was delivered.

pub(super) mod added;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::store::connection::row;
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::digest::Choices;
use domain::ids::{GuildId, UserId};
use domain::send::SendKind;
use domain::step::Step;
use domain::thanks::ThanksId;

/// A manager's decisions about one digest, and its deliveries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DigestRecord {
    /// Pinned, hidden, shortened, and the sentence to the boss.
    pub choices: Choices,
    /// [`Store::digest_hash`] of what was delivered last.
    pub fingerprint: Option<String>,
    /// When the manager chose to keep it to themselves.
    pub kept_at: Option<DateTime<Utc>>,
    /// When a copy was ordered last.
    pub copied_at: Option<DateTime<Utc>>,
    /// How many copies were ordered.
    pub copies: u32,
}

row! {
    struct DigestRow {
        choices: String,
        sentence_enc: Option<String>,
        added_enc: Option<String>,
        fingerprint: Option<String>,
        kept_at: Option<i64>,
        copied_at: Option<i64>,
        copies: i64,
    }
}

const SELECT: &str = "select choices, sentence_enc, added_enc, fingerprint, kept_at, copied_at, copies from digests
    where guild = $1 and year = $2 and manager = $3";

/// The server, the year and the manager of a digest.
pub(super) type DigestOwner = (GuildId, i32, UserId);

pub(super) fn place_of((guild, year, manager): DigestOwner) -> String {
    format!("digests.sentence:{guild}:{year}:{manager}")
}

impl Store {
    /// The managers for whom a campaign had a digest: its roster, as it was at its end.
    pub async fn had_digest(&self, guild: GuildId, year: i32) -> Result<BTreeSet<UserId>> {
        let people: Vec<Option<i64>> =
            sqlx::query_scalar("select about from sends where guild = $1 and year = $2 and kind = $3")
                .bind(guild.to_db())
                .bind(i64::from(year))
                .bind(SendKind::Step(Step::Digest).name())
                .fetch_all(&self.pool)
                .await?;
        Ok(people.into_iter().flatten().map(UserId::from_db).collect())
    }

    fn read_digest(&self, row: Option<DigestRow>, whose: DigestOwner) -> Result<DigestRecord> {
        let Some(row) = row else { return Ok(DigestRecord::default()) };
        let mut choices: Choices =
            serde_json::from_str(&row.choices).map_err(|_| StoreError::Unreadable("digests.choices"))?;
        choices.sentence = self.open_sentence(row.sentence_enc.as_deref(), whose);
        choices.added = self.open_added(row.added_enc.as_deref(), whose);
        Ok(DigestRecord {
            choices,
            fingerprint: row.fingerprint,
            kept_at: row.kept_at.map(at).transpose()?,
            copied_at: row.copied_at.map(at).transpose()?,
            copies: u32::try_from(row.copies).map_err(|_| StoreError::Unreadable("digests.copies"))?,
        })
    }

    pub(super) fn open_sentence(&self, sealed: Option<&str>, whose: DigestOwner) -> Option<String> {
        self.opened(sealed?, &place_of(whose))
    }

    /// The keyed hash of what a digest says, given its plain one: words can be tried against a plain hash.
    #[must_use]
    pub fn digest_hash(&self, (guild, year, manager): (GuildId, i32, UserId), said: &[u8; 32]) -> String {
        self.codec.keyed_text(&format!("digest:{guild}:{year}:{manager}:{}", hex::encode(said)))
    }

    /// An erased giver's words were in the digest that was delivered: replaces the hash of it by one of nothing.
    pub(super) async fn forget_digest_hash(&self, write: &mut Write<'_>, thanks: ThanksId) -> Result<()> {
        sqlx::query(
            "update digests set fingerprint = $2 where fingerprint is not null and exists (
                 select 1 from thanks t where t.id = $1 and t.guild = digests.guild and t.year = digests.year
                     and t.manager = digests.manager and t.state = 'counted' and t.said_enc <> '')",
        )
        .bind(thanks.0)
        .bind(self.codec.random_text())
        .execute(&mut **write)
        .await?;
        Ok(())
    }

    /// Replaces the plain hashes of digests and copies that earlier versions stored by keyed ones of them, so that what is
    /// unchanged stays so. Returns whether there were any.
    pub(super) async fn key_plain_hashes(&self, write: &mut Write<'_>) -> Result<bool> {
        let plain: Vec<(i64, i64, i64, String)> = sqlx::query_as(
            "select guild, year, manager, fingerprint from digests
             where fingerprint is not null and fingerprint not like 'k.%'",
        )
        .fetch_all(&mut **write)
        .await?;
        let mut had_any = !plain.is_empty();
        for (guild, year, manager, hash) in plain {
            let whose = (GuildId::from_db(guild), year_of(year)?, UserId::from_db(manager));
            let keyed = plain_hash(&hash).map(|hash| self.digest_hash(whose, &hash));
            sqlx::query("update digests set fingerprint = $4 where guild = $1 and year = $2 and manager = $3")
                .bind(guild)
                .bind(year)
                .bind(manager)
                .bind(keyed.unwrap_or_else(|| self.codec.random_text()))
                .execute(&mut **write)
                .await?;
        }
        let plain: Vec<(i64, i64, i64, i64, String)> = sqlx::query_as(
            "select guild, year, manager, revision, print from copies where print is not null and print not like 'k.%'",
        )
        .fetch_all(&mut **write)
        .await?;
        had_any |= !plain.is_empty();
        for (guild, year, manager, revision, hash) in plain {
            let whose = (GuildId::from_db(guild), year_of(year)?, UserId::from_db(manager));
            let keyed = plain_hash(&hash).map(|hash| self.copy_hash(whose, &hash));
            sqlx::query(
                "update copies set print = $5 where guild = $1 and year = $2 and manager = $3 and revision = $4",
            )
            .bind(guild)
            .bind(year)
            .bind(manager)
            .bind(revision)
            .bind(keyed.unwrap_or_else(|| self.codec.random_text()))
            .execute(&mut **write)
            .await?;
        }
        Ok(had_any)
    }

    /// The record of one manager's digest; the default if there is none.
    pub async fn digest(&self, guild: GuildId, year: i32, manager: UserId) -> Result<DigestRecord> {
        let row: Option<DigestRow> = sqlx::query_as(SELECT)
            .bind(guild.to_db())
            .bind(i64::from(year))
            .bind(manager.to_db())
            .fetch_optional(&self.pool)
            .await?;
        self.read_digest(row, (guild, year, manager))
    }

    /// Changes a digest's record in one transaction, so that two clicks at the same time do not undo each other.
    pub async fn change_digest<R: Send>(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
        change: impl FnOnce(&mut DigestRecord) -> R + Send,
    ) -> Result<R> {
        let mut write = self.write().await?;
        let mut record = self.digest_for_change(&mut write, (guild, year, manager)).await?;
        let done = change(&mut record);
        self.write_digest(&mut write, (guild, year, manager), &record).await?;
        write.commit().await?;
        Ok(done)
    }

    pub(super) async fn digest_for_change(&self, write: &mut Write<'_>, whose: DigestOwner) -> Result<DigestRecord> {
        let row: Option<DigestRow> = sqlx::query_as(SELECT)
            .bind(whose.0.to_db())
            .bind(i64::from(whose.1))
            .bind(whose.2.to_db())
            .fetch_optional(&mut **write)
            .await?;
        self.read_digest(row, whose)
    }

    /// A giver changed their words: removes the manager's cut, which could turn their meaning, and that they looked at them.
    pub(super) async fn forget_choices_for_words(&self, write: &mut Write<'_>, thanks: ThanksId) -> Result<()> {
        let of: Option<(i64, i64, i64)> = sqlx::query_as("select guild, year, manager from thanks where id = $1")
            .bind(thanks.0)
            .fetch_optional(&mut **write)
            .await?;
        let Some((guild, year, manager)) = of else { return Ok(()) };
        let year = year_of(year)?;
        let whose = (GuildId::from_db(guild), year, UserId::from_db(manager));
        let mut record = self.digest_for_change(write, whose).await?;
        let was_cut = record.choices.shortened.remove(&thanks).is_some();
        if record.choices.looked_at.remove(&thanks) || was_cut {
            self.write_digest(write, whose, &record).await?;
        }
        Ok(())
    }

    pub(super) async fn write_digest(
        &self,
        write: &mut Write<'_>,
        whose: DigestOwner,
        record: &DigestRecord,
    ) -> Result<()> {
        let choices = serde_json::to_string(&record.choices).map_err(|_| StoreError::Unreadable("digests.choices"))?;
        let sentence = match record.choices.sentence.as_deref() {
            Some(said) => Some(self.seal(write, said, &place_of(whose)).await?),
            None => None,
        };
        let added = match added::json(&record.choices.added)? {
            Some(list) => Some(self.seal(write, &list, &added::place_of(whose)).await?),
            None => None,
        };
        sqlx::query(
            "insert into digests (guild, year, manager, choices, fingerprint, kept_at, copied_at, copies, sentence_enc,
                 added_enc)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict (guild, year, manager) do update set choices = excluded.choices,
                 fingerprint = excluded.fingerprint, kept_at = excluded.kept_at, copied_at = excluded.copied_at,
                 copies = excluded.copies, sentence_enc = excluded.sentence_enc,
                 added_enc = excluded.added_enc",
        )
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .bind(whose.2.to_db())
        .bind(choices)
        .bind(&record.fingerprint)
        .bind(record.kept_at.map(ms))
        .bind(record.copied_at.map(ms))
        .bind(i64::from(record.copies))
        .bind(sentence)
        .bind(added)
        .execute(&mut **write)
        .await?;
        Ok(())
    }
}

/// The bytes of a hash that an earlier version stored.
fn plain_hash(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text, &mut bytes).ok().map(|()| bytes)
}
