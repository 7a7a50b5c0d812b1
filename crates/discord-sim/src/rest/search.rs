//! Searching a server's messages, with the parameters of Discord's API description and the rules of its documentation
//! (<https://docs.discord.com/developers/resources/message#search-guild-messages>).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::ids::Id;
use crate::permission::{READ_MESSAGE_HISTORY, VIEW_CHANNEL};
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::validate::Problems;
use crate::world::{Message, State};

/// Lists of ids, with how many each takes.
const LISTS: [(&str, usize); 6] = [
    ("author_id", 100),
    ("mentions", 100),
    ("mentions_role_id", 100),
    ("replied_to_user_id", 100),
    ("replied_to_message_id", 100),
    ("channel_id", 500),
];
/// Every other parameter that there is.
const OTHERS: [&str; 18] = [
    "sort_by",
    "sort_order",
    "content",
    "slop",
    "author_type",
    "mention_everyone",
    "min_id",
    "max_id",
    "limit",
    "offset",
    "has",
    "link_hostname",
    "embed_provider",
    "embed_type",
    "attachment_extension",
    "attachment_filename",
    "pinned",
    "include_nsfw",
];
/// Those that the simulator does not support: using one is a violation, so that it is not ignored silently.
const UNKNOWN_HERE: [&str; 11] = [
    "slop",
    "author_type",
    "mentions_role_id",
    "has",
    "link_hostname",
    "embed_provider",
    "embed_type",
    "attachment_extension",
    "attachment_filename",
    "replied_to_user_id",
    "replied_to_message_id",
];

impl State {
    pub(super) fn search_route(&mut self, guild: Id, request: &ApiRequest) -> RouteResult {
        let bot = self.app.bot;
        let server = self.servers.get(&guild);
        let may = server.is_some_and(|server| self.permissions_in_server(server, bot) & READ_MESSAGE_HISTORY != 0);
        if !self.options.message_content || !may {
            return Err(Refusal::missing_access());
        }
        self.check_search(request)?;
        if self.search.unindexed > 0 {
            self.search.unindexed -= 1;
            let body = json!({"message": "Index not yet available. Try again later", "code": 110_000,
                "documents_indexed": 0, "retry_after": 2});
            return Ok(ApiResponse { status: 202, body: Some(body) });
        }
        let (authors, mentions, channels) =
            (ids(request, "author_id"), ids(request, "mentions"), ids(request, "channel_id"));
        let (least, most) = (request.number("min_id").unwrap_or(0), request.number("max_id").unwrap_or(u64::MAX));
        let wanted = words(request.param("content").unwrap_or(""));
        let hit = |id: Id, message: &Message| {
            message.only_for.is_none()
                && (id > least || (self.search.inclusive && id == least))
                && id < most
                && (authors.is_empty() || authors.contains(&message.author))
                && (mentions.is_empty() || mentions.iter().any(|user| message.mentions.contains(user)))
                && wanted.is_subset(&words(message.json["content"].as_str().unwrap_or("")))
        };
        let readable = self.channels.values().filter(|channel| {
            channel.server == Some(guild)
                && (channels.is_empty() || channels.contains(&channel.id))
                && self.may(channel, bot, VIEW_CHANNEL | READ_MESSAGE_HISTORY)
        });
        let mut hits: Vec<(Id, &Message)> = readable
            .flat_map(|channel| channel.messages.iter().map(|(id, message)| (*id, message)))
            .filter(|(id, message)| hit(*id, message))
            .collect();
        hits.sort_by_key(|(id, _)| *id);
        if request.param("sort_order") != Some("asc") {
            hits.reverse();
        }
        let total = hits.len();
        let skip = usize::try_from(request.number("offset").unwrap_or(0)).unwrap_or(0);
        let limit = usize::try_from(request.number("limit").unwrap_or(25)).unwrap_or(25);
        let page: Vec<(Id, Value)> =
            hits.iter().skip(skip).take(limit).map(|(id, message)| (*id, found(message))).collect();
        let mut messages = Vec::new();
        for (id, message) in page {
            // Every third message is one that Discord would have to fetch first.
            let left_out = self.search.incomplete && id % 3 == 0 && self.search.fetched.insert(id);
            if !left_out {
                messages.push(json!([message]));
            }
        }
        Ok(ApiResponse::ok(json!({
            "doing_deep_historical_index": false,
            "total_results": total,
            "messages": messages,
        })))
    }

    fn check_search(&mut self, request: &ApiRequest) -> Result<(), Refusal> {
        let mut problems = Problems::default();
        problems.range("limit", &json!(request.number("limit")), 1, 25);
        problems.range("offset", &json!(request.number("offset")), 0, 9975);
        problems.length("content", &json!(request.param("content")), 0, 1024);
        let one_of = |problems: &mut Problems, name: &str, values: [&str; 2]| {
            if request.param(name).is_some_and(|value| !values.contains(&value)) {
                problems.add(name, "BASE_TYPE_CHOICES", format!("Value must be one of {values:?}."));
            }
        };
        one_of(&mut problems, "sort_by", ["timestamp", "relevance"]);
        one_of(&mut problems, "sort_order", ["asc", "desc"]);
        for (name, most) in LISTS {
            let list = ids(request, name);
            let once: BTreeSet<Id> = list.iter().copied().collect();
            if list.len() > most || once.len() < list.len() {
                problems.add(name, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length, each once."));
            }
        }
        for (name, _) in &request.query {
            let name = name.strip_suffix("[]").unwrap_or(name);
            if UNKNOWN_HERE.contains(&name) {
                self.violation(format!("the simulated Discord cannot search by {name}"));
            } else if !OTHERS.contains(&name) && LISTS.iter().all(|(list, _)| *list != name) {
                self.violation(format!("Discord's search has no parameter {name}"));
            }
        }
        problems.finish()
    }
}

fn ids(request: &ApiRequest, name: &str) -> Vec<Id> {
    let named = request.query.iter().filter(|(key, _)| key == name || key.strip_suffix("[]") == Some(name));
    named.filter_map(|(_, value)| value.parse().ok()).collect()
}

/// The words of a text: Discord finds whole words, in any case.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A message as a search shows it: marked, and without its reactions.
fn found(message: &Message) -> Value {
    let mut found = message.json.clone();
    found["hit"] = json!(true);
    if let Some(fields) = found.as_object_mut() {
        fields.remove("reactions");
    }
    found
}
