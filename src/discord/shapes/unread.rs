//! What does not read, and how it is noted.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::observe::metrics;

/// What could not be read, in words of the code: no value of Discord's is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{what}{}{field}", if field.is_empty() { "" } else { "." })]
pub struct Unread {
    /// What it is: `channel`, or `JSON` where there is none.
    pub what: &'static str,
    /// Which of its fields; empty if it is none at all.
    pub field: &'static str,
}

impl Unread {
    /// A value that the object around it names.
    pub(super) const NAMELESS: Self = Self::whole("");

    pub(super) const fn whole(what: &'static str) -> Self {
        Self { what, field: "" }
    }
}

/// Notes that something is left out: the first time in the log, each time in the metrics.
pub(super) fn left_out(unread: Unread) {
    static SEEN: LazyLock<Mutex<HashSet<Unread>>> = LazyLock::new(Mutex::default);
    metrics::unread(&unread);
    if SEEN.lock().unwrap_or_else(PoisonError::into_inner).insert(unread) {
        tracing::warn!(part = %unread, "a part of what Discord sent does not read and is left out, from now on without a word: this program may be too old");
    }
}
