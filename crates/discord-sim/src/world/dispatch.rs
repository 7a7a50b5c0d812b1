//! Gateway sessions as part of the world: how one begins, and which events each of them gets.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::ids::{Id, id_of};
use crate::intent;
use crate::permission::VIEW_CHANNEL;
use crate::session::{Dispatch, Outgoing, Session};
use crate::world::State;

impl State {
    /// Sends an event to each session whose intents and shard it fits.
    pub(crate) fn dispatch(&mut self, event: &Dispatch) {
        self.forget_old_sessions();
        if event.server.is_some_and(|server| self.unavailable.contains(&server)) {
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
            session.push(event.name, &self.odd.apply(event.name, bare.unwrap_or(&event.data)), keep);
        }
    }

    /// Sends an event of a server that the bot is in, to sessions with one of the intents.
    pub(crate) fn notify(&mut self, server: Id, name: &'static str, intents: u64, data: Value) {
        if self.bot_in(server) {
            self.dispatch(&Dispatch { name, intents, server: Some(server), data, bare: None });
        }
    }

    /// Sessions that can no longer be resumed are gone.
    pub(crate) fn forget_old_sessions(&mut self) {
        let oldest = self.now_ms - self.options.resume_window_ms;
        self.sessions.retain(|session| session.link.is_some() || session.gone_at_ms >= oldest);
    }

    /// `MESSAGE_CREATE` or `MESSAGE_UPDATE`, with the fields that only the gateway adds, and without the content where
    /// Discord's rules keep it from the bot.
    pub(crate) fn notify_message(&mut self, name: &'static str, channel: Id, message: Id) {
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
                let id = id_of(&mention["id"]).unwrap_or(0);
                if let Some(member) = self.member_part(place, id) {
                    mention["member"] = member;
                }
            }
        }
        data["channel_type"] = json!(place.kind);
        let bare = (!visible).then(|| without_content(&data));
        let intents = if server.is_some() { intent::GUILD_MESSAGES } else { intent::DIRECT_MESSAGES };
        self.dispatch(&Dispatch { name, intents, server, data, bare });
    }

    pub(crate) fn is_token(&self, token: &str) -> bool {
        token.strip_prefix("Bot ").unwrap_or(token) == self.options.token
    }

    /// `READY` and a `GUILD_CREATE` for each server; the new session's id.
    pub(crate) fn begin_session(
        &mut self,
        intents: u64,
        shard: (u64, u64),
        link: (u64, UnboundedSender<Outgoing>),
    ) -> String {
        // Not a snowflake: how often clients connect must not change the ids of messages.
        let id = format!("{:032x}", link.0);
        let servers: Vec<_> =
            self.servers.keys().copied().filter(|s| self.bot_in(*s) && (s >> 22) % shard.1 == shard.0).collect();
        let unavailable: Vec<_> = servers.iter().map(|id| json!({"id": id.to_string(), "unavailable": true})).collect();
        let mut user = self.user_json(self.app.bot);
        for (field, value) in [("verified", json!(true)), ("mfa_enabled", json!(true)), ("email", Value::Null)] {
            user[field] = value;
        }
        let application = self.application_json();
        let ready = json!({
            "v": 10,
            "user": user,
            "guilds": unavailable,
            "session_id": id,
            "resume_gateway_url": self.gateway_url(),
            "session_type": "normal",
            "shard": [shard.0, shard.1],
            "application": {"id": application["id"], "flags": application["flags"]},
            "private_channels": [],
            "relationships": [],
            "presences": [],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": ["rotterdam"],
            "user_settings": {},
            "_trace": ["[\"sim\"]"],
        });
        let keep = self.options.replay_limit;
        let mut session = Session {
            id: id.clone(),
            intents,
            shard,
            sequence: 0,
            acknowledged: 0,
            sent: Default::default(),
            link: Some(link),
            gone_at_ms: self.now_ms,
        };
        session.push("READY", &self.odd.apply("READY", &ready), keep);
        if intents & intent::GUILDS != 0 {
            for server in servers.iter().filter_map(|id| self.servers.get(id)) {
                let data = self.guild_create_json(server);
                session.push("GUILD_CREATE", &self.odd.apply("GUILD_CREATE", &data), keep);
            }
        }
        self.sessions.push(session);
        self.session_starts += 1;
        self.start_limit.use_up(1, self.now_ms);
        id
    }

    pub(crate) fn gateway_url(&self) -> String {
        self.base.replacen("http", "ws", 1)
    }
}

/// The message as a bot without the message content intent sees it.
pub(crate) fn without_content(message: &Value) -> Value {
    let mut bare = message.clone();
    bare["content"] = json!("");
    for field in ["embeds", "attachments", "components"] {
        bare[field] = json!([]);
    }
    if let Some(map) = bare.as_object_mut() {
        map.remove("poll");
    }
    if bare["referenced_message"].is_object() {
        bare["referenced_message"] = without_content(&bare["referenced_message"]);
    }
    bare
}
