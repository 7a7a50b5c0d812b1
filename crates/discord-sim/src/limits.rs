//! Rate limits: a window of real time for each route, and one for all requests together.

use std::collections::HashMap;

use tokio::time::Instant;

use crate::options::RateLimit;

/// The windows that are open.
#[derive(Default)]
pub(crate) struct Limits {
    pub(crate) routes: HashMap<String, Window>,
    pub(crate) all: Option<Window>,
    /// Until when a fault's 429 asked to wait, by route with its major parameter; `*` is the global limit.
    pub(crate) waits: HashMap<String, Instant>,
}

/// A window of time, and how much of it was used.
pub(crate) struct Window {
    pub(crate) opened: Instant,
    pub(crate) used: u32,
}

impl Window {
    /// One more request: how many are left and how many seconds until the window closes, or only the latter.
    pub(crate) fn take(slot: &mut Self, limit: RateLimit, now: Instant) -> Result<(u32, f64), f64> {
        if now.duration_since(slot.opened) >= limit.per {
            *slot = Self { opened: now, used: 0 };
        }
        let left_s = limit.per.saturating_sub(now.duration_since(slot.opened)).as_secs_f64();
        if slot.used >= limit.requests {
            return Err(left_s);
        }
        slot.used += 1;
        Ok((limit.requests - slot.used, left_s))
    }
}
