//! `cmad day`.

use std::process::ExitCode;

use crate::cli::tell;
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::text::Lang;
use domain::calendar;

/// Print the date of the day, for a year or the next one.
#[derive(clap::Args)]
pub(super) struct Args {
    /// A year from 1583 to 9999.
    #[arg(value_parser = year, allow_negative_numbers = true)]
    year: Option<i32>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
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
