//! Standard output: what a verb prints there. It may be a pipe that no one reads any more, or a file on a full disk; a verb
//! does its work to the end all the same, and its exit code says that the output was not written.

use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::sync::OnceLock;

/// The first failure of standard output, of which a process has one.
static FAILURE: OnceLock<Failure> = OnceLock::new();

/// Why standard output was not written.
#[derive(Clone, Debug, thiserror::Error)]
#[error("standard output cannot be written: {says}")]
pub(super) struct Failure {
    kind: ErrorKind,
    says: String,
}

impl Failure {
    /// Whether its reader ended, as in `cmad day | head -0`: there is no one to tell.
    pub(super) fn is_closed(&self) -> bool {
        self.kind == ErrorKind::BrokenPipe
    }
}

/// Why standard output was not written, if it was not.
pub(super) fn failure() -> Option<&'static Failure> {
    FAILURE.get()
}

/// Whether an error came from standard output, so that [`failure`] says the same.
pub(super) fn is_of_output(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()?.get_ref());
    causes.any(|cause| cause.is::<Failure>())
}

/// Prints a line for the person who called the program.
pub(super) fn tell(says: impl fmt::Display) {
    let _kept = writeln!(Output, "{says}");
}

/// Prints help, a version, or what is wrong with a command line: the latter to standard error.
pub(super) fn tell_usage(usage: &clap::Error) {
    let printed = usage.print().and_then(|()| io::stdout().flush());
    if !usage.use_stderr() {
        let _kept = kept(printed);
    }
}

/// Standard output, whose failures are kept.
pub(super) struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        kept(io::stdout().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        kept(io::stdout().flush())
    }
}

fn kept<T>(done: io::Result<T>) -> io::Result<T> {
    done.map_err(|error| {
        let kind = error.kind();
        let failure = Failure { kind, says: error.to_string() };
        // Interrupted by a signal, it is tried again.
        if kind == ErrorKind::Interrupted {
            return error;
        }
        io::Error::new(kind, FAILURE.get_or_init(|| failure).clone())
    })
}

/// A number and what it counts: `1 row`, `2 rows`.
pub(super) fn counted(number: u64, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}
