//! A request before it is sent, and its response.

use std::time::Duration;

use serde_json::Value;
use twilight_http_ratelimiting::{Endpoint, Method};

use crate::discord::rest::RestError;
use crate::discord::shapes::{Shape, parse_bytes};

/// One request, built from a path below `/api/v10/` (without a leading slash).
#[must_use = "a request does nothing before it is called"]
pub struct Request {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) body: Body,
    pub(super) patience: Patience,
    pub(super) repeatable: bool,
    pub(super) precedence: Precedence,
}

/// Whether a request may wait behind all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Precedence {
    /// A person waits for it, or it has a due time.
    Live,
    /// It is not urgent: only a few of these run at a time, after all others.
    Behind,
}

impl Request {
    fn new(method: Method, path: impl Into<String>) -> Self {
        let repeatable = matches!(method, Method::Get | Method::Put | Method::Delete);
        let patience = if matches!(method, Method::Get) { Patience::READ } else { Patience::SEND };
        Self {
            method,
            path: path.into(),
            query: Vec::new(),
            body: Body::Empty,
            patience,
            repeatable,
            precedence: Precedence::Live,
        }
    }

    /// Reads something, with [`Patience::READ`].
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::Get, path)
    }

    /// Makes something, with [`Patience::SEND`].
    pub fn post(path: impl Into<String>) -> Self {
        Self::new(Method::Post, path)
    }

    /// Replaces something, with [`Patience::SEND`].
    pub fn put(path: impl Into<String>) -> Self {
        Self::new(Method::Put, path)
    }

    /// Changes something, with [`Patience::SEND`].
    pub fn patch(path: impl Into<String>) -> Self {
        Self::new(Method::Patch, path)
    }

    /// Removes something, with [`Patience::SEND`].
    pub fn delete(path: impl Into<String>) -> Self {
        Self::new(Method::Delete, path)
    }

    /// Adds a query parameter; a list is the same key several times.
    pub fn query(mut self, key: &'static str, value: impl ToString) -> Self {
        self.query.push((key, value.to_string()));
        self
    }

    /// The body, as JSON.
    pub fn json(mut self, json: &Value) -> Self {
        self.body = Body::Json(json.to_string());
        self
    }

    /// The body, as JSON with files (name and content) beside it. They are `files[0]`, `files[1]`, …; an edit must list
    /// those it keeps under `attachments`. Without files this is [`Request::json`].
    pub fn json_and_files(mut self, json: &Value, files: Vec<(String, Vec<u8>)>) -> Self {
        let json = json.to_string();
        self.body = if files.is_empty() { Body::Json(json) } else { Body::Multipart { json, files } };
        self
    }

    /// How long to wait for it.
    pub fn patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// Marks it as one that may be sent twice: the second time changes nothing.
    pub fn repeatable(self) -> Self {
        Self { repeatable: true, ..self }
    }

    /// Marks it as not urgent: it goes after everything else, and fails early instead of waiting for long.
    pub fn behind(self) -> Self {
        Self { patience: Patience::BEHIND, precedence: Precedence::Behind, ..self }
    }

    /// Whether an interaction's token is part of the path: such a request takes no permit, and its path is not logged.
    pub(super) fn bears_token(&self) -> bool {
        self.path.starts_with("interactions/") || self.path.starts_with("webhooks/")
    }

    /// Whether it is the first answer to an interaction. Discord takes one, within three seconds, and refuses a second one
    /// (40060), so it may be sent twice.
    pub(super) fn is_first_answer(&self) -> bool {
        self.path.starts_with("interactions/")
    }

    /// How many bytes of files go beside its JSON.
    pub(super) fn files_len(&self) -> usize {
        match &self.body {
            Body::Multipart { files, .. } => files.iter().map(|(_, content)| content.len()).sum(),
            Body::Empty | Body::Json(_) => 0,
        }
    }

    /// The path in a form that may be logged.
    pub(super) fn shown(&self) -> &str {
        if self.bears_token() { self.path.split('/').next().unwrap_or_default() } else { &self.path }
    }

    pub(super) fn endpoint(&self) -> Endpoint {
        Endpoint { method: self.method, path: self.path.clone() }
    }
}

/// Discord's response to a request that succeeded.
#[derive(Debug, Clone)]
pub struct RestResponse {
    /// The HTTP status, 200 to 299.
    pub status: u16,
    /// The body, empty for 204.
    pub body: Vec<u8>,
}

impl RestResponse {
    /// Reads the body.
    ///
    /// # Errors
    /// [`RestError::Unreadable`] if it is not a `T`.
    pub fn read<T: Shape>(&self) -> Result<T, RestError> {
        parse_bytes(&self.body).map_err(|part| {
            tracing::warn!(%part, "Discord's answer has an unexpected shape");
            RestError::Unreadable { part }
        })
    }
}

/// How long a caller waits for a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Longest time until the *last* attempt begins; the attempt itself may take `RestOptions::timeout` more.
    pub wait: Duration,
    /// Most attempts, the first included.
    pub attempts: u32,
}

impl Patience {
    /// For what the heartbeat asks by the way: a short 429 is waited for, so that its wait is not broken by the next beat.
    pub const BRIEF: Self = Self { wait: Duration::from_secs(2), attempts: 2 };

    /// For the response to an interaction, which Discord accepts for three seconds.
    pub const ANSWER: Self = Self { wait: Duration::from_millis(1500), attempts: 3 };
    /// For reading something while a person waits for it.
    pub const READ: Self = Self { wait: Duration::from_secs(20), attempts: 4 };
    /// For requests that are not urgent and are retried by their caller.
    pub const BEHIND: Self = Self { wait: Duration::from_secs(10), attempts: 2 };
    /// For what a worker sends.
    pub const SEND: Self = Self { wait: Duration::from_secs(60), attempts: 5 };
}

/// The body of a request.
pub(super) enum Body {
    Empty,
    Json(String),
    Multipart { json: String, files: Vec<(String, Vec<u8>)> },
}
