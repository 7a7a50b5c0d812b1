//! Files for calendars (iCalendar, [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)), each with one all-day entry.
//!
//! The same entry is the same file at any time, with the same id, so that a calendar that takes it twice has it once.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::text::Lang;
use domain::calendar;

/// The media type of the files.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// The longest line in bytes, without its end (RFC 5545, 3.1).
const LINE_BYTES: usize = 75;

/// When what the program writes into entries last changed. A calendar takes a later one for news of the same entry.
const WRITTEN: &str = "20261201T000000Z";

/// One all-day entry.
pub struct Entry<'a> {
    /// What tells it from every other entry in the world.
    pub id: &'a str,
    /// The date, the first one if it comes every year.
    pub on: NaiveDate,
    /// Whether it comes on the same weekday of its month every year, such as every fourth Monday of January.
    pub is_yearly: bool,
    /// Whether the date is only a suggestion.
    pub is_tentative: bool,
    /// What a calendar shows.
    pub title: &'a str,
    /// What stands behind it.
    pub about: &'a str,
}

/// The day, every year from the one of `first` on, without an end.
#[must_use]
pub fn every_year(first: NaiveDate, lang: Lang) -> Vec<u8> {
    file(
        &Entry {
            id: "community-manager-appreciation-day@cmad",
            on: first,
            is_yearly: true,
            is_tentative: false,
            title: &lang.say("calendar-day"),
            about: &lang.say("calendar-day-about"),
        },
        lang,
    )
}

/// The day, every year since there has been one.
#[must_use]
pub fn every_day(lang: Lang) -> Vec<u8> {
    every_year(calendar::day(calendar::FOUNDED).expect("it was founded in a year that has a day"), lang)
}

/// The file of an entry in a language.
#[must_use]
pub fn file(entry: &Entry<'_>, lang: Lang) -> Vec<u8> {
    let date = |date: NaiveDate| date.format("%Y%m%d").to_string();
    let last = entry.on.checked_add_days(Days::new(1)).unwrap_or(entry.on);
    let language = format!("LANGUAGE={}", lang.tag());
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//cmad//Community Manager Appreciation Day//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", entry.id),
        format!("DTSTAMP:{WRITTEN}"),
        format!("DTSTART;VALUE=DATE:{}", date(entry.on)),
        // The first date on which it is over.
        format!("DTEND;VALUE=DATE:{}", date(last)),
        format!("SUMMARY;{language}:{}", escaped(entry.title)),
        format!("DESCRIPTION;{language}:{}", escaped(entry.about)),
        // Others may still make appointments on it.
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    if entry.is_yearly {
        let weekday = entry.on.weekday().to_string()[..2].to_uppercase();
        let (month, nth) = (entry.on.month(), entry.on.day0() / 7 + 1);
        lines.push(format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{weekday}"));
    }
    if entry.is_tentative {
        lines.push("STATUS:TENTATIVE".to_owned());
    }
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    lines.iter().map(|line| folded(line)).collect::<String>().into_bytes()
}

/// Text as a value: what separates values is escaped, and a line break is written out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line with its end, in parts of at most [`LINE_BYTES`]: each but the first begins with a space, which does not count
/// as text.
fn folded(line: &str) -> String {
    let (mut folded, mut used) = (String::new(), 0);
    for c in line.chars() {
        if used + c.len_utf8() > LINE_BYTES {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
pub(crate) mod tests {
    use calcard::common::PartialDateTime;
    use calcard::common::timezone::Tz;
    use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty, ICalendarValue};
    use proptest::prelude::*;

    use super::*;

    /// A calendar as a parser of others reads it.
    pub(crate) struct Read {
        calendar: ICalendar,
    }

    /// Reads a file, after its lines were held to the standard: their ends and lengths are what parsers forgive.
    pub(crate) fn read(file: &[u8]) -> Read {
        let text = std::str::from_utf8(file).expect("it is UTF-8");
        assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "{text:?}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\r')), "{text}");
        let calendar = ICalendar::parse(text).unwrap_or_else(|wrong| panic!("{wrong:?}\n{text}"));
        assert_eq!(calendar.components.len(), 2, "one entry in one calendar: {text}");
        Read { calendar }
    }

    impl Read {
        fn entry(&self) -> &ICalendarComponent {
            &self.calendar.components[1]
        }

        pub(crate) fn text(&self, property: &ICalendarProperty) -> String {
            let all: Vec<_> = self.entry().properties(property).collect();
            let [one] = all[..] else { panic!("{property:?} stands there {} times", all.len()) };
            match &one.values[..] {
                [] => String::new(),
                [ICalendarValue::Text(text)] => text.clone(),
                other => panic!("{property:?}: {other:?}"),
            }
        }

        fn on(&self, property: &ICalendarProperty) -> NaiveDate {
            let found = self.entry().property(property).expect("it has the date");
            let [ICalendarValue::PartialDateTime(on)] = &found.values[..] else { panic!("{:?}", found.values) };
            let PartialDateTime { year: Some(year), month: Some(month), day: Some(day), hour: None, .. } = **on else {
                panic!("it is a date without a time: {on:?}")
            };
            NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).expect("it is a date")
        }

        /// The first day and the first on which it is over.
        pub(crate) fn days(&self) -> [NaiveDate; 2] {
            [self.on(&ICalendarProperty::Dtstart), self.on(&ICalendarProperty::Dtend)]
        }

        /// The dates on which a calendar shows it, at most so many.
        fn dates(&self, most: usize) -> Vec<NaiveDate> {
            let found = self.calendar.expand_dates(Tz::Floating, most);
            assert!(found.errors.is_empty(), "{:?}", found.errors);
            found.events.iter().map(|event| event.start.naive_local().date()).collect()
        }
    }

    #[test]
    fn a_calendar_shows_every_published_date() {
        const DAYS: &str = "2010-01-25 2011-01-24 2012-01-23 2013-01-28 2014-01-27 2015-01-26 2016-01-25 2017-01-23 \
            2018-01-22 2019-01-28 2020-01-27 2021-01-25 2022-01-24 2023-01-23 2024-01-22 2025-01-27 2026-01-26 \
            2027-01-25 2028-01-24 2029-01-22 2030-01-28 2031-01-27 2032-01-26 2033-01-24 2034-01-23 2035-01-22";
        let days: Vec<NaiveDate> = DAYS.split_whitespace().map(|day| day.parse().unwrap()).collect();
        for lang in Lang::all() {
            let found = read(&every_day(lang));
            assert_eq!(found.dates(days.len()), days);
            assert_eq!(found.days(), [days[0], days[0].succ_opt().unwrap()]);
            assert_eq!(found.text(&ICalendarProperty::Summary), lang.say("calendar-day"));
            assert_eq!(found.text(&ICalendarProperty::Description), lang.say("calendar-day-about"));
            assert_eq!(found.text(&ICalendarProperty::Uid), "community-manager-appreciation-day@cmad");
        }
    }

    #[test]
    fn it_comes_for_ever_and_from_any_year_on() {
        for first in [1583, 1970, 2024, 2027, 2500] {
            let dates = read(&every_year(calendar::day(first).unwrap(), Lang::english())).dates(400);
            let expected = (first..).take(400).map(|year| calendar::day(year).unwrap());
            assert_eq!(dates, expected.collect::<Vec<_>>(), "from {first} on");
        }
    }

    #[test]
    fn it_is_the_rule_that_the_standard_knows() {
        let text = String::from_utf8(every_day(Lang::english())).unwrap();
        assert!(text.contains("\r\nRRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=4MO\r\n"), "{text}");
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20100125\r\n"), "{text}");
    }

    proptest! {
        #[test]
        fn words_stay_words(title in "\\PC{0,120}", about in any::<String>(), is_tentative in any::<bool>()) {
            let on: NaiveDate = "2027-03-11".parse().unwrap();
            let entry = Entry { id: "a@cmad", on, is_yearly: false, is_tentative, title: &title, about: &about };
            let found = read(&file(&entry, Lang::english()));
            let kept = |text: &str| text.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>();
            prop_assert_eq!(found.text(&ICalendarProperty::Summary), kept(&title));
            prop_assert_eq!(found.text(&ICalendarProperty::Description), kept(&about));
            prop_assert_eq!(found.dates(5), [on]);
            prop_assert_eq!(found.entry().property(&ICalendarProperty::Status).is_some(), is_tentative);
        }
    }
}
