//! When a session may begin, and how many of this process did.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::sync::oneshot;
use twilight_gateway::queue::{InMemoryQueue, Queue};

/// How many sessions this process has asked Discord for since its start. A clone shares the number.
#[derive(Clone, Debug, Default)]
pub struct Identified(Arc<AtomicU32>);

impl Identified {
    /// The number.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.load(Ordering::SeqCst)
    }
}

/// The queue, counting.
#[derive(Clone)]
pub(super) struct Counted {
    pub(super) queue: InMemoryQueue,
    pub(super) identified: Identified,
}

impl Queue for Counted {
    fn enqueue(&self, id: u32) -> oneshot::Receiver<()> {
        // Before the session begins, so that Discord never counts one that we do not.
        self.identified.0.fetch_add(1, Ordering::SeqCst);
        self.queue.enqueue(id)
    }
}
