//! The command line, see `cmad --help`: one file for each verb, with its arguments, its help and what it does.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::config::{Config, ConfigError, Env};
use crate::observe::logs;
use crate::store::Store;

pub mod backup;
pub mod check;
mod completions;
mod database;
mod day;
mod desktop;
pub mod export;
mod health;
pub mod key;
mod manual;
mod migrate;
mod new_file;
mod no_more;
mod reconcile;
mod rehearse;
pub mod restore;
mod run;
mod signals;

/// A Discord bot for Community Manager Appreciation Day (#CMAD), every fourth Monday of January.
///
/// It computes the date, posts the reminders, collects people's thank-yous, and gives each community manager a digest
/// that they can copy to their boss.
#[derive(Parser)]
#[command(version, about, long_about, max_term_width = 100)]
struct Cli {
    /// The settings file; without one, the defaults apply. config/cmad.toml lists every setting.
    #[arg(long, env = "CMAD_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Run(run::Args),
    Rehearse(rehearse::Args),
    Day(day::Args),
    Check(check::Args),
    Export(export::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Reconcile(reconcile::Args),
    Health(health::Args),
    NoMore(no_more::Args),
    Key(key::Args),
    Migrate(migrate::Args),
    Completions(completions::Args),
    Man(manual::Args),
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let env = Env::of_process().with_file("DATABASE_URL")?;
    // Settings that cannot be read are reported by each verb that needs them.
    let ca_file = Config::load(cli.config.as_deref(), &env).map(|config| config.tls.ca_file).unwrap_or_default();
    let env = env.changing("DATABASE_URL", |url| Store::trusting(url, &ca_file));
    let given = Given { file: cli.config, env };
    match cli.command {
        Command::Run(_) => run::run(given),
        Command::Rehearse(args) => rehearse::run(args),
        Command::Day(args) => day::run(&args),
        Command::Check(_) => check::run(&given),
        Command::Export(args) => export::run(args, &given),
        Command::Backup(args) => backup::run(&args, &given),
        Command::Restore(args) => restore::run(&args, &given),
        Command::Reconcile(_) => reconcile::run(&given),
        Command::Health(args) => health::run(&args, &given),
        Command::NoMore(args) => no_more::run(&args, &given),
        Command::Key(args) => key::run(&args, &given),
        Command::Migrate(_) => migrate::run(&given),
        Command::Completions(args) => Ok(completions::run(&args)),
        Command::Man(args) => manual::run(&args, &given),
    }
}

/// What every verb gets besides its own arguments.
struct Given {
    /// The settings file.
    file: Option<PathBuf>,
    env: Env,
}

impl Given {
    fn config(&self) -> Result<Config, ConfigError> {
        Config::load(self.file.as_deref(), &self.env)
    }
}

/// Reads the command line, runs the verb, and returns the exit code.
pub fn main() -> ExitCode {
    logs::log_only_the_place_of_panics();
    dispatch(Cli::parse()).unwrap_or_else(|error| {
        // The chain says what failed and why; the first line is enough for most.
        warn(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}

/// Prints what must be seen even if the output goes into a file.
fn warn(says: &str) {
    logs::print(format!("cmad: {says}"));
}

/// Prints a line for the person who called the program. One that no one reads, because the pipe is closed, is no failure.
fn tell(says: impl std::fmt::Display) {
    use std::io::Write as _;
    let _unread = writeln!(std::io::stdout(), "{says}");
}

/// Runs the work to its end on a runtime of its own.
fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.context("no runtime could be started")?;
    let done = runtime.block_on(work);
    // A thread may still be drawing a page that is no longer needed.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
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
  CMAD_CONTACT       how people reach you, such as a mail address; `/cmad about` names it
  CMAD_PRIVACY_URL   where your privacy text is, which `/cmad about` links (docs/privacy.md is one to publish)
  CMAD_PUBLIC_URL    where those pages are to be found from outside, such as https://cmad.example.org
  CMAD_HTTP_ADDR     where the bot serves its pages and its health, such as 127.0.0.1:8080; without it none are served
  CMAD_METRICS_ADDR  where it serves its metrics, such as 127.0.0.1:9464; never at the address of the pages
  DISCORD_API_BASE   another Discord-compatible endpoint, such as http://127.0.0.1:8080;
                     then nothing ever goes to Discord itself
  HTTPS_PROXY        a proxy that leads to Discord and to the mail server, such as
                     http://name:password@proxy.example.org:3128 or socks5h://127.0.0.1:1080; ALL_PROXY
                     and NO_PROXY as with curl; see docs/network.md
  SSL_CERT_FILE      a file of further authorities (PEM) that are trusted; SSL_CERT_DIR, a folder of them
  CMAD_SECTION__KEY  any setting of config/cmad.toml, such as CMAD_LIMITS__THANKS_PER_HOUR=20";
