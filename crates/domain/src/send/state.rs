//! The states of a send.

use crate::named;

named! {
    /// What can go wrong with a copy, by mail or in a private message.
    CopyProblem {
        /// The answer was lost: it may have arrived, so it is not repeated.
        Unknown = "unknown",
        /// The mail server refuses it.
        Refused = "refused",
        /// The mail server did not accept it for days.
        GivenUp = "given-up",
        /// A private message may have arrived, and there is no way to look it up.
        Unseen = "unseen",
        /// The boss does not accept private messages, or has left.
        Closed = "closed",
        /// The mail or one of its files could not be built: a bug in cmad.
        Unmade = "unmade",
        /// As many copies have gone within a day as may: it waits.
        Waits = "waits",
        /// Its words are from fewer people than a copy needs.
        TooFew = "too-few",
        /// The manager's sentence names an address, and it would have gone by mail.
        HasAddress = "has-address",
        /// It was sent without the files for which a page is set: making them had ended the program.
        Light = "light",
    }
}

named! {
    /// The state of a send.
    SendState {
        /// It is not due yet, or waits for its next try.
        Planned = "planned",
        /// A worker holds a lease on it.
        Claimed = "claimed",
        /// It went out.
        Sent = "sent",
        /// It was skipped because its deadline had passed.
        Skipped = "skipped",
        /// There was nothing left to send.
        Dropped = "dropped",
        /// The bot gave up on it.
        Failed = "failed",
        /// Whether it arrived is unknown; it is never repeated automatically.
        Unknown = "unknown",
    }
}
