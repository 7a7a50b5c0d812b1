//! The digest in all its forms: samples, read back by other programs, and measured for contrast.

mod contrast;
pub(crate) mod first_words;
mod readers;
pub(crate) mod samples;
