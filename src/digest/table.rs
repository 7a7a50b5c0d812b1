//! The quotes as rows for a spreadsheet: one row each, nothing hidden behind them.

use crate::digest::{csv, wording};
use crate::text::Lang;
use domain::digest::{Digest, Quote};

/// The file: a header row, one row for each quote, and a last row if more was counted than is quoted.
#[must_use]
pub fn table(digest: &Digest, lang: Lang) -> Vec<u8> {
    let headings = ["date", "from", "relation", "what-for", "words", "link", "note"]
        .map(|column| lang.say(&format!("digest-column-{column}")));
    let more = wording::counted_only(digest, lang).map(|more| {
        let [date, from, relation, what_for, words, link] = [const { String::new() }; 6];
        [date, from, relation, what_for, words, link, more]
    });
    let rows = digest.quotes.iter().map(|quote| row(quote, lang));
    csv(&std::iter::once(headings).chain(rows).chain(more).collect::<Vec<_>>())
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
