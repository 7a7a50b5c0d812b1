//! What keeps a database from its work, told by its own codes: what an operator has to do differs, and so does what may
//! be said to a person.

use std::fmt;

use sqlx::migrate::MigrateError;
use sqlx::sqlite::SqliteError;

use crate::store::StoreError;

/// What keeps the database from its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its disk has no room.
    Full,
    /// It may be read only.
    ReadOnly,
    /// Somebody else keeps everybody from writing.
    Locked,
    /// Its file holds something that no database would write.
    Damaged,
    /// It does not answer.
    Away,
    /// Its disk fails, or takes nothing.
    Disk,
}

impl Trouble {
    /// Its name, for logs, numbers and `/readyz`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ReadOnly => "read-only",
            Self::Locked => "locked",
            Self::Damaged => "damaged",
            Self::Away => "away",
            Self::Disk => "disk",
        }
    }

    /// What it is and what to do, for an operator.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Full => "its disk is full: make room",
            Self::ReadOnly => "it is read-only: give cmad the right to write there, or make the disk writable",
            Self::Locked => "another program holds a lock on it: end that one, such as an open sqlite3",
            Self::Damaged => "it is damaged: stop here, keep a copy, and see docs/database.md, A damaged file",
            Self::Away => "it does not answer: see whether it runs and can be reached",
            Self::Disk => "its disk takes nothing, being read-only or broken: see the system's log",
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a commit that did not come about leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing of it was kept.
    Gone,
    /// It may have been kept all the same: the answer is missing.
    Unknown,
}

impl StoreError {
    /// What keeps the database from its work, if it is that.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Database(error) => of(error),
            Self::Migration(error) => of_migration(error),
            Self::NotKept { why, .. } => *why,
            Self::Damaged(_) => Some(Trouble::Damaged),
            _ => None,
        }
    }

    /// Whether the same may succeed later, because it lies with the database and not with what it was given.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Database(_) | Self::NotKept { .. })
    }

    /// What became of what should have been written in one transaction.
    #[must_use]
    pub const fn fate(&self) -> Fate {
        match self {
            Self::NotKept { fate, .. } => *fate,
            // Whatever else fails, fails before the commit.
            _ => Fate::Gone,
        }
    }
}

/// What an operator can do, behind the database's own words.
pub(super) fn hint(error: &sqlx::Error) -> String {
    of(error).map(|trouble| format!("; {}", trouble.advice())).unwrap_or_default()
}

/// What an operator can do about a migration that failed.
pub(super) fn migration_hint(error: &MigrateError) -> String {
    of_migration(error).map_or_else(
        || "; it may have been written by a newer cmad".into(),
        |trouble| format!("; {}", trouble.advice()),
    )
}

/// What a commit that failed leaves open.
pub(super) fn fate(error: &sqlx::Error) -> Fate {
    const WRITE_FAILED: i32 = 778;
    match of(error) {
        Some(Trouble::Full | Trouble::ReadOnly | Trouble::Locked) => Fate::Gone,
        // What could not be written is not there. Other failures of a disk come later: what was written may lie there.
        Some(Trouble::Disk) if sqlite_code(error) == Some(WRITE_FAILED) => Fate::Gone,
        _ => Fate::Unknown,
    }
}

fn of_migration(error: &MigrateError) -> Option<Trouble> {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => of(error),
        _ => None,
    }
}

/// What a failed statement tells about the database.
pub(super) fn of(error: &sqlx::Error) -> Option<Trouble> {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => Some(Trouble::Away),
        // Every connection waits: for the one who writes, or for an answer.
        sqlx::Error::PoolTimedOut => Some(Trouble::Away),
        sqlx::Error::Database(told) => match sqlite_code(error) {
            Some(code) => of_sqlite(code),
            None => of_postgres(&told.code()?),
        },
        _ => None,
    }
}

/// SQLite's extended code, if it is an error of SQLite.
fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    let sqlx::Error::Database(told) = error else { return None };
    told.try_downcast_ref::<SqliteError>()?;
    told.code()?.parse().ok()
}

/// The last byte of an extended code is the plain one: <https://www.sqlite.org/rescode.html>.
const fn of_sqlite(code: i32) -> Option<Trouble> {
    Some(match code & 0xff {
        5 | 6 => Trouble::Locked,
        8 => Trouble::ReadOnly,
        10 => Trouble::Disk,
        11 | 26 => Trouble::Damaged,
        13 => Trouble::Full,
        14 => Trouble::Away,
        _ => return None,
    })
}

/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
fn of_postgres(state: &str) -> Option<Trouble> {
    Some(match state {
        "53100" => Trouble::Full,
        "25006" => Trouble::ReadOnly,
        "55P03" | "40P01" => Trouble::Locked,
        "58030" => Trouble::Disk,
        "XX001" | "XX002" => Trouble::Damaged,
        // It takes no connection, or ended the one there was.
        "53300" | "55000" | "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "3D000" | "28000" | "28P01" => {
            Trouble::Away
        }
        _ if state.starts_with("08") => Trouble::Away,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
        let check = |code, trouble| assert_eq!(of_sqlite(code), trouble, "{code}");
        check(13, Some(Trouble::Full));
        check(778, Some(Trouble::Disk));
        check(517, Some(Trouble::Locked));
        check(1032, Some(Trouble::ReadOnly));
        check(779, Some(Trouble::Damaged));
        check(2067, None);
        let check = |state, trouble| assert_eq!(of_postgres(state), trouble, "{state}");
        check("53100", Some(Trouble::Full));
        check("08006", Some(Trouble::Away));
        check("23505", None);
    }

    #[test]
    fn only_a_commit_without_an_answer_leaves_it_open() {
        let lost = sqlx::Error::Io(std::io::Error::other("reset"));
        assert_eq!(fate(&lost), Fate::Unknown);
        let at_commit = StoreError::NotKept { why: of(&lost), fate: fate(&lost) };
        assert!(at_commit.fate() == Fate::Unknown && at_commit.may_pass());
        assert_eq!(StoreError::Database(lost).fate(), Fate::Gone, "a statement that failed was never committed");
    }
}
