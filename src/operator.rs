//! `cmad backup` and `cmad restore`: what an operator does with the database beside the running bot.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use crate::store::{Restored, Store};

/// Writes a backup to a file that is not there yet; it is there when it is whole. Says how many rows it holds.
///
/// # Errors
/// The file is there already or cannot be written, or the database failed.
pub async fn back_up(store: &Store, file: &Path, now: DateTime<Utc>) -> anyhow::Result<u64> {
    if file.exists() {
        anyhow::bail!("{} is there already: a backup never writes over another file", file.display());
    }
    let unfinished = with_end(file, ".unfinished");
    let at = || format!("{} cannot be written", unfinished.display());
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writer = BufWriter::new(options.open(&unfinished).with_context(at)?);
    let rows = store.back_up(&mut writer, now).await?;
    writer
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)
        .and_then(|file| file.sync_all())
        .with_context(at)?;
    std::fs::rename(&unfinished, file).with_context(at)?;
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

fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}
