//! One beat: sends what is due, then updates the gateway's subscriptions.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::sync::{Mutex, mpsc, watch};

use crate::app::App;
use crate::discord::gateway::{GatewayEvent, Numbered, Received};
use crate::observe::metrics;
use crate::runtime::subscriptions::Subscriber;

/// How often it is noted until when every event was handled. After a restart the bot looks for what was said since
/// then; a note is one small write.
const MARK_MS: i64 = 30_000;

/// Does what is due.
#[derive(Clone)]
pub(super) struct Beat {
    pub(super) app: App,
    pub(super) subscriber: Subscriber,
    pub(super) one_at_a_time: Arc<Mutex<()>>,
    received: watch::Receiver<Received>,
    /// The lane of events. Weak, so that it closes when everything else has stopped.
    events: mpsc::WeakSender<Numbered>,
    /// When a mark was made last, by the time that has passed, in milliseconds.
    marked_ms: Arc<AtomicI64>,
}

impl Beat {
    pub(super) fn new(
        app: App,
        subscriber: Subscriber,
        received: watch::Receiver<Received>,
        events: mpsc::WeakSender<Numbered>,
    ) -> Self {
        let marked_ms = Arc::new(AtomicI64::new(app.elapsed().num_milliseconds() - MARK_MS));
        Self { app, subscriber, one_at_a_time: Arc::default(), received, events, marked_ms }
    }

    /// Does what is due now. Failures are logged and pass: the next beat tries again.
    pub(super) async fn once(&self) {
        let _turn = self.one_at_a_time.lock().await;
        self.beat().await;
        self.app.record_beat();
    }

    /// The same, but where a long beat is still running it only updates the subscriptions and makes a mark.
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

    /// Waits until something becomes due at once.
    pub(super) async fn until_due(&self) {
        self.app.wait_for_due_sends().await;
    }

    async fn beat(&self) {
        let done = self.app.run_due().await;
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
    }

    /// Puts a mark into the lane of events, behind all that was received: once it is handled, so is everything before
    /// it. None is made without a subscription, while the session has not caught up, or when the lane is full.
    fn mark(&self) {
        // Read before the checks: what was received by then is in the lane if nothing is held back after.
        let now = self.app.now();
        let elapsed_ms = self.app.elapsed().num_milliseconds();
        let since_ms = elapsed_ms - self.marked_ms.load(Ordering::Relaxed);
        if !self.subscriber.has_messages() || !self.received.borrow().caught_up || since_ms < MARK_MS {
            return;
        }
        if let Some(events) = self.events.upgrade()
            && events.try_send((0, GatewayEvent::ReceivedUntil(now))).is_ok()
        {
            self.marked_ms.store(elapsed_ms, Ordering::Relaxed);
        }
    }
}
