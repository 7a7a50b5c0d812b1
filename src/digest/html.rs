//! The digest as one HTML page that needs nothing else: no script, no address to load from, styles in the page.
//!
//! The parts are in reading order, so that the page also makes sense without its styles.

use std::sync::LazyLock;

use maud::{Markup, html as markup};

use crate::digest::opening::{Opening, Top};
use crate::digest::wording::Ask;
use crate::digest::{chart, development_day, wording};
use crate::page;
use crate::text::Lang;
use domain::digest::{AddedQuote, Amount, Audience, Digest, Quote};

pub(super) const STYLE: &str = include_str!("digest.css");

/// What the page may do: use this one style sheet, and nothing else.
static POLICY: LazyLock<String> = LazyLock::new(|| page::policy(STYLE, "form-action 'none'"));

/// The page, in light and dark, for a screen, a phone and A4.
#[must_use]
pub fn html(digest: &Digest, lang: Lang) -> String {
    let head = markup! {
        meta http-equiv="Content-Security-Policy" content=(*POLICY);
        meta name="referrer" content="no-referrer";
        meta name="robots" content="noindex";
        (page::styled(STYLE))
    };
    let body = markup! { body { main class=(size(digest)) { (parts(digest, lang)) } } };
    page::page(lang, &wording::title(digest, lang), &head, &body)
}

const fn size(digest: &Digest) -> &'static str {
    match digest.amount() {
        Amount::None => "none",
        Amount::Few => "few",
        Amount::Many => "many",
    }
}

fn parts(digest: &Digest, lang: Lang) -> Markup {
    let opening = Opening::of(digest, lang);
    markup! {
        @for notice in wording::notices(digest, lang) { p.notice role="note" { (notice) } }
        header {
            h1 { (wording::headline(digest, lang)) }
            @if let Some(top) = &opening.lead { (lead(top, lang)) }
            @if let Some(ask) = wording::ask(digest, lang) { p.ask { strong { (ask) } } }
        }
        @if let Some(notice) = wording::later_notice(digest, lang) { p.notice role="note" { (notice) } }
        @if let Some(said) = &digest.sentence {
            figure.sentence {
                blockquote lang="" dir="auto" { (said) }
                figcaption { "— " (wording::sentence_by(digest, lang)) }
            }
        }
        @if digest.amount() == Amount::None {
            section.none-yet { @for paragraph in wording::none_yet(digest, lang) { p { (paragraph) } } }
        } @else {
            @if !opening.others.is_empty() {
                section.testimonials aria-label=(lang.say("digest-testimonials")) {
                    @for top in &opening.others { (quote(top.quote, &top.words, lang)) }
                }
            }
            (numbers(digest, lang))
            div.lower {
                @if let Some(chart) = chart::svg(digest, lang) { (chart) }
                @if let Some(what_for) = chart::what_for(digest, lang) { (what_for) }
                (to_do(digest, lang))
            }
            (quotes(digest, &opening, lang))
        }
        (added(digest, lang))
        footer {
            h2 { (lang.say("digest-how")) }
            @for paragraph in wording::how_collected(digest, lang) { p { (paragraph) } }
            p { strong { (wording::not_a_score(lang)) } }
        }
    }
}

/// The quote at the top, with its name alone; a whole one has its link in the name.
fn lead(top: &Top<'_>, lang: Lang) -> Markup {
    let name = markup! {
        @if let Some(name) = &top.quote.signature { bdi.name lang="" { (name) } } @else { span.name { (wording::signature(top.quote, lang)) } }
    };
    markup! {
        figure.lead {
            blockquote lang="" dir="auto" { (top.words) }
            figcaption {
                "— "
                @match top.quote.link.filter(|_| top.is_whole) {
                    Some(link) => a href=(link) rel="noopener noreferrer nofollow" title=(lang.say("digest-link")) { (name) },
                    None => (name),
                }
                @if let Some(relation) = wording::lead_relation(top, lang) { " " span.circumstances { (relation) } }
                @for mark in wording::marks(top.quote, lang) { " " span.mark { (mark) } }
            }
        }
    }
}

fn numbers(digest: &Digest, lang: Lang) -> Markup {
    let numbers = wording::numbers(digest, lang);
    markup! {
        @if !numbers.is_empty() {
            section.numbers aria-label=(lang.say("digest-numbers")) { p { (lang.sentences(&numbers)) } }
        }
    }
}

fn to_do(digest: &Digest, lang: Lang) -> Markup {
    let items = wording::to_do(digest, lang);
    markup! {
        @if !items.is_empty() {
            section.to-do {
                h2 { (wording::to_do_heading(digest, lang)) }
                ol {
                    @for item in items {
                        li {
                            h3 { (item.title) }
                            @if item.ask == Ask::Post { p.post { (item.text) } } @else { p { (item.text) } }
                            @if item.ask == Ask::Day && digest.audience == Audience::Boss { (development_day(digest, lang)) }
                        }
                    }
                }
            }
        }
    }
}

/// The link that puts the development day into a calendar. The page holds the file, so that it needs nothing else.
fn development_day(digest: &Digest, lang: Lang) -> Markup {
    let (file, name) = development_day::link(digest, lang);
    markup! {
        p {
            a href=(file) download=(name) { (wording::development_day_link(digest, lang)) }
            br;
            (lang.say("digest-do-day-move"))
        }
    }
}

fn quotes(digest: &Digest, opening: &Opening<'_>, lang: Lang) -> Markup {
    let more = wording::counted_only(digest, lang);
    let list = &opening.listed;
    markup! {
        @if !list.is_empty() || more.is_some() {
            section.quotes {
                @if !list.is_empty() {
                    h2 { (wording::quotes_heading(digest, opening, lang)) }
                    div.list { @for one in list { (quote(one, &one.words, lang)) } }
                }
                @if let Some(more) = more { p.more { (more) } }
            }
        }
    }
}

/// What the manager added, after what members wrote.
fn added(digest: &Digest, lang: Lang) -> Markup {
    markup! {
        @if !digest.added.is_empty() {
            section.quotes.added {
                h2 { (wording::added_heading(digest, lang)) }
                div.list { @for one in &digest.added { (added_quote(one, lang)) } }
            }
        }
    }
}

fn added_quote(one: &AddedQuote, lang: Lang) -> Markup {
    markup! {
        figure class=[one.kept.then_some("kept")] {
            blockquote lang="" dir="auto" { (one.words) }
            figcaption {
                bdi.name lang="" { (one.said_by) }
                @if let Some(place) = &one.place {
                    " " span.circumstances {
                        @match &one.link {
                            Some(link) => a href=(link) rel="noopener noreferrer nofollow" { (place) },
                            None => bdi lang="" { (place) },
                        }
                    }
                }
                @if let Some(mark) = wording::added_mark(one, lang) { " " span.mark { (mark) } }
            }
        }
    }
}

/// A quote: its language is not known (`lang=""`), its direction is its own.
fn quote(quote: &Quote, words: &str, lang: Lang) -> Markup {
    markup! {
        figure class=[(!quote.is_passed_on()).then_some("kept")] {
            @if quote.words.is_empty() {
                p.wordless { (wording::words(quote, lang)) }
            } @else {
                blockquote lang="" dir="auto" { (words) }
            }
            figcaption {
                @if let Some(name) = &quote.signature { bdi.name lang="" { (name) } } @else { span.name { (wording::signature(quote, lang)) } }
                " " span.circumstances { (wording::circumstances(quote, lang)) }
                @if let Some(link) = quote.link {
                    " " a href=(link) rel="noopener noreferrer nofollow" { (lang.say("digest-link")) }
                }
                @for mark in wording::marks(quote, lang) { " " span.mark { (mark) } }
            }
        }
    }
}
