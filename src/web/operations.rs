//! Endpoints for the operator's machines alone: `/healthz`, `/readyz` and `/metrics`.
//!
//! Metrics are never served at the public address: a request with its host, or with a header that every reverse proxy
//! adds, gets a 404.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use tokio::time::Instant;

use crate::app::App;
use crate::app::clock_check::ClockState;
use crate::app::operations::Readiness;
use crate::observe::metrics;

/// Headers that reverse proxies add.
const ADDED_BY_PROXIES: [&str; 7] =
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "cf-connecting-ip"];

/// How long counts from the database are reused, so that frequent requests do not keep it busy.
const COUNTS_LAST: Duration = Duration::from_secs(10);

/// The media type of the metrics.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone)]
struct Operations {
    app: App,
    public_host: Option<Arc<str>>,
    counted: Arc<Mutex<Option<(Instant, metrics::DatabaseCounts)>>>,
}

/// The operator's endpoints. `public_host` is the host of `CMAD_PUBLIC_URL`, without its port.
pub fn router<S: Clone + Send + Sync + 'static>(app: App, public_host: Option<&str>) -> Router<S> {
    let operations = Operations { app, public_host: public_host.map(Into::into), counted: Arc::default() };
    let private = Router::new().route("/metrics", get(numbers));
    let private = private.layer(from_fn_with_state(operations.clone(), refuse_public));
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready)).merge(private).with_state(operations)
}

/// Whether the process runs: it answers, and its heartbeat goes on.
async fn alive(State(operations): State<Operations>) -> Response {
    operations.app.hangs_since().map_or_else(|| (StatusCode::OK, "alive\n").into_response(), no_beat)
}

fn no_beat(since: DateTime<Utc>) -> Response {
    let since = since.to_rfc3339_opts(SecondsFormat::Secs, true);
    (StatusCode::SERVICE_UNAVAILABLE, format!("no beat since {since}\n")).into_response()
}

/// Whether the bot can work: the database accepts writes, the heartbeat runs, Discord takes the token, the clock is right, the token is that of the
/// bot that was set up, and the gateway is connected. If not, the first word of the answer says which of them fails; a
/// second one says why, if known.
async fn ready(State(operations): State<Operations>) -> Response {
    match operations.app.readiness().await {
        Readiness::Ready => (StatusCode::OK, "ready\n").into_response(),
        Readiness::StandBy => (StatusCode::OK, "standby\n").into_response(),
        Readiness::NoDatabase(why) => {
            let why = why.map(|why| format!(" {why}")).unwrap_or_default();
            (StatusCode::SERVICE_UNAVAILABLE, format!("database{why}\n")).into_response()
        }
        Readiness::NoPast => (StatusCode::SERVICE_UNAVAILABLE, "database empty\n").into_response(),
        Readiness::TokenRefused => (StatusCode::SERVICE_UNAVAILABLE, "token refused\n").into_response(),
        Readiness::WrongClock(state) => {
            let text = match state {
                ClockState::WrongBy(by) if by > TimeDelta::zero() => format!("{} s ahead", by.num_seconds()),
                ClockState::WrongBy(by) => format!("{} s behind", -by.num_seconds()),
                ClockState::Right | ClockState::LeaptBy(_) | ClockState::Unconfirmed => "unconfirmed".to_owned(),
            };
            (StatusCode::SERVICE_UNAVAILABLE, format!("clock {text}\n")).into_response()
        }
        Readiness::NoServer => (StatusCode::SERVICE_UNAVAILABLE, "no-server\n").into_response(),
        Readiness::NoBeat(since) => no_beat(since),
        Readiness::NoGateway => (StatusCode::SERVICE_UNAVAILABLE, "gateway\n").into_response(),
    }
}

async fn numbers(State(operations): State<Operations>) -> Response {
    let now = Instant::now();
    let known = operations.counted.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let counts = match known.filter(|(at, _)| now.duration_since(*at) < COUNTS_LAST) {
        Some((_, counts)) => counts,
        None => match operations.app.database_counts().await {
            Ok(counts) => {
                *operations.counted.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, counts.clone()));
                counts
            }
            // The counters are worth most when the database is away.
            Err(error) => {
                tracing::warn!(%error, "the counts for the metrics could not be read from the database");
                metrics::DatabaseCounts::default()
            }
        },
    };
    let problem = operations.app.database_problem().map(|problem| problem.name());
    ([(CONTENT_TYPE, OPEN_METRICS)], metrics::text(&counts, problem)).into_response()
}

/// Refuses requests that came through the public address.
async fn refuse_public(State(operations): State<Operations>, request: Request, next: Next) -> Response {
    if came_from_outside(request.headers(), operations.public_host.as_deref()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

fn came_from_outside(headers: &HeaderMap, public_host: Option<&str>) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_public = |host: &str| {
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
        let name = name.map_or(host, |(name, _)| name);
        // The dot of the root names the same host.
        let bare = |name: &str| name.trim_end_matches('.').to_ascii_lowercase();
        public_host.is_some_and(|public| bare(name) == bare(public))
    };
    ADDED_BY_PROXIES.iter().any(|name| headers.contains_key(*name)) || host.is_some_and(is_public)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_through_the_public_address_are_recognised() {
        let check = |headers: &[(&'static str, &'static str)], public, outside| {
            let found: HeaderMap = headers
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
                .collect::<HeaderMap>();
            assert_eq!(came_from_outside(&found, public), outside, "{headers:?}");
        };
        check(&[("host", "10.0.0.7:8080")], Some("cmad.example.org"), false);
        check(&[("host", "CMAD.example.org")], Some("cmad.example.org"), true);
        check(&[("host", "cmad.example.org.:443")], Some("cmad.example.org"), true);
        check(&[("host", "cmad.example.org:443")], Some("cmad.example.org"), true);
        check(&[("host", "[::1]:8080")], Some("[::1]"), true);
        check(&[("host", "10.0.0.7:8080"), ("x-forwarded-for", "192.0.2.1")], None, true);
        check(&[("host", "localhost"), ("via", "1.1 proxy")], Some("cmad.example.org"), true);
        check(&[], None, false);
    }
}
