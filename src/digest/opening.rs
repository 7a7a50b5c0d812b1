//! What every form opens with, and which quote stands where.
//!
//! Someone who reads a mail gives it about fifty words: who was thanked, by how many, one quote, and what is asked of them. So the
//! first testimonial opens the page, cut where it is long; the others follow, and every quote that does not stand whole
//! among them is in the list below.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::Lang;
use domain::digest::{Digest, Quote};

/// A quote above the list.
#[derive(Clone, Debug)]
pub struct Top<'a> {
    /// Whose words they are, and all of them.
    pub quote: &'a Quote,
    /// The words that are shown.
    pub words: Cow<'a, str>,
    /// Whether nothing is missing, so that the list need not have it.
    pub is_whole: bool,
}

/// Where the quotes of a digest stand.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    /// The one that opens the page.
    pub lead: Option<Top<'a>>,
    /// The other testimonials.
    pub others: Vec<Top<'a>>,
    /// The list: what does not stand whole above, by day.
    pub listed: Vec<&'a Quote>,
}

impl<'a> Opening<'a> {
    /// The opening where the other testimonials have all the room that they take.
    #[must_use]
    pub fn of(digest: &'a Digest, lang: Lang) -> Self {
        Self::cut(digest, lang, |_| None)
    }

    /// The opening where `cut` shortens the other testimonials that are too long for their form.
    #[must_use]
    pub fn cut(digest: &'a Digest, lang: Lang, cut: impl Fn(&str) -> Option<String>) -> Self {
        let mut left: Vec<&Quote> = digest.quotes.iter().collect();
        // One giver's page is a letter: it has all of their words.
        let is_letter = digest.numbers.people == 1;
        let mut tops = digest.testimonials.iter().enumerate().map(|(at, quote)| {
            let shorter = match at {
                0 if !is_letter => lead(&quote.words, lang),
                0 => None,
                _ => cut(&quote.words),
            };
            // The manager's own list has the whole of what they shortened.
            let found = left.iter().position(|one| is_same(one, quote) && one.words == quote.words);
            let is_whole = shorter.is_none() && found.is_some();
            if let Some(found) = found.filter(|_| is_whole) {
                left.remove(found);
            }
            Top { quote, words: shorter.map_or_else(|| quote.words.as_str().into(), Cow::from), is_whole }
        });
        let lead = tops.next();
        let others = tops.collect();
        Self { lead, others, listed: left }
    }

    /// Whether the list is all that there is, because nothing could open the page.
    #[must_use]
    pub fn is_only_a_list(&self) -> bool {
        self.lead.is_none()
    }
}

/// Whether these are the same thank-you. For the manager, a quote at the top is shortened as they chose. A boss's quotes have no
/// ids; two that say the same are told apart by their number alone.
#[must_use]
pub fn is_same(one: &Quote, other: &Quote) -> bool {
    match (one.id, other.id) {
        (Some(id), Some(other)) => id == other,
        _ => one == other,
    }
}

/// What a word takes of the lead's room; an ideograph takes less.
const WORD: usize = 5;
/// Twenty words.
const ROOM: usize = 20 * WORD;
/// What a sign takes whose script has no blanks: fifty of them fill the room.
const SIGN: usize = ROOM / 50;
/// What a line break takes: more than a few leave no room for the rest of the page.
const LINE_BREAK: usize = 4 * WORD;
/// The most of a lead in graphemes, however long its words are.
const LEAD_AT_MOST: usize = 160;
/// The most for a Japanese reader, who counts signs.
const JAPANESE_LEAD_AT_MOST: usize = 50;

/// The beginning of long words with an ellipsis; `None` if all of them fit.
fn lead(words: &str, lang: Lang) -> Option<String> {
    let at_most = if lang.tag() == "ja" { JAPANESE_LEAD_AT_MOST } else { LEAD_AT_MOST };
    let (mut used, mut graphemes, mut end) = (0, 0, 0);
    for (at, part) in words.split_word_bound_indices() {
        let stands_alone = part.chars().count() == 1 && !part.is_ascii() && part.starts_with(char::is_alphabetic);
        used += match part {
            _ if part.contains('\n') => LINE_BREAK,
            _ if stands_alone => SIGN,
            _ if part.contains(char::is_alphanumeric) => WORD,
            _ => 0,
        };
        graphemes += part.graphemes(true).count();
        if used > ROOM || graphemes > at_most {
            // A word that is longer than all of the room is cut inside.
            let fits = words.grapheme_indices(true).nth(at_most).map_or(words.len(), |(at, _)| at);
            let end = if end == 0 { fits.min(at + part.len()) } else { end };
            let kept = words[..end].trim_end().trim_end_matches([',', ';', ':', '、', '，']);
            return Some(format!("{kept}…"));
        }
        if !part.trim().is_empty() {
            end = at + part.len();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::digest::Audience;
    use domain::testing::{alex, thanks};
    use domain::thanks::{Consent, ThanksId};

    use crate::digest::tests::samples::case;

    #[test]
    fn a_lead_has_twenty_words_or_fifty_signs() {
        let check = |words: &str, tag: &str, expected: Option<&str>| {
            assert_eq!(lead(words, Lang::of(Some(tag))).as_deref(), expected, "{words}");
        };
        let twenty = "You answered my very first question at midnight, a question I was ashamed to ask. I stayed because of that";
        check(twenty, "en", None);
        check(&format!("{twenty}, always."), "en", Some(&format!("{twenty}…")));
        check("いつも丁寧に答えてくださり、ありがとうございます。", "ja", None);
        check(&"謝".repeat(51), "ja", Some(&format!("{}…", "謝".repeat(50))));
        check(&"謝".repeat(51), "en", Some(&format!("{}…", "謝".repeat(50))));
        check(&"a".repeat(200), "en", Some(&format!("{}…", "a".repeat(160))));
        check("one\ntwo\nthree\nfour\nfive\nsix", "en", Some("one\ntwo\nthree\nfour…"));
        check("", "en", None);
    }

    #[test]
    fn every_quote_stands_whole_once() {
        let long = "You answered my question at midnight, and again the next day. ".repeat(4);
        let words = ["Thank you for remembering names.", &long, "Thank you for remembering faces.", "Thank you!"];
        let all = words.iter().zip(1..).map(|(words, id)| thanks(id, id.unsigned_abs(), words, Consent::Public));
        let mut case = case(all.collect());
        case.choices.pinned = [2, 1, 3].map(ThanksId).to_vec();
        for audience in [Audience::Boss, Audience::Manager] {
            let digest = case.compose(&alex(), audience);
            let opening = Opening::of(&digest, Lang::english());
            let top = opening.lead.as_ref().unwrap();
            assert!(!top.is_whole && top.words.ends_with("and again the…"), "{}", top.words);
            assert!(opening.others.iter().all(|one| one.is_whole));
            let listed: Vec<&str> = opening.listed.iter().map(|one| one.words.as_str()).collect();
            assert_eq!(listed, [long.trim(), "Thank you!"], "what was cut, and what was not shown");
        }
        case.thanks.truncate(1);
        let letter = case.compose(&alex(), Audience::Manager);
        assert!(Opening::of(&letter, Lang::english()).listed.is_empty());
    }
}
