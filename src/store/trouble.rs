//! What can go wrong between the program and the database beside what the database itself says, and what a failure
//! means for the connection on which it came.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::PgDatabaseError;

use crate::store::dial::NO_CONNECTION;

/// A failure that sqlx has no word for. It travels as [`sqlx::Error::Io`].
#[derive(Clone, Debug, thiserror::Error)]
pub(super) enum Trouble {
    /// A connection fell silent: nothing says whether the statement was carried out.
    #[error("PostgreSQL at {server} did not answer within {}", Seconds(*limit))]
    NoAnswer { server: Arc<str>, limit: Duration },
    /// No connection came about.
    #[error("PostgreSQL at {server} cannot be connected to within {}", Seconds(*limit))]
    NoWelcome { server: Arc<str>, limit: Duration },
    /// A server was refused because it only reads.
    #[error("PostgreSQL at {server} accepts no writes: it is a standby, or was made read-only")]
    OnlyReads { server: Arc<str> },
    /// All places are taken by those who try to connect.
    #[error("no connection: {why}")]
    NoConnection { why: String },
    /// The connection of a migration fell silent.
    #[error("the connection fell silent in the middle of a migration; what was not finished is undone, so try again")]
    Silent,
    /// The work as a whole took too long.
    #[error("{what} did not end within {}", Seconds(*limit))]
    TooLong { what: &'static str, limit: Duration },
}

impl From<Trouble> for sqlx::Error {
    fn from(trouble: Trouble) -> Self {
        let kind = match trouble {
            Trouble::OnlyReads { .. } => io::ErrorKind::ReadOnlyFilesystem,
            _ => io::ErrorKind::TimedOut,
        };
        Self::Io(io::Error::new(kind, trouble))
    }
}

/// A duration in a message.
struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} s", self.0.as_secs_f64())
    }
}

/// The same error, with the server's name where sqlx does not say it.
pub(super) fn at_server(error: sqlx::Error, server: &str) -> sqlx::Error {
    // What the way to the server says in its place.
    if let (Some(NO_CONNECTION), sqlx::Error::Database(told)) = (state(&error).as_deref(), &error) {
        let why = told.message();
        return sqlx::Error::Io(io::Error::other(format!("PostgreSQL at {server} cannot be reached: {why}")));
    }
    match error {
        sqlx::Error::Io(error) => {
            sqlx::Error::Io(io::Error::new(error.kind(), format!("PostgreSQL at {server} cannot be reached: {error}")))
        }
        other => other,
    }
}

/// What a failure means for connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The statement failed, not the connection.
    Fine,
    /// This connection must not be used again.
    Unusable,
    /// Nor the others: what happened to this one holds for all.
    AllUnusable,
}

/// What a failure means for the connection on which it came, and for the others.
pub(super) fn verdict(error: &sqlx::Error) -> Verdict {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => {
            Verdict::AllUnusable
        }
        sqlx::Error::Database(_) => match state(error).as_deref() {
            // It only reads, it shuts down, it crashed: the others lead to the same server.
            Some("25006" | "57P01" | "57P02" | "57P03" | "57P04") => Verdict::AllUnusable,
            Some("0A000") if is_stale_plan(error) => Verdict::AllUnusable,
            // A pooler has lost or confused the prepared statements; a transaction was ended for idling.
            Some("26000" | "42P05" | "25P03" | "57P05") => Verdict::Unusable,
            Some(state) if state.starts_with("08") => Verdict::Unusable,
            _ => Verdict::Fine,
        },
        _ => Verdict::Fine,
    }
}

/// Whether a statement outside of a transaction certainly did nothing, and may succeed on a new connection.
pub(super) fn did_nothing(error: &sqlx::Error) -> bool {
    match state(error).as_deref() {
        Some("25006" | "26000") => true,
        Some("0A000") => is_stale_plan(error),
        _ => false,
    }
}

/// Whether a failure to connect may pass within seconds: a server that restarts, a failover, a full one.
pub(super) fn may_pass_soon(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(_) => matches!(state(error).as_deref(), Some("53300" | "57P01" | "57P02" | "57P03")),
        _ => false,
    }
}

/// PostgreSQL's code of an error, if it is one of PostgreSQL.
pub(super) fn state(error: &sqlx::Error) -> Option<String> {
    let sqlx::Error::Database(told) = error else { return None };
    Some(told.try_downcast_ref::<PgDatabaseError>()?.code().to_owned())
}

/// A table was changed after the statement was prepared. The code is that of every missing feature, and the message is
/// in the server's language, so the place in the server's source tells.
fn is_stale_plan(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(told) = error else { return false };
    let told = told.try_downcast_ref::<PgDatabaseError>();
    told.is_some_and(|told| told.routine() == Some("RevalidateCachedQuery"))
}

/// What of ours an error carries.
pub(super) fn of(error: &sqlx::Error) -> Option<&Trouble> {
    let sqlx::Error::Io(error) = error else { return None };
    error.get_ref()?.downcast_ref()
}
