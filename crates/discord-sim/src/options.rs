//! How the simulated Discord behaves.

use std::time::Duration;

use crate::ids::Id;

/// How long an interaction waits for a bot that is not connected.
pub(crate) const UNCONNECTED: Duration = Duration::from_secs(3);

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
    /// Whether Discord has approved the privileged intents in a review, as it must for large apps.
    pub intents_approved: bool,
    /// Whether anyone may invite the bot.
    pub bot_public: bool,
    /// Whether a message without `allowed_mentions` is a violation. Discord accepts one, and lets it ping everyone whom
    /// it names; many bots never want that. Off by default.
    pub require_allowed_mentions: bool,
    /// Messages per channel.
    pub message_limit: RateLimit,
    /// Requests per other route.
    pub route_limit: RateLimit,
    /// All requests together, interactions excepted. Discord's is 50 a second.
    pub global_limit: RateLimit,
    /// Real time without a sign of the bot after which an interaction has expired. Discord's is 3 s; give more where a
    /// busy machine must not decide. Without a connected bot it is 3 s at most.
    pub response_deadline: Duration,
    /// Real time without a sign of the bot after which a wait for a deferred answer, a follow-up or a connection gives
    /// up.
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
            intents_approved: false,
            bot_public: true,
            require_allowed_mentions: false,
            message_limit: RateLimit::new(50, Duration::from_secs(1)),
            route_limit: RateLimit::new(50, Duration::from_secs(1)),
            global_limit: RateLimit::new(50, Duration::from_secs(1)),
            response_deadline: UNCONNECTED,
            wait_limit: Duration::from_secs(120),
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
