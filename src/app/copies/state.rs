//! The state of the copies of a digest: how the last one went, whether one may be sent, and what would be sent.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::digest::Form;
use crate::ports::{Letter, Note};
use crate::store::BossMail;
use crate::store::places::Recipient;
use domain::digest::{DigestWithSources, fingerprint};
use domain::ids::UserId;
use domain::mail::Address;
use domain::roster::Manager;
use domain::send::SendState;

/// How the last copy went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyState {
    /// The state of its send, if one was ordered.
    pub last: Option<SendState>,
    /// When it was sent, if it was.
    pub left_at: Option<DateTime<Utc>>,
    /// Until when it waits, because as many copies have gone within a day as may.
    pub waits_until: Option<DateTime<Utc>>,
    /// Whether the page says something else now than the last copy that went to the present boss.
    pub is_changed: bool,
    /// Whether the last copy went to another boss than the present one.
    pub was_for_another: bool,
    /// The copies that can be viewed as they were sent, newest first: the number of each, and when it was sent.
    pub kept: Vec<(u32, DateTime<Utc>)>,
}

/// The result of **Copy my boss**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAnswer {
    /// It is on its way.
    Ordered,
    /// The boss has this page already; when it changes, an update can be sent.
    Already,
    /// The page or the boss has changed since the preview above **Yes, send it**.
    Changed,
    /// The boss has had the maximum number of copies of this digest.
    Enough,
    /// No boss is named: the files are there to forward.
    NoBoss,
    /// The boss said "no more of these".
    NoMore,
    /// The manager has to accept their place first.
    NotAccepted,
    /// The digest is not due yet.
    NotDue,
    /// The boss has an address only, and the operator has not set up mail.
    MailIsOff,
    /// The boss has an address only, at a domain that the operator has not allowed.
    DomainNotAllowed,
    /// The boss has an address only, and the operator lets no copies of this server go by mail.
    ServerNotAllowed,
    /// It would go by mail, and the manager's sentence names an address.
    HasAddress,
    /// The words that the boss may read are from fewer people than a copy needs.
    TooFew,
    /// As many copies have gone within a day as may: it is ordered, and waits until then.
    Waits(DateTime<Utc>),
    /// The mail or one of its files could not be built: a bug in cmad.
    Unmade,
}

/// Why nothing can go to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMail {
    /// The operator has not set up mail.
    Off,
    /// The operator does not let this server send mail.
    Server,
    /// The operator has not allowed its domain.
    Domain,
}

impl NoMail {
    /// The corresponding answer to a manager who wanted a copy.
    pub(in crate::app) const fn answer(self) -> CopyAnswer {
        match self {
            Self::Off => CopyAnswer::MailIsOff,
            Self::Server => CopyAnswer::ServerNotAllowed,
            Self::Domain => CopyAnswer::DomainNotAllowed,
        }
    }
}

/// How a copy is sent. A boss with an address gets no second copy as a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By mail.
    Mail(BossMail),
    /// Privately, to a member.
    Member(UserId),
}

/// A copy as it would be sent now.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Which way it goes.
    pub way: Way,
    /// What their boss gets.
    pub gets: Gets,
    /// A hash of what the preview shows: it changes with the page, the files and the boss.
    pub seen: String,
}

/// What a boss gets, built by the same functions that build the copy when it is sent.
#[derive(Clone, Debug)]
pub enum Gets {
    /// A private message, with its files.
    Message(Box<Note>),
    /// A mail. Only the token for "no more of these" is hidden from the manager.
    Mail(Box<Letter>),
}

/// A copy as it would be sent now, still without its files.
pub(in crate::app) struct CopyPlan {
    pub(in crate::app) way: Way,
    /// Whose digest it is, with the language in which the bot writes to them.
    pub(in crate::app) manager: Manager,
    pub(in crate::app) copy: DigestWithSources,
    pub(in crate::app) forms: Vec<Form>,
}

impl Way {
    /// Who gets it.
    pub(in crate::app) const fn recipient(&self) -> Recipient<'_> {
        match self {
            Self::Mail(mail) => Recipient::Mail(&mail.to),
            Self::Member(member) => Recipient::Member(*member),
        }
    }
}

impl CopyPlan {
    /// A hash of what the preview shows, in twelve characters.
    pub(in crate::app) fn seen(&self) -> String {
        let files: Vec<String> = self.forms.iter().map(|form| form.file_name(self.copy.digest.year)).collect();
        let to = match &self.way {
            Way::Mail(mail) => format!("{} {:?}", mail.to.folded(), mail.reply_to.as_ref().map(Address::as_str)),
            Way::Member(member) => member.to_string(),
        };
        let hash = Sha256::new()
            .chain_update(fingerprint(&self.copy.digest))
            .chain_update(format!("{to} {files:?}"))
            .finalize();
        hex::encode(&hash[..6])
    }
}
