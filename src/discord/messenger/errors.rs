//! What a failed request means for a send: whether it may have arrived, and whether a retry may help.

use std::time::Duration;

use crate::discord::rest::RestError;
use crate::discord::rest::error_codes::{self, Meaning};
use crate::ports::SendError;

/// Discord's code for a missing message that should be replied to or edited.
const UNKNOWN_MESSAGE: u32 = 10_008;
/// The error for a reply to a deleted message: an invalid form, with this constant for the field.
const NO_SUCH_REFERENCE: &str = "MESSAGE_REFERENCE_UNKNOWN_MESSAGE";
/// What a failed request means for the send.
pub(super) fn send_error(error: &RestError) -> SendError {
    match error {
        RestError::Gone { code } => SendError::Gone { code: *code },
        RestError::Forbidden { code } if error_codes::meaning(403, *code) == Meaning::Closed => {
            SendError::ClosedMessages { code: *code }
        }
        RestError::Forbidden { code } => SendError::Forbidden { code: *code },
        RestError::Passing { status, code } => match error_codes::meaning(*status, *code) {
            Meaning::Private(pause) => SendError::NoPrivateMessages { code: *code, retry_after_ms: ms(pause) },
            _ => SendError::Passing { code: *code },
        },
        RestError::RateLimited { retry_after } => SendError::RateLimited { retry_after_ms: ms(*retry_after) },
        RestError::Rejected { message, .. } if message.contains(NO_SUCH_REFERENCE) => {
            SendError::Gone { code: UNKNOWN_MESSAGE }
        }
        RestError::Rejected { code, .. } | RestError::Files { code } => SendError::Malformed { code: *code },
        // With a wrong token nothing was sent, and nothing will be until the operator sets a new one.
        RestError::Unauthorized | RestError::NotSent { .. } => SendError::NotSent,
        // A response that cannot be parsed was a success, but the id of the message is unknown.
        RestError::Unavailable { .. } | RestError::Unreadable { .. } => SendError::Uncertain,
    }
}

/// What a failure to open a private conversation means: the message was certainly not sent.
pub(super) fn opening(error: &RestError) -> SendError {
    match send_error(error) {
        SendError::Uncertain => SendError::NotSent,
        error => error,
    }
}

fn ms(pause: Duration) -> u64 {
    u64::try_from(pause.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::rest::Outage;
    use crate::discord::shapes::Unread;

    #[test]
    fn every_failure_has_a_meaning() {
        let rejected = |code, message: &str| RestError::Rejected { status: 400, code, message: message.to_owned() };
        let lost = |how| RestError::Unavailable { how };
        let limited = |ms| SendError::RateLimited { retry_after_ms: ms };
        let (gone, forbidden) = (|code| SendError::Gone { code }, |code| SendError::Forbidden { code });
        let (passing, held) = (
            |code| SendError::Passing { code },
            |code, retry_after_ms| SendError::NoPrivateMessages { code, retry_after_ms },
        );
        let closed = |code| SendError::ClosedMessages { code };
        let for_now = |status, code| RestError::Passing { status, code };
        for (error, sending, opened) in [
            (RestError::Gone { code: 10_003 }, gone(10_003), gone(10_003)),
            (RestError::Forbidden { code: 50_007 }, closed(50_007), closed(50_007)),
            (RestError::Forbidden { code: 50_278 }, closed(50_278), closed(50_278)),
            (RestError::Forbidden { code: 50_013 }, forbidden(50_013), forbidden(50_013)),
            (for_now(403, 40_003), held(40_003, 600_000), held(40_003, 600_000)),
            (for_now(403, 20_026), held(20_026, 86_400_000), held(20_026, 86_400_000)),
            (for_now(403, 10_008), passing(10_008), passing(10_008)),
            (for_now(400, 987_654), passing(987_654), passing(987_654)),
            (RestError::Unauthorized, SendError::NotSent, SendError::NotSent),
            (RestError::RateLimited { retry_after: Duration::from_millis(1500) }, limited(1500), limited(1500)),
            (rejected(50_035, "data X"), SendError::Malformed { code: 50_035 }, SendError::Malformed { code: 50_035 }),
            (rejected(50_035, &format!("message_reference {NO_SUCH_REFERENCE}")), gone(10_008), gone(10_008)),
            (RestError::Forbidden { code: 160_002 }, forbidden(160_002), forbidden(160_002)),
            (
                RestError::Files { code: 40_005 },
                SendError::Malformed { code: 40_005 },
                SendError::Malformed { code: 40_005 },
            ),
            (lost(Outage::Status(502)), SendError::Uncertain, SendError::NotSent),
            (lost(Outage::TimedOut), SendError::Uncertain, SendError::NotSent),
            (lost(Outage::Dropped { why: "reset".into() }), SendError::Uncertain, SendError::NotSent),
            (RestError::NotSent { why: "refused".into() }, SendError::NotSent, SendError::NotSent),
            (
                RestError::Unreadable { part: Unread { what: "JSON", field: "" } },
                SendError::Uncertain,
                SendError::NotSent,
            ),
        ] {
            assert_eq!(send_error(&error), sending, "{error:?}");
            assert_eq!(opening(&error), opened, "{error:?}");
        }
    }
}
