//! `cmad migrate`.

use std::process::ExitCode;

use crate::cli::database::Database;
use crate::cli::{Given, block_on, environment, tell, warn};
use crate::store::key_file::IfNoKey;

/// Migrate the database to this version, or make it. `run` does that by itself; every other verb never does.
///
/// A bot of the version before may keep running: its writes wait until this is done. docs/postgresql.md, Updates, says
/// what else to know.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {}

pub(super) fn run(given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::of(&given.env)?;
    let keys = database.keys(IfNoKey::Make)?;
    if let Some(warning) = keys.warning() {
        warn(&warning);
    }
    block_on(database.migrate(&keys))?;
    tell("The database is up to date.");
    Ok(ExitCode::SUCCESS)
}
