//! What a send draws on when it goes out, so that sends of one server and one route share the workers fairly.

use crate::ids::{ChannelId, GuildId};
use crate::named;
use crate::send::{SendKind, Task};
use crate::step::Sends;

named! {
    /// A group of requests that Discord limits alike.
    Lane {
        /// The posts and events of the plan.
        Step = "step",
        /// Other messages in a channel: public thanks, answers, questions.
        Message = "message",
        /// Messages of the bot that are deleted, or drawn anew without a name.
        Delete = "delete",
        /// Reactions, added and removed.
        React = "react",
        /// Direct messages, mails, notes to the admins.
        Private = "private",
        /// Earlier messages that are read.
        Read = "read",
        /// Nothing outside the database.
        Inside = "inside",
    }
}

impl Lane {
    /// Whether its requests in one channel go one after another: Discord counts them together.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Message | Self::Delete | Self::React | Self::Read)
    }
}

/// The lane of a send, and where: its channel, or its server if it names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The lane.
    pub lane: Lane,
    /// The id of the channel or of the server.
    pub place: u64,
}

impl Route {
    /// The route of a server's send.
    #[must_use]
    pub fn of(guild: GuildId, task: &Task) -> Self {
        Self { lane: task.kind().lane(), place: task.channel().map_or(guild.0, |ChannelId(id)| id) }
    }
}

impl SendKind {
    /// The lane in which it goes out. Kinds of one name have one lane: the database knows only the name.
    #[must_use]
    pub const fn lane(self) -> Lane {
        match self {
            Self::Step(step) => match step.sends() {
                Sends::Post => Lane::Step,
                Sends::Close => Lane::Inside,
                Sends::RosterCheck | Sends::Breathe | Sends::Digest => Lane::Private,
            },
            Self::Event | Self::EditEvent | Self::DeleteEvent => Lane::Step,
            Self::AskHolders
            | Self::PostThanks
            | Self::PostAnswer
            | Self::PostReply
            | Self::AskConsent
            | Self::AskWhom
            | Self::AskToSave => Lane::Message,
            Self::Unpost | Self::Redraw => Lane::Delete,
            Self::React | Self::Unreact | Self::Mark | Self::Unmark => Lane::React,
            Self::Invite
            | Self::Report
            | Self::CopyProblem
            | Self::BossWrote
            | Self::Copy
            | Self::Remind
            | Self::Nominated
            | Self::NominationAnswer => Lane::Private,
            Self::FindMissed | Self::LookAgain => Lane::Read,
            Self::Purge | Self::PurgeServer => Lane::Inside,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_one_name_have_one_lane() {
        for one in SendKind::all() {
            for other in SendKind::all().filter(|other| other.name() == one.name()) {
                assert_eq!(one.lane(), other.lane(), "{}", one.name());
            }
        }
    }
}
