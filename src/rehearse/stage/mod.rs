//! The real bot on a simulated Discord, with a clock set by the driver: for the rehearsal and for story tests.
//!
//! Time passes only in [`Stage::advance_to`], which jumps from one due time to the next and waits in between until
//! nothing happens any more, so that a year takes seconds and the order is always the same.

mod sessions;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};

use crate::app::digests::Render;
use crate::config::{Config, Env};
use crate::discord::context::About;
use crate::discord::gateway::Pace;
use crate::mail::{self, Memory, Smtp};
use crate::net::Dialer;
use crate::ports::clock::Manual;
use crate::ports::{Clock, Entropy};
use crate::runtime::{self, Heartbeat, Running};
use crate::store::CommitObserver;
use crate::store::key_file::Keys;
use crate::store::sealing::Codec;
use discord_sim::{Sim, SimOptions, intent};
use domain::mail::{Address, PublicUrl};

/// The bot and its simulated Discord.
pub struct Stage {
    /// The simulated Discord.
    pub sim: Sim,
    clock: Arc<Manual>,
    database_url: String,
    keys: Keys,
    config: Config,
    entropy: Arc<dyn Entropy>,
    dialer: Dialer,
    mail: StageMail,
    http: Option<SocketAddr>,
    metrics: Option<SocketAddr>,
    commit_observer: Option<Arc<dyn CommitObserver>>,
    render: Option<Render>,
    erasures: Option<PathBuf>,
    process: String,
    about: About,
    public_url: Option<PublicUrl>,
    /// Held by every process on this stage, to count them.
    together: Arc<()>,
    running: Option<Running>,
}

/// Where the stage's mail goes.
pub enum StageMail {
    /// Nowhere.
    None,
    /// A folder.
    Folder(PathBuf, Address),
    /// Memory.
    Memory(Arc<Memory>),
    /// A mail server.
    Server(Box<Smtp>),
}

impl StageMail {
    fn settings(&self) -> mail::Settings {
        match self {
            Self::None => mail::Settings::Off,
            Self::Folder(folder, from) => mail::Settings::File { folder: folder.clone(), from: from.clone().into() },
            Self::Memory(memory) => mail::Settings::Memory(Arc::clone(memory)),
            Self::Server(server) => mail::Settings::Smtp(server.clone()),
        }
    }
}

/// How long to wait, in real time, for something that should take milliseconds: so long that no busy machine decides
/// what a rehearsal or a test shows.
pub(super) const PATIENCE: Duration = Duration::from_secs(300);
/// How long a person waits, in real time, for the first answer of a bot that gives no sign at all.
const ANSWER: Duration = Duration::from_secs(30);

/// How many times things may set each other off before the stage gives up: a bot that never rests is a bug.
const ROUNDS: usize = 200;

/// A simulated Discord for this bot, starting at an instant (Unix milliseconds): with the bot's name, and with its own
/// rule that every message lists whom it may ping.
#[must_use]
pub fn sim_options(start_ms: i64) -> SimOptions {
    SimOptions {
        bot_name: "CMAD".into(),
        require_allowed_mentions: true,
        response_deadline: ANSWER,
        wait_limit: PATIENCE,
        ..SimOptions::at(start_ms)
    }
}

impl Stage {
    /// A simulated Discord with these options, and a bot that is not started yet, with its database at `database`.
    ///
    /// # Errors
    /// The simulator or the settings do not start.
    pub async fn new(options: SimOptions, database: PathBuf) -> anyhow::Result<Self> {
        let url = format!("sqlite://{}", database.display());
        Self::of(Sim::start(options).await?, url)
    }

    /// The same with a database by its address, whichever kind it is.
    ///
    /// # Errors
    /// The simulator or the settings do not start.
    pub async fn on(options: SimOptions, database_url: String) -> anyhow::Result<Self> {
        Self::of(Sim::start(options).await?, database_url)
    }

    /// A bot that is not started yet, on an existing simulated Discord, whose clock it uses. Every stage has the same
    /// key, so the database may be a copy of another stage's.
    ///
    /// # Errors
    /// The settings do not load.
    pub fn of(sim: Sim, database_url: String) -> anyhow::Result<Self> {
        let now = DateTime::from_timestamp_millis(sim.now()).context("the rehearsal begins outside of time")?;
        let mut config = Config::load(None, &Env::default())?;
        // One send at a time, so that the order of posts is always the same.
        config.dispatch.concurrency = 1;
        // A busy machine does not make writers give up.
        config.database.patience_ms = u32::try_from(PATIENCE.as_millis())?;
        // The simulator has its own rate limits; the client's budget would only slow the rehearsal down.
        config.discord.requests_per_second = u16::MAX;
        let entropy: Arc<dyn Entropy> = Arc::new(Counted::default());
        let keys = Keys::of(Codec::fresh_key(&*entropy));
        let (mail, http, metrics, public_url) = (StageMail::None, None, None, None);
        Ok(Self {
            sim,
            clock: Arc::new(Manual::at(now)),
            database_url,
            keys,
            config,
            entropy,
            dialer: Dialer::direct(),
            mail,
            http,
            metrics,
            about: About::default(),
            public_url,
            commit_observer: None,
            render: None,
            erasures: None,
            process: "first".into(),
            together: Arc::new(()),
            running: None,
        })
    }

    /// Takes another key and other random numbers than every stage has, before the first start. The same number gives the
    /// same ones.
    pub fn use_secrets(&mut self, number: u64) {
        let entropy = Counted { asked: AtomicU64::new(number << 32) };
        self.keys = Keys::of(Codec::fresh_key(&entropy));
        self.entropy = Arc::new(entropy);
    }

    /// The key of the words in its database.
    #[must_use]
    pub fn key(&self) -> &secrecy::SecretString {
        self.keys.text()
    }

    /// Another process with the same token, key and database, and the same time. It is not started yet.
    #[must_use]
    pub fn beside(&self, process: &str) -> Self {
        Self {
            sim: self.sim.clone(),
            clock: Arc::clone(&self.clock),
            database_url: self.database_url.clone(),
            keys: self.keys.clone(),
            config: self.config.clone(),
            entropy: Arc::clone(&self.entropy),
            dialer: self.dialer.clone(),
            mail: StageMail::None,
            http: None,
            metrics: None,
            about: self.about.clone(),
            public_url: None,
            commit_observer: None,
            render: None,
            erasures: self.erasures.clone(),
            process: process.to_owned(),
            together: Arc::clone(&self.together),
            running: None,
        }
    }

    /// Stores the bot's present keys in a file, where it reads them from the next start on, as with most operators.
    ///
    /// # Errors
    /// The file cannot be written or read.
    pub fn keep_keys_in(&mut self, file: PathBuf) -> std::io::Result<()> {
        self.keys.put_into(&file)?;
        self.keys = Keys::in_file(file)?;
        Ok(())
    }

    /// The bot's keys.
    #[must_use]
    pub const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Changes the settings with which the bot is started next.
    pub fn configure(&mut self, change: impl FnOnce(&mut Config)) {
        change(&mut self.config);
    }

    /// Has the bot send mail like this from the next start on.
    pub fn send_mail(&mut self, mail: StageMail, public_url: Option<PublicUrl>) {
        self.mail = mail;
        self.public_url = public_url;
    }

    /// Has the bot say this about who runs it, from the next start on.
    pub fn tell_about(&mut self, about: About) {
        self.about = about;
    }

    /// Has the bot open its connections with `dialer`, from the next start on.
    pub fn dial_with(&mut self, dialer: Dialer) {
        self.dialer = dialer;
    }

    /// Has `observer` called for each commit, from the next start on.
    pub fn observe_commits(&mut self, observer: Arc<dyn CommitObserver>) {
        self.commit_observer = Some(observer);
    }

    /// Has `render` make the digests' files, from the next start on.
    pub fn draw_with(&mut self, render: Render) {
        self.render = Some(render);
    }

    /// Makes the bot serve its pages and its metrics from the next start on, at free ports of this machine.
    pub fn serve_pages(&mut self) {
        self.http = Some((Ipv4Addr::LOCALHOST, 0).into());
        self.metrics = self.http;
    }

    /// Starts the bot and waits until it is connected and at rest.
    ///
    /// # Errors
    /// It does not start.
    pub async fn start(&mut self) -> anyhow::Result<()> {
        self.start_restless().await?;
        self.settle().await
    }

    /// Keeps the list of erasures in this file.
    pub fn keep_erasures_in(&mut self, file: PathBuf) {
        self.erasures = Some(file);
    }

    /// Starts the bot, without waiting for anything to be done.
    ///
    /// # Errors
    /// It does not start.
    pub async fn start_restless(&mut self) -> anyhow::Result<()> {
        let running = runtime::start(runtime::Options {
            token: self.sim.token().into(),
            api_base: Some(self.sim.api_base()),
            database_url: self.database_url.clone(),
            erasures: self.erasures.clone(),
            keys: self.keys.clone(),
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            entropy: Arc::clone(&self.entropy),
            config: self.config.clone(),
            mail: self.mail.settings(),
            http: self.http,
            metrics: self.metrics,
            about: self.about.clone(),
            public_url: self.public_url.clone(),
            pace: Pace::Rehearsal,
            dialer: self.dialer.clone(),
            process: self.process.clone(),
            heartbeat: Heartbeat::ByHand,
            commit_observer: self.commit_observer.clone(),
            render: self.render.clone(),
        })
        .await?;
        let holds = running.holds_gateway();
        self.running = Some(running);
        if !holds {
            return Ok(());
        }
        let ended = self.until_ended();
        tokio::select! {
            () = self.sim.until_connected() => Ok(()),
            () = ended => anyhow::bail!("the bot ended before it was connected"),
        }
    }

    /// Waits until the bot has ended by itself or was stopped; forever if it was not started.
    pub fn until_ended(&self) -> impl Future<Output = ()> + use<> {
        let received = self.running.as_ref().map(Running::received);
        async move {
            match received {
                // Its sender ends with the gateway.
                Some(mut received) => while received.changed().await.is_ok() {},
                None => std::future::pending().await,
            }
        }
    }

    /// Stops the bot softly.
    ///
    /// # Errors
    /// It could not keep its session.
    pub async fn stop(&mut self) -> anyhow::Result<()> {
        match self.running.take() {
            Some(running) => {
                let own = running.received();
                running.stop().await?;
                self.until_session_disconnected(&own).await;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Kills the bot where it stands: every task of it is dropped.
    pub async fn kill(&mut self) {
        if let Some(running) = self.running.take() {
            let own = running.received();
            running.kill().await;
            self.until_session_disconnected(&own).await;
        }
    }

    /// The running bot.
    ///
    /// # Panics
    /// When it was not started.
    #[must_use]
    pub fn bot(&self) -> &Running {
        self.running.as_ref().expect("the bot was started")
    }

    /// Waits until the bot ends by itself, and says why it cannot go on.
    ///
    /// # Errors
    /// Why it cannot go on: that is how it ends.
    pub async fn why_ended(&mut self) -> anyhow::Result<()> {
        match &mut self.running {
            Some(running) => running.until_ended().await,
            None => Ok(()),
        }
    }

    /// What time it is on the stage.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.right()
    }

    /// Lets time pass from one due time to the next; everything is done when it is due.
    ///
    /// # Errors
    /// The database failed, or the bot does not come to rest.
    pub async fn advance_to(&mut self, target: DateTime<Utc>) -> anyhow::Result<()> {
        for _ in 0..ROUNDS * 10 {
            match self.next_change().await? {
                Some(next) if next <= target => self.set(next),
                _ => {
                    self.set(target);
                    return self.settle().await;
                }
            }
            self.settle().await?;
        }
        anyhow::bail!("there is always something due; {}", self.tail())
    }

    /// When something happens next by itself: a send is due, or a window opens or closes.
    async fn next_change(&self) -> anyhow::Result<Option<DateTime<Utc>>> {
        let Some(running) = &self.running else { return Ok(None) };
        let due = running.app().next_due().await?;
        let needed_events_change = running.app().needed_events().await?.until;
        // By the clock that the bot goes by, which may be a little off.
        let behind = self.now() - running.app().now();
        Ok(due.into_iter().chain(needed_events_change).min().map(|at| (at + behind).max(self.now())))
    }

    /// Sets the time, with nothing done for it.
    pub fn set(&self, now: DateTime<Utc>) {
        self.clock.set(now);
        self.sim.set_now(self.clock.right().timestamp_millis());
    }

    /// Has the bot's clock show another time than the right one from now on, until zero is given.
    pub fn make_clock_wrong_by(&self, difference: TimeDelta) {
        self.clock.be_wrong_by(difference);
    }

    /// The bot's clock.
    #[must_use]
    pub fn clock(&self) -> Arc<Manual> {
        Arc::clone(&self.clock)
    }

    /// Lets the bot receive, answer and send until nothing is left to do at the present instant.
    ///
    /// # Errors
    /// It does not come to rest.
    pub async fn settle(&mut self) -> anyhow::Result<()> {
        let Some(running) = &self.running else { return Ok(()) };
        let mut before = None;
        for _ in 0..ROUNDS {
            if running.holds_gateway() {
                self.until_subscribed(running).await?;
                self.sim.until_received().await;
                self.until_taken_in(running).await?;
            }
            running.until_handled().await;
            running.beat().await;
            let due = running.app().next_due().await?.is_some_and(|at| at <= running.app().now());
            let now = Some((self.sim.transcript().len(), expected_intents(running)));
            if now == before && !due {
                return Ok(());
            }
            before = now;
        }
        anyhow::bail!("the bot does not come to rest; {}", self.tail())
    }

    /// Waits until the bot has done what follows the answers that people got, for a driver that is the only one to ask.
    pub(super) async fn until_answered(&self) {
        if let Some(running) = &self.running {
            running.until_answered().await;
        }
    }

    fn tail(&self) -> String {
        let transcript = self.sim.transcript();
        let last = transcript.iter().rev().take(5).map(|entry| format!("{entry:?}")).collect::<Vec<_>>();
        format!("the last entries of the transcript: {}", last.join(" | "))
    }
}

/// The intents by which the bot should be connected.
#[must_use]
pub fn expected_intents(running: &Running) -> u64 {
    let subscriptions = running.subscriptions();
    let subscriptions = subscriptions.borrow();
    let mut intents = intent::GUILDS;
    if subscriptions.messages {
        intents |= intent::GUILD_MESSAGES;
    }
    if subscriptions.content && running.receives_content() {
        intents |= intent::MESSAGE_CONTENT;
    }
    intents
}

/// Bytes that look random and are the same in every run.
#[derive(Default)]
struct Counted {
    asked: AtomicU64,
}

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let number = self.asked.fetch_add(1, Ordering::SeqCst);
            let hash = Sha256::digest(number.to_be_bytes());
            chunk.copy_from_slice(&hash[..chunk.len()]);
        }
    }
}
