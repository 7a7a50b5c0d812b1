//! A simulated Discord: a world as state, served as REST and gateway over loopback sockets, with people who use it.
//!
//! It knows none of the bot's code and none of its libraries' types; it writes Discord's JSON itself. Tests, the
//! rehearsal and the benches let the real bot talk to it. People's verbs ([`Member`]) panic with a clear message when
//! somebody does what Discord's client would not let them do; what the *bot* does wrong is refused as Discord would
//! refuse it, and written into the [transcript](Sim::transcript).

use std::future::Future;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

mod build;
mod components;
mod cues;
mod fault;
mod gateway;
mod ids;
mod interaction;
mod json;
mod listener;
mod mentions;
mod message;
mod permissions;
mod person;
mod points;
mod refusal;
mod rest;
mod session;
#[cfg(test)]
mod tests;
mod thread;
mod transcript;
mod validate;
mod world;

pub use build::{ChannelHandle, NewMember, RoleHandle, SimServer};
pub use cues::{GatewayState, Outage, SessionState};
pub use fault::{Disconnect, Fault, FaultKind, FaultTiming, GatewayFault};
pub use ids::Id;
pub use interaction::{AsMessage, ButtonSeen, Interaction, MessageHandle, ResponseKind};
pub use permissions::{Overwrite, OverwriteFor, permission};
pub use person::{FieldValue, Member, Opt, ReplyPing};
pub use session::intent;
pub use transcript::{Directory, Entry, Event, FileSent};

use world::State;

/// How the simulated Discord behaves.
#[derive(Debug, Clone)]
pub struct SimOptions {
    /// The simulated wall clock at the start, in unix milliseconds.
    pub start_ms: i64,
    /// The bot's token.
    pub token: String,
    /// The application's and the bot's name.
    pub bot_name: String,
    /// The id of the application and its bot; made from `start_ms` by default.
    pub bot_id: Option<Id>,
    /// The port of the loopback interface; 0, the default, is any free one.
    pub port: u16,
    /// Whether the application has the message content intent.
    pub message_content: bool,
    /// Whether the application has the members intent.
    pub guild_members: bool,
    /// Whether a message without `allowed_mentions` is a violation. Discord accepts one, and lets it ping everyone whom
    /// it names; many bots never want that. Off by default.
    pub require_allowed_mentions: bool,
    /// Messages per channel.
    pub message_limit: RateLimit,
    /// Requests per other route.
    pub route_limit: RateLimit,
    /// All requests together, interactions excepted. Discord's is 50 a second.
    pub global_limit: RateLimit,
    /// Real time within which the bot must answer an interaction. Discord's is 3 s.
    pub response_deadline: Duration,
    /// Real time within which a deferred answer, a follow-up or a connection must come before a wait gives up.
    pub wait_limit: Duration,
    /// What `Hello` asks for, in milliseconds.
    pub heartbeat_interval_ms: u64,
    /// Simulated time for which a lost session can be resumed, in milliseconds.
    pub resume_window_ms: i64,
    /// Events kept per session for a resume.
    pub replay_limit: usize,
}

impl SimOptions {
    /// The defaults, with the simulated clock at this instant.
    pub fn at(start_ms: i64) -> Self {
        Self { start_ms, ..Self::default() }
    }
}

impl Default for SimOptions {
    /// Discord's rules, with generous limits, from the beginning of 2026 on.
    fn default() -> Self {
        Self {
            start_ms: 1_767_225_600_000,
            token: "sim.token.of-the-bot".into(),
            bot_name: "Bot".into(),
            bot_id: None,
            port: 0,
            message_content: true,
            guild_members: false,
            require_allowed_mentions: false,
            message_limit: RateLimit::new(50, Duration::from_secs(1)),
            route_limit: RateLimit::new(50, Duration::from_secs(1)),
            global_limit: RateLimit::new(50, Duration::from_secs(1)),
            response_deadline: Duration::from_secs(3),
            wait_limit: Duration::from_secs(40),
            heartbeat_interval_ms: 41_250,
            resume_window_ms: 5 * 60 * 1000,
            replay_limit: 10_000,
        }
    }
}

/// So many requests in so much real time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// How many.
    pub requests: u32,
    /// In how much time.
    pub per: Duration,
}

impl RateLimit {
    /// `requests` in each window of `per`.
    pub const fn new(requests: u32, per: Duration) -> Self {
        Self { requests, per }
    }
}

/// A running simulated Discord. Cloning is cheap; when the last handle (any [`Member`] or [`SimServer`] is one too)
/// is dropped, the server stops.
#[derive(Clone)]
pub struct Sim {
    shared: Arc<Shared>,
    _last: Arc<StopOnDrop>,
}

/// What the server's tasks and the handles share.
struct Shared {
    state: Mutex<State>,
    changed: watch::Sender<u64>,
    stop: CancellationToken,
}

struct StopOnDrop(CancellationToken);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl Sim {
    /// Starts the server on the loopback interface.
    ///
    /// # Errors
    /// When the port cannot be bound.
    pub async fn start(options: SimOptions) -> io::Result<Self> {
        Self::serve(State::new(options)).await
    }

    async fn serve(mut state: State) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, state.options.port)).await?;
        state.base = format!("http://{}", listener.local_addr()?);
        let stop = CancellationToken::new();
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: watch::Sender::new(0), stop: stop.clone() });
        rest::serve(shared.clone(), listener::Door(listener));
        Ok(Self { shared, _last: Arc::new(StopOnDrop(stop)) })
    }

    /// `http://127.0.0.1:PORT`; REST is below `/api/v10`.
    pub fn api_base(&self) -> String {
        self.read(|state| state.base.clone())
    }

    /// `ws://127.0.0.1:PORT`, as `GET /gateway/bot` answers.
    pub fn gateway_url(&self) -> String {
        self.read(State::gateway_url)
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.read(|state| state.options.token.clone())
    }

    /// The bot's user id.
    pub fn bot_id(&self) -> Id {
        self.read(|state| state.app.bot)
    }

    /// The application's id.
    pub fn application_id(&self) -> Id {
        self.read(|state| state.app.id)
    }

    /// Stops the server and cuts all connections.
    pub fn stop(&self) {
        self.shared.stop.cancel();
    }

    /// The simulated wall clock, in unix milliseconds.
    pub fn now(&self) -> i64 {
        self.read(|state| state.now_ms)
    }

    /// Sets the simulated wall clock.
    pub fn set_now(&self, now_ms: i64) {
        self.write(|state| state.now_ms = now_ms);
    }

    /// Sets up a fault.
    pub fn fault(&self, fault: Fault) {
        self.write(|state| state.faults.arm(fault));
    }

    /// Sets up a fault of the gateway's events.
    pub fn gateway_fault(&self, fault: GatewayFault) {
        self.write(|state| state.faults.arm_frame(fault));
    }

    /// Forgets the faults that have not happened.
    pub fn clear_faults(&self) {
        self.write(|state| state.faults.clear());
    }

    /// Everything that happened so far.
    pub fn transcript(&self) -> Vec<Entry> {
        self.read(|state| state.log.clone())
    }

    /// The names of everything that has an id.
    pub fn directory(&self) -> Directory {
        self.read(State::directory)
    }

    /// A user's display name; the id where there is no such user.
    pub fn name_of_user(&self, id: Id) -> String {
        self.read(|state| state.name_of_user(id))
    }

    /// The rules that the bot broke.
    pub fn violations(&self) -> Vec<String> {
        self.read(|state| {
            let broken = state.log.iter().filter_map(|entry| match &entry.event {
                Event::Violation(text) => Some(text.clone()),
                _ => None,
            });
            broken.collect()
        })
    }

    /// Checks that the bot broke no rule.
    ///
    /// # Panics
    /// When it did, with the violations and the end of the transcript.
    pub fn assert_clean(&self) {
        let violations = self.violations();
        assert!(violations.is_empty(), "the bot broke rules:\n- {}\n{}", violations.join("\n- "), self.tail());
    }

    /// The end of the transcript, for messages of failed waits.
    fn tail(&self) -> String {
        self.read(|state| {
            let lines: Vec<String> = state.log.iter().rev().take(15).map(line).collect();
            let lines: Vec<_> = lines.iter().rev().map(String::as_str).collect();
            format!("the transcript ends:\n{}", lines.join("\n"))
        })
    }

    fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        self.shared.read(look)
    }

    fn write<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        self.shared.write(change)
    }
}

/// One entry on one line, not endlessly long.
fn line(entry: &Entry) -> String {
    let text = serde_json::to_string(&entry.event).unwrap_or_default();
    let short: String = text.chars().take(600).collect();
    format!("{:>4} {} {short}", entry.index, ids::iso(entry.at_ms))
}

impl Shared {
    fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        // A test that panicked has not left half a change behind: people's verbs check before they change anything.
        look(&self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn write<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let result = change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.send_modify(|version| *version = version.wrapping_add(1));
        result
    }

    /// Waits until `look` finds something, at most so long in real time.
    fn until<T>(&self, bound: Duration, mut look: impl FnMut(&State) -> Option<T>) -> impl Future<Output = Option<T>> {
        let mut changes = self.changed.subscribe();
        async move {
            let found = async {
                loop {
                    changes.borrow_and_update();
                    if let Some(found) = self.read(&mut look) {
                        return Some(found);
                    }
                    if changes.changed().await.is_err() {
                        return None;
                    }
                }
            };
            timeout(bound, found).await.ok().flatten()
        }
    }
}
