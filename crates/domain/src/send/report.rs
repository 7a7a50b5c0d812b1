//! Reports to a server's admins.

use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, UserId};
use crate::send::held_by::HeldBy;
use crate::send::key::SendKey;

/// Something the admins have to know. Holds ids and codes, never anyone's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Report {
    /// A send was skipped because its deadline had passed.
    Skipped {
        /// The send.
        key: SendKey,
        /// What held it back; nothing if the bot was not running.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<HeldBy>,
    },
    /// The outcome of a send is unknown, so it is not repeated.
    Unknown {
        /// The send.
        key: SendKey,
    },
    /// Discord refuses a send until someone changes a permission; it is retried.
    Refused {
        /// The send.
        key: SendKey,
        /// Discord's error code, such as 50013.
        code: u32,
    },
    /// The bot gave up on a send.
    Failed {
        /// The send.
        key: SendKey,
        /// Discord's error code; 0 when there is none.
        code: u32,
    },
    /// The bot gave up on a send, because each try ended the program.
    Lost {
        /// The send.
        key: SendKey,
    },
    /// A manager does not accept private messages.
    ClosedMessages {
        /// Whose.
        manager: UserId,
        /// The send.
        key: SendKey,
    },
    /// Discord has quarantined the bot: it may write to no one privately.
    Quarantined,
    /// Discord refuses the message content intent, so the hashtag does not work.
    NoContentIntent,
    /// The bot may not read the history of some channels, so messages sent there while it was offline are missed.
    Unread {
        /// Those channels.
        channels: Vec<ChannelId>,
    },
}

impl Report {
    /// The person it is about.
    pub(super) fn about(&self) -> Option<UserId> {
        match self {
            Self::ClosedMessages { manager, .. } => Some(*manager),
            Self::Skipped { key, .. }
            | Self::Unknown { key }
            | Self::Refused { key, .. }
            | Self::Failed { key, .. }
            | Self::Lost { key } => key.person(),
            Self::Quarantined | Self::NoContentIntent | Self::Unread { .. } => None,
        }
    }

    /// The recipient part of its key, so that the same thing is reported only once.
    pub(super) fn subject(&self) -> String {
        match self {
            Self::Skipped { key, .. } => format!("skipped:{key}"),
            Self::Unknown { key } => format!("unknown:{key}"),
            Self::Refused { key, .. } => format!("refused:{key}"),
            Self::Failed { key, .. } => format!("failed:{key}"),
            Self::Lost { key } => format!("lost:{key}"),
            Self::ClosedMessages { key, .. } => format!("closed:{key}"),
            Self::Quarantined => "quarantine".to_owned(),
            Self::NoContentIntent => "intent".to_owned(),
            // Once per campaign, whatever the channels: admins who want to grant access need no second report.
            Self::Unread { .. } => "unread".to_owned(),
        }
    }
}
