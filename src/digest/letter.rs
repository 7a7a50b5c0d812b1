//! The digest as the HTML part of a mail. It uses only tables and inline styles, because mail programs differ in how
//! they treat style sheets, variables and drawings.
//!
//! The same parts in the same order as every form; what is quoted at the top is not quoted again.

use maud::{Markup, html as markup};

use crate::digest::print::room::printed;
use crate::digest::wording;
use crate::page;
use crate::text::Lang;
use domain::digest::{Amount, Chart, Digest, Quote};

const SERIF: &str = "font-family:Georgia,'Noto Serif',serif;";
const SANS: &str = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const INK: &str = "color:#1d2126;";
const SOFT: &str = "color:#59616a;";
const ACCENT: &str = "#0d6a63";
const BAR: &str = "#4d8f88";
/// The empty part of a bar: only what is filled tells something.
pub(super) const TRACK: &str = "#ece8e1";
/// Lines that part what space parts already.
pub(super) const LINE: &str = "#ddd8cf";
/// The height of the tallest bar, in pixels.
const BAR_PX: usize = 56;

/// The most bytes of the part of a mail that is HTML. Gmail shows the first 102 kB of it, and a reader must see its end: how
/// to want no more, and that it is no score.
pub const LETTER_MAX: usize = 90 * 1024;

/// Where the quotes are that a letter has no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WholeIn {
    /// In the PDF that is attached.
    Pdf,
    /// In nothing that goes with it.
    Nothing,
}

impl WholeIn {
    /// In the PDF that goes with a letter, if it has room for all quotes.
    #[must_use]
    pub fn pdf(digest: &Digest) -> Self {
        if printed(digest) == digest.quotes.len() { Self::Pdf } else { Self::Nothing }
    }
}

/// The page, for the part of a mail that is HTML: at most `room` bytes of it, with as many of the quotes as fit, the first
/// ones whole; then how many are left.
#[must_use]
pub fn letter(digest: &Digest, lang: Lang, whole_in: WholeIn, room: usize) -> String {
    let draw = |count: usize| page_of(digest, lang, &Shown::of(digest, count), whole_in);
    let all = digest.testimonials.len() + digest.quotes.len();
    let whole = draw(all);
    if whole.len() <= room {
        return whole;
    }
    // More quotes never take less room, so the most that fit are found by halving.
    let (mut fits, mut too_many) = (0, all);
    while too_many - fits > 1 {
        let middle = usize::midpoint(fits, too_many);
        if draw(middle).len() <= room { fits = middle } else { too_many = middle }
    }
    draw(fits)
}

/// The quotes that a letter has.
struct Shown<'a> {
    testimonials: &'a [Quote],
    quotes: &'a [Quote],
    left: usize,
}

impl<'a> Shown<'a> {
    /// The first `count`, of which the testimonials are the first.
    fn of(digest: &'a Digest, count: usize) -> Self {
        let testimonials = &digest.testimonials[..count.min(digest.testimonials.len())];
        if digest.testimonials_are_all() {
            let left = digest.testimonials.len() - testimonials.len();
            return Self { testimonials, quotes: &[], left };
        }
        let quotes = &digest.quotes[..count.saturating_sub(digest.testimonials.len()).min(digest.quotes.len())];
        // The list has them all, those at the top too; where there is no list, they are what is shown.
        let shown = if quotes.is_empty() { testimonials.len() } else { quotes.len() };
        Self { testimonials, quotes, left: digest.quotes.len().saturating_sub(shown) }
    }
}

fn page_of(digest: &Digest, lang: Lang, shown: &Shown<'_>, whole_in: WholeIn) -> String {
    let head = markup! { meta name="color-scheme" content="light"; };
    let body = markup! {
        body style=(format!("margin:0;padding:0;background:#fbfaf8;{INK}")) {
            // A layout table has that role, so that screen readers ignore it.
            table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fbfaf8;" {
                tr { td align="center" style="padding:24px 12px;" {
                    table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"
                        style=(format!("width:600px;max-width:100%;{SANS}{INK}font-size:15px;line-height:1.5;")) {
                        tr { td style="word-break:break-word;" { main { (parts(digest, lang, shown, whole_in)) } } }
                    }
                } }
            }
        }
    };
    page::page(lang, &wording::title(digest, lang), &head, &body)
}

fn parts(digest: &Digest, lang: Lang, shown: &Shown<'_>, whole_in: WholeIn) -> Markup {
    markup! {
        @for notice in wording::notices(digest, lang) {
            p style=(format!("margin:0 0 14px;padding:8px 12px;background:#f3efe8;border-left:3px solid {ACCENT};font-size:14px;")) { (notice) }
        }
        p style=(format!("margin:0 0 6px;color:{ACCENT};font-weight:600;font-size:13px;")) { (wording::day(digest, lang)) }
        h1 style=(format!("margin:0;{SERIF}font-size:27px;line-height:1.2;font-weight:600;")) { (wording::headline(digest, lang)) }
        @if digest.amount() == Amount::None {
            @for paragraph in wording::none_yet(digest, lang) {
                p style=(format!("margin:14px 0 0;{SERIF}font-size:17px;")) { (paragraph) }
            }
        } @else {
            p style=(format!("margin:8px 0 0;{SOFT}")) { (wording::about(digest, lang)) }
            @if !shown.testimonials.is_empty() {
                (heading(&lang.say("digest-testimonials")))
                @for one in shown.testimonials { (quote(one, 18, ACCENT, lang)) }
            }
            (numbers(digest, lang))
            (chart(digest, lang))
            (what_for(digest, lang))
            (to_do(digest, lang))
            @if !shown.quotes.is_empty() {
                (heading(&wording::quotes_heading(digest, lang)))
                @for one in shown.quotes { (quote(one, 15, LINE, lang)) }
            }
            @if shown.left > 0 { p style=(format!("margin:14px 0 0;{SOFT}")) { (wording::more(shown.left, whole_in == WholeIn::Pdf, lang)) } }
            @if let Some(more) = wording::counted_only(digest, lang) { p style=(format!("margin:14px 0 0;{SOFT}")) { (more) } }
        }
        (heading(&lang.say("digest-how")))
        @let [collected, counted, object, not_a_score] = wording::how_collected(digest, lang);
        @let small = format!("margin:0 0 6px;{SOFT}font-size:13px;");
        p style=(small) { (collected) }
        @if digest.amount() != Amount::None { p style=(small) { (counted) } }
        p style=(small) { (object) }
        p style="margin:0;font-size:13px;" { strong { (not_a_score) } }
    }
}

fn heading(text: &str) -> Markup {
    markup! { h2 style=(format!("margin:28px 0 10px;{SOFT}font-size:13px;line-height:1.3;font-weight:600;")) { (text) } }
}

fn quote(quote: &Quote, size_px: u32, line: &str, lang: Lang) -> Markup {
    let words = format!("margin:0;{SERIF}font-size:{size_px}px;line-height:1.45;white-space:pre-line;");
    markup! {
        div style=(format!("margin:0 0 16px;padding:1px 0 1px 14px;border-left:3px solid {line};")) {
            @if quote.words.is_empty() {
                p style=(format!("margin:0;{SOFT}font-style:italic;")) { (wording::words(quote, lang)) }
            } @else {
                blockquote lang="" dir="auto" style=(words) { (quote.words) }
            }
            p style=(format!("margin:4px 0 0;{SOFT}font-size:13px;")) {
                strong style=(INK) { bdi { (wording::signature(quote, lang)) } }
                " · " (wording::circumstances(quote, lang))
                @if let Some(link) = quote.link { " · " a href=(link) style=(format!("color:{ACCENT};")) { (lang.say("digest-link")) } }
                @for mark in wording::marks(quote, lang) { " " span style=(format!("border:1px solid {LINE};padding:0 5px;")) { (mark) } }
            }
        }
    }
}

fn numbers(digest: &Digest, lang: Lang) -> Markup {
    let figure = format!("{SERIF}font-size:27px;line-height:1.2;font-weight:600;");
    let numbers = wording::numbers(digest, lang);
    let width = format!("{}%", 100 / numbers.len().max(1));
    markup! {
        table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"
            style=(format!("margin:22px 0 0;border-top:1px solid {LINE};border-bottom:1px solid {LINE};")) {
            tr {
                @for (count, what) in &numbers {
                    td width=(width) valign="top" style="padding:10px 10px 10px 0;" {
                        div style=(figure) { (count) }
                        div style=(format!("{SOFT}font-size:13px;line-height:1.3;")) { (what) }
                    }
                }
            }
        }
    }
}

/// The drawing is for the eye; the sentence below says what it shows.
fn chart(digest: &Digest, lang: Lang) -> Markup {
    let (Some((title, summary)), Some(chart)) = (wording::chart(digest, lang), &digest.chart) else {
        return Markup::default();
    };
    markup! {
        (heading(&title))
        @match chart {
            Chart::Days { first, counts, .. } => (days(digest, *first, counts)),
            Chart::Years { earlier } => {
                @let most = earlier.people.max(digest.numbers.people).max(1);
                (row(&earlier.year.to_string(), &wording::people(earlier.people, lang), earlier.people * 100 / most, BAR))
                (row(&digest.year.to_string(), &wording::people(digest.numbers.people, lang), digest.numbers.people * 100 / most, ACCENT))
            }
        }
        p style=(format!("margin:6px 0 0;{SOFT}font-size:13px;")) { (summary) }
    }
}

fn days(digest: &Digest, first: chrono::NaiveDate, counts: &[usize]) -> Markup {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    markup! {
        table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" style=(format!("border-bottom:1px solid {LINE};")) {
            tr {
                @for (date, count) in first.iter_days().zip(counts) {
                    @let color = if date == digest.day { ACCENT } else { BAR };
                    @let height = (count * BAR_PX).div_ceil(most);
                    td valign="bottom" align="center" height=(BAR_PX) style="padding:0 1px;font-size:0;line-height:0;" {
                        @if *count > 0 { div style=(format!("height:{height}px;background:{color};")) { "\u{a0}" } }
                    }
                }
            }
        }
    }
}

/// A line with its count, and a bar as long as its share.
fn row(name: &str, count: &str, percent: usize, color: &str) -> Markup {
    let rest = 100 - percent.min(100);
    markup! {
        table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px;font-size:14px;" {
            tr {
                td style="padding:0;" { (name) }
                td align="right" style=(format!("padding:0;{SOFT}")) { (count) }
            }
            tr { td colspan="2" style="padding:2px 0 0;" {
                table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" {
                    tr {
                        @if percent > 0 { td width=(format!("{percent}%")) height="6" style=(format!("background:{color};font-size:0;line-height:0;")) { "\u{a0}" } }
                        @if rest > 0 { td width=(format!("{rest}%")) height="6" style=(format!("background:{TRACK};font-size:0;line-height:0;")) { "\u{a0}" } }
                    }
                }
            } }
        }
    }
}

fn what_for(digest: &Digest, lang: Lang) -> Markup {
    let Some(most) = digest.what_for.iter().map(|(_, count)| *count).max() else { return Markup::default() };
    markup! {
        (heading(&lang.say("digest-what-for")))
        @for (what, count) in &digest.what_for {
            (row(&wording::what_for(*what, lang), &wording::people(*count, lang), count * 100 / most, BAR))
        }
        p style=(format!("margin:0;{SOFT}font-size:13px;")) { (lang.say("digest-what-for-note")) }
    }
}

fn to_do(digest: &Digest, lang: Lang) -> Markup {
    markup! {
        (heading(&wording::to_do_heading(digest, lang)))
        ol style="margin:0;padding:0 0 0 22px;" {
            @for item in wording::to_do(digest, lang) {
                li style="margin:0 0 10px;" {
                    strong { (item.title) }
                    @if item.is_post {
                        p style="margin:4px 0 0;padding:8px 12px;background:#f3efe8;font-size:14px;" { (item.text) }
                    } @else {
                        p style=(format!("margin:0;{SOFT}font-size:14px;")) { (item.text) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use domain::digest::Audience;
    use domain::testing::{Case, alex, thanks};
    use domain::thanks::Consent;

    fn digest(count: i64, words: &str, name: &str) -> Digest {
        let all = (1..=count).map(|id| {
            let mut one = thanks(id, id.unsigned_abs(), words, Consent::Public);
            one.signature = name.to_owned();
            one
        });
        let case =
            Case { thanks: all.collect(), choices: Default::default(), earlier: None, names: Default::default() };
        let mut digest = case.compose(&domain::roster::Manager { name: name.to_owned(), ..alex() }, Audience::Boss);
        digest.server = name.repeat(3);
        digest
    }

    /// How many quotes stand in the list and how many are said to be left.
    fn counted(page: &str, digest: &Digest, lang: Lang, whole_in: WholeIn) -> usize {
        let quoted = page.matches("<blockquote").count();
        let more = |count: usize| page.contains(&format!(">{}<", wording::more(count, whole_in == WholeIn::Pdf, lang)));
        let left = (1..=digest.quotes.len()).find(|count| more(*count)).unwrap_or_default();
        let top = digest.testimonials.len();
        if quoted > top && !digest.testimonials_are_all() { quoted - top + left } else { quoted.min(top) + left }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_letter_ends_before_gmail_cuts_it(
            count in 1i64..300, words in "[a\"<& \u{1F49A}]{1,1500}", name in "[\"&\u{1F49A}]{1,32}",
            pdf in any::<bool>(), lang in prop::sample::select(Lang::all().collect::<Vec<_>>()),
        ) {
            prop_assume!(!words.trim().is_empty());
            let whole_in = if pdf { WholeIn::Pdf } else { WholeIn::Nothing };
            let digest = digest(count, &words, &name);
            let page = letter(&digest, lang, whole_in, LETTER_MAX);
            prop_assert!(page.len() <= LETTER_MAX, "{} bytes", page.len());
            let [.., not_a_score] = wording::how_collected(&digest, lang);
            prop_assert!(page.contains(&not_a_score) && page.ends_with("</html>"), "its end is in it");
            prop_assert_eq!(counted(&page, &digest, lang, whole_in), digest.quotes.len());
            let is_whole = letter(&digest, lang, whole_in, usize::MAX).len() <= LETTER_MAX;
            prop_assert_eq!(page.contains(&lang.say("digest-how")), true);
            prop_assert_eq!(is_whole, page == letter(&digest, lang, whole_in, usize::MAX));
        }
    }

    #[test]
    fn what_is_left_out_is_counted_and_where_it_is() {
        let digest = digest(140, &"You stayed. ".repeat(58), "Ada");
        for (whole_in, says) in [(WholeIn::Pdf, " more in the attached PDF<"), (WholeIn::Nothing, " more<")] {
            let page = letter(&digest, Lang::english(), whole_in, LETTER_MAX);
            assert!(page.contains(says) && page.contains(">and "), "{whole_in:?}");
        }
    }
}
