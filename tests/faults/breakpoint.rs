//! Counts transactions, and stops the bot at one of them.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use cmad::store::{CommitDecision, CommitObserver};
use tokio::sync::watch;

/// When something happens to the bot: it stops, but for [`Moment::Passing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the commit: the transaction is undone.
    Before,
    /// After the commit: it is durable, and the writer is not told.
    After,
    /// At the commit, which goes on: something else happens then.
    Passing,
}

/// Counts transactions, and blocks the one that it is set to until the bot is dead.
#[derive(Clone)]
pub struct Breakpoint {
    set: Arc<Mutex<Set>>,
    hits: Arc<watch::Sender<usize>>,
    /// How many blocked transactions may end, because their bot is dead.
    over: Arc<watch::Sender<usize>>,
}

#[derive(Default)]
struct Set {
    seen: usize,
    at: Option<(usize, Moment)>,
    /// What happens at [`Moment::Passing`].
    happens: Option<Box<dyn FnOnce() + Send>>,
}

impl Default for Breakpoint {
    fn default() -> Self {
        Self { set: Arc::default(), hits: Arc::new(watch::Sender::new(0)), over: Arc::new(watch::Sender::new(0)) }
    }
}

impl Breakpoint {
    /// Stops at the `nth` transaction from now on.
    pub fn set(&self, nth: usize, moment: Moment) {
        let mut set = self.set.lock().unwrap();
        set.at = Some((set.seen + nth, moment));
    }

    /// Has this happen at the `nth` transaction from now on.
    pub fn set_passing(&self, nth: usize, happens: impl FnOnce() + Send + 'static) {
        self.set(nth, Moment::Passing);
        self.set.lock().unwrap().happens = Some(Box::new(happens));
    }

    /// Stops at no transaction any more.
    pub fn clear(&self) {
        self.set.lock().unwrap().at = None;
    }

    /// How many transactions there were.
    pub fn seen(&self) -> usize {
        self.set.lock().unwrap().seen
    }

    /// How often it has stopped the bot.
    pub fn hits(&self) -> usize {
        *self.hits.borrow()
    }

    /// Records a stop, here or in the child process.
    pub fn record_hit(&self) {
        self.hits.send_modify(|hits| *hits += 1);
    }

    /// Waits until it has stopped the bot this often.
    pub fn until_hits(&self, count: usize) -> impl Future<Output = ()> + use<> {
        let mut hits = self.hits.subscribe();
        async move {
            // The caller holds the sender too, so it exists.
            let _there = hits.wait_for(|hits| *hits >= count).await;
        }
    }

    /// The bot is dead: its blocked transaction may end, undone.
    pub fn release(&self) {
        self.over.send_replace(self.hits());
    }

    async fn pass(&self, moment: Moment) -> CommitDecision {
        let stops = {
            let mut set = self.set.lock().unwrap();
            set.seen += usize::from(moment == Moment::Before);
            if moment == Moment::Before && set.at == Some((set.seen, Moment::Passing)) {
                set.at = None;
                if let Some(happens) = set.happens.take() {
                    happens();
                }
                self.record_hit();
            }
            let stops = set.at == Some((set.seen, moment));
            if stops {
                set.at = None;
            }
            stops
        };
        if !stops {
            return CommitDecision::Commit;
        }
        self.record_hit();
        let (mut over, number) = (self.over.subscribe(), self.hits());
        // The sender is ours too, so it exists.
        let _released = over.wait_for(|over| *over >= number).await;
        CommitDecision::RollBack
    }
}

#[async_trait]
impl CommitObserver for Breakpoint {
    async fn before_commit(&self) -> CommitDecision {
        self.pass(Moment::Before).await
    }

    async fn after_commit(&self) {
        // The transaction is durable already.
        let _kept = self.pass(Moment::After).await;
    }
}
