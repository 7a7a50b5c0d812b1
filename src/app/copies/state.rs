//! What there is to say of a copy: how the last one went, whether one may be sent, and what would leave.

use chrono::{DateTime, Utc};

use crate::ports::{Files, Letter, Note};
use crate::store::BossMail;
use domain::digest::Traced;
use domain::ids::UserId;
use domain::send::SendState;

/// How the last copy went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyState {
    /// What became of it, if one was ordered.
    pub last: Option<SendState>,
    /// When it left, if it did.
    pub left_at: Option<DateTime<Utc>>,
    /// Whether the page says something else now than the last copy that went to the present boss.
    pub is_changed: bool,
    /// Whether the last copy went to somebody else than the present boss.
    pub was_for_another: bool,
    /// The copies that can be looked at as they left, the last first: which, and when.
    pub kept: Vec<(u32, DateTime<Utc>)>,
}

/// What became of **Copy my boss**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAnswer {
    /// It is on its way.
    Ordered,
    /// The boss has this page already; when it changes, an update can be sent.
    Already,
    /// The page, or the boss, is not what was looked at before **Yes, send it**.
    Changed,
    /// The boss has had as many copies of this digest as one may get.
    Enough,
    /// No boss is named: the files are there to forward.
    NoBoss,
    /// The boss said "no more of these".
    NoMore,
    /// The manager has to accept their place first.
    NotAccepted,
    /// The digest is not due yet.
    NotDue,
    /// The boss has an address only, and whoever runs the bot has not set up mail.
    MailIsOff,
    /// The boss has an address only, at a domain that whoever runs the bot has not allowed.
    DomainNotAllowed,
    /// The server has had its mails of a day.
    DailyLimit,
    /// No mail, or not each of its files, could be made: a bug of ours.
    Unmade,
}

/// Why nothing can go to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMail {
    /// Whoever runs the bot has not set up mail.
    Off,
    /// Whoever runs the bot has not allowed its domain.
    Domain,
}

impl NoMail {
    /// What a manager is told who wanted a copy.
    pub(in crate::app) const fn answer(self) -> CopyAnswer {
        match self {
            Self::Off => CopyAnswer::MailIsOff,
            Self::Domain => CopyAnswer::DomainNotAllowed,
        }
    }
}

/// Which way a copy goes. It goes one way: whoever has an address gets no second one as a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By mail.
    Mail(BossMail),
    /// Privately, to a member.
    Member(UserId),
}

/// A copy as it would leave now.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Which way it goes.
    pub way: Way,
    /// What their boss gets.
    pub gets: Gets,
    /// What was looked at: another one when the page, the files or the boss changed.
    pub seen: String,
}

/// What a boss gets: made by the functions by which it leaves.
#[derive(Clone, Debug)]
pub enum Gets {
    /// A private message, with its files.
    Message(Box<Note>),
    /// A mail. Only what its reader answers "no more of these" with is hidden from its sender.
    Mail(Box<Letter>),
}

/// What leaves.
pub(in crate::app) struct Leaving {
    pub(in crate::app) way: Way,
    pub(in crate::app) manager: UserId,
    pub(in crate::app) copy: Traced,
    pub(in crate::app) files: Files,
    /// Whether each file that was chosen could be made. Without one of them it is not what its manager looked at.
    pub(in crate::app) is_whole: bool,
}
