//! The hashtag itself: `#CMAD`, with or without a year, in a message's own text or somewhere in a raw gateway frame.

use memchr::memchr3;
use unicode_normalization::char::is_combining_mark;

use crate::reading::letters::{is_invisible, is_prefix, is_word, narrow};

const TAG: [char; 5] = ['#', 'c', 'm', 'a', 'd'];
/// Makes a keycap of the digit before it: both together are an emoji and no part of a word.
const KEYCAP: char = '\u{20E3}';

/// What stands right before a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// A word of one letter, as Hebrew and Arabic write *in*, *and* or *for* before another word.
    Prefix,
    Word,
}

/// Whether the text holds the hashtag as a word of its own.
///
/// Takes linear time: reading ahead from a `#` never crosses another one.
pub(super) fn holds(text: &str) -> bool {
    let mut before = Before::Nothing;
    for (at, raw) in text.char_indices() {
        let c = narrow(raw);
        if c == '#' && before != Before::Word && is_tag(&text[at..]) {
            return true;
        }
        // Invisible characters do not separate words, and underscores may be italics.
        if !is_invisible(c) && c != '_' {
            before = match before {
                _ if c == KEYCAP => Before::Nothing,
                Before::Prefix if is_combining_mark(c) => Before::Prefix,
                Before::Nothing if is_prefix(c) => Before::Prefix,
                _ if is_word(c) || c == '/' => Before::Word,
                _ => Before::Nothing,
            };
        }
    }
    false
}

/// Whether the text begins with the hashtag, and the hashtag ends there.
fn is_tag(text: &str) -> bool {
    let mut rest = text.chars().map(narrow).filter(|c| !is_invisible(*c)).peekable();
    if !TAG.iter().all(|wanted| rest.next() == Some(*wanted)) {
        return false;
    }
    let mut digits = 0;
    loop {
        let mut ahead = rest.clone();
        if ahead.next_if(char::is_ascii_digit).is_none() {
            break;
        }
        if ahead.peek() == Some(&KEYCAP) {
            return matches!(digits, 0 | 2 | 4);
        }
        rest = ahead;
        digits += 1;
    }
    matches!(digits, 0 | 2 | 4) && !rest.find(|c| *c != '_').is_some_and(is_word)
}

/// Whether a raw JSON frame of the gateway could hold a message with the hashtag: cheap, and asked before parsing.
///
/// Never false for a frame with a message in which [`read`](super::read) sees a hashtag, however its JSON is escaped;
/// true also for some frames without one. A channel named `cmad` is an id in the frame, which must be searched apart.
#[must_use]
pub fn may_hold_hashtag(frame: &[u8]) -> bool {
    let mut rest = frame;
    // Only `#`, a full-width form (which begins with 0xEF) and an escape are decoded; nearly every byte is none of them.
    while let Some(at) = memchr3(b'#', 0xEF, b'\\', rest) {
        // The `#` must be here: skipping invisible characters before it would take quadratic time.
        if let Some(('#', mut ahead)) = next_char(&rest[at..]).map(|(c, ahead)| (narrow(c), ahead))
            && TAG[1..].iter().all(|wanted| next_visible(&mut ahead) == Some(*wanted))
        {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

/// The next visible character of a JSON string, narrowed.
fn next_visible(json: &mut &[u8]) -> Option<char> {
    loop {
        let (c, ahead) = next_char(json)?;
        *json = ahead;
        if !is_invisible(c) {
            return Some(narrow(c));
        }
    }
}

/// The first character of a JSON string and the rest. `None` for malformed text, and for characters of four bytes,
/// which are neither part of a hashtag nor invisible.
fn next_char(json: &[u8]) -> Option<(char, &[u8])> {
    let len = match json {
        [b'\\', b'u', ahead @ ..] => {
            let (digits, ahead) = ahead.split_at_checked(4)?;
            // Digits only: the parser would take a sign, too.
            let digits = str::from_utf8(digits).ok().filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))?;
            return Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, ahead));
        }
        [0..=0x7F, ..] => 1,
        [0xC0..=0xDF, ..] => 2,
        [0xE0..=0xEF, ..] => 3,
        _ => return None,
    };
    let (c, ahead) = json.split_at_checked(len)?;
    Some((str::from_utf8(c).ok()?.chars().next()?, ahead))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(frame: &[u8], expected: bool) {
        assert_eq!(may_hold_hashtag(frame), expected, "{}", frame.escape_ascii());
    }

    #[test]
    fn frames() {
        for (frame, expected) in [
            (r###"{"content":"thanks #CMAD"}"###, true),
            (r###"{"content":"#cMaD2027"}"###, true),
            (r###"{"content":"\u0023\u0043\u004d\u0041\u0044"}"###, true),
            (r###"{"content":"\u0023\u0043\u004D\u0041d"}"###, true),
            (r###"{"content":"＃ＣＭＡＤ"}"###, true),
            (r###"{"content":"\uff03\uFF23mad"}"###, true),
            (r###"{"content":"#c\u200bm\u2060ad"}"###, true),
            (r###"{"content":"#\ufeffcmad"}"###, true),
            ("{\"content\":\"#c\u{200b}\u{200d}mad\"}", true),
            ("{\"content\":\"#\u{ad}cmad\"}", true),
            (r###"{"content":"##cmad"}"###, true),
            (r###"{"content":"a\n#cmad"}"###, true),
            // Not a hashtag to the reader: the frame is only parsed for nothing.
            (r###"{"content":"#cmadness"}"###, true),
            (r###"{"content":"<#500>"}"###, false),
            (r###"{"content":"cmad"}"###, false),
            (r###"{"content":"#cma"}"###, false),
            (r###"{"content":"# cmad"}"###, false),
            (r###"{"content":"#😀cmad"}"###, false),
            (r###"{"content":"#c\ud83d\ude00mad"}"###, false),
            (r###"{"content":"#c\u+200mad"}"###, false),
            (r###"{"content":"#c\u20"###, false),
            (r"\u00", false),
            ("", false),
        ] {
            check(frame.as_bytes(), expected);
        }
        check(b"#c\xE2\x80", false);
        check(b"#\xFFcmad", false);
        check(b"\xEF\xBC\x83\xEF\xBC", false);
    }

    #[test]
    fn invisible_characters_are_in_the_basic_plane() {
        assert!(('\u{10000}'..=char::MAX).all(|c| !is_invisible(c)));
    }

    #[test]
    fn a_hostile_frame_takes_linear_time() {
        for piece in ["#", "#c\u{200b}", "\\u0023", "\\", "#cma", "\u{ff03}", "\u{feff}", "\\u200b", "#\\u200b"] {
            check(piece.repeat(100_000).as_bytes(), false);
        }
        check(format!("#{}cmaD", "\u{200b}".repeat(100_000)).as_bytes(), true);
    }
}
