//! Plays one run: a copy of the world in which people act while faults happen, and a supervisor that restarts the bot.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use cmad::rehearse::stage::Stage;
use discord_sim::{AsMessage, Event, Interaction, Member, MessageHandle, ResponseKind, SimOptions};

use crate::breakpoint::{Breakpoint, Moment};
use crate::databases::Database;
use crate::injection::{Effect, Injection, Point};
use crate::process::{BotProcess, Passing};
use crate::relay::{Lost, Relay};
use crate::village::{Snapshot, Village};

/// How often a person without an answer tries again.
const TRIES: usize = 6;
/// How long they wait before that; longer than a lease.
const WAIT: TimeDelta = TimeDelta::minutes(3);
/// How often the supervisor starts the bot in a row, and its pause.
const STARTS: usize = 12;
const RESTART: TimeDelta = TimeDelta::seconds(10);

/// How the bot runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Inside this process; a kill drops its tasks.
    InProcess,
    /// As a child process; a kill is SIGKILL.
    ChildProcess,
}

/// The bot.
pub enum Bot {
    InProcess(Box<Stage>),
    ChildProcess(BotProcess),
}

impl Bot {
    async fn start_restless(&mut self) -> anyhow::Result<()> {
        match self {
            Self::InProcess(stage) => stage.start_restless().await,
            Self::ChildProcess(process) => process.start_restless().await,
        }
    }

    async fn settle(&mut self) -> anyhow::Result<()> {
        match self {
            Self::InProcess(stage) => stage.settle().await,
            Self::ChildProcess(process) => process.settle().await,
        }
    }

    async fn advance_to(&mut self, when: DateTime<Utc>) -> anyhow::Result<()> {
        match self {
            Self::InProcess(stage) => stage.advance_to(when).await,
            Self::ChildProcess(process) => process.advance_to(when).await,
        }
    }

    pub async fn kill(&mut self) {
        match self {
            Self::InProcess(stage) => stage.kill().await,
            Self::ChildProcess(process) => process.kill().await,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::InProcess(stage) => stage.now(),
            Self::ChildProcess(process) => process.now(),
        }
    }

    fn set(&self, now: DateTime<Utc>) {
        match self {
            Self::InProcess(stage) => stage.set(now),
            Self::ChildProcess(process) => process.set(now),
        }
    }

    /// Has the bot's clock leap by this from the right time; by zero it is right.
    fn make_clock_wrong_by(&self, leap: TimeDelta) {
        match self {
            Self::InProcess(stage) => stage.make_clock_wrong_by(leap),
            Self::ChildProcess(process) => process.clock.be_wrong_by(leap),
        }
    }

    fn until_ended(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        match self {
            Self::InProcess(stage) => Box::pin(stage.until_ended()),
            Self::ChildProcess(process) => Box::pin(process.until_ended()),
        }
    }
}

/// A run.
pub struct Play {
    pub village: Village,
    pub stage: Bot,
    pub breakpoint: Breakpoint,
    pub database: Database,
    /// In front of PostgreSQL.
    relay: Option<Relay>,
    waiting: VecDeque<Injection>,
    /// Whether a clock that leapt is right again once time passes.
    is_once: bool,
    armed: Option<Injection>,
    /// How many had happened when the present one was armed.
    seen: usize,
    /// How often the bot was started.
    pub starts: usize,
    /// What people never got an answer to, although they tried again and again.
    pub unanswered: Vec<String>,
}

/// The result of a person's request.
pub enum Reply {
    /// An answer, whatever it says.
    Answer(Option<Interaction>),
    /// There is nothing left to ask for: it was done already.
    AlreadyDone,
}

impl Play {
    /// Copies the world. The injections happen one after another, from [`Play::begin_injections`] on.
    pub async fn of(
        snapshot: &Snapshot,
        mode: Mode,
        injections: &[Injection],
        change: impl FnOnce(&mut SimOptions),
    ) -> Self {
        let (village, mut stage, database, relay) = snapshot.fork(change, mode).await;
        let waiting = injections.iter().cloned().collect();
        let is_once = injections.iter().any(Injection::is_once);
        if injections.iter().any(|injection| injection.point == Point::Statement) {
            // Connections that fall silent are noticed within two seconds of real time.
            stage.configure(|config| config.database.patience_ms = 4000);
        }
        let breakpoint = Breakpoint::default();
        let stage = match mode {
            Mode::InProcess => {
                stage.observe_commits(Arc::new(breakpoint.clone()));
                Bot::InProcess(Box::new(stage))
            }
            Mode::ChildProcess => Bot::ChildProcess(BotProcess::new(
                village.sim.clone(),
                &database,
                stage.key().clone(),
                breakpoint.clone(),
            )),
        };
        Self {
            village,
            stage,
            breakpoint,
            database,
            relay,
            waiting,
            is_once,
            armed: None,
            seen: 0,
            starts: 0,
            unanswered: Vec::new(),
        }
    }

    /// Arms the first injection.
    pub fn begin_injections(&mut self) {
        self.arm_next();
    }

    /// How many injections have happened.
    pub fn happened(&self) -> usize {
        self.village.sim.fault_count() + self.breakpoint.hits() + self.relay.as_ref().map_or(0, Relay::hits)
    }

    /// How many statements PostgreSQL got.
    pub fn statements(&self) -> usize {
        self.relay.as_ref().map_or(0, Relay::statements)
    }

    fn arm_next(&mut self) {
        if self.armed.is_some() && self.happened() == self.seen {
            return;
        }
        self.seen = self.happened();
        self.armed = self.waiting.pop_front();
        let Some(injection) = &self.armed else { return };
        injection.arm(&self.village.sim);
        if let (Point::Statement, Some(relay)) = (injection.point, &self.relay) {
            let lost = if injection.kind == "lost" { Lost::Statement } else { Lost::Answer };
            relay.silence_at(usize::try_from(injection.nth).unwrap(), lost);
        }
        if injection.point == Point::Commit {
            let nth = usize::try_from(injection.nth).unwrap();
            let moment = match injection.kind.as_str() {
                "kill-before" => Moment::Before,
                "kill-after" => Moment::After,
                _ => Moment::Passing,
            };
            let leap = injection.leap();
            match &mut self.stage {
                Bot::InProcess(stage) => match leap {
                    Some(leap) => {
                        let clock = stage.clock();
                        self.breakpoint.set_passing(nth, move || clock.be_wrong_by(leap));
                    }
                    None => self.breakpoint.set(nth, moment),
                },
                // A child counts from its start.
                Bot::ChildProcess(process) => {
                    process.stop_at = Some((nth, moment));
                    process.at_passing = leap.map_or(Passing::Pauses, Passing::Leaps);
                }
            }
        }
    }

    /// Ends all faults, and lets the bot run until nothing is left to do.
    pub async fn recover(&mut self) {
        self.waiting.clear();
        self.village.sim.clear_faults();
        self.breakpoint.clear();
        if let Some(relay) = &self.relay {
            relay.clear();
        }
        self.armed = None;
        self.stage.make_clock_wrong_by(TimeDelta::zero());
        self.settle().await;
        // After close code 4014 the bot runs without the hashtag until a restart.
        let lacks_content = matches!(&self.stage, Bot::InProcess(stage) if !stage.bot().receives_content());
        if lacks_content {
            self.stage.kill().await;
            self.start().await;
            self.settle().await;
            // The bot searches for missed messages once Discord has had time to index them.
            self.advance(WAIT).await;
        }
    }

    /// Whether an injection that kills has happened.
    fn is_killed(&self) -> bool {
        self.armed.as_ref().is_some_and(|injection| injection.effect() == Effect::Kills) && self.happened() > self.seen
    }

    /// Waits until the bot must be restarted: an injection kills it, or it has ended by itself.
    fn restart_needed(&self) -> impl Future<Output = ()> + use<> {
        let kills = self.armed.as_ref().is_some_and(|injection| injection.effect() == Effect::Kills);
        let (sim, ended) = (self.village.sim.clone(), self.stage.until_ended());
        // The next injection raises one of the two counts.
        let (of_sim, of_breakpoint) = (self.seen + 1 - self.breakpoint.hits(), self.seen + 1 - sim.fault_count());
        let stopped = self.breakpoint.until_hits(of_breakpoint);
        async move {
            tokio::select! {
                () = sim.until_fault_count(of_sim), if kills => {}
                () = stopped, if kills => {}
                () = ended => {}
            }
        }
    }

    /// Runs an action while the bot lives. `None` if the bot died meanwhile and was restarted.
    pub async fn attempt<T>(&mut self, action: impl AsyncFnOnce(&mut Self) -> T) -> Option<T> {
        let restart_needed = self.restart_needed();
        let done = tokio::select! {
            biased;
            done = action(self) => Some(done),
            () = restart_needed => None,
        };
        if done.is_none() || self.is_killed() {
            self.die().await;
            self.arm_next();
            self.start().await;
        }
        self.arm_next();
        done
    }

    /// Kills the bot, and releases its blocked transaction.
    async fn die(&mut self) {
        self.stage.kill().await;
        self.breakpoint.release();
    }

    /// Starts the bot as a supervisor does: repeatedly, with a pause.
    pub async fn start(&mut self) {
        for _ in 0..STARTS {
            self.starts += 1;
            let restart_needed = self.restart_needed();
            let started = tokio::select! {
                biased;
                started = self.stage.start_restless() => started.is_ok(),
                () = restart_needed => false,
            };
            if started && !self.is_killed() {
                return self.arm_next();
            }
            self.die().await;
            self.arm_next();
            self.stage.set(self.stage.now() + RESTART);
        }
        panic!("the bot does not start");
    }

    /// Runs until nothing is left to do at this time.
    pub async fn settle(&mut self) {
        while self.attempt(async |play: &mut Self| play.settled().await).await.is_none() {}
    }

    async fn settled(&mut self) {
        let done = self.stage.settle().await;
        if done.is_err() && self.relay.is_some() {
            // The stage itself asked the database something, and the connection fell silent.
            return self.stage.settle().await.unwrap();
        }
        done.unwrap();
    }

    async fn advanced_to(&mut self, when: DateTime<Utc>) {
        let done = self.stage.advance_to(when).await;
        if done.is_err() && self.relay.is_some() {
            return self.stage.advance_to(when).await.unwrap();
        }
        done.unwrap();
    }

    /// Lets time pass.
    pub async fn advance_to(&mut self, when: DateTime<Utc>) {
        if self.happened() > 0 && self.is_once {
            self.stage.make_clock_wrong_by(TimeDelta::zero());
        }
        while self.attempt(async |play: &mut Self| play.advanced_to(when).await).await.is_none() {}
    }

    pub async fn advance(&mut self, by: TimeDelta) {
        self.advance_to(self.stage.now() + by).await;
    }

    /// A person asks the bot for something, again and again until the answer says that it was done or why not.
    pub async fn ask(&mut self, what: &str, action: impl AsyncFn(&Village) -> Reply) {
        for _ in 0..TRIES {
            let village = self.village.clone();
            let told = self.attempt(async |_: &mut Self| is_acknowledged(action(&village).await).await).await;
            self.settle().await;
            if told == Some(true) {
                return;
            }
            self.advance(WAIT).await;
        }
        self.unanswered.push(what.to_owned());
    }

    /// A person writes a message in the help channel, again and again until the bot reacts.
    pub async fn say(&mut self, what: &str, who: &Member, words: &str) {
        let said = who.say(&self.village.help, words);
        self.repeat_until_received(what, who, words, said).await;
    }

    /// Waits until the bot reacts to a message; the person writes it again if it does not.
    pub async fn repeat_until_received(&mut self, what: &str, who: &Member, words: &str, said: MessageHandle) {
        let mut said = vec![said];
        for _ in 0..TRIES {
            self.settle().await;
            for _ in 0..2 {
                if said.iter().any(|message| self.was_received(message)) {
                    return;
                }
                self.advance(WAIT).await;
            }
            // Discord accepts messages whether or not the bot is connected.
            said.push(who.say(&self.village.help, words));
        }
        self.unanswered.push(what.to_owned());
    }

    fn was_received(&self, message: &MessageHandle) -> bool {
        let bot = self.village.sim.bot_id();
        let answers = self.village.help.messages();
        message.reactions().iter().any(|(_, users)| users.contains(&bot))
            || answers.iter().any(|answer| answer.author() == bot && answer.replies_to() == Some(message.id()))
    }
}

/// Whether the person is asked to try again: no end, and not what they wanted to see.
pub fn has_failed(answer: &Interaction) -> bool {
    let again = ["Something went wrong on my side", "was **not saved**", "**may not have been saved**"];
    let all =
        [answer.text()].into_iter().chain(answer.follow_ups().iter().map(MessageHandle::text)).collect::<String>();
    again.iter().any(|text| all.contains(text))
}

/// Whether the person has been told that the request was done, or why it cannot be.
async fn is_acknowledged(told: Reply) -> bool {
    let answer = match told {
        Reply::AlreadyDone => return true,
        Reply::Answer(None) => return false,
        Reply::Answer(Some(answer)) => answer,
    };
    has_come(&answer).await && !has_failed(&answer)
}

/// Whether an answer came; the person gives up a deferred one after a while.
pub async fn has_come(answer: &Interaction) -> bool {
    if matches!(answer.kind(), ResponseKind::Deferred | ResponseKind::DeferredUpdate) {
        let filled = tokio::time::timeout(std::time::Duration::from_secs(10), answer.clone().settled()).await;
        if filled.is_err() {
            return false;
        }
    }
    answer.kind() != ResponseKind::Unanswered && !answer.text().is_empty()
}

/// Presses a button, if the message has it.
pub async fn press(who: &Member, on: &impl AsMessage, button: &str) -> Option<Interaction> {
    has(&on.as_message(), button).then_some(())?;
    Some(who.click(on, button).await)
}

/// Presses a button of an answer, if there is one.
pub async fn press_of(answer: &Interaction, button: &str) -> Option<Interaction> {
    // On a busy machine it is deferred.
    let shown = has_come(answer).await.then(|| answer.message()).flatten().filter(|message| has(message, button));
    shown?;
    Some(answer.click(button).await)
}

pub fn has(message: &MessageHandle, button: &str) -> bool {
    message.buttons().iter().any(|seen| {
        seen.enabled && (seen.label == button || seen.custom_id.as_deref().is_some_and(|id| id.starts_with(button)))
    })
}

impl Play {
    /// Asserts that the bot has posted nothing since then.
    pub fn assert_silent_since(&self, from: DateTime<Utc>) {
        let bot = self.village.sim.bot_id().to_string();
        let said = self.village.sim.transcript().into_iter().filter(|entry| entry.at_ms >= from.timestamp_millis());
        let said: Vec<String> = said
            .filter_map(|entry| match entry.event {
                Event::MessagePosted { message, .. } if message["author"]["id"] == bot => Some(message.to_string()),
                _ => None,
            })
            .collect();
        assert!(said.is_empty(), "a paused campaign is silent, but it said {said:#?}");
    }
}
