//! One giver's words for one manager, what the giver allowed, and who may see what of it.

pub mod rules;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::named;

/// One giver's words for one manager, as they are kept: what the use cases and digests work with. A message that names
/// two managers is two of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanks {
    /// The row's number, unique in the installation.
    pub id: ThanksId,
    /// The server in which it was said.
    pub guild: GuildId,
    /// The campaign it belongs to.
    pub year: i32,
    /// Who thanks.
    pub giver: UserId,
    /// Who is thanked.
    pub manager: UserId,
    /// How it came in.
    pub door: Door,
    /// The words, verbatim; may be empty when only a name and a hashtag were said.
    pub words: String,
    /// The giver's display name at the time: the signature that was shown in the receipt.
    pub signature: String,
    /// What the giver is to the manager, if they said.
    pub relation: Option<Relation>,
    /// What the giver thanks for, if they said.
    pub what_for: Option<WhatFor>,
    /// What the giver allowed.
    pub consent: Consent,
    /// When it was said.
    pub said_at: DateTime<Utc>,
    /// The interaction or message that it came from.
    pub source: u64,
    /// The giver's own public message, if it came from one.
    pub message: Option<(ChannelId, MessageId)>,
    /// The channel in which the bot posts the words in place of the campaign's, while they are public and no message of
    /// the giver holds them.
    pub post_in: Option<ChannelId>,
    /// The bot's own public message with the words, if it stands.
    pub posted: Option<(ChannelId, MessageId)>,
    /// Since when the giver is a member of the server, if known.
    pub member_since: Option<NaiveDate>,
    /// Whether the giver had thanked no one in an earlier campaign of this server.
    pub first_time: bool,
    /// Whether it counts.
    pub state: ThanksState,
}

impl Thanks {
    /// The public message that holds it, if there is one: the giver's own, or the bot's for `public` words.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        let guild = self.guild;
        self.message.or(self.posted).map(|(channel, message)| Link { guild, channel, message })
    }

    /// Whether its words have been removed, so that it is only counted. Then a keyed hash replaces the giver, with the
    /// highest bit set, which no Discord id has.
    #[must_use]
    pub const fn is_only_counted(&self) -> bool {
        self.giver.0 >> 63 == 1
    }
}

/// The number of a thank-you, unique in the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ThanksId(pub i64);

/// A message on Discord.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Link {
    /// The server.
    pub guild: GuildId,
    /// The channel or thread.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
}

impl std::fmt::Display for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "https://discord.com/channels/{}/{}/{}", self.guild, self.channel, self.message)
    }
}

named! {
    /// What a giver allowed to be done with their words and name.
    Consent {
        /// Posted by the bot with the giver's name; quoted to the boss with name and link.
        Public = "public",
        /// Quoted with the giver's name; not posted.
        Named = "named",
        /// Quoted as "a member".
        Unnamed = "unnamed",
        /// For the manager alone; a boss sees only that it was counted.
        Private = "private",
        /// Found by hashtag or mention; its author has not answered yet. Cannot be chosen.
        NotAsked = "not-asked",
    }
}

named! {
    /// What a giver is to the manager they thank.
    Relation {
        /// A customer or user.
        Customer = "customer",
        /// A colleague in the same company.
        Colleague = "colleague",
        /// Another community manager.
        FellowManager = "fellow-manager",
        /// A friend.
        Friend = "friend",
    }
}

named! {
    /// What a giver thanks for: the four levels of the role.
    WhatFor {
        /// "answered me"
        AnsweredMe = "answered-me",
        /// "kept us safe"
        KeptUsSafe = "kept-us-safe",
        /// "spoke for us"
        SpokeForUs = "spoke-for-us",
        /// "brought us together"
        BroughtUsTogether = "brought-us-together",
    }
}

named! {
    /// How a thank-you came in: the six ways to thank.
    Door {
        /// `/thank` with a message.
        Command = "command",
        /// Right-click a member, or `/thank` without a message: the form.
        Form = "form",
        /// Right-click a message: **Save as #CMAD thanks**.
        Saved = "saved",
        /// **Say thank you** under a campaign post.
        Button = "button",
        /// **Thank everyone** under the day's post: to each manager on the roster.
        Everyone = "everyone",
        /// A message that mentions the bot and a manager, or replies to a campaign post.
        Mention = "mention",
        /// A message with the hashtag.
        Hashtag = "hashtag",
    }
}

impl Door {
    /// Whether the bot found it in a message by itself; by the others, people ask it for that.
    #[must_use]
    pub const fn is_found(self) -> bool {
        matches!(self, Self::Mention | Self::Hashtag)
    }

    /// What counts as one towards the hourly limit: all thanks of this source, if they went to everyone at once.
    #[must_use]
    pub fn batch(self, source: u64) -> Option<u64> {
        (self == Self::Everyone).then_some(source)
    }
}

named! {
    /// Whether a thank-you counts.
    ThanksState {
        /// It counts.
        Counted = "counted",
        /// Its giver withdrew it, or deleted the message.
        Withdrawn = "withdrawn",
        /// An admin hid it.
        Hidden = "hidden",
        /// An admin hid it, and its giver took it back or deleted the message meanwhile.
        HiddenWithdrawn = "hidden-withdrawn",
    }
}

impl ThanksState {
    /// Whether its giver withdrew it.
    #[must_use]
    pub const fn is_withdrawn(self) -> bool {
        matches!(self, Self::Withdrawn | Self::HiddenWithdrawn)
    }

    /// After its giver withdrew it.
    #[must_use]
    pub const fn withdrawn(self) -> Self {
        match self {
            Self::Counted | Self::Withdrawn => Self::Withdrawn,
            Self::Hidden | Self::HiddenWithdrawn => Self::HiddenWithdrawn,
        }
    }

    /// After its giver undid the withdrawal. A hidden thanks stays hidden.
    #[must_use]
    pub const fn counted_again(self) -> Self {
        match self {
            Self::Counted | Self::Withdrawn => Self::Counted,
            Self::Hidden | Self::HiddenWithdrawn => Self::Hidden,
        }
    }

    /// After an admin hid it; `None` if there is nothing to hide.
    #[must_use]
    pub const fn hidden(self) -> Option<Self> {
        match self {
            Self::Counted => Some(Self::Hidden),
            Self::Withdrawn | Self::Hidden | Self::HiddenWithdrawn => None,
        }
    }

    /// After an admin restored it; `None` if it is not hidden. A withdrawn thanks stays withdrawn.
    #[must_use]
    pub const fn restored(self) -> Option<Self> {
        match self {
            Self::Hidden => Some(Self::Counted),
            Self::HiddenWithdrawn => Some(Self::Withdrawn),
            Self::Counted | Self::Withdrawn => None,
        }
    }
}

/// Who reads the thanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// The manager, in their own digest.
    Manager,
    /// A boss, through a copy, a file or a mail that the manager passes on.
    Boss,
    /// Everyone, in the recap.
    Public,
}

/// What one reader may see of one thanks. Every thanks is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shown {
    /// The words themselves.
    pub words: bool,
    /// The giver's signature; without it they are "a member".
    pub name: bool,
    /// The link to the message.
    pub link: bool,
}

impl Consent {
    /// The four answers that a giver can choose.
    pub const CHOICES: [Self; 4] = [Self::Public, Self::Named, Self::Unnamed, Self::Private];

    /// Whether the bot posts the words in the campaign's channel.
    #[must_use]
    pub const fn is_posted(self) -> bool {
        matches!(self, Self::Public)
    }

    /// What `reader` may see: the table of consent, one row a variant.
    #[must_use]
    pub const fn shows(self, reader: Reader) -> Shown {
        let (words, name, link) = match (self, reader) {
            (Self::Public, Reader::Manager | Reader::Boss) => (true, true, true),
            (Self::Named, Reader::Manager | Reader::Boss) => (true, true, false),
            (Self::Unnamed, Reader::Manager | Reader::Boss) => (true, false, false),
            (Self::Private, Reader::Manager) => (true, true, false),
            (Self::NotAsked, Reader::Manager) => (true, true, true),
            (Self::Public | Self::NotAsked, Reader::Public) => (false, false, true),
            (Self::Private | Self::NotAsked, Reader::Boss)
            | (Self::Named | Self::Unnamed | Self::Private, Reader::Public) => (false, false, false),
        };
        Shown { words, name, link }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_consent() {
        let check = |consent: Consent, manager: &str, boss: &str, public: &str| {
            let shown = |reader| {
                let Shown { words, name, link } = consent.shows(reader);
                [(words, 'w'), (name, 'n'), (link, 'l')]
                    .iter()
                    .filter(|(on, _)| *on)
                    .map(|(_, c)| *c)
                    .collect::<String>()
            };
            assert_eq!(shown(Reader::Manager), manager, "{consent} to the manager");
            assert_eq!(shown(Reader::Boss), boss, "{consent} to the boss");
            assert_eq!(shown(Reader::Public), public, "{consent} in the recap");
        };
        check(Consent::Public, "wnl", "wnl", "l");
        check(Consent::Named, "wn", "wn", "");
        check(Consent::Unnamed, "w", "w", "");
        check(Consent::Private, "wn", "", "");
        check(Consent::NotAsked, "wnl", "", "l");
    }

    #[test]
    fn a_giver_and_an_admin_do_not_undo_each_other() {
        for state in ThanksState::ALL {
            let counts = |state: ThanksState| state == ThanksState::Counted;
            assert!(!counts(state.withdrawn()), "{state}");
            assert_ne!(state.withdrawn().restored(), Some(ThanksState::Counted), "an admin brings nothing back");
            let hidden = state.hidden().unwrap_or(*state);
            assert!(!counts(hidden.counted_again()) || *state == ThanksState::Withdrawn, "a giver shows nothing again");
            assert_eq!(state.withdrawn().counted_again().withdrawn(), state.withdrawn());
        }
    }

    #[test]
    fn names_read_back() {
        for consent in Consent::ALL {
            assert_eq!(Consent::from_name(consent.name()), Some(*consent));
        }
        assert_eq!(Relation::from_name("boss"), None);
    }
}
