//! The only SQL: one text for SQLite and PostgreSQL. Instants are UTC milliseconds, personal words pass through
//! [`sealing`]. What differs between the two stands in `database`, and in how a send is claimed.

pub mod answers;
mod backup;
mod boss_mail;
mod client_languages;
pub mod copies;
mod copy_choices;
mod database;
mod digests;
mod erasure;
mod found_consent;
mod gaps;
mod group;
mod hashtag_channels;
mod judgements;
pub mod key_file;
mod keys;
pub mod leases;
mod mailing;
mod no_more;
mod nominations;
mod plans;
pub mod privacy;
mod retention;
mod roster;
mod rush;
pub mod saves;
pub mod sealing;
pub mod sends;
mod servers;
mod servers_of_person;
pub mod settle;
mod standing;
mod suggestions;
mod tag_channels;
pub mod thanks;
mod totals;
mod trouble;
mod witness;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::AnyPool;

pub use backup::Restored;
pub use boss_mail::BossMail;
pub use digests::DigestRecord;
pub use erasure::Erased;
pub use keys::{Keys, Progress};
pub use mailing::Leave;
pub use no_more::{Clicked, Unwanted};
pub use plans::{NewPlan, Standing};
pub use roster::Boss;
pub use rush::AHEAD;
pub use servers::CampaignRecord;
pub use trouble::{Fate, Trouble};
pub use witness::{Ending, Witness};

use domain::campaign::{Defaults, Schedule};

use database::Kind;
use group::Write;
use sealing::{Codec, KeyId, Sealed};

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pool: AnyPool,
    kind: Kind,
    writer: group::Writer,
    /// What kept the last new connection from being used.
    refusal: database::Refusal,
    codec: Codec,
    /// Where erasures are noted outside of the database.
    erasures: Option<std::path::PathBuf>,
    /// What servers' schedules are read over.
    step_defaults: Arc<Defaults>,
}

/// Why the database could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is for another kind of database.
    #[error("DATABASE_URL must begin with sqlite: (such as sqlite://data/cmad.db) or postgres:")]
    Address,
    /// The folder of the database file, or something in it, could not be made.
    #[error("nothing can be written beside the database: {0}; set DATABASE_URL to a place where cmad may write")]
    Folder(std::io::Error),
    /// The database does not open, or a statement failed.
    #[error("the database failed: {0}{hint}", hint = trouble::hint(.0))]
    Database(#[from] sqlx::Error),
    /// What was written could not be committed, or waited for others in vain.
    #[error("what was written was not kept{}", .why.map(|why| format!("; {}", why.advice())).unwrap_or_default())]
    NotKept {
        /// What keeps the database from it, as far as is known.
        why: Option<Trouble>,
        /// Whether that is certain.
        fate: Fate,
    },
    /// The database's file is not what a database writes.
    #[error("the database's file is damaged ({0}): stop here, keep a copy, and see docs/database.md, A damaged file")]
    Damaged(String),
    /// Another process runs with this file.
    #[error(
        "another cmad runs with the database {0}: stop that one first. Two can share a PostgreSQL (DATABASE_URL=postgres://…), \
         not a file"
    )]
    Taken(std::path::PathBuf),
    /// A backup could not be written or read.
    #[error("the backup failed: {0}")]
    Backup(std::io::Error),
    /// What should be restored cannot be.
    #[error("this backup cannot be restored: {0}; nothing was changed")]
    NotABackup(&'static str),
    /// What should be restored would be mixed with what is there.
    #[error("the database is not empty: restore into a new one (another DATABASE_URL); nothing was changed")]
    NotEmpty,
    /// The tables could not be brought up to date.
    #[error("the database cannot be brought up to date: {0}{hint}", hint = trouble::migration_hint(.0))]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The key is not the one of this database.
    #[error(transparent)]
    Sealed(#[from] Sealed),
    /// What should become the newest key was used before.
    #[error(
        "the key {newest} was used before {current}, which seals now: put {current} first in CMAD_KEY. Nothing was changed"
    )]
    KeyOrder {
        /// The first of the keys that were given.
        newest: KeyId,
        /// The one that seals.
        current: KeyId,
    },
    /// A row holds something that this version does not know.
    #[error("the database holds something unreadable in {0}; it may have been written by a newer cmad")]
    Unreadable(&'static str),
}

/// What a call to the store returns.
///
/// # Errors
/// The database failed. What a function writes is one transaction, unless it says otherwise: none of it was kept then.
pub type Result<T> = std::result::Result<T, StoreError>;

/// For how long a statement waits for another writer before it fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The largest file of SQLite that is written anew after an erasure: less than half a second of a slow disk's time.
const WRITTEN_ANEW_BYTES: i64 = 16 << 20;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("src/store/migrations");

impl Store {
    /// Opens the database at `url`, makes it when there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// It cannot be opened or brought up to date, or was written with another key.
    pub async fn open(url: &str, codec: Codec) -> Result<Self> {
        Self::open_with(url, codec, PATIENCE, None).await
    }

    /// The same, for whoever wants to hear sooner or later that somebody else keeps it from writing, and with somebody
    /// who is told of each transaction's end.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(
        url: &str,
        codec: Codec,
        patience: Duration,
        witness: Option<Arc<dyn Witness>>,
    ) -> Result<Self> {
        Self::open_as(url, codec, (patience, witness), keys::Strange::Refused).await
    }

    /// Opens a database into which a backup is to be restored: as long as there is nothing in it, the key may be another
    /// one than it was made with.
    ///
    /// # Errors
    /// It cannot be opened or brought up to date, or there is something in it that was written with another key.
    pub async fn open_to_restore(url: &str, codec: Codec) -> Result<Self> {
        Self::open_as(url, codec, (PATIENCE, None), keys::Strange::TakenWhenEmpty).await
    }

    async fn open_as(
        url: &str,
        codec: Codec,
        (patience, witness): (Duration, Option<Arc<dyn Witness>>),
        strange: keys::Strange,
    ) -> Result<Self> {
        let database::Opened { kind, pool, refusal } = database::connect(url, patience).await?;
        let store = Self {
            writer: group::Writer::new(pool.clone(), kind, patience, witness),
            pool,
            kind,
            refusal,
            codec,
            erasures: database::file(url).map(backup::beside),
            step_defaults: Arc::default(),
        };
        MIGRATIONS.run(&store.pool).await?;
        store.settle_keys(strange).await?;
        store.fill_in_hashes().await?;
        store.fill_in_whom_sends_are_about().await?;
        Ok(store)
    }

    /// Reads servers' schedules over these defaults, instead of the built-in ones.
    #[must_use]
    pub fn with_step_defaults(mut self, defaults: Defaults) -> Self {
        self.step_defaults = Arc::new(defaults);
        self
    }

    /// The schedule of a server that has changed nothing.
    #[must_use]
    pub fn default_schedule(&self) -> Schedule {
        Schedule::default().over(&self.step_defaults)
    }

    /// The file of a database, where its address names one: not on PostgreSQL, and not in memory.
    #[must_use]
    pub fn file(url: &str) -> Option<&std::path::Path> {
        database::file(url)
    }

    /// Whether there can be something at `url`: an SQLite file that is not there would only be made.
    #[must_use]
    pub fn is_there(url: &str) -> bool {
        Self::file(url).is_none_or(std::path::Path::exists)
    }

    /// Keeps the bot alone with its SQLite file, for as long as what it returns lives and however the process ends.
    /// Nothing is needed on PostgreSQL, where processes agree by leases.
    ///
    /// # Errors
    /// Another process runs with this file.
    pub fn alone_with(url: &str) -> Result<Option<std::fs::File>> {
        database::alone_with(url)
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
    pub async fn recall(&self, name: &str) -> Result<Option<String>> {
        let found = sqlx::query_scalar("select value from remembered where name = $1");
        Ok(found.bind(name).fetch_optional(&self.pool).await?)
    }

    /// Keeps a short note, in place of an earlier one of that name.
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
    pub async fn forget(&self, name: &str) -> Result<()> {
        sqlx::query("delete from remembered where name = $1").bind(name).execute(&self.pool).await?;
        Ok(())
    }

    /// Sees to it that of what was erased nothing is left in the file, not even sealed. A large file is not written anew
    /// for that: others would wait for it. What then can be left is a copy, sealed, in a page that was parted.
    async fn clear_what_was_erased(&self) {
        let cleared = [self.write_anew().await, self.empty_journal().await.map(|_| ())];
        for error in cleared.into_iter().filter_map(Result::err) {
            // It is erased all the same.
            tracing::warn!(%error, "the database's files could not be cleared: a sealed copy of what was erased can be in them");
        }
    }

    async fn write_anew(&self) -> Result<()> {
        if self.kind == Kind::Sqlite {
            let bytes = "select page_count * page_size from pragma_page_count(), pragma_page_size()";
            let bytes: i64 = sqlx::query_scalar(bytes).fetch_one(&self.pool).await?;
            if bytes <= WRITTEN_ANEW_BYTES {
                sqlx::query("vacuum").execute(&self.pool).await?;
            }
        }
        Ok(())
    }

    /// Empties the journal beside the database, in which what was erased could still be read. It cannot while somebody
    /// reads; then SQLite does it with one of the next writes. Says whether it did.
    async fn empty_journal(&self) -> Result<bool> {
        if self.kind == Kind::Postgres {
            return Ok(true);
        }
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)").fetch_one(&self.pool).await?;
        Ok(busy == 0)
    }

    /// A transaction that takes the writer's place at once, so that it cannot fail half-way for another's sake, and
    /// what it reads stays so until it ends.
    async fn write(&self) -> Result<Write<'_>> {
        self.writer.begin().await
    }
}

/// An instant as the database keeps it.
pub(crate) fn ms(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// A year read back.
fn year_of(value: i64) -> Result<i32> {
    i32::try_from(value).map_err(|_| StoreError::Unreadable("a year"))
}

/// A number of rows.
fn count_of(rows: impl TryInto<u32>) -> u32 {
    rows.try_into().unwrap_or(u32::MAX)
}

/// An instant read back.
fn at(ms: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(ms).ok_or(StoreError::Unreadable("an instant"))
}
