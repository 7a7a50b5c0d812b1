//! `cmad init`: what a bot needs to run, made in one go: its token tried, its key, its settings, its service.

mod files;
mod token;
mod unit;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use secrecy::SecretString;

use crate::cli::check::{self, Finding, application_findings};
use crate::cli::output::tell;
use crate::cli::{block_on, environment};
use crate::config::{Config, Env};
use crate::discord::invitation;
use crate::discord::rest::RestError;
use crate::discord::review::Review;
use crate::net::Dialer;
use crate::text::Lang;
use files::Folder;
use token::Source;

/// Set a bot up: try its token, say what Discord allows it, and make its key and its settings.
///
/// It asks for the token, or reads it from standard input, from DISCORD_TOKEN or from a file. Nothing is written before
/// Discord has accepted the token, and nothing is overwritten: run it again to see what is there and to make what is
/// missing. `cmad` reads the settings, cmad.env, when it is started in the folder.
#[derive(clap::Args)]
#[command(after_help = environment::SEE)]
pub(super) struct Args {
    /// The folder of the bot; it is made if it is not there.
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    dir: PathBuf,
    /// A file that holds the token.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    token_file: Option<PathBuf>,
    /// Also make cmad.service, by which systemd runs the bot in this folder.
    #[arg(long)]
    systemd: bool,
}

pub(super) fn run(args: &Args, config: Option<&Path>) -> anyhow::Result<ExitCode> {
    let own = Env::of_process();
    let env = own.clone().filled_from(&args.dir.join(environment::FILE))?;
    let config = Config::load(config.or(env.get("CMAD_CONFIG").map(Path::new)), &env)?;
    // What would stop it later, before anyone is asked for anything.
    let folder = Folder::at(&args.dir, &own)?;
    let unit = if args.systemd { Some(unit::unit(folder.path())?) } else { None };
    let (token, source) = token::find(&env, args.token_file.as_deref())?;
    let About { findings, link } = block_on(ask_discord(&config, &env, &token, source))?;
    for finding in &findings {
        tell(finding);
    }
    let permissions = invitation::permissions().into_iter().map(|one| Lang::english().say(one.key()));
    let permissions = Lang::english().list(&permissions.collect::<Vec<_>>());
    tell(format_args!("\nThe invitation, which asks for {permissions}:\n  {link}\n"));
    for line in folder.write(&token)? {
        tell(line);
    }
    let path = folder.path().display();
    let mut next = if folder.path() == Path::new("") || folder.path() == Path::new(".") {
        "cmad run".to_owned()
    } else {
        format!("cd {path} && cmad run")
    };
    if let Some(unit) = unit {
        let file = folder.path().join(unit::NAME);
        tell(files::put(&file, &unit.text, "the service for systemd")?);
        let user = "useradd --system --shell /usr/sbin/nologin cmad && chown -R cmad: ";
        let user = if unit.needs_user { format!("{user}{path} && ") } else { String::new() };
        next = format!(
            "as root: {user}install -m 644 {} /etc/systemd/system/ && systemctl enable --now cmad",
            file.display()
        );
    }
    tell(format_args!("\nNext: open the invitation, then start the bot: {next}"));
    Ok(ExitCode::SUCCESS)
}

struct About {
    findings: Vec<Finding>,
    link: String,
}

/// Asks Discord about the token.
async fn ask_discord(config: &Config, env: &Env, token: &SecretString, source: Source) -> anyhow::Result<About> {
    let rest = check::rest(config, env, token, &Dialer::new(env, config)?)?;
    let user = match rest.current_user().await {
        Ok(user) => user,
        Err(RestError::Unauthorized) => anyhow::bail!(
            "Discord does not accept the token {source}: make a new one in the developer portal (Bot, Reset Token). Nothing was written"
        ),
        Err(error) => return Err(error).context("the token could not be tried, so nothing was written"),
    };
    let mut findings = vec![Finding::good("token", format!("Discord knows it as {}", user.name))];
    let application = rest.application().await.context("Discord does not say what the bot is")?;
    match Review::of(&rest, &application).await {
        Ok(review) => findings.extend(application_findings(&review)),
        Err(error) => findings.push(Finding::note("review", format!("its servers cannot be counted: {error}"))),
    }
    Ok(About { findings, link: invitation::link(application.id) })
}
