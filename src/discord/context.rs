//! What every command works with: the bot, who it is on Discord, and what stops an answer.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::app::{App, StoreError};
use crate::discord::components::Message;
use crate::discord::rest::{Rest, RestError};
use domain::away::Contents;
use domain::ids::{ChannelId, UserId};

/// What every command works with. Cheap to clone.
#[derive(Clone)]
pub struct Bot {
    /// The use cases.
    pub app: App,
    /// The way to Discord.
    pub rest: Arc<Rest>,
    /// Who the bot is, as far as Discord has said by now.
    pub me: watch::Receiver<Me>,
    /// The last interactions: while one gateway session takes over from another, both may deliver the same.
    pub recent: Arc<RecentInteractions>,
}

/// The last interactions that were answered.
#[derive(Default)]
pub struct RecentInteractions {
    ids: Mutex<VecDeque<u64>>,
}

impl RecentInteractions {
    /// More than can arrive in the moment in which two sessions are connected.
    const MOST: usize = 256;

    /// Notes an interaction. Says whether it is new.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if ids.contains(&id) {
            return false;
        }
        if ids.len() == Self::MOST {
            ids.pop_front();
        }
        ids.push_back(id);
        true
    }
}

/// Who the bot is on Discord, and what it may read there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The bot's own user.
    pub user: UserId,
    /// Its application.
    pub application: u64,
    /// Whether Discord delivers the content of messages, as far as is known.
    pub contents: Contents,
    /// Channels named `cmad`, which Discord's picker puts where the hashtag was meant.
    pub tag_channels: Vec<ChannelId>,
}

/// The answer of a command.
pub type Done = Result<Message, Stop>;

/// What ends a command before its usual answer.
#[derive(Debug)]
pub enum Stop {
    /// The person gets this answer instead: why it is refused, or what is missing.
    Answer(Message),
    /// It failed; the person learns that it did.
    Failure(Failure),
}

impl Stop {
    /// Ends it with a sentence.
    #[must_use]
    pub fn say(text: impl Into<String>) -> Self {
        Self::Answer(Message::text(text))
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<RestError> for Stop {
    fn from(error: RestError) -> Self {
        Self::Failure(error.into())
    }
}

/// Why an answer could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Discord did not answer what was needed.
    #[error(transparent)]
    Rest(#[from] RestError),
}
