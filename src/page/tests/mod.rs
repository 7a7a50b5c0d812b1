//! What tests of several areas measure in a page.

pub(crate) mod contrast;
