//! How many digests are made at once. Setting a page takes tens of megabytes, so what is due together is not made
//! together: the memory that is needed depends on the largest digest, and not on how many are due.

use std::num::NonZero;
use std::sync::Arc;

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

/// How many pages are set at once at most, also on a machine with more cores: each takes memory of its own.
const SET_AT_ONCE: u32 = 2;
/// How many digests are under way for each page that is set: while one is set, another is composed or sent.
const UNDER_WAY_FOR_EACH: u32 = 2;

/// Gives out the turns to make digests, in the order in which they are asked for.
pub(super) struct Drawing {
    /// One page is set with each of these.
    turns: Arc<Semaphore>,
    /// A digest and its files are in memory from when it is composed until Discord or the mail server has them.
    places: Arc<Semaphore>,
    most: u32,
}

/// A turn or a place, until it is dropped.
pub(super) type Permit = OwnedSemaphorePermit;

/// Whether other pages may be set meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    /// Yes.
    Others,
    /// No: this one may need all the memory that there is.
    Alone,
}

impl Drawing {
    /// A turn for each core, and never more than two.
    pub(super) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let most = u32::try_from(cores).unwrap_or(SET_AT_ONCE).min(SET_AT_ONCE);
        let semaphore = |permits: u32| Arc::new(Semaphore::new(permits as usize));
        Self { turns: semaphore(most), places: semaphore(most * UNDER_WAY_FOR_EACH), most }
    }

    /// Waits for the turn to set the pages of one digest. The thread that sets them holds it, even if no one waits for
    /// them any more.
    pub(super) async fn turn(&self, company: Company) -> Permit {
        let turns = if company == Company::Alone { self.most } else { 1 };
        taken(Arc::clone(&self.turns).acquire_many_owned(turns).await)
    }

    /// Waits for a place among the digests that are under way.
    pub(super) async fn place(&self) -> Permit {
        taken(Arc::clone(&self.places).acquire_owned().await)
    }
}

fn taken(permit: Result<Permit, AcquireError>) -> Permit {
    permit.expect("these semaphores are never closed")
}
