//! Messages through their channel.

use serde_json::{Value, json};

use crate::flag;
use crate::ids::{Id, id_of, made_ms};
use crate::permission::{ATTACH_FILES, MANAGE_MESSAGES, READ_MESSAGE_HISTORY};
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::transcript::{Event, FileSent};
use crate::validate;
use crate::validate::MessageUse;
use crate::world::dispatch::without_content;
use crate::world::messages::Draft;
use crate::world::{FILE_BYTES, Message, State};

/// `enforce_nonce` looks back "a few minutes" (Discord, "Create Message"); in simulated milliseconds.
const NONCE_MS: i64 = 5 * 60 * 1000;

impl State {
    pub(super) fn create_message(&mut self, channel: Id, request: ApiRequest) -> RouteResult {
        let files = if request.files.is_empty() { 0 } else { ATTACH_FILES };
        self.may_post(channel, files)?;
        validate::message(&request.body, &request.files, MessageUse::Post)?;
        self.may_upload(channel, &request.files)?;
        let reply_to = self.reference(channel, &request.body)?;
        if request.body["enforce_nonce"] == true
            && let Some((_, earlier)) = self.with_nonce(&request.body["nonce"])
        {
            return Ok(ApiResponse::ok(earlier.json.clone()));
        }
        self.check_allowed_mentions(&request.body, "a message");
        let mut draft = Draft::new(channel, self.app.bot, request.body);
        draft.files = request.files;
        draft.reply_to = reply_to;
        let id = self.post(draft);
        self.note_posted(channel, id);
        self.get_own(channel, id)
    }

    /// Whether these files are taken in this channel.
    pub(super) fn may_upload(&self, channel: Id, files: &[FileSent]) -> Result<(), Refusal> {
        let server = self.channels.get(&channel).and_then(|place| self.servers.get(&place.server?));
        let largest = server.map_or(Some(FILE_BYTES), |server| server.largest_file);
        match (largest, files.iter().map(|file| file.bytes.len()).max()) {
            (None, Some(_)) => {
                Err(Refusal::new(403, 400_001, "Access to file uploads has been limited for this guild"))
            }
            (Some(most), Some(bytes)) if bytes > most => Err(Refusal::new(413, 40005, "Request entity too large")),
            _ => Ok(()),
        }
    }

    /// The message that a reply is for.
    fn reference(&self, channel: Id, body: &Value) -> Result<Option<Id>, Refusal> {
        let reference = &body["message_reference"];
        let Some(wanted) = id_of(&reference["message_id"]) else { return Ok(None) };
        let place = self.channels.get(&channel).ok_or_else(|| Refusal::unknown(10003, "Channel"))?;
        if !self.may(place, self.app.bot, READ_MESSAGE_HISTORY) {
            return Err(Refusal::new(400, 160_002, "Cannot reply without permission to read message history"));
        }
        let there = place.messages.get(&wanted).is_some_and(|message| message.only_for.is_none());
        if there {
            return Ok(Some(wanted));
        }
        if reference["fail_if_not_exists"] == false {
            return Ok(None);
        }
        let mut problems = validate::Problems::default();
        problems.add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        problems.finish().map(|()| None)
    }

    fn with_nonce(&self, nonce: &Value) -> Option<(Id, &Message)> {
        if nonce.is_null() {
            return None;
        }
        let earlier = self.channels.values().flat_map(|channel| &channel.messages).find(|(id, message)| {
            message.author == self.app.bot && &message.json["nonce"] == nonce && self.now_ms - made_ms(**id) <= NONCE_MS
        });
        earlier.map(|(id, message)| (*id, message))
    }

    /// A violation if the options require every message to have `allowed_mentions`.
    pub(super) fn check_allowed_mentions(&mut self, body: &Value, what: &str) {
        if self.options.require_allowed_mentions && !body["allowed_mentions"].is_object() {
            let start: String = body.to_string().chars().take(300).collect();
            self.violation(format!("{what} without allowed_mentions: {start}"));
        }
    }

    /// Writes a posted message into the transcript.
    pub(crate) fn note_posted(&mut self, channel: Id, id: Id) {
        let Some(stored) = self.message(channel, id) else { return };
        let (message, files, pinged) = (stored.json.clone(), stored.files.clone(), stored.pinged.clone());
        self.note(Event::MessagePosted { channel_id: channel, message, files, pinged });
    }

    pub(super) fn get_own(&self, channel: Id, id: Id) -> RouteResult {
        let stored = self.message(channel, id).ok_or_else(|| Refusal::unknown(10008, "Message"))?;
        Ok(ApiResponse::ok(stored.json.clone()))
    }

    /// The message as REST returns it. Without the intent, the bot does not get the content of others' messages here
    /// either.
    pub(super) fn shown(&self, channel: Id, message: &Message) -> Value {
        let dm = self.channels.get(&channel).is_some_and(|channel| channel.server.is_none());
        let open = self.options.message_content
            || dm
            || message.author == self.app.bot
            || message.mentions.contains(&self.app.bot);
        if open { message.json.clone() } else { without_content(&message.json) }
    }

    pub(super) fn list_messages(&self, channel: Id, request: &ApiRequest) -> RouteResult {
        let place = self.visible(channel)?;
        if !self.may(place, self.app.bot, READ_MESSAGE_HISTORY) {
            return Ok(ApiResponse::ok(json!([])));
        }
        let limit = request.number("limit").unwrap_or(50);
        if !(1..=100).contains(&limit) {
            let mut problems = validate::Problems::default();
            problems.add("limit", "NUMBER_TYPE_RANGE", "int value should be between 1 and 100.");
            problems.finish()?;
        }
        let limit = usize::try_from(limit).unwrap_or(100);
        let all: Vec<(Id, &Message)> =
            place.messages.iter().filter(|(_, m)| m.only_for.is_none()).map(|(id, m)| (*id, m)).collect();
        let chosen: Vec<(Id, &Message)> =
            match (request.number("around"), request.number("before"), request.number("after")) {
                (Some(around), ..) => {
                    let older = newest(all.iter().filter(|(id, _)| *id <= around), limit / 2 + 1);
                    let room = limit.saturating_sub(older.len());
                    let newer: Vec<_> = all.iter().filter(|(id, _)| *id > around).take(room).copied().collect();
                    newer.into_iter().rev().chain(older).collect()
                }
                (_, Some(before), _) => newest(all.iter().filter(|(id, _)| *id < before), limit),
                (_, _, Some(after)) => {
                    let oldest: Vec<_> = all.iter().filter(|(id, _)| *id > after).take(limit).copied().collect();
                    oldest.into_iter().rev().collect()
                }
                _ => newest(all.iter(), limit),
            };
        let list: Vec<Value> = chosen.into_iter().map(|(_, message)| self.shown(channel, message)).collect();
        Ok(ApiResponse::ok(json!(list)))
    }

    pub(super) fn get_message(&self, channel: Id, id: Id) -> RouteResult {
        let place = self.visible(channel)?;
        if !self.may(place, self.app.bot, READ_MESSAGE_HISTORY) {
            return Err(Refusal::missing_access());
        }
        Ok(ApiResponse::ok(self.shown(channel, self.public_message(channel, id)?)))
    }

    pub(super) fn public_message(&self, channel: Id, id: Id) -> Result<&Message, Refusal> {
        let message = self.message(channel, id).filter(|message| message.only_for.is_none());
        message.ok_or_else(|| Refusal::unknown(10008, "Message"))
    }

    pub(super) fn edit_message(&mut self, channel: Id, id: Id, request: ApiRequest) -> RouteResult {
        self.visible(channel)?;
        let stored = self.public_message(channel, id)?;
        if stored.author != self.app.bot {
            return Err(Refusal::new(403, 50005, "Cannot edit a message authored by another user"));
        }
        validate::message(&request.body, &request.files, edit_of(&stored.json, &request.body))?;
        self.may_upload(channel, &request.files)?;
        let files = request.files.clone();
        self.edit(channel, id, &request.body, request.files, false);
        let message = self.message(channel, id).map_or(Value::Null, |stored| stored.json.clone());
        self.note(Event::MessageEdited { channel_id: channel, message, files });
        self.get_own(channel, id)
    }

    pub(super) fn delete_message(&mut self, channel: Id, id: Id) -> RouteResult {
        let place = self.visible(channel)?;
        let stored = self.public_message(channel, id)?;
        if stored.author != self.app.bot {
            if place.server.is_none() {
                return Err(Refusal::new(403, 50003, "Cannot execute action on a DM channel"));
            }
            if !self.may(place, self.app.bot, MANAGE_MESSAGES) {
                return Err(Refusal::missing_permissions());
            }
        }
        self.delete(channel, id);
        self.note(Event::MessageDeleted { channel_id: channel, message_id: id });
        Ok(ApiResponse::nothing())
    }
}

fn newest<'a, 'm: 'a>(
    list: impl DoubleEndedIterator<Item = &'a (Id, &'m Message)>,
    count: usize,
) -> Vec<(Id, &'m Message)> {
    list.rev().take(count).copied().collect()
}

/// Checks an edit with this body against the present message.
pub(super) fn edit_of(message: &Value, body: &Value) -> MessageUse {
    let stays =
        |field: &str| body.get(field).is_none() && message[field].as_array().is_some_and(|list| !list.is_empty());
    let content = body.get("content").is_none() && message["content"].as_str().is_some_and(|text| !text.is_empty());
    MessageUse::Edit {
        v2: message["flags"].as_u64().unwrap_or(0) & flag::COMPONENTS_V2 != 0,
        says_something: content || ["embeds", "components", "attachments"].iter().any(|field| stays(field)),
    }
}
