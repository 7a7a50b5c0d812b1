//! The consents that givers chose last, in memory: a form opens at once, and shows the choice that was made before.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::ids::{GuildId, UserId};
use domain::thanks::Consent;

/// How many are kept. The form offers `public` to every other giver, and their receipt shows the consent that applies.
pub(super) const MOST: u32 = 50_000;

/// What givers chose last, without those who chose `public`, which every giver starts with.
#[derive(Default)]
pub(super) struct Consents {
    chosen: Mutex<HashMap<(GuildId, UserId), Consent>>,
}

impl Consents {
    pub(super) fn get(&self, guild: GuildId, giver: UserId) -> Option<Consent> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).get(&(guild, giver)).copied()
    }

    /// Forgets a server.
    pub(super) fn forget_server(&self, guild: GuildId) {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _), _| *of != guild);
    }

    /// Forgets a person.
    pub(super) fn forget_person(&self, person: UserId) {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, giver), _| *giver != person);
    }

    pub(super) fn set(&self, guild: GuildId, giver: UserId, consent: Consent) {
        let mut chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if consent == Consent::Public {
            chosen.remove(&(guild, giver));
        } else if chosen.len() < MOST as usize || chosen.contains_key(&(guild, giver)) {
            chosen.insert((guild, giver), consent);
        }
    }
}
