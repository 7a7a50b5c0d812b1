//! "No more of these": the page on which the reader of a mail stops further mails, and the one-click request of mail
//! programs.
//!
//! Opening the page changes nothing, because scanners follow every link in a mail. Only a POST does, which is also what
//! mail programs send by RFC 8058.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};

use crate::app::App;
use crate::app::mailing::{Reader, Scope};
use crate::text::{Arg, Lang};
use crate::web::languages;
use crate::web::pages::{failed, not_found, page};

/// What the second button sends.
const ALL: &[u8] = b"scope=all";

/// The page with its buttons.
pub(super) async fn ask(State(app): State<App>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    match app.reader_of(&token).await {
        Ok(Some(reader)) => {
            let lang = languages::of(&headers);
            if reader.has_said {
                done(lang, &reader, Scope::OfThese)
            } else {
                page(StatusCode::OK, lang, &lang.say("web-no-more-title"), &question(lang, &reader))
            }
        }
        Ok(None) => not_found(headers).await,
        Err(error) => failed(&error),
    }
}

/// A button was pressed, or a mail program does it for its reader.
pub(super) async fn say(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let scope = if body.as_ref() == ALL { Scope::OfAll } else { Scope::OfThese };
    match app.no_more_mail(&token, scope).await {
        Ok(Some(reader)) => done(languages::of(&headers), &reader, scope),
        Ok(None) => not_found(headers).await,
        Err(error) => failed(&error),
    }
}

fn question(lang: Lang, reader: &Reader) -> Markup {
    html! {
        p { (about("web-no-more-ask", lang, reader)) }
        p { (lang.say("web-no-more-means")) }
        form method="post" { button type="submit" { (lang.say("web-no-more-button")) } }
        form method="post" {
            button.quiet type="submit" name="scope" value="all" { (lang.say("web-no-more-all-button")) }
        }
    }
}

fn done(lang: Lang, reader: &Reader, scope: Scope) -> Response {
    let says = match scope {
        Scope::OfThese => about("web-no-more-done", lang, reader),
        Scope::OfAll => lang.say("web-no-more-done-all"),
    };
    let offered = scope == Scope::OfThese;
    let text = html! {
        p role="status" { (says) }
        @if offered {
            form method="post" {
                button.quiet type="submit" name="scope" value="all" { (lang.say("web-no-more-all-button")) }
            }
        }
    };
    page(StatusCode::OK, lang, &lang.say("web-no-more-done-title"), &text)
}

/// A sentence about the manager, as far as they are still known.
fn about(key: &str, lang: Lang, reader: &Reader) -> String {
    let who = if reader.manager.is_some() && reader.server.is_some() { "known" } else { "unknown" };
    let name = |name: &Option<String>| -> Arg<'static> { name.clone().unwrap_or_default().into() };
    let args = [("who", who.into()), ("manager", name(&reader.manager)), ("server", name(&reader.server))];
    lang.with(key, &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tests::contrast::{Pairs, Scheme, measure};

    /// What a response shows.
    async fn shown(response: Response) -> String {
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn every_page_can_be_read_in_light_and_in_dark() {
        let lang = Lang::english();
        let known = |name: &str| Some(name.to_owned());
        let reader = Reader { manager: known("Ada"), server: known("Harbour"), has_said: false };
        let pages = [
            page(StatusCode::OK, lang, "May we?", &question(lang, &reader)),
            done(lang, &reader, Scope::OfThese),
            done(lang, &reader, Scope::OfAll),
            not_found(HeaderMap::new()).await,
        ];
        let mut all = Vec::new();
        for response in pages {
            all.push(shown(response).await);
        }
        for scheme in Scheme::ALL {
            let mut pairs = Pairs::default();
            all.iter().for_each(|page| measure(page, scheme, &[], &mut pairs));
            pairs.hold(&format!("the pages, {scheme:?}"), 2, 2);
        }
    }
}
