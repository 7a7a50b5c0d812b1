//! Servers and their campaigns.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::store::campaigns::open_campaign_within;
use crate::store::connection::{Connection, row};
use crate::store::holders::{sync_open_post, sync_post_of};
use crate::store::retention::plan_server_purge;
use crate::store::scheduled_event::plan_event_edit;
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::campaign::{Campaign, Schedule};
use domain::ids::{ChannelId, GuildId, RoleId, UserId};
use domain::send::HeldBy;
use domain::server::{Posts, Server};

row! {
    struct ServerRow {
        guild: i64,
        name: String,
        channel: i64,
        channel_name: String,
        timezone: String,
        schedule: String,
        manager_role: Option<i64>,
        admin_channel: Option<i64>,
        theme: Option<String>,
        language: String,
        posts: String,
        hashtag_on: i64,
        set_up_by: i64,
        paused_at: Option<i64>,
    }
}

/// Selects the columns of [`ServerRow`]; the argument is what follows `from servers`.
macro_rules! select {
    ($condition:literal) => {
        concat!(
            "select guild, name, channel, channel_name, timezone, schedule, manager_role, admin_channel, theme, language, ",
            "posts, hashtag_on, set_up_by, paused_at from servers ",
            $condition
        )
    };
}

impl ServerRow {
    fn read(self, store: &Store) -> Result<Server> {
        Ok(Server {
            guild: GuildId::from_db(self.guild),
            name: self.name,
            channel: ChannelId::from_db(self.channel),
            channel_name: self.channel_name,
            zone: self.timezone.parse().map_err(|_| StoreError::Unreadable("servers.timezone"))?,
            schedule: serde_json::from_str::<Schedule>(&self.schedule)
                .map_err(|_| StoreError::Unreadable("servers.schedule"))?
                .over(&store.step_defaults),
            manager_role: self.manager_role.map(RoleId::from_db),
            admin_channel: self.admin_channel.map(ChannelId::from_db),
            theme: self.theme,
            language: self.language,
            posts: Posts::from_name(&self.posts).ok_or(StoreError::Unreadable("servers.posts"))?,
            hashtag: self.hashtag_on != 0,
            set_up_by: UserId::from_db(self.set_up_by),
            paused_at: self.paused_at.map(at).transpose()?,
        })
    }
}

impl Store {
    /// Stores a server's settings; replaces earlier ones, except whether it is paused.
    pub async fn save_server(&self, server: &Server) -> Result<()> {
        let mut write = self.write().await?;
        put_server(&mut write, server).await?;
        write.commit().await
    }

    /// Keeps the settings that an admin chose; a scheduled event that was made for another channel gets the new place,
    /// and a post that asks the holders of another role goes away.
    pub async fn set_up_server(&self, server: &Server, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        let before = self.server_within(&mut write, server.guild).await?;
        put_server(&mut write, server).await?;
        if before.is_some_and(|before| before.channel_name != server.channel_name) {
            edit_event(&mut write, server.guild, now).await?;
        }
        sync_open_post(&mut write, server.guild, now).await?;
        write.commit().await
    }

    /// A server's settings; `None` when it was never set up.
    pub async fn server(&self, guild: GuildId) -> Result<Option<Server>> {
        self.server_within(&mut self.pool.acquire().await?, guild).await
    }

    /// A server's settings as they are within a transaction.
    pub(super) async fn server_within(&self, connection: &mut Connection, guild: GuildId) -> Result<Option<Server>> {
        let query = sqlx::query_as(select!("where guild = $1")).bind(guild.to_db());
        let row: Option<ServerRow> = query.fetch_optional(connection).await?;
        row.map(|row| row.read(self)).transpose()
    }

    /// The settings of all servers from the first to the last of these, as they are within a transaction.
    pub(super) async fn servers_between(
        &self,
        connection: &mut Connection,
        (first, last): (i64, i64),
    ) -> Result<Vec<Server>> {
        let query = sqlx::query_as(select!("where guild >= $1 and guild <= $2 order by guild")).bind(first).bind(last);
        let rows: Vec<ServerRow> = query.fetch_all(connection).await?;
        rows.into_iter().map(|row| row.read(self)).collect()
    }

    /// Every server that was set up and that the bot has not been removed from.
    pub async fn servers(&self) -> Result<Vec<Server>> {
        let rows: Vec<ServerRow> =
            sqlx::query_as(select!("where left_at is null order by guild")).fetch_all(&self.pool).await?;
        rows.into_iter().map(|row| row.read(self)).collect()
    }

    /// Whether a server was set up and the bot has not been removed from it.
    pub async fn is_present(&self, guild: GuildId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar("select count(*) from servers where guild = $1 and left_at is null")
            .bind(guild.to_db())
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }

    /// The servers that a person set up and that the bot has not been removed from.
    pub async fn servers_set_up_by(&self, user: UserId) -> Result<Vec<Server>> {
        let rows: Vec<ServerRow> = sqlx::query_as(select!("where set_up_by = $1 and left_at is null order by guild"))
            .bind(user.to_db())
            .fetch_all(&self.pool)
            .await?;
        rows.into_iter().map(|row| row.read(self)).collect()
    }

    /// Every stored server, and since when the bot is no longer in it, if so.
    pub async fn kept_servers(&self) -> Result<Vec<(GuildId, String, Option<DateTime<Utc>>)>> {
        let rows: Vec<(i64, String, Option<i64>)> =
            sqlx::query_as("select guild, name, left_at from servers order by guild").fetch_all(&self.pool).await?;
        rows.into_iter()
            .map(|(guild, name, left)| Ok((GuildId::from_db(guild), name, left.map(at).transpose()?)))
            .collect()
    }

    /// The servers in which a person is on the roster or has thanked, by name.
    pub async fn servers_of(&self, member: UserId) -> Result<Vec<Server>> {
        let rows: Vec<ServerRow> = sqlx::query_as(select!(
            "where left_at is null
                 and (guild in (select m.guild from managers m where m.member = $1 and m.place in ('invited', 'accepted'))
                     or guild in (select t.guild from thanks t where t.giver = $1))
             order by name, guild"
        ))
        .bind(member.to_db())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|row| row.read(self)).collect()
    }

    /// Pauses a server's campaign: nothing is claimed for it.
    pub async fn pause(&self, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("update servers set paused_at = $2 where guild = $1")
            .bind(guild.to_db())
            .bind(ms(now))
            .execute(&mut *write)
            .await?;
        write.commit().await
    }

    /// Resumes a paused campaign, and notes what held back the sends that became due meanwhile.
    pub async fn resume(&self, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("update servers set paused_at = null where guild = $1")
            .bind(guild.to_db())
            .execute(&mut *write)
            .await?;
        note_held(&mut write, guild, HeldBy::Paused, now).await?;
        write.commit().await
    }

    /// Stores that the bot was removed from a server, and plans the removal of the server's data after `keep_days`.
    /// Nothing else is claimed for such a server.
    pub async fn mark_left(&self, guild: GuildId, now: DateTime<Utc>, keep_days: u16) -> Result<()> {
        let mut write = self.write().await?;
        let noted = sqlx::query("update servers set left_at = $2 where guild = $1 and left_at is null")
            .bind(guild.to_db())
            .bind(ms(now))
            .execute(&mut *write)
            .await?;
        if noted.rows_affected() == 1 {
            plan_server_purge(&mut write, guild, now, keep_days).await?;
        }
        write.commit().await
    }

    /// Stores that the bot is in a server, and the server's name; if it had left, also what held back the sends that
    /// became due meanwhile. Returns whether that changed anything.
    pub async fn note_server(&self, guild: GuildId, name: &str, now: DateTime<Utc>) -> Result<bool> {
        let known: Option<(String, Option<i64>)> = sqlx::query_as("select name, left_at from servers where guild = $1")
            .bind(guild.to_db())
            .fetch_optional(&self.pool)
            .await?;
        let Some((_, left_at)) = known.filter(|(known, left_at)| known != name || left_at.is_some()) else {
            return Ok(false);
        };
        let mut write = self.write().await?;
        sqlx::query("update servers set name = $2, left_at = null where guild = $1")
            .bind(guild.to_db())
            .bind(name)
            .execute(&mut *write)
            .await?;
        if left_at.is_some() {
            note_held(&mut write, guild, HeldBy::Removed, now).await?;
        }
        write.commit().await?;
        Ok(true)
    }

    /// Notes what a channel is called, if it is the channel of its server's campaign. Returns whether that was news.
    pub async fn note_channel(
        &self,
        guild: GuildId,
        channel: ChannelId,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let known: Option<String> =
            sqlx::query_scalar("select channel_name from servers where guild = $1 and channel = $2")
                .bind(guild.to_db())
                .bind(channel.to_db())
                .fetch_optional(&self.pool)
                .await?;
        // Read first: most of what is told about a channel is not its name, and a write waits for others.
        if known.is_none_or(|known| known == name) {
            return Ok(false);
        }
        let mut write = self.write().await?;
        let renamed = sqlx::query(
            "update servers set channel_name = $3 where guild = $1 and channel = $2 and channel_name <> $3",
        )
        .bind(guild.to_db())
        .bind(channel.to_db())
        .bind(name)
        .execute(&mut *write)
        .await?;
        if renamed.rows_affected() > 0 {
            edit_event(&mut write, guild, now).await?;
        }
        write.commit().await?;
        Ok(renamed.rows_affected() > 0)
    }

    /// The channels of all campaigns.
    pub async fn campaign_channels(&self) -> Result<Vec<ChannelId>> {
        let found: Vec<i64> =
            sqlx::query_scalar("select channel from servers where left_at is null").fetch_all(&self.pool).await?;
        Ok(found.into_iter().map(ChannelId::from_db).collect())
    }

    /// Keeps a campaign's window, in place of an earlier one.
    pub async fn save_campaign(&self, campaign: &Campaign) -> Result<()> {
        let mut write = self.write().await?;
        save_campaign_within(&mut write, campaign).await?;
        write.commit().await
    }

    /// The zone and the schedule of a campaign, if there was one: the server's and the defaults may have changed since.
    /// Campaigns from before these were stored ran by the built-in defaults.
    pub async fn campaign_times(&self, guild: GuildId, year: i32) -> Result<Option<(Tz, Schedule)>> {
        let row: Option<(String, String)> = sqlx::query_as(
            "select c.timezone, coalesce(c.schedule, s.schedule) from campaigns c join servers s on s.guild = c.guild
             where c.guild = $1 and c.year = $2",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_optional(&self.pool)
        .await?;
        let Some((zone, schedule)) = row else { return Ok(None) };
        Ok(Some((
            zone.parse().map_err(|_| StoreError::Unreadable("campaigns.timezone"))?,
            serde_json::from_str::<Schedule>(&schedule)
                .map_err(|_| StoreError::Unreadable("campaigns.schedule"))?
                .over(&Arc::default()),
        )))
    }

    /// The years in which a manager was thanked, and `current`; latest first.
    pub async fn digest_years(&self, guild: GuildId, manager: UserId, current: i32) -> Result<Vec<i32>> {
        let years: Vec<i64> = sqlx::query_scalar(
            "select c.year from campaigns c where c.guild = $1 and (c.year = $3 or exists
                 (select 1 from thanks t where t.guild = c.guild and t.year = c.year and t.manager = $2))
             order by c.year desc",
        )
        .bind(guild.to_db())
        .bind(manager.to_db())
        .bind(i64::from(current))
        .fetch_all(&self.pool)
        .await?;
        years.into_iter().map(year_of).collect()
    }

    /// Notes that a campaign's window has been closed.
    pub async fn close_campaign(&self, guild: GuildId, year: i32, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("update campaigns set closed_at = $3 where guild = $1 and year = $2 and closed_at is null")
            .bind(guild.to_db())
            .bind(i64::from(year))
            .bind(ms(now))
            .execute(&mut *write)
            .await?;
        sync_post_of(&mut write, (guild, year), now).await?;
        write.commit().await
    }
}

/// Notes what held back the sends of a server that are due and not settled.
async fn note_held(write: &mut Write<'_>, guild: GuildId, by: HeldBy, now: DateTime<Utc>) -> Result<()> {
    sqlx::query("update sends set held_by = $2 where guild = $1 and state = 'planned' and due_at <= $3")
        .bind(guild.to_db())
        .bind(by.stored())
        .bind(ms(now))
        .execute(&mut **write)
        .await?;
    Ok(())
}

pub(super) async fn put_server(write: &mut Write<'_>, server: &Server) -> Result<()> {
    let schedule = serde_json::to_string(&server.schedule).map_err(|_| StoreError::Unreadable("servers.schedule"))?;
    sqlx::query(
        "insert into servers (guild, name, channel, channel_name, timezone, schedule, manager_role, admin_channel,
             theme, language, posts, hashtag_on, set_up_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (guild) do update set name = excluded.name, channel = excluded.channel,
             channel_name = excluded.channel_name, timezone = excluded.timezone, schedule = excluded.schedule,
             manager_role = excluded.manager_role, admin_channel = excluded.admin_channel,
             theme = excluded.theme, language = excluded.language, posts = excluded.posts,
             hashtag_on = excluded.hashtag_on, set_up_by = excluded.set_up_by, left_at = null",
    )
    .bind(server.guild.to_db())
    .bind(&server.name)
    .bind(server.channel.to_db())
    .bind(&server.channel_name)
    .bind(server.zone.name())
    .bind(schedule)
    .bind(server.manager_role.map(RoleId::to_db))
    .bind(server.admin_channel.map(ChannelId::to_db))
    .bind(&server.theme)
    .bind(&server.language)
    .bind(server.posts.name())
    .bind(i64::from(server.hashtag))
    .bind(server.set_up_by.to_db())
    .execute(&mut **write)
    .await?;
    Ok(())
}

/// Queues an edit of the scheduled event of a server's open campaign, if there is one.
async fn edit_event(write: &mut Write<'_>, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
    match open_campaign_within(write, guild).await? {
        Some(open) => plan_event_edit(write, (guild, open.year), now).await,
        None => Ok(()),
    }
}

/// Stores a campaign as part of a larger transaction.
pub(super) async fn save_campaign_within(write: &mut Write<'_>, campaign: &Campaign) -> Result<()> {
    let (opens, closes) = campaign.window();
    // With everything in it: the defaults of today are not those by which it will be looked at.
    let schedule = serde_json::to_string(&campaign.schedule.written_out())
        .map_err(|_| StoreError::Unreadable("campaigns.schedule"))?;
    sqlx::query(
        "insert into campaigns (guild, year, timezone, opens_at, closes_at, schedule) values ($1, $2, $3, $4, $5, $6)
         on conflict (guild, year) do update set timezone = excluded.timezone, opens_at = excluded.opens_at,
             closes_at = excluded.closes_at, schedule = excluded.schedule",
    )
    .bind(campaign.guild.to_db())
    .bind(i64::from(campaign.year))
    .bind(campaign.zone.name())
    .bind(ms(opens))
    .bind(ms(closes))
    .bind(schedule)
    .execute(&mut **write)
    .await?;
    Ok(())
}
