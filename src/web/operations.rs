//! Endpoints for the operator's machines: `/healthz` and `/readyz`, and `/metrics` on a listener of its own.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use tokio::time::Instant;

use crate::app::App;
use crate::app::clock_check::ClockState;
use crate::app::operations::Readiness;
use crate::observe::metrics;

/// How long counts from the database are reused, so that frequent requests do not keep it busy.
const COUNTS_LAST: Duration = Duration::from_secs(10);

/// The media type of the metrics.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Counts from the database, and when they were read.
type Counted = Arc<Mutex<Option<(Instant, metrics::DatabaseCounts)>>>;

#[derive(Clone)]
struct Metrics {
    app: App,
    counted: Counted,
}

/// Whether the bot is alive, and whether it can work.
pub fn router<S: Clone + Send + Sync + 'static>(app: App) -> Router<S> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready)).with_state(app)
}

/// The metrics alone.
pub fn metrics_router(app: App) -> Router {
    Router::new().route("/metrics", get(numbers)).with_state(Metrics { app, counted: Arc::default() })
}

/// Whether the process runs: it answers, and its heartbeat goes on.
async fn alive(State(app): State<App>) -> Response {
    app.hangs_since().map_or_else(|| (StatusCode::OK, "alive\n").into_response(), no_beat)
}

fn no_beat(since: DateTime<Utc>) -> Response {
    let since = since.to_rfc3339_opts(SecondsFormat::Secs, true);
    (StatusCode::SERVICE_UNAVAILABLE, format!("no beat since {since}\n")).into_response()
}

/// Whether the bot can work: the database accepts writes, the heartbeat runs, Discord takes the token, the clock is right, the token is that of the
/// bot that was set up, and the gateway is connected. If not, the first word of the answer says which of them fails; a
/// second one says why, if known.
async fn ready(State(app): State<App>) -> Response {
    match app.readiness().await {
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

async fn numbers(State(Metrics { app, counted }): State<Metrics>) -> Response {
    let now = Instant::now();
    let known = counted.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let counts = match known.filter(|(at, _)| now.duration_since(*at) < COUNTS_LAST) {
        Some((_, counts)) => counts,
        None => match app.database_counts().await {
            Ok(counts) => {
                *counted.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, counts.clone()));
                counts
            }
            // The counters are worth most when the database is away.
            Err(error) => {
                tracing::warn!(%error, "the counts for the metrics could not be read from the database");
                metrics::DatabaseCounts::default()
            }
        },
    };
    let problem = app.database_problem().map(|problem| problem.name());
    ([(CONTENT_TYPE, OPEN_METRICS)], metrics::text(&counts, problem)).into_response()
}
