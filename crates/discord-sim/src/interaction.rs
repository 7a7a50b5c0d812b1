//! What came of an interaction, and messages as people see them.

use serde_json::Value;

use crate::Sim;
use crate::components::{text_of, walk};
use crate::ids::Id;
use crate::person::Member;
use crate::transcript::Event;
use crate::world::Asked;

/// How the bot answered first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseKind {
    /// Not within its time.
    Unanswered,
    /// Discord does not show the command to this person; nothing was sent.
    Hidden,
    /// A message.
    Message,
    /// "… is thinking", a message later.
    Deferred,
    /// The component's message, changed at once.
    Update,
    /// The component's message, unchanged for now.
    DeferredUpdate,
    /// Suggestions for an option that is being typed.
    Autocomplete,
    /// A modal.
    Modal,
}

/// One use of a command, a button, a menu or a form.
#[derive(Clone)]
pub struct Interaction {
    pub(super) member: Member,
    pub(super) id: Option<Id>,
}

/// A message, ephemeral or not.
#[derive(Clone)]
pub struct MessageHandle {
    pub(super) sim: Sim,
    pub(super) channel: Id,
    pub(super) id: Id,
}

/// A button as one sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ButtonSeen {
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

/// What shows a message that one can press buttons on: the message itself, or the interaction that it answers.
pub trait AsMessage {
    /// The message.
    ///
    /// # Panics
    /// When there is none.
    fn as_message(&self) -> MessageHandle;
}

impl AsMessage for MessageHandle {
    fn as_message(&self) -> MessageHandle {
        self.clone()
    }
}

impl AsMessage for Interaction {
    fn as_message(&self) -> MessageHandle {
        let message = self.message();
        message.unwrap_or_else(|| panic!("there is no message, but {:?}; {}", self.kind(), self.member.sim.tail()))
    }
}

impl Interaction {
    /// The interaction's id; none where the command is hidden.
    pub fn id(&self) -> Option<Id> {
        self.id
    }

    /// How the bot answered first.
    pub fn kind(&self) -> ResponseKind {
        if self.id.is_none() {
            return ResponseKind::Hidden;
        }
        let kind = self.asked(|asked| asked.answer.as_ref().map(|answer| answer.kind)).flatten();
        match kind {
            None => ResponseKind::Unanswered,
            Some(4) => ResponseKind::Message,
            Some(5) => ResponseKind::Deferred,
            Some(6) => ResponseKind::DeferredUpdate,
            Some(7) => ResponseKind::Update,
            Some(8) => ResponseKind::Autocomplete,
            Some(_) => ResponseKind::Modal,
        }
    }

    /// Whether Discord would not have shown the command.
    pub fn is_hidden(&self) -> bool {
        self.id.is_none()
    }

    /// Whether only the asker sees the answer.
    pub fn is_ephemeral(&self) -> bool {
        self.asked(|asked| asked.answer.as_ref().is_some_and(|answer| answer.ephemeral)).unwrap_or(false)
    }

    /// The `data` of the first answer as the bot sent it; null where there is none.
    pub fn json(&self) -> Value {
        self.asked(|asked| asked.answer.as_ref().map(|answer| answer.data.clone())).flatten().unwrap_or(Value::Null)
    }

    /// The message that the answer made or changed, as long as it exists.
    pub fn message(&self) -> Option<MessageHandle> {
        let (channel, id) = self.asked(|asked| asked.original.map(|original| (asked.channel, original)))??;
        let message = MessageHandle { sim: self.member.sim.clone(), channel, id };
        message.exists().then_some(message)
    }

    /// All text that the answer shows now: of its message, or of its form with labels and descriptions.
    pub fn text(&self) -> String {
        if self.kind() == ResponseKind::Modal {
            let form = self.json();
            return format!("{}\n{}", form["title"].as_str().unwrap_or(""), text_of(&form));
        }
        self.message().map(|message| message.text()).unwrap_or_default()
    }

    /// The buttons of the answer's message.
    pub fn buttons(&self) -> Vec<ButtonSeen> {
        self.message().map(|message| message.buttons()).unwrap_or_default()
    }

    /// The names and values of the suggestions.
    pub fn choices(&self) -> Vec<(String, Value)> {
        let data = self.json();
        let list = data["choices"].as_array().cloned().unwrap_or_default();
        list.into_iter().map(|c| (c["name"].as_str().unwrap_or("").to_owned(), c["value"].clone())).collect()
    }

    /// The further messages, in order, as long as they exist.
    pub fn follow_ups(&self) -> Vec<MessageHandle> {
        let (channel, ids) = self.asked(|asked| (asked.channel, asked.follow_ups.clone())).unwrap_or_default();
        let all = ids.into_iter().map(|id| MessageHandle { sim: self.member.sim.clone(), channel, id });
        all.filter(MessageHandle::exists).collect()
    }

    /// Waits until something has come of a deferred answer or update: an edit, a further message, or that it went away.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn settled(&self) -> Self {
        self.until("a deferred answer to be filled", |asked| asked.answer.is_some() && !asked.put_off).await;
        self.clone()
    }

    /// Waits until there are `count` follow-ups.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_follow_ups(&self, count: usize) -> Vec<MessageHandle> {
        self.until("follow-ups", |asked| asked.follow_ups.len() >= count).await;
        self.follow_ups()
    }

    /// The same person presses a button of the answer; see [`Member::click`].
    pub async fn click(&self, wanted: &str) -> Self {
        self.member.click(self, wanted).await
    }

    /// The same person chooses in a menu of the answer; see [`Member::select`].
    pub async fn select(&self, wanted: &str, values: &[&str]) -> Self {
        self.member.select(self, wanted, values).await
    }

    fn asked<R>(&self, look: impl FnOnce(&Asked) -> R) -> Option<R> {
        let id = self.id?;
        self.member.sim.read(|state| state.interactions.get(&id).map(look))
    }

    async fn until(&self, what: &str, done: impl Fn(&Asked) -> bool) {
        let Some(id) = self.id else { panic!("waited for {what}, but the command is hidden") };
        let sim = &self.member.sim;
        let bound = sim.read(|state| state.options.wait_limit);
        let found = sim.shared.until(bound, |state| done(state.interactions.get(&id)?).then_some(())).await;
        assert!(found.is_some(), "waited {bound:?} for {what}; {}", sim.tail());
    }
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

    /// Everything it says, labels included.
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

    /// Its files, each with its name.
    pub fn files(&self) -> Vec<super::FileSent> {
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

    /// Waits until somebody, the bot for example, has reacted with this emoji.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_reaction(&self, emoji: &str) {
        let bound = self.sim.read(|state| state.options.wait_limit);
        let there =
            |state: &super::State| state.message(self.channel, self.id)?.reactions.contains_key(emoji).then_some(());
        let found = self.sim.shared.until(bound, there).await;
        assert!(found.is_some(), "waited {bound:?} for the reaction {emoji}; {}", self.sim.tail());
    }

    /// A moderator deletes it, whoever wrote it.
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
    pub fn buttons(&self) -> Vec<ButtonSeen> {
        let mut all = Vec::new();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        walk(&self.json()["components"], &mut |component| {
            if component["type"] == 2 {
                all.push(ButtonSeen {
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
