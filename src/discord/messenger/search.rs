//! Looks up a message or an event that may have been created before a crash or a lost response.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::Value;

use crate::discord::messenger::Snowflake;
use crate::discord::rest::{Request, Rest, RestError, Side};
use crate::ports::{Lookup, Receipt};
use domain::ids::{ChannelId, EventId, GuildId, MessageId, UserId};
use domain::send::Mark;

/// How long before `since` the search starts, because clocks differ.
const CLOCKS_APART: TimeDelta = TimeDelta::minutes(15);
/// How many pages of 100 messages to read; beyond that the result is unknown.
const PAGES: usize = 50;
/// The most messages on a page.
const PAGE: u8 = 100;

/// The kind of channel to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum History {
    /// A server's channel, which needs READ_MESSAGE_HISTORY.
    Public,
    /// A private conversation, which the bot can always read.
    Private,
}

#[derive(Deserialize)]
struct Found {
    id: Snowflake,
    author: Author,
    #[serde(default)]
    components: Value,
}

#[derive(Deserialize)]
struct Author {
    id: Snowflake,
}

/// Looks up the bot's message with `mark`, sent at `since` or later.
///
/// Without READ_MESSAGE_HISTORY Discord returns an empty list, even if there are messages. So an empty result counts
/// only if some message of any age can be read, or if the channel's last message is older than `since`; otherwise the
/// result is unknown.
pub(super) async fn find(
    rest: &Rest,
    bot: UserId,
    (channel, history): (ChannelId, History),
    mark: &Mark,
    since: DateTime<Utc>,
) -> Result<Lookup<Receipt>, RestError> {
    let from = MessageId::at(since - CLOCKS_APART);
    let mut after = from;
    let ending = format!("~{mark}");
    for _ in 0..PAGES {
        let page: Vec<Found> = rest.messages(channel, Side::After(after), PAGE).await?;
        let ours = page.iter().find(|one| one.author.id.0 == bot.0 && holds(&one.components, &ending));
        if let Some(found) = ours {
            return Ok(Lookup::Found(Receipt { channel, message: MessageId(found.id.0) }));
        }
        let Some(newest) = page.iter().map(|one| one.id.0).max() else {
            let sure = after != from || history == History::Private || is_surely_empty(rest, channel, from).await?;
            return Ok(if sure { Lookup::Absent } else { Lookup::Unknown });
        };
        after = MessageId(newest.max(after.0));
    }
    Ok(Lookup::Unknown)
}

/// Whether an empty result since `from` can be trusted.
async fn is_surely_empty(rest: &Rest, channel: ChannelId, from: MessageId) -> Result<bool, RestError> {
    #[derive(Deserialize)]
    struct Channel {
        #[serde(default)]
        last_message_id: Option<Snowflake>,
    }
    let any: Vec<Found> = rest.messages(channel, Side::Newest, 1).await?;
    if !any.is_empty() {
        return Ok(true);
    }
    let channel: Channel = rest.call_as(Request::get(format!("channels/{channel}"))).await?;
    Ok(channel.last_message_id.is_none_or(|last| last.0 <= from.0))
}

/// Whether a button or menu in the components has an id that ends in the mark.
fn holds(components: &Value, ending: &str) -> bool {
    match components {
        Value::Object(fields) => {
            let here = fields.get("custom_id").and_then(Value::as_str).is_some_and(|id| id.ends_with(ending));
            here || fields.values().any(|value| holds(value, ending))
        }
        Value::Array(items) => items.iter().any(|item| holds(item, ending)),
        _ => false,
    }
}

/// The scheduled event as it was found.
pub(super) struct FoundEvent {
    pub id: EventId,
    /// Where it takes place; empty where Discord does not say.
    pub place: String,
}

/// Looks up the bot's scheduled event by start and one of these names.
pub(super) async fn find_event(
    rest: &Rest,
    bot: UserId,
    guild: GuildId,
    names: &[String],
    from: DateTime<Utc>,
) -> Result<Option<FoundEvent>, RestError> {
    #[derive(Deserialize)]
    struct Event {
        id: Snowflake,
        #[serde(default)]
        creator_id: Option<Snowflake>,
        name: String,
        scheduled_start_time: DateTime<Utc>,
        #[serde(default)]
        entity_metadata: Option<Place>,
    }
    #[derive(Deserialize)]
    struct Place {
        #[serde(default)]
        location: Option<String>,
    }
    let events: Vec<Event> = rest.call_as(Request::get(format!("guilds/{guild}/scheduled-events"))).await?;
    let ours = events.into_iter().find(|event| {
        event.creator_id == Some(Snowflake(bot.0)) && names.contains(&event.name) && event.scheduled_start_time == from
    });
    Ok(ours.map(|event| FoundEvent {
        id: EventId(event.id.0),
        place: event.entity_metadata.and_then(|place| place.location).unwrap_or_default(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_mark_is_found_at_any_depth_and_only_at_the_end() {
        let nested = |id: &str| json!([{"type": 17, "components": [{"type": 1, "components": [{"custom_id": id}]}]}]);
        let check = |id: &str, expected: bool| assert_eq!(holds(&nested(id), "~abc"), expected, "{id}");
        check("thank~abc", true);
        check("thank~abcd", false);
        check("thank:abc", false);
        assert!(!holds(&json!([{"content": "~abc"}]), "~abc"), "people's words are no mark");
        assert!(!holds(&Value::Null, "~abc"));
    }
}
