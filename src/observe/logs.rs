//! Logs: what happened, without personal words, tokens or addresses.

use std::backtrace::{Backtrace, BacktraceStatus};

use tracing::Subscriber;
use tracing_subscriber::filter::{FilterExt as _, LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer as _, fmt, registry};

use crate::config::{Log, LogFormat};

/// Starts logging to standard error by the settings. May be called once in a process.
///
/// # Errors
/// The filter cannot be read.
pub fn start(log: &Log) -> anyhow::Result<()> {
    subscriber(log, std::io::stderr).map(SubscriberInitExt::init)
}

/// Logs each panic's place and thread without its message: a panic about a text (cut in the middle of a character, say)
/// quotes the text. `RUST_BACKTRACE=1` adds the backtrace. Before logging has started, standard error gets it.
pub fn log_only_the_place_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
        let backtrace = Backtrace::capture();
        let backtrace = match backtrace.status() {
            BacktraceStatus::Captured => backtrace.to_string(),
            _ => String::new(),
        };
        if tracing::dispatcher::has_been_set() {
            tracing::error!(
                at,
                thread,
                backtrace,
                "the program failed inside: this is a bug in cmad, please report it"
            );
        } else {
            print(&at, &thread, &backtrace);
        }
    }));
}

#[expect(clippy::print_stderr, reason = "there is no log to write it to")]
fn print(at: &str, thread: &str, backtrace: &str) {
    eprintln!("cmad: the program failed inside at {at} in thread {thread}: this is a bug in cmad, please report it");
    if !backtrace.is_empty() {
        eprintln!("{backtrace}");
    }
}

/// A subscriber that writes to `writer`, as the settings say.
///
/// Our own modules keep personal words out of every level. Libraries do not: at `debug` and `trace` some of them write
/// whole frames, requests and values. So whatever the filter says, libraries log at `info` and above only.
///
/// # Errors
/// The filter cannot be read.
pub fn subscriber<W>(log: &Log, writer: W) -> anyhow::Result<impl Subscriber + Send + Sync + use<W>>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let asked = EnvFilter::try_new(&log.filter).map_err(|error| {
        anyhow::anyhow!("log.filter is not a filter: {error}; try \"info\" or \"info,cmad::app=debug\"")
    })?;
    let allowed = Targets::new().with_default(LevelFilter::INFO).with_target("cmad", LevelFilter::TRACE);
    let lines = fmt::layer().with_writer(writer);
    let lines = match log.format {
        LogFormat::Text => lines.with_ansi(false).boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    Ok(registry().with(lines.with_filter(asked.and(allowed))))
}
