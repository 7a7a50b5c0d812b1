//! The heartbeat: a beat every few seconds, and at once when something becomes due.
//!
//! tokio-cron-scheduler reads the system's clock itself and freezes the UTC offset when a job is made, so no job has a
//! date or a local time. If the clock leaps past a job's next time, or the process was paused for longer than a beat,
//! the scheduler silently never runs the job again. So a timer that does not depend on the clock watches it: if a beat
//! is missing, the timer beats itself and replaces the scheduler.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout};
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use tokio_util::sync::CancellationToken;

use crate::observe::metrics;
use crate::runtime::beat::Beat;

/// How often a silent scheduler is replaced, at most, because its tasks do not end with it.
const REMAKE: Duration = Duration::from_secs(60);

/// Beats until cancelled.
pub async fn run(beat: Beat, every: Duration, cancel: CancellationToken) {
    let regular = beat.clone();
    let when_due = async {
        loop {
            tokio::select! {
                () = beat.until_due() => beat.once().await,
                () = cancel.cancelled() => return,
            }
        }
    };
    let regularly = beat_regularly(every, cancel.clone(), move || {
        let beat = regular.clone();
        async move { beat.regular().await }
    });
    // Joined, so that the end of one does not interrupt a beat of the other.
    tokio::join!(when_due, regularly);
}

/// Calls `beat` at this interval until cancelled, and never later than one and a half intervals after the last call,
/// whatever the system's clock does.
async fn beat_regularly<F>(
    every: Duration,
    cancel: CancellationToken,
    beat: impl Fn() -> F + Clone + Send + Sync + 'static,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let called = Arc::new(Notify::new());
    let mut scheduler = started(every, &called, &beat).await;
    let (mut made, mut silent) = (Instant::now(), false);
    loop {
        let heard = tokio::select! {
            heard = timeout(every * 3 / 2, called.notified()) => heard.is_ok(),
            () = cancel.cancelled() => break,
        };
        if heard {
            silent = false;
            continue;
        }
        if !silent {
            tracing::warn!(
                "the scheduler of the heartbeat is silent, as after a leap of the clock or a pause of the process; \
                 it is made anew, and the beats go on"
            );
        }
        if !silent || made.elapsed() >= REMAKE {
            stop(scheduler.take()).await;
            scheduler = started(every, &called, &beat).await;
            made = Instant::now();
            metrics::scheduler_remade();
        }
        silent = true;
        beat().await;
    }
    stop(scheduler).await;
}

/// A scheduler that beats; `None`, logged, if it cannot be made: the timer beats without it.
async fn started<F>(
    every: Duration,
    called: &Arc<Notify>,
    beat: &(impl Fn() -> F + Clone + Send + Sync + 'static),
) -> Option<JobScheduler>
where
    F: Future<Output = ()> + Send + 'static,
{
    let (called, beat) = (Arc::clone(called), beat.clone());
    let made = async {
        let scheduler = JobScheduler::new().await?;
        let job = Job::new_repeated_async(every, move |_, _| {
            called.notify_one();
            Box::pin(beat())
        })?;
        scheduler.add(job).await?;
        scheduler.start().await?;
        Ok::<_, JobSchedulerError>(scheduler)
    };
    made.await.inspect_err(|error| tracing::error!(%error, "the scheduler of the heartbeat cannot be made")).ok()
}

async fn stop(scheduler: Option<JobScheduler>) {
    if let Some(mut scheduler) = scheduler
        && let Err(error) = scheduler.shutdown().await
    {
        tracing::warn!(%error, "a scheduler of the heartbeat could not be stopped");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beats until `count` beats have come.
    async fn beats(every: Duration, count: usize) {
        let (cancel, came) = (CancellationToken::new(), Arc::new(tokio::sync::Semaphore::new(0)));
        let coming = Arc::clone(&came);
        let beating = tokio::spawn(beat_regularly(every, cancel.clone(), move || {
            coming.add_permits(1);
            async {}
        }));
        for number in 1..=count {
            let beat = timeout(Duration::from_secs(20), came.acquire()).await;
            beat.unwrap_or_else(|_| panic!("beat {number} of {count} does not come")).unwrap().forget();
        }
        cancel.cancel();
        timeout(Duration::from_secs(20), beating).await.expect("it ends when it is told to").unwrap();
    }

    #[tokio::test]
    async fn a_scheduler_that_does_not_beat_any_more_keeps_no_beat_from_coming() {
        // The scheduler counts whole seconds: by a shorter time it runs its job once and never again, as after a leap of
        // the clock.
        beats(Duration::from_millis(20), 20).await;
    }

    #[tokio::test]
    async fn the_scheduler_beats() {
        beats(Duration::from_secs(1), 2).await;
    }
}
