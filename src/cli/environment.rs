//! `cmad help environment`: the variables of the environment, which stand only there and in the manual.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::output::tell;
use crate::config::{Env, EnvError};

/// The variables of the environment that cmad reads.
#[derive(clap::Args)]
#[command(after_help = VARIABLES)]
pub(super) struct Args {}

pub(super) fn run() -> ExitCode {
    tell(VARIABLES);
    ExitCode::SUCCESS
}

/// The file of variables in the folder in which `cmad` is started; `cmad init` writes it.
pub(super) const FILE: &str = "cmad.env";

/// The environment, with what the file sets besides.
///
/// # Errors
/// The file cannot be read.
pub(super) fn read() -> Result<Env, EnvError> {
    Env::of_process().filled_from(Path::new(FILE))
}

/// The names of the variables, without those of single settings.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let names = VARIABLES.lines().filter_map(|line| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| !name.contains("__"))
}

/// What the help of a verb says of them.
pub(super) const SEE: &str = "`cmad help environment` lists the variables of the environment.";

/// Each variable, in lines of 80 columns.
pub(super) const VARIABLES: &str = "\
Environment:
  DISCORD_TOKEN      the bot's token, or DISCORD_TOKEN_FILE, a file that holds it
  CMAD_KEY           32 bytes in base64 that seal personal words, or
                     CMAD_KEY_FILE; without it the first start makes a key file
                     beside the database: back it up, apart from the data. While
                     the key is changed: both, the new one first
  DATABASE_URL       where the database is [default: sqlite://data/cmad.db], or
                     DATABASE_URL_FILE; postgres://user@host/name shares one
                     among several processes
  CMAD_ERASURES      a file that keeps, as keyed hashes, who was erased, so that
                     an older backup does not bring them back [default for
                     SQLite: beside the database; PostgreSQL: none]
  CMAD_CONFIG        the settings file, as --config
  SMTP_URL           the server for copies by mail, or SMTP_URL_FILE, such as
                     smtps://name:password@mail.example.org; without it no mail
                     is sent; see docs/mail.md
  CMAD_MAIL_FROM     the address that mail comes from
  CMAD_CONTACT       how people reach you, such as a mail address; `/cmad about`
                     names it
  CMAD_PRIVACY_URL   where your privacy text is, which `/cmad about` links
                     (docs/privacy.md is one to publish)
  CMAD_PUBLIC_URL    where the bot's pages are found from outside, such as
                     https://cmad.example.org
  CMAD_HTTP_ADDR     where the bot serves its pages and its health, such as
                     127.0.0.1:8080; without it none are served
  CMAD_METRICS_ADDR  where it serves its metrics, such as 127.0.0.1:9464; never
                     at the address of the pages
  DISCORD_API_BASE   another Discord-compatible endpoint, such as
                     http://127.0.0.1:8080; then nothing goes to Discord itself
  HTTPS_PROXY        a proxy that leads to Discord and to the mail server, such
                     as http://name:password@proxy.example.org:3128 or
                     socks5h://127.0.0.1:1080; ALL_PROXY and NO_PROXY as with
                     curl; see docs/network.md
  SSL_CERT_FILE      a file of further authorities (PEM) that are trusted;
                     SSL_CERT_DIR, a folder of them
  CMAD_SECTION__KEY  any setting of config/cmad.toml, such as
                     CMAD_LIMITS__THANKS_PER_HOUR=20

What is not set may stand in the file cmad.env of the folder in which cmad is
started, in lines of NAME=value; `cmad init` makes one.";
