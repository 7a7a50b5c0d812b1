//! A record of everything that the bot said and did, read from the simulated Discord and not from the bot's database.

use std::collections::BTreeMap;

use discord_sim::{ChannelHandle, Event, MessageHandle};

use crate::village::Village;

/// What the bot did: each line with its time, in simulated milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub lines: Vec<(String, i64)>,
}

impl Ledger {
    /// Reads the world. A post that was deleted again has two lines, one for each.
    pub fn read(village: &Village) -> Self {
        let bot = village.sim.bot_id();
        let places = places(village);
        let name_of =
            |channel: u64| places.get(&channel).cloned().unwrap_or_else(|| format!("an unknown place {channel}"));
        let mut said: BTreeMap<u64, String> = BTreeMap::new();
        let mut lines = Vec::new();
        for entry in village.sim.transcript() {
            match entry.event {
                Event::MessagePosted { channel_id, message, files, .. }
                    if message["author"]["id"].as_str() == Some(&bot.to_string()) =>
                {
                    let id: u64 = message["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
                    let handle = handle(village, channel_id, id);
                    let text = handle.map_or_else(|| texts(&message), |handle| handle.text());
                    let files: Vec<String> = files
                        .iter()
                        .map(|file| {
                            let is_text = [".txt", ".md", ".csv"].iter().any(|ending| file.name.ends_with(ending));
                            let words =
                                if is_text { String::from_utf8_lossy(&file.bytes).into_owned() } else { String::new() };
                            format!("{}={words}", file.name)
                        })
                        .collect();
                    let line = format!("{}: {text} {}", name_of(channel_id), files.join(" "));
                    said.insert(id, line.clone());
                    lines.push((line, entry.at_ms));
                }
                Event::MessageDeleted { message_id, .. } if said.contains_key(&message_id) => {
                    lines.push((format!("taken away from {}", said[&message_id]), entry.at_ms));
                }
                Event::MessageDeleted { channel_id, .. } => {
                    lines.push((format!("an older message taken away from {}", name_of(channel_id)), entry.at_ms));
                }
                Event::Reaction { channel_id, user_id, emoji, added, .. } if user_id == bot => {
                    let change = if added { "" } else { "taken away " };
                    lines.push((format!("{emoji} {change}in {}", name_of(channel_id)), entry.at_ms));
                }
                Event::ScheduledEvent { change, event, .. } => {
                    let place = &event["entity_metadata"]["location"];
                    lines.push((format!("event {change}: {} in {place}", event["name"]), entry.at_ms));
                }
                _ => {}
            }
        }
        for (line, _) in &mut lines {
            *line = without_numbers(line);
        }
        Self { lines }
    }

    /// Adds a line that was seen at the end.
    pub fn note(&mut self, line: &str, at_ms: i64) {
        self.lines.push((without_numbers(line), at_ms));
    }

    /// The unexpected lines, and the missing ones.
    pub fn differences(&self, expected: &Self) -> (Vec<String>, Vec<String>) {
        let mut count: BTreeMap<&str, i32> = BTreeMap::new();
        for (line, _) in &self.lines {
            *count.entry(line).or_default() += 1;
        }
        for (line, _) in &expected.lines {
            *count.entry(line).or_default() -= 1;
        }
        let (mut extra, mut missing) = (Vec::new(), Vec::new());
        for (line, difference) in count {
            let into = if difference > 0 { &mut extra } else { &mut missing };
            into.extend((0..difference.abs()).map(|_| line.to_owned()));
        }
        (extra, missing)
    }

    /// The largest delay of an expected line, in simulated milliseconds.
    pub fn delay_ms(&self, expected: &Self) -> i64 {
        let last =
            |of: &Self, wanted: &str| of.lines.iter().filter(|(line, _)| line == wanted).map(|(_, at)| *at).max();
        let delays = expected.lines.iter().filter_map(|(line, at)| Some(last(self, line)? - at));
        delays.max().unwrap_or(0).max(0)
    }
}

fn places(village: &Village) -> BTreeMap<u64, String> {
    let channels = [(&village.cmad, "#community"), (&village.help, "#help")];
    let mut places: BTreeMap<u64, String> = channels.map(|(channel, name)| (channel.id(), name.to_owned())).into();
    places.extend(village.people().map(|person| (person.dm().id(), format!("@{}", person.name()))));
    places
}

fn handle(village: &Village, channel: u64, id: u64) -> Option<MessageHandle> {
    let dms = village.people().map(discord_sim::Member::dm);
    let mut all = [village.cmad.clone(), village.help.clone()].into_iter().chain(dms);
    let place: ChannelHandle = all.find(|place| place.id() == channel)?;
    place.messages().into_iter().find(|message| message.id() == id)
}

/// All texts in a deleted message's JSON.
fn texts(json: &serde_json::Value) -> String {
    match json {
        serde_json::Value::Object(fields) => {
            let own = ["content", "label"].iter().filter_map(|field| fields.get(*field)?.as_str().map(str::to_owned));
            let below = fields.get("components").map(texts);
            let accessory = fields.get("accessory").map(texts);
            own.chain(below).chain(accessory).collect::<Vec<_>>().join("\n")
        }
        serde_json::Value::Array(items) => items.iter().map(texts).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}

/// The text without digits: ids and times differ from run to run.
fn without_numbers(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut digits = String::new();
    for letter in text.chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        plain.push_str(if digits.len() >= 9 { "#" } else { &digits });
        digits.clear();
        if letter != '\0' {
            plain.push(letter);
        }
    }
    plain
}
