//! The two databases: how to open each, and how they differ.

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::str::FromStr as _;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyConnectOptions;

use crate::private_files;
use crate::store::address::{self, Which};
use crate::store::connection::Connection;
use crate::store::database_problem::DatabaseProblem;
use crate::store::dial::Way;
use crate::store::journal::{self, Journal};
use crate::store::own_file::{OwnFile, with_suffix};
use crate::store::pool::{FileTarget, Limits, Pool, Servers, Settings, Target};
use crate::store::pooler::must_keep_sessions;
use crate::store::problem::CommitOutcome;
use crate::store::{Access, Result, Store, StoreError, ms};

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One file beside the bot.
    Sqlite,
    /// A server, which several processes can share.
    Postgres,
}

/// An open database.
pub(super) struct Opened {
    pub(super) kind: Kind,
    pub(super) pool: Pool,
}

/// How often a file's lock is tried, and how long between: half a second in all.
const LOCK_TRIES: u32 = 10;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// How many connections there are to an SQLite file: one writer at a time; a few more let readers pass.
const TO_A_FILE: u32 = 4;

/// The settings of every SQLite connection, apart from the lock timeout.
const SQLITE: &[&str] = &[
    // What was acknowledged is on disk: WAL alone would lose the last transactions at power loss.
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    // Erased words must not remain in free pages.
    "pragma secure_delete = on",
    // As in PostgreSQL; also lets a search by prefix use the index.
    "pragma case_sensitive_like = on",
];

/// The settings of every PostgreSQL connection. What waits at the server ends there a little earlier than here, so that
/// the reason is known; a transaction of a process that hangs, or whose connection fell silent, must not keep the
/// writer's lock longer than others wait for it.
fn postgres_settings(limits: Limits) -> String {
    let Limits { statement, lock, .. } = limits;
    let (statement, lock) = (statement.as_millis(), lock.as_millis());
    let settings = [
        format!("statement_timeout = {}", statement * 9 / 10),
        format!("lock_timeout = {lock}"),
        format!("idle_in_transaction_session_timeout = {}", statement.max(10_000)),
        // The server notices by these that this machine or the way to it is gone; a local socket ignores them.
        "tcp_keepalives_idle = 30".to_owned(),
        "tcp_keepalives_interval = 10".to_owned(),
        "tcp_keepalives_count = 3".to_owned(),
        "tcp_user_timeout = 30000".to_owned(),
        // What was acknowledged is on disk, whatever the server's own setting.
        "synchronous_commit = on".to_owned(),
    ];
    settings.map(|setting| format!("set {setting};")).concat()
}

/// Takes the writer's lock in PostgreSQL until the transaction ends, as `begin immediate` does in SQLite: each writer
/// sees what the previous one wrote, and there are no deadlocks. The number is the letters "cmad", and only cmad uses
/// it in this database.
///
/// Also says whether the server only reads by now, which a failover can come to.
pub(super) const ONE_WRITER: &str =
    "select current_setting('transaction_read_only') from pg_advisory_xact_lock(1668112740)";

/// Takes the same lock until the connection is closed: a migration has several transactions.
pub(super) const ONE_WRITER_UNTIL_CLOSED: &str = "select pg_advisory_lock(1668112740)";

/// Opens the database at `url`; a missing file is created. `look` sees the first connection before anything is written:
/// the settings of SQLite would already change an empty file.
///
/// # Errors
/// The address is not one of SQLite or PostgreSQL, the database does not open, or `look` refuses it.
pub(super) async fn connect(
    url: &str,
    access: Access,
    look: impl AsyncFnOnce(&mut Connection, Kind) -> Result<()>,
) -> Result<Opened> {
    sqlx::any::install_default_drivers();
    let limits = Limits::of(access.patience);
    if let Some(rest) = url.strip_prefix("sqlite:") {
        let waits = format!("pragma busy_timeout = {}", access.patience.as_millis());
        let to = AnyConnectOptions::from_str(&sqlite_url(rest)?)?;
        if let Some(file) = file(url) {
            make_file(file)?;
        }
        let place = journal::Place { to: &to, waits: &waits };
        let with = |journal: Journal, own_file: OwnFile| {
            let settings = format!("{waits};{};{}", journal.setting(), SQLITE.join(";"));
            let target = Target::File(FileTarget { to: to.clone(), settings, journal, own_file });
            Pool::new(target, limits, TO_A_FILE)
        };
        place.make_readable().await?;
        look(&mut with(Journal::Log, OwnFile::default()).first(Settings::Unset).await?, Kind::Sqlite).await?;
        let file = Path::new(file_of(rest));
        let journal = place.choose(file).await?;
        let own_file = OwnFile::default();
        let pool = with(journal, own_file.clone());
        drop(pool.first(Settings::Set).await?);
        let keeper = place.reader().await?;
        own_file.note(file, journal.beside_an_open_file(), keeper).await;
        return Ok(Opened { kind: Kind::Sqlite, pool });
    }
    let servers = servers(url)?;
    let mut all = Vec::new();
    let mut ways = Vec::new();
    for server in &servers.all {
        let way = Way::to(&server.url).await?;
        all.push((AnyConnectOptions::from_str(way.url())?, server.name.as_str().into()));
        ways.push(way);
    }
    let target = Target::Servers(Servers {
        all,
        _ways: ways,
        settings: postgres_settings(limits),
        must_write: servers.which == Which::Writable,
        last: AtomicUsize::new(0),
    });
    let pool = Pool::new(target, limits, access.connections);
    let refused = |error| StoreError::NoConnection { servers: servers.names(), error };
    // Without settings, which such a pooler would pass on to others.
    let mut unset = pool.first(Settings::Unset).await.map_err(refused)?;
    // (A server that gives no second one has no pooler before it that would.)
    must_keep_sessions(&mut unset, pool.first(Settings::Unset).await.ok()).await?;
    drop(unset);
    let mut first = pool.first(Settings::Set).await.map_err(refused)?;
    look(&mut first, Kind::Postgres).await?;
    drop(first);
    Ok(Opened { kind: Kind::Postgres, pool })
}

/// Whether an address is one of SQLite or PostgreSQL.
pub(super) fn check_address(url: &str) -> Result<()> {
    let Some(rest) = url.strip_prefix("sqlite:") else { return servers(url).map(drop) };
    let wrong = match file_of(rest) {
        "" => "names no file",
        // Each connection has another one, and with the last of them everything is gone.
        ":memory:" => "is kept nowhere",
        _ if rest.contains("mode=memory") => "is kept nowhere",
        _ => return Ok(()),
    };
    Err(StoreError::BadAddress(format!("{url} {wrong}: name a file, such as sqlite://data/cmad.db")))
}

fn servers(url: &str) -> Result<address::Servers> {
    if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let scheme = url.split_once("://").map(|(scheme, _)| scheme);
        // A path alone; with anything that could stand before a password it is not repeated.
        if scheme.is_none() && url.ends_with(".db") && !url.contains([':', '@']) {
            return Err(StoreError::BadAddress(format!(
                "`{url}` has no kind of database: did you mean sqlite://{url}?"
            )));
        }
        return Err(StoreError::Address(scheme.filter(|scheme| scheme.chars().all(is_letter)).map(str::to_owned)));
    }
    address::servers(url).map_err(StoreError::BadAddress)
}

/// Locks a file beside the database, not the database itself: closing that would drop SQLite's own locks.
pub(super) fn lock_file(url: &str) -> Result<Option<File>> {
    let Some(file) = file(url) else { return Ok(None) };
    make_folder_of(file)?;
    // A link to the file is no second door: all its names have one lock.
    let real = private_files::real_path(file).map_err(StoreError::Folder)?;
    let lock = private_files::open_to_lock(&real.with_added_extension("lock")).map_err(StoreError::Folder)?;
    for _ in 0..LOCK_TRIES {
        match lock.try_lock() {
            Ok(()) => return Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(StoreError::Folder(error)),
        }
        // The one before may be about to end, or a program that it started has not let go of its files yet.
        std::thread::sleep(LOCK_PAUSE);
    }
    Err(StoreError::Taken(file.into()))
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
    private_files::make_folder(file.parent().unwrap_or(Path::new(""))).map_err(StoreError::Folder)
}

/// Makes the file of a new database, empty, before SQLite would make it with permissions for others. SQLite gives the
/// files beside it the permissions that this one has.
fn make_file(file: &Path) -> Result<()> {
    match private_files::real_path(file) {
        Ok(real) => drop(private_files::create_new(&real)),
        Err(_) if file.is_symlink() => {
            return Err(StoreError::Folder(Error::new(
                ErrorKind::NotFound,
                "the database is a link that leads nowhere",
            )));
        }
        Err(_) => {}
    }
    // It was there, or SQLite says better why it cannot be made.
    Ok(())
}

/// The files of an SQLite database, by the suffixes of their names.
const FILES: [&str; 7] = ["", "-wal", "-shm", "-journal", ".lock", ".erased", ".erased.sent"];

/// Takes the files of a database from others: earlier versions, and people who copy one, leave them open.
pub(super) fn keep_to_owner(url: &str) {
    let Some(real) = file(url).and_then(|file| private_files::real_path(file).ok()) else { return };
    for suffix in FILES {
        private_files::keep_to_owner(&with_suffix(&real, suffix));
    }
}

/// What others on this machine may do with the files of a database, and what to do about it.
pub(super) fn exposed(url: &str) -> Vec<String> {
    let Some(real) = file(url).and_then(|file| private_files::real_path(file).ok()) else { return Vec::new() };
    let files = FILES.iter().map(|suffix| with_suffix(&real, suffix));
    let files = files.filter_map(|file| private_files::exposed_file(&file));
    private_files::exposed_folder(&real).into_iter().chain(files).collect()
}

/// The address in sqlx's form, with `mode=rwc`; creates the folder.
fn sqlite_url(rest: &str) -> Result<String> {
    let file = file_of(rest);
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    make_folder_of(Path::new(file))?;
    // Without the slashes: a name after them would be parsed as a host, which cannot have spaces.
    let joint = if query.is_empty() { "" } else { "&" };
    let mode = if query.contains("mode=") { "" } else { "mode=rwc" };
    let joint = if mode.is_empty() { "" } else { joint };
    Ok(format!("sqlite:{file}?{query}{joint}{mode}"))
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
    /// Whether an address is one of SQLite or PostgreSQL. Opens nothing.
    ///
    /// # Errors
    /// It is not, or cannot be read; the error repeats nothing that could be a password.
    pub fn check_address(url: &str) -> Result<()> {
        check_address(url)
    }

    /// What others on this machine may do with an SQLite file and its folder, and what to do about it: a sentence for each.
    #[must_use]
    pub fn exposed(url: &str) -> Vec<String> {
        exposed(url)
    }

    /// Whether the SQLite file that is open is still the one at its path.
    ///
    /// # Errors
    /// It was deleted, moved or replaced, or the database does not answer.
    pub async fn check_place(&self) -> Result<()> {
        let Some((_, own_file)) = self.pool.file() else { return Ok(()) };
        let gone = || StoreError::NotCommitted { why: Some(DatabaseProblem::Gone), outcome: CommitOutcome::NotWritten };
        // First: without its file no new connection can be opened.
        if own_file.is_gone().await {
            return Err(gone());
        }
        let mut open = self.pool.acquire().await?;
        sqlx::query("select 1 from remembered limit 1").fetch_optional(&mut open).await?;
        if own_file.is_gone().await { Err(gone()) } else { Ok(()) }
    }

    /// Whether SQLite keeps a rollback journal, because the file system has no shared memory for its write-ahead log.
    #[must_use]
    pub fn has_rollback_journal(&self) -> bool {
        self.pool.file().is_some_and(|(journal, _)| journal == Journal::Rollback)
    }

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
    }
}
