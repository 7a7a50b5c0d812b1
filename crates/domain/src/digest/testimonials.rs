//! Chooses the testimonials: pinned quotes, then quotes of different givers and relations.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::digest::chosen::{has_chosen_length, is_readable, length};
use crate::digest::{Choices, Quote, TESTIMONIALS, Voice};
use crate::thanks::ThanksId;

/// A quote that the reader may see, with ids that must not be in the digest.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) giver: Voice,
    pub(super) id: ThanksId,
    pub(super) quote: Quote,
}

impl Candidate {
    fn may_stand_at_the_top(&self, choices: &Choices) -> bool {
        !choices.hidden.contains(&self.id) && !self.quote.words.is_empty()
    }
}

/// A candidate with what is measured once: counting signs and judging words takes longer than everything else.
struct Eligible<'a> {
    one: &'a Candidate,
    /// Its place in the order of age.
    age: usize,
    /// In graphemes.
    length: usize,
    may_be_chosen: OnceCell<bool>,
}

impl Eligible<'_> {
    fn may_be_chosen(&self) -> bool {
        *self.may_be_chosen.get_or_init(|| has_chosen_length(self.length) && is_readable(&self.one.quote.words))
    }
}

/// The testimonials. `candidates` come oldest first, and the oldest of equally good ones is chosen.
pub(super) fn choose<'a>(candidates: &'a [Candidate], choices: &Choices) -> Vec<&'a Candidate> {
    let mut eligible: Vec<Eligible<'a>> = candidates
        .iter()
        .filter(|one| one.may_stand_at_the_top(choices))
        .enumerate()
        .map(|(age, one)| Eligible { one, age, length: length(&one.quote.words), may_be_chosen: OnceCell::new() })
        .collect();
    let mut chosen: Vec<&Candidate> = Vec::new();
    for id in &choices.pinned {
        let pinned = eligible.iter().find(|eligible| eligible.one.id == *id).map(|eligible| eligible.one);
        if let Some(pinned) = pinned.filter(|one| !chosen.iter().any(|other| other.id == one.id)) {
            chosen.push(pinned);
        }
    }
    chosen.truncate(TESTIMONIALS);
    // The best first: few are judged. For the manager, too, quotes that can be passed on come first, so that their page
    // opens like the copy.
    eligible
        .sort_by_key(|eligible| Reverse((eligible.one.quote.is_passed_on(), eligible.length, Reverse(eligible.age))));
    while chosen.len() < TESTIMONIALS {
        let givers: BTreeSet<Voice> = chosen.iter().map(|one| one.giver).collect();
        let relations: BTreeSet<_> = chosen.iter().filter_map(|one| one.quote.relation).map(|one| one.name()).collect();
        let others = || eligible.iter().filter(|eligible| !givers.contains(&eligible.one.giver));
        let is_other =
            |one: &Candidate| one.quote.relation.is_some_and(|relation| !relations.contains(relation.name()));
        let best = |passed_on: bool, another_relation: bool| {
            others()
                .filter(|eligible| eligible.one.quote.is_passed_on() == passed_on)
                .filter(|eligible| is_other(eligible.one) == another_relation)
                .find(|eligible| eligible.may_be_chosen())
        };
        let next = [(true, true), (true, false), (false, true), (false, false)];
        match next.into_iter().find_map(|(passed_on, another)| best(passed_on, another)) {
            Some(next) => chosen.push(next.one),
            None => break,
        }
    }
    if chosen.is_empty() {
        // One quote at least opens the page: it is cut there where it is long.
        eligible.sort_by_key(|eligible| {
            let readable_length = Reverse(eligible.length.abs_diff(ABOUT));
            // The newest of equally good ones.
            Reverse((eligible.one.quote.is_passed_on(), readable_length, eligible.age))
        });
        chosen.extend(
            eligible.iter().find(|eligible| is_readable(&eligible.one.quote.words)).map(|eligible| eligible.one),
        );
    }
    chosen
}

/// The length that reads best at the top, in graphemes.
const ABOUT: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::UserId;
    use crate::thanks::Relation;
    use proptest::prelude::*;

    /// The rule in its plain form: in each round the best of all that are left.
    fn plainly<'a>(candidates: &'a [Candidate], choices: &Choices) -> Vec<&'a Candidate> {
        let eligible: Vec<&Candidate> = candidates.iter().filter(|one| one.may_stand_at_the_top(choices)).collect();
        let words = |one: &Candidate| length(&one.quote.words);
        let pinned = choices.pinned.iter().filter_map(|id| eligible.iter().find(|one| one.id == *id).copied());
        let mut chosen: Vec<&Candidate> = pinned.take(TESTIMONIALS).collect();
        while chosen.len() < TESTIMONIALS {
            let left = eligible.iter().enumerate().filter(|(_, one)| {
                !chosen.iter().any(|other| other.giver == one.giver)
                    && has_chosen_length(words(one))
                    && is_readable(&one.quote.words)
            });
            let best = left.max_by_key(|(age, one)| {
                let same = |other: &&Candidate| other.quote.relation == one.quote.relation;
                let is_another = one.quote.relation.is_some() && !chosen.iter().any(same);
                (one.quote.is_passed_on(), is_another, words(one), Reverse(*age))
            });
            match best {
                Some((_, best)) => chosen.push(best),
                None => break,
            }
        }
        if chosen.is_empty() {
            let readable = eligible.iter().filter(|one| is_readable(&one.quote.words));
            chosen.extend(readable.max_by_key(|one| (one.quote.is_passed_on(), Reverse(words(one).abs_diff(ABOUT)))));
        }
        chosen
    }

    fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
        let words = prop_oneof![
            "[a-z ]{0,60}",
            "(you helped me twice ){1,14}",
            "(ありがとうございます。おかげで){1,4}",
            Just("thank you!!".to_owned()),
            Just("<b>thank you for all that you did for us</b>".to_owned()),
        ];
        let relation = proptest::option::of(proptest::sample::select(Relation::ALL));
        let one = (words, relation, 1_u64..6, any::<bool>(), any::<bool>());
        proptest::collection::vec(one, 0..12).prop_map(|all| {
            let candidate = |(at, (words, relation, giver, unnamed, is_kept)): (usize, (String, _, _, _, bool))| {
                let id = ThanksId(i64::try_from(at).expect("there are few"));
                let quote = Quote {
                    id: Some(id),
                    words,
                    shortened: false,
                    signature: None,
                    relation,
                    what_for: None,
                    said: chrono::NaiveDate::default(),
                    link: None,
                    hidden: false,
                    kept: is_kept.then_some(crate::digest::Withheld::Private),
                };
                Candidate { giver: (UserId(giver), unnamed), id, quote }
            };
            all.into_iter().enumerate().map(candidate).collect()
        })
    }

    proptest! {
        #[test]
        fn the_best_are_chosen_whatever_is_measured_first(
            candidates in candidates(),
            pinned in proptest::collection::vec(0_i64..12, 0..3),
            hidden in proptest::collection::btree_set(0_i64..12, 0..4),
        ) {
            let choices = Choices {
                pinned: pinned.into_iter().collect::<BTreeSet<_>>().into_iter().map(ThanksId).collect(),
                hidden: hidden.into_iter().map(ThanksId).collect(),
                ..Choices::default()
            };
            let ids = |chosen: Vec<&Candidate>| chosen.iter().map(|one| one.id).collect::<Vec<_>>();
            prop_assert_eq!(ids(choose(&candidates, &choices)), ids(plainly(&candidates, &choices)));
        }
    }
}
