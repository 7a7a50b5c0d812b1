//! The pure core: no I/O, no async, no clock, no platform types. `now` is always an argument.

pub mod addresses;
pub mod answer;
pub mod away;
pub mod boss_reply;
pub mod calendar;
pub mod campaign;
pub mod digest;
pub mod hashtag_rule;
pub mod ids;
pub mod mail;
mod named;
pub mod nomination;
pub mod plan;
pub mod reading;
pub mod retry;
pub mod roster;
pub mod schedule;
pub mod scorecard;
pub mod send;
pub mod server;
pub mod step;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod thanks;
pub mod urgency;

#[cfg(test)]
mod tests;
