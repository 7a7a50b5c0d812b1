//! Which schema a database has, and how it gets this program's: by migrations, which only `run`, `migrate` and `restore`
//! carry out. Every other verb takes the database as it is, or says what to do.
//!
//! Processes of the version before may run meanwhile, and after it. So a migration only adds: tables, indexes, and
//! columns that an insert may leave out.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::sync::LazyLock;

use include_dir::{Dir, File, include_dir};
use sqlx::SqlSafeStr as _;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use crate::store::connection::Connection;
use crate::store::database::{self, Kind, ONE_WRITER_UNTIL_CLOSED};
use crate::store::problem;
use crate::store::trouble::Trouble;
use crate::store::{LONG, Result, StoreError};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/store/migrations");

/// Every migration of this program, in its order, with the checksums that sqlx notes in the database.
pub static MIGRATIONS: LazyLock<Migrator> =
    LazyLock::new(|| Migrator::with_migrations(FILES.files().map(migration_of).collect()));

/// A file named `0010_what_it_does.sql`.
fn migration_of(file: &'static File<'static>) -> Migration {
    let name = file.path().file_stem().and_then(OsStr::to_str).expect("a name of ours is UTF-8");
    let (version, description) = name.split_once('_').expect("a migration is named VERSION_DESCRIPTION.sql");
    let version = version.parse().expect("a migration's name begins with its number");
    let sql = file.contents_utf8().expect("our SQL is UTF-8").into_sql_str();
    Migration::new(version, description.replace('_', " ").into(), MigrationType::Simple, sql, false)
}

/// Refuses a database that does not have this program's schema. Changes nothing.
///
/// # Errors
/// It has no tables yet, an older or a newer schema, or the database failed.
pub(super) async fn must_be_current(connection: &mut Connection, kind: Kind) -> Result<()> {
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
    let mut connection = opened.pool.acquire().await?;
    match must_be_current(&mut connection, opened.kind).await {
        Err(StoreError::NotSetUp | StoreError::OlderSchema { .. }) => {}
        current_or_refused => return current_or_refused,
    }
    // An index on a large table takes minutes. Its locks end with this connection.
    connection.work_for(LONG).await?;
    let mut session = None;
    if opened.kind == Kind::Postgres {
        sqlx::query(ONE_WRITER_UNTIL_CLOSED).execute(&mut connection).await?;
        session = Some(sqlx::query_scalar("select pg_backend_pid()::bigint").fetch_one(&mut connection).await?);
    }
    let too_long = || sqlx::Error::from(Trouble::TooLong { what: "the migration", limit: LONG });
    let migrated = tokio::select! {
        migrated = tokio::time::timeout(LONG, MIGRATIONS.run(connection.raw())) => migrated.map_err(|_| too_long())?,
        () = until_silent(opened, session) => return Err(sqlx::Error::from(Trouble::Silent).into()),
    };
    match migrated {
        Err(error) if problem::lacks_right(&error) => {
            drop(connection);
            Err(missing_right(opened, error).await)
        }
        migrated => Ok(migrated?),
    }
}

/// Waits until the server waits for the next statement of this session, and none comes: then a statement or an
/// answer was lost, while a statement that takes its time is seen to work.
async fn until_silent(opened: &database::Opened, session: Option<i64>) {
    let Some(session) = session else { return std::future::pending().await };
    let mut before = None;
    loop {
        tokio::time::sleep(opened.pool.limits().statement / 4).await;
        let idle = "select coalesce(state, '') || coalesce(state_change::text, '') from pg_stat_activity
            where pid = $1 and state is distinct from 'active'";
        let idle = sqlx::query_scalar::<_, String>(idle).bind(session).fetch_optional(&opened.pool).await;
        // Where the server cannot be asked, the migration has its limit.
        let idle = idle.unwrap_or_default();
        if idle.is_some() && idle == before {
            return;
        }
        before = idle;
    }
}

/// Names the schema in which this user may not create tables.
async fn missing_right(opened: &database::Opened, error: MigrateError) -> StoreError {
    // Without a right to it, the first schema of the path is not the current one.
    let place = "select current_user::text, coalesce(current_schema()::text, 'public')";
    let place: sqlx::Result<(String, String)> = sqlx::query_as(place).fetch_one(&opened.pool).await;
    place.map_or_else(|_| error.into(), |(user, schema)| StoreError::MayNotCreate { user, schema })
}

/// Whether the database has no tables of ours yet.
///
/// # Errors
/// The database failed.
pub(super) async fn is_missing(connection: &mut Connection, kind: Kind) -> Result<bool> {
    Ok(applied(connection, kind).await?.is_empty())
}

/// The newest migration of this program.
fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// The migrations that the database has had, with their checksums; none if it has no tables yet.
async fn applied(connection: &mut Connection, kind: Kind) -> Result<BTreeMap<i64, Vec<u8>>> {
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
