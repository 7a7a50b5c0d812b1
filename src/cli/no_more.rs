//! `cmad no-more`.

use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::database::Database;
use crate::cli::{ENVIRONMENT, Given, block_on};
use crate::store::key_file::IfNoKey;
use crate::store::{NoMoreOf, Store};
use domain::mail::Address;

/// Keep what a boss asked for by mail: no more copies to them, ever. Only a keyed hash is kept.
#[derive(clap::Args)]
#[command(after_help = ENVIRONMENT)]
pub(super) struct Args {
    /// What they wrote: the line from the mail they got (no-more 1.…), or their address.
    #[arg(required = true)]
    words: Vec<String>,
}

pub(super) fn run(args: &Args, given: &Given) -> anyhow::Result<ExitCode> {
    let database = Database::existing(&given.env)?;
    block_on(async {
        let store = database.open(&database.keys(IfNoKey::Refuse)?).await?;
        let done = note(&store, &args.words).await;
        store.close().await;
        println!("{}", done?);
        Ok(ExitCode::SUCCESS)
    })
}

/// Notes the wish: about one manager's digests where the words hold a mail's token, else about all.
async fn note(store: &Store, words: &[String]) -> anyhow::Result<&'static str> {
    let words: Vec<&str> = words.iter().flat_map(|words| words.split_whitespace()).collect();
    if let Some(token) = words.iter().find_map(|word| store.read_no_more_token(word)) {
        store.note_no_more(NoMoreOf::Manager(token.guild, token.manager), &token.address).await?;
        return Ok("Kept: no more copies of that manager's digests go to the person who got that mail.");
    }
    let address = words.iter().find_map(|word| word.parse::<Address>().ok());
    let address = address.context("that holds neither a line from one of our mails nor a mail address")?;
    store.note_no_more(NoMoreOf::All, &address).await?;
    Ok("Kept: no copies go to that address any more, whichever manager they would be about.")
}
