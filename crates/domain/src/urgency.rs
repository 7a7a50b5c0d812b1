//! How urgent a send is. One rule for three things: how late it may go out under load, in which order sends are claimed
//! and in which order their requests are made.
//!
//! On the day, thousands of servers have sends due in the same minute. The least urgent sends go last. When many sends
//! of one urgency are due at the same time, they are spread over part of their tolerance, as far as their number
//! requires. Nothing goes out before it is due.

use chrono::TimeDelta;

use crate::named;

/// The share of the request limit, in percent, that one group of sends may use: there are other kinds of sends, and
/// people use commands meanwhile.
const SHARE: u32 = 50;
/// The share of the tolerance, in percent, over which sends are spread at most: the rest is for retries.
const WITHIN: i32 = 80;

named! {
    /// How urgent a request to Discord is, the most urgent first.
    Urgency {
        /// A person used a command and waits for the response. No send is this urgent.
        Asked = "asked",
        /// A person withdrew their words, which stay visible until this is done.
        Withdrawal = "withdrawal",
        /// Read by a channel: campaign posts, public thanks, answers.
        Post = "post",
        /// A reaction, a question in a reply, a note to the admins, a failed copy.
        Soon = "soon",
        /// Private messages, mails, the removal of stored words.
        Later = "later",
        /// Reading messages that the bot missed while offline.
        Last = "last",
    }
}

impl Urgency {
    /// How late it may go out under load and still count as on time.
    #[must_use]
    pub const fn tolerance(self) -> TimeDelta {
        match self {
            // Discord's time limit for a response.
            Self::Asked => TimeDelta::seconds(3),
            Self::Withdrawal => TimeDelta::minutes(1),
            Self::Post => TimeDelta::minutes(5),
            Self::Soon => TimeDelta::minutes(10),
            Self::Later => TimeDelta::minutes(30),
            // It spreads over 80 % of this: a last look at messages begins 30 minutes before what waits for it.
            Self::Last => TimeDelta::minutes(35),
        }
    }

    /// How many requests a send takes: a private message needs one more to open the conversation.
    #[must_use]
    pub const fn requests(self) -> u32 {
        match self {
            Self::Later => 2,
            Self::Asked | Self::Withdrawal | Self::Post | Self::Soon | Self::Last => 1,
        }
    }
}

/// Over how long to spread `crowd` sends of one urgency that are due at the same time: as long as they need at their
/// share of the request limit, within their tolerance. Zero if one second is enough for all.
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
