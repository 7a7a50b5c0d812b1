//! The names of commands and options in each language.
//!
//! Language files use a command's base name, as in `/campaign setup`. When a language is loaded, base names in its
//! texts are replaced by the names that its readers see in their client, from the keys `name-…`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::text::Lang;

/// The commands themselves, and whether the words behind them are theirs: `/cmad mine`, but `/thank` and a name.
const ROOTS: [(&str, bool); 5] =
    [("thank", false), ("cmad", true), ("campaign", true), ("nominate", false), ("roster", true)];

/// The prefix of the keys that name a command or an option.
const KEY: &str = "name-";

/// The prefixes of the keys of public texts. Their readers use many languages, so a command is also shown with its base
/// name, which most of them see.
const PUBLIC: [&str; 2] = ["post-", "event-"];

/// The key of the brackets that enclose the base name.
const BRACKETS: &str = "own-and-english";

/// The names of one language, by their base names.
pub(super) type Names = BTreeMap<String, String>;

impl Lang {
    /// The name of a command or an option; its base name if this language has no name for it.
    #[must_use]
    pub fn name(self, base: &str) -> &str {
        self.spoken.names.get(base).map_or(base, String::as_str)
    }
}

/// Reads the names out of a language's files. A key has `-` where a base name has `_`.
pub(super) fn names<'a>(sources: impl Iterator<Item = &'a str>) -> Names {
    let lines = sources.flat_map(str::lines).filter_map(|line| line.strip_prefix(KEY)?.split_once(" = "));
    lines.map(|(base, own)| (base.replace('-', "_"), own.trim().to_owned())).collect()
}

/// Reads out of a language's files what stands before and behind the base name that follows a command's own.
pub(super) fn brackets<'a>(sources: impl Iterator<Item = &'a str>) -> [String; 2] {
    let mut lines = sources
        .flat_map(str::lines)
        .filter_map(|line| line.strip_prefix(BRACKETS)?.strip_prefix(" = ")?.trim().split_once(' '));
    let (opens, closes) = lines.next().unwrap_or(("(", ")"));
    // Full-width brackets bring their own space.
    let space = if opens.is_ascii() { " " } else { "" };
    [format!("{space}{opens}"), closes.to_owned()]
}

/// A language file in which each command has this language's names.
pub(super) fn in_own_words(source: &str, names: &Names, [opens, closes]: &[String; 2]) -> String {
    let mut is_public = false;
    let mut text = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            is_public = PUBLIC.iter().any(|beginning| line.starts_with(beginning));
        }
        // Text in backticks is a command, an option or something else that is typed; other text is prose.
        let mut is_spaced = false;
        for (nth, part) in line.split('`').enumerate() {
            if nth % 2 == 0 {
                let part = if is_spaced { part.trim_start_matches(' ') } else { part };
                text.push_str(&prose(part, names));
                continue;
            }
            let own = typed(part, names);
            let both = is_public && own != part;
            is_spaced = both && !closes.is_ascii();
            text.push_str(&if both { format!("`{own}`{opens}`{part}`{closes}") } else { format!("`{own}`") });
        }
    }
    text
}

/// `/campaign steps step:… on:False`, or `days:-10`, or `manager_role`.
fn typed<'a>(text: &'a str, names: &Names) -> Cow<'a, str> {
    let (slash, words) = text.strip_prefix('/').map_or(("", text), |words| ("/", words));
    let of = |word: &str| {
        let (base, value) = word.split_at(word.find(':').unwrap_or(word.len()));
        names.get(base).map(|own| format!("{own}{value}"))
    };
    let all: Vec<&str> = words.split(' ').collect();
    // Without its slash it is one or more options, or nothing of ours.
    if slash.is_empty() && all.iter().any(|word| of(word).is_none()) {
        return text.into();
    }
    let own: Vec<String> = all.iter().map(|word| of(word).unwrap_or_else(|| (*word).to_owned())).collect();
    format!("{slash}{}", own.join(" ")).into()
}

/// Prose in which commands stand without backticks, as in a digest that is no Markdown: `with /cmad mine.`
fn prose<'a>(text: &'a str, names: &Names) -> Cow<'a, str> {
    let (mut own, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('/') {
        let (before, after) = rest.split_at(at + 1);
        own.push_str(before);
        rest = after;
        // Part of an address or of a path: no command.
        if before[..at].ends_with(|c: char| c.is_alphanumeric() && c.is_ascii() || "/:.<".contains(c)) {
            continue;
        }
        let root = word(rest);
        let Some((_, has_more)) = ROOTS.iter().find(|(name, _)| *name == root) else { continue };
        own.push_str(names.get(root).map_or(root, String::as_str));
        rest = &rest[root.len()..];
        while let Some(name) =
            rest.strip_prefix(' ').map(word).filter(|_| *has_more).and_then(|base| names.get_key_value(base))
        {
            own.push(' ');
            own.push_str(name.1);
            rest = &rest[1 + name.0.len()..];
        }
    }
    if own.is_empty() { text.into() } else { (own + rest).into() }
}

/// The base name that `text` begins with.
fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_get_the_names_of_their_language() {
        let source = "name-thank = danken\nname-cmad = cmad\nname-mine = mein-dank\nname-campaign = kampagne\n\
                      name-steps = schritte\nname-on = an\nname-manager-role = manager_rolle\n";
        let names = names([source].into_iter());
        let western = brackets([source].into_iter());
        let check = |text: &str, expected: &str| assert_eq!(in_own_words(text, &names, &western), expected);
        check("a = Nimm `/cmad mine`, oder `/thank`.", "a = Nimm `/cmad mein-dank`, oder `/danken`.");
        check(
            "a = `/campaign steps on:False`, `on:True`, `manager_role`",
            "a = `/kampagne schritte an:False`, `an:True`, `manager_rolle`",
        );
        check("a = mit /cmad mine. Oder /thank mine!", "a = mit /cmad mein-dank. Oder /danken mine!");
        check(
            "a = https://example.org/thank and/thank `on it` `09:00`",
            "a = https://example.org/thank and/thank `on it` `09:00`",
        );
        check("a =\n    `/thank`\nb = `/thank`", "a =\n    `/danken`\nb = `/danken`");
        check(
            "post-a = `/thank`\n    `/cmad`\nb = `/thank`",
            "post-a = `/danken` (`/thank`)\n    `/cmad`\nb = `/danken`",
        );
        let japanese = brackets(["own-and-english = （ ）\n"].into_iter());
        assert_eq!(in_own_words("post-a = `/thank` で", &names, &japanese), "post-a = `/danken`（`/thank`）で");
    }
}
