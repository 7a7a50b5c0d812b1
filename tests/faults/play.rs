//! One run: a copy of the world in which people go on with their day while things break, and a supervisor who starts
//! the bot again when it has ended.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use cmad::rehearse::stage::Stage;
use discord_sim::{AsMessage, Event, Interaction, Member, MessageHandle, ResponseKind, SimOptions};

use crate::apart::Apart;
use crate::databases::Database;
use crate::strike::{Fate, Place, Strike};
use crate::tripwire::{Moment, Tripwire};
use crate::village::{Snapshot, Village};

/// How often somebody tries again to whom nothing was acknowledged.
const TRIES: usize = 6;
/// How long they wait before that; longer than a lease.
const WAIT: TimeDelta = TimeDelta::minutes(3);
/// How often the supervisor starts the bot in a row, and how long it waits between.
const STARTS: usize = 12;
const RESTART: TimeDelta = TimeDelta::seconds(10);

/// How the bot runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// Inside this program: its tasks are dropped when it is killed.
    Here,
    /// As a process of its own, which is killed by SIGKILL.
    Apart,
}

/// The bot.
pub enum Body {
    Here(Box<Stage>),
    Apart(Apart),
}

impl Body {
    async fn start_restless(&mut self) -> anyhow::Result<()> {
        match self {
            Self::Here(stage) => stage.start_restless().await,
            Self::Apart(apart) => apart.start_restless().await,
        }
    }

    async fn settle(&mut self) -> anyhow::Result<()> {
        match self {
            Self::Here(stage) => stage.settle().await,
            Self::Apart(apart) => apart.settle().await,
        }
    }

    async fn advance_to(&mut self, when: DateTime<Utc>) -> anyhow::Result<()> {
        match self {
            Self::Here(stage) => stage.advance_to(when).await,
            Self::Apart(apart) => apart.advance_to(when).await,
        }
    }

    pub async fn kill(&mut self) {
        match self {
            Self::Here(stage) => stage.kill().await,
            Self::Apart(apart) => apart.kill().await,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Here(stage) => stage.now(),
            Self::Apart(apart) => apart.now(),
        }
    }

    fn set(&self, now: DateTime<Utc>) {
        match self {
            Self::Here(stage) => stage.set(now),
            Self::Apart(apart) => apart.set(now),
        }
    }

    fn until_ended(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        match self {
            Self::Here(stage) => Box::pin(stage.until_ended()),
            Self::Apart(apart) => Box::pin(apart.until_ended()),
        }
    }
}

/// A run.
pub struct Play {
    pub village: Village,
    pub stage: Body,
    pub tripwire: Tripwire,
    pub home: Database,
    waiting: VecDeque<Strike>,
    armed: Option<Strike>,
    struck: usize,
    /// How often the bot was started.
    pub lives: usize,
    /// What people were never told about although they tried again and again.
    pub unheard: Vec<String>,
}

/// What somebody has of what they asked for.
pub enum Told {
    /// An answer, whatever it says.
    Answer(Option<Interaction>),
    /// There is nothing left to ask for: it was done.
    Already,
}

impl Play {
    /// Copies the world. The strikes happen one after another, from [`Play::begin_strikes`] on.
    pub async fn of(snapshot: &Snapshot, life: Life, strikes: &[Strike], change: impl FnOnce(&mut SimOptions)) -> Self {
        let (village, mut stage, home) = snapshot.fork(change).await;
        let waiting = strikes.iter().cloned().collect();
        let tripwire = Tripwire::default();
        let stage = match life {
            Life::Here => {
                stage.watch_commits(Arc::new(tripwire.clone()));
                Body::Here(Box::new(stage))
            }
            Life::Apart => Body::Apart(Apart::new(village.sim.clone(), &home, stage.key().clone(), tripwire.clone())),
        };
        Self { village, stage, tripwire, home, waiting, armed: None, struck: 0, lives: 0, unheard: Vec::new() }
    }

    /// From here on things break.
    pub fn begin_strikes(&mut self) {
        self.arm_next();
    }

    /// How many of the strikes have happened.
    pub fn happened(&self) -> usize {
        self.village.sim.fault_count() + self.tripwire.fault_count()
    }

    fn arm_next(&mut self) {
        if self.armed.is_some() && self.happened() == self.struck {
            return;
        }
        self.struck = self.happened();
        self.armed = self.waiting.pop_front();
        let Some(strike) = &self.armed else { return };
        strike.arm(&self.village.sim);
        if strike.place == Place::Commit {
            let nth = usize::try_from(strike.nth).unwrap();
            let moment = if strike.kind == "kill-before" { Moment::Before } else { Moment::After };
            match &mut self.stage {
                Body::Here(_) => self.tripwire.set(nth, moment),
                // A child counts from its start.
                Body::Apart(apart) => apart.stop_at = Some((nth, moment)),
            }
        }
    }

    /// Nothing breaks any more, and the bot runs.
    pub async fn recover(&mut self) {
        self.waiting.clear();
        self.village.sim.clear_faults();
        self.tripwire.clear();
        self.armed = None;
        self.settle().await;
        // Close code 4014 makes it go on without the hashtag until somebody starts it again.
        let is_deaf = matches!(&self.stage, Body::Here(stage) if !stage.bot().hears_content());
        if is_deaf {
            self.stage.kill().await;
            self.start().await;
            self.settle().await;
            // What was said meanwhile is looked for as soon as Discord can have an index of it.
            self.advance(WAIT).await;
        }
    }

    /// Whether the strike that kills has happened.
    fn is_doomed(&self) -> bool {
        self.armed.as_ref().is_some_and(|strike| strike.fate() == Fate::Dies) && self.happened() > self.struck
    }

    /// Comes when the bot must be started again: a strike kills it, or it has ended by itself.
    fn doom(&self) -> impl Future<Output = ()> + use<> {
        let kills = self.armed.as_ref().is_some_and(|strike| strike.fate() == Fate::Dies);
        let (sim, ended) = (self.village.sim.clone(), self.stage.until_ended());
        // One of the two counts goes up.
        let (of_sim, of_tripwire) =
            (self.struck + 1 - self.tripwire.fault_count(), self.struck + 1 - sim.fault_count());
        let tripped = self.tripwire.until_fault_count(of_tripwire);
        async move {
            tokio::select! {
                () = sim.until_fault_count(of_sim), if kills => {}
                () = tripped, if kills => {}
                () = ended => {}
            }
        }
    }

    /// Does something for as long as the bot lives. `None` if it died meanwhile; then it was started again.
    pub async fn attempt<T>(&mut self, deed: impl AsyncFnOnce(&mut Self) -> T) -> Option<T> {
        let doom = self.doom();
        let done = tokio::select! {
            biased;
            done = deed(self) => Some(done),
            () = doom => None,
        };
        if done.is_none() || self.is_doomed() {
            self.die().await;
            self.arm_next();
            self.start().await;
        }
        self.arm_next();
        done
    }

    /// Kills the bot, and lets go of what it held.
    async fn die(&mut self) {
        self.stage.kill().await;
        self.tripwire.bury();
    }

    /// Starts the bot as a supervisor does: again and again, with a pause.
    pub async fn start(&mut self) {
        for _ in 0..STARTS {
            self.lives += 1;
            let doom = self.doom();
            let started = tokio::select! {
                biased;
                started = self.stage.start_restless() => started.is_ok(),
                () = doom => false,
            };
            if started && !self.is_doomed() {
                return self.arm_next();
            }
            self.die().await;
            self.arm_next();
            self.stage.set(self.stage.now() + RESTART);
        }
        panic!("the bot does not start");
    }

    /// Lets everything come to rest.
    pub async fn settle(&mut self) {
        while self.attempt(async |play: &mut Self| play.stage.settle().await.unwrap()).await.is_none() {}
    }

    /// Lets time pass.
    pub async fn advance_to(&mut self, when: DateTime<Utc>) {
        while self.attempt(async |play: &mut Self| play.stage.advance_to(when).await.unwrap()).await.is_none() {}
    }

    pub async fn advance(&mut self, by: TimeDelta) {
        self.advance_to(self.stage.now() + by).await;
    }

    /// Somebody asks the bot for something, again and again until they were told that it is done.
    pub async fn ask(&mut self, what: &str, deed: impl AsyncFn(&Village) -> Told) {
        for _ in 0..TRIES {
            let village = self.village.clone();
            let told = self.attempt(async |_: &mut Self| is_told(deed(&village).await).await).await;
            self.settle().await;
            if told == Some(true) {
                return;
            }
            self.advance(WAIT).await;
        }
        self.unheard.push(what.to_owned());
    }

    /// Somebody writes something in the help channel, again and again until the bot showed that it heard it.
    pub async fn say(&mut self, what: &str, who: &Member, words: &str) {
        let said = who.say(&self.village.help, words);
        self.repeat_until_heard(what, who, words, said).await;
    }

    /// Waits until the bot shows that it heard what somebody wrote; they write it again when it does not.
    pub async fn repeat_until_heard(&mut self, what: &str, who: &Member, words: &str, said: MessageHandle) {
        let mut said = vec![said];
        for _ in 0..TRIES {
            self.settle().await;
            for _ in 0..2 {
                if said.iter().any(|message| self.was_heard(message)) {
                    return;
                }
                self.advance(WAIT).await;
            }
            // Discord takes what people write whether or not a bot is there.
            said.push(who.say(&self.village.help, words));
        }
        self.unheard.push(what.to_owned());
    }

    fn was_heard(&self, message: &MessageHandle) -> bool {
        let bot = self.village.sim.bot_id();
        let answers = self.village.help.messages();
        message.reactions().iter().any(|(_, users)| users.contains(&bot))
            || answers.iter().any(|answer| answer.author() == bot && answer.replies_to() == Some(message.id()))
    }
}

/// Whether somebody knows now that what they asked for was done, or why it cannot be.
async fn is_told(told: Told) -> bool {
    let answer = match told {
        Told::Already => return true,
        Told::Answer(None) => return false,
        Told::Answer(Some(answer)) => answer,
    };
    if matches!(answer.kind(), ResponseKind::Deferred | ResponseKind::DeferredUpdate) {
        // What was announced and does not come, a person gives up.
        let filled = tokio::time::timeout(std::time::Duration::from_secs(3), answer.settled()).await;
        if filled.is_err() {
            return false;
        }
    }
    let says = answer.text();
    answer.kind() != ResponseKind::Unanswered && !says.is_empty() && !says.contains("Something went wrong on our side")
}

/// Presses a button if it is there.
pub async fn press(who: &Member, on: &impl AsMessage, button: &str) -> Option<Interaction> {
    has(&on.as_message(), button).then_some(())?;
    Some(who.click(on, button).await)
}

/// Presses a button of an answer, if there is one.
pub async fn press_of(answer: &Interaction, button: &str) -> Option<Interaction> {
    let shown = answer.message().filter(|message| has(message, button));
    shown?;
    Some(answer.click(button).await)
}

pub fn has(message: &MessageHandle, button: &str) -> bool {
    message.buttons().iter().any(|seen| {
        seen.enabled && (seen.label == button || seen.custom_id.as_deref().is_some_and(|id| id.starts_with(button)))
    })
}

impl Play {
    /// Asserts that the bot has said nothing by itself since then: a paused campaign is silent.
    pub fn silent_since(&self, from: DateTime<Utc>) {
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
