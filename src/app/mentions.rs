//! People's words where Discord shows no mention: in menus, in files, and in text that is escaped.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use crate::app::{App, Result};
use crate::digest;
use crate::text::Lang;
use domain::digest::{Placeholders, readable};
use domain::ids::{GuildId, UserId};

/// Whom words may mention by name, and what stands for anyone and anything else.
#[derive(Clone, Debug)]
pub struct Mentions {
    names: BTreeMap<UserId, String>,
    placeholders: Placeholders,
    zone: Tz,
}

impl Mentions {
    /// The words with names in place of ids, and times as dates in the server's zone.
    #[must_use]
    pub fn readable(&self, words: &str) -> String {
        readable(words, self.zone, &self.placeholders, |user| self.names.get(&user).cloned())
    }
}

impl App {
    /// What stands for mentions in words that were said in a server. Only the managers are named: who else was mentioned
    /// may have thanked without their name.
    pub async fn mentions(&self, guild: GuildId, zone: Tz, lang: Lang) -> Result<Mentions> {
        let names = self.roster_names(guild).await?;
        Ok(Mentions { names, placeholders: digest::wording::placeholders(lang), zone })
    }
}
