//! What is under way, by server and route, and which routes have used up their limit: so that no server has more than a
//! fair share of the workers while others wait, and no worker waits for a limit.
//!
//! This is in memory. After a crash nothing of it is left but sends that are due: the first of a route that still has to
//! wait finds out, and the others stay where they are.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

use crate::store::sends::Claim;
use crate::store::sharing::Share;
use domain::ids::GuildId;
use domain::send::Route;

/// The longest wait for which a send stays due. A longer one is stored with the send.
const SHORT: TimeDelta = TimeDelta::seconds(5);

/// The time of the plan, and that of requests.
pub(super) type Now = (DateTime<Utc>, Instant);

/// What this process has under way, and the routes that wait.
#[derive(Debug, Default)]
pub struct Sharing {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    under_way: BTreeMap<(GuildId, Route), u32>,
    closed: BTreeMap<Route, Opens>,
}

/// When a route opens again.
#[derive(Clone, Copy, Debug)]
enum Opens {
    /// Soon, and by the time in which requests are made: a clock that is set by hand does not move meanwhile.
    Soon(Instant),
    /// At this time.
    At(DateTime<Utc>),
}

impl Opens {
    fn is_past(self, (now, instant): Now) -> bool {
        match self {
            Self::Soon(at) => at <= instant,
            Self::At(at) => at <= now,
        }
    }
}

/// Counts a claim as under way until it is dropped.
#[derive(Debug)]
pub(super) struct UnderWay {
    sharing: Arc<Sharing>,
    of: (GuildId, Route),
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.sharing.state();
        if let Some(count) = state.under_way.get_mut(&self.of) {
            *count -= 1;
            if *count == 0 {
                state.under_way.remove(&self.of);
            }
        }
    }
}

impl Sharing {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a claim as under way.
    pub(super) fn begin(self: &Arc<Self>, claim: &Claim) -> UnderWay {
        let of = (claim.send().guild, Route::of(claim.send().guild, &claim.send().task));
        *self.state().under_way.entry(of).or_default() += 1;
        UnderWay { sharing: Arc::clone(self), of }
    }

    /// Closes a route for a wait. Returns when its send is due again.
    pub(super) fn close(&self, route: Route, wait: TimeDelta, (now, instant): Now) -> DateTime<Utc> {
        let (opens, due) = match wait.to_std() {
            Ok(short) if wait <= SHORT => (Opens::Soon(instant + short), now),
            _ => (Opens::At(now + wait), now + wait),
        };
        self.state().closed.insert(route, opens);
        due
    }

    /// What may be claimed now, for this many workers.
    pub(super) fn share(&self, workers: u32, now: Now) -> Share {
        let mut state = self.state();
        state.closed.retain(|_, opens| !opens.is_past(now));
        Share {
            under_way: state.under_way.clone(),
            closed: state.closed.keys().copied().collect(),
            ..Share::of_workers(workers)
        }
    }

    /// How long until the next route opens again after a short wait; `None` if none does.
    pub(super) fn opens_in(&self, instant: Instant) -> Option<Duration> {
        let state = self.state();
        let waits = state.closed.values().filter_map(|opens| match opens {
            Opens::Soon(at) => Some(at.saturating_duration_since(instant)),
            Opens::At(_) => None,
        });
        waits.min()
    }

    /// When the next route opens again.
    pub(super) fn next_opening(&self, (now, instant): Now) -> Option<DateTime<Utc>> {
        let state = self.state();
        let opens = state.closed.values().map(|opens| match opens {
            Opens::Soon(at) => now + at.saturating_duration_since(instant),
            Opens::At(at) => *at,
        });
        opens.filter(|at| *at > now).min()
    }
}
