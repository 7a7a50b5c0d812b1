//! Logs: what happened, without personal words, tokens or addresses.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::thread::Builder;

use anyhow::Context as _;
use tracing::dispatcher::with_default;
use tracing::{Dispatch, Subscriber};
use tracing_subscriber::filter::{FilterExt as _, LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer as _, fmt, registry};

use crate::config::{Log, LogFormat};
use crate::observe::log_queue;
pub use crate::observe::log_queue::{Flush, print};

/// Whether logging can be started by the settings.
///
/// # Errors
/// The filter cannot be read.
pub fn check(log: &Log) -> anyhow::Result<()> {
    filter(log).map(drop)
}

fn filter(log: &Log) -> anyhow::Result<EnvFilter> {
    EnvFilter::try_new(&log.filter).map_err(|error| {
        anyhow::anyhow!("log.filter is not a filter: {error}; try \"info\" or \"info,cmad::app=debug\"")
    })
}

/// Starts logging to standard error by the settings, for as long as the process lives. May be called once in a process.
///
/// # Errors
/// The filter cannot be read, or no thread can be started.
pub fn start(log: &Log) -> anyhow::Result<Flush> {
    let (queue, lines, flush) = log_queue::queue();
    let direct = Dispatch::new(subscriber(log, std::io::stderr)?);
    let say_dropped = move |count: u64| {
        with_default(&direct, || tracing::warn!(count, "lines of the log were dropped, because no one read them"));
    };
    let writing = move || log_queue::write_lines(&lines, std::io::stderr(), say_dropped);
    Builder::new().name("log".to_owned()).spawn(writing).context("the log's thread could not be started")?;
    subscriber(log, queue)?.init();
    Ok(flush)
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
            print(format!(
                "cmad: the program failed inside at {at} in thread {thread}: this is a bug in cmad, please report it\n{backtrace}"
            ));
        }
    }));
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
    let asked = filter(log)?;
    let allowed = Targets::new()
        .with_default(LevelFilter::INFO)
        .with_target("cmad", LevelFilter::TRACE)
        // It says each try to connect to a database that fails; we say it once.
        .with_target("sqlx_core::pool", LevelFilter::OFF);
    let lines = fmt::layer().with_writer(writer);
    let lines = match log.format {
        LogFormat::Text => lines.with_ansi(false).boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    Ok(registry().with(lines.with_filter(asked.and(allowed))))
}
