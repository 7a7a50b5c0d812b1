//! What every page for a browser or a mail program begins with: its language, its title, and no script.

#[cfg(test)]
pub(crate) mod tests;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use crate::text::Lang;

/// A whole page. `head` follows the title; `body` includes its tag.
#[must_use]
pub fn page(lang: Lang, title: &str, head: &Markup, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                (head)
            }
            (body)
        }
    };
    page.into_string()
}

/// The style sheet in a page's head, for light and for dark.
#[must_use]
pub fn styled(style: &str) -> Markup {
    html! {
        meta name="color-scheme" content="light dark";
        style { (PreEscaped(style)) }
    }
}

/// A content security policy that allows this one style sheet and what `more` allows, and nothing else.
#[must_use]
pub fn policy(style: &str, more: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; {more}")
}
