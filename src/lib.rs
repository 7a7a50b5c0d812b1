//! `cmad`, a self-hosted Discord bot for Community Manager Appreciation Day: it works out the day, posts the
//! reminders, collects the thanks, and gives each community manager a digest they can copy their boss on.
//!
//! The modules, in reading order. `ARCHITECTURE.md` says what is absent where.

pub mod discord;
pub mod domain;
pub mod sim;
