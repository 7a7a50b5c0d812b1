//! One beat: sends what is due, then updates the gateway's subscriptions.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use tokio::sync::{Mutex, mpsc, watch};

use crate::app::App;
use crate::app::clock_check::ClockState;
use crate::discord::gateway::{GatewayEvent, Numbered, Received};
use crate::discord::rest::Rest;
use crate::observe::metrics;
use crate::runtime::starts::Starts;
use crate::runtime::subscriptions::Subscriber;

/// How often to store until when every event was handled, which is one small write. After a restart the bot catches up
/// from there.
const MARK_MS: i64 = 30_000;

/// How often Discord is asked for its time while the clock is known to be wrong.
const ASK_MS: i64 = 30_000;
/// It was not asked since the clock was right.
const NEVER: i64 = i64::MIN;

/// How long a beat may make no progress. Everything in it has a limit of its own, and a send takes two minutes at most.
const STUCK: Duration = Duration::from_secs(180);

/// Does the work of one beat.
#[derive(Clone)]
pub(super) struct Beat {
    pub(super) app: App,
    rest: Arc<Rest>,
    pub(super) starts: Starts,
    pub(super) subscriber: Subscriber,
    pub(super) one_at_a_time: Arc<Mutex<()>>,
    received: watch::Receiver<Received>,
    /// The lane of events: weak, so that it closes once everything else has stopped.
    events: mpsc::WeakSender<Numbered>,
    /// When a marker was last sent, in milliseconds of elapsed time.
    marked_ms: Arc<AtomicI64>,
    /// When Discord was asked for its time last, in the same time.
    asked_ms: Arc<AtomicI64>,
    /// When it was asked whether it takes the token again.
    token_asked_ms: Arc<AtomicI64>,
}

impl Beat {
    pub(super) fn new(
        app: App,
        rest: Arc<Rest>,
        starts: Starts,
        subscriber: Subscriber,
        received: watch::Receiver<Received>,
        events: mpsc::WeakSender<Numbered>,
    ) -> Self {
        let marked_ms = Arc::new(AtomicI64::new(app.elapsed().num_milliseconds() - MARK_MS));
        Self {
            app,
            rest,
            starts,
            subscriber,
            one_at_a_time: Arc::default(),
            received,
            events,
            marked_ms,
            asked_ms: Arc::new(AtomicI64::new(NEVER)),
            token_asked_ms: Arc::new(AtomicI64::new(NEVER)),
        }
    }

    /// Does what is due now. Failures are logged and pass: the next beat tries again.
    pub(super) async fn once(&self) {
        let _turn = self.one_at_a_time.lock().await;
        self.beat().await;
        self.app.record_beat();
    }

    /// The same; while a long beat is still running, only updates the subscriptions and sends a marker.
    pub(super) async fn regular(&self) {
        if let Ok(_turn) = self.one_at_a_time.try_lock() {
            self.beat().await;
        } else {
            self.app.look_for_more();
            self.subscriber.update().await;
            self.mark();
        }
        self.app.record_beat();
    }

    /// Waits until something was added that is due now.
    pub(super) async fn until_due(&self) {
        self.app.wait_for_due_sends().await;
    }

    /// One beat. It is given up when it makes no progress: what it claimed is looked up and done by a later one.
    async fn beat(&self) {
        if unless_stuck(self.work(), || self.app.progress(), STUCK).await.is_none() {
            metrics::beat("given-up");
            tracing::error!("a beat made no progress for {} s and is given up; the next one goes on", STUCK.as_secs());
        }
    }

    async fn work(&self) {
        self.check_clock().await;
        self.check_token().await;
        let done = self.app.run_due().await;
        let done = match done {
            Ok(_) => self.app.mark_clock().await,
            Err(error) => Err(error),
        };
        metrics::beat(if done.is_ok() { "done" } else { "failed" });
        if let Err(error) = done {
            self.app.log_store_error(&error, "What is due could not be sent; the next beat tries again");
            // Nothing else would succeed.
            if self.app.database_problem().is_some() {
                return;
            }
        }
        self.subscriber.update().await;
        self.mark();
        self.starts.look(self.app.elapsed().num_milliseconds(), &self.received).await;
    }

    /// Asks Discord for its time where the clock is not right: it may be right again, or the machine slept.
    async fn check_clock(&self) {
        if self.app.clock_state() == ClockState::Right {
            self.asked_ms.store(NEVER, Ordering::Relaxed);
        } else {
            let now_ms = self.app.elapsed().num_milliseconds();
            let is_due = now_ms.saturating_sub(self.asked_ms.load(Ordering::Relaxed)) >= ASK_MS;
            if is_due || self.app.has_leapt() {
                self.asked_ms.store(now_ms, Ordering::Relaxed);
                if let Err(error) = self.rest.ask_time().await {
                    tracing::debug!(%error, "Discord could not be asked for its time; it is asked again");
                }
            }
        }
        self.app.report_clock();
    }

    /// Asks Discord again while it refuses the token: nothing else may be due that would show when it takes it.
    async fn check_token(&self) {
        if !self.app.is_token_refused() {
            return;
        }
        let now_ms = self.app.elapsed().num_milliseconds();
        if now_ms.saturating_sub(self.token_asked_ms.load(Ordering::Relaxed)) >= ASK_MS {
            self.token_asked_ms.store(now_ms, Ordering::Relaxed);
            if let Err(error) = self.rest.current_user().await {
                tracing::debug!(%error, "the token is still refused");
            }
        }
    }

    /// Sends a marker through the lane of events, after everything that was received: once the marker is handled, so is
    /// everything before it. Sends none without a subscription, while the session has not caught up, or if the lane is
    /// full.
    fn mark(&self) {
        // The time is read before the checks: what was received by then is in the lane, if the checks find that nothing
        // is held back.
        let now = self.app.now();
        let elapsed_ms = self.app.elapsed().num_milliseconds();
        let since_ms = elapsed_ms - self.marked_ms.load(Ordering::Relaxed);
        let hears = self.subscriber.has_messages() && !self.app.has_no_server();
        if !hears || !self.received.borrow().caught_up || since_ms < MARK_MS {
            return;
        }
        if let Some(events) = self.events.upgrade()
            && events.try_send((0, GatewayEvent::ReceivedUntil(now))).is_ok()
        {
            self.marked_ms.store(elapsed_ms, Ordering::Relaxed);
        }
    }
}

/// Does the work, unless it makes no progress for as long as the limit; then `None`.
async fn unless_stuck<T>(work: impl Future<Output = T>, progress: impl Fn() -> u64, limit: Duration) -> Option<T> {
    let stuck = async {
        loop {
            let before = progress();
            tokio::time::sleep(limit).await;
            if progress() == before {
                return;
            }
        }
    };
    tokio::select! {
        done = work => Some(done),
        () = stuck => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[tokio::test]
    async fn a_beat_that_stands_still_is_given_up_and_one_that_goes_on_is_not() {
        let short = Duration::from_millis(5);
        assert_eq!(unless_stuck(std::future::pending::<()>(), || 7, short).await, None);
        let steps = Cell::new(0);
        let long = async {
            for step in 1..=20 {
                steps.set(step);
                tokio::task::yield_now().await;
            }
            "done"
        };
        let progress = || {
            steps.set(steps.get() + 1);
            steps.get()
        };
        assert_eq!(unless_stuck(long, progress, short).await, Some("done"));
    }
}
