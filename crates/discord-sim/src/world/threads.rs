//! Threads: channels inside a channel, visible to everyone who sees the parent; private ones to their members and to
//! those who may manage threads.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::ids::{Id, iso, made_ms};
use crate::intent;
use crate::permission::{MANAGE_THREADS, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS, VIEW_CHANNEL};
use crate::transcript::Event;
use crate::world::messages::Draft;
use crate::world::{Channel, State, Thread};

/// Discord's channel type of a private thread.
pub(crate) const PRIVATE: u8 = 12;
/// Discord's channel type of a thread for everyone who sees its channel.
pub(crate) const PUBLIC: u8 = 11;

/// Discord's channel type of a forum: its posts are threads, and it holds no messages itself.
pub(crate) const FORUM: u8 = 15;

/// Discord's type of the message that tells of a new thread.
const THREAD_CREATED: u8 = 18;

/// A thread that is about to be started.
pub(crate) struct NewThread<'a> {
    pub(crate) id: Id,
    pub(crate) parent: Id,
    pub(crate) kind: u8,
    pub(crate) name: String,
    pub(crate) owner: Id,
    /// Its members besides the owner.
    pub(crate) with: &'a [Id],
    pub(crate) minutes: u64,
}

impl NewThread<'_> {
    /// What Discord's client chooses in a channel without a choice of its own: three days.
    pub(crate) const ARCHIVE_MINUTES: u64 = 4320;
}

impl State {
    /// Starts the thread and sends its event; its channel object.
    pub(crate) fn add_thread(&mut self, new: NewThread<'_>) -> Value {
        let NewThread { id, parent, kind, name, owner, with, minutes: archive_minutes } = new;
        let members = with.iter().copied().chain([owner]).collect();
        let thread = Channel {
            id,
            kind,
            server: self.channels.get(&parent).and_then(|channel| channel.server),
            name,
            position: 0,
            overwrites: Vec::new(),
            recipient: None,
            thread: Some(Thread { parent, owner, members, archived: false, archive_minutes }),
            messages: BTreeMap::new(),
        };
        let json = self.channel_json(&thread);
        self.channels.insert(id, thread);
        self.note(Event::ThreadStarted { channel_id: parent, thread: json.clone() });
        self.notify_thread(id, "THREAD_CREATE");
        json
    }

    /// Discord's own line in the channel of a new thread without a message: its words are the thread's name.
    pub(crate) fn say_thread_began(&mut self, channel: Id, owner: Id, name: &str) {
        self.post(Draft { kind: THREAD_CREATED, ..Draft::new(channel, owner, json!({"content": name})) });
    }

    pub(crate) fn threads_in(&self, parent: Id) -> Vec<Id> {
        let is_here = |channel: &&Channel| channel.thread.as_ref().is_some_and(|thread| thread.parent == parent);
        self.channels.values().filter(is_here).map(|channel| channel.id).collect()
    }

    pub(crate) fn thread_mut(&mut self, channel: Id) -> Option<&mut Thread> {
        self.channels.get_mut(&channel)?.thread.as_mut()
    }

    pub(crate) fn notify_thread(&mut self, id: Id, name: &'static str) {
        let Some(thread) = self.channels.get(&id).filter(|thread| self.may(thread, self.app.bot, VIEW_CHANNEL)) else {
            return;
        };
        if let (Some(server), mut data) = (thread.server, self.channel_json(thread)) {
            if name == "THREAD_CREATE" {
                data["newly_created"] = json!(true);
            }
            self.notify(server, name, intent::GUILDS, data);
        }
    }

    /// A message in an archived thread opens it again.
    pub(crate) fn unarchive_thread(&mut self, channel: Id) {
        if let Some(thread) = self.thread_mut(channel).filter(|thread| thread.archived) {
            thread.archived = false;
            self.notify_thread(channel, "THREAD_UPDATE");
        }
    }

    /// The permissions of `user` in a thread: those in its parent channel (Discord, "Threads", "Permissions"), except
    /// that writing has its own permission.
    pub(crate) fn permissions_in_thread(&self, channel: &Channel, thread: &Thread, user: Id) -> u64 {
        let Some(parent) = self.channels.get(&thread.parent) else { return 0 };
        let there = self.permissions_in(parent, user);
        let is_private = channel.kind == PRIVATE;
        if is_private && !thread.members.contains(&user) && there & MANAGE_THREADS == 0 {
            return 0;
        }
        if there & SEND_MESSAGES_IN_THREADS == 0 { there & !SEND_MESSAGES } else { there | SEND_MESSAGES }
    }

    /// The threads of a server that are not archived and that the bot may see, the newest first.
    pub(crate) fn active_threads(&self, server: Id) -> Vec<Value> {
        let is_active = |channel: &&Channel| {
            channel.server == Some(server)
                && channel.thread.as_ref().is_some_and(|thread| !thread.archived)
                && self.may(channel, self.app.bot, VIEW_CHANNEL)
        };
        self.channels.values().rev().filter(is_active).map(|channel| self.channel_json(channel)).collect()
    }

    /// Makes a channel's JSON a thread's.
    pub(crate) fn make_thread_json(&self, channel: &Channel, thread: &Thread, json: &mut Value) {
        let began = iso(made_ms(channel.id));
        let messages = channel.messages.values().filter(|message| message.only_for.is_none()).count();
        json["parent_id"] = json!(thread.parent.to_string());
        json["owner_id"] = json!(thread.owner.to_string());
        json["message_count"] = json!(messages);
        json["total_message_sent"] = json!(messages);
        json["member_count"] = json!(thread.members.len().min(50));
        json["thread_metadata"] = json!({"archived": thread.archived, "archive_timestamp": began,
            "auto_archive_duration": thread.archive_minutes, "locked": false, "create_timestamp": began});
        if thread.members.contains(&self.app.bot) {
            json["member"] = json!({"id": channel.id.to_string(), "user_id": self.app.bot.to_string(),
                "join_timestamp": began, "flags": 0});
        }
        if let Some(fields) = json.as_object_mut() {
            // A thread has none of its own.
            for name in ["position", "permission_overwrites", "topic", "nsfw"] {
                fields.remove(name);
            }
        }
    }
}
