//! Pinned messages.

use serde_json::{Value, json};

use crate::ids::{Id, from_iso, iso};
use crate::intent;
use crate::permission::{PIN_MESSAGES, READ_MESSAGE_HISTORY};
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::session::Dispatch;
use crate::transcript::Event;
use crate::world::{Message, State};

/// How many messages of a channel can be pinned (Discord, "Pin Message").
const MOST: usize = 250;

impl State {
    /// The pins of a channel, the latest pin first.
    fn pins(&self, channel: Id) -> Result<Vec<(i64, &Message)>, Refusal> {
        let place = self.visible(channel)?;
        if !self.may(place, self.app.bot, READ_MESSAGE_HISTORY) {
            return Ok(Vec::new());
        }
        let pinned = |message: &Message| message.pinned_ms;
        let mut pins: Vec<_> = place.messages.values().filter_map(|m| pinned(m).map(|at| (at, m))).collect();
        pins.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        Ok(pins)
    }

    pub(super) fn list_pins(&self, channel: Id, request: &ApiRequest) -> RouteResult {
        let before = request.param("before").and_then(from_iso).unwrap_or(i64::MAX);
        let limit = usize::try_from(request.number("limit").unwrap_or(50).clamp(1, 50)).unwrap_or(50);
        let mut pins = self.pins(channel)?;
        pins.retain(|(at, _)| *at < before);
        let items: Vec<Value> = pins
            .iter()
            .take(limit)
            .map(|(at, message)| json!({"pinned_at": iso(*at), "message": self.shown(channel, message)}))
            .collect();
        Ok(ApiResponse::ok(json!({"items": items, "has_more": pins.len() > limit})))
    }

    pub(super) fn list_pinned_messages(&self, channel: Id) -> RouteResult {
        let messages = self.pins(channel)?.into_iter().take(50).map(|(_, message)| self.shown(channel, message));
        Ok(ApiResponse::ok(messages.collect()))
    }

    pub(super) fn pin_route(&mut self, channel: Id, message: Id, pinned: bool) -> RouteResult {
        let place = self.visible(channel)?;
        if place.server.is_some() && !self.may(place, self.app.bot, PIN_MESSAGES) {
            return Err(Refusal::missing_permissions());
        }
        let is_pinned = self.public_message(channel, message)?.pinned_ms.is_some();
        if is_pinned == pinned {
            return Ok(ApiResponse::nothing());
        }
        if pinned && self.pins(channel)?.len() >= MOST {
            return Err(Refusal::new(400, 30003, "Maximum number of pins reached (250)"));
        }
        self.set_pinned(channel, message, pinned)?;
        Ok(ApiResponse::nothing())
    }

    /// Pins a message, or takes it off: Discord sends the whole message again, as after an edit.
    pub(crate) fn set_pinned(&mut self, channel: Id, message: Id, pinned: bool) -> Result<(), Refusal> {
        let now_ms = self.now_ms;
        let Some(stored) = self.message_mut(channel, message) else { return Ok(()) };
        stored.pinned_ms = pinned.then_some(now_ms);
        stored.json["pinned"] = json!(pinned);
        self.note(Event::MessagePinned { channel_id: channel, message_id: message, pinned });
        self.notify_message("MESSAGE_UPDATE", channel, message);
        let last = self.pins(channel)?.first().map(|(at, _)| iso(*at));
        let server = self.channels.get(&channel).and_then(|channel| channel.server);
        let mut data = json!({"channel_id": channel.to_string(), "last_pin_timestamp": last});
        if let Some(server) = server {
            data["guild_id"] = json!(server.to_string());
        }
        let intents = if server.is_some() { intent::GUILDS } else { intent::DIRECT_MESSAGES };
        self.dispatch(&Dispatch { name: "CHANNEL_PINS_UPDATE", intents, server, data, bare: None });
        Ok(())
    }
}
