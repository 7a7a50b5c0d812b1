//! Classes of characters: parts of words, invisible ones, and full-width forms.

use unicode_normalization::char::is_combining_mark;

/// Whether a character is part of a word, so that two of them next to each other are one word.
///
/// Letters of scripts without spaces are not, because they have no word boundaries, and Hangul is not, because it
/// attaches particles to any word.
pub(super) fn is_word(c: char) -> bool {
    !is_unspaced(c) && (c.is_alphanumeric() || is_combining_mark(c))
}

/// Whether a character is a letter that Hebrew or Arabic writes as a prefix of the next word.
pub(super) fn is_prefix(c: char) -> bool {
    matches!(c, 'ב' | 'ה' | 'ו' | 'כ' | 'ל' | 'מ' | 'ש' | 'ب' | 'ف' | 'ك' | 'ل' | 'و')
}

fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{109F}' // Thai, Lao, Tibetan, Myanmar
        | '\u{1100}'..='\u{11FF}' // Hangul, letter by letter
        | '\u{1780}'..='\u{17FF}' // Khmer
        | '\u{2E80}'..='\u{2FDF}' // Han radicals
        | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{3035}' // marks of repetition and the zero
        | '\u{3040}'..='\u{31FF}' // kana, Bopomofo, Hangul letters
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' // Han
        | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' // Hangul
        | '\u{F900}'..='\u{FAFF}' // Han, for compatibility
        | '\u{FF66}'..='\u{FFDC}' // half-width kana and Hangul
        | '\u{20000}'..='\u{3FFFF}' // Han beyond the basic plane
    )
}

/// Whether a character takes no room: zero-width ones, direction marks, the soft hyphen, variation selectors.
///
/// All of them are in Unicode's basic plane, so that JSON escapes each as a single `\uXXXX`.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

/// A full-width form as its ASCII character, in lower case; every other character outside ASCII as it is.
pub(super) fn narrow(c: char) -> char {
    let narrow = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).expect("the forms mirror ASCII from ! to ~"),
        _ => c,
    };
    narrow.to_ascii_lowercase()
}
