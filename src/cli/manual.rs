//! `cmad man`: the pages of the manual, made from the same definitions as the help.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};
use clap::CommandFactory as _;
use clap_mangen::roff::{Roff, roman};

use crate::cli::{Cli, environment, tell};
use crate::config::Env;
use crate::ports::Clock as _;
use crate::ports::clock::System;
use domain::calendar;

/// Write the pages of the manual (cmad.1, cmad-run.1, …) to a folder.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder, such as /usr/local/share/man/man1. It is made if it is not there; pages in it are replaced.
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: PathBuf,
}

pub(super) fn run(args: &Args, env: &Env) -> anyhow::Result<ExitCode> {
    let folder = args.folder.display();
    std::fs::create_dir_all(&args.folder).with_context(|| format!("{folder} cannot be made"))?;
    let pages = pages(date(env))?;
    for page in &pages {
        let file = args.folder.join(&page.name);
        std::fs::write(&file, &page.roff).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    tell(format_args!(
        "{} pages are in {folder}. To read one: man -l {}",
        pages.len(),
        args.folder.join("cmad.1").display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// What every page is dated: today, or what SOURCE_DATE_EPOCH says, by which a package is the same however often it is
/// built (<https://reproducible-builds.org/docs/source-date-epoch/>).
fn date(env: &Env) -> NaiveDate {
    let given = env.get("SOURCE_DATE_EPOCH").and_then(|seconds| seconds.parse().ok());
    let given = given.and_then(|seconds| DateTime::<Utc>::from_timestamp(seconds, 0));
    calendar::date(given.unwrap_or_else(|| System.now()), chrono_tz::UTC)
}

struct Page {
    /// The file's.
    name: String,
    roff: Vec<u8>,
}

/// A page of the program and one of each verb.
fn pages(date: NaiveDate) -> std::io::Result<Vec<Page>> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let mut pages = Vec::new();
    add(&program, &program, date, &mut pages)?;
    Ok(pages)
}

fn add(program: &clap::Command, verb: &clap::Command, date: NaiveDate, pages: &mut Vec<Page>) -> std::io::Result<()> {
    let is_program = verb.get_name() == program.get_name();
    let version = program.get_version().unwrap_or_default();
    let man = clap_mangen::Man::new(verb.clone())
        .date(date.to_string())
        .source(format!("cmad {version}"))
        .manual("Community Manager Appreciation Day");
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    man.render_synopsis_section(&mut roff)?;
    man.render_description_section(&mut roff)?;
    man.render_options_section(&mut roff)?;
    if verb.has_subcommands() {
        man.render_subcommands_section(&mut roff)?;
    }
    let mut more = Roff::new();
    if is_program {
        // Its columns are the author's.
        let variables =
            environment::VARIABLES.lines().filter(|line| line.starts_with(' ')).collect::<Vec<_>>().join("\n");
        let says = "cmad.env: variables that the environment does not set, in the folder in which cmad is started. cmad init \
                    makes it.";
        more.control("SH", ["FILES"]).text([roman(says)]);
        more.control("SH", ["ENVIRONMENT"]).control("nf", []).text([roman(variables)]).control("fi", []);
    }
    more.control("SH", ["EXIT STATUS"]);
    more.text([roman("0: done. 1: it could not be done, and a line says why. 2: the command line is wrong.")]);
    if !is_program {
        more.control("SH", ["SEE ALSO"]).control("BR", ["cmad", "(1)"]);
    }
    more.to_writer(&mut roff)?;
    pages.push(Page { name: man.get_filename(), roff });
    verb.get_subcommands().filter(|verb| !verb.is_hide_set()).try_for_each(|verb| add(program, verb, date, pages))
}
