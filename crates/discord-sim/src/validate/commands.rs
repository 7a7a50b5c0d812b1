//! Application commands.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::refusal::Refusal;
use crate::validate::{Problems, characters};

/// The locales that Discord knows ("Locales").
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// Checks a whole set of global commands.
pub(crate) fn commands(list: &[Value]) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    let mut names = BTreeSet::new();
    for (index, command) in list.iter().enumerate() {
        let path = index.to_string();
        let kind = command["type"].as_u64().unwrap_or(1);
        if !names.insert((kind, command["name"].as_str().unwrap_or(""))) {
            let text = "Application command names must be unique";
            problems.add(format!("{path}.name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", text);
        }
        one(&path, command, kind, &mut problems);
    }
    for kind in 1..=3 {
        let of_kind = list.iter().enumerate().filter(|(_, command)| command["type"].as_u64().unwrap_or(1) == kind);
        let text = "Application command names must be unique";
        alike("", of_kind, &mut problems, ("APPLICATION_COMMANDS_DUPLICATE_NAME", text));
    }
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        if names.iter().filter(|(k, _)| *k == kind).count() > most {
            return Err(Refusal::new(400, 30032, "Maximum number of application commands reached"));
        }
    }
    problems.finish()
}

fn one(path: &str, command: &Value, kind: u64, problems: &mut Problems) {
    let at = |field: &str| format!("{path}.{field}");
    match kind {
        1 => {
            name(&at("name"), &command["name"], problems);
            problems.length(&at("description"), &command["description"], 1, 100);
            localized(&at("name_localizations"), &command["name_localizations"], problems, &name);
            localized(&at("description_localizations"), &command["description_localizations"], problems, &description);
            options(&at("options"), &command["options"], 0, problems);
            if size(command) > 8000 {
                let text = "Command exceeds maximum size (8000)";
                problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", text);
            }
        }
        2 | 3 => {
            problems.length(&at("name"), &command["name"], 1, 32);
            localized(&at("name_localizations"), &command["name_localizations"], problems, &menu_name);
            if command["description_localizations"].as_object().is_some_and(|map| !map.is_empty())
                || command["description"].as_str().is_some_and(|text| !text.is_empty())
                || command["options"].as_array().is_some_and(|options| !options.is_empty())
            {
                let text = "Context menu commands cannot have description or options";
                problems.add(path, "APPLICATION_COMMAND_CONTEXT_MENU_INVALID", text);
            }
        }
        _ => problems.add(at("type"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3)."),
    }
    let permissions = &command["default_member_permissions"];
    if !permissions.is_null() && permissions.as_str().is_none_or(|bits| bits.parse::<u64>().is_err()) {
        problems.add(at("default_member_permissions"), "STRING_TYPE_REGEX", "Not a permission set.");
    }
    for (index, context) in command["contexts"].as_array().into_iter().flatten().enumerate() {
        problems.range(&format!("{path}.contexts.{index}"), context, 0, 2);
    }
}

fn name(path: &str, value: &Value, problems: &mut Problems) {
    problems.length(path, value, 1, 32);
    let text = value.as_str().unwrap_or("");
    let fine = |c: char| c.is_alphanumeric() || "-_'".contains(c) || ('\u{900}'..='\u{97F}').contains(&c);
    if !text.chars().all(fine) || text.to_lowercase() != text {
        let text = r"String value did not match validation regex.";
        problems.add(path, "APPLICATION_COMMAND_INVALID_NAME", text);
    }
}

/// The name of a context menu command may have capitals and spaces.
fn menu_name(path: &str, value: &Value, problems: &mut Problems) {
    problems.length(path, value, 1, 32);
}

/// Names that differ, but are the same in some locale.
fn alike<'a>(
    path: &str,
    list: impl Iterator<Item = (usize, &'a Value)> + Clone,
    problems: &mut Problems,
    (code, text): (&'static str, &str),
) {
    for locale in LOCALES {
        let mut names = BTreeSet::new();
        for (index, one) in list.clone() {
            let own = one["name_localizations"][locale].as_str();
            let name = own.or(one["name"].as_str()).unwrap_or("");
            if !names.insert(name) && own.is_some() {
                let at = [path, &index.to_string(), "name_localizations", locale];
                problems.add(at.join(".").trim_start_matches('.'), code, text);
            }
        }
    }
}

fn description(path: &str, value: &Value, problems: &mut Problems) {
    problems.length(path, value, 1, 100);
}

fn localized(path: &str, map: &Value, problems: &mut Problems, check: &dyn Fn(&str, &Value, &mut Problems)) {
    for (locale, value) in map.as_object().into_iter().flatten() {
        let at = format!("{path}.{locale}");
        if LOCALES.contains(&locale.as_str()) {
            check(&at, value, problems);
        } else {
            problems.add(at, "ENUM_TYPE_COERCE", format!("Value \"{locale}\" is not a locale."));
        }
    }
}

fn options(path: &str, list: &Value, depth: u8, problems: &mut Problems) {
    let mut names = BTreeSet::new();
    let list = problems.list(path, list, 0, 25);
    let nested = |option: &Value| matches!(option["type"].as_u64(), Some(1 | 2));
    if list.iter().any(nested) && !list.iter().all(nested) {
        let text = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text);
    }
    let text = "Option names must be unique";
    alike(path, list.iter().enumerate(), problems, ("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text));
    let mut optional = false;
    for (index, option) in list.iter().enumerate() {
        let at = |field: &str| format!("{path}.{index}.{field}");
        name(&at("name"), &option["name"], problems);
        description(&at("description"), &option["description"], problems);
        localized(&at("name_localizations"), &option["name_localizations"], problems, &name);
        localized(&at("description_localizations"), &option["description_localizations"], problems, &description);
        if !names.insert(option["name"].as_str().unwrap_or("")) {
            let text = "Option names must be unique";
            problems.add(at("name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text);
        }
        let kind = option["type"].as_u64().unwrap_or(0);
        match kind {
            1 if depth <= 1 => options(&at("options"), &option["options"], 2, problems),
            2 if depth == 0 => options(&at("options"), &option["options"], 1, problems),
            3..=11 if depth != 1 => {}
            _ => problems.add(at("type"), "BASE_TYPE_CHOICES", "This option type is not allowed here."),
        }
        let required = option["required"] == true;
        if required && optional {
            let text = "Required options must be placed before non-required options";
            problems.add(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text);
        }
        optional |= kind > 2 && !required;
        choices(&at("choices"), option, kind, problems);
        problems.range(&at("min_length"), &option["min_length"], 0, 6000);
        problems.range(&at("max_length"), &option["max_length"], 1, 6000);
        if option["autocomplete"] == true && option["choices"].as_array().is_some_and(|c| !c.is_empty()) {
            let text = "Choices and autocomplete are mutually exclusive";
            problems.add(at("choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", text);
        }
    }
}

fn choices(path: &str, option: &Value, kind: u64, problems: &mut Problems) {
    for (index, choice) in problems.list(path, &option["choices"], 0, 25).iter().enumerate() {
        problems.length(&format!("{path}.{index}.name"), &choice["name"], 1, 100);
        localized(&format!("{path}.{index}.name_localizations"), &choice["name_localizations"], problems, &description);
        let at = format!("{path}.{index}.value");
        match kind {
            3 => problems.length(&at, &choice["value"], 1, 100),
            4 | 10 if choice["value"].is_number() => {}
            _ => problems.add(at, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "No choices for this type or value."),
        }
    }
}

/// Names, descriptions and values together, which Discord limits to 8,000 characters; the longest translation counts.
fn size(command: &Value) -> usize {
    let longest = |field: &str| {
        let own = command[field].as_str().map_or(0, characters);
        let translations = command[format!("{field}_localizations")].as_object().into_iter().flatten();
        translations.filter_map(|(_, text)| text.as_str()).map(characters).fold(own, usize::max)
    };
    let value = command["value"].as_str().map_or(0, characters);
    let below = |field: &str| command[field].as_array().into_iter().flatten().map(size).sum::<usize>();
    longest("name") + longest("description") + value + below("options") + below("choices")
}
