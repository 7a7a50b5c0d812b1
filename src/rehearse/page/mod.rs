//! The page of a rehearsal: everything that happened on the simulated Discord, in order, rendered like a chat.
//! `cargo run -- rehearse` writes one; its styles are in `page.css`.
//!
//! It opens with the story in pictures; the whole stands below, folded by day. It is one file without scripts or external
//! resources, and the mails and files are in a folder beside it. User text is escaped, links lead only to the web, to that
//! folder or within the page, and a content security policy forbids everything else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use maud::{DOCTYPE, PreEscaped, html};

use crate::rehearse::mails::Mailed;
use discord_sim::{Directory, Entry, Id};
use domain::calendar;
use domain::campaign::Campaign;

mod chapters;
mod chat;
mod components;
mod ending;
mod files;
mod mail;
mod markdown;
mod opening;
mod scenes;
mod story;
mod style;
#[cfg(test)]
mod tests;

use chapters::Book;
use files::FileBook;
pub use opening::outline;
use scenes::{Content, ExchangePart, Scene};

/// The page may use only its own styles, images and font. The digest's frame inherits the policy, so a hash of the page's
/// own styles would block the digest's styles.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Story {
    /// The server's name.
    pub server: String,
    /// The campaign that was rehearsed.
    pub campaign: Campaign,
    /// The bot's user id.
    pub bot: Id,
    /// The name of everything that has an id.
    pub names: Directory,
    /// Channels that only some members see.
    pub private_channels: BTreeSet<Id>,
    /// Numbers for the top of the page.
    pub facts: Vec<Fact>,
    /// Notes for the reader, by the transcript entry that they precede.
    pub notes: BTreeMap<usize, String>,
    /// The command that reproduces the page.
    pub repeat: String,
    /// The name of the folder beside the page, for [`beside`].
    pub folder: String,
    /// What came of a fault, if the story was broken on purpose.
    pub broken: Option<Broken>,
    /// Everything that happened.
    pub entries: Vec<Entry>,
    /// The mails that were sent.
    pub mails: Vec<Mailed>,
}

/// What came of a fault, for the page.
#[derive(Clone, Debug, Default)]
pub struct Broken {
    /// The fault's name.
    pub name: String,
    /// What the bot asked Discord next, if a request was broken.
    pub next: Vec<String>,
    /// How often the bot was started again.
    pub starts: usize,
    /// What people did without getting an answer, or could not do.
    pub unanswered: Vec<String>,
    /// The bot's messages that came as without the fault.
    pub same: usize,
    /// Those that did not come, each with its place.
    pub missing: Vec<String>,
    /// Those that came only with the fault, each with its place.
    pub more: Vec<String>,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The number.
    pub number: usize,
    /// The unit, in the singular or plural.
    pub of: String,
}

impl Fact {
    /// A number of what is named in the singular and in the plural.
    #[must_use]
    pub fn new(number: usize, one: &str, more: &str) -> Self {
        Self { number, of: if number == 1 { one } else { more }.to_owned() }
    }
}

impl Story {
    /// Whether it is a private conversation with the bot.
    fn is_dm(&self, channel: Id) -> bool {
        self.names.channels.get(&channel).is_some_and(|name| name.starts_with("DM with "))
    }

    /// Whether not everyone sees it.
    fn is_private(&self, channel: Id) -> bool {
        self.private_channels.contains(&channel) || self.is_dm(channel)
    }

    fn date(&self, at_ms: i64) -> NaiveDate {
        calendar::date(DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default(), self.campaign.zone)
    }

    fn local(&self, at_ms: i64) -> DateTime<Tz> {
        DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default().with_timezone(&self.campaign.zone)
    }
}

/// What rendering a text needs: names, time zone, time, and the messages on the page.
struct RenderContext<'a> {
    names: &'a Directory,
    bot: Id,
    zone: Tz,
    now: DateTime<Utc>,
    messages: &'a BTreeMap<Id, Id>,
    files: &'a FileBook,
    /// The name of the folder beside the page.
    beside: &'a str,
    /// The anchor of the scene that is rendered.
    here: String,
    /// Whether it is a picture of the story: the same scene once more, so without anchors and files.
    in_picture: bool,
}

impl RenderContext<'_> {
    /// The name of a user.
    fn user(&self, id: Id) -> &str {
        self.names.users.get(&id).map_or("someone", String::as_str)
    }

    fn in_dm(&self, channel: Option<Id>) -> bool {
        channel.and_then(|id| self.names.channels.get(&id)).is_some_and(|name| name.starts_with("DM with "))
    }

    /// The message that a Discord link leads to, if the page shows it.
    fn on_page(&self, target: &str) -> Option<Id> {
        let place = target.strip_prefix("https://discord.com/channels/")?;
        let message = place.rsplit('/').next()?.parse().ok()?;
        self.messages.contains_key(&message).then_some(message)
    }

    /// The author of a message on the page.
    fn author(&self, message: Id) -> Option<Id> {
        self.messages.get(&message).copied()
    }

    /// An element's id, which no element in a picture has.
    fn anchor(&self, id: &str) -> Option<String> {
        (!self.in_picture && !id.is_empty()).then(|| id.to_owned())
    }
}

/// An API path with the names of channels instead of their ids.
fn named_route(route: &str, names: &Directory) -> String {
    let named = route.split('/').map(|part| match part.parse().ok().and_then(|id: Id| names.channels.get(&id)) {
        Some(name) => format!("‹{name}›"),
        None => part.to_owned(),
    });
    named.collect::<Vec<_>>().join("/")
}

/// What belongs into the folder beside the page: each place in it, with its content.
#[must_use]
pub fn beside(story: &Story) -> Vec<(String, Arc<[u8]>)> {
    let mails = story.mails.iter().map(|mail| (format!("mail/{}", mail.name), Arc::clone(&mail.bytes)));
    let files = FileBook::of(story, &scenes::scenes(story));
    mails.chain(files.all.into_iter().map(|kept| (kept.path, kept.file.bytes))).collect()
}

/// The page.
#[must_use]
pub fn page(story: &Story) -> String {
    let scenes = scenes::scenes(story);
    let messages = messages(story, &scenes);
    let files = FileBook::of(story, &scenes);
    let book = Book { story, scenes: &scenes, messages: &messages, files: &files };
    let pictures = story::pictures(&book);
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
                style { (PreEscaped(style::sheet())) }
            }
            body {
                (opening::opening(story))
                (opening::broken(story, &scenes))
                (pictures)
                main {
                    (opening::plan(story, &scenes))
                    (book.chapters())
                    (ending::ending(story, &files))
                }
                footer { p { "Made by " code { "cmad rehearse" } ". No one here is real, and nothing was sent to Discord." } }
            }
        }
    };
    page.into_string()
}

/// The messages that links can jump to, each with its author.
fn messages(story: &Story, scenes: &[Scene<'_>]) -> BTreeMap<Id, Id> {
    let mut all = BTreeMap::new();
    for scene in scenes {
        match &scene.what {
            Content::Message { message, edited: false, .. } => {
                let author = message["author"]["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
                all.extend(scenes::id_of(message).map(|id| (id, author)));
            }
            Content::Exchange { parts, .. } => all.extend(parts.iter().filter_map(|part| match part {
                ExchangePart::Answer { id, changed: false, .. } => Some(((*id)?, story.bot)),
                _ => None,
            })),
            _ => {}
        }
    }
    all
}
