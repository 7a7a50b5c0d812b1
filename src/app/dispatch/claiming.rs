//! A dispatch pass: which sends it claims, and when.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use chrono::DateTime;
use futures_util::{StreamExt as _, stream};
use tokio::time::Instant;

use crate::app::{App, Result};
use crate::store::SPREAD_AHEAD;
use crate::store::sends::Claim;

/// How many sends to claim, for each worker.
const CLAIMS_PER_WORKER: u32 = 2;

/// How a dispatch pass claims next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claiming {
    /// What is due, together.
    Together,
    /// One send that was lost several times, as soon as nothing else is under way.
    Alone,
    /// One is under way alone; the rest waits for it.
    AfterOneAlone,
    /// What is due, and nothing that was lost several times.
    WithoutLost,
    /// Nothing more, after an error.
    Over,
}

impl App {
    /// Runs all sends that are due, including those that become due meanwhile, until none is left or the bot stops.
    /// Returns how many it claimed.
    ///
    /// # Errors
    /// The database failed; claimed sends are claimed again once their leases have expired.
    pub async fn run_due(&self) -> Result<usize> {
        self.record_progress();
        self.recover().await?;
        let workers = usize::from(self.config().dispatch.concurrency);
        let (taken, ended) = (&AtomicUsize::new(0), &AtomicUsize::new(0));
        // Claims few sends at a time, so that the order stays current, and more as soon as a worker is free. After a
        // failed claim, running sends are still finished.
        let claimed = stream::unfold(Claiming::Together, |mut claiming| async move {
            loop {
                if claiming == Claiming::Over || self.is_stopping() {
                    return None;
                }
                let is_idle = ended.load(Ordering::Relaxed) == taken.load(Ordering::Relaxed);
                if matches!(claiming, Claiming::Alone | Claiming::AfterOneAlone) && !is_idle {
                    self.parts.more_due.notified().await;
                    continue;
                }
                let before = claiming;
                match self.claim(&mut claiming).await {
                    Ok(claims) if !claims.is_empty() => {
                        taken.fetch_add(claims.len(), Ordering::Relaxed);
                        let begin = |claim| (self.parts.sharing.begin(&claim), claim);
                        return Some((Ok(claims.into_iter().map(begin).collect::<Vec<_>>()), claiming));
                    }
                    Ok(_) if [before, claiming].contains(&Claiming::Alone) => {}
                    // Running sends may add more or take long: checks again when notified, instead of waiting for all
                    // of them. A route that opens soon is waited for here, where no worker is held.
                    Ok(_) => match self.parts.sharing.opens_in(Instant::now()) {
                        Some(wait) => {
                            let _at_most = tokio::time::timeout(wait, self.parts.more_due.notified()).await;
                            self.record_progress();
                        }
                        None if !is_idle => self.parts.more_due.notified().await,
                        None => return None,
                    },
                    Err(error) => return Some((Err(error), Claiming::Over)),
                }
            }
        });
        let failed = Mutex::new(None);
        let sends = claimed.flat_map(|claims| match claims {
            Ok(claims) => stream::iter(claims.into_iter().map(Ok).collect::<Vec<_>>()),
            Err(error) => stream::iter(vec![Err(error)]),
        });
        sends
            .for_each_concurrent(workers, async |next| match next {
                Ok((under_way, claim)) => {
                    self.run_claim(claim).await;
                    drop(under_way);
                    ended.fetch_add(1, Ordering::Relaxed);
                    self.look_for_more();
                }
                Err(error) => *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error),
            })
            .await;
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(taken.load(Ordering::Relaxed)),
        }
    }

    /// Claims what comes next, and says how to go on.
    async fn claim(&self, claiming: &mut Claiming) -> Result<Vec<Claim>> {
        // What was claimed now might be claimed by another process at the same time.
        if self.has_no_server() || self.has_leapt() {
            *claiming = Claiming::WithoutLost;
            return Ok(Vec::new());
        }
        let share = self.share();
        let (which, lease, token) = ((self.irreversible(), &share), self.lease(), self.claim_token());
        if *claiming == Claiming::Alone {
            let claim = self.store().claim_alone(which, self.now(), lease, &token).await?;
            // Another process may have it.
            *claiming = if claim.is_some() { Claiming::AfterOneAlone } else { Claiming::WithoutLost };
            return Ok(claim.into_iter().collect());
        }
        self.spread_crowds().await?;
        let limit = u32::from(self.config().dispatch.concurrency) * CLAIMS_PER_WORKER;
        let claims = self.store().claim_due_of(which, self.now(), limit, lease, &token).await?;
        if *claiming != Claiming::WithoutLost {
            let are_all = claims.len() < limit as usize;
            let has_lost = are_all && self.store().has_lost(which, self.now()).await?;
            *claiming = if has_lost { Claiming::Alone } else { Claiming::Together };
        }
        Ok(claims)
    }

    /// Spreads sends that are due at the same time, often enough to miss none.
    async fn spread_crowds(&self) -> Result<()> {
        let now = self.now();
        let looked = DateTime::from_timestamp_millis(self.parts.looked_ms.load(Ordering::Relaxed));
        if looked.is_some_and(|at| (at..at + SPREAD_AHEAD / 3).contains(&now)) {
            return Ok(());
        }
        let moved = self.store().spread_crowds(now, self.config().discord.requests_per_second).await?;
        self.parts.looked_ms.store(now.timestamp_millis(), Ordering::Relaxed);
        if moved > 0 {
            tracing::info!(sends = moved, "many sends are due at the same time and were spread");
        }
        Ok(())
    }
}
