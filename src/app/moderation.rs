//! What admins do about thanks: hide one, restore it, list them all; and where the hashtag counts.

use std::collections::BTreeMap;

use crate::app::{App, Result};
use crate::ports::Named;
use crate::store::Store;
use crate::store::thanks::Change;
use domain::hashtag_rule::HashtagChannels;
use domain::ids::{GuildId, MessageId, UserId};
use domain::roster::Manager;
use domain::server::Server;
use domain::thanks::{Consent, Thanks, ThanksId, ThanksState};

/// A thank-you as an admin may see it: its giver, its manager, when it was said, and whether it counts.
#[derive(Clone, Debug)]
pub struct ListedThanks {
    /// The thanks, without its words unless they are public.
    pub thanks: Thanks,
    /// Who was thanked.
    pub manager: Named,
}

/// What admins do about one thanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moderation {
    /// It no longer counts, and the bot's post of its words goes away.
    Hide,
    /// It counts again.
    Restore,
}

impl Moderation {
    /// What becomes of a thank-you by it; `None` where it cannot be done.
    #[must_use]
    pub const fn of(self, state: ThanksState) -> Option<ThanksState> {
        match self {
            Self::Hide => state.hidden(),
            Self::Restore => state.restored(),
        }
    }
}

impl App {
    /// Every thanks of a campaign, newest first, as an admin may see it.
    pub async fn list_thanks(&self, server: &Server, year: i32) -> Result<Vec<ListedThanks>> {
        let mut listed = listed(self.store(), server.guild, year).await?;
        listed.reverse();
        Ok(listed)
    }

    /// The thanks that came from one message of this server, or that the bot posted as that message.
    pub async fn thanks_at(&self, guild: GuildId, message: MessageId) -> Result<Vec<ThanksId>> {
        let found = self.store().thanks_of_message(message).await?;
        Ok(found.into_iter().filter(|one| one.guild == guild).map(|one| one.id).collect())
    }

    /// Hides or restores thanks of this server. Returns those that were changed.
    ///
    /// # Errors
    /// The database failed; some may have been changed.
    pub async fn moderate(&self, server: &Server, ids: &[ThanksId], what: Moderation) -> Result<Vec<ListedThanks>> {
        let mut done = Vec::new();
        for id in ids {
            let Some(stored) = self.store().thanks(*id).await? else { continue };
            let Some(state) = what.of(stored.state).filter(|_| stored.guild == server.guild) else {
                continue;
            };
            self.store().change_thanks(*id, &Change::State(state), self.now()).await?;
            tracing::info!(guild = %server.guild, thanks = id.0, state = state.name(), "an admin moderated a thanks");
            let manager = self.name_of(server.guild, stored.manager).await?;
            done.push(ListedThanks { thanks: as_admins_see(Thanks { state, ..stored }), manager });
        }
        self.wake_dispatch();
        Ok(done)
    }

    /// In which channels a server's hashtag counts.
    pub async fn hashtag_channels(&self, guild: GuildId) -> Result<HashtagChannels> {
        self.store().hashtag_channels(guild).await
    }

    /// Sets in which channels a server's hashtag counts.
    pub async fn set_hashtag_channels(&self, guild: GuildId, channels: &HashtagChannels) -> Result<()> {
        self.store().save_hashtag_channels(guild, channels).await
    }
}

/// Every thank-you of a campaign, oldest first, as an admin may see it, and an operator who exports a server's data.
pub async fn listed(store: &Store, guild: GuildId, year: i32) -> Result<Vec<ListedThanks>> {
    let managers: BTreeMap<UserId, Manager> =
        store.managers(guild).await?.into_iter().map(|manager| (manager.user, manager)).collect();
    let list = |stored: Thanks| {
        let manager = stored.manager;
        let manager = managers.get(&manager).map_or_else(|| Named::nameless(manager), Named::from);
        ListedThanks { thanks: as_admins_see(stored), manager }
    };
    // What went with its message is a number that counts nowhere.
    let is_left = |stored: &Thanks| !(stored.state.is_withdrawn() && stored.signature.is_empty());
    Ok(store.thanks_in(guild, year).await?.into_iter().filter(is_left).map(list).collect())
}

/// Words belong to the giver and the manager. Admins see only words that all members could see, and not those that
/// their giver withdrew.
fn as_admins_see(thanks: Thanks) -> Thanks {
    if thanks.consent == Consent::Public && !thanks.state.is_withdrawn() {
        thanks
    } else {
        Thanks { words: String::new(), ..thanks }
    }
}
