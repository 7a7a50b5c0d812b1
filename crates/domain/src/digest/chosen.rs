//! Which words may open a page although no one has looked at them: words that can be read, mostly letters, no markup.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;

use crate::addresses::address_in;
use crate::digest::can_be_seen;

/// How long chosen words are, in graphemes: three of them fit on a screen, and each says something.
const CHOSEN_LENGTH: RangeInclusive<usize> = 20..=240;
/// The longest run without a blank in a script that has blanks, in graphemes.
const RUN_AT_MOST: usize = 40;
/// The most accents on one letter; Vietnamese needs two.
const ACCENTS_AT_MOST: usize = 2;
/// The least part of what is not blank that are letters, in percent.
const LETTERS_PERCENT: usize = 75;
/// The fewest different letters of readable words.
const DIFFERENT_LETTERS: usize = 5;

/// Whether words of this length, in graphemes, may stand at the top without a person's choice, if they are readable.
pub(super) fn has_chosen_length(length: usize) -> bool {
    CHOSEN_LENGTH.contains(&length)
}

/// How many graphemes there are.
pub(super) fn length(words: &str) -> usize {
    // Each sign of ASCII is one, but for the end of a line that has two.
    if words.is_ascii() && !words.contains('\r') { words.len() } else { words.graphemes(true).count() }
}

/// Whether words are readable, whatever their length: letters mostly, nothing that is markup or an address, no wall of letters.
pub(super) fn is_readable(words: &str) -> bool {
    let graphemes: Vec<&str> = words.graphemes(true).filter(|one| !one.trim().is_empty()).collect();
    let is_letter = |one: &&&str| one.starts_with(char::is_alphabetic);
    let letters: Vec<&&str> = graphemes.iter().filter(is_letter).collect();
    let different: BTreeSet<String> = letters.iter().map(|one| one.to_lowercase()).collect();
    letters.len() * 100 >= graphemes.len() * LETTERS_PERCENT
        && different.len() >= DIFFERENT_LETTERS
        && speaks_for_itself(words)
}

/// Whether words or a name do nothing but speak: no markup, no address, no call to everyone, no wall of letters. What does not,
/// goes to no one before a person has looked at it.
#[must_use]
pub fn speaks_for_itself(words: &str) -> bool {
    let lower = words.to_lowercase();
    let opens_markup =
        |at: usize| lower[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?@#:".contains(c));
    can_be_seen(words)
        && address_in(words).is_none()
        && !["@everyone", "@here", "](", "```", "{{"].iter().any(|mark| lower.contains(mark))
        && !lower.match_indices('<').any(|(at, _)| opens_markup(at))
        && !words
            .split_whitespace()
            .any(|run| run.graphemes(true).filter(|one| is_parted_by_blanks(one)).count() > RUN_AT_MOST)
        && !words.graphemes(true).any(|one| one.chars().filter(is_accent).count() > ACCENTS_AT_MOST)
}

/// Whether its script has blanks between words: Thai, Khmer, Chinese, Japanese and others have none.
fn is_parted_by_blanks(grapheme: &str) -> bool {
    !grapheme.starts_with(|c: char| {
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{3ffff}')
    })
}

/// Whether it is an accent of Latin, Greek or Cyrillic letters.
const fn is_accent(c: &char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn may_be_chosen(words: &str) -> bool {
        has_chosen_length(length(words)) && is_readable(words)
    }

    proptest! {
        #[test]
        fn the_length_is_that_in_graphemes(words in "[a-z \r\n\té谢\u{301}\u{1F49A}\u{200d}]{0,40}") {
            prop_assert_eq!(length(&words), words.graphemes(true).count());
        }
    }

    #[test]
    fn hostile_and_joking_words_are_never_chosen() {
        for words in [
            "</blockquote><script>alert(1)</script> thank you for all you did",
            "thankyouthankyouthankyouthankyouthankyouthankyouthankyou",
            "aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa",
            "ha ha ha ha ha ha ha ha ha ha ha ha",
            "12345678901234567890 12345678901234567890",
            "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉 best mod 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
            "Thank you, see https://evil.example for your prize",
            "@everyone Alex is the best manager of all",
            "[Thank you for everything](x) says the community",
            "Z̷̧̡̛̛͚̺͇͇̣̳͎̏͗́̍͐̄͘̚͝a says thanks for all of the help",
            "thank you!!",
            "",
        ] {
            assert!(!may_be_chosen(words), "{words}");
        }
        assert!(!may_be_chosen(&"kind words ".repeat(30)), "too long");
    }

    #[test]
    fn words_of_every_script_are_chosen() {
        for words in [
            "Thank you for remembering names.",
            "Thanks @Alex & the team <3 you were there at 3 am, as always :)",
            "いつも丁寧に答えてくださり、ありがとうございます。おかげで安心して質問できます。",
            "感谢你一直以来的帮助，每个问题都有回应。",
            "항상 친절하게 답해 주셔서 감사합니다.",
            "ขอบคุณที่ช่วยเหลือพวกเราเสมอ",
            "हर सवाल का जवाब देने के लिए धन्यवाद।",
            "شكرًا لك يا أليكس على صبرك وعلى كل مرة جمعتنا فيها.",
            "Gracias, Alex. Fuiste la única persona que nos explicó por qué. ¡Un abrazo! 🧡",
            "Cảm ơn Alex đã giúp nhóm tiếng Việt có kênh riêng.",
        ] {
            assert!(may_be_chosen(words), "{words}");
        }
    }
}
