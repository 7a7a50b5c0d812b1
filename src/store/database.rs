//! The two databases: how to open each, and how they differ.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Connection as _};

use crate::store::own_file::OwnFile;
use crate::store::problem::{self, CommitOutcome, DatabaseProblem};
use crate::store::{Result, Store, StoreError, ms};

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One file beside the bot.
    Sqlite,
    /// A server, which several processes can share.
    Postgres,
}

/// The least time a new connection gets, even if other timeouts are shorter.
const CONNECT: Duration = Duration::from_secs(2);

/// Why the last new connection could not be used, if it could not.
pub(super) type Refusal = Arc<Mutex<Option<DatabaseProblem>>>;

/// An open database.
pub(super) struct Opened {
    pub(super) kind: Kind,
    pub(super) pool: AnyPool,
    pub(super) refusal: Refusal,
    pub(super) own_file: OwnFile,
    to: AnyConnectOptions,
    settings: String,
}

impl Opened {
    /// A connection that is not in the pool.
    ///
    /// # Errors
    /// The database gives none.
    pub(super) async fn connect(&self) -> sqlx::Result<AnyConnection> {
        let mut connection = AnyConnection::connect_with(&self.to).await?;
        configure(&mut connection, &self.settings).await?;
        Ok(connection)
    }
}

/// The settings of every SQLite connection, apart from the lock timeout.
const SQLITE: &[&str] = &[
    "pragma journal_mode = wal",
    // What was acknowledged is on disk: WAL alone would lose the last transactions at power loss.
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    // Erased words must not remain in free pages.
    "pragma secure_delete = on",
    // As in PostgreSQL; also lets a search by prefix use the index.
    "pragma case_sensitive_like = on",
];

/// The settings of every PostgreSQL connection, apart from the lock timeout.
const POSTGRES: &[&str] = &[
    // A process that hangs inside a transaction must not block other writers forever.
    "set idle_in_transaction_session_timeout = '60s'",
    // What was acknowledged is on disk, whatever the server's own setting.
    "set synchronous_commit = on",
];

/// What SQLite keeps beside a file that is open: the write-ahead log and its index.
pub(super) const BESIDE_AN_OPEN_FILE: &[&str] = &["-wal", "-shm"];

/// Takes the writer's lock in PostgreSQL until the transaction ends, as `begin immediate` does in SQLite: each writer
/// sees what the previous one wrote, and there are no deadlocks. The number is the letters "cmad", and only cmad uses
/// it in this database.
pub(super) const ONE_WRITER: &str = "select pg_advisory_xact_lock(1668112740)";
/// Takes the same lock until the connection is closed: a migration has several transactions.
pub(super) const ONE_WRITER_UNTIL_CLOSED: &str = "select pg_advisory_lock(1668112740)";

/// Opens the database at `url`; a missing file is created. Statements wait for other writers for `patience`. `look` sees
/// the first connection before anything is written: the settings of SQLite would already change an empty file.
///
/// # Errors
/// The address is not one of SQLite or PostgreSQL, the database does not open, or `look` refuses it.
pub(super) async fn connect(
    url: &str,
    patience: Duration,
    look: impl AsyncFnOnce(&mut AnyConnection, Kind) -> Result<()>,
) -> Result<Opened> {
    let (kind, url, once_there) = if let Some(rest) = url.strip_prefix("sqlite:") {
        // Only the first connection may make the file: one that is gone later is not to be made anew.
        (Kind::Sqlite, sqlite_url(rest, "rwc")?, sqlite_url(rest, "rw")?)
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        (Kind::Postgres, url.to_owned(), url.to_owned())
    } else {
        return Err(StoreError::Address);
    };
    sqlx::any::install_default_drivers();
    let (settings, connections, waits) = match kind {
        // One writer at a time; a few more connections let readers pass.
        Kind::Sqlite => (SQLITE, 4, format!("pragma busy_timeout = {}", patience.as_millis())),
        Kind::Postgres => (POSTGRES, 8, format!("set lock_timeout = {}", patience.as_millis())),
    };
    let settings = format!("{waits};{}", settings.join(";"));
    // Connects once without the pool, which would hide why it gets no connection.
    let mut first = AnyConnection::connect_with(&AnyConnectOptions::from_str(&url)?).await?;
    look(&mut first, kind).await?;
    configure(&mut first, &settings).await?;
    first.close().await?;
    let to = AnyConnectOptions::from_str(&once_there)?;
    let (refusal, own_file) = (Refusal::default(), OwnFile::default());
    let (refused, own, each) = (Arc::clone(&refusal), own_file.clone(), settings.clone());
    let options = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(patience.max(CONNECT))
        .after_connect(move |connection, _| {
            let (each, refused, own) = (each.clone(), Arc::clone(&refused), own.clone());
            Box::pin(async move {
                let configured = match own.check().await {
                    Ok(()) => configure(connection, &each).await,
                    Err(replaced) => Err(sqlx::Error::Io(replaced)),
                };
                *refused.lock().unwrap_or_else(PoisonError::into_inner) =
                    configured.as_ref().err().and_then(problem::of);
                configured
            })
        });
    let options = match kind {
        Kind::Sqlite => options
            .after_release(|connection, _| Box::pin(has_ended(connection)))
            // A file needs no new connections. And while one is open, no file system changes its inode.
            .idle_timeout(None)
            .max_lifetime(None),
        Kind::Postgres => options,
    };
    Ok(Opened { kind, pool: options.connect_lazy_with(to.clone()), refusal, own_file, to, settings })
}

/// Sets a new connection's settings in one round trip, and without a prepared statement, which some poolers would give to
/// other clients.
async fn configure(connection: &mut AnyConnection, settings: &str) -> sqlx::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(settings.to_owned())).execute(connection).await?;
    Ok(())
}

/// Whether a connection may be reused. When a disk fails, SQLite rolls back by itself; then sqlx's rollback fails, and
/// it would count the transaction as open forever and never begin another on that connection.
async fn has_ended(connection: &mut AnyConnection) -> sqlx::Result<bool> {
    // A dropped transaction is rolled back before this answers.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Locks a file beside the database, not the database itself: closing that would drop SQLite's own locks.
pub(super) fn lock_file(url: &str) -> Result<Option<File>> {
    let Some(file) = file(url) else { return Ok(None) };
    make_folder_of(file)?;
    let lock = File::create(file.with_added_extension("lock")).map_err(StoreError::Folder)?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Err(StoreError::Taken(file.into())),
        Err(TryLockError::Error(error)) => Err(StoreError::Folder(error)),
    }
}

/// The file beside another that has its name and this suffix.
pub(super) fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// The file in an address, if it has one.
pub(super) fn file(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(file_of).filter(|file| *file != ":memory:").map(Path::new)
}

/// The file name in an address, after `sqlite:`.
fn file_of(rest: &str) -> &str {
    rest.trim_start_matches("//").split('?').next().unwrap_or_default()
}

fn make_folder_of(file: &Path) -> Result<()> {
    match file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder).map_err(StoreError::Folder),
        None => Ok(()),
    }
}

/// The address in sqlx's form, with this mode if it names none; creates the folder.
fn sqlite_url(rest: &str, mode: &str) -> Result<String> {
    let file = file_of(rest);
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    make_folder_of(Path::new(file))?;
    // Without the slashes: a name after them would be parsed as a host, which cannot have spaces.
    let joint = if query.is_empty() { "" } else { "&" };
    if query.contains("mode=") {
        return Ok(format!("sqlite:{file}?{query}"));
    }
    Ok(format!("sqlite:{file}?{query}{joint}mode={mode}"))
}

/// How much a test write needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Little.
    ForANote,
    /// At least what the longest thank-you needs with everything that follows from it.
    ForThanks,
}

/// The notes of test writes, which belong to no backup.
pub(super) const PROBES: [&str; 2] = ["probe", "probe-room"];
/// A thank-you of 1,500 characters, its sends and the indexes change up to thirty pages of 4 KiB.
const THANKS_BYTES: usize = 128 << 10;

impl Room {
    /// The name and the text of a note that needs it: another text each time, of the same length, so that each page is
    /// written, and none that PostgreSQL could compress.
    fn note(self, now: DateTime<Utc>) -> (&'static str, String) {
        let at = ms(now);
        match self {
            Self::ForANote => (PROBES[0], at.to_string()),
            Self::ForThanks => {
                let hashes = (0..THANKS_BYTES / 64).map(|n| hex::encode(Sha256::digest(format!("{at} {n}"))));
                (PROBES[1], hashes.collect())
            }
        }
    }
}

impl Store {
    /// Checks the whole file of a SQLite database for damage; a damaged one must not be written to. PostgreSQL checks
    /// its own files.
    ///
    /// # Errors
    /// It is damaged, or cannot be read.
    pub async fn check_file(&self) -> Result<()> {
        if self.kind != Kind::Sqlite {
            return Ok(());
        }
        let found: Vec<String> = sqlx::query_scalar("pragma quick_check(1)").fetch_all(&self.pool).await?;
        match found.first().map(String::as_str) {
            Some("ok") => Ok(()),
            said => Err(StoreError::Damaged(said.unwrap_or("it says nothing").replace('\n', " "))),
        }
    }

    /// Whether the database accepts writes and has this much room: writes a note that no code reads.
    ///
    /// # Errors
    /// It does not, for example because the disk is full.
    pub async fn probe(&self, now: DateTime<Utc>, room: Room) -> Result<()> {
        let (name, text) = room.note(now);
        let written = async {
            let mut write = self.write().await?;
            sqlx::query(
                "insert into remembered (name, value) values ($1, $2)
                 on conflict (name) do update set value = excluded.value",
            )
            .bind(name)
            .bind(text)
            .execute(&mut *write)
            .await?;
            write.commit().await
        };
        match written.await {
            Err(StoreError::Database(sqlx::Error::PoolTimedOut)) => Err(self.no_connection()),
            done => done,
        }
    }

    /// The reason for missing connections, as far as the last new one showed it.
    fn no_connection(&self) -> StoreError {
        let refused = *self.refusal.lock().unwrap_or_else(PoisonError::into_inner);
        StoreError::NotCommitted { why: refused.or(Some(DatabaseProblem::Away)), outcome: CommitOutcome::NotWritten }
    }
}
