//! The digest as the HTML part of a mail. It uses only tables and inline styles, because mail programs differ in how
//! they treat style sheets, variables and drawings.
//!
//! The same parts in the same order as every form.

use maud::{Markup, PreEscaped, html as markup};

use crate::digest::Form;
use crate::digest::opening::{Opening, Top};
use crate::digest::print::room::printed;
use crate::digest::wording::{self, Ask};
use crate::page;
use crate::text::Lang;
use domain::digest::{AddedQuote, Amount, Audience, Chart, Digest, Quote};

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

/// What goes with a letter, as far as its words name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// A PDF with all quotes, also those for which a letter has no room.
    pub whole_pdf: bool,
    /// The file that puts the development day into a calendar.
    pub calendar: bool,
}

impl Attached {
    /// What files of these forms are to a letter.
    #[must_use]
    pub fn of(digest: &Digest, forms: &[Form]) -> Self {
        let quotes: Vec<&Quote> = digest.quotes.iter().collect();
        let whole_pdf = forms.contains(&Form::Pdf) && printed(&quotes) == quotes.len();
        Self { whole_pdf, calendar: forms.contains(&Form::Calendar) && digest.audience == Audience::Boss }
    }
}

/// The page, for the part of a mail that is HTML: at most `room` bytes of it, with as many of the quotes as fit, the first
/// ones whole; then how many are left.
#[must_use]
pub fn letter(digest: &Digest, lang: Lang, attached: Attached, room: usize) -> String {
    letter_with_reply(digest, lang, attached, room, None)
}

/// The same, with what is asked as a link to this page, where its reader replies.
#[must_use]
pub fn letter_with_reply(digest: &Digest, lang: Lang, attached: Attached, room: usize, reply: Option<&str>) -> String {
    let opening = Opening::of(digest, lang);
    let draw = |count: usize| page_of(digest, lang, &Shown { reply, ..Shown::of(&opening, count) }, attached);
    let all = opening.others.len() + opening.listed.len();
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
    opening: &'a Opening<'a>,
    others: &'a [Top<'a>],
    listed: &'a [&'a Quote],
    left: usize,
    /// The page on which its reader replies.
    reply: Option<&'a str>,
}

impl<'a> Shown<'a> {
    /// The one at the top, and the first `count` of what follows.
    fn of(opening: &'a Opening<'a>, count: usize) -> Self {
        let (others, not_at_the_top) = opening.others.split_at(count.min(opening.others.len()));
        let (listed, not_listed) = opening.listed.split_at((count - others.len()).min(opening.listed.len()));
        let left = not_at_the_top.iter().filter(|one| one.is_whole).count() + not_listed.len();
        Self { opening, others, listed, left, reply: None }
    }
}

/// What Outlook on Windows needs, and no other program reads: it knows no greatest width.
const OUTLOOK: [&str; 2] = [
    r#"<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->"#,
    "<!--[if mso]></td></tr></table><![endif]-->",
];

fn page_of(digest: &Digest, lang: Lang, shown: &Shown<'_>, attached: Attached) -> String {
    let head = markup! {
        meta name="color-scheme" content="light";
        // Apple's programs make links of these otherwise. For the others, see `inert`.
        meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no";
    };
    let [before, after] = OUTLOOK.map(PreEscaped);
    let body = markup! {
        body style=(format!("margin:0;padding:0;background:#fbfaf8;{INK}")) {
            // A layout table has that role, so that screen readers ignore it.
            table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fbfaf8;table-layout:fixed;" {
                tr { td align="center" style="padding:24px 16px;" {
                    (before)
                    div style=(format!("max-width:600px;margin:0 auto;text-align:left;{SANS}{INK}font-size:16px;line-height:1.5;overflow-wrap:anywhere;word-break:break-word;")) {
                        main { (parts(digest, lang, shown, attached)) }
                    }
                    (after)
                } }
            }
        }
    };
    page::page(lang, &wording::title(digest, lang), &head, &body)
}

fn parts(digest: &Digest, lang: Lang, shown: &Shown<'_>, attached: Attached) -> Markup {
    markup! {
        @for text in wording::notices(digest, lang) { (notice(&text)) }
        h1 style=(format!("margin:0;{SERIF}font-size:26px;line-height:1.25;font-weight:600;")) { (wording::headline(digest, lang)) }
        @if let Some(top) = &shown.opening.lead { (lead(top, lang)) }
        @if let Some(ask) = wording::ask(digest, lang) {
            p style=(format!("margin:18px 0 0;color:{ACCENT};font-size:17px;")) {
                @match shown.reply {
                    Some(page) => {
                        a href=(page) rel="noopener noreferrer" style=(format!("display:inline-block;padding:10px 16px;border:2px solid {ACCENT};border-radius:8px;color:{ACCENT};")) { strong { (ask) } }
                    }
                    None => strong { (ask) },
                }
            }
        }
        @if let Some(text) = wording::later_notice(digest, lang) { (notice(&text)) }
        @if let Some(said) = &digest.sentence {
            div style=(format!("margin:20px 0 0;padding:1px 0 1px 14px;border-left:3px solid {ACCENT};")) {
                blockquote lang="" dir="auto" style=(format!("margin:0;{SERIF}font-size:18px;line-height:1.45;white-space:pre-line;")) { (said) }
                p style=(format!("margin:4px 0 0;{SOFT}font-size:14px;")) { "— " (wording::sentence_by(digest, lang)) }
            }
        }
        @if digest.amount() == Amount::None {
            @for paragraph in wording::none_yet(digest, lang) {
                p style=(format!("margin:14px 0 0;{SERIF}font-size:17px;")) { (paragraph) }
            }
        } @else {
            @if !shown.others.is_empty() {
                (heading(&lang.say("digest-testimonials")))
                @for one in shown.others { (quote(one.quote, 17, ACCENT, lang)) }
            }
            (numbers(digest, lang))
            (chart(digest, lang))
            (what_for(digest, lang))
            (to_do(digest, attached, shown.reply, lang))
            @if !shown.listed.is_empty() {
                (heading(&wording::quotes_heading(digest, shown.opening, lang)))
                @for one in shown.listed { (quote(one, 16, LINE, lang)) }
            }
            @if shown.left > 0 { p style=(format!("margin:14px 0 0;{SOFT}")) { (wording::more(shown.left, attached.whole_pdf, lang)) } }
            @if let Some(more) = wording::counted_only(digest, lang) { p style=(format!("margin:14px 0 0;{SOFT}")) { (more) } }
        }
        @if !digest.added.is_empty() {
            (heading(&wording::added_heading(digest, lang)))
            @for one in &digest.added { (added(one, lang)) }
        }
        (heading(&lang.say("digest-how")))
        @for paragraph in wording::how_collected(digest, lang) {
            p style=(format!("margin:0 0 6px;{SOFT}font-size:14px;")) { (paragraph) }
        }
        p style="margin:0;font-size:14px;" { strong { (wording::not_a_score(lang)) } }
    }
}

fn notice(text: &str) -> Markup {
    markup! { p style=(format!("margin:14px 0;padding:8px 12px;background:#f3efe8;border-left:3px solid {ACCENT};font-size:14px;")) { (text) } }
}

/// The quote at the top, with its name alone; a whole one has its link in the name.
fn lead(top: &Top<'_>, lang: Lang) -> Markup {
    let name = markup! { bdi { (wording::signature(top.quote, lang)) } };
    let words = format!("margin:0;{SERIF}font-size:20px;line-height:1.4;white-space:pre-line;");
    markup! {
        div style=(format!("margin:16px 0 0;padding:1px 0 1px 14px;border-left:3px solid {ACCENT};")) {
            blockquote lang="" dir="auto" style=(words) { (top.words) }
            p style=(format!("margin:4px 0 0;{SOFT}font-size:14px;")) {
                "— "
                strong style=(INK) {
                    @match top.quote.link.filter(|_| top.is_whole) {
                        Some(link) => a href=(link) style=(format!("color:{ACCENT};")) { (name) },
                        None => (name),
                    }
                }
                @if let Some(relation) = wording::lead_relation(top, lang) { " · " (relation) }
                @for mark in wording::marks(top.quote, lang) { " " (mark_of(&mark)) }
            }
        }
    }
}

fn mark_of(mark: &str) -> Markup {
    markup! { span style=(format!("border:1px solid {LINE};padding:0 5px;")) { (mark) } }
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
                @for mark in wording::marks(quote, lang) { " " (mark_of(&mark)) }
            }
        }
    }
}

/// Words that the manager added; a mail leads nowhere from them.
fn added(one: &AddedQuote, lang: Lang) -> Markup {
    let words = format!("margin:0;{SERIF}font-size:16px;line-height:1.45;white-space:pre-line;");
    markup! {
        div style=(format!("margin:0 0 16px;padding:1px 0 1px 14px;border-left:3px solid {LINE};")) {
            blockquote lang="" dir="auto" style=(words) { (one.words) }
            p style=(format!("margin:4px 0 0;{SOFT}font-size:13px;")) {
                strong style=(INK) { bdi { (one.said_by) } }
                @if let Some(place) = &one.place { " · " bdi { (place) } }
                @if let Some(mark) = wording::added_mark(one, lang) { " " (mark_of(&mark)) }
            }
        }
    }
}

fn numbers(digest: &Digest, lang: Lang) -> Markup {
    let numbers = wording::numbers(digest, lang);
    markup! {
        @if !numbers.is_empty() {
            p style=(format!("margin:22px 0 0;padding:12px 0;border-top:1px solid {LINE};border-bottom:1px solid {LINE};{SERIF}font-size:18px;line-height:1.45;")) {
                (lang.sentences(&numbers))
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
            Chart::Days { first, counts, .. } => (days(digest, *first, counts, lang)),
            Chart::Years { earlier } => {
                @let most = earlier.people.max(digest.numbers.people).max(1);
                (row(&earlier.year.to_string(), &wording::people(earlier.people, lang), earlier.people * 100 / most, BAR))
                (row(&digest.year.to_string(), &wording::people(digest.numbers.people, lang), digest.numbers.people * 100 / most, ACCENT))
            }
        }
        p style=(format!("margin:6px 0 0;{SOFT}font-size:13px;")) { (summary) }
    }
}

/// With more days than this, numbers above the bars would touch each other on a phone.
const NUMBERED_DAYS: usize = 14;

fn days(digest: &Digest, first: chrono::NaiveDate, counts: &[usize], lang: Lang) -> Markup {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let last = first.iter_days().nth(counts.len().saturating_sub(1)).unwrap_or(first);
    let label = format!("{SOFT}font-size:12px;line-height:1.3;");
    markup! {
        div aria-hidden="true" {
            table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(format!("table-layout:fixed;border-bottom:1px solid {LINE};")) {
                tr {
                    @for (date, count) in first.iter_days().zip(counts) {
                        @let color = if date == digest.day { ACCENT } else { BAR };
                        @let height = (count * BAR_PX).div_ceil(most);
                        @let is_numbered = *count > 0 && (counts.len() <= NUMBERED_DAYS || *count == most);
                        td valign="bottom" align="center" height=(BAR_PX + 18) style="padding:0 1px;font-size:0;line-height:0;" {
                            @if is_numbered { div style=(format!("{label}white-space:nowrap;")) { (count) } }
                            @if *count > 0 { div style=(format!("height:{height}px;background:{color};")) { "\u{a0}" } }
                        }
                    }
                }
            }
            table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" {
                tr {
                    td style=(format!("{label}padding:3px 0 0;")) { (lang.day_and_month(first)) }
                    td align="right" style=(format!("{label}padding:3px 0 0;")) { (lang.day_and_month(last)) }
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

fn to_do(digest: &Digest, attached: Attached, reply: Option<&str>, lang: Lang) -> Markup {
    let items = wording::to_do(digest, lang);
    markup! {
        @if !items.is_empty() {
            (heading(&wording::to_do_heading(digest, lang)))
            ol style="margin:0;padding:0 0 0 22px;" {
                @for item in items {
                    li style="margin:0 0 10px;" {
                        @match reply.filter(|_| item.ask == Ask::Answer) {
                            Some(page) => a href=(page) rel="noopener noreferrer" style=(format!("color:{ACCENT};")) { strong { (item.title) } },
                            None => strong { (item.title) },
                        }
                        @if item.ask == Ask::Post {
                            p style="margin:6px 0 0;padding:10px 12px;background:#f3efe8;border:1px dashed #59616a;font-size:15px;-webkit-user-select:all;user-select:all;" { (item.text) }
                        } @else {
                            p style=(format!("margin:0;{SOFT}font-size:14px;")) {
                                (item.text)
                                @if item.ask == Ask::Day && attached.calendar { br; (wording::development_day_file(digest, lang)) }
                            }
                        }
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

    /// How many quotes stand in the letter whole, and how many are said to be left.
    fn counted(page: &str, digest: &Digest, lang: Lang, attached: Attached) -> usize {
        let quoted = page.matches("<blockquote").count();
        let more = |count: usize| page.contains(&format!(">{}<", wording::more(count, attached.whole_pdf, lang)));
        let left = (1..=digest.quotes.len()).find(|count| more(*count)).unwrap_or_default();
        let cut = Opening::of(digest, lang).lead.is_some_and(|top| !top.is_whole);
        quoted - usize::from(cut) + left
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_letter_ends_before_gmail_cuts_it(
            count in 1i64..300, words in "[a\"<& \u{1F49A}]{1,1500}", name in "[\"&\u{1F49A}]{1,32}",
            pdf in any::<bool>(), calendar in any::<bool>(), lang in prop::sample::select(Lang::all().collect::<Vec<_>>()),
        ) {
            prop_assume!(!words.trim().is_empty());
            let attached = Attached { whole_pdf: pdf, calendar };
            let digest = digest(count, &words, &name);
            let page = letter(&digest, lang, attached, LETTER_MAX);
            prop_assert!(page.len() <= LETTER_MAX, "{} bytes", page.len());
            prop_assert!(page.contains(&wording::not_a_score(lang)) && page.ends_with("</html>"), "its end is in it");
            prop_assert_eq!(counted(&page, &digest, lang, attached), digest.quotes.len());
            let is_whole = letter(&digest, lang, attached, usize::MAX).len() <= LETTER_MAX;
            prop_assert_eq!(page.contains(&lang.say("digest-how")), true);
            prop_assert_eq!(is_whole, page == letter(&digest, lang, attached, usize::MAX));
        }
    }

    #[test]
    fn what_is_left_out_is_counted_and_where_it_is() {
        let digest = digest(140, &"You stayed. ".repeat(58), "Ada");
        for (whole_pdf, says) in [(true, " more in the attached PDF<"), (false, " more<")] {
            let page = letter(&digest, Lang::english(), Attached { whole_pdf, calendar: false }, LETTER_MAX);
            assert!(page.contains(says) && page.contains(">and "), "{whole_pdf}");
        }
    }
}
