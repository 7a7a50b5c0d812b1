//! Time and randomness: the only place that reads the system's clock, and a clock that is set by hand.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

use crate::ports::{Clock, Entropy};

/// The machine's clock and its source of randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Clock for System {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the system's clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

impl Entropy for System {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the system is asked for randomness")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("a machine without randomness can keep no secret, so nothing may go on");
    }
}

/// A clock that stands still until it is set: a year can be rehearsed in seconds.
#[derive(Debug)]
pub struct Manual {
    unix_ms: AtomicI64,
}

impl Manual {
    /// A clock that shows `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self { unix_ms: AtomicI64::new(now.timestamp_millis()) }
    }

    /// Sets the clock. It never goes back: an earlier time leaves it as it is.
    pub fn set(&self, now: DateTime<Utc>) {
        self.unix_ms.fetch_max(now.timestamp_millis(), Ordering::SeqCst);
    }
}

impl Clock for Manual {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.unix_ms.load(Ordering::SeqCst)).expect("it was set from a valid instant")
    }
}
