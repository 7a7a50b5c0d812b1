//! The bot's tasks. When one ends, the bot stops.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Tasks that stop the bot if one of them ends early, so that a supervisor starts it again.
pub(super) struct Tasks {
    cancel: CancellationToken,
    running: Vec<JoinHandle<()>>,
}

impl Tasks {
    pub(super) const fn new(cancel: CancellationToken) -> Self {
        Self { cancel, running: Vec::new() }
    }

    /// Starts a task.
    pub(super) fn spawn(&mut self, name: &'static str, work: impl Future<Output = ()> + Send + 'static) {
        let watched = watched(name, self.cancel.clone(), work);
        self.running.push(tokio::spawn(async move {
            // Why it ended has been logged.
            let _done = watched.await;
        }));
    }

    /// Starts a task that returns a value; `None` when it panicked.
    pub(super) fn spawn_for<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<Option<T>> {
        tokio::spawn(watched(name, self.cancel.clone(), work))
    }

    /// Waits until all have ended.
    pub(super) async fn ended(&mut self) {
        for task in &mut self.running {
            // A task is never aborted while it is awaited, and catches its own panics.
            let _ended = task.await;
        }
    }

    /// Aborts all of them.
    pub(super) async fn kill(mut self) {
        for task in &self.running {
            task.abort();
        }
        self.ended().await;
    }
}

/// Runs the task, and stops the bot if it ends early. `None` if it panicked.
async fn watched<T>(name: &'static str, cancel: CancellationToken, work: impl Future<Output = T>) -> Option<T> {
    let ended = AssertUnwindSafe(work).catch_unwind().await;
    if !cancel.is_cancelled() {
        tracing::error!(task = name, "a part of the bot has ended; stopping, so that a supervisor starts it again");
        cancel.cancel();
    }
    ended.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_that_ends_or_panics_stops_the_others() {
        for panics in [false, true] {
            let cancel = CancellationToken::new();
            let mut tasks = Tasks::new(cancel.clone());
            let (one, other) = (cancel.clone(), cancel.clone());
            tasks.spawn("waits", async move { one.cancelled().await });
            tasks.spawn("ends", async move { assert!(!panics, "it panics") });
            tasks.ended().await;
            assert!(other.is_cancelled());
        }
    }

    #[tokio::test]
    async fn one_that_is_stopped_says_what_it_came_to() {
        let cancel = CancellationToken::new();
        let tasks = Tasks::new(cancel.clone());
        let until = cancel.clone();
        let task = tasks.spawn_for("waits", async move {
            until.cancelled().await;
            7
        });
        cancel.cancel();
        assert_eq!(task.await.ok().flatten(), Some(7));
    }
}
