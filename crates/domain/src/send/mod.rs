//! A send: one message, event or mail, to one place; its key, its task, and what became of it.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::campaign::Step;
use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::named;
use crate::nomination::NominationId;
use crate::thanks::ThanksId;

/// What a send does. Everything it needs beyond this is looked up when it is taken, so that it says what is true
/// then, and an erased word is in no queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Task {
    /// The private note to the admins.
    RosterCheck,
    /// A public post of the campaign.
    Post {
        /// Which one.
        step: Step,
    },
    /// The scheduled event of the day.
    Event,
    /// *Stop and breathe*, to one manager.
    Breathe {
        /// To whom.
        manager: UserId,
    },
    /// One manager's digest.
    Digest {
        /// Whose.
        manager: UserId,
        /// 0 for the first, then one more for each update.
        revision: u32,
    },
    /// The end of the window: updates are planned, questions taken away, the next campaign begins.
    Close,
    /// Asks somebody who was put on the roster whether they accept.
    Invite {
        /// Who.
        manager: UserId,
        /// How many times they were put on it.
        revision: u32,
    },
    /// Posts `public` words in the campaign's channel.
    PostThanks {
        /// Whose words.
        thanks: ThanksId,
        /// One more each time that consent came back to `public`.
        revision: u32,
    },
    /// Takes away one of the bot's own messages.
    Unpost {
        /// Where.
        channel: ChannelId,
        /// Which.
        message: MessageId,
    },
    /// One reaction under a message that was accepted.
    React {
        /// Where.
        channel: ChannelId,
        /// Which.
        message: MessageId,
    },
    /// Asks the author of found words what may be done with them; the question goes under their message.
    AskConsent {
        /// Who.
        giver: UserId,
        /// Where their message is.
        channel: ChannelId,
        /// Their message.
        message: MessageId,
    },
    /// Asks the author of a sign without a recipient whom they mean.
    AskWhom {
        /// Who.
        giver: UserId,
        /// Where their message is.
        channel: ChannelId,
        /// Their message.
        message: MessageId,
    },
    /// Asks the author of a message that somebody else wants saved whether it may be.
    AskToSave {
        /// Who.
        giver: UserId,
        /// Where their message is.
        channel: ChannelId,
        /// Their message.
        message: MessageId,
    },
    /// Tells the admins of something that needs them.
    Report {
        /// What happened.
        about: Report,
    },
    /// Tells a manager that their copy did not go well.
    CopyTrouble {
        /// Whose digest.
        manager: UserId,
        /// Which copy.
        revision: u32,
        /// What happened.
        trouble: Trouble,
    },
    /// A digest to a boss, by mail or privately to a member, at the manager's wish.
    Copy {
        /// Whose digest.
        manager: UserId,
        /// Which copy: one a digest and update.
        revision: u32,
    },
    /// Posts what a manager answers to everybody who thanked them, under the recap.
    PostAnswer {
        /// Whose answer.
        manager: UserId,
        /// One more each time that it is posted again.
        revision: u32,
    },
    /// One reaction under a public thank-you that a manager has answered.
    Mark {
        /// Whose answer.
        manager: UserId,
        /// Where the message is.
        channel: ChannelId,
        /// The message.
        message: MessageId,
    },
    /// That reaction goes away: the answer was taken back.
    Unmark {
        /// Where the message is.
        channel: ChannelId,
        /// The message.
        message: MessageId,
        /// When it was taken back, in UTC milliseconds: it may be answered and taken back again.
        at: i64,
    },
    /// Tells the admins that somebody was nominated.
    Nominated {
        /// Which nomination.
        nomination: NominationId,
    },
    /// Tells whoever nominated somebody what the admins decided.
    NominationAnswer {
        /// Which nomination.
        nomination: NominationId,
    },
    /// Looks for what was said while nobody listened, a page at a time. Nothing leaves the building.
    FindMissed {
        /// The gap's end, in UTC milliseconds: a later gap is another send, and does the work of both.
        until: i64,
    },
    /// Looks once more at each message that thanks came from: deletions cannot be searched for. Nothing leaves the
    /// building.
    LookAgain {
        /// The step before which it is done.
        before: Step,
    },
    /// Removes the words of the campaign; counts and keyed hashes stay. Nothing leaves the building.
    Purge,
    /// Removes everything of a server that the bot is not in any more. Nothing leaves the building.
    PurgeServer {
        /// When it was removed, in UTC milliseconds: whoever comes back and leaves again is counted anew.
        left: i64,
    },
}

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
    fn about(&self) -> Option<UserId> {
        const OF_PEOPLE: [&str; 6] = ["breathe", "digest", "invite", "copy", "ask-consent", "answer"];
        match self {
            // Whose messages are closed is whom the send was for.
            Self::ClosedMessages { manager, .. } => Some(*manager),
            Self::Skipped { key } | Self::Unknown { key } | Self::Refused { key, .. } | Self::Failed { key, .. } => {
                let recipient = key.0.split('/').nth(3).filter(|_| OF_PEOPLE.contains(&key.kind()));
                recipient.and_then(|id| id.parse().ok()).map(UserId)
            }
            Self::NoContentIntent | Self::Unread { .. } => None,
        }
    }

    fn subject(&self) -> String {
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

impl Task {
    /// The step it belongs to; `None` for what people set off themselves.
    #[must_use]
    pub const fn step(&self) -> Option<Step> {
        Some(match self {
            Self::RosterCheck => Step::RosterCheck,
            Self::Post { step } => *step,
            Self::Event => Step::Announce,
            Self::Breathe { .. } => Step::Breathe,
            Self::Digest { .. } => Step::Digest,
            Self::Close => Step::Close,
            _ => return None,
        })
    }

    /// The kind of the send, as the key and the metrics name it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        if let Some(step) = self.step() {
            return step.name();
        }
        match self {
            Self::Invite { .. } => "invite",
            Self::PostThanks { .. } => "thanks",
            Self::Unpost { .. } => "unpost",
            Self::React { .. } => "react",
            Self::AskConsent { .. } => "ask-consent",
            Self::AskWhom { .. } => "ask-whom",
            Self::AskToSave { .. } => "ask-to-save",
            Self::Report { .. } => "report",
            Self::PostAnswer { .. } => "answer",
            Self::Mark { .. } => "mark",
            Self::Unmark { .. } => "unmark",
            Self::CopyTrouble { .. } => "trouble-with-copy",
            Self::Nominated { .. } => "nominated",
            Self::NominationAnswer { .. } => "answer-nominator",
            Self::FindMissed { .. } => "find-missed",
            Self::LookAgain { .. } => "look-again",
            Self::Purge => "purge",
            Self::PurgeServer { .. } => "purge-server",
            _ => "copy",
        }
    }

    /// Whether doing it again changes nothing, so that it needs no looking up after a crash.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        matches!(
            self,
            Self::Unpost { .. }
                | Self::React { .. }
                | Self::Mark { .. }
                | Self::Unmark { .. }
                | Self::Close
                | Self::FindMissed { .. }
                | Self::LookAgain { .. }
                | Self::Purge
                | Self::PurgeServer { .. }
        )
    }

    /// Whether it asks somebody something in a channel, and goes away when it is answered or nobody has to any more.
    #[must_use]
    pub const fn is_question(&self) -> bool {
        matches!(self, Self::AskConsent { .. } | Self::AskWhom { .. } | Self::AskToSave { .. })
    }

    /// Whether it looks at what was said earlier, a page at a time.
    #[must_use]
    pub const fn looks_back(&self) -> bool {
        matches!(self, Self::FindMissed { .. } | Self::LookAgain { .. })
    }

    fn recipient(&self) -> String {
        match self {
            Self::RosterCheck => "admins".to_owned(),
            Self::Post { .. } => "channel".to_owned(),
            Self::Event => "event".to_owned(),
            Self::Close => "server".to_owned(),
            Self::Breathe { manager }
            | Self::Digest { manager, .. }
            | Self::Invite { manager, .. }
            | Self::PostAnswer { manager, .. }
            | Self::Copy { manager, .. } => manager.to_string(),
            Self::Mark { manager, message, .. } => format!("{message}:{manager}"),
            Self::Unmark { message, at, .. } => format!("{message}@{at}"),
            Self::CopyTrouble { manager, trouble, .. } => format!("{manager}:{trouble}"),
            Self::PostThanks { thanks, .. } => thanks.0.to_string(),
            Self::Nominated { nomination } | Self::NominationAnswer { nomination } => nomination.0.to_string(),
            Self::Unpost { message, .. }
            | Self::React { message, .. }
            | Self::AskWhom { message, .. }
            | Self::AskToSave { message, .. } => message.to_string(),
            Self::AskConsent { giver, .. } => giver.to_string(),
            Self::Report { about } => about.subject(),
            Self::FindMissed { until } => until.to_string(),
            Self::LookAgain { before } => before.name().to_owned(),
            Self::Purge => "words".to_owned(),
            Self::PurgeServer { left } => left.to_string(),
        }
    }

    /// Whom it is about: the one it goes to, the one who is asked, or the one a report speaks of.
    #[must_use]
    pub fn about(&self) -> Option<UserId> {
        match self {
            Self::Breathe { manager }
            | Self::Digest { manager, .. }
            | Self::Invite { manager, .. }
            | Self::PostAnswer { manager, .. }
            | Self::Mark { manager, .. }
            | Self::CopyTrouble { manager, .. }
            | Self::Copy { manager, .. } => Some(*manager),
            Self::AskConsent { giver, .. } | Self::AskWhom { giver, .. } | Self::AskToSave { giver, .. } => {
                Some(*giver)
            }
            Self::Report { about } => about.about(),
            _ => None,
        }
    }

    const fn revision(&self) -> u32 {
        match self {
            Self::Digest { revision, .. }
            | Self::Invite { revision, .. }
            | Self::PostThanks { revision, .. }
            | Self::PostAnswer { revision, .. }
            | Self::CopyTrouble { revision, .. }
            | Self::Copy { revision, .. } => *revision,
            _ => 0,
        }
    }
}

/// The name of a send, unique in the installation: server, year, kind, recipient, revision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SendKey(String);

impl SendKey {
    /// The key of `task` in one server's campaign.
    #[must_use]
    pub fn new(guild: GuildId, year: i32, task: &Task) -> Self {
        Self(format!("{guild}/{year}/{}/{}/{}", task.kind(), task.recipient(), task.revision()))
    }

    /// A key read back from the database.
    #[must_use]
    pub fn from_db(text: String) -> Self {
        Self(text)
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind of the send that a key names, such as `announce`.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or_default()
    }

    /// What Discord sees of the key: 22 base64url characters of its hash, 128 bits.
    ///
    /// A nonce has at most 25 characters, and is shown to others; so it is never the key itself. The same mark
    /// stands in a button's custom id, by which a message is found again after a crash.
    #[must_use]
    pub fn mark(&self) -> Mark {
        let hash = Sha256::digest(self.0.as_bytes());
        Mark(URL_SAFE_NO_PAD.encode(&hash[..16]))
    }
}

impl fmt::Display for SendKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The 22 characters by which a send is known on Discord; see [`SendKey::mark`].
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

named! {
    /// What can go wrong with a copy, by mail or in a private message.
    Trouble {
        /// The answer was lost: it may have arrived, so it is not repeated.
        Unknown = "unknown",
        /// The mail server refuses it.
        Refused = "refused",
        /// Nobody took it for days.
        GivenUp = "given-up",
        /// A private message may have arrived, and cannot be looked for.
        Unseen = "unseen",
        /// A private message is not taken: they are closed, or the boss has left.
        Closed = "closed",
        /// No mail, or not each of its files, could be made: a bug of ours.
        Unmade = "unmade",
    }
}

named! {
    /// What became of a send.
    SendState {
        /// It waits for its time, or for another try.
        Planned = "planned",
        /// Somebody holds a lease on it.
        Claimed = "claimed",
        /// It went out.
        Sent = "sent",
        /// It was too late by its rule.
        Skipped = "skipped",
        /// There was nothing to send any more.
        Dropped = "dropped",
        /// It was given up.
        Failed = "failed",
        /// It cannot be known whether it went out; never repeated by itself.
        Unknown = "unknown",
    }
}

#[cfg(test)]
mod tests;
