//! Checks that a world can be played: everything it names exists at that time, and each act has what it needs.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail, ensure};

use crate::rehearse::world::{Act, Deed, Happening, Thanks, Way, World};
use domain::thanks::Consent;

impl World {
    ///
    /// # Errors
    /// What to fix, and where.
    pub(super) fn check(&self) -> anyhow::Result<()> {
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

/// What exists at some point of the story.
struct Known<'a> {
    people: BTreeSet<&'a str>,
    channels: BTreeSet<&'a str>,
    messages: BTreeSet<&'a str>,
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
            ("message", act.message.is_some()),
            ("thanks", act.thanks.is_some()),
            ("to", act.to.is_some()),
            ("emoji", act.emoji.is_some()),
            ("open", act.open.is_some()),
        ];
        let needed: &[&str] = match act.what {
            Deed::Slash => &["in", "command"],
            Deed::Export | Deed::Erase | Deed::HideThanks | Deed::RestoreThanks | Deed::Scorecard => &["in"],
            Deed::Sentence | Deed::Answer => &["words"],
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
    use crate::rehearse::world::DEFAULT;

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
