//! Dates and lists as people write them.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use crate::text::{Arg, Lang};

impl Lang {
    /// A date with its weekday, such as *Monday, 25 January 2027*.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        self.with(
            "date-long",
            &[
                ("weekday", self.nth("date-weekdays", date.weekday().num_days_from_monday())),
                ("day", date.day().into()),
                ("month", self.nth("date-months", date.month0())),
                ("year", date.year().into()),
            ],
        )
    }

    /// A date without its weekday and year, such as *25 January*.
    #[must_use]
    pub fn day_and_month(self, date: NaiveDate) -> String {
        self.with("date-day-month", &[("day", date.day().into()), ("month", self.nth("date-months", date.month0()))])
    }

    /// All names of a list, such as *Ada, Grace and Kim*.
    #[must_use]
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        self.joined(items, "list-last-joint")
    }

    /// Names of which one is meant, such as *Oslo, Paris or Rome*.
    #[must_use]
    pub fn either<T: AsRef<str>>(self, items: &[T]) -> String {
        self.joined(items, "list-or-joint")
    }

    /// Some languages change the last joint by the sound with which the last name begins.
    fn joined<T: AsRef<str>>(self, items: &[T], last_joint: &str) -> String {
        match items {
            [before @ .., last] if !before.is_empty() => {
                let last = last.as_ref();
                let joint = self.with(last_joint, &[("begins", beginning(last).into())]);
                format!("{}{joint}{last}", self.series(before))
            }
            _ => self.series(items),
        }
    }

    /// Names beside each other of which more follow, or of which none is the last, such as *Ada, Grace*.
    #[must_use]
    pub fn series<T: AsRef<str>>(self, items: &[T]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(&self.say("list-separator"))
    }

    /// Phrases beside each other that may have commas in them, such as *to post; to see the channel*.
    #[must_use]
    pub fn phrases<T: AsRef<str>>(self, items: &[T]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(&self.say("phrase-separator"))
    }

    /// Sentences after each other in one paragraph: Japanese has no space between them.
    #[must_use]
    pub fn sentences<T: AsRef<str>>(self, sentences: &[T]) -> String {
        let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
        sentences.join(&self.say("sentence-joint"))
    }

    /// One name of a list in one text, so that a language file needs two lines instead of nineteen keys.
    fn nth(self, key: &str, index: u32) -> Arg<'static> {
        let names = self.say(key);
        names.split(',').nth(index as usize).map(|name| name.trim().to_owned()).unwrap_or_default().into()
    }
}

/// The letter that a name begins with, in lower case and without its accent; after an h also the next one. What stands
/// around a name (quotation marks, Markdown) is passed over.
fn beginning(name: &str) -> String {
    let letters = name.nfd().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
    let mut begins = String::new();
    for letter in letters {
        begins.push(letter);
        if begins != "h" {
            break;
        }
    }
    begins
}
