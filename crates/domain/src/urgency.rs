//! How urgent a send is. One rule for three things: how late it may go out in a rush, in which order sends are claimed,
//! and in which order their requests leave.
//!
//! On the day thousands of servers are due in the same minute, and each of them is to be in time. What can wait longest
//! goes last; and a crowd that is due in the same minute spreads, each send to a time of its own within its tolerance,
//! only as far as the crowd is large. Nothing goes out before it is due.

use chrono::TimeDelta;

use crate::named;

/// The share of the allowed requests, in percent, that one crowd may take to itself: there is always more than one kind
/// of send, and people ask things meanwhile.
const SHARE: u32 = 50;
/// The share of its tolerance, in percent, over which a crowd spreads at most: the rest is for what goes wrong.
const WITHIN: i32 = 80;

named! {
    /// How urgent something is that the bot does on Discord, the most urgent first.
    Urgency {
        /// A person asked the bot something and waits for the answer. No send is this urgent.
        Asked = "asked",
        /// A person withdrew their words: as long as they are visible, that wish is not fulfilled.
        Withdrawal = "withdrawal",
        /// A channel reads it: a campaign's posts, public words, answers.
        Post = "post",
        /// A reaction, a question under a message, a note to the admins, trouble with a copy.
        Soon = "soon",
        /// Private messages and mails; the removal of stored words.
        Later = "later",
        /// Looking for what was said while the bot was away: after all others.
        Last = "last",
    }
}

impl Urgency {
    /// How late it may be in a rush, and still be in time.
    #[must_use]
    pub const fn tolerance(self) -> TimeDelta {
        match self {
            // As long as Discord waits for an answer.
            Self::Asked => TimeDelta::seconds(3),
            Self::Withdrawal => TimeDelta::minutes(1),
            Self::Post => TimeDelta::minutes(5),
            Self::Soon => TimeDelta::minutes(10),
            Self::Later => TimeDelta::minutes(30),
            Self::Last => TimeDelta::minutes(60),
        }
    }

    /// How many requests a send takes: a private message opens its conversation first.
    #[must_use]
    pub const fn requests(self) -> u32 {
        match self {
            Self::Later => 2,
            Self::Asked | Self::Withdrawal | Self::Post | Self::Soon | Self::Last => 1,
        }
    }
}

/// Over how long `crowd` sends of one urgency, due at one instant, spread: as far as they need at their share of the
/// allowed requests, and never beyond their tolerance. Zero: they are so few that a second is enough for all.
#[must_use]
pub fn spread(crowd: u32, urgency: Urgency, requests_per_second: u16) -> TimeDelta {
    let share = (u32::from(requests_per_second) * SHARE / 100).max(1);
    let needed = i64::from(crowd) * i64::from(urgency.requests()) * 1000 / i64::from(share);
    let most = urgency.tolerance() * WITHIN / 100;
    if needed <= 1000 { TimeDelta::zero() } else { TimeDelta::milliseconds(needed).min(most) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_spreads_as_far_as_it_needs() {
        use Urgency::{Later, Post};
        let check = |crowd, urgency, seconds| {
            assert_eq!(spread(crowd, urgency, 50), TimeDelta::seconds(seconds), "{crowd} {urgency}");
        };
        check(0, Post, 0);
        check(1, Post, 0);
        check(25, Post, 0);
        check(250, Post, 10);
        check(5000, Post, 200);
        check(20_000, Post, 240);
        check(1, Later, 0);
        check(250, Later, 20);
        check(100_000, Later, 24 * 60);
        assert_eq!(spread(300, Post, u16::MAX), TimeDelta::zero(), "without a limit there is no wait");
        assert_eq!(spread(2, Post, 1), TimeDelta::seconds(2));
    }

    #[test]
    fn the_more_urgent_is_tolerated_less_late() {
        assert!(Urgency::ALL.is_sorted_by(|one, next| one.tolerance() < next.tolerance()));
    }
}
