//! The post that asks the holders of the manager role: one at a time in a campaign, which goes away once everyone whom it
//! asks has a place, the role is no longer the manager role, or the campaign closes.

use chrono::{DateTime, Utc};

use crate::store::campaigns::open_campaign_within;
use crate::store::connection::{Connection, row};
use crate::store::standing::{has_reason, sync, sync_manager};
use crate::store::{Result, Store, StoreError, Write, count_of, year_of};
use domain::ids::{GuildId, RoleId};
use domain::roster::{Manager, RosterStatus};
use domain::send::Task;

/// How the post of a campaign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldersPost {
    /// Its number among those of the campaign.
    pub revision: u32,
    /// Whether it asks now. Otherwise it was the last one that did.
    pub asks: bool,
    /// How many people it asks.
    pub asked: u32,
    /// How many of them have a place on the roster since.
    pub joined: u32,
}

row! {
    struct Row {
        year: i64,
        holders_role: Option<i64>,
        holders_post: i64,
        holders_asked: i64,
        holders_joined: i64,
    }
}

impl Row {
    fn task(&self) -> Result<Option<Task>> {
        let Some(role) = self.holders_role else { return Ok(None) };
        Ok(Some(Task::AskHolders { role: RoleId::from_db(role), revision: revision(self.holders_post)? }))
    }
}

impl Store {
    /// How the post that asks the holders stands in a server's open campaign; `None` if none was made.
    pub async fn holders_post(&self, guild: GuildId, now: DateTime<Utc>) -> Result<Option<HoldersPost>> {
        let mut connection = self.pool.acquire().await?;
        let Some(row) = row(&mut connection, guild).await? else { return Ok(None) };
        let Some(task) = row.task()? else { return Ok(None) };
        Ok(Some(HoldersPost {
            revision: revision(row.holders_post)?,
            asks: has_reason(&mut connection, (guild, year_of(row.year)?), &task, now).await?,
            asked: count_of(row.holders_asked),
            joined: count_of(row.holders_joined),
        }))
    }

    /// Has a post ask this many holders of a role, in place of an earlier post: the first of its `revision` in the open
    /// campaign, so that one button makes one post. Returns whether it was.
    pub async fn ask_holders(
        &self,
        guild: GuildId,
        (role, revision): (RoleId, u32),
        asked: usize,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let mut write = self.write().await?;
        let Some(before) = row(&mut write, guild).await? else { return Ok(false) };
        if before.holders_post >= i64::from(revision) {
            return Ok(false);
        }
        sqlx::query(
            "update campaigns set holders_role = $3, holders_post = $4, holders_asked = $5, holders_joined = 0
             where guild = $1 and year = $2",
        )
        .bind(guild.to_db())
        .bind(before.year)
        .bind(role.to_db())
        .bind(i64::from(revision))
        .bind(i64::try_from(asked).unwrap_or(i64::MAX))
        .execute(&mut *write)
        .await?;
        let campaign = (guild, year_of(before.year)?);
        if let Some(earlier) = before.task()? {
            sync(&mut write, campaign, earlier, now).await?;
        }
        sync(&mut write, campaign, Task::AskHolders { role, revision }, now).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Everyone who holds the role has a place: the post that asks them goes away.
    pub async fn end_holders_post(&self, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("update campaigns set holders_joined = holders_asked where guild = $1 and closed_at is null")
            .bind(guild.to_db())
            .execute(&mut *write)
            .await?;
        sync_open_post(&mut write, guild, now).await?;
        write.commit().await
    }

    /// A holder of the manager role accepts a place, whether they were on the roster or not; who was taken off it stays
    /// off. `fresh` is how someone new is stored. Returns the place they had.
    pub async fn join_roster(
        &self,
        guild: GuildId,
        fresh: &Manager,
        now: DateTime<Utc>,
    ) -> Result<Option<RosterStatus>> {
        let mut write = self.write().await?;
        let known = self.manager_within(&mut write, guild, fresh.user).await?;
        let had = known.as_ref().map(|known| known.status);
        if matches!(had, Some(RosterStatus::Removed | RosterStatus::Accepted)) {
            return Ok(had);
        }
        let named = known.map(|known| if known.is_nameless() { named_like(known, fresh) } else { known });
        let manager = Manager { status: RosterStatus::Accepted, ..named.unwrap_or_else(|| fresh.clone()) };
        self.put_manager(&mut write, guild, &manager).await?;
        if had.is_none() {
            count_joined(&mut write, guild, now).await?;
        }
        sync_manager(&mut write, guild, manager.user, now).await?;
        write.commit().await?;
        Ok(had)
    }
}

fn named_like(known: Manager, fresh: &Manager) -> Manager {
    Manager { name: fresh.name.clone(), named_by: fresh.named_by, ..known }
}

/// Counts a holder of the role who has a place from now on.
pub(super) async fn count_joined(write: &mut Write<'_>, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
    let counted = sqlx::query(
        "update campaigns set holders_joined = holders_joined + 1
         where guild = $1 and closed_at is null and holders_role is not null",
    )
    .bind(guild.to_db())
    .execute(&mut **write)
    .await?;
    if counted.rows_affected() > 0 {
        sync_open_post(write, guild, now).await?;
    }
    Ok(())
}

/// Brings the post of a server's open campaign in line with its reason.
pub(super) async fn sync_open_post(write: &mut Write<'_>, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
    match open_campaign_within(write, guild).await? {
        Some(open) => sync_post_of(write, (guild, open.year), now).await,
        None => Ok(()),
    }
}

/// Brings the post of a campaign in line with its reason.
pub(super) async fn sync_post_of(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    now: DateTime<Utc>,
) -> Result<()> {
    match row_of(write, (guild, year)).await?.map(|row| row.task()).transpose()?.flatten() {
        Some(task) => sync(write, (guild, year), task, now).await,
        None => Ok(()),
    }
}

/// The open campaign's.
async fn row(connection: &mut Connection, guild: GuildId) -> Result<Option<Row>> {
    match open_campaign_within(connection, guild).await? {
        Some(open) => row_of(connection, (guild, open.year)).await,
        None => Ok(None),
    }
}

async fn row_of(connection: &mut Connection, (guild, year): (GuildId, i32)) -> Result<Option<Row>> {
    Ok(sqlx::query_as(
        "select year, holders_role, holders_post, holders_asked, holders_joined from campaigns
         where guild = $1 and year = $2",
    )
    .bind(guild.to_db())
    .bind(i64::from(year))
    .fetch_optional(connection)
    .await?)
}

fn revision(stored: i64) -> Result<u32> {
    u32::try_from(stored).map_err(|_| StoreError::Unreadable("campaigns.holders_post"))
}
