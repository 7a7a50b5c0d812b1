//! What managers care about, in memory: the form opens at once, and shows it to whoever thanks them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::ids::{GuildId, UserId};

/// How many managers are looked at, and how many texts are kept. The form of another manager shows the general question.
pub(super) const MOST: u32 = 50_000;

/// What managers of all servers care about.
#[derive(Default)]
pub(super) struct Cares {
    said: Mutex<HashMap<(GuildId, UserId), String>>,
}

impl Cares {
    pub(super) fn get(&self, guild: GuildId, manager: UserId) -> Option<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).get(&(guild, manager)).cloned()
    }

    /// Forgets a server.
    pub(super) fn forget_server(&self, guild: GuildId) {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _), _| *of != guild);
    }

    /// Forgets a person.
    pub(super) fn forget_person(&self, person: UserId) {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, manager), _| *manager != person);
    }

    pub(super) fn set(&self, guild: GuildId, manager: UserId, cares: Option<&str>) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        match cares {
            None => {
                said.remove(&(guild, manager));
            }
            Some(cares) if said.len() < MOST as usize || said.contains_key(&(guild, manager)) => {
                said.insert((guild, manager), cares.to_owned());
            }
            Some(_) => {}
        }
    }

    /// Puts these in place of all that was known.
    pub(super) fn replace(&self, all: Vec<((GuildId, UserId), String)>) {
        *self.said.lock().unwrap_or_else(PoisonError::into_inner) = all.into_iter().collect();
    }
}
