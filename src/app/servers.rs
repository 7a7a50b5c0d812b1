//! Which servers the bot is in.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::Ordering;

use crate::app::{App, Result};
use domain::ids::{ChannelId, GuildId, UserId};
use domain::server::Server;

/// The note of which application is in the servers.
const APPLICATION: &str = "application";

impl App {
    /// Notes that the bot is in a server, and its name.
    pub async fn note_server(&self, guild: GuildId, name: Option<&str>) -> Result<()> {
        if self.has_no_server() && self.server(guild).await?.is_some() {
            self.set_no_server(false);
        }
        // Under the lock, or an admin's change that is being made would bring the old name back.
        let guard = self.parts.settings.lock().await;
        let name = match name {
            Some(name) => name.to_owned(),
            // It keeps the one that it had.
            None => self.server(guild).await?.map(|server| server.name).unwrap_or_default(),
        };
        let is_news = self.store().note_server(guild, &name, self.now()).await?;
        drop(guard);
        if is_news {
            // While the bot was not there, nothing was planned anew.
            self.replan(guild).await?;
        }
        Ok(())
    }

    /// Notes the name of a channel. If a campaign is there, its scheduled event gets the new name.
    pub async fn note_channel(&self, guild: GuildId, channel: ChannelId, name: &str) -> Result<()> {
        let _guard = self.parts.settings.lock().await;
        if self.store().note_channel(guild, channel, name, self.now()).await? {
            self.wake_dispatch();
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
    ///
    /// Another application than before that is in none of them has another bot's token: nothing is done then, for each
    /// server would be purged in time.
    pub async fn reconcile_servers(&self, application: u64, guilds: &[GuildId]) -> Result<()> {
        let guilds: HashSet<&GuildId> = guilds.iter().collect();
        let servers = self.store().servers().await?;
        let (application, known) = (application.to_string(), self.store().recall(APPLICATION).await?);
        let is_new = known.as_ref() != Some(&application);
        let is_in_none = !servers.is_empty() && !servers.iter().any(|server| guilds.contains(&server.guild));
        self.set_no_server(is_in_none && is_new && known.is_some());
        if self.has_no_server() {
            return Ok(());
        }
        if is_new {
            self.store().remember(APPLICATION, &application).await?;
        }
        for server in servers {
            if !guilds.contains(&server.guild) {
                tracing::info!(guild = %server.guild, "removed from a server while away");
                self.mark_server_left(server.guild).await?;
            }
        }
        Ok(())
    }

    /// Whether the token is another bot's, which is in none of the servers: then nothing is sent and nothing purged.
    #[must_use]
    pub fn has_no_server(&self) -> bool {
        self.parts.has_no_server.load(Ordering::Relaxed)
    }

    fn set_no_server(&self, is_so: bool) {
        match (self.parts.has_no_server.swap(is_so, Ordering::Relaxed), is_so) {
            (false, true) => tracing::error!(
                "this token is another bot's than before, and that bot is in none of the servers that were set up here. \
                 Nothing is sent or purged: give DISCORD_TOKEN of the bot that was set up, or invite this one"
            ),
            (true, false) => tracing::info!("the bot is in a server that was set up here; it goes on"),
            _ => {}
        }
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
