//! Numbers as people write them.

use fluent_bundle::FluentValue;

/// Up to here a number has no marks between its thousands: in every language that is built in four figures read well
/// without, and a year is one of them.
const PLAIN_BELOW: f64 = 10_000.0;

/// A way to write a number; `None` leaves it to Fluent.
pub(super) type Format<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// How a language writes large whole numbers, by the mark between its thousands, which is a text of its own.
pub(super) fn format<M>(mark: char) -> Option<Format<M>> {
    Some(match mark {
        ',' => grouped::<',', M>,
        '.' => grouped::<'.', M>,
        '\u{202f}' => grouped::<'\u{202f}', M>,
        '\'' => grouped::<'\'', M>,
        _ => return None,
    })
}

fn grouped<const MARK: char, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value < PLAIN_BELOW || number.value.fract() != 0.0 {
        return None;
    }
    let figures = format!("{:.0}", number.value);
    let mut text = String::with_capacity(figures.len() + figures.len() / 3 * MARK.len_utf8());
    for (at, figure) in figures.chars().enumerate() {
        if at > 0 && (figures.len() - at) % 3 == 0 {
            text.push(MARK);
        }
        text.push(figure);
    }
    Some(text)
}
