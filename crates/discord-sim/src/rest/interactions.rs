//! The first answer to an interaction.

use serde_json::{Value, json};

use crate::flag;
use crate::ids::Id;
use crate::refusal::Refusal;
use crate::rest::messages::edit_of;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::transcript::{Event, FileSent};
use crate::validate;
use crate::validate::MessageUse;
use crate::world::messages::Draft;
use crate::world::{Answer, State};

impl State {
    pub(super) fn callback_route(&mut self, id: Id, token: &str, request: ApiRequest) -> RouteResult {
        let interaction = self.interactions.get(&id).filter(|interaction| interaction.token == token);
        let unknown = || Refusal::unknown(10062, "interaction");
        let interaction = interaction.ok_or_else(unknown)?;
        if interaction.answer.is_some() {
            return Err(Refusal::new(400, 40060, "Interaction has already been acknowledged."));
        }
        if interaction.expired {
            return Err(unknown());
        }
        let (of, source, channel, user) = (interaction.kind, interaction.source, interaction.channel, interaction.user);
        let kind = u8::try_from(request.body["type"].as_u64().unwrap_or(0)).unwrap_or(0);
        let data = request.body["data"].clone();
        let fits = match kind {
            4 | 5 => of != 4,
            6 | 7 => matches!(of, 3 | 5) && source.is_some(),
            8 => of == 4,
            9 => matches!(of, 2 | 3),
            _ => false,
        };
        if !fits {
            let mut problems = validate::Problems::default();
            let text = format!("Interaction callback type {kind} is invalid for interaction type {of}.");
            problems.add("type", "INTERACTION_CALLBACK_TYPE_INVALID", text);
            problems.finish()?;
        }
        let own_flag = data["flags"].as_u64().unwrap_or(0) & flag::EPHEMERAL != 0;
        let files = request.files.clone();
        let with_response = request.flag("with_response");
        let mut ephemeral = own_flag;
        let message = match kind {
            4 => {
                validate::message(&data, &request.files, MessageUse::Answer)?;
                self.may_upload(channel, &request.files)?;
                self.check_allowed_mentions(&data, "an answer");
                Some(self.post_answer(id, &data, request.files, own_flag, false))
            }
            5 => Some(self.post_answer(id, &json!({"flags": data["flags"]}), Vec::new(), own_flag, true)),
            6 | 7 => {
                let source = source.unwrap_or(0);
                let stored = self.message(channel, source).ok_or_else(|| Refusal::unknown(10008, "Message"))?;
                ephemeral = stored.only_for == Some(user);
                if kind == 7 {
                    let edit = edit_of(&stored.json, &data);
                    validate::message(&data, &request.files, edit)?;
                    self.may_upload(channel, &request.files)?;
                    self.edit(channel, source, &data, request.files, false);
                }
                Some(source)
            }
            8 => {
                choices(&data)?;
                None
            }
            _ => {
                validate::form(&data)?;
                None
            }
        };
        let answer = Answer { kind, ephemeral, data: data.clone() };
        let Some(interaction) = self.interactions.get_mut(&id) else { return Err(unknown()) };
        interaction.answer = Some(answer);
        interaction.original = message;
        interaction.loading = kind == 5;
        interaction.unsettled = matches!(kind, 5 | 6);
        self.note_answer(id, kind, ephemeral, data, files, message);
        if !with_response {
            return Ok(ApiResponse::nothing());
        }
        Ok(ApiResponse::ok(self.callback_response(id, kind, of, channel, message, ephemeral)))
    }

    fn note_answer(
        &mut self,
        id: Id,
        kind: u8,
        ephemeral: bool,
        data: Value,
        files: Vec<FileSent>,
        message: Option<Id>,
    ) {
        if kind == 8 {
            self.note(Event::AutocompleteAnswered { interaction_id: id, choices: data["choices"].clone() });
            return;
        }
        let stored = message.filter(|_| kind == 4).and_then(|m| self.message(self.interactions.get(&id)?.channel, m));
        let pinged = stored.map(|stored| stored.pinged.clone()).unwrap_or_default();
        self.note(Event::InteractionAnswered {
            interaction_id: id,
            response_type: kind,
            ephemeral,
            data,
            files,
            message_id: message,
            pinged,
        });
    }

    /// The interaction callback object, which `with_response` asks for.
    fn callback_response(&self, id: Id, kind: u8, of: u8, channel: Id, message: Option<Id>, ephemeral: bool) -> Value {
        let mut json = json!({"interaction": {"id": id.to_string(), "type": of, "channel_id": channel.to_string()}});
        if let Some(server) = self.server_of(channel) {
            json["interaction"]["guild_id"] = json!(server.id.to_string());
        }
        if let Some(message) = message {
            json["interaction"]["response_message_id"] = json!(message.to_string());
            json["interaction"]["response_message_loading"] = json!(kind == 5);
            json["interaction"]["response_message_ephemeral"] = json!(ephemeral);
            // Only these two have a resource; a deferred answer has no message yet.
            if matches!(kind, 4 | 7)
                && let Some(stored) = self.message(channel, message)
            {
                json["resource"] = json!({"type": kind, "message": stored.json});
            }
        }
        json
    }

    /// Posts a message that answers the interaction.
    pub(super) fn post_answer(
        &mut self,
        id: Id,
        body: &Value,
        files: Vec<FileSent>,
        ephemeral: bool,
        loading: bool,
    ) -> Id {
        let interaction = &self.interactions[&id];
        let mut draft = Draft::new(interaction.channel, self.app.bot, body.clone());
        draft.only_for = ephemeral.then_some(interaction.user);
        draft.interaction = Some(id);
        draft.files = files;
        draft.loading = loading;
        // A command's answer has a type of its own; a component's is a reply to the component's message.
        match (interaction.kind, interaction.source) {
            (2, source) => draft.kind = if source.is_some() { 23 } else { 20 },
            (_, Some(source)) => draft.reply_to = Some(source),
            (_, None) => {}
        }
        self.post(draft)
    }
}

fn choices(data: &Value) -> Result<(), Refusal> {
    let mut problems = validate::Problems::default();
    for (index, choice) in problems.list("data.choices", &data["choices"], 0, 25).iter().enumerate() {
        problems.length(&format!("data.choices.{index}.name"), &choice["name"], 1, 100);
        if !choice["value"].is_number() {
            problems.length(&format!("data.choices.{index}.value"), &choice["value"], 0, 100);
        }
    }
    problems.finish()
}
