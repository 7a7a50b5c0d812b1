//! Components of messages: which are allowed where, and how large each may be.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::validate::{Problems, characters};

/// What has been counted so far in one message or form.
#[derive(Debug, Default)]
pub(super) struct Seen<'a> {
    pub(super) v2: bool,
    pub(super) files: &'a [&'a str],
    pub(super) custom_ids: BTreeSet<String>,
    pub(super) numbers: BTreeSet<u64>,
    pub(super) components: usize,
    pub(super) characters: usize,
}

/// Checks a message's `components`.
pub(super) fn in_message(components: &Value, seen: &mut Seen<'_>, problems: &mut Problems) {
    let most = if seen.v2 { 40 } else { 5 };
    let allowed: &[u64] = if seen.v2 { &[1, 9, 10, 12, 13, 14, 17] } else { &[1] };
    for (index, component) in problems.list("components", components, 0, most).iter().enumerate() {
        one(&format!("components.{index}"), component, allowed, seen, problems);
    }
    if seen.components > 40 && seen.v2 {
        let text = "The total number of components must not exceed 40.";
        problems.add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text);
    }
    if seen.characters > 4000 {
        let text = "The total displayable text must not exceed 4000 characters.";
        problems.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text);
    }
}

/// Counts a component, checks that its type is allowed here and that its ids are unique.
pub(super) fn enter(
    path: &str,
    component: &Value,
    allowed: &[u64],
    seen: &mut Seen<'_>,
    problems: &mut Problems,
) -> u64 {
    seen.components += 1;
    let kind = component["type"].as_u64().unwrap_or(0);
    if !allowed.contains(&kind) {
        let text = format!("Value of field \"type\" must be one of {allowed:?}, not {kind}.");
        problems.add(format!("{path}.type"), "UNION_TYPE_CHOICES", text);
    }
    if let Some(number) = component["id"].as_u64().filter(|number| *number != 0)
        && !seen.numbers.insert(number)
    {
        problems.add(format!("{path}.id"), "COMPONENT_DUPLICATE_ID", "Component id cannot be duplicated");
    }
    if let Some(id) = component["custom_id"].as_str()
        && !seen.custom_ids.insert(id.to_owned())
    {
        let text = "Component custom id cannot be duplicated";
        problems.add(format!("{path}.custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", text);
    }
    kind
}

fn one(path: &str, component: &Value, allowed: &[u64], seen: &mut Seen<'_>, problems: &mut Problems) {
    let kind = enter(path, component, allowed, seen, problems);
    if !allowed.contains(&kind) {
        return;
    }
    match kind {
        1 => row(path, component, seen, problems),
        2 => button(path, component, problems),
        9 => {
            let at = format!("{path}.components");
            for (index, child) in problems.list(&at, &component["components"], 1, 3).iter().enumerate() {
                one(&format!("{at}.{index}"), child, &[10], seen, problems);
            }
            one(&format!("{path}.accessory"), &component["accessory"], &[2, 11], seen, problems);
        }
        10 => text_display(path, component, seen, problems),
        11 => media(&format!("{path}.media"), &component["media"], seen, problems),
        12 => {
            let at = format!("{path}.items");
            for (index, item) in problems.list(&at, &component["items"], 1, 10).iter().enumerate() {
                media(&format!("{at}.{index}.media"), &item["media"], seen, problems);
                problems.length(&format!("{at}.{index}.description"), &item["description"], 0, 1024);
            }
        }
        13 => {
            let at = format!("{path}.file");
            if component["file"]["url"].as_str().is_some_and(|url| url.starts_with("attachment://")) {
                media(&at, &component["file"], seen, problems);
            } else {
                let text = "Only attachment://<filename> references are supported.";
                problems.add(format!("{at}.url"), "COMPONENT_FILE_INVALID_URL", text);
            }
        }
        14 => {
            problems.range(&format!("{path}.spacing"), &component["spacing"], 1, 2);
            problems.boolean(&format!("{path}.divider"), &component["divider"]);
        }
        17 => {
            let at = format!("{path}.components");
            for (index, child) in problems.list(&at, &component["components"], 1, 39).iter().enumerate() {
                one(&format!("{at}.{index}"), child, &[1, 9, 10, 12, 13, 14], seen, problems);
            }
            problems.range(&format!("{path}.accent_color"), &component["accent_color"], 0, 0xFF_FFFF);
        }
        _ => select(path, component, 150, problems),
    }
}

/// A text display; its characters count against the message's 4,000.
pub(super) fn text_display(path: &str, component: &Value, seen: &mut Seen<'_>, problems: &mut Problems) {
    problems.length(&format!("{path}.content"), &component["content"], 1, 4000);
    seen.characters += component["content"].as_str().map_or(0, characters);
}

fn row(path: &str, component: &Value, seen: &mut Seen<'_>, problems: &mut Problems) {
    let at = format!("{path}.components");
    let children = problems.list(&at, &component["components"], 1, 5);
    let selects = children.iter().filter(|child| child["type"] != 2).count();
    if selects > 0 && children.len() > 1 {
        problems.add(&at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "An action row holds up to five buttons or one menu.");
    }
    for (index, child) in children.iter().enumerate() {
        one(&format!("{at}.{index}"), child, &[2, 3, 5, 6, 7, 8], seen, problems);
    }
}

fn button(path: &str, component: &Value, problems: &mut Problems) {
    problems.length(&format!("{path}.label"), &component["label"], 0, 80);
    let style = component["style"].as_u64().unwrap_or(0);
    let has = |field: &str| !component[field].is_null() && component[field] != json!("");
    if !(1..=6).contains(&style) {
        problems.add(format!("{path}.style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).");
    }
    match style {
        5 => {
            problems.length(&format!("{path}.url"), &component["url"], 1, 512);
            let url = component["url"].as_str().unwrap_or("");
            if !["http://", "https://", "discord://"].iter().any(|scheme| url.starts_with(scheme)) {
                let text =
                    format!("Scheme \"{url}\" is not supported. Scheme must be one of ('http', 'https', 'discord').");
                problems.add(format!("{path}.url"), "URL_TYPE_INVALID_SCHEME", text);
            }
            if has("custom_id") {
                let text = "A custom id and url cannot both be specified";
                problems.add(path, "COMPONENT_BUTTON_URL_CUSTOM_ID_EXCLUSIVE", text);
            }
        }
        6 => {}
        _ => {
            problems.length(&format!("{path}.custom_id"), &component["custom_id"], 1, 100);
            if has("url") {
                let text = "A custom id and url cannot both be specified";
                problems.add(path, "COMPONENT_BUTTON_URL_CUSTOM_ID_EXCLUSIVE", text);
            }
        }
    }
    if style != 6 && !has("label") && !has("emoji") {
        problems.add(path, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji.");
    }
}

fn media(path: &str, item: &Value, seen: &Seen<'_>, problems: &mut Problems) {
    let at = format!("{path}.url");
    problems.length(&at, &item["url"], 1, 2048);
    let url = item["url"].as_str().unwrap_or("");
    match url.strip_prefix("attachment://") {
        Some(name) if !seen.files.contains(&name) => {
            let text = format!("The referenced attachment \"{name}\" was not found.");
            problems.add(at, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", text);
        }
        None if !url.starts_with("http") => {
            problems.add(at, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'attachment').");
        }
        _ => {}
    }
}

/// Any of the five menus.
pub(super) fn select(path: &str, component: &Value, placeholder: usize, problems: &mut Problems) {
    problems.length(&format!("{path}.custom_id"), &component["custom_id"], 1, 100);
    problems.length(&format!("{path}.placeholder"), &component["placeholder"], 0, placeholder);
    problems.range(&format!("{path}.min_values"), &component["min_values"], 0, 25);
    problems.range(&format!("{path}.max_values"), &component["max_values"], 1, 25);
    let (least, most) = (component["min_values"].as_u64().unwrap_or(1), component["max_values"].as_u64().unwrap_or(1));
    if least > most {
        problems.add(format!("{path}.min_values"), "BASE_TYPE_MAX", "min_values is greater than max_values.");
    }
    if component["type"] == 3 {
        let chosen = options(&format!("{path}.options"), &component["options"], 1, 25, problems);
        if chosen > most {
            problems.add(format!("{path}.options"), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many defaults.");
        }
        let count = component["options"].as_array().map_or(0, Vec::len) as u64;
        if most > count {
            problems.add(format!("{path}.max_values"), "BASE_TYPE_MAX", format!("Must be {count} or fewer."));
        }
        return;
    }
    if component["options"].is_array() {
        problems.add(format!("{path}.options"), "BASE_TYPE_FORBIDDEN", "Only string menus have options.");
    }
    let defaults = problems.list(&format!("{path}.default_values"), &component["default_values"], 0, 25);
    if defaults.len() as u64 > most {
        let text = "The number of default values must be in the range defined by min_values and max_values.";
        problems.add(format!("{path}.default_values"), "SELECT_COMPONENT_INVALID_DEFAULT_VALUES", text);
    }
    let kinds: &[&str] = match component["type"].as_u64() {
        Some(5) => &["user"],
        Some(6) => &["role"],
        Some(8) => &["channel"],
        _ => &["user", "role"],
    };
    for (index, default) in defaults.iter().enumerate() {
        if !default["type"].as_str().is_some_and(|kind| kinds.contains(&kind)) {
            let text = format!("Value must be one of {kinds:?}.");
            problems.add(format!("{path}.default_values.{index}.type"), "BASE_TYPE_CHOICES", text);
        }
    }
}

/// Options of a menu or a group; the number of those chosen by default.
pub(super) fn options(path: &str, list: &Value, least: usize, most: usize, problems: &mut Problems) -> u64 {
    let mut values = BTreeSet::new();
    let mut chosen = 0;
    for (index, option) in problems.list(path, list, least, most).iter().enumerate() {
        let at = format!("{path}.{index}");
        problems.length(&format!("{at}.label"), &option["label"], 1, 100);
        problems.length(&format!("{at}.value"), &option["value"], 1, 100);
        problems.length(&format!("{at}.description"), &option["description"], 0, 100);
        if !values.insert(option["value"].as_str().unwrap_or("")) {
            let text = "The specified option value is already used";
            problems.add(format!("{at}.value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", text);
        }
        chosen += u64::from(option["default"] == true);
    }
    chosen
}
