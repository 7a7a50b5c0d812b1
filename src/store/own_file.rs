//! Whether the SQLite file that is open is still the one at its path. A file that was deleted, or whose folder was replaced
//! by an empty volume, goes on to take writes that no one finds again.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The open file, once it is known; never for PostgreSQL and for a database in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnFile(Arc<OnceLock<Known>>);

#[derive(Debug)]
struct Known {
    path: PathBuf,
    identity: Identity,
    /// The files beside it that are there for as long as a connection is.
    companions: Vec<PathBuf>,
}

/// The device and the inode.
type Identity = (u64, u64);

impl OwnFile {
    /// Notes which file is open. A connection must be open, and stay so: some file systems give a file that no one has open
    /// a new inode.
    pub(super) async fn note(&self, path: &Path, suffixes: &[&str]) {
        // Without the file's identity there is nothing to compare.
        if let Ok(identity) = identity(path).await {
            let companions = suffixes.iter().map(|suffix| with_suffix(path, suffix)).collect();
            self.0.get_or_init(|| Known { path: path.into(), identity, companions });
        }
    }

    /// Whether the path leads to another file or to none, or a file beside it is gone that was there. A connection must be
    /// open meanwhile: the last one that closes takes the files beside it away.
    pub(super) async fn is_gone(&self) -> bool {
        let Some(known) = self.0.get() else { return false };
        for companion in &known.companions {
            if is_missing(identity(companion).await) {
                return true;
            }
        }
        self.is_replaced().await
    }

    /// The same as an error, which [`replaced`] recognises.
    ///
    /// # Errors
    /// The path leads to another file or to none.
    pub(super) async fn check(&self) -> Result<(), Error> {
        if self.is_replaced().await { Err(Error::other(Replaced)) } else { Ok(()) }
    }

    /// Whether the path leads to another file or to none.
    pub(super) async fn is_replaced(&self) -> bool {
        let Some(known) = self.0.get() else { return false };
        match identity(&known.path).await {
            Ok(identity) => identity != known.identity,
            missing => is_missing(missing),
        }
    }
}

/// The path leads to another file than the open one, or to none.
#[derive(Debug, thiserror::Error)]
#[error("the file at the path is not the one that was opened")]
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
