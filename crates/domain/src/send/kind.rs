//! The kinds of sends.

use crate::step::{Sends, Step};
use crate::urgency::Urgency;

/// Declares [`SendKind`]: its kinds beside the steps, each with its stable name.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal),* $(,)?) => {
        /// The kind of a send: a part of its key, the column `kind` and a label in the metrics.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SendKind {
            /// What a step of the plan sends.
            Step(Step),
            $($(#[$doc])* $kind,)*
        }

        impl SendKind {
            /// Every kind.
            pub fn all() -> impl Iterator<Item = Self> {
                Step::ALL.iter().copied().map(Self::Step).chain([$(Self::$kind),*])
            }

            /// The stable name. Two kinds can have the same one: see [`SendKind::Event`].
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::Step(step) => step.name(),
                    $(Self::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// The scheduled event. It has the same name as the announcement; in a key, the recipient distinguishes them.
    Event = "announce",
    /// See [`crate::send::Task::EditEvent`].
    EditEvent = "edit-event",
    /// See [`crate::send::Task::DeleteEvent`].
    DeleteEvent = "delete-event",
    /// See [`crate::send::Task::Invite`].
    Invite = "invite",
    /// See [`crate::send::Task::AskHolders`].
    AskHolders = "ask-holders",
    /// See [`crate::send::Task::PostThanks`].
    PostThanks = "thanks",
    /// See [`crate::send::Task::Unpost`].
    Unpost = "unpost",
    /// See [`crate::send::Task::React`].
    React = "react",
    /// See [`crate::send::Task::Unreact`].
    Unreact = "unreact",
    /// See [`crate::send::Task::AskConsent`].
    AskConsent = "ask-consent",
    /// See [`crate::send::Task::AskWhom`].
    AskWhom = "ask-whom",
    /// See [`crate::send::Task::AskToSave`].
    AskToSave = "ask-to-save",
    /// See [`crate::send::Task::Report`].
    Report = "report",
    /// See [`crate::send::Task::CopyProblem`].
    CopyProblem = "trouble-with-copy",
    /// See [`crate::send::Task::Copy`].
    Copy = "copy",
    /// See [`crate::send::Task::BossWrote`].
    BossWrote = "wrote-back",
    /// See [`crate::send::Task::PostReply`].
    PostReply = "wrote-back-post",
    /// See [`crate::send::Task::PostAnswer`].
    PostAnswer = "answer",
    /// See [`crate::send::Task::Mark`].
    Mark = "mark",
    /// See [`crate::send::Task::Unmark`].
    Unmark = "unmark",
    /// See [`crate::send::Task::Redraw`].
    Redraw = "redraw",
    /// See [`crate::send::Task::Remind`].
    Remind = "remind",
    /// See [`crate::send::Task::Nominated`].
    Nominated = "nominated",
    /// See [`crate::send::Task::NominationAnswer`].
    NominationAnswer = "answer-nominator",
    /// See [`crate::send::Task::FindMissed`].
    FindMissed = "find-missed",
    /// See [`crate::send::Task::LookAgain`].
    LookAgain = "look-again",
    /// See [`crate::send::Task::Purge`].
    Purge = "purge",
    /// See [`crate::send::Task::PurgeServer`].
    PurgeServer = "purge-server",
}

impl SendKind {
    /// The step it belongs to; `None` if a person's action caused it.
    #[must_use]
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::Step(step) => Some(step),
            Self::Event => Some(Step::Announce),
            Self::EditEvent
            | Self::DeleteEvent
            | Self::Invite
            | Self::AskHolders
            | Self::PostThanks
            | Self::Unpost
            | Self::React
            | Self::Unreact
            | Self::AskConsent
            | Self::AskWhom
            | Self::AskToSave
            | Self::Report
            | Self::CopyProblem
            | Self::Copy
            | Self::BossWrote
            | Self::PostReply
            | Self::PostAnswer
            | Self::Mark
            | Self::Unmark
            | Self::Redraw
            | Self::Remind
            | Self::Nominated
            | Self::NominationAnswer
            | Self::FindMissed
            | Self::LookAgain
            | Self::Purge
            | Self::PurgeServer => None,
        }
    }

    /// How urgent it is.
    #[must_use]
    pub const fn urgency(self) -> Urgency {
        match self {
            Self::Unpost | Self::Redraw | Self::DeleteEvent => Urgency::Withdrawal,
            Self::Step(step) => match step.sends() {
                Sends::Post | Sends::Close => Urgency::Post,
                Sends::RosterCheck => Urgency::Soon,
                Sends::Breathe | Sends::Digest => Urgency::Later,
            },
            Self::Event | Self::AskHolders | Self::PostThanks | Self::PostAnswer | Self::PostReply => Urgency::Post,
            Self::EditEvent
            | Self::React
            | Self::Unreact
            | Self::Mark
            | Self::Unmark
            | Self::AskConsent
            | Self::AskWhom
            | Self::AskToSave
            | Self::Report
            | Self::CopyProblem
            | Self::BossWrote
            | Self::Nominated => Urgency::Soon,
            Self::Invite | Self::Copy | Self::Remind | Self::NominationAnswer | Self::Purge | Self::PurgeServer => {
                Urgency::Later
            }
            Self::FindMissed | Self::LookAgain => Urgency::Last,
        }
    }

    /// Whether it is idempotent, so that it needs no look-up after a crash.
    #[must_use]
    pub const fn is_repeatable(self) -> bool {
        matches!(self, Self::Step(Step::Close) | Self::EditEvent | Self::React | Self::Mark)
            || self.takes_away()
            || self.is_removal()
            || self.looks_back()
    }

    /// Whether it is of no use once the window has closed, so that it is not tried again after that.
    #[must_use]
    pub const fn ends_with_window(self) -> bool {
        match self {
            Self::Step(step) => step.is_own_time(),
            _ => matches!(self, Self::Invite | Self::AskHolders | Self::PostThanks),
        }
    }

    /// Whether it takes something of the bot's away: a message, a reaction, a name in a post, the scheduled event. This happens even while the
    /// campaign is paused.
    #[must_use]
    pub const fn takes_away(self) -> bool {
        matches!(self, Self::Unpost | Self::Unreact | Self::Unmark | Self::Redraw | Self::DeleteEvent)
    }

    /// Whether it removes stored words; this happens even while the campaign is paused and after the bot left the
    /// server.
    #[must_use]
    pub const fn is_removal(self) -> bool {
        matches!(self, Self::Purge | Self::PurgeServer)
    }

    /// Whether it ends or removes something for good.
    #[must_use]
    pub const fn is_irreversible(self) -> bool {
        matches!(self, Self::Step(Step::Close)) || self.is_removal()
    }

    /// Whether it is tried until it is done, however often that fails: someone's words would stay, or a campaign would
    /// never end.
    #[must_use]
    pub const fn must_be_done(self) -> bool {
        self.takes_away() || self.is_irreversible()
    }

    /// Whether it adds or removes a reaction.
    #[must_use]
    pub const fn is_reaction(self) -> bool {
        matches!(self, Self::React | Self::Unreact | Self::Mark | Self::Unmark)
    }

    /// Whether it is a question to one person in a channel, which is deleted once it is answered or no longer needed.
    #[must_use]
    pub const fn is_question(self) -> bool {
        matches!(self, Self::AskConsent | Self::AskWhom | Self::AskToSave)
    }

    /// Whether the message is deleted when the person whom it is about is erased, because others see it.
    #[must_use]
    pub const fn goes_with_its_person(self) -> bool {
        self.is_question() || matches!(self, Self::Report)
    }

    /// Whether it reads earlier messages, one page at a time.
    #[must_use]
    pub const fn looks_back(self) -> bool {
        matches!(self, Self::FindMissed | Self::LookAgain)
    }

    /// The name by which reports speak of it to admins; `None` where they learn no more than that it is a message.
    /// Whether a boss was copied is the manager's affair.
    #[must_use]
    pub const fn reported_as(self) -> Option<&'static str> {
        match self {
            Self::Step(step) => Some(step.name()),
            Self::Event | Self::EditEvent | Self::DeleteEvent => Some("event"),
            Self::Invite
            | Self::AskHolders
            | Self::PostThanks
            | Self::PostAnswer
            | Self::PostReply
            | Self::Unpost
            | Self::React
            | Self::Nominated => Some(self.name()),
            Self::AskConsent | Self::AskWhom | Self::AskToSave => Some("question"),
            Self::Report
            | Self::CopyProblem
            | Self::BossWrote
            | Self::Copy
            | Self::Unreact
            | Self::Mark
            | Self::Unmark
            | Self::Redraw
            | Self::Remind
            | Self::NominationAnswer
            | Self::FindMissed
            | Self::LookAgain
            | Self::Purge
            | Self::PurgeServer => None,
        }
    }

    /// Whether the recipient part of its key is one person's id.
    pub(super) const fn is_to_person(self) -> bool {
        match self {
            Self::Step(step) => step.is_own_time(),
            _ => matches!(self, Self::Invite | Self::AskConsent | Self::Copy | Self::PostAnswer | Self::Remind),
        }
    }
}
