//! Messages that name no one, and whose author could not be asked in the channel: `/cmad mine` asks them.

use crate::app::{App, Result};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::send::{SendKey, Task};
use domain::server::Server;
use domain::thanks::Link;

impl App {
    /// The giver's messages in the open campaign that still name no one, and about which they could not be asked.
    pub async fn unasked(&self, server: &Server, giver: UserId) -> Result<Vec<Link>> {
        let campaign = self.current_campaign(server, self.now()).await?;
        let mut found = Vec::new();
        if !campaign.is_open(self.now()) {
            return Ok(found);
        }
        for task in self.store().refused_questions(server.guild, campaign.year, giver).await? {
            if let Task::AskWhom { channel, message, .. } = task
                && self.is_unclear(server.guild, message).await?
            {
                found.push(Link { guild: server.guild, channel, message });
            }
        }
        Ok(found)
    }

    /// In which channel the message is about whose recipient its author was to be asked.
    pub async fn channel_of_unclear(&self, guild: GuildId, message: MessageId) -> Result<Option<ChannelId>> {
        let Some(server) = self.server(guild).await? else { return Ok(None) };
        let campaign = self.current_campaign(&server, self.now()).await?;
        // The key of this kind of question depends only on the message.
        let asked = Task::AskWhom { giver: UserId(0), channel: ChannelId(0), message };
        let send = self.store().send(&SendKey::new(guild, campaign.year, &asked)).await?;
        Ok(send.and_then(|send| match send.task {
            Task::AskWhom { channel, .. } => Some(channel),
            _ => None,
        }))
    }
}
