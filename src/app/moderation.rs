//! What admins do about thanks: hide one, restore it, list them all; and where the hashtag counts.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use futures_util::future::join_all;

use crate::app::asking::ReadError;
use crate::app::{App, Result};
use crate::ports::Named;
use crate::store::Store;
use crate::store::thanks::Change;
use domain::calendar;
use domain::hashtag_rule::HashtagChannels;
use domain::ids::{GuildId, MessageId, UserId};
use domain::roster::Manager;
use domain::server::Server;
use domain::thanks::{Consent, Link, Thanks, ThanksId, ThanksState};

/// Of how many channels and threads at most it is asked whether their questions go: they are asked at once, and an admin waits.
const PARENTS_AT_MOST: usize = 200;

/// A thank-you as an admin may see it, who may be its manager. What an admin may not see is not in it.
#[derive(Clone, Debug)]
pub struct ListedThanks {
    /// Which one.
    pub id: ThanksId,
    /// By which an admin picks it, and a program names it: it does not tell the order in which they were given.
    pub number: i64,
    /// Who gave it, as far as they allowed.
    pub giver: ListedGiver,
    /// Who was thanked.
    pub manager: Named,
    /// When it was said; of a giver who is not named only the day, as its noon in the server's zone.
    pub said_at: DateTime<Utc>,
    /// Whether it counts.
    pub state: ThanksState,
    /// The words if everyone could see them and their giver did not withdraw them, else empty.
    pub words: String,
    /// The message with those words.
    pub link: Option<Link>,
}

/// A giver as an admin may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedGiver {
    /// They gave it with their name.
    Named {
        /// Who.
        user: UserId,
        /// Their display name at the time.
        signature: String,
    },
    /// They gave it without their name or privately, or withdrew it.
    Unnamed(Pseudonym),
    /// Their words were removed by time or by erasure: a number in a count.
    Counted,
}

/// What stands for a giver who is not named: eight characters that are the same in every list.
///
/// Each thank-you has its own. One for all of a giver's would give away the rest as soon as one of them is known to be
/// theirs, by a public message that it came from or because they sign it later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pseudonym(pub String);

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
        let mut listed = listed(self.store(), server, year).await?;
        listed.reverse();
        Ok(listed)
    }

    /// The thanks of this server's campaign that an admin picked from the list, by their numbers.
    pub async fn thanks_of_numbers(&self, server: &Server, year: i32, numbers: &[i64]) -> Result<Vec<ThanksId>> {
        let all = listed(self.store(), server, year).await?;
        Ok(all.into_iter().filter(|one| numbers.contains(&one.number)).map(|one| one.id).collect())
    }

    /// The thanks that came from one message of this server, or that the bot posted as that message.
    pub async fn thanks_at(&self, guild: GuildId, message: MessageId) -> Result<Vec<ThanksId>> {
        let found = self.store().thanks_of_message(message).await?;
        Ok(found.into_iter().filter(|one| one.guild == guild).map(|one| one.id).collect())
    }

    /// Hides or restores thanks of this server, all of them at once. Returns those that were changed.
    pub async fn moderate(&self, server: &Server, ids: &[ThanksId], what: Moderation) -> Result<Vec<ListedThanks>> {
        let (mut done, mut changes) = (Vec::new(), Vec::new());
        for id in ids {
            let Some(stored) = self.store().thanks(*id).await? else { continue };
            let Some(state) = what.of(stored.state).filter(|_| stored.guild == server.guild) else {
                continue;
            };
            changes.push((*id, Change::State(state)));
            tracing::info!(guild = %server.guild, thanks = id.0, state = state.name(), "an admin moderated a thanks");
            let manager = self.name_of(server.guild, stored.manager).await?;
            done.push(as_admins_see(self.store(), server.zone, Thanks { state, ..stored }, manager));
        }
        self.store().change_several(&changes, self.now()).await?;
        self.wake_dispatch();
        Ok(done)
    }

    /// In which channels a server's hashtag counts.
    pub async fn hashtag_channels(&self, guild: GuildId) -> Result<HashtagChannels> {
        self.store().hashtag_channels(guild).await
    }

    /// Sets in which channels a server's hashtag counts. With the others go the questions about what it found there;
    /// `/cmad mine` still asks them. Of a thread it is asked where it began; where Discord does not say it in time, its
    /// questions stay.
    pub async fn set_hashtag_channels(&self, guild: GuildId, channels: &HashtagChannels) -> Result<()> {
        let _guard = self.parts.settings.lock().await;
        let asked = self.store().channels_with_questions(guild).await?;
        let counts = asked.into_iter().take(PARENTS_AT_MOST).map(|channel| async move {
            let counts = match channels.counts_without_parent(channel) {
                Some(counts) => counts,
                None => match self.archive().parent(channel).await {
                    Ok(parent) => channels.counts_in(channel, parent),
                    Err(ReadError::Forbidden) => false,
                    Err(ReadError::Later { .. }) => true,
                },
            };
            (!counts).then_some(channel)
        });
        let left_out = join_all(counts).await.into_iter().flatten().collect();
        self.store().save_hashtag_channels(guild, channels, &left_out, self.now()).await?;
        self.wake_dispatch();
        Ok(())
    }
}

/// Every thank-you of a campaign, oldest first, as an admin may see it, and an operator who exports a server's data.
/// Those of a day stand in no order of time.
pub async fn listed(store: &Store, server: &Server, year: i32) -> Result<Vec<ListedThanks>> {
    let managers: BTreeMap<UserId, Manager> =
        store.managers(server.guild).await?.into_iter().map(|manager| (manager.user, manager)).collect();
    let list = |stored: Thanks| {
        let manager = managers.get(&stored.manager);
        let manager = manager.map_or_else(|| Named::nameless(stored.manager), Named::from);
        as_admins_see(store, server.zone, stored, manager)
    };
    // What went with its message is a number that counts nowhere.
    let is_left = |stored: &Thanks| !(stored.state.is_withdrawn() && stored.signature.is_empty());
    let mut listed: Vec<ListedThanks> =
        store.thanks_in(server.guild, year).await?.into_iter().filter(is_left).map(list).collect();
    listed.sort_by_key(|one| (calendar::date(one.said_at, server.zone), one.number));
    Ok(listed)
}

/// Words belong to the giver and the manager: admins see only those that all members could see, and not those that
/// their giver withdrew. The giver is named only where they allowed their name and did not withdraw it.
fn as_admins_see(store: &Store, zone: Tz, thanks: Thanks, manager: Named) -> ListedThanks {
    let link = thanks.link();
    let Thanks { id, giver, signature, said_at, state, consent, words, .. } = &thanks;
    let is_named = match consent {
        Consent::Public | Consent::Named | Consent::NotAsked => !state.is_withdrawn(),
        Consent::Unnamed | Consent::Private => false,
    };
    let giver = if thanks.is_only_counted() {
        ListedGiver::Counted
    } else if is_named {
        ListedGiver::Named { user: *giver, signature: signature.clone() }
    } else {
        ListedGiver::Unnamed(Pseudonym(store.pseudonym(*id)))
    };
    let said_at = if is_named { *said_at } else { noon(*said_at, zone) };
    let is_public = *consent == Consent::Public && is_named;
    let words = if is_public { words.clone() } else { String::new() };
    // If the words may not be shown, neither may their place.
    let link = link.filter(|_| !words.is_empty());
    ListedThanks { id: *id, number: store.shuffled(*id), giver, manager, said_at, state: *state, words, link }
}

/// Noon of the same day: the minute could tell whose other thank-you was given in the same one.
fn noon(said_at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("every day has a noon");
    calendar::instant_on(calendar::date(said_at, zone), noon, zone)
}
