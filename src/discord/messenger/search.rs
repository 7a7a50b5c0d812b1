//! Looks for a message or an event that may have been made before the process died or an answer was lost.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::Value;

use crate::discord::messenger::Snowflake;
use crate::discord::rest::{Request, Rest, RestError, Side};
use crate::ports::{Lookup, Receipt};
use domain::ids::{ChannelId, EventId, GuildId, MessageId, UserId};
use domain::send::Mark;

/// How far before `since` the search begins: our clock and Discord's need not agree.
const CLOCKS_APART: TimeDelta = TimeDelta::minutes(15);
/// How many pages of 100 messages are read. Beyond them it cannot be said that a message is not there.
const PAGES: usize = 50;
/// How many messages there are on a page, at most.
const PAGE: u8 = 100;

/// Whose history is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum History {
    /// A server's channel: reading it needs READ_MESSAGE_HISTORY.
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

/// Looks for the bot's message with `mark`, made at `since` or later.
///
/// Without READ_MESSAGE_HISTORY Discord answers an empty list, which is not "there is none". So an empty answer is
/// believed only when a message of any age can be read there, or when the channel itself says that its last message
/// is older than what is looked for; else it is unknown.
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

/// Whether a channel that showed no message after `from` can be believed.
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

/// Whether a button or menu anywhere in the components ends in the mark.
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

/// Looks for the bot's scheduled event of this name and beginning.
pub(super) async fn find_event(
    rest: &Rest,
    bot: UserId,
    guild: GuildId,
    name: &str,
    from: DateTime<Utc>,
) -> Result<Option<EventId>, RestError> {
    #[derive(Deserialize)]
    struct Event {
        id: Snowflake,
        #[serde(default)]
        creator_id: Option<Snowflake>,
        name: String,
        scheduled_start_time: DateTime<Utc>,
    }
    let events: Vec<Event> = rest.call_as(Request::get(format!("guilds/{guild}/scheduled-events"))).await?;
    let ours = events.iter().find(|event| {
        event.creator_id == Some(Snowflake(bot.0)) && event.name == name && event.scheduled_start_time == from
    });
    Ok(ours.map(|event| EventId(event.id.0)))
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
        assert!(!holds(&json!([{"content": "~abc"}]), "~abc"), "somebody's words are no mark");
        assert!(!holds(&Value::Null, "~abc"));
    }
}
