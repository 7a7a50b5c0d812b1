//! `cmad no-more`.

use std::process::ExitCode;

use crate::cli::database::Database;
use crate::cli::{Given, WronglyAsked, block_on, environment, tell};
use crate::store::key_file::IfNoKey;
use crate::store::{NoMoreOf, Store};
use domain::mail::Address;

/// Record that a boss asked by mail for no more copies. It applies for good; only a keyed hash is stored.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {
    /// The line from the mail that they got (no-more 1.…), or their address.
    #[arg(required_unless_present = "complete")]
    words: Vec<String>,
    /// Say that everyone who asked for no more copies is recorded: after a restore without the list of erasures no copy
    /// goes out until then.
    #[arg(long, conflicts_with = "words")]
    complete: bool,
}

pub(super) fn run(args: &Args, given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::existing(&given.env)?;
    block_on(async {
        let store = database.open(&database.keys(IfNoKey::Refuse)?).await?;
        let done = if args.complete { complete(&store).await } else { note(&store, &args.words).await };
        store.close().await;
        tell(done?);
        Ok(ExitCode::SUCCESS)
    })
}

async fn complete(store: &Store) -> anyhow::Result<&'static str> {
    Ok(if store.release_copies().await? {
        "Copies go out again, within ten minutes."
    } else {
        "Nothing was changed: no copies were held back."
    })
}

/// Records the opt-out: for one manager's digests if `words` have a mail's token, else for all.
async fn note(store: &Store, words: &[String]) -> anyhow::Result<&'static str> {
    let words: Vec<&str> = words.iter().flat_map(|words| words.split_whitespace()).collect();
    if let Some(token) = words.iter().find_map(|word| store.read_no_more_token(word)) {
        store.note_no_more(NoMoreOf::Manager(token.guild, token.manager), &token.address).await?;
        return Ok("Recorded: no more copies of that manager's digests go to the person who got that mail.");
    }
    let address = words.iter().find_map(|word| word.parse::<Address>().ok());
    let address = address.ok_or(WronglyAsked(
        "that is neither a line from a mail of this bot (no-more 1.…) nor a mail address (boss@example.org)",
    ))?;
    store.note_no_more(NoMoreOf::All, &address).await?;
    Ok("Recorded: no more copies go to that address, about any manager.")
}
