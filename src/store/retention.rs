//! What time removes: the words of a campaign that is long over, and everything of a server that the bot has left.

use std::collections::HashSet;

use chrono::{DateTime, Datelike as _, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::ports::Receipt;
use crate::store::sends::{Origin, insert, kinds, unpost};
use crate::store::tag_channels::TAG_CHANNELS;
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::calendar;
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::{self, Planned};
use domain::send::{SendKind, Task};

/// The noon of an instant's day where the campaign is: the time of day goes, and the date stays what it was there.
pub(super) fn local_noon(said_at: i64, zone: Tz) -> Result<i64> {
    let date = at(said_at)?.with_timezone(&zone).date_naive();
    Ok(ms(calendar::instant_on(date, NaiveTime::from_hms_opt(12, 0, 0).expect("every day has a noon"), zone)))
}

/// The zone of a campaign; the server's, where the campaign is not known.
pub(super) async fn zone_of(write: &mut Write<'_>, guild: i64, year: i64) -> Result<Tz> {
    let name: Option<String> = sqlx::query_scalar(
        "select coalesce((select timezone from campaigns where guild = $1 and year = $2),
             (select timezone from servers where guild = $1))",
    )
    .bind(guild)
    .bind(year)
    .fetch_one(&mut **write)
    .await?;
    name.map_or(Ok(Tz::UTC), |name| name.parse().map_err(|_| StoreError::Unreadable("campaigns.timezone")))
}

impl Store {
    /// What stands for a giver where they must not be named: another number in each server.
    pub(super) fn giver_hash(&self, guild: i64, giver: i64) -> i64 {
        self.codec.keyed_number(&format!("giver:{guild}:{giver}"))
    }

    /// What stands for the message or interaction that a thanks came from. One that is hashed already stays.
    pub(super) fn source_hash(&self, guild: i64, source: i64) -> i64 {
        if source < 0 { source } else { self.codec.keyed_number(&format!("source:{guild}:{source}")) }
    }

    /// What stands for a boss who wants no more of one manager's digests.
    pub(super) fn no_more_hash(&self, guild: i64, manager: i64, boss: i64) -> i64 {
        self.codec.keyed_number(&format!("no-more:{guild}:{manager}:{boss}"))
    }

    /// Hashes what an earlier version kept without.
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
        write.commit().await
    }

    /// Plans the removal of each campaign's words and of each server that was left, or moves what is planned when the
    /// settings have changed. What has been removed stays so.
    pub async fn plan_purges(&self, words: TimeDelta, servers: TimeDelta) -> Result<()> {
        let mut write = self.write().await?;
        // Only where nothing is planned yet or the settings have moved it: there are campaigns of every year.
        let campaigns: Vec<(i64, i64, i64)> = sqlx::query_as(
            "select c.guild, c.year, c.closes_at from campaigns c
             left join sends s on s.guild = c.guild and s.year = c.year and s.kind = 'purge'
             where s.key is null or (s.state = 'planned' and s.due_at <> c.closes_at + $1)",
        )
        .bind(words.max(TimeDelta::hours(1)).num_milliseconds())
        .fetch_all(&mut *write)
        .await?;
        for (guild, year, closes) in campaigns {
            let year = year_of(year)?;
            let guild = GuildId::from_db(guild);
            plan(&mut write, &plan::purge(guild, year, at(closes)?, words)).await?;
        }
        let left: Vec<(i64, i64)> = sqlx::query_as("select guild, left_at from servers where left_at is not null")
            .fetch_all(&mut *write)
            .await?;
        let settled: Vec<String> = sqlx::query_scalar(
            "select s.key from sends s join servers v on v.guild = s.guild
             where s.kind = 'purge-server' and (s.state <> 'planned' or s.due_at = v.left_at + $1)",
        )
        .bind(servers.num_milliseconds())
        .fetch_all(&mut *write)
        .await?;
        let settled: HashSet<String> = settled.into_iter().collect();
        for (guild, left) in left {
            let send = server_purge(GuildId::from_db(guild), at(left)?, servers);
            if !settled.contains(&send.key.to_string()) {
                plan(&mut write, &send).await?;
            }
        }
        write.commit().await
    }

    /// Removes the words, names and sources of one campaign's thanks; closes it if it was never closed. Counts and keyed hashes
    /// stay, and where the bot's own public posts are, so that their givers can still have them taken away. Doing it
    /// twice changes nothing.
    pub async fn purge_words(&self, guild: GuildId, year: i32, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        let zone = zone_of(&mut write, guild.to_db(), i64::from(year)).await?;
        let thanks: Vec<(i64, i64, i64)> =
            sqlx::query_as("select id, source, said_at from thanks where guild = $1 and year = $2 and said_enc <> ''")
                .bind(guild.to_db())
                .bind(i64::from(year))
                .fetch_all(&mut *write)
                .await?;
        for (id, source, said_at) in thanks {
            sqlx::query(
                "update thanks set giver = giver_hash, source = $2, said_enc = '', consent = 'private',
                     said_at = $3, channel = null, message = null, member_since = null
                 where id = $1",
            )
            .bind(id)
            .bind(self.source_hash(guild.to_db(), source))
            .bind(local_noon(said_at, zone)?)
            .execute(&mut *write)
            .await?;
        }
        remove_traces(&mut write, guild, year, now).await?;
        write.commit().await?;
        self.clear_what_was_erased().await;
        Ok(())
    }

    /// Removes everything of a server that the bot left at `left` and has not come back to. Says whether it was so.
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
            // What was suggested of a thanks goes with it, by the database's own rule.
            "thanks",
            "consents",
            "judgements",
            "digests",
            "nominations",
            "saves",
            "hashtag_channels",
            "copies",
            "copied_quotes",
            "answers",
            "hearing",
        ] {
            let sql = format!("delete from {table} where guild = $1");
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(guild.to_db()).execute(&mut *write).await?;
        }
        // Its own send is settled after this, and says that it was done.
        sqlx::query("delete from sends where guild = $1 and kind <> 'purge-server'")
            .bind(guild.to_db())
            .execute(&mut *write)
            .await?;
        for name in ["found-consent:", "look-again:", "spoken:"] {
            let names = format!("{name}{guild}/%");
            sqlx::query("delete from remembered where name like $1").bind(names).execute(&mut *write).await?;
        }
        let tags = format!("{}{guild}", TAG_CHANNELS);
        sqlx::query("delete from remembered where name = $1").bind(tags).execute(&mut *write).await?;
        write.commit().await?;
        self.clear_what_was_erased().await;
        Ok(true)
    }
}

/// What stands beside a campaign's thanks and names their givers: questions, reactions, answers, judgements.
async fn remove_traces(write: &mut Write<'_>, guild: GuildId, year: i32, now: DateTime<Utc>) -> Result<()> {
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
    let sends = kinds(|kind| kind.is_question() || kind.is_reaction());
    let sends = format!("delete from sends where guild = $1 and year = $2 and kind in {sends}");
    for sql in [
        sends.as_str(),
        "delete from saves where guild = $1 and year = $2",
        "delete from suggestions where thanks in (select id from thanks where guild = $1 and year = $2)",
        "delete from nominations where guild = $1
             and nominated_at <= (select closes_at from campaigns where guild = $1 and year = $2)",
        "delete from judgements where guild = $1
             and judged_at <= (select closes_at from campaigns where guild = $1 and year = $2)",
        "update digests set fingerprint = null, sentence_enc = null where guild = $1 and year = $2",
        "delete from copied_quotes where guild = $1 and year = $2",
        "delete from copies where guild = $1 and year = $2",
        "delete from answers where guild = $1 and year = $2 and state = 'draft'",
        // Where it stands is known by its send, so that its manager can still have it taken away.
        "update answers set said_enc = '' where guild = $1 and year = $2",
    ] {
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(guild_id).bind(year_id).execute(&mut **write).await?;
    }
    sqlx::query("delete from remembered where name like $1")
        .bind(format!("found-consent:{guild}/{year}/%"))
        .execute(&mut **write)
        .await?;
    // The bot writes only to those who are still there in one of these ways.
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
    // A campaign that was paused over its close must not take words any more: they would stay.
    sqlx::query("update campaigns set closed_at = $3 where guild = $1 and year = $2 and closed_at is null")
        .bind(guild_id)
        .bind(year_id)
        .bind(ms(now))
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Plans that everything of a server goes, a while after the bot was removed from it.
pub(super) async fn plan_server_purge(
    write: &mut Write<'_>,
    guild: GuildId,
    left: DateTime<Utc>,
    keep: TimeDelta,
) -> Result<()> {
    plan(write, &server_purge(guild, left, keep)).await
}

fn server_purge(guild: GuildId, left: DateTime<Utc>, keep: TimeDelta) -> Planned {
    Planned::at(guild, left.year(), Task::PurgeServer { left: ms(left) }, left + keep)
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
