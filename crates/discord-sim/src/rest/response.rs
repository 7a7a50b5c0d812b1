//! What a request is answered.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::refusal::Refusal;

/// A good answer.
pub(super) struct ApiResponse {
    pub(super) status: u16,
    pub(super) body: Option<Value>,
}

impl ApiResponse {
    pub(super) fn ok(body: Value) -> Self {
        Self { status: 200, body: Some(body) }
    }

    pub(super) fn nothing() -> Self {
        Self { status: 204, body: None }
    }
}

pub(super) type RouteResult = Result<ApiResponse, Refusal>;

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
