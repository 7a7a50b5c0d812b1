//! The only SQL: one text for SQLite (PostgreSQL comes with its own issue, and every column and statement here is
//! portable). Instants are UTC milliseconds, personal words pass through [`codec`].

pub mod answers;
pub mod codec;
pub mod copies;
mod copying;
mod digests;
mod erasure;
mod hashtag;
mod nominations;
pub mod privacy;
mod retention;
mod roster;
pub mod saves;
pub mod sends;
mod servers;
pub mod thanks;
mod totals;

use std::str::FromStr as _;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Sqlite, SqlitePool, Transaction};

pub use digests::DigestRecord;
pub use erasure::Erased;
pub use roster::Boss;
pub use servers::CampaignRecord;

use codec::{Codec, Sealed};

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pool: SqlitePool,
    codec: Codec,
}

/// Why the database could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is for another kind of database.
    #[error("DATABASE_URL must begin with sqlite: (such as sqlite://data/cmad.db)")]
    NotSqlite,
    /// The folder of the database file could not be made.
    #[error("the folder for the database cannot be made: {0}; set DATABASE_URL to a place where cmad may write")]
    Folder(std::io::Error),
    /// The database does not open, or a statement failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the database cannot be brought up to date: {0}; it may have been written by a newer cmad")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The key is not the one of this database.
    #[error(transparent)]
    Sealed(#[from] Sealed),
    /// A row holds something that this version does not know.
    #[error("the database holds something unreadable in {0}; it may have been written by a newer cmad")]
    Unreadable(&'static str),
}

/// What a call to the store gives back.
pub type Result<T> = std::result::Result<T, StoreError>;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("src/store/migrations");

/// For how long a statement waits for another writer before it fails.
const BUSY: Duration = Duration::from_secs(20);
/// SQLite has one writer at a time; a few more connections let readers pass.
const CONNECTIONS: u32 = 4;

impl Store {
    /// Opens the database at `url`, makes it when there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// It cannot be opened or brought up to date, or was written with another key.
    pub async fn open(url: &str, codec: Codec) -> Result<Self> {
        let path = url.strip_prefix("sqlite:").ok_or(StoreError::NotSqlite)?;
        let file = path.trim_start_matches("//").split('?').next().unwrap_or_default();
        if let Some(folder) = std::path::Path::new(file).parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(StoreError::Folder)?;
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What was acknowledged to a person is on the disk: WAL alone would lose the last moments at power loss.
            .synchronous(SqliteSynchronous::Full)
            // An erased word leaves no free page behind.
            .pragma("secure_delete", "on")
            .busy_timeout(BUSY);
        let pool =
            SqlitePoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(BUSY).connect_with(options).await?;
        let store = Self { pool, codec };
        MIGRATIONS.run(&store.pool).await?;
        store.check_key().await?;
        store.fill_in_hashes().await?;
        Ok(store)
    }

    /// Closes the database after what is under way.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("select 1").execute(&self.pool).await?;
        Ok(())
    }

    /// A short note that outlives the process, such as the gateway's session.
    ///
    /// # Errors
    /// The database failed.
    pub async fn recall(&self, name: &str) -> Result<Option<String>> {
        let found = sqlx::query_scalar("select value from remembered where name = $1");
        Ok(found.bind(name).fetch_optional(&self.pool).await?)
    }

    /// Keeps a short note, in place of an earlier one of that name.
    ///
    /// # Errors
    /// The database failed.
    pub async fn remember(&self, name: &str, value: &str) -> Result<()> {
        sqlx::query(
            "insert into remembered (name, value) values ($1, $2)
             on conflict (name) do update set value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Forgets a note.
    ///
    /// # Errors
    /// The database failed.
    pub async fn forget(&self, name: &str) -> Result<()> {
        sqlx::query("delete from remembered where name = $1").bind(name).execute(&self.pool).await?;
        Ok(())
    }

    /// A wrong key must be found at once, not when the first digest is due.
    async fn check_key(&self) -> Result<()> {
        const NAME: &str = "key-check";
        match self.recall(NAME).await? {
            Some(sealed) => {
                self.codec.open(&sealed, NAME)?;
                Ok(())
            }
            None => self.remember(NAME, &self.codec.seal("cmad", NAME)).await,
        }
    }

    /// Empties the journal beside the database, in which what was erased could still be read. It cannot while somebody
    /// reads; then SQLite does it with one of the next writes.
    async fn empty_journal(&self) -> Result<()> {
        sqlx::query("pragma wal_checkpoint(truncate)").execute(&self.pool).await?;
        Ok(())
    }

    /// A transaction that takes the writer's place at once, so that it cannot fail half-way for another's sake.
    async fn write(&self) -> Result<Transaction<'_, Sqlite>> {
        Ok(self.pool.begin_with("begin immediate").await?)
    }
}

/// An instant as the database keeps it.
pub(crate) fn ms(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// An instant read back.
fn at(ms: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(ms).ok_or(StoreError::Unreadable("an instant"))
}
