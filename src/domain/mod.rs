//! The pure core: no I/O, no async, no clock, no platform types. `now` is always an argument.

pub mod calendar;
pub mod digest;
pub mod ids;
pub mod roster;
pub mod thanks;
