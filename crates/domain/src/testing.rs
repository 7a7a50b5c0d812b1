//! Samples and arbitrary cases for tests, of this crate and of those that render what it composes (feature `testing`).
//!
//! Words, signatures and names contain unique marks, so that a leak can be detected.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;

use crate::calendar;
use crate::digest::{
    AddedList, Audience, Choices, Digest, DigestWithSources, EarlierYear, FromElsewhere, Input, Looks, Placeholders,
    compose_with_sources,
};
use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::roster::{Manager, RosterStatus};
use crate::thanks::{Consent, Door, Relation, Thanks, ThanksId, ThanksState, WhatFor};

/// The manager whom all of these thanks are for.
pub const MANAGER: UserId = UserId(900);

/// That manager, who accepted.
pub fn alex() -> Manager {
    Manager {
        user: MANAGER,
        name: "Alex".to_owned(),
        named_by: crate::roster::NamedBy::Server,
        title: Some("Developer Advocate".to_owned()),
        team: Some("Community team".to_owned()),
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status: RosterStatus::Accepted,
    }
}

/// A counted thanks from the command, with a link.
pub fn thanks(id: i64, giver: u64, words: &str, consent: Consent) -> Thanks {
    Thanks {
        id: ThanksId(id),
        guild: GuildId(1),
        year: 2027,
        giver: UserId(giver),
        manager: MANAGER,
        door: Door::Command,
        words: words.to_owned(),
        signature: format!("zn{id}nz"),
        relation: None,
        what_for: None,
        consent,
        said_at: "2027-01-25T10:00:00Z".parse::<DateTime<Utc>>().unwrap(),
        source: 777_000 + id.unsigned_abs(),
        message: Some((ChannelId(2), MessageId(777_000 + id.unsigned_abs()))),
        post_in: None,
        posted: None,
        member_since: None,
        first_time: false,
        state: ThanksState::Counted,
    }
}

/// A case to compose from.
#[derive(Clone, Debug)]
pub struct Case {
    /// All thanks that there are.
    pub thanks: Vec<Thanks>,
    /// What the manager chose.
    pub choices: Choices,
    /// The year before, if it is known.
    pub earlier: Option<EarlierYear>,
    /// The names of mentioned people.
    pub names: BTreeMap<UserId, String>,
}

/// The placeholders of an English reader.
#[must_use]
pub fn placeholders() -> Placeholders {
    Placeholders {
        someone: "someone".into(),
        channel: "channel".into(),
        role: "role".into(),
        customize: "Channels & Roles".into(),
        browse: "Browse Channels".into(),
        guide: "Server Guide".into(),
        linked_roles: "Linked Roles".into(),
    }
}

impl Case {
    /// A case without thanks.
    #[must_use]
    pub fn empty() -> Self {
        let (thanks, choices) = (Vec::new(), Choices::default());
        Self { thanks, choices, earlier: None, names: BTreeMap::new() }
    }

    /// The digest for that reader.
    pub fn compose(&self, manager: &Manager, audience: Audience) -> Digest {
        self.compose_with_sources(manager, audience).digest
    }

    /// The digest for that reader, with the thanks behind it.
    pub fn compose_with_sources(&self, manager: &Manager, audience: Audience) -> DigestWithSources {
        compose_with_sources(&Input {
            manager,
            server: "Harbour",
            year: 2027,
            day: "2027-01-25".parse().unwrap(),
            collected: ("2027-01-11".parse().unwrap(), "2027-02-01".parse().unwrap()),
            zone: Tz::Europe__Berlin,
            thanks: &self.thanks,
            order: &BTreeMap::new(),
            choices: &self.choices,
            looks: Looks::Before,
            earlier: self.earlier,
            names: &self.names,
            roster: &BTreeMap::new(),
            placeholders: &placeholders(),
            audience,
            revision: 0,
        })
    }

    /// Whether a boss may read the words.
    #[must_use]
    pub fn may_boss_read(&self, one: &Thanks) -> bool {
        let counts = one.state == ThanksState::Counted && one.manager == MANAGER && one.year == 2027;
        let open = matches!(one.consent, Consent::Public | Consent::Named | Consent::Unnamed);
        counts && open && !self.choices.hidden.contains(&one.id)
    }

    /// Fails when `shown`, which a boss reads, holds words or a name that their giver did not allow.
    pub fn check_consent(&self, shown: &str) {
        let signs = |one: &Thanks| self.may_boss_read(one) && one.consent != Consent::Unnamed;
        for one in self.choices.added.entries().iter().filter(|one| !one.to_boss) {
            assert!(!shown.contains(&format!("za{}az", one.id)), "words from elsewhere that no one ticked: {one:?}");
        }
        for one in &self.thanks {
            let id = one.id.0;
            assert!(!shown.contains(&format!("zw{id}wz")) || self.may_boss_read(one), "words of {one:?}");
            assert!(!shown.contains(&format!("zn{id}nz")) || signs(one), "signature of {one:?}");
            let link = one.link().map(|link| link.message.to_string()).unwrap_or_default();
            assert!(!shown.contains(&link) || (signs(one) && one.consent == Consent::Public), "link of {one:?}");
            let signs_anywhere = self.thanks.iter().any(|other| other.giver == one.giver && signs(other));
            let named = shown.contains(&format!("zm{}mz", one.giver));
            assert!(!named || signs_anywhere, "a mention names the giver of {one:?}");
        }
    }
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn arbitrary_thanks() -> impl Strategy<Value = Thanks> {
    let states = &[ThanksState::Counted, ThanksState::Counted, ThanksState::Withdrawn, ThanksState::Hidden];
    let who = (1u64..9, 1u64..9, 0u8..20);
    let what = (one_of(Consent::ALL), prop::option::of(one_of(Relation::ALL)), prop::option::of(one_of(WhatFor::ALL)));
    let when = (-40i64 * 1440..40 * 1440, prop::option::of(0i64..6000), any::<bool>());
    let filler = prop_oneof![Just(String::new()), "\\PC{0,40}", "[a-z \n<>@#:*_`0-9]{0,400}"];
    (who, what, when, one_of(states), filler).prop_map(|(who, what, when, state, filler)| {
        let mut made = thanks(0, who.0, &format!("<@{}> <@!{}> {filler}", who.0, who.1), what.0);
        if who.2 == 0 {
            made.manager = UserId(901);
        } else if who.2 == 1 {
            made.year = 2026;
        }
        (made.relation, made.what_for, made.state, made.first_time) = (what.1, what.2, state, when.2);
        made.said_at += TimeDelta::minutes(when.0);
        made.member_since = when.1.map(|days| calendar::date(made.said_at, Tz::UTC) - TimeDelta::days(days));
        made
    })
}

/// Words from elsewhere, with a mark in each of their parts.
fn arbitrary_added() -> impl Strategy<Value = AddedList> {
    let entry = ("[a-z \n<>#:*_0-9]{0,40}", "[a-z<>* ]{0,9}", prop::option::of("\\PC{0,30}"), any::<bool>());
    prop::collection::vec(entry, 0..4).prop_map(|entries| {
        let said = |(id, (words, name, place, to_boss)): (u32, (String, String, Option<String>, bool))| {
            let marked = |text: String| format!("za{id}az {text}");
            (FromElsewhere { words: marked(words), said_by: marked(name), place: place.map(marked) }, to_boss)
        };
        AddedList::unchecked((1..).zip(entries).map(said).collect())
    })
}

/// Any case, with marks in all words, signatures and names.
pub fn arbitrary_case() -> impl Strategy<Value = Case> {
    let ids = || (0i64..16).prop_map(ThanksId);
    let earlier = (1usize..50, 1usize..90).prop_map(|(people, messages)| EarlierYear { year: 2026, people, messages });
    (
        prop::collection::vec(arbitrary_thanks(), 0..14),
        (prop::collection::vec(ids(), 0..5), prop::collection::btree_set(ids(), 0..5)),
        prop::collection::btree_map(ids(), 0usize..60, 0..4),
        prop::option::of(earlier),
        // A manager's sentence may mention a giver, whose name the boss must not learn by that.
        prop::option::of(
            (1u64..9, "[a-z \n<>@:*]{0,40}").prop_map(|(whom, more)| format!("<@{whom}> {more} <@!{whom}>")),
        ),
        arbitrary_added(),
    )
        .prop_map(|(mut thanks, (pinned, hidden), shortened, earlier, sentence, added)| {
            for (one, id) in thanks.iter_mut().zip(1..) {
                one.id = ThanksId(id);
                one.signature = format!("zn{id}nz");
                one.words = format!("zw{id}wz {}", one.words);
                one.message = one.message.map(|(channel, _)| (channel, MessageId(777_000 + id.unsigned_abs())));
            }
            let names = (1..9).map(|user| (UserId(user), format!("zm{user}mz"))).collect();
            let choices = Choices { pinned, hidden, shortened, sentence, added, ..Choices::default() };
            Case { thanks, choices, earlier, names }
        })
}
