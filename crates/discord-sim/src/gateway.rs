//! The gateway's socket: hello, identify or resume, heartbeats, then whatever the session is sent.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::timeout;
use zstd::stream::raw::{Encoder, InBuffer, Operation, OutBuffer};

use crate::Shared;
use crate::fault::{Disconnect, FaultTiming, GatewayFault};
use crate::ids::id_of;
use crate::listener::Scissors;
use crate::session::{Out, Session, intent};
use crate::transcript::Event;
use crate::world::State;

/// Serves one connection until it ends.
pub(super) async fn serve(
    shared: Arc<Shared>,
    socket: WebSocket,
    scissors: Scissors,
    zstd: bool,
    version: Option<String>,
) {
    let (out, mut queue) = mpsc::unbounded_channel();
    let interval = shared.read(|state| state.options.heartbeat_interval_ms);
    let number = shared.write(|state| {
        state.connections += 1;
        state.connections
    });
    let mut line = Line { socket, squeeze: zstd.then(Squeeze::new) };
    let mut peer = Peer { shared: shared.clone(), number, out, session: None };
    peer.send(json!({"t": null, "s": null, "op": 10, "d": {"heartbeat_interval": interval, "_trace": ["[\"sim\"]"]}}));
    if version.is_some_and(|version| version != "10") {
        peer.close(Some(4012));
    }
    let mut closed_with = None;
    loop {
        tokio::select! {
            () = shared.stop.cancelled() => break,
            next = queue.recv() => match next {
                Some(Out::Frame(text)) => match peer.fate_of(&text) {
                    None => if line.send(text).await.is_err() { break },
                    Some(fault) => {
                        closed_with = peer.suffer(&mut line, &scissors, text, fault).await;
                        break;
                    }
                },
                Some(Out::Close(code)) => {
                    closed_with = Some(code);
                    line.close(code).await;
                    break;
                }
                Some(Out::Drop) | None => {
                    closed_with = Some(None);
                    break;
                }
            },
            heard = line.socket.recv() => match heard {
                Some(Ok(Message::Text(text))) => peer.hear(&text),
                Some(Ok(Message::Binary(bytes))) => peer.hear(&String::from_utf8_lossy(&bytes)),
                Some(Ok(Message::Close(frame))) => {
                    let code = frame.map(|frame| frame.code);
                    // Discord ends a session whose client closes with 1000 or 1001.
                    peer.left(code, matches!(code, Some(1000 | 1001)));
                    return;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
        }
    }
    peer.left(closed_with.flatten(), closed_with.flatten().is_some_and(ends_session));
}

/// Whether Discord lets nobody resume after this code ("Gateway Close Event Codes").
pub(super) fn ends_session(code: u16) -> bool {
    matches!(code, 4004 | 4007 | 4009..=4014)
}

/// The socket, with its compression.
struct Line {
    socket: WebSocket,
    squeeze: Option<Squeeze>,
}

impl Line {
    async fn send(&mut self, text: Utf8Bytes) -> Result<(), axum::Error> {
        let message = match &mut self.squeeze {
            Some(squeeze) => Message::Binary(squeeze.message(text.as_bytes()).map_err(axum::Error::new)?.into()),
            None => Message::Text(text),
        };
        self.socket.send(message).await
    }

    async fn close(&mut self, code: Option<u16>) {
        let frame = code.map(|code| CloseFrame { code, reason: reason(code).into() });
        if self.socket.send(Message::Close(frame)).await.is_err() {
            return;
        }
        // The other side is given a moment to answer the close frame, so that it does not see a reset.
        let answered = async { while let Some(Ok(_)) = self.socket.recv().await {} };
        let _ = timeout(Duration::from_secs(1), answered).await;
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        4002 => "Error while decoding payload.",
        4003 => "Not authenticated.",
        4004 => "Authentication failed.",
        4005 => "Already authenticated.",
        4007 => "Invalid seq.",
        4009 => "Session timed out.",
        4010 => "Invalid shard.",
        4012 => "Invalid API version.",
        4013 => "Invalid intent(s).",
        4014 => "Disallowed intent(s).",
        _ => "",
    }
}

/// One zstd stream for the whole connection, flushed after each message.
struct Squeeze(Encoder<'static>);

impl Squeeze {
    fn new() -> Self {
        Self(Encoder::new(1).expect("level 1 exists"))
    }

    fn message(&mut self, text: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut all = Vec::with_capacity(text.len() / 2 + 32);
        let mut block = [0_u8; 16 * 1024];
        let mut input = InBuffer::around(text);
        while input.pos() < text.len() {
            let mut output = OutBuffer::around(&mut block[..]);
            self.0.run(&mut input, &mut output)?;
            all.extend_from_slice(output.as_slice());
        }
        loop {
            let mut output = OutBuffer::around(&mut block[..]);
            let left = self.0.flush(&mut output)?;
            all.extend_from_slice(output.as_slice());
            if left == 0 {
                return Ok(all);
            }
        }
    }
}

/// The client at the other end.
struct Peer {
    shared: Arc<Shared>,
    number: u64,
    out: mpsc::UnboundedSender<Out>,
    session: Option<String>,
}

impl Peer {
    fn send(&self, payload: Value) {
        // The queue's reader is this connection's own task, so it is there.
        let _ = self.out.send(Out::Frame(payload.to_string().into()));
    }

    fn close(&self, code: Option<u16>) {
        let _ = self.out.send(Out::Close(code));
    }

    fn hear(&mut self, text: &str) {
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

    /// Counts an event that is about to be sent. What should happen to it is noted, and the connection counts as gone.
    fn fate_of(&self, text: &str) -> Option<GatewayFault> {
        let name = text.strip_prefix(r#"{"t":""#)?.split('"').next()?;
        self.shared.write(|state| {
            state.points.frames.push(name.to_owned());
            let fault = state.faults.strike_frame()?;
            state.fault_happened(format!("gateway {name}"), format!("{fault:?}"));
            if fault.disconnect != Disconnect::Silence {
                self.unlink(state);
            }
            Some(fault)
        })
    }

    /// Ends the connection as the fault says, and with which code it was closed.
    async fn suffer(
        &self,
        line: &mut Line,
        scissors: &Scissors,
        text: Utf8Bytes,
        fault: GatewayFault,
    ) -> Option<Option<u16>> {
        if fault.timing == FaultTiming::Half {
            scissors.cut_halfway();
        }
        // A client that has gone meanwhile suffers nothing more.
        if fault.timing != FaultTiming::Before && line.send(text).await.is_err() {
            return Some(None);
        }
        let said = match fault.disconnect {
            Disconnect::Close(code) => {
                line.close(code).await;
                return Some(code);
            }
            Disconnect::Drop => return Some(None),
            Disconnect::Silence => None,
            Disconnect::Reconnect => Some(r#"{"t":null,"s":null,"op":7,"d":null}"#.to_owned()),
            Disconnect::Invalid { resumable } => {
                if !resumable {
                    self.shared.write(|state| state.sessions.retain(|one| Some(&one.id) != self.session.as_ref()));
                }
                Some(format!(r#"{{"t":null,"s":null,"op":9,"d":{resumable}}}"#))
            }
        };
        if let Some(said) = said {
            // As above: somebody who is gone hears nothing.
            let _ = line.send(said.into()).await;
        }
        // The client leaves, or the simulator stops.
        tokio::select! {
            () = self.shared.stop.cancelled() => {}
            () = async { while let Some(Ok(_)) = line.socket.recv().await {} } => {}
        }
        None
    }

    fn unlink(&self, state: &mut State) {
        let now_ms = state.now_ms;
        if let Some(session) = self.find(state) {
            session.link = None;
            session.gone_at_ms = now_ms;
        }
    }

    fn heartbeat(&self, heard: Option<u64>) {
        self.shared.write(|state| {
            if let Some(session) = self.find(state) {
                session.heard = session.heard.max(heard.unwrap_or(0));
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
            // What is no longer kept cannot be replayed, and then the session is over.
            if session.sent.front().is_some_and(|(first, _)| *first > after + 1) {
                return Ok(false);
            }
            if let Some((number, old)) = session.link.replace((self.number, self.out.clone()))
                && number != self.number
            {
                let _ = old.send(Out::Close(Some(4000)));
            }
            let missed: Vec<_> = session.sent.iter().filter(|(n, _)| *n > after).map(|(_, f)| f.clone()).collect();
            let replayed = missed.len();
            for frame in missed {
                let _ = self.out.send(Out::Frame(frame));
            }
            session.push("RESUMED", &json!({"_trace": ["[\"sim\"]"]}), keep);
            state.linked += 1;
            state.note(Event::GatewayResumed { replayed });
            Ok(true)
        });
        match resumed {
            Ok(true) => self.session = Some(wanted),
            Ok(false) => self.send(json!({"t": null, "s": null, "op": 9, "d": false})),
            Err(code) => self.close(Some(code)),
        }
    }

    /// `Request Guild Members`: everybody, or those with the named ids, in one chunk per thousand.
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
    fn left(&self, code: Option<u16>, over: bool) {
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

impl State {
    pub(super) fn is_token(&self, token: &str) -> bool {
        token.strip_prefix("Bot ").unwrap_or(token) == self.options.token
    }

    /// `READY` and a `GUILD_CREATE` for each server; the new session's id.
    fn begin_session(&mut self, intents: u64, shard: (u64, u64), link: (u64, mpsc::UnboundedSender<Out>)) -> String {
        // Not one of the world's own ids: how often somebody connects changes no message's.
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
            heard: 0,
            sent: Default::default(),
            link: Some(link),
            gone_at_ms: self.now_ms,
        };
        session.push("READY", &ready, keep);
        if intents & intent::GUILDS != 0 {
            for server in servers.iter().filter_map(|id| self.servers.get(id)) {
                session.push("GUILD_CREATE", &self.guild_create_json(server), keep);
            }
        }
        self.sessions.push(session);
        self.linked += 1;
        id
    }

    pub(super) fn gateway_url(&self) -> String {
        self.base.replacen("http", "ws", 1)
    }
}
