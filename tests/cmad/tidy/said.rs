//! The texts as people read them: every way in which a text can turn out, with signs in place of what is put into it.

use std::collections::BTreeMap;

use cmad::text::Lang;
use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::texts::files;

/// Each text by its key, in every way in which it can turn out.
pub type Said = BTreeMap<String, Vec<String>>;

/// What stands where a text shows an argument: its name between these.
pub const ARGUMENT: [char; 2] = ['⟨', '⟩'];

/// Keys that no one reads as a text: words that are looked for, signs, and the names of commands.
fn is_no_text(key: &str) -> bool {
    key == "thanking-words"
        || key == "files-for-boss"
        || key == "own-and-english"
        || [
            "name-",
            "number-mark",
            "list-separator",
            "list-last-joint",
            "list-or-joint",
            "phrase-separator",
            "sentence-joint",
            "date-",
        ]
        .iter()
        .any(|beginning| key.starts_with(beginning))
}

/// Everything that a language says.
pub fn said(lang: Lang) -> Said {
    said_to(lang, None)
}

/// What a language says to one audience of the digest (`boss` or `manager`), where a text distinguishes.
pub fn said_to(lang: Lang, audience: Option<&str>) -> Said {
    let sources = files(lang);
    let parsed: Vec<_> =
        sources.iter().map(|(_, source)| fluent_syntax::parser::parse(source.as_str()).unwrap()).collect();
    let mut patterns: BTreeMap<&str, &ast::Pattern<&str>> = BTreeMap::new();
    for resource in &parsed {
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            patterns.extend(message.value.as_ref().map(|pattern| (message.id.name, pattern)));
        }
    }
    let reader = Reader { patterns: &patterns, audience };
    let texts = patterns.iter().filter(|(key, _)| !is_no_text(key));
    texts.map(|(key, pattern)| ((*key).to_owned(), reader.pattern(pattern))).collect()
}

struct Reader<'a> {
    patterns: &'a BTreeMap<&'a str, &'a ast::Pattern<&'a str>>,
    audience: Option<&'a str>,
}

impl Reader<'_> {
    fn pattern(&self, pattern: &ast::Pattern<&str>) -> Vec<String> {
        let mut all = vec![String::new()];
        for element in &pattern.elements {
            let parts = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => self.expression(expression),
            };
            all = all.iter().flat_map(|before| parts.iter().map(move |part| format!("{before}{part}"))).collect();
        }
        all
    }

    fn expression(&self, expression: &Expression<&str>) -> Vec<String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let for_whom = match selector {
                    InlineExpression::VariableReference { id } if id.name == "audience" => self.audience,
                    _ => None,
                };
                let key = |variant: &ast::Variant<&str>| match &variant.key {
                    VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => (*name).to_owned(),
                };
                let is_for_them = |variant: &&ast::Variant<&str>| for_whom.is_none_or(|whom| key(variant) == whom);
                variants.iter().filter(is_for_them).flat_map(|variant| self.pattern(&variant.value)).collect()
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>) -> Vec<String> {
        match inline {
            InlineExpression::VariableReference { id } => vec![format!("{}{}{}", ARGUMENT[0], id.name, ARGUMENT[1])],
            InlineExpression::StringLiteral { value } => vec![unescape_unicode_to_string(value).into_owned()],
            InlineExpression::MessageReference { id, .. } => self.pattern(self.patterns[id.name]),
            InlineExpression::Placeable { expression } => self.expression(expression),
            other => panic!("no text has this: {other:?}"),
        }
    }
}

/// The prose of a text: commands in backticks, addresses and Discord's own marks are taken out, so that their signs are
/// not taken for the language's.
pub fn prose(text: &str) -> String {
    let mut prose = String::new();
    for (at, part) in text.split('`').enumerate() {
        prose.push_str(if at % 2 == 0 { part } else { "`C`" });
    }
    let mut rest = prose.as_str();
    let mut clean = String::new();
    while let Some(at) = rest.find("<t:").or_else(|| rest.find("https://")) {
        clean.push_str(&rest[..at]);
        let is_time = rest[at..].starts_with('<');
        let ends = |c: char| if is_time { c == '>' } else { c.is_whitespace() || "）)」".contains(c) };
        let end = rest[at..].find(ends).map_or(rest.len(), |end| at + end + usize::from(is_time));
        // A time that Discord shows is a date to its reader, unless it counts from now.
        clean.push_str(match (is_time, rest[at..end].ends_with(":R>")) {
            (true, false) => "⟨date⟩",
            (true, true) => "⟨ago⟩",
            (false, _) => "⟨link⟩",
        });
        rest = &rest[end..];
    }
    clean + rest
}

/// The place around a byte of a text, for a message.
pub fn around(text: &str, at: usize) -> String {
    let before = text[..at].char_indices().rev().nth(25).map_or(0, |(at, _)| at);
    let after = text[at..].char_indices().nth(30).map_or(text.len(), |(end, _)| at + end);
    text[before..after].replace('\n', "⏎")
}
