//! Asking Discord for something that may not be known now.

use std::collections::HashMap;

use chrono::TimeDelta;

use crate::app::roster::Person;
use domain::ids::UserId;

/// What was asked of Discord, or why it is not known.
pub(super) type Asked<T> = Result<T, ReadError>;

/// The members that were fetched together; `None` for those who have left.
pub(super) type Members = HashMap<UserId, Option<Person>>;

/// Why something could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The bot has no permission.
    Forbidden,
    /// Temporary: Discord does not respond, or rate-limits.
    Later {
        /// When to try again.
        again: TimeDelta,
    },
}

impl ReadError {
    /// When to try again, if it is temporary.
    #[must_use]
    pub const fn again(self) -> Option<TimeDelta> {
        match self {
            Self::Forbidden => None,
            Self::Later { again } => Some(again),
        }
    }
}
