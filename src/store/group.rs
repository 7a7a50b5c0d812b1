//! The one writer of this process, and group commit: what is written while somebody else waits to write is committed
//! together with theirs, so that many thanks share one wait for the disk. Whoever is told that something was kept is
//! told after that commit.
//!
//! Each member of a group but the first has a savepoint: what fails takes back its own statements and nobody else's.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::{Any, AnyConnection, AnyPool, Transaction};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use crate::store::database::{Kind, ONE_WRITER};
use crate::store::sealing::KeyId;
use crate::store::trouble::{self, Fate, Trouble};
use crate::store::witness::{Ending, Witness};
use crate::store::{Result, StoreError};

/// The most members of a group: the first of them waits for the last.
const MOST: usize = 256;

/// Hands out the right to write, one after another.
#[derive(Clone)]
pub(super) struct Writer {
    pool: AnyPool,
    kind: Kind,
    patience: Duration,
    turn: Arc<Mutex<Turn>>,
    waiting: Arc<AtomicUsize>,
    witness: Option<Arc<dyn Witness>>,
}

/// The group that is being written; nothing between two groups.
#[derive(Default)]
struct Turn {
    group: Option<Group>,
}

/// How a commit ended.
type Committed = std::result::Result<(), (Option<Trouble>, Fate)>;

struct Group {
    transaction: Transaction<'static, Any>,
    /// How many have written and wait for the commit.
    members: usize,
    /// The key that seals in this transaction, once somebody has asked.
    sealing: Option<KeyId>,
    /// Whether the commit came about, once that is known. Whoever is left without a word was taken back with it.
    committed: watch::Sender<Option<Committed>>,
}

impl Writer {
    pub(super) fn new(pool: AnyPool, kind: Kind, patience: Duration, witness: Option<Arc<dyn Witness>>) -> Self {
        Self { pool, kind, patience, turn: Arc::default(), waiting: Arc::default(), witness }
    }

    /// Waits for its turn no longer than for the lock behind it: who stands far back in a line that does not move
    /// hears of it while there is somebody to tell.
    ///
    /// # Errors
    /// The database failed, or its turn did not come.
    pub(super) async fn begin(&self) -> Result<Write<'_>> {
        let mut waiting = Waiting::new(self);
        let Ok(mut turn) = tokio::time::timeout(self.patience, Arc::clone(&self.turn).lock_owned()).await else {
            return Err(StoreError::NotKept { why: Some(Trouble::Locked), fate: Fate::Gone });
        };
        waiting.over();
        match &mut turn.group {
            Some(_) => {
                // Held before the first statement: if this is dropped in the middle, it is taken back all the same.
                let mut write = Write { turn: Some(turn), joined: true, writer: self.clone(), of: PhantomData };
                sqlx::query("savepoint member").execute(&mut *write).await?;
                return Ok(write);
            }
            empty => {
                let transaction = match self.kind {
                    Kind::Sqlite => self.pool.begin_with("begin immediate").await?,
                    Kind::Postgres => {
                        let mut transaction = self.pool.begin().await?;
                        sqlx::query(ONE_WRITER).execute(&mut *transaction).await?;
                        transaction
                    }
                };
                *empty = Some(Group { transaction, members: 0, sealing: None, committed: watch::channel(None).0 });
            }
        }
        Ok(Write { turn: Some(turn), joined: false, writer: self.clone(), of: PhantomData })
    }

    /// Commits the group, in a task of its own: that its last member is not waited for any more must harm no other.
    async fn commit(&self, mut turn: OwnedMutexGuard<Turn>) -> Result<()> {
        let Some(group) = turn.group.take() else { return Ok(()) };
        let witness = self.witness.clone();
        let committing = tokio::spawn(async move {
            if let Some(witness) = &witness
                && witness.about_to_commit().await == Ending::Undone
            {
                // Dropped, the transaction takes itself back.
                return Err((Some(Trouble::Away), Fate::Gone));
            }
            let done = group.transaction.commit().await;
            let done = done.map_err(|error| {
                tracing::debug!(%error, "a commit failed");
                (trouble::of(&error), trouble::fate(&error))
            });
            if let Some(witness) = &witness {
                witness.committed().await;
            }
            group.committed.send_replace(Some(done));
            drop(turn);
            done
        });
        committing.await.unwrap_or(Err((None, Fate::Unknown))).map_err(not_kept)
    }
}

const fn not_kept((why, fate): (Option<Trouble>, Fate)) -> StoreError {
    StoreError::NotKept { why, fate }
}

/// Somebody who waits to write. If they are not waited for any more, the group that counted on them is committed.
struct Waiting {
    writer: Option<Writer>,
}

impl Waiting {
    fn new(writer: &Writer) -> Self {
        writer.waiting.fetch_add(1, Ordering::SeqCst);
        Self { writer: Some(writer.clone()) }
    }

    fn over(&mut self) {
        if let Some(writer) = self.writer.take() {
            writer.waiting.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let Some(writer) = self.writer.take() else { return };
        writer.waiting.fetch_sub(1, Ordering::SeqCst);
        in_the_background(async move {
            let turn = Arc::clone(&writer.turn).lock_owned().await;
            if turn.group.is_some() && writer.waiting.load(Ordering::SeqCst) == 0 {
                // Its members are told by the commit itself.
                let _told = writer.commit(turn).await;
            }
        });
    }
}

/// Runs what a dropped value leaves to do. Without a runtime the process is ending, and the database takes back by
/// itself what was not committed.
fn in_the_background(work: impl Future<Output = ()> + Send + 'static) {
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        runtime.spawn(work);
    }
}

/// A transaction that writes. There is one at a time, on either database. What is dropped without having been
/// committed is taken back.
pub(super) struct Write<'a> {
    /// Nothing once it is over.
    turn: Option<OwnedMutexGuard<Turn>>,
    /// Whether it joined a group that others have written in, and so has a savepoint.
    joined: bool,
    writer: Writer,
    of: PhantomData<&'a Writer>,
}

impl Write<'_> {
    /// The key that seals in this transaction, if it is known already.
    pub(super) fn sealing(&self) -> Option<KeyId> {
        self.turn.as_ref().and_then(|turn| turn.group.as_ref()).and_then(|group| group.sealing)
    }

    /// Remembers the key that seals in this transaction: nobody else can change it before the end.
    pub(super) fn set_sealing(&mut self, by: KeyId) {
        self.remember_sealing(Some(by));
    }

    /// The key that seals may be another one from here on.
    pub(super) fn forget_sealing(&mut self) {
        self.remember_sealing(None);
    }

    fn remember_sealing(&mut self, by: Option<KeyId>) {
        if let Some(group) = self.turn.as_mut().and_then(|turn| turn.group.as_mut()) {
            group.sealing = by;
        }
    }

    /// Keeps what was written: when this returns, it is on the disk.
    ///
    /// # Errors
    /// It could not be kept.
    pub(super) async fn commit(mut self) -> Result<()> {
        if self.joined {
            sqlx::query("release savepoint member").execute(&mut *self).await?;
        }
        let Some(mut turn) = self.turn.take() else { return Ok(()) };
        let waits = self.writer.waiting.load(Ordering::SeqCst) > 0;
        let Some(group) = turn.group.as_mut() else { return Ok(()) };
        group.members += 1;
        if !waits || group.members >= MOST {
            return self.writer.commit(turn).await;
        }
        // Whoever waits writes next, and the last of them commits for all.
        let mut committed = group.committed.subscribe();
        drop(turn);
        let kept = committed.wait_for(Option::is_some).await.map_or(Some(Err((None, Fate::Gone))), |kept| *kept);
        kept.unwrap_or(Err((None, Fate::Unknown))).map_err(not_kept)
    }
}

impl Drop for Write<'_> {
    fn drop(&mut self) {
        let Some(mut turn) = self.turn.take() else { return };
        if !self.joined {
            // Nobody else is in it: dropped, the transaction takes itself back.
            turn.group = None;
            return;
        }
        let writer = self.writer.clone();
        in_the_background(async move {
            let Some(group) = turn.group.as_mut() else { return };
            group.sealing = None;
            if let Err(error) = sqlx::query("rollback to savepoint member").execute(&mut *group.transaction).await {
                tracing::error!(%error, "what failed could not be taken back alone; all that was written with it is");
                turn.group = None;
            } else if writer.waiting.load(Ordering::SeqCst) == 0 {
                // Its members are told by the commit itself.
                let _told = writer.commit(turn).await;
            }
        });
    }
}

impl Deref for Write<'_> {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        let group = self.turn.as_ref().and_then(|turn| turn.group.as_ref());
        &group.expect("a write that is not over has its group").transaction
    }
}

impl DerefMut for Write<'_> {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        let group = self.turn.as_mut().and_then(|turn| turn.group.as_mut());
        &mut group.expect("a write that is not over has its group").transaction
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::database;

    #[tokio::test]
    async fn what_the_database_took_back_by_itself_spoils_no_connection() {
        let folder = tempfile::TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("full.db").display());
        let patience = Duration::from_secs(20);
        let opened = database::connect(&url, patience).await.unwrap();
        let writer = Writer::new(opened.pool, opened.kind, patience, None);
        let run = async |sql: &'static str| {
            let mut write = writer.begin().await?;
            sqlx::query(sql).execute(&mut *write).await?;
            write.commit().await
        };
        run("create table words (word text)").await.unwrap();
        // More often than there are connections.
        for _ in 0..9 {
            let mut write = writer.begin().await.unwrap();
            sqlx::query("pragma max_page_count = 2").execute(&mut *write).await.unwrap();
            let long = sqlx::query("insert into words values (hex(zeroblob(100000)))");
            let full = long.execute(&mut *write).await.unwrap_err();
            assert_eq!(trouble::of(&full), Some(Trouble::Full));
        }
        run("insert into words values ('kept')").await.unwrap();
    }
}
