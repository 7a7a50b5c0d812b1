//! Channels named `cmad`, which people pick by mistake when they mean the hashtag.
//!
//! Discord lists a server's channels when a session begins. A resumed session, and a process that takes over, read them
//! from here.

use std::collections::BTreeMap;

use crate::store::{Result, Store, StoreError};
use domain::ids::{ChannelId, GuildId};

/// What the notes of all servers begin with.
pub(super) const TAG_CHANNELS: &str = "tag-channels:";

impl Store {
    /// The channels named `cmad` of every server that has one.
    pub async fn tag_channels(&self) -> Result<BTreeMap<GuildId, Vec<ChannelId>>> {
        let notes: Vec<(String, String)> = sqlx::query_as("select name, value from remembered where name like $1")
            .bind(format!("{TAG_CHANNELS}%"))
            .fetch_all(&self.pool)
            .await?;
        let read = |(name, value): (String, String)| {
            let guild = name.strip_prefix(TAG_CHANNELS).and_then(|guild| guild.parse().ok().map(GuildId));
            Ok((guild.ok_or(StoreError::Unreadable("remembered.name"))?, channels(&value)?))
        };
        notes.into_iter().map(read).collect()
    }

    /// The channels named `cmad` of one server.
    pub async fn tag_channels_of(&self, guild: GuildId) -> Result<Vec<ChannelId>> {
        self.recall(&format!("{TAG_CHANNELS}{guild}")).await?.map_or(Ok(Vec::new()), |value| channels(&value))
    }

    /// Notes the channels named `cmad` of one server.
    ///
    /// # Errors
    /// The database failed; what was noted before stays.
    pub async fn save_tag_channels(&self, guild: GuildId, channels: &[ChannelId]) -> Result<()> {
        let name = format!("{TAG_CHANNELS}{guild}");
        if channels.is_empty() {
            return self.forget(&name).await;
        }
        self.remember(&name, &channels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")).await
    }
}

fn channels(value: &str) -> Result<Vec<ChannelId>> {
    let read = |id: &str| id.parse().map(ChannelId).map_err(|_| StoreError::Unreadable("remembered.value"));
    value.split(' ').map(read).collect()
}
