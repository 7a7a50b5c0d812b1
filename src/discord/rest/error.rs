//! Why a request to Discord failed, as far as callers distinguish it.

use std::time::Duration;

use hyper_util::client::legacy;
use serde_json::Value;

use crate::discord::rest::error_codes::{self, Meaning};
use crate::discord::shapes::Unread;
use crate::net;

/// A request that failed. It never contains a body, a token or a person's words, so it may be logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RestError {
    /// The target no longer exists: a deleted channel or message, a member who left, or an interaction that is too old.
    /// A retry is pointless. `code` is Discord's, or zero.
    #[error("Discord no longer has it (code {code}): a retry is pointless")]
    Gone {
        /// Discord's JSON error code, for instance 10003 (channel), 10008 (message), 10062 (interaction).
        code: u32,
    },
    /// The bot may not do this until someone changes something: it lacks a permission, a list is full, or the person does
    /// not accept private messages.
    #[error("Discord forbids it (code {code}): a permission is missing, or another setting is in the way")]
    Forbidden {
        /// Discord's JSON error code: 50001 (cannot see it), 50013 (permission missing), 50007 (private messages
        /// closed), 30038 (too many events).
        code: u32,
    },
    /// Discord does not do it now; it was not done, and it passes by itself. Codes that are not known count as such.
    #[error("Discord does not do it for now (status {status}, code {code}): try again later")]
    Passing {
        /// The HTTP status.
        status: u16,
        /// Discord's JSON error code, for instance 40333 (blocked on its network) or 20026 (the bot is quarantined).
        code: u32,
    },
    /// The files of the request are not taken: too large, or no uploads in this server.
    #[error("Discord does not take the files (code {code})")]
    Files {
        /// Discord's JSON error code, or zero: 400001 (no uploads), 40005 (too large).
        code: u32,
    },
    /// The bot's token is wrong or was reset: every request fails until the operator sets a new one.
    #[error("Discord does not accept the token: set a new DISCORD_TOKEN")]
    Unauthorized,
    /// Rate-limited for longer than the caller would wait.
    #[error("Discord's rate limit: try again in {} ms", retry_after.as_millis())]
    RateLimited {
        /// How long to send no such request.
        retry_after: Duration,
    },
    /// Discord understood the request and refuses it: a bug in cmad, or something that a person typed. A retry with the
    /// same content is pointless.
    #[error("Discord refuses the request (status {status}, code {code}): {message}")]
    Rejected {
        /// The HTTP status, mostly 400.
        status: u16,
        /// Discord's JSON error code, for instance 50035 (invalid form) or 40060 (already answered).
        code: u32,
        /// The names of the fields and what is wrong with each, as Discord's own constants; never a value.
        message: String,
    },
    /// No usable response arrived, but the request may have been carried out: look it up before repeating it.
    #[error("Discord did not answer ({how}): the request may have been carried out, so look it up before a retry")]
    Unavailable {
        /// What happened instead of a response.
        how: Outage,
    },
    /// No connection could be made, so nothing was done and a retry is safe.
    #[error("Discord cannot be reached, nothing was sent: {why}")]
    NotSent {
        /// Which part of the way failed, in words.
        why: String,
    },
    /// Discord did it, but its response does not have the documented form.
    #[error("Discord's answer could not be read ({part}): it was done, and this program may be too old")]
    Unreadable {
        /// What lacks something that cannot be done without.
        part: Unread,
    },
}

/// How the response failed to arrive, after the request may have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Outage {
    /// Discord answered with this 5xx status.
    #[error("status {0}")]
    Status(u16),
    /// The time limit of one attempt was over.
    #[error("no answer in time")]
    TimedOut,
    /// The connection broke in between.
    #[error("the connection broke: {why}")]
    Dropped {
        /// The innermost cause, in the words of the system or of a library.
        why: String,
    },
}

impl RestError {
    /// Discord's JSON error code, if it gave one.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        match self {
            Self::Gone { code }
            | Self::Forbidden { code }
            | Self::Passing { code, .. }
            | Self::Files { code }
            | Self::Rejected { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// Whether Discord refused what the message or the answer contains, as malformed, too long or too large: something
    /// shorter may be taken. Nothing was done.
    #[must_use]
    pub fn is_about_the_content(&self) -> bool {
        /// An invalid form; an empty message.
        const CODES: [u32; 2] = [50_035, 50_006];
        match self {
            // An invalid reference is none of the content.
            Self::Rejected { code, message, .. } => CODES.contains(code) && !message.contains("message_reference"),
            Self::Files { .. } => true,
            _ => false,
        }
    }

    /// Whether the same may be taken without its files: they are too large, uploads are limited in this server, or *Attach
    /// Files* is what is missing. Nothing was done.
    #[must_use]
    pub fn may_be_about_files(&self) -> bool {
        matches!(self, Self::Files { .. } | Self::Forbidden { code: 50_013 })
    }

    /// Reads a response that is neither a success nor a 429.
    pub(super) fn from_answer(status: u16, body: &[u8]) -> Self {
        let told: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
        // A refusal without a Discord code comes from a proxy in front of Discord and says nothing about the target,
        // except that the body is too large.
        if status >= 400 && !told["code"].is_number() && !matches!(status, 401 | 408 | 413) {
            return Self::Unavailable { how: Outage::Status(status) };
        }
        let code = told["code"].as_u64().and_then(|code| u32::try_from(code).ok()).unwrap_or(0);
        match (status, error_codes::meaning(status, code)) {
            (408, _) => Self::Unavailable { how: Outage::TimedOut },
            (500.., _) => Self::Unavailable { how: Outage::Status(status) },
            (_, Meaning::Gone) => Self::Gone { code },
            (_, Meaning::Token) => Self::Unauthorized,
            (_, Meaning::Setting | Meaning::Closed) => Self::Forbidden { code },
            (_, Meaning::Passes | Meaning::Private(_)) => Self::Passing { status, code },
            (_, Meaning::Files) => Self::Files { code },
            (_, Meaning::Malformed) => Self::Rejected { status, code, message: faults(&told) },
        }
    }

    /// Classifies a failure below HTTP. The address is left out because an interaction's contains a token.
    pub(super) fn from_transport(error: &legacy::Error) -> Self {
        match net::http::dial_error(error) {
            Some(error) => Self::NotSent { why: error.to_string() },
            None if error.is_connect() => Self::NotSent { why: net::http::innermost(error) },
            None => Self::dropped(error),
        }
    }

    /// A connection that broke after the request began.
    pub(super) fn dropped(error: &(dyn std::error::Error + 'static)) -> Self {
        Self::Unavailable { how: Outage::Dropped { why: net::http::innermost(error) } }
    }

    /// Whether the response was lost on its way, so that another connection may be better.
    pub(super) const fn is_lost(&self) -> bool {
        matches!(self, Self::Unavailable { how: Outage::Dropped { .. } | Outage::TimedOut })
    }
}

/// The longest list of form errors that is kept, in bytes.
const FAULTS_BYTES: usize = 400;

/// Discord's tree of form errors as `field.field CONSTANT; …`. The sentences are left out, because some repeat the
/// value.
fn faults(told: &Value) -> String {
    let mut found = String::new();
    collect_faults(&told["errors"], "", &mut found);
    if found.is_empty() { "no details given".to_owned() } else { found }
}

fn collect_faults(node: &Value, path: &str, found: &mut String) {
    let Some(fields) = node.as_object() else { return };
    for (key, below) in fields {
        if key == "_errors" {
            for fault in below.as_array().into_iter().flatten() {
                let constant = fault["code"].as_str().unwrap_or("?");
                if found.len() + path.len() + constant.len() + 3 > FAULTS_BYTES {
                    return;
                }
                if !found.is_empty() {
                    found.push_str("; ");
                }
                found.push_str(path);
                found.push(' ');
                found.push_str(constant);
            }
        } else {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            collect_faults(below, &path, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_become_what_a_caller_decides_by() {
        let rejected = |status, code, message: &str| RestError::Rejected { status, code, message: message.to_owned() };
        let form = r#"{"code":50035,"message":"Invalid Form Body","errors":{"data":{"content":{"_errors":
            [{"code":"BASE_TYPE_MAX_LENGTH","message":"private words"}]},"flags":{"_errors":[{"code":"X"}]}}}}"#;
        for (status, body, expected) in [
            (404, r#"{"code":10003,"message":"Unknown Channel"}"#, RestError::Gone { code: 10003 }),
            (404, r#"{"code":10008}"#, RestError::Gone { code: 10008 }),
            (404, r#"{"code":10062}"#, RestError::Gone { code: 10062 }),
            (404, r#"{"code":0,"message":"404: Not Found"}"#, RestError::Gone { code: 0 }),
            (404, "<html>", RestError::Unavailable { how: Outage::Status(404) }),
            (400, r#"{"message":"cut o"#, RestError::Unavailable { how: Outage::Status(400) }),
            (413, "<html>", RestError::Files { code: 0 }),
            (403, r#"{"code":10008}"#, RestError::Passing { status: 403, code: 10008 }),
            (403, r#"{"code":40333}"#, RestError::Passing { status: 403, code: 40333 }),
            (400, r#"{"code":30038}"#, RestError::Forbidden { code: 30038 }),
            (400, r#"{"code":987654}"#, RestError::Passing { status: 400, code: 987_654 }),
            (403, r#"{"code":400001}"#, RestError::Files { code: 400_001 }),
            (401, "", RestError::Unauthorized),
            (400, r#"{"code":10013}"#, RestError::Gone { code: 10013 }),
            (401, r#"{"code":50027,"message":"Invalid Webhook Token"}"#, RestError::Gone { code: 50027 }),
            (401, r#"{"code":0,"message":"401: Unauthorized"}"#, RestError::Unauthorized),
            (403, r#"{"code":50001}"#, RestError::Forbidden { code: 50001 }),
            (403, r#"{"code":50007}"#, RestError::Forbidden { code: 50007 }),
            (400, r#"{"code":50013}"#, RestError::Forbidden { code: 50013 }),
            (403, "", RestError::Unavailable { how: Outage::Status(403) }),
            (403, r#"{"code":0}"#, RestError::Forbidden { code: 0 }),
            (400, form, rejected(400, 50035, "data.content BASE_TYPE_MAX_LENGTH; data.flags X")),
            (400, r#"{"code":40060}"#, rejected(400, 40060, "no details given")),
            (400, r#"{"code":-1}"#, rejected(400, 0, "no details given")),
            (302, "", rejected(302, 0, "no details given")),
            (408, "", RestError::Unavailable { how: Outage::TimedOut }),
            (500, "", RestError::Unavailable { how: Outage::Status(500) }),
            (503, r#"{"message":"x"}"#, RestError::Unavailable { how: Outage::Status(503) }),
        ] {
            assert_eq!(RestError::from_answer(status, body.as_bytes()), expected, "{status} {body}");
        }
    }

    #[test]
    fn a_list_of_faults_stays_short() {
        let many: serde_json::Map<_, _> = (0..200)
            .map(|n| (format!("field{n}"), serde_json::json!({"_errors": [{"code": "BASE_TYPE_REQUIRED"}]})))
            .collect();
        let told = serde_json::json!({"code": 50035, "errors": many});
        let RestError::Rejected { message, .. } = RestError::from_answer(400, told.to_string().as_bytes()) else {
            panic!("a form error is a rejection");
        };
        assert!((300..=FAULTS_BYTES).contains(&message.len()), "{}", message.len());
    }
}
