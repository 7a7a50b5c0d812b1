//! What a send does.

use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use crate::nomination::NominationId;
use crate::send::key::{self, SendKey};
use crate::send::kind::SendKind;
use crate::send::report::Report;
use crate::send::state::CopyProblem;
use crate::step::Step;
use crate::thanks::ThanksId;

/// What a send does. Everything else is loaded when the send is claimed, so that its content is current and no queue
/// holds words that were erased.
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
    /// Gives the scheduled event the name that its place has now.
    EditEvent {
        /// One more each time.
        revision: u32,
    },
    /// Deletes the scheduled event, because the announcement that brings it was switched off.
    DeleteEvent {
        /// One more each time.
        revision: u32,
    },
    /// *Stop and breathe*, to one manager.
    Breathe {
        /// To whom.
        manager: UserId,
    },
    /// One manager's digest.
    Digest {
        /// Whose.
        manager: UserId,
        /// 0 for the first digest, one more for each update.
        revision: u32,
    },
    /// The end of the window: plans updates, deletes open questions and starts the next campaign.
    Close,
    /// Asks a person who was put on the roster whether they accept.
    Invite {
        /// Who.
        manager: UserId,
        /// How often they were put on it.
        revision: u32,
    },
    /// Asks the holders of the manager role, in one post with a button, whether they accept a place on the roster.
    AskHolders {
        /// The role.
        role: RoleId,
        /// How often a post asked in this campaign.
        revision: u32,
    },
    /// Posts the words of a `public` thank-you in the campaign's channel.
    PostThanks {
        /// Which thank-you.
        thanks: ThanksId,
        /// One more each time consent becomes `public` again.
        revision: u32,
    },
    /// Deletes one of the bot's own messages.
    Unpost {
        /// Where.
        channel: ChannelId,
        /// Which.
        message: MessageId,
    },
    /// The bot's reaction to a message that it accepted.
    React {
        /// Where.
        channel: ChannelId,
        /// Which.
        message: MessageId,
    },
    /// Removes that reaction because the message no longer counts.
    Unreact {
        /// Where.
        channel: ChannelId,
        /// Which.
        message: MessageId,
    },
    /// Asks the author of a thank-you that the bot found how it may be shown, in a reply to their message.
    AskConsent {
        /// Who.
        giver: UserId,
        /// Where their message is.
        channel: ChannelId,
        /// Their message.
        message: MessageId,
        /// One more each time they are asked under another message, because the one before is gone.
        #[serde(default)]
        revision: u32,
    },
    /// Asks the author of a message that names no recipient whom they are thanking.
    AskWhom {
        /// Who.
        giver: UserId,
        /// Where their message is.
        channel: ChannelId,
        /// Their message.
        message: MessageId,
    },
    /// Asks the author of a message whether it may be saved, as another person wants.
    AskToSave {
        /// Who.
        giver: UserId,
        /// Where their message is.
        channel: ChannelId,
        /// Their message.
        message: MessageId,
    },
    /// Tells the admins about something that needs their attention.
    Report {
        /// What happened.
        about: Report,
    },
    /// Tells a manager that the copy to their boss failed.
    CopyProblem {
        /// Whose digest.
        manager: UserId,
        /// Which copy.
        revision: u32,
        /// What happened.
        problem: CopyProblem,
    },
    /// Sends a digest to a boss, by mail or as a private message, because the manager asked for it.
    Copy {
        /// Whose digest.
        manager: UserId,
        /// Which copy: there is one per digest and per update.
        revision: u32,
    },
    /// Tells a manager what their boss replied to a copy.
    BossWrote {
        /// Whose digest.
        manager: UserId,
        /// Which copy.
        copy: u32,
        /// One more each time that the boss changed it.
        revision: u32,
    },
    /// Posts what a boss replied below the recap, because both want it.
    PostReply {
        /// Whose boss.
        manager: UserId,
        /// To which copy.
        copy: u32,
        /// One more each time it is posted again.
        revision: u32,
    },
    /// Posts a manager's answer to everyone who thanked them, below the recap.
    PostAnswer {
        /// Whose answer.
        manager: UserId,
        /// One more each time it is posted again.
        revision: u32,
    },
    /// The bot's reaction to a public thank-you that a manager has answered.
    Mark {
        /// Whose answer.
        manager: UserId,
        /// Where the message is.
        channel: ChannelId,
        /// The message.
        message: MessageId,
    },
    /// Removes that reaction because the answer was withdrawn.
    Unmark {
        /// Where the message is.
        channel: ChannelId,
        /// The message.
        message: MessageId,
        /// When the answer was withdrawn, in UTC milliseconds: an answer can be withdrawn more than once.
        at: i64,
    },
    /// Draws a post of the campaign, or the note with the roster, anew where it stands: it names someone who was erased.
    Redraw {
        /// Which one.
        step: Step,
        /// When the person was erased, in UTC milliseconds: it can happen more than once.
        at: i64,
    },
    /// Reminds a person of the day, because they asked for it.
    Remind {
        /// Whom.
        person: UserId,
    },
    /// Tells the admins about a nomination.
    Nominated {
        /// Which nomination.
        nomination: NominationId,
    },
    /// Tells the nominator what the admins decided.
    NominationAnswer {
        /// Which nomination.
        nomination: NominationId,
    },
    /// Reads messages that the bot missed while offline, one page at a time. Sends nothing.
    FindMissed {
        /// The end of the gap, in UTC milliseconds. A later gap gets its own send, which covers earlier gaps too.
        until: i64,
    },
    /// Fetches every message with a thank-you again, because Discord offers no search for deletions. Sends nothing.
    LookAgain {
        /// The step that needs the result.
        before: Step,
    },
    /// Removes the words of the campaign; counts and keyed hashes stay. Sends nothing.
    Purge,
    /// Removes all data of a server that the bot has left. Sends nothing.
    PurgeServer {
        /// When the bot left, in UTC milliseconds: if it returns and leaves again, that is another send.
        left: i64,
    },
}

impl Task {
    /// The kind of the send.
    #[must_use]
    pub const fn kind(&self) -> SendKind {
        match self {
            Self::RosterCheck => SendKind::Step(Step::RosterCheck),
            Self::Post { step } => SendKind::Step(*step),
            Self::Event => SendKind::Event,
            Self::EditEvent { .. } => SendKind::EditEvent,
            Self::DeleteEvent { .. } => SendKind::DeleteEvent,
            Self::Breathe { .. } => SendKind::Step(Step::Breathe),
            Self::Digest { .. } => SendKind::Step(Step::Digest),
            Self::Close => SendKind::Step(Step::Close),
            Self::Invite { .. } => SendKind::Invite,
            Self::AskHolders { .. } => SendKind::AskHolders,
            Self::PostThanks { .. } => SendKind::PostThanks,
            Self::Unpost { .. } => SendKind::Unpost,
            Self::React { .. } => SendKind::React,
            Self::Unreact { .. } => SendKind::Unreact,
            Self::AskConsent { .. } => SendKind::AskConsent,
            Self::AskWhom { .. } => SendKind::AskWhom,
            Self::AskToSave { .. } => SendKind::AskToSave,
            Self::Report { .. } => SendKind::Report,
            Self::CopyProblem { .. } => SendKind::CopyProblem,
            Self::Copy { .. } => SendKind::Copy,
            Self::BossWrote { .. } => SendKind::BossWrote,
            Self::PostReply { .. } => SendKind::PostReply,
            Self::PostAnswer { .. } => SendKind::PostAnswer,
            Self::Mark { .. } => SendKind::Mark,
            Self::Unmark { .. } => SendKind::Unmark,
            Self::Redraw { .. } => SendKind::Redraw,
            Self::Remind { .. } => SendKind::Remind,
            Self::Nominated { .. } => SendKind::Nominated,
            Self::NominationAnswer { .. } => SendKind::NominationAnswer,
            Self::FindMissed { .. } => SendKind::FindMissed,
            Self::LookAgain { .. } => SendKind::LookAgain,
            Self::Purge => SendKind::Purge,
            Self::PurgeServer { .. } => SendKind::PurgeServer,
        }
    }

    fn recipient(&self) -> String {
        match self {
            Self::RosterCheck => "admins".to_owned(),
            Self::Post { .. } => "channel".to_owned(),
            Self::Event | Self::EditEvent { .. } | Self::DeleteEvent { .. } => key::EVENT.to_owned(),
            Self::Close => "server".to_owned(),
            Self::Breathe { manager }
            | Self::Digest { manager, .. }
            | Self::Invite { manager, .. }
            | Self::PostAnswer { manager, .. }
            | Self::Copy { manager, .. } => manager.to_string(),
            Self::Mark { manager, message, .. } => key::mark(message, manager),
            Self::Unmark { message, at, .. } => key::unmark(message, at),
            Self::Redraw { step, at } => format!("{}:{at}", step.name()),
            Self::CopyProblem { manager, problem, .. } => format!("{manager}:{problem}"),
            Self::BossWrote { manager, copy, .. } | Self::PostReply { manager, copy, .. } => {
                format!("{manager}:{copy}")
            }
            Self::AskHolders { role, .. } => role.to_string(),
            Self::PostThanks { thanks, .. } => thanks.0.to_string(),
            Self::Nominated { nomination } | Self::NominationAnswer { nomination } => nomination.0.to_string(),
            Self::Unpost { message, .. }
            | Self::React { message, .. }
            | Self::Unreact { message, .. }
            | Self::AskWhom { message, .. }
            | Self::AskToSave { message, .. } => message.to_string(),
            Self::AskConsent { giver, .. } => giver.to_string(),
            Self::Remind { person } => person.to_string(),
            Self::Report { about } => about.subject(),
            Self::FindMissed { until } => until.to_string(),
            Self::LookAgain { before } => before.name().to_owned(),
            Self::Purge => "words".to_owned(),
            Self::PurgeServer { left } => left.to_string(),
        }
    }

    /// The person it is about: its recipient, the person asked, or the person a report mentions.
    #[must_use]
    pub fn about(&self) -> Option<UserId> {
        match self {
            Self::Breathe { manager }
            | Self::Digest { manager, .. }
            | Self::Invite { manager, .. }
            | Self::PostAnswer { manager, .. }
            | Self::Mark { manager, .. }
            | Self::CopyProblem { manager, .. }
            | Self::BossWrote { manager, .. }
            | Self::PostReply { manager, .. }
            | Self::Copy { manager, .. } => Some(*manager),
            Self::AskConsent { giver, .. } | Self::AskWhom { giver, .. } | Self::AskToSave { giver, .. } => {
                Some(*giver)
            }
            Self::Remind { person } => Some(*person),
            Self::Report { about } => about.about(),
            Self::RosterCheck
            | Self::Post { .. }
            | Self::Event
            | Self::EditEvent { .. }
            | Self::DeleteEvent { .. }
            | Self::Close
            | Self::AskHolders { .. }
            | Self::PostThanks { .. }
            | Self::Unpost { .. }
            | Self::React { .. }
            | Self::Unreact { .. }
            | Self::Unmark { .. }
            | Self::Redraw { .. }
            | Self::Nominated { .. }
            | Self::NominationAnswer { .. }
            | Self::FindMissed { .. }
            | Self::LookAgain { .. }
            | Self::Purge
            | Self::PurgeServer { .. } => None,
        }
    }

    /// Whether it is between a manager and their boss, or about a report: admins learn nothing of what became of it.
    #[must_use]
    pub const fn is_no_admins_affair(&self) -> bool {
        matches!(self, Self::Copy { .. } | Self::CopyProblem { .. } | Self::BossWrote { .. } | Self::Report { .. })
    }

    /// The channel that it names. A post has none: it goes to the campaign's channel of that time.
    #[must_use]
    pub const fn channel(&self) -> Option<ChannelId> {
        match self {
            Self::Unpost { channel, .. }
            | Self::React { channel, .. }
            | Self::Unreact { channel, .. }
            | Self::AskConsent { channel, .. }
            | Self::AskWhom { channel, .. }
            | Self::AskToSave { channel, .. }
            | Self::Mark { channel, .. }
            | Self::Unmark { channel, .. } => Some(*channel),
            _ => None,
        }
    }

    const fn revision(&self) -> u32 {
        match self {
            Self::Digest { revision, .. }
            | Self::EditEvent { revision }
            | Self::DeleteEvent { revision }
            | Self::AskConsent { revision, .. }
            | Self::Invite { revision, .. }
            | Self::AskHolders { revision, .. }
            | Self::PostThanks { revision, .. }
            | Self::PostAnswer { revision, .. }
            | Self::CopyProblem { revision, .. }
            | Self::BossWrote { revision, .. }
            | Self::PostReply { revision, .. }
            | Self::Copy { revision, .. } => *revision,
            Self::RosterCheck
            | Self::Post { .. }
            | Self::Event
            | Self::Breathe { .. }
            | Self::Close
            | Self::Unpost { .. }
            | Self::React { .. }
            | Self::Unreact { .. }
            | Self::AskWhom { .. }
            | Self::AskToSave { .. }
            | Self::Report { .. }
            | Self::Mark { .. }
            | Self::Unmark { .. }
            | Self::Redraw { .. }
            | Self::Remind { .. }
            | Self::Nominated { .. }
            | Self::NominationAnswer { .. }
            | Self::FindMissed { .. }
            | Self::LookAgain { .. }
            | Self::Purge
            | Self::PurgeServer { .. } => 0,
        }
    }
}

impl SendKey {
    /// The key of `task` in one server's campaign.
    #[must_use]
    pub fn new(guild: GuildId, year: i32, task: &Task) -> Self {
        Self::of(guild, year, task.kind(), (task.recipient(), task.revision()))
    }
}
