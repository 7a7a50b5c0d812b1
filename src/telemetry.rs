//! Logs: what happened, never what anybody said. Personal words, tokens and addresses are not logged.

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Starts logging to standard error, as the settings say. Done once.
///
/// # Errors
/// The filter cannot be read.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&log.filter).map_err(|error| {
        anyhow::anyhow!("log.filter is not a filter: {error}; try \"info\" or \"info,cmad::app=debug\"")
    })?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match log.format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
    Ok(())
}
