//! Which letters the fonts have, and what stands for those that none has: never an empty box.

use std::sync::LazyLock;

use serde::Serialize;
use unicode_bidi::{Direction, get_base_direction_full};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::FONTS;

/// Replaces characters that no font has; the page explains it where it is used.
pub const NO_LETTER: char = '\u{FFFD}';
/// A longer run without a line break opportunity would not fit on the page, so one is inserted.
const RUN_AT_MOST: usize = 28;
/// Variations of Mongolian, for which there is no font: no one sees them, and what sets the text has no shape for the newest.
const NEVER_SET: std::ops::RangeInclusive<char> = '\u{180B}'..='\u{180F}';
/// From here on lines break between any two signs.
const EASTERN: char = '\u{2E80}';

/// A text that can be set, with what the template must know to set it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settable {
    /// Its lines.
    pub lines: Vec<String>,
    /// Whether it is Japanese, which draws some characters differently from Chinese.
    pub japanese: bool,
    /// Whether its first letter with a direction is written from right to left. Isolated names in a sentence do not
    /// count.
    pub rtl: bool,
}

/// What was found in the texts of one page.
#[derive(Debug, Default)]
pub struct Letters {
    /// Whether the page as a whole is Japanese.
    pub is_japanese: bool,
    /// Whether something could not be set as it was written.
    pub lacking: bool,
}

impl Letters {
    /// Makes a text settable: what no font has is replaced, and long runs can be broken.
    pub fn set(&mut self, text: &str) -> Settable {
        let kana = |c: char| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}');
        Settable {
            lines: text.split('\n').map(|line| self.line(line)).collect(),
            japanese: self.is_japanese || text.contains(kana),
            rtl: get_base_direction_full(text) == Direction::Rtl,
        }
    }

    fn line(&mut self, line: &str) -> String {
        let mut out = String::with_capacity(line.len());
        let mut run = 0;
        let line: String = line.chars().filter(|c| !NEVER_SET.contains(c)).collect();
        for grapheme in line.graphemes(true) {
            let eastern = grapheme.chars().any(|c| c >= EASTERN);
            run = if eastern || grapheme.chars().all(|c| c.is_whitespace() || c == '-') { 0 } else { run + 1 };
            if run > RUN_AT_MOST {
                out.push('\u{200B}');
                run = 1;
            }
            match kept(grapheme) {
                Some(kept) => {
                    self.lacking |= kept.len() < grapheme.len();
                    out.push_str(&kept);
                }
                None => {
                    self.lacking = true;
                    if !out.ends_with(NO_LETTER) {
                        out.push(NO_LETTER);
                    }
                }
            }
        }
        out
    }
}

/// The part of a grapheme that can be set: all of it if one font has all of it, else its letter with the marks that the
/// letter's font has; `None` if no font has the letter.
fn kept(grapheme: &str) -> Option<String> {
    if COVERED.iter().any(|font| font.has_all(grapheme)) {
        return Some(grapheme.to_owned());
    }
    let letter = grapheme.chars().next()?;
    let font = COVERED.iter().find(|font| font.has(letter))?;
    Some(grapheme.chars().filter(|c| font.has(*c)).collect())
}

static COVERED: LazyLock<Vec<Covered>> =
    LazyLock::new(|| FONTS.iter().map(|font| Covered { sorted: font.info().coverage.iter().collect() }).collect());

struct Covered {
    sorted: Vec<u32>,
}

impl Covered {
    fn has(&self, c: char) -> bool {
        is_ignorable(c) || self.sorted.binary_search(&u32::from(c)).is_ok()
    }

    fn has_all(&self, grapheme: &str) -> bool {
        grapheme.chars().all(|c| self.has(c))
    }
}

/// Characters that need no letter: joiners, marks of direction, variations, tags.
pub(crate) const fn is_ignorable(c: char) -> bool {
    matches!(c, '\t' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, lacking: bool) {
        let mut letters = Letters::default();
        assert_eq!(letters.set(text).lines.join("\n"), expected);
        assert_eq!(letters.lacking, lacking, "{text}");
    }

    #[test]
    fn what_the_fonts_have_stays() {
        for text in [
            "Thank you! ¡Gracias! Dziękuję, Ž, ğ, Cảm ơn, ß – “quoted” … № € 50 %",
            "Ευχαριστώ Спасибо Дякую Ўзбек",
            "תודה רבה شكرًا لك",
            "いつも丁寧に答えてくださり、ありがとう。直骨",
            "谢谢你的耐心！謝謝你 龘 㗎",
            "정말 고맙습니다",
            "धन्यवाद ขอบคุณ Շնորհակալություն გმადლობთ",
            "𝓗𝓮𝓵𝓵𝓸 ＡＢＣ",
            "🧡 👍🏽 👨‍👩‍👧 🇺🇦 ❤️ 1️⃣ ✨ ★ ☺ ✓ → ♪",
        ] {
            check(text, text, false);
        }
        check("a\u{180F} b\u{180B}", "a b", false);
    }

    #[test]
    fn what_no_font_has_is_said() {
        check("a ខ្មែរ b", "a \u{FFFD} b", true);
        check("\u{E000}\u{E001}", "\u{FFFD}", true);
        check("ok \u{10FFFD}", "ok \u{FFFD}", true);
    }

    #[test]
    fn a_mark_that_no_font_has_leaves_its_letter() {
        let mut letters = Letters::default();
        let set = letters.set("e\u{1DC4}");
        assert!(set.lines[0].starts_with('e'));
        assert_eq!(letters.lacking, set.lines[0] == "e");
    }

    #[test]
    fn long_runs_can_be_broken() {
        let set = Letters::default().set(&"a".repeat(100)).lines.join("");
        assert_eq!(set.matches('\u{200B}').count(), 3);
        assert_eq!(set.replace('\u{200B}', ""), "a".repeat(100));
        let eastern = "谢".repeat(100);
        assert_eq!(Letters::default().set(&eastern).lines, [eastern]);
    }

    #[test]
    fn direction_and_language_are_seen() {
        let set = |text: &str| Letters::default().set(text);
        assert!(set("123 תודה").rtl && !set("Thanks תודה").rtl && !set("").rtl);
        assert!(!set("\u{2068}נועה\u{2069} looks after us").rtl && set("\u{2068}Noa\u{2069} תודה").rtl);
        assert!(set("直した").japanese && !set("直").japanese);
    }
}
