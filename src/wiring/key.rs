//! The key of personal words, and the file it lies in where nobody gave one.

use std::path::Path;

use anyhow::Context as _;
use secrecy::{ExposeSecret as _, SecretString};

use crate::ports::Entropy;
use crate::store::codec::Codec;

/// The key of personal words: as given, else from a file beside the database, which is made on the first start with
/// access for its owner alone.
///
/// # Errors
/// The file cannot be read or made.
pub fn key(given: Option<SecretString>, database_url: &str, entropy: &dyn Entropy) -> anyhow::Result<SecretString> {
    if let Some(key) = given {
        return Ok(key);
    }
    let database = database_url.trim_start_matches("sqlite:").trim_start_matches("//");
    let database = Path::new(database.split('?').next().unwrap_or_default());
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = folder.join("cmad.key");
    match std::fs::read_to_string(&file) {
        Ok(text) => Ok(text.trim().to_owned().into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if database.exists() {
                anyhow::bail!(
                    "{} is missing, and the database beside it was made with a key: bring that file back, or set CMAD_KEY",
                    file.display()
                );
            }
            let key = Codec::fresh_key(entropy);
            write_key(&file, &key).with_context(|| format!("the key file {} cannot be made", file.display()))?;
            tracing::warn!(
                file = %file.display(),
                "a new key was made: without it nobody can read the words in the database. Back it up, apart from the data"
            );
            Ok(key)
        }
        Err(error) => Err(error).with_context(|| format!("the key file {} cannot be read", file.display())),
    }
}

fn write_key(file: &Path, key: &SecretString) -> std::io::Result<()> {
    use std::io::Write as _;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    writeln!(file, "{}", key.expose_secret())?;
    file.sync_all()
}
