//! Database failures: logged when they begin and end, not at every retry in between.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::app::{App, Result};
use crate::store::{DatabaseProblem, Room, StoreError};
use domain::send::HeldBy;

#[derive(Default)]
pub(super) struct DatabaseState {
    /// What is wrong with the database, and since when.
    problem: Mutex<Option<(DatabaseProblem, DateTime<Utc>)>>,
    /// Whether its file is damaged, which no retry can repair.
    damaged: watch::Sender<bool>,
}

impl App {
    /// Logs a database failure: `meant` says what failed and what follows. A problem that was logged already is not
    /// logged again.
    pub fn log_store_error(&self, error: &StoreError, meant: &'static str) {
        let Some(problem) = error.problem() else {
            tracing::error!(%error, "{meant}");
            return;
        };
        if self.note_problem(problem) {
            tracing::error!(%error, problem = problem.name(), "the database does not work; it is retried at each beat. {meant}");
        } else {
            tracing::debug!(%error, "{meant}");
        }
    }

    /// What is currently wrong with the database, if known.
    #[must_use]
    pub fn database_problem(&self) -> Option<DatabaseProblem> {
        self.parts.database.problem.lock().unwrap_or_else(PoisonError::into_inner).map(|(problem, _)| problem)
    }

    /// Waits until the database file is found to be damaged, the one case in which retries are pointless.
    pub async fn until_damaged(&self) {
        let mut damaged = self.parts.database.damaged.subscribe();
        if damaged.wait_for(|damaged| *damaged).await.is_err() {
            // The sender lives as long as this.
            std::future::pending::<()>().await;
        }
    }

    /// Checks whether the database's file is in its place. After a failure, checks whether the database works again before anything else is tried.
    ///
    /// # Errors
    /// It still fails.
    pub(super) async fn recover(&self) -> Result<()> {
        self.store().check_place().await?;
        if self.database_problem().is_none() {
            return Ok(());
        }
        // With less room the next thank-you would fail again.
        self.store().probe(self.now(), Room::ForThanks).await?;
        self.mark_healthy();
        Ok(())
    }

    /// Marks the database as working.
    pub(super) fn mark_healthy(&self) {
        let before = self.parts.database.problem.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((problem, since)) = before {
            self.parts.outages.ended(HeldBy::Database, self.now());
            let seconds = (self.now() - since).num_seconds();
            tracing::info!(problem = problem.name(), seconds, "the database works again");
        }
    }

    /// Records why the database failed. Returns whether that is new.
    fn note_problem(&self, problem: DatabaseProblem) -> bool {
        let mut now = self.parts.database.problem.lock().unwrap_or_else(PoisonError::into_inner);
        let since = now.map_or_else(|| self.now(), |(_, since)| since);
        let before = now.replace((problem, since));
        // A damaged page in PostgreSQL is repaired there, possibly while it runs.
        if problem == DatabaseProblem::Damaged && !self.store().is_shared() {
            self.parts.database.damaged.send_replace(true);
        }
        before.is_none_or(|(known, _)| known != problem)
    }
}
