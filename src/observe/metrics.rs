//! Metrics for the operator, in Prometheus's format. A process has one set of them, with nothing personal in it: no id,
//! no name, no server, only kinds, outcomes and counts. `docs/operations.md` says what each means and when to worry.
//!
//! Events are counted here as they happen; the present state is read from the database at each scrape.

use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// The present state, counted in the database at each scrape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseCounts {
    /// Sends that are due but not sent, by kind, with the seconds that the oldest has waited.
    pub waiting: Vec<(String, u32, f64)>,
    /// Digests of open campaigns, by their state.
    pub digests: Vec<(String, u32)>,
    /// Servers that were set up and that the bot is in.
    pub servers: u32,
    /// Servers whose campaign is collecting thanks.
    pub collecting: u32,
}

/// The state of the gateway connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gateway {
    /// Connected, in a new session.
    New,
    /// Connected, in the resumed session: nothing was missed.
    Resumed,
    /// Not connected.
    Down,
}

/// A label or two: names from the code, never a person's words or name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Labels<const N: usize>([(&'static str, String); N]);

impl<const N: usize> EncodeLabelSet for Labels<N> {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> std::fmt::Result {
        self.0.encode(encoder)
    }
}

type Counters<const N: usize> = Family<Labels<N>, Counter>;
type Gauges<T> = Family<Labels<1>, T>;
type Seconds = Gauge<f64, std::sync::atomic::AtomicU64>;
type Histograms = Family<Labels<1>, Histogram, fn() -> Histogram>;

struct Metrics {
    registry: Registry,
    sends: Counters<2>,
    late: Histograms,
    thanks: Counters<1>,
    requests: Counters<3>,
    limited: Counters<1>,
    unread: Counters<1>,
    waited: Histograms,
    answers: Histogram,
    gateway: Gauge,
    sessions: Counters<1>,
    sessions_elsewhere: Counter,
    beats: Counters<1>,
    last_beat: Gauge,
    clock_ahead: Gauge,
    held: Gauge,
    remade: Counter,
    log_lines_dropped: Counter,
    database_problem: Gauges<Gauge>,
    waiting: Gauges<Gauge>,
    oldest: Gauges<Seconds>,
    digests: Gauges<Gauge>,
    servers: Gauge,
    collecting: Gauge,
}

static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

impl Metrics {
    fn new() -> Self {
        let late: fn() -> Histogram =
            || Histogram::new([1.0, 5.0, 15.0, 60.0, 150.0, 300.0, 600.0, 1800.0, 3600.0, 21_600.0, 86_400.0]);
        let waited: fn() -> Histogram = || Histogram::new([0.05, 0.25, 1.0, 5.0, 20.0, 60.0]);
        let mut metrics = Self {
            registry: Registry::with_prefix("cmad"),
            sends: Family::default(),
            late: Family::new_with_constructor(late),
            thanks: Family::default(),
            requests: Family::default(),
            limited: Family::default(),
            unread: Family::default(),
            waited: Family::new_with_constructor(waited),
            answers: Histogram::new([0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 10.0]),
            gateway: Gauge::default(),
            sessions: Family::default(),
            sessions_elsewhere: Counter::default(),
            beats: Family::default(),
            last_beat: Gauge::default(),
            clock_ahead: Gauge::default(),
            held: Gauge::default(),
            remade: Counter::default(),
            log_lines_dropped: Counter::default(),
            database_problem: Family::default(),
            waiting: Family::default(),
            oldest: Family::default(),
            digests: Family::default(),
            servers: Gauge::default(),
            collecting: Gauge::default(),
        };
        metrics.register();
        metrics
    }

    fn register(&mut self) {
        let to = &mut self.registry;
        let version = Family::<Labels<1>, Gauge>::default();
        version.get_or_create(&Labels([("version", env!("CARGO_PKG_VERSION").to_owned())])).set(1);
        to.register("build_info", "The version that runs", version);
        to.register("sends", "Tries to send, by kind and by what they came to", self.sends.clone());
        to.register("send_late_seconds", "Seconds from when a step was due until it was out", self.late.clone());
        to.register("queue_sends", "Sends that may go out and have not", self.waiting.clone());
        to.register("queue_age_seconds", "Seconds that the oldest of them has waited", self.oldest.clone());
        to.register("thanks", "Thanks that were kept, by how they came in", self.thanks.clone());
        to.register("digests", "Digests of open campaigns, by what became of them", self.digests.clone());
        to.register("discord_requests", "Answers of Discord, by route and status", self.requests.clone());
        to.register("discord_rate_limited", "Answers 429, by whose limit it was", self.limited.clone());
        to.register("discord_unread_parts", "Parts of what Discord sent that do not read", self.unread.clone());
        let waited = "Seconds that requests waited for their turn, by who waits for them";
        to.register("discord_wait_seconds", waited, self.waited.clone());
        let answers = "Seconds until the first answer to an interaction was taken; Discord waits 3";
        to.register("interaction_answer_seconds", answers, self.answers.clone());
        to.register("gateway_connected", "1 while the gateway tells what happens", self.gateway.clone());
        to.register("gateway_sessions", "Sessions that began or went on", self.sessions.clone());
        let elsewhere = self.sessions_elsewhere.clone();
        to.register("gateway_sessions_elsewhere", "Sessions that other programs started with this token", elsewhere);
        to.register("beats", "Looks for what is due, by how they ended", self.beats.clone());
        to.register("last_beat_timestamp_seconds", "When the last of them ended, in unix time", self.last_beat.clone());
        let ahead = "Seconds by which the machine's clock is ahead of Discord's; below zero: behind it";
        to.register("clock_ahead_seconds", ahead, self.clock_ahead.clone());
        let held = "1 while nothing is closed, skipped or purged, because the clock is not right";
        to.register("irreversible_held", held, self.held.clone());
        let remade = "How often the heartbeat's scheduler was silent and made anew";
        to.register("heartbeat_scheduler_remade", remade, self.remade.clone());
        let problem = "1 while the database does not work, by the cause";
        let dropped = "Lines of the log that were dropped, because no one read them";
        to.register("log_lines_dropped", dropped, self.log_lines_dropped.clone());
        to.register("database_trouble", problem, self.database_problem.clone());
        to.register("servers", "Servers that were set up and that the bot is in", self.servers.clone());
        to.register("campaigns_listening", "Servers whose campaign collects thank-yous now", self.collecting.clone());
    }
}

/// An attempt to send ended: its kind, and its outcome.
pub fn send(kind: &str, outcome: &'static str) {
    let labels = Labels([("kind", kind.to_owned()), ("outcome", outcome.to_owned())]);
    METRICS.sends.get_or_create(&labels).inc();
}

/// A step went out so long after it was due.
pub fn late(step: &'static str, late: TimeDelta) {
    let seconds = late.max(TimeDelta::zero()).as_seconds_f64();
    METRICS.late.get_or_create(&Labels([("step", step.to_owned())])).observe(seconds);
}

/// A thank-you was kept.
pub fn thanks(door: &str) {
    METRICS.thanks.get_or_create(&Labels([("door", door.to_owned())])).inc();
}

/// Discord answered, or did not (`status` is then a word).
pub fn request(method: &'static str, path: &str, status: &str) {
    let labels = Labels([("method", method.to_owned()), ("route", route(path)), ("status", status.to_owned())]);
    METRICS.requests.get_or_create(&labels).inc();
}

/// Discord answered 429.
pub fn rate_limited(whose: &'static str) {
    METRICS.limited.get_or_create(&Labels([("scope", whose.to_owned())])).inc();
}

/// A part of what Discord sent does not read: the object and its field, as the code names them.
pub fn unread(part: &impl std::fmt::Display) {
    METRICS.unread.get_or_create(&Labels([("part", part.to_string())])).inc();
}

/// A request waited for its turn.
pub fn waited(urgency: &'static str, time: Duration) {
    METRICS.waited.get_or_create(&Labels([("urgency", urgency.to_owned())])).observe(time.as_secs_f64());
}

/// The first answer to an interaction was taken.
pub fn answered(after: Duration) {
    METRICS.answers.observe(after.as_secs_f64());
}

/// The gateway connected or disconnected.
pub fn gateway(is: Gateway) {
    let session = match is {
        Gateway::New => "new",
        Gateway::Resumed => "resumed",
        Gateway::Down => {
            METRICS.gateway.set(0);
            return;
        }
    };
    METRICS.gateway.set(1);
    METRICS.sessions.get_or_create(&Labels([("kind", session.to_owned())])).inc();
}

/// Other programs started so many gateway sessions with this bot's token.
pub fn sessions_elsewhere(count: u32) {
    METRICS.sessions_elsewhere.inc_by(count.into());
}

/// A beat ended.
pub fn beat(ended: &'static str) {
    METRICS.beats.get_or_create(&Labels([("ended", ended.to_owned())])).inc();
}

/// A beat ended at this instant, whatever came of it.
pub fn last_beat(at: DateTime<Utc>) {
    METRICS.last_beat.set(at.timestamp());
}

/// How far the machine's clock is ahead of Discord's, and whether that holds what cannot be undone.
pub fn clock(ahead: TimeDelta, holds: bool) {
    METRICS.clock_ahead.set(ahead.num_seconds());
    METRICS.held.set(holds.into());
}

/// The heartbeat's scheduler was silent and was made anew.
pub fn scheduler_remade() {
    METRICS.remade.inc();
}

/// So many lines of the log were dropped.
pub fn log_lines_dropped(count: u64) {
    METRICS.log_lines_dropped.inc_by(count);
}

/// Everything, as text that Prometheus reads, with the present state: `problem` is why the database does not work, if it
/// does not.
#[must_use]
pub fn text(counts: &DatabaseCounts, problem: Option<&'static str>) -> String {
    // One writes its present state at a time: several bots of one process are each shown their own.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let metrics = &*METRICS;
    metrics.database_problem.clear();
    if let Some(problem) = problem {
        metrics.database_problem.get_or_create(&Labels([("why", problem.to_owned())])).set(1);
    }
    // A kind of which nothing waits any more must not keep its last number.
    metrics.waiting.clear();
    metrics.oldest.clear();
    metrics.digests.clear();
    for (kind, count, age) in &counts.waiting {
        let labels = Labels([("kind", kind.clone())]);
        metrics.waiting.get_or_create(&labels).set(i64::from(*count));
        metrics.oldest.get_or_create(&labels).set(*age);
    }
    for (state, count) in &counts.digests {
        metrics.digests.get_or_create(&Labels([("state", state.clone())])).set(i64::from(*count));
    }
    metrics.servers.set(counts.servers.into());
    metrics.collecting.set(counts.collecting.into());
    let mut text = String::new();
    // Writing into a string does not fail.
    let _written = encode(&mut text, &metrics.registry);
    text
}

/// The kind of a request: its path with a placeholder for every id, token and emoji, such as `channels/:id/messages`.
fn route(path: &str) -> String {
    const WORDS: [&str; 20] = [
        "applications",
        "bot",
        "callback",
        "channels",
        "commands",
        "gateway",
        "guilds",
        "interactions",
        "members",
        "messages",
        "reactions",
        "roles",
        "scheduled-events",
        "search",
        "users",
        "webhooks",
        "@me",
        "@original",
        "pins",
        "threads",
    ];
    let parts: Vec<&str> = path.split('/').map(|part| if WORDS.contains(&part) { part } else { ":id" }).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_holds_no_id_no_token_and_no_emoji() {
        let check = |path: &str, expected: &str| assert_eq!(route(path), expected);
        check("channels/1265/messages/77", "channels/:id/messages/:id");
        check("interactions/1/aW50ZXJ.secret/callback", "interactions/:id/:id/callback");
        check("webhooks/1/aW50ZXJ/messages/@original", "webhooks/:id/:id/messages/@original");
        check("channels/1/messages/2/reactions/💚/@me", "channels/:id/messages/:id/reactions/:id/@me");
        check("users/@me/channels", "users/@me/channels");
    }

    #[test]
    fn what_waits_no_more_is_gone_and_every_metric_is_there() {
        send("day", "sent");
        late("day", TimeDelta::seconds(-5));
        let counts = DatabaseCounts { waiting: vec![("digest".into(), 3, 1.5)], ..DatabaseCounts::default() };
        let told = text(&counts, Some("locked"));
        assert!(told.contains("cmad_database_trouble{why=\"locked\"} 1"), "{told}");
        assert!(told.contains("cmad_queue_age_seconds{kind=\"digest\"} 1.5"), "{told}");
        assert!(told.contains("cmad_sends_total{kind=\"day\",outcome=\"sent\"}"), "{told}");
        assert!(told.contains("cmad_send_late_seconds_bucket{le=\"1.0\",step=\"day\"}"), "{told}");
        let told_next = text(&DatabaseCounts::default(), None);
        assert!(!told_next.contains("kind=\"digest\"} 3") && !told_next.contains("trouble{"), "{told_next}");
        assert!(told.ends_with("# EOF\n"));
    }
}
