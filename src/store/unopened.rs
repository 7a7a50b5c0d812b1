//! Rows whose words do not open. Each is left out by itself, so that it does not take the rest of a list with it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::store::Store;

/// How many places are remembered as told; a wrong key for everything stops the start instead.
const TOLD_AT_MOST: usize = 1000;

impl Store {
    /// Opens the words of one row; `None` if no key there is opens them, or they were changed or moved. The log says so
    /// once for each row.
    pub(super) fn opened(&self, sealed: &str, place: &str) -> Option<String> {
        static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
        match self.codec.open(sealed, place) {
            Ok(words) => Some(words),
            Err(error) => {
                let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
                if told.len() < TOLD_AT_MOST && told.insert(place.to_owned()) {
                    tracing::error!(row = place, %error, "the words of one row do not open: it is left out, and the rest goes on");
                }
                None
            }
        }
    }
}
