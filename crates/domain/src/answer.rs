//! A manager's answer to everyone who thanked them: one post under the campaign's recap.

use chrono::{DateTime, Utc};

use crate::ids::{GuildId, UserId};
use crate::named;

/// The most characters of an answer.
pub const ANSWER_MAX: u16 = 1000;

/// One manager's answer to the thanks of one campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The server.
    pub guild: GuildId,
    /// The campaign.
    pub year: i32,
    /// Who answers.
    pub manager: UserId,
    /// The words as the manager wrote them; empty after they were removed.
    pub words: String,
    /// What became of it.
    pub state: AnswerState,
    /// Raised each time that it is posted again.
    pub revision: u32,
    /// When it was written last.
    pub written_at: DateTime<Utc>,
}

named! {
    /// What became of an answer.
    AnswerState {
        /// Written and not posted.
        Draft = "draft",
        /// Posted under the recap, or waiting to be.
        Posted = "posted",
        /// Its manager took it back.
        Withdrawn = "withdrawn",
        /// An admin hid it.
        Hidden = "hidden",
    }
}
