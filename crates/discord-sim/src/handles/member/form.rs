//! Filling in a modal, as Discord's client sends it today: labels with their fields.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::components::components;
use crate::handles::interaction::ResponseKind;
use crate::handles::member::interactions::NewInteraction;
use crate::handles::{Interaction, Member};
use crate::ids::Id;
use crate::world::json::References;

/// What is put into one field of a modal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A text.
    Text(String),
    /// The values of a menu, a radio group (one) or checkboxes.
    Values(Vec<String>),
    /// Users, roles or channels, by id.
    Ids(Vec<Id>),
    /// A single checkbox.
    Checked(bool),
}

impl From<&str> for FieldValue {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<&Member> for FieldValue {
    fn from(member: &Member) -> Self {
        Self::Ids(vec![member.id()])
    }
}

impl FieldValue {
    /// One value of a menu or a group.
    pub fn value(value: &str) -> Self {
        Self::Values(vec![value.into()])
    }

    fn values(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::Values(values) => values.clone(),
            Self::Ids(ids) => ids.iter().map(ToString::to_string).collect(),
            Self::Checked(on) => vec![on.to_string()],
        }
    }
}

impl Interaction {
    /// Fills in the modal that this interaction was answered with and submits it; fields that are not named keep what
    /// the modal was prefilled with. Waits for the first answer.
    ///
    /// # Panics
    /// When there is no modal, a named field does not exist, or Discord's client would not submit it: a required field
    /// is empty, a text too short or too long, a value not offered.
    pub async fn submit(&self, fields: &[(&str, FieldValue)]) -> Interaction {
        assert!(
            self.kind() == ResponseKind::Modal,
            "there is no modal to submit, but {:?}; {}",
            self.kind(),
            self.member.sim.tail()
        );
        let form = self.json();
        let (channel, source) = self.member.sim.read(|state| {
            let asked = &state.interactions[&self.id.expect("a modal answers an interaction that was sent")];
            (asked.channel, asked.source)
        });
        let mut filling = Filling {
            member: &self.member,
            given: fields,
            used: Vec::new(),
            wanted: References::default(),
            readable: Vec::new(),
        };
        let sent: Vec<Value> =
            components(&form["components"], &[]).as_array().into_iter().flatten().map(|c| filling.top(c)).collect();
        let Filling { used, wanted, readable, .. } = filling;
        for (name, _) in fields {
            assert!(used.iter().any(|used| used == name), "the modal has no field {name}; it has {used:?}");
        }
        let mut data = json!({"custom_id": form["custom_id"], "components": sent});
        let resolved = self.member.sim.read(|state| {
            state.resolved(state.server_of(channel), &state.channels[&channel], &wanted, self.member.user)
        });
        if let Some(resolved) = resolved {
            data["resolved"] = resolved;
        }
        let name = form["custom_id"].as_str().unwrap_or("").to_owned();
        let label = format!("submits **{}**", form["title"].as_str().unwrap_or("the form"));
        self.member
            .send(NewInteraction { channel, kind: 5, name, source, trigger: self.id, data, label, fields: readable })
            .await
    }
}

/// A modal that is being filled in.
struct Filling<'a> {
    member: &'a Member,
    given: &'a [(&'a str, FieldValue)],
    used: Vec<String>,
    wanted: References,
    readable: Vec<(String, String)>,
}

impl Filling<'_> {
    fn top(&mut self, component: &Value) -> Value {
        match component["type"].as_u64() {
            Some(18) => {
                let label = component["label"].as_str().unwrap_or("");
                let inner = self.field(label, &component["component"]);
                json!({"type": 18, "id": component["id"], "component": inner})
            }
            Some(1) => {
                let field = &component["components"][0];
                let inner = self.field(field["label"].as_str().unwrap_or(""), field);
                json!({"type": 1, "id": component["id"], "components": [inner]})
            }
            kind => json!({"type": kind, "id": component["id"]}),
        }
    }

    fn field(&mut self, label: &str, field: &Value) -> Value {
        let name = field["custom_id"].as_str().unwrap_or("").to_owned();
        let given = self.given.iter().find(|(given, _)| *given == name).map(|(_, value)| value.values());
        let values = given.unwrap_or_else(|| prefilled(field));
        self.used.push(name);
        let kind = field["type"].as_u64().unwrap_or(0);
        let mut sent = json!({"type": kind, "id": field["id"], "custom_id": field["custom_id"]});
        if kind == 23 {
            let fits = matches!(values.as_slice(), [one] if one == "true" || one == "false");
            assert!(fits, "{label:?} is ticked or not, and nothing else");
            let on = values.first().is_some_and(|value| value == "true");
            self.readable.push((label.to_owned(), if on { "yes" } else { "no" }.to_owned()));
            sent["value"] = json!(on);
            return sent;
        }
        if kind == 4 {
            let text = values.first().cloned().unwrap_or_default();
            text_fits(label, field, &text);
            self.readable.push((label.to_owned(), text.clone()));
            sent["value"] = json!(text);
            return sent;
        }
        let refs: Vec<&str> = values.iter().map(String::as_str).collect();
        let (wanted, labels) = self.member.chosen(field, &refs);
        self.wanted.users.extend(wanted.users);
        self.wanted.roles.extend(wanted.roles);
        self.wanted.channels.extend(wanted.channels);
        self.readable.push((label.to_owned(), labels.join(", ")));
        let needed = field["required"] != false;
        assert!(!needed || !values.is_empty(), "the field {label:?} is required");
        if kind == 21 {
            assert!(values.len() <= 1, "{label:?} takes one value");
            sent["value"] = json!(values.first());
            return sent;
        }
        let once: BTreeSet<&String> = values.iter().collect();
        assert!(once.len() == values.len(), "{label:?}: a value is chosen twice");
        let offered = field["options"].as_array().map_or(1, Vec::len) as u64;
        // Checkboxes may all be ticked by default; a menu takes one.
        let most = field["max_values"].as_u64().unwrap_or(if kind == 22 { offered } else { 1 });
        let least = field["min_values"].as_u64().unwrap_or(1);
        let count = values.len() as u64;
        let fits = count <= most && (count >= least || (count == 0 && !needed));
        assert!(fits, "{label:?}: {count} values, but {least} to {most} are asked for");
        sent["values"] = json!(values);
        sent
    }
}

fn text_fits(label: &str, field: &Value, text: &str) {
    let count = text.chars().count() as u64;
    let needed = field["required"] != false;
    assert!(!needed || count > 0, "the field {label:?} is required");
    let most = field["max_length"].as_u64().unwrap_or(4000);
    assert!(count <= most, "{label:?}: {count} characters, but at most {most} are allowed");
    let least = field["min_length"].as_u64().unwrap_or(0);
    assert!(count == 0 || count >= least, "{label:?}: {count} characters, but at least {least} are asked for");
}

/// What the modal is prefilled with.
fn prefilled(field: &Value) -> Vec<String> {
    let texts = |list: &Value, keep: &dyn Fn(&Value) -> bool, name: &str| -> Vec<String> {
        let list = list.as_array().into_iter().flatten().filter(|item| keep(item));
        list.filter_map(|item| item[name].as_str().map(str::to_owned)).collect()
    };
    match field["type"].as_u64() {
        Some(4) => field["value"].as_str().map(str::to_owned).into_iter().collect(),
        Some(3 | 21 | 22) => texts(&field["options"], &|option| option["default"] == true, "value"),
        Some(23) => vec![(field["default"] == true).to_string()],
        _ => texts(&field["default_values"], &|_| true, "id"),
    }
}
