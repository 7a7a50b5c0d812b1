//! Which servers the bot is in.

use std::collections::HashSet;

use crate::app::{App, Result};
use domain::ids::{GuildId, UserId};
use domain::server::Server;

impl App {
    /// The bot is in a server, which is called so.
    pub async fn server_seen(&self, guild: GuildId, name: &str) -> Result<()> {
        if self.store().server_seen(guild, name).await? {
            // While the bot was not there, nothing was planned anew.
            self.replan(guild).await?;
        }
        Ok(())
    }

    /// The servers that somebody set up and that the bot is in.
    pub async fn servers_set_up_by(&self, user: UserId) -> Result<Vec<Server>> {
        self.store().servers_set_up_by(user).await
    }

    /// The bot was removed from a server: nothing is sent there until it is invited again.
    pub async fn server_left(&self, guild: GuildId) -> Result<()> {
        self.store().mark_left(guild, self.now(), self.server_keep()).await?;
        self.listening_changed();
        self.ring();
        Ok(())
    }

    /// These are all the servers that the bot is in: whichever it was removed from while it was away is left alone.
    pub async fn servers_are(&self, guilds: &[GuildId]) -> Result<()> {
        let guilds: HashSet<&GuildId> = guilds.iter().collect();
        for server in self.store().servers().await? {
            if !guilds.contains(&server.guild) {
                tracing::info!(guild = %server.guild, "removed from a server while away");
                self.server_left(server.guild).await?;
            }
        }
        Ok(())
    }
}
