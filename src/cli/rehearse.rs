//! `cmad rehearse`: plays a campaign and writes its page and its mails.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::Datelike as _;
use chrono_tz::Tz;
use clap::builder::PossibleValuesParser;

use crate::cli::day::year;
use crate::cli::zone::zone;
use crate::cli::{block_on, desktop, tell, warn};
use crate::ports::Clock as _;
use crate::ports::clock::System;
use crate::private_files;
use crate::rehearse::breaking::Break;
use crate::rehearse::world::{self, World};
use crate::rehearse::{Manner, page, play};
use crate::text::Lang;
use domain::calendar;

/// Play a whole campaign on a simulated Discord within seconds, without an account or network, and write it as a page.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The year of the campaign; by default the next one.
    #[arg(long, value_parser = year, allow_negative_numbers = true)]
    year: Option<i32>,
    /// The server's time zone.
    #[arg(long, default_value = "Europe/Berlin", value_parser = zone)]
    timezone: Tz,
    /// The language of the server and of everyone in it: what the bot says, sends and draws is in this one. What people
    /// write stays as it is.
    #[arg(long, value_parser = PossibleValuesParser::new(Lang::all().map(Lang::tag)))]
    language: Option<String>,
    /// A small story, read in two minutes: twelve people, one community manager, twenty thank-yous.
    #[arg(long, conflicts_with = "world")]
    quick: bool,
    /// A file like config/rehearsal.toml: the server, its people and what they do.
    #[arg(long, value_name = "FILE")]
    world: Option<PathBuf>,
    /// Break it at one place, and show how it recovers: `day/request:1:drop-after` carries out the first request after 08:59 on
    /// the day and drops the connection. The place is `setup` or a step; then the nth `request` to Discord or `frame` from
    /// it; then the fault. A wrong one lists those that there are.
    #[arg(long, value_name = "PLACE/POINT:N:FAULT")]
    fault: Option<Break>,
    /// Do not open the page. It opens by itself on a desktop, but not in CI or over ssh.
    #[arg(long)]
    no_open: bool,
    /// The folder for the page.
    #[arg(long, value_name = "DIR", default_value = "rehearsal")]
    out: PathBuf,
}

pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let year = args.year.unwrap_or_else(|| next_year(args.timezone));
    let world = match &args.world {
        Some(file) => {
            let name = file.display().to_string();
            World::read(&std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?, &name)?
        }
        None if args.quick => World::read(world::QUICK, world::QUICK_NAME)?,
        None => World::read(world::DEFAULT, world::DEFAULT_NAME)?,
    };
    let world = match &args.language {
        Some(tag) => world.speaking(discord_locale(tag)),
        None => world,
    };
    // The different ones stand beside each other.
    let mut name = format!("cmad-{year}");
    let language = args.language.as_deref();
    for part in [args.quick.then_some("quick"), language, args.fault.as_ref().map(|_| "broken")].into_iter().flatten() {
        name = format!("{name}-{part}");
    }
    let manner = Manner { repeat: command(&args, year), folder: name.clone(), fault: args.fault.clone() };
    let (story, missed) = block_on(play(&world, year, args.timezone, manner))?;
    private_files::make_folder(&args.out).with_context(|| format!("{} cannot be made", args.out.display()))?;
    let file = args.out.join(format!("{name}.html"));
    std::fs::write(&file, page::page(&story)).with_context(|| format!("{} cannot be written", file.display()))?;
    let folder = args.out.join(&name);
    write_beside(page::beside(&story), &folder).with_context(|| format!("{} cannot be written", folder.display()))?;
    for line in page::outline(&story) {
        tell(line);
    }
    tell(format_args!("\nThe page, to open in a browser: {}", file.display()));
    if !args.no_open && desktop::is_there(|name| std::env::var_os(name).is_some()) {
        desktop::open(&file);
    }
    for missed in &missed {
        warn(&format!("could not happen: {}", missed.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn next_year(zone: Tz) -> i32 {
    calendar::next_day(calendar::date(System.now(), zone)).year()
}

/// The command that reproduces the page.
fn command(args: &Args, year: i32) -> String {
    let world = args.world.as_ref().map(|file| format!(" --world {}", file.display())).unwrap_or_default();
    let language = args.language.as_ref().map(|tag| format!(" --language {tag}")).unwrap_or_default();
    let fault = args.fault.as_ref().map(|fault| format!(" --fault {fault}")).unwrap_or_default();
    let quick = if args.quick { " --quick" } else { "" };
    format!("cmad rehearse{quick} --year {year} --timezone {}{language}{world}{fault}", args.timezone.name())
}

/// A language as Discord's clients name it (<https://discord.com/developers/docs/reference#locales>).
fn discord_locale(tag: &str) -> &str {
    match tag {
        "en" => "en-US",
        "es" => "es-ES",
        same => same,
    }
}

/// Writes the mails and files into the folder beside the page; replaces those of an earlier rehearsal.
fn write_beside(files: Vec<(String, Arc<[u8]>)>, folder: &Path) -> std::io::Result<()> {
    for old in ["mail", "files"].map(|old| folder.join(old)) {
        if old.exists() {
            std::fs::remove_dir_all(old)?;
        }
    }
    for (place, bytes) in files {
        let file = folder.join(place);
        private_files::make_folder(file.parent().unwrap_or(folder))?;
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
