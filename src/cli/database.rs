//! The database that the environment names, and the keys that open it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::config::{Env, EnvError};
use crate::ports::clock::System;
use crate::store::Store;
use crate::store::key_file::{self, IfNoKey, KeySource, Keys};

const DEFAULT: &str = "sqlite://data/cmad.db";

/// Where the database is.
pub(super) struct Database<'a> {
    pub url: &'a str,
    env: &'a Env,
}

impl<'a> Database<'a> {
    /// # Errors
    /// The address cannot be read, or is none of a database that is known: said before anything about what belongs to it.
    pub(super) fn of(env: &'a Env) -> anyhow::Result<Self> {
        // (Where its file could be read, the address is in the variable by now.)
        env.secret("DATABASE_URL")?;
        let url = env.get("DATABASE_URL").unwrap_or(DEFAULT);
        Store::check_address(url)?;
        Ok(Self { url, env })
    }

    /// An existing database. A verb that only reads must not create one, because it would be empty.
    pub(super) fn existing(env: &'a Env) -> anyhow::Result<Self> {
        let database = Self::of(env)?;
        anyhow::ensure!(
            Store::is_there(database.url),
            "there is no database at {}: set DATABASE_URL to the one that the bot uses, or go to its folder",
            database.url
        );
        Ok(database)
    }

    /// The keys that the environment gives.
    pub(super) fn given_keys(&self) -> Result<KeySource, EnvError> {
        Ok(KeySource { keys: self.env.secret("CMAD_KEY")?, file: self.env.get("CMAD_KEY_FILE").map(PathBuf::from) })
    }

    pub(super) fn keys(&self, missing: IfNoKey) -> anyhow::Result<Keys> {
        key_file::find(self.given_keys()?, self.url, missing, &System)
    }

    /// The file of erasures that `CMAD_ERASURES` names.
    pub(super) fn erasures(&self) -> Option<PathBuf> {
        self.env.get("CMAD_ERASURES").map(PathBuf::from)
    }

    /// A warning if no list of erasures is kept. The bot works without one, but restoring a backup then brings erased
    /// people back.
    pub(super) fn notes_no_erasures(&self) -> Option<&'static str> {
        let is_postgres = self.url.starts_with("postgres");
        (is_postgres && self.env.get("CMAD_ERASURES").is_none()).then_some(
            "CMAD_ERASURES is not set: no list says who was erased, and an older backup would bring them back. A database \
             that is put back is then noticed only by an overdue post that stands on Discord already. Name a file outside \
             of the database that cmad can write and that lasts (docs/database.md, Back up)",
        )
    }

    /// Opens it as it is. One that is not set up, or has another schema, is refused with what to do.
    pub(super) async fn open(&self, keys: &Keys) -> anyhow::Result<Store> {
        let store = Store::open_as_it_is(self.url, keys.codec(Arc::new(System))?).await?;
        Ok(store.keeping_erasures_in(self.erasures()))
    }

    /// Brings it up to date; a missing one is made.
    pub(super) async fn migrate(&self, keys: &Keys) -> anyhow::Result<()> {
        Store::open(self.url, keys.codec(Arc::new(System))?).await?.close().await;
        Ok(())
    }
}
