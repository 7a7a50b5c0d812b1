//! Whether a server's hashtag counts, and in which channels.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::store::campaigns::open_campaign_within;
use crate::store::kinds::kinds;
use crate::store::questions::LEFT_OUT;
use crate::store::servers::put_server;
use crate::store::standing::{sync_consent_question, sync_question, verdict};
use crate::store::{Result, Store, StoreError, Write};
use domain::hashtag_rule::{HashtagChannels, HashtagRule};
use domain::ids::{ChannelId, GuildId};
use domain::send::{SendKind, Task};
use domain::server::Server;
use domain::thanks::rules::Judgement;

impl Store {
    /// Keeps a server's rule, in place of an earlier one, and in which channels with questions the hashtag does not count by
    /// it; brings these questions in line with it.
    pub async fn save_hashtag_channels(
        &self,
        guild: GuildId,
        channels: &HashtagChannels,
        left_out: &BTreeSet<ChannelId>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("delete from hashtag_channels where guild = $1").bind(guild.to_db()).execute(&mut *write).await?;
        for channel in &channels.channels {
            sqlx::query("insert into hashtag_channels (guild, channel, rule) values ($1, $2, $3)")
                .bind(guild.to_db())
                .bind(channel.to_db())
                .bind(channels.rule.name())
                .execute(&mut *write)
                .await?;
        }
        sqlx::query("delete from remembered where name like $1")
            .bind(format!("{LEFT_OUT}{guild}/%"))
            .execute(&mut *write)
            .await?;
        for channel in left_out {
            sqlx::query("insert into remembered (name, value) values ($1, '')")
                .bind(format!("{LEFT_OUT}{guild}/{channel}"))
                .execute(&mut *write)
                .await?;
        }
        if let Some(open) = open_campaign_within(&mut write, guild).await? {
            sync_questions(&mut write, (guild, open.year), now).await?;
        }
        write.commit().await
    }

    /// The channels and threads with questions of the open campaign, or with words about which one may be asked yet; the
    /// former first.
    pub async fn channels_with_questions(&self, guild: GuildId) -> Result<Vec<ChannelId>> {
        let sql = format!(
            "select channel, max(stands) as stands from (
                 select s.channel, 1 as stands from sends s join campaigns c on c.guild = s.guild and c.year = s.year
                     where s.guild = $1 and c.closed_at is null and s.channel is not null and s.kind in {questions}
                         and s.state in ('planned', 'claimed', 'unknown', 'sent') and s.taken_away = 0
                 union all select channel, 0 from judgements where guild = $1 and verdict = $2
                 union all select t.channel, 0 from thanks t join campaigns c on c.guild = t.guild and c.year = t.year
                     where t.guild = $1 and c.closed_at is null and t.consent = 'not-asked' and t.channel is not null
             ) found group by channel order by stands desc, channel",
            questions = kinds(SendKind::is_question)
        );
        let found: Vec<(i64, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(verdict(&Judgement::Asked)?)
            .fetch_all(&self.pool)
            .await?;
        Ok(found.into_iter().map(|(channel, _)| ChannelId::from_db(channel)).collect())
    }

    /// Keeps whether the hashtag counts, and brings the questions of the open campaign in line with it.
    pub async fn switch_hashtag(&self, server: &Server, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        put_server(&mut write, server).await?;
        if let Some(open) = open_campaign_within(&mut write, server.guild).await? {
            sync_questions(&mut write, (server.guild, open.year), now).await?;
        }
        write.commit().await
    }

    /// A server's rule.
    pub async fn hashtag_channels(&self, guild: GuildId) -> Result<HashtagChannels> {
        let rows: Vec<(i64, String)> = sqlx::query_as("select channel, rule from hashtag_channels where guild = $1")
            .bind(guild.to_db())
            .fetch_all(&self.pool)
            .await?;
        let rule = match rows.first() {
            Some((_, name)) => HashtagRule::from_name(name).ok_or(StoreError::Unreadable("hashtag_channels.rule"))?,
            None => HashtagRule::Everywhere,
        };
        let channels = rows.into_iter().map(|(channel, _)| ChannelId::from_db(channel)).collect();
        Ok(HashtagChannels::new(rule, channels))
    }
}

/// Brings every question of a campaign in line with its reason.
async fn sync_questions(write: &mut Write<'_>, (guild, year): (GuildId, i32), now: DateTime<Utc>) -> Result<()> {
    let sql = format!(
        "select task from sends where guild = $1 and year = $2 and kind in {} order by key",
        kinds(SendKind::is_question)
    );
    let tasks: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_all(&mut **write)
        .await?;
    let mut asked = BTreeSet::new();
    // One of a newer version is that version's to take away.
    for task in tasks.iter().filter_map(|task| serde_json::from_str::<Task>(task).ok()) {
        match task {
            Task::AskConsent { giver, .. } if asked.insert(giver) => {
                sync_consent_question(write, (guild, year), giver, now).await?;
            }
            Task::AskWhom { .. } => sync_question(write, (guild, year), task, now).await?,
            _ => {}
        }
    }
    Ok(())
}
