//! `cmad backup` and `cmad restore`: what an operator does with the database beside the running bot.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};

use crate::store::{Restored, Store};

/// Writes a backup to a file that is not there yet; it is there when it is whole. Says how many rows it holds.
///
/// # Errors
/// The file is there already or cannot be written, or the database failed.
pub async fn back_up(store: &Store, file: &Path, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let mut new = NewFile::begin(file)?;
    let rows = store.back_up(&mut new.writer, now).await?;
    new.finish()?;
    Ok(rows)
}

/// Brings back a backup into an empty database.
///
/// # Errors
/// The file cannot be read or restored; nothing was changed.
pub async fn restore(store: &Store, file: &Path, now: DateTime<Utc>) -> anyhow::Result<Restored> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(store.restore(&mut BufReader::new(opened), now).await?)
}

/// Why nothing is restored where there is no list of erasures, and what to do. Without it everybody would be back who was
/// erased since, and nobody would notice.
#[must_use]
pub fn no_list(place: Option<&Path>) -> anyhow::Error {
    let lacks = place.map_or_else(
        || "CMAD_ERASURES is not set".to_owned(),
        |place| format!("there is no list of erasures at {}", place.display()),
    );
    anyhow!(
        "{lacks}, so it cannot be known who was erased after this backup was made; they would be back. Name the newest list \
         in CMAD_ERASURES: the file that the bot had there, or with SQLite the one beside the old database \
         (cmad.db.erased). If nobody was erased since there may be none, and if it is lost it cannot be helped: then say \
         --without-erasures. Nothing was changed"
    )
}

/// A file that is there when it is whole: until then it has another name. Only its owner may read it, because it can
/// hold what people wrote.
pub(crate) struct NewFile {
    pub(crate) writer: BufWriter<File>,
    file: PathBuf,
    unfinished: PathBuf,
}

impl NewFile {
    /// Begins a file that is not there yet.
    ///
    /// # Errors
    /// It is there already, or cannot be written.
    pub(crate) fn begin(file: &Path) -> anyhow::Result<Self> {
        must_be_new(file)?;
        let unfinished = with_end(file, ".unfinished");
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let opened = options.open(&unfinished);
        let opened = opened.with_context(|| format!("{} cannot be written", unfinished.display()))?;
        Ok(Self { writer: BufWriter::new(opened), file: file.to_owned(), unfinished })
    }

    /// Gives it its name, now that it is whole and on the disk.
    ///
    /// # Errors
    /// The rest of it could not be written.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let written = self.writer.into_inner().map_err(std::io::IntoInnerError::into_error);
        written
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::rename(&self.unfinished, &self.file))
            .with_context(|| format!("{} cannot be written", self.unfinished.display()))
    }

    /// Leaves nothing of what was begun.
    pub(crate) fn give_up(self) {
        // If it stays, the next try writes over it.
        let _gone = std::fs::remove_file(&self.unfinished);
    }
}

/// What is written here is written once.
///
/// # Errors
/// Something has that name already.
pub(crate) fn must_be_new(path: &Path) -> anyhow::Result<()> {
    if path.exists() {
        anyhow::bail!("{} is there already, and nothing is ever written over it: name another", path.display());
    }
    Ok(())
}

pub(crate) fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}
