//! SQLite's journal. The write-ahead log lets readers pass a writer, but needs shared memory beside the file, which some
//! file systems lack (mergerfs, virtiofs, 9p). There a rollback journal does the same with less at once.

use std::path::Path;
use std::str::FromStr as _;

use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};

use crate::private_files;
use crate::store::own_file::with_suffix;
use crate::store::problem::lacks_shared_memory;

/// How SQLite keeps a transaction whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Journal {
    /// The write-ahead log.
    Log,
    /// A rollback journal.
    Rollback,
}

impl Journal {
    /// The setting of each connection.
    pub(super) const fn setting(self) -> &'static str {
        match self {
            Self::Log => "pragma journal_mode = wal",
            Self::Rollback => "pragma journal_mode = truncate",
        }
    }

    /// What is there beside a file that is open, as suffixes of its name.
    pub(super) const fn beside_an_open_file(self) -> &'static [&'static str] {
        match self {
            Self::Log => &["-wal", "-shm"],
            Self::Rollback => &[],
        }
    }
}

/// Where a file is, and how long to wait for a lock on it.
pub(super) struct Place<'a> {
    pub(super) to: &'a AnyConnectOptions,
    pub(super) waits: &'a str,
}

impl Place<'_> {
    async fn connect(&self) -> sqlx::Result<AnyConnection> {
        let mut connection = AnyConnection::connect_with(self.to).await?;
        sqlx::raw_sql(AssertSqlSafe(self.waits.to_owned())).execute(&mut connection).await?;
        Ok(connection)
    }

    /// A connection that has read from the file, which opens what is beside it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) async fn reader(&self) -> sqlx::Result<AnyConnection> {
        let mut connection = self.connect().await?;
        is_empty(&mut connection).await?;
        Ok(connection)
    }

    /// Makes a file readable that has a log and came to a file system where none can be had. Changes no other file.
    ///
    /// # Errors
    /// It cannot be read in this way either.
    pub(super) async fn make_readable(&self) -> sqlx::Result<()> {
        let mut connection = self.connect().await?;
        let found = mode(&mut connection).await;
        let _closed = connection.close().await;
        match found {
            Err(error) if lacks_shared_memory(&error) => self.roll_back().await,
            // Whoever reads it next says so.
            _ => Ok(()),
        }
    }

    /// The journal that works for this file. A new file gets a log where it can be had.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub(super) async fn choose(&self, file: &Path) -> sqlx::Result<Journal> {
        let mut connection = self.connect().await?;
        let chosen = async {
            if mode(&mut connection).await? == "wal" {
                return Ok((Journal::Log, false));
            }
            if !is_empty(&mut connection).await? {
                // Another process may have it open: whether a log can be had is tried elsewhere.
                return Ok((try_beside(file).await, false));
            }
            match try_log(&mut connection).await {
                Ok(journal) => Ok((journal, false)),
                Err(error) if lacks_shared_memory(&error) => Ok((Journal::Rollback, true)),
                Err(error) => Err(error),
            }
        };
        let chosen = chosen.await;
        let _closed = connection.close().await;
        let (journal, must_roll_back) = chosen?;
        if must_roll_back {
            self.roll_back().await?;
        }
        Ok(journal)
    }

    /// Takes the log away: alone with the file, SQLite needs no shared memory.
    async fn roll_back(&self) -> sqlx::Result<()> {
        let mut connection = self.connect().await?;
        let steps = "pragma locking_mode = exclusive; pragma journal_mode = truncate; pragma locking_mode = normal; \
                     select count(*) from sqlite_master";
        let done = sqlx::raw_sql(steps).execute(&mut connection).await;
        let _closed = connection.close().await;
        done.map(drop)
    }
}

/// Whether a log can be had in a file's folder, by a file that is there for a moment.
async fn try_beside(file: &Path) -> Journal {
    let scratch = with_suffix(file, ".journal-test");
    let remove = || {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            // Most of them are not there.
            let _missing = std::fs::remove_file(with_suffix(&scratch, suffix));
        }
    };
    remove();
    let tried = async {
        drop(private_files::create_new(&scratch)?);
        let to = AnyConnectOptions::from_str(&format!("sqlite:{}?mode=rwc", scratch.display()))?;
        let mut connection = AnyConnection::connect_with(&to).await?;
        let tried = try_log(&mut connection).await;
        let _closed = connection.close().await;
        tried
    };
    let tried: sqlx::Result<Journal> = tried.await;
    remove();
    // What works already is kept.
    tried.unwrap_or(Journal::Rollback)
}

/// Switches an empty file to a log and reads by it.
async fn try_log(connection: &mut AnyConnection) -> sqlx::Result<Journal> {
    let mode: String = sqlx::query_scalar(Journal::Log.setting()).fetch_one(&mut *connection).await?;
    is_empty(connection).await?;
    Ok(if mode == "wal" { Journal::Log } else { Journal::Rollback })
}

/// The mode that the file has. With a log this reads by it.
async fn mode(connection: &mut AnyConnection) -> sqlx::Result<String> {
    let mode = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut *connection).await?;
    is_empty(connection).await?;
    Ok(mode)
}

async fn is_empty(connection: &mut AnyConnection) -> sqlx::Result<bool> {
    let tables: i64 = sqlx::query_scalar("select count(*) from sqlite_master").fetch_one(connection).await?;
    Ok(tables == 0)
}
