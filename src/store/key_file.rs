//! Where the keys of personal words come from, and the key file: one key a line, the newest first.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use secrecy::{ExposeSecret as _, SecretString};

use crate::ports::Entropy;
use crate::private_files;
use crate::store::Store;
use crate::store::sealing::{BadKey, Codec, key_texts};

/// Where the operator's keys come from: `CMAD_KEY`, or the file that `CMAD_KEY_FILE` names.
#[derive(Clone, Debug, Default)]
pub struct KeySource {
    /// The keys.
    pub keys: Option<SecretString>,
    /// The file that they were read from.
    pub file: Option<PathBuf>,
}

/// What to do if there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfNoKey {
    /// Make one for a new database.
    Make,
    /// Refuse, because the existing database was sealed with a key.
    Refuse,
}

/// The keys, and the file from which they are read again.
#[derive(Clone, Debug)]
pub struct Keys {
    text: SecretString,
    file: Option<PathBuf>,
    is_new: bool,
    /// Whether they were in the file that the first start with a database makes.
    were_beside: bool,
}

impl Keys {
    /// Keys that are not in a file.
    #[must_use]
    pub const fn of(text: SecretString) -> Self {
        Self { text, file: None, is_new: false, were_beside: false }
    }

    /// Keys that are in a file.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn in_file(file: PathBuf) -> std::io::Result<Self> {
        Ok(Self { text: std::fs::read_to_string(&file)?.into(), file: Some(file), is_new: false, were_beside: false })
    }

    /// A codec with these keys. From a file it also takes keys that are added while the program runs.
    ///
    /// # Errors
    /// One of them is not a key.
    pub fn codec(&self, entropy: Arc<dyn Entropy>) -> Result<Codec, BadKey> {
        let codec = Codec::new(&self.text, entropy)?;
        let Some(file) = self.file.clone() else { return Ok(codec) };
        Ok(codec.reloading(Arc::new(move || std::fs::read_to_string(&file).ok().map(SecretString::from))))
    }

    /// The keys as text.
    #[must_use]
    pub const fn text(&self) -> &SecretString {
        &self.text
    }

    /// Writes them to a new file that only its owner can read.
    ///
    /// # Errors
    /// It is there already or cannot be written.
    pub fn put_into(&self, file: &Path) -> std::io::Result<()> {
        write_new(file, &self.text)
    }

    /// The file that they are in, if any.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The warning to print when the key was made just now.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let file = self.file.as_ref().filter(|_| self.is_new)?;
        Some(format!(
            "A NEW KEY WAS MADE: {}. Without it the words in the database can never be read again. BACK IT UP NOW, APART \
             FROM THE DATA: a finder of both can read everything, and a backup of the data without the key is worth nothing",
            file.display()
        ))
    }

    /// Whether they were in the file beside an SQLite database before this start: an earlier start made both.
    #[must_use]
    pub const fn were_beside(&self) -> bool {
        self.were_beside
    }

    /// Whether the file holds more than one key.
    #[must_use]
    pub fn are_several(&self) -> bool {
        key_texts(&self.text).count() > 1
    }
}

/// Finds the keys: those that are given, else those in the file beside an SQLite database. The first start creates that
/// file, readable only by its owner.
///
/// # Errors
/// There is no key where there has to be one, or the file cannot be read or made.
pub fn find(given: KeySource, database_url: &str, missing: IfNoKey, entropy: &dyn Entropy) -> anyhow::Result<Keys> {
    if let Some(text) = given.keys {
        return Ok(Keys { text, file: given.file, is_new: false, were_beside: false });
    }
    let Some(database) = Store::file(database_url) else {
        anyhow::bail!(
            "CMAD_KEY is not set, and with PostgreSQL there is no folder for a key file: make a key with \
             `head -c 32 /dev/urandom | base64`, keep it apart from the data, and set CMAD_KEY or CMAD_KEY_FILE"
        );
    };
    let file = beside(database);
    match std::fs::read_to_string(&file) {
        Ok(text) => Ok(Keys { text: text.into(), file: Some(file), is_new: false, were_beside: true }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if database.exists() {
                anyhow::bail!(
                    "{} is missing, and the database beside it was made with a key: bring that file back, or set CMAD_KEY. \
                     No new key is made for it, and nothing was changed",
                    file.display()
                );
            }
            if missing == IfNoKey::Refuse {
                anyhow::bail!(
                    "{} is missing: put the key of the backup there, or set CMAD_KEY or CMAD_KEY_FILE",
                    file.display()
                );
            }
            let text = Codec::fresh_key(entropy);
            write_new(&file, &text).with_context(|| format!("the key file {} cannot be made", file.display()))?;
            Ok(Keys { text, file: Some(file), is_new: true, were_beside: false })
        }
        Err(error) => Err(error).with_context(|| format!("the key file {} cannot be read", file.display())),
    }
}

/// The key file beside an SQLite database.
#[must_use]
pub fn beside(database: &Path) -> PathBuf {
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.join("cmad.key")
}

/// The right to write a key file. It ends with its owner.
#[derive(Debug)]
pub struct WriteLock {
    _lock: File,
}

/// Locks the key file for writing: of two processes that add a key, one would lose its key.
///
/// # Errors
/// Another process has locked it, or its folder cannot be written.
pub fn lock_for_writing(file: &Path) -> anyhow::Result<WriteLock> {
    let real = private_files::real_path(file).with_context(|| by_hand(file))?;
    let taken = private_files::open_to_lock(&real.with_added_extension("lock")).with_context(|| by_hand(file))?;
    match taken.try_lock() {
        Ok(()) => Ok(WriteLock { _lock: taken }),
        Err(TryLockError::WouldBlock) => {
            anyhow::bail!("another `cmad key rotate` is changing {}: wait until it has ended", file.display())
        }
        Err(TryLockError::Error(error)) => Err(error).with_context(|| by_hand(file)),
    }
}

/// Adds a new key before those in the file. A reader sees the file as it was before or after, never half of it.
///
/// # Errors
/// It cannot be written; it is as it was.
pub fn add_new(file: &Path, _lock: &WriteLock, entropy: &dyn Entropy) -> anyhow::Result<()> {
    let before = std::fs::read_to_string(file).with_context(|| by_hand(file))?;
    let new = Codec::fresh_key(entropy);
    let text = SecretString::from(format!("{}\n{}\n", new.expose_secret(), before.trim()));
    write_over(file, &text).with_context(|| by_hand(file))
}

/// Leaves only the newest key in the file. The others move to a file beside it: older backups still need them.
///
/// # Errors
/// It cannot be written; no key is lost.
pub fn keep_only_newest(file: &Path, _lock: &WriteLock) -> anyhow::Result<PathBuf> {
    let text: SecretString = std::fs::read_to_string(file).with_context(|| by_hand(file))?.into();
    let former = file.with_added_extension("former");
    let mut all = key_texts(&text);
    let newest = all.next().context("the key file is empty")?;
    let known = match std::fs::read_to_string(&former) {
        Ok(known) => known,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).with_context(|| by_hand(&former)),
    };
    let mut old: Vec<&str> = known.lines().collect();
    for key in all {
        if !old.contains(&key) {
            old.push(key);
        }
    }
    let cannot = |file: &Path| format!("{} cannot be written", file.display());
    write_over_like(&former, file, &SecretString::from(old.join("\n"))).with_context(|| cannot(&former))?;
    write_over(file, &SecretString::from(newest.to_owned())).with_context(|| cannot(file))?;
    Ok(former)
}

fn by_hand(file: &Path) -> String {
    format!(
        "{} cannot be written from here: put a new key (`head -c 32 /dev/urandom | base64`) before the one in it by hand, \
         and run this again",
        file.display()
    )
}

fn write_new(file: &Path, key: &SecretString) -> std::io::Result<()> {
    private_files::make_folder(file.parent().unwrap_or(Path::new("")))?;
    let mut file = private_files::create_new(file)?;
    writeln!(file, "{}", key.expose_secret())?;
    file.sync_all()
}

fn write_over(file: &Path, text: &SecretString) -> std::io::Result<()> {
    write_over_like(file, file, text)
}

/// Replaces a file in one step, with the owner and the permissions of `like`: the operator's user may not be the bot's.
fn write_over_like(file: &Path, like: &Path, text: &SecretString) -> std::io::Result<()> {
    let unfinished = file.with_added_extension("unfinished");
    if let Err(error) = std::fs::remove_file(&unfinished)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(error);
    }
    write_new(&unfinished, text)?;
    let of = std::fs::metadata(like)?;
    std::fs::set_permissions(&unfinished, of.permissions())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let made = std::fs::metadata(&unfinished)?;
        if (made.uid(), made.gid()) != (of.uid(), of.gid()) {
            std::os::unix::fs::chown(&unfinished, Some(of.uid()), Some(of.gid()))?;
        }
    }
    std::fs::rename(&unfinished, file)?;
    #[cfg(unix)]
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // The renaming must be on the disk before anything is sealed with a key in the file.
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
