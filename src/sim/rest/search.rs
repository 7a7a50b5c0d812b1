//! Searching a server's messages. An index that is not ready is a fault: `202` with `retry_after`.

use serde_json::{Value, json};

use super::{Answered, Call, Refusal, Reply};
use crate::sim::ids::Id;
use crate::sim::permissions::permission::{READ_MESSAGE_HISTORY, VIEW_CHANNEL};
use crate::sim::validate::Problems;
use crate::sim::world::{Message, State};

impl State {
    pub(super) fn search_route(&self, guild: Id, call: &Call) -> Answered {
        if !self.options.message_content {
            return Err(Refusal::missing_access());
        }
        let mut problems = Problems::default();
        problems.range("limit", &json!(call.number("limit")), 1, 25);
        problems.range("offset", &json!(call.number("offset")), 0, 9975);
        problems.length("content", &json!(call.asked("content")), 0, 1024);
        problems.finish()?;
        let ids = |name: &str| -> Vec<Id> {
            let named = call.query.iter().filter(|(key, _)| key == name || key.strip_suffix("[]") == Some(name));
            named.flat_map(|(_, value)| value.split(',')).filter_map(|id| id.parse().ok()).collect()
        };
        let (authors, mentions, channels) = (ids("author_id"), ids("mentions"), ids("channel_id"));
        let (least, most) = (call.number("min_id").unwrap_or(0), call.number("max_id").unwrap_or(u64::MAX));
        let words: Vec<String> =
            call.asked("content").unwrap_or("").split_whitespace().map(str::to_lowercase).collect();
        let hit = |id: Id, message: &Message| {
            let text = message.json["content"].as_str().unwrap_or("").to_lowercase();
            message.only_for.is_none()
                && id > least
                && id < most
                && (authors.is_empty() || authors.contains(&message.author))
                && (mentions.is_empty() || mentions.iter().any(|user| message.mentions.contains(user)))
                && words.iter().all(|word| text.contains(word.as_str()))
        };
        let readable = self.channels.values().filter(|channel| {
            channel.server == Some(guild)
                && (channels.is_empty() || channels.contains(&channel.id))
                && self.may(channel, self.app.bot, VIEW_CHANNEL | READ_MESSAGE_HISTORY)
        });
        let mut hits: Vec<(Id, &Message)> = readable
            .flat_map(|channel| channel.messages.iter().map(|(id, message)| (*id, message)))
            .filter(|(id, message)| hit(*id, message))
            .collect();
        hits.sort_by_key(|(id, _)| *id);
        if call.asked("sort_order") != Some("asc") {
            hits.reverse();
        }
        let skip = usize::try_from(call.number("offset").unwrap_or(0)).unwrap_or(0);
        let limit = usize::try_from(call.number("limit").unwrap_or(25)).unwrap_or(25);
        let page: Vec<Value> = hits
            .iter()
            .skip(skip)
            .take(limit)
            .map(|(_, message)| {
                let mut found = message.json.clone();
                found["hit"] = json!(true);
                json!([found])
            })
            .collect();
        Ok(Reply::ok(json!({
            "doing_deep_historical_index": false,
            "total_results": hits.len(),
            "messages": page,
        })))
    }
}
