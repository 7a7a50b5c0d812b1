//! Components as Discord answers them, and their text.

use serde_json::{Value, json};

/// All text of a message: its content, its embeds and its components, one part a line.
pub(super) fn text_of(message: &Value) -> String {
    let mut parts = vec![message["content"].as_str().unwrap_or("").to_owned()];
    for embed in message["embeds"].as_array().into_iter().flatten() {
        parts.extend(["title", "description"].iter().filter_map(|f| embed[*f].as_str()).map(str::to_owned));
    }
    walk(&message["components"], &mut |component| {
        for field in ["content", "label", "description", "placeholder"] {
            parts.extend(component[field].as_str().map(str::to_owned));
        }
    });
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// Every component, parents first.
pub(super) fn walk(components: &Value, see: &mut dyn FnMut(&Value)) {
    for component in components.as_array().into_iter().flatten() {
        see(component);
        walk(&component["components"], see);
        for one in ["accessory", "component"] {
            if component[one].is_object() {
                walk(&json!([component[one]]), see);
            }
        }
    }
}

/// The components as Discord answers them: each with an id, media resolved, defaults filled in.
pub(super) fn components(sent: &Value, attachments: &[Value]) -> Value {
    let mut all = json!(sent.as_array().cloned().unwrap_or_default());
    let mut next = 1;
    for component in all.as_array_mut().into_iter().flatten() {
        complete(component, &mut next, attachments);
    }
    all
}

fn complete(component: &mut Value, next: &mut u64, attachments: &[Value]) {
    if component["id"].as_u64().is_none_or(|id| id == 0) {
        component["id"] = json!(*next);
    }
    *next += 1;
    let fill = |component: &mut Value, field: &str, value: Value| {
        if component.get(field).is_none_or(Value::is_null) {
            component[field] = value;
        }
    };
    match component["type"].as_u64() {
        Some(3 | 5..=8) => {
            fill(component, "min_values", json!(1));
            fill(component, "max_values", json!(1));
            fill(component, "disabled", json!(false));
        }
        Some(12) => {
            for item in component["items"].as_array_mut().into_iter().flatten() {
                item["media"] = media(&item["media"], attachments);
                fill(item, "spoiler", json!(false));
                fill(item, "description", Value::Null);
            }
        }
        Some(11) => {
            component["media"] = media(&component["media"], attachments);
            fill(component, "spoiler", json!(false));
            fill(component, "description", Value::Null);
        }
        Some(13) => {
            let file = attachments
                .iter()
                .find(|a| component["file"]["url"] == format!("attachment://{}", text(a, "filename")));
            component["name"] = file.map_or(Value::Null, |file| file["filename"].clone());
            component["size"] = file.map_or(Value::Null, |file| file["size"].clone());
            component["file"] = media(&component["file"], attachments);
            fill(component, "spoiler", json!(false));
        }
        Some(14) => {
            fill(component, "divider", json!(true));
            fill(component, "spacing", json!(1));
        }
        Some(17) => {
            fill(component, "accent_color", Value::Null);
            fill(component, "spoiler", json!(false));
        }
        _ => {}
    }
    for child in component["components"].as_array_mut().into_iter().flatten() {
        complete(child, next, attachments);
    }
    for one in ["accessory", "component"] {
        if component[one].is_object() {
            complete(&mut component[one], next, attachments);
        }
    }
    // Assigning through an index leaves a null for a missing field; Discord sends none.
    if let Some(map) = component.as_object_mut() {
        for field in ["components", "items", "accessory", "component", "file", "media"] {
            if map.get(field).is_some_and(Value::is_null) {
                map.remove(field);
            }
        }
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or("")
}

fn media(sent: &Value, attachments: &[Value]) -> Value {
    let url = text(sent, "url");
    let file = attachments.iter().find(|a| url.strip_prefix("attachment://") == Some(text(a, "filename")));
    let (id, url) = file.map_or(("1", url), |file| (text(file, "id"), text(file, "url")));
    let mut media =
        json!({"id": id, "url": url, "proxy_url": url, "width": null, "height": null, "content_type": null});
    if let Some(file) = file {
        media["attachment_id"] = file["id"].clone();
        media["content_type"] = file["content_type"].clone();
    }
    media
}
