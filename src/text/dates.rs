//! Dates as people write them.

use chrono::{Datelike, NaiveDate};

use super::Lang;

impl Lang {
    /// A date with its weekday, such as *Monday, 25 January 2027*.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        // The names come as one list each, so that a language file holds two lines and not nineteen keys.
        let nth = |key: &str, index: u32| {
            self.say(key).split(',').nth(index as usize).map(|name| name.trim().to_owned()).unwrap_or_default()
        };
        self.with(
            "date-long",
            &[
                ("weekday", nth("date-weekdays", date.weekday().num_days_from_monday()).into()),
                ("day", date.day().to_string().into()),
                ("month", nth("date-months", date.month0()).into()),
                // A year is a name here: as a number it would be grouped into thousands.
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A date without its weekday and year, such as *25 January*.
    #[must_use]
    pub fn day_and_month(self, date: NaiveDate) -> String {
        let months = self.say("date-months");
        let month = months.split(',').nth(date.month0() as usize).unwrap_or_default().trim();
        self.with("date-day-month", &[("day", date.day().to_string().into()), ("month", month.into())])
    }
}
