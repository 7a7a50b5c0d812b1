//! Checks that a world can be played: everything it names exists at that time, and each act has what it needs.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

use crate::config::lines::line_of;
use crate::discord::commands::table;
use crate::rehearse::world::{Act, DAYS, Deed, Happening, Manager, Person, Thanks, Way, World};
use domain::thanks::Consent;

/// How many days before the day a member may have joined: two centuries are enough for any story.
const JOINED_FIRST: i32 = -73_000;

impl World {
    /// Checks that everything can happen.
    ///
    /// # Errors
    /// What to fix, with the file and the line.
    pub(super) fn check(&self, text: &str, file: &str) -> anyhow::Result<()> {
        let in_line = |path: &[&str]| match line_of(text, path) {
            Some(line) => format!("{file}, line {line}"),
            None => file.to_owned(),
        };
        let mut people = BTreeSet::new();
        for (index, person) in self.members.iter().enumerate() {
            new_person(person, &mut people).with_context(|| in_line(&["members", &index.to_string()]))?;
        }
        let channels: BTreeSet<&str> = self.channels.iter().map(|channel| channel.name.as_str()).collect();
        for (key, name) in [("campaign_channel", &self.campaign_channel), ("admin_channel", &self.admin_channel)] {
            let is_known = channels.contains(name.as_str());
            ensure!(is_known, "{}: {key}: there is no channel {name:?}", in_line(&[key]));
        }
        let is_known = people.contains(self.owner.as_str());
        ensure!(is_known, "{}: owner: there is no member {:?}", in_line(&["owner"]), self.owner);
        for (index, manager) in self.managers.iter().enumerate() {
            let is_known = people.contains(manager.who.as_str());
            let line = || in_line(&["managers", &index.to_string()]);
            ensure!(is_known, "{}: managers: there is no member {:?}", line(), manager.who);
        }
        let mut known = Known {
            people,
            channels,
            managers: &self.managers,
            commands: table::commands(1500),
            messages: BTreeMap::new(),
            receipts: BTreeSet::new(),
            spoke: BTreeSet::new(),
        };
        for happening in self.happenings() {
            let (done, list, index, what) = match happening {
                Happening::Act(act) => {
                    let index = self.acts.iter().position(|one| std::ptr::eq(one, act));
                    (
                        known.act(act),
                        "acts",
                        index,
                        format!("{:?} by {:?} at {:?}", act.what, act.who, act.at.to_string()),
                    )
                }
                Happening::Thanks(thanks) => {
                    let index = self.thanks.iter().position(|one| std::ptr::eq(one, thanks));
                    let what = format!("thanks by {:?} at {:?}", thanks.who, thanks.at.to_string());
                    (known.thanks(thanks), "thanks", index, what)
                }
            };
            let line = || in_line(&[list, &index.unwrap_or_default().to_string()]);
            done.with_context(|| format!("{}: {what}", line()))?;
        }
        Ok(())
    }
}

fn new_person<'a>(person: &'a Person, people: &mut BTreeSet<&'a str>) -> anyhow::Result<()> {
    ensure!(people.insert(person.id.as_str()), "members: {:?} is there twice", person.id);
    let length = person.name.chars().count();
    ensure!((1..=32).contains(&length), "members: the name of {:?} has {length} characters, not 1 to 32", person.id);
    ensure!(
        (JOINED_FIRST..=i32::from(*DAYS.end())).contains(&person.joined),
        "members: {:?} cannot have joined {} days from the day: give {JOINED_FIRST} to {}",
        person.id,
        person.joined,
        DAYS.end()
    );
    Ok(())
}

/// What exists at some point of the story.
struct Known<'a> {
    people: BTreeSet<&'a str>,
    channels: BTreeSet<&'a str>,
    managers: &'a [Manager],
    /// The bot's commands, as Discord gets them.
    commands: Value,
    /// The messages that have an id, each with its author.
    messages: BTreeMap<&'a str, &'a str>,
    receipts: BTreeSet<&'a str>,
    /// The people who have written a message that can be replied to.
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
            ("said_by", act.said_by.is_some()),
            ("place", act.place.is_some()),
            ("message", act.message.is_some()),
            ("thanks", act.thanks.is_some()),
            ("to", act.to.is_some()),
            ("emoji", act.emoji.is_some()),
            ("open", act.open.is_some()),
        ];
        let needed: &[&str] = match act.what {
            Deed::Slash => &["in", "command"],
            Deed::Export | Deed::Erase | Deed::HideThanks | Deed::RestoreThanks | Deed::Scorecard => &["in"],
            Deed::Sentence | Deed::Answer | Deed::BossReplies => &["words"],
            Deed::Elsewhere => &["words", "said_by", "place"],
            Deed::Say | Deed::DeclineNomination => &["in", "words"],
            Deed::React => &["message", "emoji"],
            Deed::Edit => &["message", "words"],
            Deed::Delete | Deed::Save => &["message"],
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
            let author = self.messages.get(message);
            let author = author.with_context(|| format!("no message before it has the id {message:?}"))?;
            let must_own = matches!(act.what, Deed::Edit | Deed::Delete | Deed::Save);
            ensure!(!must_own || *author == act.who, "the message {message:?} is by {author:?}");
        }
        if let Some(thanks) = &act.thanks {
            ensure!(
                self.receipts.contains(thanks.as_str()),
                "no thanks with a receipt before it has the id {thanks:?}"
            );
        }
        if act.what == Deed::AnswerPlace {
            let is_manager = self.managers.iter().any(|manager| manager.who == act.who);
            ensure!(is_manager, "{:?} is not among the managers", act.who);
        }
        match &act.command {
            Some(command) => self.command(command, act)?,
            None => ensure!(act.options.is_empty(), "`options` has no meaning here"),
        }
        if act.what == Deed::Say {
            self.spoke.insert(&act.who);
            self.messages.extend(act.id.as_deref().map(|id| (id, act.who.as_str())));
        }
        Ok(())
    }

    fn command(&self, command: &str, act: &Act) -> anyhow::Result<()> {
        let list = |value: &'_ Value| value["options"].as_array().cloned().unwrap_or_default();
        let mut offered = self.commands.as_array().cloned().unwrap_or_default();
        for word in command.split_whitespace() {
            let found = offered.iter().find(|one| one["name"] == word && !is_option(one));
            offered = list(found.with_context(|| format!("there is no command {command:?}"))?);
        }
        ensure!(offered.iter().all(is_option), "the command {command:?} needs a subcommand");
        for (name, value) in &act.options {
            ensure!(offered.iter().any(|one| one["name"] == **name), "{command:?} has no option {name:?}");
            match value {
                toml::Value::Boolean(_) | toml::Value::Integer(_) => {}
                toml::Value::String(text) => {
                    if let Some(person) = text.strip_prefix('@') {
                        self.person(person)?;
                    }
                    if let Some(channel) = text.strip_prefix('#') {
                        ensure!(self.channels.contains(channel), "there is no channel {channel:?}");
                    }
                    if let Some(message) = text.strip_prefix("message:") {
                        let is_known = message == "post" || self.messages.contains_key(message);
                        ensure!(is_known, "no message before it has the id {message:?}");
                    }
                }
                other => bail!("the option {name:?} cannot be {other}"),
            }
        }
        let missing =
            offered.iter().find(|one| one["required"] == true && !act.options.keys().any(|name| one["name"] == **name));
        ensure!(missing.is_none(), "{command:?} needs the option {}", missing.unwrap_or(&Value::Null)["name"]);
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
            self.messages.extend(thanks.id.as_deref().map(|id| (id, thanks.who.as_str())));
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
            let by_form = matches!(thanks.by, Way::Form | Way::RightClick | Way::Button);
            ensure!(by_form || named(other), "the words must mention @{{{other}}}");
        }
        let length = thanks.words.chars().count();
        ensure!(length <= 1500, "the words have {length} characters, more than 1500");
        Ok(())
    }
}

/// Whether it is an option with a value: 1 and 2 are subcommands and their groups.
fn is_option(one: &Value) -> bool {
    one["type"].as_u64().is_some_and(|kind| kind > 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearse::world::DEFAULT;

    #[test]
    fn what_is_wrong_is_named() {
        let check = |from: &str, to: &str, says: &str| {
            let text = DEFAULT.replacen(from, to, 1);
            assert_ne!(text, DEFAULT, "{from} is not in the file");
            let line = 1 + DEFAULT[..DEFAULT.find(from).unwrap()].matches('\n').count();
            let error = format!("{:#}", World::read(&text, "w.toml").unwrap_err());
            assert!(error.starts_with(&format!("w.toml, line {line}: ")) && error.contains(says), "{error}");
            assert!(!error.contains('\n'), "{error}");
        };
        check("owner = \"noor\"", "owner = \"nora\"", "there is no member \"nora\"");
        check("owner = ", "ownr = ", "ownr");
        check("admin_channel = \"admins\"", "admin_channel = \"admin\"", "there is no channel \"admin\"");
        check("joined = -2824", "joined = \"2019-05-02\"", "expected i32");
        check("joined = -2824", "joined = 8", "\"walter\" cannot have joined 8 days");
        check("{ who = \"mara\", title", "{ who = \"maria\", title", "there is no member \"maria\"");
        check("answer = \"declines\"", "answer = \"refuses\"", "refuses");
        check("do = \"answer-place\"", "do = \"answer-plaice\"", "answer-plaice");
        check("who = \"mara\", do = \"answer-place\"", "who = \"tom\", do = \"answer-place\"", "\"tom\" is not among");
        check(
            "command = \"campaign doctor\"",
            "command = \"campaign docter\"",
            "there is no command \"campaign docter\"",
        );
        check("command = \"campaign doctor\"", "command = \"campaign\"", "needs a subcommand");
        check("in = \"admins\", command", "in = \"amdins\", command", "there is no channel \"amdins\"");
        check("at = \"-14 10:04\"", "at = \"-14 25:04\"", "write \"-14 10:05\"");
        check("at = \"-14 10:04\"", "at = \"-40 10:04\"", "days go from -30 to 7");
        check(
            "at = \"-14 10:04\", who = \"priya\"",
            "at = \"-14 10:04\", who = \"pria\"",
            "there is no member \"pria\"",
        );
        check("do = \"react\", message = \"post\"", "do = \"react\"", "`message` is missing");
        check("message = \"amelie-tag\"", "message = \"nothing\"", "no message before it has the id \"nothing\"");
        check("thanks = \"hana-1\"", "thanks = \"nothing\"", "no thanks with a receipt");
        check("Für @{kenji}", "Für @{kenij}", "\"kenij\", which is not there");
        check("Für @{kenji}", "Für ihn", "must mention @{kenji}");
        check("id = \"jo\"", "id = \"priya\"", "\"priya\" is there twice");
    }
}
