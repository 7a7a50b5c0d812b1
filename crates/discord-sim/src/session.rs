//! Gateway sessions: what each has been sent and may be sent again, and which events it gets at all.

use std::collections::VecDeque;

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::ids::Id;
use crate::permissions::permission::VIEW_CHANNEL;
use crate::world::State;

/// The gateway intents that the simulator's events need.
pub mod intent {
    #![expect(missing_docs, reason = "the names are Discord's own")]
    pub const GUILDS: u64 = 1;
    pub const GUILD_MEMBERS: u64 = 1 << 1;
    pub const GUILD_PRESENCES: u64 = 1 << 8;
    pub const GUILD_MESSAGES: u64 = 1 << 9;
    pub const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    pub const DIRECT_MESSAGE_REACTIONS: u64 = 1 << 13;
    pub const MESSAGE_CONTENT: u64 = 1 << 15;
    pub const GUILD_SCHEDULED_EVENTS: u64 = 1 << 16;
    /// Every intent that Discord has defined.
    pub const ALL: u64 = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}

/// What the connection's task is told to do.
#[derive(Debug, Clone)]
pub(super) enum Out {
    /// Send this text.
    Frame(Utf8Bytes),
    /// Send a close frame, with or without a code.
    Close(Option<u16>),
    /// Close the socket without a word.
    Drop,
}

/// One session of the bot, connected or not.
pub(super) struct Session {
    pub(super) id: String,
    pub(super) intents: u64,
    pub(super) shard: (u64, u64),
    pub(super) sequence: u64,
    pub(super) heard: u64,
    pub(super) sent: VecDeque<(u64, Utf8Bytes)>,
    pub(super) link: Option<(u64, UnboundedSender<Out>)>,
    pub(super) gone_at_ms: i64,
}

/// An event on its way to the sessions that want it.
pub(super) struct Dispatch {
    pub(super) name: &'static str,
    /// The intents of which one is needed; none: always sent.
    pub(super) intents: u64,
    /// The server, which decides the shard.
    pub(super) server: Option<Id>,
    pub(super) data: Value,
    /// What a session without the message content intent gets instead.
    pub(super) bare: Option<Value>,
}

impl Session {
    /// Sends the event and keeps it for a resume.
    pub(super) fn push(&mut self, name: &str, data: &Value, keep: usize) {
        self.sequence += 1;
        // Discord writes the envelope's keys in this order, and a client may search the bytes for it.
        let frame = Utf8Bytes::from(format!(r#"{{"t":"{name}","s":{},"op":0,"d":{data}}}"#, self.sequence));
        if let Some((_, link)) = &self.link {
            // A link whose task has just ended is the same as none: the event stays for the resume.
            let _ = link.send(Out::Frame(frame.clone()));
        }
        self.sent.push_back((self.sequence, frame));
        while self.sent.len() > keep {
            self.sent.pop_front();
        }
    }
}

impl State {
    /// Sends an event to each session whose intents and shard it fits.
    pub(super) fn dispatch(&mut self, event: &Dispatch) {
        self.forget_old_sessions();
        if event.server.is_some_and(|server| self.away.contains(&server)) {
            return;
        }
        let keep = self.options.replay_limit;
        for session in &mut self.sessions {
            let (shard, shards) = session.shard;
            let mine = event.server.map_or(shard == 0, |id| (id >> 22) % shards.max(1) == shard);
            if !mine || (event.intents != 0 && session.intents & event.intents == 0) {
                continue;
            }
            let bare = event.bare.as_ref().filter(|_| session.intents & intent::MESSAGE_CONTENT == 0);
            session.push(event.name, bare.unwrap_or(&event.data), keep);
        }
    }

    /// Sends an event of a server that the bot is in, to sessions with one of the intents.
    pub(super) fn tell(&mut self, server: Id, name: &'static str, intents: u64, data: Value) {
        if self.bot_in(server) {
            self.dispatch(&Dispatch { name, intents, server: Some(server), data, bare: None });
        }
    }

    /// Sessions that can no longer be resumed are gone.
    pub(super) fn forget_old_sessions(&mut self) {
        let oldest = self.now_ms - self.options.resume_window_ms;
        self.sessions.retain(|session| session.link.is_some() || session.gone_at_ms >= oldest);
    }

    /// `MESSAGE_CREATE` or `MESSAGE_UPDATE`, with the fields that only the gateway adds, and without the content where
    /// Discord's rules keep it from the bot.
    pub(super) fn tell_message(&mut self, name: &'static str, channel: Id, message: Id) {
        let Some((place, stored)) =
            self.channels.get(&channel).and_then(|place| Some((place, place.messages.get(&message)?)))
        else {
            return;
        };
        if stored.only_for.is_some() || !self.may(place, self.app.bot, VIEW_CHANNEL) {
            return;
        }
        let mut data = stored.json.clone();
        let visible =
            stored.author == self.app.bot || stored.mentions.contains(&self.app.bot) || place.server.is_none();
        let server = place.server;
        if let Some(place) = server.and_then(|id| self.servers.get(&id)) {
            data["guild_id"] = json!(place.id.to_string());
            if let Some(member) = self.member_part(place, stored.author) {
                data["member"] = member;
            }
            for mention in data["mentions"].as_array_mut().into_iter().flatten() {
                let id = super::ids::id_of(&mention["id"]).unwrap_or(0);
                if let Some(member) = self.member_part(place, id) {
                    mention["member"] = member;
                }
            }
        }
        data["channel_type"] = json!(place.kind);
        let bare = (!visible).then(|| emptied(&data));
        let intents = if server.is_some() { intent::GUILD_MESSAGES } else { intent::DIRECT_MESSAGES };
        self.dispatch(&Dispatch { name, intents, server, data, bare });
    }
}

/// The message as a bot without the message content intent sees it.
pub(super) fn emptied(message: &Value) -> Value {
    let mut bare = message.clone();
    bare["content"] = json!("");
    for field in ["embeds", "attachments", "components"] {
        bare[field] = json!([]);
    }
    if let Some(map) = bare.as_object_mut() {
        map.remove("poll");
    }
    if bare["referenced_message"].is_object() {
        bare["referenced_message"] = emptied(&bare["referenced_message"]);
    }
    bare
}
