//! Discord's limits, and how lists, quotes and names are made to fit them: a message of Discord's ends at 4000 characters,
//! people's words do not.
//!
//! Discord does not say what a character is: in some places it counts Unicode's code points, in others UTF-16, in which an
//! emoji counts twice. Everything here is counted in UTF-16 ([`weight`]), which is never less, so it fits either way.
//! [`crate::discord::components`] cuts what is longer and makes each message fit as a whole.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::digest::wording;
use crate::discord::markdown::{plain, quoted};
use crate::text::Lang;
use domain::digest::{can_be_seen, tamed};

/// The most that the texts of one message weigh together.
pub const TEXT_MAX: usize = 4000;
/// The most components in one message, nested ones included.
pub const COMPONENTS_MAX: usize = 40;
/// The most that a button's label weighs.
pub const BUTTON_MAX: usize = 80;
/// The most that an option's label, its description, its value and a suggestion weigh.
pub const OPTION_MAX: usize = 100;
/// The most options of a menu, and the most suggestions.
pub const OPTIONS_MAX: usize = 25;
/// The most options of a radio group.
pub const RADIO_MAX: usize = 10;
/// The most that a menu's placeholder weighs.
pub const PLACEHOLDER_MAX: usize = 150;
/// The most that a form's title and the label of a field weigh.
pub const FORM_LABEL_MAX: usize = 45;
/// The most that the description of a field weighs.
pub const FORM_HELP_MAX: usize = 100;
/// The most that stands in a text field.
pub const FIELD_MAX: usize = 4000;
/// The most that an event's name and its place weigh.
pub const EVENT_LABEL_MAX: usize = 100;
/// The most that an event's description weighs.
pub const EVENT_ABOUT_MAX: usize = 1000;

/// How much of Discord's 4000 a text takes.
#[must_use]
pub fn weight(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As many lines as fit into `room`, then the sentence of `more` about the others.
#[must_use]
pub fn list(lines: &[String], room: usize, more: impl Fn(usize) -> String) -> String {
    let total = lines.iter().map(|line| weight(line) + 1).sum::<usize>();
    if total <= room {
        return lines.join("\n");
    }
    let room = room.saturating_sub(weight(&more(lines.len())));
    let mut used = 0;
    let fitting = lines
        .iter()
        .take_while(|line| {
            used += weight(line) + 1;
            used <= room
        })
        .count();
    let mut shown = lines[..fitting].to_vec();
    shown.push(more(lines.len() - fitting));
    shown.join("\n")
}

/// As many lines as fit into `room`, then how many do not.
#[must_use]
pub fn within(lang: Lang, lines: &[String], room: usize) -> String {
    list(lines, room, |count| lang.with("and-more", &[("count", count.into())]))
}

/// A person's words as a quotation, and whether they were cut. If they need more than `room`, empty lines are removed
/// first; then the end is cut and replaced by an ellipsis.
#[must_use]
pub fn quote(words: &str, room: usize) -> (String, bool) {
    if let Some(uncut) = uncut_quote(words, room) {
        return (uncut, false);
    }
    let words = dense(words);
    let graphemes: Vec<&str> = words.graphemes(true).collect();
    let cut = |length: usize| quoted(&format!("{}…", graphemes[..length].concat().trim_end()));
    // More graphemes never need less room, so a binary search finds the most that fit.
    let (mut fits, mut too_long) = (0, graphemes.len());
    while too_long - fits > 1 {
        let middle = usize::midpoint(fits, too_long);
        if weight(&cut(middle)) <= room { fits = middle } else { too_long = middle }
    }
    (cut(fits), true)
}

/// A person's words as a quotation that takes at most `room`, without empty lines if it has to be; none if all of the
/// words do not fit.
#[must_use]
pub fn uncut_quote(words: &str, room: usize) -> Option<String> {
    let fits = |quotation: &String| weight(quotation) <= room;
    Some(quoted(words)).filter(fits).or_else(|| Some(quoted(&dense(words))).filter(fits))
}

/// The lines that hold something.
fn dense(words: &str) -> String {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// As many graphemes as fit into `room`, with an ellipsis if the rest is left out.
#[must_use]
pub fn cut(text: &str, room: usize) -> String {
    if weight(text) <= room {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |grapheme: &&str| {
        used += weight(grapheme);
        used <= room
    };
    format!("{}…", text.graphemes(true).take_while(fits).collect::<String>().trim_end())
}

/// One of the bot's texts, cut if it is longer than `room`: after a whole line if it has several, never inside a
/// mention, a link or an escape; a code block stays one.
#[must_use]
pub fn shortened(text: &str, room: usize) -> String {
    if weight(text) <= room {
        return text.to_owned();
    }
    if let Some(inner) = text.strip_prefix(FENCE).and_then(|inner| inner.strip_suffix(FENCE)) {
        let room = room.saturating_sub(2 * FENCE.len() + 1);
        return format!("{FENCE}{}\n{FENCE}", cut(inner.trim_end(), room));
    }
    let cut = cut(text, room);
    let kept = cut.strip_suffix('…').unwrap_or(&cut);
    let room = weight(&cut);
    if let Some((lines, _)) = kept.rsplit_once('\n').filter(|(lines, _)| 2 * weight(lines) > room) {
        return format!("{}\n…", lines.trim_end());
    }
    let mut kept = kept;
    for (opens, closes) in [('<', '>'), ('[', ')')] {
        if let Some(at) = kept.rfind(opens).filter(|at| !kept[*at..].contains(closes)) {
            kept = &kept[..at];
        }
    }
    format!("{}…", kept.trim_end_matches('\\').trim_end())
}

/// What begins and ends a block.
const FENCE: &str = "```";

/// A name or title inside a sentence of Discord's Markdown: one line, at most `most` characters, without active markup.
/// If it is written from right to left, it does not reorder the words around it.
#[must_use]
pub fn name(text: &str, most: usize) -> String {
    wording::isolated(&plain(&label(text, most))).into_owned()
}

/// A name where Discord shows text as it is, such as on a button: one line, at most `most` characters.
#[must_use]
pub fn label(text: &str, most: usize) -> String {
    let line = tamed(text).split_whitespace().collect::<Vec<_>>().join(" ");
    // Discord refuses a button without a label, and an empty name would leave a gap in any sentence.
    if !text.trim().is_empty() && !can_be_seen(&line) {
        return "…".to_owned();
    }
    if line.chars().count() <= most {
        return line;
    }
    let mut cut = String::new();
    for grapheme in line.graphemes(true) {
        if cut.chars().count() + grapheme.chars().count() >= most {
            break;
        }
        cut.push_str(grapheme);
    }
    format!("{}…", cut.trim_end())
}

/// What is left of a message's text beside what stands in it already.
#[must_use]
pub fn room_beside(texts: &[&str]) -> usize {
    TEXT_MAX.saturating_sub(texts.iter().map(|text| weight(text)).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lists_say_how_many_more() {
        let lines: Vec<String> = (0..10).map(|n| format!("line {n}")).collect();
        let more = |count: usize| format!("+{count}");
        let check = |room: usize, expected: &str| assert_eq!(list(&lines, room, more), expected, "{room}");
        check(70, &lines.join("\n"));
        check(69, &format!("{}\n+1", lines[..9].join("\n")));
        check(10, "line 0\n+9");
        check(3, "+10");
    }

    #[test]
    fn names_are_one_line_and_do_nothing() {
        let check = |text: &str, most: usize, expected: &str| assert_eq!(name(text, most), expected);
        check("Ada", 32, "Ada");
        check("a\nb\u{202E}c", 32, "a bc");
        check("**@here**", 32, "\\*\\*\\@here\\*\\*");
        check("abcdefgh", 5, "abcd…");
        assert_eq!(label("<@1>", 32), "<@1>");
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(label(&format!("a{family}"), 4), "a…", "a family is not parted");
    }

    proptest! {
        #[test]
        fn a_quote_fits_and_stays_a_quote(words in "[a*\n.# \u{1F49A}]{0,1500}", room in 20usize..3000) {
            let (shown, cut) = quote(&words, room);
            prop_assert!(weight(&shown) <= room, "{} > {room}", weight(&shown));
            prop_assert!(shown.lines().all(|line| line.starts_with('>')));
            prop_assert_eq!(cut, shown.ends_with('…'));
        }
    }
}
