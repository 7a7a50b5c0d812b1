//! Whether the SQLite file that is open is still the one at its path. A file that was deleted, or whose folder was replaced
//! by an empty volume, goes on to take writes that no one finds again.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sqlx::{AnyConnection, Connection as _};

/// The open file, once it is known; never for PostgreSQL and for a database in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnFile(Arc<OnceLock<Known>>);

#[derive(Debug)]
struct Known {
    /// The file, and those beside it that are there for as long as a connection is.
    files: Vec<(PathBuf, Identity)>,
    /// Reads nothing: the last connection that closes takes the files beside it away, and some file systems give a file
    /// that no one has open a new inode.
    keeper: Mutex<Option<AnyConnection>>,
}

/// The device and the inode.
type Identity = (u64, u64);

impl OwnFile {
    /// Notes which file is open, and which ones are beside it. `keeper` must have read from it, which opens those, and
    /// stays open until [`close`](Self::close).
    pub(super) async fn note(&self, path: &Path, suffixes: &[&str], keeper: AnyConnection) {
        let mut files = Vec::new();
        for suffix in [""].iter().chain(suffixes) {
            let path = with_suffix(path, suffix);
            // Without a file's identity there is nothing to compare.
            if let Ok(identity) = identity(&path).await {
                files.push((path, identity));
            }
        }
        self.0.get_or_init(|| Known { files, keeper: Mutex::new(Some(keeper)) });
    }

    /// Closes the connection that was kept. Then nothing is known of the files any more.
    pub(super) async fn close(&self) -> sqlx::Result<()> {
        let keeper = self.0.get().and_then(|known| known.keeper.lock().unwrap_or_else(PoisonError::into_inner).take());
        match keeper {
            Some(keeper) => keeper.close().await,
            None => Ok(()),
        }
    }

    /// Whether the path of the file or of one beside it leads to another file or to none.
    pub(super) async fn is_gone(&self) -> bool {
        let Some(known) = self.0.get() else { return false };
        for (path, noted) in &known.files {
            let is_other = match identity(path).await {
                Ok(identity) => identity != *noted,
                missing => is_missing(missing),
            };
            if is_other {
                return true;
            }
        }
        false
    }

    /// The same as an error, which [`replaced`] recognises.
    ///
    /// # Errors
    /// It was deleted, moved or replaced.
    pub(super) async fn check(&self) -> Result<(), Error> {
        if self.is_gone().await { Err(Error::other(Replaced)) } else { Ok(()) }
    }
}

/// The path leads to another file than the open one, or to none.
#[derive(Debug, thiserror::Error)]
#[error("a file at the path is not the one that was opened")]
struct Replaced;

/// Whether that is the error.
pub(super) fn replaced(error: &Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<Replaced>())
}

/// Whether there is no such file. Any other failure, such as a folder that may not be entered, says nothing.
fn is_missing(found: Result<Identity, Error>) -> bool {
    found.is_err_and(|error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
}

#[cfg(unix)]
async fn identity(path: &Path) -> Result<Identity, Error> {
    use std::os::unix::fs::MetadataExt as _;
    let of = tokio::fs::metadata(path).await?;
    Ok((of.dev(), of.ino()))
}

/// Elsewhere an open file can be neither deleted nor replaced.
#[cfg(not(unix))]
async fn identity(path: &Path) -> Result<Identity, Error> {
    tokio::fs::metadata(path).await.map(|_| (0, 0))
}

/// The file beside another that has its name and this suffix.
pub(super) fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
