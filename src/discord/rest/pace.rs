//! How fast requests may follow each other, and in which order. Pure: the time is an argument.
//!
//! Discord counts requests by its own clock, in windows whose start is unknown, and requests arrive at other intervals
//! than they were sent. So 50 within one second of our clock can be too many. Instead, no span of [`WINDOW`], a second
//! plus the variation of travel times, has more requests than the limit; then no second that Discord counts has more.

use std::collections::VecDeque;
use std::time::Duration;

use domain::urgency::Urgency;

/// No span of this length has more requests than allowed: Discord's second, and a quarter for requests that overtake
/// each other.
pub const WINDOW: Duration = Duration::from_millis(1250);

/// The share of a window, in percent, up to which less urgent requests may use it; the rest is reserved for more urgent
/// ones.
const fn share(urgency: Urgency) -> usize {
    match urgency {
        Urgency::Asked => 100,
        Urgency::Withdrawal | Urgency::Post => 90,
        Urgency::Soon => 85,
        Urgency::Later => 80,
        Urgency::Last => 50,
    }
}

/// The recent requests, and when the next may start. Instants are durations since a common start.
#[derive(Debug)]
pub struct Pace {
    per_second: usize,
    begun: VecDeque<Duration>,
}

impl Pace {
    /// A pace of at most `per_second`; zero counts as one.
    #[must_use]
    pub fn new(per_second: u16) -> Self {
        Self { per_second: usize::from(per_second.max(1)), begun: VecDeque::new() }
    }

    /// Changes the limit when the processes share it differently. Requests that were started still count.
    pub fn set(&mut self, per_second: u16) {
        self.per_second = usize::from(per_second.max(1));
    }

    /// When a request may start if no other starts before it.
    #[must_use]
    pub fn next(&self, now: Duration, urgency: Urgency) -> Duration {
        let most = (self.per_second * share(urgency) / 100).max(1);
        let recent = self.begun.iter().rev().take_while(|at| **at + WINDOW > now).count();
        // The excess requests must have left the window.
        let free = match recent.checked_sub(most) {
            Some(over) => self.begun[self.begun.len() - recent + over] + WINDOW,
            None => now,
        };
        // Requests that are not urgent are spaced evenly, so that they do not fill a window at its start.
        let even = match (urgency, self.begun.back()) {
            (Urgency::Asked, _) | (_, None) => now,
            (_, Some(last)) => *last + WINDOW / u32::try_from(most).unwrap_or(u32::MAX),
        };
        free.max(even).max(now)
    }

    /// Records that a request starts.
    pub fn begin(&mut self, now: Duration) {
        while self.begun.front().is_some_and(|at| *at + WINDOW <= now) {
            self.begun.pop_front();
        }
        self.begun.push_back(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_lone_request_waits_for_nobody() {
        let pace = Pace::new(50);
        for urgency in Urgency::ALL.iter().copied() {
            assert_eq!(pace.next(Duration::from_secs(7), urgency), Duration::from_secs(7));
        }
    }

    #[test]
    fn whoever_asked_finds_room_behind_any_crowd() {
        let mut pace = Pace::new(50);
        let mut now = Duration::ZERO;
        for _ in 0..400 {
            now = pace.next(now, Urgency::Post);
            pace.begin(now);
            assert_eq!(pace.next(now, Urgency::Asked), now, "five of fifty are kept free");
        }
        let rate = 400.0 / now.as_secs_f64();
        assert!((35.0..=37.0).contains(&rate), "a crowd of posts goes at {rate} a second");
    }

    #[test]
    fn a_limit_of_one_lets_everybody_through_in_turn() {
        let mut pace = Pace::new(1);
        pace.begin(Duration::ZERO);
        for urgency in Urgency::ALL.iter().copied() {
            assert_eq!(pace.next(Duration::from_millis(100), urgency), WINDOW);
        }
    }

    proptest! {
        /// For any sequence of requests, no second has more than the limit, even as they arrive.
        #[test]
        fn no_second_holds_more_than_the_limit(
            per_second in 1u16..60,
            asked in prop::collection::vec((0..Urgency::ALL.len(), 0u64..200, 0u64..250), 1..400),
        ) {
            let mut pace = Pace::new(per_second);
            let mut now = Duration::ZERO;
            let mut arrived = Vec::new();
            for (urgency, pause_ms, journey_ms) in asked {
                now += Duration::from_millis(pause_ms / 10);
                let at = pace.next(now, Urgency::ALL[urgency]);
                prop_assert!(at >= now);
                pace.begin(at);
                now = at;
                arrived.push(at + Duration::from_millis(journey_ms));
            }
            arrived.sort();
            for window in arrived.windows(usize::from(per_second) + 1) {
                prop_assert!(window[usize::from(per_second)] - window[0] >= Duration::from_secs(1));
            }
        }
    }
}
