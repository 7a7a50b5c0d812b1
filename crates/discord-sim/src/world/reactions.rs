//! Reactions.

use serde_json::json;

use crate::ids::Id;
use crate::intent;
use crate::permission::VIEW_CHANNEL;
use crate::session::Dispatch;
use crate::transcript::Event;
use crate::world::State;

impl State {
    /// Adds or removes a reaction and sends the event.
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
