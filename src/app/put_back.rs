//! Whether a dump, a snapshot or a copy of the database was put back, where no file beside the list of erasures tells, because
//! there is none or it was put back, too: the database says that a post was never tried, and Discord shows it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::timeout;

use crate::app::{App, Result};
use crate::ports::{Destination, Lookup};
use crate::store::sends::SendRecord;
use domain::send::{SendState, Task};

/// How many sends are looked for. The one that was due first is the likeliest to have gone out before the database was put
/// back, so a few are enough.
const MOST: usize = 20;
/// How long all of it may take: a start waits for it.
const WITHIN: Duration = Duration::from_secs(30);

impl App {
    /// Whether Discord shows something that was due and that the database says was never tried. Nothing is looked for
    /// unless something is overdue, so a usual restart asks nothing.
    pub async fn was_put_back(&self) -> Result<bool> {
        let now = self.now();
        let overdue = self.store().untried(now).await?;
        let looked = timeout(WITHIN, self.is_any_there(&overdue, now)).await;
        looked.unwrap_or_else(|_| {
            tracing::warn!(
                "it took too long to look on Discord for what is overdue: if the database was put back from a dump, a \
                 snapshot or a copy, stop the bot and run `cmad reconcile`"
            );
            Ok(false)
        })
    }

    async fn is_any_there(&self, overdue: &[SendRecord], now: DateTime<Utc>) -> Result<bool> {
        let mut looked = 0;
        for send in overdue {
            let Some(to) = self.where_it_would_be(send).await? else { continue };
            looked += 1;
            if looked > MOST {
                break;
            }
            let messenger = self.messenger().at(send.key.kind().urgency());
            match messenger.find(to, &send.key.mark(), send.due.min(now)).await {
                // Another process may have sent it meanwhile.
                Ok(Lookup::Found(_)) if self.is_still_untried(send).await? => return Ok(true),
                Ok(_) => {}
                Err(error) => tracing::debug!(key = %send.key, %error, "an overdue send could not be looked for"),
            }
        }
        Ok(false)
    }

    /// Where a send of the plan would be found, if a look-up is sure to tell it from others.
    async fn where_it_would_be(&self, send: &SendRecord) -> Result<Option<Destination>> {
        Ok(match &send.task {
            Task::Post { .. } => self.server(send.guild).await?.map(|server| Destination::Channel(server.channel)),
            Task::Breathe { manager } | Task::Digest { manager, .. } => Some(Destination::Person(*manager)),
            _ => None,
        })
    }

    async fn is_still_untried(&self, send: &SendRecord) -> Result<bool> {
        let current = self.store().send(&send.key).await?;
        Ok(current.is_some_and(|send| send.state == SendState::Planned && send.attempts == 0 && !send.uncertain))
    }
}
