//! The digest as one HTML page that needs nothing else: no script, no address to load from, styles in the page.
//!
//! The parts are in reading order, so that the page also makes sense without its styles.

use std::sync::LazyLock;

use maud::{Markup, html as markup};

use crate::digest::{chart, wording};
use crate::page;
use crate::text::Lang;
use domain::digest::{Amount, Digest, Quote};

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
    markup! {
        @for notice in wording::notices(digest, lang) { p.notice role="note" { (notice) } }
        @if let Some(said) = &digest.sentence {
            figure.sentence {
                blockquote lang="" dir="auto" { (said) }
                figcaption { "— " (wording::sentence_by(digest, lang)) }
            }
        }
        header {
            p.eyebrow { (wording::day(digest, lang)) }
            h1 { (wording::headline(digest, lang)) }
            @if digest.amount() != Amount::None { p.about { (wording::about(digest, lang)) } }
        }
        @if digest.amount() == Amount::None {
            section.none-yet { @for paragraph in wording::none_yet(digest, lang) { p { (paragraph) } } }
        } @else {
            @if !digest.testimonials.is_empty() {
                section.testimonials aria-label=(lang.say("digest-testimonials")) {
                    @for testimonial in &digest.testimonials { (quote(testimonial, lang)) }
                }
            }
            (numbers(digest, lang))
            div.lower {
                @if let Some(chart) = chart::svg(digest, lang) { (chart) }
                @if let Some(what_for) = chart::what_for(digest, lang) { (what_for) }
                (to_do(digest, lang))
            }
            (quotes(digest, lang))
        }
        footer {
            h2 { (lang.say("digest-how")) }
            @let [collected, counted, object, not_a_score] = wording::how_collected(digest, lang);
            p { (collected) }
            @if digest.amount() != Amount::None { p { (counted) } }
            p { (object) }
            p { strong { (not_a_score) } }
        }
    }
}

fn numbers(digest: &Digest, lang: Lang) -> Markup {
    markup! {
        section.numbers aria-label=(lang.say("digest-numbers")) {
            @for (count, what) in wording::numbers(digest, lang) {
                p { strong { (count) } " " span { (what) } }
            }
        }
    }
}

fn to_do(digest: &Digest, lang: Lang) -> Markup {
    markup! {
        section.to-do {
            h2 { (wording::to_do_heading(digest, lang)) }
            ol {
                @for item in wording::to_do(digest, lang) {
                    li {
                        h3 { (item.title) }
                        @if item.is_post { p.post { (item.text) } } @else { p { (item.text) } }
                    }
                }
            }
        }
    }
}

fn quotes(digest: &Digest, lang: Lang) -> Markup {
    let more = wording::counted_only(digest, lang);
    // If the testimonials already are every quote in full, a list below would repeat them.
    let list = !digest.testimonials_are_all();
    markup! {
        @if list || more.is_some() {
            section.quotes {
                @if list {
                    h2 { (wording::quotes_heading(digest, lang)) }
                    div.list { @for one in &digest.quotes { (quote(one, lang)) } }
                }
                @if let Some(more) = more { p.more { (more) } }
            }
        }
    }
}

/// A quote: its language is not known (`lang=""`), its direction is its own.
fn quote(quote: &Quote, lang: Lang) -> Markup {
    markup! {
        figure class=[(!quote.is_passed_on()).then_some("kept")] {
            @if quote.words.is_empty() {
                p.wordless { (wording::words(quote, lang)) }
            } @else {
                blockquote lang="" dir="auto" { (quote.words) }
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
