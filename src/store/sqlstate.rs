//! PostgreSQL's codes in words, in one table: what each is, for `/readyz` and the retries, and what to do, for
//! operators. The server's own message, which names the database, the user or the table, stands before these words.
//!
//! <https://www.postgresql.org/docs/current/errcodes-appendix.html>

use crate::store::database_problem::DatabaseProblem::{
    self, Away, Busy, Crowded, Damaged, Disk, Forbidden, Full, Locked, ReadOnly, Refused,
};

/// Each code with what it is and what to do. A class of two characters holds for its codes that are not listed.
const CODES: &[(&str, Option<DatabaseProblem>, &str)] = &[
    (
        "28P01",
        Some(Refused),
        "the password in DATABASE_URL is not the one of this user: correct it (characters such as @ / : are written %40 %2F %3A)",
    ),
    (
        "28000",
        Some(Refused),
        "the server does not let this user in from here: correct the user in DATABASE_URL, or add a line for it to pg_hba.conf and reload; \"no encryption\" means that it wants sslmode=require",
    ),
    (
        "3D000",
        Some(Refused),
        "there is no such database: correct the name at the end of DATABASE_URL, or make it with `create database`",
    ),
    (
        "3F000",
        Some(Forbidden),
        "there is no schema that cmad may use: make one, and name it with `alter role … set search_path = …`",
    ),
    (
        "42501",
        Some(Forbidden),
        "the user in DATABASE_URL lacks this right: grant it as the owner (docs/postgresql.md, Errors)",
    ),
    (
        "53300",
        Some(Crowded),
        "all connections of the server, the database or the user are taken: lower database.connections, end other programs, or raise max_connections (or the role's connection limit)",
    ),
    ("53100", Some(Full), "the server's disk is full: make room there"),
    ("53200", Some(Busy), "the server is out of memory: give it more, or lower its max_connections or work_mem"),
    ("53400", Some(Full), "a limit of the server is reached (temp_file_limit and the like): raise it"),
    (
        "25006",
        Some(ReadOnly),
        "the server accepts no writes: it is a standby, or was made read-only, as providers do when a disk is nearly full. cmad connects anew and looks for a server that accepts them: DATABASE_URL must lead to the primary",
    ),
    ("55P03", Some(Locked), "another session holds a lock for too long: find it in pg_stat_activity and end it"),
    ("40P01", Some(Locked), "two sessions waited for each other; the write is tried again"),
    ("40001", Some(Locked), "two sessions wrote the same; the write is tried again"),
    (
        "57014",
        Some(Busy),
        "the server cancelled the statement because it took too long or someone asked for it: see what it waits for in pg_stat_activity, and whether its disk is slow",
    ),
    ("57P01", Some(Away), "the server ended this connection, as when it restarts; cmad connects again"),
    ("57P02", Some(Away), "the server has crashed and restarts; cmad connects again"),
    ("57P03", Some(Away), "the server is starting or stopping; cmad tries again"),
    ("57P04", Some(Refused), "the database was dropped while cmad used it"),
    ("57P05", Some(Away), "the server ended an idle connection; cmad connects again"),
    ("25P03", Some(Away), "the server ended a transaction that stood still; the write is tried again"),
    ("25P02", None, "an earlier statement of the same write had failed"),
    ("55000", Some(Away), "the database takes no connections now: see `alter database … allow_connections`"),
    ("58030", Some(Disk), "the server's disk fails: see its log"),
    ("58P01", Some(Damaged), "a file of the server is missing: see its log, and restore a backup if it stays so"),
    (
        "XX001",
        Some(Damaged),
        "a page of the database is damaged: see the server's log, and restore a backup if it stays so",
    ),
    ("XX002", Some(Damaged), "an index is damaged: `reindex database`, and see the server's log"),
    (
        "0A000",
        None,
        "a table was changed while cmad ran, or the server lacks a feature; cmad connects anew and tries again",
    ),
    ("26000", Some(Refused), "a pooler has mixed up the connections: use its session mode (docs/postgresql.md)"),
    ("42P05", Some(Refused), "a pooler has mixed up the connections: use its session mode (docs/postgresql.md)"),
    ("22021", None, "the database does not store every character: it must be made with encoding UTF8"),
    ("22P05", None, "the database does not store every character: it must be made with encoding UTF8"),
    ("42P01", None, "a table is missing: is the search_path of the user still the one that the tables were made with?"),
    ("42703", None, "a column is missing: the tables are older than this cmad; start `cmad run` or `cmad migrate`"),
    ("08", Some(Away), "the connection broke: check that the server runs and can be reached"),
    ("28", Some(Refused), "the server does not let this user in: see the server's log"),
    ("53", Some(Crowded), "the server is short of something: see its log"),
    ("57", Some(Away), "the server ended the work: see its log"),
    ("58", Some(Disk), "the server's system fails: see its log"),
];

/// What the code says about the state of the database, if anything.
pub(super) fn problem(state: &str) -> Option<DatabaseProblem> {
    row(state).and_then(|(_, problem, _)| *problem)
}

/// What it is and what to do.
pub(super) fn words(state: &str) -> Option<&'static str> {
    row(state).map(|(.., words)| *words)
}

fn row(state: &str) -> Option<&'static (&'static str, Option<DatabaseProblem>, &'static str)> {
    let by = |code: &str| CODES.iter().find(|(known, ..)| *known == code);
    by(state).or_else(|| by(state.get(..2)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_before_its_class() {
        assert_eq!(problem("53100"), Some(Full));
        assert_eq!(problem("08006"), Some(Away), "by its class");
        assert_eq!(
            (problem("23505"), words("23505")),
            (None, None),
            "a fault of the statement says nothing about the server"
        );
        assert!(words("42501").is_some_and(|words| words.contains("grant")));
    }
}
