//! What comes after the first answer: the interaction's own webhook.

use serde_json::{Value, json};

use crate::flag;
use crate::ids::Id;
use crate::refusal::Refusal;
use crate::rest::messages::edit_of;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::transcript::Event;
use crate::validate;
use crate::validate::MessageUse;
use crate::world::{State, TOKEN_MS};

impl State {
    /// The interaction of a token, which is valid from the first answer on, for 15 minutes.
    fn interaction_of_webhook(&self, token: &str) -> Result<Id, Refusal> {
        let interaction = self.interaction_by_token.get(token).and_then(|id| self.interactions.get(id));
        let Some(interaction) = interaction else { return Err(Refusal::unknown(10015, "Webhook")) };
        if self.now_ms - interaction.sent_ms > TOKEN_MS {
            return Err(Refusal::new(401, 50027, "Invalid Webhook Token"));
        }
        if interaction.answer.is_none() {
            return Err(Refusal::unknown(10015, "Webhook"));
        }
        Ok(interaction.id)
    }

    /// The message that `@original` or an id means, if it belongs to the interaction.
    fn message_of_interaction(&self, id: Id, message: &str) -> Result<Id, Refusal> {
        let interaction = &self.interactions[&id];
        let found = if message == "@original" { interaction.original } else { message.parse().ok() };
        let found = found.filter(|found| {
            let own = interaction.original == Some(*found) || interaction.follow_ups.contains(found);
            own && self.message(interaction.channel, *found).is_some()
        });
        found.ok_or_else(|| Refusal::unknown(10008, "Message"))
    }

    pub(super) fn get_answer_route(&self, token: &str, message: &str) -> RouteResult {
        let id = self.interaction_of_webhook(token)?;
        let message = self.message_of_interaction(id, message)?;
        self.get_own(self.interactions[&id].channel, message)
    }

    pub(super) fn follow_up_route(&mut self, token: &str, request: ApiRequest) -> RouteResult {
        let id = self.interaction_of_webhook(token)?;
        let interaction = &self.interactions[&id];
        let (channel, loading) = (interaction.channel, interaction.loading);
        validate::message(&request.body, &request.files, MessageUse::Answer)?;
        self.may_upload(channel, &request.files)?;
        // The first message after a deferred answer takes its place.
        if loading && let Some(original) = interaction.original {
            return self.edit_of_answer(id, original, request);
        }
        self.check_allowed_mentions(&request.body, "a follow-up");
        let ephemeral = request.body["flags"].as_u64().unwrap_or(0) & flag::EPHEMERAL != 0;
        let files = request.files.clone();
        let message = self.post_answer(id, &request.body, request.files, ephemeral, false);
        if let Some(interaction) = self.interactions.get_mut(&id) {
            interaction.follow_ups.push(message);
            interaction.unsettled = false;
        }
        let stored = self.message(channel, message);
        let (json, pinged) = stored.map(|m| (m.json.clone(), m.pinged.clone())).unwrap_or_default();
        self.note(Event::FollowUp { interaction_id: id, ephemeral, message: json, files, pinged });
        self.get_own(channel, message)
    }

    pub(super) fn edit_answer_route(&mut self, token: &str, message: &str, request: ApiRequest) -> RouteResult {
        let id = self.interaction_of_webhook(token)?;
        let message = self.message_of_interaction(id, message)?;
        let channel = self.interactions[&id].channel;
        let stored = self.message(channel, message).map_or(Value::Null, |stored| stored.json.clone());
        validate::message(&request.body, &request.files, edit_of(&stored, &request.body))?;
        self.may_upload(channel, &request.files)?;
        self.edit_of_answer(id, message, request)
    }

    fn edit_of_answer(&mut self, id: Id, message: Id, request: ApiRequest) -> RouteResult {
        let interaction = &self.interactions[&id];
        let channel = interaction.channel;
        let first = interaction.loading && interaction.original == Some(message);
        if first {
            self.check_allowed_mentions(&request.body, "a deferred answer");
        }
        let mut body = request.body;
        if let Some(flags) = body["flags"].as_u64() {
            // Whether it is ephemeral was decided when it was deferred.
            body["flags"] = json!(flags & !flag::EPHEMERAL);
        }
        let files = request.files.clone();
        self.edit(channel, message, &body, request.files, first);
        if let Some(interaction) =
            self.interactions.get_mut(&id).filter(|interaction| interaction.original == Some(message))
        {
            (interaction.loading, interaction.unsettled) = (false, false);
        }
        let json = self.message(channel, message).map_or(Value::Null, |stored| stored.json.clone());
        self.note(Event::AnswerEdited { interaction_id: id, message: json, files });
        self.get_own(channel, message)
    }

    pub(super) fn delete_answer_route(&mut self, token: &str, message: &str) -> RouteResult {
        let id = self.interaction_of_webhook(token)?;
        let message = self.message_of_interaction(id, message)?;
        let channel = self.interactions[&id].channel;
        if let Some(interaction) = self.interactions.get_mut(&id) {
            let stays = interaction.original != Some(message);
            interaction.loading &= stays;
            interaction.unsettled &= stays;
        }
        self.delete(channel, message);
        self.note(Event::MessageDeleted { channel_id: channel, message_id: message });
        Ok(ApiResponse::nothing())
    }
}
