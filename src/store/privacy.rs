//! What is stored about one person, everywhere.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::store::connection::row;
use crate::store::{Boss, Result, Store, StoreError, at, count_of, year_of};
use domain::answer::Answer;
use domain::boss_reply::BossReply;
use domain::digest::AddedWords;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::nomination::Nomination;
use domain::roster::Manager;
use domain::thanks::{Consent, Thanks};

/// What is stored about one person in one server.
#[derive(Clone, Debug)]
pub struct PersonRecord {
    /// The server.
    pub guild: GuildId,
    /// Its name.
    pub server: String,
    /// Its time zone.
    pub zone: Tz,
    /// Their thanks, with their words.
    pub given: Vec<Thanks>,
    /// Their thanks of earlier campaigns whose words have been removed: year and how many.
    pub only_counted: Vec<(i32, u32)>,
    /// The consent that they chose last.
    pub consent: Option<Consent>,
    /// What they allowed for the words that were found, by campaign.
    pub found_answers: Vec<(i32, Consent)>,
    /// Messages of theirs for which it was decided whether they count.
    pub judged: Vec<JudgedMessage>,
    /// Their place on the roster and their profile, whatever the place.
    pub manager: Option<Manager>,
    /// The boss whom they named.
    pub boss: Option<Boss>,
    /// What they decided about their digests.
    pub digests: Vec<HeldDigest>,
    /// What they answered to all who thanked them.
    pub answers: Vec<Answer>,
    /// What their bosses replied to copies of their digests.
    pub boss_replies: Vec<BossReply>,
    /// What they replied as a boss.
    pub replies_as_boss: Vec<BossReply>,
    /// How many quotes in stored copies to bosses are theirs.
    pub copied: u32,
    /// How many thanks others gave them: year and how many.
    pub received: Vec<(i32, u32)>,
    /// Managers who named them as their boss.
    pub boss_of: Vec<UserId>,
    /// Managers of whose digests they want no more.
    pub no_more_of: Vec<UserId>,
    /// Whom they nominated for the roster, and why.
    pub nominated: Vec<Nomination>,
    /// What others wrote about them in nominations, newest first.
    pub nominated_by_others: Vec<Nomination>,
    /// How many nominations they decided as an admin.
    pub decided: u32,
    /// How many messages of others that name them were judged.
    pub named_in: u32,
    /// Copies of their digests for bosses that are kept: year and how many.
    pub kept_copies: Vec<(i32, u32)>,
    /// Messages of the bot to them, or that tell admins about them: kind, state, and when it was due.
    pub messages: Vec<(String, String, DateTime<Utc>)>,
    /// Questions whether a message may be saved: about their own messages, or asked because they wanted it.
    pub saves: u32,
    /// Whether they set the campaign up.
    pub set_up: bool,
    /// The language in which their client was seen last, if the bot may write to them by itself.
    pub spoken: Option<String>,
}

/// A message for which it was decided whether it counts. No words.
#[derive(Clone, Debug)]
pub struct JudgedMessage {
    /// Where.
    pub channel: ChannelId,
    /// Which.
    pub message: MessageId,
    /// The decision, as JSON.
    pub verdict: String,
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// What is kept about one of a manager's digests.
#[derive(Clone, Debug)]
pub struct HeldDigest {
    /// The campaign's year.
    pub year: i32,
    /// Pinned, hidden and shortened, as JSON.
    pub choices: String,
    /// What they say to their boss above a copy.
    pub sentence: Option<String>,
    /// What they added from elsewhere.
    pub added: Vec<AddedWords>,
    /// When they chose to keep it to themselves.
    pub kept_at: Option<DateTime<Utc>>,
    /// When a copy was ordered last.
    pub copied_at: Option<DateTime<Utc>>,
    /// How many copies were ordered.
    pub copies: u32,
}

impl PersonRecord {
    fn is_nothing(&self) -> bool {
        self.given.is_empty()
            && self.only_counted.is_empty()
            && self.consent.is_none()
            && self.found_answers.is_empty()
            && self.judged.is_empty()
            && self.manager.is_none()
            && self.boss.is_none()
            && self.digests.is_empty()
            && self.answers.is_empty()
            && self.boss_replies.is_empty()
            && self.replies_as_boss.is_empty()
            && self.copied == 0
            && self.received.is_empty()
            && self.boss_of.is_empty()
            && self.no_more_of.is_empty()
            && self.nominated.is_empty()
            && self.nominated_by_others.is_empty()
            && self.decided == 0
            && self.named_in == 0
            && self.kept_copies.is_empty()
            && self.messages.is_empty()
            && self.saves == 0
            && !self.set_up
            && self.spoken.is_none()
    }
}

row! {
    struct JudgedRow {
        channel: i64,
        message: i64,
        verdict: String,
        judged_at: i64,
    }
}

row! {
    struct DigestRow {
        year: i64,
        choices: String,
        sentence_enc: Option<String>,
        added_enc: Option<String>,
        kept_at: Option<i64>,
        copied_at: Option<i64>,
        copies: i64,
    }
}

impl Store {
    /// Everything that is stored about one person, by server; servers with nothing are left out.
    pub async fn held_about(&self, person: UserId) -> Result<Vec<PersonRecord>> {
        let mut connection = self.pool.acquire().await?;
        let mut with = self.servers_with(&mut connection, person).await?;
        drop(connection);
        with.extend(self.servers_with_notes(person).await?);
        let mut no_more_of = self.no_more_of(person).await?;
        with.extend(no_more_of.keys());
        let named_in = self.judged_naming(person).await?;
        with.extend(named_in.keys());
        let servers: Vec<(i64, String, i64, String)> =
            sqlx::query_as("select guild, name, set_up_by, timezone from servers order by name, guild")
                .fetch_all(&self.pool)
                .await?;
        let mut held = Vec::new();
        for (guild, server, set_up_by, zone) in servers {
            let guild = GuildId::from_db(guild);
            if !with.contains(&guild) {
                continue;
            }
            let mut here = self.held_in(guild, server, person).await?;
            here.set_up = set_up_by == person.to_db();
            here.zone = zone.parse().map_err(|_| StoreError::Unreadable("servers.timezone"))?;
            here.no_more_of = no_more_of.remove(&guild).unwrap_or_default();
            here.named_in = named_in.get(&guild).copied().unwrap_or_default();
            if !here.is_nothing() {
                held.push(here);
            }
        }
        Ok(held)
    }

    /// What is stored about a person in one server, except what is read for all servers at once.
    async fn held_in(&self, guild: GuildId, server: String, person: UserId) -> Result<PersonRecord> {
        let (guild_id, id) = (guild.to_db(), person.to_db());
        let count = "select year, count(*) from thanks where guild = $1 and";
        let named: Vec<i64> = sqlx::query_scalar("select member from managers where guild = $1 and boss = $2")
            .bind(guild_id)
            .bind(id)
            .fetch_all(&self.pool)
            .await?;
        let saves: i64 =
            sqlx::query_scalar("select count(*) from saves where guild = $1 and (author = $2 or asker = $2)")
                .bind(guild_id)
                .bind(id)
                .fetch_one(&self.pool)
                .await?;
        let decided: i64 = sqlx::query_scalar("select count(*) from nominations where guild = $1 and decided_by = $2")
            .bind(guild_id)
            .bind(id)
            .fetch_one(&self.pool)
            .await?;
        let copies = "select year, count(*) from copies where guild = $1 and manager = $2";
        Ok(PersonRecord {
            guild,
            server,
            given: self.select_thanks("t.guild = $1 and t.giver = $2", &[guild_id, id]).await?,
            only_counted: self.by_year(&format!("{count} giver = $2"), guild_id, self.giver_hash(guild_id, id)).await?,
            consent: self.remembered_consent(guild, person).await?,
            found_answers: self.found_answers(guild, person).await?,
            judged: self.judged(guild_id, id).await?,
            manager: self.manager(guild, person).await?,
            boss: self.boss(guild, person).await?,
            digests: self.held_digests(guild, person).await?,
            answers: self.answers_by(guild, person).await?,
            boss_replies: self.boss_replies_to(guild, person).await?,
            replies_as_boss: self.boss_replies_by(guild, person).await?,
            copied: self.copies_with(guild_id, id).await?,
            received: self.by_year(&format!("{count} manager = $2"), guild_id, id).await?,
            boss_of: named.into_iter().map(UserId::from_db).collect(),
            no_more_of: Vec::new(),
            nominated: self.nominations_by(guild, person).await?,
            nominated_by_others: self.nominations_of(guild, person).await?,
            decided: count_of(decided),
            named_in: 0,
            kept_copies: self.by_year(copies, guild_id, id).await?,
            messages: self.messages_about(guild_id, id).await?,
            saves: count_of(saves),
            set_up: false,
            zone: Tz::UTC,
            spoken: self.spoken(guild, person).await?,
        })
    }

    async fn by_year(&self, counting: &str, guild: i64, who: i64) -> Result<Vec<(i32, u32)>> {
        let sql = format!("{counting} group by year order by year");
        let rows: Vec<(i64, i64)> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild).bind(who).fetch_all(&self.pool).await?;
        rows.into_iter().map(|(of, count)| Ok((year_of(of)?, count_of(count)))).collect()
    }

    async fn messages_about(&self, guild: i64, person: i64) -> Result<Vec<(String, String, DateTime<Utc>)>> {
        let rows: Vec<(String, String, i64)> = sqlx::query_as(
            "select kind, state, due_at from sends where guild = $1 and about = $2 order by due_at, key",
        )
        .bind(guild)
        .bind(person)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|(kind, state, due)| Ok((kind, state, at(due)?))).collect()
    }

    async fn found_answers(&self, guild: GuildId, person: UserId) -> Result<Vec<(i32, Consent)>> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("select name, value from remembered where name like $1 order by name")
                .bind(format!("found-consent:{guild}/%/{person}"))
                .fetch_all(&self.pool)
                .await?;
        let read = |(name, value): (String, String)| {
            Some((name.split('/').nth(1)?.parse().ok()?, Consent::from_name(&value)?))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    async fn judged(&self, guild: i64, person: i64) -> Result<Vec<JudgedMessage>> {
        let rows: Vec<JudgedRow> = sqlx::query_as(
            "select channel, message, verdict, judged_at from judgements where guild = $1 and giver = $2
             order by judged_at, message",
        )
        .bind(guild)
        .bind(person)
        .fetch_all(&self.pool)
        .await?;
        let read = |row: JudgedRow| {
            Ok(JudgedMessage {
                channel: ChannelId::from_db(row.channel),
                message: MessageId::from_db(row.message),
                verdict: row.verdict,
                at: at(row.judged_at)?,
            })
        };
        rows.into_iter().map(read).collect()
    }

    async fn held_digests(&self, guild: GuildId, manager: UserId) -> Result<Vec<HeldDigest>> {
        let rows: Vec<DigestRow> = sqlx::query_as(
            "select year, choices, sentence_enc, added_enc, kept_at, copied_at, copies from digests
             where guild = $1 and manager = $2 order by year",
        )
        .bind(guild.to_db())
        .bind(manager.to_db())
        .fetch_all(&self.pool)
        .await?;
        let read = |row: DigestRow| {
            let whose = (guild, year_of(row.year)?, manager);
            Ok(HeldDigest {
                year: whose.1,
                choices: row.choices,
                sentence: self.open_sentence(row.sentence_enc.as_deref(), whose),
                added: self.open_added(row.added_enc.as_deref(), whose).entries().to_vec(),
                kept_at: row.kept_at.map(at).transpose()?,
                copied_at: row.copied_at.map(at).transpose()?,
                copies: u32::try_from(row.copies).map_err(|_| StoreError::Unreadable("digests.copies"))?,
            })
        };
        rows.into_iter().map(read).collect()
    }
}
