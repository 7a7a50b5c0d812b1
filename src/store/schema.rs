//! Which schema a database has, and how it gets this program's: by migrations, which only `run`, `migrate` and `restore`
//! carry out. Every other verb takes the database as it is, or says what to do.
//!
//! Processes of the version before may run meanwhile, and after it. So a migration only adds: tables, indexes, and
//! columns that an insert may leave out.

use std::collections::BTreeMap;

use sqlx::migrate::MigrateError;
use sqlx::{AnyConnection, Connection as _};

use crate::store::database::{self, Kind, ONE_WRITER_UNTIL_CLOSED};
use crate::store::{Result, StoreError};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("src/store/migrations");

/// How long a migration's statement may take in PostgreSQL: an index on a large table takes minutes.
const PATIENCE: &str = "set statement_timeout = '15min'";

/// Refuses a database that does not have this program's schema. Changes nothing.
///
/// # Errors
/// It has no tables yet, an older or a newer schema, or the database failed.
pub(super) async fn must_be_current(connection: &mut AnyConnection, kind: Kind) -> Result<()> {
    let applied = applied(connection, kind).await?;
    let Some(has) = applied.keys().max().copied() else { return Err(StoreError::NotSetUp) };
    let needs = newest();
    for (version, checksum) in &applied {
        let known = MIGRATIONS.iter().find(|known| known.version == *version);
        let known = known.ok_or(StoreError::NewerSchema { has, knows: needs })?;
        if known.checksum.as_ref() != checksum.as_slice() {
            return Err(MigrateError::VersionMismatch(*version).into());
        }
    }
    if MIGRATIONS.iter().any(|known| !applied.contains_key(&known.version)) {
        return Err(StoreError::OlderSchema { has, needs });
    }
    Ok(())
}

/// Brings the schema up to date. A current one is only looked at, which needs no right to create anything.
///
/// While it works on PostgreSQL, no cmad writes: it holds the writer's lock, so that it waits for no more than readers.
///
/// # Errors
/// A newer cmad made the schema, another process held a lock for too long, or the database failed. A migration that
/// fails leaves nothing behind.
pub(super) async fn migrate(opened: &database::Opened) -> Result<()> {
    match opened.kind {
        Kind::Sqlite => migrate_by(&mut *opened.pool.acquire().await?, opened.kind).await,
        // By a connection of its own, because the limits of the others are too short for it.
        Kind::Postgres => {
            let mut connection = opened.connect().await?;
            let done = async {
                sqlx::raw_sql(PATIENCE).execute(&mut connection).await?;
                migrate_by(&mut connection, opened.kind).await
            };
            let done = done.await;
            // Its locks end with it in any case.
            let _closed = connection.close().await;
            done
        }
    }
}

async fn migrate_by(connection: &mut AnyConnection, kind: Kind) -> Result<()> {
    match must_be_current(connection, kind).await {
        Err(StoreError::NotSetUp | StoreError::OlderSchema { .. }) => {}
        current_or_refused => return current_or_refused,
    }
    if kind == Kind::Postgres {
        sqlx::raw_sql(ONE_WRITER_UNTIL_CLOSED).execute(&mut *connection).await?;
    }
    Ok(MIGRATIONS.run(connection).await?)
}

/// Whether the database has no tables of ours yet.
///
/// # Errors
/// The database failed.
pub(super) async fn is_missing(connection: &mut AnyConnection, kind: Kind) -> Result<bool> {
    Ok(applied(connection, kind).await?.is_empty())
}

/// The newest migration of this program.
fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// The migrations that the database has had, with their checksums; none if it has no tables yet.
async fn applied(connection: &mut AnyConnection, kind: Kind) -> Result<BTreeMap<i64, Vec<u8>>> {
    let noted = match kind {
        Kind::Sqlite => "select count(*) from sqlite_master where type = 'table' and name = '_sqlx_migrations'",
        Kind::Postgres => "select count(to_regclass('_sqlx_migrations')::text)",
    };
    let noted: i64 = sqlx::query_scalar(noted).fetch_one(&mut *connection).await?;
    if noted == 0 {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("select version, checksum from _sqlx_migrations").fetch_all(connection).await?;
    Ok(rows.into_iter().collect())
}
