//! REST: one door for all requests. Faults, the token and the limits come first, then the route.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, Query, Request, State as Shelf};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

use crate::Shared;
use crate::fault::FaultKind;
use crate::ids::Id;
use crate::listener::{Door, Scissors};
use crate::refusal::Refusal;
use crate::transcript::{Event, FileSent};
use crate::world::State;

mod app;
mod channels;
mod events;
mod guilds;
mod interactions;
pub(super) mod limits;
mod messages;
mod routes;
pub(super) mod search;
mod webhooks;

/// More than any request that Discord takes.
const BODY_BYTES: usize = 64 * 1024 * 1024;

/// Serves until the simulator stops.
pub(super) fn serve(shared: Arc<Shared>, door: Door) {
    let stop = shared.stop.clone();
    let router = Router::new()
        .route("/", get(gateway))
        .fallback(answer)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .with_state(shared);
    let service = router.into_make_service_with_connect_info::<Scissors>();
    let serving = axum::serve(door, service).with_graceful_shutdown(stop.cancelled_owned());
    tokio::spawn(async move {
        if let Err(error) = serving.await {
            tracing::warn!(%error, "the simulated Discord stopped serving");
        }
    });
}

async fn gateway(
    Shelf(shared): Shelf<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    Query(query): Query<Vec<(String, String)>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let asked = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let zstd = asked("compress").as_deref() == Some("zstd-stream");
    let version = asked("v");
    upgrade.on_upgrade(move |socket| super::gateway::serve(shared, socket, scissors, zstd, version))
}

/// One request, taken apart.
pub(super) struct Call {
    pub(super) method: String,
    pub(super) segments: Vec<String>,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Value,
    pub(super) files: Vec<FileSent>,
    pub(super) authorized: bool,
}

impl Call {
    /// The first value of a query parameter.
    pub(super) fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A query parameter that is a number or an id.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.asked(name)?.parse().ok()
    }

    fn route(&self) -> String {
        format!("{} /{}", self.method, self.segments.join("/"))
    }
}

/// A good answer.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Option<Value>,
}

impl Reply {
    pub(super) fn ok(body: Value) -> Self {
        Self { status: 200, body: Some(body) }
    }

    pub(super) fn nothing() -> Self {
        Self { status: 204, body: None }
    }
}

pub(super) type Answered = Result<Reply, Refusal>;

async fn answer(
    Shelf(shared): Shelf<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
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
    let call = Call { method, segments, query, body, files, authorized };
    let (response, fate) = shared.write(|state| perform(state, call));
    match fate {
        Fate::Answer => response,
        Fate::Hang => {
            // The client gives up first, and that drops this; or the simulator stops.
            shared.stop.cancelled().await;
            response
        }
        Fate::Cut => {
            scissors.cut();
            response
        }
    }
}

/// How the answer travels.
enum Fate {
    Answer,
    Hang,
    Cut,
}

fn perform(state: &mut State, call: Call) -> (Response, Fate) {
    let route = call.route();
    let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
    state.asked.push(std::iter::once(call.method.clone()).chain(call.segments.clone()).collect());
    let shape = state.shape(&call.method, &segments);
    state.points.requests.push(shape);
    if let Some((wait_s, global)) = state.told_to_wait(&call.method, &segments) {
        state.violation(format!("{route} came {wait_s:.3} s before the end of a wait that a 429 had asked for"));
        return (limits::too_many(wait_s, global, if global { "global" } else { "user" }, &[]), Fate::Answer);
    }
    let fault = state.faults.strike(&call.method, &segments);
    if let Some(fault) = &fault {
        state.fault_happened(route.clone(), format!("{fault:?}"));
    }
    let failed = |status: u16| respond(status, Some(&json!({"code": 0, "message": "Internal Server Error"})), &[]);
    match &fault {
        Some(FaultKind::Status(status)) => return (failed(*status), Fate::Answer),
        Some(FaultKind::RateLimited { retry_after_ms, global }) => {
            state.note(Event::RateLimited { route, global: *global });
            state.ask_to_wait(&call.method, &segments, *retry_after_ms, *global);
            #[expect(clippy::cast_precision_loss, reason = "a wait is far below 2^52 ms")]
            let wait = *retry_after_ms as f64 / 1000.0;
            return (limits::too_many(wait, *global, if *global { "global" } else { "user" }, &[]), Fate::Answer);
        }
        Some(FaultKind::Forbidden(code)) => {
            let refusal = Refusal::new(403, u64::from(*code), "Forbidden");
            return (refused(state, route, &refusal, &[]), Fate::Answer);
        }
        Some(FaultKind::Answer { status, body }) => return (respond(*status, Some(body), &[]), Fate::Answer),
        Some(FaultKind::Hang) => return (failed(500), Fate::Hang),
        Some(FaultKind::DropConnection) => return (failed(500), Fate::Cut),
        _ => {}
    }
    // The tokens of interactions stand in their paths, and no other is needed there (Discord, "Interaction Webhooks").
    let open = matches!(segments.as_slice(), ["interactions" | "webhooks", ..] | ["gateway"]);
    if !call.authorized && !open {
        return (refused(state, route, &Refusal::new(401, 0, "401: Unauthorized"), &[]), Fate::Answer);
    }
    let headers = match state.within_limits(&call.method, &segments) {
        Ok(headers) => headers,
        Err(limited) => {
            let (response, global) = *limited;
            state.note(Event::RateLimited { route, global });
            return (response, Fate::Answer);
        }
    };
    let response = match routes::route(state, call) {
        Some(Ok(reply)) => respond(reply.status, reply.body.as_ref(), &headers),
        Some(Err(refusal)) => refused(state, route, &refusal, &headers),
        None => unknown(state, &route),
    };
    match fault {
        Some(FaultKind::DoneThenStatus(status)) => (failed(status), Fate::Answer),
        Some(FaultKind::DoneThenHang) => (response, Fate::Hang),
        Some(FaultKind::DoneThenDropConnection) => (response, Fate::Cut),
        _ => (response, Fate::Answer),
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

/// A route that the simulator lacks must not pass for a refusal of Discord's.
fn unknown(state: &mut State, route: &str) -> Response {
    let message = format!("the simulated Discord has no route {route}");
    state.violation(message.clone());
    respond(501, Some(&json!({"code": 0, "message": message})), &[])
}

pub(super) fn respond(status: u16, body: Option<&Value>, headers: &[(&'static str, String)]) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let text = body.map(Value::to_string).unwrap_or_default();
    let mut response = (status, Body::from(text)).into_response();
    response.headers_mut().remove(CONTENT_TYPE);
    if body.is_some() {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(*name, value);
        }
    }
    response
}

async fn read_body(request: Request) -> Result<(Value, Vec<FileSent>), Refusal> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
    let broken = || Refusal::new(400, 50109, "The request body contains invalid JSON.");
    if !kind.starts_with("multipart/form-data") {
        let bytes = axum::body::to_bytes(request.into_body(), BODY_BYTES).await.map_err(|_| broken())?;
        return Ok((json_of(&bytes).map_err(|_| broken())?, Vec::new()));
    }
    let unreadable = || Refusal::new(400, 0, "Unable to parse the multipart body");
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let (mut body, mut files) = (Value::Null, Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| unreadable())? {
        let part = field.name().unwrap_or("").to_owned();
        let file = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|_| unreadable())?;
        if part == "payload_json" {
            body = json_of(&bytes).map_err(|_| broken())?;
        } else if let Some(name) = file {
            let index: Id =
                part.trim_start_matches("files[").trim_end_matches(']').parse().unwrap_or(files.len() as Id);
            files.push((index, FileSent { name, bytes: bytes.to_vec().into() }));
        }
    }
    files.sort_by_key(|(index, _)| *index);
    Ok((body, files.into_iter().map(|(_, file)| file).collect()))
}

fn json_of(bytes: &Bytes) -> serde_json::Result<Value> {
    if bytes.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(bytes) }
}

/// Percent-decoding of one path segment; emoji come this way.
fn unescape(segment: &str) -> String {
    let bytes = segment.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = segment.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(code)) => {
                plain.push(code);
                at += 3;
            }
            (byte, _) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn segments_are_unescaped() {
        assert_eq!(unescape("%F0%9F%92%9C"), "💜");
        assert_eq!(unescape("@me"), "@me");
        assert_eq!(unescape("100%"), "100%");
    }
}
