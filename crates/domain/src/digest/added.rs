//! Words that a manager adds from elsewhere: from a mail, a forum, a stage. No one has checked them, so they stand apart from
//! what members wrote and are counted nowhere.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::addresses::{address_in, is_without_addresses};
use crate::digest::{can_be_seen, person_name, speaks_for_itself};

/// The most entries of one digest.
pub const ADDED_AT_MOST: usize = 10;
/// The most characters of an entry's words. Ten of them fit a mail that is shown whole.
pub const ADDED_WORDS_MAX: u16 = 600;
/// The most characters of the name of who said them.
pub const ADDED_NAME_MAX: u16 = 64;
/// The most characters of the place.
pub const ADDED_PLACE_MAX: u16 = 150;

/// What a manager writes about words from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromElsewhere {
    /// The words.
    pub words: String,
    /// Who said them, as they may be named.
    pub said_by: String,
    /// Where: a link or a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedWords {
    /// Its number; no other entry of the digest has it, or had it.
    pub id: u32,
    /// What it says.
    #[serde(flatten)]
    pub said: FromElsewhere,
    /// Whether the manager allowed that their boss reads it.
    pub to_boss: bool,
}

/// The entries of one digest, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedList {
    /// How many there ever were.
    made: u32,
    entries: Vec<AddedWords>,
}

/// Why words are not added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddRefusal {
    /// Nothing of the words can be seen.
    Empty,
    /// Nothing of the name can be seen.
    Nameless,
    /// The words hold this address.
    Address(String),
    /// The words hold an `@`.
    Mention,
    /// The words hold markup, or letters that no one can read.
    Markup,
    /// There are [`ADDED_AT_MOST`] already.
    Full,
    /// The entry that was to be changed is gone.
    Gone,
    /// The campaign's words are removed already, or about to be.
    Purged,
}

impl FromElsewhere {
    /// Checks what it says.
    ///
    /// # Errors
    /// The first reason for which it may stand in no digest.
    pub fn check(&self) -> Result<(), AddRefusal> {
        const MARKUP: [&str; 5] = ["`", "**", "__", "~~", "||"];
        if !can_be_seen(&self.words) {
            return Err(AddRefusal::Empty);
        }
        if person_name(&self.said_by).is_none() {
            return Err(AddRefusal::Nameless);
        }
        if let Some(found) = address_in(&self.words) {
            return Err(AddRefusal::Address(found.to_owned()));
        }
        if !is_without_addresses(&self.words) {
            return Err(AddRefusal::Mention);
        }
        if !speaks_for_itself(&self.words) || MARKUP.iter().any(|mark| self.words.contains(mark)) {
            return Err(AddRefusal::Markup);
        }
        Ok(())
    }
}

impl AddedList {
    /// The entries.
    #[must_use]
    pub fn entries(&self) -> &[AddedWords] {
        &self.entries
    }

    /// Whether there never was any.
    #[must_use]
    pub const fn is_untouched(&self) -> bool {
        self.made == 0
    }

    /// Whether nothing can be added.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.entries.len() >= ADDED_AT_MOST
    }

    /// Adds an entry, which the boss does not get. The same once more, as a form that is sent twice, adds nothing.
    ///
    /// # Errors
    /// It may stand in no digest, or there are enough.
    pub fn add(&mut self, said: FromElsewhere) -> Result<(), AddRefusal> {
        said.check()?;
        if self.entries.iter().any(|one| one.said == said) {
            return Ok(());
        }
        if self.is_full() {
            return Err(AddRefusal::Full);
        }
        self.made += 1;
        self.entries.push(AddedWords { id: self.made, said, to_boss: false });
        Ok(())
    }

    /// Changes what an entry says.
    ///
    /// # Errors
    /// It may stand in no digest, or the entry is gone.
    pub fn change(&mut self, id: u32, said: FromElsewhere) -> Result<(), AddRefusal> {
        said.check()?;
        let entry = self.entries.iter_mut().find(|one| one.id == id).ok_or(AddRefusal::Gone)?;
        entry.said = said;
        Ok(())
    }

    /// Takes an entry away.
    pub fn remove(&mut self, id: u32) {
        self.entries.retain(|one| one.id != id);
    }

    /// A list of these, unchecked, as a database may hold it; the boss gets those with `true`.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn unchecked(entries: Vec<(FromElsewhere, bool)>) -> Self {
        let entries = (1..).zip(entries).map(|(id, (said, to_boss))| AddedWords { id, said, to_boss });
        let entries: Vec<_> = entries.collect();
        Self { made: entries.last().map_or(0, |one| one.id), entries }
    }

    /// The boss gets these entries, and no others.
    pub fn allow(&mut self, chosen: &BTreeSet<u32>) {
        self.entries.iter_mut().for_each(|one| one.to_boss = chosen.contains(&one.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> FromElsewhere {
        FromElsewhere { words: words.to_owned(), said_by: "Rosa D.".to_owned(), place: None }
    }

    #[test]
    fn words_with_an_address_a_mention_or_markup_are_refused() {
        let check = |words: &str, why: Result<(), AddRefusal>| assert_eq!(said(words).check(), why, "{words}");
        for words in [
            "Thank you, Alex. You answered at 3 a.m. <3",
            "Gracias. ¡Un abrazo! 🧡",
            "いつも丁寧に答えてくださり、ありがとうございます。",
            "شكرًا لك على صبرك",
            "It is 2 * 3 = 6 times better, #CMAD",
        ] {
            check(words, Ok(()));
        }
        check(" \u{200b}\n", Err(AddRefusal::Empty));
        let found = |found: &str| Err(AddRefusal::Address(found.to_owned()));
        check("See https://evil.example/pay now", found("https://evil.example/pay"));
        check("Pay at evil.example, please", found("evil.example,"));
        check("Write to a@evil.example", found("a@evil.example"));
        for words in ["Thanks @Alex", "@everyone look", "<@900> thanks", "＠here"] {
            check(words, Err(AddRefusal::Mention));
        }
        for words in [
            "<script>alert(1)</script> thank you",
            "[click](x) thank you",
            "**thank you**",
            "so `good`",
            "||look||",
            &"thankyou".repeat(20),
            "Z̷̧̡̛̛͚̺͇͇̣̳͎̏͗́̍͐̄͘̚͝a says thanks",
        ] {
            check(words, Err(AddRefusal::Markup));
        }
        let nameless = FromElsewhere { said_by: "\u{200b}".to_owned(), ..said("Thank you, Alex.") };
        assert_eq!(nameless.check(), Err(AddRefusal::Nameless));
    }

    #[test]
    fn ten_are_kept_and_their_numbers_are_never_used_again() {
        let mut list = AddedList::default();
        for number in 0..ADDED_AT_MOST {
            list.add(said(&format!("Thank you, number {number}"))).unwrap();
        }
        assert_eq!(list.add(said("One more")), Err(AddRefusal::Full));
        assert_eq!(list.add(said("Thank you, number 3")), Ok(()), "it is there already");
        assert_eq!(list.entries().len(), ADDED_AT_MOST);
        assert!(list.entries().iter().all(|one| !one.to_boss), "no one ticked any");
        list.remove(10);
        list.add(said("One more")).unwrap();
        let numbers: Vec<u32> = list.entries().iter().map(|one| one.id).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
        list.allow(&BTreeSet::from([2, 10, 11]));
        list.change(2, said("Changed")).unwrap();
        assert_eq!(list.change(10, said("Changed")), Err(AddRefusal::Gone));
        let allowed: Vec<u32> = list.entries().iter().filter(|one| one.to_boss).map(|one| one.id).collect();
        assert_eq!(allowed, [2, 11]);
        list.allow(&BTreeSet::new());
        assert!(list.entries().iter().all(|one| !one.to_boss));
        let stored = serde_json::to_string(&list).unwrap();
        assert_eq!(serde_json::from_str::<AddedList>(&stored).unwrap(), list);
    }
}
