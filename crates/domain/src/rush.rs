//! The rush of the day: thousands of servers are due in the same minute, and each of them is to be in time.
//!
//! Two things see to that. What can wait longest goes last: sends are taken in the order in which their tolerances end.
//! And a crowd that is due in the same minute spreads, each send to a place of its own within its tolerance, only as far
//! as the crowd is large: a lone server waits for nobody. Nothing ever goes out before it is due.

use chrono::TimeDelta;

use crate::send::Task;

/// The share of the allowed requests, in percent, that one crowd may take to itself: there is always more than one kind
/// of send, and people ask things meanwhile.
const SHARE: u32 = 50;
/// The share of its tolerance, in percent, over which a crowd spreads at most: the rest is for what goes wrong.
const WITHIN: i32 = 80;

/// How late a send may go out when there is a rush, and still be in time. The store orders by the same numbers
/// (`store::rush`, which a test holds against these).
#[must_use]
pub const fn tolerance(task: &Task) -> TimeDelta {
    TimeDelta::minutes(match task {
        // Somebody withdrew their words: as long as these stand there, their wish is not done.
        Task::Unpost { .. } => 1,
        Task::Post { .. } | Task::Event | Task::Close | Task::PostThanks { .. } => 5,
        Task::RosterCheck
        | Task::React { .. }
        | Task::AskConsent { .. }
        | Task::AskWhom { .. }
        | Task::AskToSave { .. }
        | Task::Report { .. }
        | Task::Nominated { .. } => 10,
        // Nobody waits for it at a minute.
        Task::Purge | Task::PurgeServer { .. } => 60,
        // Private messages and mails: digests, copies, invitations.
        _ => 30,
    })
}

/// How many requests a send takes: a private message opens its conversation first.
#[must_use]
pub const fn requests(tolerance: TimeDelta) -> u32 {
    if tolerance.num_minutes() >= 30 { 2 } else { 1 }
}

/// Over how long `crowd` sends of one tolerance, due at one instant, spread: as far as they need at their share of the
/// allowed requests, and never beyond their tolerance. Zero: they are so few that a second is enough for all.
#[must_use]
pub fn spread(crowd: u32, tolerance: TimeDelta, requests_per_second: u16) -> TimeDelta {
    let share = (u32::from(requests_per_second) * SHARE / 100).max(1);
    let needed = i64::from(crowd) * i64::from(requests(tolerance)) * 1000 / i64::from(share);
    if needed <= 1000 { TimeDelta::zero() } else { TimeDelta::milliseconds(needed).min(tolerance * WITHIN / 100) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Step;
    use crate::ids::UserId;

    #[test]
    fn a_crowd_spreads_as_far_as_it_needs() {
        let post = tolerance(&Task::Post { step: Step::Day });
        let digest = tolerance(&Task::Digest { manager: UserId(1), revision: 0 });
        let check = |crowd, tolerance, seconds| {
            assert_eq!(spread(crowd, tolerance, 50), TimeDelta::seconds(seconds), "{crowd} within {tolerance}");
        };
        check(0, post, 0);
        check(1, post, 0);
        check(25, post, 0);
        check(250, post, 10);
        check(5000, post, 200);
        check(20_000, post, 240);
        check(1, digest, 0);
        check(250, digest, 20);
        check(100_000, digest, 24 * 60);
        assert_eq!(spread(300, post, u16::MAX), TimeDelta::zero(), "who has no limit waits for nobody");
        assert_eq!(spread(2, post, 1), TimeDelta::seconds(2));
    }
}
