//! The only module that speaks with Discord. Two ways lead there, and they share nothing: [`gateway`] is what arrives
//! (one socket, read as bytes first), [`rest`] is what we ask and send (one client, one budget).

pub mod answering;
pub mod asked;
pub mod backfill;
pub mod commands;
pub mod components;
pub mod context;
pub mod custom_id;
pub mod desk_id;
pub mod digest_message;
#[cfg(test)]
mod drawn;
pub mod fitting;
pub mod gateway;
pub mod inbound;
pub mod markdown;
pub mod messenger;
pub mod notes;
mod people;
pub mod permissions;
pub mod posts;
pub mod rest;
pub mod said;
