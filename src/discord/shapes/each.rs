//! Lists, each entry by itself.

use std::ops::Deref;

use serde_json::value::RawValue;

use crate::discord::shapes::unread::left_out;
use crate::discord::shapes::{Shape, Unread};

/// A list, without the entries that do not read.
#[derive(Clone, Debug)]
pub struct Each<T> {
    /// Those that read.
    pub all: Vec<T>,
    /// Whether that is all of them.
    pub is_whole: bool,
}

impl<T: Shape> Each<T> {
    /// One entry; `None` if it does not read, which is noted.
    #[must_use]
    pub fn one(raw: &RawValue) -> Option<T> {
        T::read(raw).inspect_err(|unread| left_out(*unread)).ok()
    }
}

impl<T> Default for Each<T> {
    /// A list of which nothing is known.
    fn default() -> Self {
        Self { all: Vec::new(), is_whole: false }
    }
}

impl<T> Deref for Each<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.all
    }
}

impl<T: Shape> Shape for Each<T> {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let raw: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(|_| Unread::NAMELESS)?;
        let all: Vec<T> = raw.iter().filter_map(|one| Self::one(one)).collect();
        let is_whole = all.len() == raw.len();
        Ok(Self { all, is_whole })
    }
}
