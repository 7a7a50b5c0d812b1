//! The files that managers get once more before the words of a campaign are removed. The plan of an open campaign has them;
//! here they follow what changes after its end.

use chrono_tz::Tz;

use crate::store::connection::row;
use crate::store::sends::{Origin, insert};
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::campaign::Campaign;
use domain::ids::{GuildId, UserId};
use domain::plan::{has_last_files, last_files};
use domain::send::SendKind;

row! {
    struct DueRow {
        guild: i64,
        year: i64,
        manager: i64,
        campaign_zone: String,
        own_zone: Option<String>,
        purge_at: i64,
        due_at: Option<i64>,
        until_at: Option<i64>,
    }
}

impl DueRow {
    /// Plans the send, or moves it, if it is not as it should be.
    async fn plan(self, write: &mut Write<'_>) -> Result<()> {
        let zone = read_zone(self.own_zone.as_deref().unwrap_or(&self.campaign_zone))?;
        let (guild, year) = (GuildId::from_db(self.guild), year_of(self.year)?);
        let send = last_files(guild, year, at(self.purge_at)?, UserId::from_db(self.manager), zone);
        if (self.due_at, self.until_at) == (Some(ms(send.due)), send.until.map(ms)) {
            return Ok(());
        }
        insert(write, guild, year, &send, Origin::Plan).await?;
        sqlx::query(
            "update sends set due_at = $2, retry_at = $2, until_at = $3
             where key = $1 and state = 'planned' and taken_at is null",
        )
        .bind(send.key.to_string())
        .bind(ms(send.due))
        .bind(send.until.map(ms))
        .execute(&mut **write)
        .await?;
        Ok(())
    }
}

fn read_zone(name: &str) -> Result<Tz> {
    name.parse().map_err(|_| StoreError::Unreadable("managers.timezone"))
}

impl Store {
    /// Plans the last files of campaigns that are over, where an earlier version planned none, and moves or removes those that
    /// wait after a change of the settings. What was sent stays sent. After [`Store::plan_purges`].
    pub async fn plan_last_files(&self, words_days: u16) -> Result<()> {
        let mut write = self.write().await?;
        if has_last_files(words_days) {
            let rows: Vec<DueRow> = sqlx::query_as(
                "select c.guild, c.year, m.member as manager, c.timezone as campaign_zone, m.timezone as own_zone,
                     p.due_at as purge_at, s.due_at, s.until_at
                 from campaigns c
                 join sends p on p.guild = c.guild and p.year = c.year and p.kind = $1 and p.state = 'planned'
                 join managers m on m.guild = c.guild and m.place in ('invited', 'accepted')
                 left join sends s on s.guild = c.guild and s.year = c.year and s.kind = $2 and s.about = m.member
                 where c.closed_at is not null and (s.key is null or s.state = 'planned')
                     and exists (select 1 from thanks t where t.guild = c.guild and t.year = c.year
                         and t.manager = m.member and t.state = 'counted' and t.said_enc <> '')",
            )
            .bind(SendKind::Purge.name())
            .bind(SendKind::LastFiles.name())
            .fetch_all(&mut *write)
            .await?;
            for row in rows {
                row.plan(&mut write).await?;
            }
        } else {
            sqlx::query(
                "delete from sends where kind = $1 and state = 'planned' and taken_at is null and uncertain = 0",
            )
            .bind(SendKind::LastFiles.name())
            .execute(&mut *write)
            .await?;
        }
        write.commit().await
    }
}

/// After a zone changed: moves those of earlier campaigns that wait.
pub(in crate::store) async fn move_last_files(write: &mut Write<'_>, open: &Campaign) -> Result<()> {
    let rows: Vec<DueRow> = sqlx::query_as(
        "select s.guild, s.year, s.about as manager, c.timezone as campaign_zone, m.timezone as own_zone,
             s.until_at as purge_at, s.due_at, s.until_at
         from sends s join campaigns c on c.guild = s.guild and c.year = s.year
         join managers m on m.guild = s.guild and m.member = s.about
         where s.guild = $1 and s.year < $2 and s.kind = $3 and s.state = 'planned' and s.taken_at is null
             and s.until_at is not null",
    )
    .bind(open.guild.to_db())
    .bind(i64::from(open.year))
    .bind(SendKind::LastFiles.name())
    .fetch_all(&mut **write)
    .await?;
    for row in rows {
        row.plan(write).await?;
    }
    Ok(())
}
