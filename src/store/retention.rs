//! Retention: deletes the words of old campaigns, and all data of servers that the bot left.

use std::collections::HashMap;

use chrono::{DateTime, Datelike as _, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::ports::Receipt;
use crate::store::kinds::kinds;
use crate::store::places::forget_old_places;
use crate::store::questions::LEFT_OUT;
use crate::store::sends::{Origin, insert, unpost};
use crate::store::tag_channels::TAG_CHANNELS;
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::calendar;
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::{self, Planned};
use domain::send::{SendKind, Task};

/// Noon of the same day in the campaign's time zone: removes the time of day and keeps the date.
pub(super) fn local_noon(said_at: i64, zone: Tz) -> Result<i64> {
    let date = calendar::date(at(said_at)?, zone);
    Ok(ms(calendar::instant_on(date, NaiveTime::from_hms_opt(12, 0, 0).expect("every day has a noon"), zone)))
}

/// The time zone of a campaign, or of the server if there is no such campaign.
pub(super) async fn zone_of(write: &mut Write<'_>, guild: i64, year: i64) -> Result<Tz> {
    let name: Option<String> = sqlx::query_scalar(
        "select coalesce((select timezone from campaigns where guild = $1 and year = $2),
             (select timezone from servers where guild = $1))",
    )
    .bind(guild)
    .bind(year)
    .fetch_one(&mut **write)
    .await?;
    name.as_deref().map_or(Ok(Tz::UTC), read_zone)
}

fn read_zone(name: &str) -> Result<Tz> {
    name.parse().map_err(|_| StoreError::Unreadable("campaigns.timezone"))
}

impl Store {
    /// The keyed hash that replaces a giver's id; it differs between servers.
    pub(super) fn giver_hash(&self, guild: i64, giver: i64) -> i64 {
        self.codec.keyed_number(&format!("giver:{guild}:{giver}"))
    }

    /// The keyed hash that replaces the message or interaction of a thank-you. A value that is already a hash stays.
    pub(super) fn source_hash(&self, guild: i64, source: i64) -> i64 {
        if source < 0 { source } else { self.codec.keyed_number(&format!("source:{guild}:{source}")) }
    }

    /// The keyed hash for a boss who wants no more of one manager's digests.
    pub(super) fn no_more_hash(&self, guild: i64, manager: i64, boss: i64) -> i64 {
        self.codec.keyed_number(&format!("no-more:{guild}:{manager}:{boss}"))
    }

    /// Adds the hashes that earlier versions did not store.
    pub(super) async fn fill_in_hashes(&self) -> Result<()> {
        let mut write = self.write().await?;
        let givers: Vec<(i64, i64)> = sqlx::query_as("select distinct guild, giver from thanks where giver_hash = 0")
            .fetch_all(&mut *write)
            .await?;
        for (guild, giver) in givers {
            sqlx::query("update thanks set giver_hash = $3 where guild = $1 and giver = $2")
                .bind(guild)
                .bind(giver)
                .bind(self.giver_hash(guild, giver))
                .execute(&mut *write)
                .await?;
        }
        let bosses: Vec<(i64, i64, i64)> =
            sqlx::query_as("select guild, manager, boss from no_more_copies where boss > 0")
                .fetch_all(&mut *write)
                .await?;
        for (guild, manager, boss) in bosses {
            sqlx::query(
                "update no_more_copies set manager = 0, boss = $4 where guild = $1 and manager = $2 and boss = $3",
            )
            .bind(guild)
            .bind(manager)
            .bind(boss)
            .bind(self.no_more_hash(guild, manager, boss))
            .execute(&mut *write)
            .await?;
        }
        self.fill_in_recipients(&mut write).await?;
        let had_plain_hashes = self.key_plain_hashes(&mut write).await?;
        write.commit().await?;
        if had_plain_hashes {
            self.clear_erased_pages().await;
        }
        Ok(())
    }

    /// Plans the removal of each campaign's words and of the data of each server that the bot left; moves planned ones
    /// after a change of the settings. Completed ones stay completed.
    pub async fn plan_purges(&self, words_days: u16, server_days: u16) -> Result<()> {
        let mut write = self.write().await?;
        // Only where none is planned or the settings changed: campaigns of every year are stored.
        let campaigns: Vec<(i64, i64, i64, String, Option<i64>)> = sqlx::query_as(
            "select c.guild, c.year, c.closes_at, c.timezone, s.due_at from campaigns c
             left join sends s on s.guild = c.guild and s.year = c.year and s.kind = 'purge'
             where s.key is null or s.state = 'planned'",
        )
        .fetch_all(&mut *write)
        .await?;
        for (guild, year, closes, zone, due) in campaigns {
            let purge =
                plan::purge(GuildId::from_db(guild), year_of(year)?, at(closes)?, words_days, read_zone(&zone)?);
            if due != Some(ms(purge.due)) {
                plan(&mut write, &purge).await?;
            }
        }
        let left: Vec<(i64, i64, String)> =
            sqlx::query_as("select guild, left_at, timezone from servers where left_at is not null")
                .fetch_all(&mut *write)
                .await?;
        let planned: Vec<(String, String, i64)> = sqlx::query_as(
            "select s.key, s.state, s.due_at from sends s join servers v on v.guild = s.guild
             where s.kind = 'purge-server' and v.left_at is not null",
        )
        .fetch_all(&mut *write)
        .await?;
        let planned: HashMap<String, (String, i64)> =
            planned.into_iter().map(|(key, state, due)| (key, (state, due))).collect();
        for (guild, left, zone) in left {
            let send = server_purge(GuildId::from_db(guild), at(left)?, server_days, read_zone(&zone)?);
            let known = planned.get(&send.key.to_string());
            if known.is_none_or(|(state, due)| state == "planned" && *due != ms(send.due)) {
                plan(&mut write, &send).await?;
            }
        }
        write.commit().await
    }

    /// Removes the words, names and sources of one campaign's thanks; closes it if it was never closed. Counts and
    /// keyed hashes stay, and so do the places of the bot's public posts, so that their givers can still have them
    /// deleted. Idempotent.
    pub async fn purge_words(&self, guild: GuildId, year: i32, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        forget_old_places(&mut write, now).await?;
        let zone = zone_of(&mut write, guild.to_db(), i64::from(year)).await?;
        let thanks: Vec<(i64, i64, i64)> =
            sqlx::query_as("select id, source, said_at from thanks where guild = $1 and year = $2")
                .bind(guild.to_db())
                .bind(i64::from(year))
                .fetch_all(&mut *write)
                .await?;
        for (id, source, said_at) in thanks {
            sqlx::query(
                "update thanks set giver = giver_hash, source = $2, said_enc = '',
                     consent = case consent when 'unnamed' then consent else 'private' end, post_in = null,
                     said_at = $3, channel = null, message = null, member_since = null
                 where id = $1",
            )
            .bind(id)
            .bind(self.source_hash(guild.to_db(), source))
            .bind(local_noon(said_at, zone)?)
            .execute(&mut *write)
            .await?;
        }
        remove_givers_data(&mut write, guild, year, now).await?;
        write.commit().await?;
        self.clear_erased_pages().await;
        Ok(())
    }

    /// Removes all data of a server that the bot left at `left` and has not joined again. Returns whether it did.
    pub async fn purge_server(&self, guild: GuildId, left: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        let gone: Option<i64> = sqlx::query_scalar("select left_at from servers where guild = $1 and left_at = $2")
            .bind(guild.to_db())
            .bind(ms(left))
            .fetch_optional(&mut *write)
            .await?;
        if gone.is_none() {
            return Ok(false);
        }
        for table in [
            "servers",
            "campaigns",
            "managers",
            "no_more_copies",
            // Suggestions are deleted with their thanks, by a foreign key.
            "thanks",
            "consents",
            "judgements",
            "digests",
            "nominations",
            "saves",
            "hashtag_channels",
            "copies",
            "copied_quotes",
            "copy_places",
            "answers",
            "boss_replies",
            "hearing",
            "not_collected",
        ] {
            let sql = format!("delete from {table} where guild = $1");
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(guild.to_db()).execute(&mut *write).await?;
        }
        // The purge's own send is settled afterwards, as a record of it.
        sqlx::query("delete from sends where guild = $1 and kind <> 'purge-server'")
            .bind(guild.to_db())
            .execute(&mut *write)
            .await?;
        for name in ["found-consent:", LEFT_OUT, "look-again:", "spoken:"] {
            let names = format!("{name}{guild}/%");
            sqlx::query("delete from remembered where name like $1").bind(names).execute(&mut *write).await?;
        }
        let tags = format!("{}{guild}", TAG_CHANNELS);
        sqlx::query("delete from remembered where name = $1").bind(tags).execute(&mut *write).await?;
        write.commit().await?;
        self.clear_erased_pages().await;
        Ok(true)
    }
}

/// Removes other data of a campaign that names givers: questions, reactions, answers, decisions.
async fn remove_givers_data(write: &mut Write<'_>, guild: GuildId, year: i32, now: DateTime<Utc>) -> Result<()> {
    let (guild_id, year_id) = (guild.to_db(), i64::from(year));
    let sql = format!(
        "select sent_channel, sent_message from sends where guild = $1 and year = $2
             and kind in {} and sent_message is not null",
        kinds(SendKind::is_question)
    );
    let questions: Vec<(i64, i64)> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild_id).bind(year_id).fetch_all(&mut **write).await?;
    for (channel, message) in questions {
        let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
        unpost(write, (guild, year), receipt, now).await?;
    }
    let sends = kinds(|kind| kind.is_question() || kind.is_reaction() || kind == SendKind::Remind);
    let sends = format!("delete from sends where guild = $1 and year = $2 and kind in {sends}");
    for sql in [
        sends.as_str(),
        "delete from saves where guild = $1 and year = $2",
        "delete from suggestions where thanks in (select id from thanks where guild = $1 and year = $2)",
        "delete from nominations where guild = $1
             and nominated_at <= (select closes_at from campaigns where guild = $1 and year = $2)",
        "delete from judgements where guild = $1
             and judged_at <= (select closes_at from campaigns where guild = $1 and year = $2)",
        "update digests set fingerprint = null, sentence_enc = null, added_enc = null where guild = $1 and year = $2",
        "delete from copied_quotes where guild = $1 and year = $2",
        "delete from copies where guild = $1 and year = $2",
        "delete from answers where guild = $1 and year = $2 and state = 'draft'",
        // The send has the place of the post, so that its manager can still have it deleted.
        "update answers set said_enc = '' where guild = $1 and year = $2",
        "delete from boss_replies where guild = $1 and year = $2 and state <> 'posted'",
        "update boss_replies set said_enc = '' where guild = $1 and year = $2",
    ] {
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(guild_id).bind(year_id).execute(&mut **write).await?;
    }
    sqlx::query("delete from remembered where name like $1")
        .bind(format!("found-consent:{guild}/{year}/%"))
        .execute(&mut **write)
        .await?;
    // The bot writes only to people who are still listed in one of these tables.
    sqlx::query(
        "delete from remembered where name like 'spoken:' || $1 || '/%'
             and name not in (select 'spoken:' || guild || '/' || member from managers where guild = $2)
             and name not in (
                 select 'spoken:' || guild || '/' || boss from managers where guild = $2 and boss is not null)
             and name not in (select 'spoken:' || guild || '/' || nominator from nominations where guild = $2)
             and name not in (select 'spoken:' || guild || '/' || set_up_by from servers where guild = $2)",
    )
    .bind(guild.to_string())
    .bind(guild_id)
    .execute(&mut **write)
    .await?;
    // A campaign that was paused over its close must not take new words, which would then stay forever.
    sqlx::query("update campaigns set closed_at = $3 where guild = $1 and year = $2 and closed_at is null")
        .bind(guild_id)
        .bind(year_id)
        .bind(ms(now))
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Plans the removal of a server's data, some time after the bot left.
pub(super) async fn plan_server_purge(
    write: &mut Write<'_>,
    guild: GuildId,
    left: DateTime<Utc>,
    keep_days: u16,
) -> Result<()> {
    let zone: Option<String> = sqlx::query_scalar("select timezone from servers where guild = $1")
        .bind(guild.to_db())
        .fetch_optional(&mut **write)
        .await?;
    let zone = zone.as_deref().map_or(Ok(Tz::UTC), read_zone)?;
    plan(write, &server_purge(guild, left, keep_days, zone)).await
}

fn server_purge(guild: GuildId, left: DateTime<Utc>, keep_days: u16, zone: Tz) -> Planned {
    let due = calendar::days_later(left, keep_days, zone);
    // The year is part of the key; it stays as it is if the server's zone changes.
    Planned::at(guild, left.year(), Task::PurgeServer { left: ms(left) }, due)
}

async fn plan(write: &mut Write<'_>, send: &Planned) -> Result<()> {
    insert(write, send.key.guild(), send.key.year(), send, Origin::People).await?;
    sqlx::query("update sends set due_at = $2, retry_at = $2 where key = $1 and state = 'planned' and due_at <> $2")
        .bind(send.key.to_string())
        .bind(ms(send.due))
        .execute(&mut **write)
        .await?;
    Ok(())
}
