//! The answer to `/cmad why`: did a message count, and why.

use crate::app::listening::{App, Judged, Result};
use crate::store::thanks::StoredThanks;
use domain::ids::{ChannelId, MessageId, UserId};
use domain::server::Server;

/// The answer to `/cmad why`.
#[derive(Clone, Debug)]
pub enum Why {
    /// It counts, or did.
    Thanks(Vec<StoredThanks>),
    /// It carried a sign, and this was decided.
    Judged(Judged),
    /// Somebody else wrote it: only the author may know.
    NotYours,
    /// It carried no sign that was heard.
    Unheard {
        /// Whether the server listens now.
        listening: bool,
        /// Whether its hashtag is on.
        hashtag: bool,
        /// Whether it is heard in the message's channel, as far as the link tells.
        here: bool,
    },
}

impl App {
    /// Whether a message counted, and why.
    ///
    /// # Errors
    /// The database failed.
    pub async fn why(
        &self,
        server: &Server,
        asker: UserId,
        (channel, message): (Option<ChannelId>, MessageId),
    ) -> Result<Why> {
        let thanks = self.store().thanks_of_message(message).await?;
        let judged = self.store().judgement(server.guild, message).await?;
        let author = thanks.first().map(|stored| stored.thanks.giver).or(judged.as_ref().map(|(author, _)| *author));
        if author.is_some_and(|author| author != asker) {
            return Ok(Why::NotYours);
        }
        let verdict: Option<Judged> = judged.and_then(|(_, verdict)| serde_json::from_str(&verdict).ok());
        // An edit may have been refused that took away what counted before.
        let all_gone = thanks.iter().all(|stored| stored.thanks.state.is_withdrawn());
        let says_why = |verdict: &Judged| match verdict {
            Judged::Judged { refused, .. } => !refused.is_empty(),
            Judged::Asked => thanks.is_empty(),
        };
        if let Some(verdict) = verdict.filter(|verdict| all_gone && says_why(verdict)) {
            return Ok(Why::Judged(verdict));
        }
        if !thanks.is_empty() {
            return Ok(Why::Thanks(thanks));
        }
        let listening = self.listening_server(server.guild, self.now()).await?.is_some();
        let channels = self.hashtag_channels(server.guild).await?;
        let here = channel.is_none_or(|channel| channels.counts_in(channel));
        Ok(Why::Unheard { listening, hashtag: server.hashtag, here })
    }
}
