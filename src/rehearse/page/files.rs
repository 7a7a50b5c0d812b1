//! The files of messages: which stand in the folder beside the page, and how the page shows them. Each is shown once.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use crate::rehearse::page::scenes::{Content, ExchangePart, Scene};
use crate::rehearse::page::{RenderContext, Story};
use discord_sim::FileSent;

/// Every file of the story, each once.
#[derive(Default)]
pub(super) struct FileBook {
    /// Their places: by name and content.
    places: BTreeMap<(String, Vec<u8>), usize>,
    pub(super) all: Vec<Kept>,
    /// Which names the page has shown with their content.
    shown: RefCell<HashSet<String>>,
}

/// A file in the folder beside the page.
pub(super) struct Kept {
    /// Its place below that folder.
    pub(super) path: String,
    pub(super) file: FileSent,
    /// The channel of the first message with it.
    pub(super) channel: String,
    /// The anchors of the scenes that have it, in order.
    pub(super) scenes: Vec<String>,
}

impl FileBook {
    /// Those of these scenes.
    pub(super) fn of(story: &Story, scenes: &[Scene<'_>]) -> Self {
        let mut book = Self::default();
        let mut folders: BTreeMap<String, usize> = BTreeMap::new();
        for scene in scenes {
            let files: Vec<&FileSent> = match &scene.what {
                Content::Message { files, .. } => files.iter().collect(),
                Content::Exchange { parts, .. } => {
                    let answers = parts.iter().filter_map(|part| match part {
                        ExchangePart::Answer { files, .. } => Some(files),
                        _ => None,
                    });
                    answers.flatten().collect()
                }
                _ => continue,
            };
            let name = scene.channel.and_then(|channel| story.names.channels.get(&channel));
            let name = name.map_or("", String::as_str);
            // One folder for each scene with something new.
            let mut folder = None;
            for file in files {
                let key = (file.name.clone(), file.bytes.to_vec());
                if let Some(at) = book.places.get(&key) {
                    let anchors = &mut book.all[*at].scenes;
                    if anchors.last() != Some(&scene.anchor()) {
                        anchors.push(scene.anchor());
                    }
                    continue;
                }
                let folder = folder.get_or_insert_with(|| {
                    let person = plain(name.strip_prefix("DM with ").unwrap_or(name), "-");
                    let count = folders.entry(person.clone()).or_default();
                    *count += 1;
                    format!("{person}-{count}")
                });
                book.places.insert(key, book.all.len());
                book.all.push(Kept {
                    path: format!("files/{folder}/{}", plain(&file.name, ".")),
                    file: file.clone(),
                    channel: name.to_owned(),
                    scenes: vec![scene.anchor()],
                });
            }
        }
        book
    }

    pub(super) fn get(&self, file: &FileSent) -> Option<&Kept> {
        self.places.get(&(file.name.clone(), file.bytes.to_vec())).map(|at| &self.all[*at])
    }

    /// Whether this is the first of its name, which is shown on the page itself.
    fn is_first(&self, file: &FileSent) -> bool {
        self.shown.borrow_mut().insert(file.name.clone())
    }
}

/// A name that every file system takes: letters and digits of ASCII and what is in `also`, everything else as one `-`.
fn plain(name: &str, also: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().take(60) {
        if letter.is_ascii_alphanumeric() || (also.contains(letter) && !plain.is_empty()) {
            plain.push(letter.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    let plain = plain.trim_end_matches(['-', '.']);
    if plain.is_empty() { "someone".into() } else { plain.to_owned() }
}

/// A file: its name, and its content where the page has not shown one of this name.
pub(super) fn shown(file: &FileSent, context: &RenderContext<'_>) -> Markup {
    let here = context.here.as_str();
    let kept = context.files.get(file);
    let label = html! { span.clip { "📎" } " " b { (file.name) } " " span.faint { (size(file.bytes.len())) } };
    let link = html! {
        @if let Some(kept) = kept { " " a.hint href=(format!("{}/{}", context.beside, kept.path)) { "open the file" } }
    };
    // A picture of the story, and what stands further up: no content twice.
    let first = kept.is_some_and(|kept| kept.scenes.first().map(String::as_str) == Some(here));
    if context.in_picture || !first {
        return html! {
            div.file {
                (label)
                @if !context.in_picture {
                    (link)
                    @if let Some(first) = kept.and_then(|kept| kept.scenes.first()).filter(|first| *first != here) {
                        " " a.hint href={ "#" (first) } { "as above" }
                    }
                }
            }
        };
    }
    let again = html! { @if let Some(kept) = kept { (again(kept)) } };
    let kind = file.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_first = |kinds: &[&str]| kinds.contains(&kind) && context.files.is_first(file);
    if is_first(&["html"]) {
        return page(&file.name, &text(file), &label, &html! { p.again { (link) } (again) });
    }
    if is_first(&["txt", "md", "csv", "json", "eml", "ics", "log"]) {
        return html! {
            details.file.wide {
                summary { (label) span.hint { "look inside" } }
                pre dir="auto" tabindex="0" { (text(file)) }
                p.again { (link) }
                (again)
            }
        };
    }
    html! { div.file { (label) (link) (again) } }
}

/// A page in a folded frame of its own. The frame has no permissions, and the text in `srcdoc` is escaped like any other.
pub(super) fn page(name: &str, content: &str, label: &Markup, again: &Markup) -> Markup {
    html! {
        details.file.wide {
            summary { (label) span.hint { "look inside" } }
            iframe sandbox="" srcdoc=(content) title=(name) loading="lazy" {}
            (again)
        }
    }
}

/// Where else the same file was sent: `again in 2 places: 1, 2`.
fn again(kept: &Kept) -> Markup {
    let others = &kept.scenes[1..];
    html! {
        @if !others.is_empty() {
            p.again {
                "again in " (others.len()) @if others.len() == 1 { " place:" } @else { " places:" }
                @for (number, anchor) in (1..).zip(others) { " " a href={ "#" (anchor) } { (number) } }
            }
        }
    }
}

/// An image in the page itself.
pub(super) fn image(file: &FileSent, description: &str) -> Markup {
    let kind = if file.name.ends_with(".png") { "png" } else { "jpeg" };
    let source = format!("data:image/{kind};base64,{}", STANDARD.encode(&file.bytes));
    html! { img.picture src=(source) alt=(description); }
}

fn text(file: &FileSent) -> String {
    String::from_utf8_lossy(&file.bytes).into_owned()
}

pub(super) fn size(bytes: usize) -> String {
    if bytes < 1000 { format!("{bytes} B") } else { format!("{} KB", (bytes + 500) / 1000) }
}
