//! Texts as Discord's Markdown shows them: what people wrote, escaped; blocks, quotations and instants.

use chrono::{DateTime, Utc};

use domain::digest::tamed;

/// Words that a person wrote, so that Discord shows them as they are: no formatting, no link, no mention, no heading.
#[must_use]
pub fn plain(words: &str) -> String {
    let words = tamed(words);
    let mut safe = String::with_capacity(words.len() + 8);
    let (mut begins_a_line, mut digits) = (true, false);
    let mut rest = words.chars().peekable();
    while let Some(character) = rest.next() {
        let acts = matches!(
            character,
            '\\' | '*' | '_' | '~' | '`' | '|' | '>' | '<' | '[' | ']' | '(' | ')' | '#' | '-' | '@' | ':'
        );
        // "+ " and "1. " at the start of a line would become lists, also if the space is the bot's, behind the words.
        let number = character == '.' && rest.peek().map_or(digits, |next| *next == ' ');
        if acts || number || (character == '+' && begins_a_line) {
            safe.push('\\');
        }
        digits = character.is_ascii_digit() && (digits || begins_a_line);
        begins_a_line = character == '\n';
        safe.push(character);
    }
    safe
}

/// A text for a code block: unchanged except that invisible characters are removed, and what would end the block is
/// replaced by something that looks like it.
#[must_use]
pub fn fenced(text: &str) -> String {
    let overrides = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let shown = text.trim().chars().filter_map(|c| match c {
        '`' => Some(BACKTICK),
        '\t' => Some(' '),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        c => (c == '\n' || !(c.is_control() || overrides(c))).then_some(c),
    });
    format!("{FENCE}{}{FENCE_END}", shown.collect::<String>())
}

/// The text that stands in a block; one that stands in none is as it is.
#[must_use]
pub fn unfenced(text: &str) -> String {
    let inner = text.strip_prefix(FENCE).and_then(|rest| rest.strip_suffix(FENCE_END));
    inner.map_or_else(|| text.to_owned(), |inner| inner.replace(BACKTICK, "`"))
}

/// What begins and ends a block, and what stands in it for a backtick.
const FENCE: &str = "```text\n";
const FENCE_END: &str = "\n```";
const BACKTICK: char = '\u{2CB}';

/// Words as a quotation: each line behind a bar.
#[must_use]
pub fn quoted(words: &str) -> String {
    plain(words.trim()).lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
}

/// A timestamp that Discord shows to each reader in their own zone; the style is one of Discord's letters.
#[must_use]
pub fn timestamp(at: DateTime<Utc>, style: char) -> String {
    format!("<t:{}:{style}>", at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_words_stay_words() {
        let check = |words: &str, expected: &str| assert_eq!(plain(words), expected);
        check("plain words", "plain words");
        check("@everyone <@1>", "\\@everyone \\<\\@1\\>");
        check("[click](https://evil.example)", "\\[click\\]\\(https\\://evil.example\\)");
        check("# Big\n1. one", "\\# Big\n1\\. one");
        check("a\u{202E}b\u{0007}", "ab");
        check("+ one\ta + b", "\\+ one a + b");
        check("a\n + one\n12.", "a\n\\+ one\n12\\.");
        check("The end.\nNo list.", "The end.\nNo list.");
        check("one\u{2028}two\rthree", "one\ntwo\nthree");
        assert_eq!(quoted("two\nlines"), "> two\n> lines");
    }

    #[test]
    fn a_block_holds_its_words_and_gives_them_back() {
        for words in ["plain", "a ```b``` `c`", "  two\n  lines", "<@1> [a](b)"] {
            let block = fenced(words);
            assert_eq!(block.matches("```").count(), 2, "{block}");
            assert_eq!(unfenced(&block), words.trim());
        }
        assert_eq!(unfenced("as before"), "as before");
    }
}
