//! The simulator against the libraries that a bot uses: twilight's socket and models, serenity's models, and raw HTTP,
//! so that a test sees every byte of what it sends and is answered.

use std::time::Duration;

use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;
use twilight_gateway::queue::Queue;
use twilight_gateway::{ConfigBuilder, EventTypeFlags, Intents, Message, Session, Shard, ShardId};

use crate::{ChannelHandle, Member, Sim, SimOptions, SimServer, intent, permission};

mod gateway;
mod interactions;
mod models;
mod rest;
mod threads;

/// 2027-01-25T09:00:00Z.
const START_MS: i64 = 1_800_867_600_000;

/// What the bot of the tests may do in its server.
const USUAL: u64 = permission::EVERYONE | permission::CREATE_EVENTS;

/// A server with the bot, a channel and two people.
struct Town {
    sim: Sim,
    server: SimServer,
    general: ChannelHandle,
    ada: Member,
    grace: Member,
}

async fn town() -> Town {
    town_with(SimOptions::at(START_MS)).await
}

async fn town_with(options: SimOptions) -> Town {
    let sim = Sim::start(options).await.unwrap();
    let server = sim.server("Northwind");
    let general = server.channel("general");
    let (ada, grace) = (server.member("Ada"), server.member("Grace"));
    sim.invite_bot(&server, USUAL);
    Town { sim, server, general, ada, grace }
}

/// Lets a shard identify at once; twilight's own queue waits five seconds between two times.
#[derive(Debug)]
struct AtOnce;

impl Queue for AtOnce {
    fn enqueue(&self, _shard: u32) -> oneshot::Receiver<()> {
        let (go, wait) = oneshot::channel();
        let _ = go.send(());
        wait
    }
}

/// A bot whose moves the test makes.
struct Bot {
    frames: mpsc::UnboundedReceiver<(String, Value)>,
    task: tokio::task::JoinHandle<Option<Session>>,
    stop: mpsc::UnboundedSender<()>,
    send: twilight_gateway::MessageSender,
    api: Api,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

const ALL_INTENTS: u64 = intent::GUILDS
    | intent::GUILD_MESSAGES
    | intent::GUILD_MESSAGE_REACTIONS
    | intent::DIRECT_MESSAGES
    | intent::MESSAGE_CONTENT
    | intent::GUILD_SCHEDULED_EVENTS;

impl Bot {
    async fn connect(sim: &Sim, intents: u64) -> Self {
        let bot = Self::start(sim, intents, None);
        sim.until_connected().await;
        bot
    }

    fn start(sim: &Sim, intents: u64, session: Option<(Session, String)>) -> Self {
        let intents = Intents::from_bits_truncate(intents);
        let mut config = ConfigBuilder::new(sim.token(), intents).queue(AtOnce).proxy_url(sim.gateway_url());
        if let Some((session, url)) = session {
            config = config.session(session).resume_url(url);
        }
        let mut shard = Shard::with_config(ShardId::ONE, config.build());
        let sender = shard.sender();
        let (send, frames) = mpsc::unbounded_channel();
        let (stop, mut stopped) = mpsc::unbounded_channel::<()>();
        let task = tokio::spawn(async move {
            loop {
                let message = tokio::select! {
                    message = shard.next() => message,
                    _ = stopped.recv() => return shard.session().cloned(),
                };
                let seen = match message {
                    Some(Ok(Message::Text(text))) => {
                        let json: Value = serde_json::from_str(&text).unwrap();
                        let name = json["t"].as_str().unwrap_or("").to_owned();
                        let decoded = twilight_gateway::parse(text, EventTypeFlags::all());
                        if let Err(error) = decoded {
                            let source = std::error::Error::source(&error).map(ToString::to_string);
                            ("undecodable".to_owned(), json!({"error": format!("{error} {source:?}"), "frame": json}))
                        } else {
                            (name, json)
                        }
                    }
                    Some(Ok(Message::Close(frame))) => ("close".to_owned(), json!(frame.map(|frame| frame.code))),
                    Some(Err(_)) => continue,
                    None => return None,
                };
                if send.send(seen).is_err() {
                    return None;
                }
            }
        });
        Self { frames, task, stop, send: sender, api: Api::of(sim) }
    }

    /// The next event of this name; what comes before it is dropped, but must be decodable.
    async fn next(&mut self, name: &str) -> Value {
        let waiting = async {
            loop {
                let (seen, json) = self.frames.recv().await.expect("the socket is open");
                assert!(seen != "undecodable", "twilight cannot read: {json}");
                if seen == name {
                    return json;
                }
            }
        };
        timeout(Duration::from_secs(120), waiting).await.unwrap_or_else(|_| panic!("no {name} came"))
    }

    /// The next interaction's `d`.
    async fn interaction(&mut self) -> Value {
        self.next("INTERACTION_CREATE").await["d"].clone()
    }

    /// The names of everything that has come so far and not been read.
    fn names(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.frames.try_recv().ok())
            .map(|(name, _)| name)
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// Answers an interaction.
    async fn callback(&self, interaction: &Value, kind: u8, data: Value) {
        let (id, token) = (interaction["id"].as_str().unwrap(), interaction["token"].as_str().unwrap());
        let body = json!({"type": kind, "data": data}).to_string();
        let path = format!("/interactions/{id}/{token}/callback");
        let (status, _, answer) = self.api.call("POST", &path, JSON, &body).await.expect("an answer");
        assert_eq!(status, 204, "{answer}");
    }
}

/// One request on a socket of its own: status, headers in lower case, body.
async fn raw(sim: &Sim, method: &str, path: &str, body: Option<Value>) -> (u16, String, Value) {
    raw_as(sim, &sim.token(), method, path, body).await.expect("the connection is answered")
}

async fn raw_as(sim: &Sim, token: &str, method: &str, path: &str, body: Option<Value>) -> Option<(u16, String, Value)> {
    let api = Api { token: token.to_owned(), ..Api::of(sim) };
    api.call(method, path, JSON, &body.map(|body| body.to_string()).unwrap_or_default()).await
}

const JSON: &str = "application/json";

/// Where the simulator listens, and who asks.
struct Api {
    base: String,
    token: String,
}

impl Api {
    fn of(sim: &Sim) -> Self {
        Self { base: sim.api_base(), token: sim.token() }
    }

    /// Nothing, if the connection ends without an answer.
    async fn call(&self, method: &str, path: &str, kind: &str, body: &str) -> Option<(u16, String, Value)> {
        let mut socket = TcpStream::connect(self.base.trim_start_matches("http://")).await.unwrap();
        let head = format!(
            "{method} /api/v10{path} HTTP/1.1\r\nhost: sim\r\nauthorization: Bot {}\r\ncontent-type: {kind}\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.token,
            body.len()
        );
        socket.write_all(head.as_bytes()).await.unwrap();
        let mut answer = String::new();
        let reading = socket.read_to_string(&mut answer);
        let read = timeout(Duration::from_secs(120), reading).await.expect("an answer in time");
        if read.is_err() || answer.is_empty() {
            return None;
        }
        let (head, text) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Some((status, head.to_lowercase(), serde_json::from_str(text).unwrap_or(Value::Null)))
    }
}

/// A message's body that pings no one.
fn says(text: &str) -> Value {
    json!({"content": text, "allowed_mentions": {"parse": []}})
}

/// A Components V2 body that pings no one.
fn shows(components: Value) -> Value {
    json!({"flags": 1 << 15, "components": components, "allowed_mentions": {"parse": []}})
}
