//! Opens the gateway as the bot does, up to its greeting, without a session.

use std::sync::Mutex;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::oneshot;
use tokio::time::timeout;
use twilight_gateway::queue::Queue;
use twilight_gateway::{ConfigBuilder, Intents, Message, Shard, ShardId};

use crate::discord::gateway::is_address;
use crate::discord::gateway::relay::Relay;
use crate::net::Dialer;
use crate::net::http::innermost;

/// How long the greeting may take: all that a dialer may, and a moment.
const GREETING: Duration = Duration::from_secs(35);

/// Why the gateway does not open.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The address is none.
    #[error("its address is none (wss://… is expected): check DISCORD_API_BASE")]
    Address,
    /// No connection was made, or it broke.
    #[error("{0}")]
    Unreached(String),
    /// What answers is no gateway, or it closes at once.
    #[error("it closes the connection at once (code {code})")]
    Closed {
        /// The code of its close frame.
        code: u16,
    },
    /// No greeting came.
    #[error("it does not greet within {} s", within.as_secs())]
    Silent {
        /// After how long.
        within: Duration,
    },
}

/// A queue in which no session's turn comes.
#[derive(Default)]
struct Never(Mutex<Vec<oneshot::Sender<()>>>);

impl Queue for Never {
    fn enqueue(&self, _id: u32) -> oneshot::Receiver<()> {
        let (turn, waiting) = oneshot::channel();
        // A sender that is dropped would make twilight ask again.
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(turn);
        waiting
    }
}

/// Connects to the gateway at `url`, waits for its greeting (HELLO) and leaves. No session is started or counted.
///
/// # Errors
/// Why it does not open.
pub async fn probe(url: &str, dialer: &Dialer) -> Result<(), Unopened> {
    if !is_address(url, url) {
        return Err(Unopened::Address);
    }
    let relay = Relay::open(dialer.clone()).await.map_err(|error| Unopened::Unreached(error.to_string()))?;
    let config = ConfigBuilder::new(String::new(), Intents::empty())
        .proxy_url(relay.to(url.trim_end_matches('/')))
        .queue(Never::default());
    let mut shard = Shard::with_config(ShardId::ONE, config.build());
    match timeout(GREETING, shard.next()).await {
        Ok(Some(Ok(Message::Text(_)))) => Ok(()),
        Ok(Some(Ok(Message::Close(frame)))) => Err(match relay.trouble() {
            Some(why) => Unopened::Unreached(why),
            None => Unopened::Closed { code: frame.map_or(1005, |frame| frame.code) },
        }),
        Ok(Some(Err(error))) => Err(Unopened::Unreached(relay.trouble().unwrap_or_else(|| innermost(&error)))),
        Ok(None) | Err(_) => Err(Unopened::Silent { within: GREETING }),
    }
}
