//! The quotes as rows for a spreadsheet: one row each, nothing hidden behind them. What the manager added follows, and says so in
//! its note.

use crate::digest::{csv, wording};
use crate::text::Lang;
use domain::digest::{AddedQuote, Digest, Quote};

/// The file: a header row, one row for each quote, a row if more was counted than is quoted, and what the manager added.
#[must_use]
pub fn table(digest: &Digest, lang: Lang) -> Vec<u8> {
    let headings = ["date", "from", "relation", "what-for", "words", "link", "note"]
        .map(|column| lang.say(&format!("digest-column-{column}")));
    let more = wording::counted_only(digest, lang).map(|more| {
        let [date, from, relation, what_for, words, link] = [const { String::new() }; 6];
        [date, from, relation, what_for, words, link, more]
    });
    let rows = digest.quotes.iter().map(|quote| row(quote, lang));
    let added = digest.added.iter().map(|one| added(one, digest, lang));
    csv(&std::iter::once(headings).chain(rows).chain(more).chain(added).collect::<Vec<_>>())
}

fn added(one: &AddedQuote, digest: &Digest, lang: Lang) -> [String; 7] {
    let [date, relation, what_for] = [const { String::new() }; 3];
    let place = one.place.clone().filter(|_| one.link.is_none());
    let note = [Some(wording::added_heading(digest, lang)), place, wording::added_mark(one, lang)];
    let note: Vec<String> = note.into_iter().flatten().collect();
    let link = one.link.clone().unwrap_or_default();
    [date, one.said_by.clone(), relation, what_for, one.words.clone(), link, lang.phrases(&note)]
}

fn row(quote: &Quote, lang: Lang) -> [String; 7] {
    [
        quote.said.to_string(),
        quote.signature.clone().unwrap_or_else(|| lang.say("digest-member")),
        quote.relation.map(|one| wording::relation(one, lang)).unwrap_or_default(),
        quote.what_for.map(|one| wording::what_for(one, lang)).unwrap_or_default(),
        quote.words.clone(),
        quote.link.map(|link| link.to_string()).unwrap_or_default(),
        lang.phrases(&wording::marks(quote, lang)),
    ]
}
