//! An example of each kind of send, for tests.

use crate::ids::{ChannelId, MessageId, RoleId, UserId};
use crate::nomination::NominationId;
use crate::send::kind::SendKind;
use crate::send::report::Report;
use crate::send::state::CopyProblem;
use crate::send::task::Task;
use crate::step::{Sends, Step};
use crate::thanks::ThanksId;

impl SendKind {
    /// An example task of this kind, made from a number.
    #[must_use]
    pub fn sample(self, n: u32) -> Task {
        let (manager, giver, revision) = (UserId(n.into()), UserId(n.into()), n);
        let (channel, message) = (ChannelId(u64::from(n) + 1), MessageId(u64::from(n) + 2));
        match self {
            Self::Step(step) => match step.sends() {
                Sends::RosterCheck => Task::RosterCheck,
                Sends::Post => Task::Post { step },
                Sends::Breathe => Task::Breathe { manager },
                Sends::Digest => Task::Digest { manager, revision },
                Sends::Close => Task::Close,
            },
            Self::Event => Task::Event,
            Self::EditEvent => Task::EditEvent { revision },
            Self::DeleteEvent => Task::DeleteEvent { revision },
            Self::Invite => Task::Invite { manager, revision },
            Self::AskHolders => Task::AskHolders { role: RoleId(n.into()), revision },
            Self::PostThanks => Task::PostThanks { thanks: ThanksId(n.into()), revision },
            Self::Unpost => Task::Unpost { channel, message },
            Self::React => Task::React { channel, message },
            Self::Unreact => Task::Unreact { channel, message },
            Self::AskConsent => Task::AskConsent { giver, channel, message, revision },
            Self::AskWhom => Task::AskWhom { giver, channel, message },
            Self::AskToSave => Task::AskToSave { giver, channel, message },
            Self::Report => Task::Report { about: Report::NoContentIntent },
            Self::CopyProblem => Task::CopyProblem { manager, revision, problem: CopyProblem::Closed },
            Self::Copy => Task::Copy { manager, revision },
            Self::BossWrote => Task::BossWrote { manager, copy: n, revision },
            Self::PostReply => Task::PostReply { manager, copy: n, revision },
            Self::PostAnswer => Task::PostAnswer { manager, revision },
            Self::Mark => Task::Mark { manager, channel, message },
            Self::Unmark => Task::Unmark { channel, message, at: n.into() },
            Self::Redraw => Task::Redraw { step: Step::Day, at: n.into() },
            Self::Remind => Task::Remind { person: giver },
            Self::Nominated => Task::Nominated { nomination: NominationId(n.into()) },
            Self::NominationAnswer => Task::NominationAnswer { nomination: NominationId(n.into()) },
            Self::FindMissed => Task::FindMissed { until: n.into() },
            Self::LookAgain => Task::LookAgain { before: Step::Digest },
            Self::Purge => Task::Purge,
            Self::PurgeServer => Task::PurgeServer { left: n.into() },
        }
    }
}
