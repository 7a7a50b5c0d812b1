//! Thanking: by a command, a form, a button, or in one's own words in a channel.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::app::roster::Person;
use crate::app::{App, Result};
use crate::observe::metrics;
use crate::ports::Named;
use crate::store::Kept;
use crate::store::judgements::JudgedMessage;
use crate::store::thanks::{Change, NewThanks, ThanksStored};
use domain::calendar;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::roster::Manager;
use domain::send::Task;
use domain::server::Server;
use domain::thanks::rules::{Case, Judgement, Refusal, judge, member_since, relation_kept};
use domain::thanks::{Consent, Door, Relation, Thanks, ThanksId, ThanksState, WhatFor};

/// A thank-you before it is judged: the same words to each of several people.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The server.
    pub guild: GuildId,
    /// The giver.
    pub giver: Person,
    /// The people thanked.
    pub to: Vec<Person>,
    /// The words.
    pub words: String,
    /// What the giver is to the manager.
    pub relation: Option<Relation>,
    /// What it is for.
    pub what_for: Option<WhatFor>,
    /// The giver's consent; `None` means the one they chose last, or `public`.
    pub consent: Option<Consent>,
    /// How it came in.
    pub door: Door,
    /// The interaction or message it comes from.
    pub source: u64,
    /// The giver's own public message, if it comes from one.
    pub message: Option<(ChannelId, MessageId)>,
    /// The channel in which the bot may post the words, if it is not the campaign's.
    pub post_in: Option<ChannelId>,
    /// When it was said.
    pub said_at: DateTime<Utc>,
}

/// Discord's limit for a message, in characters: words found in a message have no other limit.
const MESSAGE_MAX: usize = 4000;

/// The result for one person named in an offer.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It counts.
    Thanked {
        /// Its id.
        id: ThanksId,
        /// Who was thanked.
        manager: Named,
        /// What they care about, if they said.
        cares: Option<String>,
        /// Whether it was stored before, from the same source.
        again: bool,
    },
    /// It does not.
    Refused {
        /// Who was named.
        person: Person,
        /// Why not.
        why: Refusal,
    },
}

/// The result of an offer.
#[derive(Clone, Debug)]
pub struct OfferOutcome {
    /// For each person named.
    pub verdicts: Vec<Verdict>,
    /// The consent that now applies to the words.
    pub consent: Consent,
    /// The signature that was stored.
    pub signature: String,
    /// The campaign's year.
    pub year: i32,
    /// Whether the window is open; if not, the words are kept for it.
    pub in_window: bool,
    /// When the window opens.
    pub opens: DateTime<Utc>,
    /// Whether the words are in the giver's own message.
    pub stands: bool,
    /// Where the bot posts them if they are not, while they are public.
    pub posts_in: ChannelId,
    /// What the giver said they are to the manager.
    pub relation: Option<Relation>,
    /// The interaction or message that it came from.
    pub source: u64,
}

impl App {
    /// Handles an offer from an interaction. One for everyone names no one: it is for the roster as it is now, without
    /// the giver.
    pub async fn thank(&self, mut offer: Offer) -> Result<std::result::Result<OfferOutcome, Refusal>> {
        let Some(server) = self.server(offer.guild).await? else { return Ok(Err(Refusal::NotSetUp)) };
        if offer.door == Door::Everyone {
            let roster = self.roster(offer.guild).await?;
            offer.to = roster.iter().filter(|one| one.user != offer.giver.user).map(as_person).collect();
            if offer.to.is_empty() {
                return Ok(Err(Refusal::NoOneElse));
            }
        }
        let mut named = BTreeSet::new();
        offer.to.retain(|person| named.insert(person.user));
        let consent = match offer.consent {
            Some(consent) => {
                self.remember_consent(offer.guild, offer.giver.user, consent).await?;
                consent
            }
            None => self.usual_consent(offer.guild, offer.giver.user).await?,
        };
        self.take_offer(&server, offer, consent).await.map(Ok)
    }

    /// The consent that a giver chose last, or `public`.
    pub async fn usual_consent(&self, guild: GuildId, giver: UserId) -> Result<Consent> {
        Ok(self.store().remembered_consent(guild, giver).await?.unwrap_or(Consent::Public))
    }

    /// The consent that a giver chose last, if it is known without a query: a form has to open at once.
    #[must_use]
    pub fn usual_consent_known(&self, guild: GuildId, giver: UserId) -> Option<Consent> {
        self.parts.consents.get(guild, giver)
    }

    /// What a manager cares about, if it is known without a query.
    #[must_use]
    pub fn cares_known(&self, guild: GuildId, manager: UserId) -> Option<String> {
        self.parts.cares.get(guild, manager)
    }

    /// The name of a person who is or was on a roster, and what they care about, if they said.
    pub async fn name_and_cares_of(&self, guild: GuildId, user: UserId) -> Result<(Named, Option<String>)> {
        let manager = self.store().manager(guild, user).await?;
        let named = manager.as_ref().map_or_else(|| Named::nameless(user), Named::from);
        Ok((named, manager.and_then(|manager| manager.cares)))
    }

    /// The name of a person who is or was on a roster.
    pub async fn name_of(&self, guild: GuildId, user: UserId) -> Result<Named> {
        let manager = self.store().manager(guild, user).await?;
        Ok(manager.as_ref().map_or_else(|| Named::nameless(user), Named::from))
    }

    /// Stores the consent that a giver chose.
    pub(super) async fn remember_consent(&self, guild: GuildId, giver: UserId, consent: Consent) -> Result<()> {
        self.store().remember_consent(guild, giver, consent).await?;
        self.know_consent(guild, giver, consent);
        Ok(())
    }

    fn know_consent(&self, guild: GuildId, giver: UserId, consent: Consent) {
        self.parts.consents.set(guild, giver, Some(consent).filter(|consent| *consent != Consent::Public));
    }

    /// Judges an offer and stores what counts.
    pub(super) async fn take_offer(&self, server: &Server, offer: Offer, consent: Consent) -> Result<OfferOutcome> {
        self.take_offer_of(server, offer, consent, Decision::NotKept).await
    }

    /// [`App::take_offer`] of a message: the decision about it is stored in the same transaction, if wanted.
    pub(super) async fn take_offer_of(
        &self,
        server: &Server,
        offer: Offer,
        consent: Consent,
        decision: Decision,
    ) -> Result<OfferOutcome> {
        let now = self.now();
        // A message that is found later is judged by when it was written; a saved one, by when it is saved.
        let given_at = match offer.door {
            Door::Hashtag | Door::Mention => offer.said_at.min(now),
            _ => now,
        };
        let campaign = self.collecting_campaign(server, given_at).await?;
        // The campaign may not be planned yet, but its thanks must belong to it.
        if self.store().campaign(offer.guild, campaign.year).await?.is_none() {
            self.store().save_campaign(&campaign).await?;
        }
        let limits = &self.config().limits;
        // Thanking also registers the giver, who may hold the role themselves.
        let giver_status = self.recognise(server, &offer.giver).await?;
        let joined = offer.giver.member_since;
        let member_since = if offer.message.is_some() { member_since(joined, offer.said_at) } else { joined };
        let mut verdicts = Vec::with_capacity(offer.to.len());
        let mut new = Vec::new();
        let mut managers: Vec<(usize, Manager, &Person)> = Vec::new();
        for person in &offer.to {
            let recognised = self.recognised(server, person).await?;
            let status = recognised.as_ref().map(|manager| manager.status);
            let case = Case {
                giver: offer.giver.user,
                giver_is_bot: offer.giver.is_bot,
                recipient: person.user,
                recipient_is_bot: person.is_bot,
                status,
                words: &offer.words,
                words_max: if offer.message.is_some() { MESSAGE_MAX } else { limits.words_max.into() },
                given_at,
                zone: server.zone,
                account_days_min: limits.account_days,
                member_since,
                member_days_min: limits.member_days,
            };
            if let Err(why) = judge(&case) {
                verdicts.push(Some(Verdict::Refused { person: person.clone(), why }));
                continue;
            }
            let Some(manager) = recognised else { continue };
            managers.push((verdicts.len(), manager, person));
            verdicts.push(None);
            new.push(NewThanks {
                guild: offer.guild,
                year: campaign.year,
                giver: offer.giver.user,
                manager: person.user,
                door: offer.door,
                source: offer.source,
                words: offer.words.clone(),
                signature: offer.giver.name.clone(),
                relation: relation_kept(offer.relation, giver_status),
                what_for: offer.what_for,
                consent,
                said_at: offer.said_at,
                message: offer.message,
                post_in: offer.post_in,
                member_since: member_since.map(|since| calendar::date(since, server.zone)),
                per_hour: limits.thanks_per_hour,
            });
        }
        let year = campaign.year;
        let judge = |kept: &[Kept]| {
            let mut kept = kept.iter();
            let (mut thanked, mut refused) = (Vec::new(), Vec::new());
            let mut those = managers.iter();
            for verdict in &verdicts {
                match verdict {
                    Some(Verdict::Refused { person, why }) => refused.push((person.user, *why)),
                    Some(Verdict::Thanked { .. }) => {}
                    None => match (those.next(), kept.next()) {
                        (Some((_, manager, _)), Some(Ok(_))) => thanked.push(manager.user),
                        (Some((_, manager, _)), Some(Err(why))) => refused.push((manager.user, *why)),
                        _ => {}
                    },
                }
            }
            Judgement::Judged { thanked, refused }
        };
        let kept = match (decision, offer.message) {
            (Decision::Kept, Some((channel, message))) => {
                let (guild, giver, door) = (offer.guild, offer.giver.user, Some(offer.door));
                let about = JudgedMessage { guild, channel, message, giver, door };
                self.store().keep_found(&new, about, judge, now).await?
            }
            _ => self.store().keep_thanks(&new, now).await?,
        };
        let mut any_new = false;
        for ((index, manager, person), kept) in managers.into_iter().zip(kept) {
            verdicts[index] = Some(match kept {
                Ok(kept) => {
                    let again = matches!(kept, ThanksStored::Already(_));
                    if !again {
                        any_new = true;
                        metrics::thanks(offer.door.name());
                    }
                    Verdict::Thanked { id: kept.id(), manager: Named::from(&manager), cares: manager.cares, again }
                }
                Err(why) => Verdict::Refused { person: person.clone(), why },
            });
        }
        if any_new {
            self.wake_dispatch();
            if offer.message.is_some() {
                self.wake_subscriptions();
            }
        }
        Ok(OfferOutcome {
            verdicts: verdicts.into_iter().flatten().collect(),
            consent,
            signature: offer.giver.name,
            year,
            in_window: campaign.is_open(now),
            opens: campaign.window().0,
            stands: offer.message.is_some(),
            posts_in: offer.post_in.unwrap_or(server.channel),
            relation: offer.relation,
            source: offer.source,
        })
    }

    /// A giver's thanks in the current or next campaign, newest first.
    pub async fn my_thanks(&self, server: &Server, giver: UserId) -> Result<Vec<(Thanks, Named)>> {
        let campaign = self.collecting_campaign(server, self.now()).await?;
        let mut mine = Vec::new();
        for stored in self.store().thanks_by(server.guild, campaign.year, giver).await? {
            if stored.words.is_empty() {
                continue;
            }
            let manager = self.name_of(server.guild, stored.manager).await?;
            mine.push((stored, manager));
        }
        mine.reverse();
        Ok(mine)
    }

    /// Changes the consent of one of a giver's thanks. `None` if it is not theirs, or its campaign is closed.
    pub async fn change_consent(&self, giver: UserId, id: ThanksId, consent: Consent) -> Result<Option<Thanks>> {
        let Some(stored) = self.own_thanks(giver, id).await? else { return Ok(None) };
        self.remember_consent(stored.guild, giver, consent).await?;
        self.store().change_thanks(id, &Change::Consent(consent), self.now()).await?;
        self.wake_dispatch();
        self.store().thanks(id).await
    }

    /// Changes the consent of all that a giver said at once. Empty if nothing of it is theirs and can be changed.
    pub async fn change_consent_of_all(
        &self,
        guild: GuildId,
        giver: UserId,
        source: u64,
        consent: Consent,
    ) -> Result<Vec<Thanks>> {
        let mine = self.own_thanks_from(guild, giver, source).await?;
        if !mine.is_empty() {
            self.remember_consent(guild, giver, consent).await?;
        }
        let changes: Vec<_> = mine.iter().map(|one| (one.id, Change::Consent(consent))).collect();
        self.change_all_from(guild, giver, source, &changes).await
    }

    /// Withdraws all that a giver said at once, or restores it. Empty if nothing of it is theirs and can be changed.
    pub async fn withdraw_all(
        &self,
        guild: GuildId,
        giver: UserId,
        source: u64,
        state: Withdrawal,
    ) -> Result<Vec<Thanks>> {
        let mine = self.own_thanks_from(guild, giver, source).await?;
        let changes: Vec<_> = mine.iter().map(|one| (one.id, Change::State(state.of(one.state)))).collect();
        self.change_all_from(guild, giver, source, &changes).await
    }

    async fn change_all_from(
        &self,
        guild: GuildId,
        giver: UserId,
        source: u64,
        changes: &[(ThanksId, Change)],
    ) -> Result<Vec<Thanks>> {
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        self.store().change_several(changes, self.now()).await?;
        self.wake_dispatch();
        self.own_thanks_from(guild, giver, source).await
    }

    /// What a giver said at once, to one or several managers, until its campaign is closed.
    async fn own_thanks_from(&self, guild: GuildId, giver: UserId, source: u64) -> Result<Vec<Thanks>> {
        let mut mine = self.store().thanks_from(guild, source, giver).await?;
        mine.retain(|one| !one.words.is_empty());
        let Some(year) = mine.first().map(|one| one.year) else { return Ok(mine) };
        let campaign = self.store().campaign(guild, year).await?;
        if campaign.is_none_or(|campaign| campaign.closed_at.is_some()) {
            mine.clear();
        }
        Ok(mine)
    }

    /// Withdraws one of a giver's thanks, or restores it. `None` if it is not theirs, or its campaign is closed.
    pub async fn withdraw(&self, giver: UserId, id: ThanksId, state: Withdrawal) -> Result<Option<Thanks>> {
        let Some(stored) = self.own_thanks(giver, id).await? else { return Ok(None) };
        self.store().change_thanks(id, &Change::State(state.of(stored.state)), self.now()).await?;
        self.wake_dispatch();
        self.store().thanks(id).await
    }

    /// The channel in which the bot posts the words of a thank-you, while they are public. `None` if its server was
    /// forgotten meanwhile.
    pub async fn posts_in(&self, thanks: &Thanks) -> Result<Option<ChannelId>> {
        let server = self.server(thanks.guild).await?;
        Ok(thanks.post_in.or(server.map(|server| server.channel)))
    }

    /// One of a giver's own thanks, until its campaign is closed or its words went with its message.
    pub async fn own_thanks(&self, giver: UserId, id: ThanksId) -> Result<Option<Thanks>> {
        let Some(stored) =
            self.store().thanks(id).await?.filter(|stored| stored.giver == giver && !stored.words.is_empty())
        else {
            return Ok(None);
        };
        let campaign = self.store().campaign(stored.guild, stored.year).await?;
        Ok(campaign.is_some_and(|campaign| campaign.closed_at.is_none()).then_some(stored))
    }

    /// The servers in which a person is on the roster or has thanked, by name.
    pub async fn servers_of(&self, user: UserId) -> Result<Vec<Server>> {
        self.store().servers_of(user).await
    }

    /// Stores the consent of an author to all words of theirs that were found in this campaign, and to later ones;
    /// deletes the question. Returns how many there are; `None` if the campaign that asked is over, because the answer
    /// holds for that year only.
    pub async fn answer_for_found(&self, server: &Server, giver: UserId, consent: Consent) -> Result<Option<usize>> {
        let now = self.now();
        let campaign = self.campaign_of(server).await?;
        if !campaign.is_open(now) {
            return Ok(None);
        }
        let answered = self.store().answer_for_found((server.guild, campaign.year), giver, consent, now).await?;
        self.know_consent(server.guild, giver, consent);
        self.wake_dispatch();
        Ok(Some(answered))
    }

    /// A send that a person's action caused, due now.
    pub(super) fn due_now(&self, guild: GuildId, year: i32, task: Task) -> Planned {
        Planned::at(guild, year, task, self.now())
    }
}

/// Whether the decision about a message is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// Its author can ask for it.
    Kept,
    /// Who gave it sees it now.
    NotKept,
}

/// Whether to withdraw a thank-you or restore it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// It no longer counts.
    Withdraw,
    /// It counts again.
    TakeBack,
}

impl Withdrawal {
    /// What becomes of a thank-you by it.
    const fn of(self, state: ThanksState) -> ThanksState {
        match self {
            Self::Withdraw => state.withdrawn(),
            Self::TakeBack => state.counted_again(),
        }
    }
}

/// A manager as one who is thanked without having been named.
fn as_person(manager: &Manager) -> Person {
    Person {
        user: manager.user,
        name: manager.name.clone(),
        is_bot: false,
        is_member: false,
        roles: Vec::new(),
        member_since: None,
    }
}
