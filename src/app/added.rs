//! Words from elsewhere that a manager adds at their desk.

use std::collections::BTreeSet;

use crate::app::desk::Desk;
use crate::app::{App, Result};
use domain::digest::{AddRefusal, FromElsewhere};
use domain::ids::{GuildId, UserId};

impl App {
    /// Adds words, or changes those of an entry.
    pub async fn add_words(
        &self,
        desk: &Desk,
        entry: Option<u32>,
        said: FromElsewhere,
    ) -> Result<std::result::Result<(), AddRefusal>> {
        let change = self.store().change_added(whose(desk), move |list| match entry {
            Some(id) => list.change(id, said),
            None => list.add(said),
        });
        change.await
    }

    /// The boss gets these added words, and no others.
    pub async fn allow_added(&self, desk: &Desk, chosen: BTreeSet<u32>) -> Result<()> {
        let (guild, year, user) = whose(desk);
        self.store().change_digest(guild, year, user, move |record| record.choices.added.allow(&chosen)).await
    }

    /// Takes added words away.
    pub async fn remove_added(&self, desk: &Desk, entry: u32) -> Result<()> {
        let (guild, year, user) = whose(desk);
        self.store().change_digest(guild, year, user, move |record| record.choices.added.remove(entry)).await
    }
}

const fn whose(desk: &Desk) -> (GuildId, i32, UserId) {
    (desk.server.guild, desk.campaign.year, desk.manager.user)
}
