//! Database failures: logged when they begin and end, not at every retry in between.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::app::{App, Result};
use crate::observe::metrics;
use crate::store::{StoreError, Trouble};

#[derive(Default)]
pub(super) struct DatabaseState {
    /// What is wrong with the database, and since when.
    trouble: Mutex<Option<(Trouble, DateTime<Utc>)>>,
    /// Whether its file is damaged, which no retry can repair.
    damaged: watch::Sender<bool>,
}

impl App {
    /// Logs a database failure: `meant` says what failed and what follows. A problem that was logged already is not
    /// logged again.
    pub fn log_store_error(&self, error: &StoreError, meant: &'static str) {
        let Some(trouble) = error.trouble() else {
            tracing::error!(%error, "{meant}");
            return;
        };
        if self.note_trouble(trouble) {
            tracing::error!(%error, trouble = trouble.name(), "the database does not work; it is retried at each beat. {meant}");
        } else {
            tracing::debug!(%error, "{meant}");
        }
    }

    /// What is currently wrong with the database, if known.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        self.parts.database.trouble.lock().unwrap_or_else(PoisonError::into_inner).map(|(trouble, _)| trouble)
    }

    /// Waits until the database file is found to be damaged, the one case in which retries are pointless.
    pub async fn until_damaged(&self) {
        let mut damaged = self.parts.database.damaged.subscribe();
        if damaged.wait_for(|damaged| *damaged).await.is_err() {
            // The sender lives as long as this.
            std::future::pending::<()>().await;
        }
    }

    /// After a failure, checks whether the database works again before anything else is tried.
    ///
    /// # Errors
    /// It still fails.
    pub(super) async fn recover(&self) -> Result<()> {
        if self.trouble().is_none() {
            return Ok(());
        }
        self.store().probe(self.now()).await?;
        self.mark_healthy();
        Ok(())
    }

    /// Marks the database as working.
    pub(super) fn mark_healthy(&self) {
        let before = self.parts.database.trouble.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((trouble, since)) = before {
            metrics::database_trouble(None);
            let seconds = (self.now() - since).num_seconds();
            tracing::info!(trouble = trouble.name(), seconds, "the database works again");
        }
    }

    /// Records why the database failed. Returns whether that is new.
    fn note_trouble(&self, trouble: Trouble) -> bool {
        let mut now = self.parts.database.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        let since = now.map_or_else(|| self.now(), |(_, since)| since);
        let before = now.replace((trouble, since));
        metrics::database_trouble(Some(trouble.name()));
        // A damaged page in PostgreSQL is repaired there, possibly while it runs.
        if trouble == Trouble::Damaged && !self.store().is_shared() {
            self.parts.database.damaged.send_replace(true);
        }
        before.is_none_or(|(known, _)| known != trouble)
    }
}
