//! The only module that talks to Discord. [`gateway`] receives events (one socket, searched as bytes first), [`rest`]
//! sends requests (one client, one budget); they share nothing.

mod added_words;
pub mod answering;
pub mod backfill;
pub mod command_permissions;
pub mod commands;
pub mod components;
pub mod context;
pub mod custom_id;
pub mod digest_message;
pub mod fitting;
pub mod gateway;
pub mod inbound;
pub mod interaction;
pub mod invitation;
mod links;
pub mod markdown;
pub mod message;
pub mod messenger;
pub mod notes;
pub mod people;
pub mod permissions;
pub mod posts;
pub mod rest;
pub mod review;
pub mod shapes;
#[cfg(test)]
mod tests;
