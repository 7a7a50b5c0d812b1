//! `cmad restore`: the way back from a backup.

use std::fs::File;
use std::io::{BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};

use crate::cli::database::Database;
use crate::cli::output::counted;
use crate::cli::{Given, block_on, environment, tell, warn};
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::store::key_file::IfNoKey;
use crate::store::{Restored, Store};

/// Restore a backup into an empty database, SQLite or PostgreSQL; this is also how to move from one to the other.
///
/// Nothing is posted twice: sends that were due are looked up on Discord first. People who were erased after the backup
/// stay erased, by the list in CMAD_ERASURES (with SQLite, the file cmad.db.erased beside the old database). Without
/// that list nothing is restored.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {
    /// The file that `cmad backup` wrote.
    file: PathBuf,
    /// Restore without a list of erasures. If the list was lost, people who were erased since the backup are back, and
    /// no copy goes to a boss until `cmad no-more --complete`.
    #[arg(long)]
    without_erasures: bool,
}

pub(super) fn run(args: &Args, given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::of(&given.env)?;
    // Before anything is asked for or made.
    drop(open(&args.file)?);
    let erasures = Store::erasures_of(database.url, given.env.get("CMAD_ERASURES"));
    let has_list = erasures.as_deref().is_some_and(Path::exists);
    if !has_list && !args.without_erasures {
        return Err(no_list(erasures.as_deref()));
    }
    let _alone = Store::lock_file(database.url)?;
    let codec = database.keys(IfNoKey::Refuse)?.codec(Arc::new(System))?;
    let Restored { rows, looked_for, erased } = block_on(async {
        let store = Store::open_to_restore(database.url, codec).await?.keeping_erasures_in(erasures);
        let restored = restore(&store, &args.file, System.now()).await?;
        store.close().await;
        Ok(restored)
    })?;
    tell(format_args!("Restored: {}.", counted(rows, "row", "rows")));
    tell_what_follows(looked_for, erased);
    if !has_list {
        warn(
            "there was no list of erasures: everyone who was erased after this backup was made is back. Who asked for no more \
             copies since is not known either: no copy goes out until you run `cmad no-more --complete`",
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// What a start does with a database that was put back.
pub(super) fn tell_what_follows(looked_for: u64, erased: u64) {
    tell(format_args!("Looked for on Discord before anything is sent: {}.", counted(looked_for, "send", "sends")));
    tell(format_args!("Erased once more, because they asked for it since: {}.", counted(erased, "person", "people")));
}

/// Restores a backup into an empty database.
///
/// # Errors
/// The file cannot be read or restored; nothing was changed.
pub async fn restore(store: &Store, file: &Path, now: DateTime<Utc>) -> anyhow::Result<Restored> {
    Ok(store.restore(&mut BufReader::new(open(file)?), now).await?)
}

fn open(file: &Path) -> anyhow::Result<File> {
    let opened = File::open(file).and_then(|opened| {
        let is_folder = opened.metadata()?.is_dir();
        if is_folder { Err(ErrorKind::IsADirectory.into()) } else { Ok(opened) }
    });
    opened.with_context(|| format!("{} cannot be read: name the file that `cmad backup` wrote", file.display()))
}

/// Why nothing is restored without a list of erasures, and what to do: everyone erased since the backup would be back,
/// and no one would notice.
fn no_list(place: Option<&Path>) -> anyhow::Error {
    let lacks = place.map_or_else(
        || "CMAD_ERASURES is not set".to_owned(),
        |place| format!("there is no list of erasures at {}", place.display()),
    );
    anyhow!(
        "{lacks}, so it cannot be known who was erased after this backup was made; they would be back. Name the newest list \
         in CMAD_ERASURES: the file that the bot had there, or with SQLite the one beside the old database \
         (cmad.db.erased). If no one was erased since, or if the list is lost, run this again with --without-erasures. \
         Nothing was changed"
    )
}
