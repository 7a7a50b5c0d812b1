//! Messages.

use serde_json::Value;

use crate::components::{text_of, walk};
use crate::handles::MessageHandle;
use crate::ids::Id;
use crate::transcript::{Event, FileSent};
use crate::world::State;

/// A button as one sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Its label, or its emoji.
    pub label: String,
    /// The custom id; links have none.
    pub custom_id: Option<String>,
    /// The address of a link.
    pub url: Option<String>,
    /// Discord's button style, 1 to 6.
    pub style: u64,
    /// Whether it can be pressed.
    pub enabled: bool,
}

impl MessageHandle {
    /// The message's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The id of its channel.
    pub fn channel_id(&self) -> Id {
        self.channel
    }

    /// Whether it has not been deleted.
    pub fn exists(&self) -> bool {
        self.sim.read(|state| state.message(self.channel, self.id).is_some())
    }

    /// The message object; null when it was deleted.
    pub fn json(&self) -> Value {
        self.sim.read(|state| state.message(self.channel, self.id).map_or(Value::Null, |stored| stored.json.clone()))
    }

    /// All of its text, that of its components included.
    pub fn text(&self) -> String {
        text_of(&self.json())
    }

    /// Its author's id; 0 when it was deleted.
    pub fn author(&self) -> Id {
        self.sim.read(|state| state.message(self.channel, self.id).map_or(0, |stored| stored.author))
    }

    /// The users whom it pinged.
    pub fn pinged(&self) -> Vec<Id> {
        self.sim.read(|state| state.message(self.channel, self.id).map(|m| m.pinged.clone()).unwrap_or_default())
    }

    /// Whether it is pinned.
    pub fn is_pinned(&self) -> bool {
        self.sim.read(|state| state.message(self.channel, self.id).is_some_and(|stored| stored.pinned_ms.is_some()))
    }

    /// Its files, each with its name.
    pub fn files(&self) -> Vec<FileSent> {
        self.sim.read(|state| state.message(self.channel, self.id).map(|m| m.files.clone()).unwrap_or_default())
    }

    /// The reactions, each with the ids of those who reacted.
    pub fn reactions(&self) -> Vec<(String, Vec<Id>)> {
        self.sim.read(|state| {
            let stored = state.message(self.channel, self.id);
            let all = stored.into_iter().flat_map(|stored| &stored.reactions);
            all.map(|(emoji, users)| (emoji.clone(), users.iter().copied().collect())).collect()
        })
    }

    /// Waits until a user, for example the bot, has reacted with this emoji.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_reaction(&self, emoji: &str) {
        let is_there =
            |state: &State| state.message(self.channel, self.id)?.reactions.contains_key(emoji).then_some(());
        self.sim.until_state(&format!("the reaction {emoji}"), is_there).await;
    }

    /// Deletes it as a moderator, who need not be its author.
    pub fn delete_as_moderator(&self) {
        self.sim.write(|state| {
            state.delete(self.channel, self.id);
            state.note(Event::MessageDeleted { channel_id: self.channel, message_id: self.id });
        });
    }

    /// The link to it, as Discord's client copies it.
    pub fn link(&self) -> String {
        let server = self.sim.read(|state| state.server_of(self.channel).map(|server| server.id));
        let place = server.map_or_else(|| "@me".to_owned(), |id| id.to_string());
        format!("https://discord.com/channels/{place}/{}/{}", self.channel, self.id)
    }

    /// Its buttons, in order.
    pub fn buttons(&self) -> Vec<Button> {
        let mut all = Vec::new();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        walk(&self.json()["components"], &mut |component| {
            if component["type"] == 2 {
                all.push(Button {
                    label: text(&component["label"]).or(text(&component["emoji"]["name"])).unwrap_or_default(),
                    custom_id: text(&component["custom_id"]),
                    url: text(&component["url"]),
                    style: component["style"].as_u64().unwrap_or(0),
                    enabled: component["disabled"] != true,
                });
            }
        });
        all
    }
}
