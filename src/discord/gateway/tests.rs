//! The socket against a gateway that each test plays itself, over loopback and zstd. The whole simulated Discord has
//! its own tests; here are the turns it does not take by itself.

use std::collections::HashSet;
use std::io::Write;
use std::sync::Arc;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use twilight_gateway::Intents;

use super::*;
use crate::discord::rest::SessionStarts;
use domain::away::Contents;
use domain::ids::{ChannelId, GuildId, MessageId};

const GUILD: GuildId = GuildId(100_000_000_000_000_001);

/// Waits no longer than this for anything.
async fn within<T>(what: &str, future: impl Future<Output = T>) -> T {
    match tokio::time::timeout(Duration::from_secs(120), future).await {
        Ok(value) => value,
        Err(_) => panic!("waited in vain for {what}"),
    }
}

/// The gateway's side: hands out every connection that is made.
struct Gateway {
    url: String,
    connections: mpsc::Receiver<WebSocket>,
}

impl Gateway {
    async fn listen() -> Self {
        let (made, connections) = mpsc::channel(8);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("ws://{}", listener.local_addr().expect("it listens"));
        let app = axum::Router::new().fallback(move |upgrade: WebSocketUpgrade| {
            let made = made.clone();
            async move { upgrade.on_upgrade(move |socket| async move { drop(made.send(socket).await) }) }
        });
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, connections }
    }

    async fn bare(&mut self) -> Connection {
        let socket = within("a connection", self.connections.recv()).await.expect("the listener runs on");
        let zstd = zstd::stream::write::Encoder::new(Vec::new(), 3).expect("level 3 exists");
        Connection { socket, zstd, url: self.url.clone() }
    }

    /// The next connection, greeted, and what it asks for: its IDENTIFY or RESUME.
    async fn accept(&mut self) -> (Connection, Value) {
        let mut connection = self.bare().await;
        connection.send(&json!({"t": null, "s": null, "op": 10, "d": {"heartbeat_interval": 41250}})).await;
        let asked = connection.receive().await;
        (connection, asked)
    }

    /// The next connection, which must identify; it gets a session.
    async fn identified(&mut self, intents: Intents) -> Connection {
        let (mut connection, asked) = self.accept().await;
        assert_eq!((&asked["op"], &asked["d"]["intents"]), (&json!(2), &json!(intents.bits())), "{asked}");
        assert_eq!(asked["d"]["token"], "Bot t");
        let url = connection.url.clone();
        connection.ready(&url).await;
        connection
    }

    /// The next connection, which must resume after this event; it may.
    async fn resumed(&mut self, sequence: u64) -> Connection {
        let (mut connection, asked) = self.accept().await;
        assert_eq!((&asked["op"], &asked["d"]["seq"]), (&json!(6), &json!(sequence)), "{asked}");
        assert_eq!(asked["d"]["session_id"], "the-session");
        connection.dispatch(sequence + 1, "RESUMED", &json!({})).await;
        connection
    }
}

struct Connection {
    socket: WebSocket,
    zstd: zstd::stream::write::Encoder<'static, Vec<u8>>,
    url: String,
}

impl Connection {
    async fn send(&mut self, payload: &Value) {
        // Discord's order of keys is t, s, op, d; serde_json's own is by the alphabet.
        let frame =
            format!(r#"{{"t":{},"s":{},"op":{},"d":{}}}"#, payload["t"], payload["s"], payload["op"], payload["d"]);
        self.zstd.write_all(frame.as_bytes()).expect("a vector takes everything");
        self.zstd.flush().expect("a vector takes everything");
        let compressed = std::mem::take(self.zstd.get_mut());
        self.socket.send(Message::Binary(compressed.into())).await.expect("the client is there");
    }

    async fn dispatch(&mut self, sequence: u64, name: &str, d: &Value) {
        self.send(&json!({"t": name, "s": sequence, "op": 0, "d": d})).await;
    }

    async fn ready(&mut self, resume_url: &str) {
        let d = json!({"v": 10, "user": {"id": "7"}, "application": {"id": "8", "flags": 0}, "session_id": "the-session",
            "resume_gateway_url": resume_url, "guilds": [{"id": GUILD.to_string(), "unavailable": true}]});
        self.dispatch(1, "READY", &d).await;
    }

    /// What the client says next, heartbeats aside.
    async fn receive(&mut self) -> Value {
        loop {
            match within("a word of the client", self.socket.recv()).await {
                Some(Ok(Message::Text(text))) => {
                    let said: Value = serde_json::from_str(&text).expect("the client writes JSON");
                    if said["op"] != 1 {
                        return said;
                    }
                }
                other => panic!("the client says {other:?}"),
            }
        }
    }

    async fn close(mut self, code: Option<u16>) {
        let frame = code.map(|code| CloseFrame { code, reason: "".into() });
        self.socket.send(Message::Close(frame)).await.expect("the client is there");
        while within("the client's goodbye", self.socket.recv()).await.is_some_and(|said| said.is_ok()) {}
    }

    /// Waits until the client leaves, and says with which code.
    async fn left(mut self) -> u16 {
        let mut code = None;
        while let Some(Ok(said)) = within("the client's goodbye", self.socket.recv()).await {
            if let Message::Close(Some(frame)) = said {
                code = Some(frame.code);
            }
        }
        code.expect("the client says why")
    }
}

/// Our side.
struct Running {
    subscriptions: watch::Sender<Subscriptions>,
    interactions: mpsc::Receiver<Numbered>,
    events: mpsc::Receiver<Numbered>,
    received: watch::Receiver<Received>,
    cancel: CancellationToken,
    task: JoinHandle<Result<Option<SavedSession>, Fatal>>,
}

impl Running {
    fn start(url: &str, subscriptions: Subscriptions, saved: Option<SavedSession>) -> Self {
        let (to_interactions, interactions) = mpsc::channel(1);
        let (to_events, events) = mpsc::channel(1);
        let (to_progress, received) = watch::channel(Received::default());
        let (subscriptions, changes) = watch::channel(subscriptions);
        let cancel = CancellationToken::new();
        let starts = SessionStarts { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
        let options = GatewayOptions {
            token: SecretString::from("t"),
            gateway: GatewayBot { url: url.to_owned(), shards: 1, session_start_limit: starts },
            bot: (UserId(7), 8),
            pace: Pace::Rehearsal,
            may_hold_hashtag: |frame| frame.windows(5).any(|five| five.eq_ignore_ascii_case(b"#cmad")),
            saved,
            dialer: Dialer::direct(),
            identified: Identified::default(),
        };
        let outlets = Outlets { interactions: to_interactions, events: to_events, received: to_progress };
        let task = tokio::spawn(run(options, changes, outlets, cancel.clone()));
        Self { subscriptions, interactions, events, received, cancel, task }
    }

    async fn event(&mut self) -> GatewayEvent {
        within("an event", self.events.recv()).await.expect("the socket runs").1
    }

    async fn interaction(&mut self) -> GatewayEvent {
        within("an interaction", self.interactions.recv()).await.expect("the socket runs").1
    }

    async fn connected(&mut self) -> Connected {
        loop {
            match self.event().await {
                GatewayEvent::Connected(connected) => return connected,
                GatewayEvent::Disconnected => {}
                other => panic!("{other:?} instead of a session"),
            }
        }
    }

    async fn seen(&mut self, sequence: u64) {
        within("received", self.received.wait_for(|received| received.sequence >= sequence)).await.expect("it runs");
    }

    async fn end(self) -> Result<Option<SavedSession>, Fatal> {
        within("the end", self.task).await.expect("it does not panic")
    }
}

fn in_season() -> Subscriptions {
    let guilds = Arc::new(HashSet::from([GUILD]));
    Subscriptions { messages: true, content: true, guilds, ..Subscriptions::default() }
}

const PLAIN: Intents = Intents::GUILDS.union(Intents::GUILD_MESSAGES);

fn message(content: &str) -> Value {
    json!({"id": "5", "guild_id": GUILD.to_string(), "channel_id": "6", "content": content})
}

#[tokio::test]
async fn frames_become_events_and_what_nobody_needs_only_progress() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&format!("{}/", gateway.url), in_season(), None);
    let mut discord = gateway.identified(PLAIN | Intents::MESSAGE_CONTENT).await;
    let expected = Connected {
        user: UserId(7),
        application: 8,
        resumed: false,
        contents: Some(Contents::Received),
        guilds: Some(vec![GUILD]),
    };
    assert_eq!(ours.connected().await, expected);
    // Events are not read for a while: interactions arrive all the same.
    for sequence in 2..40 {
        discord.dispatch(sequence, "MESSAGE_CREATE", &message("#CMAD thanks")).await;
    }
    discord.dispatch(40, "MESSAGE_CREATE", &message("good morning")).await;
    discord.dispatch(41, "TYPING_START", &json!({})).await;
    discord.dispatch(42, "INTERACTION_CREATE", &json!({"id": "9"})).await;
    let (sequence, interaction) = within("the interaction", ours.interactions.recv()).await.expect("it runs");
    assert_eq!((sequence, interaction), (42, GatewayEvent::Interaction(r#"{"id":"9"}"#.to_owned())));
    ours.seen(42).await;
    let received = ours.received.borrow().clone();
    assert_eq!((received.sessions, received.sequence), (1, 42));
    assert!(!received.caught_up, "a mark that everything was heard would overtake what waits in the socket");
    for sequence in 2..40 {
        let (got, event) = within("a message", ours.events.recv()).await.expect("it runs");
        assert_eq!(got, sequence);
        assert!(matches!(&event, GatewayEvent::Message(d) if d.contains("#CMAD")), "{event:?}");
    }
    within("everything in its outlet", ours.received.wait_for(|received| received.caught_up)).await.expect("it runs");
    discord.dispatch(43, "MESSAGE_DELETE_BULK", &json!({"ids": ["5"], "channel_id": "6"})).await;
    ours.seen(43).await;
    assert!(ours.events.try_recv().is_err(), "a deletion of something that is not stored");
    // The sets change without a new session.
    ours.subscriptions.send_modify(|subscriptions| subscriptions.stored = Arc::new(HashSet::from([MessageId(5)])));
    tokio::task::yield_now().await;
    discord.dispatch(44, "MESSAGE_DELETE_BULK", &json!({"ids": ["4", "5"], "channel_id": "6"})).await;
    let messages = vec![MessageId(4), MessageId(5)];
    let deleted = GatewayEvent::MessagesDeleted { guild: None, channel: ChannelId(6), messages };
    assert_eq!(ours.event().await, deleted);
}

#[tokio::test]
async fn every_kind_of_fall_is_resumed() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, Subscriptions::default(), None);
    let mut discord = gateway.identified(Intents::GUILDS).await;
    assert!(!ours.connected().await.resumed);
    let mut sequence = 1;
    for code in [Some(4000), Some(1000), Some(1001), None, Some(4009), Some(4999)] {
        discord.close(code).await;
        discord = gateway.resumed(sequence).await;
        sequence += 1;
        assert!(ours.connected().await.resumed, "{code:?}");
    }
    drop(discord);
    discord = gateway.resumed(sequence).await;
    assert!(ours.connected().await.resumed, "a broken connection");
    discord.send(&json!({"t": null, "s": null, "op": 7, "d": null})).await;
    assert_eq!(discord.left().await, 4000);
    discord = gateway.resumed(sequence + 1).await;
    assert!(ours.connected().await.resumed, "asked to reconnect");
    discord.send(&json!({"t": null, "s": null, "op": 9, "d": false})).await;
    assert_eq!(discord.left().await, 1000);
    let _discord = gateway.identified(Intents::GUILDS).await;
    assert!(!ours.connected().await.resumed, "an invalid session is not resumed");
    ours.seen(1).await;
    assert_eq!(ours.received.borrow().sessions, 2);
}

#[tokio::test]
async fn a_gateway_that_hangs_up_before_its_greeting_is_not_besieged_but_tried_again() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, Subscriptions::default(), None);
    for _ in 0..6 {
        gateway.bare().await.close(Some(4000)).await;
    }
    let _discord = gateway.identified(Intents::GUILDS).await;
    ours.connected().await;
}

#[tokio::test]
async fn other_intents_need_another_session() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, Subscriptions::default(), None);
    let mut before = gateway.identified(Intents::GUILDS).await;
    ours.connected().await;
    ours.subscriptions.send_replace(in_season());
    // The session continues until its successor is ready: no button press is lost.
    let (mut discord, asked) = gateway.accept().await;
    assert_eq!(asked["d"]["intents"], (PLAIN | Intents::MESSAGE_CONTENT).bits());
    before.dispatch(2, "INTERACTION_CREATE", &json!({"id": "1"})).await;
    assert!(matches!(ours.interaction().await, GatewayEvent::Interaction(_)));
    let url = discord.url.clone();
    discord.ready(&url).await;
    assert_eq!(before.left().await, 1000);
    assert_eq!(ours.event().await, GatewayEvent::Disconnected);
    assert!(!ours.connected().await.resumed);
    discord.dispatch(2, "MESSAGE_CREATE", &message("#cmad")).await;
    assert!(matches!(ours.event().await, GatewayEvent::Message(_)));
}

#[tokio::test]
async fn a_successor_that_is_refused_leaves_the_session_as_it_was() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, Subscriptions { messages: true, ..Subscriptions::default() }, None);
    let mut discord = gateway.identified(PLAIN).await;
    ours.connected().await;
    ours.subscriptions.send_replace(in_season());
    let (successor, asked) = gateway.accept().await;
    assert_eq!(asked["d"]["intents"], (PLAIN | Intents::MESSAGE_CONTENT).bits());
    successor.close(Some(4014)).await;
    assert_eq!(ours.event().await, GatewayEvent::ContentRefused);
    discord.dispatch(2, "MESSAGE_CREATE", &message("<@7> thanks")).await;
    assert!(matches!(ours.event().await, GatewayEvent::Message(_)));
}

#[tokio::test]
async fn a_refused_intent_is_left_out_and_told_once() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, in_season(), None);
    let (refused, asked) = gateway.accept().await;
    assert_eq!(asked["d"]["intents"], (PLAIN | Intents::MESSAGE_CONTENT).bits());
    refused.close(Some(4014)).await;
    let discord = gateway.identified(PLAIN).await;
    assert_eq!(ours.event().await, GatewayEvent::ContentRefused);
    assert!(!ours.connected().await.resumed);
    // What was refused stays out when something else changes.
    ours.subscriptions.send_modify(|subscriptions| subscriptions.messages = false);
    let successor = gateway.identified(Intents::GUILDS).await;
    assert_eq!(discord.left().await, 1000);
    assert_eq!(ours.event().await, GatewayEvent::Disconnected);
    assert!(!ours.connected().await.resumed);
    ours.subscriptions.send_modify(|subscriptions| subscriptions.messages = true);
    let _last = gateway.identified(PLAIN).await;
    assert_eq!(successor.left().await, 1000);
    assert_eq!(ours.event().await, GatewayEvent::Disconnected);
    assert!(!ours.connected().await.resumed);
}

#[tokio::test]
async fn what_cannot_be_mended_ends_it() {
    for (code, expected) in [
        (4004, Fatal::Token),
        (4010, Fatal::Sharding),
        (4011, Fatal::Sharding),
        (4012, Fatal::Version),
        (4013, Fatal::Intents),
        (4014, Fatal::Intents),
    ] {
        let mut gateway = Gateway::listen().await;
        let ours = Running::start(&gateway.url, Subscriptions::default(), None);
        let (discord, _) = gateway.accept().await;
        discord.close(Some(code)).await;
        assert_eq!(ours.end().await, Err(expected), "{code}");
    }
    for url in ["", "http://127.0.0.1", "wss://", "ws://a b", "ws://127.0.0.1:99999"] {
        assert_eq!(Running::start(url, Subscriptions::default(), None).end().await, Err(Fatal::Address), "{url}");
    }
}

#[tokio::test]
async fn a_restart_goes_on_where_the_last_run_stopped() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, in_season(), None);
    let mut discord = gateway.identified(PLAIN | Intents::MESSAGE_CONTENT).await;
    ours.connected().await;
    // Two events that are not read: one fits into the channel; the other does not, and the resumed session delivers it.
    discord.dispatch(2, "MESSAGE_CREATE", &message("#cmad")).await;
    discord.dispatch(3, "MESSAGE_CREATE", &message("#cmad")).await;
    ours.seen(3).await;
    ours.cancel.cancel();
    assert_eq!(discord.left().await, 4000);
    let events = ours.events;
    let saved = within("the end", ours.task).await.expect("no panic").expect("nothing fatal").expect("a session");
    drop(events);
    assert_eq!((saved.session_id.as_str(), saved.sequence, saved.user), ("the-session", 2, UserId(7)));
    let stored = serde_json::to_string(&saved).expect("it can be stored");
    let saved: SavedSession = serde_json::from_str(&stored).expect("and read");

    let mut ours = Running::start(&gateway.url, in_season(), Some(saved.clone()));
    let discord = gateway.resumed(2).await;
    let again = ours.connected().await;
    assert_eq!((again.resumed, again.user, again.application), (true, UserId(7), 8));
    ours.cancel.cancel();
    assert_eq!(discord.left().await, 4000);
    assert_eq!(ours.end().await.expect("nothing fatal").map(|saved| saved.sequence), Some(3));

    let _other_intents = Running::start(&gateway.url, Subscriptions::default(), Some(saved));
    gateway.identified(Intents::GUILDS).await;
}

#[tokio::test]
async fn hostile_frames_do_no_harm() {
    let mut gateway = Gateway::listen().await;
    let mut ours = Running::start(&gateway.url, in_season(), None);
    let (mut discord, _) = gateway.accept().await;
    // twilight would panic on such an address, so the session goes on at the first one.
    discord.ready("no address at all").await;
    assert!(!ours.connected().await.resumed);
    let mut discord = gateway.resumed(1).await;
    assert!(ours.connected().await.resumed);
    for frame in
        ["", "null", "[]", r#"{"op":0}"#, r#"{"t":"READY","s":-1,"op":0,"d":[]}"#, r#"{"t":"GUILD_CREATE","op":0"#]
    {
        discord.socket.send(Message::Text(frame.into())).await.expect("the client is there");
    }
    for (name, d) in [("INTERACTION_CREATE", Value::Null), ("GUILD_CREATE", json!({"id": "x"})), ("READY", json!([]))] {
        discord.dispatch(3, name, &d).await;
    }
    discord.dispatch(4, "MESSAGE_CREATE", &message("#cmad")).await;
    assert!(matches!(ours.event().await, GatewayEvent::Message(_)));
    // A block of the type that zstd reserves.
    discord.socket.send(Message::Binary(vec![6, 0, 0].into())).await.expect("the client is there");
    // The gateway does not agree to the goodbye that follows, and the client does not wait for ever.
    let _discord = gateway.resumed(4).await;
    assert!(ours.connected().await.resumed);
}
