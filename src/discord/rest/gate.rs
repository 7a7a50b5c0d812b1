//! The global rate limit: a queue ordered by urgency.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use crate::discord::rest::pace::Pace;
use domain::urgency::Urgency;

/// Lets requests through, the most urgent first, each only when the global limit certainly allows it.
pub(super) struct Gate {
    line: Mutex<Line>,
    moved: Notify,
    opened: Instant,
}

struct Line {
    pace: Pace,
    /// The waiting requests, by urgency and then by arrival.
    waiting: BTreeSet<(Urgency, u64)>,
    tickets: u64,
    /// Set by a global 429: until then no request passes.
    closed_until: Option<Instant>,
}

/// A place in the queue, which a waiting request leaves when it is dropped.
struct Place<'a> {
    gate: &'a Gate,
    ticket: (Urgency, u64),
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.gate.line().waiting.remove(&self.ticket);
        self.gate.moved.notify_waiters();
    }
}

impl Gate {
    pub(super) fn new(per_second: u16) -> Self {
        let line = Line { pace: Pace::new(per_second), waiting: BTreeSet::new(), tickets: 0, closed_until: None };
        Self { line: Mutex::new(line), moved: Notify::new(), opened: Instant::now() }
    }

    /// Changes the limit.
    pub(super) fn set(&self, per_second: u16) {
        self.line().pace.set(per_second);
        self.moved.notify_waiters();
    }

    /// Closes the gate for as long as Discord asked.
    pub(super) fn close_for(&self, pause: Duration) {
        let until = Instant::now() + pause;
        let mut line = self.line();
        line.closed_until = line.closed_until.max(Some(until));
    }

    /// When the gate opens again, if it is closed.
    pub(super) fn closed_until(&self) -> Option<Instant> {
        self.line().closed_until.filter(|until| *until > Instant::now())
    }

    /// Waits in the queue until it may pass. Dropping the future leaves the queue.
    pub(super) async fn pass(&self, urgency: Urgency) {
        let ticket = {
            let mut line = self.line();
            line.tickets += 1;
            let ticket = (urgency, line.tickets);
            line.waiting.insert(ticket);
            ticket
        };
        let place = Place { gate: self, ticket };
        loop {
            // Registered before the check, so that no change is missed in between.
            let moved = self.moved.notified();
            tokio::pin!(moved);
            moved.as_mut().enable();
            let next = self.look(place.ticket);
            match next {
                Next::Through => return,
                Next::At(at) => tokio::select! {
                    () = sleep_until(at) => {}
                    () = moved => {}
                },
                Next::NotFirst => moved.await,
            }
        }
    }

    fn look(&self, ticket: (Urgency, u64)) -> Next {
        let mut line = self.line();
        if line.waiting.first() != Some(&ticket) {
            return Next::NotFirst;
        }
        let now = Instant::now();
        let since = now.duration_since(self.opened);
        let free = self.opened + line.pace.next(since, ticket.0);
        let at = line.closed_until.map_or(free, |until| free.max(until));
        if at > now {
            return Next::At(at);
        }
        line.pace.begin(since);
        Next::Through
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Next {
    Through,
    At(Instant),
    NotFirst,
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    impl Gate {
        async fn until_waiting(&self, how_many: usize) {
            while self.line().waiting.len() < how_many {
                tokio::task::yield_now().await;
            }
        }
    }

    #[tokio::test]
    async fn the_most_urgent_goes_first_and_then_whoever_came_first() {
        use Urgency::{Asked, Last, Later, Post};
        let gate = Arc::new(Gate::new(1000));
        gate.close_for(Duration::from_millis(50));
        let (passed, mut order) = tokio::sync::mpsc::unbounded_channel();
        for (n, urgency) in [Later, Last, Later, Post, Asked, Post].into_iter().enumerate() {
            let (task_gate, passed) = (Arc::clone(&gate), passed.clone());
            tokio::spawn(async move {
                task_gate.pass(urgency).await;
                passed.send((urgency, n)).unwrap();
            });
            gate.until_waiting(n + 1).await;
        }
        let mut seen = Vec::new();
        while seen.len() < 6 {
            seen.push(order.recv().await.unwrap());
        }
        assert_eq!(seen, [(Asked, 4), (Post, 3), (Post, 5), (Later, 0), (Later, 2), (Last, 1)]);
    }

    #[tokio::test]
    async fn one_who_gives_up_holds_up_nobody_and_a_closed_gate_opens_again() {
        let gate = Gate::new(1000);
        gate.close_for(Duration::from_hours(24));
        let gave_up = tokio::time::timeout(Duration::from_millis(1), gate.pass(Urgency::Asked)).await;
        assert!(gave_up.is_err() && gate.line().waiting.is_empty() && gate.closed_until().is_some());
        gate.line().closed_until = Some(Instant::now());
        gate.close_for(Duration::ZERO);
        gate.pass(Urgency::Last).await;
        assert!(gate.closed_until().is_none() && gate.line().waiting.is_empty());
    }
}
