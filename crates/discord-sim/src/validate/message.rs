//! Messages: content, flags, files, mentions, nonce.

use serde_json::{Value, json};

use crate::flag;
use crate::refusal::Refusal;
use crate::transcript::FileSent;
use crate::validate::Problems;
use crate::validate::components::{Seen, in_message};

/// What the body is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MessageUse {
    /// A new message in a channel.
    Post,
    /// An answer or a follow-up to an interaction.
    Answer,
    /// An edit of a message that has this content kind already.
    Edit {
        /// It is a Components V2 message.
        v2: bool,
        /// Something is left of it where the edit is empty.
        says_something: bool,
    },
}

/// Checks a message's body.
pub(crate) fn message(body: &Value, files: &[FileSent], usage: MessageUse) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    problems.length("content", &body["content"], 0, 2000);
    let embeds = problems.list("embeds", &body["embeds"], 0, 10);
    for (index, embed) in embeds.iter().enumerate() {
        problems.length(&format!("embeds.{index}.title"), &embed["title"], 0, 256);
        problems.length(&format!("embeds.{index}.description"), &embed["description"], 0, 4096);
        problems.list(&format!("embeds.{index}.fields"), &embed["fields"], 0, 25);
    }
    let flags = body["flags"].as_u64().unwrap_or(0);
    let known = flag::SUPPRESS_EMBEDS | flag::SUPPRESS_NOTIFICATIONS | flag::COMPONENTS_V2;
    let known = if usage == MessageUse::Answer { known | flag::EPHEMERAL } else { known };
    if !body["flags"].is_null() && (body["flags"].as_u64().is_none() || flags & !known != 0) {
        problems.add("flags", "INVALID_MESSAGE_FLAGS", "These flags cannot be set here.");
    }
    let was_v2 = matches!(usage, MessageUse::Edit { v2: true, .. });
    let v2 = was_v2 || flags & flag::COMPONENTS_V2 != 0;
    if v2 {
        for field in ["content", "embeds", "poll", "sticker_ids"] {
            let empty = match &body[field] {
                Value::Null => true,
                Value::String(text) => text.is_empty(),
                Value::Array(items) => items.is_empty(),
                _ => false,
            };
            if !empty {
                let text = "The 'content', 'embeds', 'stickers' and 'poll' fields cannot be used with MessageFlags.IS_COMPONENTS_V2";
                problems.add(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text);
            }
        }
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let mut seen = Seen { v2, files: &names, ..Seen::default() };
    in_message(&body["components"], &mut seen, &mut problems);
    mentions(&body["allowed_mentions"], &mut problems);
    match &body["nonce"] {
        Value::Null | Value::Number(_) => {}
        nonce => problems.length("nonce", nonce, 0, 25),
    }
    if files.len() > 10 {
        problems.add("attachments", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 10 in length.");
    }
    problems.finish()?;
    let says = |field: &str| match &body[field] {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    let keeps = matches!(usage, MessageUse::Edit { says_something: true, .. }) && body["content"] != json!("");
    let anything = says("content") || says("embeds") || says("components") || says("attachments") || !files.is_empty();
    if anything || keeps { Ok(()) } else { Err(Refusal::new(400, 50006, "Cannot send an empty message")) }
}

fn mentions(allowed: &Value, problems: &mut Problems) {
    if allowed.is_null() {
        return;
    }
    let parse: Vec<&str> = allowed["parse"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for kind in &parse {
        if !["users", "roles", "everyone"].contains(kind) {
            let text = "Value must be one of ('users', 'roles', 'everyone').";
            problems.add("allowed_mentions.parse", "BASE_TYPE_CHOICES", text);
        }
    }
    for kind in ["users", "roles"] {
        let listed = problems.list(&format!("allowed_mentions.{kind}"), &allowed[kind], 0, 100);
        if !listed.is_empty() && parse.contains(&kind) {
            let text = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            problems.add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", text);
        }
    }
    problems.boolean("allowed_mentions.replied_user", &allowed["replied_user"]);
}
