//! The story day by day: chapters, frames of one channel each, and folded runs.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use chrono::{DateTime, NaiveDate};
use maud::{Markup, html};

use crate::rehearse::page::files::FileBook;
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
    scenes: Range<usize>,
}

/// The story while it is rendered.
pub(super) struct Book<'a> {
    pub(super) story: &'a Story,
    pub(super) scenes: &'a [Scene<'a>],
    pub(super) messages: &'a BTreeMap<Id, Id>,
    pub(super) files: &'a FileBook,
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
        // The step whose time it is, from one chapter to the next.
        let mut step = None;
        html! {
            section.whole aria-labelledby="whole" {
                h2 id="whole" { "Everything, day by day" }
                p.lead {
                    "Unfold a day to read every word of it: what people wrote and pressed, and what the bot posted, asked, answered and "
                    "refused. What is like something further up is folded once more."
                }
                @for Chapter { first, last, scenes } in chapters {
                    @let (text, counted) = (self.heading(first, last), self.counted(&scenes));
                    @let closes = first <= close && close <= last;
                    @let taken = self.steps(&scenes, closes);
                    details.chapter id={ "on-" (first) } open[self.is_broken(&scenes)] {
                        summary {
                            h3 { (text) }
                            @if !taken.is_empty() { span.steps { @for step in &taken { b { (step) } } } }
                            span.count { (counted) }
                        }
                        (self.days(&scenes, closes, &mut seen, &mut step))
                    }
                }
            }
        }
    }

    /// Whether a planned fault happened in a chapter, which is unfolded then.
    fn is_broken(&self, scenes: &Range<usize>) -> bool {
        self.scenes[scenes.clone()].iter().any(|scene| matches!(scene.what, Content::Line(Event::FaultHappened { .. })))
    }

    /// The distance of a chapter from the day, and its date.
    fn heading(&self, first: NaiveDate, last: NaiveDate) -> Markup {
        let distance = distance(first, self.story.campaign.day);
        html! {
            @if first == last { (distance) span.faint { (first.format("%A, %-d %B %Y")) } }
            @else { (distance) " and on" span.faint { (first.format("%-d %B")) " to " (last.format("%-d %B %Y")) ": quiet days" } }
        }
    }

    /// The steps of a chapter.
    fn steps(&self, scenes: &Range<usize>, closes: bool) -> Vec<Step> {
        let taken = self.scenes[scenes.clone()].iter().filter_map(|scene| scene.step);
        taken.chain(closes.then_some(Step::Close)).collect()
    }

    /// How much a chapter has.
    fn counted(&self, scenes: &Range<usize>) -> String {
        let (mut people, mut bot) = (0, 0);
        for scene in &self.scenes[scenes.clone()] {
            match &scene.what {
                Content::Exchange { .. } => people += 1,
                Content::Message { message, edited: false, .. } if message["author"]["bot"] == true => bot += 1,
                Content::Message { .. } => people += 1,
                Content::Mail(_) => bot += 1,
                Content::Event { .. } | Content::Line(_) => {}
            }
        }
        let counted = |count: usize, one: &str, more: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {more}")),
        };
        let parts = [
            counted(people, "thing that someone did", "things that people did"),
            counted(bot, "message of the bot", "messages of the bot"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What happened in a chapter: a section for each step, which is named at its side.
    fn days(
        &self,
        scenes: &Range<usize>,
        closes: bool,
        seen: &mut HashSet<String>,
        current: &mut Option<Step>,
    ) -> Markup {
        let blocks = scenes::fold(self.story, self.scenes, scenes.clone(), seen);
        let step = |block: &Block| match block {
            Block::Shown(index) => self.scenes[*index].step,
            Block::Folded(_) => None,
        };
        let mut sections = Vec::new();
        let mut rest = blocks.as_slice();
        while let Some(first) = rest.first() {
            let begins = step(first);
            *current = begins.or(*current);
            let length = 1 + rest.iter().skip(1).take_while(|block| step(block).is_none()).count();
            sections.push((*current, begins.is_some(), &rest[..length]));
            rest = &rest[length..];
        }
        if closes {
            *current = Some(Step::Close);
            sections.push((*current, true, &[]));
        }
        html! {
            @for (step, begins, blocks) in sections {
                div.columns { (self.now(step, begins)) div.scenes { (self.blocks(blocks)) } }
            }
        }
    }

    /// What stands at the side: where in the plan this is.
    fn now(&self, current: Option<Step>, begins: bool) -> Markup {
        let order = Step::ALL;
        let number = current.and_then(|step| order.iter().position(|one| *one == step));
        html! {
            aside {
                div.now id=[current.filter(|_| begins).map(|step| step.to_string())] {
                    ol.dots aria-hidden="true" {
                        @for (at, _) in order.iter().enumerate() { li.past[Some(at) < number].on[Some(at) == number] {} }
                    }
                    @match (current, number) {
                        (Some(step), Some(number)) => {
                            p { @if !begins { "after " } b { (step) } span.faint { " " (number + 1) " of " (order.len()) } }
                            @if begins {
                                @let due = self.story.campaign.due(step).with_timezone(&self.story.campaign.zone);
                                p.small { (about(step)) " " time { (due.format("%H:%M")) } }
                            }
                        },
                        _ => p { "before the first step" },
                    }
                }
            }
        }
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
            @if let Some(note) = first.and_then(|scene| self.story.notes.get(&scene.n)) { p.note { (note) } }
            @match channel {
                Some(channel) => div.{ "frame " (self.kind(channel)) } { (self.bar(channel)) (inside) },
                None => (inside),
            }
        }
    }

    pub(super) fn kind(&self, channel: Id) -> &'static str {
        match (self.story.is_dm(channel), self.story.is_private(channel)) {
            (true, _) => "dm",
            (false, true) => "closed",
            (false, false) => "open",
        }
    }

    pub(super) fn bar(&self, channel: Id) -> Markup {
        let name = self.story.names.channels.get(&channel).map_or("deleted channel", String::as_str);
        html! {
            p.bar {
                @if let Some(person) = name.strip_prefix("DM with ") { "🔒 private: " (self.user_name(self.story.bot)) " ↔ " bdi { (person) } }
                @else { span.hash { "#" } bdi { (name) } @if self.story.is_private(channel) { span.faint { " · only the admins see this channel" } } }
            }
        }
    }

    pub(super) fn user_name(&self, id: Id) -> &str {
        self.story.names.users.get(&id).map_or("the bot", String::as_str)
    }

    pub(super) fn context(&self, index: usize) -> RenderContext<'_> {
        let now = DateTime::from_timestamp_millis(self.scenes[index].at_ms).unwrap_or_default();
        let zone = self.story.campaign.zone;
        let Self { story, messages, files, .. } = self;
        RenderContext {
            names: &story.names,
            bot: story.bot,
            zone,
            now,
            messages,
            files,
            beside: &story.folder,
            here: self.scenes[index].anchor(),
            in_picture: false,
        }
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
                    b { (run.len()) " more like above" }
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
pub(super) fn distance(date: NaiveDate, day: NaiveDate) -> String {
    match (date - day).num_days() {
        0 => "The day".into(),
        -1 => "The day before".into(),
        1 => "The day after".into(),
        days if days < 0 => format!("{} days before", -days),
        days => format!("{days} days after"),
    }
}
