//! Forms (Discord's modals).

use serde_json::Value;

use super::Problems;
use super::components::{Seen, enter, options, select, text_display};
use crate::sim::rest::Refusal;

/// Checks the `data` of a form.
pub(in crate::sim) fn form(data: &Value) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    problems.length("data.custom_id", &data["custom_id"], 1, 100);
    problems.length("data.title", &data["title"], 1, 45);
    let mut seen = Seen::default();
    for (index, component) in problems.list("data.components", &data["components"], 1, 5).iter().enumerate() {
        let path = format!("data.components.{index}");
        match enter(&path, component, &[1, 10, 18], &mut seen, &mut problems) {
            1 => {
                let at = format!("{path}.components");
                for (index, child) in problems.list(&at, &component["components"], 1, 1).iter().enumerate() {
                    let at = format!("{at}.{index}");
                    enter(&at, child, &[4], &mut seen, &mut problems);
                    problems.length(&format!("{at}.label"), &child["label"], 1, 45);
                    field(&at, child, &mut problems);
                }
            }
            10 => text_display(&path, component, &mut seen, &mut problems),
            18 => {
                problems.length(&format!("{path}.label"), &component["label"], 1, 45);
                problems.length(&format!("{path}.description"), &component["description"], 0, 100);
                let at = format!("{path}.component");
                let inner = &component["component"];
                enter(&at, inner, &[3, 4, 5, 6, 7, 8, 19, 21, 22, 23], &mut seen, &mut problems);
                if !inner["label"].is_null() {
                    let text = "A field inside a label has no label of its own.";
                    problems.add(format!("{at}.label"), "BASE_TYPE_FORBIDDEN", text);
                }
                field(&at, inner, &mut problems);
            }
            _ => {}
        }
    }
    problems.finish()
}

fn field(path: &str, field: &Value, problems: &mut Problems) {
    let at = |name: &str| format!("{path}.{name}");
    problems.length(&at("custom_id"), &field["custom_id"], 1, 100);
    problems.boolean(&at("required"), &field["required"]);
    match field["type"].as_u64() {
        Some(4) => {
            if !matches!(field["style"].as_u64(), Some(1 | 2)) {
                problems.add(at("style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2).");
            }
            problems.range(&at("min_length"), &field["min_length"], 0, 4000);
            problems.range(&at("max_length"), &field["max_length"], 1, 4000);
            let most = field["max_length"].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(4000);
            problems.length(&at("value"), &field["value"], 0, most.min(4000));
            problems.length(&at("placeholder"), &field["placeholder"], 0, 100);
            if field["min_length"].as_u64().is_some_and(|least| least > most as u64) {
                problems.add(at("min_length"), "BASE_TYPE_MAX", "min_length is greater than max_length.");
            }
        }
        Some(3 | 5..=8) => {
            select(path, field, 150, problems);
            if field["disabled"] == true {
                problems.add(at("disabled"), "BASE_TYPE_FORBIDDEN", "A menu in a form cannot be disabled.");
            }
            if field["min_values"] == 0 && field["required"] != false {
                let text = "A required menu needs at least one value.";
                problems.add(at("min_values"), "BASE_TYPE_MIN", text);
            }
        }
        Some(21) => {
            if options(&at("options"), &field["options"], 2, 10, problems) > 1 {
                problems.add(at("options"), "BASE_TYPE_MAX", "Only one option can be the default.");
            }
        }
        Some(22) => {
            options(&at("options"), &field["options"], 1, 10, problems);
            problems.range(&at("min_values"), &field["min_values"], 0, 10);
            problems.range(&at("max_values"), &field["max_values"], 1, 10);
        }
        Some(23) => problems.boolean(&at("default"), &field["default"]),
        _ => {}
    }
}
