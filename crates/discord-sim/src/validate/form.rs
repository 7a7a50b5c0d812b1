//! Forms (Discord's modals).

use serde_json::Value;

use crate::refusal::Refusal;
use crate::validate::Problems;
use crate::validate::components::{Seen, enter, options, select, text_display};

/// Checks the `data` of a form.
pub(crate) fn form(data: &Value) -> Result<(), Refusal> {
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
                if !component["description"].is_null() {
                    problems.length(&format!("{path}.description"), &component["description"], 1, 100);
                }
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
            let chosen = options(&at("options"), &field["options"], 2, 10, problems);
            if chosen > 1 {
                problems.add(at("options"), "BASE_TYPE_MAX", "Only one option can be the default.");
            }
        }
        Some(22) => checkboxes(path, field, problems),
        Some(23) => problems.boolean(&at("default"), &field["default"]),
        _ => {}
    }
}

/// A checkbox group. Without numbers of its own, one to all of its options are to be ticked.
fn checkboxes(path: &str, field: &Value, problems: &mut Problems) {
    let at = |name: &str| format!("{path}.{name}");
    let chosen = options(&at("options"), &field["options"], 1, 10, problems);
    let offered = field["options"].as_array().map_or(0, Vec::len) as u64;
    problems.range(&at("min_values"), &field["min_values"], 0, 10);
    problems.range(&at("max_values"), &field["max_values"], 1, 10);
    let least = field["min_values"].as_u64().unwrap_or(u64::from(field["required"] != false));
    let most = field["max_values"].as_u64().unwrap_or(offered);
    if least > most {
        problems.add(at("min_values"), "BASE_TYPE_MAX", "min_values is greater than max_values.");
    }
    if most > offered {
        problems.add(at("max_values"), "BASE_TYPE_MAX", format!("Must be {offered} or fewer."));
    }
    if field["min_values"] == 0 && field["required"] != false {
        problems.add(at("min_values"), "BASE_TYPE_MIN", "A required checkbox group needs at least one value.");
    }
    if chosen > most {
        problems.add(at("options"), "BASE_TYPE_MAX", "More options are ticked than may be.");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::form;

    fn check(component: &Value, wrong: Option<&str>) {
        let label = json!({"type": 18, "label": "Words", "component": component});
        let refusal = form(&json!({"custom_id": "f", "title": "Thank", "components": [label]})).err();
        let errors = refusal.map(|refusal| refusal.errors.unwrap_or_default());
        let at = errors.as_ref().and_then(|errors| errors.pointer("/data/components/0/component"));
        match wrong {
            None => assert_eq!(errors, None, "{component}"),
            Some(field) => assert!(at.is_some_and(|at| at[field]["_errors"].is_array()), "{component}: {errors:?}"),
        }
    }

    #[test]
    fn fields_of_forms_are_checked() {
        let option = |value: &str| json!({"label": value, "value": value});
        let ticked = |value: &str| json!({"label": value, "value": value, "default": true});
        for (component, wrong) in [
            (json!({"type": 4, "custom_id": "a", "style": 2, "max_length": 4000}), None),
            (json!({"type": 4, "custom_id": "a", "style": 2, "max_length": 4001}), Some("max_length")),
            (json!({"type": 4, "custom_id": "a"}), Some("style")),
            (json!({"type": 4, "custom_id": "a", "style": 1, "label": "twice"}), Some("label")),
            (json!({"type": 4, "custom_id": "a", "style": 1, "value": "xy", "max_length": 1}), Some("value")),
            (json!({"type": 4, "custom_id": "a", "style": 1, "placeholder": "x".repeat(101)}), Some("placeholder")),
            (json!({"type": 2, "custom_id": "a", "style": 1}), Some("type")),
            (json!({"type": 3, "custom_id": "a", "options": [option("x")]}), None),
            (json!({"type": 3, "custom_id": "a", "options": []}), Some("options")),
            (json!({"type": 5, "custom_id": "a", "default_values": [{"id": "1", "type": "user"}]}), None),
            (json!({"type": 5, "custom_id": "", "max_values": 26}), Some("custom_id")),
            (json!({"type": 21, "custom_id": "a", "options": [option("x")]}), Some("options")),
            (json!({"type": 21, "custom_id": "a", "options": [option("x"), option("y")]}), None),
            (json!({"type": 22, "custom_id": "a", "options": [option("x")], "max_values": 11}), Some("max_values")),
            (json!({"type": 21, "custom_id": "a", "options": [ticked("x"), ticked("y")]}), Some("options")),
            (json!({"type": 21, "options": [option("x"), option("y")]}), Some("custom_id")),
            (
                json!({"type": 21, "custom_id": "a", "required": 1, "options": [option("x"), option("y")]}),
                Some("required"),
            ),
            (json!({"type": 22, "custom_id": "a", "options": [option("x")]}), None),
            (json!({"type": 22, "custom_id": "a", "options": [option("x")], "max_values": 2}), Some("max_values")),
            (json!({"type": 22, "custom_id": "a", "options": [option("x")], "min_values": 0}), Some("min_values")),
            (json!({"type": 22, "custom_id": "a", "options": [option("x")], "min_values": 0, "required": false}), None),
            (
                json!({"type": 22, "custom_id": "a", "options": [ticked("x"), ticked("y")], "max_values": 1}),
                Some("options"),
            ),
            (json!({"type": 23, "custom_id": "a", "default": true}), None),
            (json!({"type": 23, "custom_id": "a", "default": "yes"}), Some("default")),
        ] {
            check(&component, wrong);
        }
    }

    #[test]
    fn a_form_has_a_short_title_and_one_to_five_labels() {
        let label = |n: usize| {
            let component = json!({"type": 4, "custom_id": n.to_string(), "style": 1});
            json!({"type": 18, "label": "Words", "component": component})
        };
        let labels = |count: usize| (0..count).map(label).collect::<Vec<_>>();
        for (title, count, fine) in [("x", 5, true), ("x", 6, false), ("x", 0, false), (&*"x".repeat(46), 1, false)] {
            let body = json!({"custom_id": "f", "title": title, "components": labels(count)});
            assert_eq!(form(&body).is_ok(), fine, "{title}, {count} labels");
        }
    }
}
