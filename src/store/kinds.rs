//! The kinds of sends in SQL.

use domain::send::SendKind;

/// The kinds that have a property, as a list for SQL's `in`.
pub(super) fn kinds(have: impl Fn(SendKind) -> bool) -> String {
    let names: Vec<String> =
        SendKind::all().filter(|kind| have(*kind)).map(|kind| format!("'{}'", kind.name())).collect();
    format!("({})", names.join(", "))
}
