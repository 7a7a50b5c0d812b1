//! Where the application stands with Discord's rule for large bots: from 10,000 users in its servers together on, the
//! message content and members intents need a review, each year anew (since June 2026; Discord's help, "Privileged
//! intents").

use crate::discord::rest::{Application, Reach, Rest, RestError};

/// From how many users on Discord reviews the intents.
const REVIEWED_FROM: u64 = 10_000;
/// From how many users on one should apply: a review takes weeks.
const APPLY_FROM: u64 = 7_500;

/// Where an application stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The servers and members in sight.
    pub reach: Reach,
    /// Whether the message content intent is on.
    pub content: bool,
    /// Whether the members intent is on.
    pub members: bool,
    /// Whether anyone may invite the bot.
    pub is_public: bool,
}

/// How near the rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The intents are switched on in the developer portal.
    Free,
    /// The same, but it is time to apply.
    Apply,
    /// Discord decides.
    Reviewed,
}

impl Review {
    /// Asks Discord about an application.
    ///
    /// # Errors
    /// The servers could not be counted.
    pub async fn of(rest: &Rest, application: &Application) -> Result<Self, RestError> {
        Ok(Self {
            reach: rest.reach().await?,
            content: application.may_read_content(),
            members: application.may_list_members(),
            is_public: application.is_public.unwrap_or(false),
        })
    }

    /// How near the rule is. The members in sight are an upper bound, so that it comes too early rather than too late.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self.reach.members {
            REVIEWED_FROM.. => Stage::Reviewed,
            APPLY_FROM.. => Stage::Apply,
            _ => Stage::Free,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages() {
        let stage = |members| {
            let reach = Reach { servers: 3, members };
            Review { reach, content: true, members: false, is_public: false }.stage()
        };
        assert_eq!([stage(0), stage(7_499)], [Stage::Free; 2]);
        assert_eq!([stage(7_500), stage(9_999)], [Stage::Apply; 2]);
        assert_eq!([stage(10_000), stage(u64::MAX)], [Stage::Reviewed; 2]);
    }
}
