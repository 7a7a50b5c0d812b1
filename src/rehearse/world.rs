//! The world that a rehearsal plays in, as a file describes it: the server, its people, and what they do when.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use anyhow::{Context as _, bail, ensure};
use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::domain::thanks::{Consent, Relation, WhatFor};

/// The world that comes with the program.
pub const DEFAULT: &str = include_str!("../../config/rehearsal.toml");

/// The days of the plan on which something may happen.
const DAYS: std::ops::RangeInclusive<i16> = -30..=7;

/// A server, its people, and what they do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct World {
    /// The server's name.
    pub server: String,
    /// Whose server it is: the id of a member.
    pub owner: String,
    /// The channel in which the campaign takes place.
    pub campaign_channel: String,
    /// The channel for reports to the admins.
    pub admin_channel: String,
    /// One line that each post shows.
    pub theme: Option<String>,
    /// The name of the role for managers.
    pub manager_role: String,
    /// The channels.
    pub channels: Vec<Channel>,
    /// Everybody.
    pub members: Vec<Person>,
    /// Whom the admin puts on the roster.
    pub managers: Vec<Manager>,
    /// What people do besides thanking.
    pub acts: Vec<Act>,
    /// The thanks.
    pub thanks: Vec<Thanks>,
}

/// A channel.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Its name.
    pub name: String,
    /// Whether only the owner and the bot see it.
    #[serde(default)]
    pub private: bool,
}

/// A member of the server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// How the file calls them.
    pub id: String,
    /// The name that Discord shows.
    pub name: String,
    /// When they joined.
    pub joined: NaiveDate,
    /// The language of their client.
    pub locale: String,
    /// Whether it is a bot.
    #[serde(default)]
    pub bot: bool,
    /// Whether they take no private messages.
    #[serde(default)]
    pub dms_closed: bool,
}

/// Somebody whom the admin puts on the roster.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manager {
    /// The id of a member.
    pub who: String,
    /// Any title.
    pub title: Option<String>,
    /// Their team.
    pub team: Option<String>,
    /// Whether they hold the role for managers.
    #[serde(default)]
    pub role: bool,
    /// What they answer when they are asked.
    pub answer: PlaceAnswer,
}

/// What somebody answers when they are asked whether they want to be on the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceAnswer {
    /// Yes.
    Accepts,
    /// No, thanks.
    Declines,
}

/// A moment of the plan: days from the day, and the local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Days after the day; before it when negative.
    pub days: i16,
    /// The local time.
    pub time: NaiveTime,
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no moment; write \"-14 10:05\": days from the day, and the local time");
        let (days, time) = text.split_once(' ').ok_or_else(wrong)?;
        let days: i16 = days.parse().map_err(|_| wrong())?;
        if !DAYS.contains(&days) {
            return Err(format!("{text:?} is outside the rehearsal: days go from {} to {}", DAYS.start(), DAYS.end()));
        }
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| wrong())?;
        Ok(Self { days, time })
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.days, self.time.format("%H:%M"))
    }
}

/// Something that somebody does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// When.
    pub at: Moment,
    /// Who: the id of a member.
    pub who: String,
    /// What.
    #[serde(rename = "do")]
    pub what: Deed,
    /// What a reader should notice.
    pub note: Option<String>,
    /// In which channel.
    #[serde(rename = "in")]
    pub channel: Option<String>,
    /// A command without its slash.
    pub command: Option<String>,
    /// Its options: `@id` is a member, `#name` a channel, `message:id` the link of a message.
    #[serde(default)]
    pub options: BTreeMap<String, toml::Value>,
    /// The name of the message that is written, for later.
    pub id: Option<String>,
    /// What is written.
    pub words: Option<String>,
    /// The message that it is about; `post` is the campaign's latest post.
    pub message: Option<String>,
    /// The thanks that it is about.
    pub thanks: Option<String>,
    /// The new consent.
    pub to: Option<Consent>,
    /// The emoji.
    pub emoji: Option<String>,
    /// Whether private messages are open from now on.
    pub open: Option<bool>,
}

/// What can be done besides thanking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// `/campaign setup`.
    Setup,
    /// `/roster add` for every manager.
    Roster,
    /// A slash command: `in`, `command`, `options`.
    Slash,
    /// A manager answers the private question whether they want to be on the roster.
    AnswerPlace,
    /// A message: `in`, `words`, and `id` to name it.
    Say,
    /// A reaction: `message`, `emoji`.
    React,
    /// Edits a message of their own: `message`, `words`.
    Edit,
    /// Deletes a message of their own: `message`.
    Delete,
    /// Changes what is allowed, in the receipt: `thanks`, `to`.
    Consent,
    /// Undoes, in the receipt: `thanks`.
    Withdraw,
    /// A manager pins quotes on their desk.
    Pin,
    /// A manager sends their boss a copy.
    CopyBoss,
    /// A manager keeps their digest to themselves.
    Keep,
    /// A boss wants no more of these.
    NoMore,
    /// Opens or closes the private messages: `open`.
    Dms,
    /// Leaves the server.
    Leave,
}

/// Somebody thanks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thanks {
    /// When.
    pub at: Moment,
    /// Who thanks.
    pub who: String,
    /// Whom.
    pub to: String,
    /// Whom else, in the same message.
    pub and: Option<String>,
    /// How.
    pub by: Way,
    /// In which channel; the campaign's if none is named.
    #[serde(rename = "in")]
    pub channel: Option<String>,
    /// Its name, for later.
    pub id: Option<String>,
    /// What a reader should notice.
    pub note: Option<String>,
    /// What the giver is to the manager.
    pub relation: Option<Relation>,
    /// What for.
    #[serde(rename = "for")]
    pub what_for: Option<WhatFor>,
    /// What may be done with the words, where the giver says it at once.
    pub consent: Option<Consent>,
    /// What they choose when the bot asks them about words that it found.
    pub answers: Option<Consent>,
    /// Whether the bot must say no.
    #[serde(default)]
    pub refused: bool,
    /// Whom they name when they try again.
    pub try_again: Option<String>,
    /// The words.
    pub words: String,
}

/// How somebody thanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// `/thank` with words.
    Slash,
    /// `/thank` without words: the form.
    Form,
    /// The right-click on a member: the form.
    RightClick,
    /// The button under the latest post: the form.
    Button,
    /// A message that mentions the bot and the manager.
    Mention,
    /// A reply to the latest post.
    Reply,
    /// A message with the hashtag and a mention.
    Hashtag,
    /// A reply with the hashtag to a message of the manager.
    HashtagReply,
    /// A message with the hashtag and nobody's name; the manager is picked when the bot asks.
    HashtagOpen,
}

impl Way {
    /// Whether it is a message of the giver's own, which the bot finds.
    #[must_use]
    pub const fn is_found(self) -> bool {
        matches!(self, Self::Mention | Self::Reply | Self::Hashtag | Self::HashtagReply | Self::HashtagOpen)
    }
}

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
pub enum Happening<'a> {
    /// Something else than a thanks.
    Act(&'a Act),
    /// A thanks.
    Thanks(&'a Thanks),
}

impl Happening<'_> {
    /// When.
    #[must_use]
    pub fn at(&self) -> Moment {
        match self {
            Self::Act(act) => act.at,
            Self::Thanks(thanks) => thanks.at,
        }
    }

    /// Who.
    #[must_use]
    pub fn who(&self) -> &str {
        match self {
            Self::Act(act) => &act.who,
            Self::Thanks(thanks) => &thanks.who,
        }
    }

    /// What a reader should notice.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Act(act) => act.note.as_deref(),
            Self::Thanks(thanks) => thanks.note.as_deref(),
        }
    }
}

impl World {
    /// Reads a world and checks that it can be played.
    ///
    /// # Errors
    /// It is no TOML, has an unknown key, or names somebody or something that is not there. The error says what to fix.
    pub fn read(text: &str) -> anyhow::Result<Self> {
        let world: Self = toml::from_str(text).context("the world cannot be read")?;
        world.check()?;
        Ok(world)
    }

    /// Everything that happens, in order of time; what happens at the same time, in the file's order, acts first.
    #[must_use]
    pub fn happenings(&self) -> Vec<Happening<'_>> {
        let acts = self.acts.iter().map(Happening::Act);
        let mut all: Vec<_> = acts.chain(self.thanks.iter().map(Happening::Thanks)).collect();
        all.sort_by_key(Happening::at);
        all
    }

    fn check(&self) -> anyhow::Result<()> {
        let mut people = BTreeSet::new();
        for person in &self.members {
            ensure!(people.insert(person.id.as_str()), "members: {:?} is there twice", person.id);
            let length = person.name.chars().count();
            ensure!(
                (1..=32).contains(&length),
                "members: the name of {:?} has {length} characters, not 1 to 32",
                person.id
            );
        }
        let channels: BTreeSet<&str> = self.channels.iter().map(|channel| channel.name.as_str()).collect();
        for (key, name) in [("campaign_channel", &self.campaign_channel), ("admin_channel", &self.admin_channel)] {
            ensure!(channels.contains(name.as_str()), "{key}: there is no channel {name:?}");
        }
        ensure!(people.contains(self.owner.as_str()), "owner: there is no member {:?}", self.owner);
        for manager in &self.managers {
            ensure!(people.contains(manager.who.as_str()), "managers: there is no member {:?}", manager.who);
        }
        let mut known =
            Known { people, channels, messages: BTreeSet::new(), receipts: BTreeSet::new(), spoke: BTreeSet::new() };
        for happening in self.happenings() {
            let place = || match happening {
                Happening::Act(act) => format!("acts, {:?} by {:?} at {:?}", act.what, act.who, act.at.to_string()),
                Happening::Thanks(thanks) => format!("thanks, by {:?} at {:?}", thanks.who, thanks.at.to_string()),
            };
            match happening {
                Happening::Act(act) => known.act(act),
                Happening::Thanks(thanks) => known.thanks(thanks),
            }
            .with_context(place)?;
        }
        Ok(())
    }
}

/// What is there at some point of the story.
struct Known<'a> {
    people: BTreeSet<&'a str>,
    channels: BTreeSet<&'a str>,
    messages: BTreeSet<&'a str>,
    receipts: BTreeSet<&'a str>,
    /// Who has written a message that can be replied to.
    spoke: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn person(&self, id: &str) -> anyhow::Result<()> {
        ensure!(self.people.contains(id), "there is no member {id:?}");
        Ok(())
    }

    fn channel(&self, name: Option<&String>) -> anyhow::Result<()> {
        if let Some(name) = name {
            ensure!(self.channels.contains(name.as_str()), "there is no channel {name:?}");
        }
        Ok(())
    }

    /// The mentions in words.
    fn words(&self, words: &str) -> anyhow::Result<()> {
        for (sign, known) in [("@{", &self.people), ("#{", &self.channels)] {
            for part in words.split(sign).skip(1) {
                let Some((name, _)) = part.split_once('}') else { bail!("{sign} is not closed in the words") };
                ensure!(name == "bot" || known.contains(name), "the words name {name:?}, which is not there");
            }
        }
        Ok(())
    }

    fn act(&mut self, act: &'a Act) -> anyhow::Result<()> {
        self.person(&act.who)?;
        self.channel(act.channel.as_ref())?;
        let given = [
            ("in", act.channel.is_some()),
            ("command", act.command.is_some()),
            ("words", act.words.is_some()),
            ("message", act.message.is_some()),
            ("thanks", act.thanks.is_some()),
            ("to", act.to.is_some()),
            ("emoji", act.emoji.is_some()),
            ("open", act.open.is_some()),
        ];
        let needed: &[&str] = match act.what {
            Deed::Slash => &["in", "command"],
            Deed::Say => &["in", "words"],
            Deed::React => &["message", "emoji"],
            Deed::Edit => &["message", "words"],
            Deed::Delete => &["message"],
            Deed::Consent => &["thanks", "to"],
            Deed::Withdraw => &["thanks"],
            Deed::Dms => &["open"],
            _ => &[],
        };
        for (key, there) in given {
            ensure!(there || !needed.contains(&key), "`{key}` is missing");
            ensure!(!there || needed.contains(&key), "`{key}` has no meaning here");
        }
        if let Some(words) = &act.words {
            self.words(words)?;
        }
        if let Some(message) = act.message.as_deref().filter(|message| *message != "post") {
            ensure!(self.messages.contains(message), "no message before it has the id {message:?}");
        }
        if let Some(thanks) = &act.thanks {
            ensure!(
                self.receipts.contains(thanks.as_str()),
                "no thanks with a receipt before it has the id {thanks:?}"
            );
        }
        for value in act.options.values().filter_map(|value| value.as_str()) {
            if let Some(person) = value.strip_prefix('@') {
                self.person(person)?;
            }
            if let Some(message) = value.strip_prefix("message:") {
                ensure!(self.messages.contains(message), "no message before it has the id {message:?}");
            }
        }
        if act.what == Deed::Say {
            self.spoke.insert(&act.who);
            self.messages.extend(act.id.as_deref());
        }
        Ok(())
    }

    fn thanks(&mut self, thanks: &'a Thanks) -> anyhow::Result<()> {
        self.person(&thanks.who)?;
        self.person(&thanks.to)?;
        self.channel(thanks.channel.as_ref())?;
        for person in thanks.try_again.iter().chain(&thanks.and) {
            self.person(person)?;
        }
        let found = thanks.by.is_found();
        ensure!(
            !found || thanks.consent.is_none(),
            "`consent` is said later for a message that is found: use `answers`"
        );
        ensure!(found || thanks.answers.is_none(), "`answers` is for messages that are found: use `consent`");
        ensure!(thanks.consent != Some(Consent::NotAsked), "`consent` must be public, named, unnamed or private");
        ensure!(thanks.try_again.is_none() || thanks.refused, "`try_again` needs `refused = true`");
        if found {
            self.words(&thanks.words)?;
            self.messages.extend(thanks.id.as_deref());
        } else {
            self.receipts.extend(thanks.id.as_deref());
        }
        let named = |person: &String| thanks.words.contains(&format!("@{{{person}}}"));
        match thanks.by {
            Way::Mention | Way::Reply | Way::Hashtag => {
                ensure!(named(&thanks.to), "the words must mention @{{{}}}", thanks.to)
            }
            Way::HashtagReply => {
                ensure!(self.spoke.contains(thanks.to.as_str()), "{:?} has not said anything before", thanks.to)
            }
            _ => {}
        }
        if let Some(other) = &thanks.and {
            ensure!(named(other), "the words must mention @{{{other}}}");
        }
        let length = thanks.words.chars().count();
        ensure!(length <= 1500, "the words have {length} characters, more than 1500");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_that_comes_with_the_program() {
        let world = World::read(DEFAULT).unwrap();
        assert!((55..=65).contains(&world.members.len()), "{} members", world.members.len());
        assert!(world.thanks.len() >= 150, "{} thanks", world.thanks.len());
        assert_eq!(world.managers.iter().filter(|manager| manager.answer == PlaceAnswer::Accepts).count(), 4);
        for consent in Consent::CHOICES {
            assert!(world.thanks.iter().any(|thanks| thanks.consent == Some(consent)), "nobody chooses {consent}");
        }
        for relation in Relation::ALL {
            assert!(world.thanks.iter().any(|thanks| thanks.relation == Some(*relation)), "nobody is a {relation}");
        }
        for what_for in WhatFor::ALL {
            assert!(world.thanks.iter().any(|thanks| thanks.what_for == Some(*what_for)), "nobody says {what_for}");
        }
        let mut words: Vec<&str> = world.thanks.iter().map(|thanks| thanks.words.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), world.thanks.len(), "two thanks have the same words");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |from: &str, to: &str, says: &str| {
            let text = DEFAULT.replacen(from, to, 1);
            assert_ne!(text, DEFAULT, "{from} is not in the file");
            let error = format!("{:#}", World::read(&text).unwrap_err());
            assert!(error.contains(says), "{error}");
        };
        check("owner = \"noor\"", "owner = \"nora\"", "there is no member \"nora\"");
        check("owner = ", "ownr = ", "ownr");
        check("at = \"-14 10:04\"", "at = \"-14 25:04\"", "write \"-14 10:05\"");
        check("at = \"-14 10:04\"", "at = \"-40 10:04\"", "days go from -30 to 7");
        check("do = \"react\", message = \"post\"", "do = \"react\"", "`message` is missing");
        check("message = \"amelie-tag\"", "message = \"nothing\"", "no message before it has the id \"nothing\"");
        check("thanks = \"hana-1\"", "thanks = \"nothing\"", "no thanks with a receipt");
        check("Für @{kenji}", "Für @{kenij}", "\"kenij\", which is not there");
        check("Für @{kenji}", "Für ihn", "must mention @{kenji}");
        check("id = \"jo\"", "id = \"priya\"", "\"priya\" is there twice");
    }
}
