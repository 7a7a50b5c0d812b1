//! Numbers in people's words, for mails: mail programs make a link of what looks like a phone number, a date or an
//! address, and no page can forbid that to all of them.

use domain::digest::{AddedQuote, Digest, Quote};

/// What no reader sees, between two digits: no width, and no line break. Words never hold it already: it is one of the
/// invisible characters that `domain::digest::tamed` removes.
const JOINER: char = '\u{2060}';

/// The digest as a mail shows it: in what people wrote and call themselves, no two digits stand side by side. Apple's
/// programs also read the letter's `format-detection`; Gmail and Outlook read nothing of the kind.
#[must_use]
pub fn with_inert_numbers(digest: &Digest) -> Digest {
    let mut digest = digest.clone();
    let Digest { manager, title, team, cares, server, sentence, testimonials, quotes, added, .. } = &mut digest;
    let said = [title, team, cares, sentence].into_iter().flatten();
    let quoted = testimonials.iter_mut().chain(quotes);
    let quoted = quoted.flat_map(|Quote { words, signature, .. }| std::iter::once(words).chain(signature));
    // What the manager added comes from people, too, and no one has checked it.
    let added = added.iter_mut();
    let added = added.flat_map(|AddedQuote { words, said_by, place, .. }| [words, said_by].into_iter().chain(place));
    for text in [manager, server].into_iter().chain(said).chain(quoted).chain(added) {
        *text = inert(text);
    }
    digest
}

fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_numeric() && out.ends_with(char::is_numeric) {
            out.push(JOINER);
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_digits_stand_side_by_side() {
        for text in ["", "no number", "1 2 3", "1️⃣2️⃣"] {
            assert_eq!(inert(text), text);
        }
        for text in ["+1 (555) 0123-456", "2027-01-25", "12 Main Street, 90210", "０１２３", "٠١٢"] {
            let inert = inert(text);
            let letters: Vec<char> = inert.chars().collect();
            assert!(letters.windows(2).all(|pair| !pair.iter().all(|c| c.is_numeric())), "{inert}");
            assert_eq!(inert.replace(JOINER, ""), text, "it reads as it was written");
        }
    }
}
