//! How Discord's JSON is read: only the fields that are needed, each by itself.
//!
//! Discord adds kinds and fields every month, and what one server sets up no other may have seen. So nothing is read as a
//! whole model: a field that no code here asks for can hold anything. What does not read and is not needed for the decision is
//! left out ([`Object::may`], [`Each`]), logged once and counted; only what the decision needs refuses the whole
//! ([`Object::must`]).

mod each;
mod leaf;
mod object;
mod server;
mod unread;

use serde_json::value::RawValue;

pub use each::Each;
pub use object::{ById, Object};
pub use server::{BeganIn, Channel, Overwrite, Role, Server};
pub use unread::Unread;

/// A part of Discord's JSON that this program reads.
pub trait Shape: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// It lacks something that cannot be done without.
    fn read(raw: &RawValue) -> Result<Self, Unread>;
}

/// Reads a text as a part.
///
/// # Errors
/// It is no JSON, or lacks something that cannot be done without.
pub fn parse<T: Shape>(json: &str) -> Result<T, Unread> {
    parse_bytes(json.as_bytes())
}

/// Reads bytes as a part.
///
/// # Errors
/// They are no JSON, or lack something that cannot be done without.
pub fn parse_bytes<T: Shape>(json: &[u8]) -> Result<T, Unread> {
    let named = |unread: Unread| if unread.what.is_empty() { Unread::whole("JSON") } else { unread };
    serde_json::from_slice(json).map_err(|_| Unread::NAMELESS).and_then(T::read).map_err(named)
}

#[cfg(test)]
mod tests;
