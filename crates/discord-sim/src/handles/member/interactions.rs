//! Interactions on their way to the bot, and the wait for its first answer.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::handles::{Interaction, Member};
use crate::ids::Id;
use crate::options::UNCONNECTED;
use crate::session::Dispatch;
use crate::transcript::Event;
use crate::world::{FILE_BYTES, State, StoredInteraction};

/// An interaction that is about to be sent.
pub(crate) struct NewInteraction {
    pub(crate) channel: Id,
    /// Discord's interaction type.
    pub(crate) kind: u8,
    /// The command's name, or the custom id.
    pub(crate) name: String,
    /// The message whose component was used.
    pub(crate) source: Option<Id>,
    /// The interaction that opened the submitted modal.
    pub(crate) trigger: Option<Id>,
    pub(crate) data: Value,
    pub(crate) label: String,
    pub(crate) fields: Vec<(String, String)>,
}

impl Member {
    /// Sends the interaction and waits for the bot's first answer.
    pub(crate) async fn send(&self, new: NewInteraction) -> Interaction {
        let label = new.label.clone();
        let (id, bound) = self.sim.write(|state| {
            let connected = state.sessions.iter().any(|session| session.link.is_some());
            let most = if connected { Duration::MAX } else { UNCONNECTED };
            (state.send_interaction(self.user, new), state.options.response_deadline.min(most))
        });
        let answered =
            self.sim.shared.until(bound, |state| state.interactions.get(&id)?.answer.as_ref().map(|_| ())).await;
        if answered.is_none() {
            self.sim.write(|state| {
                state.interactions.entry(id).and_modify(|interaction| interaction.expired = true);
                let bot_connected = state.sessions.iter().any(|session| session.link.is_some());
                state.note(Event::InteractionExpired { interaction_id: id, bot_connected });
                if bot_connected {
                    state.violation(format!("no answer within {bound:?} to: {label}"));
                }
            });
        }
        Interaction { member: self.clone(), id: Some(id) }
    }
}

impl State {
    fn send_interaction(&mut self, user: Id, new: NewInteraction) -> Id {
        let id = self.new_id();
        let secret = format!("interaction:{id}:of-the-simulated-discord-with-no-secret-in-it-at-all");
        let token = URL_SAFE_NO_PAD.encode(secret);
        let NewInteraction { channel, kind, name, source, trigger, data, label, fields } = new;
        let json = self.interaction_json(id, &token, user, channel, kind, source, data);
        let server = self.server_of(channel).map(|server| server.id);
        let stored = StoredInteraction {
            id,
            token: token.clone(),
            kind,
            user,
            server,
            channel,
            name,
            source,
            trigger,
            sent_ms: self.now_ms,
            answer: None,
            expired: false,
            original: None,
            loading: false,
            unsettled: false,
            follow_ups: Vec::new(),
        };
        self.interactions.insert(id, stored);
        self.interaction_by_token.insert(token, id);
        self.note(Event::InteractionSent {
            interaction_id: id,
            kind,
            user_id: user,
            server_id: server,
            channel_id: channel,
            label,
            fields,
        });
        self.dispatch(&Dispatch { name: "INTERACTION_CREATE", intents: 0, server, data: json, bare: None });
        id
    }

    #[expect(clippy::too_many_arguments, reason = "each is one field of Discord's object")]
    fn interaction_json(
        &self,
        id: Id,
        token: &str,
        user: Id,
        channel: Id,
        kind: u8,
        source: Option<Id>,
        data: Value,
    ) -> Value {
        let place = &self.channels[&channel];
        let locale = self.locale_of(user);
        let server = self.server_of(channel);
        let mut json = json!({
            "id": id.to_string(),
            "application_id": self.app.id.to_string(),
            "type": kind,
            "data": data,
            "channel": self.channel_part(place, user),
            "channel_id": channel.to_string(),
            "token": token,
            "version": 1,
            "app_permissions": self.permissions_in(place, self.app.bot).to_string(),
            "locale": locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": self.owners(server.map(|server| server.id)),
            "context": if server.is_some() { 0 } else { 1 },
            "attachment_size_limit": server.and_then(|server| server.largest_file).unwrap_or(FILE_BYTES),
        });
        match server {
            Some(server) => {
                json["guild_id"] = json!(server.id.to_string());
                json["guild"] = json!({"id": server.id.to_string(), "locale": server.locale, "features": []});
                json["guild_locale"] = json!(server.locale);
                json["member"] = json!(self.acting_member(server, place, user));
            }
            None => json["user"] = self.user_json(user),
        }
        if let Some(message) = source.and_then(|id| place.messages.get(&id)) {
            json["message"] = message.json.clone();
        }
        json
    }
}
