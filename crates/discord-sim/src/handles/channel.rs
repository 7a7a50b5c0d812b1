//! Channels, with their messages and threads.

use serde_json::json;

use crate::components::text_of;
use crate::handles::{ChannelHandle, Member, MessageHandle};
use crate::ids::Id;
use crate::intent;
use crate::overwrite::{Overwrite, OverwriteFor};
use crate::permission::{SEND_MESSAGES, VIEW_CHANNEL};
use crate::world::State;
use crate::world::messages::Draft;
use crate::world::threads::{FORUM, NewThread, PRIVATE, PUBLIC};

impl ChannelHandle {
    /// The channel's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Its messages that are not ephemeral, oldest first.
    pub fn messages(&self) -> Vec<MessageHandle> {
        let ids: Vec<Id> = self.sim.read(|state| {
            let all = state.channels.get(&self.id).into_iter().flat_map(|channel| &channel.messages);
            all.filter(|(_, message)| message.only_for.is_none()).map(|(id, _)| *id).collect()
        });
        ids.into_iter().map(|id| MessageHandle { sim: self.sim.clone(), channel: self.id, id }).collect()
    }

    /// Waits until the bot has posted `count` messages here. Returns all of its messages, oldest first.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_posts(&self, count: usize) -> Vec<MessageHandle> {
        let what = format!("{count} messages of the bot in {}", self.name());
        let find = |state: &State| Some(state.own_messages(self.id)).filter(|ids| ids.len() >= count);
        let ids = self.sim.until_state(&what, find).await;
        ids.into_iter().map(|id| MessageHandle { sim: self.sim.clone(), channel: self.id, id }).collect()
    }

    /// Waits for a message of the bot here that contains this text. Returns the first one.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_post(&self, text: &str) -> MessageHandle {
        let says = |state: &State, id: Id| state.message(self.id, id).is_some_and(|m| text_of(&m.json).contains(text));
        let find = |state: &State| state.own_messages(self.id).into_iter().find(|id| says(state, *id));
        let what = format!("a message of the bot in {} that says {text:?}", self.name());
        let id = self.sim.until_state(&what, find).await;
        MessageHandle { sim: self.sim.clone(), channel: self.id, id }
    }

    /// The channel's name.
    pub fn name(&self) -> String {
        self.sim.directory().channels.remove(&self.id).unwrap_or_else(|| self.id.to_string())
    }

    /// Changes its name: `CHANNEL_UPDATE`.
    pub fn rename(&self, name: &str) {
        self.sim.write(|state| {
            let Some(channel) = state.channels.get_mut(&self.id) else { return };
            channel.name = name.into();
            let (server, data) = (channel.server, state.channel_json(&state.channels[&self.id]));
            if let Some(server) = server {
                state.notify(server, "CHANNEL_UPDATE", intent::GUILDS, data);
            }
        });
    }

    /// Replaces its permission overwrites: `CHANNEL_UPDATE`.
    pub fn set_overwrites(&self, overwrites: &[Overwrite]) {
        self.sim.write(|state| {
            let Some(channel) = state.channels.get_mut(&self.id) else { return };
            channel.overwrites = overwrites.to_vec();
            let (server, data) = (channel.server, state.channel_in_event(&state.channels[&self.id]));
            if let Some(server) = server {
                state.notify(server, "CHANNEL_UPDATE", intent::GUILDS, data);
            }
        });
    }

    /// Denies the bot these permissions here; replaces every other overwrite of the channel.
    pub fn deny_bot(&self, deny: u64) {
        self.set_overwrites(&[Overwrite { whom: OverwriteFor::Member(self.sim.bot_id()), allow: 0, deny }]);
    }

    /// Deletes the channel with its messages: `CHANNEL_DELETE`.
    pub fn delete(&self) {
        self.sim.write(|state| {
            let Some(channel) = state.channels.remove(&self.id) else { return };
            if let Some(server) = channel.server {
                let data = state.channel_in_event(&channel);
                state.notify(server, "CHANNEL_DELETE", intent::GUILDS, data);
            }
        });
    }

    /// A webhook posts under this name; `<@id>` mentions.
    pub fn post_by_webhook(&self, name: &str, text: &str) -> MessageHandle {
        let id = self.sim.write(|state| {
            let mut draft = Draft::new(self.id, state.new_id(), json!({"content": text}));
            draft.webhook = Some(name.to_owned());
            let id = state.post(draft);
            state.note_posted(self.id, id);
            id
        });
        MessageHandle { sim: self.sim.clone(), channel: self.id, id }
    }

    /// Starts a thread for everyone who sees this channel: `THREAD_CREATE`.
    pub fn thread(&self, name: &str, owner: &Member) -> Self {
        self.begin_thread(PUBLIC, name, owner.id(), &[])
    }

    /// Posts in a forum: a thread, whose first message has the thread's id. `THREAD_CREATE`, then `MESSAGE_CREATE`.
    ///
    /// # Panics
    /// When this is no forum, or the person may not write there.
    pub fn post(&self, title: &str, owner: &Member, text: &str) -> Self {
        let is_forum = self.sim.read(|state| state.channels.get(&self.id).is_some_and(|place| place.kind == FORUM));
        assert!(is_forum, "{} is no forum", self.name());
        owner.must(self.id, VIEW_CHANNEL | SEND_MESSAGES, "post");
        let thread = self.thread(title, owner);
        self.sim.write(|state| {
            let mut first = Draft::new(thread.id, owner.id(), json!({"content": text}));
            first.id = Some(thread.id);
            let id = state.post(first);
            state.note_posted(thread.id, id);
        });
        thread
    }

    /// Starts a private thread, with these members besides its owner.
    pub fn private_thread(&self, name: &str, owner: &Member, with: &[Id]) -> Self {
        self.begin_thread(PRIVATE, name, owner.id(), with)
    }

    fn begin_thread(&self, kind: u8, name: &str, owner: Id, with: &[Id]) -> Self {
        let id = self.sim.write(|state| {
            let (id, minutes) = (state.new_id(), NewThread::ARCHIVE_MINUTES);
            state.add_thread(NewThread { id, parent: self.id, kind, name: name.into(), owner, with, minutes });
            // A forum holds no messages itself.
            let in_forum = state.channels.get(&self.id).is_some_and(|place| place.kind == FORUM);
            if kind == PUBLIC && !in_forum {
                state.say_thread_began(self.id, owner, name);
            }
            id
        });
        Self { sim: self.sim.clone(), id }
    }

    /// The threads that were started here, oldest first.
    pub fn threads(&self) -> Vec<Self> {
        let ids = self.sim.read(|state| state.threads_in(self.id));
        ids.into_iter().map(|id| Self { sim: self.sim.clone(), id }).collect()
    }

    /// Waits until `count` threads were started here. Returns all of them, oldest first.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_threads(&self, count: usize) -> Vec<Self> {
        let what = format!("{count} threads in {}", self.name());
        self.sim.until_state(&what, |state| (state.threads_in(self.id).len() >= count).then_some(())).await;
        self.threads()
    }

    /// Archives the thread, as Discord does after a while without messages: `THREAD_UPDATE`. The next message wakes it.
    pub fn archive(&self) {
        self.sim.write(|state| {
            if let Some(thread) = state.thread_mut(self.id) {
                thread.archived = true;
                state.notify_thread(self.id, "THREAD_UPDATE");
            }
        });
    }
}
