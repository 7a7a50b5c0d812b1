//! In which channels a server's hashtag counts.

use crate::store::{Result, Store, StoreError};
use domain::hashtag_rule::{HashtagChannels, HashtagRule};
use domain::ids::{ChannelId, GuildId};

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
