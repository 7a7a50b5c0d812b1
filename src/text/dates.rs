//! Dates and lists as people write them.

use chrono::{Datelike, NaiveDate};

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

    /// Names beside each other, such as *Ada, Grace*.
    #[must_use]
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
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
