//! Time and randomness: the only place that reads the system's clock, and a clock that is set by hand.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};

use crate::ports::{Clock, Entropy};

/// The machine's clock and its source of randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Clock for System {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the system's clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn elapsed(&self) -> TimeDelta {
        static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
        TimeDelta::from_std(FIRST.elapsed()).unwrap_or(TimeDelta::MAX)
    }
}

impl Entropy for System {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the system is asked for randomness")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("a machine without randomness can keep no secret, so nothing may go on");
    }
}

/// A clock that stands still until it is set: a year can be rehearsed in seconds. Setting it lets time pass; it can also
/// be wrong, as a machine's clock can.
#[derive(Debug)]
pub struct Manual {
    unix_ms: AtomicI64,
    wrong_by_ms: AtomicI64,
}

impl Manual {
    /// A clock that shows `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self { unix_ms: AtomicI64::new(now.timestamp_millis()), wrong_by_ms: AtomicI64::new(0) }
    }

    /// Lets time pass until `now`. It never goes back: an earlier time leaves it as it is.
    pub fn set(&self, now: DateTime<Utc>) {
        self.unix_ms.fetch_max(now.timestamp_millis(), Ordering::SeqCst);
    }

    /// The right time, which is what was set.
    #[must_use]
    pub fn right(&self) -> DateTime<Utc> {
        instant(self.unix_ms.load(Ordering::SeqCst))
    }

    /// Has the clock show another time than the right one from now on, until zero is given.
    pub fn be_wrong_by(&self, difference: TimeDelta) {
        self.wrong_by_ms.store(difference.num_milliseconds(), Ordering::SeqCst);
    }
}

fn instant(unix_ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(unix_ms).expect("it was set from a valid instant")
}

impl Clock for Manual {
    fn now(&self) -> DateTime<Utc> {
        instant(self.unix_ms.load(Ordering::SeqCst) + self.wrong_by_ms.load(Ordering::SeqCst))
    }

    fn elapsed(&self) -> TimeDelta {
        TimeDelta::milliseconds(self.unix_ms.load(Ordering::SeqCst))
    }
}
