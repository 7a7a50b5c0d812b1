//! `cmad completions`: what a shell needs to complete the command line.

use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::{Cli, tell};

/// Print a script by which a shell completes the words of the command line.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The shell that reads the script.
    shell: Shell,
}

pub(super) fn run(args: &Args) -> ExitCode {
    // Into memory first: written to a closed pipe, it would panic.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "cmad", &mut script);
    tell(String::from_utf8_lossy(&script).trim_end());
    ExitCode::SUCCESS
}
