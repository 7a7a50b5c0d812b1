//! The two databases: how each is opened, and in what they differ.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::AnyPool;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};

use super::{Result, StoreError};

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One file beside the bot.
    Sqlite,
    /// A server, which several processes can share.
    Postgres,
}

/// For how long a statement waits for another writer before it fails.
const BUSY: Duration = Duration::from_secs(20);

/// What each connection to SQLite is told. The first comes first, so that the others wait their turn.
const SQLITE: &[&str] = &[
    "pragma busy_timeout = 20000",
    "pragma journal_mode = wal",
    // What was acknowledged to a person is on the disk: WAL alone would lose the last moments at power loss.
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    // An erased word leaves no free page behind.
    "pragma secure_delete = on",
];

/// What each connection to PostgreSQL is told.
const POSTGRES: &[&str] = &[
    "set lock_timeout = '20s'",
    // A process that stands still in the middle of a transaction must not keep all others from writing for ever.
    "set idle_in_transaction_session_timeout = '60s'",
    // What was acknowledged to a person is on the disk, whatever the server's own setting.
    "set synchronous_commit = on",
];

/// Takes the one writer's place in PostgreSQL until the transaction ends, as `begin immediate` does in SQLite: whoever
/// writes then sees what the one before wrote, and nobody waits for another in a circle. The number is ours alone
/// within the database: the letters "cmad".
pub(super) const ONE_WRITER: &str = "select pg_advisory_xact_lock(1668112740)";

/// Opens the database at `url`; a file is made when there is none.
///
/// # Errors
/// The address is of another kind, or the database does not open.
pub(super) async fn connect(url: &str) -> Result<(Kind, AnyPool)> {
    let (kind, url) = if let Some(rest) = url.strip_prefix("sqlite:") {
        (Kind::Sqlite, sqlite_url(rest)?)
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        (Kind::Postgres, url.to_owned())
    } else {
        return Err(StoreError::Address);
    };
    sqlx::any::install_default_drivers();
    let (told, connections) = match kind {
        // One writer at a time; a few more connections let readers pass.
        Kind::Sqlite => (SQLITE, 4),
        Kind::Postgres => (POSTGRES, 8),
    };
    let options =
        AnyPoolOptions::new().max_connections(connections).acquire_timeout(BUSY).after_connect(move |connection, _| {
            Box::pin(async move {
                for &statement in told {
                    sqlx::query(statement).execute(&mut *connection).await?;
                }
                Ok(())
            })
        });
    Ok((kind, options.connect_with(AnyConnectOptions::from_str(&url)?).await?))
}

/// Whether a statement failed because it waited for somebody else for too long.
pub(super) fn somebody_else_was_there(error: &sqlx::Error) -> bool {
    // PostgreSQL's lock_not_available, and SQLite's BUSY and LOCKED.
    let codes = ["55P03", "5", "6"];
    error.as_database_error().and_then(|error| error.code()).is_some_and(|code| codes.contains(&code.as_ref()))
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
