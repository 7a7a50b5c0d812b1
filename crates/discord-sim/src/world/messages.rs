//! Posting, editing and deleting messages.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::components::components;
use crate::flag;
use crate::ids::{Id, id_of, iso};
use crate::permission::VIEW_CHANNEL;
use crate::transcript::FileSent;
use crate::world::{Message, State, StoredInteraction};

/// A message that is about to be posted.
pub(crate) struct Draft {
    /// Its id, where that is not a new one: the first message of a forum's post has the thread's.
    pub(crate) id: Option<Id>,
    pub(crate) channel: Id,
    pub(crate) author: Id,
    /// The request's body.
    pub(crate) body: Value,
    pub(crate) files: Vec<FileSent>,
    pub(crate) only_for: Option<Id>,
    pub(crate) interaction: Option<Id>,
    /// The message that it replies to.
    pub(crate) reply_to: Option<Id>,
    pub(crate) kind: u8,
    pub(crate) loading: bool,
    /// The name under which a webhook posts it; the author is the webhook's id.
    pub(crate) webhook: Option<String>,
}

impl Draft {
    pub(crate) fn new(channel: Id, author: Id, body: Value) -> Self {
        Self {
            id: None,
            channel,
            author,
            body,
            files: Vec::new(),
            only_for: None,
            interaction: None,
            reply_to: None,
            kind: 0,
            loading: false,
            webhook: None,
        }
    }
}

/// A webhook as the author of a message.
fn webhook_user(id: Id, name: &str) -> Value {
    json!({
        "id": id.to_string(),
        "username": name,
        "discriminator": "0000",
        "global_name": null,
        "avatar": null,
        "public_flags": 0,
        "flags": 0,
        "bot": true,
    })
}

impl State {
    /// Stores the message and sends its event. The caller has validated it, and writes the transcript.
    pub(crate) fn post(&mut self, draft: Draft) -> Id {
        let id = draft.id.unwrap_or_else(|| self.new_id());
        self.unarchive_thread(draft.channel);
        let Draft { id: _, channel, author, body, files, only_for, interaction, reply_to, kind, loading, webhook } =
            draft;
        let mut flags = body["flags"].as_u64().unwrap_or(0)
            & (flag::SUPPRESS_EMBEDS | flag::SUPPRESS_NOTIFICATIONS | flag::COMPONENTS_V2);
        for (set, bit) in [(only_for.is_some(), flag::EPHEMERAL), (loading, flag::LOADING)] {
            flags |= if set { bit } else { 0 };
        }
        let attachments = self.attachments(channel, &body, &files);
        let mut message = json!({
            "id": id.to_string(),
            "channel_id": channel.to_string(),
            "author": self.user_json(author),
            "content": body["content"].as_str().unwrap_or(""),
            "timestamp": iso(self.now_ms),
            "edited_timestamp": null,
            "tts": false,
            "mention_everyone": false,
            "mentions": [],
            "mention_roles": [],
            "attachments": attachments,
            "embeds": embeds(&body["embeds"]),
            "components": components(&body["components"], &attachments),
            "pinned": false,
            "type": if kind == 0 && reply_to.is_some() { 19 } else { kind },
            "flags": flags,
        });
        if !body["nonce"].is_null() {
            message["nonce"] = body["nonce"].clone();
        }
        if let Some(original) = reply_to {
            message["message_reference"] =
                json!({"type": 0, "message_id": original.to_string(), "channel_id": channel.to_string()});
            if let Some(server) = self.server_of(channel) {
                message["message_reference"]["guild_id"] = json!(server.id.to_string());
            }
            let referenced = self.message(channel, original).map(|original| {
                let mut json = original.json.clone();
                if let Some(json) = json.as_object_mut() {
                    json.remove("referenced_message");
                }
                json
            });
            message["referenced_message"] = referenced.unwrap_or(Value::Null);
        }
        if let Some(name) = webhook {
            message["webhook_id"] = json!(author.to_string());
            message["author"] = webhook_user(author, &name);
        }
        if let Some(interaction) = interaction.and_then(|id| self.interactions.get(&id)) {
            message["webhook_id"] = json!(self.app.id.to_string());
            message["application_id"] = json!(self.app.id.to_string());
            message["interaction_metadata"] = self.interaction_metadata(interaction);
            if interaction.kind == 2 {
                message["interaction"] = json!({"id": interaction.id.to_string(), "type": 2, "name": interaction.name,
                    "user": self.user_json(interaction.user)});
            }
        }
        let (mentions, pinged, reactions) = Default::default();
        let stored = Message { author, only_for, mentions, pinged, files, reactions, pinned_ms: None, json: message };
        if let Some(place) = self.channels.get_mut(&channel) {
            place.messages.insert(id, stored);
        }
        self.resolve_mentions(channel, id, &body, true);
        self.notify_message("MESSAGE_CREATE", channel, id);
        id
    }

    /// Changes the fields in the body, and sends the event. `first` is the edit that completes a deferred answer, which
    /// pings like a new message.
    pub(crate) fn edit(&mut self, channel: Id, id: Id, body: &Value, files: Vec<FileSent>, first: bool) {
        let now = iso(self.now_ms);
        let added = self.attachments(channel, body, &files);
        let Some(stored) = self.message_mut(channel, id) else { return };
        let message = &mut stored.json;
        if let Some(kept) = body["attachments"].as_array() {
            let ids: BTreeSet<Id> = kept.iter().filter_map(|a| id_of(&a["id"])).collect();
            if let Some(old) = message["attachments"].as_array_mut() {
                old.retain(|attachment| id_of(&attachment["id"]).is_some_and(|id| ids.contains(&id)));
            }
        }
        if let Some(all) = message["attachments"].as_array_mut() {
            all.extend(added);
        }
        let old = message["flags"].as_u64().unwrap_or(0);
        let settable = flag::SUPPRESS_EMBEDS | flag::COMPONENTS_V2;
        let wanted =
            body["flags"].as_u64().map_or(old & settable, |flags| flags & settable | old & flag::COMPONENTS_V2);
        message["flags"] = json!((old & !settable & !flag::LOADING) | wanted);
        if body.get("content").is_some() {
            message["content"] = json!(body["content"].as_str().unwrap_or(""));
        }
        if body.get("embeds").is_some() {
            message["embeds"] = embeds(&body["embeds"]);
        }
        if body.get("components").is_some() {
            let attachments: Vec<Value> = message["attachments"].as_array().cloned().unwrap_or_default();
            message["components"] = components(&body["components"], &attachments);
        }
        if !first {
            message["edited_timestamp"] = json!(now);
        }
        stored.files.extend(files);
        self.resolve_mentions(channel, id, body, first);
        self.notify_message("MESSAGE_UPDATE", channel, id);
    }

    /// Removes the message and sends the event.
    pub(crate) fn delete(&mut self, channel: Id, id: Id) {
        let Some(place) = self.channels.get_mut(&channel) else { return };
        let Some(gone) = place.messages.remove(&id) else { return };
        let server = place.server;
        if gone.only_for.is_some() {
            return;
        }
        let seen = self.channels.get(&channel).is_some_and(|place| self.may(place, self.app.bot, VIEW_CHANNEL));
        if !seen {
            return;
        }
        let mut data = json!({"id": id.to_string(), "channel_id": channel.to_string()});
        let mut intents = crate::intent::DIRECT_MESSAGES;
        if let Some(server) = server {
            data["guild_id"] = json!(server.to_string());
            intents = crate::intent::GUILD_MESSAGES;
        }
        self.dispatch(&crate::session::Dispatch { name: "MESSAGE_DELETE", intents, server, data, bare: None });
    }

    fn attachments(&mut self, channel: Id, body: &Value, files: &[FileSent]) -> Vec<Value> {
        let described: Vec<Value> = body["attachments"].as_array().cloned().unwrap_or_default();
        let new: Vec<Value> = files
            .iter()
            .enumerate()
            .map(|(index, file)| {
                let id = self.new_id();
                let url = format!("https://cdn.discordapp.com/attachments/{channel}/{id}/{}", file.name);
                let mut attachment = json!({"id": id.to_string(), "filename": file.name, "size": file.bytes.len(),
                    "url": url, "proxy_url": url.replace("cdn.discordapp.com", "media.discordapp.net")});
                if let Some(kind) = content_type(&file.name) {
                    attachment["content_type"] = json!(kind);
                }
                let about = described.iter().find(|a| id_of(&a["id"]) == Some(index as Id));
                if let Some(text) = about.and_then(|a| a["description"].as_str()) {
                    attachment["description"] = json!(text);
                }
                attachment
            })
            .collect();
        new
    }

    /// The `interaction_metadata` of a message that answers the interaction.
    fn interaction_metadata(&self, interaction: &StoredInteraction) -> Value {
        let mut json = json!({"id": interaction.id.to_string(), "type": interaction.kind, "name": interaction.name,
            "user": self.user_json(interaction.user), "authorizing_integration_owners": self.owners(interaction.server)});
        let source = interaction.source.map(|message| message.to_string());
        if interaction.kind == 3 {
            json["interacted_message_id"] = json!(source);
        }
        if let Some(trigger) = interaction.trigger.and_then(|id| self.interactions.get(&id)) {
            json["triggering_interaction_metadata"] = self.interaction_metadata(trigger);
        }
        json
    }

    /// `authorizing_integration_owners` of an app that is installed in servers.
    pub(crate) fn owners(&self, server: Option<Id>) -> Value {
        json!({"0": server.map_or_else(|| "0".to_owned(), |id| id.to_string())})
    }
}

/// Embeds as Discord answers them: each has a type.
fn embeds(sent: &Value) -> Value {
    let mut all = json!(sent.as_array().cloned().unwrap_or_default());
    for embed in all.as_array_mut().into_iter().flatten() {
        embed["type"] = json!("rich");
    }
    all
}

fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "pdf" => "application/pdf",
        "txt" | "md" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "eml" => "message/rfc822",
        "zip" => "application/zip",
        _ => return None,
    })
}
