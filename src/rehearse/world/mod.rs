//! The world that a rehearsal plays in, as a file describes it: the server, its people, and what they do when.

use std::collections::BTreeMap;
use std::str::FromStr;

use anyhow::bail;
use chrono::NaiveTime;
use serde::Deserialize;

use crate::config::lines::line_at;
use domain::thanks::{Consent, Relation, WhatFor};

mod check;

/// The world that comes with the program.
pub const DEFAULT: &str = include_str!("../../../config/rehearsal.toml");
/// Its name.
pub const DEFAULT_NAME: &str = "config/rehearsal.toml";

/// A small world, for a story that is read in two minutes.
pub const QUICK: &str = include_str!("../../../config/rehearsal-quick.toml");
/// Its name.
pub const QUICK_NAME: &str = "config/rehearsal-quick.toml";

/// The days of the plan on which something may happen.
const DAYS: std::ops::RangeInclusive<i16> = -30..=7;

/// A server, its people, and what they do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct World {
    /// The server's name.
    pub server: String,
    /// The language that the server has on Discord; English without it.
    pub locale: Option<String>,
    /// The server's owner: the id of a member.
    pub owner: String,
    /// The channel in which the campaign takes place.
    pub campaign_channel: String,
    /// The channel for reports to the admins.
    pub admin_channel: String,
    /// A line that each post shows.
    pub theme: Option<String>,
    /// The name of the role for managers.
    pub manager_role: String,
    /// The channels.
    pub channels: Vec<Channel>,
    /// All members.
    pub members: Vec<Person>,
    /// The managers that the admin puts on the roster.
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
    /// The id of the person in the file.
    pub id: String,
    /// The name that Discord shows.
    pub name: String,
    /// When they joined: days from the day, so that they are as long there in every year.
    pub joined: i32,
    /// The language of their client.
    pub locale: String,
    /// Whether it is a bot.
    #[serde(default)]
    pub bot: bool,
    /// Whether they do not accept private messages.
    #[serde(default)]
    pub dms_closed: bool,
}

/// A member whom the admin puts on the roster.
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

/// A manager's answer to the invitation to the roster.
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

impl World {
    /// The same world, in which the server and everyone have this language on Discord.
    #[must_use]
    pub fn speaking(mut self, locale: &str) -> Self {
        self.locale = Some(locale.to_owned());
        for person in &mut self.members {
            locale.clone_into(&mut person.locale);
        }
        self
    }
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

/// An action of a person.
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
    /// A note for the reader.
    pub note: Option<String>,
    /// In which channel.
    #[serde(rename = "in")]
    pub channel: Option<String>,
    /// A command without its slash.
    pub command: Option<String>,
    /// Its options: `@id` is a member, `#name` a channel, `message:id` the link of a message.
    #[serde(default)]
    pub options: BTreeMap<String, toml::Value>,
    /// The id of the message, for later acts.
    pub id: Option<String>,
    /// The text of the message.
    pub words: Option<String>,
    /// Who said the words that a manager adds.
    pub said_by: Option<String>,
    /// Where they are from.
    pub place: Option<String>,
    /// The message concerned; `post` is the campaign's latest post.
    pub message: Option<String>,
    /// The thank-you concerned.
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
    /// A manager answers the private invitation to the roster.
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
    /// The machine that runs the bot loses power.
    PowerFails,
    /// The bot is started again, and finds what it missed.
    PowerReturns,
    /// A manager pins quotes on their desk, and moves the second one up.
    Pin,
    /// A manager hides a quote from their boss.
    Hide,
    /// A manager has a long quote end earlier.
    Shorten,
    /// A manager takes the first public quote as a picture.
    Picture,
    /// A manager writes a sentence to their boss: `words`.
    Sentence,
    /// A manager adds words from elsewhere, which their boss may read: `words`, `said_by`, `place`.
    Elsewhere,
    /// A manager looks at the files, and chooses which go with a copy.
    Files,
    /// A manager looks at a copy as it left.
    Left,
    /// A manager answers everyone who thanked them: `words`.
    Answer,
    /// A manager sends their boss a copy.
    CopyBoss,
    /// A boss replies to the copy in their direct messages, and agrees that it is posted: `words`.
    BossReplies,
    /// A manager has what their boss wrote posted under the recap.
    PostReply,
    /// Saves a message of their own as a thank-you: `message`.
    Save,
    /// A manager keeps their digest to themselves.
    Keep,
    /// A boss wants no more of these.
    NoMore,
    /// An admin hides the latest thanks: `in`.
    HideThanks,
    /// An admin restores what is hidden: `in`.
    RestoreThanks,
    /// An admin declines the oldest nomination, with a reason: `in`, `words`.
    DeclineNomination,
    /// Ticks some reasons on the scorecard: `in`.
    Scorecard,
    /// Looks at what is stored about them and takes it with them: `in`.
    Export,
    /// Erases everything about themselves: `in`.
    Erase,
    /// Opens or closes the private messages: `open`.
    Dms,
    /// Leaves the server.
    Leave,
}

/// A member thanks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thanks {
    /// When.
    pub at: Moment,
    /// Who thanks.
    pub who: String,
    /// Whom.
    pub to: String,
    /// Whom else, in the same message or form.
    pub and: Option<String>,
    /// How.
    pub by: Way,
    /// In which channel; the campaign's if none is named.
    #[serde(rename = "in")]
    pub channel: Option<String>,
    /// Its name, for later.
    pub id: Option<String>,
    /// A note for the reader.
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

/// How a member thanks.
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
    /// **Thank everyone** under the day's post: the form for everyone on the roster.
    Everyone,
    /// A message that mentions the bot and the manager.
    Mention,
    /// A reply to the latest post.
    Reply,
    /// A message with the hashtag and a mention.
    Hashtag,
    /// A reply with the hashtag to a message of the manager.
    HashtagReply,
    /// A message with the hashtag and without a name; the manager is picked when the bot asks.
    HashtagOpen,
}

impl Way {
    /// Whether it is a message of the giver's own, which the bot finds.
    #[must_use]
    pub const fn is_found(self) -> bool {
        matches!(self, Self::Mention | Self::Reply | Self::Hashtag | Self::HashtagReply | Self::HashtagOpen)
    }
}

/// An event of the story.
#[derive(Clone, Copy, Debug)]
pub enum Happening<'a> {
    /// Something else than a thank-you.
    Act(&'a Act),
    /// A thank-you.
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

    /// A note for the reader.
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
    /// It is not valid TOML, has an unknown key, or refers to something that does not exist. The error names the file
    /// and the line, and says what to fix.
    pub fn read(text: &str, file: &str) -> anyhow::Result<Self> {
        let world: Self = match toml::from_str(text) {
            Ok(world) => world,
            Err(error) => {
                let byte = error.span().map_or(0, |span| span.start);
                bail!("{file}, line {}: {}", line_at(text, byte), error.message());
            }
        };
        world.check(text, file)?;
        Ok(world)
    }

    /// All events in the order of time; at the same time, acts come first, in the file's order.
    #[must_use]
    pub fn happenings(&self) -> Vec<Happening<'_>> {
        let acts = self.acts.iter().map(Happening::Act);
        let mut all: Vec<_> = acts.chain(self.thanks.iter().map(Happening::Thanks)).collect();
        all.sort_by_key(Happening::at);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_that_comes_with_the_program() {
        let world = World::read(DEFAULT, DEFAULT_NAME).unwrap();
        assert!((55..=65).contains(&world.members.len()), "{} members", world.members.len());
        assert!(world.thanks.len() >= 150, "{} thanks", world.thanks.len());
        assert_eq!(world.managers.iter().filter(|manager| manager.answer == PlaceAnswer::Accepts).count(), 4);
        for consent in Consent::CHOICES {
            assert!(world.thanks.iter().any(|thanks| thanks.consent == Some(consent)), "no one chooses {consent}");
        }
        for relation in Relation::ALL {
            assert!(world.thanks.iter().any(|thanks| thanks.relation == Some(*relation)), "no one is a {relation}");
        }
        for what_for in WhatFor::ALL {
            assert!(world.thanks.iter().any(|thanks| thanks.what_for == Some(*what_for)), "no one says {what_for}");
        }
        let mut words: Vec<&str> = world.thanks.iter().map(|thanks| thanks.words.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), world.thanks.len(), "two thanks have the same words");
    }
}
