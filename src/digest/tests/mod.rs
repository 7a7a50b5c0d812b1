//! The digest in all its forms: samples, read back by other programs, and measured for contrast.

mod contrast;
mod readers;
pub(crate) mod samples;
