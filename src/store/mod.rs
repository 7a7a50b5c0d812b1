//! All SQL is here, the same text for SQLite and PostgreSQL. Instants are UTC milliseconds; personal words pass through
//! [`sealing`]. The two databases differ only in `database` and in how a send is claimed.

mod address;
pub mod answers;
mod backup;
mod beginning;
mod boss_mail;
pub mod boss_replies;
mod campaigns;
mod client_languages;
mod commit_observer;
mod connection;
pub mod copies;
mod copy_choices;
mod database;
mod database_problem;
mod dial;
mod digests;
mod erasure;
mod erasure_list;
mod found_consent;
pub mod gaps;
mod gone;
mod group;
mod hashtag_channels;
mod holders;
mod ignoring;
mod journal;
pub mod judgements;
mod keep_thanks;
pub mod key_file;
mod keys;
mod kinds;
pub mod leases;
mod mailing;
mod new_sends;
mod no_more;
mod nominations;
mod not_collected;
mod operator_counts;
mod own_file;
pub mod people;
pub mod places;
mod plans;
mod pool;
mod pooler;
mod posted_names;
pub mod privacy;
pub mod private_hold;
mod problem;
mod public_posts;
mod questions;
mod reconcile;
pub mod reminders;
mod retention;
mod roster;
pub mod saves;
mod scheduled_event;
pub mod schema;
pub mod sealing;
pub mod sends;
mod servers;
mod servers_of_person;
pub mod settle;
pub mod sharing;
mod spread;
mod sqlite_codes;
mod sqlstate;
mod standing;
mod suggestions;
mod tag_channels;
pub mod thanks;
mod totals;
mod trouble;
mod unopened;
mod windows;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

pub use backup::Restored;
pub use beginning::Beginning;
pub use boss_mail::BossMail;
pub use campaigns::CampaignRecord;
pub use commit_observer::{CommitDecision, CommitObserver};
pub use database::Room;
pub use database_problem::DatabaseProblem;
pub use digests::DigestRecord;
pub use erasure::Erased;
pub use holders::HoldersPost;
pub use keep_thanks::Kept;
pub use keys::{Keys, Progress};
pub use no_more::{NoMoreOf, NoMoreToken};
pub use not_collected::NotCollected;
pub use plans::{NewPlan, PlanInputs};
pub use problem::CommitOutcome;
pub use reconcile::{ListAfterwards, Reconciled};
pub use roster::Boss;
pub use spread::SPREAD_AHEAD;

use domain::campaign::{Defaults, Schedule};
use domain::send::QuestionLimits;

use database::Kind;
use group::Write;
use pool::Pool;
use sealing::{Codec, KeyId, Sealed};

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pool: Pool,
    kind: Kind,
    writer: group::Writer,
    /// Whether this start made the database.
    is_new: bool,
    codec: Codec,
    /// The file, outside the database, that records erasures.
    erasures: Option<std::path::PathBuf>,
    /// The defaults that servers' schedules are based on.
    step_defaults: Arc<Defaults>,
}

/// Why a database operation failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is for another kind of database, whose scheme it holds, or none.
    #[error(
        "DATABASE_URL {}begin with sqlite: (such as sqlite://data/cmad.db) or postgres: (such as postgres://user@host/name)",
        .0.as_ref().map_or("must ".to_owned(), |scheme| format!("is for {scheme}, which cmad does not know: it must "))
    )]
    Address(Option<String>),
    /// The address of PostgreSQL cannot be read.
    #[error("DATABASE_URL: {0}")]
    BadAddress(String),
    /// PostgreSQL cannot be used from the start.
    #[error("the database cannot be used (PostgreSQL at {servers}): {error}{hint}", hint = problem::hint(.error))]
    NoConnection {
        /// The servers that the address names.
        servers: String,
        /// Why.
        error: sqlx::Error,
    },
    /// The user of PostgreSQL may not create tables.
    #[error(
        "the user {user} of PostgreSQL may not create tables in the schema {schema}: let its owner run \
         `grant usage, create on schema {schema} to {user}`"
    )]
    MayNotCreate {
        /// The user.
        user: String,
        /// The schema in which the tables would be.
        schema: String,
    },
    /// The database file's folder, or a file in it, could not be created.
    #[error("nothing can be written beside the database: {0}; set DATABASE_URL to a folder that cmad can write to")]
    Folder(std::io::Error),
    /// The database does not open, or a statement failed.
    #[error("the database failed: {0}{hint}", hint = problem::hint(.0))]
    Database(#[from] sqlx::Error),
    /// A transaction was not committed, or waited too long for other writers.
    #[error("the changes were not saved{}", .why.map(|why| format!("; {}", why.advice())).unwrap_or_default())]
    NotCommitted {
        /// What is wrong with the database, if known.
        why: Option<DatabaseProblem>,
        /// What became of the data.
        outcome: CommitOutcome,
    },
    /// The database file is damaged.
    #[error("the database file is damaged ({0}): stop cmad, keep a copy, and see docs/database.md, A damaged file")]
    Damaged(String),
    /// Another process runs with this file.
    #[error(
        "another cmad uses the database {0}: stop it first. Two can share a PostgreSQL database (DATABASE_URL=postgres://…), \
         not a file"
    )]
    Taken(std::path::PathBuf),
    /// A backup could not be written or read.
    #[error("the backup failed: {0}")]
    Backup(std::io::Error),
    /// The backup cannot be restored.
    #[error("this backup cannot be restored: {0}; nothing was changed")]
    NotABackup(&'static str),
    /// The database to restore into is not empty.
    #[error("the database is not empty: restore into a new one (another DATABASE_URL); nothing was changed")]
    NotEmpty,
    /// A pooler before it gives each transaction another session.
    #[error(
        "a pooler between cmad and PostgreSQL gives each transaction another session: set pool_mode = session for this \
         database in PgBouncer, or connect to PostgreSQL itself (docs/postgresql.md, Poolers)"
    )]
    Pooler,
    /// It has no tables yet.
    #[error(
        "the database is not set up yet: `cmad migrate`, or the first `cmad run`, makes its tables. Nothing was changed"
    )]
    NotSetUp,
    /// An older version made its tables.
    #[error(
        "older schema: the database is at migration {has}, and this cmad needs {needs}. Make a backup with the cmad that \
         it runs with, then `cmad migrate`. Nothing was changed"
    )]
    OlderSchema {
        /// The newest migration that it had.
        has: i64,
        /// The newest that this program has.
        needs: i64,
    },
    /// A newer version made its tables.
    #[error(
        "newer schema: a newer cmad brought the database to migration {has}, and this one knows only {knows}: use the \
         newer cmad. Nothing was changed"
    )]
    NewerSchema {
        /// The newest migration that it had.
        has: i64,
        /// The newest that this program has.
        knows: i64,
    },
    /// A migration failed.
    #[error("the database cannot be migrated: {0}{hint}", hint = problem::migration_hint(.0))]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The key does not belong to this database.
    #[error(transparent)]
    Sealed(#[from] Sealed),
    /// The first key in `CMAD_KEY` is an old one.
    #[error(
        "the key {newest} was used before {current}, which seals now: put {current} first in CMAD_KEY. Nothing was changed"
    )]
    KeyOrder {
        /// The first key in `CMAD_KEY`.
        newest: KeyId,
        /// The key that seals now.
        current: KeyId,
    },
    /// A row has content that this version does not know.
    #[error("the database has content in {0} that cannot be read; a newer cmad may have written it")]
    Unreadable(&'static str),
}

/// The result of a call to the store.
///
/// # Errors
/// The database failed. A function writes in one transaction, unless its documentation says otherwise: after an error,
/// nothing was written (for a failed commit, see [`CommitOutcome`]).
pub type Result<T> = std::result::Result<T, StoreError>;

/// How a database is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// How long someone who wants to write waits in all.
    pub patience: Duration,
    /// How many connections to PostgreSQL there are at most.
    pub connections: u32,
}

impl Default for Access {
    /// For a verb beside the running bot.
    fn default() -> Self {
        Self { patience: Duration::from_secs(20), connections: 2 }
    }
}

/// How long work takes at most that is long by its nature: a migration, rewriting a table.
const LONG: Duration = Duration::from_secs(900);

/// The largest SQLite file that is vacuumed after an erasure: on a slow disk that takes under half a second.
const VACUUM_UP_TO_BYTES: i64 = 16 << 20;

impl Store {
    /// Opens the database at `url`, creates it if missing, and migrates it.
    ///
    /// # Errors
    /// It cannot be opened or migrated, or was written with another key.
    pub async fn open(url: &str, codec: Codec) -> Result<Self> {
        Self::open_with(url, codec, Access::default(), None).await
    }

    /// Opens the database with settings of its own and an observer of commits.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(
        url: &str,
        codec: Codec,
        access: Access,
        observer: Option<Arc<dyn CommitObserver>>,
    ) -> Result<Self> {
        Self::open_as(url, codec, (access, observer), keys::WrongKey::Refuse).await
    }

    /// Opens a database to restore a backup into: while it is empty, it may have been created with another key.
    ///
    /// # Errors
    /// It cannot be opened or migrated, or has data that was written with another key.
    pub async fn open_to_restore(url: &str, codec: Codec) -> Result<Self> {
        Self::open_as(url, codec, (Access::default(), None), keys::WrongKey::AcceptIfEmpty).await
    }

    async fn open_as(
        url: &str,
        codec: Codec,
        (access, observer): (Access, Option<Arc<dyn CommitObserver>>),
        wrong_key: keys::WrongKey,
    ) -> Result<Self> {
        let mut is_new = false;
        database::keep_to_owner(url);
        let look = async |connection: &mut connection::Connection, kind| {
            is_new = schema::is_missing(connection, kind).await?;
            Ok(())
        };
        let opened = database::connect(url, access, look).await?;
        for says in database::exposed(url) {
            tracing::warn!("{says}");
        }
        schema::migrate(&opened).await?;
        let store = Self { is_new, ..Self::of(opened, url, codec, (access, observer)) };
        store.settle_keys(wrong_key).await?;
        store.fill_in_hashes().await?;
        store.fill_in_from_tasks().await?;
        Ok(store)
    }

    /// Opens a database as it is: makes and migrates nothing.
    ///
    /// # Errors
    /// It cannot be opened, does not have this program's schema, or was written with another key.
    pub async fn open_as_it_is(url: &str, codec: Codec) -> Result<Self> {
        let opened = database::connect(url, Access::default(), schema::must_be_current).await?;
        let store = Self::of(opened, url, codec, (Access::default(), None));
        store.load_keys().await?;
        Ok(store)
    }

    fn of(
        opened: database::Opened,
        url: &str,
        codec: Codec,
        (access, observer): (Access, Option<Arc<dyn CommitObserver>>),
    ) -> Self {
        let database::Opened { kind, pool } = opened;
        Self {
            writer: group::Writer::new(pool.clone(), kind, access.patience, observer),
            pool,
            kind,
            is_new: false,
            codec,
            erasures: database::file(url).map(erasure_list::beside),
            step_defaults: Arc::default(),
        }
    }

    /// Bases servers' schedules on these defaults instead of the built-in ones.
    #[must_use]
    pub fn with_step_defaults(mut self, defaults: Defaults) -> Self {
        self.step_defaults = Arc::new(defaults);
        self
    }

    /// Allows as many open questions as these limits, instead of the default ones.
    #[must_use]
    pub const fn with_question_limits(mut self, limits: QuestionLimits) -> Self {
        self.writer.questions = limits;
        self
    }

    /// The schedule of a server without changes.
    #[must_use]
    pub fn default_schedule(&self) -> Schedule {
        Schedule::default().over(&self.step_defaults)
    }

    /// The database file in an address: none for PostgreSQL and for a database in memory.
    #[must_use]
    pub fn file(url: &str) -> Option<&std::path::Path> {
        database::file(url)
    }

    /// Whether there may be a database at `url`: opening a missing SQLite file would create it.
    #[must_use]
    pub fn is_there(url: &str) -> bool {
        Self::file(url).is_none_or(std::path::Path::exists)
    }

    /// Locks the SQLite file against other processes until the returned value is dropped or the process ends.
    /// PostgreSQL needs no lock: there the processes use leases.
    ///
    /// # Errors
    /// Another process runs with this file.
    pub fn lock_file(url: &str) -> Result<Option<std::fs::File>> {
        database::lock_file(url)
    }

    /// Closes the database once running statements have finished, or do not finish in time.
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

    /// Reads a short note that outlives the process, such as the gateway's session.
    pub async fn recall(&self, name: &str) -> Result<Option<String>> {
        let found = sqlx::query_scalar("select value from remembered where name = $1");
        Ok(found.bind(name).fetch_optional(&self.pool).await?)
    }

    /// Stores a short note; replaces the one with the same name.
    pub async fn remember(&self, name: &str, value: &str) -> Result<()> {
        remember(&self.pool, name, value).await
    }

    /// Deletes a note.
    pub async fn forget(&self, name: &str) -> Result<()> {
        sqlx::query("delete from remembered where name = $1").bind(name).execute(&self.pool).await?;
        Ok(())
    }

    /// Overwrites erased data in the database's files, even though it was sealed. A large file is not vacuumed, because
    /// other writers would have to wait; sealed copies can then remain in unused parts of split pages.
    async fn clear_erased_pages(&self) {
        let cleared = [self.vacuum_if_small().await, self.empty_journal().await.map(|_| ())];
        for error in cleared.into_iter().filter_map(Result::err) {
            // The rows are deleted all the same.
            tracing::warn!(%error, "sealed copies of erased data may remain in the database's files: clearing them failed");
        }
    }

    async fn vacuum_if_small(&self) -> Result<()> {
        if self.kind == Kind::Sqlite {
            let bytes = "select page_count * page_size from pragma_page_count(), pragma_page_size()";
            let bytes: i64 = sqlx::query_scalar(bytes).fetch_one(&self.pool).await?;
            if bytes <= VACUUM_UP_TO_BYTES {
                sqlx::query("vacuum").execute(&self.pool).await?;
            }
        }
        Ok(())
    }

    /// Begins a transaction with the writer's lock, so that no conflict can make it fail midway and what it reads
    /// cannot change before its end.
    async fn write(&self) -> Result<Write<'_>> {
        self.writer.begin().await
    }
}

/// [`Store::remember`], also as part of a larger transaction.
async fn remember<'c>(to: impl sqlx::Executor<'c, Database = sqlx::Any>, name: &str, value: &str) -> Result<()> {
    sqlx::query(
        "insert into remembered (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
    )
    .bind(name)
    .bind(value)
    .execute(to)
    .await?;
    Ok(())
}

/// An instant as stored.
pub(crate) fn ms(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

fn year_of(value: i64) -> Result<i32> {
    i32::try_from(value).map_err(|_| StoreError::Unreadable("a year"))
}

fn count_of(rows: impl TryInto<u32>) -> u32 {
    rows.try_into().unwrap_or(u32::MAX)
}

fn at(ms: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(ms).ok_or(StoreError::Unreadable("an instant"))
}
