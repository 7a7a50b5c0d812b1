//! A log that never makes the bot wait. Lines wait in a queue that a thread writes to standard error; when it is full,
//! because no one reads the other end of a pipe, lines are dropped, counted, and the count is said once it flows again.
//!
//! Not `tracing-appender`: when its guard is dropped it prints to standard error itself, which then never returns, and it does
//! not say what it dropped.

use std::io::{Write, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, channel, sync_channel};
use std::thread::Builder;
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

use crate::observe::metrics;

/// How many lines wait at most: some ten kilobytes.
const MOST: usize = 256;
/// How long the end of the program waits for the lines that are left, and how long a single line may take.
const LAST_LINES: Duration = Duration::from_secs(1);
/// How often and after how long a full queue is tried again at the end.
const RETRIES: u32 = 50;
const RETRY: Duration = Duration::from_millis(20);

enum Entry {
    Line(Vec<u8>),
    /// Everything before it was written.
    Flush(SyncSender<()>),
}

/// Where lines are put: each write is one line.
#[derive(Clone)]
pub(super) struct Queue {
    entries: SyncSender<Entry>,
    dropped: Arc<AtomicU64>,
}

/// The lines that wait to be written, for [`write_lines`].
pub(super) struct Lines {
    entries: Receiver<Entry>,
    dropped: Arc<AtomicU64>,
}

/// Writes the lines that are left when it is dropped, for a second or two at most.
#[must_use]
pub struct Flush(SyncSender<Entry>);

/// A new queue of log lines.
pub(super) fn queue() -> (Queue, Lines, Flush) {
    let (sender, entries) = sync_channel(MOST);
    let dropped = Arc::<AtomicU64>::default();
    let queue = Queue { entries: sender.clone(), dropped: Arc::clone(&dropped) };
    (queue, Lines { entries, dropped }, Flush(sender))
}

/// Writes lines until all senders are gone. `say_dropped` writes how many were dropped to the same place.
pub(super) fn write_lines(lines: &Lines, mut to: impl Write, say_dropped: impl Fn(u64)) {
    while let Ok(entry) = lines.entries.recv() {
        match entry {
            Entry::Line(line) => match to.write_all(&line).and_then(|()| to.flush()) {
                Ok(()) => {
                    let dropped = lines.dropped.swap(0, Ordering::Relaxed);
                    if dropped > 0 {
                        metrics::log_lines_dropped(dropped);
                        say_dropped(dropped);
                    }
                }
                // No one can read it any more.
                Err(_) => metrics::log_lines_dropped(1),
            },
            Entry::Flush(done) => {
                // The other end may have given up.
                let _waits = done.try_send(());
            }
        }
    }
}

impl<'a> MakeWriter<'a> for Queue {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for Queue {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        if self.entries.try_send(Entry::Line(line.to_vec())).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Drop for Flush {
    fn drop(&mut self) {
        let (done, written) = sync_channel(1);
        let mut entry = Entry::Flush(done);
        for _ in 0..RETRIES {
            match self.0.try_send(entry) {
                Err(TrySendError::Full(back)) => entry = back,
                Ok(()) | Err(TrySendError::Disconnected(_)) => break,
            }
            std::thread::sleep(RETRY);
        }
        // Lines that no one reads are lost.
        let _written: Result<(), RecvTimeoutError> = written.recv_timeout(LAST_LINES);
    }
}

/// Prints a line to standard error, which may be closed, or a pipe that no one reads: it waits for a second at most.
pub fn print(line: String) {
    let (done, printed) = channel();
    let print = move || {
        // There is no other place to say that it failed.
        let _closed = writeln!(stderr(), "{line}");
        let _gave_up = done.send(());
    };
    if Builder::new().spawn(print).is_ok() {
        let _printed: Result<(), RecvTimeoutError> = printed.recv_timeout(LAST_LINES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_is_counted_and_said_once_it_flows_again() {
        let (mut queue, lines, _flush) = queue();
        for n in 0..MOST + 5 {
            queue.write_all(format!("{n}\n").as_bytes()).unwrap();
        }
        drop((queue, _flush));
        let said = std::cell::RefCell::new(Vec::new());
        let mut written = Vec::new();
        write_lines(&lines, &mut written, |dropped| said.borrow_mut().push(dropped));
        assert_eq!(said.into_inner(), [5]);
        assert_eq!(written.iter().filter(|byte| **byte == b'\n').count(), MOST);
    }
}
