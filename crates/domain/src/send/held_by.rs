//! What holds a send back.

use serde::{Deserialize, Serialize};

/// What kept a send from going out, noted at each try or when it ended, so that a send that is skipped in the end is
/// reported with its true cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeldBy {
    /// It was refused, with Discord's error code or the mail server's.
    Refused(u32),
    /// Discord could not be reached, gave no answer, or none that says what happened.
    NoAnswer,
    /// Discord asked to wait.
    TooMany,
    /// An admin had paused the campaign.
    Paused,
    /// The bot was not in the server.
    Removed,
    /// Its time was changed, and the new one had passed already.
    Moved,
    /// The database did not work.
    Database,
    /// The machine's clock was wrong.
    Clock,
    /// As many copies had gone within a day as may.
    Limit,
}

impl HeldBy {
    /// The code, where it was refused.
    #[must_use]
    pub const fn code(self) -> Option<u32> {
        match self {
            Self::Refused(code) => Some(code),
            _ => None,
        }
    }

    /// As the database keeps it: a short word, and the code.
    ///
    /// # Panics
    /// Never: every variant is written.
    #[must_use]
    pub fn stored(self) -> String {
        serde_json::to_string(&self).expect("words and a number can be written")
    }

    /// Reads what [`HeldBy::stored`] wrote; `None` for what a newer version wrote.
    #[must_use]
    pub fn read(stored: &str) -> Option<Self> {
        serde_json::from_str(stored).ok()
    }
}
