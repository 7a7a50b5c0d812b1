//! The data of the templates: the sentences and words of a digest, prepared for typesetting. Templates decide nothing.

use chrono::Datelike as _;
use serde::Serialize;
use typeset::{Letters, NO_LETTER, Settable};
use unicode_segmentation::UnicodeSegmentation;

use crate::digest::opening::{Opening, Top};
use crate::digest::print::room::printed;
use crate::digest::text::columns;
use crate::digest::wording::{self, Ask};
use crate::text::Lang;
use domain::digest::{AddedQuote, Amount, Chart, Digest, Quote};

/// The template for which words are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintForm {
    /// The page's testimonials share one sheet with everything else; what is cut there is complete among the quotes.
    Page,
    /// The card shows one testimonial.
    Card,
}

impl PrintForm {
    /// The most columns of one testimonial; a line break counts as much as the line that it leaves unused.
    const fn columns(self) -> usize {
        match self {
            Self::Page => 480,
            Self::Card => 190,
        }
    }
}

/// As many columns as an unfinished line leaves unused on the average.
const LINE_BREAK: usize = 45;

/// The data of a template.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    lang: String,
    region: Option<String>,
    /// Of the file: its title, as properties of a document show it.
    title: String,
    server: String,
    /// Year, month, day.
    date: (i32, u32, u32),
    amount: &'static str,
    notices: Vec<Settable>,
    /// The manager's sentence to their boss, and their name.
    sentence: Option<(Settable, Settable)>,
    eyebrow: Settable,
    headline: Settable,
    /// The quote at the top: its name has a link where it is whole.
    lead: Option<QuoteData>,
    ask: Option<Settable>,
    later_notice: Option<Settable>,
    none_yet: Vec<Settable>,
    testimonials_title: Settable,
    testimonials: Vec<QuoteData>,
    numbers: Option<Settable>,
    chart: Option<ChartData>,
    what_for: Option<WhatFor>,
    to_do_title: Settable,
    to_do: Vec<ToDo>,
    quotes_title: Option<Settable>,
    quotes: Vec<QuoteData>,
    more: Option<Settable>,
    /// The heading above what the manager added.
    added_title: Settable,
    added: Vec<AddedData>,
    how_title: Settable,
    how: Vec<Settable>,
    not_a_score: Settable,
    /// The foot of each page, with `{page}` and `{pages}` for the template to fill in.
    foot: String,
    link: Settable,
    /// The note that some letters could not be set, if so.
    lacking: Option<Settable>,
}

#[derive(Debug, Serialize)]
struct QuoteData {
    words: Settable,
    /// Whether there are no words, and `words` says so.
    wordless: bool,
    name: Settable,
    circumstances: Settable,
    link: Option<String>,
    marks: Vec<Settable>,
    kept: bool,
}

#[derive(Debug, Serialize)]
struct AddedData {
    words: Settable,
    name: Settable,
    place: Option<Settable>,
    link: Option<String>,
    mark: Option<Settable>,
    kept: bool,
}

#[derive(Debug, Serialize)]
struct ChartData {
    title: Settable,
    /// What the drawing shows, for those who do not see it.
    summary: String,
    below: Settable,
    days: Option<Days>,
    years: Option<[(String, Settable, usize); 2]>,
}

#[derive(Debug, Serialize)]
struct Days {
    counts: Vec<usize>,
    /// The index of the day's count, if it is in the chart.
    on: Option<usize>,
    first: String,
    day: String,
}

#[derive(Debug, Serialize)]
struct WhatFor {
    title: Settable,
    rows: Vec<(Settable, Settable, usize)>,
    note: Settable,
}

#[derive(Debug, Serialize)]
struct ToDo {
    title: Settable,
    text: Settable,
    post: bool,
}

/// The data of a digest.
pub(super) fn of(digest: &Digest, lang: Lang, form: PrintForm) -> Data {
    let mut letters = Letters { is_japanese: lang.tag() == "ja", lacking: false };
    let mut set = |text: &str| letters.set(text);
    let has_quotes = digest.amount() != Amount::None;
    let opening = match form {
        PrintForm::Page => Opening::cut(digest, lang, |words| {
            let (words, cut) = fitting(words, form.columns());
            cut.then_some(words)
        }),
        PrintForm::Card => card(digest, form),
    };
    let lead = opening.lead.as_ref().map(|top| match form {
        PrintForm::Page => lead(top, lang, &mut set),
        PrintForm::Card => quote(top.quote, &top.words, lang, &mut set),
    });
    let testimonials = opening.others.iter().map(|one| quote(one.quote, &one.words, lang, &mut set)).collect();
    let (there, is_listed) = (printed(&opening.listed), !opening.listed.is_empty());
    let left = opening.listed.len() - there;
    let more = [(left > 0).then(|| wording::more(left, false, lang)), wording::counted_only(digest, lang)];
    let more: Vec<String> = more.into_iter().flatten().collect();
    let quotes: Vec<QuoteData> =
        opening.listed[..there].iter().map(|one| quote(one, &one.words, lang, &mut set)).collect();
    let numbers = wording::numbers(digest, lang);
    let (tag, region) = lang.tag().split_once('-').map_or((lang.tag(), None), |(tag, region)| (tag, Some(region)));
    let mut data = Data {
        lang: tag.to_owned(),
        region: region.map(str::to_owned),
        title: wording::title(digest, lang),
        server: digest.server.clone(),
        date: (digest.day.year(), digest.day.month(), digest.day.day()),
        amount: match digest.amount() {
            Amount::None => "none",
            Amount::Few => "few",
            Amount::Many => "many",
        },
        notices: wording::notices(digest, lang).iter().map(|notice| set(notice)).collect(),
        sentence: digest.sentence.as_deref().map(|said| (set(said), set(&wording::sentence_by(digest, lang)))),
        eyebrow: set(&wording::day(digest, lang)),
        headline: set(&wording::headline(digest, lang)),
        lead,
        ask: wording::ask(digest, lang).map(|ask| set(&ask)),
        later_notice: wording::later_notice(digest, lang).map(|notice| set(&notice)),
        none_yet: wording::none_yet(digest, lang).iter().filter(|_| !has_quotes).map(|text| set(text)).collect(),
        testimonials_title: set(&lang.say("digest-testimonials")),
        testimonials,
        numbers: (!numbers.is_empty()).then(|| set(&lang.sentences(&numbers))),
        chart: chart(digest, lang, &mut set),
        what_for: what_for(digest, lang, &mut set),
        to_do_title: set(&wording::to_do_heading(digest, lang)),
        to_do: wording::to_do(digest, lang)
            .iter()
            .map(|one| ToDo { title: set(&one.title), text: set(&one.text), post: one.ask == Ask::Post })
            .collect(),
        quotes_title: is_listed.then(|| set(&wording::quotes_heading(digest, &opening, lang))),
        quotes,
        more: (!more.is_empty()).then(|| set(&more.join("\n"))),
        added_title: set(&wording::added_heading(digest, lang)),
        added: digest.added.iter().filter(|_| form == PrintForm::Page).map(|one| added(one, lang, &mut set)).collect(),
        how_title: set(&lang.say("digest-how")),
        how: wording::how_collected(digest, lang).iter().map(|text| set(text)).collect(),
        not_a_score: set(&wording::not_a_score(lang)),
        foot: lang.with("digest-page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        link: set(&lang.say("digest-link")),
        lacking: None,
    };
    if letters.lacking {
        let note = lang.with("digest-no-letters", &[("sign", NO_LETTER.to_string().into())]);
        data.lacking = Some(letters.set(&note));
    }
    data
}

/// The one quote of the card: the first that fits, else the first, cut. It lists none.
fn card(digest: &Digest, form: PrintForm) -> Opening<'_> {
    let fits = |quote: &&Quote| !fitting(&quote.words, form.columns()).1 && !quote.words.is_empty();
    let best = digest.testimonials.iter().find(fits).or(digest.testimonials.first());
    let lead = best.map(|quote| {
        let (words, cut) = fitting(&quote.words, form.columns());
        Top { quote, words: words.into(), is_whole: !cut }
    });
    Opening { lead, others: Vec::new(), listed: Vec::new() }
}

/// The words up to so many columns, with an ellipsis where they are cut, and whether they are.
fn fitting(words: &str, most: usize) -> (String, bool) {
    let mut used = 0;
    let mut blank = 0;
    for (at, grapheme) in words.grapheme_indices(true) {
        used += if grapheme == "\n" { LINE_BREAK } else { columns(grapheme) };
        if used > most {
            // Not in the middle of a word that began shortly before.
            let end = if at - blank < 24 && blank > 0 { blank } else { at };
            return (format!("{}…", words[..end].trim_end()), true);
        }
        if grapheme.chars().all(char::is_whitespace) {
            blank = at;
        }
    }
    (words.to_owned(), false)
}

/// The quote at the top, with its name alone.
fn lead(top: &Top<'_>, lang: Lang, set: &mut impl FnMut(&str) -> Settable) -> QuoteData {
    let relation = wording::lead_relation(top, lang).unwrap_or_default();
    let link = top.quote.link.filter(|_| top.is_whole).map(|link| link.to_string());
    QuoteData { circumstances: set(&relation), link, ..quote(top.quote, &top.words, lang, set) }
}

fn quote(quote: &Quote, words: &str, lang: Lang, set: &mut impl FnMut(&str) -> Settable) -> QuoteData {
    let shown = if quote.words.is_empty() { wording::words(quote, lang) } else { words.into() };
    QuoteData {
        words: set(&shown),
        wordless: quote.words.is_empty(),
        name: set(&wording::signature(quote, lang)),
        circumstances: set(&wording::circumstances(quote, lang)),
        link: quote.link.map(|link| link.to_string()),
        marks: wording::marks(quote, lang).iter().map(|mark| set(mark)).collect(),
        kept: !quote.is_passed_on(),
    }
}

fn added(one: &AddedQuote, lang: Lang, set: &mut impl FnMut(&str) -> Settable) -> AddedData {
    AddedData {
        words: set(&one.words),
        name: set(&one.said_by),
        place: one.place.as_deref().map(&mut *set),
        link: one.link.clone(),
        mark: wording::added_mark(one, lang).map(|mark| set(&mark)),
        kept: one.kept,
    }
}

fn chart(digest: &Digest, lang: Lang, set: &mut impl FnMut(&str) -> Settable) -> Option<ChartData> {
    let (title, summary) = wording::chart(digest, lang)?;
    let (days, years) = match digest.chart.as_ref()? {
        Chart::Days { first, counts, .. } => {
            let on = usize::try_from((digest.day - *first).num_days()).ok().filter(|on| *on < counts.len());
            let [first, day] = [*first, digest.day].map(|date| lang.day_and_month(date));
            (Some(Days { counts: counts.clone(), on, first, day }), None)
        }
        Chart::Years { earlier } => {
            let rows = [(earlier.year, earlier.people), (digest.year, digest.numbers.people)];
            let row = |(year, people): (i32, usize)| (year.to_string(), set(&wording::people(people, lang)), people);
            (None, Some(rows.map(row)))
        }
    };
    Some(ChartData { title: set(&title), below: set(&summary), summary, days, years })
}

fn what_for(digest: &Digest, lang: Lang, set: &mut impl FnMut(&str) -> Settable) -> Option<WhatFor> {
    let row = |(what, count): &(_, usize)| {
        (set(&wording::what_for(*what, lang)), set(&wording::people(*count, lang)), *count)
    };
    let rows: Vec<_> = digest.what_for.iter().map(row).collect();
    (!rows.is_empty()).then(|| WhatFor {
        title: set(&lang.say("digest-what-for")),
        rows,
        note: set(&lang.say("digest-what-for-note")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_to_their_room() {
        let check = |words: &str, most: usize, expected: &str| {
            let (fitted, cut) = fitting(words, most);
            assert_eq!(fitted, expected);
            assert_eq!(cut, expected.ends_with('…'));
        };
        check("thank you", 9, "thank you");
        check("thank you Alex", 11, "thank you…");
        check(&"a".repeat(60), 50, &format!("{}…", "a".repeat(50)));
        check("谢谢谢谢", 6, "谢谢谢…");
        check("one\ntwo\nthree", 100, "one\ntwo…");
    }
}
