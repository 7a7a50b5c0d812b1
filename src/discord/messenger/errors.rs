//! What a failed request means for a send: whether it may have arrived, and whether a retry may help.

use std::time::Duration;

use crate::discord::rest::RestError;
use crate::ports::SendError;

/// Discord's code for a missing message that should be replied to or edited.
const UNKNOWN_MESSAGE: u32 = 10_008;
/// The error for a reply to a deleted message: an invalid form, with this constant for the field.
const NO_SUCH_REFERENCE: &str = "MESSAGE_REFERENCE_UNKNOWN_MESSAGE";
/// Discord's code for opening private conversations too fast.
const OPENING_TOO_FAST: u32 = 40_003;
/// How long to wait then, because Discord gives no time.
const OPENING_PAUSE: Duration = Duration::from_secs(10 * 60);

/// What a failed request means for the send.
pub(super) fn send_error(error: &RestError) -> SendError {
    match error {
        RestError::Gone { code } => SendError::Gone { code: *code },
        RestError::Forbidden { code: OPENING_TOO_FAST } | RestError::Rejected { code: OPENING_TOO_FAST, .. } => {
            rate_limited(OPENING_PAUSE)
        }
        RestError::Forbidden { code } => SendError::Forbidden { code: *code },
        RestError::RateLimited { retry_after } => rate_limited(*retry_after),
        RestError::Rejected { message, .. } if message.contains(NO_SUCH_REFERENCE) => {
            SendError::Gone { code: UNKNOWN_MESSAGE }
        }
        RestError::Rejected { code, .. } if needs_changed_setting(*code) => SendError::Forbidden { code: *code },
        RestError::Rejected { code, .. } => SendError::Malformed { code: *code },
        // With a wrong token nothing was sent, and nothing will be until the operator sets a new one.
        RestError::Unauthorized | RestError::NotSent => SendError::NotSent,
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

/// Refusals with status 400 that last until someone changes a setting: no permission to read the message to reply to
/// (160002), AutoMod (200000), Discord's link filter (240000), an archived (50083) or locked (160005) thread.
const fn needs_changed_setting(code: u32) -> bool {
    matches!(code, 50_083 | 160_002 | 160_005 | 200_000 | 240_000)
}

fn rate_limited(pause: Duration) -> SendError {
    SendError::RateLimited { retry_after_ms: u64::try_from(pause.as_millis()).unwrap_or(u64::MAX) }
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
        for (error, sending, opened) in [
            (RestError::Gone { code: 10_003 }, gone(10_003), gone(10_003)),
            (RestError::Forbidden { code: 50_007 }, forbidden(50_007), forbidden(50_007)),
            (RestError::Forbidden { code: 40_003 }, limited(600_000), limited(600_000)),
            (RestError::Unauthorized, SendError::NotSent, SendError::NotSent),
            (RestError::RateLimited { retry_after: Duration::from_millis(1500) }, limited(1500), limited(1500)),
            (rejected(40_003, ""), limited(600_000), limited(600_000)),
            (rejected(50_035, "data X"), SendError::Malformed { code: 50_035 }, SendError::Malformed { code: 50_035 }),
            (rejected(50_035, &format!("message_reference {NO_SUCH_REFERENCE}")), gone(10_008), gone(10_008)),
            (rejected(160_002, ""), forbidden(160_002), forbidden(160_002)),
            (rejected(200_000, ""), forbidden(200_000), forbidden(200_000)),
            (rejected(30_038, ""), SendError::Malformed { code: 30_038 }, SendError::Malformed { code: 30_038 }),
            (lost(Outage::Status(502)), SendError::Uncertain, SendError::NotSent),
            (lost(Outage::TimedOut), SendError::Uncertain, SendError::NotSent),
            (lost(Outage::Dropped), SendError::Uncertain, SendError::NotSent),
            (RestError::NotSent, SendError::NotSent, SendError::NotSent),
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
