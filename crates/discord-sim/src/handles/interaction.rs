//! An interaction that a person began, and what the bot answered.

use serde_json::Value;

use crate::components::text_of;
use crate::handles::message::Button;
use crate::handles::{Interaction, MessageHandle};
use crate::ids::Id;
use crate::world::StoredInteraction;

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

/// What has a message with components: the message itself, or the interaction that it answers.
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
        let kind = self.stored(|interaction| interaction.answer.as_ref().map(|answer| answer.kind)).flatten();
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
        self.stored(|interaction| interaction.answer.as_ref().is_some_and(|answer| answer.ephemeral)).unwrap_or(false)
    }

    /// The `data` of the first answer as the bot sent it; null if there is none.
    pub fn json(&self) -> Value {
        self.stored(|interaction| interaction.answer.as_ref().map(|answer| answer.data.clone()))
            .flatten()
            .unwrap_or(Value::Null)
    }

    /// The message that the answer made or changed, as long as it exists.
    pub fn message(&self) -> Option<MessageHandle> {
        let (channel, id) =
            self.stored(|interaction| interaction.original.map(|original| (interaction.channel, original)))??;
        let message = MessageHandle { sim: self.member.sim.clone(), channel, id };
        message.exists().then_some(message)
    }

    /// All text that the answer shows now: that of its message, or of its modal with labels and descriptions.
    pub fn text(&self) -> String {
        if self.kind() == ResponseKind::Modal {
            let form = self.json();
            return format!("{}\n{}", form["title"].as_str().unwrap_or(""), text_of(&form));
        }
        self.message().map(|message| message.text()).unwrap_or_default()
    }

    /// The buttons of the answer's message.
    pub fn buttons(&self) -> Vec<Button> {
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
        let (channel, ids) =
            self.stored(|interaction| (interaction.channel, interaction.follow_ups.clone())).unwrap_or_default();
        let all = ids.into_iter().map(|id| MessageHandle { sim: self.member.sim.clone(), channel, id });
        all.filter(MessageHandle::exists).collect()
    }

    /// Waits until something has come of a deferred answer or update: an edit, a further message, or that it went away.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn settled(&self) -> Self {
        self.until("a deferred answer to be filled", |interaction| {
            interaction.answer.is_some() && !interaction.unsettled
        })
        .await;
        self.clone()
    }

    /// Waits until there are `count` follow-ups.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_follow_ups(&self, count: usize) -> Vec<MessageHandle> {
        self.until("follow-ups", |interaction| interaction.follow_ups.len() >= count).await;
        self.follow_ups()
    }

    /// The same person presses a button of the answer; see [`Member::click`](crate::Member::click).
    pub async fn click(&self, wanted: &str) -> Self {
        self.member.click(self, wanted).await
    }

    /// The same person chooses in a menu of the answer; see [`Member::select`](crate::Member::select).
    pub async fn select(&self, wanted: &str, values: &[&str]) -> Self {
        self.member.select(self, wanted, values).await
    }

    fn stored<R>(&self, look: impl FnOnce(&StoredInteraction) -> R) -> Option<R> {
        let id = self.id?;
        self.member.sim.read(|state| state.interactions.get(&id).map(look))
    }

    async fn until(&self, what: &str, done: impl Fn(&StoredInteraction) -> bool) {
        let Some(id) = self.id else { panic!("waited for {what}, but the command is hidden") };
        self.member.sim.until_state(what, |state| done(state.interactions.get(&id)?).then_some(())).await;
    }
}
