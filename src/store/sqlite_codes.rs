//! SQLite's result codes, as problems and in words for operators: <https://www.sqlite.org/rescode.html>.

use crate::store::database_problem::DatabaseProblem;

/// What an extended code says about the state of the database; its last byte is the primary code.
pub(super) const fn problem(code: i32) -> Option<DatabaseProblem> {
    Some(match (code, code & 0xff) {
        // The file at the path is not the one that is open.
        (1032, _) => DatabaseProblem::Gone,
        (_, 5 | 6 | 15) => DatabaseProblem::Locked,
        (_, 8) => DatabaseProblem::ReadOnly,
        (_, 10) => DatabaseProblem::Disk,
        (_, 11 | 26) => DatabaseProblem::Damaged,
        (_, 13) => DatabaseProblem::Full,
        (_, 14) => DatabaseProblem::CannotOpen,
        _ => return None,
    })
}

/// Whether the file system has no shared memory, which the write-ahead log needs.
pub(super) const fn lacks_shared_memory(code: i32) -> bool {
    matches!(code, 4618 | 5130 | 5386)
}

/// What to do after an extended code, where more can be said than for its problem.
pub(super) const fn words(code: i32) -> Option<&'static str> {
    Some(match code {
        264 | 1288 => {
            "it is read-only: the files -wal and -shm beside it cannot be written; see who owns them (ls -l), and give all \
             three to the user that cmad runs as"
        }
        776 => {
            "it is read-only: the file -journal beside it cannot be written; see who owns it (ls -l), and give both to the \
             user that cmad runs as"
        }
        1544 => {
            "it is read-only: SQLite makes files beside the database, and its folder cannot be written to; give the folder \
             to the user that cmad runs as, or mount it writable"
        }
        270 | 6410 => "SQLite finds no folder for temporary files: set SQLITE_TMPDIR to one that cmad can write to",
        526 => "DATABASE_URL names a folder: name a file in it",
        778 | 1546 => {
            "its file cannot be written: see whether the disk or a quota is full (df -h), is mounted read-only (mount), or \
             fails (dmesg)"
        }
        1034 | 1290 => "what was written does not reach the disk: see whether it fails (dmesg)",
        266 | 522 => {
            "its file cannot be read: see whether the disk fails (dmesg) or the network share is still mounted"
        }
        2058 | 2314 | 3594 | 3850 => {
            "its file system has no file locks: put the database on a local disk, or mount the share with locks"
        }
        4618 | 4874 | 5130 | 5386 => {
            "the file -shm beside it cannot be used as shared memory: see whether its disk is full (df -h) and the file \
             system has shared memory (mergerfs, virtiofs and 9p may not); a local disk always works"
        }
        8458 => "its file system is damaged: see the system log (dmesg)",
        3082 | 7 => "there is not enough memory: give cmad more",
        13 => "its disk is full, or a quota: make room (df -h)",
        15 => "its file locks do not work, as on some network shares: put the database on a local disk",
        22 => "its file system takes no file of this size: put the database on another one",
        26 => "that is no SQLite database, or its first page is damaged: see whether DATABASE_URL names the right file",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
        let check = |code, expected| assert_eq!(problem(code), expected, "{code}");
        check(13, Some(DatabaseProblem::Full));
        check(778, Some(DatabaseProblem::Disk));
        check(517, Some(DatabaseProblem::Locked));
        check(1032, Some(DatabaseProblem::Gone));
        check(264, Some(DatabaseProblem::ReadOnly));
        check(779, Some(DatabaseProblem::Damaged));
        check(526, Some(DatabaseProblem::CannotOpen));
        check(2067, None);
    }

    #[test]
    fn what_is_said_of_a_file_names_no_server() {
        for code in 0..=0xffff {
            let said = words(code).or_else(|| problem(code).map(DatabaseProblem::advice)).unwrap_or_default();
            assert!(!said.contains("that it runs") && !said.contains("reached"), "{code}: {said}");
        }
    }
}
