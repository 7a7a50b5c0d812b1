//! A rehearsal that is broken on purpose at one place: the fault, the supervisor that starts the bot again, and what came
//! of it, compared with the same story without the fault.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::rehearse::fault::{Effect, Injection, Point, SILENCES};
use crate::rehearse::page::{Broken, Story};
use crate::rehearse::stage::Stage;
use discord_sim::{Event, SimOptions};
use domain::campaign::{Campaign, Step};

/// A fault, and from when its requests or events are counted. Printed and parsed as `day/request:7:drop-after`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The step; none for the beginning, with the bot's start and its setup.
    step: Option<Step>,
    injection: Injection,
}

/// The name of the time before the first step.
const SETUP: &str = "setup";
/// How many requests after the broken one are told.
const NEXT: usize = 6;
/// How often the bot is started in a row, and the pause before it.
const STARTS: usize = 12;
const RESTART: TimeDelta = TimeDelta::seconds(10);

impl FromStr for Break {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let places =
            || [SETUP].into_iter().chain(Step::ALL.iter().map(|step| step.name())).collect::<Vec<_>>().join(", ");
        let (place, injection) =
            text.split_once('/').ok_or_else(|| "write it as in day/request:7:drop-after".to_owned())?;
        let step = match place {
            SETUP => None,
            name => {
                let step = Step::ALL.iter().copied().find(|step| step.name() == name);
                Some(step.ok_or_else(|| format!("{place} is no step; there are: {}", places()))?)
            }
        };
        let injection: Injection = injection.parse()?;
        if !matches!(injection.point, Point::Request | Point::Frame) {
            return Err("a rehearsal breaks requests and frames; `cargo test --test faults` breaks the rest".into());
        }
        Ok(Self { step, injection })
    }
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.step.map_or(SETUP, Step::name), self.injection)
    }
}

/// Runs a rehearsal's parts, and breaks it where that is asked for.
pub(super) struct Breaker {
    fault: Option<Break>,
    is_armed: bool,
    /// Whether the fault has killed the bot.
    has_killed: bool,
    /// How many requests there were when it was armed.
    requests: usize,
    told: Broken,
}

impl Breaker {
    pub(super) fn new(fault: Option<&Break>) -> Self {
        let told = Broken { name: fault.map(ToString::to_string).unwrap_or_default(), ..Broken::default() };
        Self { fault: fault.cloned(), is_armed: false, has_killed: false, requests: 0, told }
    }

    /// What the simulated Discord needs to be, so that nothing takes minutes of real time.
    pub(super) fn prepare(&self, options: &mut SimOptions) {
        let Some(fault) = &self.fault else { return };
        options.response_deadline = std::time::Duration::from_secs(60);
        if SILENCES.contains(&fault.injection.kind.as_str()) {
            // The next heartbeat notices a dead connection.
            options.heartbeat_interval_ms = 400;
        }
    }

    /// Whether the bot has to give up a request by itself, in real time.
    pub(super) fn hangs(&self) -> bool {
        self.fault.as_ref().is_some_and(|fault| fault.injection.kind.ends_with("never"))
    }

    /// Breaks the beginning, if it is to be broken.
    pub(super) fn begin(&mut self, stage: &Stage) {
        if self.fault.as_ref().is_some_and(|fault| fault.step.is_none()) {
            self.arm(stage);
        }
    }

    fn arm(&mut self, stage: &Stage) {
        let Some(fault) = self.fault.as_ref().filter(|_| !self.is_armed) else { return };
        self.is_armed = true;
        self.requests = stage.sim.requests().len();
        fault.injection.arm(&stage.sim);
    }

    /// Lets time pass. The fault is armed a minute before its step.
    pub(super) async fn advance_to(
        &mut self,
        stage: &mut Stage,
        campaign: &Campaign,
        at: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let from = self.fault.as_ref().and_then(|fault| Some(campaign.due(fault.step?) - TimeDelta::minutes(1)));
        if let Some(from) = from.filter(|from| !self.is_armed && *from <= at) {
            stage.advance_to(from).await?;
            self.arm(stage);
        }
        loop {
            if let Some(done) = self.attempt(stage, async |stage| stage.advance_to(at).await).await? {
                return done;
            }
        }
    }

    /// Starts the bot.
    pub(super) async fn start(&mut self, stage: &mut Stage) -> anyhow::Result<()> {
        if self.attempt(stage, async |stage| stage.start().await).await?.transpose()?.is_none() {
            self.settle(stage).await?;
        }
        Ok(())
    }

    /// Lets the bot come to rest.
    pub(super) async fn settle(&mut self, stage: &mut Stage) -> anyhow::Result<()> {
        let rest = async |stage: &mut Stage| {
            stage.until_answered().await;
            stage.settle().await
        };
        loop {
            if let Some(done) = self.attempt(stage, rest).await? {
                return done;
            }
        }
    }

    /// Does something while the bot lives. `None` if it died meanwhile, and was started again.
    pub(super) async fn attempt<T>(
        &mut self,
        stage: &mut Stage,
        action: impl AsyncFnOnce(&mut Stage) -> T,
    ) -> anyhow::Result<Option<T>> {
        let Some(fault) = self.fault.as_ref().filter(|_| self.is_armed) else { return Ok(Some(action(stage).await)) };
        let kills = fault.injection.effect() == Effect::Kills && !self.has_killed;
        let (sim, ended) = (stage.sim.clone(), stage.until_ended());
        let dies = async move {
            tokio::select! {
                () = sim.until_fault_count(1), if kills => {}
                () = ended => {}
            }
        };
        let done = tokio::select! {
            biased;
            done = action(stage) => Some(done),
            () = dies => None,
        };
        if done.is_none() || (kills && stage.sim.fault_count() > 0) {
            self.has_killed = true;
            self.restart(stage).await?;
        }
        Ok(done)
    }

    /// Starts the bot again, as a supervisor does.
    async fn restart(&mut self, stage: &mut Stage) -> anyhow::Result<()> {
        for _ in 0..STARTS {
            stage.kill().await;
            stage.set(stage.now() + RESTART);
            self.told.starts += 1;
            if stage.start_restless().await.is_ok() {
                return Ok(());
            }
        }
        anyhow::bail!("after {} the bot does not start any more", self.told.name)
    }

    /// Notes what no answer came to.
    pub(super) fn unanswered(&mut self, what: String) {
        self.told.unanswered.push(what);
    }

    /// What came of it; `None` without a fault.
    pub(super) fn told(mut self, stage: &Stage) -> Option<Broken> {
        let fault = self.fault?;
        if fault.injection.point == Point::Request {
            let broken = self.requests + usize::try_from(fault.injection.nth).unwrap_or(usize::MAX);
            self.told.next = stage.sim.requests().into_iter().skip(broken).take(NEXT).collect();
        }
        Some(self.told)
    }
}

impl Broken {
    /// Compares a story with the same without the fault.
    pub(super) fn compare(&mut self, broken: &Story, whole: &Story) {
        let (mut with, without) = (messages(broken), messages(whole));
        for (message, expected) in without {
            let there = with.remove(&message).unwrap_or(0);
            self.same += there.min(expected);
            self.missing.extend(std::iter::repeat_n(message.clone(), expected.saturating_sub(there)));
            self.more.extend(std::iter::repeat_n(message, there.saturating_sub(expected)));
        }
        self.more.extend(with.into_iter().flat_map(|(message, count)| std::iter::repeat_n(message, count)));
    }
}

/// The bot's messages, each by its place and first words, with how often it came.
fn messages(story: &Story) -> BTreeMap<String, usize> {
    let mut messages = BTreeMap::new();
    for entry in &story.entries {
        let Event::MessagePosted { channel_id, message, .. } = &entry.event else { continue };
        if message["author"]["bot"] == true {
            let place = story.names.channels.get(channel_id).map_or("", String::as_str);
            let place = if place.starts_with("DM with ") { place.to_owned() } else { format!("#{place}") };
            let words = first_words(&message["components"]);
            *messages.entry(format!("{place}: {words}")).or_default() += 1;
        }
    }
    messages
}

/// The first text of a message, with people's names, and without times and links, which differ.
fn first_words(components: &Value) -> String {
    fn first(components: &Value) -> Option<&str> {
        components.as_array()?.iter().find_map(|one| {
            let own = one["content"].as_str().filter(|text| !text.trim().is_empty());
            own.or_else(|| first(&one["components"]))
        })
    }
    let text = first(components).unwrap_or("(a file)");
    let line = text.lines().map(|line| line.trim_start_matches(['#', '-', '>', ' '])).find(|line| !line.is_empty());
    let words = line.unwrap_or("").split_whitespace().filter(|word| !word.contains("<t:") && !word.contains("http"));
    words.collect::<Vec<_>>().join(" ").chars().filter(|c| !"*`".contains(*c)).take(90).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_named_as_in_the_tests_of_faults() {
        for name in ["day/request:7:drop-after", "setup/request:1:kill-before", "announce/frame:2:op9-resume-after"] {
            assert_eq!(name.parse::<Break>().unwrap().to_string(), name);
        }
        let wrong = [
            ("day", "day/request:7:drop-after"),
            ("dya/request:7:drop-after", "there are: setup, roster-check, announce"),
            ("day/request:7", "request:3:drop-after"),
            ("day/request:0:drop-after", "counted from 1"),
            ("day/request:7:dropp", "drop-before, drop-after"),
            ("day/frame:1:close-4005", "close-4005-before"),
            ("day/commit:7:kill-after", "cargo test --test faults"),
        ];
        for (name, says) in wrong {
            let error = name.parse::<Break>().unwrap_err();
            assert!(error.contains(says), "{name}: {error}");
        }
    }
}
