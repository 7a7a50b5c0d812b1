//! The rehearsal: the real bot against a simulated Discord, with a clock that is set by hand.

pub mod stage;
