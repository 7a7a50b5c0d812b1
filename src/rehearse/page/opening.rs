//! The start of the page: the introduction, the numbers, the steps; and a text version of them.

use maud::{Markup, html};

use crate::rehearse::page::scenes::{self, Content, Scene};
use crate::rehearse::page::{Fact, Story, chat, named_route};
use discord_sim::{Event, Id};
use domain::campaign::Step;

/// A summary for a terminal: the steps and the numbers.
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

/// The title, the introduction, the numbers, and the command that reproduces the page.
pub(super) fn opening(story: &Story) -> Markup {
    let day = story.campaign.day;
    html! {
        header.opening {
            p.eyebrow { "A rehearsal · " bdi { (story.server) } }
            h1 { "Community Manager Appreciation Day " (story.campaign.year) }
            p.date { (day.format("%A, %-d %B %Y")) span.faint { " · the fourth Monday of January · " (story.campaign.zone.name()) } }
            p.lead {
                "The real bot went through a whole campaign against a simulated Discord, with a clock that jumps from one moment to the next. "
                "First the story in pictures, then everything that happened, in order. Times are the server’s."
            }
            ul.facts { @for fact in facts(story) { li { b { (fact.number) } " " (fact.of) } } }
            p.repeat { span.faint { "The same page again: " } code { (story.repeat) } }
        }
    }
}

/// What was broken on purpose, and what came of it.
pub(super) fn broken(story: &Story, scenes: &[Scene<'_>]) -> Markup {
    let Some(broken) = &story.broken else { return html! {} };
    let happened = scenes.iter().find_map(|scene| match &scene.what {
        Content::Line(Event::FaultHappened { route, effect }) => Some((scene, route, effect)),
        _ => None,
    });
    html! {
        section.broken aria-labelledby="broken" {
            h2 id="broken" { "⚡ Broken on purpose: " code { (broken.name) } }
            @match happened {
                None => p { "It never came to that: there were fewer requests or events." },
                Some((scene, route, effect)) => {
                    p {
                        a href={ "#" (scene.anchor()) } { (story.local(scene.at_ms).format("%A, %-d %B, %H:%M")) } ": "
                        code { (named_route(route, &story.names)) } ": " (chat::in_words(effect)) "."
                    }
                    @if !broken.next.is_empty() {
                        p { "What the bot asked Discord next: " @for (at, request) in broken.next.iter().enumerate() { @if at > 0 { ", " } code { (request) } } "." }
                    }
                    @if broken.starts > 0 {
                        p { "The bot was dead, and was started again " @if broken.starts == 1 { "once." } @else { (broken.starts) " times." } }
                    }
                    @for what in &broken.unanswered { p { "Without an answer: " (what) "." } }
                    @if broken.missing.is_empty() && broken.more.is_empty() {
                        p { b { "Nothing was lost, and nothing came twice" } ": the bot’s " (broken.same) " messages are those of the same story without the fault." }
                    } @else {
                        p { (broken.same) " messages of the bot are those of the same story without the fault. What differs:" }
                        ul {
                            @for message in &broken.missing { li { "did not come: " (message) } }
                            @for message in &broken.more { li { "came as well: " (message) } }
                        }
                    }
                },
            }
        }
    }
}

/// The driver's numbers, and those counted in the transcript.
fn facts(story: &Story) -> Vec<Fact> {
    let count = |test: &dyn Fn(&Event) -> bool| story.entries.iter().filter(|entry| test(&entry.event)).count();
    let by_bot = |what: &Event, dm: bool| {
        matches!(what, Event::MessagePosted { channel_id, message, .. }
            if message["author"]["bot"] == true && story.is_dm(*channel_id) == dm)
    };
    let mut facts = story.facts.clone();
    let counted = [
        (count(&|what| by_bot(what, false)), "message by the bot", "messages by the bot"),
        (count(&|what| by_bot(what, true)), "direct message", "direct messages"),
        (count(&|what| matches!(what, Event::InteractionSent { kind: 5, .. })), "form", "forms"),
        (
            count(&|what| matches!(what, Event::InteractionAnswered { ephemeral: true, .. })),
            "answer that only one person sees",
            "answers that only one person sees",
        ),
    ];
    facts.extend(counted.into_iter().map(|(number, one, more)| Fact::new(number, one, more)));
    facts.retain(|fact| fact.number > 0);
    facts
}

/// The steps with links, and what each is.
pub(super) fn plan(story: &Story, scenes: &[Scene<'_>]) -> Markup {
    let taken = |step: Step| scenes.iter().any(|scene| scene.step == Some(step)) || step == Step::Close;
    html! {
        nav.plan aria-labelledby="plan" {
            h2 id="plan" { "The plan, step by step" }
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

/// A step in one line.
pub(super) const fn about(step: Step) -> &'static str {
    match step {
        Step::RosterCheck => "The admins, in private: is the roster right?",
        Step::Announce => "The first post, and the event in the calendar.",
        Step::Countdown => "One week to go.",
        Step::Eve => "Tomorrow is the day.",
        Step::Day => "The day itself, and how to say thanks.",
        Step::Unthanked => "The admins, in private: who has no words yet?",
        Step::LastCall => "The total so far.",
        Step::Breathe => "A direct message to each manager, at 18:00 in their own time zone.",
        Step::Recap => "The total, and everyone who was thanked.",
        Step::Digest => "Each manager’s digest, which they can pass on.",
        Step::Close => "Late thank-yous and changes count until now.",
    }
}
