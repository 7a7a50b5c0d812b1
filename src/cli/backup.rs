//! `cmad backup`: the store's own format, into a new file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};

use crate::cli::database::Database;
use crate::cli::new_file::NewFile;
use crate::cli::output::counted;
use crate::cli::{Given, block_on, environment, tell};
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::store::Store;
use crate::store::key_file::IfNoKey;

/// Back up the whole database to a new file; the bot may keep running. Words stay encrypted: keep CMAD_KEY too, apart
/// from the file.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {
    /// The file, which must not exist yet.
    file: PathBuf,
}

pub(super) fn run(args: &Args, given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::existing(&given.env)?;
    let rows = block_on(async {
        let store = database.open(&database.keys(IfNoKey::Refuse)?).await?;
        let rows = back_up(&store, &args.file, System.now()).await?;
        store.close().await;
        Ok(rows)
    })?;
    tell(format_args!(
        "{} of the database are in {}. Keep CMAD_KEY apart from it: without the key its words are lost.",
        counted(rows, "row", "rows"),
        args.file.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// Writes a backup to a new file, and returns the number of rows.
///
/// # Errors
/// The file exists already or cannot be written, or the database failed.
pub async fn back_up(store: &Store, file: &Path, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let mut new = NewFile::begin(file)?;
    let rows = store.back_up(&mut new.writer, now).await?;
    new.finish()?;
    Ok(rows)
}
