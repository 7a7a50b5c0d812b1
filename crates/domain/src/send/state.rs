//! What becomes of sends.

use crate::named;

named! {
    /// What can go wrong with a copy, by mail or in a private message.
    Trouble {
        /// The answer was lost: it may have arrived, so it is not repeated.
        Unknown = "unknown",
        /// The mail server refuses it.
        Refused = "refused",
        /// Nobody took it for days.
        GivenUp = "given-up",
        /// A private message may have arrived, and cannot be looked for.
        Unseen = "unseen",
        /// A private message is not taken: they are closed, or the boss has left.
        Closed = "closed",
        /// No mail, or not each of its files, could be made: a bug of ours.
        Unmade = "unmade",
    }
}

named! {
    /// What became of a send.
    SendState {
        /// It waits for its time, or for another try.
        Planned = "planned",
        /// Somebody holds a lease on it.
        Claimed = "claimed",
        /// It went out.
        Sent = "sent",
        /// It was too late by its rule.
        Skipped = "skipped",
        /// There was nothing to send any more.
        Dropped = "dropped",
        /// It was given up.
        Failed = "failed",
        /// It cannot be known whether it went out; never repeated by itself.
        Unknown = "unknown",
    }
}
