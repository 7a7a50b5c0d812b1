//! `cmad key`: the key that personal words are sealed with.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use crate::cli::database::Database;
use crate::cli::output::counted;
use crate::cli::{Given, block_on, environment, tell, warn};
use crate::ports::clock::System;
use crate::store::key_file::IfNoKey;
use rotate::Pause;

pub mod rotate;

/// The key that encrypts personal words.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Change the key; the bot may keep running. New words are encrypted with the new key, and stored ones are
    /// encrypted again.
    ///
    /// If the key is in a file that can be written, this adds a new key to it; otherwise first put a new key before the
    /// old one in CMAD_KEY. Back up the new key at once. If this is interrupted, run it again. docs/database.md
    /// describes the steps.
    #[command(after_help = environment::SEE)]
    Rotate,
    /// List the names of the given keys, and which of them this database needs. Shows no key.
    #[command(after_help = environment::SEE)]
    Status,
}

pub(super) fn run(args: &Args, given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::existing(&given.env)?;
    match args.command {
        Command::Rotate => block_on(rotate(&database))?,
        Command::Status => block_on(status(&database))?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn rotate(database: &Database<'_>) -> anyhow::Result<()> {
    let keys = database.keys(IfNoKey::Refuse)?;
    let mut was_announced = false;
    let pause = async |what: Pause| {
        let ms = match what {
            Pause::ForProcesses => {
                if !std::mem::replace(&mut was_announced, true) {
                    warn("waiting until the running bot has the new key, 40 seconds at most");
                }
                1000
            }
            // As long as some rows take: half of the time is for others.
            Pause::ForWriters => 20,
            Pause::ForReaders => 500,
        };
        tokio::time::sleep(Duration::from_millis(ms)).await;
    };
    let done = rotate::rotate(database.url, &keys, &System, Arc::new(System), pause).await?;
    let sealed = counted(done.sealed, "text", "texts");
    tell(format_args!("Sealed anew: {sealed}. Everything is sealed by the key {} now.", done.key));
    if !done.cleared {
        tell(
            "Another program read the database all the time, so overwritten text is still in the journal beside it. \
             It goes when the bot is started again.",
        );
    }
    match done.former {
        Some(former) => tell(format_args!(
            "BACK UP THE NEW KEY NOW, apart from the data. The old one is in {}: keep it, apart from the data, for as long \
             as there are backups that were made with it, and delete it there.",
            former.display()
        )),
        None => tell(
            "BACK UP THE NEW KEY, apart from the data, and take the old one out of CMAD_KEY everywhere. Keep it for as long \
             as there are backups that were made with it.",
        ),
    }
    Ok(())
}

async fn status(database: &Database<'_>) -> anyhow::Result<()> {
    let keys = database.keys(IfNoKey::Refuse)?;
    let names = keys.codec(Arc::new(System))?.ids();
    tell(format_args!("given: {}", names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")));
    // (A key that is missing is named by the error.)
    let store = database.open(&keys).await?;
    let (needed, others) = (store.keys().await?, store.sealed_by_others().await?);
    store.close().await;
    tell(format_args!("seals: {}", needed.current));
    if needed.former.is_empty() {
        tell("No other key is needed.");
    } else {
        let former: Vec<String> = needed.former.iter().map(ToString::to_string).collect();
        let left = counted(others, "text is", "texts are");
        tell(format_args!("being changed from: {}; {left} left: run `cmad key rotate`", former.join(" ")));
    }
    Ok(())
}
