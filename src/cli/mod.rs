//! The command line, see `cmad --help`: one file for each verb, with its arguments, its help and what it does.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use crate::config::{Config, ConfigError, Env};
use crate::observe::logs;
use crate::store::Store;

pub mod backup;
pub mod check;
mod checks;
mod completions;
mod database;
mod day;
mod desktop;
mod environment;
pub mod export;
mod health;
mod init;
pub mod key;
mod manual;
mod migrate;
mod new_file;
mod no_more;
mod output;
mod reconcile;
mod rehearse;
pub mod restore;
mod run;
mod signals;
mod whereabouts;
mod zone;

use output::tell;

/// A Discord bot for Community Manager Appreciation Day (#CMAD), every fourth Monday of January.
///
/// It computes the date, posts the reminders, collects people's thank-yous, and gives each community manager a digest
/// that they can copy to their boss.
#[derive(Parser)]
#[command(version, about, long_about, max_term_width = 80, after_help = environment::SEE)]
struct Cli {
    /// The settings file (or CMAD_CONFIG); without one, the defaults apply. config/cmad.toml lists every setting.
    // After the verb's own flags.
    #[arg(long, value_name = "FILE", global = true, display_order = 900)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Init(init::Args),
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
    #[command(hide = true)]
    Environment(environment::Args),
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let given = || Given::read(cli.config.clone());
    match cli.command {
        Command::Init(args) => init::run(&args, cli.config.as_deref()),
        Command::Run(_) => run::run(given()?),
        Command::Rehearse(args) => rehearse::run(args),
        Command::Day(args) => day::run(&args),
        Command::Check(_) => check::run(&given()?),
        Command::Export(args) => export::run(args, &given()?),
        Command::Backup(args) => backup::run(&args, &given()?),
        Command::Restore(args) => restore::run(&args, &given()?),
        Command::Reconcile(_) => reconcile::run(&given()?),
        Command::Health(args) => health::run(&args, &environment::read()?),
        Command::NoMore(args) => no_more::run(&args, &given()?),
        Command::Key(args) => key::run(&args, &given()?),
        Command::Migrate(_) => migrate::run(&given()?),
        Command::Completions(args) => Ok(completions::run(&args)),
        Command::Man(args) => manual::run(&args, &Env::of_process()),
        Command::Environment(_) => Ok(environment::run()),
    }
}

/// What every verb that needs settings gets besides its own arguments.
struct Given {
    /// The settings file.
    file: Option<PathBuf>,
    env: Env,
}

impl Given {
    fn read(config: Option<PathBuf>) -> anyhow::Result<Self> {
        let env = environment::read()?;
        // What is wrong with it is reported by each verb that needs the database.
        let env = env.clone().with_file("DATABASE_URL").unwrap_or(env);
        let file = config.or_else(|| env.get("CMAD_CONFIG").map(PathBuf::from));
        // Settings that cannot be read are reported by each verb that needs them.
        let ca_file = Config::load(file.as_deref(), &env).map(|config| config.tls.ca_file).unwrap_or_default();
        let env = env.changing("DATABASE_URL", |url| Store::trusting(url, &ca_file));
        Ok(Self { file, env })
    }

    fn config(&self) -> Result<Config, ConfigError> {
        Config::load(self.file.as_deref(), &self.env)
    }
}

/// The exit code of a command line that is wrong. One that is right ends with 0, or with 1 if it could not be done.
const WRONGLY_ASKED: u8 = 2;

/// What is wrong with the command line, where only the verb itself can know.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct WronglyAsked(&'static str);

/// Reads the command line, runs the verb, and returns the exit code.
pub fn main() -> ExitCode {
    logs::log_only_the_place_of_panics();
    // (What a panic is about was logged.)
    let done = std::panic::catch_unwind(|| read_and_dispatch(std::env::args_os().collect()));
    let code = done.unwrap_or(ExitCode::FAILURE);
    match output::failure() {
        None => code,
        Some(failure) => {
            if !failure.is_closed() {
                warn(&failure.to_string());
            }
            ExitCode::FAILURE
        }
    }
}

fn read_and_dispatch(words: Vec<OsString>) -> ExitCode {
    match read(words).map(dispatch) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => {
            // The chain says what failed and why; the first line is enough for most.
            if !output::is_of_output(&error) {
                warn(&format!("{error:#}"));
            }
            if error.is::<WronglyAsked>() { ExitCode::from(WRONGLY_ASKED) } else { ExitCode::FAILURE }
        }
        // Help and the version come like this, too.
        Err(usage) => {
            output::tell_usage(&usage);
            if usage.use_stderr() { ExitCode::from(WRONGLY_ASKED) } else { ExitCode::SUCCESS }
        }
    }
}

fn read(words: Vec<OsString>) -> Result<Cli, clap::Error> {
    let is_config = |word: &&OsString| {
        let bytes = word.as_encoded_bytes();
        *word == OsStr::new("--config") || bytes.starts_with(b"--config=")
    };
    // clap sees only a second one on the same side of the verb.
    if words.iter().take_while(|word| *word != OsStr::new("--")).filter(is_config).count() > 1 {
        let says = "--config is given twice: there is one settings file";
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, says));
    }
    Cli::try_parse_from(words)
}

/// Prints what must be seen even if the output goes into a file.
fn warn(says: &str) {
    logs::print(format!("cmad: {says}"));
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
