//! What a member may answer without a question in a channel, because there was no room for one, or the bot may not post
//! there: `/cmad mine` asks.

use crate::app::{App, Result};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::server::Server;
use domain::thanks::Link;

/// What waits for a member's answer in the open campaign.
#[derive(Clone, Debug, Default)]
pub struct OpenQuestions {
    /// Their messages that name no one.
    pub unclear: Vec<Link>,
    /// Their messages that someone else wants saved.
    pub saves: Vec<Link>,
}

impl App {
    /// What waits for a member's answer. The consent to words of theirs that were found stands with the words.
    pub async fn open_questions(&self, server: &Server, giver: UserId) -> Result<OpenQuestions> {
        let (guild, campaign) = (server.guild, self.current_campaign(server, self.now()).await?);
        let link = |(channel, message)| Link { guild, channel, message };
        // What is saved may wait outside the window, too.
        let saves = self.store().open_saves(guild, campaign.year, giver).await?.into_iter().map(link).collect();
        if !campaign.is_open(self.now()) {
            return Ok(OpenQuestions { unclear: Vec::new(), saves });
        }
        let unclear = self.store().unclear_messages(guild, giver, campaign.window().0).await?;
        Ok(OpenQuestions { unclear: unclear.into_iter().map(link).collect(), saves })
    }

    /// In which channel a message is about whose recipient its author is asked.
    pub async fn channel_of_unclear(&self, guild: GuildId, message: MessageId) -> Result<Option<ChannelId>> {
        self.store().channel_of_judged(guild, message).await
    }

    /// In which channel a message is that someone wants saved.
    pub async fn channel_of_save(&self, guild: GuildId, message: MessageId) -> Result<Option<ChannelId>> {
        self.store().channel_of_save(guild, message).await
    }
}
