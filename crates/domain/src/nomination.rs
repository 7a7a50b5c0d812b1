//! A nomination: a member proposes a manager for the roster, and the admins decide.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{GuildId, UserId};
use crate::named;
use crate::roster::RosterStatus;

/// The number of a nomination, unique in the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NominationId(pub i64);

/// The most open nominations by one person.
pub const OPEN_MAX: usize = 3;

/// The longest reason and the longest answer, in characters.
pub const REASON_MAX: u16 = 300;

/// A member's proposal to put another member on the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Its number.
    pub id: NominationId,
    /// The server.
    pub guild: GuildId,
    /// Who nominates.
    pub nominator: UserId,
    /// Who is nominated.
    pub member: UserId,
    /// The nominee's name at the time.
    pub name: String,
    /// Why.
    pub reason: String,
    /// What became of it.
    pub state: NominationState,
    /// What the admins answered, in their own words.
    pub answer: Option<String>,
    /// When it was made.
    pub nominated_at: DateTime<Utc>,
}

named! {
    /// What became of a nomination.
    NominationState {
        /// The admins have not answered.
        Open = "open",
        /// The nominee was put on the roster.
        Accepted = "accepted",
        /// It was declined.
        Declined = "declined",
    }
}

/// Why a nomination was refused. The nominator is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNominated {
    /// Bots are no managers.
    Bot,
    /// They are on the roster already.
    OnRoster,
    /// They asked to be left out.
    LeftOut,
    /// The nominator nominated them before, and that is open or was declined.
    Twice,
    /// The nominator has [`OPEN_MAX`] open nominations.
    TooMany,
}

impl NotNominated {
    /// The key of the text that says it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bot => "nominate-bot",
            Self::OnRoster => "nominate-on-roster",
            Self::LeftOut => "nominate-left-out",
            Self::Twice => "nominate-twice",
            Self::TooMany => "nominate-too-many",
        }
    }
}

/// Judges a nomination by who is nominated and what the nominator nominated before.
///
/// # Errors
/// The refusal.
pub fn judge(
    is_bot: bool,
    status: Option<RosterStatus>,
    member: UserId,
    earlier: &[(UserId, NominationState)],
) -> Result<(), NotNominated> {
    let waits = |state: NominationState| state == NominationState::Open;
    if is_bot {
        Err(NotNominated::Bot)
    } else if status == Some(RosterStatus::Declined) {
        Err(NotNominated::LeftOut)
    } else if status.is_some_and(RosterStatus::is_on_roster) {
        Err(NotNominated::OnRoster)
    } else if earlier.iter().any(|(whom, state)| *whom == member && *state != NominationState::Accepted) {
        Err(NotNominated::Twice)
    } else if earlier.iter().filter(|(_, state)| waits(*state)).count() >= OPEN_MAX {
        Err(NotNominated::TooMany)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule() {
        use NominationState::{Accepted, Declined, Open};
        let me = UserId(9);
        let check = |is_bot, status, earlier: &[(u64, NominationState)], expected| {
            let earlier: Vec<_> = earlier.iter().map(|(user, state)| (UserId(*user), *state)).collect();
            assert_eq!(judge(is_bot, status, me, &earlier), expected, "{is_bot} {status:?} {earlier:?}");
        };
        check(false, None, &[], Ok(()));
        check(false, Some(RosterStatus::Removed), &[], Ok(()));
        check(true, None, &[], Err(NotNominated::Bot));
        check(false, Some(RosterStatus::Invited), &[], Err(NotNominated::OnRoster));
        check(false, Some(RosterStatus::Accepted), &[], Err(NotNominated::OnRoster));
        check(false, Some(RosterStatus::Declined), &[], Err(NotNominated::LeftOut));
        check(false, None, &[(9, Open)], Err(NotNominated::Twice));
        check(false, None, &[(9, Declined)], Err(NotNominated::Twice));
        check(false, Some(RosterStatus::Removed), &[(9, Accepted)], Ok(()));
        check(false, None, &[(1, Open), (2, Open), (3, Declined)], Ok(()));
        check(false, None, &[(1, Open), (2, Open), (3, Open)], Err(NotNominated::TooMany));
    }
}
