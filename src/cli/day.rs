//! `cmad day`.

use std::io::Write as _;
use std::process::ExitCode;

use crate::cli::output::Output;
use crate::cli::tell;
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::text::Lang;
use crate::text::calendar_file;
use domain::calendar;

/// Print the date of the day, for a year or the next one.
#[derive(clap::Args)]
pub(super) struct Args {
    /// A year from 1583 to 9999.
    #[arg(value_parser = year, allow_negative_numbers = true)]
    year: Option<i32>,
    /// Print a file for calendars (iCalendar) instead: the day of every year from this one on, without a year from the
    /// first one on.
    #[arg(long)]
    ics: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.ics {
        let file = match args.year {
            Some(year) => calendar_file::every_year(calendar::day(year)?, Lang::english()),
            None => calendar_file::every_day(Lang::english()),
        };
        // What cannot be written is kept there, and the exit code says so.
        let _kept = Output.write_all(&file);
        return Ok(ExitCode::SUCCESS);
    }
    let day = match args.year {
        Some(year) => calendar::day(year)?,
        // A server's zone decides the day; the command line has none, so it is UTC.
        None => calendar::next_day(calendar::date(System.now(), chrono_tz::UTC)),
    };
    tell(format_args!("{day} ({})", Lang::english().date(day)));
    if calendar::is_not_last_monday(day) {
        tell(Lang::english().say("when-not-last"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads a year that has a day.
pub(super) fn year(text: &str) -> Result<i32, String> {
    let found = text.trim().parse().ok().filter(|year| calendar::day(*year).is_ok());
    found.ok_or_else(|| Lang::english().say("when-no-such-year"))
}
