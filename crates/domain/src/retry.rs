//! When a send that did not go out is tried again.

use chrono::TimeDelta;

/// The first wait after a failure that may pass by itself.
const FIRST_S: i64 = 5;
/// The longest wait: a campaign post must still come well within its tolerance when an outage ends.
const LONGEST_S: i64 = 5 * 60;

/// How long to wait after the `attempts`-th try failed for a reason that may pass by itself: 5 s, then doubling, up
/// to five minutes.
#[must_use]
pub fn backoff(attempts: u32) -> TimeDelta {
    let doublings = attempts.saturating_sub(1).min(10);
    TimeDelta::seconds((FIRST_S << doublings).min(LONGEST_S))
}

/// How long to wait when somebody has to change a permission first.
///
/// Ten minutes for the first two hours, then one hour: refusals count against the bot at Discord, and what is refused
/// for that long waits for somebody who is not looking.
#[must_use]
pub const fn permission(attempts: u32) -> TimeDelta {
    if attempts <= 12 { TimeDelta::minutes(10) } else { TimeDelta::hours(1) }
}

/// How long to wait before the next try of a mail: as for every send, and from the second hour on once an hour, because
/// a mail server that says "later" means that.
#[must_use]
pub fn mail(attempts: u32) -> TimeDelta {
    if attempts <= 24 { backoff(attempts) } else { TimeDelta::hours(1) }
}

/// For how long a mail is tried: what is not taken in three days waits for somebody who is not looking.
pub const MAIL_GIVES_UP: TimeDelta = TimeDelta::days(3);

/// How long to wait when somebody's private messages are closed.
pub const CLOSED_MESSAGES: TimeDelta = TimeDelta::days(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_five_minutes() {
        let seconds: Vec<i64> = [0, 1, 2, 3, 6, 7, 8, 1000].iter().map(|n| backoff(*n).num_seconds()).collect();
        assert_eq!(seconds, [5, 5, 10, 20, 160, 300, 300, 300]);
    }
}
