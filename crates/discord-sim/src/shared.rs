//! The world behind its lock, and the wait for a change of it.

use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::world::State;

/// How many times its bound a wait may take in all.
const MOST_BOUNDS: u32 = 3;

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

    /// Waits until `look` finds something. It gives up when nothing has happened for so long in real time: a machine
    /// that is busy slows the bot down and must not change what a test sees. A bot that never rests gets
    /// [`MOST_BOUNDS`] of it.
    pub(crate) fn until<T>(
        &self,
        bound: Duration,
        mut look: impl FnMut(&State) -> Option<T>,
    ) -> impl Future<Output = Option<T>> {
        let mut changes = self.changed.subscribe();
        async move {
            let ends = Instant::now() + bound * MOST_BOUNDS;
            let (mut seen, mut quiet_until) = (None, ends);
            loop {
                changes.borrow_and_update();
                let (found, progress) = self.read(|state| (look(state), state.progress()));
                if found.is_some() {
                    return found;
                }
                if seen != Some(progress) {
                    seen = Some(progress);
                    quiet_until = ends.min(Instant::now() + bound);
                }
                // The end of the simulator, or of the wait.
                timeout_at(quiet_until, changes.changed()).await.ok()?.ok()?;
            }
        }
    }
}
