//! Renderings of the one digest model. Pure: a [`Digest`](domain::digest::Digest) and a language in, bytes out.
//!
//! [`render`] is the door to all [forms](Form). Each escapes for its own medium. None decides what its reader may
//! see: that is done before, in [`compose`](domain::digest::compose). The sentences they share are in
//! [`wording`].

mod chart;
mod csv;
mod draft;
mod form;
mod html;
mod json;
mod letter;
mod markdown;
mod print;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod text;
pub mod wording;

pub use csv::{MARK, csv, csv_row};
pub use draft::draft;
pub use form::{Form, RenderError, render};
pub use html::html;
pub use json::{SCHEMA, json};
pub use letter::letter;
pub use markdown::markdown;
pub use print::{card, pdf};
pub use table::table;
pub use text::text;
