//! New files, which are there only once they are whole.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::private_files;

/// A file that gets its name only once it is complete. Only its owner may read it, because it can contain what people
/// wrote.
pub(super) struct NewFile {
    pub(super) writer: BufWriter<File>,
    file: PathBuf,
    unfinished: PathBuf,
}

impl NewFile {
    /// Begins a new file.
    ///
    /// # Errors
    /// It exists already, or cannot be written.
    pub(super) fn begin(file: &Path) -> anyhow::Result<Self> {
        must_be_new(file)?;
        must_have_folder(file)?;
        let unfinished = with_end(file, ".unfinished");
        // One that was left by a killed process is replaced.
        let opened = private_files::begin_anew(&unfinished);
        let opened = opened.with_context(|| format!("{} cannot be written", unfinished.display()))?;
        Ok(Self { writer: BufWriter::new(opened), file: file.to_owned(), unfinished })
    }

    /// Syncs the complete file to disk and gives it its name.
    ///
    /// # Errors
    /// The rest of it could not be written.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        let written = self.writer.into_inner().map_err(std::io::IntoInnerError::into_error);
        written
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::rename(&self.unfinished, &self.file))
            .with_context(|| format!("{} cannot be written", self.unfinished.display()))
    }

    /// Deletes the incomplete file.
    pub(super) fn give_up(self) {
        // If it stays, the next try writes over it.
        let _gone = std::fs::remove_file(&self.unfinished);
    }
}

/// Checks that nothing would be overwritten.
///
/// # Errors
/// Something has that name already.
pub(super) fn must_be_new(path: &Path) -> anyhow::Result<()> {
    // A link that leads nowhere is there, too.
    if path.symlink_metadata().is_ok() {
        anyhow::bail!("{} exists already and is not overwritten: name another", path.display());
    }
    Ok(())
}

/// Checks that the folder of a new file or folder is there: a mistyped one is not made.
///
/// # Errors
/// It is not.
pub(super) fn must_have_folder(path: &Path) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    anyhow::ensure!(
        folder.is_dir(),
        "there is no folder {} for {}: make it, or name a file in one that is there",
        folder.display(),
        path.display()
    );
    Ok(())
}

pub(super) fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}
