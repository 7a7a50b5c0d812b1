//! Channels, and who may do what there.

use serde_json::json;

use crate::ids::Id;
use crate::permissions::permission::{ADD_REACTIONS, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL};
use crate::refusal::Refusal;
use crate::rest::{Answered, Reply};
use crate::session::{Dispatch, intent};
use crate::transcript::Event;
use crate::world::{Channel, State};

impl State {
    /// The channel, if the bot may see it.
    pub(super) fn visible(&self, channel: Id) -> Result<&Channel, Refusal> {
        let channel = self.channels.get(&channel).ok_or_else(|| Refusal::unknown(10003, "Channel"))?;
        if self.may(channel, self.app.bot, VIEW_CHANNEL) { Ok(channel) } else { Err(Refusal::missing_access()) }
    }

    /// The channel, if the bot may see it and has these permissions there.
    pub(super) fn permitted(&self, channel: Id, bits: u64) -> Result<&Channel, Refusal> {
        let channel = self.visible(channel)?;
        if self.may(channel, self.app.bot, bits) { Ok(channel) } else { Err(Refusal::missing_permissions()) }
    }

    /// Whether the bot may post there: permission in a server, open DMs and a server in common with a person.
    pub(super) fn may_post(&self, channel: Id, bits: u64) -> Result<(), Refusal> {
        let channel = self.permitted(channel, SEND_MESSAGES | bits)?;
        let Some(user) = channel.recipient else { return Ok(()) };
        let open = self.users.get(&user).is_some_and(|user| !user.dms_closed);
        if open && self.shares_server(user, self.app.bot) {
            return Ok(());
        }
        Err(Refusal::new(403, 50007, "Cannot send messages to this user"))
    }

    pub(super) fn get_channel(&self, channel: Id) -> Answered {
        Ok(Reply::ok(self.channel_json(self.visible(channel)?)))
    }

    pub(super) fn typing_route(&self, channel: Id) -> Answered {
        self.may_post(channel, 0)?;
        Ok(Reply::nothing())
    }

    pub(super) fn react_route(&mut self, channel: Id, message: Id, emoji: &str, add: bool) -> Answered {
        let place = self.permitted(channel, READ_MESSAGE_HISTORY)?;
        let stored = place.messages.get(&message).filter(|message| message.only_for.is_none());
        let stored = stored.ok_or_else(|| Refusal::unknown(10008, "Message"))?;
        let custom = emoji.split_once(':').is_some_and(|(_, id)| id.parse::<Id>().is_ok());
        if !custom && (emoji.is_ascii() || emoji.chars().count() > 12) {
            return Err(Refusal::new(400, 10014, "Unknown Emoji"));
        }
        // Joining in with a reaction that is there already needs no permission to add one.
        if add && !stored.reactions.contains_key(emoji) && !self.may(place, self.app.bot, ADD_REACTIONS) {
            return Err(Refusal::missing_permissions());
        }
        self.react(channel, message, self.app.bot, emoji, add);
        Ok(Reply::nothing())
    }

    /// Adds or removes a reaction, and tells of it.
    pub(crate) fn react(&mut self, channel: Id, message: Id, user: Id, emoji: &str, add: bool) {
        let bot = self.app.bot;
        let Some(stored) = self.message_mut(channel, message) else { return };
        let author = stored.author;
        let of_emoji = stored.reactions.entry(emoji.to_owned()).or_default();
        let changed = if add { of_emoji.insert(user) } else { of_emoji.remove(&user) };
        stored.reactions.retain(|_, users| !users.is_empty());
        if !changed {
            return;
        }
        let part = |emoji: &str| match emoji.split_once(':') {
            Some((name, id)) => json!({"id": id, "name": name}),
            None => json!({"id": null, "name": emoji}),
        };
        let list: Vec<_> = stored
            .reactions
            .iter()
            .map(|(emoji, users)| {
                json!({"emoji": part(emoji), "count": users.len(), "me": users.contains(&bot), "me_burst": false,
                    "count_details": {"burst": 0, "normal": users.len()}, "burst_colors": []})
            })
            .collect();
        if list.is_empty() {
            if let Some(json) = stored.json.as_object_mut() {
                json.remove("reactions");
            }
        } else {
            stored.json["reactions"] = json!(list);
        }
        self.note(Event::Reaction {
            channel_id: channel,
            message_id: message,
            user_id: user,
            emoji: emoji.to_owned(),
            added: add,
        });
        let Some(place) = self.channels.get(&channel).filter(|place| self.may(place, bot, VIEW_CHANNEL)) else {
            return;
        };
        let mut data = json!({"user_id": user.to_string(), "channel_id": channel.to_string(),
            "message_id": message.to_string(), "emoji": part(emoji), "burst": false, "type": 0});
        let server = place.server;
        if let Some(server) = server.and_then(|id| self.servers.get(&id)) {
            data["guild_id"] = json!(server.id.to_string());
            if add {
                data["member"] = json!(self.member_json(server, user));
                data["message_author_id"] = json!(author.to_string());
            }
        }
        let name = if add { "MESSAGE_REACTION_ADD" } else { "MESSAGE_REACTION_REMOVE" };
        let intents = if server.is_some() { intent::GUILD_MESSAGE_REACTIONS } else { intent::DIRECT_MESSAGE_REACTIONS };
        self.dispatch(&Dispatch { name, intents, server, data, bare: None });
    }
}
