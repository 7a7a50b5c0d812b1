//! Where a quote can be cut: a manager shortens, and never rephrases.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::digest::words::shortened;

/// The least distance of two cuts in graphemes, unless each ends a sentence.
const APART: usize = 30;

/// A shorter version of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many graphemes are kept.
    pub length: usize,
    /// The shortened words, with an ellipsis.
    pub words: String,
}

/// At most `most` shorter versions, the shortest first: cut after sentences, and after words in long sentences.
#[must_use]
pub fn cuts(words: &str, most: usize) -> Vec<Cut> {
    let starts: Vec<usize> = words.grapheme_indices(true).map(|(at, _)| at).collect();
    // The length in graphemes up to a byte, without trailing spaces.
    let length = |end: usize| starts.partition_point(|start| *start < words[..end].trim_end().len());
    let inside = |length: &usize| (1..starts.len()).contains(length);
    let sentences: BTreeSet<usize> =
        words.split_sentence_bound_indices().map(|(at, one)| length(at + one.len())).filter(inside).collect();
    let mut chosen = thinned(&sentences.into_iter().collect::<Vec<_>>(), most);
    for end in words.split_word_bound_indices().map(|(at, one)| length(at + one.len())).filter(inside) {
        let is_apart = chosen.iter().all(|other| other.abs_diff(end) >= APART) && starts.len() - end >= APART;
        if is_apart && chosen.len() < most {
            chosen.push(end);
        }
    }
    chosen.sort_unstable();
    let mut cuts: Vec<Cut> = Vec::new();
    for length in chosen {
        let (shorter, cut) = shortened(words, length);
        if cut && cuts.iter().all(|other| other.words != shorter) {
            cuts.push(Cut { length, words: shorter });
        }
    }
    cuts
}

/// At most `most` of them, evenly spread.
fn thinned(all: &[usize], most: usize) -> Vec<usize> {
    if all.len() <= most {
        return all.to_vec();
    }
    (0..most).map(|at| all[at * all.len() / most]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sentences_end_whole() {
        let shorter = |words: &str| cuts(words, 24).into_iter().map(|cut| cut.words).collect::<Vec<_>>();
        assert_eq!(shorter("You stayed. You answered. I am grateful."), ["You stayed.…", "You stayed. You answered.…"]);
        assert_eq!(shorter("Short"), Vec::<String>::new());
        let long = "you answered my very first question at midnight and I stayed because of that answer alone";
        let found = shorter(long);
        assert!(!found.is_empty() && found.iter().all(|cut| cut.trim_end_matches('…').ends_with(char::is_alphabetic)));
        assert!(found.iter().all(|cut| long.starts_with(cut.trim_end_matches('…'))), "{found:?}");
    }

    proptest! {
        #[test]
        fn a_cut_is_a_beginning_with_an_ellipsis(words in "[a-zé .!?\n谢\u{1F49A}]{0,400}", most in 1usize..25) {
            let found = cuts(&words, most);
            prop_assert!(found.len() <= most);
            prop_assert!(found.is_sorted_by_key(|cut| cut.length));
            for cut in found {
                let kept = cut.words.strip_suffix('…').expect("it says that it was cut");
                prop_assert!(words.starts_with(kept) && kept.len() < words.len());
            }
        }
    }
}
