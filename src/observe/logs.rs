//! Logs: what happened, never what anybody said. Personal words, tokens and addresses are not logged.

use std::backtrace::{Backtrace, BacktraceStatus};

use tracing::Subscriber;
use tracing_subscriber::filter::{FilterExt as _, LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer as _, fmt, registry};

use crate::config::{Log, LogFormat};

/// Starts logging to standard error, as the settings say. Done once.
///
/// # Errors
/// The filter cannot be read.
pub fn start(log: &Log) -> anyhow::Result<()> {
    subscriber(log, std::io::stderr).map(SubscriberInitExt::init)
}

/// Has each panic tell where it was and in which thread, and nothing of what it says: a panic about a text, such as one
/// that was cut in the middle of a character, quotes it. With `RUST_BACKTRACE=1` it tells how it came there. Where there
/// is no log yet, standard error has it.
pub fn tell_where_panics_are() {
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
        let backtrace = Backtrace::capture();
        let way = if backtrace.status() == BacktraceStatus::Captured { backtrace.to_string() } else { String::new() };
        if tracing::dispatcher::has_been_set() {
            tracing::error!(at, thread, way, "the program failed inside: this is a bug in cmad, please report it");
        } else {
            bare(&at, &thread, &way);
        }
    }));
}

#[expect(clippy::print_stderr, reason = "there is no log to write it to")]
fn bare(at: &str, thread: &str, way: &str) {
    eprintln!("cmad: the program failed inside at {at} in thread {thread}: this is a bug in cmad, please report it");
    if !way.is_empty() {
        eprintln!("{way}");
    }
}

/// What logs to `writer`, as the settings say.
///
/// Our own modules keep personal words out of every level. Libraries do not: at `debug` and `trace` some of them write
/// whole frames, requests and values. So whatever the filter asks of them, they are heard from `info` on and no lower.
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
