//! What the bot says on Discord, all of it at once.

pub(super) mod messages;
