//! Somebody who is told of each transaction's end, and ends the bot at one of them.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use cmad::store::{Ending, Witness};
use tokio::sync::watch;

/// When the bot ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The transaction is undone.
    Before,
    /// It is durable, and whoever wrote it never hears of it.
    After,
}

/// Counts transactions, and stops the world at the one it is set to.
#[derive(Clone)]
pub struct Tripwire {
    set: Arc<Mutex<Set>>,
    struck: Arc<watch::Sender<usize>>,
    /// How many of those who were stopped may end: the bot they belonged to is dead.
    over: Arc<watch::Sender<usize>>,
}

#[derive(Default)]
struct Set {
    seen: usize,
    at: Option<(usize, Moment)>,
}

impl Default for Tripwire {
    fn default() -> Self {
        Self { set: Arc::default(), struck: Arc::new(watch::Sender::new(0)), over: Arc::new(watch::Sender::new(0)) }
    }
}

impl Tripwire {
    /// Stops at the `nth` transaction from now on.
    pub fn set(&self, nth: usize, moment: Moment) {
        let mut set = self.set.lock().unwrap();
        set.at = Some((set.seen + nth, moment));
    }

    /// Stops nowhere any more.
    pub fn clear(&self) {
        self.set.lock().unwrap().at = None;
    }

    /// How many transactions there were.
    pub fn seen(&self) -> usize {
        self.set.lock().unwrap().seen
    }

    /// How often it stopped the world.
    pub fn fault_count(&self) -> usize {
        *self.struck.borrow()
    }

    /// Notes that the world was stopped, here or in another process.
    pub fn strike(&self) {
        self.struck.send_modify(|struck| *struck += 1);
    }

    /// Waits until the world was stopped so often.
    pub fn until_fault_count(&self, count: usize) -> impl Future<Output = ()> + use<> {
        let mut struck = self.struck.subscribe();
        async move {
            // Whoever waits holds the sender too, so it is there.
            let _there = struck.wait_for(|struck| *struck >= count).await;
        }
    }

    /// The bot is dead: what was stopped ends, and its transaction with it.
    pub fn bury(&self) {
        self.over.send_replace(self.fault_count());
    }

    async fn pass(&self, moment: Moment) -> Ending {
        let stops = {
            let mut set = self.set.lock().unwrap();
            set.seen += usize::from(moment == Moment::Before);
            let stops = set.at == Some((set.seen, moment));
            if stops {
                set.at = None;
            }
            stops
        };
        if !stops {
            return Ending::Kept;
        }
        self.strike();
        let (mut over, number) = (self.over.subscribe(), self.fault_count());
        // The sender is ours too, so it is there.
        let _buried = over.wait_for(|over| *over >= number).await;
        Ending::Undone
    }
}

#[async_trait]
impl Witness for Tripwire {
    async fn about_to_commit(&self) -> Ending {
        self.pass(Moment::Before).await
    }

    async fn committed(&self) {
        // It is durable whatever comes now.
        let _kept = self.pass(Moment::After).await;
    }
}
