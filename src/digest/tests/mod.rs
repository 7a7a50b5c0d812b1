//! The digest in all its forms: samples, read back by other programs, and measured for contrast.

mod contrast;
pub(crate) mod first_words;
mod from_elsewhere;
mod readers;
pub(crate) mod samples;
