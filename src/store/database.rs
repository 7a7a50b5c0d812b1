//! The two databases: how each is opened, and in what they differ.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::str::FromStr as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Connection as _};

use crate::store::trouble::{self, Trouble};
use crate::store::{Result, Store, StoreError};

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One file beside the bot.
    Sqlite,
    /// A server, which several processes can share.
    Postgres,
}

/// How long a new connection may take at least, however little patience there is with other writers.
const CONNECT: Duration = Duration::from_secs(2);

/// What kept the last new connection from being used, if anything did.
pub(super) type Refusal = Arc<Mutex<Option<Trouble>>>;

/// An open database.
pub(super) struct Opened {
    pub(super) kind: Kind,
    pub(super) pool: AnyPool,
    pub(super) refusal: Refusal,
}

/// What each connection to SQLite is told, once it knows how long to wait for its turn.
const SQLITE: &[&str] = &[
    "pragma journal_mode = wal",
    // What was acknowledged to a person is on the disk: WAL alone would lose the last moments at power loss.
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    // An erased word leaves no free page behind.
    "pragma secure_delete = on",
    // As in PostgreSQL; and what begins with some text is then found by the index.
    "pragma case_sensitive_like = on",
];

/// What each connection to PostgreSQL is told.
const POSTGRES: &[&str] = &[
    // A process that stands still in the middle of a transaction must not keep all others from writing for ever.
    "set idle_in_transaction_session_timeout = '60s'",
    // What was acknowledged to a person is on the disk, whatever the server's own setting.
    "set synchronous_commit = on",
];

/// Takes the one writer's place in PostgreSQL until the transaction ends, as `begin immediate` does in SQLite: whoever
/// writes then sees what the one before wrote, and nobody waits for another in a circle. The number is ours alone
/// within the database: the letters "cmad".
pub(super) const ONE_WRITER: &str = "select pg_advisory_xact_lock(1668112740)";

/// Opens the database at `url`; a file is made when there is none. Statements wait for other writers for `patience`.
///
/// # Errors
/// The address is of another kind, or the database does not open.
pub(super) async fn connect(url: &str, patience: Duration) -> Result<Opened> {
    let (kind, url) = if let Some(rest) = url.strip_prefix("sqlite:") {
        (Kind::Sqlite, sqlite_url(rest)?)
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        (Kind::Postgres, url.to_owned())
    } else {
        return Err(StoreError::Address);
    };
    sqlx::any::install_default_drivers();
    let (told, connections, waits) = match kind {
        // One writer at a time; a few more connections let readers pass.
        Kind::Sqlite => (SQLITE, 4, format!("pragma busy_timeout = {}", patience.as_millis())),
        Kind::Postgres => (POSTGRES, 8, format!("set lock_timeout = {}", patience.as_millis())),
    };
    let to = AnyConnectOptions::from_str(&url)?;
    // Once by hand: why a pool gets no connection it keeps to itself.
    let mut first = AnyConnection::connect_with(&to).await?;
    greet(&mut first, &waits, told).await?;
    first.close().await?;
    let refusal = Refusal::default();
    let refused = Arc::clone(&refusal);
    let options = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(patience.max(CONNECT))
        .after_connect(move |connection, _| {
            let (waits, refused) = (waits.clone(), Arc::clone(&refused));
            Box::pin(async move {
                let greeted = greet(connection, &waits, told).await;
                *refused.lock().unwrap_or_else(PoisonError::into_inner) = greeted.as_ref().err().and_then(trouble::of);
                greeted
            })
        });
    let options = match kind {
        Kind::Sqlite => options.after_release(|connection, _| Box::pin(has_ended(connection))),
        Kind::Postgres => options,
    };
    Ok(Opened { kind, pool: options.connect_lazy_with(to), refusal })
}

/// Tells a new connection how to behave.
async fn greet(connection: &mut AnyConnection, waits: &str, told: &'static [&'static str]) -> sqlx::Result<()> {
    sqlx::query(AssertSqlSafe(waits.to_owned())).execute(&mut *connection).await?;
    for &statement in told {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Whether a connection may be used again. When a disk fails SQLite takes a transaction back by itself; sqlx's own
/// rollback then fails, and it would count a transaction on that connection for ever and begin no other.
async fn has_ended(connection: &mut AnyConnection) -> sqlx::Result<bool> {
    // What was dropped is taken back before this answers.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// A lock beside the file, not on it: SQLite's own locks are there, and closing a file would drop them.
pub(super) fn alone_with(url: &str) -> Result<Option<File>> {
    let Some(file) = file(url) else { return Ok(None) };
    make_folder_of(file)?;
    let lock = File::create(file.with_added_extension("lock")).map_err(StoreError::Folder)?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Err(StoreError::Taken(file.into())),
        Err(TryLockError::Error(error)) => Err(StoreError::Folder(error)),
    }
}

/// The file of an address, where it has one.
pub(super) fn file(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(file_of).filter(|file| *file != ":memory:").map(Path::new)
}

/// The file's name in an address, behind `sqlite:`.
fn file_of(rest: &str) -> &str {
    rest.trim_start_matches("//").split('?').next().unwrap_or_default()
}

fn make_folder_of(file: &Path) -> Result<()> {
    match file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder).map_err(StoreError::Folder),
        None => Ok(()),
    }
}

/// The address as sqlx reads it, for a file that is made when it is missing, in a folder that is made too.
fn sqlite_url(rest: &str) -> Result<String> {
    let file = file_of(rest);
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    make_folder_of(Path::new(file))?;
    // Without the slashes: behind them a name with a space would not be a host, which a general URL has there.
    let joint = if query.is_empty() { "" } else { "&" };
    let mode = if query.contains("mode=") { "" } else { "mode=rwc" };
    let joint = if mode.is_empty() { "" } else { joint };
    Ok(format!("sqlite:{file}?{query}{joint}{mode}"))
}

impl Store {
    /// Reads the whole file of a SQLite database and looks whether it is sound; a damaged one must not be written to.
    /// PostgreSQL looks after its own.
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
}
