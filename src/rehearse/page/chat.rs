//! Scenes as they look in the chat: messages, exchanges with the bot, forms, and single lines.

use chrono::{DateTime, Utc};
use maud::{Markup, html};
use serde_json::Value;

use crate::rehearse::page::scenes::{Content, ExchangePart, Scene, id_of, used};
use crate::rehearse::page::{RenderContext, components, files, markdown, named_route};
use discord_sim::{Event, FileSent, Id};

/// One scene.
pub(super) fn scene(scene: &Scene<'_>, context: &RenderContext<'_>) -> Markup {
    match &scene.what {
        Content::Message { message, files, pinged, edited, reactions } => {
            posted(scene, message, files, pinged, *edited, reactions, context)
        }
        Content::Exchange { who, parts } => exchange(scene, *who, parts, context),
        Content::Event { change, event } => event_card(scene, change, event, context),
        Content::Mail(mail) => super::mail::shown(scene.n, mail, &clock(scene.at_ms, context), context),
        Content::Line(what) => {
            html! { p.told id=[context.anchor(&scene.anchor())] { (one_line(what, context)) " " (clock(scene.at_ms, context)) } }
        }
    }
}

fn clock(at_ms: i64, context: &RenderContext<'_>) -> Markup {
    let at = DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default().with_timezone(&context.zone);
    html! { time datetime=(at.to_rfc3339()) { (at.format("%H:%M")) } }
}

/// A coloured circle with initials. The colour depends only on the id, so each person keeps theirs.
pub(super) fn avatar(user: Id, context: &RenderContext<'_>) -> Markup {
    if user == context.bot {
        return html! { span.avatar.bot aria-hidden="true" { "#" } };
    }
    let name = context.user(user);
    let words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let letters: String = words.take(2).flat_map(char::to_uppercase).collect();
    let initials = if letters.is_ascii() { letters } else { letters.chars().take(1).collect() };
    let hue = (user >> 3).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    html! { span.avatar style={ "--hue:" (hue % 360) } aria-hidden="true" { (if initials.is_empty() { "?" } else { &initials }) } }
}

fn head(user: Id, at_ms: i64, extra: &Markup, context: &RenderContext<'_>) -> Markup {
    html! {
        div.who {
            b { bdi { (context.user(user)) } }
            @if user == context.bot { span.app { "APP" } }
            (extra)
            (clock(at_ms, context))
        }
    }
}

fn posted(
    scene: &Scene<'_>,
    message: &Value,
    sent: &[FileSent],
    pinged: &[Id],
    edited: bool,
    reactions: &[(String, Vec<Id>)],
    context: &RenderContext<'_>,
) -> Markup {
    let author = message["author"]["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
    let extra = html! { @if edited { span.faint { "edits their message" } } };
    html! {
        article.message id=[context.anchor(&scene.anchor())] {
            @if let Some(original) = message.get("referenced_message").filter(|m| m.is_object()) { (reply_line(original, context)) }
            (avatar(author, context))
            div.body {
                (head(author, scene.at_ms, &extra, context))
                (content(message, sent, context))
                @if edited { p.faint.small { "(edited)" } }
                @if author == context.bot && !pinged.is_empty() {
                    p.faint.small { "notifies " @for (i, user) in pinged.iter().enumerate() { @if i > 0 { ", " } bdi { (context.user(*user)) } } }
                }
                @if !reactions.is_empty() {
                    div.reactions {
                        @for (emoji, users) in reactions {
                            span.reaction title=(users.iter().map(|user| context.user(*user)).collect::<Vec<_>>().join(", ")) {
                                (emoji_face(emoji)) " " (users.len())
                            }
                        }
                    }
                }
            }
        }
    }
}

/// `💚`, or the name of a custom emoji written as `name:id`.
fn emoji_face(emoji: &str) -> String {
    match emoji.split_once(':') {
        Some((name, id)) if id.parse::<u64>().is_ok() => format!(":{name}:"),
        _ => emoji.to_owned(),
    }
}

fn reply_line(original: &Value, context: &RenderContext<'_>) -> Markup {
    let author = original["author"]["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
    let mut said = original["content"].as_str().unwrap_or("").to_owned();
    if said.is_empty() {
        said = first_text(&original["components"]).unwrap_or_default();
    }
    let first = said.lines().map(|line| line.trim_start_matches(['#', '-', '>', ' '])).find(|line| !line.is_empty());
    let mut short: String = first.unwrap_or("").chars().take(90).collect();
    if first.is_some_and(|line| line.chars().count() > 90) {
        short.push('…');
    }
    html! {
        p.replied {
            (avatar(author, context)) b { bdi { (context.user(author)) } } " "
            span dir="auto" {
                @if let Some(id) = id_of(original) { a href={ "#m" (id) } { (markdown::line(&short, context)) } }
                @else { (markdown::line(&short, context)) }
            }
        }
    }
}

fn first_text(components: &Value) -> Option<String> {
    components.as_array()?.iter().find_map(|component| {
        let own = component["content"].as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned);
        own.or_else(|| first_text(&component["components"]))
    })
}

/// The content of a message: its text, its components, its files.
fn content(message: &Value, sent: &[FileSent], context: &RenderContext<'_>) -> Markup {
    let mut named = Vec::new();
    file_names(&message["components"], &mut named);
    let text = message["content"].as_str().unwrap_or("");
    html! {
        @if !text.is_empty() { (markdown::blocks(text, context)) }
        (components::list(&message["components"], sent, context))
        @for file in sent.iter().filter(|file| !named.iter().any(|name| name.ends_with(&file.name))) { (files::shown(file, context)) }
    }
}

/// The URLs of the files that components show.
fn file_names(components: &Value, into: &mut Vec<String>) {
    for component in components.as_array().into_iter().flatten() {
        let media = component["items"].as_array().into_iter().flatten().map(|item| &item["media"]);
        let all = media.chain([&component["file"], &component["media"], &component["accessory"]["media"]]);
        into.extend(all.filter_map(|media| media["url"].as_str().map(str::to_owned)));
        file_names(&component["components"], into);
    }
}

pub(super) fn exchange(scene: &Scene<'_>, who: Id, parts: &[ExchangePart<'_>], context: &RenderContext<'_>) -> Markup {
    html! {
        article.exchange id=[context.anchor(&scene.anchor())] {
            @for (index, part) in parts.iter().enumerate() {
                @match part {
                    ExchangePart::Asked { kind, label, fields } => (asked(scene, who, *kind, label, fields, index == 0, context)),
                    ExchangePart::Form { form, filled } => (dialog(form, *filled, context)),
                    ExchangePart::Answer { message, files, only_for_asker, changed, id, .. } => {
                        div.message.only[*only_for_asker] id=[id.filter(|_| !changed).and_then(|id| context.anchor(&format!("m{id}")))] {
                            (avatar(context.bot, context))
                            div.body {
                                (head(context.bot, scene.at_ms, &html! { @if *changed { span.faint { "changes the message" } } }, context))
                                (content(message, files, context))
                                @if *only_for_asker && !context.in_dm(scene.channel) {
                                    p.eyes { "👁 Only " bdi { (context.user(who)) } " can see this" }
                                }
                            }
                        }
                    },
                    ExchangePart::Suggestions(choices) => {
                        div.suggestions {
                            @for choice in choices.as_array().into_iter().flatten() {
                                span.option dir="auto" { (choice["name"].as_str().unwrap_or("")) }
                            }
                        }
                    },
                    ExchangePart::Nothing => p.told.bad { "The bot did not answer: “The application did not respond”" },
                }
            }
        }
    }
}

fn asked(
    scene: &Scene<'_>,
    who: Id,
    kind: u8,
    label: &str,
    fields: &[(String, String)],
    first: bool,
    context: &RenderContext<'_>,
) -> Markup {
    let name = used(label, fields);
    let chosen = label.strip_prefix("chooses ").map(|rest| rest.trim_matches('*'));
    let verb = html! {
        @if kind == 4 { "types " code.command { (name) } }
        @else if label.starts_with('/') { "uses " code.command { (name) } }
        @else if let Some(target) = label.strip_prefix("right-clicks ") {
            "right-clicks " bdi { (target.strip_suffix(&name).unwrap_or(target).trim_end_matches(": ")) } " → " span.button.secondary { (name) }
        }
        @else if let Some(chosen) = chosen { "chooses " span.button.secondary dir="auto" { (chosen) } }
        @else if label.starts_with("submits") { "submits " span.button.primary { (name) } }
        @else { "presses " span.button.secondary { (name) } }
    };
    let fields: Vec<_> = if label.starts_with("chooses ") { Vec::new() } else { fields.iter().collect() };
    html! {
        div.action {
            @if first { (avatar(who, context)) }
            div.body {
                p { @if first { b { bdi { (context.user(who)) } } " " } (verb) " " @if first { (clock(scene.at_ms, context)) } }
                @if !fields.is_empty() {
                    dl.fields { @for (name, value) in fields { div { dt { (name) } dd dir="auto" { (value) } } } }
                }
            }
        }
    }
}

/// A form as Discord renders it, with the values that were entered.
fn dialog(form: &Value, filled: Option<&[(String, String)]>, context: &RenderContext<'_>) -> Markup {
    html! {
        div.dialog {
            p.title { (form["title"].as_str().unwrap_or("")) }
            @for component in form["components"].as_array().into_iter().flatten() {
                @if component["type"] == 10 { (markdown::blocks(component["content"].as_str().unwrap_or(""), context)) }
                @else {
                    @let field = if component["component"].is_object() { &component["component"] } else { &component["components"][0] };
                    @let label = component["label"].as_str().or(field["label"].as_str()).unwrap_or("");
                    @let given = filled.and_then(|filled| filled.iter().find(|(name, _)| name == label)).map(|(_, value)| value.as_str());
                    div.field {
                        p.label { (label) @if field["required"] != false { span.needed { " *" } } }
                        @if let Some(more) = component["description"].as_str() { p.faint.small { (more) } }
                        (input(field, given, context))
                    }
                }
            }
            div.row.end {
                @if filled.is_some() { span.button.secondary { "Cancel" } span.button.primary { "Submit" } }
                @else { span.faint { "closed without an answer" } }
            }
        }
    }
}

fn input(field: &Value, given: Option<&str>, context: &RenderContext<'_>) -> Markup {
    let before = components::chosen(field, context).join(", ");
    let value = given.unwrap_or(&before);
    let hint = field["placeholder"].as_str().unwrap_or("");
    let face =
        html! { @if value.is_empty() { span.faint { (if hint.is_empty() { " " } else { hint }) } } @else { (value) } };
    match field["type"].as_u64() {
        Some(4) => html! { div.input.tall[field["style"] == 2] dir="auto" { (face) } },
        Some(21 | 22) => html! {
            @for option in field["options"].as_array().into_iter().flatten() {
                @let label = option["label"].as_str().unwrap_or("");
                p.choice.on[value.split(", ").any(|one| one == label)] { (label) }
            }
        },
        _ => html! { div.input dir="auto" { (face) span.arrow { "▾" } } },
    }
}

fn event_card(scene: &Scene<'_>, change: &str, event: &Value, context: &RenderContext<'_>) -> Markup {
    let at = |field: &str| {
        let at = DateTime::parse_from_rfc3339(event[field].as_str()?).ok()?.with_timezone(&context.zone);
        Some(at.format("%A, %-d %B %Y, %H:%M").to_string())
    };
    html! {
        article.event id=[context.anchor(&scene.anchor())] {
            p.eyebrow { "📅 Scheduled event " (change) " " (clock(scene.at_ms, context)) }
            p.title dir="auto" { (event["name"].as_str().unwrap_or("")) }
            p.faint {
                @if let Some(from) = at("scheduled_start_time") { (from) }
                @if let Some(until) = at("scheduled_end_time") { " to " (until) }
                @if let Some(place) = event["entity_metadata"]["location"].as_str() { " · " (place) }
            }
            @if let Some(text) = event["description"].as_str() { (markdown::blocks(text, context)) }
        }
    }
}

/// What a planned fault does, in words.
pub(super) fn in_words(effect: &str) -> String {
    let known = [
        ("DoneThenHang", "Discord does it, and the answer never comes"),
        ("Hang", "no answer comes, and nothing is done"),
        ("DoneThenDropConnection", "Discord does it, and the connection ends before the answer"),
        ("DropConnection", "the connection ends, and nothing is done"),
    ];
    known.iter().find(|(name, _)| *name == effect).map_or_else(|| effect.to_owned(), |(_, says)| (*says).to_owned())
}

/// The text of a one-line entry.
fn one_line(what: &Event, context: &RenderContext<'_>) -> Markup {
    let user = |id: Id| html! { bdi { (context.user(id)) } };
    match what {
        Event::Reaction { message_id, user_id, emoji, added, .. } => html! {
            (user(*user_id)) @if *added { " reacts with " } @else { " takes back " } (emoji_face(emoji)) " "
            a href={ "#m" (message_id) } { "on a message" }
        },
        Event::MessageDeleted { message_id, .. } => html! {
            @match context.author(*message_id) {
                Some(author) => { "🗑 " (user(author)) " deletes " a href={ "#m" (message_id) } { "a message" } },
                None => "🗑 A message is deleted",
            }
        },
        Event::CommandsRegistered { commands } => html! {
            "⚙ The bot registers its commands: "
            @for (index, command) in commands.as_array().into_iter().flatten().enumerate() {
                @if index > 0 { ", " }
                code { @if command["type"] == 1 { "/" } (command["name"].as_str().unwrap_or("")) }
            }
        },
        Event::GatewayIdentified { intents } => html! {
            "⚙ The bot connects" @if intents & (1 << 9) != 0 { " and subscribes to messages" }
            @else { " without messages: no campaign window is open" }
        },
        Event::GatewayResumed { replayed } => {
            html! { "⚙ The bot resumes its session (" (replayed) " events sent again)" }
        }
        Event::GatewayClosed { code, .. } => {
            html! { "⚙ The connection ends" @if let Some(code) = code { " (" (code) ")" } }
        }
        Event::BotInServer { present, .. } => {
            html! { @if *present { "➕ The bot is invited to the server" } @else { "➖ The bot is removed from the server" } }
        }
        Event::RateLimited { route, .. } => {
            html! { "⏳ Discord asks the bot to slow down: " code { (named_route(route, context.names)) } }
        }
        Event::Refused { route, status, reason, .. } => {
            html! { "⛔ Discord refuses " code { (named_route(route, context.names)) } ": " (reason) " (" (status) ")" }
        }
        Event::FaultHappened { route, effect } => {
            html! { "⚡ A planned fault: " code { (named_route(route, context.names)) } ": " (in_words(effect)) }
        }
        Event::Violation(text) => html! { span.bad { "✗ The bot breaks a rule: " (text) } },
        _ => html! {},
    }
}
