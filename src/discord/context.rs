//! What every command works with: the bot, who it is on Discord, and what stops an answer.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

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
    /// Discord's REST API.
    pub rest: Arc<Rest>,
    /// The bot's identity on Discord, as known now.
    pub me: watch::Receiver<Me>,
    /// What people learn about who runs it.
    pub about: Arc<About>,
    /// The last interactions, because two sessions may deliver the same one while one takes over from the other.
    pub recent: Arc<RecentInteractions>,
    /// Which channels everyone sees.
    pub seen_by_all: Arc<SeenByAll>,
}

/// What people learn about who runs the bot, as the operator set it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// `CMAD_PRIVACY_URL`: where the privacy text is; `None`: nowhere that is known.
    pub privacy_url: Option<String>,
    /// `CMAD_CONTACT`: how to reach the operator.
    pub contact: Option<String>,
}

/// The last interactions that were answered.
#[derive(Default)]
pub struct RecentInteractions {
    ids: Mutex<VecDeque<u64>>,
}

impl RecentInteractions {
    /// More than can arrive while two sessions are connected.
    const MOST: usize = 256;

    /// Records an interaction. Returns whether it is new.
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

/// Which channels everyone sees, as read a moment ago, because many give thanks in the same channel.
#[derive(Default)]
pub struct SeenByAll(Mutex<HashMap<ChannelId, (bool, Instant)>>);

impl SeenByAll {
    /// How long what was read counts.
    const KEPT: Duration = Duration::from_secs(60);
    /// When there are more, all of them are read again.
    const MOST: usize = 4096;

    pub(super) fn get(&self, channel: ChannelId) -> Option<bool> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&channel).filter(|(_, read_at)| read_at.elapsed() < Self::KEPT).map(|(is_seen, _)| *is_seen)
    }

    pub(super) fn set(&self, channel: ChannelId, is_seen: bool) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert(channel, (is_seen, Instant::now()));
    }
}

/// The bot's identity on Discord, and what it may read there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The bot's own user.
    pub user: UserId,
    /// Its application.
    pub application: u64,
    /// Whether Discord sends the content of messages, as far as known.
    pub contents: Contents,
    /// Channels named `cmad`, which Discord's picker puts where the hashtag was meant.
    pub tag_channels: Vec<ChannelId>,
}

/// The result of a command.
pub type Done = Result<Message, Stop>;

/// Why a command ends before its usual answer.
#[derive(Debug)]
pub enum Stop {
    /// The person gets this answer instead: why it was refused, or what is missing.
    Answer(Message),
    /// It failed; the person is told so.
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
    /// A request to Discord failed.
    #[error(transparent)]
    Rest(#[from] RestError),
}
