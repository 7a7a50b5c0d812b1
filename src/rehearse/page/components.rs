//! Discord's components: what a message of the bot is made of.

use maud::{Markup, html};
use serde_json::Value;

use crate::rehearse::page::files;
use crate::rehearse::page::{RenderContext, markdown};
use discord_sim::FileSent;

/// How deep components may be nested on the page; Discord allows three levels.
const DEPTH: u8 = 6;

/// All components, with the files that they refer to.
pub(super) fn list(components: &Value, sent: &[FileSent], context: &RenderContext<'_>) -> Markup {
    level(components, sent, context, DEPTH)
}

fn level(components: &Value, sent: &[FileSent], context: &RenderContext<'_>, depth: u8) -> Markup {
    html! {
        @if depth > 0 {
            @for component in components.as_array().into_iter().flatten() { (one(component, sent, context, depth - 1)) }
        }
    }
}

fn one(component: &Value, sent: &[FileSent], context: &RenderContext<'_>, depth: u8) -> Markup {
    let text = |field: &str| component[field].as_str().unwrap_or("");
    match component["type"].as_u64() {
        Some(1) => html! { div.row { (level(&component["components"], sent, context, depth)) } },
        Some(2) => button(component, context),
        Some(3 | 5..=8) => menu(component, context),
        Some(9) => html! {
            div.section {
                div.grow { (level(&component["components"], sent, context, depth)) }
                div { (one(&component["accessory"], sent, context, depth)) }
            }
        },
        Some(10) => markdown::blocks(text("content"), context),
        Some(11) => picture(&component["media"], text("description"), sent, context),
        Some(12) => html! {
            div.gallery {
                @for item in component["items"].as_array().into_iter().flatten() {
                    (picture(&item["media"], item["description"].as_str().unwrap_or(""), sent, context))
                }
            }
        },
        Some(13) => {
            let url = component["file"]["url"].as_str().unwrap_or("");
            let name = component["name"].as_str().or(url.strip_prefix("attachment://")).unwrap_or("a file");
            match sent.iter().find(|file| file.name == name) {
                Some(file) => files::shown(file, context),
                None => html! { div.file { span.clip { "📎" } b { (name) } } },
            }
        }
        Some(14) if component["divider"] == false => html! { div.gap {} },
        Some(14) => html! { hr; },
        Some(17) => {
            let accent = component["accent_color"].as_u64().map(|colour| format!("--edge:#{:06x}", colour & 0xff_ffff));
            html! {
                div.card.spoilered[component["spoiler"] == true] style=[accent] {
                    (level(&component["components"], sent, context, depth))
                }
            }
        }
        _ => html! {},
    }
}

fn emoji(component: &Value) -> Option<String> {
    let name = component["emoji"]["name"].as_str()?;
    Some(if component["emoji"]["id"].is_string() { format!(":{name}:") } else { name.to_owned() })
}

fn button(component: &Value, context: &RenderContext<'_>) -> Markup {
    let label = component["label"].as_str().unwrap_or("");
    let style = match component["style"].as_u64() {
        Some(1) => "primary",
        Some(3) => "success",
        Some(4) => "danger",
        Some(5) => "open",
        _ => "secondary",
    };
    let face = html! { @if let Some(emoji) = emoji(component) { (emoji) " " } (label) };
    let off = component["disabled"] == true;
    let target = component["url"].as_str().filter(|_| !off);
    let opened = target.and_then(|url| markdown::link(url, &html! { (face) " ↗" }, context));
    html! {
        @if let Some(link) = opened { span.button.open { (link) } }
        @else { span.{ "button " (style) }.off[off] { (face) @if style == "open" { " ↗" } } }
    }
}

/// A menu in a message: the chosen values or the placeholder; its options unfold.
fn menu(component: &Value, context: &RenderContext<'_>) -> Markup {
    let chosen = chosen(component, context);
    let placeholder = component["placeholder"].as_str().unwrap_or("Make a selection");
    let options: Vec<&Value> = component["options"].as_array().into_iter().flatten().collect();
    let face = html! {
        @if chosen.is_empty() { span.faint { (placeholder) } } @else { span { (chosen.join(", ")) } }
    };
    html! {
        @if options.is_empty() { div.menu { (face) span.arrow { "▾" } } }
        @else {
            details.menu {
                summary { (face) span.arrow { "▾" } }
                ul {
                    @for option in options {
                        li {
                            @if let Some(emoji) = emoji(option) { (emoji) " " }
                            (option["label"].as_str().unwrap_or(""))
                            @if let Some(more) = option["description"].as_str() { small { (more) } }
                        }
                    }
                }
            }
        }
    }
}

/// The placeholder of a menu or a field.
pub(super) fn chosen(component: &Value, context: &RenderContext<'_>) -> Vec<String> {
    let list = |field: &str| component[field].as_array().into_iter().flatten();
    let options = list("options").filter(|option| option["default"] == true);
    let mut all: Vec<String> = options.filter_map(|option| option["label"].as_str().map(str::to_owned)).collect();
    all.extend(list("default_values").filter_map(|value| {
        let id = value["id"].as_str()?.parse().ok()?;
        Some(match value["type"].as_str()? {
            "role" => format!("@{}", context.names.roles.get(&id)?),
            "channel" => format!("#{}", context.names.channels.get(&id)?),
            _ => format!("@{}", context.user(id)),
        })
    }));
    all.extend(component["value"].as_str().filter(|text| !text.is_empty()).map(str::to_owned));
    all
}

fn picture(media: &Value, description: &str, sent: &[FileSent], context: &RenderContext<'_>) -> Markup {
    let url = media["url"].as_str().unwrap_or("");
    let named = |file: &&FileSent| url.rsplit('/').next() == Some(file.name.as_str());
    match sent.iter().find(named) {
        Some(file) => files::shown(file, context),
        None => {
            html! { div.file { span.clip { "🖼" } b { (if description.is_empty() { "a picture" } else { description }) } } }
        }
    }
}
