//! Poolers between cmad and PostgreSQL. cmad needs a session that is its own from the first statement to the last: it
//! sets limits there, keeps prepared statements, and a migration holds a lock.

use std::time::Duration;

use tokio::time::timeout;

use crate::store::connection::Connection;
use crate::store::{Result, StoreError};

/// How often it is asked which session this is: a pooler with many of them may give the same one by chance.
const TIMES: usize = 3;
/// How long the second connection may wait for a session. It waits for long only where each has one to itself.
const PATIENCE: Duration = Duration::from_secs(3);

/// Refuses a pooler that gives each transaction, or each statement, another session (PgBouncer: `pool_mode =
/// transaction`): one connection is led to two of them, or two connections that are both open share one.
///
/// # Errors
/// It does, or the database failed.
pub(super) async fn must_keep_sessions(one: &mut Connection, mut other: Option<Connection>) -> Result<()> {
    let own = session(one).await?;
    for _ in 0..TIMES {
        if session(one).await? != own {
            return Err(StoreError::Pooler);
        }
        let Some(other) = &mut other else { continue };
        match timeout(PATIENCE, session(other)).await {
            Ok(Ok(theirs)) if theirs == own => return Err(StoreError::Pooler),
            Ok(Ok(_)) => {}
            // None is left for it: each connection has its own.
            Ok(Err(_)) | Err(_) => return Ok(()),
        }
    }
    Ok(())
}

/// The number of the server's process behind a connection. Not a prepared statement: such a pooler loses it.
async fn session(connection: &mut Connection) -> sqlx::Result<String> {
    use sqlx::{Executor as _, Row as _};
    let row = (&mut *connection).fetch_one(sqlx::raw_sql("select pg_backend_pid()::text")).await?;
    row.try_get(0)
}
