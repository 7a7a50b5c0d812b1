//! Each language's own signs: quotation marks, spaces, and where its sentences begin and end.

use std::collections::BTreeSet;

use cmad::text::Lang;

use super::assert_none;
use super::said::{Said, around, prose, said};
use super::source::Source;

const NO_BREAK: char = '\u{a0}';
const NARROW: char = '\u{202f}';

fn lang(tag: &str) -> Lang {
    Lang::all().find(|lang| lang.tag() == tag).unwrap()
}

/// What breaks a rule, with its place: the rule gets the prose of each text and says where it is broken.
fn broken(lang: Lang, what: &str, rule: impl Fn(&str) -> Vec<usize>) -> Vec<String> {
    let mut wrong = BTreeSet::new();
    for (key, texts) in said(lang) {
        for text in &texts {
            let text = prose(text);
            let places = rule(&text).into_iter();
            wrong.extend(places.map(|at| format!("{}: {key} {what}: {}", lang.tag(), around(&text, at))));
        }
    }
    wrong.into_iter().collect()
}

/// The characters of a text with their places and neighbours; a space stands for what is before and behind it.
fn neighbours(text: &str) -> impl Iterator<Item = (usize, char, char, char)> {
    let all: Vec<(usize, char)> = text.char_indices().collect();
    (0..all.len()).map(move |nth| {
        let at = |nth: Option<usize>| nth.and_then(|nth| all.get(nth)).map_or(' ', |(_, c)| *c);
        (all[nth].0, at(nth.checked_sub(1)), all[nth].1, at(Some(nth + 1)))
    })
}

/// Where a character with these neighbours (before, itself, behind) breaks a rule.
fn places(text: &str, is_wrong: impl Fn(char, char, char) -> bool) -> Vec<usize> {
    neighbours(text).filter(|(_, before, c, behind)| is_wrong(*before, *c, *behind)).map(|(at, ..)| at).collect()
}

#[test]
fn no_text_has_straight_quotes_or_double_spaces() {
    let straight = |text: &str| places(text, |_, c, _| c == '\'' || c == '"');
    let double =
        |text: &str| places(text, |before, c, behind| before != '\n' && before != ' ' && c == ' ' && behind == ' ');
    let of = |lang| {
        broken(lang, "has a straight quote", straight).into_iter().chain(broken(lang, "has a double space", double))
    };
    assert_none("signs of a typewriter", Lang::all().flat_map(of).collect());
    assert_eq!(straight("it's a “test”"), [2]);
    assert_eq!(double("one.  Two"), [4]);
}

#[test]
fn french_has_its_spaces() {
    let rule = |text: &str| {
        places(text, |before, c, behind| match c {
            ';' | '?' => before != NARROW,
            // A sentence may end with both.
            '!' => before != NARROW && before != '?',
            // A colon between digits or in a command is none.
            ':' => before != NO_BREAK && !behind.is_alphanumeric(),
            '«' => behind != NO_BREAK,
            '»' => before != NO_BREAK,
            _ => false,
        })
    };
    assert_eq!(rule("Quoi? « Oui »").len(), 3, "these are no French spaces");
    assert!(rule("Quoi\u{202f}? «\u{a0}Oui\u{a0}» à 9:30").is_empty());
    assert_none("French without its spaces", broken(lang("fr"), "lacks a space", rule));
}

#[test]
fn spanish_questions_and_exclamations_are_opened() {
    let rule = |text: &str| {
        let mut open = Vec::new();
        let mut wrong = Vec::new();
        for (at, c) in text.char_indices() {
            match c {
                '¿' | '¡' => open.push((at, c)),
                '?' | '!' => {
                    let sign = if c == '?' { '¿' } else { '¡' };
                    if open.pop().is_none_or(|(_, opened)| opened != sign) {
                        wrong.push(at);
                    }
                }
                _ => {}
            }
        }
        wrong.extend(open.into_iter().map(|(at, _)| at));
        wrong
    };
    assert_eq!(rule("¿Sí? No?"), ["¿Sí? No".len()]);
    assert_none("Spanish sentences that are not opened", broken(lang("es"), "is not opened", rule));
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    /// The language, and its marks for opening and closing.
    const MARKS: [(&str, char, char); 6] = [
        ("en", '“', '”'),
        ("de", '„', '“'),
        ("es", '«', '»'),
        ("fr", '«', '»'),
        ("pt-BR", '“', '”'),
        ("ja", '「', '」'),
    ];
    let mut wrong = Vec::new();
    for (tag, opens, closes) in MARKS {
        let rule = |text: &str| {
            let mut is_open = false;
            let mut wrong = Vec::new();
            for (at, c) in text.char_indices().filter(|(_, c)| "“”„«»「」".contains(*c)) {
                let is_right = if is_open { c == closes } else { c == opens };
                if !is_right {
                    wrong.push(at);
                }
                is_open = !is_open;
            }
            wrong
        };
        wrong.extend(broken(lang(tag), "quotes as another language does", rule));
    }
    assert_none("quotation marks", wrong);
}

#[test]
fn japanese_has_its_own_punctuation() {
    let is_japanese =
        |c: char| matches!(c, 'ぁ'..='ヿ' | '一'..='鿿' | '、' | '。' | '：' | '（' | '）' | '！' | '？' | '「' | '」');
    let rule = |text: &str| {
        places(text, |before, c, behind| match c {
            // The brackets of a link are Discord's.
            '(' if before == ']' => false,
            ')' if before == '⟩' => false,
            ',' | '.' | ';' | ':' | '?' | '!' | '(' | ')' => is_japanese(before) || is_japanese(behind),
            // The closing stars of bold text may have a space behind them; letters have none between them.
            ' ' => {
                is_japanese(before) && is_japanese(behind)
                    || "、。：（）！？「」".contains(before) && !"`*_⟨<·".contains(behind)
            }
            _ => false,
        })
    };
    // What is a sentence of its own ends with its sign, and no space follows it.
    let rule = |text: &str| {
        let sentences = ["⟨means⟩ ", " ⟨means⟩", "⟨why⟩ "];
        let spaces = sentences.iter().flat_map(|sentence| text.match_indices(sentence)).map(|(at, _)| at);
        rule(text).into_iter().chain(spaces).collect::<Vec<usize>>()
    };
    assert_eq!(rule("はい, どうぞ").len(), 1);
    assert_eq!(rule("はい。 どうぞ").len(), 1);
    assert_none("Japanese with Western punctuation", broken(lang("ja"), "is written as in the West", rule));
}

/// How a text ends: with which sign, in the sign of English.
fn end(text: &str) -> Option<char> {
    let last = text.trim_end().trim_end_matches(['*', '_', '`']).chars().next_back()?;
    let western = match last {
        '。' => '.',
        '？' => '?',
        '！' => '!',
        '：' => ':',
        other => other,
    };
    ".?!:…".contains(western).then_some(western)
}

#[test]
fn every_text_ends_as_it_does_in_english() {
    let ends = |texts: &[String]| texts.iter().map(|text| end(text)).collect::<BTreeSet<_>>();
    let english: Said = said(Lang::english());
    let mut wrong = Vec::new();
    for lang in Lang::all() {
        for (key, texts) in said(lang) {
            let Some(ours) = english.get(&key) else { continue };
            if ends(&texts) != ends(ours) {
                let last = texts.last().map_or("", String::as_str);
                wrong.push(format!("{}: {key} ends with {:?}: {}", lang.tag(), ends(&texts), around(last, last.len())));
            }
        }
    }
    assert_none("texts without the end of their sentence", wrong);
}

#[test]
fn a_list_ends_before_the_next_sentence_begins() {
    /// What is a whole sentence by itself.
    const SENTENCES: [&str; 2] = ["⟨means⟩", "⟨why⟩"];
    /// Words with which German sentences begin; any noun has a capital letter there.
    const GERMAN: [&str; 12] =
        ["Ein ", "Eine ", "Der ", "Die ", "Das ", "Wer ", "Was ", "Gib ", "Bitte ", "Ich ", "Du ", "Es "];
    let rule = |text: &str, is_german: bool| {
        let ends = text.match_indices("⟩ ").filter(|(at, _)| {
            let (before, behind) = (&text[..at + "⟩".len()], &text[at + "⟩ ".len()..]);
            let begins = match is_german {
                true => GERMAN.iter().any(|word| behind.starts_with(word)),
                false => behind.chars().next().is_some_and(char::is_uppercase),
            };
            begins && !SENTENCES.iter().any(|sentence| before.ends_with(sentence))
        });
        ends.map(|(at, _)| at).collect::<Vec<_>>()
    };
    assert_eq!(rule("⟨channels⟩ Thanks may be missing.", false).len(), 1);
    assert!(rule("⟨channels⟩. Thanks may be missing.", false).is_empty());
    let mut wrong = Vec::new();
    for tag in ["en", "de", "es", "fr", "pt-BR"] {
        wrong.extend(broken(lang(tag), "runs into a sentence", |text| rule(text, tag == "de")));
    }
    assert_none("lists without a full stop", wrong);
}

#[test]
fn sentences_are_joined_as_the_language_does() {
    // Within a text.
    let rule = |text: &str| {
        places(text, |before, c, behind| ".!?".contains(before) && c.is_uppercase() && !behind.is_uppercase())
    };
    let languages = ["en", "de", "es", "fr", "pt-BR"];
    let mut wrong: Vec<String> =
        languages.iter().flat_map(|tag| broken(lang(tag), "has no space between sentences", rule)).collect();
    assert_eq!(rule("One.Two"), ["One.".len()]);

    // In code: `Lang::list`, `phrases` and `sentences` have the language's own signs.
    /// A line of code that joins what is no text.
    const NO_TEXT: [(&str, &str); 4] = [
        ("src/digest/wording.rs", "chain(link)"),
        ("src/discord/commands/cmad.rs", "WhichServer("),
        ("src/discord/rest/", ""),
        ("src/app/", ""),
    ];
    let mut seen = 0;
    for source in ["src/discord", "src/digest", "src/mail", "src/web", "src/app"].into_iter().flat_map(Source::below) {
        for literal in
            source.literals.iter().filter(|literal| [" ", ", ", "; ", ": ", " · "].contains(&literal.text.as_str()))
        {
            let before = source.code[..literal.at].trim_end_matches(['"', ' ', '\n']);
            if !before.ends_with(".join(") || literal.text == " · " {
                continue;
            }
            seen += 1;
            let statement = &before[before.rfind([';', '{', '}']).map_or(0, |at| at + 1)..];
            let is_text = !statement.contains("split_whitespace()")
                && !NO_TEXT.iter().any(|(path, words)| source.path.starts_with(path) && statement.contains(words));
            if is_text {
                wrong.push(format!("{}: joins with {:?}", source.place(literal.at), literal.text));
            }
        }
        for (at, _) in source.code.match_indices(".push_str(&lang.") {
            let before = source.code[..at].trim_end();
            let line = &before[before[..before.rfind(';').unwrap_or(0)].rfind(';').map_or(0, |at| at + 1)..];
            if !line.contains(".push(") {
                wrong.push(format!("{}: puts a text behind another without a joint", source.place(at)));
            }
        }
    }
    assert!(seen > 2, "joints are found: {seen}");
    assert_none("sentences and lists that are joined without their language", wrong);
}

#[test]
fn no_line_begins_as_an_item_of_a_list_by_accident() {
    // Discord draws a list where a line begins with digits, a full stop and a space.
    let rule = |text: &str| {
        let lines = text.match_indices('\n').map(|(at, _)| at + 1);
        let is_item = |at: &usize| {
            let line = text[*at..].trim_start_matches(['-', '>', '#', ' ']);
            let number = match line.strip_prefix('⟨').and_then(|line| line.split_once('⟩')) {
                Some((_, behind)) => behind,
                None => line.trim_start_matches(|c: char| c.is_ascii_digit()),
            };
            number.len() < line.len() && number.starts_with(". ")
        };
        [0].into_iter().chain(lines).filter(is_item).collect::<Vec<usize>>()
    };
    assert_eq!(rule("Am:\n25. Januar\n- ⟨day⟩. Januar\n25\u{a0}. B"), [4, 15]);
    let wrong = Lang::all().flat_map(|lang| broken(lang, "begins as an item of a list", rule)).collect();
    assert_none("lines that Discord draws as a list", wrong);
}

/// Whether a format puts one argument behind another with a sign of English between them, as in `**{}**: {}`.
fn joins_with_a_sign(format: &str) -> bool {
    let mut shown = String::new();
    let mut is_argument = false;
    for letter in format.chars().filter(|letter| !"*_`".contains(*letter)) {
        match letter {
            '{' => is_argument = true,
            '}' => {
                is_argument = false;
                shown.push('⟨');
            }
            _ if is_argument => {}
            other => shown.push(other),
        }
    }
    [": ", ". ", ", ", "; "].iter().any(|sign| shown.contains(&format!("⟨{sign}⟨")))
}

#[test]
fn texts_that_stand_beside_each_other_are_joined_by_a_text() {
    assert!(joins_with_a_sign("- **{}**: {people}") && joins_with_a_sign("{title}.** {}"));
    assert!(!joins_with_a_sign("{} · {}") && !joins_with_a_sign("<t:{}:{style}>"));
    // The number of a list's item is followed by a full stop in Markdown, whatever the language.
    const MARKDOWN: [&str; 1] = ["{number}. "];
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in ["src/discord", "src/digest", "src/mail", "src/web", "src/app"].into_iter().flat_map(Source::below) {
        for literal in &source.literals {
            let before = source.code[..literal.at].trim_end_matches(['"', ' ', '\n']);
            if !before.ends_with("format!(") {
                continue;
            }
            // What is put in stands behind the format, or before it in the same statement.
            let begins = before.rfind([';', '{', '}']).map_or(0, |at| at + 1);
            let ends = source.code[literal.at..].find([';', '}']).map_or(source.code.len(), |at| literal.at + at);
            let statement = &source.code[begins..ends];
            let is_text = ["lang", "wording::", ".say(", ".with("].iter().any(|words| statement.contains(words));
            seen += usize::from(is_text);
            let is_markdown = MARKDOWN.iter().any(|beginning| literal.text.starts_with(beginning));
            if is_text && !is_markdown && joins_with_a_sign(&literal.text) {
                wrong.push(format!("{}: joins with {:?}", source.place(literal.at), literal.text));
            }
        }
    }
    assert!(seen > 20, "formats of texts are found: {seen}");
    assert_none("texts that are joined with the signs of English", wrong);
}

#[test]
fn dates_have_the_article_or_preposition_that_the_language_wants() {
    /// The language, and what stands before a date within a sentence.
    const ARTICLES: [(&str, &[&str]); 3] = [
        ("de", &["am", "vom", "zum", "dem", "den", "um"]),
        ("es", &["el", "del", "al"]),
        ("fr", &["le", "du", "au", "jusqu’au"]),
    ];
    /// What shows a date. `from` is one only where `until` follows.
    const DATES: [&str; 10] =
        ["date", "day", "closes", "opens", "begins", "ends", "from", "until", "when", "time-of-day"];
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (tag, articles) in ARTICLES {
        for (key, texts) in said(lang(tag)) {
            for text in texts.iter().map(|text| prose(text)) {
                for name in DATES {
                    let sign = format!("⟨{name}⟩");
                    if name == "from" && !text.contains("⟨until⟩") {
                        continue;
                    }
                    for (at, _) in text.match_indices(&sign) {
                        seen += 1;
                        let before = text[..at].trim_end_matches('*');
                        // A date may stand by itself: at the beginning, in brackets, behind a comma or a colon.
                        let is_alone = before.trim_end().is_empty()
                            || ["\n", "(", ", ", ": ", "\u{a0}: ", "· ", "\n- "]
                                .iter()
                                .any(|sign| before.ends_with(sign));
                        let word = before.trim_end().rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
                        let is_right = before.ends_with(' ') && articles.contains(&word.as_str());
                        if !is_alone && !is_right {
                            wrong.push(format!("{tag}: {key}: {}", around(&text, at)));
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 60, "dates are found: {seen}");
    assert_none("dates without an article", wrong);
}
