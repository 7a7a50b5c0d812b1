//! Where `cmad init` gets the token from.

use std::fmt;
use std::io::{IsTerminal as _, Read as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use console::Term;
use secrecy::SecretString;

use crate::cli::environment;
use crate::config::Env;

/// More than a token has, and no file that was named by mistake.
const MAX_BYTES: u64 = 4096;

/// Where it came from, for messages.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    /// A file that was named on the command line.
    File,
    /// The environment, or the settings of an earlier run.
    Environment,
    /// A pipe or a file.
    Input,
    /// A person.
    Terminal,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => write!(f, "in the file of --token-file"),
            Self::Environment => write!(f, "in DISCORD_TOKEN, DISCORD_TOKEN_FILE or {}", environment::FILE),
            Self::Input => write!(f, "on standard input"),
            Self::Terminal => write!(f, "that you gave"),
        }
    }
}

/// The token: of the named file, else of the environment and the settings, else of the person who is asked.
///
/// # Errors
/// There is none, or it cannot be one.
pub(super) fn find(env: &Env, file: Option<&Path>) -> anyhow::Result<(SecretString, Source)> {
    if let Some(file) = file {
        let named = Env::default().with("DISCORD_TOKEN_FILE", &file.to_string_lossy());
        let token = named.token().with_context(|| format!("--token-file {}", file.display()))?;
        return Ok((token.context("--token-file names no file")?, Source::File));
    }
    if let Some(token) = env.token()? {
        return Ok((token, Source::Environment));
    }
    let (given, source) =
        if std::io::stdin().is_terminal() { (ask()?, Source::Terminal) } else { (read()?, Source::Input) };
    let token = Env::default().with("DISCORD_TOKEN", &given).token()?;
    let none = "no token was given: give it on standard input, in DISCORD_TOKEN, or in the file of --token-file";
    Ok((token.context(none)?, source))
}

fn ask() -> anyhow::Result<String> {
    let terminal = [Term::stderr(), Term::stdout()].into_iter().find(Term::is_term);
    let Some(terminal) = terminal else { bail!("there is no terminal to ask for the token at: use --token-file") };
    terminal.write_line("Make a bot at https://discord.com/developers/applications (Bot, Reset Token).")?;
    terminal.write_str("Its token (not shown while you paste it): ")?;
    terminal.read_secure_line().context("the token could not be read")
}

fn read() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().take(MAX_BYTES).read_to_string(&mut text).context("standard input could not be read")?;
    Ok(text)
}
