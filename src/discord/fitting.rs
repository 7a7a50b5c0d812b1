//! Makes lists, quotes and names fit: a message of Discord's ends at 4000 characters, people's words do not.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::digest::wording;
use crate::discord::components::TEXT_MAX;
use crate::discord::markdown::{plain, quoted};
use crate::text::Lang;
use domain::digest::{can_be_seen, tamed};

/// How much of Discord's 4000 a text takes. Counted in UTF-16, in which an emoji counts twice: whichever way Discord
/// counts, it does not come to more.
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
    let whole = quoted(words);
    if weight(&whole) <= room {
        return (whole, false);
    }
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let dense = quoted(&lines.join("\n"));
    if weight(&dense) <= room {
        return (dense, false);
    }
    let words = lines.join("\n");
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
