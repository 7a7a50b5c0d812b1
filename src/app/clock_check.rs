//! The clock that the bot goes by, and whether what cannot be undone may be done by it.
//!
//! | the machine's clock | the bot goes by | closing, skipping and purging |
//! | --- | --- | --- |
//! | within two minutes of Discord's | the machine's clock | done |
//! | further from it | Discord's, which goes on by time that no one sets | held, and said once |
//! | further from it since Discord was heard last | Discord's, and nothing is sent until it is heard | held, and said once |
//! | Discord has not said its time yet; within a day after the last mark | the machine's clock | done |
//! | the same; before the last mark, or more than a day after it | the machine's clock | held, and said once |
//!
//! Each good answer of Discord says its time (the header `Date`). After a leap, or the sleep of a laptop, the two differ:
//! each beat then asks Discord anew. A mark is a note in the database of when the clock was right.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::{App, Result};
use crate::observe::metrics;
use crate::ports::Clock;
use crate::store::Store;

/// How far the machine's clock may be from Discord's. A crowd of sends is spread over more.
const TOLERANCE: TimeDelta = TimeDelta::minutes(2);
/// How long the bot may have been off, for as long as Discord has not said its time.
const LEAP: TimeDelta = TimeDelta::days(1);
/// An answer that took longer says too little of the present time.
const SLOW: TimeDelta = TimeDelta::seconds(30);

/// The note of when the clock was right, and how old it gets.
const MARK: &str = "clock-was-right";
const MARK_EVERY: TimeDelta = TimeDelta::minutes(10);

/// The machine's clock, held against Discord's.
pub struct CheckedClock {
    machine: Arc<dyn Clock>,
    known: Mutex<Known>,
}

#[derive(Clone, Copy, Default)]
struct Known {
    discord: Option<Heard>,
    /// When the clock was right.
    mark: Option<DateTime<Utc>>,
}

/// What Discord said last.
#[derive(Clone, Copy)]
struct Heard {
    time: DateTime<Utc>,
    /// At which [`Clock::elapsed`].
    elapsed: TimeDelta,
    /// How far the machine's clock was ahead then.
    ahead: TimeDelta,
}

/// Whether the machine's clock is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// As far as the bot knows.
    Right,
    /// It is ahead of Discord's by this, or behind it.
    WrongBy(TimeDelta),
    /// It leapt by this since Discord said its time: it was set, or the machine slept as long. Only Discord knows which.
    LeaptBy(TimeDelta),
    /// It leapt while the bot was off, and Discord has not said its time.
    Unconfirmed,
}

impl CheckedClock {
    /// Nothing is known of Discord's time yet; `mark` is when the clock was right before this start.
    #[must_use]
    pub fn new(machine: Arc<dyn Clock>, mark: Option<DateTime<Utc>>) -> Self {
        Self { machine, known: Mutex::new(Known { discord: None, mark }) }
    }

    /// Discord said that this was the time, in an answer to a request that was sent at that [`Clock::elapsed`].
    pub fn hear(&self, discord: DateTime<Utc>, asked: TimeDelta) {
        let elapsed = self.elapsed();
        if elapsed - asked <= SLOW {
            self.known().discord = Some(Heard { time: discord, elapsed, ahead: self.machine.now() - discord });
        }
    }

    /// Whether the clock is right, as far as is known now.
    #[must_use]
    pub fn state(&self) -> ClockState {
        let Known { discord, mark } = *self.known();
        match discord.zip(self.ahead_by()) {
            Some((_, ahead)) if ahead.abs() <= TOLERANCE => ClockState::Right,
            Some((heard, ahead)) if (ahead - heard.ahead).abs() > TOLERANCE => ClockState::LeaptBy(ahead - heard.ahead),
            Some((_, ahead)) => ClockState::WrongBy(ahead),
            None if mark.is_none_or(|mark| (mark - TOLERANCE..=mark + LEAP).contains(&self.machine.now())) => {
                ClockState::Right
            }
            None => ClockState::Unconfirmed,
        }
    }

    /// By how much the machine's clock is ahead of Discord's, if that is known.
    #[must_use]
    pub fn ahead_by(&self) -> Option<TimeDelta> {
        Some(self.machine.now() - self.reckoned()?)
    }

    fn mark_is_old(&self) -> bool {
        let (now, mark) = (self.now(), self.known().mark);
        mark.is_none_or(|mark| (now - mark).abs() >= MARK_EVERY)
    }

    fn mark(&self, now: DateTime<Utc>) {
        self.known().mark = Some(now);
    }

    /// Discord's present time, as far as is known.
    fn reckoned(&self) -> Option<DateTime<Utc>> {
        let heard = self.known().discord?;
        Some(heard.time + (self.elapsed() - heard.elapsed))
    }

    /// The latest that it may be: after a leap, what lasted until earlier may be over.
    pub(super) fn latest(&self) -> DateTime<Utc> {
        match self.state() {
            ClockState::LeaptBy(leap) => self.now() + leap.max(TimeDelta::zero()),
            _ => self.now(),
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Whether the clock is right, as far as is known now.
    #[must_use]
    pub fn clock_state(&self) -> ClockState {
        self.parts.clock.state()
    }

    /// Whether the clock leapt and Discord was not heard since then.
    #[must_use]
    pub fn has_leapt(&self) -> bool {
        matches!(self.clock_state(), ClockState::LeaptBy(_))
    }

    /// Says once when the clock turned out to be wrong, and once when it is right again.
    pub fn report_clock(&self) {
        let state = self.clock_state();
        let ahead = self.parts.clock.ahead_by().unwrap_or_default();
        metrics::clock(ahead, state != ClockState::Right);
        let before = std::mem::replace(&mut *self.parts.told.lock().unwrap_or_else(PoisonError::into_inner), state);
        self.parts.outages.note_clock(state, self.now());
        match state {
            ClockState::Right if before != state => {
                tracing::info!("the clock is right again; closing, skipping and purging go on");
            }
            ClockState::WrongBy(_) if !matches!(before, ClockState::WrongBy(_)) => tracing::error!(
                ahead_s = ahead.num_seconds(),
                "this machine's clock is not Discord's: set it. Meanwhile the bot goes by Discord's, and closes, skips and \
                 purges nothing"
            ),
            ClockState::LeaptBy(leap) if !matches!(before, ClockState::LeaptBy(_)) => tracing::warn!(
                by_s = leap.num_seconds(),
                "this machine's clock was set, or the machine slept, and Discord does not say its time: nothing is sent \
                 until it does"
            ),
            ClockState::Unconfirmed if before != state => tracing::error!(
                "this machine's clock leapt by more than a day, or back, since the bot was last up, and Discord has not \
                 said its time: until then the bot closes, skips and purges nothing"
            ),
            _ => {}
        }
    }

    /// Notes in the database that the clock is right, every few minutes.
    ///
    /// # Errors
    /// The database failed; the next beat tries again.
    pub async fn mark_clock(&self) -> Result<()> {
        if self.clock_state() == ClockState::Right && self.parts.clock.mark_is_old() {
            let now = self.now();
            self.store().remember(MARK, &now.timestamp_millis().to_string()).await?;
            self.parts.clock.mark(now);
        }
        Ok(())
    }
}

/// When the clock was right last, as the database has it.
///
/// # Errors
/// The database failed.
pub async fn last_mark(store: &Store) -> Result<Option<DateTime<Utc>>> {
    let text = store.recall(MARK).await?;
    Ok(text.and_then(|text| text.parse().ok()).and_then(DateTime::from_timestamp_millis))
}

impl Clock for CheckedClock {
    fn now(&self) -> DateTime<Utc> {
        let machine = self.machine.now();
        self.reckoned().filter(|reckoned| (machine - *reckoned).abs() > TOLERANCE).unwrap_or(machine)
    }

    fn elapsed(&self) -> TimeDelta {
        self.machine.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::clock::Manual;

    fn noon() -> DateTime<Utc> {
        "2027-01-25T12:00:00Z".parse().expect("an instant")
    }

    fn clock(mark: Option<DateTime<Utc>>) -> (Arc<Manual>, CheckedClock) {
        let machine = Arc::new(Manual::at(noon()));
        let clock = CheckedClock::new(Arc::clone(&machine) as Arc<dyn Clock>, mark);
        (machine, clock)
    }

    #[test]
    fn a_wrong_clock_is_not_gone_by_in_either_direction() {
        let (machine, clock) = clock(None);
        clock.hear(noon(), clock.elapsed());
        for minutes in [3, -3, 60, -60, 24 * 60, -31 * 24 * 60, 366 * 24 * 60, -57 * 366 * 24 * 60] {
            let wrong = TimeDelta::minutes(minutes);
            machine.be_wrong_by(wrong);
            assert_eq!((clock.now(), clock.state()), (noon(), ClockState::LeaptBy(wrong)));
            machine.be_wrong_by(TimeDelta::zero());
            assert_eq!((clock.now(), clock.state()), (noon(), ClockState::Right));
        }
        for seconds in [30, -30, 120, -120] {
            machine.be_wrong_by(TimeDelta::seconds(seconds));
            assert_eq!((clock.now(), clock.state()), (noon() + TimeDelta::seconds(seconds), ClockState::Right));
        }
        // Known to be wrong, it is no reason to think that leases are over.
        machine.be_wrong_by(TimeDelta::days(31));
        clock.hear(noon(), clock.elapsed());
        assert_eq!((clock.latest(), clock.state()), (noon(), ClockState::WrongBy(TimeDelta::days(31))));
        // Discord's time goes on by itself.
        machine.be_wrong_by(TimeDelta::days(-31));
        machine.set(noon() + TimeDelta::hours(5));
        assert_eq!(clock.now(), noon() + TimeDelta::hours(5));
    }

    #[test]
    fn a_machine_that_slept_is_right_once_discord_says_so() {
        let (machine, clock) = clock(None);
        clock.hear(noon(), clock.elapsed());
        // Time that no one sets stands still meanwhile.
        machine.be_wrong_by(TimeDelta::hours(3));
        assert_eq!(clock.state(), ClockState::LeaptBy(TimeDelta::hours(3)));
        assert_eq!((clock.now(), clock.latest()), (noon(), noon() + TimeDelta::hours(3)), "leases may be over");
        clock.hear(noon() + TimeDelta::hours(3), clock.elapsed());
        assert_eq!((clock.now(), clock.state()), (noon() + TimeDelta::hours(3), ClockState::Right));
    }

    #[test]
    fn an_answer_that_came_late_says_nothing_of_the_time() {
        let (machine, clock) = clock(None);
        let asked = clock.elapsed();
        machine.set(noon() + TimeDelta::hours(3));
        clock.hear(noon(), asked);
        assert_eq!((clock.state(), clock.ahead_by()), (ClockState::Right, None));
    }

    #[test]
    fn without_discords_time_the_last_mark_decides() {
        let check = |since_mark: TimeDelta, expected: ClockState| {
            let (_, clock) = clock(Some(noon() - since_mark));
            assert_eq!((clock.state(), clock.now()), (expected, noon()), "{since_mark}");
        };
        check(TimeDelta::hours(23), ClockState::Right);
        check(TimeDelta::hours(25), ClockState::Unconfirmed);
        check(TimeDelta::minutes(-1), ClockState::Right);
        check(TimeDelta::minutes(-3), ClockState::Unconfirmed);
        let (_, clock) = clock(Some(noon() - TimeDelta::days(300)));
        clock.hear(noon(), clock.elapsed());
        assert_eq!(clock.state(), ClockState::Right, "an outage of months is no reason to wait for ever");
    }
}
