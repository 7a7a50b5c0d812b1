//! The only module that speaks with Discord. Two ways lead there, and they share nothing: [`gateway`] is what arrives
//! (one socket, read as bytes first), [`rest`] is what we ask and send (one client, one budget).

pub mod gateway;
pub mod rest;
