//! The page of a rehearsal: everything that happened on the simulated Discord, in order, drawn like a chat.
//!
//! It is one file that needs nothing else: no script, nothing to load. Whatever people wrote is escaped, links lead to
//! the web or to another place on the page, and a policy in the page forbids everything else.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::campaign::{Campaign, Step};
use crate::sim::{Directory, Entry, Id, What};

mod chat;
mod components;
mod files;
mod markdown;
mod scenes;
#[cfg(test)]
mod tests;

use scenes::{Block, Drawn, Scene, Turn};

const STYLE: &str = include_str!("page.css");

/// The page may use its own styles and pictures and nothing else. The digest's frame inherits this, so that a hash of
/// this page's own styles would forbid the digest's.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// What the page tells.
#[derive(Clone, Debug)]
pub struct Story {
    /// The server's name.
    pub server: String,
    /// The campaign that was rehearsed.
    pub campaign: Campaign,
    /// The bot's user id.
    pub bot: Id,
    /// The names of everybody and everything that has an id.
    pub names: Directory,
    /// Channels that only some members see.
    pub private_channels: BTreeSet<Id>,
    /// Numbers worth saying at the top.
    pub facts: Vec<Fact>,
    /// What a reader should notice, by the number of the transcript's entry before which it stands.
    pub notes: BTreeMap<usize, String>,
    /// The command that makes the same page again.
    pub repeat: String,
    /// Everything that happened.
    pub entries: Vec<Entry>,
}

/// A number, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The number.
    pub number: usize,
    /// Of what, in the plural or singular that fits.
    pub of: String,
}

impl Story {
    /// Whether it is a direct message channel of somebody and the bot.
    fn is_dm(&self, channel: Id) -> bool {
        self.names.channels.get(&channel).is_some_and(|name| name.starts_with("DM with "))
    }

    /// Whether not everybody sees it.
    fn is_private(&self, channel: Id) -> bool {
        self.private_channels.contains(&channel) || self.is_dm(channel)
    }

    fn local(&self, at_ms: i64) -> DateTime<Tz> {
        DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default().with_timezone(&self.campaign.zone)
    }
}

/// What has to be known to draw a text: the names, the zone, the moment, and what is on the page.
struct Look<'a> {
    names: &'a Directory,
    bot: Id,
    zone: Tz,
    now: DateTime<Utc>,
    messages: &'a BTreeMap<Id, Id>,
    pages_shown: &'a Cell<usize>,
}

impl Look<'_> {
    /// The name of a user.
    fn user(&self, id: Id) -> &str {
        self.names.users.get(&id).map_or("somebody", String::as_str)
    }

    fn in_dm(&self, channel: Option<Id>) -> bool {
        channel.and_then(|id| self.names.channels.get(&id)).is_some_and(|name| name.starts_with("DM with "))
    }

    /// The message that a link on Discord leads to, if the page shows it.
    fn on_page(&self, target: &str) -> Option<Id> {
        let place = target.strip_prefix("https://discord.com/channels/")?;
        let message = place.rsplit('/').next()?.parse().ok()?;
        self.messages.contains_key(&message).then_some(message)
    }

    /// Who wrote a message that the page shows.
    fn author(&self, message: Id) -> Option<Id> {
        self.messages.get(&message).copied()
    }

    /// A route with the names of its channels instead of their ids.
    fn route(&self, route: &str) -> String {
        let named =
            route.split('/').map(|part| match part.parse().ok().and_then(|id: Id| self.names.channels.get(&id)) {
                Some(name) => format!("‹{name}›"),
                None => part.to_owned(),
            });
        named.collect::<Vec<_>>().join("/")
    }

    /// Whether this is the first attached page, which stands open; the others are folded.
    fn first_page(&self) -> bool {
        self.pages_shown.replace(self.pages_shown.get() + 1) == 0
    }
}

/// The page.
#[must_use]
pub fn page(story: &Story) -> String {
    let scenes = scenes::scenes(story);
    let messages = messages(story, &scenes);
    let pages_shown = Cell::new(0);
    let book = Book { story, scenes: &scenes, messages: &messages, pages_shown: &pages_shown };
    let title = format!("{} · a rehearsal of Community Manager Appreciation Day {}", story.server, story.campaign.year);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (opening(story))
                div.columns {
                    (contents(story, &scenes))
                    main { (book.chapters()) }
                }
                footer { p { "Made by " code { "cmad rehearse" } ". Nobody here exists, and nothing was sent to Discord." } }
            }
        }
    };
    page.into_string()
}

/// The story in a few lines, for a terminal: the steps, and what can be counted.
#[must_use]
pub fn outline(story: &Story) -> Vec<String> {
    let day = story.campaign.day;
    let mut lines = vec![
        format!("Community Manager Appreciation Day {} on {}", story.campaign.year, story.server),
        format!("{} · {}", day.format("%A, %-d %B %Y"), story.campaign.zone.name()),
        String::new(),
    ];
    let scenes = scenes::scenes(story);
    let mut taken: Vec<(Step, i64, Option<Id>)> =
        scenes.iter().filter_map(|scene| Some((scene.step?, scene.at_ms, scene.channel))).collect();
    taken.push((Step::Close, story.campaign.due(Step::Close).timestamp_millis(), None));
    for (step, at_ms, channel) in taken {
        let at = story.local(at_ms).format("%a %-d %b %H:%M").to_string();
        let name = channel.and_then(|channel| story.names.channels.get(&channel)).map_or("", String::as_str);
        let place = match channel {
            Some(channel) if !story.is_dm(channel) => format!("#{name}"),
            _ => name.to_owned(),
        };
        lines.push(format!("{at:>16}  {:<13}{place:<24}{}", step.name(), about(step)));
    }
    lines.push(String::new());
    lines.push(facts(story).iter().map(|fact| format!("{} {}", fact.number, fact.of)).collect::<Vec<_>>().join(" · "));
    lines
}

/// The messages that one can jump to, each with its author.
fn messages(story: &Story, scenes: &[Scene<'_>]) -> BTreeMap<Id, Id> {
    let mut all = BTreeMap::new();
    for scene in scenes {
        match &scene.what {
            Drawn::Message { message, edited: false, .. } => {
                let author = message["author"]["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
                all.extend(scenes::id_of(message).map(|id| (id, author)));
            }
            Drawn::Exchange { turns, .. } => all.extend(turns.iter().filter_map(|turn| match turn {
                Turn::Answer { id, changed: false, .. } => Some(((*id)?, story.bot)),
                _ => None,
            })),
            _ => {}
        }
    }
    all
}

fn opening(story: &Story) -> Markup {
    let day = story.campaign.day;
    html! {
        header.opening {
            p.eyebrow { "A rehearsal · " bdi { (story.server) } }
            h1 { "Community Manager Appreciation Day " (story.campaign.year) }
            p.date { (day.format("%A, %-d %B %Y")) span.faint { " · the fourth Monday of January · " (story.campaign.zone.name()) } }
            p.lead {
                "The real bot went through a whole campaign against a simulated Discord, with a clock that jumps from one moment to the next. "
                "Below is everything that happened, in order: what people wrote and pressed, and what the bot posted, asked, answered and refused. "
                "Times are the server’s. What looks like what you have seen before is folded; open it to read every word."
            }
            ul.facts { @for fact in facts(story) { li { b { (fact.number) } " " (fact.of) } } }
            p.repeat { span.faint { "The same page again: " } code { (story.repeat) } }
        }
    }
}

/// What the driver counted, and what can be counted in the transcript.
fn facts(story: &Story) -> Vec<Fact> {
    let count = |test: &dyn Fn(&What) -> bool| story.entries.iter().filter(|entry| test(&entry.what)).count();
    let by_bot = |what: &What, dm: bool| {
        matches!(what, What::MessagePosted { channel_id, message, .. }
            if message["author"]["bot"] == true && story.is_dm(*channel_id) == dm)
    };
    let mut facts = story.facts.clone();
    let counted = [
        (count(&|what| by_bot(what, false)), "messages by the bot"),
        (count(&|what| by_bot(what, true)), "private messages"),
        (count(&|what| matches!(what, What::InteractionSent { kind: 5, .. })), "forms"),
        (
            count(&|what| matches!(what, What::InteractionAnswered { ephemeral: true, .. })),
            "answers for one pair of eyes",
        ),
    ];
    facts.extend(counted.into_iter().map(|(number, of)| Fact { number, of: of.into() }));
    facts.retain(|fact| fact.number > 0);
    facts
}

/// The ten steps with links, and what each is.
fn contents(story: &Story, scenes: &[Scene<'_>]) -> Markup {
    let taken = |step: Step| scenes.iter().any(|scene| scene.step == Some(step)) || step == Step::Close;
    html! {
        nav.contents aria-label="The ten steps" {
            h2 { "The plan, in ten steps" }
            ol {
                @for step in Step::ALL.iter().copied() {
                    @let due = story.campaign.due(step).with_timezone(&story.campaign.zone);
                    li.missing[!taken(step)] {
                        @let name = html! { b { (step) } span.when { (due.format("%a %-d %b, %H:%M")) } span.faint { (about(step)) } };
                        @if taken(step) { a href={ "#" (step) } { (name) } } @else { div { (name) span.faint { " (was not sent)" } } }
                    }
                }
            }
        }
    }
}

const fn about(step: Step) -> &'static str {
    match step {
        Step::RosterCheck => "The admins, in private: is the roster right?",
        Step::Announce => "The first post, and the event in the calendar.",
        Step::Countdown => "One week to go.",
        Step::Eve => "Tomorrow is the day.",
        Step::Day => "The day itself, and how to say thanks.",
        Step::LastCall => "The total so far.",
        Step::Breathe => "A word to each manager, at 18:00 where they are.",
        Step::Recap => "Everybody who was thanked.",
        Step::Digest => "Each manager’s page, theirs to pass on.",
        Step::Close => "Late thanks and changes have counted until now.",
    }
}

/// One day, or several quiet ones.
struct Chapter {
    first: NaiveDate,
    last: NaiveDate,
    scenes: std::ops::Range<usize>,
}

/// The whole story as it is being drawn.
struct Book<'a> {
    story: &'a Story,
    scenes: &'a [Scene<'a>],
    messages: &'a BTreeMap<Id, Id>,
    pages_shown: &'a Cell<usize>,
}

impl Book<'_> {
    fn chapters(&self) -> Markup {
        let mut seen = HashSet::new();
        let date = |scene: &Scene<'_>| self.story.local(scene.at_ms).date_naive();
        let mut days: Vec<Chapter> = Vec::new();
        for (index, scene) in self.scenes.iter().enumerate() {
            match days.last_mut() {
                Some(day) if day.last == date(scene) => day.scenes.end = index + 1,
                _ => days.push(Chapter { first: date(scene), last: date(scene), scenes: index..index + 1 }),
            }
        }
        let close = self.story.local(self.story.campaign.due(Step::Close).timestamp_millis()).date_naive();
        let at = days.partition_point(|day| day.last < close);
        if days.get(at).is_none_or(|day| day.first != close) {
            let index = days.get(at).map_or(self.scenes.len(), |day| day.scenes.start);
            days.insert(at, Chapter { first: close, last: close, scenes: index..index });
        }
        // Days on which nobody says anything are told together.
        let quiet = |day: &Chapter| day.last != close && self.scenes[day.scenes.clone()].iter().all(scenes::is_quiet);
        let mut chapters: Vec<Chapter> = Vec::new();
        for day in days {
            match chapters.last_mut() {
                Some(before) if quiet(before) && quiet(&day) => {
                    before.last = day.last;
                    before.scenes.end = day.scenes.end;
                }
                _ => chapters.push(day),
            }
        }
        html! {
            @for Chapter { first, last, scenes } in chapters {
                section.chapter id={ "on-" (first) } {
                    h2.day {
                        @if first == last {
                            (distance(first, self.story.campaign.day)) span { (first.format("%A, %-d %B %Y")) }
                        } @else {
                            (distance(first, self.story.campaign.day)) " and on"
                            span { (first.format("%-d %B")) " to " (last.format("%-d %B %Y")) ": quiet days" }
                        }
                    }
                    (self.blocks(&scenes::fold(self.story, self.scenes, scenes, &mut seen)))
                    @if first == close { (self.step(Step::Close)) }
                }
            }
        }
    }

    fn step(&self, step: Step) -> Markup {
        let due = self.story.campaign.due(step).with_timezone(&self.story.campaign.zone);
        html! { p.step id=(step) { b { (step) } span { (about(step)) } time { (due.format("%H:%M")) } } }
    }

    /// Shown scenes and folded runs, those of one channel in one frame.
    fn blocks(&self, blocks: &[Block]) -> Markup {
        let mut rest = blocks;
        let mut out = Vec::new();
        while let Some(first) = rest.first() {
            let channel = self.channel(first);
            let same = rest
                .iter()
                .skip(1)
                .take_while(|block| channel.is_some() && self.channel(block) == channel && !self.opens(block));
            let length = 1 + same.count();
            out.push(self.frame(channel, &rest[..length]));
            rest = &rest[length..];
        }
        html! { @for part in out { (part) } }
    }

    /// Whether something stands above it that is no part of the chat.
    fn opens(&self, block: &Block) -> bool {
        matches!(block, Block::Shown(index)
            if self.scenes[*index].step.is_some() || self.story.notes.contains_key(&self.scenes[*index].n))
    }

    fn channel(&self, block: &Block) -> Option<Id> {
        match block {
            Block::Shown(index) => self.scenes[*index].channel,
            Block::Folded(run) => {
                let first = self.scenes[*run.first()?].channel;
                run.iter().all(|index| self.scenes[*index].channel == first).then_some(first)?
            }
        }
    }

    fn frame(&self, channel: Option<Id>, blocks: &[Block]) -> Markup {
        let inside = html! {
            @for block in blocks {
                @match block {
                    Block::Shown(index) => (chat::scene(&self.scenes[*index], &self.look(*index))),
                    Block::Folded(run) => (self.folded(run, channel.is_some())),
                }
            }
        };
        let first = match blocks.first() {
            Some(Block::Shown(index)) => Some(&self.scenes[*index]),
            _ => None,
        };
        html! {
            @if let Some(step) = first.and_then(|scene| scene.step) { (self.step(step)) }
            @if let Some(note) = first.and_then(|scene| self.story.notes.get(&scene.n)) { p.note { (note) } }
            @match channel {
                Some(channel) => div.{ "frame " (self.kind(channel)) } { (self.bar(channel)) (inside) },
                None => (inside),
            }
        }
    }

    fn kind(&self, channel: Id) -> &'static str {
        match (self.story.is_dm(channel), self.story.is_private(channel)) {
            (true, _) => "dm",
            (false, true) => "closed",
            (false, false) => "open",
        }
    }

    fn bar(&self, channel: Id) -> Markup {
        let name = self.story.names.channels.get(&channel).map_or("deleted channel", String::as_str);
        html! {
            p.bar {
                @if let Some(person) = name.strip_prefix("DM with ") { "🔒 private: " (self.look_user(self.story.bot)) " ↔ " bdi { (person) } }
                @else { span.hash { "#" } bdi { (name) } @if self.story.is_private(channel) { span.faint { " · only the admins see this channel" } } }
            }
        }
    }

    fn look_user(&self, id: Id) -> &str {
        self.story.names.users.get(&id).map_or("the bot", String::as_str)
    }

    fn look(&self, index: usize) -> Look<'_> {
        let now = DateTime::from_timestamp_millis(self.scenes[index].at_ms).unwrap_or_default();
        let zone = self.story.campaign.zone;
        let Self { story, messages, pages_shown, .. } = self;
        Look { names: &story.names, bot: story.bot, zone, now, messages, pages_shown }
    }

    /// A run that is like what was seen before, with a line that says what is in it.
    fn folded(&self, run: &[usize], in_frame: bool) -> Markup {
        let people = self.people(run);
        let names = people.len().min(4);
        let time =
            |index: Option<&usize>| index.map(|i| self.story.local(self.scenes[*i].at_ms).format("%H:%M").to_string());
        let inside: Vec<Block> = run.iter().copied().map(Block::Shown).collect();
        html! {
            details.run {
                summary {
                    b { (run.len()) " more" }
                    @if !people.is_empty() {
                        span.names {
                            @for (i, person) in people.iter().take(names).enumerate() {
                                @if i > 0 { @if i + 1 == people.len() { " and " } @else { ", " } }
                                bdi { (self.look_user(*person)) }
                            }
                            @if people.len() > names { " and " (people.len() - names) @if people.len() == names + 1 { " other" } @else { " others" } }
                        }
                    }
                    span.faint { (self.doors(run)) }
                    @if let (Some(from), Some(until)) = (time(run.first()), time(run.last())) { time { (from) @if from != until { " – " (until) } } }
                }
                @if in_frame { @for index in run { (chat::scene(&self.scenes[*index], &self.look(*index))) } }
                @else { (self.blocks(&inside)) }
            }
        }
    }

    /// The people in a run, each once, in order.
    fn people(&self, run: &[usize]) -> Vec<Id> {
        let mut people: Vec<Id> = Vec::new();
        for index in run {
            let who = match &self.scenes[*index].what {
                Drawn::Exchange { who, .. } => Some(*who),
                Drawn::Message { message, .. } => {
                    message["author"]["id"].as_str().and_then(|id| id.parse().ok()).filter(|id| *id != self.story.bot)
                }
                _ => None,
            };
            people.extend(who.filter(|who| !people.contains(who)));
        }
        people
    }

    /// What is in a run, most frequent first: `/thank × 6 · messages × 3`.
    fn doors(&self, run: &[usize]) -> String {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for index in run {
            let name = match &self.scenes[*index].what {
                Drawn::Exchange { turns, .. } => match turns.first() {
                    Some(Turn::Asked { label, fields, .. }) => scenes::used(label, fields),
                    _ => continue,
                },
                Drawn::Message { message, .. } if message["author"]["bot"] == true => "posts by the bot".into(),
                Drawn::Message { .. } => "messages".into(),
                Drawn::Told(What::Refused { .. }) => "refused by Discord".into(),
                Drawn::Told(What::Reaction { .. }) => "reactions".into(),
                Drawn::Told(What::MessageDeleted { .. }) => "deletions".into(),
                Drawn::Told(_) => "about the connection".into(),
                Drawn::Event { .. } => continue,
            };
            *counts.entry(name).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts.iter().map(|(name, count)| format!("{name} × {count}")).collect::<Vec<_>>().join(" · ")
    }
}

/// How far a day is from the day.
fn distance(date: NaiveDate, day: NaiveDate) -> String {
    match (date - day).num_days() {
        0 => "The day".into(),
        -1 => "The day before".into(),
        1 => "The day after".into(),
        days if days < 0 => format!("{} days before", -days),
        days => format!("{days} days after"),
    }
}
