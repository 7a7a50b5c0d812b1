//! Thanks.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::store::answers::sync_marks;
use crate::store::connection::row;
use crate::store::public_posts::sync_post;
use crate::store::standing::sync_message;
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::thanks::rules::{Earlier, LIMIT_PERIOD};
use domain::thanks::{Consent, Door, Relation, Thanks, ThanksId, ThanksState, WhatFor};

/// A thank-you that was accepted and is about to be stored: it has no id and no state yet. It becomes one [`Thanks`].
#[derive(Clone, Debug)]
pub struct NewThanks {
    /// The server.
    pub guild: GuildId,
    /// The campaign it belongs to.
    pub year: i32,
    /// The giver.
    pub giver: UserId,
    /// The person thanked.
    pub manager: UserId,
    /// How it came in.
    pub door: Door,
    /// The interaction or message it came from; with the manager it is unique.
    pub source: u64,
    /// The words.
    pub words: String,
    /// The giver's display name.
    pub signature: String,
    /// What the giver is to the manager.
    pub relation: Option<Relation>,
    /// What it is for.
    pub what_for: Option<WhatFor>,
    /// The giver's consent.
    pub consent: Consent,
    /// When it was said.
    pub said_at: DateTime<Utc>,
    /// The giver's own public message, if there is one.
    pub message: Option<(ChannelId, MessageId)>,
    /// The channel in which the bot may post the words in place of the campaign's.
    pub post_in: Option<ChannelId>,
    /// Since when the giver is a member.
    pub member_since: Option<NaiveDate>,
    /// How many thanks the giver may give in the server within an hour.
    pub per_hour: u32,
}

/// Whether it was stored before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThanksStored {
    /// It was stored now.
    New(ThanksId),
    /// It existed, from the same source for the same manager.
    Already(ThanksId),
}

impl ThanksStored {
    /// The number of the thanks.
    #[must_use]
    pub const fn id(self) -> ThanksId {
        match self {
            Self::New(id) | Self::Already(id) => id,
        }
    }
}

/// A change to a thank-you.
#[derive(Clone, Debug)]
pub enum Change {
    /// The giver's consent.
    Consent(Consent),
    /// Whether it counts.
    State(ThanksState),
    /// It no longer stands in its message: its words go, and its state is this one.
    TakenOut(ThanksState),
    /// The words, after their giver edited them. The signature stays as it was when the giver consented.
    Words(String),
}

/// The personal words of a thank-you.
#[derive(Serialize, Deserialize)]
struct Said {
    words: String,
    signature: String,
}

row! {
    /// A thank-you as stored, before its words are decrypted.
    struct ThanksRow {
        id: i64,
        guild: i64,
        year: i64,
        giver: i64,
        manager: i64,
        door: String,
        source: i64,
        said_enc: String,
        relation: Option<String>,
        what_for: Option<String>,
        consent: String,
        said_at: i64,
        channel: Option<i64>,
        message: Option<i64>,
        post_in: Option<i64>,
        posted_channel: Option<i64>,
        posted_message: Option<i64>,
        member_since: Option<String>,
        state: String,
        earlier: i64,
    }
}

/// The value of sealed words that were removed.
const REMOVED: &str = "";

const COLUMNS: &str =
    "select t.id, t.guild, t.year, t.giver, t.manager, t.door, t.source, t.said_enc, t.relation, t.what_for,
    t.consent, t.said_at, t.channel, t.message, t.post_in, t.posted_channel, t.posted_message, t.member_since,
    t.state, (select count(*) from thanks e where e.guild = t.guild and e.year < t.year
        and e.giver in (t.giver, t.giver_hash)) as earlier
    from thanks t";

pub(super) fn place_of(id: i64) -> String {
    format!("thanks.said:{id}")
}

fn pair(channel: Option<i64>, message: Option<i64>) -> Option<(ChannelId, MessageId)> {
    Some((ChannelId::from_db(channel?), MessageId::from_db(message?)))
}

impl Store {
    /// One thank-you; `None` if its words do not open.
    fn read_thanks(&self, row: ThanksRow) -> Result<Option<Thanks>> {
        let said = match row.said_enc.as_str() {
            REMOVED => Said { words: String::new(), signature: String::new() },
            sealed => match self.opened(sealed, &place_of(row.id)) {
                Some(said) => serde_json::from_str(&said).map_err(|_| StoreError::Unreadable("thanks.said"))?,
                None => return Ok(None),
            },
        };
        Ok(Some(Thanks {
            id: ThanksId(row.id),
            guild: GuildId::from_db(row.guild),
            year: year_of(row.year)?,
            giver: UserId::from_db(row.giver),
            manager: UserId::from_db(row.manager),
            door: Door::from_name(&row.door).ok_or(StoreError::Unreadable("thanks.door"))?,
            words: said.words,
            signature: said.signature,
            relation: row.relation.as_deref().and_then(Relation::from_name),
            what_for: row.what_for.as_deref().and_then(WhatFor::from_name),
            consent: Consent::from_name(&row.consent).ok_or(StoreError::Unreadable("thanks.consent"))?,
            said_at: at(row.said_at)?,
            source: row.source.cast_unsigned(),
            message: pair(row.channel, row.message),
            post_in: row.post_in.map(ChannelId::from_db),
            posted: pair(row.posted_channel, row.posted_message),
            member_since: row.member_since.as_deref().and_then(|text| text.parse().ok()),
            first_time: row.earlier == 0,
            state: ThanksState::from_name(&row.state).ok_or(StoreError::Unreadable("thanks.state"))?,
        }))
    }

    /// Whether its giver thanked everyone at once before, in the same campaign, and this is for everyone again.
    pub(super) async fn thanked_everyone_before(&self, write: &mut Write<'_>, new: &NewThanks) -> Result<bool> {
        if new.door.batch(new.source).is_none() {
            return Ok(false);
        }
        let before: i64 = sqlx::query_scalar(
            "select count(*) from thanks where guild = $1 and giver in ($2, $3) and year = $4 and door = $5
                 and source not in ($6, $7)",
        )
        .bind(new.guild.to_db())
        .bind(new.giver.to_db())
        .bind(self.giver_hash(new.guild.to_db(), new.giver.to_db()))
        .bind(i64::from(new.year))
        .bind(new.door.name())
        .bind(new.source.cast_signed())
        .bind(self.source_hash(new.guild.to_db(), new.source.cast_signed()))
        .fetch_one(&mut **write)
        .await?;
        Ok(before > 0)
    }

    /// What the giver gave before in the same campaign to the same person, or to anyone at about the same time.
    pub(super) async fn earlier_of(&self, write: &mut Write<'_>, new: &NewThanks) -> Result<Vec<Earlier>> {
        let rows: Vec<ThanksRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "{COLUMNS} where t.guild = $1 and t.year = $2 and t.giver in ($3, $7)
                and (t.manager = $4 or (t.said_at > $5 and t.said_at < $6))"
        )))
        .bind(new.guild.to_db())
        .bind(i64::from(new.year))
        .bind(new.giver.to_db())
        .bind(new.manager.to_db())
        .bind(ms(new.said_at - LIMIT_PERIOD))
        .bind(ms(new.said_at + LIMIT_PERIOD))
        // Whose message was deleted, they gave it all the same.
        .bind(self.giver_hash(new.guild.to_db(), new.giver.to_db()))
        .fetch_all(&mut **write)
        .await?;
        let earlier = |Thanks { manager, words, state, said_at, door, source, .. }| {
            let batch = door.batch(source);
            Earlier { manager, words, state, said_at, batch }
        };
        let rows = rows.into_iter().filter_map(|row| Some(self.read_thanks(row).transpose()?.map(earlier)));
        let mut earlier = rows.collect::<Result<Vec<_>>>()?;
        earlier.extend(self.given_before_erasure(write, new.giver).await?);
        Ok(earlier)
    }

    pub(super) async fn insert_thanks(&self, write: &mut Write<'_>, new: &NewThanks, id: i64) -> Result<ThanksId> {
        let sealed = self.seal_said(write, id, &new.words, &new.signature).await?;
        sqlx::query(
            "insert into thanks (id, guild, year, giver, manager, door, source, said_enc, relation, what_for, consent,
                 said_at, channel, message, member_since, state, giver_hash, post_in)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'counted', $16, $17)",
        )
        .bind(id)
        .bind(new.guild.to_db())
        .bind(i64::from(new.year))
        .bind(new.giver.to_db())
        .bind(new.manager.to_db())
        .bind(new.door.name())
        .bind(new.source.cast_signed())
        .bind(sealed)
        .bind(new.relation.map(Relation::name))
        .bind(new.what_for.map(WhatFor::name))
        .bind(new.consent.name())
        .bind(ms(new.said_at))
        .bind(new.message.map(|(channel, _)| channel.to_db()))
        .bind(new.message.map(|(_, message)| message.to_db()))
        .bind(new.member_since.map(|date| date.to_string()))
        .bind(self.giver_hash(new.guild.to_db(), new.giver.to_db()))
        .bind(new.post_in.map(ChannelId::to_db))
        .execute(&mut **write)
        .await?;
        Ok(ThanksId(id))
    }

    fn open_said(&self, id: i64, sealed: &str) -> Result<Said> {
        serde_json::from_str(&self.codec.open(sealed, &place_of(id))?)
            .map_err(|_| StoreError::Unreadable("thanks.said"))
    }

    async fn seal_said(&self, write: &mut Write<'_>, id: i64, words: &str, signature: &str) -> Result<String> {
        let said = Said { words: words.to_owned(), signature: signature.to_owned() };
        let json = serde_json::to_string(&said).map_err(|_| StoreError::Unreadable("thanks.said"))?;
        self.seal(write, &json, &place_of(id)).await
    }

    pub(super) async fn select_thanks(&self, filter: &str, binds: &[i64]) -> Result<Vec<Thanks>> {
        let sql = format!("{COLUMNS} where {filter} order by t.said_at, t.source, t.id");
        let mut query = sqlx::query_as::<_, ThanksRow>(sqlx::AssertSqlSafe(sql));
        for bind in binds {
            query = query.bind(*bind);
        }
        query.fetch_all(&self.pool).await?.into_iter().filter_map(|row| self.read_thanks(row).transpose()).collect()
    }

    /// What stands for the giver of a thank-you where they are not named: keyed, so that it does not tell the order in
    /// which thank-yous were given.
    #[must_use]
    pub fn pseudonym(&self, id: ThanksId) -> String {
        let number = self.codec.keyed_number(&format!("pseudonym:{}", id.0));
        format!("{:08x}", number & 0xffff_ffff)
    }

    /// The number by which others than its giver and its manager pick a thank-you, and in whose order the thank-yous of a
    /// day stand: keyed, so that it does not tell which was given first. Always negative.
    #[must_use]
    pub fn shuffled(&self, id: ThanksId) -> i64 {
        self.codec.keyed_number(&format!("shuffled:{}", id.0))
    }

    /// One thanks.
    pub async fn thanks(&self, id: ThanksId) -> Result<Option<Thanks>> {
        Ok(self.select_thanks("t.id = $1", &[id.0]).await?.pop())
    }

    /// The thanks that came from one message, or that the bot posted as that message.
    pub async fn thanks_of_message(&self, message: MessageId) -> Result<Vec<Thanks>> {
        self.select_thanks("t.message = $1 or t.posted_message = $1", &[message.to_db()]).await
    }

    /// All thanks to one manager in one campaign, in any state.
    pub async fn thanks_for(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Vec<Thanks>> {
        let binds = [guild.to_db(), i64::from(year), manager.to_db()];
        self.select_thanks("t.guild = $1 and t.year = $2 and t.manager = $3", &binds).await
    }

    /// All thanks by one person in one campaign, in any state.
    pub async fn thanks_by(&self, guild: GuildId, year: i32, giver: UserId) -> Result<Vec<Thanks>> {
        let binds = [guild.to_db(), i64::from(year), giver.to_db()];
        self.select_thanks("t.guild = $1 and t.year = $2 and t.giver = $3", &binds).await
    }

    /// All thanks of one campaign, in any state.
    pub async fn thanks_in(&self, guild: GuildId, year: i32) -> Result<Vec<Thanks>> {
        self.select_thanks("t.guild = $1 and t.year = $2", &[guild.to_db(), i64::from(year)]).await
    }

    /// All thanks of one campaign that count.
    pub async fn counted_thanks(&self, guild: GuildId, year: i32) -> Result<Vec<Thanks>> {
        let binds = [guild.to_db(), i64::from(year)];
        self.select_thanks("t.guild = $1 and t.year = $2 and t.state = 'counted'", &binds).await
    }

    /// The thanks that one person gave by one interaction or message, in any state.
    pub async fn thanks_from(&self, guild: GuildId, source: u64, giver: UserId) -> Result<Vec<Thanks>> {
        let binds = [guild.to_db(), source.cast_signed(), giver.to_db()];
        self.select_thanks("t.guild = $1 and t.source = $2 and t.giver = $3", &binds).await
    }

    /// Changes one thank-you: see [`Store::change_several`].
    pub async fn change_thanks(&self, id: ThanksId, change: &Change, now: DateTime<Utc>) -> Result<()> {
        self.change_several(&[(id, change.clone())], now).await
    }

    /// Changes thanks and, in the same transaction, the bot's public posts of them. If the words were erased or purged
    /// meanwhile, words and consent no longer change.
    pub async fn change_several(&self, changes: &[(ThanksId, Change)], now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        for (id, change) in changes {
            self.change_one(&mut write, *id, change).await?;
        }
        let mut synced = BTreeSet::new();
        for (id, _) in changes {
            if !synced.contains(&id.0) {
                synced.extend(sync_post(&mut write, *id, now).await?);
            }
            sync_own_message(&mut write, *id, now).await?;
        }
        write.commit().await
    }

    async fn change_one(&self, write: &mut Write<'_>, id: ThanksId, change: &Change) -> Result<()> {
        let set = |sql: &'static str, to: &str| sqlx::query(sql).bind(id.0).bind(to.to_owned());
        match change {
            Change::Consent(consent) => {
                let sql = "update thanks set consent = $2 where id = $1 and said_enc <> ''";
                set(sql, consent.name()).execute(&mut **write).await?;
            }
            Change::State(state) => {
                set("update thanks set state = $2 where id = $1", state.name()).execute(&mut **write).await?;
            }
            Change::TakenOut(state) => {
                set("update thanks set state = $2 where id = $1", state.name()).execute(&mut **write).await?;
                self.change_words(write, id, "").await?;
            }
            Change::Words(words) => self.change_words(write, id, words).await?,
        }
        Ok(())
    }

    /// Replaces the stored words. Does nothing if they are the same or were removed.
    async fn change_words(&self, write: &mut Write<'_>, id: ThanksId, words: &str) -> Result<()> {
        let sealed: Option<String> = sqlx::query_scalar("select said_enc from thanks where id = $1")
            .bind(id.0)
            .fetch_optional(&mut **write)
            .await?;
        let Some(sealed) = sealed.filter(|sealed| sealed != REMOVED) else { return Ok(()) };
        let said = self.open_said(id.0, &sealed)?;
        if said.words == words {
            return Ok(());
        }
        let sealed = self.seal_said(write, id.0, words, &said.signature).await?;
        sqlx::query("update thanks set said_enc = $2 where id = $1")
            .bind(id.0)
            .bind(sealed)
            .execute(&mut **write)
            .await?;
        self.forget_choices_for_words(write, id).await
    }

    /// The messages of open campaigns whose edits and deletions matter: those that thanks came from, those with a
    /// decision, and those that a member wants saved.
    pub async fn watched_messages(&self) -> Result<Vec<MessageId>> {
        let found: Vec<i64> = sqlx::query_scalar(
            "select distinct t.message from thanks t join campaigns c on c.guild = t.guild and c.year = t.year
             where t.message is not null and c.closed_at is null
             union select j.message from judgements j join campaigns c on c.guild = j.guild
             where c.closed_at is null and j.judged_at >= c.opens_at
             union select s.message from saves s join campaigns c on c.guild = s.guild and c.year = s.year
             where c.closed_at is null and s.answer is null",
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(found.into_iter().map(MessageId::from_db).collect())
    }
}

/// What stands under the giver's own message that holds a thank-you, if one does.
async fn sync_own_message(write: &mut Write<'_>, id: ThanksId, now: DateTime<Utc>) -> Result<()> {
    let message: Option<(i64, i64, i64)> =
        sqlx::query_as("select guild, year, message from thanks where id = $1 and message is not null")
            .bind(id.0)
            .fetch_optional(&mut **write)
            .await?;
    if let Some((guild, year, message)) = message {
        let (guild, message) = (GuildId::from_db(guild), MessageId::from_db(message));
        sync_message(write, guild, message, now).await?;
        sync_marks(write, (guild, year_of(year)?), message, now).await?;
    }
    Ok(())
}
