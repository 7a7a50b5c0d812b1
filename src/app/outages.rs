//! When something of the bot's own did not work last, so that what was due then and is skipped is reported with its true
//! cause. Kept in memory: a process that was not running when something was due was away.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::app::clock_check::ClockState;
use domain::send::HeldBy;

/// The end of the last outage of each kind.
#[derive(Default)]
pub(super) struct Outages(Mutex<Known>);

#[derive(Default)]
struct Known {
    ended: Vec<(HeldBy, DateTime<Utc>)>,
    is_time_unknown: bool,
}

impl Outages {
    /// Something works again that had not.
    pub(super) fn ended(&self, what: HeldBy, at: DateTime<Utc>) {
        let mut known = self.known();
        known.ended.retain(|(other, _)| *other != what);
        known.ended.push((what, at));
    }

    /// Notes when the time is known again: what was due before was not even seen. While the clock is wrong and Discord's
    /// time is known, everything goes out by that.
    pub(super) fn note_clock(&self, state: ClockState, now: DateTime<Utc>) {
        let was_unknown = std::mem::replace(&mut self.known().is_time_unknown, state == ClockState::Unconfirmed);
        if was_unknown && state != ClockState::Unconfirmed {
            self.ended(HeldBy::Clock, now);
        }
    }

    /// What did not work when something was due then that has not gone out since.
    pub(super) fn over(&self, due: DateTime<Utc>) -> Option<HeldBy> {
        self.known().ended.iter().find(|(_, end)| *end >= due).map(|(what, _)| *what)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn what_was_due_before_something_worked_again_was_held_back_by_it() {
        let noon: DateTime<Utc> = "2027-01-25T12:00:00Z".parse().unwrap();
        let hour = TimeDelta::hours(1);
        let outages = Outages::default();
        assert_eq!(outages.over(noon), None);
        outages.ended(HeldBy::Database, noon);
        assert_eq!(outages.over(noon - hour), Some(HeldBy::Database));
        assert_eq!(outages.over(noon + hour), None, "that was later");
        for state in [ClockState::Right, ClockState::WrongBy(hour), ClockState::LeaptBy(hour), ClockState::Unconfirmed]
        {
            outages.note_clock(state, noon + hour * 2);
            assert_eq!(outages.over(noon + hour), None, "{state:?}: nothing was held back, or still is");
        }
        outages.note_clock(ClockState::WrongBy(hour), noon + hour * 3);
        assert_eq!(outages.over(noon + hour), Some(HeldBy::Clock), "the time is known, whatever the machine says");
    }
}
