//! `cmad key rotate`: makes a new key the current one and seals again everything that older keys sealed, while the bot
//! runs.
//!
//! 1. A new key is put before the old one, into the file if the key stands in one.
//! 2. Every running process must have it: those that read a file take it up within seconds.
//! 3. In one transaction it becomes the current key (`store::keys`).
//! 4. What older keys sealed is sealed again, some rows at a time.
//! 5. Overwritten text is cleared from the database's files; then the old key is retired and leaves the file.
//!
//! Killed anywhere, it continues from there when it is run again: until the end every key stays where it was.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::TimeDelta;

use crate::ports::{Clock, Entropy};
use crate::runtime::processes::{PROCESS, UnchangedSince};
use crate::store::key_file::{self, WriteLock};
use crate::store::sealing::KeyId;
use crate::store::{Progress, Store, StoreError};

/// How many texts are sealed again in one transaction; other writers take their turns in between.
const AT_ONCE: u32 = 100;
/// How long to wait for running processes: longer than a dead process still counts as running.
const PATIENCE: TimeDelta = TimeDelta::seconds(40);
/// How often clearing the files is tried while another process reads them.
const CLEARINGS: u32 = 20;

/// What a pause is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// Until a running process has the new key.
    ForProcesses,
    /// To let others write.
    ForWriters,
    /// Until another process has finished reading.
    ForReaders,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The key that seals now.
    pub key: KeyId,
    /// How many words were sealed again.
    pub sealed: u64,
    /// Whether the database's files hold no overwritten text any more, as far as can be known.
    pub cleared: bool,
    /// The file to which the former key was moved, if it was in a file.
    pub former: Option<PathBuf>,
}

/// Changes the key, or completes a change that was begun.
///
/// # Errors
/// There is no new key and none can be made here, a process that runs does not have it, or the database or the file
/// failed. Nothing is lost: it can be run again.
pub async fn rotate(
    url: &str,
    keys: &key_file::Keys,
    clock: &dyn Clock,
    entropy: Arc<dyn Entropy>,
    mut pause: impl AsyncFnMut(Pause),
) -> anyhow::Result<Rotated> {
    let codec = keys.codec(Arc::clone(&entropy))?;
    let store = Store::open_as_it_is(url, codec).await?;
    let done = with_store(&store, url, keys, clock, &*entropy, &mut pause).await;
    store.close().await;
    done
}

async fn with_store(
    store: &Store,
    url: &str,
    keys: &key_file::Keys,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
    pause: &mut impl AsyncFnMut(Pause),
) -> anyhow::Result<Rotated> {
    // Without the right to write the file, a rotation can still go on with the keys that are in it.
    let lock = keys.file().map(|file| (file, key_file::lock_for_writing(file)));
    let there = store.keys().await?;
    let rests = there.former.is_empty() && there.current == store.newest_key()?;
    let mut sealed = 0;
    let mut cleared = true;
    if !(rests && keys.are_several()) {
        if rests {
            let (file, lock) = lock.as_ref().context(
                "there is no new key: put one (`head -c 32 /dev/urandom | base64`) before the one in CMAD_KEY, with a blank \
                 between, start each process again with both, and run this with both",
            )?;
            key_file::add_new(file, lock_of(lock)?, entropy)?;
        }
        let key = store.newest_key()?;
        if !there.former.contains(&key) {
            until_all_processes_have(store, url, key, clock, pause).await?;
        }
        store.switch_key(clock.now()).await?;
        (sealed, cleared) = seal_all(store, pause).await?;
    }
    let former =
        match &lock {
            // (Where it cannot be written, the operator who put the new key there takes the old one out.)
            Some((file, Ok(lock))) if store.known_keys().contains(' ') => {
                let written = key_file::keep_only_newest(file, lock);
                Some(written.context(
                    "the new key is in use and nothing is sealed by the old one, which is still in the file",
                )?)
            }
            _ => None,
        };
    Ok(Rotated { key: store.newest_key()?, sealed, cleared, former })
}

fn lock_of(lock: &anyhow::Result<WriteLock>) -> anyhow::Result<&WriteLock> {
    lock.as_ref().map_err(|error| anyhow::anyhow!("{error:#}"))
}

/// Seals everything again, clears overwritten text, and retires the former keys.
async fn seal_all(store: &Store, pause: &mut impl AsyncFnMut(Pause)) -> anyhow::Result<(u64, bool)> {
    let mut progress = Progress::default();
    while store.seal_anew(&mut progress, AT_ONCE).await? {
        pause(Pause::ForWriters).await;
    }
    if let Some(first) = progress.shut.first() {
        anyhow::bail!(
            "of the sealed texts {} cannot be opened with any key that was given, the first in {first}: they were left as \
             they are, and so was the former key. Give the key they were sealed with, or restore a backup",
            progress.shut.len()
        );
    }
    let mut cleared = store.clear_remains().await?;
    for _ in 1..CLEARINGS {
        if cleared {
            break;
        }
        pause(Pause::ForReaders).await;
        cleared = store.clear_remains().await?;
    }
    if !store.let_go_of_former_keys().await? {
        anyhow::bail!("some words are still sealed by the former key: run this again");
    }
    Ok((progress.sealed, cleared))
}

/// Waits until every running process has the key; a process without it could no longer store words.
async fn until_all_processes_have(
    store: &Store,
    url: &str,
    key: KeyId,
    clock: &dyn Clock,
    pause: &mut impl AsyncFnMut(Pause),
) -> anyhow::Result<()> {
    let began = clock.elapsed();
    let mut seen = UnchangedSince::default();
    loop {
        let lacking = lacking(store, url, key, &mut seen, clock.elapsed()).await?;
        let Some(one) = lacking.first() else { return Ok(()) };
        if clock.elapsed() - began > PATIENCE {
            anyhow::bail!(
                "{} of the running processes do not have the new key {key} ({one}): put it first into the file that each \
                 reads (CMAD_KEY_FILE), or start those again that have CMAD_KEY from their environment, or from a copy of a \
                 file, with both keys, the new one first. Then run this again; until then everything is as it was",
                lacking.len()
            );
        }
        pause(Pause::ForProcesses).await;
    }
}

/// The running processes that do not have the key.
async fn lacking(
    store: &Store,
    url: &str,
    key: KeyId,
    seen: &mut UnchangedSince,
    now: TimeDelta,
) -> anyhow::Result<Vec<String>> {
    let noted = store.noted_keys(PROCESS).await?;
    if !store.is_shared() {
        match Store::lock_file(url) {
            // No bot runs, whatever was noted.
            Ok(_) => return Ok(Vec::new()),
            Err(StoreError::Taken(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if noted.is_empty() {
            return Ok(vec!["the bot, which runs an earlier version or is about to start".to_owned()]);
        }
    }
    let mut lacking = Vec::new();
    for (lease, keys) in noted {
        let lives = !store.is_shared() || !seen.is_dead(&lease, now);
        if lives && !keys.split(' ').any(|has| has == key.to_string()) {
            lacking.push(lease.name);
        }
    }
    Ok(lacking)
}
