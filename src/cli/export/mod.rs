//! `cmad export`: the stored data of one server or of all, as files for other programs. It has what the admins of a
//! server may see (`app::moderation`) and no more: `docs/export.schema.json` describes the format, and
//! `docs/privacy.md` lists what only a person's own export has.

mod kept;
mod tables;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use clap::ValueEnum;

use crate::cli::database::Database;
use crate::cli::new_file::{NewFile, must_be_new, must_have_folder, with_end};
use crate::cli::output::{Output, counted};
use crate::cli::{Given, block_on, environment, tell};
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::private_files;
use crate::store::Store;
use crate::store::key_file::IfNoKey;
use domain::ids::GuildId;
use kept::ServerKept;
use tables::{FILES, Tables};

/// Export the stored data of one server or all of them for other programs; the bot may keep running.
///
/// The export has what the admins of a server may see, and only public words. docs/database.md describes each field;
/// docs/privacy.md says what is left out.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {
    /// Only this server, by its id.
    #[arg(long, value_name = "ID", value_parser = server)]
    server: Option<GuildId>,
    /// One JSON document, or a folder with one CSV table for each kind of data.
    #[arg(long, value_enum, default_value = "json")]
    form: Form,
    /// The new file, or the new folder for CSV; JSON goes to standard output without one.
    #[arg(required_if_eq("form", "csv"))]
    to: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Json,
    Csv,
}

fn server(text: &str) -> Result<GuildId, &'static str> {
    text.trim().parse().map_err(|_| "give its number (Copy Server ID in Discord)")
}

pub(super) fn run(args: Args, given: &Given) -> anyhow::Result<ExitCode> {
    let target = match (args.form, args.to) {
        (_, None) => Target::Output,
        (Form::Json, Some(file)) => Target::Json(file),
        (Form::Csv, Some(folder)) => Target::Csv(folder),
    };
    let database = Database::existing(&given.env)?;
    let done = block_on(async {
        let store = database.open(&database.keys(IfNoKey::Refuse)?).await?;
        let done = export(&store, args.server, &target, System.now()).await;
        store.close().await;
        done
    })?;
    if let Target::Json(place) | Target::Csv(place) = &target {
        let servers = counted(done.servers as u64, "server", "servers");
        let thanks = counted(done.thanks as u64, "thank-you", "thank-yous");
        tell(format_args!("{servers} and {thanks} are in {}.", place.display()));
    }
    Ok(ExitCode::SUCCESS)
}

/// The JSON Schema (draft 2020-12) of an export.
pub const SCHEMA: &str = include_str!("../../../docs/export.schema.json");
/// Raised when a reader of older files could misread newer ones.
const VERSION: u32 = 1;

/// Where to write an export, which decides its format.
#[derive(Clone, Debug)]
pub enum Target {
    /// One JSON document, to standard output.
    Output,
    /// One JSON document, in a new file.
    Json(PathBuf),
    /// One table per file for spreadsheets, in a new folder.
    Csv(PathBuf),
}

/// What was exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Servers.
    pub servers: usize,
    /// Thanks in any state.
    pub thanks: usize,
}

impl Exported {
    fn add(&mut self, server: &ServerKept) {
        self.servers += 1;
        self.thanks += server.campaigns.iter().map(|campaign| campaign.thanks.len()).sum::<usize>();
    }
}

/// Exports one server, or all of them. Each server is read separately, so the bot can keep running.
///
/// # Errors
/// There is no such server, the target exists or cannot be written, or the database failed. Then nothing is left at the
/// target.
pub async fn export(
    store: &Store,
    only: Option<GuildId>,
    target: &Target,
    now: DateTime<Utc>,
) -> anyhow::Result<Exported> {
    let servers = servers(store, only).await?;
    match target {
        Target::Output => document(store, &servers, &mut Output, now).await,
        Target::Json(file) => {
            let mut new = NewFile::begin(file)?;
            match document(store, &servers, &mut new.writer, now).await {
                Ok(done) => new.finish().map(|()| done),
                Err(error) => {
                    new.give_up();
                    Err(error)
                }
            }
        }
        Target::Csv(folder) => {
            must_be_new(folder)?;
            must_have_folder(folder)?;
            let unfinished = with_end(folder, ".unfinished");
            let done = table_files(store, &servers, &unfinished).await;
            let written = || format!("{} cannot be written", folder.display());
            match done.and_then(|done| std::fs::rename(&unfinished, folder).map(|()| done).with_context(written)) {
                Ok(done) => Ok(done),
                Err(error) => {
                    remove_tables(&unfinished);
                    Err(error)
                }
            }
        }
    }
}

type Left = Option<DateTime<Utc>>;

async fn servers(store: &Store, only: Option<GuildId>) -> anyhow::Result<Vec<(GuildId, Left)>> {
    const NAMED: usize = 20;
    let all = store.kept_servers().await?;
    let Some(only) = only else { return Ok(all.into_iter().map(|(guild, _, left)| (guild, left)).collect()) };
    if let Some((guild, _, left)) = all.iter().find(|(guild, ..)| *guild == only) {
        return Ok(vec![(*guild, *left)]);
    }
    let known: Vec<String> = all.iter().take(NAMED).map(|(guild, name, _)| format!("{guild} ({name})")).collect();
    let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
    let known = if known.is_empty() { "no server at all".to_owned() } else { known.join(", ") };
    anyhow::bail!("nothing is stored about a server with the id {only}; there is {known}{more}")
}

/// Writes the document one server at a time, so that not all of them need fit into memory.
async fn document(
    store: &Store,
    servers: &[(GuildId, Left)],
    to: &mut (dyn Write + Send),
    now: DateTime<Utc>,
) -> anyhow::Result<Exported> {
    const WRITING: &str = "the export cannot be written";
    let mut done = Exported::default();
    let made_at = serde_json::to_string(&now)?;
    write!(to, "{{\"format\":\"cmad-export\",\"version\":{VERSION},\"made_at\":{made_at},\"servers\":[")
        .context(WRITING)?;
    for (guild, left) in servers {
        // It was purged since the list was read.
        let Some(server) = ServerKept::read(store, *guild, *left).await? else { continue };
        let line = serde_json::to_string(&server)?;
        write!(to, "{}{line}", if done.servers == 0 { "\n" } else { ",\n" }).context(WRITING)?;
        done.add(&server);
    }
    to.write_all(b"\n]}\n").and_then(|()| to.flush()).context(WRITING)?;
    Ok(done)
}

async fn table_files(store: &Store, servers: &[(GuildId, Left)], folder: &Path) -> anyhow::Result<Exported> {
    if folder.is_dir() && !folder.is_symlink() {
        // Left over from an export that was killed.
        remove_tables(folder);
    }
    let making = || format!("the folder {} cannot be made", folder.display());
    private_files::make_new_folder(folder).with_context(making)?;
    let mut tables = Tables::begin(folder)?;
    let mut done = Exported::default();
    for (guild, left) in servers {
        let Some(server) = ServerKept::read(store, *guild, *left).await? else { continue };
        tables.add(&server)?;
        done.add(&server);
    }
    tables.finish()?;
    Ok(done)
}

/// Removes an incomplete export: only the files that this program wrote.
fn remove_tables(folder: &Path) {
    for name in FILES {
        for name in [(*name).to_owned(), format!("{name}.unfinished")] {
            // A missing file is fine; one that cannot be removed is reported by the next try.
            let _gone = std::fs::remove_file(folder.join(name));
        }
    }
    let _gone = std::fs::remove_dir(folder);
}
