//! The bot as a child process that is killed by SIGKILL: this program starts itself again, with real files and sockets,
//! while the simulated Discord stays in the parent. The child's clock is a file.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use cmad::config::{Config, Env};
use cmad::discord::context::About;
use cmad::discord::gateway::Pace;
use cmad::net::Dialer;
use cmad::ports::Clock;
use cmad::ports::clock::System;
use cmad::rehearse::stage::expected_intents;
use cmad::runtime::{self, Heartbeat};
use discord_sim::Sim;
use secrecy::ExposeSecret as _;
use tokio::sync::{mpsc, watch};

use crate::breakpoint::{Breakpoint, Moment};
use crate::databases::Database;
use crate::village::MANAGERS_UNASKED;

/// Set in the child: its Discord, database, clock, key, and the transaction at which it stops.
const CHILD: &str = "CMAD_FAULT_CHILD";

/// The parent's handle of the child.
pub struct BotProcess {
    sim: Sim,
    home: PathBuf,
    database_url: String,
    key: secrecy::SecretString,
    pub clock: Arc<ChildClock>,
    /// The transaction at which the next child stops; `breakpoint` records the stop.
    pub stop_at: Option<(usize, Moment)>,
    /// What happens there at [`Moment::Passing`].
    pub at_passing: Passing,
    pub breakpoint: Breakpoint,
    running_child: Option<RunningChild>,
}

/// What happens to a child at a transaction that goes on.
#[derive(Clone, Copy)]
pub enum Passing {
    /// Its clock leaps.
    Leaps(TimeDelta),
    /// It stands still for a moment.
    Pauses,
}

/// The child's clock, as a file: the right time, and by how much it is wrong, in milliseconds.
pub struct ChildClock {
    file: PathBuf,
    shows: Mutex<[i64; 2]>,
}

impl ChildClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.shows.lock().unwrap()[0]).unwrap()
    }

    fn set(&self, now: DateTime<Utc>) {
        self.change(|shows| shows[0] = shows[0].max(now.timestamp_millis()));
    }

    /// Has it show another time than the right one.
    pub fn be_wrong_by(&self, difference: TimeDelta) {
        self.change(|shows| shows[1] = difference.num_milliseconds());
    }

    fn change(&self, change: impl FnOnce(&mut [i64; 2])) {
        let mut shows = self.shows.lock().unwrap();
        change(&mut shows);
        // By a rename, so that the child never reads half a file.
        let draft = self.file.with_extension("new");
        std::fs::write(&draft, format!("{} {}", shows[0], shows[1])).unwrap();
        std::fs::rename(draft, &self.file).unwrap();
    }
}

struct RunningChild {
    child: Child,
    to: ChildStdin,
    answers: mpsc::UnboundedReceiver<String>,
    ended: watch::Receiver<bool>,
}

/// What a child reports after a dispatch pass.
#[derive(Clone, PartialEq, Eq)]
struct Rest {
    /// When the next send is due, in unix milliseconds.
    due: Option<i64>,
    intents: u64,
    /// The last event that it has processed.
    sequence: u64,
}

impl BotProcess {
    pub fn new(sim: Sim, database: &Database, key: secrecy::SecretString, breakpoint: Breakpoint) -> Self {
        let (home, database_url) = (database.folder.path().to_owned(), database.url.clone());
        let clock = Arc::new(ChildClock { file: home.join("clock"), shows: Mutex::new([sim.now(), 0]) });
        let at_passing = Passing::Pauses;
        Self { sim, home, database_url, key, clock, stop_at: None, at_passing, breakpoint, running_child: None }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Sets the time, here and in the child.
    pub fn set(&self, now: DateTime<Utc>) {
        self.clock.set(now);
        self.sim.set_now(self.now().timestamp_millis());
    }

    /// Starts a child and waits until it is connected.
    pub async fn start_restless(&mut self) -> anyhow::Result<()> {
        self.set(self.now());
        let (nth, moment) = self.stop_at.take().map_or((0, Moment::Before), |at| at);
        let is_passing = moment == Moment::Passing;
        let moment = match moment {
            Moment::Before => "before",
            Moment::After => "after",
            Moment::Passing => "passing",
        };
        let settings = [
            self.sim.api_base(),
            self.sim.token(),
            self.home.display().to_string(),
            self.database_url.clone(),
            self.key.expose_secret().to_owned(),
            format!("{nth}"),
            moment.to_owned(),
        ];
        let mut child = Command::new(std::env::current_exe()?)
            .env(CHILD, settings.join("\n"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (said, mut answers) = mpsc::unbounded_channel();
        let (over, ended) = watch::channel(false);
        let (out, to) = (child.stdout.take().unwrap(), child.stdin.take().unwrap());
        let breakpoint = self.breakpoint.clone();
        let (clock, passing, id) = (Arc::clone(&self.clock), self.at_passing, child.id());
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if line == "hit" {
                    match passing {
                        Passing::Leaps(leap) if is_passing => clock.be_wrong_by(leap),
                        Passing::Pauses if is_passing => pause(id),
                        _ => {}
                    }
                    breakpoint.record_hit();
                } else if said.send(line).is_err() {
                    break;
                }
            }
            over.send_replace(true);
        });
        let first = async { answers.recv().await };
        // A caller that gives up waiting drops this future: then the guard kills the child.
        let mut running_child = RunningChild { child, to, answers: mpsc::unbounded_channel().1, ended };
        self.running_child = None;
        let up = {
            let guard = KillOnDrop(&mut running_child.child);
            let up = first.await;
            guard.keep();
            up
        };
        running_child.answers = answers;
        self.running_child = Some(running_child);
        anyhow::ensure!(up.as_deref() == Some("up"), "the child does not start: {up:?}");
        let ended = self.until_ended();
        tokio::select! {
            () = self.sim.until_connected() => Ok(()),
            () = ended => anyhow::bail!("the child ended before it was connected"),
        }
    }

    pub fn until_ended(&self) -> impl Future<Output = ()> + use<> {
        let ended = self.running_child.as_ref().map(|running_child| running_child.ended.clone());
        async move {
            match ended {
                Some(mut ended) => drop(ended.wait_for(|ended| *ended).await),
                None => std::future::pending().await,
            }
        }
    }

    /// SIGKILL.
    pub async fn kill(&mut self) {
        if let Some(mut running_child) = self.running_child.take() {
            running_child.child.kill().unwrap();
            running_child.child.wait().unwrap();
            self.sim.until_disconnected().await;
        }
    }

    /// Lets the child receive, answer and send until nothing is left to do at this time.
    pub async fn settle(&mut self) -> anyhow::Result<()> {
        self.rest().await.map(|_| ())
    }

    async fn rest(&mut self) -> anyhow::Result<Rest> {
        let mut before = None;
        for _ in 0..2000 {
            self.sim.until_connected().await;
            self.sim.until_received().await;
            let state = self.sim.gateway_state();
            let newest = state.sessions.iter().rev().find(|session| session.connected);
            let last = newest.map_or(0, |session| session.last_sequence);
            let rest = self.beat(last).await?;
            let is_subscribed = state.intents == rest.intents && rest.sequence >= last;
            let is_due = rest.due.is_some_and(|due| due <= self.now().timestamp_millis());
            let now = Some((self.sim.transcript().len(), rest.clone()));
            if now == before && is_subscribed && !is_due {
                return Ok(rest);
            }
            before = now;
        }
        anyhow::bail!("the child does not come to rest")
    }

    async fn beat(&mut self, sequence: u64) -> anyhow::Result<Rest> {
        let Some(running_child) = &mut self.running_child else { return std::future::pending().await };
        if writeln!(running_child.to, "{sequence}").is_err() {
            // The child has just ended; the supervisor notices that by `until_ended`.
            return std::future::pending().await;
        }
        let Some(answer) = running_child.answers.recv().await else { return std::future::pending().await };
        let mut parts = answer.split(' ');
        let mut next = || parts.next().unwrap();
        Ok(Rest { due: next().parse().ok(), intents: next().parse()?, sequence: next().parse()? })
    }

    pub async fn advance_to(&mut self, target: DateTime<Utc>) -> anyhow::Result<()> {
        for _ in 0..2000 {
            let next = self.rest().await?.due.and_then(DateTime::from_timestamp_millis).map(|at| at.max(self.now()));
            match next {
                Some(next) if next <= target => self.set(next),
                _ => {
                    self.set(target);
                    return self.settle().await;
                }
            }
        }
        anyhow::bail!("there is always something due")
    }
}

impl Drop for BotProcess {
    fn drop(&mut self) {
        if let Some(running_child) = &mut self.running_child {
            // It may have ended already.
            let _ended = running_child.child.kill();
            let _waited = running_child.child.wait();
        }
    }
}

/// Kills a child unless `keep` is called.
struct KillOnDrop<'a>(&'a mut Child);

impl KillOnDrop<'_> {
    fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for KillOnDrop<'_> {
    fn drop(&mut self) {
        let _ended = self.0.kill();
        let _waited = self.0.wait();
    }
}

/// The time that the parent has written.
struct ClockFile(PathBuf);

impl ClockFile {
    /// The right time, and by how much the clock is wrong, in milliseconds.
    fn read(&self) -> [i64; 2] {
        let text = std::fs::read_to_string(&self.0).unwrap();
        let (right, wrong_by) = text.split_once(' ').unwrap();
        [right.parse().unwrap(), wrong_by.parse().unwrap()]
    }
}

impl Clock for ClockFile {
    fn now(&self) -> DateTime<Utc> {
        let [right, wrong_by] = self.read();
        DateTime::from_timestamp_millis(right + wrong_by).unwrap()
    }

    fn elapsed(&self) -> TimeDelta {
        TimeDelta::milliseconds(self.read()[0])
    }
}

/// Stops the child for a moment, which is the fault itself and no wait.
fn pause(id: u32) {
    let signal = |name: &str| drop(Command::new("kill").args([name, &id.to_string()]).status());
    signal("-STOP");
    std::thread::sleep(std::time::Duration::from_millis(300));
    signal("-CONT");
}

/// Runs the child, if this process is one.
pub fn child() -> Option<ExitCode> {
    let settings = std::env::var(CHILD).ok()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    Some(match runtime.block_on(live(&settings)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

async fn live(settings: &str) -> anyhow::Result<()> {
    let mut settings = settings.split('\n').map(str::to_owned);
    let mut next = || settings.next().unwrap();
    let (api_base, token, home, database_url, key) = (next(), next(), PathBuf::from(next()), next(), next());
    let (nth, moment): (usize, String) = (next().parse()?, next());
    let breakpoint = Breakpoint::default();
    if nth > 0 {
        let moment = match moment.as_str() {
            "before" => Moment::Before,
            "after" => Moment::After,
            _ => Moment::Passing,
        };
        breakpoint.set(nth, moment);
    }
    let mut config = Config::load(None, &Env::default())?;
    config.dispatch.concurrency = 1;
    config.discord.requests_per_second = u16::MAX;
    config.discord.timeout_s = 1;
    config.limits.managers_unasked = MANAGERS_UNASKED;
    let hit = breakpoint.until_hits(1);
    tokio::spawn(async move {
        hit.await;
        say("hit");
    });
    let running = runtime::start(runtime::Options {
        token: token.into(),
        api_base: Some(api_base),
        database_url,
        erasures: None,
        keys: cmad::store::key_file::Keys::of(key.into()),
        clock: Arc::new(ClockFile(home.join("clock"))),
        entropy: Arc::new(System),
        config,
        mail: cmad::mail::Settings::Off,
        http: None,
        metrics: None,
        about: About::default(),
        public_url: None,
        process: "first".into(),
        pace: Pace::Rehearsal,
        dialer: Dialer::direct(),
        heartbeat: Heartbeat::ByHand,
        render: None,
        commit_observer: Some(Arc::new(breakpoint)),
    })
    .await?;
    let (ask, mut asked) = mpsc::unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            if ask.send(line).is_err() {
                break;
            }
        }
    });
    say("up");
    let mut received = running.received();
    while let Some(sequence) = asked.recv().await {
        let sequence: u64 = sequence.parse()?;
        // No success: the gateway has ended, or a new session counts from the start. The parent asks again.
        let taken_in = received.wait_for(|received| received.sequence >= sequence);
        let ended = matches!(tokio::time::timeout(std::time::Duration::from_millis(500), taken_in).await, Ok(Err(_)));
        anyhow::ensure!(!ended, "the gateway has ended");
        running.until_handled().await;
        running.beat().await;
        let due = running.app().next_due().await?;
        let due = due.into_iter().chain(running.app().needed_events().await?.until).min();
        // By the clock that the bot goes by, which may be a little off.
        let behind = running.app().elapsed() - TimeDelta::milliseconds(running.app().now().timestamp_millis());
        let due = due.map(|at| at + behind);
        let due = due.map_or("-".to_owned(), |at| at.timestamp_millis().to_string());
        let sequence = received.borrow().sequence;
        say(&format!("{due} {} {sequence}", expected_intents(&running)));
    }
    Ok(())
}

/// Writes one line to the parent.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Without a parent the child ends at the end of its standard input.
    let _gone = writeln!(out, "{line}").and_then(|()| out.flush());
}
