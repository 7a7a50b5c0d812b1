//! The data of the picture of one quote.

use chrono::Datelike as _;
use serde::Serialize;
use typeset::{Letters, Settable};

use crate::digest::wording;
use crate::text::Lang;
use domain::digest::{Digest, Quote};

/// The data of the template.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    lang: String,
    region: Option<String>,
    title: String,
    server: String,
    /// Year, month, day.
    date: (i32, u32, u32),
    headline: Settable,
    eyebrow: Settable,
    quote: Said,
    /// Who was thanked, and where.
    thanked: Settable,
    link: Option<String>,
}

#[derive(Debug, Serialize)]
struct Said {
    words: Settable,
    name: Settable,
    circumstances: Settable,
}

/// The data of a quote, with its words as they are shown.
pub(super) fn of(digest: &Digest, quote: &Quote, words: &str, lang: Lang) -> Data {
    let mut letters = Letters { is_japanese: lang.tag() == "ja", lacking: false };
    let mut set = |text: &str| letters.set(text);
    let (tag, region) = lang.tag().split_once('-').map_or((lang.tag(), None), |(tag, region)| (tag, Some(region)));
    let thanked = [&digest.manager, &digest.server].map(|name| wording::isolated(name));
    Data {
        lang: tag.to_owned(),
        region: region.map(str::to_owned),
        title: wording::title(digest, lang),
        server: digest.server.clone(),
        date: (digest.day.year(), digest.day.month(), digest.day.day()),
        headline: set(&wording::headline(digest, lang)),
        eyebrow: set(&wording::day(digest, lang)),
        quote: Said {
            words: set(words),
            name: set(&wording::signature(quote, lang)),
            circumstances: set(&wording::circumstances(quote, lang)),
        },
        thanked: set(&format!("💚 {}", thanked.join(" · "))),
        link: quote.link.map(|link| link.to_string()),
    }
}
