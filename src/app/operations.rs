//! What an operator's monitoring asks: is it alive, can it work, how much waits.

use std::sync::atomic::Ordering;

use chrono::{DateTime, TimeDelta};

use crate::app::{App, Result};
use crate::observe::metrics::{self, DatabaseCounts, Gateway};
use crate::store::Trouble;

/// After so long without a sign of life the process hangs. A send takes two minutes at the very worst.
const ALIVE_FOR: TimeDelta = TimeDelta::minutes(10);
/// How often it is tried whether the database takes something, at most.
const PROBE_EVERY: TimeDelta = TimeDelta::seconds(10);

/// Whether the bot can do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It can.
    Ready,
    /// Another process holds the gateway; this one sends, and takes over when the other falls.
    StandBy,
    /// The database does not answer, or takes nothing; perhaps it says why.
    NoDatabase(Option<Trouble>),
    /// The gateway delivers no events.
    NoGateway,
}

/// Which process holds the gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GatewayHolder {
    /// This process.
    Here,
    /// Another process, or none yet: this one takes over when it can.
    Elsewhere,
}

impl App {
    /// Notes which process holds the gateway.
    pub fn set_gateway_held(&self, holder: GatewayHolder) {
        self.parts.stands_by.store(holder == GatewayHolder::Elsewhere, Ordering::Relaxed);
    }

    /// Notes a sign of life: something was looked for, or brought to an end.
    pub(super) fn sign_of_life(&self) {
        self.parts.alive_ms.store(self.now().timestamp_millis(), Ordering::Relaxed);
    }

    /// Whether sends were looked for or settled lately. Before the first time it counts as alive: it is still starting.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        let last = DateTime::from_timestamp_millis(self.parts.alive_ms.load(Ordering::Relaxed));
        last.is_none_or(|last| self.now() - last < ALIVE_FOR)
    }

    /// Whether the database answers at all.
    pub async fn database_answers(&self) -> bool {
        self.store().ping().await.is_ok()
    }

    /// Whether the bot can do its work now. That the database answers is not enough: a full disk answers, too.
    pub async fn readiness(&self) -> Readiness {
        let now = self.now();
        let probed = DateTime::from_timestamp_millis(self.parts.probed_ms.load(Ordering::Relaxed));
        let is_known = probed.is_some_and(|at| (at..at + PROBE_EVERY).contains(&now));
        if let Some(trouble) = self.trouble().filter(|_| is_known) {
            return Readiness::NoDatabase(Some(trouble));
        }
        let answers = if is_known { self.store().ping().await } else { self.store().probe(now).await };
        if let Err(error) = answers {
            self.log_store_error(&error, "/readyz says so");
            self.parts.probed_ms.store(now.timestamp_millis(), Ordering::Relaxed);
            return Readiness::NoDatabase(error.trouble());
        }
        if !is_known {
            self.mark_healthy();
            self.parts.probed_ms.store(now.timestamp_millis(), Ordering::Relaxed);
        }
        match (self.parts.stands_by.load(Ordering::Relaxed), self.parts.connected.load(Ordering::Relaxed)) {
            (true, _) => Readiness::StandBy,
            (false, true) => Readiness::Ready,
            (false, false) => Readiness::NoGateway,
        }
    }

    /// How things stand, counted for the operator.
    pub async fn database_counts(&self) -> Result<DatabaseCounts> {
        let now = self.now();
        let counted = self.store().operator_counts(now).await?;
        let seconds = |since: DateTime<chrono::Utc>| (now - since).max(TimeDelta::zero()).as_seconds_f64();
        Ok(DatabaseCounts {
            waiting: counted.waiting.into_iter().map(|(kind, count, since)| (kind, count, seconds(since))).collect(),
            digests: counted.digests,
            servers: counted.servers,
            collecting: counted.collecting,
        })
    }

    /// Notes whether the gateway delivers events.
    pub fn set_gateway_state(&self, is: Gateway) {
        metrics::gateway(is);
        self.parts.connected.store(is != Gateway::Down, Ordering::Relaxed);
    }
}
