//! Finds the buttons and menus of a message by the prefix of their custom ids.

use anyhow::Context as _;
use serde_json::Value;

use discord_sim::{AsMessage, Interaction, Member};

/// Presses the button with this prefix, and waits for the final response.
pub(super) async fn press(who: &Member, on: &impl AsMessage, prefix: &str) -> anyhow::Result<Interaction> {
    Ok(press_first(who, on, prefix).await?.settled().await)
}

/// Presses it, and waits only for the first response, such as a form.
pub(super) async fn press_first(who: &Member, on: &impl AsMessage, prefix: &str) -> anyhow::Result<Interaction> {
    let id = component(&on.as_message().json(), prefix);
    let id = id.with_context(|| format!("there is no button {prefix}… for {}", who.name()))?;
    Ok(who.click(on, &id).await)
}

/// The custom id of the first component with this prefix: `desk:` does not match `desk-copy:`, nor `thank`
/// `thank-form`.
pub(super) fn component(message: &Value, prefix: &str) -> Option<String> {
    let fits = |id: &str| {
        let rest = id.strip_prefix(prefix)?;
        (prefix.ends_with(':') || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')).then_some(())
    };
    buttons(message).into_iter().find(|id| fits(id).is_some())
}

/// The custom ids of every button and menu in a message.
pub(super) fn buttons(message: &Value) -> Vec<String> {
    let mut ids = Vec::new();
    each(&message["components"], &mut |component| {
        if component["disabled"] != true {
            ids.extend(component["custom_id"].as_str().map(str::to_owned));
        }
    });
    ids
}

/// The menu with this prefix, and the values that it offers.
pub(super) fn menu(message: &Value, prefix: &str) -> Option<(String, Vec<String>)> {
    let mut found = None;
    each(&message["components"], &mut |component| {
        let id = component["custom_id"].as_str().filter(|id| id.starts_with(prefix));
        if let (Some(id), None) = (id, &found) {
            let options = component["options"].as_array().into_iter().flatten();
            let values = options.filter_map(|option| option["value"].as_str().map(str::to_owned));
            found = Some((id.to_owned(), values.collect()));
        }
    });
    found
}

fn each(components: &Value, see: &mut dyn FnMut(&Value)) {
    for component in components.as_array().into_iter().flatten() {
        see(component);
        each(&component["components"], see);
        if component.get("accessory").is_some_and(Value::is_object) {
            see(&component["accessory"]);
        }
    }
}
