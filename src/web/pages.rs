//! The pages, and what they have in common: one column, no script, nothing to load, readable without styles.

use std::sync::LazyLock;

use axum::Router;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};

use crate::app::App;
use crate::page;
use crate::text::Lang;
use crate::web::{languages, no_more};

const STYLE: &str = include_str!("page.css");

/// What a page may do: use this one style sheet, and send its own form back to where it came from.
static POLICY: LazyLock<String> = LazyLock::new(|| page::policy(STYLE, "form-action 'self'; frame-ancestors 'none'"));

pub(super) fn router() -> Router<App> {
    Router::new().route("/no-more/{token}", get(no_more::ask).post(no_more::say))
}

/// There is no such page.
pub(super) async fn not_found(headers: HeaderMap) -> Response {
    let lang = languages::of(&headers);
    let text = html! { p { (lang.say("web-not-found")) } };
    page(StatusCode::NOT_FOUND, lang, &lang.say("web-not-found-title"), &text)
}

/// A page of these parts. Nobody keeps it, nobody frames it, no search engine lists it, and no address of it is told on.
pub(super) fn page(status: StatusCode, lang: Lang, title: &str, body: &Markup) -> Response {
    let body = html! { body { main { h1 { (title) } (body) } } };
    let page = page::page(lang, title, &page::styled(STYLE), &body);
    let headers: [(HeaderName, &str); 6] = [
        (header::CONTENT_SECURITY_POLICY, POLICY.as_str()),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_LANGUAGE, lang.tag()),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    (status, headers, Html(page)).into_response()
}
