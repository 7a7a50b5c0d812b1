//! What can be wrong with the database, in words for operators.

use std::fmt;

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
    /// Its file or folder cannot be opened.
    CannotOpen,
    /// Earlier writes do not end.
    Busy,
    /// It gives no further connection.
    Crowded,
    /// It does not let the program in.
    Refused,
    /// The program may not do there what it has to.
    Forbidden,
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
            Self::CannotOpen => "cannot-open",
            Self::Busy => "busy",
            Self::Crowded => "crowded",
            Self::Refused => "refused",
            Self::Forbidden => "forbidden",
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
            Self::CannotOpen => {
                "its file cannot be opened or made: see whether its folder is there and mounted, who owns both (ls -l), and \
                 whether the file system has inodes left (df -i)"
            }
            Self::Busy => "earlier writes do not end: it is slow, or does not answer; see the lines before this one",
            Self::Crowded => "no connection is free: lower database.connections, or let the server take more",
            Self::Refused => "it does not let cmad in: see DATABASE_URL, and docs/postgresql.md, Errors",
            Self::Forbidden => "the user in DATABASE_URL lacks a right there: see docs/postgresql.md, Errors",
        }
    }
}

impl fmt::Display for DatabaseProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
