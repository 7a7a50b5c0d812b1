//! Several processes on one PostgreSQL: one of them holds the gateway and answers people, all carry out due sends, and
//! they share the token's request limit.
//!
//! The gateway belongs to the holder of a lease, which renews it. A standby takes it over if it was given back, or if
//! it was not renewed for `DEAD` on the standby's machine. The standby compares the number of renewals, never two
//! clocks, and measures by monotonic time, so that no one loses the gateway because a clock leaps. A holder that cannot
//! renew gives up before that. On SQLite there is one process, which always holds the gateway.

use std::collections::HashMap;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::{Mutex, watch};
use tokio_util::sync::CancellationToken;

use std::sync::Arc;

use crate::ports::Clock;
use crate::store::leases::Lease;
use crate::store::{Store, StoreError};

/// How often the leases are renewed and read.
const EVERY: Duration = Duration::from_secs(3);
/// How long that may take: a database that does not answer must not delay giving up the gateway.
const TIMEOUT: Duration = Duration::from_secs(3);
/// After how long without a renewal a holder gives up: with [`TIMEOUT`] well before [`DEAD`].
const GIVE_UP: TimeDelta = TimeDelta::seconds(11);
/// After how long without a renewal a holder counts as dead. The stand-by is connected within this time, two rounds of
/// [`EVERY`], and the time that Discord needs: less than 30 seconds.
const DEAD: TimeDelta = TimeDelta::seconds(18);

/// How often interactions are deleted that Discord no longer repeats.
const TIDY: TimeDelta = TimeDelta::hours(1);

/// The lease of the gateway.
const GATEWAY: &str = "gateway";
/// How the name of a process's own lease begins: it shows that the process runs.
pub(crate) const PROCESS: &str = "process/";

/// One process among those on the same database.
pub struct Processes {
    store: Store,
    clock: Arc<dyn Clock>,
    name: String,
    seen: Mutex<Seen>,
    holds: watch::Sender<bool>,
    count: watch::Sender<u16>,
}

/// The leases as this process last saw them, and when, by [`Clock::elapsed`].
#[derive(Default)]
struct Seen {
    /// When this process last renewed the gateway's lease.
    renewed_at: Option<TimeDelta>,
    /// When this process last deleted old interactions.
    tidied_at: Option<TimeDelta>,
    others: UnchangedSince,
    /// The keys that are noted beside this process's lease.
    noted: Option<String>,
    /// Whether the last round failed, which is logged once.
    fails: bool,
}

/// Each lease of others, and since when it is unchanged, by our own [`Clock::elapsed`].
#[derive(Default)]
pub(crate) struct UnchangedSince(HashMap<String, (Lease, TimeDelta)>);

impl UnchangedSince {
    /// Whether a lease was unchanged for so long that its holder counts as dead.
    pub(crate) fn is_dead(&mut self, lease: &Lease, now: TimeDelta) -> bool {
        let entry = self.0.entry(lease.name.clone()).or_insert_with(|| (lease.clone(), now));
        if entry.0 != *lease {
            *entry = (lease.clone(), now);
        }
        now - entry.1 >= DEAD
    }
}

impl Processes {
    /// A process by a name that no other one on this database has.
    #[must_use]
    pub fn new(store: Store, clock: Arc<dyn Clock>, name: String) -> Self {
        let alone = !store.is_shared();
        let (holds, _) = watch::channel(alone);
        let (count, _) = watch::channel(1);
        Self { store, clock, name, seen: Mutex::default(), holds, count }
    }

    /// Whether this process holds the gateway.
    #[must_use]
    pub fn holds_gateway(&self) -> watch::Receiver<bool> {
        self.holds.subscribe()
    }

    /// How many processes there are, this one included.
    #[must_use]
    pub fn count(&self) -> watch::Receiver<u16> {
        self.count.subscribe()
    }

    /// Renews and reads the leases every few seconds, until cancelled.
    pub async fn run(&self, cancel: CancellationToken) {
        let mut every = tokio::time::interval(EVERY);
        every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = every.tick() => self.beat().await,
                () = cancel.cancelled() => return,
            }
        }
    }

    /// Renews the leases that this process holds, and takes those that no process holds. Failures are only logged.
    pub async fn beat(&self) {
        let mut seen = self.seen.lock().await;
        if !self.store.is_shared() {
            let failed = self.note_keys_alone(&mut seen).await.err();
            if let (Some(error), false) = (&failed, seen.fails) {
                tracing::error!(%error, "the keys of this process could not be stored; trying again");
            }
            seen.fails = failed.is_some();
            return;
        }
        // Read before the database is asked: a renewal counts from when it was sent, not from when it is known.
        let now = self.clock.elapsed();
        let renewal = tokio::time::timeout(TIMEOUT, self.renew(&mut seen, now)).await;
        let failed = match &renewal {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(_) => Some("the database does not answer".to_owned()),
        };
        match (&failed, seen.fails) {
            (Some(error), false) => tracing::error!(error, "the leases could not be renewed; trying again"),
            (None, true) => tracing::info!("the leases can be renewed again"),
            _ => {}
        }
        seen.fails = failed.is_some();
        let renewed = seen.renewed_at.is_some_and(|at| self.clock.elapsed() - at < GIVE_UP);
        if *self.holds.borrow() && !renewed {
            tracing::warn!("the lease of the gateway could not be renewed: giving it up, another process takes over");
            seen.renewed_at = None;
            self.holds.send_replace(false);
        }
    }

    async fn renew(&self, seen: &mut Seen, now: TimeDelta) -> Result<(), StoreError> {
        let own = format!("{PROCESS}{}", self.name);
        if !self.store.renew_lease(&own, &self.name).await? {
            self.store.take_lease(&own, &self.name, None).await?;
            seen.noted = None;
        }
        self.note_keys(seen).await?;
        let leases = self.store.leases().await?;
        let mut count = 1;
        for lease in leases.iter().filter(|lease| lease.name.starts_with(PROCESS) && lease.name != own) {
            if seen.others.is_dead(lease, now) {
                self.store.remove_lease(lease).await?;
            } else {
                count += 1;
            }
        }
        self.count.send_if_modified(|before| std::mem::replace(before, count) != count);

        let gateway = leases.iter().find(|lease| lease.name == GATEWAY);
        let holds = match gateway {
            // Also after a restart under the same name.
            Some(lease) if lease.holder == self.name => self.store.renew_lease(GATEWAY, &self.name).await?,
            Some(lease) if lease.holder.is_empty() || seen.others.is_dead(lease, now) => {
                self.store.take_lease(GATEWAY, &self.name, gateway).await?
            }
            Some(_) => false,
            None => self.store.take_lease(GATEWAY, &self.name, None).await?,
        };
        seen.renewed_at = holds.then_some(now);
        if holds && !*self.holds.borrow() {
            tracing::info!(processes = count, "this process holds the gateway");
            self.holds.send_replace(true);
        }
        if holds && seen.tidied_at.is_none_or(|at| now - at >= TIDY) {
            self.store.forget_interactions(self.clock.now()).await?;
            seen.tidied_at = Some(now);
        }
        Ok(())
    }

    /// Notes which keys this process has, when that has changed: `cmad key rotate` waits for it.
    async fn note_keys(&self, seen: &mut Seen) -> Result<(), StoreError> {
        let keys = self.store.known_keys();
        if seen.noted.as_ref() != Some(&keys) {
            self.store.note_keys(&format!("{PROCESS}{}", self.name), &self.name, &keys).await?;
            seen.noted = Some(keys);
        }
        Ok(())
    }

    /// The same for a process that is alone with its file: leases of earlier ones are left over.
    async fn note_keys_alone(&self, seen: &mut Seen) -> Result<(), StoreError> {
        if seen.noted.is_none() {
            for (lease, _) in self.store.noted_keys(PROCESS).await? {
                self.store.remove_lease(&lease).await?;
            }
        }
        self.note_keys(seen).await
    }

    /// Gives back what this process holds: a stand-by takes it in its next round.
    ///
    /// # Errors
    /// The database failed; the leases run out.
    pub async fn leave(&self) -> Result<(), StoreError> {
        let _seen = self.seen.lock().await;
        if self.store.is_shared() {
            self.store.give_lease_back(GATEWAY, &self.name).await?;
        }
        let own = format!("{PROCESS}{}", self.name);
        for lease in self.store.leases().await?.iter().filter(|lease| lease.name == own) {
            self.store.remove_lease(lease).await?;
        }
        Ok(())
    }
}
