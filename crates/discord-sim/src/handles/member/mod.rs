//! What people do. Each method sends to the gateway what Discord would send, and adds it to the transcript.

use serde_json::{Value, json};

use crate::handles::interaction::AsMessage;
use crate::handles::{ChannelHandle, Member, MessageHandle, RoleHandle};
use crate::ids::{Id, iso};
use crate::intent;
use crate::permission::{PIN_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL};
use crate::transcript::Event;
use crate::world::messages::Draft;
use crate::world::threads::FORUM;

pub(crate) mod commands;
mod components;
pub(crate) mod form;
pub(crate) mod interactions;

/// Whether a reply pings the author of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyPing {
    /// It does, as Discord's client has it by default.
    On,
    /// The person switched it off.
    Off,
}

impl Member {
    /// The user's id.
    pub fn id(&self) -> Id {
        self.user
    }

    /// The display name.
    pub fn name(&self) -> String {
        self.sim.name_of_user(self.user)
    }

    /// `<@id>`, to put into a message.
    pub fn mention(&self) -> String {
        format!("<@{}>", self.user)
    }

    /// The DM channel with the bot.
    pub fn dm(&self) -> ChannelHandle {
        let id = self.sim.write(|state| state.dm_with(self.user));
        ChannelHandle { sim: self.sim.clone(), id }
    }

    /// The messages of the DM with the bot, oldest first.
    pub fn dms(&self) -> Vec<MessageHandle> {
        self.dm().messages()
    }

    /// Opens or closes the DMs.
    pub fn set_dms_closed(&self, closed: bool) {
        self.sim.write(|state| {
            if let Some(user) = state.users.get_mut(&self.user) {
                user.dms_closed = closed;
            }
        });
    }

    /// Changes the language of their client.
    pub fn set_locale(&self, locale: &str) {
        self.sim.write(|state| {
            if let Some(user) = state.users.get_mut(&self.user) {
                user.locale = locale.into();
            }
        });
    }

    /// Changes the display name; `GUILD_MEMBER_UPDATE` to bots that get it.
    pub fn rename(&self, name: &str) {
        self.sim.write(|state| {
            if let Some(user) = state.users.get_mut(&self.user) {
                user.name = name.into();
            }
            state.notify_member(self.server, self.user, "GUILD_MEMBER_UPDATE");
        });
    }

    /// Gives the person a role.
    pub fn give_role(&self, role: &RoleHandle) {
        self.sim.write(|state| {
            let member = state.servers.get_mut(&self.server).and_then(|server| server.members.get_mut(&self.user));
            if let Some(member) = member.filter(|member| !member.roles.contains(&role.id())) {
                member.roles.push(role.id());
            }
            state.notify_member(self.server, self.user, "GUILD_MEMBER_UPDATE");
        });
    }

    /// Takes a role away.
    pub fn take_role(&self, role: &RoleHandle) {
        self.sim.write(|state| {
            let member = state.servers.get_mut(&self.server).and_then(|server| server.members.get_mut(&self.user));
            if let Some(member) = member {
                member.roles.retain(|id| *id != role.id());
            }
            state.notify_member(self.server, self.user, "GUILD_MEMBER_UPDATE");
        });
    }

    /// The person leaves the server.
    pub fn leave(&self) {
        self.sim.write(|state| {
            let user = state.user_json(self.user);
            if let Some(server) = state.servers.get_mut(&self.server) {
                server.members.remove(&self.user);
            }
            let data = json!({"guild_id": self.server.to_string(), "user": user});
            state.notify(self.server, "GUILD_MEMBER_REMOVE", intent::GUILD_MEMBERS, data);
        });
    }

    /// Writes a message; `<@id>` mentions.
    ///
    /// # Panics
    /// When the person may not write there.
    pub fn say(&self, channel: &ChannelHandle, text: &str) -> MessageHandle {
        self.write_message(channel.id(), json!({"content": text}), None)
    }

    /// Replies to a message.
    ///
    /// # Panics
    /// When the person may not write there, or the message is gone.
    pub fn reply(&self, to: &impl AsMessage, text: &str, ping: ReplyPing) -> MessageHandle {
        let to = to.as_message();
        assert!(to.exists(), "{} replies to a message that is gone; {}", self.name(), self.sim.tail());
        let parse = ["users", "roles", "everyone"];
        let body =
            json!({"content": text, "allowed_mentions": {"parse": parse, "replied_user": ping == ReplyPing::On}});
        self.write_message(to.channel, body, Some(to.id))
    }

    fn write_message(&self, channel: Id, body: Value, reply_to: Option<Id>) -> MessageHandle {
        self.must(channel, VIEW_CHANNEL | SEND_MESSAGES, "write");
        let is_forum = self.sim.read(|state| state.channels.get(&channel).is_some_and(|place| place.kind == FORUM));
        assert!(!is_forum, "in a forum one writes in a post");
        let id = self.sim.write(|state| {
            let mut draft = Draft::new(channel, self.user, body);
            draft.reply_to = reply_to;
            let id = state.post(draft);
            state.note_posted(channel, id);
            id
        });
        MessageHandle { sim: self.sim.clone(), channel, id }
    }

    /// Edits one of the person's own messages.
    ///
    /// # Panics
    /// When it is not theirs or gone.
    pub fn edit(&self, message: &impl AsMessage, text: &str) {
        let message = message.as_message();
        self.must_own(&message, "edit");
        self.sim.write(|state| {
            state.edit(message.channel, message.id, &json!({"content": text}), Vec::new(), false);
            let json = state.message(message.channel, message.id).map_or(Value::Null, |stored| stored.json.clone());
            state.note(Event::MessageEdited { channel_id: message.channel, message: json, files: Vec::new() });
        });
    }

    /// Deletes one of the person's own messages.
    ///
    /// # Panics
    /// When it is not theirs or gone.
    pub fn delete(&self, message: &impl AsMessage) {
        let message = message.as_message();
        self.must_own(&message, "delete");
        self.sim.write(|state| {
            state.delete(message.channel, message.id);
            state.note(Event::MessageDeleted { channel_id: message.channel, message_id: message.id });
        });
    }

    /// Pins a message of anyone's.
    ///
    /// # Panics
    /// When the person may not pin there.
    pub fn pin(&self, message: &impl AsMessage) {
        let message = message.as_message();
        self.must(message.channel, VIEW_CHANNEL | READ_MESSAGE_HISTORY | PIN_MESSAGES, "pin");
        let pinned = self.sim.write(|state| state.set_pinned(message.channel, message.id, true));
        assert!(pinned.is_ok(), "the channel is there");
    }

    /// Adds a reaction: an emoji, or `name:id`.
    ///
    /// # Panics
    /// When the person cannot see the message.
    pub fn react(&self, message: &impl AsMessage, emoji: &str) {
        let message = message.as_message();
        self.must(message.channel, VIEW_CHANNEL | READ_MESSAGE_HISTORY, "react");
        self.sim.write(|state| state.react(message.channel, message.id, self.user, emoji, true));
    }

    /// Takes a reaction away.
    pub fn unreact(&self, message: &impl AsMessage, emoji: &str) {
        let message = message.as_message();
        self.sim.write(|state| state.react(message.channel, message.id, self.user, emoji, false));
    }

    /// When they joined, as Discord writes it.
    pub fn joined_at(&self) -> String {
        self.sim.read(|state| {
            let member = state.servers.get(&self.server).and_then(|server| server.members.get(&self.user));
            member.map(|member| iso(member.joined_ms)).unwrap_or_default()
        })
    }

    /// Panics unless the person has these permissions in the channel.
    pub(in crate::handles) fn must(&self, channel: Id, bits: u64, verb: &str) {
        let may = self.sim.read(|state| state.channels.get(&channel).is_some_and(|c| state.may(c, self.user, bits)));
        let place = || self.sim.directory().channels.remove(&channel).unwrap_or_else(|| "a deleted channel".into());
        assert!(may, "{} may not {verb} in {}", self.name(), place());
    }

    fn must_own(&self, message: &MessageHandle, verb: &str) {
        let own = self
            .sim
            .read(|state| state.message(message.channel, message.id).is_some_and(|stored| stored.author == self.user));
        assert!(own, "{} may not {verb} this message: it is gone or someone else wrote it", self.name());
    }
}
