//! Thanking words: whether a text holds one of some words and phrases.

use unicode_normalization::UnicodeNormalization;

use crate::reading::letters::{is_invisible, is_word};

/// Whether the text holds one of the phrases as whole words, in any case; as a part of any text in scripts without word
/// boundaries.
pub(super) fn holds_any(text: &str, phrases: &[String]) -> bool {
    let text = fold(text);
    phrases.iter().map(|phrase| fold(phrase)).any(|phrase| holds(&text, phrase.trim()))
}

/// An empty phrase, or one of only asterisks, never matches: it would be found everywhere.
fn holds(text: &str, phrase: &str) -> bool {
    let (Some(first), Some(last)) = (phrase.chars().next(), phrase.chars().next_back()) else { return false };
    text.match_indices(phrase).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let glued = is_word(first) && before.is_some_and(is_word) || is_word(last) && after.is_some_and(is_word);
        !glued
    })
}

/// The form in which texts are compared: NFKC, lower case, one blank for any whitespace, one apostrophe, no emphasis.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        match c {
            '*' | '_' | '~' | '|' => {}
            '\u{2019}' => folded.push('\''),
            // Lower-casing letter by letter does not produce a final sigma.
            'ς' => folded.push('σ'),
            c if is_invisible(c) => {}
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, phrase: &str, expected: bool) {
        assert_eq!(holds_any(text, &[phrase.to_owned()]), expected, "{phrase:?} in {text:?}");
    }

    #[test]
    fn phrases() {
        for (text, phrase, expected) in [
            ("thanks for it", "thanks", true),
            ("THANKS!", "thanks", true),
            ("no thanksgiving", "thanks", false),
            ("Athanks", "thanks", false),
            ("thanks2", "thanks", false),
            ("no thanksgiving, but thanks", "thanks", true),
            ("Thank\n  you", "thank you", true),
            ("**thank** _you_", "thank you", true),
            ("||thanks||", "thanks", true),
            ("thank yourself", "thank you", false),
            ("ｔｈａｎｋｓ", "Thanks", true),
            ("tha\u{200b}nks", "thanks", true),
            ("DANKESCHÖN", "dankeschön", true),
            ("dankescho\u{308}n", "dankeschön", true),
            ("ΣΕ ΕΥΧΑΡΙΣΤΟΥΜΕ ΠΟΛΛΑΣ", "πολλας", true),
            ("merci d\u{2019}être là", "d'être", true),
            ("本当にありがとうございます", "ありがとう", true),
            ("ｱﾘｶﾞﾄｳ", "アリガトウ", true),
            ("정말 감사합니다", "감사", true),
            ("ขอบคุณมาก", "ขอบคุณ", true),
            ("anything", "", false),
            ("anything at all", "  ", false),
            ("**anything**", "**", false),
            ("", "thanks", false),
        ] {
            check(text, phrase, expected);
        }
    }

    #[test]
    fn one_of_many_is_enough_and_none_is_none() {
        let phrases = ["kudos".to_owned(), "merci".to_owned()];
        assert!(holds_any("Merci !", &phrases));
        assert!(!holds_any("thanks", &phrases));
        assert!(!holds_any("thanks", &[]));
    }
}
