//! The key of a send: its identity, and how it is written.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::send::kind::SendKind;

/// The recipient in the key of the scheduled event, which distinguishes it from the announcement.
pub(super) const EVENT: &str = "event";

/// The identity of a send, unique in the installation.
///
/// Its text, `server/year/kind/recipient/revision`, is stored and hashed into [`Mark`]s, so it never changes. Only this
/// file takes it apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SendKey {
    guild: GuildId,
    year: i32,
    kind: SendKind,
    recipient: String,
    revision: u32,
}

/// The text is not a key that this version knows; a newer version may have written it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not the key of a send")]
pub struct KeyError;

impl SendKey {
    pub(super) fn of(guild: GuildId, year: i32, kind: SendKind, (recipient, revision): (String, u32)) -> Self {
        Self { guild, year, kind, recipient, revision }
    }

    /// What a report names in place of this key: all sends of this kind in one channel that Discord refuses with the
    /// same code.
    #[must_use]
    pub fn of_all_in(&self, channel: ChannelId, code: u32) -> Self {
        Self { recipient: channel.to_string(), revision: code, ..*self }
    }

    /// The server.
    #[must_use]
    pub const fn guild(&self) -> GuildId {
        self.guild
    }

    /// The campaign's year.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// The kind of the send.
    #[must_use]
    pub const fn kind(&self) -> SendKind {
        self.kind
    }

    /// The recipient's text. For a step: `admins`, `channel`, `event`, `server`, or a manager's id, as exports show it.
    #[must_use]
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// The recipient, if it is one person.
    #[must_use]
    pub fn person(&self) -> Option<UserId> {
        self.recipient.parse().ok().filter(|_| self.kind.is_to_person())
    }

    /// The form of the key that is sent to Discord: 22 base64url characters of its hash, 128 bits.
    ///
    /// A nonce has at most 25 characters and is shown to others, so it is never the key itself. The same mark stands in
    /// a button's custom id, by which a message is found again after a crash.
    #[must_use]
    pub fn mark(&self) -> Mark {
        let hash = Sha256::digest(self.to_string());
        Mark(URL_SAFE_NO_PAD.encode(&hash[..16]))
    }
}

impl fmt::Display for SendKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { guild, year, kind, recipient, revision } = self;
        write!(f, "{guild}/{year}/{}/{recipient}/{revision}", kind.name())
    }
}

impl FromStr for SendKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let mut parts = text.splitn(4, '/');
        let mut next = || parts.next().ok_or(KeyError);
        let (guild, year, name, rest) = (next()?, next()?, next()?, next()?);
        // The recipient part of a report's key is itself a key.
        let (recipient, revision) = rest.rsplit_once('/').ok_or(KeyError)?;
        let kind = match SendKind::all().find(|kind| kind.name() == name).ok_or(KeyError)? {
            kind if kind.name() == SendKind::Event.name() && recipient == EVENT => SendKind::Event,
            kind => kind,
        };
        Ok(Self {
            guild: guild.parse().map_err(|_| KeyError)?,
            year: year.parse().map_err(|_| KeyError)?,
            kind,
            recipient: recipient.to_owned(),
            revision: revision.parse().map_err(|_| KeyError)?,
        })
    }
}

impl TryFrom<String> for SendKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<SendKey> for String {
    fn from(key: SendKey) -> Self {
        key.to_string()
    }
}

/// Compares the texts, as the database does.
impl Ord for SendKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.to_string().cmp(&other.to_string())
    }
}

impl PartialOrd for SendKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A group of sends that is found by a pattern of their keys.
#[derive(Clone, Copy, Debug)]
pub enum Pattern {
    /// Every revision of one kind of send to one person.
    To(SendKind, UserId),
    /// Every reaction to one message.
    ReactionsUnder(MessageId),
    /// Every manager's mark on one message.
    MarksUnder(MessageId),
    /// Every mark of one manager.
    MarksOf(UserId),
    /// Every removal of marks from one message.
    UnmarksUnder(MessageId),
}

impl Pattern {
    /// The pattern for SQL's `key like`, for one year or for all. It can also match a report about such a send, so the
    /// statement has to ask for the [kind](Pattern::kind) too.
    #[must_use]
    pub fn like(self, guild: GuildId, year: Option<i32>) -> String {
        let year = year.map_or_else(|| "%".to_owned(), |year| year.to_string());
        let recipient = match self {
            Self::To(_, user) => user.to_string(),
            Self::ReactionsUnder(message) => message.to_string(),
            Self::MarksUnder(message) => mark(message, "%"),
            Self::MarksOf(manager) => mark("%", manager),
            Self::UnmarksUnder(message) => unmark(message, "%"),
        };
        format!("{guild}/{year}/{}/{recipient}/%", self.kind().name())
    }

    /// The kind of these sends.
    #[must_use]
    pub const fn kind(self) -> SendKind {
        match self {
            Self::To(kind, _) => kind,
            Self::ReactionsUnder(_) => SendKind::React,
            Self::MarksUnder(_) | Self::MarksOf(_) => SendKind::Mark,
            Self::UnmarksUnder(_) => SendKind::Unmark,
        }
    }
}

/// The recipient of [`crate::send::Task::Mark`].
pub(super) fn mark(message: impl fmt::Display, manager: impl fmt::Display) -> String {
    format!("{message}:{manager}")
}

/// The recipient of [`crate::send::Task::Unmark`].
pub(super) fn unmark(message: impl fmt::Display, at: impl fmt::Display) -> String {
    format!("{message}@{at}")
}

/// The 22 characters that identify a send on Discord; see [`SendKey::mark`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark(String);

impl Mark {
    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
