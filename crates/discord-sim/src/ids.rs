//! Snowflakes: Discord's ids, made from the simulated time and a counter, so that the same calls give the same ids.

use chrono::DateTime;
use serde_json::Value;

/// A snowflake. On the wire it is a string; here it is the number.
pub type Id = u64;

/// The first millisecond of 2015, from which snowflakes count.
const EPOCH_MS: i64 = 1_420_070_400_000;

/// Makes new snowflakes.
#[derive(Debug, Default, Clone)]
pub(super) struct Ids {
    made: u64,
}

impl Ids {
    /// A new id whose time stamp is `ms` (unix milliseconds).
    pub(super) fn at(&mut self, ms: i64) -> Id {
        self.made += 1;
        (u64::try_from(ms - EPOCH_MS).unwrap_or(0) << 22) | (self.made & 0x3F_FFFF)
    }
}

/// When the thing with this id was made, in unix milliseconds.
pub(super) fn made_ms(id: Id) -> i64 {
    i64::try_from(id >> 22).expect("42 bits fit") + EPOCH_MS
}

/// Discord's way of writing an instant.
pub(super) fn iso(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms).unwrap_or_default().format("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

/// An instant as HTTP writes it.
pub(super) fn http_date(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms).unwrap_or_default().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Reads an instant as a client writes it.
pub(super) fn from_iso(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.timestamp_millis())
}

/// An id in a JSON body: a string, or the number that some clients write.
pub(super) fn id_of(value: &Value) -> Option<Id> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_carry_their_time_and_grow() {
        let mut ids = Ids::default();
        let first = ids.at(1_800_000_000_000);
        let second = ids.at(1_800_000_000_000);
        assert!(first < second);
        assert_eq!(made_ms(second), 1_800_000_000_000);
        assert_eq!(Ids::default().at(1_800_000_000_000), first, "the same calls give the same ids");
    }

    #[test]
    fn instants_are_written_and_read() {
        assert_eq!(iso(1_800_000_000_123), "2027-01-15T08:00:00.123000+00:00");
        assert_eq!(from_iso("2027-01-15T08:00:00.123Z"), Some(1_800_000_000_123));
        assert_eq!(from_iso("tomorrow"), None);
    }
}
