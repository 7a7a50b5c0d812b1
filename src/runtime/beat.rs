//! The heart that the scheduler beats: what is due is done, and the ears are turned.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Mutex, mpsc, watch};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::discord::context::Me;
use crate::discord::gateway::{GatewayEvent, Numbered, Progress, Wanted};
use crate::discord::inbound::wanted;
use crate::observe::metrics;
use domain::away::Contents;

/// How long the ears rest after they were turned, for the time that it took.
const EARS_PAUSE: u32 = 4;
/// For how long nobody asks again where something may be said, when nothing tells that it changed.
const EARS_HOLD: TimeDelta = TimeDelta::minutes(1);

/// Keeps the gateway listening to what is worth hearing.
pub(super) async fn follow_ears(beat: Beat, cancel: CancellationToken) {
    let mut changes = beat.app.subscription_changes();
    let mut me = beat.me.clone();
    loop {
        tokio::select! {
            changed = changes.changed() => if changed.is_err() { return },
            changed = me.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
        let began = tokio::time::Instant::now();
        beat.listen().await;
        // What changes meanwhile is heard in one go: on the day thousands of posts go out within minutes, and with as
        // many servers it takes a moment to find out. With few it takes none, and so does the pause.
        tokio::select! {
            () = tokio::time::sleep(began.elapsed() * EARS_PAUSE) => {}
            () = cancel.cancelled() => return,
        }
    }
}

/// One beat of the heart: what is due is done, and the ears are turned to where something may be said.
#[derive(Clone)]
pub struct Beat {
    pub(super) app: App,
    pub(super) me: watch::Receiver<Me>,
    wanted: watch::Sender<Wanted>,
    turned: Arc<Mutex<Turned>>,
    pub(super) one_at_a_time: Arc<Mutex<()>>,
    progress: watch::Receiver<Progress>,
    /// The lane of events. Weak, so that the heart does not keep it open when everything else has stopped.
    events: mpsc::WeakSender<Numbered>,
    /// When it was marked last how far everything was heard, in unix milliseconds.
    marked: Arc<AtomicI64>,
}

/// To what the ears were turned last, and until when that surely holds.
struct Turned {
    changes: watch::Receiver<u64>,
    me: watch::Receiver<Me>,
    until: Option<DateTime<Utc>>,
}

impl Turned {
    /// Whether something may be said somewhere else by now.
    fn is_over(&self, now: DateTime<Utc>) -> bool {
        let changed = |changed: Result<bool, watch::error::RecvError>| changed.unwrap_or(true);
        changed(self.changes.has_changed())
            || changed(self.me.has_changed())
            || self.until.is_none_or(|until| until <= now)
    }
}

/// How often it is marked how far everything was heard. A restart looks for what was said since the mark; a mark is one
/// small write.
const MARK_MS: i64 = 30_000;

impl Beat {
    pub(super) fn new(
        app: App,
        me: watch::Receiver<Me>,
        wanted: watch::Sender<Wanted>,
        progress: watch::Receiver<Progress>,
        events: mpsc::WeakSender<Numbered>,
    ) -> Self {
        let turned = Turned { changes: app.subscription_changes(), me: me.clone(), until: None };
        Self {
            app,
            me,
            wanted,
            turned: Arc::new(Mutex::new(turned)),
            one_at_a_time: Arc::default(),
            progress,
            events,
            marked: Arc::default(),
        }
    }

    /// Does what is due now. Failures are logged and pass: the next beat tries again.
    pub async fn once(&self) {
        let _turn = self.one_at_a_time.lock().await;
        self.beat().await;
    }

    /// Does what is due now, unless a beat that takes long is doing so already. The ears are turned all the same, and
    /// what was heard is marked.
    pub async fn regular(&self) {
        if let Ok(_turn) = self.one_at_a_time.try_lock() {
            return self.beat().await;
        }
        self.app.look_for_more();
        self.listen().await;
        self.mark();
    }

    async fn beat(&self) {
        let done = self.app.run_due().await;
        metrics::beat(if done.is_ok() { "done" } else { "failed" });
        if let Err(error) = done {
            self.app.log_store_error(&error, "What is due could not be done; it is tried again at the next beat");
            // Nothing else would succeed.
            if self.app.trouble().is_some() {
                return;
            }
        }
        self.listen().await;
        self.mark();
    }

    /// Marks how far everything was heard, while there is something to hear and a session that tells all of it. The mark
    /// goes through the lane behind what was told before it, and is not made when the lane is full, or while the socket
    /// holds back what has no room in it.
    fn mark(&self) {
        // Read first: whatever was told by then is in the lane if nothing is held back after.
        let now = self.app.now();
        let since = now.timestamp_millis() - self.marked.load(Ordering::Relaxed);
        if !self.wanted.borrow().messages || !self.progress.borrow().hears || since < MARK_MS {
            return;
        }
        if let Some(events) = self.events.upgrade()
            && events.try_send((0, GatewayEvent::ToldBy(now))).is_ok()
        {
            self.marked.store(now.timestamp_millis(), Ordering::Relaxed);
        }
    }

    /// Waits until somebody rings.
    pub async fn until_rung(&self) {
        self.app.until_due_rings().await;
    }

    /// Turns the ears, if anything may have changed: with thousands of servers it takes a while to ask for all.
    async fn listen(&self) {
        let mut turned = self.turned.lock().await;
        let now = self.app.now();
        if !turned.is_over(now) {
            return;
        }
        if let Err(error) = self.app.begin_receiving().await {
            self.app
                .log_store_error(&error, "A window that opened could not be noted; it is tried again at the next beat");
            turned.until = None;
            return;
        }
        // Marked before the database is asked: what changes meanwhile is heard the next time.
        turned.changes.borrow_and_update();
        let me = turned.me.borrow_and_update().clone();
        turned.until = None;
        let ears = match self.app.subscriptions().await {
            Ok(ears) => ears,
            Err(error) => return self.app.log_store_error(&error, "It could not be found out what to listen to"),
        };
        turned.until = Some(ears.until.map_or(now + EARS_HOLD, |until| until.min(now + EARS_HOLD)));
        let now_wanted = wanted(&ears, &me);
        let has_new_server = !now_wanted.listening.is_subset(&self.wanted.borrow().listening);
        if has_new_server
            && now_wanted.content
            && me.contents == Contents::Withheld
            && let Err(error) = self.app.report_refused_intent().await
        {
            self.app.log_store_error(&error, "The admins could not be told that the hashtag is not heard");
        }
        self.wanted.send_if_modified(|before| {
            let changed = *before != now_wanted;
            *before = now_wanted;
            changed
        });
    }
}
