//! `cmad reconcile`: after a database was put back by other means than `cmad restore`.

use std::process::ExitCode;

use crate::app::clock_check::last_mark;
use crate::cli::database::Database;
use crate::cli::restore::tell_what_follows;
use crate::cli::{Given, block_on, environment};
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::store::key_file::IfNoKey;
use crate::store::{ListAfterwards, Reconciled, Store};

/// Say that the database was put back from a dump, a snapshot or a copy, so that nothing is posted twice.
///
/// Whatever was due by now is looked for on Discord before anything is sent, and people on the list of erasures
/// (CMAD_ERASURES) are erased again. Stop the bot first, and start it afterwards. A start does the same by itself where
/// the file beside the list of erasures, or an overdue post that stands on Discord already, shows that more was sent than
/// the database knows. docs/operations.md, Dumps, snapshots and point in time.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {}

pub(super) fn run(given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::existing(&given.env)?;
    let _alone = Store::lock_file(database.url)?;
    let Reconciled { looked_for, erased } = block_on(async {
        let store = database.open(&database.keys(IfNoKey::Refuse)?).await?;
        let done = store.reconcile(ListAfterwards::Kept, last_mark(&store).await?, System.now()).await;
        store.close().await;
        Ok(done?)
    })?;
    tell_what_follows(looked_for, erased);
    Ok(ExitCode::SUCCESS)
}
