//! A gateway session: what it has been sent and may be sent again.

use std::collections::VecDeque;

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::ids::Id;

/// What a connection's task is asked to send.
#[derive(Debug, Clone)]
pub(crate) enum Outgoing {
    /// Send this text.
    Frame(Utf8Bytes),
    /// Send a close frame, with or without a code.
    Close(Option<u16>),
    /// Close the socket without a close frame.
    Drop,
}

/// One session of the bot, connected or not.
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) intents: u64,
    pub(crate) shard: (u64, u64),
    pub(crate) sequence: u64,
    pub(crate) acknowledged: u64,
    pub(crate) sent: VecDeque<(u64, Utf8Bytes)>,
    pub(crate) link: Option<(u64, UnboundedSender<Outgoing>)>,
    pub(crate) gone_at_ms: i64,
}

/// An event on its way to the sessions that want it.
pub(crate) struct Dispatch {
    pub(crate) name: &'static str,
    /// The intents of which one is needed; none: always sent.
    pub(crate) intents: u64,
    /// The server, which decides the shard.
    pub(crate) server: Option<Id>,
    pub(crate) data: Value,
    /// The event without content, for a session without the message content intent.
    pub(crate) bare: Option<Value>,
}

impl Session {
    /// Sends the event and keeps it for a resume.
    pub(crate) fn push(&mut self, name: &str, data: &Value, keep: usize) {
        self.sequence += 1;
        // Discord writes the envelope's keys in this order, and a client may search the bytes for it.
        let frame = Utf8Bytes::from(format!(r#"{{"t":"{name}","s":{},"op":0,"d":{data}}}"#, self.sequence));
        if let Some((_, link)) = &self.link {
            // A link whose task has just ended is the same as none: the event stays for the resume.
            let _ = link.send(Outgoing::Frame(frame.clone()));
        }
        self.sent.push_back((self.sequence, frame));
        while self.sent.len() > keep {
            self.sent.pop_front();
        }
    }
}

/// Whether a session cannot be resumed after this code ("Gateway Close Event Codes").
pub(crate) fn ends_session(code: u16) -> bool {
    matches!(code, 4004 | 4007 | 4009..=4014)
}

/// The sessions that were started today, by whichever program has the token.
#[derive(Debug, Clone, Default)]
pub(crate) struct StartLimit {
    used: u32,
    since_ms: i64,
}

impl StartLimit {
    const TOTAL: u32 = 1000;
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;

    pub(crate) fn use_up(&mut self, count: u32, now_ms: i64) {
        self.turn(now_ms);
        self.used = self.used.saturating_add(count);
    }

    /// `session_start_limit`, as `GET /gateway/bot` has it.
    pub(crate) fn json(&mut self, now_ms: i64) -> Value {
        self.turn(now_ms);
        let reset_after = self.since_ms + Self::DAY_MS - now_ms;
        json!({"total": Self::TOTAL, "remaining": Self::TOTAL.saturating_sub(self.used), "reset_after": reset_after,
            "max_concurrency": 1})
    }

    /// Begins a day when the last one is over.
    fn turn(&mut self, now_ms: i64) {
        if now_ms >= self.since_ms + Self::DAY_MS {
            *self = Self { used: 0, since_ms: now_ms };
        }
    }
}
