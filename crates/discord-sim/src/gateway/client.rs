//! The client at the other end of a gateway connection: what it sends, and its session.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::fault::{Disconnect, GatewayFault};
use crate::ids::id_of;
use crate::intent;
use crate::session::{Outgoing, Session};
use crate::shared::Shared;
use crate::transcript::Event;
use crate::world::State;

/// The client at the other end.
pub(super) struct Client {
    pub(super) shared: Arc<Shared>,
    /// The number of the connection.
    pub(super) number: u64,
    pub(super) out: UnboundedSender<Outgoing>,
    pub(super) session: Option<String>,
}

impl Client {
    pub(super) fn send(&self, payload: Value) {
        // The queue's reader is this connection's own task, so it still exists.
        let _ = self.out.send(Outgoing::Frame(payload.to_string().into()));
    }

    pub(super) fn close(&self, code: Option<u16>) {
        let _ = self.out.send(Outgoing::Close(code));
    }

    pub(super) fn receive(&mut self, text: &str) {
        let Ok(payload) = serde_json::from_str::<Value>(text) else { return self.close(Some(4002)) };
        let data = &payload["d"];
        match payload["op"].as_u64() {
            Some(1) => self.heartbeat(data.as_u64()),
            Some(2) if self.shared.write(|state| self.find(state).is_some()) => self.close(Some(4005)),
            Some(2) => self.identify(data),
            Some(6) => self.resume(data),
            Some(_) if self.session.is_none() => self.close(Some(4003)),
            Some(8) => self.members(data),
            Some(3 | 4 | 31 | 43) => {}
            _ => self.close(Some(4001)),
        }
    }

    /// Counts an event that is about to be sent. If a fault applies to it, stores the fault and treats the connection
    /// as closed.
    pub(super) fn count_event(&self, text: &str) -> Option<GatewayFault> {
        let name = text.strip_prefix(r#"{"t":""#)?.split('"').next()?;
        self.shared.write(|state| {
            state.counters.events.push(name.to_owned());
            let fault = state.faults.take_gateway()?;
            state.fault_happened(format!("gateway {name}"), format!("{fault:?}"));
            if fault.disconnect != Disconnect::Silence {
                self.unlink(state);
            }
            Some(fault)
        })
    }

    pub(super) fn unlink(&self, state: &mut State) {
        let now_ms = state.now_ms;
        if let Some(session) = self.find(state) {
            session.link = None;
            session.gone_at_ms = now_ms;
        }
    }

    fn heartbeat(&self, heard: Option<u64>) {
        self.shared.write(|state| {
            if let Some(session) = self.find(state) {
                session.acknowledged = session.acknowledged.max(heard.unwrap_or(0));
            }
        });
        self.send(json!({"t": null, "s": null, "op": 11, "d": null}));
    }

    fn find<'a>(&self, state: &'a mut State) -> Option<&'a mut Session> {
        let id = self.session.as_deref()?;
        state.sessions.iter_mut().find(|session| session.id == id)
    }

    fn identify(&mut self, data: &Value) {
        let intents = data["intents"].as_u64();
        let shard = (data["shard"][0].as_u64().unwrap_or(0), data["shard"][1].as_u64().unwrap_or(1));
        let outcome = self.shared.write(|state| {
            if !state.is_token(data["token"].as_str().unwrap_or("")) {
                return Err(4004);
            }
            let Some(intents) = intents.filter(|intents| intents & !intent::ALL == 0) else { return Err(4013) };
            if shard.0 >= shard.1 {
                return Err(4010);
            }
            let mut denied = intent::GUILD_PRESENCES;
            if !state.options.message_content {
                denied |= intent::MESSAGE_CONTENT;
            }
            if !state.options.guild_members {
                denied |= intent::GUILD_MEMBERS;
            }
            if intents & denied != 0 {
                return Err(4014);
            }
            state.note(Event::GatewayIdentified { intents });
            Ok(state.begin_session(intents, shard, (self.number, self.out.clone())))
        });
        match outcome {
            Ok(id) => self.session = Some(id),
            Err(code) => self.close(Some(code)),
        }
    }

    fn resume(&mut self, data: &Value) {
        let wanted = data["session_id"].as_str().unwrap_or("").to_owned();
        let after = data["seq"].as_u64().unwrap_or(0);
        let resumed = self.shared.write(|state| {
            if !state.is_token(data["token"].as_str().unwrap_or("")) {
                return Err(4004);
            }
            state.forget_old_sessions();
            let keep = state.options.replay_limit;
            let Some(session) = state.sessions.iter_mut().find(|session| session.id == wanted) else {
                return Ok(false);
            };
            if after > session.sequence {
                return Err(4007);
            }
            // Events that are no longer stored cannot be replayed; then the session is over.
            if session.sent.front().is_some_and(|(first, _)| *first > after + 1) {
                return Ok(false);
            }
            if let Some((number, old)) = session.link.replace((self.number, self.out.clone()))
                && number != self.number
            {
                let _ = old.send(Outgoing::Close(Some(4000)));
            }
            let missed: Vec<_> = session.sent.iter().filter(|(n, _)| *n > after).map(|(_, f)| f.clone()).collect();
            let replayed = missed.len();
            for frame in missed {
                let _ = self.out.send(Outgoing::Frame(frame));
            }
            session.push("RESUMED", &json!({"_trace": ["[\"sim\"]"]}), keep);
            state.session_starts += 1;
            state.note(Event::GatewayResumed { replayed });
            Ok(true)
        });
        match resumed {
            Ok(true) => self.session = Some(wanted),
            Ok(false) => self.send(json!({"t": null, "s": null, "op": 9, "d": false})),
            Err(code) => self.close(Some(code)),
        }
    }

    /// `Request Guild Members`: all members, or those with these ids, in chunks of a thousand.
    fn members(&self, data: &Value) {
        let Some(server) = id_of(&data["guild_id"]) else { return self.close(Some(4002)) };
        self.shared.write(|state| {
            let Some(guild) = state.servers.get(&server).filter(|_| state.bot_in(server)) else { return };
            let asked: Option<Vec<_>> = match &data["user_ids"] {
                Value::Null => None,
                Value::Array(ids) => Some(ids.iter().filter_map(id_of).collect()),
                one => Some(id_of(one).into_iter().collect()),
            };
            let chosen: Vec<Value> = guild
                .members
                .keys()
                .filter(|id| asked.as_ref().is_none_or(|asked| asked.contains(id)))
                .filter_map(|id| state.member_json(guild, *id))
                .collect();
            let keep = state.options.replay_limit;
            let chunks: Vec<_> = if chosen.is_empty() { vec![&chosen[..]] } else { chosen.chunks(1000).collect() };
            let count = chunks.len();
            let Some(session) = self.find(state) else { return };
            if asked.is_none() && session.intents & intent::GUILD_MEMBERS == 0 {
                return;
            }
            for (index, members) in chunks.into_iter().enumerate() {
                let mut chunk = json!({"guild_id": server.to_string(), "members": members,
                    "chunk_index": index, "chunk_count": count});
                if let Some(nonce) = data["nonce"].as_str() {
                    chunk["nonce"] = json!(nonce);
                }
                session.push("GUILD_MEMBERS_CHUNK", &chunk, keep);
            }
        });
    }

    /// The connection is over; its session waits to be resumed, or is gone.
    pub(super) fn left(&self, code: Option<u16>, over: bool) {
        self.shared.write(|state| {
            let number = self.number;
            if let Some(session) = self.find(state)
                && session.link.as_ref().is_none_or(|(link, _)| *link == number)
            {
                if session.link.is_some() {
                    self.unlink(state);
                }
                if over {
                    state.sessions.retain(|session| Some(&session.id) != self.session.as_ref());
                }
            }
            state.note(Event::GatewayClosed { code, had_session: self.session.is_some() });
        });
    }
}
