//! Whether another program starts gateway sessions with this bot's token: Discord counts them by the day, and the count must
//! not fall faster than this process starts sessions.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::sync::{Mutex, watch};

use crate::discord::gateway::{Identified, Received};
use crate::discord::rest::{Rest, SessionStarts};
use crate::observe::metrics;

/// How often Discord is asked.
const LOOK_MS: i64 = 60 * 60 * 1000;

/// Compares Discord's count with this process's.
#[derive(Clone)]
pub(super) struct Starts {
    rest: Arc<Rest>,
    identified: Identified,
    last: Arc<Mutex<Last>>,
    others: Arc<AtomicU32>,
}

/// The last time that Discord was asked.
struct Last {
    seen: Seen,
    /// Whether this process held the gateway since then: others that share the database start sessions, too.
    holds: watch::Receiver<bool>,
}

/// What was counted, and when.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// In milliseconds of elapsed time.
    at_ms: i64,
    remaining: u32,
    /// When Discord begins to count anew.
    reset_ms: i64,
    identified: u32,
}

impl Seen {
    fn now(at_ms: i64, starts: SessionStarts, identified: u32) -> Self {
        let reset_ms = at_ms.saturating_add(i64::try_from(starts.reset_after).unwrap_or(i64::MAX));
        Self { at_ms, remaining: starts.remaining, reset_ms, identified }
    }

    /// How many sessions were started since `before` by someone else; 0 where Discord has begun to count anew.
    fn others_since(&self, before: &Self) -> u32 {
        if self.at_ms >= before.reset_ms {
            return 0;
        }
        let own = self.identified.saturating_sub(before.identified);
        before.remaining.saturating_sub(self.remaining).saturating_sub(own)
    }
}

impl Starts {
    /// `starts` is what Discord said at the start, at `at_ms` of elapsed time.
    pub(super) fn new(
        rest: Arc<Rest>,
        identified: Identified,
        holds: watch::Receiver<bool>,
        at_ms: i64,
        starts: SessionStarts,
    ) -> Self {
        let seen = Seen::now(at_ms, starts, identified.count());
        Self { rest, identified, last: Arc::new(Mutex::new(Last { seen, holds })), others: Arc::default() }
    }

    /// How many sessions of other programs were noticed so far. The metric of that name is the whole process's.
    pub(super) fn others(&self) -> u32 {
        self.others.load(Ordering::SeqCst)
    }

    /// Asks Discord if it is time to, and warns of sessions that are not this process's. While a session of this process
    /// is beginning it waits until the next beat: it may be counted here and not yet by Discord.
    pub(super) async fn look(&self, now_ms: i64, received: &watch::Receiver<Received>) {
        let Ok(mut last) = self.last.try_lock() else { return };
        let identified = self.identified.count();
        if now_ms.saturating_sub(last.seen.at_ms) < LOOK_MS || !received.borrow().caught_up {
            return;
        }
        let starts = match self.rest.session_starts().await {
            Ok(starts) => starts,
            Err(error) => {
                tracing::debug!(%error, "Discord could not be asked for the session starts; it is asked again");
                last.seen.at_ms = now_ms;
                return;
            }
        };
        if self.identified.count() != identified {
            return;
        }
        let seen = Seen::now(now_ms, starts, identified);
        let held = *last.holds.borrow() && !last.holds.has_changed().unwrap_or(true);
        last.holds.mark_unchanged();
        let others = seen.others_since(&last.seen);
        if others > 0 && held {
            self.others.fetch_add(others, Ordering::SeqCst);
            metrics::sessions_elsewhere(others);
            tracing::warn!(
                others,
                own = seen.identified.saturating_sub(last.seen.identified),
                remaining = seen.remaining,
                "another program starts gateway sessions with this bot's token: stop it, or reset the token in the \
                 developer portal and give it to no one else"
            );
        }
        last.seen = seen;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_others_start_counts() {
        let starts = |remaining| SessionStarts { total: 1000, remaining, reset_after: 1000, max_concurrency: 1 };
        let before = Seen::now(0, starts(900), 4);
        for (at_ms, remaining, identified, others) in [
            (10, 900, 4, 0),
            (10, 899, 5, 0),
            (10, 899, 6, 0),
            (10, 898, 5, 1),
            (10, 890, 4, 10),
            (10, 1000, 4, 0),
            (1000, 800, 4, 0),
        ] {
            let after = Seen::now(at_ms, starts(remaining), identified);
            assert_eq!(after.others_since(&before), others, "{after:?}");
        }
    }
}
