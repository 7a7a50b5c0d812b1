//! The response to `/cmad why`: whether a message counted, and why.

use crate::app::{App, Result};
use crate::store::NotCollected;
use domain::ids::{ChannelId, MessageId, UserId};
use domain::server::Server;
use domain::thanks::Thanks;
use domain::thanks::rules::Judgement;

/// The response to `/cmad why`.
#[derive(Clone, Debug)]
pub enum Why {
    /// It counts, or did.
    Thanks(Vec<Thanks>),
    /// It had a sign of thanks; this was decided.
    Judged(Judgement),
    /// Another person wrote it; only its author is told.
    NotYours,
    /// It is not looked at.
    NotCollected(NotCollected),
    /// It had no sign that counts.
    NoSign {
        /// Whether the server's window is open.
        window_open: bool,
        /// Whether its hashtag is on.
        hashtag_on: bool,
        /// Whether the hashtag counts in the message's channel, as far as the link shows.
        counts_here: bool,
    },
}

impl App {
    /// Whether a message counted, and why.
    pub async fn why(
        &self,
        server: &Server,
        asker: UserId,
        (channel, message): (Option<ChannelId>, MessageId),
    ) -> Result<Why> {
        let thanks = self.store().thanks_of_message(message).await?;
        let judged = self.store().judgement(server.guild, message).await?;
        let author = thanks.first().map(|stored| stored.giver).or(judged.as_ref().map(|(author, _)| *author));
        if author.is_some_and(|author| author != asker) {
            return Ok(Why::NotYours);
        }
        // If what counted is gone, the decision about a later edit may say why.
        let all_gone = thanks.iter().all(|stored| stored.state.is_withdrawn());
        let says_why = |judgement: &Judgement| match judgement {
            Judgement::Judged { refused, .. } => !refused.is_empty(),
            Judgement::Asked => thanks.is_empty(),
        };
        let judgement = judged.and_then(|(_, judgement)| judgement);
        if let Some(judgement) = judgement.filter(|judgement| all_gone && says_why(judgement)) {
            return Ok(Why::Judged(judgement));
        }
        if !thanks.is_empty() {
            return Ok(Why::Thanks(thanks));
        }
        if let Some(why) = self.store().not_collected(server.guild, asker, message).await? {
            return Ok(Why::NotCollected(why));
        }
        let window_open = self.collecting_server(server.guild, self.now()).await?.is_some();
        let counts_here = match channel {
            Some(channel) => self.hashtag_counts_in(server.guild, channel).await?.unwrap_or(true),
            None => true,
        };
        Ok(Why::NoSign { window_open, hashtag_on: server.hashtag, counts_here })
    }
}
