//! The day as a file for calendars, for everyone: to open once, or to subscribe to.

use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse as _, Response};

use crate::text::calendar_file;
use crate::web::languages;

/// The day of every year, in the reader's language. A cache may keep it for a day: it changes only with the program.
pub(super) async fn day(headers: HeaderMap) -> Response {
    let lang = languages::of(&headers);
    let headers: [(HeaderName, &str); 6] = [
        (header::CONTENT_TYPE, calendar_file::MEDIA_TYPE),
        (header::CONTENT_DISPOSITION, "inline; filename=\"cmad.ics\""),
        (header::CONTENT_LANGUAGE, lang.tag()),
        (header::VARY, "Accept-Language"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, calendar_file::every_day(lang)).into_response()
}
