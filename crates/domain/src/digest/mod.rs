//! The digest: one manager's page of one campaign, composed from the thanks and from what its reader may see.
//!
//! Only [`compose`] puts words and names into a digest. What a reader may not see is not in the struct at all, so that
//! no form can show it by mistake. There is no rank, score, comparison between managers, sentiment or paraphrase in it,
//! and no field for one.

mod added;
mod added_quotes;
mod chart;
mod chosen;
mod cuts;
mod model;
#[cfg(test)]
mod properties;
mod testimonials;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};

use crate::calendar;
use crate::ids::UserId;
use crate::roster::{Manager, public_link};
use crate::thanks::{Consent, Shown, Thanks, ThanksId, ThanksState, WhatFor};
pub use added::{
    ADDED_AT_MOST, ADDED_NAME_MAX, ADDED_PLACE_MAX, ADDED_WORDS_MAX, AddRefusal, AddedList, AddedWords, FromElsewhere,
};
pub use chosen::speaks_for_itself;
pub use cuts::{Cut, cuts};
pub use model::{AddedQuote, Amount, Audience, Chart, Choices, Digest, EarlierYear, Looks, Numbers, Quote, Withheld};
use testimonials::Candidate;
pub use words::{Placeholders, can_be_seen, person_name, plain_line, plain_name, readable, shortened, tamed};

/// From this many thanks on a digest shows what they were for. With fewer, a count could identify a giver.
pub const MANY: usize = 5;
/// How many testimonials stand at the top.
pub const TESTIMONIALS: usize = 3;
/// The longest sentence to a boss, in graphemes.
pub const SENTENCE_AT_MOST: u16 = 400;
/// From how many people a boss must be able to read words before a copy goes: one alone could write a message of their own
/// to anyone.
pub const GIVERS_AT_LEAST: usize = 2;

/// Everything that a digest is composed from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Whose digest it is.
    pub manager: &'a Manager,
    /// The server's name.
    pub server: &'a str,
    /// The campaign's year; thanks of other years are left out.
    pub year: i32,
    /// The day of that year.
    pub day: NaiveDate,
    /// The first and the last local date on which the campaign collects; the chart draws no day outside it.
    pub collected: (NaiveDate, NaiveDate),
    /// The zone of dates: the server's.
    pub zone: Tz,
    /// The manager's thanks in any order and any state; only counted ones count. Others' thanks are left out.
    pub thanks: &'a [Thanks],
    /// In which order thanks of one day stand: the time of day could tell who wrote without their name.
    pub order: &'a BTreeMap<ThanksId, i64>,
    /// What the manager chose.
    pub choices: &'a Choices,
    /// Whether a copy goes without the manager looking at it.
    pub looks: Looks,
    /// What is stored of the campaign before, if there was one.
    pub earlier: Option<EarlierYear>,
    /// Display names of people whom the words may mention. An unsigned giver is never named from here.
    pub names: &'a BTreeMap<UserId, String>,
    /// The names of everyone on the roster. They stand in for mentions whether or not these people gave thanks without their
    /// name: a name that is missing would tell it.
    pub roster: &'a BTreeMap<UserId, String>,
    /// What stands for a missing name and for what only Discord can show, in the reader's language.
    pub placeholders: &'a Placeholders,
    /// Who will read it.
    pub audience: Audience,
    /// 0 for the first delivery, from 1 on for updates.
    pub revision: u32,
}

/// Composes the digest. The result depends on nothing else, and not on the order of the thanks.
#[must_use]
pub fn compose(input: &Input<'_>) -> Digest {
    compose_with_sources(input).digest
}

/// A digest and the thanks behind its quotes, which the digest itself does not name to a boss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestWithSources {
    /// The digest.
    pub digest: Digest,
    /// The thanks of its testimonials, in their order.
    pub testimonials: Vec<ThanksId>,
    /// The thanks of its quotes, in their order.
    pub quotes: Vec<ThanksId>,
    /// From how many different people, at least, are the words that the reader can read. Who wrote with their name may
    /// also have written without it, and whether a copy goes must not tell: the larger of the two groups counts.
    pub givers: usize,
    /// A hash of what the givers said, as far as the reader may see it, in the words as they were written. Nothing else
    /// changes it: no name that a mention stands for, no language, no zone, no choice of the manager's.
    pub said: [u8; 32],
}

#[cfg(any(test, feature = "testing"))]
impl From<Digest> for DigestWithSources {
    /// A digest whose quotes are of no thanks in particular.
    fn from(digest: Digest) -> Self {
        let givers = digest.quotes.len();
        Self { digest, testimonials: Vec::new(), quotes: Vec::new(), givers, said: [0; 32] }
    }
}

/// Composes the digest, and names the thanks of its quotes.
#[must_use]
pub fn compose_with_sources(input: &Input<'_>) -> DigestWithSources {
    let counted = counted(input);
    let visible: Vec<(&Thanks, Shown)> = counted.iter().filter_map(|one| Some((*one, shown(input, one)?))).collect();
    let names = Names::new(input, &visible);
    let candidates: Vec<Candidate> = visible
        .iter()
        .map(|(one, shown)| Candidate { giver: voice(one), id: one.id, quote: quote(input, &names, one, *shown) })
        .collect();
    let chosen = testimonials::choose(&candidates, input.choices);
    // The manager reads every word; shortened quotes are shortened only for the boss.
    let quotes = visible
        .iter()
        .zip(&candidates)
        .map(|((one, _), candidate)| match input.audience {
            Audience::Manager => Quote { words: names.words(input, one), ..candidate.quote.clone() },
            Audience::Boss => candidate.quote.clone(),
        })
        .collect();
    let sentence = input.choices.sentence.as_deref().filter(|_| input.audience == Audience::Boss);
    let digest = Digest {
        audience: input.audience,
        manager: name_of(input.manager).unwrap_or_else(|| input.placeholders.someone.clone()),
        title: input.manager.title.as_deref().and_then(person_name),
        team: input.manager.team.as_deref().and_then(person_name),
        cares: input.manager.cares.as_deref().and_then(plain_line),
        link: input.manager.link.as_deref().and_then(public_link),
        server: plain_name(input.server).unwrap_or_default(),
        year: input.year,
        day: input.day,
        closes: Some(input.collected.1),
        revision: input.revision,
        sentence: sentence.and_then(|said| words::line(&names.readable(input, said), SENTENCE_AT_MOST.into())),
        testimonials: chosen.iter().map(|one| one.quote.clone()).collect(),
        numbers: numbers(&counted, input.day),
        chart: chart::draw(input, &counted),
        what_for: what_for(&counted),
        counted_only: counted.len() - visible.len(),
        quotes,
        added: added_quotes::shown(&input.choices.added, input.audience),
    };
    DigestWithSources {
        digest,
        testimonials: chosen.iter().map(|one| one.id).collect(),
        quotes: candidates.iter().map(|one| one.id).collect(),
        givers: {
            let readable = visible.iter().filter(|(one, _)| can_be_seen(&one.words));
            let voices: BTreeSet<Voice> = readable.map(|(one, _)| voice(one)).collect();
            let named = voices.iter().filter(|(_, unnamed)| !unnamed).count();
            named.max(voices.len() - named)
        },
        said: what_was_said(input, &visible, counted.len()),
    }
}

/// The hash behind [`DigestWithSources::said`].
fn what_was_said(input: &Input<'_>, visible: &[(&Thanks, Shown)], counted: usize) -> [u8; 32] {
    // In the order of time, as earlier versions kept it.
    let mut visible: Vec<_> = visible.iter().collect();
    visible.sort_by_key(|(one, _)| (one.said_at, one.id));
    let said: Vec<_> = visible
        .iter()
        .map(|(one, shown)| {
            let signature = shown.name.then_some(&one.signature);
            let is_kept = input.audience == Audience::Manager && withheld(one.consent).is_some();
            let link = if shown.link { one.link() } else { None };
            (one.id, &one.words, signature, one.relation, one.what_for, link, is_kept)
        })
        .collect();
    let json = serde_json::to_vec(&(said, counted)).expect("it holds only strings, numbers and lists");
    Sha256::digest(json).into()
}

/// The hashes that earlier versions kept of a manager's own digest that was delivered: without the names of the server
/// and of the manager, and with them.
#[must_use]
pub fn as_earlier_versions_kept(digest: &Digest) -> [[u8; 32]; 2] {
    let kept = |one: &Quote| one.kept.filter(|why| *why != Withheld::Unseen);
    let quotes =
        digest.quotes.iter().map(|one| Quote { hidden: false, shortened: false, kept: kept(one), ..one.clone() });
    let mut named =
        Digest { testimonials: Vec::new(), quotes: quotes.collect(), cares: None, added: Vec::new(), ..digest.clone() };
    (named.numbers.newest_since, named.numbers.longest_since) = (None, None);
    named.what_for.sort_by_key(|(what, _)| WhatFor::ALL.iter().position(|one| one == what));
    let nameless =
        Digest { manager: String::new(), title: None, team: None, link: None, server: String::new(), ..named.clone() };
    [fingerprint(&nameless), fingerprint(&named)]
}

/// A hash of what a digest says. It does not depend on the revision.
#[must_use]
pub fn fingerprint(digest: &Digest) -> [u8; 32] {
    // The date of the close is no content, and may move.
    let said = Digest { revision: 0, closes: None, ..digest.clone() };
    let json = serde_json::to_vec(&said).expect("a digest holds only strings, numbers and lists");
    Sha256::digest(json).into()
}

/// The thanks that count, by day, and within a day in the order given.
fn counted<'a>(input: &Input<'a>) -> Vec<&'a Thanks> {
    let by_id: BTreeMap<ThanksId, &Thanks> = input
        .thanks
        .iter()
        .filter(|one| one.state == ThanksState::Counted && one.manager == input.manager.user && one.year == input.year)
        .map(|one| (one.id, one))
        .collect();
    let mut counted: Vec<_> = by_id.into_values().collect();
    let place = |one: &Thanks| input.order.get(&one.id).copied();
    counted.sort_by_key(|one| (calendar::date(one.said_at, input.zone), place(one), one.said_at, one.id));
    counted
}

/// The part of a thank-you that the reader may see; `None` if it is only counted.
fn shown(input: &Input<'_>, thanks: &Thanks) -> Option<Shown> {
    let shown = thanks.consent.shows(input.audience.reader());
    let stays = input.audience == Audience::Boss
        && (input.choices.hidden.contains(&thanks.id) || waits_for_a_look(input, thanks, shown));
    (shown.words && !stays && !thanks.is_only_counted()).then_some(shown)
}

/// Whether the words, as they would be passed on, or the name wait until the manager has looked at them.
fn waits_for_a_look(input: &Input<'_>, thanks: &Thanks, shown: Shown) -> bool {
    if input.looks == Looks::Before || input.choices.looked_at.contains(&thanks.id) {
        return false;
    }
    let whole = readable(&thanks.words, input.zone, input.placeholders, |_| None);
    let words =
        input.choices.shortened.get(&thanks.id).map_or_else(|| whole.clone(), |most| shortened(&whole, *most).0);
    let speaks = |text: &str| !can_be_seen(text) || speaks_for_itself(text);
    !speaks(&words) || (shown.name && !speaks(&thanks.signature))
}

/// How many people of a digest must have a known date of joining before the newest and the longest of them are told.
const DATES_AT_LEAST: usize = 3;

fn numbers(counted: &[&Thanks], day: NaiveDate) -> Numbers {
    let mut since: BTreeMap<UserId, NaiveDate> = BTreeMap::new();
    // The years of those who gave no name could be told from the sum, and who has been a member as long.
    for one in counted.iter().filter(|one| one.consent != Consent::Unnamed) {
        if let Some(date) = one.member_since {
            since.entry(one.giver).and_modify(|known| *known = date.min(*known)).or_insert(date);
        }
    }
    // Who wrote for the manager alone is only counted: a date would tell more of them.
    let told = counted.iter().filter(|one| matches!(one.consent, Consent::Public | Consent::Named | Consent::NotAsked));
    let told: BTreeSet<UserId> = told.map(|one| one.giver).collect();
    let dates: Vec<NaiveDate> =
        since.iter().filter(|(giver, date)| told.contains(giver) && **date <= day).map(|(_, date)| *date).collect();
    let dates = if dates.len() < DATES_AT_LEAST { &[][..] } else { &dates };
    let first_time: BTreeSet<Voice> = counted.iter().filter(|one| one.first_time).map(|one| voice(one)).collect();
    Numbers {
        people: people(counted.iter().copied()),
        messages: counted.len(),
        first_time: first_time.len(),
        membership_years: (!since.is_empty())
            .then(|| since.values().map(|date| day.years_since(*date).unwrap_or(0)).sum()),
        newest_since: dates.iter().max().copied(),
        longest_since: dates.iter().min().copied(),
    }
}

/// A giver as readers can tell people apart: who wrote with their name and without it is two, because a count of one person
/// beside two quotes would sign both.
type Voice = (UserId, bool);

fn voice(thanks: &Thanks) -> Voice {
    (thanks.giver, thanks.consent == Consent::Unnamed)
}

fn people<'a>(thanks: impl Iterator<Item = &'a Thanks>) -> usize {
    thanks.map(voice).collect::<BTreeSet<_>>().len()
}

fn what_for(counted: &[&Thanks]) -> Vec<(WhatFor, usize)> {
    // Of one giver it would be a report in place of a letter.
    if counted.len() < MANY || people(counted.iter().copied()) < 2 {
        return Vec::new();
    }
    let mut said: Vec<(WhatFor, usize)> = WhatFor::ALL
        .iter()
        .map(|what| (*what, people(counted.iter().copied().filter(|one| one.what_for == Some(*what)))))
        .filter(|(_, people)| *people > 0)
        .collect();
    said.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    said
}

/// The quote, shortened if the manager shortened it.
fn quote(input: &Input<'_>, names: &Names<'_>, thanks: &Thanks, shown: Shown) -> Quote {
    let whole = names.words(input, thanks);
    let (words, shortened) = match input.choices.shortened.get(&thanks.id) {
        Some(length) => shortened(&whole, *length),
        None => (whole, false),
    };
    let to_manager = input.audience == Audience::Manager;
    let hidden = to_manager && input.choices.hidden.contains(&thanks.id);
    let unseen = !hidden && waits_for_a_look(input, thanks, thanks.consent.shows(Audience::Boss.reader()));
    Quote {
        id: to_manager.then_some(thanks.id),
        words,
        shortened,
        signature: if shown.name { person_name(&thanks.signature) } else { None },
        relation: thanks.relation,
        what_for: thanks.what_for,
        said: calendar::date(thanks.said_at, input.zone),
        link: if shown.link { thanks.link() } else { None },
        hidden,
        kept: withheld(thanks.consent).or(unseen.then_some(Withheld::Unseen)).filter(|_| to_manager),
    }
}

/// Why words with this consent stay with the manager; `None` if they do not.
const fn withheld(consent: Consent) -> Option<Withheld> {
    match consent {
        Consent::Private => Some(Withheld::Private),
        Consent::NotAsked => Some(Withheld::NotAsked),
        Consent::Public | Consent::Named | Consent::Unnamed => None,
    }
}

/// The manager's name; `None` if their profile was erased or their name is invisible.
fn name_of(manager: &Manager) -> Option<String> {
    if manager.is_nameless() { None } else { person_name(&manager.name) }
}

/// The names that may replace mentions in words.
struct Names<'a> {
    names: &'a BTreeMap<UserId, String>,
    roster: &'a BTreeMap<UserId, String>,
    /// Givers with no signature that this reader sees. Other people's words do not name them either.
    unsigned: BTreeSet<UserId>,
}

impl<'a> Names<'a> {
    fn new(input: &Input<'a>, visible: &[(&Thanks, Shown)]) -> Self {
        let signed: BTreeSet<UserId> =
            visible.iter().filter(|(_, shown)| shown.name).map(|(one, _)| one.giver).collect();
        let unsigned = input.thanks.iter().map(|one| one.giver).filter(|giver| !signed.contains(giver)).collect();
        Self { names: input.names, roster: input.roster, unsigned }
    }

    /// The name that stands in for a mention of another person than the manager.
    fn of(&self, mentioned: UserId) -> Option<String> {
        let signed = self.names.get(&mentioned).filter(|_| !self.unsigned.contains(&mentioned));
        self.roster.get(&mentioned).or(signed).and_then(|name| person_name(name))
    }

    /// The manager's own words as a reader outside Discord can read them.
    fn readable(&self, input: &Input<'_>, said: &str) -> String {
        readable(said, input.zone, input.placeholders, |mentioned| {
            if mentioned == input.manager.user { name_of(input.manager) } else { self.of(mentioned) }
        })
    }

    /// The words as a reader outside Discord can read them.
    fn words(&self, input: &Input<'_>, thanks: &Thanks) -> String {
        let signs = thanks.consent.shows(input.audience.reader()).name;
        readable(&thanks.words, input.zone, input.placeholders, |mentioned| {
            if mentioned == input.manager.user {
                name_of(input.manager)
            } else if mentioned == thanks.giver && !signs {
                // An unsigned giver who mentions themselves is not named by that.
                None
            } else {
                self.of(mentioned)
            }
        })
    }
}
