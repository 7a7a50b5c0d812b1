//! The only module that speaks with Discord. Two ways lead there, and they share nothing: [`gateway`] is what arrives
//! (one socket, read as bytes first), [`rest`] is what we ask and send (one client, one budget).

pub mod asked;
pub mod components;
pub mod custom_id;
pub mod gateway;
pub mod rest;
