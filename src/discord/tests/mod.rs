//! What the bot says on Discord and what it reads there, all of it at once.

pub(super) mod fuzz;
pub(super) mod messages;
