//! The language of a page: the first that its reader's browser asks for and that is built in.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

use crate::text::Lang;

/// The reader's language; English when they ask for none of ours.
pub(super) fn of(headers: &HeaderMap) -> Lang {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut ranges: Vec<(&str, u32)> = wanted.split(',').map(range).filter(|(_, weight)| *weight > 0).collect();
    // Stable, so that among equals the order of the header counts.
    ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    ranges.iter().find_map(|(tag, _)| spoken(tag)).unwrap_or_else(Lang::english)
}

/// A range and its weight in thousandths, as in `de-AT;q=0.8`.
fn range(text: &str) -> (&str, u32) {
    let (tag, parameters) = text.split_once(';').unwrap_or((text, ""));
    let weight = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.parse::<f32>().ok());
    let thousandths = (weight.unwrap_or(0.0).clamp(0.0, 1.0) * 1000.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 1000")]
    (tag.trim(), thousandths as u32)
}

fn spoken(tag: &str) -> Option<Lang> {
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let found = Lang::of(Some(tag));
    (!tag.is_empty() && base(found.tag()) == base(tag)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_is_asked() {
        let check = |header: &str, expected: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, header.parse().unwrap());
            assert_eq!(of(&headers).tag(), expected, "{header}");
        };
        check("en-GB,en;q=0.9", "en");
        check("tlh", "en");
        check("de-AT,de;q=0.9,en;q=0.1", "de");
        check("en;q=0.2, pt;q=0.9", "pt-BR");
        check("nl, ja;q=0.5", "ja");
        check("", "en");
        check("*;q=0.5", "en");
        check("en;q=wrong", "en");
        assert_eq!(of(&HeaderMap::new()).tag(), "en");
    }
}
