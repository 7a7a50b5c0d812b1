//! Classifies database failures by error code: it decides what operators are advised to do and what people are told.

use sqlx::migrate::MigrateError;
use sqlx::sqlite::SqliteError;

use crate::store::database_problem::DatabaseProblem;
use crate::store::trouble::{self, Trouble, Verdict};
use crate::store::{StoreError, own_file, sqlite_codes, sqlstate};

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
            Self::Database(error) | Self::NoConnection { error, .. } => of(error),
            Self::Migration(error) => of_migration(error),
            Self::NotCommitted { why, .. } => *why,
            Self::MayNotCreate { .. } => Some(DatabaseProblem::Forbidden),
            Self::Damaged(_) => Some(DatabaseProblem::Damaged),
            _ => None,
        }
    }

    /// Whether a retry may succeed, because the cause is the database and not the data.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(self, Self::Database(_) | Self::NotCommitted { .. })
    }

    /// Whether beginning a transaction may succeed in a moment, on another connection or once a lock is free.
    pub(super) fn may_pass_soon(&self) -> bool {
        match self {
            Self::Database(error) => {
                trouble::verdict(error) != Verdict::Fine || trouble::state(error).as_deref() == Some("55P03")
            }
            _ => false,
        }
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

/// Advice for operators, appended to the database's own message: by the code where there is one.
pub(super) fn hint(error: &sqlx::Error) -> String {
    let words = trouble::state(error).and_then(|state| sqlstate::words(&state));
    let words = words.or_else(|| sqlite_code(error).and_then(sqlite_codes::words));
    let words = words.or_else(|| of(error).map(DatabaseProblem::advice));
    words.map(|words| format!("; {words}")).unwrap_or_default()
}

/// Advice for operators about a failed migration.
pub(super) fn migration_hint(error: &MigrateError) -> String {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => hint(error),
        _ => String::new(),
    }
}

/// Whether the data was written, after this error of a commit.
pub(super) fn commit_outcome(error: &sqlx::Error) -> CommitOutcome {
    const WRITE_FAILED: i32 = 778;
    match of(error) {
        // A server says so only of a transaction that it has undone. (57014 is none of these: a commit that is cancelled
        // while it waits for a standby is kept.)
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

/// Whether a migration failed because the user may not create tables.
pub(super) fn lacks_right(error: &MigrateError) -> bool {
    of_migration(error) == Some(DatabaseProblem::Forbidden)
}

/// What a failed statement says about the state of the database.
pub(super) fn of(error: &sqlx::Error) -> Option<DatabaseProblem> {
    match error {
        sqlx::Error::Io(error) if own_file::replaced(error) => Some(DatabaseProblem::Gone),
        sqlx::Error::Io(_) if matches!(trouble::of(error), Some(Trouble::OnlyReads { .. })) => {
            Some(DatabaseProblem::ReadOnly)
        }
        sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => Some(DatabaseProblem::Away),
        sqlx::Error::Tls(_) => Some(DatabaseProblem::Refused),
        // All connections are in use.
        sqlx::Error::PoolTimedOut => Some(DatabaseProblem::Busy),
        sqlx::Error::Database(_) => match sqlite_code(error) {
            Some(code) => sqlite_codes::problem(code),
            None => sqlstate::problem(&trouble::state(error)?),
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

/// Whether the error says that the file system has no shared memory.
pub(super) fn lacks_shared_memory(error: &sqlx::Error) -> bool {
    sqlite_code(error).is_some_and(sqlite_codes::lacks_shared_memory)
}

#[cfg(test)]
mod tests {
    use super::*;

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
