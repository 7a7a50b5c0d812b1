//! `cmad`, a self-hosted Discord bot for Community Manager Appreciation Day: it works out the day, posts the
//! reminders, collects the thanks, and gives each community manager a digest they can copy their boss on.
//!
//! The modules, in reading order. `ARCHITECTURE.md` says what is absent where.

pub mod app;
pub mod cli;
pub mod config;
pub mod digest;
pub mod discord;
pub mod mail;
pub mod net;
pub mod observe;
pub mod page;
pub mod ports;
pub mod private_files;
pub mod rehearse;
pub mod runtime;
pub mod store;
pub mod text;
pub mod web;
