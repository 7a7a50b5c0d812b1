//! `cmad`, a self-hosted Discord bot for Community Manager Appreciation Day: it works out the day, posts the
//! reminders, collects the thanks, and gives each community manager a digest they can copy their boss on.
//!
//! The modules, in reading order. `ARCHITECTURE.md` says what is absent where.

pub mod app;
pub mod check;
pub mod clock;
pub mod config;
pub mod digest;
pub mod discord;
pub mod domain;
pub mod export;
pub mod health;
pub mod keys;
pub mod mail;
pub mod metrics;
pub mod operator;
pub mod page;
pub mod ports;
pub mod processes;
pub mod rehearse;
pub mod rotation;
pub mod scheduler;
pub mod sim;
pub mod standby;
pub mod steps;
pub mod store;
pub mod telemetry;
pub mod text;
pub mod web;
pub mod wiring;
