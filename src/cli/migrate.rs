//! `cmad migrate`.

use std::process::ExitCode;

use crate::cli::database::Database;
use crate::cli::{ENVIRONMENT, Given, block_on, tell, warn};
use crate::store::key_file::IfNoKey;

/// Migrate the database to this version. `run` does that by itself.
#[derive(clap::Args)]
#[command(after_help = ENVIRONMENT)]
pub(super) struct Args {}

pub(super) fn run(given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::of(&given.env);
    let keys = database.keys(IfNoKey::Make)?;
    if let Some(warning) = keys.warning() {
        warn(&warning);
    }
    block_on(async {
        database.open(&keys).await?.close().await;
        Ok(())
    })?;
    tell("The database is up to date.");
    Ok(ExitCode::SUCCESS)
}
