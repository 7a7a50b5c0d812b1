//! A manager's desk: their digest, and every choice that they have about it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::app::copies::state::CopyState;
use crate::app::digests::recipient;
use crate::app::{App, Result};
use crate::digest::Form;
use crate::store::Boss;
use domain::boss_reply::BossReply;
use domain::campaign::Campaign;
use domain::digest::{Audience, Choices, Digest, Quote, SENTENCE_AT_MOST, Withheld, can_be_seen};
use domain::ids::UserId;
use domain::plan;
use domain::roster::{CopyChoice, Manager};
use domain::server::Server;
use domain::thanks::ThanksId;

/// How many quotes a manager can pin.
pub const PINS: usize = 3;

/// A manager's desk: their digest, and what they decided about it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The server's settings.
    pub server: Server,
    /// The campaign, by the schedule by which it ran.
    pub campaign: Campaign,
    /// The manager.
    pub manager: Manager,
    /// The digest as its manager may see it.
    pub digest: Digest,
    /// When the digest is due.
    pub due: DateTime<Utc>,
    /// Whether it is due. Before that, words are shown only if the manager asks for them.
    pub is_due: bool,
    /// Whether thank-yous still count for it.
    pub is_open: bool,
    /// Whether the boss may read words of enough people for a copy.
    pub has_enough_for_boss: bool,
    /// Pinned, hidden, shortened, the sentence to the boss, the forms of a copy.
    pub choices: Choices,
    /// The boss, if one was named.
    pub boss: Option<Boss>,
    /// How the last copy went, and how it stands to the page of now.
    pub copy: CopyState,
    /// What the boss wrote about it, the reply to the latest copy last.
    pub replies: Vec<BossReply>,
    /// When the manager chose to keep it to themselves.
    pub kept_at: Option<DateTime<Utc>>,
    /// What they chose about copies.
    pub choice: CopyChoice,
    /// When a copy goes out by itself, if one waits.
    pub copy_waits: Option<DateTime<Utc>>,
    /// Whether no copy goes out for now: see [`App::are_copies_held`].
    pub copies_held: bool,
    /// Colleagues who suggest that the boss sees it: their names, or none for those who stay unnamed.
    pub suggesters: Vec<Option<String>>,
    /// The thanks that they suggest to show.
    pub suggested: BTreeSet<ThanksId>,
    /// The campaigns that can be looked at, the latest first.
    pub years: Vec<i32>,
}

impl Desk {
    /// The quotes that wait for the manager's look.
    pub fn unseen(&self) -> impl Iterator<Item = &Quote> {
        self.digest.quotes.iter().filter(|quote| quote.kept == Some(Withheld::Unseen))
    }

    /// A hash of what the manager sees of a quote: its giver may change it while they look.
    #[must_use]
    pub fn seen(quote: &Quote) -> u32 {
        let hash = Sha256::digest(format!("{:?} {}", quote.signature, quote.words));
        u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]])
    }
}

/// What a manager chooses at their desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Pins the chosen ones of these that were offered, after those that were pinned before.
    Pin {
        /// What was on offer.
        offered: Vec<ThanksId>,
        /// What was chosen of it.
        chosen: Vec<ThanksId>,
    },
    /// One stands at this place from the top, 1 to 3; at none of them with 0.
    Place(ThanksId, usize),
    /// Of these that were offered, the chosen ones do not go to a boss.
    Hide {
        /// What was on offer.
        offered: Vec<ThanksId>,
        /// What was chosen of it.
        chosen: Vec<ThanksId>,
    },
    /// One that waited for the manager's look goes to the boss, if it is still what they saw: see [`Desk::seen`].
    LetGo(ThanksId, u32),
    /// One is passed on with so many graphemes; whole with none.
    Shorten(ThanksId, Option<usize>),
    /// What stands above a copy; nothing with an empty text.
    Sentence(String),
    /// The files that go with a copy.
    Forms(Vec<Form>),
}

/// What became of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It is so now.
    Done,
    /// Three stand at the top already.
    Full,
}

impl App {
    /// A manager's desk; `None` if they are not on the roster, or there is no such campaign.
    pub async fn desk(&self, server: &Server, user: UserId, year: Option<i32>) -> Result<Option<Desk>> {
        let guild = server.guild;
        let Some(manager) = self.manager(guild, user).await? else { return Ok(None) };
        let year = match year {
            Some(year) => year,
            None => self.latest_digest_year(server).await?,
        };
        if self.store().campaign(guild, year).await?.is_none() {
            return Ok(None);
        }
        let Some(campaign) = self.campaign_in(server, year).await? else { return Ok(None) };
        let due = plan::digest_due(&campaign, &recipient(&manager));
        let copies = self.copies(guild, year, user).await?;
        let own = (Audience::Manager, 0);
        let digest = self.compose_with(server, &campaign, &manager, &copies.record.choices, own).await?.digest;
        let suggestions = self.suggestions(guild, year, user).await?;
        Ok(Some(Desk {
            server: server.clone(),
            due,
            is_due: due <= self.now(),
            is_open: campaign.window().1 > self.now(),
            has_enough_for_boss: self.has_enough_for_boss(guild, year, user).await?,
            digest,
            copy: self.copy_state(server, &campaign, &manager, &copies).await?,
            replies: self.replies_on_desk(guild, year, user).await?,
            kept_at: copies.record.kept_at,
            choices: copies.record.choices,
            boss: copies.boss,
            choice: self.copy_choice(guild, user).await?,
            copy_waits: self.waiting_copy(guild, year, user).await?,
            copies_held: self.are_copies_held().await?,
            suggested: suggestions.iter().map(|(id, _)| *id).collect(),
            suggesters: suggestions.into_iter().map(|(_, name)| name).collect(),
            years: self.store().digest_years(guild, user, self.campaign_of(server).await?.year).await?,
            campaign,
            manager,
        }))
    }

    /// A manager chooses. What is not theirs is passed over.
    pub async fn choose(&self, desk: &Desk, choice: Choice) -> Result<Chosen> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let is_seen = |quote: &&Quote| match &choice {
            Choice::LetGo(id, seen) => quote.id != Some(*id) || Desk::seen(quote) == *seen,
            _ => true,
        };
        let own: BTreeSet<ThanksId> = desk.digest.quotes.iter().filter(is_seen).filter_map(|quote| quote.id).collect();
        self.store().change_digest(guild, year, user, move |record| apply(&mut record.choices, &own, choice)).await
    }

    /// A manager keeps their digest to themselves: drops the copies that certainly were not sent. Returns whether a
    /// copy was sent, or is being sent now.
    pub async fn keep_to_myself(&self, desk: &Desk) -> Result<bool> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let now = self.now();
        self.store().change_digest(guild, year, user, move |record| record.kept_at = Some(now)).await?;
        self.store().call_off_copies(guild, year, user, now).await?;
        self.store().has_copy_left(guild, year, user).await
    }
}

fn apply(choices: &mut Choices, own: &BTreeSet<ThanksId>, choice: Choice) -> Chosen {
    match choice {
        Choice::Pin { offered, chosen } => {
            let mut pinned = choices.pinned.clone();
            pinned.retain(|id| own.contains(id) && (!offered.contains(id) || chosen.contains(id)));
            for id in chosen.into_iter().filter(|id| own.contains(id)) {
                if !pinned.contains(&id) {
                    pinned.push(id);
                }
            }
            if pinned.len() > PINS {
                return Chosen::Full;
            }
            choices.pinned = pinned;
        }
        Choice::Place(id, place) if own.contains(&id) => {
            choices.pinned.retain(|other| *other != id && own.contains(other));
            if place > 0 {
                choices.pinned.insert((place - 1).min(choices.pinned.len()), id);
                choices.pinned.truncate(PINS);
            }
        }
        Choice::Hide { offered, chosen } => {
            choices.hidden.retain(|id| !offered.contains(id));
            choices.hidden.extend(chosen.into_iter().filter(|id| own.contains(id)));
        }
        Choice::LetGo(id, _) if own.contains(&id) => {
            choices.looked_at.insert(id);
        }
        Choice::Shorten(id, Some(length)) if own.contains(&id) => {
            choices.shortened.insert(id, length.max(1));
        }
        Choice::Shorten(id, None) => {
            choices.shortened.remove(&id);
        }
        Choice::Place(..) | Choice::LetGo(..) | Choice::Shorten(..) => {}
        Choice::Sentence(said) => {
            let said: String = said.trim().chars().take(SENTENCE_AT_MOST.into()).collect();
            choices.sentence = can_be_seen(&said).then_some(said);
        }
        Choice::Forms(forms) => choices.forms = Some(forms.into_iter().map(|form| form.name().to_owned()).collect()),
    }
    Chosen::Done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_keep_their_order_and_are_three() {
        let own: BTreeSet<ThanksId> = (1..=60).map(ThanksId).collect();
        let ids = |numbers: &[i64]| numbers.iter().copied().map(ThanksId).collect::<Vec<_>>();
        let mut choices = Choices::default();
        let mut check = |choice: Choice, done: Chosen, pinned: &[i64]| {
            assert_eq!(apply(&mut choices, &own, choice.clone()), done, "{choice:?}");
            assert_eq!(choices.pinned, ids(pinned), "{choice:?}");
        };
        let pin = |offered: &[i64], chosen: &[i64]| Choice::Pin { offered: ids(offered), chosen: ids(chosen) };
        check(pin(&[1, 2, 3], &[3, 1]), Chosen::Done, &[3, 1]);
        // Pins of other pages stay; a fourth pin does not fit; another manager's quotes are ignored.
        check(pin(&[26, 27], &[27]), Chosen::Done, &[3, 1, 27]);
        check(pin(&[51, 52], &[51]), Chosen::Full, &[3, 1, 27]);
        check(pin(&[1, 2, 3], &[1, 99]), Chosen::Done, &[1, 27]);
        check(Choice::Place(ThanksId(27), 1), Chosen::Done, &[27, 1]);
        check(Choice::Place(ThanksId(5), 2), Chosen::Done, &[27, 5, 1]);
        check(Choice::Place(ThanksId(6), 1), Chosen::Done, &[6, 27, 5]);
        check(Choice::Place(ThanksId(27), 0), Chosen::Done, &[6, 5]);
        check(Choice::Place(ThanksId(99), 1), Chosen::Done, &[6, 5]);
    }

    #[test]
    fn what_is_chosen_can_be_undone() {
        let own: BTreeSet<ThanksId> = (1..=60).map(ThanksId).collect();
        let mut choices = Choices::default();
        let hide = |chosen: &[i64]| Choice::Hide {
            offered: (1..=25).map(ThanksId).collect(),
            chosen: chosen.iter().copied().map(ThanksId).collect(),
        };
        apply(&mut choices, &own, hide(&[1, 2, 99]));
        apply(&mut choices, &own, Choice::Shorten(ThanksId(3), Some(12)));
        apply(&mut choices, &own, Choice::Sentence(" Look at this. ".to_owned()));
        assert_eq!(choices.hidden, BTreeSet::from([ThanksId(1), ThanksId(2)]));
        assert_eq!(choices.sentence.as_deref(), Some("Look at this."));
        assert_eq!(choices.shortened[&ThanksId(3)], 12);
        apply(&mut choices, &own, hide(&[]));
        apply(&mut choices, &own, Choice::Shorten(ThanksId(3), None));
        apply(&mut choices, &own, Choice::Sentence("\u{200b} ".to_owned()));
        assert_eq!(choices, Choices::default());
    }
}
