//! A request, taken apart.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use crate::ids::Id;
use crate::refusal::Refusal;
use crate::transcript::FileSent;

/// More than any request that Discord takes.
pub(super) const BODY_BYTES: usize = 64 * 1024 * 1024;

/// One request, taken apart.
pub(super) struct ApiRequest {
    pub(super) method: String,
    pub(super) segments: Vec<String>,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Value,
    pub(super) files: Vec<FileSent>,
    pub(super) authorized: bool,
}

impl ApiRequest {
    /// The first value of a query parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A query parameter that is a number or an id.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.param(name)?.parse().ok()
    }

    /// A query parameter that is a boolean. Discord takes `1` as well as `true`, and clients send either.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.param(name), Some("1" | "true" | "True"))
    }

    pub(super) fn route(&self) -> String {
        format!("{} /{}", self.method, self.segments.join("/"))
    }
}

pub(super) async fn read_body(request: Request) -> Result<(Value, Vec<FileSent>), Refusal> {
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
pub(super) fn unescape(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment).decode_utf8_lossy().into_owned()
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
