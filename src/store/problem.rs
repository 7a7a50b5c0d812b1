//! Classifies database failures by error code: it decides what operators are advised to do and what people are told.

use std::fmt;

use sqlx::migrate::MigrateError;
use sqlx::sqlite::SqliteError;

use crate::store::{StoreError, own_file};

/// What is wrong with the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseProblem {
    /// Its disk has no room.
    Full,
    /// It is read-only.
    ReadOnly,
    /// Another program blocks all writes.
    Locked,
    /// Its file is damaged.
    Damaged,
    /// It does not answer.
    Away,
    /// Its disk fails or refuses writes.
    Disk,
    /// Its file was deleted, moved or replaced while it was open.
    Gone,
}

impl DatabaseProblem {
    /// Its name in logs, metrics and `/readyz`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ReadOnly => "read-only",
            Self::Locked => "locked",
            Self::Damaged => "damaged",
            Self::Away => "away",
            Self::Disk => "disk",
            Self::Gone => "gone",
        }
    }

    /// What it is and what to do, for operators.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Full => "its disk is full: make room",
            Self::ReadOnly => "it is read-only: give cmad write permission there, or make the disk writable",
            Self::Locked => "another program, such as an open sqlite3, holds a lock on it: end that program",
            Self::Damaged => "it is damaged: stop cmad, keep a copy, and see docs/database.md, A damaged file",
            Self::Away => "it does not answer: check that it runs and can be reached",
            Self::Disk => "its disk refuses writes because it is read-only or broken: see the system log",
            Self::Gone => {
                "its file was deleted, moved or replaced while cmad ran, so nothing is kept: see docs/database.md, A file \
                 that is gone"
            }
        }
    }
}

impl fmt::Display for DatabaseProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Whether the data of a failed commit was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitOutcome {
    /// None of it was written.
    NotWritten,
    /// Unknown: it may have been written, because the response was lost.
    Unknown,
}

impl StoreError {
    /// What is wrong with the database, if the error says so.
    #[must_use]
    pub fn problem(&self) -> Option<DatabaseProblem> {
        match self {
            Self::Database(error) => of(error),
            Self::Migration(error) => of_migration(error),
            Self::NotCommitted { why, .. } => *why,
            Self::Damaged(_) => Some(DatabaseProblem::Damaged),
            _ => None,
        }
    }

    /// Whether a retry may succeed, because the cause is the database and not the data.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(self, Self::Database(_) | Self::NotCommitted { .. })
    }

    /// Whether the data of the transaction was written.
    #[must_use]
    pub const fn commit_outcome(&self) -> CommitOutcome {
        match self {
            Self::NotCommitted { outcome, .. } => *outcome,
            // Every other error occurs before the commit.
            _ => CommitOutcome::NotWritten,
        }
    }
}

/// Advice for operators, appended to the database's own message.
pub(super) fn hint(error: &sqlx::Error) -> String {
    of(error).map(|problem| format!("; {}", problem.advice())).unwrap_or_default()
}

/// Advice for operators about a failed migration.
pub(super) fn migration_hint(error: &MigrateError) -> String {
    of_migration(error).map(|problem| format!("; {}", problem.advice())).unwrap_or_default()
}

/// Whether the data was written, after this error of a commit.
pub(super) fn commit_outcome(error: &sqlx::Error) -> CommitOutcome {
    const WRITE_FAILED: i32 = 778;
    match of(error) {
        Some(DatabaseProblem::Full | DatabaseProblem::ReadOnly | DatabaseProblem::Locked | DatabaseProblem::Gone) => {
            CommitOutcome::NotWritten
        }
        // If the write failed, nothing was written. Other disk errors occur later, when the data may be on disk.
        Some(DatabaseProblem::Disk) if sqlite_code(error) == Some(WRITE_FAILED) => CommitOutcome::NotWritten,
        _ => CommitOutcome::Unknown,
    }
}

fn of_migration(error: &MigrateError) -> Option<DatabaseProblem> {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => of(error),
        _ => None,
    }
}

/// What a failed statement says about the state of the database.
pub(super) fn of(error: &sqlx::Error) -> Option<DatabaseProblem> {
    match error {
        sqlx::Error::Io(error) if own_file::replaced(error) => Some(DatabaseProblem::Gone),
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => Some(DatabaseProblem::Away),
        // All connections are in use: by a writer that waits, or because the database does not answer.
        sqlx::Error::PoolTimedOut => Some(DatabaseProblem::Away),
        sqlx::Error::Database(told) => match sqlite_code(error) {
            Some(code) => of_sqlite(code),
            None => of_postgres(&told.code()?),
        },
        _ => None,
    }
}

/// SQLite's extended error code, if it is an error of SQLite.
fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    let sqlx::Error::Database(told) = error else { return None };
    told.try_downcast_ref::<SqliteError>()?;
    told.code()?.parse().ok()
}

/// The last byte of an extended code is the primary code: <https://www.sqlite.org/rescode.html>.
const fn of_sqlite(code: i32) -> Option<DatabaseProblem> {
    Some(match code & 0xff {
        5 | 6 => DatabaseProblem::Locked,
        // The file at the path is not the one that is open.
        _ if code == 1032 => DatabaseProblem::Gone,
        8 => DatabaseProblem::ReadOnly,
        10 => DatabaseProblem::Disk,
        11 | 26 => DatabaseProblem::Damaged,
        13 => DatabaseProblem::Full,
        14 => DatabaseProblem::Away,
        _ => return None,
    })
}

/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
fn of_postgres(state: &str) -> Option<DatabaseProblem> {
    Some(match state {
        "53100" => DatabaseProblem::Full,
        "25006" => DatabaseProblem::ReadOnly,
        "55P03" | "40P01" => DatabaseProblem::Locked,
        "58030" => DatabaseProblem::Disk,
        "XX001" | "XX002" => DatabaseProblem::Damaged,
        // It refuses connections, or ended this one.
        "53300" | "55000" | "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "3D000" | "28000" | "28P01" => {
            DatabaseProblem::Away
        }
        _ if state.starts_with("08") => DatabaseProblem::Away,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
        let check = |code, problem| assert_eq!(of_sqlite(code), problem, "{code}");
        check(13, Some(DatabaseProblem::Full));
        check(778, Some(DatabaseProblem::Disk));
        check(517, Some(DatabaseProblem::Locked));
        check(1032, Some(DatabaseProblem::Gone));
        check(264, Some(DatabaseProblem::ReadOnly));
        check(779, Some(DatabaseProblem::Damaged));
        check(2067, None);
        let check = |state, problem| assert_eq!(of_postgres(state), problem, "{state}");
        check("53100", Some(DatabaseProblem::Full));
        check("08006", Some(DatabaseProblem::Away));
        check("23505", None);
    }

    #[test]
    fn only_a_commit_without_an_answer_leaves_it_open() {
        let lost = sqlx::Error::Io(std::io::Error::other("reset"));
        assert_eq!(commit_outcome(&lost), CommitOutcome::Unknown);
        let at_commit = StoreError::NotCommitted { why: of(&lost), outcome: commit_outcome(&lost) };
        assert!(at_commit.commit_outcome() == CommitOutcome::Unknown && at_commit.is_temporary());
        assert_eq!(
            StoreError::Database(lost).commit_outcome(),
            CommitOutcome::NotWritten,
            "a statement that failed was never committed"
        );
    }
}
