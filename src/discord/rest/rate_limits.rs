//! What Discord's responses say of its rate limits: how long a 429 asks to wait and for what, and a route's own limit.
//!
//! [`Rest::call`](crate::discord::rest::Rest::call) waits as long as a 429 asks and tries again, within the caller's
//! `Patience`. Beyond that the caller gets [`RestError::RateLimited`](crate::discord::rest::RestError::RateLimited), and a
//! worker gets it at once: a send (a post, a reaction, …) is then put back for the pause, an hour at most, in
//! `app::dispatch::failures`.

use std::time::Duration;

use hyper::header::HeaderMap;
use serde_json::Value;
use tokio::time::Instant;
use twilight_http_ratelimiting::RateLimitHeaders;

/// The longest pause that a response may ask for, so that a nonsensical header cannot stop the bot.
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

/// What a 429 asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RateLimited {
    /// How long to wait.
    pub(super) retry_after: Duration,
    /// Whether it applies to all requests, not to this route alone.
    pub(super) is_global: bool,
}

impl RateLimited {
    /// What a response asks for; `None` unless it is a 429.
    pub(super) fn of(status: u16, headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        (status == 429).then(|| Self { retry_after: pause_asked(headers, body), is_global: is_global(headers, body) })
    }
}

/// What the budget learns from a response; after a 429, the route counts as exhausted for the time that it asked for.
pub(super) fn of_route(headers: &HeaderMap, limited: Option<RateLimited>) -> Option<RateLimitHeaders> {
    let bucket = header(headers, RateLimitHeaders::BUCKET)?.as_bytes().to_vec();
    let number = |name| header(headers, name)?.parse::<u16>().ok();
    let reset_after = header(headers, RateLimitHeaders::RESET_AFTER)?.parse().ok().and_then(seconds)?;
    Some(RateLimitHeaders {
        bucket,
        limit: number(RateLimitHeaders::LIMIT)?,
        remaining: if limited.is_some() { 0 } else { number(RateLimitHeaders::REMAINING)? },
        reset_at: (Instant::now() + reset_after.max(limited.map_or(Duration::ZERO, |limited| limited.retry_after)))
            .into_std(),
    })
}

/// How long a 429 asks to wait: the body has milliseconds, the header whole seconds.
fn pause_asked(headers: &HeaderMap, body: &[u8]) -> Duration {
    let told: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    told["retry_after"]
        .as_f64()
        .or_else(|| header(headers, "retry-after")?.parse().ok())
        .and_then(seconds)
        .unwrap_or(Duration::from_secs(1))
}

/// Whether a 429 applies to all requests. One that is not in Discord's JSON comes from the proxy in front of it and
/// applies to our IP address.
fn is_global(headers: &HeaderMap, body: &[u8]) -> bool {
    headers.contains_key("x-ratelimit-global")
        || header(headers, "x-ratelimit-scope") == Some("global")
        || serde_json::from_slice::<Value>(body).map_or(true, |told| told["global"] == true)
}

/// A number of seconds as Discord writes it, in a header or a body, limited to [`LONGEST_PAUSE`].
pub(super) fn seconds(value: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(value).ok().map(|pause| pause.min(LONGEST_PAUSE))
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
