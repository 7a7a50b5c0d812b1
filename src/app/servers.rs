//! Which servers the bot is in.

use std::collections::{BTreeMap, HashSet};

use crate::app::{App, Result};
use domain::ids::{ChannelId, GuildId, UserId};
use domain::server::Server;

impl App {
    /// Notes that the bot is in a server, and its name.
    pub async fn note_server(&self, guild: GuildId, name: Option<&str>) -> Result<()> {
        let name = match name {
            Some(name) => name.to_owned(),
            // It keeps the one that it had.
            None => self.server(guild).await?.map(|server| server.name).unwrap_or_default(),
        };
        if self.store().note_server(guild, &name).await? {
            // While the bot was not there, nothing was planned anew.
            self.replan(guild).await?;
        }
        Ok(())
    }

    /// The servers that a person set up and that the bot is in.
    pub async fn servers_set_up_by(&self, user: UserId) -> Result<Vec<Server>> {
        self.store().servers_set_up_by(user).await
    }

    /// Notes that the bot was removed from a server: nothing is sent there until it is invited again.
    pub async fn mark_server_left(&self, guild: GuildId) -> Result<()> {
        self.store().mark_left(guild, self.now(), self.config().retention.server_days).await?;
        self.wake_subscriptions();
        self.wake_dispatch();
        Ok(())
    }

    /// Takes these as all the servers that the bot is in: those it was removed from while it was away are left alone.
    pub async fn reconcile_servers(&self, guilds: &[GuildId]) -> Result<()> {
        let guilds: HashSet<&GuildId> = guilds.iter().collect();
        for server in self.store().servers().await? {
            if !guilds.contains(&server.guild) {
                tracing::info!(guild = %server.guild, "removed from a server while away");
                self.mark_server_left(server.guild).await?;
            }
        }
        Ok(())
    }

    /// The channels named `cmad` of every server that has one.
    pub async fn tag_channels(&self) -> Result<BTreeMap<GuildId, Vec<ChannelId>>> {
        self.store().tag_channels().await
    }

    /// Keeps which channels of a server are named `cmad`.
    pub async fn save_tag_channels(&self, guild: GuildId, channels: &[ChannelId]) -> Result<()> {
        self.store().save_tag_channels(guild, channels).await
    }
}
