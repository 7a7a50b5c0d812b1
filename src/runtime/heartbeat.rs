//! The heartbeat: a beat every few seconds, and at once when something becomes due.
//!
//! tokio-cron-scheduler reads the system's clock itself and freezes the UTC offset when a job is made, so no job has a
//! date or a local time.

use std::time::Duration;

use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use tokio_util::sync::CancellationToken;

use crate::runtime::beat::Beat;

/// Beats until cancelled.
///
/// # Errors
/// The scheduler could not be started.
pub async fn run(beat: Beat, every: Duration, cancel: CancellationToken) -> Result<(), JobSchedulerError> {
    let mut scheduler = JobScheduler::new().await?;
    let regular = beat.clone();
    scheduler
        .add(Job::new_repeated_async(every, move |_, _| {
            let beat = regular.clone();
            Box::pin(async move { beat.regular().await })
        })?)
        .await?;
    scheduler.start().await?;
    loop {
        tokio::select! {
            () = beat.until_due() => beat.once().await,
            () = cancel.cancelled() => break,
        }
    }
    scheduler.shutdown().await
}
