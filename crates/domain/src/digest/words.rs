//! Makes words from Discord readable outside it, and unable to break a page's layout.

use chrono::DateTime;
use chrono_tz::Tz;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::addresses::without_addresses;
use crate::ids::UserId;
use crate::roster::CARES_MAX;

/// The names of places are cut to this many graphemes, as Discord does.
const NAME_AT_MOST: usize = 100;
/// People's names are cut to this many graphemes; Discord allows 32.
const PERSON_AT_MOST: usize = 64;
/// The most combining marks on one letter: no script needs more, and a stack of them covers other lines.
const MARKS_AT_MOST: usize = 6;
/// A longer run of letters is cut inside: it is no word, or its script has no spaces.
const WORD_AT_MOST: usize = 24;
/// The most line breaks in a row: one empty line between paragraphs.
const LINE_BREAKS_AT_MOST: usize = 2;

/// What stands for things that only Discord can show, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholders {
    /// A person without a name: "someone".
    pub someone: String,
    /// A channel.
    pub channel: String,
    /// A role.
    pub role: String,
    /// The page "Channels & Roles" of a server.
    pub customize: String,
    /// The page "Browse Channels".
    pub browse: String,
    /// The page "Server Guide".
    pub guide: String,
    /// The page "Linked Roles".
    pub linked_roles: String,
}

/// The words, verbatim but for Discord's markup: mentions are names, emoji are `:name:`, times are dates, and what else
/// only Discord can show is said in words.
///
/// `name_of` gives the name of a mentioned person, if the reader may see it.
#[must_use]
pub fn readable(
    words: &str,
    zone: Tz,
    placeholders: &Placeholders,
    name_of: impl Fn(UserId) -> Option<String>,
) -> String {
    // Invisible characters are removed first, so that none can hide a markup from the search below.
    let tamed = tamed(words);
    let mut out = String::with_capacity(tamed.len());
    let mut rest = tamed.as_str();
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let inner = &rest[at + 1..];
        let end = inner.find('>').unwrap_or(0);
        if let Some(said) = markup(&inner[..end], zone, placeholders, &name_of) {
            out.push_str(&said);
            rest = &inner[end + 1..];
        } else {
            out.push('<');
            rest = inner;
        }
    }
    out.push_str(rest);
    out
}

/// Words on one line; `None` when nothing of them can be seen.
pub(super) fn line(text: &str, at_most: usize) -> Option<String> {
    let line = tamed(text).split_whitespace().collect::<Vec<_>>().join(" ");
    can_be_seen(&line).then(|| shortened(&line, at_most).0)
}

/// A name as mails and pages show it: one line without an address or an `@`, so that no name leads anywhere; `None` when
/// nothing of it can be seen.
#[must_use]
pub fn plain_name(text: &str) -> Option<String> {
    line(&without_addresses(&tamed(text)), NAME_AT_MOST)
}

/// What a manager cares about, as everything shows it: one line without an address or an `@`, as a name.
#[must_use]
pub fn plain_line(text: &str) -> Option<String> {
    line(&without_addresses(&tamed(text)), CARES_MAX.into())
}

/// The name of a person as mails and pages show it: as above, and without signs of markup.
#[must_use]
pub fn person_name(text: &str) -> Option<String> {
    let plain = text.replace(['<', '>', '[', ']', '{', '}', '*', '~', '|', '`', '\\'], " ");
    line(&without_addresses(&tamed(&plain)), PERSON_AT_MOST)
}

/// Whether anything of a text can be seen.
#[must_use]
pub fn can_be_seen(text: &str) -> bool {
    let seen = |c: char| !is_combining_mark(c) && !is_joiner_or_mark_of_direction(c) && !is_invisible(c);
    text.chars().any(|c| seen(c) && !c.is_whitespace() && !c.is_control() && c != '\u{2800}')
}

/// At most the first `length` graphemes and an ellipsis, and whether anything was cut. A word is not cut in two
/// when it began shortly before.
#[must_use]
pub fn shortened(text: &str, length: usize) -> (String, bool) {
    let Some((cut, next)) = text.grapheme_indices(true).nth(length) else {
        return (text.to_owned(), false);
    };
    let (kept, begins_a_word) = (&text[..cut], next.trim().is_empty());
    let word_end = kept.rfind([' ', '\n']).filter(|end| !begins_a_word && kept[*end..].chars().count() <= WORD_AT_MOST);
    (format!("{}…", kept[..word_end.unwrap_or(cut)].trim_end()), true)
}

/// The text for what is between `<` and `>`; `None` when it is no markup of Discord's.
/// The forms: <https://discord.com/developers/docs/reference#message-formatting>.
fn markup(
    inner: &str,
    zone: Tz,
    placeholders: &Placeholders,
    name_of: &impl Fn(UserId) -> Option<String>,
) -> Option<String> {
    let is_id = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_');
    if let Some(role) = inner.strip_prefix("@&") {
        return is_id(role).then(|| format!("@{}", placeholders.role));
    }
    if let Some(user) = inner.strip_prefix('@') {
        let user = user.strip_prefix('!').unwrap_or(user);
        let id = if is_id(user) { user.parse().ok().map(UserId)? } else { return None };
        return Some(format!("@{}", name_of(id).unwrap_or_else(|| placeholders.someone.clone())));
    }
    if let Some(channel) = inner.strip_prefix('#') {
        return is_id(channel).then(|| format!("#{}", placeholders.channel));
    }
    if let Some(page) = inner.strip_prefix("id:") {
        let page = match page.split_once(':') {
            // One of them can be named by its role.
            Some(("linked-roles", role)) if is_id(role) => &placeholders.linked_roles,
            Some(_) => return None,
            None => match page {
                "customize" => &placeholders.customize,
                "browse" => &placeholders.browse,
                // `home` is what Discord called it before.
                "guide" | "home" => &placeholders.guide,
                "linked-roles" => &placeholders.linked_roles,
                _ => return None,
            },
        };
        return Some(page.clone());
    }
    if let Some(time) = inner.strip_prefix("t:") {
        let seconds: i64 = time.split(':').next()?.parse().ok()?;
        let shown = DateTime::from_timestamp(seconds, 0)?.with_timezone(&zone);
        return Some(shown.format("%Y-%m-%d %H:%M").to_string());
    }
    if let Some(command) = inner.strip_prefix('/') {
        let (name, id) = command.rsplit_once(':')?;
        return is_id(id).then(|| format!("/{name}"));
    }
    let emoji = inner.strip_prefix("a:").or_else(|| inner.strip_prefix(':'))?;
    let (name, id) = emoji.split_once(':')?;
    (is_word(name) && is_id(id)).then(|| format!(":{name}:"))
}

/// The text without invisible characters that would move, cover or reorder the text around them.
#[must_use]
pub fn tamed(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len());
    let (mut marks, mut line_breaks, mut last) = (0, 0, '\n');
    for c in text.chars() {
        let c = match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' if last != '\n' => ' ',
            '\u{e0020}'..='\u{e007f}' if last == '\u{1f3f4}' || is_tag(last) => c,
            c if c.is_control() || is_invisible(c) => continue,
            c if is_joiner_or_mark_of_direction(c) && (is_joiner_or_mark_of_direction(last) || last == '\n') => {
                continue;
            }
            // Spaces at the start of a line would hide repeated line breaks.
            ' ' if last == '\n' => continue,
            c => c,
        };
        marks = if is_combining_mark(c) || is_tag(c) { marks + 1 } else { 0 };
        line_breaks = if c == '\n' { line_breaks + 1 } else { 0 };
        if marks > MARKS_AT_MOST || line_breaks > LINE_BREAKS_AT_MOST {
            continue;
        }
        if c == '\n' {
            out.truncate(out.trim_end_matches(' ').len());
        }
        out.push(c);
        last = c;
    }
    out.trim().to_owned()
}

/// Joiners belong to emoji and to Persian and Indic words, direction marks to Arabic and Hebrew: single ones stay.
const fn is_joiner_or_mark_of_direction(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}')
}

/// Tag letters of the flags of Scotland, Wales and England; elsewhere they are hidden text.
const fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// Invisible characters: direction overrides, fillers, zero-width separators, hidden tags.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{180f}' | '\u{200b}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        let check = |words: &str, expected: &str| {
            let name_of = |user: UserId| (user.0 == 7).then(|| "Ada".to_owned());
            let placeholders = crate::testing::placeholders();
            assert_eq!(readable(words, Tz::Europe__Berlin, &placeholders, name_of), expected, "{words:?}");
        };
        check("thanks <@7> and <@!8>!", "thanks @Ada and @someone!");
        check("<@&5> in <#6> <:heart_1:9> <a:party:10>", "@role in #channel :heart_1: :party:");
        check("since <t:1800868500> or <t:1800868500:R>", "since 2027-01-25 10:15 or 2027-01-25 10:15");
        check("</cmad mine:12> and </cmad boss set:12>", "/cmad mine and /cmad boss set");
        check("see <id:customize>, <id:browse>, <id:guide>", "see Channels & Roles, Browse Channels, Server Guide");
        check("<id:home> <id:linked-roles> <id:linked-roles:12>", "Server Guide Linked Roles Linked Roles");
        check(
            "<id:> <id:other> <id:linked-roles:x> <id:browse:1>",
            "<id:> <id:other> <id:linked-roles:x> <id:browse:1>",
        );
        check("a < b > c <3 <@x> <@> <t:99999999999999999> <b>", "a < b > c <3 <@x> <@> <t:99999999999999999> <b>");
        check("<https://example.org> <", "<https://example.org> <");
        check("<@\u{200b}7>", "@Ada");
        check("<<@7>>", "<@Ada>");
    }

    #[test]
    fn words_cannot_break_the_layout() {
        let check = |words: &str, expected: &str| assert_eq!(tamed(words), expected, "{words:?}");
        check("a\u{202e}b\u{2066}c\u{200b}\u{feff}d", "abcd");
        check("one\r\ntwo  \n\n \n\nthree\u{2028}four\u{0}\u{1b}[31m", "one\ntwo\n\nthree\nfour[31m");
        check("\n\n \t x\t y \n", "x  y");
        check("👩\u{200d}💻 می\u{200c}خواهم a\u{200d}\u{200d}\u{200d}b", "👩\u{200d}💻 می\u{200c}خواهم a\u{200d}b");
        check(&format!("e{}f", "\u{301}".repeat(50)), &format!("e{}f", "\u{301}".repeat(6)));
        check(
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} x\u{e0067}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} x",
        );
        check("« Merci\u{a0}» 谢谢　你", "« Merci\u{a0}» 谢谢　你");
    }

    #[test]
    fn a_name_is_one_visible_line() {
        assert_eq!(plain_name(" Ada\n\tL. ").as_deref(), Some("Ada L."));
        assert_eq!(plain_name("Ada\u{2028}https://ev\u{200b}il.example").as_deref(), Some("Ada evil example"));
        assert_eq!(line("Ada Lovelace", 3).as_deref(), Some("Ada…"));
        assert_eq!(person_name("Ada (she) L_1 **<b>[x](y)").as_deref(), Some("Ada (she) L_1 b x (y)"));
        assert_eq!(person_name(&"é".repeat(65)), Some("é".repeat(64) + "…"));
        for blank in ["", " \n", "\u{200b}", "\u{3164}", "\u{2800}", "\u{200e}\u{301}"] {
            assert_eq!(plain_name(blank), None, "{blank:?}");
        }
    }

    #[test]
    fn shortening_cuts_between_graphemes() {
        assert_eq!(shortened("né👩\u{200d}💻x", 3), ("né👩\u{200d}💻…".to_owned(), true));
        assert_eq!(shortened("one two", 3), ("one…".to_owned(), true));
        assert_eq!(shortened("one two", 6), ("one…".to_owned(), true));
        assert_eq!(
            shortened("one twothreefourfivesixseveneightnine", 30),
            ("one twothreefourfivesixseveneigh…"[..30].to_owned() + "…", true)
        );
        assert_eq!(shortened("one", 3), ("one".to_owned(), false));
    }
}
