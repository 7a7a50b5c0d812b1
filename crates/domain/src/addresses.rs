//! Addresses in what people write: a mail program makes a link of each.
//!
//! A library that finds links finds what is one for certain. Here anything counts that some program may take for one, so
//! that a page never leads where the operator did not want it to.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The first word of a text that a program may show as a link: a web address, a domain or a mail address.
#[must_use]
pub fn address_in(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| is_address(&spelled_out(word)))
}

/// Whether a text has no address and no `@`.
#[must_use]
pub fn is_without_addresses(text: &str) -> bool {
    address_in(text).is_none() && !text.contains(is_at)
}

/// The text without anything that a program may show as a link, and without `@`: what stood apart by signs stands apart
/// by spaces.
#[must_use]
pub fn without_addresses(text: &str) -> String {
    let word = |word: &str| {
        let spelled = spelled_out(word);
        let plain = if is_address(&spelled) {
            let (_, address) = spelled.split_once("://").unwrap_or(("", &spelled));
            address.replace(|c: char| !c.is_alphanumeric(), " ")
        } else {
            word.replace(is_at, " ")
        };
        plain.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    text.split_whitespace().flat_map(word).collect::<Vec<_>>().join(" ")
}

/// What someone said, with the same spaces and lines, but nothing that a program may show as a link: the signs of an address
/// become spaces.
#[must_use]
pub fn with_addresses_apart(said: &str) -> String {
    let pieces = said.split_inclusive(char::is_whitespace).map(|piece| {
        let word = piece.trim_end();
        let space = &piece[word.len()..];
        if address_in(word).is_some() { format!("{}{space}", without_addresses(word)) } else { piece.to_owned() }
    });
    pieces.collect()
}

/// A word as a program reads it that looks for addresses: in the usual width, and without marks and joiners.
fn spelled_out(word: &str) -> String {
    let hides = |c: &char| is_combining_mark(*c) || matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{ad}');
    let word: Vec<char> = word.nfkc().filter(|c| !hides(c)).collect();
    // The full stop of Chinese and Japanese is a dot in a domain, and ends a sentence everywhere else.
    let is_in_a_domain = |at: usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)].map(|at| at.and_then(|at| word.get(at)));
        beside.iter().all(|c| c.is_some_and(char::is_ascii_alphanumeric))
    };
    let plain = |(at, c): (usize, &char)| match c {
        '\u{3002}' | '\u{ff61}' if is_in_a_domain(at) => '.',
        c => *c,
    };
    word.iter().enumerate().map(plain).collect()
}

fn is_address(word: &str) -> bool {
    word.contains("://") || has_domain(word) || has_machine(word)
}

/// Whether there is a dot after a letter, a digit or a picture and before two letters, as in `example.org`.
fn has_domain(word: &str) -> bool {
    word.match_indices('.').any(|(at, _)| {
        let after = word[at + 1..].chars().take(2).filter(|c| c.is_alphabetic()).count();
        word[..at].ends_with(|c: char| c.is_alphanumeric() || is_picture(c)) && after == 2
    })
}

/// Whether there are four numbers with dots between them, as in `192.0.2.1`.
fn has_machine(word: &str) -> bool {
    let is_number = |part: &str| part.len() <= 3 && part.parse::<u8>().is_ok();
    word.split(|c: char| !c.is_ascii_digit() && c != '.').any(|numbers| {
        let parts: Vec<&str> = numbers.split('.').collect();
        parts.len() == 4 && parts.iter().all(|part| is_number(part))
    })
}

/// Whether it is a symbol or an emoji, of which a domain can consist (`💩.la`): beyond the arrows, but for the punctuation of
/// Chinese and Japanese.
fn is_picture(c: char) -> bool {
    c >= '\u{2190}' && !matches!(c, '\u{3000}'..='\u{303f}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}')
}

const fn is_at(c: char) -> bool {
    matches!(c, '@' | '\u{ff20}' | '\u{fe6b}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_program_may_link_is_an_address() {
        let check = |text: &str, found: Option<&str>| assert_eq!(address_in(text), found, "{text:?}");
        check("see https://pay.example/now please", Some("https://pay.example/now"));
        check("see hxxp://x", Some("hxxp://x"));
        check("pay at evil.example, today", Some("evil.example,"));
        check("write to billing@evil.example", Some("billing@evil.example"));
        check("(www.evil.example)", Some("(www.evil.example)"));
        check("ｅｖｉｌ．ｅｘａｍｐｌｅ", Some("ｅｖｉｌ．ｅｘａｍｐｌｅ"));
        check("evil。example", Some("evil。example"));
        check("evil․example evil.\u{ad}example", Some("evil․example"));
        check("evil.e\u{200d}xample", Some("evil.e\u{200d}xample"));
        check("россия.рф", Some("россия.рф"));
        check("xn--a.xn--p1ai", Some("xn--a.xn--p1ai"));
        check("look at 💩.la now", Some("💩.la"));
        check("❤\u{fe0f}.ws", Some("❤\u{fe0f}.ws"));
        check("at 192.0.2.1/pay", Some("192.0.2.1/pay"));
        for text in [
            "",
            "Thank you. And again.",
            "J.R.R. Tolkien, Ph.D., z.B. at 9 a.m.",
            "いつもありがとう。とても助かります。",
            "v1.2.3 of 2027-01-25 at 10:15, 3.5 of 5",
            "wait… what...no",
            "@Ada and #help",
            "1.2.3.4.5 or 999.1.1.1",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_name_without_addresses_still_reads() {
        let check = |text: &str, expected: &str| assert_eq!(without_addresses(text), expected, "{text:?}");
        check("Ada Lovelace", "Ada Lovelace");
        check("J.R.R. Tolkien", "J.R.R. Tolkien");
        check("Booking.com", "Booking com");
        check("https://evil.example/pay?a=b Accounts", "evil example pay a b Accounts");
        check("kim@home @everyone ＠here", "kim home everyone here");
        check("billing@evil.example", "billing evil example");
        check("Ada\nL.", "Ada L.");
        check("@", "");
    }

    #[test]
    fn what_someone_said_keeps_its_lines() {
        let check = |said: &str, expected: &str| assert_eq!(with_addresses_apart(said), expected, "{said:?}");
        check("Thank you!\n\n  And again.", "Thank you!\n\n  And again.");
        check(
            "See https://evil.example/pay now\nor pay.evil.example.",
            "See evil example pay now\nor pay evil example",
        );
        check("Thanks @Ada", "Thanks @Ada");
    }

    proptest! {
        #[test]
        fn nothing_that_someone_said_becomes_a_link(said in any::<String>()) {
            let apart = with_addresses_apart(&said);
            prop_assert_eq!(address_in(&apart), None, "{:?}", apart);
            prop_assert_eq!(with_addresses_apart(&apart), apart.clone());
        }

        #[test]
        fn nothing_of_an_address_is_left(text in any::<String>()) {
            let plain = without_addresses(&text);
            prop_assert_eq!(address_in(&plain), None, "{:?}", plain);
            prop_assert!(is_without_addresses(&plain) && !plain.contains('\n'));
            prop_assert_eq!(without_addresses(&plain), plain.clone());
        }

        #[test]
        fn an_address_is_found_wherever_it_stands(before in "[a-z!(\" ]{0,5}", after in "[,;)!\" ]{0,5}") {
            let text = format!("{before}evil.example/pay{after}");
            prop_assert!(address_in(&text).is_some(), "{}", text);
        }
    }
}
