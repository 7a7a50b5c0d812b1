//! Measures what messages cost that no one needs: CPU time of the gateway's real code for 200,000 of them, beside the floor,
//! which reads the same connection, decompresses it and searches each frame for the hashtag. A message of 1.3 kB, one in 50
//! a reply, over one connection on the loopback interface, as one zstd stream.
//!
//! ```text
//! cargo bench --profile dist --bench chatter
//! ```
//!
//! What the sending side costs is not counted.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should say where")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::collections::HashSet;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::ws::{Message, WebSocketUpgrade};
use cmad::discord::gateway::{self, GatewayOptions, Identified, Outlets, Pace, Received, Subscriptions};
use cmad::discord::rest::{GatewayBot, SessionStarts};
use cmad::net::Dialer;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::reading::may_hold_hashtag;
use futures_util::{SinkExt as _, StreamExt as _};
use rustix::time::{ClockId, clock_gettime};
use secrecy::SecretString;
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

const MESSAGES: u64 = 200_000;
const SERVERS: u64 = 1000;
const ROUNDS: usize = 3;
/// The sequence of READY; the messages follow.
const READY: u64 = 1;

fn main() {
    let frames = Arc::new(compressed());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for round in 1..=ROUNDS {
        let floor = runtime.block_on(measured(&frames, search));
        let cmad = runtime.block_on(measured(&frames, receive));
        let each = |time: Duration| time.as_secs_f64() * 1e6 / MESSAGES as f64;
        println!(
            "round {round}: a message takes {:.2} µs of CPU; the floor {:.2} µs: {:.2} times the floor",
            each(cmad),
            each(floor),
            cmad.as_secs_f64() / floor.as_secs_f64()
        );
    }
}

/// The CPU time of this thread until `client` has read everything.
async fn measured<F: Future<Output = ()>>(frames: &Arc<Vec<Bytes>>, client: impl FnOnce(String) -> F) -> Duration {
    let url = serve(Arc::clone(frames));
    let before = clock_gettime(ClockId::ThreadCPUTime);
    client(url).await;
    let spent = clock_gettime(ClockId::ThreadCPUTime) - before;
    Duration::new(spent.tv_sec.try_into().unwrap(), spent.tv_nsec.try_into().unwrap())
}

/// A gateway in a thread of its own, for one connection: the address.
fn serve(frames: Arc<Vec<Bytes>>) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let app = axum::Router::new().fallback(move |upgrade: WebSocketUpgrade| {
                let frames = Arc::clone(&frames);
                async move {
                    upgrade.write_buffer_size(1 << 16).on_upgrade(async move |mut socket| {
                        socket.send(Message::Binary(frames[0].clone())).await.unwrap();
                        // IDENTIFY, or what the floor says instead.
                        let _asked = socket.recv().await;
                        for frame in &frames[1..] {
                            if socket.feed(Message::Binary(frame.clone())).await.is_err() {
                                return;
                            }
                        }
                        let _gone = socket.flush().await;
                        while let Some(Ok(_)) = socket.recv().await {}
                    })
                }
            });
            axum::serve(tokio::net::TcpListener::from_std(listener).unwrap(), app).await.unwrap();
        });
    });
    url
}

/// The real code, until it has received the last message.
async fn receive(url: String) {
    let (interactions, _kept) = mpsc::channel(256);
    let (events, mut happened) = mpsc::channel(256);
    let (receiving, mut received) = watch::channel(Received::default());
    let ids = |from: u64| from..from + SERVERS;
    let (_changes, subscriptions) = watch::channel(Subscriptions {
        messages: true,
        content: true,
        guilds: Arc::new(ids(GUILD).map(GuildId).collect()),
        stored: Arc::new(HashSet::new()),
        posts: Arc::new(ids(POST).map(MessageId).collect()),
        tag_channels: Arc::default(),
        campaign_channels: Arc::new(ids(CHANNEL).map(ChannelId).collect()),
    });
    let starts = SessionStarts { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    let options = GatewayOptions {
        token: SecretString::from("t"),
        gateway: GatewayBot { url, shards: 1, session_start_limit: starts },
        bot: (UserId(BOT), 8),
        pace: Pace::Rehearsal,
        may_hold_hashtag,
        saved: None,
        dialer: Dialer::direct(),
        identified: Identified::default(),
    };
    let cancel = CancellationToken::new();
    let running = tokio::spawn(gateway::run(
        options,
        subscriptions,
        Outlets { interactions, events, received: receiving },
        cancel.clone(),
    ));
    let everything = received.wait_for(|received| received.sequence >= READY + MESSAGES);
    tokio::select! {
        done = everything => drop(done.unwrap()),
        () = async { while happened.recv().await.is_some() {} } => panic!("the gateway ended"),
    }
    cancel.cancel();
    running.abort();
}

/// The floor.
async fn search(url: String) {
    let (mut socket, _) = tokio_websockets::ClientBuilder::new().uri(&url).unwrap().connect().await.unwrap();
    let mut stream = zstd::stream::raw::Decoder::new().unwrap();
    let finder = memchr::memmem::Finder::new("#CMAD");
    let mut text = vec![0; 1 << 20];
    let (mut seen, mut found) = (0, 0_u64);
    while seen < MESSAGES + 2 {
        let message = socket.next().await.unwrap().unwrap();
        if seen == 0 {
            socket.send(tokio_websockets::Message::text("{}")).await.unwrap();
        }
        let payload = message.into_payload();
        let mut input = zstd::stream::raw::InBuffer::around(&payload);
        let mut output = zstd::stream::raw::OutBuffer::around(&mut text[..]);
        while input.pos() < input.src.len() {
            zstd::stream::raw::Operation::run(&mut stream, &mut input, &mut output).unwrap();
        }
        found += u64::from(finder.find(output.as_slice()).is_some());
        seen += 1;
    }
    assert_eq!(found, 0);
}

const GUILD: u64 = 100_000_000_000_000_000;
const POST: u64 = 300_000_000_000_000_000;
const CHANNEL: u64 = 500_000_000_000_000_000;
const BOT: u64 = 900_000_000_000_000_001;

/// HELLO, READY and the messages, each as a frame of one zstd stream.
fn compressed() -> Vec<Bytes> {
    let mut stream = zstd::stream::write::Encoder::new(Vec::new(), 3).unwrap();
    let mut frame = |text: &str| {
        stream.write_all(text.as_bytes()).unwrap();
        stream.flush().unwrap();
        Bytes::from(std::mem::take(stream.get_mut()))
    };
    let mut frames = vec![frame(r#"{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}"#)];
    frames.push(frame(&format!(
        r#"{{"t":"READY","s":{READY},"op":0,"d":{{"v":10,"user":{{"id":"{BOT}"}},"application":{{"id":"8","flags":0}},"session_id":"s","resume_gateway_url":"ws://127.0.0.1:1","guilds":[]}}}}"#
    )));
    frames.extend((0..MESSAGES).map(|number| frame(&message(number))));
    frames
}

/// A message as Discord sends it.
fn message(number: u64) -> String {
    let sequence = READY + 1 + number;
    let author = 200_000_000_000_000_000 + number * 7919 % 50_000;
    let id = 700_000_000_000_000_000 + number;
    let (guild, channel) = (GUILD + number % SERVERS, 600_000_000_000_000_000 + number % 20_000);
    let words = [
        "see you at the meet-up",
        "that build fails here, too",
        "have you tried the new release? it is faster",
        "👍 nice",
    ];
    let content: Vec<_> = (0..8).map(|at| words[((number + at * 3) % 4) as usize]).collect();
    let content = content.join(", ");
    let reply = if number.is_multiple_of(50) {
        format!(
            r#","message_reference":{{"type":0,"message_id":"{author}","channel_id":"{channel}"}},"referenced_message":{{"id":"{author}","content":"what do you think?","author":{{"id":"{author}"}}}}"#
        )
    } else {
        String::new()
    };
    format!(
        r#"{{"t":"MESSAGE_CREATE","s":{sequence},"op":0,"d":{{"type":0,"tts":false,"timestamp":"2027-01-25T09:00:00.123000+00:00","pinned":false,"nonce":"{id}","mentions":[],"mention_roles":[],"mention_everyone":false,"member":{{"roles":["{role}","{channel}"],"premium_since":null,"pending":false,"nick":"Nick {number}","mute":false,"joined_at":"2021-01-25T09:00:00.123000+00:00","flags":0,"deaf":false,"communication_disabled_until":null,"banner":null,"avatar":null}},"id":"{id}","flags":0,"embeds":[],"edited_timestamp":null,"content":"{content}","components":[],"channel_type":0,"channel_id":"{channel}","author":{{"username":"user{number}","public_flags":0,"primary_guild":null,"id":"{author}","global_name":"User {number}","discriminator":"0","collectibles":null,"clan":null,"avatar_decoration_data":null,"avatar":"0123456789abcdef0123456789abcdef"}},"attachments":[],"guild_id":"{guild}"{reply}}}}}"#,
        role = author / 2,
    )
}
