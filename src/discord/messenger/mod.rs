//! The [`Messenger`] for Discord, on the [`Rest`] client.
//!
//! A message is sent once. If the response is lost, the caller looks the message up later, by the mark in its buttons,
//! before it sends it again. The mark is also an enforced nonce: should the look-up come too early, Discord returns the
//! first message for some minutes, instead of creating a second. It is no reason to repeat a request blindly: only
//! Discord itself keeps this promise, and no document says for how long.

mod errors;
mod search;

use domain::urgency::Urgency;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::discord::components::{LARGEST_FILE, Message, SUPPRESS_NOTIFICATIONS};
use crate::discord::fitting::{EVENT_ABOUT_MAX, EVENT_LABEL_MAX};
use crate::discord::rest::{Patience, Request, Rest, RestError};
use crate::discord::shapes::{Object, Shape, Unread};
use crate::discord::{fitting, notes, posts};
use crate::ports::{Body, DayEvent, Destination, Lookup, Messenger, Reaction, Receipt, SendError};
use crate::text::Lang;
use domain::ids::{ChannelId, EventId, MessageId, UserId};
use domain::send::Mark;
use errors::{opening, send_error};

/// The bot's reactions: a green heart on a message that counted, a letter on one that was answered.
const fn sign(of: Reaction) -> &'static str {
    match of {
        Reaction::Counted => "💚",
        Reaction::Answered => "💌",
    }
}

/// How many private conversations to cache.
const CONVERSATIONS: usize = 1000;

/// The [`Messenger`] for Discord.
pub struct DiscordMessenger {
    rest: Rest,
    bot: UserId,
    conversations: Arc<Mutex<HashMap<UserId, ChannelId>>>,
}

impl DiscordMessenger {
    /// A messenger for the bot whose user is `bot`.
    #[must_use]
    pub fn new(rest: &Rest, bot: UserId) -> Self {
        Self { rest: rest.at(Urgency::Post).without_waiting(), bot, conversations: Arc::default() }
    }

    /// The channel of a destination; opens a private conversation, which sends nothing.
    async fn channel_of(&self, to: Destination) -> Result<ChannelId, SendError> {
        let user = match to {
            Destination::Channel(channel) | Destination::Reply(channel, _) => return Ok(channel),
            Destination::Person(user) => user,
        };
        let known = self.known().get(&user).copied();
        if let Some(channel) = known {
            return Ok(channel);
        }
        let channel = self.rest.open_dm(user).await.map_err(|error| opening(&error))?;
        let mut known = self.known();
        if known.len() >= CONVERSATIONS {
            known.clear();
        }
        known.insert(user, channel);
        Ok(channel)
    }

    /// The event, if it was created. In each language: the server's may have changed since.
    async fn event(&self, event: &DayEvent) -> Result<Lookup<search::FoundEvent>, SendError> {
        let names: Vec<String> = Lang::all().map(|lang| event_name(event, lang)).collect();
        let found = search::find_event(&self.rest, self.bot, event.guild, &names, event.from).await;
        found.map_err(|error| send_error(&error))
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<UserId, ChannelId>> {
        self.conversations.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn create(
        &self,
        channel: ChannelId,
        to: Destination,
        (message, mark): (&Message, &Mark),
        patience: Patience,
    ) -> Result<Receipt, RestError> {
        let request = Request::post(format!("channels/{channel}/messages")).patience(patience);
        let request = request.json_and_files(&request_body(message, to, mark), message.files.clone());
        let created: Created = self.rest.call_as(request).await?;
        // An enforced nonce returns the first message, which may be in another channel.
        Ok(Receipt { channel: created.channel.unwrap_or(channel), message: MessageId(created.id) })
    }
}

/// What was made: a message or an event.
struct Created {
    id: u64,
    channel: Option<ChannelId>,
}

impl Shape for Created {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let created = Object::read("created", raw)?;
        let MessageId(id) = created.must("id")?;
        Ok(Self { id, channel: created.may("channel_id") })
    }
}

#[async_trait]
impl Messenger for DiscordMessenger {
    fn at(&self, urgency: Urgency) -> Arc<dyn Messenger> {
        let conversations = Arc::clone(&self.conversations);
        Arc::new(Self { rest: self.rest.at(urgency), bot: self.bot, conversations })
    }

    async fn send(&self, to: Destination, body: &Body, mark: &Mark) -> Result<Receipt, SendError> {
        let channel = self.channel_of(to).await?;
        let lang = language(body);
        let mut message = drawn(body, mark);
        // A short wait, so that it ends within the lease of the send; a worker retries later.
        let mut sent = self.create(channel, to, (&message, mark), Patience::READ).await;
        if let Err(error) = &sent
            && error.may_be_about_files()
            && !message.files.is_empty()
        {
            tracing::info!(%error, "a message goes out without its files");
            message = message.without_files(lang).fitted();
            sent = self.create(channel, to, (&message, mark), Patience::ANSWER).await;
        }
        if let Err(error) = &sent
            && error.is_about_the_content()
        {
            tracing::warn!(%error, "Discord refused a message for what it contains: it goes out in a shorter form");
            let shorter = message.shorter(&lang.say("failed-whole"));
            sent = self.create(channel, to, (&shorter, mark), Patience::ANSWER).await;
        }
        sent.map_err(|error| send_error(&error))
    }

    async fn create_event(&self, event: &DayEvent) -> Result<EventId, SendError> {
        let path = format!("guilds/{}/scheduled-events", event.guild);
        let request = Request::post(path).json(&event_body(event));
        let created: Result<Created, RestError> = self.rest.call_as(request).await;
        created.map(|created| EventId(created.id)).map_err(|error| send_error(&error))
    }

    async fn edit_event(&self, event: &DayEvent) -> Result<(), SendError> {
        let place = event_label(&event.location);
        // A place that an admin wrote stays: ours is the name of a channel.
        let found = match self.event(event).await? {
            Lookup::Found(found) if found.place.starts_with('#') && found.place != place => found,
            _ => return Ok(()),
        };
        let path = format!("guilds/{}/scheduled-events/{}", event.guild, found.id);
        let request = Request::patch(path).json(&json!({"entity_metadata": {"location": place}}));
        self.rest.call(request).await.map(|_| ()).map_err(|error| send_error(&error))
    }

    async fn delete_event(&self, event: &DayEvent) -> Result<(), SendError> {
        let Lookup::Found(found) = self.event(event).await? else { return Ok(()) };
        let path = format!("guilds/{}/scheduled-events/{}", event.guild, found.id);
        match self.rest.call(Request::delete(path)).await.map_err(|error| send_error(&error)) {
            Err(SendError::Gone { .. }) => Ok(()),
            done => done.map(|_| ()),
        }
    }

    async fn find(&self, to: Destination, mark: &Mark, since: DateTime<Utc>) -> Result<Lookup<Receipt>, SendError> {
        let channel = self.channel_of(to).await?;
        let history = match to {
            Destination::Person(_) => search::History::Private,
            Destination::Channel(_) | Destination::Reply(..) => search::History::Public,
        };
        search::find(&self.rest, self.bot, (channel, history), mark, since).await.map_err(|error| send_error(&error))
    }

    async fn find_event(&self, event: &DayEvent) -> Result<Lookup<EventId>, SendError> {
        Ok(match self.event(event).await? {
            Lookup::Found(found) => Lookup::Found(found.id),
            Lookup::Absent => Lookup::Absent,
            Lookup::Unknown => Lookup::Unknown,
        })
    }

    async fn edit(&self, at: Receipt, body: &Body, mark: &Mark) -> Result<(), SendError> {
        let message = drawn(body, mark);
        let request = Request::patch(format!("channels/{}/messages/{}", at.channel, at.message)).repeatable();
        let request = request.json_and_files(&message.json(0), message.files.clone());
        self.rest.call(request).await.map(drop).map_err(|error| send_error(&error))
    }

    async fn delete(&self, channel: ChannelId, message: MessageId) -> Result<(), SendError> {
        match self.rest.delete_message(channel, message).await.map_err(|error| send_error(&error)) {
            Err(SendError::Gone { .. }) => Ok(()),
            done => done,
        }
    }

    async fn react(&self, channel: ChannelId, message: MessageId, with: Reaction) -> Result<(), SendError> {
        self.rest.react(channel, message, sign(with)).await.map_err(|error| send_error(&error))
    }

    async fn unreact(&self, channel: ChannelId, message: MessageId, with: Reaction) -> Result<(), SendError> {
        self.rest.unreact(channel, message, sign(with)).await.map_err(|error| send_error(&error))
    }
}

fn drawn(body: &Body, mark: &Mark) -> Message {
    let message = match body {
        Body::Post(post) => posts::post(post, Some(mark)),
        Body::Note(note) => notes::note(note, mark),
    };
    message.files_within(language(body), LARGEST_FILE).fitted()
}

fn language(body: &Body) -> Lang {
    let frame = match body {
        Body::Post(post) => &post.frame,
        Body::Note(note) => &note.frame,
    };
    Lang::of(Some(&frame.language))
}

/// The request body of a message: with its nonce, and the message that it replies to.
fn request_body(message: &Message, to: Destination, mark: &Mark) -> Value {
    let flags = if matches!(to, Destination::Reply(..)) { SUPPRESS_NOTIFICATIONS } else { 0 };
    let mut json = message.json(flags);
    json["nonce"] = mark.as_str().into();
    json["enforce_nonce"] = true.into();
    if let Destination::Reply(channel, message) = to {
        // A question must not appear without the message that it is about.
        json["message_reference"] = json!({
            "type": 0, "channel_id": channel.to_string(), "message_id": message.to_string(),
            "fail_if_not_exists": true,
        });
        json["allowed_mentions"] = json!({"parse": [], "replied_user": false});
    }
    json
}

/// One line that an event may have for its name or its place.
fn event_label(text: &str) -> String {
    fitting::cut(&fitting::label(text, EVENT_LABEL_MAX), EVENT_LABEL_MAX)
}

fn event_name(event: &DayEvent, lang: Lang) -> String {
    let year = chrono::Datelike::year(&event.day).to_string();
    event_label(&lang.with("event-name", &[("year", year.into())]))
}

fn event_body(event: &DayEvent) -> Value {
    let lang = Lang::of(Some(&event.language));
    let about = lang.say("event-about");
    let theme = event.theme.as_deref().map(|theme| fitting::name(theme, posts::THEME_AT_MOST));
    let theme = theme.filter(|theme| !theme.is_empty());
    let about: String = theme.into_iter().chain([about]).collect::<Vec<_>>().join("\n\n");
    let place = event_label(&event.location);
    json!({
        "name": event_name(event, lang),
        "description": fitting::cut(&about, EVENT_ABOUT_MAX),
        "entity_type": 3,
        "privacy_level": 2,
        "entity_metadata": {"location": place},
        "scheduled_start_time": event.from.to_rfc3339_opts(SecondsFormat::Secs, true),
        "scheduled_end_time": event.until.to_rfc3339_opts(SecondsFormat::Secs, true),
    })
}

#[cfg(test)]
mod tests;
