//! When a failed send is retried.

use chrono::TimeDelta;

/// The first wait after a temporary failure.
const FIRST_S: i64 = 5;
/// The longest wait: after an outage, a campaign post must still go out well within its tolerance.
const LONGEST_S: i64 = 5 * 60;

/// How long to wait after the `attempts`-th try failed temporarily: 5 s, then doubling, up to five minutes.
#[must_use]
pub fn backoff(attempts: u32) -> TimeDelta {
    let doublings = attempts.saturating_sub(1).min(10);
    TimeDelta::seconds((FIRST_S << doublings).min(LONGEST_S))
}

/// How long to wait when someone has to change a permission first.
///
/// Ten minutes for the first two hours, then an hour: Discord counts refused requests against the bot, and after two
/// hours no one is likely to be working on it.
#[must_use]
pub const fn permission(attempts: u32) -> TimeDelta {
    if attempts <= 12 { TimeDelta::minutes(10) } else { TimeDelta::hours(1) }
}

/// How long to wait before a mail is retried, or what Discord refuses for a reason that passes: as for other sends at
/// first, but hourly from the second hour on. Mail servers expect long waits after a temporary error, and Discord counts
/// refused requests against the bot.
#[must_use]
pub fn passing(attempts: u32) -> TimeDelta {
    if attempts <= 24 { backoff(attempts) } else { TimeDelta::hours(1) }
}

/// How long to wait before something comes back that its reason has taken away `times` times already: not at first, then a
/// minute, doubling up to an hour. Someone who changes their mind again and again must not make the bot post and delete
/// without end; after the last change it is as they want it.
#[must_use]
pub fn coming_back(times: u32) -> TimeDelta {
    match times.checked_sub(COMES_BACK_AT_ONCE) {
        None => TimeDelta::zero(),
        Some(more) => TimeDelta::minutes((1 << more.min(6)).min(60)),
    }
}

/// How long to wait after a message that is looked at again could not be read `times` times: 30 s, then doubling. `None`
/// once it is passed over, after a quarter of an hour: others wait behind it.
#[must_use]
pub fn unread(times: u32) -> Option<TimeDelta> {
    (times < 6).then(|| TimeDelta::seconds(30 << times.saturating_sub(1)))
}

/// So often something comes back at once.
const COMES_BACK_AT_ONCE: u32 = 3;

/// How a send is tried after the process ended while it was under way, several times in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Care {
    /// As any other: it can happen to every send once.
    Usual,
    /// With nothing else under way: another send may have ended the process, or they needed too much memory together.
    Alone,
    /// Alone, and without the files for which a page is set.
    Light,
    /// It is looked up, and not sent again.
    LookUp,
    /// It is given up.
    Over,
}

impl Care {
    /// What follows when `lost` claims in a row ended without an outcome.
    #[must_use]
    pub const fn after(lost: u32) -> Self {
        match lost {
            0..LOST_TOGETHER => Self::Usual,
            LOST_TOGETHER => Self::Alone,
            3 => Self::Light,
            4 => Self::LookUp,
            _ => Self::Over,
        }
    }
}

/// After so many lost claims a send is tried alone.
pub const LOST_TOGETHER: u32 = 2;

/// From which try on the admins hear of a refusal that should pass by itself: it has lasted ten minutes then.
pub const PASSING_IS_TOLD_FROM: u32 = 8;

/// For how long a mail is retried.
pub const MAIL_GIVES_UP: TimeDelta = TimeDelta::days(3);

/// How long to wait when a person does not accept private messages.
pub const CLOSED_MESSAGES: TimeDelta = TimeDelta::days(1);
/// For how long that is tried where no one is told.
pub const QUIETLY_FOR: TimeDelta = TimeDelta::days(7);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lasts_ten_minutes_is_told() {
        let waited: TimeDelta = (1..PASSING_IS_TOLD_FROM).map(passing).sum();
        assert!((10..=11).contains(&waited.num_minutes()), "{waited}");
        assert_eq!(passing(25), TimeDelta::hours(1));
    }

    #[test]
    fn what_is_lost_again_and_again_is_tried_with_more_care_and_then_given_up() {
        let care: Vec<Care> = (0..7).map(Care::after).collect();
        assert!(care.is_sorted() && care[1] == Care::Usual && care[6] == Care::Over, "{care:?}");
        let alone = care.iter().position(|care| *care >= Care::Alone);
        assert_eq!(alone, usize::try_from(LOST_TOGETHER).ok());
    }

    #[test]
    fn what_goes_again_and_again_comes_back_ever_later_up_to_an_hour() {
        let minutes: Vec<i64> = [0, 2, 3, 4, 5, 8, 9, 1000].iter().map(|n| coming_back(*n).num_minutes()).collect();
        assert_eq!(minutes, [0, 0, 1, 2, 4, 32, 60, 60]);
    }

    #[test]
    fn what_cannot_be_read_is_asked_for_ever_more_seldom_and_then_passed_over() {
        let waits: Vec<i64> = (1..).map_while(unread).map(|wait| wait.num_seconds()).collect();
        assert_eq!(waits, [30, 60, 120, 240, 480]);
    }

    #[test]
    fn waits_double_up_to_five_minutes() {
        let seconds: Vec<i64> = [0, 1, 2, 3, 6, 7, 8, 1000].iter().map(|n| backoff(*n).num_seconds()).collect();
        assert_eq!(seconds, [5, 5, 10, 20, 160, 300, 300, 300]);
    }
}
