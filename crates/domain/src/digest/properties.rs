//! What holds for every digest.

use proptest::prelude::*;

use super::*;
use crate::testing::{Case, MANAGER, alex, arbitrary_case, placeholders, thanks};
use crate::thanks::Relation;

#[test]
fn membership_years_are_none_if_no_join_date_is_known() {
    let mut case = Case {
        thanks: vec![thanks(1, 1, "hi", Consent::Named)],
        choices: Choices::default(),
        earlier: None,
        names: BTreeMap::new(),
    };
    assert_eq!(case.compose(&alex(), Audience::Boss).numbers.membership_years, None);
    case.thanks[0].member_since = "2026-06-01".parse().ok();
    assert_eq!(case.compose(&alex(), Audience::Boss).numbers.membership_years, Some(0), "known, and short");
}

#[test]
fn a_person_without_a_name_is_someone() {
    let nameless = Manager { name: crate::roster::no_name(MANAGER), ..alex() };
    let words = format!("<@{MANAGER}> is kind");
    let case = Case {
        thanks: vec![thanks(1, 1, &words, Consent::Named)],
        choices: Choices::default(),
        earlier: None,
        names: BTreeMap::new(),
    };
    let digest = case.compose(&nameless, Audience::Boss);
    assert_eq!((digest.manager.as_str(), digest.quotes[0].words.as_str()), ("someone", "@someone is kind"));
}

proptest! {
    #[test]
    fn a_boss_reads_only_what_was_allowed(case in arbitrary_case()) {
        let digest = case.compose(&alex(), Audience::Boss);
        let json = serde_json::to_string(&digest).unwrap();
        case.check_consent(&json);
        prop_assert!(digest.quotes.iter().all(|quote| quote.id.is_none() && !quote.hidden && quote.kept.is_none()));
        // Everything that may be read is there, and an unsigned giver is not named in their own words.
        for one in case.thanks.iter().filter(|one| case.may_boss_read(one)) {
            let mark = format!("zw{}wz", one.id.0);
            prop_assert!(case.choices.shortened.contains_key(&one.id) || json.contains(&mark));
            for quote in digest.quotes.iter().filter(|quote| quote.words.contains(&mark)) {
                let own_name = format!("zm{}mz", one.giver);
                prop_assert!(one.consent != Consent::Unnamed || !quote.words.contains(&own_name));
            }
        }
    }

    #[test]
    fn the_numbers_agree(case in arbitrary_case()) {
        let [own, copy] = [Audience::Manager, Audience::Boss].map(|audience| case.compose(&alex(), audience));
        prop_assert_eq!(own.numbers, copy.numbers);
        prop_assert_eq!(&own.chart, &copy.chart);
        prop_assert_eq!(own.counted_only, 0);
        for digest in [&own, &copy] {
            let Numbers { people, messages, first_time, .. } = digest.numbers;
            prop_assert!(first_time <= people && people <= messages);
            prop_assert_eq!(people == 0, messages == 0);
            prop_assert_eq!(digest.quotes.len() + digest.counted_only, messages);
            prop_assert!(digest.what_for.is_empty() || messages >= MANY);
            prop_assert!(digest.what_for.iter().all(|(_, count)| (1..=people).contains(count)));
            prop_assert!(digest.quotes.is_sorted_by_key(|quote| quote.said));
            prop_assert!(digest.testimonials.len() <= TESTIMONIALS);
            if let Some(Chart::Days { counts, at_other_times, .. }) = &digest.chart {
                prop_assert_eq!(counts.iter().sum::<usize>() + at_other_times, messages);
                prop_assert!(digest.amount() == Amount::Many);
            }
        }
        prop_assert_eq!(own.quotes.iter().filter(|quote| quote.is_passed_on()).count(), copy.quotes.len());
    }

    #[test]
    fn pins_come_first_in_their_order(case in arbitrary_case()) {
        let digest = case.compose(&alex(), Audience::Manager);
        let mut wanted: Vec<ThanksId> = Vec::new();
        for id in &case.choices.pinned {
            let there = digest.quotes.iter().any(|quote| quote.id == Some(*id) && !quote.hidden);
            if there && !wanted.contains(id) {
                wanted.push(*id);
            }
        }
        wanted.truncate(TESTIMONIALS);
        let shown: Vec<_> = digest.testimonials.iter().filter_map(|quote| quote.id).collect();
        prop_assert!(shown.starts_with(&wanted));
        let distinct: BTreeSet<_> = digest.testimonials.iter().map(|quote| quote.id).collect();
        prop_assert_eq!(distinct.len(), digest.testimonials.len());
    }

    #[test]
    fn words_from_elsewhere_change_nothing_but_themselves(case in arbitrary_case()) {
        let without = Case { choices: Choices { added: Default::default(), ..case.choices.clone() }, ..case.clone() };
        for audience in [Audience::Manager, Audience::Boss] {
            let [with, without] = [&case, &without].map(|case| case.compose_with_sources(&alex(), audience));
            let (said, givers) = ((with.said, with.testimonials), with.givers);
            prop_assert_eq!((said, givers), ((without.said, without.testimonials), without.givers));
            prop_assert_eq!(Digest { added: Vec::new(), ..with.digest.clone() }, without.digest);
            let entries = case.choices.added.entries();
            let shown = entries.iter().filter(|one| audience == Audience::Manager || one.to_boss);
            prop_assert_eq!(with.digest.added.len(), shown.count());
            prop_assert!(with.digest.added.iter().all(|one| one.id.is_some() == (audience == Audience::Manager)));
        }
    }

    #[test]
    fn order_does_not_matter(case in arbitrary_case(), rotation in 0usize..14) {
        let mut other = case.clone();
        other.thanks.reverse();
        other.thanks.rotate_left(rotation.min(case.thanks.len()));
        for audience in [Audience::Manager, Audience::Boss] {
            let [one, two] = [&case, &other].map(|case| case.compose(&alex(), audience));
            prop_assert_eq!(fingerprint(&one), fingerprint(&two));
            prop_assert_eq!(one, two);
        }
    }
}

fn check_chosen(thanks: Vec<Thanks>, pinned: &[i64], expected: &[i64]) {
    let choices = Choices { pinned: pinned.iter().copied().map(ThanksId).collect(), ..Choices::default() };
    let digest = Case { thanks, choices, earlier: None, names: BTreeMap::new() }.compose(&alex(), Audience::Manager);
    let ids: Vec<i64> = digest.testimonials.iter().filter_map(|quote| quote.id).map(|id| id.0).collect();
    assert_eq!(ids, expected);
}

/// Readable words of that many letters.
fn words(length: usize) -> String {
    "youansweredmeatmidnight and I stayed because of that, ".chars().cycle().take(length).collect()
}

#[test]
fn different_voices_are_chosen() {
    let with =
        |id, giver, length: usize, relation| Thanks { relation, ..thanks(id, giver, &words(length), Consent::Public) };
    let words_of = |id, giver, length| thanks(id, giver, &words(length), Consent::Named);
    let (customer, colleague) = (Some(Relation::Customer), Some(Relation::Colleague));
    let voices = vec![
        with(1, 1, 200, customer),
        with(2, 2, 190, customer),
        with(3, 3, 30, colleague),
        with(4, 4, 239, None),
        with(5, 5, 241, Some(Relation::Friend)),
        with(6, 1, 230, Some(Relation::Friend)),
    ];
    // A friend first, as the longest with a relation; then other relations; never two of one giver.
    check_chosen(voices.clone(), &[], &[6, 2, 3]);
    check_chosen(voices.clone(), &[5, 99, 5, 3], &[5, 3, 1]);
    check_chosen(voices, &[2, 1, 6, 3], &[2, 1, 6]);
    check_chosen(vec![with(1, 1, 50, None), with(2, 1, 60, None), with(3, 2, 0, None)], &[], &[2]);
    check_chosen(vec![words_of(1, 1, 19), words_of(2, 2, 300)], &[], &[1]);
    let hostile = thanks(2, 2, "<script>alert(1)</script> you answered me", Consent::Named);
    check_chosen(vec![hostile.clone(), words_of(3, 3, 40)], &[], &[3]);
    check_chosen(vec![hostile.clone()], &[], &[]);
    check_chosen(vec![hostile, words_of(3, 3, 40)], &[2], &[2, 3]);
    let private = Thanks { consent: Consent::Private, ..with(1, 1, 100, customer) };
    check_chosen(vec![private, with(2, 2, 30, customer)], &[], &[2, 1]);
}

#[test]
fn one_giver_is_one_person_and_one_membership() {
    let since = |id, giver, date: &str| Thanks {
        member_since: Some(date.parse().unwrap()),
        first_time: true,
        what_for: Some(WhatFor::AnsweredMe),
        ..thanks(id, giver, "hi", Consent::Public)
    };
    let mut all: Vec<_> = (1..=5).map(|id| since(id, 1, "2020-01-26")).collect();
    all.push(since(6, 1, "2020-01-25"));
    all.push(since(7, 2, "2026-06-01"));
    all.push(since(8, 3, "2028-06-01"));
    all.push(thanks(9, 4, "", Consent::Private));
    let case = Case { thanks: all, choices: Choices::default(), earlier: None, names: BTreeMap::new() };
    let digest = case.compose(&alex(), Audience::Boss);
    let dates = ["2026-06-01", "2020-01-25"].map(|date| date.parse().ok());
    let numbers = Numbers { people: 4, messages: 9, first_time: 3, membership_years: Some(7), ..Numbers::default() };
    assert_eq!(digest.numbers, numbers, "two known dates are too few to tell of them");
    let all: Vec<_> = case.thanks.iter().cloned().chain([since(10, 5, "2023-06-01")]).collect();
    let digest = Case { thanks: all, ..case }.compose(&alex(), Audience::Boss);
    assert_eq!([digest.numbers.newest_since, digest.numbers.longest_since], dates);
    assert_eq!(digest.what_for, [(WhatFor::AnsweredMe, 4)]);
    assert_eq!(digest.counted_only, 1);
}

#[test]
fn who_wrote_with_and_without_their_name_reads_as_two_people() {
    let with = |id, giver, consent, since: &str| Thanks {
        member_since: Some(since.parse().unwrap()),
        first_time: true,
        ..thanks(id, giver, &format!("You answered me {id} times."), consent)
    };
    let all = |other| {
        let thanks = vec![with(1, 1, Consent::Named, "2020-01-01"), with(2, other, Consent::Unnamed, "2010-01-01")];
        Case { thanks, choices: Choices::default(), earlier: None, names: BTreeMap::new() }
    };
    for audience in [Audience::Manager, Audience::Boss] {
        let digest = all(1).compose(&alex(), audience);
        assert_eq!(digest, all(2).compose(&alex(), audience), "nothing tells whether it is one");
        assert_eq!(
            digest.numbers,
            Numbers { people: 2, messages: 2, first_time: 2, membership_years: Some(7), ..Numbers::default() }
        );
        assert_eq!(digest.testimonials.len(), 2);
    }
    let givers = |other| composed(&all(other).thanks, &BTreeMap::new(), Audience::Boss).givers;
    assert_eq!((givers(1), givers(2)), (1, 1), "nor does it tell whether a copy goes");
}

/// What is composed of these in the order given.
fn composed(all: &[Thanks], order: &BTreeMap<ThanksId, i64>, audience: Audience) -> DigestWithSources {
    compose_with_sources(&Input {
        manager: &alex(),
        server: "Harbour",
        year: 2027,
        day: "2027-01-25".parse().unwrap(),
        collected: ("2027-01-11".parse().unwrap(), "2027-02-01".parse().unwrap()),
        zone: Tz::Europe__Berlin,
        thanks: all,
        order,
        choices: &Choices::default(),
        looks: Looks::Before,
        earlier: None,
        names: &BTreeMap::new(),
        roster: &BTreeMap::new(),
        placeholders: &placeholders(),
        audience,
        revision: 0,
    })
}

#[test]
fn quotes_of_a_day_stand_in_the_order_given_and_not_in_that_of_time() {
    let said = |id: i64, at: &str| Thanks { said_at: at.parse().unwrap(), ..thanks(id, 1, "words", Consent::Named) };
    let all = [
        said(1, "2027-01-25T08:00:00Z"),
        said(2, "2027-01-25T09:00:00Z"),
        said(3, "2027-01-25T10:00:00Z"),
        said(4, "2027-01-24T10:00:00Z"),
    ];
    let order = BTreeMap::from([(ThanksId(1), -1), (ThanksId(2), -7), (ThanksId(3), -4), (ThanksId(4), 0)]);
    let composed = composed(&all, &order, Audience::Manager);
    assert_eq!(composed.quotes, [4, 2, 3, 1].map(ThanksId));
}

#[test]
fn what_does_not_speak_for_itself_waits_where_a_copy_goes_by_itself() {
    let said = |id, words: &str| thanks(id, id.unsigned_abs(), words, Consent::Named);
    let all = [
        said(1, "Thank you <@900>, you <:heart:9> answered me <3"),
        said(2, ""),
        said(3, "see https://evil.example"),
        Thanks { signature: "evil.example".to_owned(), ..said(4, "kind words") },
        Thanks { signature: "evil.example".to_owned(), consent: Consent::Unnamed, ..said(5, "more kind words") },
        said(6, "kind words at first, then @everyone"),
        said(7, "look at evil.example"),
        Thanks { consent: Consent::Private, ..said(8, "https://private.example") },
    ];
    let choices =
        Choices { looked_at: [ThanksId(7)].into(), shortened: [(ThanksId(6), 19)].into(), ..Choices::default() };
    let compose = |audience, looks| {
        let no_names = BTreeMap::new();
        let input = Input {
            manager: &alex(),
            server: "Harbour",
            year: 2027,
            day: "2027-01-25".parse().unwrap(),
            collected: ("2027-01-11".parse().unwrap(), "2027-02-01".parse().unwrap()),
            zone: Tz::Europe__Berlin,
            thanks: &all,
            order: &BTreeMap::new(),
            choices: &choices,
            looks,
            earlier: None,
            names: &no_names,
            roster: &no_names,
            placeholders: &placeholders(),
            audience,
            revision: 0,
        };
        compose_with_sources(&input)
    };
    let own = compose(Audience::Manager, Looks::After).digest;
    let waits = own.quotes.iter().filter(|quote| quote.kept == Some(Withheld::Unseen)).filter_map(|quote| quote.id);
    assert_eq!(waits.collect::<Vec<_>>(), [3, 4].map(ThanksId));
    let copy = compose(Audience::Boss, Looks::After);
    assert_eq!(copy.quotes, [1, 2, 5, 6, 7].map(ThanksId));
    assert_eq!((copy.digest.numbers.messages, copy.digest.counted_only), (8, 3));
    assert_eq!(compose(Audience::Boss, Looks::Before).quotes, [1, 2, 3, 4, 5, 6, 7].map(ThanksId));
    // The delivered digest is the same one before and after a look.
    assert_eq!(own.quotes.len(), 8);
    let before = compose(Audience::Manager, Looks::Before);
    assert_eq!(compose(Audience::Manager, Looks::After).said, before.said);
    assert_eq!(as_earlier_versions_kept(&own), as_earlier_versions_kept(&before.digest));
}

#[test]
fn the_page_of_one_giver_has_no_figures() {
    let said = |id, giver| Thanks { what_for: Some(WhatFor::AnsweredMe), ..thanks(id, giver, "words", Consent::Named) };
    let earlier = Some(EarlierYear { year: 2026, people: 9, messages: 12 });
    let of = |all: Vec<Thanks>| {
        let case = Case { thanks: all, choices: Choices::default(), earlier, names: BTreeMap::new() };
        case.compose(&alex(), Audience::Manager)
    };
    let letter = of((1..=6).map(|id| said(id, 1)).collect());
    assert!(letter.chart.is_none() && letter.what_for.is_empty());
    let page = of((1..=6).map(|id| said(id, id.unsigned_abs())).collect());
    assert!(page.chart.is_some() && !page.what_for.is_empty());
}

#[test]
fn the_manager_reads_whole_words_and_passes_on_short_ones() {
    let mut choices = Choices::default();
    choices.shortened.insert(ThanksId(1), 20);
    let case = Case {
        thanks: vec![thanks(1, 1, "Answering me changed everything.", Consent::Named)],
        choices,
        earlier: None,
        names: BTreeMap::new(),
    };
    let words = |audience| {
        let digest = case.compose(&alex(), audience);
        [&digest.testimonials[0], &digest.quotes[0]].map(|quote| quote.words.clone())
    };
    assert_eq!(words(Audience::Manager), ["Answering me changed…", "Answering me changed everything."]);
    assert_eq!(words(Audience::Boss), ["Answering me changed…", "Answering me changed…"]);
}

#[test]
fn the_fingerprint_sees_words_and_not_the_revision() {
    let case = |words| Case {
        thanks: vec![thanks(1, 1, words, Consent::Public)],
        choices: Choices::default(),
        earlier: None,
        names: BTreeMap::new(),
    };
    let first = case("one").compose(&alex(), Audience::Manager);
    let update = Digest { revision: 1, ..first.clone() };
    assert_eq!(fingerprint(&first), fingerprint(&update));
    assert_ne!(fingerprint(&first), fingerprint(&case("two").compose(&alex(), Audience::Manager)));
}

/// What stands around the words.
#[derive(Clone)]
struct Around {
    manager: Manager,
    choices: Choices,
    names: BTreeMap<UserId, String>,
    placeholders: Placeholders,
    server: &'static str,
    zone: Tz,
    closes: NaiveDate,
    revision: u32,
}

impl Around {
    fn said(&self, all: &[Thanks]) -> [u8; 32] {
        let day = "2027-01-25".parse().unwrap();
        compose_with_sources(&Input {
            manager: &self.manager,
            server: self.server,
            year: 2027,
            day,
            collected: ("2027-01-11".parse().unwrap(), self.closes),
            zone: self.zone,
            thanks: all,
            order: &BTreeMap::new(),
            choices: &self.choices,
            looks: Looks::Before,
            earlier: None,
            names: &self.names,
            roster: &BTreeMap::new(),
            placeholders: &self.placeholders,
            audience: Audience::Manager,
            revision: self.revision,
        })
        .said
    }
}

#[test]
fn what_was_said_does_not_depend_on_names_languages_zones_or_choices() {
    let words = "Thank you, <@77>, in <#5> at <t:1800000000:f>!";
    let mut all: Vec<Thanks> = (1..=6).map(|id| thanks(id, id.unsigned_abs(), words, Consent::Public)).collect();
    let usual = Around {
        manager: alex(),
        choices: Choices::default(),
        names: BTreeMap::new(),
        placeholders: placeholders(),
        server: "Harbour",
        zone: Tz::Europe__Berlin,
        closes: "2027-02-01".parse().unwrap(),
        revision: 0,
    };
    let before = usual.said(&all);
    let choices = Choices {
        pinned: vec![all[5].id],
        hidden: [all[0].id].into(),
        shortened: [(all[1].id, 5)].into(),
        ..Choices::default()
    };
    for (what, other) in [
        ("someone mentioned", Around { names: [(UserId(77), "Ben".to_owned())].into(), ..usual.clone() }),
        ("the manager", Around { manager: Manager { name: "Lex".to_owned(), ..alex() }, ..usual.clone() }),
        (
            "the language",
            Around { placeholders: Placeholders { someone: "jemand".to_owned(), ..placeholders() }, ..usual.clone() },
        ),
        ("the choices", Around { choices, ..usual.clone() }),
        ("the server", Around { server: "Newwind", ..usual.clone() }),
        ("the zone", Around { zone: Tz::Asia__Tokyo, ..usual.clone() }),
        ("the close", Around { closes: "2027-02-05".parse().unwrap(), ..usual.clone() }),
        ("an update", Around { revision: 1, ..usual.clone() }),
    ] {
        assert_eq!(other.said(&all), before, "{what}");
    }
    all[2].words = words.replace("77", "78");
    assert_ne!(usual.said(&all), before, "someone else is thanked too");
    words.clone_into(&mut all[2].words);
    all[3].consent = Consent::Private;
    assert_ne!(usual.said(&all), before, "it is for the manager alone now");
    assert_ne!(usual.said(&all[1..]), before, "one was taken back");
}

#[test]
fn the_chart_stays_when_nothing_more_was_said() {
    let case = |last: &str| {
        let giver = |id: i64| id.unsigned_abs() % 2 + 1;
        let mut all: Vec<_> = (1..=12).map(|id| thanks(id, giver(id), "hi", Consent::Public)).collect();
        all[0].said_at = last.parse().unwrap();
        all[1].said_at = "2027-01-24T10:00:00Z".parse().unwrap();
        all[2].said_at = "2027-01-23T10:00:00Z".parse().unwrap();
        Case { thanks: all, choices: Choices::default(), earlier: None, names: BTreeMap::new() }
    };
    let days = |last| match case(last).compose(&alex(), Audience::Boss).chart {
        Some(Chart::Days { counts, at_other_times, .. }) => (counts.len(), at_other_times),
        other => panic!("{other:?}"),
    };
    assert_eq!(days("2027-01-25T10:00:00Z"), (16, 0));
    assert_eq!(days("2027-01-30T22:59:00Z"), (20, 0));
    assert_eq!(days("2027-01-30T23:00:00Z"), (21, 0), "it is midnight in Berlin");
    assert_eq!(days("2026-06-01T10:00:00Z"), (16, 1));
    let mut few = case("2027-01-25T10:00:00Z");
    few.thanks.truncate(9);
    assert_eq!(few.compose(&alex(), Audience::Boss).chart, None, "fewer than ten");
    let mut short = case("2027-01-25T10:00:00Z");
    short.thanks.remove(1);
    assert_eq!(short.compose(&alex(), Audience::Boss).chart, None, "eleven on two days");
    let nothing = Some(EarlierYear { year: 2026, people: 0, messages: 0 });
    let after = Case { earlier: nothing, ..few }.compose(&alex(), Audience::Boss).chart;
    assert_eq!(after, None, "a year without thanks is no year to compare with");
    let earlier = EarlierYear { year: 2026, people: 3, messages: 4 };
    let beside = Case { earlier: Some(earlier), ..case("2027-01-25T10:00:00Z") }.compose(&alex(), Audience::Boss).chart;
    assert_eq!(beside, Some(Chart::Years { earlier }));
}
