//! The single writer of this process, with group commit: while other callers wait to write, finished writes are not
//! committed one by one but together, so that many thanks share one disk sync. Each `commit` returns after that sync.
//!
//! Every member of a group except the first has a savepoint, so that a failure undoes only its own statements.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard, watch};
use tokio::time::{Instant, sleep, timeout_at};

use crate::store::commit_observer::{CommitDecision, CommitObserver};
use crate::store::connection::Connection;
use crate::store::database::{Kind, ONE_WRITER};
use crate::store::database_problem::DatabaseProblem;
use crate::store::pool::Pool;
use crate::store::problem::{self, CommitOutcome};
use crate::store::sealing::KeyId;
use crate::store::{Result, StoreError};
use domain::send::QuestionLimits;

/// The most members of a group; the first one waits until the last one has written.
const MOST: usize = 256;

/// The pause before a transaction is begun again.
const PAUSE: Duration = Duration::from_millis(100);

/// Gives write access to one caller at a time.
#[derive(Clone)]
pub(super) struct Writer {
    pool: Pool,
    kind: Kind,
    patience: Duration,
    /// The group that is being written, if there is one; locked while a member writes.
    slot: Arc<Mutex<Option<Group>>>,
    waiting: Arc<AtomicUsize>,
    /// Why no transaction begins, while that is tried.
    stuck: Arc<std::sync::Mutex<Option<DatabaseProblem>>>,
    observer: Option<Arc<dyn CommitObserver>>,
    pub(super) questions: QuestionLimits,
}

/// The result of a commit.
type Committed = std::result::Result<(), (Option<DatabaseProblem>, CommitOutcome)>;

struct Group {
    transaction: Connection,
    /// How many members have written and wait for the commit.
    members: usize,
    /// The key that seals in this transaction, once it was looked up.
    sealing: Option<KeyId>,
    /// The result of the commit, once it is known. If the sender is dropped without one, the transaction was rolled
    /// back.
    committed: watch::Sender<Option<Committed>>,
}

impl Writer {
    pub(super) fn new(pool: Pool, kind: Kind, patience: Duration, observer: Option<Arc<dyn CommitObserver>>) -> Self {
        let questions = QuestionLimits::default();
        Self {
            pool,
            kind,
            patience,
            slot: Arc::default(),
            waiting: Arc::default(),
            stuck: Arc::default(),
            observer,
            questions,
        }
    }

    /// A caller stuck in the queue times out while it can still be told.
    ///
    /// # Errors
    /// The database failed, or another writer did not finish in time.
    pub(super) async fn begin(&self) -> Result<Write<'_>> {
        let mut waiting = Waiting::new(self);
        let deadline = Instant::now() + self.patience;
        let Ok(mut slot) = timeout_at(deadline, Arc::clone(&self.slot).lock_owned()).await else {
            let why = *self.stuck.lock().unwrap_or_else(PoisonError::into_inner);
            let otherwise = if self.kind == Kind::Sqlite { DatabaseProblem::Locked } else { DatabaseProblem::Busy };
            return Err(not_committed((why.or(Some(otherwise)), CommitOutcome::NotWritten)));
        };
        waiting.finish();
        match &mut *slot {
            Some(_) => {
                // Created before the first statement, so that dropping it midway still rolls back.
                let mut write = Write { slot: Some(slot), joined: true, writer: self.clone(), of: PhantomData };
                sqlx::query("savepoint member").execute(&mut *write).await?;
                return Ok(write);
            }
            empty => {
                let transaction = self.transaction(deadline).await?;
                *empty = Some(Group { transaction, members: 0, sealing: None, committed: watch::channel(None).0 });
            }
        }
        Ok(Write { slot: Some(slot), joined: false, writer: self.clone(), of: PhantomData })
    }

    /// Begins a transaction that has the writer's lock. Nothing was written yet, so that a connection that does not
    /// answer, or whose server only reads by now, is replaced, and a lock is waited for, until the deadline.
    async fn transaction(&self, deadline: Instant) -> Result<Connection> {
        let mut has_moved = false;
        loop {
            let tried = self.try_transaction().await;
            let why = tried.as_ref().err().and_then(StoreError::problem);
            *self.stuck.lock().unwrap_or_else(PoisonError::into_inner) = why;
            match tried {
                // A new connection shows whether the address leads to another server by now.
                Err(error) if why == Some(DatabaseProblem::ReadOnly) && !has_moved => {
                    tracing::debug!(%error, "the server only reads by now; connecting again");
                    has_moved = true;
                }
                Err(error) if error.may_pass_soon() && Instant::now() + PAUSE < deadline => {
                    tracing::debug!(%error, "a transaction could not begin; trying again");
                    sleep(PAUSE).await;
                }
                tried => return tried,
            }
        }
    }

    async fn try_transaction(&self) -> Result<Connection> {
        let mut transaction = self.pool.acquire().await?;
        match self.kind {
            Kind::Sqlite => transaction.begin("begin immediate").await?,
            Kind::Postgres => {
                transaction.begin("begin").await?;
                let reads: String = sqlx::query_scalar(ONE_WRITER).fetch_one(&mut transaction).await?;
                if reads == "on" {
                    self.pool.give_up_all();
                    return Err(not_committed((Some(DatabaseProblem::ReadOnly), CommitOutcome::NotWritten)));
                }
            }
        }
        Ok(transaction)
    }

    /// Commits the group in a task of its own, because the last member's future may be dropped before the others' data
    /// is safe.
    async fn commit(&self, mut slot: OwnedMutexGuard<Option<Group>>) -> Result<()> {
        let Some(group) = slot.take() else { return Ok(()) };
        let (observer, pool) = (self.observer.clone(), self.pool.clone());
        let committing = tokio::spawn(async move {
            if let Some(observer) = &observer
                && observer.before_commit().await == CommitDecision::RollBack
            {
                // Dropping the transaction rolls it back.
                return Err((Some(DatabaseProblem::Away), CommitOutcome::NotWritten));
            }
            let own_file = pool.file().map(|(_, own_file)| own_file.clone()).unwrap_or_default();
            if own_file.is_gone().await {
                let gone = Err((Some(DatabaseProblem::Gone), CommitOutcome::NotWritten));
                group.committed.send_replace(Some(gone));
                // Dropping the transaction rolls it back.
                return gone;
            }
            let done = group.transaction.commit().await;
            let done = done.map_err(|error| {
                tracing::debug!(%error, "a commit failed");
                (problem::of(&error), problem::commit_outcome(&error))
            });
            // No one is told "kept" of a file that no one finds again.
            let done = match done {
                Ok(()) if own_file.is_gone().await => Err((Some(DatabaseProblem::Gone), CommitOutcome::Unknown)),
                done => done,
            };
            if let Some(observer) = &observer {
                observer.after_commit().await;
            }
            group.committed.send_replace(Some(done));
            drop(slot);
            done
        });
        committing.await.unwrap_or(Err((None, CommitOutcome::Unknown))).map_err(not_committed)
    }
}

const fn not_committed((why, outcome): (Option<DatabaseProblem>, CommitOutcome)) -> StoreError {
    StoreError::NotCommitted { why, outcome }
}

/// A caller that waits to write. If its future is dropped, the group that waited for it is committed.
struct Waiting {
    writer: Option<Writer>,
}

impl Waiting {
    fn new(writer: &Writer) -> Self {
        writer.waiting.fetch_add(1, Ordering::SeqCst);
        Self { writer: Some(writer.clone()) }
    }

    fn finish(&mut self) {
        if let Some(writer) = self.writer.take() {
            writer.waiting.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let Some(writer) = self.writer.take() else { return };
        writer.waiting.fetch_sub(1, Ordering::SeqCst);
        spawn_in_background(async move {
            let slot = Arc::clone(&writer.slot).lock_owned().await;
            if slot.is_some() && writer.waiting.load(Ordering::SeqCst) == 0 {
                // The commit reports its result to the members.
                let _reported = writer.commit(slot).await;
            }
        });
    }
}

/// Runs the rest of a drop. Without a runtime the process is ending, and the database rolls back by itself.
fn spawn_in_background(work: impl Future<Output = ()> + Send + 'static) {
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        runtime.spawn(work);
    }
}

/// A write transaction. There is one at a time, on either database. Dropping it without `commit` rolls it back.
pub(super) struct Write<'a> {
    /// `None` after the end.
    slot: Option<OwnedMutexGuard<Option<Group>>>,
    /// Whether it joined an existing group, and therefore has a savepoint.
    joined: bool,
    writer: Writer,
    of: PhantomData<&'a Writer>,
}

impl Write<'_> {
    /// The key that seals in this transaction, if it was looked up.
    pub(super) fn sealing(&self) -> Option<KeyId> {
        self.slot.as_ref().and_then(|slot| slot.as_ref()).and_then(|group| group.sealing)
    }

    /// Caches the key that seals in this transaction: no other writer can change it before the end.
    pub(super) fn set_sealing(&mut self, by: KeyId) {
        self.remember_sealing(Some(by));
    }

    /// How many questions may be open.
    pub(super) const fn question_limits(&self) -> QuestionLimits {
        self.writer.questions
    }

    /// Drops the cached key, because this transaction may have changed it.
    pub(super) fn forget_sealing(&mut self) {
        self.remember_sealing(None);
    }

    fn remember_sealing(&mut self, by: Option<KeyId>) {
        if let Some(group) = self.slot.as_mut().and_then(|slot| slot.as_mut()) {
            group.sealing = by;
        }
    }

    /// Commits. When this returns, the data is on disk.
    ///
    /// # Errors
    /// It was not committed, or that is unknown.
    pub(super) async fn commit(mut self) -> Result<()> {
        if self.joined {
            sqlx::query("release savepoint member").execute(&mut *self).await?;
        }
        let Some(mut slot) = self.slot.take() else { return Ok(()) };
        let waits = self.writer.waiting.load(Ordering::SeqCst) > 0;
        let Some(group) = slot.as_mut() else { return Ok(()) };
        group.members += 1;
        if !waits || group.members >= MOST {
            return self.writer.commit(slot).await;
        }
        // The waiting caller writes next; the last of them commits for all.
        let mut committed = group.committed.subscribe();
        drop(slot);
        let kept = committed
            .wait_for(Option::is_some)
            .await
            .map_or(Some(Err((None, CommitOutcome::NotWritten))), |kept| *kept);
        kept.unwrap_or(Err((None, CommitOutcome::Unknown))).map_err(not_committed)
    }
}

impl Drop for Write<'_> {
    fn drop(&mut self) {
        let Some(mut slot) = self.slot.take() else { return };
        if !self.joined {
            // It is alone in the group: dropping the transaction rolls it back.
            *slot = None;
            return;
        }
        let writer = self.writer.clone();
        spawn_in_background(async move {
            let Some(group) = slot.as_mut() else { return };
            group.sealing = None;
            if let Err(error) = sqlx::query("rollback to savepoint member").execute(&mut group.transaction).await {
                tracing::error!(%error, "a failed write could not be rolled back alone; the writes grouped with it are rolled back too");
                *slot = None;
            } else if writer.waiting.load(Ordering::SeqCst) == 0 {
                // The commit reports its result to the members.
                let _reported = writer.commit(slot).await;
            }
        });
    }
}

impl Deref for Write<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        let group = self.slot.as_ref().and_then(|slot| slot.as_ref());
        &group.expect("a write that is not over has its group").transaction
    }
}

impl DerefMut for Write<'_> {
    fn deref_mut(&mut self) -> &mut Connection {
        let group = self.slot.as_mut().and_then(|slot| slot.as_mut());
        &mut group.expect("a write that is not over has its group").transaction
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Access, database};

    #[tokio::test]
    async fn a_rollback_by_the_database_leaves_connections_usable() {
        let folder = tempfile::TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("full.db").display());
        let patience = Duration::from_secs(20);
        let access = Access { patience, ..Access::default() };
        let opened = database::connect(&url, access, async |_, _| Ok(())).await.unwrap();
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
            assert_eq!(problem::of(&full), Some(DatabaseProblem::Full));
        }
        run("insert into words values ('kept')").await.unwrap();
    }
}
