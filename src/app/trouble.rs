//! When the database fails: it is logged when it begins and when it is over, not at each of the many tries in between,
//! and tried again until it is over.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::app::{App, Result};
use crate::observe::metrics;
use crate::store::{StoreError, Trouble};

/// Whether the database works.
#[derive(Default)]
pub(super) struct DatabaseState {
    /// What keeps it from working, and since when.
    trouble: Mutex<Option<(Trouble, DateTime<Utc>)>>,
    /// Whether its file is damaged: then nothing that is written makes it better.
    damaged: watch::Sender<bool>,
}

impl App {
    /// Notes that the database failed at something, and logs it: `meant` says what, and what becomes of it. What is said
    /// already is not said again.
    pub fn log_store_error(&self, error: &StoreError, meant: &'static str) {
        let Some(trouble) = error.trouble() else {
            tracing::error!(%error, "{meant}");
            return;
        };
        if self.note_trouble(trouble) {
            tracing::error!(%error, trouble = trouble.name(), "the database takes nothing; it is tried at each beat. {meant}");
        } else {
            tracing::debug!(%error, "{meant}");
        }
    }

    /// What keeps the database from its work now, as far as is known.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        self.parts.database.trouble.lock().unwrap_or_else(PoisonError::into_inner).map(|(trouble, _)| trouble)
    }

    /// Waits until the database's file turns out to be damaged. Only then is there nothing to wait for.
    pub async fn until_damaged(&self) {
        let mut damaged = self.parts.database.damaged.subscribe();
        if damaged.wait_for(|damaged| *damaged).await.is_err() {
            // The sender lives as long as this.
            std::future::pending::<()>().await;
        }
    }

    /// If the database failed last, checks whether it works again. Nothing else is tried before that.
    ///
    /// # Errors
    /// It still does not.
    pub(super) async fn recover(&self) -> Result<()> {
        if self.trouble().is_none() {
            return Ok(());
        }
        self.store().probe(self.now()).await?;
        self.mark_healthy();
        Ok(())
    }

    /// Notes that the database works.
    pub(super) fn mark_healthy(&self) {
        let before = self.parts.database.trouble.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((trouble, since)) = before {
            metrics::database_trouble(None);
            let seconds = (self.now() - since).num_seconds();
            tracing::info!(trouble = trouble.name(), seconds, "the database takes what it is given again");
        }
    }

    /// Notes why the database failed. Says whether that is news.
    fn note_trouble(&self, trouble: Trouble) -> bool {
        let mut now = self.parts.database.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        let since = now.map_or_else(|| self.now(), |(_, since)| since);
        let before = now.replace((trouble, since));
        metrics::database_trouble(Some(trouble.name()));
        // A server's pages are for its own programs to mend, and it may do so while it runs.
        if trouble == Trouble::Damaged && !self.store().is_shared() {
            self.parts.database.damaged.send_replace(true);
        }
        before.is_none_or(|(known, _)| known != trouble)
    }
}
