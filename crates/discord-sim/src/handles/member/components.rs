//! Buttons and menus of messages.

use serde_json::{Value, json};

use crate::components::walk;
use crate::handles::interaction::AsMessage;
use crate::handles::member::interactions::NewInteraction;
use crate::handles::{Interaction, Member, MessageHandle};
use crate::ids::Id;
use crate::world::json::References;

impl Member {
    /// Presses the button with this label or with a custom id that begins like this, and waits for the first answer.
    ///
    /// # Panics
    /// When the person cannot see the message, or there is no such button, or it is disabled.
    pub async fn click(&self, on: &impl AsMessage, wanted: &str) -> Interaction {
        let message = on.as_message();
        let button = self.component(&message, wanted, &[2]);
        let label = button["label"].as_str().or(button["emoji"]["name"].as_str()).unwrap_or("a button").to_owned();
        let data = json!({"custom_id": button["custom_id"], "component_type": 2, "id": button["id"]});
        let name = button["custom_id"].as_str().unwrap_or("").to_owned();
        let new = NewInteraction {
            channel: message.channel,
            kind: 3,
            name,
            source: Some(message.id),
            trigger: None,
            data,
            label: format!("clicks **{label}**"),
            fields: Vec::new(),
        };
        self.send(new).await
    }

    /// Chooses in the menu with this custom id (or its beginning, or its placeholder): values of a string menu, ids
    /// as text of the others.
    ///
    /// # Panics
    /// When there is no such menu, or it does not allow these values.
    pub async fn select(&self, on: &impl AsMessage, wanted: &str, values: &[&str]) -> Interaction {
        let message = on.as_message();
        let menu = self.component(&message, wanted, &[3, 5, 6, 7, 8]);
        let (least, most) = (menu["min_values"].as_u64().unwrap_or(1), menu["max_values"].as_u64().unwrap_or(1));
        let count = values.len() as u64;
        assert!((least..=most).contains(&count), "{wanted}: {count} values, but {least} to {most} are asked for");
        let (wanted, labels) = self.chosen(&menu, values);
        let resolved = self.sim.read(|state| {
            let channel = &state.channels[&message.channel];
            state.resolved(state.server_of(message.channel), channel, &wanted, self.user)
        });
        let mut data = json!({"custom_id": menu["custom_id"], "component_type": menu["type"], "id": menu["id"],
            "values": values});
        if menu["type"] != 3 {
            data["resolved"] = resolved.unwrap_or_else(|| json!({}));
        }
        let name = menu["custom_id"].as_str().unwrap_or("").to_owned();
        let new = NewInteraction {
            channel: message.channel,
            kind: 3,
            fields: vec![(name.clone(), labels.join(", "))],
            name,
            source: Some(message.id),
            trigger: None,
            data,
            label: format!("chooses **{}**", labels.join(", ")),
        };
        self.send(new).await
    }

    /// Sends a button, a menu (3) or a form (5) with any custom id, as if the message had it: what a bot should expect of a
    /// client that was changed, and of messages that are old.
    pub async fn send_unasked(&self, on: &impl AsMessage, kind: u8, data: Value) -> Interaction {
        let message = on.as_message();
        let name = data["custom_id"].as_str().unwrap_or("").to_owned();
        let label = format!("sends {name:?} unasked");
        let (channel, source, trigger, fields) = (message.channel, Some(message.id), None, Vec::new());
        self.send(NewInteraction { channel, kind, name, source, trigger, data, label, fields }).await
    }

    /// What the chosen values of a menu refer to, and their names for readers.
    pub(crate) fn chosen(&self, menu: &Value, values: &[&str]) -> (References, Vec<String>) {
        let mut wanted = References::default();
        let mut labels = Vec::new();
        let names = self.sim.directory();
        for value in values {
            if matches!(menu["type"].as_u64(), Some(3 | 21 | 22)) {
                let option = menu["options"].as_array().into_iter().flatten().find(|option| option["value"] == *value);
                let Some(option) = option else { panic!("{value:?} is not among the options {}", menu["options"]) };
                labels.push(option["label"].as_str().unwrap_or(value).to_owned());
                continue;
            }
            let id: Id = value.parse().unwrap_or_else(|_| panic!("{value:?} is not an id"));
            let (list, name) = match menu["type"].as_u64() {
                Some(8) => (&mut wanted.channels, names.channels.get(&id)),
                Some(5 | 7) if names.users.contains_key(&id) => (&mut wanted.users, names.users.get(&id)),
                Some(6 | 7) => (&mut wanted.roles, names.roles.get(&id)),
                _ => panic!("{value} is not a user"),
            };
            list.push(id);
            labels.push(name.cloned().unwrap_or_else(|| panic!("nothing has the id {id}")));
        }
        (wanted, labels)
    }

    /// The one enabled component of these types that matches `wanted`.
    fn component(&self, message: &MessageHandle, wanted: &str, types: &[u64]) -> Value {
        let json = self.seen(message);
        let mut all = Vec::new();
        walk(&json["components"], &mut |component| {
            let usable = component["custom_id"].is_string();
            if usable && component["type"].as_u64().is_some_and(|kind| types.contains(&kind)) {
                all.push(component.clone());
            }
        });
        let called = |c: &&Value| ["label", "custom_id", "placeholder"].iter().any(|field| c[*field] == wanted);
        let begins = |c: &&Value| c["custom_id"].as_str().is_some_and(|id| id.starts_with(wanted));
        let exact: Vec<&Value> = all.iter().filter(called).collect();
        let found = if exact.is_empty() { all.iter().filter(begins).collect() } else { exact };
        let what = || format!("{}: {wanted:?} in {}", self.name(), json["components"]);
        assert!(!found.is_empty(), "there is no such component for {}", what());
        assert!(found.len() == 1, "more than one component fits for {}", what());
        assert!(found[0]["disabled"] != true, "the component is disabled for {}", what());
        found[0].clone()
    }

    /// The message as this person sees it.
    fn seen(&self, message: &MessageHandle) -> Value {
        let seen = self.sim.read(|state| {
            let channel = state.channels.get(&message.channel)?;
            let stored = channel.messages.get(&message.id)?;
            let mine = stored.only_for.is_none_or(|user| user == self.user);
            let there = state.may(channel, self.user, crate::permission::VIEW_CHANNEL);
            (mine && there).then(|| stored.json.clone())
        });
        seen.unwrap_or_else(|| panic!("{} does not see this message (any more); {}", self.name(), self.sim.tail()))
    }
}
