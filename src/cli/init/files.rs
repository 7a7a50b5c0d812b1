//! What `cmad init` writes: each file only if it is not there, and whole or not at all.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use secrecy::{ExposeSecret as _, SecretString};

use crate::cli::checks::writable;
use crate::cli::environment;
use crate::cli::new_file::NewFile;
use crate::config::Env;
use crate::ports::clock::System;
use crate::private_files;
use crate::store::sealing::Codec;
use crate::store::{Store, key_file};

const KEY: &str = "cmad.key";
const HEAD: &str = "\
# What cmad reads when it is started in this folder. The environment wins; `cmad help environment` lists what can be set.
# The token is a password: keep this file to yourself.
";

/// The folder of a bot.
pub(super) struct Folder<'a> {
    path: PathBuf,
    /// The environment of this process, without the settings in the folder.
    env: &'a Env,
    key: Key,
}

/// Where the bot's key is.
enum Key {
    /// In the environment, which is not written down.
    Set,
    /// In a file that the environment names.
    Named(PathBuf),
    /// In a file of the folder; whether the settings have to name it.
    Own(PathBuf, bool),
}

impl<'a> Folder<'a> {
    /// Looks at the folder: nothing in it is overwritten.
    ///
    /// # Errors
    /// What is missing cannot be made there.
    pub(super) fn at(path: &Path, env: &'a Env) -> anyhow::Result<Self> {
        // Without a dot before it, as people write it.
        let path: PathBuf = path.components().collect();
        writable(&path).context("the folder of the bot cannot be used")?;
        let settings = Env::default().filled_from(&path.join(environment::FILE))?;
        let database = match env.get("DATABASE_URL").or(settings.get("DATABASE_URL")) {
            Some(url) => Store::file(url).map(|file| path.join(file)),
            None => Some(path.join("data/cmad.db")),
        };
        let beside = database.as_deref().map(key_file::beside).filter(|key| key.exists());
        let key = match (env.secret("CMAD_KEY")?, env.get("CMAD_KEY_FILE"), settings.get("CMAD_KEY_FILE"), beside) {
            (Some(_), Some(file), ..) => Key::Named(file.into()),
            (Some(_), None, ..) => Key::Set,
            (None, _, Some(file), _) => Key::Own(path.join(file), true),
            (None, _, None, Some(beside)) => Key::Own(beside, false),
            (None, _, None, None) => Key::Own(path.join(KEY), true),
        };
        if let (Key::Own(key, _), Some(database)) = (&key, database.filter(|database| database.exists())) {
            ensure!(
                key.exists(),
                "{} was made with a key, which is not at {}: bring it back, or name it in CMAD_KEY_FILE. No new key is made \
                 for it, and nothing was written",
                database.display(),
                key.display()
            );
        }
        Ok(Self { path, env, key })
    }

    /// Makes the key and the settings that are missing, the key first: the settings name it. Returns what was done.
    ///
    /// # Errors
    /// One of them cannot be written.
    pub(super) fn write(&self, token: &SecretString) -> anyhow::Result<Vec<String>> {
        private_files::make_folder(&self.path)
            .with_context(|| format!("the folder {} cannot be made", self.path.display()))?;
        let mut text = format!("{HEAD}DISCORD_TOKEN={}\n", token.expose_secret());
        let key = match &self.key {
            Key::Set => "kept  the key in CMAD_KEY, which is not written down here".to_owned(),
            Key::Named(file) => {
                let _ok = writeln!(text, "CMAD_KEY_FILE={}", quoted("CMAD_KEY_FILE", &absolute(file)?)?);
                format!("kept  {}: the key", file.display())
            }
            Key::Own(file, is_named) => {
                if *is_named {
                    let _ok = writeln!(text, "CMAD_KEY_FILE={KEY}");
                }
                let key = Codec::fresh_key(&System);
                let about =
                    "the key. BACK IT UP NOW, apart from the data: without it no one can read what people wrote";
                put(file, &format!("{}\n", key.expose_secret()), about)?
            }
        };
        for name in environment::names().filter(|name| !["DISCORD_TOKEN", "CMAD_KEY"].contains(name)) {
            let in_file = format!("{name}_FILE");
            let (name, value) = match (self.env.get(name), self.env.get(&in_file)) {
                (Some(value), _) if ["CMAD_CONFIG", "CMAD_ERASURES", "SSL_CERT_FILE"].contains(&name) => {
                    (name, absolute(Path::new(value))?)
                }
                (Some(value), _) => (name, value.to_owned()),
                (None, Some(file)) => (in_file.as_str(), absolute(Path::new(file))?),
                (None, None) => continue,
            };
            let _ok = writeln!(text, "{name}={}", quoted(name, &value)?);
        }
        let settings = self.path.join(environment::FILE);
        let mut done = vec![key, put(&settings, &text, "the settings, with the token: only you can read it")?];
        let held = Env::default().filled_from(&settings)?.token()?;
        if held.is_none_or(|held| held.expose_secret() != token.expose_secret()) {
            let settings = settings.display();
            done.push(format!("note  {settings} holds another token than the one that was tried: change it there"));
        }
        Ok(done)
    }

    /// The folder itself.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Makes a file that only its owner can read, unless it is there. Returns what was done.
pub(super) fn put(file: &Path, text: &str, about: &str) -> anyhow::Result<String> {
    let name = file.display();
    if file.symlink_metadata().is_ok() {
        return Ok(format!("kept  {name}: it was there"));
    }
    let mut new = NewFile::begin(file)?;
    new.writer.write_all(text.as_bytes()).with_context(|| format!("{name} cannot be written"))?;
    new.finish()?;
    Ok(format!("made  {name}: {about}"))
}

fn absolute(file: &Path) -> anyhow::Result<String> {
    let path = std::path::absolute(file).with_context(|| format!("{} has no path", file.display()))?;
    Ok(path.to_string_lossy().into_owned())
}

/// A value as shells, systemd and cmad read it.
fn quoted(name: &str, value: &str) -> anyhow::Result<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+@:,=".contains(c);
    if value.chars().all(is_plain) {
        return Ok(value.to_owned());
    }
    if value.contains(['\'', '\n', '\\']) {
        bail!("{name} has a quote, a backslash or a line break: set it in {} yourself", environment::FILE);
    }
    Ok(format!("'{value}'"))
}
