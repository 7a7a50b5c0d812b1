//! What leaves the bot for one send.

use chrono::TimeDelta;

use crate::ports::{Body, DayEvent, Destination, Mail, Reaction, Receipt};
use domain::digest::DigestWithSources;
use domain::ids::{ChannelId, MessageId};
use domain::send::Mark;

/// What leaves the building for one send.
pub(in crate::app) enum Outgoing {
    /// A message; `instead` is where it goes when the first place refuses it.
    Message { to: Destination, body: Body, instead: Option<Destination> },
    /// A mail, and the copy that it carries.
    Mail(Box<Mail>, Box<DigestWithSources>),
    /// The scheduled event.
    Event(DayEvent),
    /// The scheduled event gets the name that its place has now.
    EditEvent(DayEvent),
    /// The scheduled event goes away.
    DeleteEvent(DayEvent),
    /// One of the bot's own messages, sent with this mark, is drawn anew.
    Edit { at: Receipt, body: Body, mark: Mark },
    /// One of the bot's own messages goes away.
    Delete { channel: ChannelId, message: MessageId },
    /// A reaction.
    React { channel: ChannelId, message: MessageId, with: Reaction },
    /// A reaction of the bot goes away.
    Unreact { channel: ChannelId, message: MessageId, with: Reaction },
    /// A message that is not wanted any more, but may have been sent: it is looked for, and goes away again.
    Unwanted { to: Destination },
    /// Nothing leaves; what had to be done inside is done.
    Nothing,
    /// A copy that must not be sent, and the code that says why: its manager is told.
    Refused(u32),
    /// Not now: Discord did not tell what it needs, and is asked again after so long.
    Later(TimeDelta),
}
