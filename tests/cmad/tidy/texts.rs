//! The language files, checked against each other, against Discord's limits, and against the commands that they mention.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cmad::discord::commands::table;
use cmad::text::{Arg, Lang};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};

use super::assert_none;
use super::source::Source;

/// The plural categories besides *other*.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// One text of one language, parsed.
#[derive(Default)]
struct Text {
    file: String,
    attributes: BTreeSet<String>,
    /// The arguments that it shows.
    shown: BTreeSet<String>,
    /// The arguments that it selects by, each with the keys of its variants.
    chosen: Vec<(String, Vec<String>)>,
}

impl Text {
    fn read(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.shown.insert(id.name.to_owned());
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(expression),
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    panic!("a text selects by an argument: {selector:?}")
                };
                let key = |variant: &ast::Variant<&str>| match &variant.key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                self.chosen.push((id.name.to_owned(), variants.iter().map(key).collect()));
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    /// Every argument that it takes.
    fn arguments(&self) -> BTreeSet<&str> {
        self.shown.iter().chain(self.chosen.iter().map(|(name, _)| name)).map(String::as_str).collect()
    }
}

fn folder(lang: Lang) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/locales").join(lang.tag())
}

/// The files of a language: their names and what is in them.
pub fn files(lang: Lang) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(folder(lang))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The texts of a language by their keys.
fn texts(lang: Lang) -> BTreeMap<String, Text> {
    let mut texts = BTreeMap::new();
    for (file, source) in files(lang) {
        let resource = fluent_syntax::parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}/{file}: {errors:?}", lang.tag()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut text = Text { file: file.clone(), ..Text::default() };
            message.value.iter().for_each(|pattern| text.read(pattern));
            for attribute in &message.attributes {
                text.attributes.insert(attribute.id.name.to_owned());
                text.read(&attribute.value);
            }
            assert!(texts.insert(message.id.name.to_owned(), text).is_none(), "{} is there twice", message.id.name);
        }
    }
    texts
}

fn others() -> impl Iterator<Item = Lang> {
    Lang::all().filter(|lang| *lang != Lang::english())
}

#[test]
fn every_language_has_the_same_texts() {
    let english = texts(Lang::english());
    let mut wrong = Vec::new();
    for lang in others() {
        let theirs = texts(lang);
        let tag = lang.tag();
        wrong.extend(english.keys().filter(|key| !theirs.contains_key(*key)).map(|key| format!("{tag}: no {key}")));
        for (key, text) in &theirs {
            let Some(ours) = english.get(key) else {
                wrong.push(format!("{tag}: {key} is in no English file"));
                continue;
            };
            let mut same = |what: &str, is_same: bool| {
                if !is_same {
                    wrong.push(format!("{tag}: {key} has {what}"));
                }
            };
            same("another file", text.file == ours.file);
            same("other attributes", text.attributes == ours.attributes);
            // An argument that a text only selects by may not matter in a language; one that it shows does.
            same("other arguments that it shows", text.shown == ours.shown);
            same("arguments that the code does not give", text.arguments().is_subset(&ours.arguments()));
        }
    }
    assert_none("texts that differ between languages", wrong);
}

/// The plural categories of whole numbers below a million in a language, each with up to three such numbers.
fn categories(lang: Lang) -> BTreeMap<String, Vec<u32>> {
    let source = "x = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }\n";
    let mut bundle = FluentBundle::new(vec![lang.tag().parse().unwrap()]);
    bundle.add_resource(FluentResource::try_new(source.to_owned()).unwrap()).unwrap();
    let pattern = bundle.get_message("x").and_then(|message| message.value()).unwrap();
    let mut found: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for number in (0..1000).chain((1000..1_000_000).step_by(997)) {
        let args = FluentArgs::from_iter([("n", number)]);
        let category = bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned();
        let numbers = found.entry(category).or_default();
        if numbers.len() < 3 {
            numbers.push(number);
        }
    }
    found.remove("other");
    found
}

#[test]
fn every_language_has_its_plural_forms() {
    assert_eq!(categories(Lang::of(Some("pt-BR")))["one"], [0, 1], "the rules are those of the language itself");
    assert!(categories(Lang::of(Some("ja"))).is_empty());
    // An argument is a count where one language selects by its plural category.
    let mut counted: BTreeSet<(String, String)> = BTreeSet::new();
    for (key, text) in Lang::all().flat_map(texts) {
        let by_number =
            text.chosen.iter().filter(|(_, keys)| keys.iter().any(|key| CATEGORIES.contains(&key.as_str())));
        counted.extend(by_number.map(|(name, _)| (key.clone(), name.clone())));
    }
    let mut wrong = Vec::new();
    for lang in Lang::all() {
        let categories = categories(lang);
        let texts = texts(lang);
        for (key, name) in &counted {
            let Some(text) = texts.get(key) else { continue };
            let choices: Vec<_> = text.chosen.iter().filter(|(chosen, _)| chosen == name).collect();
            if choices.is_empty() && !categories.is_empty() {
                wrong.push(format!("{}: {key} does not select by ${name}", lang.tag()));
            }
            for (_, keys) in choices {
                for (category, numbers) in &categories {
                    let by_number =
                        numbers.len() < 3 && numbers.iter().all(|number| keys.contains(&number.to_string()));
                    if !keys.contains(category) && !by_number {
                        wrong.push(format!("{}: {key} has no [{category}] of ${name}", lang.tag()));
                    }
                }
                let strange =
                    keys.iter().filter(|key| CATEGORIES.contains(&key.as_str()) && !categories.contains_key(*key));
                wrong.extend(strange.map(|category| format!("{}: {key}: [{category}] is never selected", lang.tag())));
            }
        }
    }
    assert_none("texts without a plural form of their language", wrong);
}

/// A text with long names and large numbers in it.
fn filled(lang: Lang, key: &str, text: &Text) -> String {
    let name = "m".repeat(50);
    let of = |argument: &str| -> Arg<'static> {
        let keys = text.chosen.iter().filter(|(chosen, _)| chosen == argument).flat_map(|(_, keys)| keys);
        let is_number = |key: &String| CATEGORIES.contains(&key.as_str()) || key.parse::<u32>().is_ok();
        if keys.clone().any(is_number) {
            return 88_888.into();
        }
        let word = keys.clone().find(|key| *key != "other").cloned();
        match argument {
            "year" | "days" | "limit" | "n" | "count" => "88888".into(),
            _ => word.unwrap_or_else(|| name.clone()).into(),
        }
    };
    let args: Vec<(&str, Arg<'_>)> = text.arguments().into_iter().map(|name| (name, of(name))).collect();
    lang.with(key, &args)
}

/// The keys that the code writes behind one of the markers.
fn said_behind(sources: &[Source], markers: &[&str]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for source in sources {
        for literal in &source.literals {
            let from = source.code[..literal.at].char_indices().rev().nth(70).map_or(0, |(at, _)| at);
            let before = &source.code[from..literal.at];
            // A closing bracket or a statement's end in between belongs to something else.
            let behind =
                |marker: &&str| before.rfind(*marker).is_some_and(|at| !before[at..].contains([';', '}', ']']));
            if markers.iter().any(behind) {
                keys.insert(literal.text.clone());
            }
        }
    }
    keys
}

/// How many characters Discord allows for a text, by its key and its use in the code; by default, those of a message.
fn limit(key: &str, [labels, placeholders, options]: &[BTreeSet<String>; 3]) -> usize {
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| key.starts_with(beginning));
    let is_form = begins(&["form-", "nomination-decline-"]) || key.contains("-form-");
    match key {
        "cmd-thank-member" | "cmd-save-message" => 32,
        "event-name" => 100,
        "event-about" => 1000,
        _ if begins(&["name-"]) => 32,
        _ if is_form && !key.ends_with("-help") => 45,
        // Descriptions of commands, options, fields and choices, and what can be chosen.
        _ if is_form || begins(&["cmd-", "step-", "relation-", "for-", "copying-", "channels-", "language-name"]) => {
            100
        }
        _ if options.contains(key)
            || begins(&["scorecard-reason-", "consent-"])
            || key.ends_with("-means") && begins(&["standing-"]) =>
        {
            100
        }
        _ if begins(&["button-"]) || key.ends_with("-button") || labels.contains(key) => 80,
        _ if placeholders.contains(key) => 150,
        _ => 4000,
    }
}

#[test]
fn no_text_is_longer_than_discord_allows() {
    let sources = Source::of_the_program();
    let labels = said_behind(&sources, &["Button::new(", ".button(", "label:"]);
    let placeholders = said_behind(&sources, &["placeholder:"]);
    let options = said_behind(&sources, &["MenuOption::new("]);
    assert!(labels.contains("button-undo") && labels.len() > 20, "buttons are found: {labels:?}");
    assert!(placeholders.contains("whom-placeholder") && placeholders.len() > 3, "menus are found: {placeholders:?}");
    let mut wrong = Vec::new();
    let used = [labels, placeholders, options];
    for lang in Lang::all() {
        for (key, text) in &texts(lang) {
            let (length, most) = (filled(lang, key, text).chars().count(), limit(key, &used));
            if length > most {
                wrong.push(format!("{}: {key} has {length} characters, more than {most}", lang.tag()));
            }
        }
    }
    assert_none("texts that Discord would refuse or cut", wrong);
}

/// The command or option of this name in a list of the commands' JSON.
fn below<'a>(list: &'a serde_json::Value, name: &str, locale: Option<&str>) -> Option<&'a serde_json::Value> {
    let called = |one: &&serde_json::Value| {
        let own = locale.and_then(|locale| one["name_localizations"][locale].as_str());
        own.or(one["name"].as_str()) == Some(name)
    };
    list.as_array()?.iter().find(called)
}

/// Whether this is a command with its options: `campaign steps step:… on:False`.
fn is_command(commands: &serde_json::Value, typed: &str, locale: Option<&str>) -> bool {
    let mut list = commands;
    for word in typed.split_whitespace() {
        let (name, value) = word.split_once(':').map_or((word, None), |(name, value)| (name, Some(value)));
        let Some(one) = below(list, name, locale) else { return false };
        let is_option = one["type"].as_u64().is_some_and(|kind| kind > 2) && !std::ptr::eq(list, commands);
        if is_option != value.is_some() {
            return false;
        }
        // Options are siblings; subcommands are children.
        if !is_option {
            list = &one["options"];
        }
    }
    true
}

/// The commands that a text mentions, with and without backticks.
fn typed(text: &str) -> Vec<String> {
    let mut found: Vec<String> =
        text.split('`').skip(1).step_by(2).filter_map(|part| part.strip_prefix('/')).map(str::to_owned).collect();
    for prose in text.split('`').step_by(2) {
        for (at, _) in prose.match_indices('/') {
            let before = prose[..at].chars().next_back();
            let rest = &prose[at + 1..];
            let end = rest.find(|c: char| !c.is_alphanumeric() && !"-_".contains(c)).unwrap_or(rest.len());
            let is_beginning = before.is_none_or(|c| c.is_whitespace() || "(（「“„«。、".contains(c));
            if is_beginning && end > 0 {
                found.push(rest[..end].to_owned());
            }
        }
    }
    found
}

#[test]
fn every_command_in_a_text_exists() {
    let commands = table::commands(1500);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for lang in Lang::all() {
        let locale = (lang != Lang::english()).then(|| if lang.tag() == "es" { "es-419" } else { lang.tag() });
        for (key, text) in &texts(lang) {
            // A public text shows both names, because its readers speak many languages.
            let is_public = key.starts_with("post-") || key.starts_with("event-");
            for command in typed(&filled(lang, key, text)) {
                seen += 1;
                let is_there = is_command(&commands, &command, locale)
                    || is_public && is_command(&commands, &command, None)
                    || command == "#CMAD";
                if !is_there {
                    wrong.push(format!("{}: {key} mentions /{command}", lang.tag()));
                }
            }
        }
    }
    assert!(seen > 300, "commands are found: {seen}");
    assert_none("commands that do not exist", wrong);
}

#[test]
fn every_command_has_its_name_and_every_name_its_command() {
    fn collect(list: &serde_json::Value, names: &mut BTreeSet<String>) {
        for one in list.as_array().into_iter().flatten().filter(|one| one["description"].is_string()) {
            names.insert(one["name"].as_str().unwrap().to_owned());
            collect(&one["options"], names);
        }
    }
    let mut used = BTreeSet::new();
    collect(&table::commands(1500), &mut used);
    let key = |name: &String| format!("name-{}", name.replace('_', "-"));
    let used: BTreeSet<String> = used.iter().map(key).collect();
    let english = texts(Lang::english());
    let named: BTreeSet<String> = english.keys().filter(|key| key.starts_with("name-")).cloned().collect();
    let mut wrong: Vec<String> = used.difference(&named).map(|key| format!("names.ftl lacks {key}")).collect();
    wrong.extend(named.difference(&used).map(|key| format!("{key} is not the name of a command")));
    // The English name of everything is its base name.
    for key in &named {
        let base = key.trim_start_matches("name-").replace('-', "_");
        if Lang::english().say(key) != base {
            wrong.push(format!("en: {key} is not {base}"));
        }
    }
    assert_none("names of commands that only the code or only the language files have", wrong);
}

#[test]
fn texts_call_buttons_by_their_labels() {
    let english = texts(Lang::english());
    let label = |lang: Lang, key: &str| lang.say(key);
    let is_label = |key: &str, text: &Text| {
        let is_button = key.starts_with("button-") || key.ends_with("-button");
        (is_button || key == "cmd-thank-member" || key == "cmd-save-message") && text.arguments().is_empty()
    };
    let labels: Vec<&String> = english.iter().filter(|(key, text)| is_label(key, text)).map(|(key, _)| key).collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for lang in others() {
        for (key, text) in &texts(lang) {
            let ours = filled(Lang::english(), key, &english[key]);
            let theirs = filled(lang, key, text);
            // Several buttons may have the same words in English: one of them is meant.
            for spoken in ours.split("**").skip(1).step_by(2) {
                let meant: Vec<&&String> = labels.iter().filter(|key| label(Lang::english(), key) == spoken).collect();
                seen += meant.len().min(1);
                if !meant.is_empty() && !meant.iter().any(|key| theirs.contains(&label(lang, key))) {
                    wrong.push(format!("{}: {key} does not say **{}**", lang.tag(), label(lang, meant[0])));
                }
            }
        }
    }
    assert!(seen > 50, "buttons are mentioned: {seen}");
    assert_none("texts that call a button by another name than its label", wrong);
}

/// Whether a literal reads like a text for people: two words beside each other.
fn is_prose(literal: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let words: Vec<&str> = literal.split(' ').map(|word| word.trim_matches([',', '.', '!', '?', ':'])).collect();
    // Styles and policies of pages consist of words, too.
    let is_machines = ["{", ";", "=", "'none'", "light dark"].iter().any(|sign| literal.contains(sign));
    !is_machines && words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

#[test]
fn no_text_for_people_is_in_the_code() {
    /// Code that writes to people.
    const WRITES_TO_PEOPLE: [&str; 5] = ["src/discord/", "src/digest/", "src/app/", "src/mail/", "src/web/"];
    /// Texts for operators and programmers: logs, errors, reasons.
    const FOR_OPERATORS: [&str; 14] = [
        "tracing::",
        "error(",
        "expect(",
        "reason =",
        "must_use",
        "unreachable!(",
        "panic!(",
        "assert",
        "context(",
        "bail!(",
        "anyhow!(",
        "deprecated",
        // Headers, which machines read.
        "from_static(",
        "fixed_header!(",
    ];
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for source in Source::below("src") {
        // Requests to Discord are for a machine.
        let writes_to_people = WRITES_TO_PEOPLE.iter().any(|place| source.path.starts_with(place));
        if !writes_to_people || source.path.starts_with("src/discord/rest/") {
            continue;
        }
        for literal in &source.literals {
            seen += 1;
            let from = source.code[..literal.at].char_indices().rev().nth(160).map_or(0, |(at, _)| at);
            let before = &source.code[from..literal.at];
            let statement = before.rfind([';', '{', '}']).map_or(before, |at| &before[at + 1..]);
            let is_for_operators = FOR_OPERATORS.iter().any(|sign| statement.contains(sign))
                || ["class=", "rel=", "content="].iter().any(|attribute| before.contains(attribute));
            let is_shown = ["Message::text(", "Component::Text(", "placeholder: ", "label: ", "title: "]
                .iter()
                .any(|shown| before.trim_end().ends_with(shown.trim_end()));
            let has_letters = literal.text.chars().any(char::is_alphabetic);
            if is_shown && has_letters || !is_for_operators && is_prose(&literal.text) {
                wrong.push(format!("{}: {:?}", source.place(literal.at), literal.text));
            }
        }
    }
    assert!(seen > 1000, "literals are read: {seen}");
    assert!(
        is_prose("Something went wrong, sorry.") && !is_prose("cmd-thank") && !is_prose("text/html; charset=utf-8")
    );
    assert_none("texts for people in the code", wrong);
}

#[test]
fn names_of_files_are_of_letters_that_every_program_keeps() {
    for lang in Lang::all() {
        let prefix = lang.say("files-for-boss");
        let is_plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(!prefix.is_empty() && prefix.chars().all(is_plain), "{}: {prefix}", lang.tag());
    }
}
