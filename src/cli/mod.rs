//! The command line: see `cmad --help`.
#![expect(clippy::print_stdout, reason = "this is where the program speaks to whoever called it")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use clap::{Parser, Subcommand, ValueEnum};

use crate::cli::rotate::Pause;
use crate::config::steps;
use crate::config::{Config, Env};
use crate::observe::logs;
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::rehearse;
use crate::store::key_file::{self, Given, Missing};
use crate::store::{Restored, Store, Unwanted};
use crate::text::Lang;
use domain::calendar;
use domain::ids::GuildId;
use domain::mail::Address;

pub mod backup;
pub mod check;
pub mod export;
pub mod health;
pub mod rotate;
mod run;

/// A Discord bot for Community Manager Appreciation Day (#CMAD), every fourth Monday of January.
///
/// It works out the day, posts the reminders, collects people's thank-yous, and gives each community manager a digest
/// they can copy their boss on.
#[derive(Parser)]
#[command(version, about, long_about, max_term_width = 100)]
struct Cli {
    /// The settings file; without one the defaults hold. Every key is in config/cmad.toml.
    #[arg(long, env = "CMAD_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the bot. Needs DISCORD_TOKEN.
    ///
    /// It logs to standard error, and stops within ten seconds of SIGTERM or Ctrl-C: what is under way is finished,
    /// the rest is taken up by the next start. A second signal ends it at once, which loses nothing either.
    ///
    /// With CMAD_HTTP_ADDR it serves /healthz (it lives), /readyz (it can do its work) and /metrics (for Prometheus;
    /// refused to whoever comes through CMAD_PUBLIC_URL or a proxy). docs/operations.md says what they tell.
    #[command(after_help = ENVIRONMENT)]
    Run,
    /// Show a whole campaign against a simulated Discord, in seconds: no account, no network.
    Rehearse(rehearse::Options),
    /// Print the date of the day: of a year, or the next one.
    Day {
        /// A year from 1583 to 9999.
        year: Option<i32>,
    },
    /// Say what is wrong before it goes wrong: settings, token, intents, database, mail, each with what to do.
    #[command(after_help = ENVIRONMENT)]
    Check,
    /// Write what is kept of one server, or of all, for other programs to read, while the bot runs.
    ///
    /// It holds what the admins of a server may see: words only where they are public. docs/database.md says what each
    /// field means; docs/privacy.md, what is not in it.
    #[command(after_help = ENVIRONMENT)]
    Export {
        /// Only this server, by its id.
        #[arg(long, value_name = "ID")]
        server: Option<GuildId>,
        /// One JSON document, or a folder with a table for spreadsheets each.
        #[arg(long, value_enum, default_value = "json")]
        form: Form,
        /// The new file, or the new folder for CSV; JSON goes to standard output without one.
        #[arg(required_if_eq("form", "csv"))]
        to: Option<PathBuf>,
    },
    /// Write everything to a new file, while the bot runs. Words stay sealed: keep CMAD_KEY too, apart from the file.
    #[command(after_help = ENVIRONMENT)]
    Backup {
        /// The file; it must not be there yet.
        file: PathBuf,
    },
    /// Bring a backup back into an empty database, of either kind: this is also the way from SQLite to PostgreSQL.
    ///
    /// Nothing is posted twice: what was due by now is looked for on Discord first. Whoever was erased after the backup
    /// was made stays so, as the list in CMAD_ERASURES tells (with SQLite the file cmad.db.erased beside the old
    /// database): where there is none, nothing is restored.
    #[command(after_help = ENVIRONMENT)]
    Restore {
        /// The file that `cmad backup` wrote.
        file: PathBuf,
        /// Restore although there is no list of erasures: nobody was erased since, or the list is lost and they are back.
        #[arg(long)]
        without_erasures: bool,
    },
    /// Ask the bot that runs with the same CMAD_HTTP_ADDR how it is; for containers, which have no curl.
    Health {
        /// Whether it can do its work now, rather than whether it lives: do not restart it for that.
        #[arg(long)]
        ready: bool,
    },
    /// Keep what a boss asked for by mail: no more copies to them, ever. Only a keyed hash is kept.
    #[command(after_help = ENVIRONMENT)]
    NoMore {
        /// What they wrote: the line from the mail they got (no-more 1.…), or their address.
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// The key that personal words are sealed with.
    #[command(subcommand, after_help = ENVIRONMENT)]
    Key(KeyCommand),
    /// Bring the database up to date and say so; `run` does it by itself.
    #[command(after_help = ENVIRONMENT)]
    Migrate,
}

#[derive(Subcommand)]
enum KeyCommand {
    /// Change the key while the bot runs: what is written is sealed by a new one, and what was written is sealed anew.
    ///
    /// Where the key stands in a file that can be written, a new one is made and put there; else put one before the old
    /// one in CMAD_KEY first. Back the new key up before anything else. When it is interrupted, run it again.
    /// docs/database.md has it step by step.
    Rotate,
    /// Tell the names of the keys that were given, and which of them this database needs. No key is shown.
    Status,
}

/// In which form an export is written.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Json,
    Csv,
}

const ENVIRONMENT: &str = "\
Environment:
  DISCORD_TOKEN      the bot's token (or DISCORD_TOKEN_FILE, a file that holds it)
  CMAD_KEY           32 bytes in base64 that seal personal words (or CMAD_KEY_FILE);
                     without it a key file is made beside the database on the first start: back it
                     up, apart from the data. While the key is changed: both, the new one first
  DATABASE_URL       where the database is [default: sqlite://data/cmad.db]
                     (or DATABASE_URL_FILE);
                     postgres://user@host/name shares one among several processes
  CMAD_ERASURES      a file that keeps, as keyed hashes, who was erased, so that an older backup does
                     not bring them back [default for SQLite: beside the database; PostgreSQL: none]
  SMTP_URL           the server for copies by mail, such as smtps://name:password@mail.example.org (or SMTP_URL_FILE);
                     without it no mail is sent; see docs/mail.md
  CMAD_MAIL_FROM     the address that mail comes from
  CMAD_PUBLIC_URL    where those pages are to be found from outside, such as https://cmad.example.org
  CMAD_HTTP_ADDR     where the bot serves its pages, such as 127.0.0.1:8080; without it none are served
  DISCORD_API_BASE   another Discord-compatible endpoint, such as http://127.0.0.1:8080;
                     then nothing ever goes to Discord itself
  CMAD_SECTION__KEY  any setting of config/cmad.toml, such as CMAD_LIMITS__THANKS_PER_HOUR=20";

const DEFAULT_DATABASE: &str = "sqlite://data/cmad.db";

/// Reads the command line, does what it asks for, and gives the exit code.
pub fn main() -> ExitCode {
    logs::tell_where_panics_are();
    let cli = Cli::parse();
    match run(cli) {
        Ok(code) => code,
        Err(error) => {
            // The chain says what failed and why; the first line is enough for most.
            tell(&error);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "an error of the command line goes to standard error")]
fn tell(error: &anyhow::Error) {
    eprintln!("cmad: {error:#}");
}

/// Says what has to be heard, whoever reads the output.
#[expect(clippy::print_stderr, reason = "a warning of the command line goes to standard error")]
fn warn(says: &str) {
    eprintln!("cmad: {says}");
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let env = Env::of_process().with_file("DATABASE_URL")?;
    match cli.command {
        Command::Day { year } => day(year),
        Command::Rehearse(options) => on_runtime(async {
            let outcome = rehearse::rehearse(options).await?;
            for line in &outcome.lines {
                println!("{line}");
            }
            Ok(ExitCode::SUCCESS)
        }),
        Command::Run => {
            let config = Config::load(cli.config.as_deref(), &env)?;
            // Before anything is made.
            steps::defaults(&config.steps)?;
            logs::start(&config.log)?;
            on_runtime(run::serve(config, env))
        }
        Command::Check => on_runtime(async {
            let config = Config::load(cli.config.as_deref(), &env);
            let findings = check::check(config, &env, DEFAULT_DATABASE).await;
            for finding in &findings {
                println!("{finding}");
            }
            Ok(if findings.iter().any(check::Finding::is_bad) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }),
        Command::Export { server, form, to } => on_runtime(async {
            let target = match (form, to) {
                (_, None) => export::Target::Output,
                (Form::Json, Some(file)) => export::Target::Json(file),
                (Form::Csv, Some(folder)) => export::Target::Csv(folder),
            };
            let store = open_what_is_there(&env).await?;
            let done = export::export(&store, server, &target, System.now()).await;
            store.close().await;
            let done = done?;
            if let export::Target::Json(place) | export::Target::Csv(place) = &target {
                println!("{} servers and {} thanks are in {}.", done.servers, done.thanks, place.display());
            }
            Ok(ExitCode::SUCCESS)
        }),
        Command::Backup { file } => on_runtime(async {
            let store = open_what_is_there(&env).await?;
            let rows = backup::back_up(&store, &file, System.now()).await?;
            store.close().await;
            println!(
                "{rows} rows are in {}. Keep CMAD_KEY apart from it: without the key its words are lost.",
                file.display()
            );
            Ok(ExitCode::SUCCESS)
        }),
        Command::Restore { file, without_erasures } => on_runtime(restore(&env, &file, without_erasures)),
        Command::Health { ready } => {
            let addr = run::http_addr(&env)?.context("CMAD_HTTP_ADDR is not set, so there is nobody to ask")?;
            let question = if ready { health::Question::CanItWork } else { health::Question::DoesItLive };
            let answer = health::ask(addr, question)?;
            println!("{}", answer.text);
            Ok(if answer.is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::NoMore { words } => on_runtime(async {
            let store = open_what_is_there(&env).await?;
            let said = no_more(&store, &words).await;
            store.close().await;
            println!("{}", said?);
            Ok(ExitCode::SUCCESS)
        }),
        Command::Key(KeyCommand::Rotate) => on_runtime(rotate(&env)),
        Command::Key(KeyCommand::Status) => on_runtime(key_status(&env)),
        Command::Migrate => on_runtime(async {
            open_store(&env).await?.close().await;
            println!("The database is up to date.");
            Ok(ExitCode::SUCCESS)
        }),
    }
}

async fn restore(env: &Env, file: &Path, without_erasures: bool) -> anyhow::Result<ExitCode> {
    let url = env.get("DATABASE_URL").unwrap_or(DEFAULT_DATABASE);
    // Before anything is made.
    let erasures = Store::erasures_of(url, env.get("CMAD_ERASURES"));
    let is_without = !erasures.as_deref().is_some_and(Path::exists);
    if is_without && !without_erasures {
        return Err(backup::no_list(erasures.as_deref()));
    }
    let _alone = Store::alone_with(url)?;
    let keys = key_file::find(given(env)?, url, Missing::Refuse, &System)?;
    let store = Store::open_to_restore(url, keys.codec(Arc::new(System))?).await?.keeping_erasures_in(erasures);
    let Restored { rows, looked_for, erased } = backup::restore(&store, file, System.now()).await?;
    store.close().await;
    println!("{rows} rows are back. {looked_for} sends are looked for on Discord before anything is sent;");
    println!("{erased} people who were erased since stay so.");
    if is_without {
        warn("there was no list of erasures: whoever was erased after this backup was made is back");
    }
    Ok(ExitCode::SUCCESS)
}

async fn open_store(env: &Env) -> anyhow::Result<Store> {
    let url = env.get("DATABASE_URL").unwrap_or(DEFAULT_DATABASE);
    let keys = key_file::find(given(env)?, url, Missing::Make, &System)?;
    if let Some(warning) = keys.warning() {
        warn(&warning);
    }
    Ok(Store::open(url, keys.codec(Arc::new(System))?)
        .await?
        .keeping_erasures_in(env.get("CMAD_ERASURES").map(PathBuf::from)))
}

/// The keys that the environment gives.
fn given(env: &Env) -> anyhow::Result<Given> {
    Ok(Given { keys: env.secret("CMAD_KEY")?, file: env.get("CMAD_KEY_FILE").map(PathBuf::from) })
}

async fn rotate(env: &Env) -> anyhow::Result<ExitCode> {
    let url = env.get("DATABASE_URL").unwrap_or(DEFAULT_DATABASE);
    must_be_there(url)?;
    let keys = key_file::find(given(env)?, url, Missing::Refuse, &System)?;
    let mut told = false;
    let pause = async |what: Pause| {
        let ms = match what {
            Pause::ForProcesses => {
                if !std::mem::replace(&mut told, true) {
                    warn("waiting until the bot that runs has the new key, 40 seconds at most");
                }
                1000
            }
            // As long as some rows take: then half of the time is others'.
            Pause::ForWriters => 20,
            Pause::ForReaders => 500,
        };
        tokio::time::sleep(Duration::from_millis(ms)).await;
    };
    let done = rotate::rotate(url, &keys, &System, Arc::new(System), pause).await?;
    println!("{} words were sealed anew. Everything is sealed by the key {} now.", done.sealed, done.key);
    if !done.cleared {
        println!(
            "Somebody read for so long that what was written over is still in the journal beside the database; it goes when \
             the bot is started again."
        );
    }
    match done.former {
        Some(former) => println!(
            "BACK UP THE NEW KEY NOW, apart from the data. The old one is in {}: keep it, apart from the data, for as long \
             as there are backups that were made with it, and delete it there.",
            former.display()
        ),
        None => println!(
            "BACK UP THE NEW KEY, apart from the data, and take the old one out of CMAD_KEY everywhere. Keep it for as long \
             as there are backups that were made with it."
        ),
    }
    Ok(ExitCode::SUCCESS)
}

async fn key_status(env: &Env) -> anyhow::Result<ExitCode> {
    let url = env.get("DATABASE_URL").unwrap_or(DEFAULT_DATABASE);
    must_be_there(url)?;
    let keys = key_file::find(given(env)?, url, Missing::Refuse, &System)?;
    let codec = keys.codec(Arc::new(System))?;
    println!("given: {}", codec.ids().iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    // (A key that is missing is named by the error.)
    let store = Store::open(url, codec).await?;
    let (there, others) = (store.keys().await?, store.sealed_by_others().await?);
    store.close().await;
    println!("seals: {}", there.current);
    if there.former.is_empty() {
        println!("No other key is needed.");
    } else {
        let former: Vec<String> = there.former.iter().map(ToString::to_string).collect();
        println!("being changed from: {}; {others} words are left: run `cmad key rotate`", former.join(" "));
    }
    Ok(ExitCode::SUCCESS)
}

fn must_be_there(url: &str) -> anyhow::Result<()> {
    if !Store::is_there(url) {
        anyhow::bail!(
            "there is no database at {url}: set DATABASE_URL to the one that the bot uses, or go to its folder"
        );
    }
    Ok(())
}

/// Opens a database, and makes none: what would be made holds nothing of what was asked for.
async fn open_what_is_there(env: &Env) -> anyhow::Result<Store> {
    must_be_there(env.get("DATABASE_URL").unwrap_or(DEFAULT_DATABASE))?;
    open_store(env).await
}

/// Keeps that somebody wants no more: of one manager's digests, if their words hold a token; else of everything.
async fn no_more(store: &Store, words: &[String]) -> anyhow::Result<&'static str> {
    let words: Vec<&str> = words.iter().flat_map(|words| words.split_whitespace()).collect();
    if let Some(clicked) = words.iter().find_map(|word| store.read_no_more_token(word)) {
        store.note_no_more(Unwanted::Of(clicked.guild, clicked.manager), &clicked.address).await?;
        return Ok("Kept: no more copies of that manager's digests go to whoever got that mail.");
    }
    let address = words.iter().find_map(|word| word.parse::<Address>().ok());
    let address = address.context("that holds neither a line from one of our mails nor a mail address")?;
    store.note_no_more(Unwanted::All, &address).await?;
    Ok("Kept: no copies go to that address any more, whoever they would be about.")
}

fn on_runtime<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.context("no runtime could be started")?;
    let done = runtime.block_on(work);
    // Somebody may still be drawing a page that nobody will take.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
}

fn day(year: Option<i32>) -> anyhow::Result<ExitCode> {
    let day = match year {
        Some(year) => calendar::day(year)?,
        // Where the day is decided by a server's zone, the command line has none: UTC is as good as any, and named.
        None => calendar::next_day(System.now().date_naive()),
    };
    println!("{day} ({})", Lang::english().date(day));
    if calendar::is_not_last_monday(day) {
        println!("{}", Lang::english().say("when-not-last"));
    }
    Ok(ExitCode::SUCCESS)
}
