//! Numbers as people write them.

use fluent_bundle::FluentValue;

use crate::text::Lang;

/// Numbers up to this one have no thousands separator: four digits are readable without one in every built-in language,
/// and years must not have one.
const PLAIN_BELOW: u64 = 10_000;

/// A way to write a number; `None` leaves it to Fluent.
pub(super) type Format<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

impl Lang {
    /// A count that is shown alone. As an argument of a text it is formatted alike.
    #[must_use]
    pub fn number(self, count: usize) -> String {
        let figures = count.to_string();
        match self.spoken.mark {
            Some(mark) if count as u64 >= PLAIN_BELOW => grouped(&figures, mark),
            _ => figures,
        }
    }
}

/// How a language writes large whole numbers: by its thousands separator, which is a text of its own.
pub(super) fn format<M>(mark: char) -> Option<Format<M>> {
    Some(match mark {
        ',' => written::<',', M>,
        '.' => written::<'.', M>,
        '\'' => written::<'\'', M>,
        '\u{202f}' => written::<'\u{202f}', M>,
        _ => return None,
    })
}

/// Fluent takes a function, not a closure, so the separator is part of the type.
fn written<const MARK: char, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[expect(clippy::cast_precision_loss, reason = "the bound is far below 2^52")]
    let is_large = number.value >= PLAIN_BELOW as f64 && number.value.fract() == 0.0;
    is_large.then(|| grouped(&format!("{:.0}", number.value), MARK))
}

fn grouped(figures: &str, mark: char) -> String {
    let mut text = String::with_capacity(figures.len() + figures.len() / 3 * mark.len_utf8());
    for (at, figure) in figures.chars().enumerate() {
        if at > 0 && (figures.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(figure);
    }
    text
}
