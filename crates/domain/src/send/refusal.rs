//! What follows when Discord refuses a send.

use crate::ids::UserId;
use crate::send::task::Task;

/// What follows when Discord refuses a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterRefusal {
    /// It is tried again once a permission or the channel may have changed, and the admins learn what is wrong.
    Retry,
    /// The same for a person who takes no private messages.
    ClosedMessages(UserId),
    /// It is tried again every day for a week, and no one is told.
    Quietly,
    /// It failed, and the admins learn of it.
    Report,
    /// It failed, and no one is told.
    Fail,
    /// It is not needed any more.
    Drop,
}

impl Task {
    /// What follows when the place, the message or the person does not exist any more.
    #[must_use]
    pub const fn when_gone(&self) -> AfterRefusal {
        match self {
            // An admin can choose another channel; then it is sent there.
            Self::Post { .. } | Self::AskHolders { .. } | Self::PostThanks { .. } => AfterRefusal::Retry,
            // The message or the event it refers to was deleted: there is nothing left to do.
            Self::EditEvent { .. }
            | Self::DeleteEvent { .. }
            | Self::React { .. }
            | Self::Unreact { .. }
            | Self::Mark { .. }
            | Self::Redraw { .. }
            | Self::AskConsent { .. }
            | Self::AskWhom { .. }
            | Self::AskToSave { .. } => AfterRefusal::Drop,
            // Copies to a boss are private to the manager: the desk shows the result, and no report goes to the
            // admins.
            Self::Copy { .. }
            | Self::CopyProblem { .. }
            | Self::BossWrote { .. }
            | Self::Report { .. }
            | Self::Remind { .. }
            | Self::NominationAnswer { .. }
            | Self::Unpost { .. } => AfterRefusal::Fail,
            Self::RosterCheck
            | Self::Event
            | Self::Breathe { .. }
            | Self::Digest { .. }
            | Self::Close
            | Self::Invite { .. }
            | Self::PostAnswer { .. }
            | Self::PostReply { .. }
            | Self::Unmark { .. }
            | Self::Nominated { .. }
            | Self::FindMissed { .. }
            | Self::LookAgain { .. }
            | Self::Purge
            | Self::PurgeServer { .. } => AfterRefusal::Report,
        }
    }

    /// What follows when it is refused as malformed: as for [`Task::when_gone`], but another channel would not help.
    #[must_use]
    pub const fn when_malformed(&self) -> AfterRefusal {
        match self.when_gone() {
            AfterRefusal::Retry => AfterRefusal::Report,
            other => other,
        }
    }

    /// What follows when the person takes no private messages.
    #[must_use]
    pub const fn when_closed(&self) -> AfterRefusal {
        match self {
            Self::Breathe { manager } | Self::Digest { manager, .. } | Self::Invite { manager, .. } => {
                AfterRefusal::ClosedMessages(*manager)
            }
            // Their desk has it meanwhile; that a boss wrote is no one else's affair.
            Self::BossWrote { .. } => AfterRefusal::Quietly,
            other => other.when_forbidden(),
        }
    }

    /// What follows when a permission is missing, or something else has to be changed first.
    #[must_use]
    pub const fn when_forbidden(&self) -> AfterRefusal {
        match self {
            // The question is also asked by /cmad mine, which shows that the message was found, too.
            Self::React { .. }
            | Self::Unreact { .. }
            | Self::Mark { .. }
            | Self::Unmark { .. }
            | Self::AskConsent { .. }
            | Self::AskWhom { .. }
            | Self::AskToSave { .. }
            | Self::Copy { .. }
            | Self::CopyProblem { .. }
            | Self::BossWrote { .. }
            | Self::Remind { .. }
            | Self::NominationAnswer { .. }
            | Self::Report { .. } => AfterRefusal::Fail,
            // Deletions are retried forever: until someone grants the permission, the words stay visible.
            Self::Unpost { .. }
            | Self::Redraw { .. }
            | Self::RosterCheck
            | Self::Breathe { .. }
            | Self::Digest { .. }
            | Self::Invite { .. }
            | Self::Post { .. }
            | Self::Event
            | Self::EditEvent { .. }
            | Self::DeleteEvent { .. }
            | Self::Close
            | Self::AskHolders { .. }
            | Self::PostThanks { .. }
            | Self::PostAnswer { .. }
            | Self::PostReply { .. }
            | Self::Nominated { .. }
            | Self::FindMissed { .. }
            | Self::LookAgain { .. }
            | Self::Purge
            | Self::PurgeServer { .. } => AfterRefusal::Retry,
        }
    }
}
