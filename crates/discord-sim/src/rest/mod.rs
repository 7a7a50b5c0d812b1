//! The REST API. Each request passes the faults, the token and the limits, then its route.

use std::sync::Arc;

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Query, Request, State as AxumState};
use axum::http::HeaderValue;
use axum::http::header::{AUTHORIZATION, DATE};
use axum::response::Response;
use axum::routing::get;
use serde_json::json;

use crate::compression::Compression;
use crate::fault::FaultKind;
use crate::ids::http_date;
use crate::listener::{Cutter, SimListener};
use crate::refusal::Refusal;
use crate::rest::request::{ApiRequest, BODY_BYTES, read_body, unescape};
use crate::rest::response::respond;
use crate::shared::Shared;
use crate::transcript::Event;
use crate::world::State;

mod app;
mod channels;
mod command_permissions;
mod events;
mod guilds;
mod interactions;
mod limits;
mod messages;
mod pins;
mod request;
mod response;
mod routes;
mod search;
mod threads;
mod webhooks;

/// Serves until the simulator stops.
pub(super) fn serve(shared: Arc<Shared>, listener: SimListener) {
    let stop = shared.stop.clone();
    let router = Router::new()
        .route("/", get(gateway))
        .fallback(answer)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .with_state(shared);
    let service = router.into_make_service_with_connect_info::<Cutter>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop.cancelled_owned());
    tokio::spawn(async move {
        if let Err(error) = serving.await {
            tracing::warn!(%error, "the simulated Discord stopped serving");
        }
    });
}

async fn gateway(
    AxumState(shared): AxumState<Arc<Shared>>,
    ConnectInfo(cutter): ConnectInfo<Cutter>,
    Query(query): Query<Vec<(String, String)>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let param = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let unsupported = |what: &str| shared.write(|state| unknown(state, &format!("GET / for a gateway with {what}")));
    if let Some(encoding) = param("encoding").filter(|encoding| *encoding != "json") {
        return unsupported(encoding);
    }
    let compression = match param("compress").map(|name| Compression::from_name(name).ok_or(name)).transpose() {
        Ok(compression) => compression,
        Err(name) => return unsupported(name),
    };
    let version = param("v").map(str::to_owned);
    upgrade.on_upgrade(move |socket| crate::gateway::serve(shared, socket, cutter, compression, version))
}

async fn answer(
    AxumState(shared): AxumState<Arc<Shared>>,
    ConnectInfo(cutter): ConnectInfo<Cutter>,
    request: Request,
) -> Response {
    let path = request.uri().path().to_owned();
    let authorization = request.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let method = request.method().to_string();
    let Some(below) = path.strip_prefix("/api/v10/") else {
        return shared.write(|state| unknown(state, &format!("{method} {path}")));
    };
    let segments: Vec<String> = below.split('/').filter(|part| !part.is_empty()).map(unescape).collect();
    let query = Query::<Vec<(String, String)>>::try_from_uri(request.uri()).map(|query| query.0).unwrap_or_default();
    let authorized = shared.read(|state| {
        authorization.as_deref().is_some_and(|header| header.starts_with("Bot ") && state.is_token(header))
    });
    let (body, files) = match read_body(request).await {
        Ok(read) => read,
        Err(refusal) => return respond(refusal.status, Some(&refusal.json()), &[]),
    };
    let request = ApiRequest { method, segments, query, body, files, authorized };
    let ((mut response, delivery), now_ms) = shared.write(|state| (perform(state, request), state.now_ms));
    if let Ok(date) = HeaderValue::from_str(&http_date(now_ms)) {
        response.headers_mut().insert(DATE, date);
    }
    match delivery {
        Delivery::Send => response,
        Delivery::Hang => {
            // The client's timeout drops this, or the simulator stops.
            shared.stop.cancelled().await;
            response
        }
        Delivery::Cut => {
            cutter.cut();
            response
        }
    }
}

/// What happens to the response on its way.
enum Delivery {
    Send,
    Hang,
    Cut,
}

fn perform(state: &mut State, request: ApiRequest) -> (Response, Delivery) {
    let route = request.route();
    let segments: Vec<&str> = request.segments.iter().map(String::as_str).collect();
    let shape = state.route_name(&request.method, &segments);
    state.counters.paths.push(route.clone());
    state.counters.requests.push(shape.clone());
    if let Some((wait_s, global)) = state.pending_wait(&request.method, &segments) {
        state.violation(format!("{route} came {wait_s:.3} s before the end of a wait that a 429 had asked for"));
        return (limits::too_many(wait_s, global, if global { "global" } else { "user" }, &[]), Delivery::Send);
    }
    let fault = state.faults.take(&request.method, &segments);
    if let Some(fault) = &fault {
        state.fault_happened(route.clone(), format!("{fault:?}"));
    }
    let failed = |status: u16| respond(status, Some(&json!({"code": 0, "message": "Internal Server Error"})), &[]);
    match &fault {
        Some(FaultKind::Status(status)) => return (failed(*status), Delivery::Send),
        Some(FaultKind::RateLimited { retry_after_ms, global }) => {
            state.note(Event::RateLimited { route, global: *global });
            state.begin_wait(&request.method, &segments, *retry_after_ms, *global);
            #[expect(clippy::cast_precision_loss, reason = "a wait is far below 2^52 ms")]
            let wait = *retry_after_ms as f64 / 1000.0;
            return (limits::too_many(wait, *global, if *global { "global" } else { "user" }, &[]), Delivery::Send);
        }
        Some(FaultKind::Forbidden(code)) => {
            let refusal = Refusal::new(403, u64::from(*code), "Forbidden");
            return (refused(state, route, &refusal, &[]), Delivery::Send);
        }
        Some(FaultKind::Answer { status, body }) => return (respond(*status, Some(body), &[]), Delivery::Send),
        Some(FaultKind::Hang) => return (failed(500), Delivery::Hang),
        Some(FaultKind::DropConnection) => return (failed(500), Delivery::Cut),
        _ => {}
    }
    // The path of an interaction holds its token, and no other is needed there (Discord, "Interaction Webhooks").
    let open = matches!(segments.as_slice(), ["interactions" | "webhooks", ..] | ["gateway"]);
    if !request.authorized && !open {
        return (refused(state, route, &Refusal::new(401, 0, "401: Unauthorized"), &[]), Delivery::Send);
    }
    let headers = match state.take_from_limits(&request.method, &segments) {
        Ok(headers) => headers,
        Err(limited) => {
            let (response, global) = *limited;
            state.note(Event::RateLimited { route, global });
            return (response, Delivery::Send);
        }
    };
    let response = match routes::route(state, request) {
        Some(Ok(reply)) => {
            let body = reply.body.map(|body| state.odd.apply(&shape, &body));
            respond(reply.status, body.as_ref(), &headers)
        }
        Some(Err(refusal)) => refused(state, route, &refusal, &headers),
        None => unknown(state, &route),
    };
    match fault {
        Some(FaultKind::DoneThenStatus(status)) => (failed(status), Delivery::Send),
        Some(FaultKind::DoneThenHang) => (response, Delivery::Hang),
        Some(FaultKind::DoneThenDropConnection) => (response, Delivery::Cut),
        _ => (response, Delivery::Send),
    }
}

fn refused(state: &mut State, route: String, refusal: &Refusal, headers: &[(&'static str, String)]) -> Response {
    let body = refusal.json();
    let mut reason = refusal.message.clone();
    if let Some(errors) = &refusal.errors {
        reason = format!("{reason}: {errors}");
    }
    state.note(Event::Refused { route, status: refusal.status, code: refusal.code, reason });
    respond(refusal.status, Some(&body), headers)
}

/// An unsupported route must not look like a refusal by Discord.
fn unknown(state: &mut State, route: &str) -> Response {
    let message = format!("the simulated Discord has no route {route}");
    state.violation(message.clone());
    respond(501, Some(&json!({"code": 0, "message": message})), &[])
}
