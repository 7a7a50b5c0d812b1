//! The gateway's state, waiting for it, and what a test can make it do.

use crate::fault::is_route;
use crate::handles::{Sim, SimServer};
use crate::intent;
use crate::session::{Outgoing, ends_session};
use crate::transcript::{Entry, Event};
use crate::world::State;

/// A server's outage. Its events reach no client meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// The server is no longer there for the bot.
    Begins,
    /// It is there again.
    Ends,
}

/// The gateway as the simulator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayState {
    /// Whether any session is connected.
    pub connected: bool,
    /// The intents of the connected sessions together.
    pub intents: u64,
    /// Every session that is connected or can be resumed.
    pub sessions: Vec<SessionState>,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionState {
    /// Its id.
    pub id: String,
    /// Whether it is connected.
    pub connected: bool,
    /// Its intents.
    pub intents: u64,
    /// The number of the last event made for it.
    pub last_sequence: u64,
    /// The number of the last event that a heartbeat has acknowledged.
    pub acknowledged_sequence: u64,
}

impl Sim {
    /// The gateway's state now.
    pub fn gateway_state(&self) -> GatewayState {
        self.read(gateway_state)
    }

    /// Waits until the bot is connected and identified, or resumed.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_connected(&self) {
        self.until_gateway("a connected bot", |gateway, _| gateway.connected).await;
    }

    /// Waits until this session is not connected.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_session_disconnected(&self, session: &str) {
        let is_there = |state: &GatewayState| state.sessions.iter().any(|one| one.connected && one.id == session);
        self.until_gateway("a session that is left", |gateway, _| !is_there(gateway)).await;
    }

    /// Waits until no session is connected.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_disconnected(&self) {
        self.until_gateway("no connected bot", |gateway, _| !gateway.connected).await;
    }

    /// Waits until the bot is connected by `most` sessions or fewer, the newest with exactly these intents: while one
    /// session takes over from another, both are connected for a moment.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_intents(&self, intents: u64, most: usize) {
        let what = format!("a bot connected with the intents {intents}");
        self.until_gateway(&what, |state, _| {
            let mut connected = state.sessions.iter().rev().filter(|session| session.connected);
            connected.next().is_some_and(|session| session.intents == intents) && connected.count() < most
        })
        .await;
    }

    /// Asks every connected client for a heartbeat and waits until each has acknowledged everything that was sent
    /// before. A client may still be working on it. A client that reconnects meanwhile is asked again.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_received(&self) {
        let wanted: Vec<(String, u64)> = self.read(|state| {
            let linked = state.sessions.iter().filter(|session| session.link.is_some());
            linked.map(|session| (session.id.clone(), session.sequence)).collect()
        });
        let is_heard = |state: &GatewayState| {
            wanted.iter().all(|(id, sequence)| {
                let session = state.sessions.iter().find(|session| &session.id == id);
                // One that was replaced by another acknowledges nothing more.
                let is_left = |of: &SessionState| !of.connected && state.connected;
                session.is_none_or(|session| session.acknowledged_sequence >= *sequence || is_left(session))
            })
        };
        let starts = |state: &State| state.session_starts;
        loop {
            let asked_at = self.write(|state| {
                for (_, link) in state.sessions.iter().filter_map(|session| session.link.as_ref()) {
                    let _ = link.send(Outgoing::Frame(r#"{"t":null,"s":null,"op":1,"d":null}"#.into()));
                }
                state.session_starts
            });
            let what = "a heartbeat with the last sequence";
            self.until_gateway(what, |gateway, state| is_heard(gateway) || starts(state) != asked_at).await;
            if is_heard(&self.gateway_state()) {
                return;
            }
        }
    }

    /// Waits until this many faults have happened since the simulator was started.
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`.
    pub async fn until_faults(&self, count: usize) {
        let is_fault = |entry: &&Entry| matches!(entry.event, Event::FaultHappened { .. });
        self.until_gateway("a fault", |_, state| state.log.iter().filter(is_fault).count() >= count).await;
    }

    async fn until_gateway(&self, what: &str, done: impl Fn(&GatewayState, &State) -> bool) {
        self.until_state(what, |state| done(&gateway_state(state), state).then_some(())).await;
    }

    /// Has another program start this many gateway sessions with the bot's token, as Discord counts them.
    pub fn start_sessions_elsewhere(&self, count: u32) {
        self.write(|state| state.start_limit.use_up(count, state.now_ms));
    }

    /// Closes every gateway connection with this code, or with a close frame that has none.
    pub fn close_gateway(&self, code: Option<u16>) {
        self.cue(&Outgoing::Close(code));
    }

    /// Cuts every gateway connection without a close frame.
    pub fn drop_gateway(&self) {
        self.cue(&Outgoing::Drop);
    }

    /// Tells every client to reconnect (op 7).
    pub fn ask_to_reconnect(&self) {
        self.cue(&Outgoing::Frame(r#"{"t":null,"s":null,"op":7,"d":null}"#.into()));
    }

    /// Tells every client that its session is invalid (op 9). Forgets sessions that cannot be resumed.
    pub fn invalidate_session(&self, resumable: bool) {
        let text = format!(r#"{{"t":null,"s":null,"op":9,"d":{resumable}}}"#);
        self.write(|state| {
            state.cue(&Outgoing::Frame(text.into()));
            // At once: a client may begin its next session a moment later.
            if !resumable {
                state.sessions.clear();
            }
        });
    }

    /// Switches the message content intent on or off, as in the developer portal: for sessions that begin, and requests.
    pub fn switch_message_content(&self, on: bool) {
        self.write(|state| state.options.message_content = on);
    }

    /// Forgets sessions that wait to be resumed, as after Discord's window.
    pub fn forget_sessions(&self) {
        self.write(|state| state.sessions.retain(|session| session.link.is_some()));
    }

    /// Answers this many of the next searches that there is no index yet (202).
    pub fn set_search_unindexed(&self, times: u32) {
        self.write(|state| state.search.unindexed = times);
    }

    /// The first time, search results leave out some messages, as Discord does with messages that it has to fetch
    /// first.
    pub fn set_search_incomplete(&self) {
        self.write(|state| state.search.incomplete = true);
    }

    /// From now on a search's `min_id` includes the message itself, as some Discord-compatible servers do it.
    pub fn set_search_inclusive(&self) {
        self.write(|state| state.search.inclusive = true);
    }

    /// How many requests of this kind were answered, whatever the answer: `GET /guilds/*/messages/search`.
    pub fn request_count(&self, matching: &str) -> usize {
        self.read(|state| state.counters.paths.iter().filter(|path| is_route(matching, path)).count())
    }

    /// Begins or ends an outage of the server.
    pub fn outage(&self, server: &SimServer, outage: Outage) {
        self.write(|state| match outage {
            Outage::Begins => {
                let data = serde_json::json!({"id": server.id().to_string(), "unavailable": true});
                state.notify(server.id(), "GUILD_DELETE", intent::GUILDS, data);
                state.unavailable.insert(server.id());
            }
            Outage::Ends => {
                state.unavailable.remove(&server.id());
                let Some(data) = state.servers.get(&server.id()).map(|place| state.guild_create_json(place)) else {
                    return;
                };
                state.notify(server.id(), "GUILD_CREATE", intent::GUILDS, data);
            }
        });
    }

    fn cue(&self, out: &Outgoing) {
        self.write(|state| state.cue(out));
    }
}

fn gateway_state(state: &State) -> GatewayState {
    let sessions: Vec<SessionState> = state
        .sessions
        .iter()
        .map(|session| SessionState {
            id: session.id.clone(),
            connected: session.link.is_some(),
            intents: session.intents,
            last_sequence: session.sequence,
            acknowledged_sequence: session.acknowledged,
        })
        .collect();
    let on = || sessions.iter().filter(|session| session.connected);
    GatewayState { connected: on().count() > 0, intents: on().fold(0, |sum, s| sum | s.intents), sessions }
}

impl State {
    /// What has happened so far, to see whether anything does.
    pub(crate) fn progress(&self) -> (usize, usize, u64) {
        (self.log.len(), self.counters.paths.len(), self.sessions.iter().map(|session| session.acknowledged).sum())
    }

    /// Sends this to every connected client. A connection that is being closed no longer counts, so that waiting for
    /// the next one cannot find the old one.
    fn cue(&mut self, out: &Outgoing) {
        let now_ms = self.now_ms;
        for session in &mut self.sessions {
            // A client that has just gone needs no cue.
            let Some((_, link)) = &session.link else { continue };
            let _ = link.send(out.clone());
            if matches!(out, Outgoing::Close(_) | Outgoing::Drop) {
                session.link = None;
                session.gone_at_ms = now_ms;
            }
        }
        if matches!(out, Outgoing::Close(Some(code)) if ends_session(*code)) {
            self.sessions.retain(|session| session.link.is_some());
        }
    }
}
