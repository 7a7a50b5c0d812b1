//! A time zone on the command line.

use chrono_tz::Tz;

use crate::discord::commands::zones;

/// Reads the name of a time zone, in any case. The error says which one may be meant.
pub(super) fn zone(text: &str) -> Result<Tz, String> {
    let similar = || zones::similar(text).into_iter().map(Tz::name).collect::<Vec<_>>();
    text.trim().parse().map_err(|_| match similar().as_slice() {
        [] => "no time zone has this name: give one such as Europe/Berlin or UTC".to_owned(),
        [one] => format!("no time zone has this name: did you mean {one}?"),
        [more @ .., last] => format!("no time zone has this name: did you mean {} or {last}?", more.join(", ")),
    })
}
