//! What the admins are told.

use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, UserId};
use crate::send::key::SendKey;

/// Something an admin has to know. It names what happened and no personal word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Report {
    /// A send was too late by its rule and was skipped.
    Skipped {
        /// The send.
        key: SendKey,
    },
    /// It could not be found out whether a send arrived, so it is not repeated.
    Unknown {
        /// The send.
        key: SendKey,
    },
    /// Discord refuses a send until somebody changes a permission; it is tried again.
    Refused {
        /// The send.
        key: SendKey,
        /// Discord's error code, such as 50013.
        code: u32,
    },
    /// A send was given up.
    Failed {
        /// The send.
        key: SendKey,
        /// Discord's error code; 0 when there is none.
        code: u32,
    },
    /// A manager's private messages are closed.
    ClosedMessages {
        /// Whose.
        manager: UserId,
        /// The send.
        key: SendKey,
    },
    /// Discord refuses the message content intent: the hashtag cannot be heard.
    NoContentIntent,
    /// What was said in some channels while the bot was away cannot be read.
    Unread {
        /// Those channels.
        channels: Vec<ChannelId>,
    },
}

impl Report {
    /// Whom it speaks of.
    pub(super) fn about(&self) -> Option<UserId> {
        match self {
            // Whose messages are closed is whom the send was for.
            Self::ClosedMessages { manager, .. } => Some(*manager),
            Self::Skipped { key } | Self::Unknown { key } | Self::Refused { key, .. } | Self::Failed { key, .. } => {
                key.person()
            }
            Self::NoContentIntent | Self::Unread { .. } => None,
        }
    }

    /// What it is about: the recipient in its key, so that each is said once.
    pub(super) fn subject(&self) -> String {
        match self {
            Self::Skipped { key } => format!("skipped:{key}"),
            Self::Unknown { key } => format!("unknown:{key}"),
            Self::Refused { key, .. } => format!("refused:{key}"),
            Self::Failed { key, .. } => format!("failed:{key}"),
            Self::ClosedMessages { key, .. } => format!("closed:{key}"),
            Self::NoContentIntent => "intent".to_owned(),
            // Once a campaign: whoever wants to change it needs no second word.
            Self::Unread { .. } => "unread".to_owned(),
        }
    }
}
