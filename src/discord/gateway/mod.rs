//! Discord's gateway. Each frame is searched as bytes first (`filter`) and parsed only if needed (`event`); twilight
//! maintains the connection, and its types stay in this module. Other frames are neither parsed nor logged. This module
//! sends no responses.

mod closes;
mod event;
mod filter;
mod frames;
mod lane;
mod probe;
mod queue;
mod refusal;
mod relay;
mod socket;

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;
use twilight_gateway::queue::InMemoryQueue;

pub use event::{Connected, GatewayEvent, Guild};
pub use filter::{Subscriptions, is_cmad};
pub use lane::Numbered;
pub use probe::{Unopened, probe};
pub use queue::Identified;

use crate::discord::rest::GatewayBot;
use crate::net::Dialer;
use domain::ids::UserId;
use relay::Relay;
use socket::Socket;

/// The options of [`run`].
pub struct GatewayOptions {
    /// The bot's token, without `Bot `.
    pub token: SecretString,
    /// The response of `GET /gateway/bot`: the address, and how many sessions may be started.
    pub gateway: GatewayBot,
    /// The bot and its application, as REST told them.
    pub bot: (UserId, u64),
    /// How fast sessions may follow each other.
    pub pace: Pace,
    /// Whether a frame may contain the hashtag. It must never miss one.
    pub may_hold_hashtag: fn(&[u8]) -> bool,
    /// The session of an earlier run; it is resumed if Discord still knows it and the intents are the same.
    pub saved: Option<SavedSession>,
    /// What opens its connections.
    pub dialer: Dialer,
    /// How many sessions this process has asked Discord for.
    pub identified: Identified,
}

/// How fast sessions may follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As Discord requires: one new session in five seconds, pauses of up to a minute after repeated disconnects.
    Discord,
    /// For a simulator: no waiting, and pauses of milliseconds.
    Rehearsal,
}

impl Pace {
    /// How long the first attempt of an answer to an interaction may take. In a rehearsal no busy machine decides.
    #[must_use]
    pub fn answer_within(self, timeout: Duration) -> Duration {
        match self {
            Self::Discord => timeout.min(Duration::from_secs(1)),
            Self::Rehearsal => timeout,
        }
    }

    /// How long to wait before reconnecting, after `drops` disconnects in a row.
    fn pause(self, drops: u32) -> Duration {
        let (first, longest) = match self {
            Self::Discord => (Duration::from_secs(1), Duration::from_secs(60)),
            Self::Rehearsal => (Duration::from_millis(5), Duration::from_millis(200)),
        };
        match drops {
            0..=2 => Duration::ZERO,
            _ => first.saturating_mul(1 << (drops - 3).min(16)).min(longest),
        }
    }

    fn queue(self, gateway: &GatewayBot) -> InMemoryQueue {
        let starts = gateway.session_start_limit;
        match self {
            Self::Discord => InMemoryQueue::new(
                starts.max_concurrency.max(1),
                starts.remaining.min(starts.total),
                Duration::from_millis(starts.reset_after),
                starts.total,
            ),
            Self::Rehearsal => InMemoryQueue::new(0, 0, Duration::ZERO, 0),
        }
    }
}

/// Where events go. Keep reading both until [`run`] has returned and they are empty: in a [`SavedSession`], events that
/// were put in count as received.
#[derive(Clone)]
pub struct Outlets {
    /// Interactions, and nothing else: they never wait behind messages.
    pub interactions: mpsc::Sender<Numbered>,
    /// Everything else.
    pub events: mpsc::Sender<Numbered>,
    /// How far the stream of events was received.
    pub received: watch::Sender<Received>,
}

/// How far the stream of events was received: every event up to here is in its outlet or was filtered out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Discord's id of the session; `None` before the first.
    pub session: Option<Arc<str>>,
    /// How many new sessions there were in this run; the sequence restarts with each.
    pub sessions: u32,
    /// The last sequence number.
    pub sequence: u64,
    /// Whether a session with the needed intents is connected, and all its events are in their outlets.
    pub caught_up: bool,
}

/// What a restarted process needs to resume the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSession {
    /// Discord's name of the session.
    pub session_id: String,
    /// The last event received.
    pub sequence: u64,
    /// Where to resume it.
    pub resume_url: Option<String>,
    /// The intents it was started with, as Discord's bits.
    pub intents: u64,
    /// The bot.
    pub user: UserId,
    /// Its application.
    pub application: u64,
}

/// Why the gateway cannot be used at all; a retry is pointless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// 4004.
    #[error("Discord does not accept the token (4004): set a new DISCORD_TOKEN")]
    Token,
    /// 4011, and 4010, which rejects our only shard.
    #[error("the bot is in more servers than one connection may serve (4011): this program makes only one")]
    Sharding,
    /// 4012.
    #[error("Discord no longer speaks this version of its gateway (4012): update this program")]
    Version,
    /// 4013, or 4014 although no privileged intent was asked for.
    #[error("Discord refuses intents that need no permission (4013): this is a bug in this program")]
    Intents,
    /// The relay to the gateway cannot be opened.
    #[error(
        "no port of this machine's loopback interface (127.0.0.1) can be opened, over which the gateway is reached"
    )]
    Loopback,
    /// The address from `GET /gateway/bot` is not usable.
    #[error("the gateway's address is not one (wss://… is expected): check DISCORD_API_BASE")]
    Address,
}

impl Fatal {
    fn of(code: u16) -> Option<Self> {
        match code {
            4004 => Some(Self::Token),
            4010 | 4011 => Some(Self::Sharding),
            4012 => Some(Self::Version),
            4013 => Some(Self::Intents),
            _ => None,
        }
    }
}

/// Maintains a session until cancelled. Then closes it so that it can be resumed, and returns it; `None` if there was
/// none yet.
///
/// A change of `subscriptions` that needs other intents starts a new session, in which every server becomes available
/// again.
///
/// # Errors
/// [`Fatal`] if Discord refuses the bot permanently.
pub async fn run(
    mut options: GatewayOptions,
    subscriptions: watch::Receiver<Subscriptions>,
    outlets: Outlets,
    cancel: CancellationToken,
) -> Result<Option<SavedSession>, Fatal> {
    if !is_address(&options.gateway.url, &options.gateway.url) {
        return Err(Fatal::Address);
    }
    options.gateway.url.truncate(options.gateway.url.trim_end_matches('/').len());
    let relay = Relay::open(options.dialer.clone()).await.map_err(|error| {
        tracing::error!(%error, "the relay to the gateway cannot be opened");
        Fatal::Loopback
    })?;
    Socket::new(options, relay, subscriptions, outlets).run(cancel).await
}

/// Whether an address is valid and as secure as the given one. twilight panics on others.
fn is_address(url: &str, given: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_~:/[]%".contains(&byte);
    url::Url::parse(url).is_ok_and(|parsed| matches!(parsed.scheme(), "ws" | "wss") && parsed.has_host())
        && url.bytes().all(plain)
        && given.starts_with("wss:") == url.starts_with("wss:")
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
