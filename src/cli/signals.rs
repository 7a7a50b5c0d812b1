//! The signals of the operating system: which of them ask the bot to stop, and which must not end it.

/// The signals that the bot handles, from when this is made.
#[cfg(unix)]
pub(super) struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
    /// `None` where it is ignored, as under `nohup`.
    hangup: Option<tokio::signal::unix::Signal>,
    /// Handled, so that they do not end the process, and not looked at.
    _without_effect: Vec<tokio::signal::unix::Signal>,
}

#[cfg(unix)]
impl Signals {
    /// Begins to handle them: they do not end the first process of a container by themselves.
    ///
    /// # Errors
    /// The operating system refuses.
    pub(super) fn handle() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        /// SIGXFSZ on Linux and BSD: a write beyond the limit of a file's size. The write then fails, as on a full disk.
        const FILE_SIZE_LIMIT: i32 = 25;
        let without_effect =
            [SignalKind::user_defined1(), SignalKind::user_defined2(), SignalKind::from_raw(FILE_SIZE_LIMIT)];
        let hangup = SignalKind::hangup();
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hangup: if is_ignored(hangup.as_raw_value()) { None } else { Some(signal(hangup)?) },
            _without_effect: without_effect.into_iter().map(signal).collect::<std::io::Result<_>>()?,
        })
    }

    /// Waits until the bot is asked to stop: by a person, by a supervisor, or because its terminal was closed.
    pub(super) async fn stop(&mut self) {
        let Some(hangup) = &mut self.hangup else { return self.stop_again().await };
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    }

    /// Waits until the bot is asked once more. A closed terminal says it more than once, and some supervisors say both.
    pub(super) async fn stop_again(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Whether this process was started with the signal ignored; only Linux tells.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok()).unwrap_or(0);
    ignored & (1 << (signal - 1)) != 0
}

/// Ctrl-C, where there are no other signals.
#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    /// Begins to handle it.
    ///
    /// # Errors
    /// None.
    pub(super) fn handle() -> std::io::Result<Self> {
        Ok(Self)
    }

    /// Waits until the bot is asked to stop.
    pub(super) async fn stop(&mut self) {
        // Without a handler only the gateway's end stops the bot.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    /// Waits until the bot is asked once more.
    pub(super) async fn stop_again(&mut self) {
        self.stop().await;
    }
}
