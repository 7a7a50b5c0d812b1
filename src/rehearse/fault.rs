//! One injected fault: its kind, and the point at which it happens. `cmad rehearse --fault` and the tests in `tests/faults`
//! name it alike: `request:7:drop-after`.

use std::fmt;
use std::str::FromStr;

use chrono::TimeDelta;
use discord_sim::{Disconnect, Fault, FaultKind, FaultTiming, GatewayFault, Sim};
use serde_json::json;

/// A fault at a point.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Injection {
    /// Where.
    pub point: Point,
    /// Which one, counted from 1 since the fault was armed.
    pub nth: u32,
    /// The fault's name, as it is printed and parsed.
    pub kind: String,
}

/// Where the bot touches the outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// A request to Discord.
    Request,
    /// An event from Discord.
    Frame,
    /// The commit of a transaction; a claim is one.
    Commit,
    /// A statement to PostgreSQL; preparing one is one more.
    Statement,
}

/// What an injection does to the bot itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The bot is killed when the injection has happened.
    Kills,
    /// The bot has to cope.
    Survives,
}

/// The faults of requests: name, kind, and the routes on which Discord could do that.
fn request_kinds() -> Vec<(&'static str, FaultKind, Routes)> {
    let wait = |retry_after_ms, global| FaultKind::RateLimited { retry_after_ms, global };
    let expired = FaultKind::Answer { status: 404, body: json!({"code": 10062, "message": "Unknown interaction"}) };
    let refusal = |status, code: u32| FaultKind::Answer { status, body: json!({"code": code, "message": "Refused"}) };
    let no_channel = FaultKind::Answer { status: 404, body: json!({"code": 10003, "message": "Unknown Channel"}) };
    vec![
        ("kill-before", FaultKind::Hang, Routes::All),
        ("kill-after", FaultKind::DoneThenHang, Routes::All),
        ("drop-before", FaultKind::DropConnection, Routes::All),
        ("drop-after", FaultKind::DoneThenDropConnection, Routes::All),
        ("500", FaultKind::Status(500), Routes::All),
        ("502", FaultKind::Status(502), Routes::All),
        ("done-500", FaultKind::DoneThenStatus(500), Routes::All),
        ("done-502", FaultKind::DoneThenStatus(502), Routes::All),
        ("never", FaultKind::Hang, Routes::All),
        ("done-never", FaultKind::DoneThenHang, Routes::All),
        ("429", wait(60, false), Routes::All),
        ("429-long", wait(100_000, false), Routes::All),
        ("429-global", wait(250, true), Routes::Counted),
        ("50013", FaultKind::Forbidden(50013), Routes::Channels),
        ("50007", FaultKind::Forbidden(50007), Routes::Private),
        ("10003", no_channel, Routes::Places),
        ("20026", refusal(403, 20_026), Routes::Private),
        ("40003", refusal(400, 40_003), Routes::Private),
        ("50278", refusal(403, 50_278), Routes::Private),
        ("30038", refusal(400, 30_038), Routes::Events),
        ("40333", refusal(403, 40_333), Routes::All),
        ("403-10008", refusal(403, 10_008), Routes::Channels),
        ("a-code-not-known", refusal(400, 987_654), Routes::All),
        ("10062", expired, Routes::Answers),
    ]
}

/// The routes on which a fault can happen.
#[derive(Clone, Copy)]
enum Routes {
    All,
    /// All routes that count towards the global limit.
    Counted,
    /// Routes of a server and its channels.
    Channels,
    /// The same without fetching one message, where 404 is no fault but says that the message was deleted.
    Places,
    /// Private messages, and the opening of a conversation.
    Private,
    /// Making a scheduled event.
    Events,
    /// First answers to interactions.
    Answers,
}

impl Routes {
    fn contains(self, route: &str) -> bool {
        let path = route.split(' ').nth(1).unwrap_or_default();
        match self {
            Self::All => true,
            Self::Counted => !path.starts_with("/interactions") && !path.starts_with("/webhooks"),
            Self::Channels => path.starts_with("/channels/*"),
            Self::Places => Self::Channels.contains(route) && route != "GET /channels/*/messages/*",
            Self::Private => matches!(route, "POST /channels/@dm/messages" | "POST /users/@me/channels"),
            Self::Events => route == "POST /guilds/*/scheduled-events",
            Self::Answers => path.starts_with("/interactions"),
        }
    }
}

/// The refusals after which something may be missing, and that are reported.
pub const REFUSALS: [&str; 6] = ["50013", "50007", "50278", "20026", "30038", "10003"];

/// Discord's close codes, and a close frame without one.
pub const CLOSE_CODES: [&str; 18] = [
    "close-4000",
    "close-4001",
    "close-4002",
    "close-4003",
    "close-4004",
    "close-4005",
    "close-4006",
    "close-4007",
    "close-4008",
    "close-4009",
    "close-4010",
    "close-4011",
    "close-4012",
    "close-4013",
    "close-4014",
    "close-1000",
    "close-1001",
    "close-none",
];

/// Disconnects without a close code; a client reports `drop` as 1006.
pub const DISCONNECTS: [&str; 9] = [
    "kill-before",
    "kill-after",
    "drop-before",
    "drop-half",
    "drop-after",
    "op7-before",
    "op7-after",
    "op9-before",
    "op9-resume-after",
];

/// When the bot is killed at a commit: before it (the transaction is undone), or after it (durable, not acknowledged).
pub const COMMITS: [&str; 2] = ["kill-before", "kill-after"];

/// A connection that falls silent, which only a heartbeat notices.
pub const SILENCES: [&str; 2] = ["silent-before", "silent-after"];

/// The connection to PostgreSQL falls silent at a statement, and stays so: what is lost of the statement.
pub const LOSSES: [&str; 2] = ["lost", "unanswered"];

/// How far the bot's clock leaps at a commit, in seconds. It stays wrong until the end of the run, or with `-once` until
/// time passes; the last one shows 1970.
const LEAPS: [(&str, i64); 8] = [
    ("clock+30s", 30),
    ("clock-30s", -30),
    ("clock+1h", 3600),
    ("clock-1h", -3600),
    ("clock+1d", 86_400),
    ("clock-1d", -86_400),
    ("clock+31d", 31 * 86_400),
    ("clock-1970", -20_818 * 86_400),
];

/// The ending of a leap after which the clock is soon right again.
const ONCE: &str = "-once";

/// The bot's process stands still at a commit for a moment: a paused container.
pub const PAUSE: &str = "pause";

/// The names of all leaps of the clock.
#[must_use]
pub fn leaps() -> Vec<String> {
    LEAPS.iter().flat_map(|(name, _)| [(*name).to_owned(), format!("{name}{ONCE}")]).collect()
}

/// The names of the faults that a request of this route can meet.
#[must_use]
pub fn kinds_of_request(route: &str) -> Vec<&'static str> {
    request_kinds().into_iter().filter(|(_, _, routes)| routes.contains(route)).map(|(name, ..)| name).collect()
}

impl Injection {
    /// A fault at the `nth` point of its kind.
    #[must_use]
    pub fn new(point: Point, nth: usize, kind: impl Into<String>) -> Self {
        Self { point, nth: u32::try_from(nth).unwrap_or(u32::MAX), kind: kind.into() }
    }

    /// Arms the fault in the simulator. The caller arms those of transactions and statements.
    ///
    /// # Panics
    /// If no fault of this point has its name; one that was parsed has.
    pub fn arm(&self, sim: &Sim) {
        match self.point {
            Point::Commit | Point::Statement => {}
            Point::Request => {
                let found = request_kinds().into_iter().find(|(name, ..)| *name == self.kind);
                let (_, what, _) = found.unwrap_or_else(|| panic!("{self} is no fault of requests"));
                sim.fault(Fault::on("*", what).nth(self.nth));
            }
            Point::Frame => {
                let (what, moment) =
                    self.kind.rsplit_once('-').unwrap_or_else(|| panic!("{self} is no fault of events"));
                let timing = match moment {
                    "before" => FaultTiming::Before,
                    "half" => FaultTiming::Half,
                    _ => FaultTiming::After,
                };
                let disconnect = match what {
                    "kill" | "silent" => Disconnect::Silence,
                    "drop" => Disconnect::Drop,
                    "op7" => Disconnect::Reconnect,
                    "op9" => Disconnect::Invalid { resumable: false },
                    "op9-resume" => Disconnect::Invalid { resumable: true },
                    "close-none" => Disconnect::Close(None),
                    code => {
                        let number = code.trim_start_matches("close-").parse();
                        Disconnect::Close(Some(number.unwrap_or_else(|_| panic!("{self} is no fault of events"))))
                    }
                };
                sim.gateway_fault(GatewayFault { nth: self.nth, timing, disconnect });
            }
        }
    }

    /// What it does to the bot.
    #[must_use]
    pub fn effect(&self) -> Effect {
        if self.kind.starts_with("kill") { Effect::Kills } else { Effect::Survives }
    }

    /// How far the clock leaps.
    #[must_use]
    pub fn leap(&self) -> Option<TimeDelta> {
        let leap = LEAPS.iter().find(|(name, _)| *name == self.kind.trim_end_matches(ONCE));
        leap.map(|(_, seconds)| TimeDelta::seconds(*seconds))
    }

    /// Whether the clock is right again once time passes.
    #[must_use]
    pub fn is_once(&self) -> bool {
        self.kind.ends_with(ONCE)
    }

    /// Whether Discord refuses something for good, so that only a report may come of it.
    #[must_use]
    pub fn refuses(&self) -> bool {
        REFUSALS.contains(&self.kind.as_str()) || self.kind.starts_with("close-4014")
    }
}

impl fmt::Display for Injection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let point = match self.point {
            Point::Request => "request",
            Point::Frame => "frame",
            Point::Commit => "commit",
            Point::Statement => "statement",
        };
        write!(f, "{point}:{}:{}", self.nth, self.kind)
    }
}

impl FromStr for Injection {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is no injection such as request:3:drop-after");
        let mut parts = text.splitn(3, ':');
        let point = match parts.next() {
            Some("request") => Point::Request,
            Some("frame") => Point::Frame,
            Some("commit") => Point::Commit,
            Some("statement") => Point::Statement,
            _ => return Err(wrong()),
        };
        let nth = parts.next().and_then(|nth| nth.parse().ok()).ok_or_else(wrong)?;
        let kind = parts.next().ok_or_else(wrong)?.to_owned();
        let known = names_of(point);
        if nth == 0 || !known.contains(&kind) {
            return Err(format!("{text} names no fault; counted from 1, there are: {}", known.join(", ")));
        }
        Ok(Self { point, nth, kind })
    }
}

/// The names of every fault at a kind of point.
fn names_of(point: Point) -> Vec<String> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    match point {
        Point::Request => request_kinds().into_iter().map(|(name, ..)| name.to_owned()).collect(),
        Point::Frame => {
            let closes = CLOSE_CODES.iter().flat_map(|code| [format!("{code}-before"), format!("{code}-after")]);
            owned(&DISCONNECTS).into_iter().chain(owned(&SILENCES)).chain(closes).collect()
        }
        Point::Commit => owned(&COMMITS).into_iter().chain(leaps()).chain([PAUSE.to_owned()]).collect(),
        Point::Statement => owned(&LOSSES),
    }
}
