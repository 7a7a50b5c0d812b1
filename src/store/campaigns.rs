//! Campaigns as they are stored: one that is not closed in each server, and those before it.

use chrono::{DateTime, Utc};

use crate::store::connection::{Connection, row};
use crate::store::{Result, Store, at, year_of};
use domain::ids::GuildId;

/// A campaign as the database has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CampaignRecord {
    /// The server.
    pub guild: GuildId,
    /// The year.
    pub year: i32,
    /// When its window opens.
    pub opens_at: DateTime<Utc>,
    /// When its window closes.
    pub closes_at: DateTime<Utc>,
    /// When it was closed, if it was.
    pub closed_at: Option<DateTime<Utc>>,
}

row! {
    struct CampaignRow {
        guild: i64,
        year: i64,
        opens_at: i64,
        closes_at: i64,
        closed_at: Option<i64>,
    }
}

impl CampaignRow {
    fn read(self) -> Result<CampaignRecord> {
        Ok(CampaignRecord {
            guild: GuildId::from_db(self.guild),
            year: year_of(self.year)?,
            opens_at: at(self.opens_at)?,
            closes_at: at(self.closes_at)?,
            closed_at: self.closed_at.map(at).transpose()?,
        })
    }
}

impl Store {
    /// A server's campaign that has not been closed: there is one at a time, and thanks belong to it.
    pub async fn open_campaign(&self, guild: GuildId) -> Result<Option<CampaignRecord>> {
        open_campaign_within(&mut self.pool.acquire().await?, guild).await
    }

    /// One campaign.
    pub async fn campaign(&self, guild: GuildId, year: i32) -> Result<Option<CampaignRecord>> {
        let row: Option<CampaignRow> = sqlx::query_as(
            "select guild, year, opens_at, closes_at, closed_at from campaigns where guild = $1 and year = $2",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_optional(&self.pool)
        .await?;
        row.map(CampaignRow::read).transpose()
    }

    /// Every campaign of a server, closed or not, the earliest first.
    pub async fn campaigns_in(&self, guild: GuildId) -> Result<Vec<CampaignRecord>> {
        let rows: Vec<CampaignRow> = sqlx::query_as(
            "select guild, year, opens_at, closes_at, closed_at from campaigns where guild = $1 order by year",
        )
        .bind(guild.to_db())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(CampaignRow::read).collect()
    }
}

/// A server's campaign that has not been closed, as it is within a transaction.
pub(super) async fn open_campaign_within(
    connection: &mut Connection,
    guild: GuildId,
) -> Result<Option<CampaignRecord>> {
    let row: Option<CampaignRow> = sqlx::query_as(
        "select guild, year, opens_at, closes_at, closed_at from campaigns
         where guild = $1 and closed_at is null order by year limit 1",
    )
    .bind(guild.to_db())
    .fetch_optional(connection)
    .await?;
    row.map(CampaignRow::read).transpose()
}
