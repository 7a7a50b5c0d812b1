//! Keeps the gateway's subscriptions up to date with the open windows.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Mutex, watch};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::discord::context::Me;
use crate::discord::gateway::Subscriptions;
use crate::discord::inbound::subscriptions;
use domain::away::Contents;

/// The pause after an update, as a multiple of the update's duration. On the day thousands of posts go out within
/// minutes, each of which calls for an update, and with thousands of servers an update takes a while.
const PAUSE_FACTOR: u32 = 4;
/// How long the subscriptions hold where nothing says that they changed.
const MAX_AGE: TimeDelta = TimeDelta::minutes(1);

/// Updates the subscriptions.
#[derive(Clone)]
pub(super) struct Subscriber {
    app: App,
    pub(super) me: watch::Receiver<Me>,
    subscriptions: watch::Sender<Subscriptions>,
    last: Arc<Mutex<LastUpdate>>,
}

/// What the last update was made from, and until when it surely holds.
struct LastUpdate {
    changes: watch::Receiver<u64>,
    me: watch::Receiver<Me>,
    until: Option<DateTime<Utc>>,
}

impl LastUpdate {
    fn is_outdated(&self, now: DateTime<Utc>) -> bool {
        let changed = |changed: Result<bool, watch::error::RecvError>| changed.unwrap_or(true);
        changed(self.changes.has_changed())
            || changed(self.me.has_changed())
            || self.until.is_none_or(|until| until <= now)
    }
}

impl Subscriber {
    pub(super) fn new(app: App, me: watch::Receiver<Me>, subscriptions: watch::Sender<Subscriptions>) -> Self {
        let last = LastUpdate { changes: app.needed_events_changes(), me: me.clone(), until: None };
        Self { app, me, subscriptions, last: Arc::new(Mutex::new(last)) }
    }

    /// Whether messages are subscribed to.
    pub(super) fn has_messages(&self) -> bool {
        self.subscriptions.borrow().messages
    }

    /// Updates whenever something changes, until cancelled.
    pub(super) async fn follow(self, cancel: CancellationToken) {
        let mut changes = self.app.needed_events_changes();
        let mut me = self.me.clone();
        loop {
            tokio::select! {
                changed = changes.changed() => if changed.is_err() { return },
                changed = me.changed() => if changed.is_err() { return },
                () = cancel.cancelled() => return,
            }
            let began = tokio::time::Instant::now();
            self.update().await;
            tokio::select! {
                () = tokio::time::sleep(began.elapsed() * PAUSE_FACTOR) => {}
                () = cancel.cancelled() => return,
            }
        }
    }

    /// Updates if anything may have changed: with thousands of servers it takes a while to ask for all.
    pub(super) async fn update(&self) {
        let mut last = self.last.lock().await;
        let now = self.app.now();
        if !last.is_outdated(now) {
            return;
        }
        if let Err(error) = self.app.begin_receiving().await {
            self.app.log_store_error(
                &error,
                "A campaign's window opened and could not be noted; the next beat tries again",
            );
            last.until = None;
            return;
        }
        // Marked as seen before the database is asked: a change meanwhile leads to another update.
        last.changes.borrow_and_update();
        let me = last.me.borrow_and_update().clone();
        last.until = None;
        let needed = match self.app.needed_events().await {
            Ok(needed) => needed,
            Err(error) => return self.app.log_store_error(&error, "The subscriptions could not be read"),
        };
        last.until = Some(needed.until.map_or(now + MAX_AGE, |until| until.min(now + MAX_AGE)));
        let needed = subscriptions(&needed, &me);
        let has_new_server = !needed.guilds.is_subset(&self.subscriptions.borrow().guilds);
        if has_new_server
            && needed.content
            && me.contents == Contents::Withheld
            && let Err(error) = self.app.report_refused_intent().await
        {
            self.app.log_store_error(&error, "The admins could not be told that the hashtag is not seen");
        }
        self.subscriptions.send_if_modified(|before| {
            let changed = *before != needed;
            *before = needed;
            changed
        });
    }
}
