//! Simulates the rush of the day: twenty thousand servers in all time zones, one whole campaign each, with the real plan,
//! store (SQLite, durable), order of claims, spreading of sends and request budget. The clock is set by hand, and Discord
//! is a simple model of its limits.
//!
//! ```text
//! cargo bench --profile dist --bench rush               # 20,000 servers
//! cargo bench --profile dist --bench rush -- 2000       # fewer
//! ```
//!
//! The model: an answer takes 80 to 600 ms; a request arrives up to 200 ms after it left, so that requests overtake each
//! other; any second allows 50 requests, wherever it begins, and a channel 5 messages in 5 s. Every further request is a
//! 429. During a rush three people a second cause requests that count, too.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a simulation that cannot go on should say where")]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use cmad::config::{Config, Env};
use cmad::discord::rest::pace::Pace;
use cmad::ports::Receipt;
use cmad::ports::clock::System;
use cmad::store::sealing::Codec;
use cmad::store::sends::Claim;
use cmad::store::settle::Outcome;
use cmad::store::{NewPlan, Store};
use domain::campaign::{Campaign, Schedule, Step};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::{self, Recipient};
use domain::roster::{Manager, NamedBy, RosterStatus};
use domain::send::Task;
use domain::urgency::Urgency;

mod house;

use house::server;

const YEAR: i32 = 2027;
/// The servers' time zones, in per mille; the rest is spread over all zones.
const WHERE: [(Tz, u64); 14] = [
    (Tz::Europe__Berlin, 200),
    (Tz::America__New_York, 180),
    (Tz::America__Chicago, 80),
    (Tz::America__Los_Angeles, 80),
    (Tz::America__Sao_Paulo, 70),
    (Tz::Europe__London, 70),
    (Tz::Asia__Kolkata, 60),
    (Tz::Asia__Shanghai, 50),
    (Tz::Asia__Tokyo, 50),
    (Tz::Europe__Istanbul, 40),
    (Tz::Europe__Moscow, 40),
    (Tz::Asia__Jakarta, 30),
    (Tz::Australia__Sydney, 20),
    (Tz::America__Mexico_City, 20),
];
const ALLOWED: u16 = 50;
/// The time between two requests of people during a rush.
const ASKED_EVERY_MS: i64 = 333;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let servers = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(20_000);
    let folder = tempfile::tempdir().expect("a folder for the database");
    let codec = Codec::new(&Codec::fresh_key(&System), Arc::new(System)).expect("a fresh key fits");
    let url = format!("sqlite://{}", folder.path().join("rush.db").display());
    let store = Store::open(&url, codec).await.expect("a new database");
    let config = Config::load(None, &Env::default()).expect("the defaults");
    println!("{servers} servers in all time zones, two managers each; {ALLOWED} requests a second are allowed");
    let town = Town::build(&store, servers).await;
    costs(&store, &config, town.begins).await;
    let mut rush = Rush::new(store, &config, town);
    rush.run().await;
    rush.report();
}

/// A pseudo-random number, the same in every run.
fn stirred(n: u64) -> u64 {
    let mut x = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn zone_of(n: u64) -> Tz {
    let mut at = stirred(n) % 1000;
    for (zone, share) in WHERE {
        if at < share {
            return zone;
        }
        at -= share;
    }
    TZ_VARIANTS[usize::try_from(stirred(n ^ 0xabcd) % TZ_VARIANTS.len() as u64).unwrap()]
}

/// The servers, and the times at which sends are due.
struct Town {
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
    due: BTreeSet<i64>,
}

impl Town {
    async fn build(store: &Store, servers: u64) -> Self {
        let began = Instant::now();
        let mut town = Self { begins: DateTime::<Utc>::MAX_UTC, ends: DateTime::<Utc>::MIN_UTC, due: BTreeSet::new() };
        for n in 0..servers {
            // A snowflake like Discord's.
            let guild = GuildId((420_000_000_000 + stirred(n) % 30_000_000_000) << 22 | (n & 0xfff));
            let zone = zone_of(n);
            let server = server(guild, zone);
            store.save_server(&server).await.unwrap();
            let campaign = Campaign::new(guild, YEAR, zone, Schedule::default()).unwrap();
            store.save_campaign(&campaign).await.unwrap();
            let mut recipients = Vec::new();
            for user in [2 * n + 1, 2 * n + 2] {
                let own = user.is_multiple_of(10).then(|| zone_of(user ^ 0x1234));
                recipients.push(Recipient { user: UserId(user), zone: own, breathe: true });
                store.save_manager(guild, &manager(user, own)).await.unwrap();
            }
            let plan = plan::sends(&campaign, &recipients);
            town.begins = town.begins.min(plan[0].due - TimeDelta::days(1));
            town.ends = town.ends.max(plan.last().unwrap().due + TimeDelta::hours(2));
            town.due.extend(plan.iter().map(|send| send.due.timestamp_millis()));
            let made = NewPlan { fingerprint: plan::fingerprint(&plan), sends: plan, answered: Vec::new() };
            store.replan(guild, |_| made, town.begins).await.unwrap();
        }
        println!("set up and planned in {:.1} s", began.elapsed().as_secs_f64());
        town
    }
}

fn manager(user: u64, zone: Option<Tz>) -> Manager {
    Manager {
        user: UserId(user),
        name: format!("Manager {user}"),
        named_by: NamedBy::Server,
        title: None,
        team: None,
        cares: None,
        link: None,
        timezone: zone,
        language: None,
        breathe: true,
        status: RosterStatus::Accepted,
    }
}

/// The store's work at a start and at a dispatch pass, with this many servers.
async fn costs(store: &Store, config: &Config, now: DateTime<Utc>) {
    let told = |what: &str, began: Instant| println!("{what:<58} {:>9.1} ms", ms(began.elapsed()));
    println!("\nwhat a start and a beat cost:");
    let began = Instant::now();
    let (rosters, plans) = (store.rosters().await.unwrap(), store.plan_fingerprints().await.unwrap());
    for server in store.servers().await.unwrap() {
        let campaign = server.campaign(plans[&server.guild].0).unwrap();
        std::hint::black_box(plan::fingerprint(&plan::sends(&campaign, &rosters[&server.guild])));
    }
    told("a start in which no plan has changed", began);
    let began = Instant::now();
    store.spread_crowds(now, config.discord.requests_per_second).await.unwrap();
    assert!(store.claim_due(now, 64, TimeDelta::minutes(2), "bench").await.unwrap().is_empty());
    told("a beat with nothing due", began);
    let then = now + TimeDelta::days(25);
    let began = Instant::now();
    let listening = store.open_windows(then).await.unwrap().len();
    store.next_window_change(then).await.unwrap();
    store.watched_messages().await.unwrap();
    store.campaign_posts().await.unwrap();
    told(&format!("the subscriptions, when {listening} servers listen"), began);
    let began = Instant::now();
    store.operator_counts(then).await.unwrap();
    told("the numbers for /metrics", began);
}

/// The simulation.
struct Rush {
    store: Store,
    town: Town,
    workers: usize,
    lease: TimeDelta,
    beat: TimeDelta,
    pace: Pace,
    begins: DateTime<Utc>,
    now: DateTime<Utc>,
    events: BinaryHeap<Reverse<(i64, u64, Event)>>,
    line: BTreeSet<(Urgency, u64)>,
    jobs: HashMap<u64, Job>,
    /// How many of the jobs are sends.
    under_way: usize,
    /// Whether people use the bot meanwhile.
    asks: bool,
    claimed: Vec<Claim>,
    numbers: u64,
    wake: Option<i64>,
    looked: Option<DateTime<Utc>>,
    told: Told,
}

/// The results.
#[derive(Default)]
struct Told {
    late_ms: BTreeMap<&'static str, Vec<i64>>,
    tolerance: BTreeMap<&'static str, TimeDelta>,
    arrivals: Vec<i64>,
    channels: BTreeMap<(u64, i64), u32>,
    asked_wait_ms: Vec<i64>,
    claims: Vec<Duration>,
    spreads: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// The answer to a job's request arrives.
    Answer(u64),
    /// The gate may admit a request.
    Gate,
    /// A person causes a request that counts.
    Asked,
}

struct Job {
    claim: Option<Claim>,
    requests_left: u32,
    urgency: Urgency,
    since_ms: i64,
}

impl Rush {
    fn new(store: Store, config: &Config, town: Town) -> Self {
        let begins = town.begins;
        Self {
            store,
            workers: config.dispatch.concurrency.into(),
            lease: TimeDelta::seconds(config.dispatch.lease_s.into()),
            beat: TimeDelta::seconds(config.dispatch.heartbeat_s.into()),
            pace: Pace::new(ALLOWED),
            begins,
            now: begins,
            town,
            events: BinaryHeap::new(),
            line: BTreeSet::new(),
            jobs: HashMap::new(),
            under_way: 0,
            asks: false,
            claimed: Vec::new(),
            numbers: 0,
            wake: None,
            looked: None,
            told: Told::default(),
        }
    }

    async fn run(&mut self) {
        while self.now < self.town.ends {
            self.take_up().await;
            if let Some(Reverse((at_ms, _, event))) = self.events.pop() {
                self.now = DateTime::from_timestamp_millis(at_ms).unwrap();
                self.happen(event).await;
            } else {
                // Idle: the next dispatch pass, or the one that spreads the next sends.
                let now_ms = self.now.timestamp_millis();
                let ahead = rush_ahead_ms();
                let next = self.town.due.range(now_ms - 1_800_000..).next().copied().unwrap_or(i64::MAX);
                let beat = self.now + self.beat;
                self.now = if next > now_ms + ahead {
                    let jump = next.saturating_sub(ahead).min(self.town.ends.timestamp_millis());
                    DateTime::from_timestamp_millis(jump).unwrap().max(beat)
                } else {
                    beat
                };
            }
        }
    }

    /// Claims as `App::run_due` does: a few at a time, when a worker is free.
    async fn take_up(&mut self) {
        if self.looked.is_none_or(|at| self.now >= at + TimeDelta::seconds(20)) {
            let began = Instant::now();
            self.store.spread_crowds(self.now, ALLOWED).await.unwrap();
            self.told.spreads += began.elapsed();
            self.looked = Some(self.now);
        }
        while self.under_way < self.workers {
            if self.claimed.is_empty() {
                let limit = u32::try_from(self.workers * 2).unwrap();
                let began = Instant::now();
                self.claimed = self.store.claim_due(self.now, limit, self.lease, "bench").await.unwrap();
                self.told.claims.push(began.elapsed());
                self.claimed.reverse();
            }
            let Some(claim) = self.claimed.pop() else { return };
            let task = claim.send().task.clone();
            let urgency = task.kind().urgency();
            let requests_left = match task {
                Task::Close => 0,
                // The admin gets a private message.
                Task::RosterCheck => 2,
                // In every second server the recap has links, and first asks who sees those channels.
                Task::Post { step: Step::Recap } if claim.send().guild.0.is_multiple_of(2) => 3,
                task => task.kind().urgency().requests(),
            };
            if !self.asks {
                self.asks = true;
                self.schedule(self.now.timestamp_millis() + ASKED_EVERY_MS, Event::Asked);
            }
            self.under_way += 1;
            self.begin(Job { claim: Some(claim), requests_left, urgency, since_ms: 0 }).await;
        }
    }

    async fn begin(&mut self, job: Job) {
        self.numbers += 1;
        let number = self.numbers;
        self.jobs.insert(number, job);
        self.stand_in_line_or_end(number).await;
    }

    async fn stand_in_line_or_end(&mut self, number: u64) {
        let now_ms = self.now.timestamp_millis();
        let job = self.jobs.get_mut(&number).unwrap();
        if job.requests_left > 0 {
            job.since_ms = now_ms;
            self.line.insert((job.urgency, number));
            self.open_gate();
            return;
        }
        let Some(claim) = self.jobs.remove(&number).unwrap().claim else { return };
        self.under_way -= 1;
        let send = claim.send();
        assert!(self.now >= send.due, "{} went out before it was due", send.key);
        let late = (self.now - send.due).num_milliseconds();
        let kind = if matches!(send.task, Task::Event) { "event" } else { send.task.kind().name() };
        self.told.late_ms.entry(kind).or_default().push(late);
        self.told.tolerance.insert(kind, send.task.kind().urgency().tolerance());
        let receipt = Receipt { channel: ChannelId(send.guild.0 + 1), message: MessageId(number) };
        let outcome = Outcome::Sent((!matches!(send.task, Task::Close | Task::Event)).then_some(receipt));
        assert!(self.store.settle(claim, outcome, &[], self.now).await.unwrap());
    }

    /// Admits the requests that may go now, and plans the next admission.
    fn open_gate(&mut self) {
        while let Some(first @ (urgency, number)) = self.line.first().copied() {
            let since = (self.now - self.begins).to_std().unwrap();
            let at = self.pace.next(since, urgency);
            if at > since {
                // Rounded up to the model's milliseconds.
                let wait = i64::try_from((at - since).as_micros().div_ceil(1000)).unwrap();
                let at_ms = self.now.timestamp_millis() + wait;
                if self.wake.is_none_or(|wake| at_ms < wake || wake <= self.now.timestamp_millis()) {
                    self.wake = Some(at_ms);
                    self.schedule(at_ms, Event::Gate);
                }
                return;
            }
            self.pace.begin(since);
            self.line.remove(&first);
            self.leave(number);
        }
    }

    /// Sends a request: it arrives a little later, and its answer comes after that.
    fn leave(&mut self, number: u64) {
        let now_ms = self.now.timestamp_millis();
        let chance = stirred(number ^ now_ms.cast_unsigned());
        let journey = 20 + i64::try_from(chance % 180).unwrap();
        let answer = 80 + i64::try_from((chance >> 20) % 520).unwrap();
        self.told.arrivals.push(now_ms + journey);
        let job = self.jobs.get_mut(&number).unwrap();
        job.requests_left -= 1;
        match &job.claim {
            Some(claim) if matches!(claim.send().task, Task::Post { .. }) => {
                *self.told.channels.entry((claim.send().guild.0, (now_ms + journey) / 5000)).or_default() += 1;
            }
            Some(_) => {}
            None => self.told.asked_wait_ms.push(now_ms - job.since_ms),
        }
        self.schedule(now_ms + journey.max(answer), Event::Answer(number));
    }

    async fn happen(&mut self, event: Event) {
        match event {
            Event::Answer(number) => self.stand_in_line_or_end(number).await,
            Event::Gate => self.open_gate(),
            Event::Asked => {
                self.asks = self.under_way > 0;
                if self.asks {
                    self.schedule(self.now.timestamp_millis() + ASKED_EVERY_MS, Event::Asked);
                    self.begin(Job { claim: None, requests_left: 1, urgency: Urgency::Asked, since_ms: 0 }).await;
                }
            }
        }
    }

    fn schedule(&mut self, at_ms: i64, event: Event) {
        self.numbers += 1;
        self.events.push(Reverse((at_ms, self.numbers, event)));
    }

    fn report(&mut self) {
        println!(
            "\n{:<14}{:>8}{:>12}{:>12}{:>12}{:>12}",
            "step", "sends", "median s", "99 % s", "last s", "tolerance s"
        );
        for (kind, late) in &mut self.told.late_ms {
            late.sort_unstable();
            let at = |percent: usize| seconds(late[(late.len() - 1) * percent / 100]);
            let tolerance = self.told.tolerance[kind];
            println!(
                "{kind:<14}{:>8}{:>12.1}{:>12.1}{:>12.1}{:>12}",
                late.len(),
                at(50),
                at(99),
                at(100),
                tolerance.num_seconds()
            );
            assert!(late.last().is_none_or(|late| *late <= tolerance.num_milliseconds()), "{kind} is out of tolerance");
        }
        let arrivals = &mut self.told.arrivals;
        arrivals.sort_unstable();
        let within = |ms: i64| {
            let mut first = 0;
            let counts = arrivals.iter().enumerate().map(|(n, at)| {
                while arrivals[first] <= at - ms {
                    first += 1;
                }
                n + 1 - first
            });
            counts.max().unwrap_or(0)
        };
        let (second, minute) = (within(1000), within(60_000));
        let refused = usize::from(second > usize::from(ALLOWED));
        let in_channel = self.told.channels.values().max().copied().unwrap_or(0);
        println!("\nrequests                                    {:>9}", arrivals.len());
        println!("most in any second, of {ALLOWED} allowed            {second:>9}");
        println!("share of the allowed, busiest minute        {:>8.0}%", percent(minute, usize::from(ALLOWED) * 60));
        println!("most posts in one channel in 5 s, of 5      {in_channel:>9}");
        println!("answers 429                                 {refused:>9}");
        self.told.asked_wait_ms.sort_unstable();
        let asked = &self.told.asked_wait_ms;
        println!("longest wait of {:>6} who asked meanwhile  {:>6} ms", asked.len(), asked.last().unwrap_or(&0));
        let claims = &mut self.told.claims;
        claims.sort_unstable();
        let mean = claims.iter().sum::<Duration>() / u32::try_from(claims.len()).unwrap();
        println!(
            "a claim, mean and longest of {:>7}        {:>6.1} ms {:.1} ms",
            claims.len(),
            ms(mean),
            ms(claims[claims.len() - 1])
        );
        println!("looking for crowds, in all                  {:>6.1} s", self.told.spreads.as_secs_f64());
        assert_eq!((refused, in_channel.min(6) > 5), (0, false), "Discord would have refused something");
    }
}

/// How long before their due time sends are spread.
fn rush_ahead_ms() -> i64 {
    cmad::store::SPREAD_AHEAD.num_milliseconds() / 2
}

#[expect(clippy::cast_precision_loss, reason = "a campaign has few milliseconds")]
fn seconds(ms: i64) -> f64 {
    ms as f64 / 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "a minute has few requests")]
fn percent(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole as f64
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
