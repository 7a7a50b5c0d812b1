//! The digest as plain text of 72 columns, for mail programs and for people who prefer it.
//!
//! Every line of a person's words begins with `> `, so that no words can look like part of the page.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::digest::letter::Attached;
use crate::digest::opening::{Opening, Top};
use crate::digest::wording::{self, Ask};
use crate::text::Lang;
use domain::digest::{AddedQuote, Amount, Digest, Quote};

/// The width in columns; only a link is longer, because a broken link leads nowhere.
pub const COLUMNS: usize = 72;

/// The page as text; lines end in `\n`.
#[must_use]
pub fn text(digest: &Digest, lang: Lang) -> String {
    letter_text(digest, lang, Attached::default(), None)
}

/// The page as text, for the part of a mail that is text; lines end in `\n`. With the address of a page where its reader
/// replies, that stands below what is asked.
#[must_use]
pub fn letter_text(digest: &Digest, lang: Lang, attached: Attached, reply: Option<&str>) -> String {
    let mut page = Lines::default();
    for notice in wording::notices(digest, lang) {
        page.paragraph(&format!("[{notice}]"));
    }
    let opening = Opening::of(digest, lang);
    page.title(&wording::headline(digest, lang));
    if let Some(top) = &opening.lead {
        page.lead(top, lang);
    }
    if let Some(ask) = wording::ask(digest, lang) {
        page.wrapped("", "", &ask);
        page.lines.extend(reply.map(str::to_owned));
        page.gap();
    }
    if let Some(notice) = wording::later_notice(digest, lang) {
        page.paragraph(&format!("[{notice}]"));
    }
    if let Some(said) = &digest.sentence {
        page.wrapped("> ", "> ", said);
        page.wrapped("  — ", "    ", &wording::sentence_by(digest, lang));
        page.gap();
    }
    if digest.amount() == Amount::None {
        wording::none_yet(digest, lang).iter().for_each(|paragraph| page.paragraph(paragraph));
    } else {
        filled(&mut page, digest, &opening, attached, lang);
    }
    if !digest.added.is_empty() {
        page.heading(&wording::added_heading(digest, lang));
        digest.added.iter().for_each(|one| page.added(one, lang));
    }
    page.heading(&lang.say("digest-how"));
    wording::how_collected(digest, lang).iter().for_each(|paragraph| page.paragraph(paragraph));
    page.paragraph(&wording::not_a_score(lang));
    page.lines.join("\n") + "\n"
}

/// One paragraph in lines of at most [`COLUMNS`].
#[must_use]
pub fn wrapped(text: &str) -> String {
    let mut page = Lines::default();
    page.wrapped("", "", text);
    page.lines.join("\n")
}

fn filled(page: &mut Lines, digest: &Digest, opening: &Opening<'_>, attached: Attached, lang: Lang) {
    if !opening.others.is_empty() {
        page.heading(&lang.say("digest-testimonials"));
        opening.others.iter().for_each(|one| page.quote(one.quote, lang));
    }
    let numbers = wording::numbers(digest, lang);
    if !numbers.is_empty() {
        page.heading(&lang.say("digest-numbers"));
        page.paragraph(&lang.sentences(&numbers));
    }
    if let Some((title, summary)) = wording::chart(digest, lang) {
        page.heading(&title);
        page.paragraph(&summary);
    }
    if !digest.what_for.is_empty() {
        page.heading(&lang.say("digest-what-for"));
        for (what, count) in &digest.what_for {
            page.wrapped(
                "- ",
                "  ",
                &wording::what_for_row(&wording::what_for(*what, lang), &wording::people(*count, lang), lang),
            );
        }
        page.gap();
        page.paragraph(&lang.say("digest-what-for-note"));
    }
    let to_do = wording::to_do(digest, lang);
    if !to_do.is_empty() {
        page.heading(&wording::to_do_heading(digest, lang));
    }
    for (item, number) in to_do.iter().zip(1..) {
        page.wrapped(&format!("{number}. "), "   ", &item.title);
        page.wrapped("   ", "   ", &item.text);
        if item.ask == Ask::Day && attached.calendar {
            page.wrapped("   ", "   ", &wording::development_day_file(digest, lang));
        }
        page.gap();
    }
    let more = wording::counted_only(digest, lang);
    if !opening.listed.is_empty() {
        page.heading(&wording::quotes_heading(digest, opening, lang));
        opening.listed.iter().for_each(|one| page.quote(one, lang));
    }
    if let Some(more) = more {
        page.paragraph(&more);
    }
}

#[derive(Default)]
struct Lines {
    lines: Vec<String>,
}

impl Lines {
    fn title(&mut self, text: &str) {
        self.wrapped("", "", text);
        self.lines.push("=".repeat(COLUMNS));
        self.gap();
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.wrapped("", "", text);
        self.lines.push("-".repeat(columns(text).min(COLUMNS)));
        self.gap();
    }

    fn paragraph(&mut self, text: &str) {
        self.wrapped("", "", text);
        self.gap();
    }

    /// The quote at the top, with its name alone, and its link where the list does not have it.
    fn lead(&mut self, top: &Top<'_>, lang: Lang) {
        top.words.lines().for_each(|line| self.wrapped("> ", "> ", line));
        let marks: String = wording::marks(top.quote, lang).iter().map(|mark| format!(" [{mark}]")).collect();
        let name = Some(wording::signature(top.quote, lang).into_owned());
        let signed: Vec<String> = name.into_iter().chain(wording::lead_relation(top, lang)).collect();
        self.wrapped("  — ", "    ", &format!("{}{marks}", signed.join(" · ")));
        if let Some(link) = top.quote.link.filter(|_| top.is_whole) {
            self.lines.push(format!("    {link}"));
        }
        self.gap();
    }

    fn quote(&mut self, quote: &Quote, lang: Lang) {
        if quote.words.is_empty() {
            self.wrapped("> ", "> ", &format!("({})", wording::words(quote, lang)));
        }
        for line in quote.words.lines() {
            self.wrapped("> ", "> ", line);
        }
        let marks: String = wording::marks(quote, lang).iter().map(|mark| format!(" [{mark}]")).collect();
        let signed = format!("{} · {}{marks}", wording::signature(quote, lang), wording::circumstances(quote, lang));
        self.wrapped("  — ", "    ", &signed);
        if let Some(link) = quote.link {
            self.lines.push(format!("    {link}"));
        }
        self.gap();
    }

    fn added(&mut self, one: &AddedQuote, lang: Lang) {
        one.words.lines().for_each(|line| self.wrapped("> ", "> ", line));
        let mark = wording::added_mark(one, lang).map(|mark| format!(" [{mark}]")).unwrap_or_default();
        let place = one.place.as_deref().map(|place| format!(" · {}", wording::isolated(place))).unwrap_or_default();
        self.wrapped("  — ", "    ", &format!("{}{place}{mark}", wording::isolated(&one.said_by)));
        self.lines.extend(one.link.as_ref().map(|link| format!("    {link}")));
        self.gap();
    }

    /// One empty line, never two.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// The text in lines of at most [`COLUMNS`], the first after `first`, the others after `others`.
    fn wrapped(&mut self, first: &str, others: &str, text: &str) {
        let mut line = first.to_owned();
        let mut used = columns(first);
        let mut is_fresh = true;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            for (n, part) in parts(word).into_iter().enumerate() {
                let space = usize::from(n == 0);
                if !is_fresh && used + space + columns(part) > COLUMNS {
                    self.lines.push(std::mem::replace(&mut line, others.to_owned()));
                    (used, is_fresh) = (columns(others), true);
                }
                if !is_fresh && n == 0 {
                    line.push(' ');
                    used += 1;
                }
                // What is longer than a line is broken between graphemes.
                for grapheme in part.graphemes(true) {
                    let width = columns(grapheme);
                    if used + width > COLUMNS {
                        self.lines.push(std::mem::replace(&mut line, others.to_owned()));
                        used = columns(others);
                    }
                    line.push_str(grapheme);
                    used += width;
                }
                is_fresh = false;
            }
        }
        // A line with only a prefix keeps it, without the space that would follow.
        line.truncate(line.trim_end().len());
        self.lines.push(line);
    }
}

/// A word in parts between which a line may end: beside wide letters, as in Japanese, which has no spaces, and by the
/// strict rules of Unicode (UAX 14), so that no line begins with 。 or a small kana or ends with 「. A Latin word or an
/// address inside it stays whole.
fn parts(word: &str) -> Vec<&str> {
    let breaks = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let is_wide = |letter: Option<char>| letter.and_then(UnicodeWidthChar::width) == Some(2);
    let (mut parts, mut from) = (Vec::new(), 0);
    for at in breaks.segment_str(word) {
        let (before, behind) = (word[..at].chars().next_back(), word[at..].chars().next());
        if at > from && (behind.is_none() || is_wide(before) || is_wide(behind)) {
            parts.push(&word[from..at]);
            from = at;
        }
    }
    parts
}

/// The width of the text in a terminal or mail program, in columns: the sum over its graphemes, so that a line is as
/// wide as its words.
pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str) -> Vec<String> {
        let mut page = Lines::default();
        page.wrapped("> ", "> ", text);
        page.lines
    }

    #[test]
    fn lines_fit() {
        let check = |text: &str, lines: usize| {
            let found = wrapped(text);
            assert_eq!(found.len(), lines, "{found:?}");
            assert!(found.iter().all(|line| columns(line) <= COLUMNS && line.starts_with('>')), "{found:?}");
        };
        check("", 1);
        check("thanks", 1);
        check(&"word ".repeat(14), 1);
        check(&"word ".repeat(15), 2);
        check(&"a".repeat(70), 1);
        check(&"a".repeat(71), 2);
        check(&"谢".repeat(35), 1);
        check(&"谢".repeat(36), 2);
        check(&format!("so {}", "h".repeat(80)), 3);
        let japanese = super::wrapped(&"ありがとう".repeat(10));
        assert_eq!(japanese.lines().map(columns).collect::<Vec<_>>(), [72, 28]);
    }

    #[test]
    fn japanese_lines_begin_and_end_as_they_may() {
        let text = "「Tidewater」の田中さんからっ、みんなへ（ありがとうー）。https://example.org/a-b/c?d=e でした。";
        // Each beginning moves every sign over the end of a line once.
        for shift in 0..COLUMNS {
            let text = format!("{}{}", "あ".repeat(shift), text.repeat(4));
            let lines = super::wrapped(&text);
            let lines: Vec<&str> = lines.lines().collect();
            for line in &lines {
                assert!(columns(line) <= COLUMNS, "{line}");
                assert!(!line.starts_with(['。', '、', '」', '）', 'っ', 'ー']), "{lines:#?}");
                assert!(!line.ends_with(['「', '（']), "{lines:#?}");
            }
            for whole in ["Tidewater", "https://example.org/a-b/c?d=e"] {
                let found: usize = lines.iter().map(|line| line.matches(whole).count()).sum();
                assert_eq!(found, 4, "{whole} is whole in {lines:#?}");
            }
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
        }
    }

    #[test]
    fn an_empty_line_of_a_quote_stays_a_line_of_the_quote() {
        assert_eq!(wrapped(""), [">"]);
    }
}
