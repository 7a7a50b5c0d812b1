//! What all pages have in common: one column, no script, nothing to load, readable without styles.

use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};

use crate::app::StoreError;
use crate::page;
use crate::text::Lang;
use crate::web::languages;

const STYLE: &str = include_str!("page.css");

/// A page may use this one style sheet and send its form to its own address.
static POLICY: LazyLock<String> = LazyLock::new(|| page::policy(STYLE, "form-action 'self'; frame-ancestors 'none'"));

/// The page for an address that is not known.
pub(super) async fn not_found(headers: HeaderMap) -> Response {
    let lang = languages::of(&headers);
    let text = html! { p { (lang.say("web-not-found")) } };
    page(StatusCode::NOT_FOUND, lang, &lang.say("web-not-found-title"), &text)
}

/// The database failed: it is logged, and the reader may try again.
pub(super) fn failed(error: &StoreError) -> Response {
    tracing::error!(%error, "a page could not be shown");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// A page as a response. No cache keeps it, no other page frames it, no search engine lists it, and it sends no referrer.
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
