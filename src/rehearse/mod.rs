//! The rehearsal: a whole campaign of the real bot against the simulated Discord, told as one page.

pub mod page;
