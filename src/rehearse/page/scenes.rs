//! Groups the transcript into scenes, and folds runs of scenes like earlier ones.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use discord_sim::{Entry, Event, FileSent, Id};
use domain::campaign::Step;

use crate::rehearse::page::{Mailed, Story};

/// A unit of the page.
pub(super) struct Scene<'a> {
    /// The number of its first entry in the transcript.
    pub(super) n: usize,
    /// When it began, in Unix milliseconds.
    pub(super) at_ms: i64,
    /// The channel, if there is one.
    pub(super) channel: Option<Id>,
    /// The step, if it is the first send of one.
    pub(super) step: Option<Step>,
    pub(super) what: Content<'a>,
}

impl Scene<'_> {
    /// The id of its element. An edited message has its own entry; links lead to the first version.
    pub(super) fn anchor(&self) -> String {
        match &self.what {
            Content::Message { message, edited, .. } => match (id_of(message), edited) {
                (Some(id), false) => format!("m{id}"),
                (Some(id), true) => format!("m{id}-{}", self.n),
                (None, _) => String::new(),
            },
            _ => format!("e{}", self.n),
        }
    }
}

pub(super) enum Content<'a> {
    Message {
        message: &'a Value,
        files: Vec<FileSent>,
        pinged: &'a [Id],
        edited: bool,
        reactions: Vec<(String, Vec<Id>)>,
    },
    Exchange {
        who: Id,
        parts: Vec<ExchangePart<'a>>,
    },
    Event {
        change: &'a str,
        event: &'a Value,
    },
    /// A mail.
    Mail(&'a Mailed),
    /// Anything that fits on one line.
    Line(&'a Event),
}

/// A part of an exchange between a person and the bot.
pub(super) enum ExchangePart<'a> {
    /// What the person used, with its fields.
    Asked { kind: u8, label: &'a str, fields: &'a [(String, String)] },
    /// A form, with the values once it was submitted.
    Form { form: &'a Value, filled: Option<&'a [(String, String)]> },
    /// A message of the bot. `to` is the interaction it belongs to.
    Answer { to: Id, message: &'a Value, files: Vec<FileSent>, only_for_asker: bool, changed: bool, id: Option<Id> },
    /// Suggestions while typing.
    Suggestions(&'a Value),
    /// The bot did not answer.
    Nothing,
}

/// Within this time, a person's next action in the same place belongs to the same exchange.
const TOGETHER_MS: i64 = 15 * 60 * 1000;

/// All scenes, in order.
pub(super) fn scenes(story: &Story) -> Vec<Scene<'_>> {
    let mut all =
        SceneBuilder { story, scenes: Vec::new(), of_interaction: BTreeMap::new(), deferred: BTreeMap::new() };
    for entry in &story.entries {
        all.take(entry);
    }
    let mut scenes = all.scenes;
    name_steps(story, &mut scenes);
    // Mail is not in the transcript, because it does not pass through Discord; its time gives its position.
    for (number, mail) in (story.entries.len()..).zip(&story.mails) {
        let at = scenes.partition_point(|scene| scene.at_ms <= mail.at_ms);
        let what = Content::Mail(mail);
        scenes.insert(at, Scene { n: number, at_ms: mail.at_ms, channel: None, step: None, what });
    }
    scenes
}

struct SceneBuilder<'a> {
    story: &'a Story,
    scenes: Vec<Scene<'a>>,
    /// The scene of an interaction.
    of_interaction: BTreeMap<Id, usize>,
    /// Interactions that wait for a response, and whether only the person will see it.
    deferred: BTreeMap<Id, bool>,
}

impl<'a> SceneBuilder<'a> {
    fn take(&mut self, entry: &'a Entry) {
        match &entry.event {
            Event::MessagePosted { channel_id, message, files, pinged } => {
                let files = files.clone();
                let drawn = Content::Message { message, files, pinged, edited: false, reactions: Vec::new() };
                self.add(entry, Some(*channel_id), drawn);
            }
            Event::MessageEdited { channel_id, message, files } => {
                let files = files.clone();
                let drawn = Content::Message { message, files, pinged: &[], edited: true, reactions: Vec::new() };
                self.add(entry, Some(*channel_id), drawn);
            }
            Event::Reaction { message_id, user_id, emoji, added: true, .. }
                if self.react(entry, *message_id, *user_id, emoji) => {}
            Event::Reaction { channel_id, .. } | Event::MessageDeleted { channel_id, .. } => {
                self.add(entry, Some(*channel_id), Content::Line(&entry.event));
            }
            Event::ScheduledEvent { change, event, .. } => self.add(entry, None, Content::Event { change, event }),
            Event::InteractionSent {
                interaction_id, kind, user_id: who, channel_id: channel, label, fields, ..
            } => {
                self.asked(entry, *interaction_id, *who, *channel, ExchangePart::Asked { kind: *kind, label, fields });
            }
            Event::InteractionAnswered {
                interaction_id, response_type, ephemeral, data, files, message_id, ..
            } => {
                let answer = |only_for_asker, changed| ExchangePart::Answer {
                    to: *interaction_id,
                    message: data,
                    files: files.clone(),
                    only_for_asker,
                    changed,
                    id: *message_id,
                };
                match response_type {
                    4 => self.answered(entry, *interaction_id, answer(*ephemeral, false)),
                    7 => self.answered(entry, *interaction_id, answer(true, true)),
                    9 => self.answered(entry, *interaction_id, ExchangePart::Form { form: data, filled: None }),
                    5 => drop(self.deferred.insert(*interaction_id, *ephemeral)),
                    _ => {}
                }
            }
            Event::AnswerEdited { interaction_id, message, files } => {
                self.edited(entry, *interaction_id, message, files)
            }
            Event::FollowUp { interaction_id, ephemeral, message, files, .. } => {
                let part = ExchangePart::Answer {
                    to: *interaction_id,
                    message,
                    files: files.clone(),
                    only_for_asker: *ephemeral,
                    changed: false,
                    id: id_of(message),
                };
                self.answered(entry, *interaction_id, part);
            }
            Event::AutocompleteAnswered { interaction_id, choices } => {
                self.answered(entry, *interaction_id, ExchangePart::Suggestions(choices));
            }
            Event::InteractionExpired { interaction_id, .. } => {
                self.answered(entry, *interaction_id, ExchangePart::Nothing)
            }
            _ => self.add(entry, None, Content::Line(&entry.event)),
        }
    }

    fn add(&mut self, entry: &Entry, channel: Option<Id>, what: Content<'a>) {
        self.scenes.push(Scene { n: entry.index, at_ms: entry.at_ms, channel, step: None, what });
    }

    /// Adds a reaction to its message if that was sent at the same time; otherwise it is a scene of its own.
    fn react(&mut self, entry: &Entry, message: Id, user: Id, emoji: &str) -> bool {
        let same = |scene: &&mut Scene<'_>| scene.at_ms == entry.at_ms;
        for scene in self.scenes.iter_mut().rev().take_while(same) {
            if let Content::Message { message: json, reactions, .. } = &mut scene.what
                && id_of(json) == Some(message)
            {
                match reactions.iter_mut().find(|(known, _)| known == emoji) {
                    Some((_, users)) => users.push(user),
                    None => reactions.push((emoji.to_owned(), vec![user])),
                }
                return true;
            }
        }
        false
    }

    fn asked(&mut self, entry: &Entry, id: Id, who: Id, channel: Id, part: ExchangePart<'a>) {
        // A send of the plan or an action of another person separates two exchanges; a note starts a new one.
        let noted = self.story.notes.contains_key(&entry.index);
        let index = self.scenes.len().wrapping_sub(1);
        if let Some(scene) = self.scenes.last_mut()
            && scene.channel == Some(channel)
            && entry.at_ms - scene.at_ms < TOGETHER_MS
            && !noted
            && let Content::Exchange { who: before, parts } = &mut scene.what
            && *before == who
        {
            match (parts.last_mut(), part) {
                (
                    Some(ExchangePart::Form { filled: filled @ None, .. }),
                    ExchangePart::Asked { kind: 5, fields, .. },
                ) => {
                    *filled = Some(fields);
                }
                (_, part) => parts.push(part),
            }
            self.of_interaction.insert(id, index);
            return;
        }
        self.of_interaction.insert(id, self.scenes.len());
        self.add(entry, Some(channel), Content::Exchange { who, parts: vec![part] });
    }

    fn answered(&mut self, entry: &Entry, id: Id, part: ExchangePart<'a>) {
        let index = self.of_interaction.get(&id).copied();
        if let Some(scene) = index.and_then(|index| self.scenes.get_mut(index))
            && entry.at_ms - scene.at_ms < TOGETHER_MS
            && let Content::Exchange { parts, .. } = &mut scene.what
        {
            parts.push(part);
            return;
        }
        let who = self.asker(id);
        let channel = self.story.entries.iter().find_map(|entry| match &entry.event {
            Event::InteractionSent { interaction_id, channel_id, .. } if *interaction_id == id => Some(*channel_id),
            _ => None,
        });
        self.of_interaction.insert(id, self.scenes.len());
        self.add(entry, channel, Content::Exchange { who, parts: vec![part] });
    }

    /// An edit right after the response is the response; a later one is shown as a change.
    fn edited(&mut self, entry: &Entry, id: Id, message: &'a Value, files: &[FileSent]) {
        let deferred = self.deferred.remove(&id);
        let mine = message["flags"].as_u64().is_some_and(|flags| flags & 64 != 0);
        let only_for_asker = deferred.unwrap_or(mine);
        let index = self.of_interaction.get(&id).copied();
        if let Some(scene) = index.and_then(|index| self.scenes.get_mut(index))
            && scene.at_ms == entry.at_ms
            && let Content::Exchange { parts, .. } = &mut scene.what
        {
            let first = parts.iter_mut().find(|part| matches!(part, ExchangePart::Answer { to, .. } if *to == id));
            if let Some(ExchangePart::Answer { message: shown, files: kept, .. }) = first {
                *shown = message;
                kept.extend(files.iter().cloned());
                return;
            }
        }
        let (files, id_there) = (files.to_vec(), id_of(message));
        let changed = deferred.is_none();
        self.answered(
            entry,
            id,
            ExchangePart::Answer { to: id, message, files, only_for_asker, changed, id: id_there },
        );
    }

    fn asker(&self, id: Id) -> Id {
        let asked = self.story.entries.iter().find_map(|entry| match &entry.event {
            Event::InteractionSent { interaction_id, user_id, .. } if *interaction_id == id => Some(*user_id),
            _ => None,
        });
        asked.unwrap_or(0)
    }
}

/// The id of a message object.
pub(super) fn id_of(message: &Value) -> Option<Id> {
    message["id"].as_str()?.parse().ok()
}

/// The first send of each step, as far as the plan identifies it.
fn name_steps(story: &Story, scenes: &mut [Scene<'_>]) {
    let due = |step| story.campaign.due(step).timestamp_millis();
    // A message belongs to the latest step, so a skipped step does not take the next one's post.
    let in_order = Step::in_order();
    let spans = in_order.windows(2).map(|pair| (pair[0], due(pair[0]), due(pair[1])));
    // The note about who has no words is not sent where everyone has some. The other two follow each manager's own time
    // zone, which may be earlier or later than the server's.
    let own = [
        (Step::Unthanked, due(Step::Unthanked), due(Step::LastCall)),
        (Step::Breathe, due(Step::Day), due(Step::Recap)),
        (Step::Digest, due(Step::Recap), due(Step::Close)),
    ];
    for (step, from, until) in spans.chain(own) {
        let found = scenes.iter_mut().find(|scene| {
            let Content::Message { message, edited: false, .. } = &scene.what else { return false };
            let author = message["author"]["id"].as_str().and_then(|id| id.parse::<Id>().ok());
            let place = scene.channel.unwrap_or(0);
            let fits = match step {
                Step::RosterCheck | Step::Unthanked => story.is_private(place),
                Step::Breathe | Step::Digest => story.is_dm(place),
                _ => !story.is_private(place) && message["message_reference"].is_null(),
            };
            (from..until).contains(&scene.at_ms) && author == Some(story.bot) && fits && scene.step.is_none()
        });
        if let Some(scene) = found {
            scene.step = Some(step);
        }
    }
}

/// A sequence of scenes, or one that is folded because it is like earlier ones.
pub(super) enum Block {
    Shown(usize),
    Folded(Vec<usize>),
}

/// The shortest run that is folded.
const WORTH_FOLDING: usize = 2;

/// Decides which scenes of a chapter are unfolded. `seen` is carried from chapter to chapter.
pub(super) fn fold(
    story: &Story,
    scenes: &[Scene<'_>],
    range: std::ops::Range<usize>,
    seen: &mut HashSet<String>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut run = Vec::new();
    let close = |run: &mut Vec<usize>, blocks: &mut Vec<Block>| {
        if run.len() < WORTH_FOLDING {
            blocks.extend(run.drain(..).map(Block::Shown));
        } else {
            blocks.push(Block::Folded(std::mem::take(run)));
        }
    };
    for index in range {
        let scene = &scenes[index];
        let new = kind_of(story, scene).is_none_or(|kind| seen.insert(kind));
        if new || scene.step.is_some() || story.notes.contains_key(&scene.n) {
            close(&mut run, &mut blocks);
            blocks.push(Block::Shown(index));
        } else {
            run.push(index);
        }
    }
    close(&mut run, &mut blocks);
    blocks
}

/// A key that is equal for similar scenes; `None` for scenes that are always shown.
fn kind_of(story: &Story, scene: &Scene<'_>) -> Option<String> {
    match &scene.what {
        Content::Message { message, edited, files, .. } => {
            let place = scene.channel?;
            // All digests and reports to the admins are shown; of other messages, one of each kind.
            if story.private_channels.contains(&place) || (story.is_dm(place) && !files.is_empty()) {
                return None;
            }
            let private = story.is_dm(place);
            let is_bot = message["author"]["bot"] == true;
            let reply = !message["message_reference"].is_null();
            let content = message["content"].as_str().unwrap_or("").to_lowercase();
            let tag = content.contains("cmad");
            let shape = if is_bot { shape(&message["components"]) } else { String::new() };
            Some(format!("message {private} {is_bot} {edited} {reply} {tag} {shape}"))
        }
        Content::Exchange { parts, .. } => Some(parts.iter().map(|part| part_kind(part) + "|").collect()),
        Content::Event { .. } | Content::Mail(_) => None,
        Content::Line(Event::Reaction { .. }) => Some("reaction".into()),
        Content::Line(Event::GatewayIdentified { .. } | Event::GatewayResumed { .. } | Event::GatewayClosed { .. }) => {
            Some("gateway".into())
        }
        Content::Line(Event::Refused { .. }) => Some("refused".into()),
        Content::Line(Event::MessageDeleted { .. }) => Some("deleted".into()),
        Content::Line(_) => None,
    }
}

/// Whether no person is involved: connection changes, and requests that Discord refused.
pub(super) fn is_quiet(scene: &Scene<'_>) -> bool {
    matches!(&scene.what, Content::Line(what) if !matches!(what, Event::MessageDeleted { .. } | Event::Reaction { .. }))
}

fn part_kind(part: &ExchangePart<'_>) -> String {
    match part {
        ExchangePart::Asked { label, fields, .. } => format!("asked {}", used(label, fields)),
        ExchangePart::Form { filled, .. } => format!("form {}", filled.is_some()),
        ExchangePart::Answer { message, only_for_asker, .. } => {
            format!("answer {only_for_asker} {}", shape(&message["components"]))
        }
        ExchangePart::Suggestions(_) => "suggestions".into(),
        ExchangePart::Nothing => "nothing".into(),
    }
}

/// The name of what was used: `/thank`, `Thank for #CMAD`, a button's label.
pub(super) fn used(label: &str, fields: &[(String, String)]) -> String {
    if label.starts_with('/') {
        let end = fields.first().and_then(|(name, _)| label.find(&format!(" {name}:")));
        return label[..end.unwrap_or(label.len())].to_owned();
    }
    if label.starts_with("right-clicks ") {
        return label.rsplit_once(": ").map_or(label, |(_, name)| name).to_owned();
    }
    if label.starts_with("chooses ") {
        return "chooses".to_owned();
    }
    let inner = label.split_once("**").and_then(|(_, rest)| rest.rsplit_once("**"));
    inner.map_or(label, |(inner, _)| inner).to_owned()
}

/// A message's components without the variable parts: their types and the prefixes of their custom ids.
fn shape(components: &Value) -> String {
    let mut shape = String::new();
    for component in components.as_array().into_iter().flatten() {
        let id: String =
            component["custom_id"].as_str().unwrap_or("").chars().take_while(|c| c.is_ascii_alphabetic()).collect();
        shape.push_str(&format!("{}{id}(", component["type"]));
        shape.push_str(&self::shape(&component["components"]));
        for one in ["accessory", "component"] {
            if component[one].is_object() {
                shape.push_str(&self::shape(&json!([component[one]])));
            }
        }
        shape.push(')');
    }
    shape
}
