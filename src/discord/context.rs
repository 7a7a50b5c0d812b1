//! What every command works with: the bot, who it is on Discord, and what stops an answer.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::app::App;
use crate::discord::components::Message;
use crate::discord::rest::{Rest, RestError};
use domain::away::Contents;
use domain::ids::{ChannelId, UserId};

/// What answering needs. Cheap to clone.
#[derive(Clone)]
pub struct Bot {
    /// The use cases.
    pub app: App,
    /// The way to Discord.
    pub rest: Arc<Rest>,
    /// Who we are, as far as Discord has told by now.
    pub me: watch::Receiver<Me>,
    /// What was asked last: while one gateway session takes over from another, both may tell the same.
    pub recent: Arc<Recent>,
}

/// The last interactions that were answered.
#[derive(Default)]
pub struct Recent {
    ids: Mutex<VecDeque<u64>>,
}

impl Recent {
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

/// Who we are, and what Discord told about us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The bot's own user.
    pub user: UserId,
    /// Its application.
    pub application: u64,
    /// Whether Discord tells what messages say, as far as is known.
    pub contents: Contents,
    /// Channels named `cmad`, which Discord's picker puts where the hashtag was meant.
    pub tag_channels: Vec<ChannelId>,
}

/// What answering a person can fail with; the person hears that it did.
pub type Done = Result<Message, Failure>;

/// Why an answer could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] crate::app::StoreError),
    /// Discord did not tell what was needed.
    #[error(transparent)]
    Rest(#[from] RestError),
}
