//! The world behind its lock, and the wait for a change of it.

use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::world::State;

/// What the server's tasks and the handles share.
pub(crate) struct Shared {
    pub(crate) state: Mutex<State>,
    pub(crate) changed: watch::Sender<u64>,
    pub(crate) stop: CancellationToken,
}

impl Shared {
    pub(crate) fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        // A test that panicked has not left half a change behind: people's verbs check before they change anything.
        look(&self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn write<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let result = change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.send_modify(|version| *version = version.wrapping_add(1));
        result
    }

    /// Waits until `look` finds something, at most so long in real time.
    pub(crate) fn until<T>(
        &self,
        bound: Duration,
        mut look: impl FnMut(&State) -> Option<T>,
    ) -> impl Future<Output = Option<T>> {
        let mut changes = self.changed.subscribe();
        async move {
            let found = async {
                loop {
                    changes.borrow_and_update();
                    if let Some(found) = self.read(&mut look) {
                        return Some(found);
                    }
                    if changes.changed().await.is_err() {
                        return None;
                    }
                }
            };
            timeout(bound, found).await.ok().flatten()
        }
    }
}
