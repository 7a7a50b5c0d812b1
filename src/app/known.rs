//! What is known of people in memory, because a form has to open at once: the consent that a giver chose last, and what a
//! manager cares about.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::ids::{GuildId, UserId};

/// How many people are known. The form shows what is usual for every other.
pub(super) const MOST: u32 = 50_000;

/// One thing that is known of people, in each server.
pub(super) struct Known<V> {
    known: Mutex<HashMap<(GuildId, UserId), V>>,
}

impl<V> Default for Known<V> {
    fn default() -> Self {
        Self { known: Mutex::default() }
    }
}

impl<V: Clone> Known<V> {
    pub(super) fn get(&self, guild: GuildId, person: UserId) -> Option<V> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&(guild, person)).cloned()
    }

    /// Notes this of a person; `None`: what is usual.
    pub(super) fn set(&self, guild: GuildId, person: UserId, value: Option<V>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        match value {
            None => {
                known.remove(&(guild, person));
            }
            Some(value) if known.len() < MOST as usize || known.contains_key(&(guild, person)) => {
                known.insert((guild, person), value);
            }
            Some(_) => {}
        }
    }

    /// Puts these in place of all that was known.
    pub(super) fn replace(&self, all: Vec<((GuildId, UserId), V)>) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = all.into_iter().collect();
    }

    /// Forgets a server.
    pub(super) fn forget_server(&self, guild: GuildId) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _), _| *of != guild);
    }

    /// Forgets a person.
    pub(super) fn forget_person(&self, person: UserId) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, of), _| *of != person);
    }
}
