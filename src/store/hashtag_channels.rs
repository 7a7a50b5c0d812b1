//! Whether a server's hashtag counts, and in which channels.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::store::campaigns::open_campaign_within;
use crate::store::kinds::kinds;
use crate::store::servers::put_server;
use crate::store::standing::{sync_consent_question, sync_question};
use crate::store::{Result, Store, StoreError, Write};
use domain::hashtag_rule::{HashtagChannels, HashtagRule};
use domain::ids::{ChannelId, GuildId};
use domain::send::{SendKind, Task};
use domain::server::Server;

impl Store {
    /// Keeps a server's rule, in place of an earlier one.
    pub async fn save_hashtag_channels(&self, guild: GuildId, channels: &HashtagChannels) -> Result<()> {
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
        write.commit().await
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
