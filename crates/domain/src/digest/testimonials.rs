//! Chooses the testimonials: pinned quotes, then quotes of different givers and relations.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::digest::chosen::{is_readable, may_be_chosen};
use crate::digest::{Choices, Quote, TESTIMONIALS, Voice};
use crate::thanks::ThanksId;

/// A quote that the reader may see, with ids that must not be in the digest.
pub(super) struct Candidate {
    pub(super) giver: Voice,
    pub(super) id: ThanksId,
    pub(super) quote: Quote,
}

impl Candidate {
    fn length(&self) -> usize {
        self.quote.words.graphemes(true).count()
    }

    fn may_stand_at_the_top(&self, choices: &Choices) -> bool {
        !choices.hidden.contains(&self.id) && !self.quote.words.is_empty()
    }
}

/// The testimonials. `candidates` come oldest first, and the oldest of equally good ones is chosen.
pub(super) fn choose<'a>(candidates: &'a [Candidate], choices: &Choices) -> Vec<&'a Candidate> {
    let eligible: Vec<&Candidate> = candidates.iter().filter(|one| one.may_stand_at_the_top(choices)).collect();
    let mut chosen: Vec<&Candidate> = Vec::new();
    for id in &choices.pinned {
        let pinned = eligible.iter().find(|one| one.id == *id);
        if let Some(pinned) = pinned.filter(|one| !chosen.iter().any(|other| other.id == one.id)) {
            chosen.push(pinned);
        }
    }
    chosen.truncate(TESTIMONIALS);
    while chosen.len() < TESTIMONIALS {
        let givers: BTreeSet<Voice> = chosen.iter().map(|one| one.giver).collect();
        let relations: BTreeSet<_> = chosen.iter().filter_map(|one| one.quote.relation).map(|one| one.name()).collect();
        let next = eligible
            .iter()
            .enumerate()
            .filter(|(_, one)| !givers.contains(&one.giver) && may_be_chosen(&one.quote.words))
            .max_by_key(|(age, one)| {
                let another_relation = one.quote.relation.is_some_and(|relation| !relations.contains(relation.name()));
                // For the manager, too, quotes that can be passed on come first, so that their page opens like the copy.
                (one.quote.is_passed_on(), another_relation, one.length(), Reverse(*age))
            });
        match next {
            Some((_, next)) => chosen.push(next),
            None => break,
        }
    }
    if chosen.is_empty() {
        // One quote at least opens the page: it is cut there where it is long.
        let readable = eligible.iter().filter(|one| is_readable(&one.quote.words));
        chosen.extend(readable.max_by_key(|one| (one.quote.is_passed_on(), Reverse(one.length().abs_diff(ABOUT)))));
    }
    chosen
}

/// The length that reads best at the top, in graphemes.
const ABOUT: usize = 120;
