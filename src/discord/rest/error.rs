//! Why a request to Discord failed, as far as a caller decides by it.

use std::time::Duration;

use serde_json::Value;

/// A request that did not succeed. It never holds a body, a token or anybody's words, so it may be logged as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RestError {
    /// What was asked for does not exist (any more): a deleted channel or message, a member who left, an interaction
    /// that is too old to be answered. Asking again changes nothing. `code` is Discord's, zero where it gave none.
    #[error("Discord no longer has it (code {code}): do not ask again")]
    Gone {
        /// Discord's JSON error code, for instance 10003 (channel), 10008 (message), 10062 (interaction).
        code: u32,
    },
    /// The bot may not do this: a permission is missing, or the person takes no private messages.
    #[error("Discord forbids it (code {code}): a permission is missing, or private messages are closed")]
    Forbidden {
        /// Discord's JSON error code: 50001 (cannot see it), 50013 (permission missing), 50007 (private messages closed).
        code: u32,
    },
    /// The bot's token is wrong or was reset: nothing will work until the operator sets a new one.
    #[error("Discord does not accept the token: set a new DISCORD_TOKEN")]
    Unauthorized,
    /// Too many requests, and the caller's patience ends before the limit does.
    #[error("Discord's rate limit: try again in {} ms", retry_after.as_millis())]
    RateLimited {
        /// How long nothing of this kind should be asked.
        retry_after: Duration,
    },
    /// Discord understood the request and refuses it: a bug of ours, or something that a person typed. Asking again in
    /// the same words changes nothing.
    #[error("Discord refuses the request (status {status}, code {code}): {message}")]
    Rejected {
        /// The HTTP status, mostly 400.
        status: u16,
        /// Discord's JSON error code, for instance 50035 (invalid form) or 40060 (already answered).
        code: u32,
        /// The names of the fields and what is wrong with each, as Discord's own constants; never a value.
        message: String,
    },
    /// No usable answer came, and the request may nevertheless have been carried out: look before it is repeated.
    #[error("Discord did not answer ({how}): it may have been done, so look before repeating it")]
    Unavailable {
        /// What came instead of an answer.
        how: Outage,
    },
    /// No connection could be made, so nothing was done. Repeating it is safe.
    #[error("Discord cannot be reached, nothing was sent: try again later, and check network and DISCORD_API_BASE")]
    NotSent,
    /// Discord did it, but its answer is not what its description promises.
    #[error("Discord's answer could not be read (at byte {at}): it was done, and this program may be too old")]
    Unreadable {
        /// Where in the answer the reading stopped.
        at: usize,
    },
}

/// How an answer failed to come after the request had (perhaps) arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Outage {
    /// Discord answered with this 5xx status.
    #[error("status {0}")]
    Status(u16),
    /// The time for one attempt was over.
    #[error("no answer in time")]
    TimedOut,
    /// The connection broke in the middle.
    #[error("the connection broke")]
    Dropped,
}

impl RestError {
    /// Discord's JSON error code where it gave one.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        match self {
            Self::Gone { code } | Self::Forbidden { code } | Self::Rejected { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// Reads what Discord says in an answer that is neither a success nor a 429.
    pub(super) fn from_answer(status: u16, body: &[u8]) -> Self {
        let told: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
        // A refusal without a code of Discord's comes from something before it, and says nothing about what was asked. That
        // a body is too large is true all the same.
        if status >= 400 && !told["code"].is_number() && !matches!(status, 401 | 408 | 413) {
            return Self::Unavailable { how: Outage::Status(status) };
        }
        let code = told["code"].as_u64().and_then(|code| u32::try_from(code).ok()).unwrap_or(0);
        match (status, code) {
            // Codes 10001 to 10999 are all "Unknown something". 50027 is an interaction's token after its 15 minutes;
            // it comes with status 401 and must not be taken for a wrong token of the bot.
            (_, 10_001..=10_999 | 50_027) | (404 | 410, _) => Self::Gone { code },
            (401, _) => Self::Unauthorized,
            (403, _) | (_, 50_001 | 50_007 | 50_013) => Self::Forbidden { code },
            (408, _) => Self::Unavailable { how: Outage::TimedOut },
            (500.., _) => Self::Unavailable { how: Outage::Status(status) },
            _ => Self::Rejected { status, code, message: faults(&told) },
        }
    }

    /// Reads how a request failed below HTTP. The address stays out of it: an interaction's holds a token.
    pub(super) fn from_transport(error: &reqwest::Error) -> Self {
        if error.is_connect() {
            Self::NotSent
        } else if error.is_timeout() {
            Self::Unavailable { how: Outage::TimedOut }
        } else {
            Self::Unavailable { how: Outage::Dropped }
        }
    }
}

/// Longest list of faults that is kept, in bytes.
const FAULTS_BYTES: usize = 400;

/// Discord's tree of form errors as `field.field CONSTANT; …`. Its sentences are left out: some repeat the value.
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
            (413, "<html>", rejected(413, 0, "no details given")),
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
