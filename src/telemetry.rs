//! Logs: what happened, never what anybody said. Personal words, tokens and addresses are not logged.

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
