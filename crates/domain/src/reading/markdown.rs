//! Discord's markdown, as far as it decides which of a message's words are its author's own.
//!
//! It is not `CommonMark`: the client tries a list of patterns from left to right, the first that matches wins, and the
//! rest is text. This follows those patterns for code, quotes, links, escapes and mentions
//! (<https://docs.discord.com/developers/reference#message-formatting>); emphasis and spoilers are left in place.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use crate::ids::{ChannelId, UserId};

/// Replaces removed parts, so that the text on either side is not joined.
const GAP: char = '\u{FFFC}';

/// A message without code, quotes and the addresses of links, and who and what it mentions outside them.
#[derive(Debug, Default)]
pub(super) struct OwnText {
    /// The author's own text.
    pub text: String,
    /// The people mentioned, with the bytes of the message that do it, in order.
    pub mentions: Vec<(UserId, Range<usize>)>,
    /// The channels mentioned, in order.
    pub channels: Vec<ChannelId>,
}

/// Takes a message apart, in linear time: text that is read ahead is consumed, ends where the next reading ahead would
/// begin, or is bounded by the length of its opening.
pub(super) fn own_text(content: &str) -> OwnText {
    let mut backticks = Backticks::of(content);
    let parentheses = parentheses(content);
    let mut own = OwnText { text: String::with_capacity(content.len()), ..OwnText::default() };
    let mut at = 0;
    let mut line_start = true;
    while let Some(c) = content[at..].chars().next() {
        let rest = &content[at..];
        let end = match c {
            '\n' | ' ' => {
                own.text.push(c);
                at += 1;
                line_start |= c == '\n';
                continue;
            }
            '>' if line_start && rest.starts_with(">>> ") => content.len(),
            '>' if line_start && rest.starts_with("> ") => at + rest.find('\n').unwrap_or(rest.len()),
            // Before a letter a backslash is text; before other characters it escapes them.
            '\\' => match rest[1..].chars().next() {
                Some(escaped) if !escaped.is_alphanumeric() && !escaped.is_whitespace() => at + 1 + escaped.len_utf8(),
                _ => at + 1,
            },
            '`' => match backticks.code_end(content, at) {
                Some(end) => end,
                None => backticks.run_end(at),
            },
            '<' => match angle(rest) {
                Some((len, token)) => {
                    match token {
                        Token::User(user) => own.mentions.push((user, at..at + len)),
                        Token::Channel(channel) => own.channels.push(channel),
                        Token::Other => {}
                    }
                    at + len
                }
                None => at + 1,
            },
            ']' => match parentheses.get(&(at + 1)).and_then(|close| masked(content, at + 1, *close)) {
                Some(end) => end,
                None => at + 1,
            },
            ':' if rest.starts_with("://") && content[..at].ends_with(|c: char| c.is_ascii_alphanumeric()) => {
                at + rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len())
            }
            _ => {
                own.text.push(c);
                at += c.len_utf8();
                line_start = false;
                continue;
            }
        };
        own.text.push(GAP);
        at = end;
        line_start = false;
    }
    own
}

enum Token {
    User(UserId),
    Channel(ChannelId),
    /// A role, an emoji, a time, a command, an address.
    Other,
}

/// The token in angle brackets with which the text begins, and its length in bytes.
fn angle(text: &str) -> Option<(usize, Token)> {
    let end = 1 + text[1..].find(|c: char| c.is_whitespace() || c == '<' || c == '>')?;
    let inside = &text[1..end];
    if !text[end..].starts_with('>') {
        return None;
    }
    let token = if let Some(user) = inside.strip_prefix("@!").or_else(|| inside.strip_prefix('@')).and_then(id) {
        Token::User(UserId(user))
    } else if let Some(channel) = inside.strip_prefix('#').and_then(id) {
        Token::Channel(ChannelId(channel))
    } else if inside.contains(":/") || is_markup(inside) {
        Token::Other
    } else {
        return None;
    };
    Some((end + 1, token))
}

/// A snowflake: decimal digits and nothing else, never zero.
fn id(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|id| digits && *id != 0)
}

fn is_markup(inside: &str) -> bool {
    let begins = [":", "a:", "t:", "@&", "/", "id:"].iter().any(|start| inside.starts_with(start));
    begins && inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_:@&/-~".contains(&byte))
}

/// Where each parenthesis closes that opens and closes within one line.
fn parentheses(content: &str) -> HashMap<usize, usize> {
    let mut pairs = HashMap::new();
    let mut open = Vec::new();
    for (at, byte) in content.bytes().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' => {
                if let Some(start) = open.pop() {
                    pairs.insert(start, at);
                }
            }
            b'\n' => open.clear(),
            _ => {}
        }
    }
    pairs
}

/// The end of the parentheses if they hold a masked link's web address, with or without a title.
fn masked(content: &str, open: usize, close: usize) -> Option<usize> {
    let inside = content[open + 1..close].trim();
    let address = inside.strip_prefix('<').unwrap_or(inside);
    let web = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !web("https://") && !web("http://") {
        return None;
    }
    let titled = |after: &str| after.trim_start().starts_with(['"', '\'']);
    inside.split_once(char::is_whitespace).is_none_or(|(_, after)| titled(after)).then_some(close + 1)
}

/// The message's runs of backticks. Queries go from left to right only, so passed runs are dropped.
struct Backticks {
    runs: VecDeque<Range<usize>>,
    /// The runs in which a block can still close.
    closing: VecDeque<Range<usize>>,
    /// Where the runs of each length begin.
    by_length: HashMap<usize, VecDeque<usize>>,
}

impl Backticks {
    fn of(content: &str) -> Self {
        let mut runs: VecDeque<Range<usize>> = VecDeque::new();
        for (at, _) in content.match_indices('`') {
            match runs.back_mut() {
                Some(run) if run.end == at => run.end += 1,
                _ => runs.push_back(at..at + 1),
            }
        }
        let mut by_length: HashMap<_, VecDeque<_>> = HashMap::new();
        for run in &runs {
            by_length.entry(run.len()).or_default().push_back(run.start);
        }
        Self { closing: runs.clone(), runs, by_length }
    }

    /// The end of the code that begins with the backtick at `at`, if it ends.
    fn code_end(&mut self, content: &str, at: usize) -> Option<usize> {
        let run_end = self.run_end(at);
        let fence = (run_end - at >= 3).then(|| self.fence_end(content, at + 3)).flatten();
        // A longer run may open with fewer than all of its backticks; it closes at a run of exactly as many.
        fence.or_else(|| (1..=run_end - at).rev().find_map(|length| self.next_run(length, run_end)))
    }

    /// The end of the run with the backtick at `at`. Not counted again, because a long run may hold many blocks.
    fn run_end(&mut self, at: usize) -> usize {
        while self.runs.front().is_some_and(|run| run.end <= at) {
            self.runs.pop_front();
        }
        self.runs.front().expect("every backtick is in a run, and runs are passed only here").end
    }

    /// A block closes at the next three backticks after at least one visible character.
    fn fence_end(&mut self, content: &str, from: usize) -> Option<usize> {
        let shown = from + content[from..].find(|c| c != '\n')?;
        let from = shown + content[shown..].chars().next().map_or(0, char::len_utf8);
        while let Some(run) = self.closing.front() {
            let start = run.start.max(from);
            if run.end >= start + 3 {
                return Some(start + 3);
            }
            self.closing.pop_front();
        }
        None
    }

    /// The end of the next run of this length that begins at or after `from`.
    fn next_run(&mut self, length: usize, from: usize) -> Option<usize> {
        let starts = self.by_length.get_mut(&length)?;
        while starts.front().is_some_and(|start| *start < from) {
            starts.pop_front();
        }
        starts.front().map(|start| start + length)
    }
}
