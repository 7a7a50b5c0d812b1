//! Looks up a message or an event that may have been created before a crash or a lost response.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::discord::people::User;
use crate::discord::rest::{Request, Rest, RestError, Side};
use crate::discord::shapes::{Each, Object, Shape, Unread};
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

/// A message of a channel, as far as it tells whether it is the one that is looked for.
struct Found {
    id: MessageId,
    /// `None` if it does not read.
    author: Option<UserId>,
    /// `None` if they do not read.
    components: Option<Value>,
}

impl Shape for Found {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let message = Object::read("message", raw)?;
        let is_odd = message.is_odd::<Value>("components");
        let components = message.may("components").or((!is_odd).then_some(Value::Null));
        Ok(Self { id: message.must("id")?, author: message.may::<User>("author").map(|author| author.id), components })
    }
}

impl Found {
    /// Whether it is the bot's with this mark; `None` if that cannot be said. Only the bot knows its marks.
    fn is_ours(&self, bot: UserId, ending: &str) -> Option<bool> {
        match (self.author, &self.components) {
            (Some(author), _) if author != bot => Some(false),
            (_, Some(components)) => Some(holds(components, ending)),
            (_, None) => None,
        }
    }
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
    // Among messages that do not read could be the one that is looked for.
    let mut all_read = true;
    for _ in 0..PAGES {
        let page: Each<Found> = rest.messages(channel, Side::After(after), PAGE).await?;
        let ours = page.iter().find(|one| one.is_ours(bot, &ending) == Some(true));
        if let Some(found) = ours {
            return Ok(Lookup::Found(Receipt { channel, message: found.id }));
        }
        all_read &= page.is_whole && page.iter().all(|one| one.is_ours(bot, &ending).is_some());
        let newest = page.iter().map(|one| one.id).max().filter(|newest| *newest > after);
        let Some(newest) = newest else {
            // More than the message that was read last: the answer does not get further, and hides what follows.
            all_read &= page.iter().count() <= 1;
            let sure = after != from || history == History::Private || is_surely_empty(rest, channel, from).await?;
            return Ok(if sure && all_read { Lookup::Absent } else { Lookup::Unknown });
        };
        after = newest;
    }
    Ok(Lookup::Unknown)
}

/// Whether an empty result since `from` can be trusted.
async fn is_surely_empty(rest: &Rest, channel: ChannelId, from: MessageId) -> Result<bool, RestError> {
    let any: Each<Found> = rest.messages(channel, Side::Newest, 1).await?;
    if !any.is_empty() {
        return Ok(true);
    }
    Ok(rest.channel(channel).await?.newest.is_none_or(|newest| newest <= from))
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

/// Looks up the bot's scheduled event by start and one of these names.
pub(super) async fn find_event(
    rest: &Rest,
    bot: UserId,
    guild: GuildId,
    names: &[String],
    from: DateTime<Utc>,
) -> Result<Lookup<FoundEvent>, RestError> {
    let events: Each<Event> = rest.call_as(Request::get(format!("guilds/{guild}/scheduled-events"))).await?;
    let is_ours = |event: &Event| event.is(bot, names, from);
    Ok(match events.iter().find(|event| is_ours(event) == Some(true)) {
        Some(event) => Lookup::Found(FoundEvent { id: event.id, place: event.place.clone() }),
        None if events.is_whole && events.iter().all(|event| is_ours(event).is_some()) => Lookup::Absent,
        None => Lookup::Unknown,
    })
}

/// A scheduled event. Of what does not read, `Err` stands in place.
struct Event {
    id: EventId,
    /// `Ok(None)` for events of the time when Discord did not note it.
    creator: Result<Option<UserId>, Unread>,
    name: Result<String, Unread>,
    start: Result<DateTime<Utc>, Unread>,
    /// Where it takes place; empty where Discord does not say.
    place: String,
}

/// The scheduled event as it was found.
pub(super) struct FoundEvent {
    pub id: EventId,
    /// Where it takes place; empty where Discord does not say.
    pub place: String,
}

/// The part of an external event that names its place.
struct Place(String);

impl Shape for Place {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        Object::read("entity_metadata", raw)?.must("location").map(Self)
    }
}

impl Shape for Event {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let event = Object::read("event", raw)?;
        let creator = event.raw("creator_id").is_some().then(|| event.must("creator_id")).transpose();
        Ok(Self {
            id: event.must("id")?,
            creator,
            name: event.must("name"),
            start: event.must("scheduled_start_time"),
            place: event.may::<Place>("entity_metadata").map(|place| place.0).unwrap_or_default(),
        })
    }
}

impl Event {
    /// Whether it is the bot's of this name and start; `None` if that cannot be said.
    fn is(&self, bot: UserId, names: &[String], from: DateTime<Utc>) -> Option<bool> {
        let parts = [
            self.creator.as_ref().ok().map(|creator| *creator == Some(bot)),
            self.name.as_ref().ok().map(|own| names.contains(own)),
            self.start.as_ref().ok().map(|start| *start == from),
        ];
        let differs = parts.contains(&Some(false));
        if differs { Some(false) } else { parts.iter().all(Option::is_some).then_some(true) }
    }
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
