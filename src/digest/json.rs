//! The digest for programs. `docs/digest.schema.json` is its contract: a field may be added, and a change that breaks
//! a reader raises [`VERSION`].

use serde::Serialize;

use crate::digest::wording;
use crate::text::Lang;
use domain::digest::{AddedQuote, Audience, Chart, Digest, Quote, Withheld};

/// Names the contract in each file; it is a name and not an address.
const SCHEMA_ID: &str = "urn:cmad:digest:1";
/// Raised when a reader of the old files could misread the new ones.
const VERSION: u32 = 1;

/// The file: indented, in UTF-8.
#[must_use]
pub fn json(digest: &Digest, lang: Lang) -> Vec<u8> {
    let mut file = serde_json::to_vec_pretty(&of(digest, lang)).expect("the digest is strings, numbers and lists");
    file.push(b'\n');
    file
}

#[derive(Serialize)]
struct DigestJson<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: u32,
    language: &'static str,
    headline: String,
    not_a_score: String,
    audience: Audience,
    manager: ManagerJson<'a>,
    server: &'a str,
    year: i32,
    day: String,
    update: u32,
    sentence: Option<&'a str>,
    testimonials: Vec<QuoteJson<'a>>,
    numbers: domain::digest::Numbers,
    chart: Option<ChartJson>,
    what_for: Vec<Count>,
    what_you_can_do: Vec<Suggestion>,
    quotes: Vec<QuoteJson<'a>>,
    counted_only: usize,
    added_not_checked: Vec<AddedJson<'a>>,
    how_collected: Vec<String>,
}

#[derive(Serialize)]
struct ManagerJson<'a> {
    name: &'a str,
    title: Option<&'a str>,
    team: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cares_about: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
}

#[derive(Serialize)]
struct QuoteJson<'a> {
    words: &'a str,
    shortened: bool,
    signature: Option<&'a str>,
    relation: Option<&'static str>,
    what_for: Option<&'static str>,
    date: String,
    link: Option<String>,
    /// Why a boss does not get it; there only in the manager's own file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kept: Vec<&'static str>,
}

/// Words that the manager added from elsewhere.
#[derive(Serialize)]
struct AddedJson<'a> {
    words: &'a str,
    said_by: &'a str,
    place: Option<&'a str>,
    link: Option<&'a str>,
    /// Whether a boss does not get it; there only in the manager's own file.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<bool>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum ChartJson {
    Days { first: String, counts: Vec<usize>, at_other_times: usize },
    Years { year: i32, people: usize, messages: usize },
}

#[derive(Serialize)]
struct Count {
    what_for: &'static str,
    people: usize,
}

#[derive(Serialize)]
struct Suggestion {
    title: String,
    text: String,
}

fn of(digest: &Digest, lang: Lang) -> DigestJson<'_> {
    let suggestion = |one: wording::ToDo| Suggestion { title: one.title, text: one.text };
    DigestJson {
        schema: SCHEMA_ID,
        version: VERSION,
        language: lang.tag(),
        headline: wording::headline(digest, lang),
        not_a_score: wording::not_a_score(lang),
        audience: digest.audience,
        manager: ManagerJson {
            name: &digest.manager,
            title: digest.title.as_deref(),
            team: digest.team.as_deref(),
            cares_about: digest.cares.as_deref(),
            link: digest.link.as_deref(),
        },
        server: &digest.server,
        year: digest.year,
        day: digest.day.to_string(),
        update: digest.revision,
        sentence: digest.sentence.as_deref(),
        testimonials: digest.testimonials.iter().map(quote).collect(),
        numbers: digest.numbers,
        chart: digest.chart.as_ref().map(|chart| match chart {
            Chart::Days { first, counts, at_other_times } => {
                ChartJson::Days { first: first.to_string(), counts: counts.clone(), at_other_times: *at_other_times }
            }
            Chart::Years { earlier } => {
                ChartJson::Years { year: earlier.year, people: earlier.people, messages: earlier.messages }
            }
        }),
        what_for: digest
            .what_for
            .iter()
            .map(|(what, people)| Count { what_for: what.name(), people: *people })
            .collect(),
        what_you_can_do: wording::to_do(digest, lang).into_iter().map(suggestion).collect(),
        quotes: digest.quotes.iter().map(quote).collect(),
        counted_only: digest.counted_only,
        added_not_checked: digest.added.iter().map(added).collect(),
        how_collected: wording::how_collected(digest, lang),
    }
}

fn added(one: &AddedQuote) -> AddedJson<'_> {
    AddedJson {
        words: &one.words,
        said_by: &one.said_by,
        place: one.place.as_deref(),
        link: one.link.as_deref(),
        kept: one.id.map(|_| one.kept),
    }
}

fn quote(quote: &Quote) -> QuoteJson<'_> {
    let kept = quote.kept.map(|kept| match kept {
        Withheld::Private => "private",
        Withheld::NotAsked => "not-asked",
        Withheld::Unseen => "unseen",
    });
    QuoteJson {
        words: &quote.words,
        shortened: quote.shortened,
        signature: quote.signature.as_deref(),
        relation: quote.relation.map(|one| one.name()),
        what_for: quote.what_for.map(|one| one.name()),
        date: quote.said.to_string(),
        link: quote.link.map(|link| link.to_string()),
        kept: kept.into_iter().chain(quote.hidden.then_some("hidden")).collect(),
    }
}
