//! The bot as people meet it: over real sockets against the simulated Discord, with a real SQLite database.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

mod campaign;
mod copying;
mod desk;
mod edges;
mod gateway;
mod moderation;
mod privacy;
mod program;
mod recovery;
mod saving;
mod store;
mod thanking;
mod tidy;
mod town;
mod web;
