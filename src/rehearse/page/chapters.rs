//! The story day by day: chapters, frames of one channel each, and folded runs.

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, NaiveDate};
use maud::{Markup, html};

use crate::rehearse::page::opening::about;
use crate::rehearse::page::scenes::{self, Block, Content, ExchangePart, Scene};
use crate::rehearse::page::{RenderContext, Story, chat};
use discord_sim::{Event, Id};
use domain::calendar;
use domain::campaign::Step;

/// A chapter: one day, or several quiet days.
struct Chapter {
    first: NaiveDate,
    last: NaiveDate,
    scenes: std::ops::Range<usize>,
}

/// The story while it is rendered.
pub(super) struct Book<'a> {
    pub(super) story: &'a Story,
    pub(super) scenes: &'a [Scene<'a>],
    pub(super) messages: &'a BTreeMap<Id, Id>,
    pub(super) pages_shown: &'a Cell<usize>,
}

impl Book<'_> {
    /// Every day on which something happened.
    pub(super) fn chapters(&self) -> Markup {
        let mut seen = HashSet::new();
        let date = |scene: &Scene<'_>| self.story.date(scene.at_ms);
        let mut days: Vec<Chapter> = Vec::new();
        for (index, scene) in self.scenes.iter().enumerate() {
            match days.last_mut() {
                Some(day) if day.last == date(scene) => day.scenes.end = index + 1,
                _ => days.push(Chapter { first: date(scene), last: date(scene), scenes: index..index + 1 }),
            }
        }
        let close = calendar::date(self.story.campaign.due(Step::Close), self.story.campaign.zone);
        let at = days.partition_point(|day| day.last < close);
        if days.get(at).is_none_or(|day| day.first != close) {
            let index = days.get(at).map_or(self.scenes.len(), |day| day.scenes.start);
            days.insert(at, Chapter { first: close, last: close, scenes: index..index });
        }
        // Days without messages from people are shown together.
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

    /// Renders scenes and folded runs; those of one channel share a frame.
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

    /// Whether something that is not part of the chat is above it.
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
                    Block::Shown(index) => (chat::scene(&self.scenes[*index], &self.context(*index))),
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
                @if let Some(person) = name.strip_prefix("DM with ") { "🔒 private: " (self.user_name(self.story.bot)) " ↔ " bdi { (person) } }
                @else { span.hash { "#" } bdi { (name) } @if self.story.is_private(channel) { span.faint { " · only the admins see this channel" } } }
            }
        }
    }

    fn user_name(&self, id: Id) -> &str {
        self.story.names.users.get(&id).map_or("the bot", String::as_str)
    }

    fn context(&self, index: usize) -> RenderContext<'_> {
        let now = DateTime::from_timestamp_millis(self.scenes[index].at_ms).unwrap_or_default();
        let zone = self.story.campaign.zone;
        let Self { story, messages, pages_shown, .. } = self;
        RenderContext { names: &story.names, bot: story.bot, zone, now, messages, pages_shown }
    }

    /// Renders a folded run with a line that summarises it.
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
                                bdi { (self.user_name(*person)) }
                            }
                            @if people.len() > names { " and " (people.len() - names) @if people.len() == names + 1 { " other" } @else { " others" } }
                        }
                    }
                    span.faint { (self.doors(run)) }
                    @if let (Some(from), Some(until)) = (time(run.first()), time(run.last())) { time { (from) @if from != until { " – " (until) } } }
                }
                @if in_frame { @for index in run { (chat::scene(&self.scenes[*index], &self.context(*index))) } }
                @else { (self.blocks(&inside)) }
            }
        }
    }

    /// The people in a run, each once, in order.
    fn people(&self, run: &[usize]) -> Vec<Id> {
        let mut people: Vec<Id> = Vec::new();
        for index in run {
            let who = match &self.scenes[*index].what {
                Content::Exchange { who, .. } => Some(*who),
                Content::Message { message, .. } => {
                    message["author"]["id"].as_str().and_then(|id| id.parse().ok()).filter(|id| *id != self.story.bot)
                }
                _ => None,
            };
            people.extend(who.filter(|who| !people.contains(who)));
        }
        people
    }

    /// What a run consists of, most frequent first: `/thank × 6 · messages × 3`.
    fn doors(&self, run: &[usize]) -> String {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for index in run {
            let name = match &self.scenes[*index].what {
                Content::Exchange { parts, .. } => match parts.first() {
                    Some(ExchangePart::Asked { label, fields, .. }) => scenes::used(label, fields),
                    _ => continue,
                },
                Content::Message { message, .. } if message["author"]["bot"] == true => "posts by the bot".into(),
                Content::Message { .. } => "messages".into(),
                Content::Line(Event::Refused { .. }) => "refused by Discord".into(),
                Content::Line(Event::Reaction { .. }) => "reactions".into(),
                Content::Line(Event::MessageDeleted { .. }) => "deletions".into(),
                Content::Line(_) => "about the connection".into(),
                Content::Event { .. } | Content::Mail(_) => continue,
            };
            *counts.entry(name).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts.iter().map(|(name, count)| format!("{name} × {count}")).collect::<Vec<_>>().join(" · ")
    }
}

/// The distance of a date from the day.
fn distance(date: NaiveDate, day: NaiveDate) -> String {
    match (date - day).num_days() {
        0 => "The day".into(),
        -1 => "The day before".into(),
        1 => "The day after".into(),
        days if days < 0 => format!("{} days before", -days),
        days => format!("{days} days after"),
    }
}
