//! Renderings of the one digest model. Pure: a [`Digest`](crate::domain::digest::Digest) and a language in, text out.
//!
//! Each rendering escapes for its own medium. None decides what its reader may see: that is done before, in
//! [`compose`](crate::domain::digest::compose). The sentences they share are in [`wording`].

mod chart;
mod csv;
mod form;
mod html;
#[cfg(test)]
mod samples;
mod text;
pub mod wording;

pub use csv::csv;
pub use form::{Form, RenderError, render};
pub use html::html;
pub use text::text;
