//! The connections to the database, and the limit of everything that waits for one.
//!
//! sqlx's own pool waits without an end where a connection falls silent (no FIN, no RST): when it tests one that came
//! back or closes one, with its place taken meanwhile. It also hides why it gets no connection. Here a connection on
//! which a statement was not answered is dropped, which waits for no one, and so are all that were made before.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, Connection as _};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::store::dial::Way;
use crate::store::journal::Journal;
use crate::store::own_file::OwnFile;
use crate::store::trouble::{self, Trouble};

/// How long one may be unused before it is replaced: firewalls forget connections.
const IDLE: Duration = Duration::from_secs(600);
/// How old one may be before it is replaced: the name in the address may lead to another server by now.
const OLD: Duration = Duration::from_secs(1800);
/// The pause before the second try to connect; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// The count of a connection that is not used again; the pool never has it.
pub(super) const NEVER_AGAIN: u64 = u64::MAX;

/// Whether a new connection has its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settings {
    /// It has.
    Set,
    /// It has none: to look at a file that must not be changed, or at whom a pooler gives the connection to.
    Unset,
}

/// How long each kind of wait for the database may last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    /// For a connection, and for the writer's turn: [`Limits::of`]'s patience.
    pub(super) turn: Duration,
    /// For connecting to one server.
    pub(super) connect: Duration,
    /// For the answer of an idle connection that is about to be used.
    pub(super) ping: Duration,
    /// For each answer to a statement.
    pub(super) statement: Duration,
    /// For a lock, at the server.
    pub(super) lock: Duration,
}

impl Limits {
    /// The limits for someone who waits for `patience` in all: within it, a statement that is not answered leaves time
    /// for another connection.
    pub(super) fn of(patience: Duration) -> Self {
        let (second, statement) = (Duration::from_secs(1), (patience / 2).clamp(2 * Duration::from_secs(1), IDLE / 20));
        Self {
            turn: patience.max(2 * second),
            connect: (patience / 4).clamp(2 * second, 5 * second),
            ping: (patience / 10).clamp(second, 2 * second),
            statement,
            lock: patience.min(statement * 4 / 5),
        }
    }
}

/// Where connections are made.
#[derive(Debug)]
pub(super) enum Target {
    /// A file: no one else is waited for but its lock.
    File(FileTarget),
    /// The servers, in the order in which they are tried.
    Servers(Servers),
}

/// An SQLite file.
#[derive(Debug)]
pub(super) struct FileTarget {
    pub(super) to: AnyConnectOptions,
    /// What each new connection runs first.
    pub(super) settings: String,
    pub(super) journal: Journal,
    /// Which file is open.
    pub(super) own_file: OwnFile,
}

/// PostgreSQL's servers.
#[derive(Debug)]
pub(super) struct Servers {
    /// The way to each, with its name for messages.
    pub(super) all: Vec<(AnyConnectOptions, Arc<str>)>,
    /// These ways, which are open as long as this is.
    pub(super) _ways: Vec<Way>,
    /// What each new connection runs first.
    pub(super) settings: String,
    /// Whether a server that only reads is passed over.
    pub(super) must_write: bool,
    /// Which one took the last connection.
    pub(super) last: AtomicUsize,
}

/// A connection to the database.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) raw: AnyConnection,
    /// Whom it leads to, for messages.
    pub(super) server: Arc<str>,
    pub(super) made_at: Instant,
    /// The pool's count when it was made.
    pub(super) epoch: u64,
}

/// A connection with its place in the pool.
pub(super) type Taken = (Live, OwnedSemaphorePermit);

/// The connections. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Pool(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    target: Target,
    limits: Limits,
    size: u32,
    places: Arc<Semaphore>,
    idle: Mutex<Vec<(Live, Instant)>>,
    /// Counts up when all connections are given up; those of before are dropped.
    epoch: AtomicU64,
    /// Why the last try to connect failed, until one succeeds.
    failed: Mutex<Option<String>>,
}

impl Pool {
    pub(super) fn new(target: Target, limits: Limits, size: u32) -> Self {
        Self(Arc::new(Shared {
            target,
            limits,
            size,
            places: Arc::new(Semaphore::new(size as usize)),
            idle: Mutex::default(),
            epoch: AtomicU64::new(0),
            failed: Mutex::default(),
        }))
    }

    /// The limits of everything that waits here.
    pub(super) fn limits(&self) -> Limits {
        self.0.limits
    }

    /// A connection, tested where that costs a round trip.
    ///
    /// # Errors
    /// None was free in time, or the database cannot be connected to.
    pub(super) async fn take(&self) -> sqlx::Result<Taken> {
        self.take_until(Instant::now() + self.0.limits.turn).await
    }

    /// The first connection: says at once why there is none. Without the settings it is not used again.
    pub(super) async fn take_first(&self, settings: Settings) -> sqlx::Result<Taken> {
        if settings == Settings::Set {
            return self.take_until(Instant::now()).await;
        }
        let place = Arc::clone(&self.0.places).acquire_owned().await.map_err(|_| sqlx::Error::PoolClosed)?;
        let (raw, server) = self.0.target.connect(self.0.limits, settings).await?;
        Ok((Live { raw, server, made_at: Instant::now(), epoch: NEVER_AGAIN }, place))
    }

    async fn take_until(&self, deadline: Instant) -> sqlx::Result<Taken> {
        let places = Arc::clone(&self.0.places);
        let place = match timeout_at(deadline, places.acquire_owned()).await {
            Ok(place) => place.map_err(|_| sqlx::Error::PoolClosed)?,
            Err(_) => return Err(self.crowded()),
        };
        while let Some(mut live) = self.pop() {
            let answers = match self.0.target {
                Target::File(..) => true,
                Target::Servers(_) => matches!(timeout(self.0.limits.ping, live.raw.ping()).await, Ok(Ok(()))),
            };
            if answers {
                return Ok((live, place));
            }
            // What happened to one has probably happened to all.
            self.give_up_all();
        }
        Ok((self.connect_until(deadline).await?, place))
    }

    /// The newest of the idle connections that are still good; drops the others.
    fn pop(&self) -> Option<Live> {
        let now = Instant::now();
        let epoch = self.0.epoch.load(Ordering::SeqCst);
        let mut idle = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(self.0.target, Target::Servers(_)) {
            idle.retain(|(live, since)| live.epoch == epoch && now - *since < IDLE && now - live.made_at < OLD);
        }
        idle.pop().map(|(live, _)| live)
    }

    /// Connects; tries again, until the deadline, after what may pass by itself.
    async fn connect_until(&self, deadline: Instant) -> sqlx::Result<Live> {
        let mut pause = FIRST_PAUSE;
        loop {
            // Read before: a connection made while all are given up may already be one of those.
            let epoch = self.0.epoch.load(Ordering::SeqCst);
            let made = self.0.target.connect(self.0.limits, Settings::Set).await;
            let failed = made.as_ref().err().map(ToString::to_string);
            self.0.failed.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&failed);
            match made {
                Ok((raw, server)) => return Ok(Live { raw, server, made_at: Instant::now(), epoch }),
                Err(error) if trouble::may_pass_soon(&error) && Instant::now() + pause < deadline => {
                    sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Why no connection was free.
    fn crowded(&self) -> sqlx::Error {
        let failed = self.0.failed.lock().unwrap_or_else(PoisonError::into_inner).clone();
        failed.map_or(sqlx::Error::PoolTimedOut, |why| Trouble::NoConnection { why }.into())
    }

    /// Gives up every connection: idle ones now, the others when they come back.
    pub(super) fn give_up_all(&self) {
        self.0.epoch.fetch_add(1, Ordering::SeqCst);
        let idle = std::mem::take(&mut *self.0.idle.lock().unwrap_or_else(PoisonError::into_inner));
        // Outside the lock. Dropping closes a socket and waits for no one.
        drop(idle);
    }

    /// Takes a connection back.
    pub(super) fn put_back(&self, live: Live, place: OwnedSemaphorePermit) {
        if live.epoch == self.0.epoch.load(Ordering::SeqCst) && !self.0.places.is_closed() {
            self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).push((live, Instant::now()));
        }
        // After that, so that who waits for the place finds the connection.
        drop(place);
    }

    /// The journal of a file, and which file is open.
    pub(super) fn file(&self) -> Option<(Journal, &OwnFile)> {
        match &self.0.target {
            Target::File(file) => Some((file.journal, &file.own_file)),
            Target::Servers(_) => None,
        }
    }

    /// Whether connections are to a file.
    pub(super) fn is_file(&self) -> bool {
        matches!(self.0.target, Target::File(..))
    }

    /// Closes all connections once they have come back, but waits no longer than for a statement.
    pub(super) async fn close(&self) {
        let limit = self.0.limits.turn;
        let _back_or_late = timeout(limit, Arc::clone(&self.0.places).acquire_many_owned(self.0.size)).await;
        self.0.places.close();
        let idle = std::mem::take(&mut *self.0.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for (live, _) in idle {
            // A file is complete only after that; a server notices by itself.
            let _closed_or_late = timeout(self.0.limits.ping, live.raw.close()).await;
        }
        if let Some((_, own_file)) = self.file() {
            let _closed_or_late = timeout(self.0.limits.ping, own_file.close()).await;
        }
    }
}

impl Target {
    async fn connect(&self, limits: Limits, settings: Settings) -> sqlx::Result<(AnyConnection, Arc<str>)> {
        match self {
            Self::File(FileTarget { to, settings: all, own_file, .. }) => {
                // Nothing is made anew where the open file is gone.
                own_file.check().await.map_err(sqlx::Error::Io)?;
                let mut raw = AnyConnection::connect_with(to).await?;
                if settings == Settings::Set {
                    sqlx::raw_sql(sqlx::AssertSqlSafe(all.clone())).execute(&mut raw).await?;
                }
                Ok((raw, "the file".into()))
            }
            Self::Servers(servers) => servers.connect(limits.connect, settings).await,
        }
    }
}

impl Servers {
    /// Connects to the first server that will do, beginning with the last one that did.
    async fn connect(&self, limit: Duration, settings: Settings) -> sqlx::Result<(AnyConnection, Arc<str>)> {
        let first = self.last.load(Ordering::Relaxed);
        let mut failed = None;
        for number in (0..self.all.len()).map(|step| (first + step) % self.all.len()) {
            let (to, name) = &self.all[number];
            let connecting = timeout(limit, self.connect_to(to, name, settings)).await;
            match connecting.unwrap_or_else(|_| Err(Trouble::NoWelcome { server: Arc::clone(name), limit }.into())) {
                Ok(raw) => {
                    self.last.store(number, Ordering::Relaxed);
                    return Ok((raw, Arc::clone(name)));
                }
                Err(error) => failed = Some(error),
            }
        }
        Err(failed.unwrap_or(sqlx::Error::PoolClosed))
    }

    async fn connect_to(
        &self,
        to: &AnyConnectOptions,
        name: &Arc<str>,
        settings: Settings,
    ) -> sqlx::Result<AnyConnection> {
        let connected = AnyConnection::connect_with(to).await;
        let mut raw = connected.map_err(|error| trouble::at_server(error, name))?;
        if settings == Settings::Unset {
            return Ok(raw);
        }
        sqlx::raw_sql(sqlx::AssertSqlSafe(self.settings.clone())).execute(&mut raw).await?;
        if self.must_write {
            let reads: String =
                sqlx::query_scalar("select current_setting('transaction_read_only')").fetch_one(&mut raw).await?;
            if reads == "on" {
                return Err(Trouble::OnlyReads { server: Arc::clone(name) }.into());
            }
        }
        Ok(raw)
    }
}
