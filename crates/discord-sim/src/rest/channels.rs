//! Channels, and who may do what there.

use crate::ids::Id;
use crate::permission::{ADD_REACTIONS, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL};
use crate::refusal::Refusal;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::world::threads::FORUM;
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
        if channel.kind == FORUM {
            return Err(Refusal::new(400, 50008, "Cannot send messages in a non-text channel"));
        }
        let Some(user) = channel.recipient else { return Ok(()) };
        let open = self.users.get(&user).is_some_and(|user| !user.dms_closed);
        if open && self.shares_server(user, self.app.bot) {
            return Ok(());
        }
        Err(Refusal::new(403, 50007, "Cannot send messages to this user"))
    }

    pub(super) fn get_channel(&self, channel: Id) -> RouteResult {
        Ok(ApiResponse::ok(self.channel_json(self.visible(channel)?)))
    }

    pub(super) fn typing_route(&self, channel: Id) -> RouteResult {
        self.may_post(channel, 0)?;
        Ok(ApiResponse::nothing())
    }

    pub(super) fn react_route(&mut self, channel: Id, message: Id, emoji: &str, add: bool) -> RouteResult {
        let place = self.permitted(channel, READ_MESSAGE_HISTORY)?;
        let stored = place.messages.get(&message).filter(|message| message.only_for.is_none());
        let stored = stored.ok_or_else(|| Refusal::unknown(10008, "Message"))?;
        let custom = emoji.split_once(':').is_some_and(|(_, id)| id.parse::<Id>().is_ok());
        if !custom && (emoji.is_ascii() || emoji.chars().count() > 12) {
            return Err(Refusal::new(400, 10014, "Unknown Emoji"));
        }
        // Adding to an existing reaction does not need the permission to add reactions.
        if add && !stored.reactions.contains_key(emoji) && !self.may(place, self.app.bot, ADD_REACTIONS) {
            return Err(Refusal::missing_permissions());
        }
        self.react(channel, message, self.app.bot, emoji, add);
        Ok(ApiResponse::nothing())
    }
}
