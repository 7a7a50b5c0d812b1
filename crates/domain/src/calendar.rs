//! The day: the fourth Monday of January, and how a local time becomes an instant.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// The first year of the Gregorian calendar that has a January; the day is not defined before it.
pub const FIRST_YEAR: i32 = 1583;
/// The last year that a four-digit date can show.
pub const LAST_YEAR: i32 = 9999;
/// The year in which Jeremiah Owyang started the day.
pub const FOUNDED: i32 = 2010;

/// A year for which there is no day: outside 1583 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a year from 1583 to 9999")]
pub struct NoSuchYear(pub i32);

/// Community Manager Appreciation Day of `year`: the first Monday of January and 21 days, always 22 to 28 January.
///
/// # Errors
/// `year` is outside 1583 to 9999, the years that a Gregorian date of four digits can name.
pub fn day(year: i32) -> Result<NaiveDate, NoSuchYear> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(NoSuchYear(year));
    }
    NaiveDate::from_weekday_of_month_opt(year, 1, Weekday::Mon, 4).ok_or(NoSuchYear(year))
}

/// The first CMAD on or after `today`; that of [`LAST_YEAR`] if there is none.
#[must_use]
pub fn next_day(today: NaiveDate) -> NaiveDate {
    let year = today.year().clamp(FIRST_YEAR, LAST_YEAR);
    let this = day(year).expect("the year was clamped into range");
    if today <= this {
        return this;
    }
    day((year + 1).min(LAST_YEAR)).expect("the year was clamped into range")
}

/// Whether January has a fifth Monday in `day`'s year, so that "the last Monday" would be a week late.
#[must_use]
pub fn is_not_last_monday(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(7)).is_some_and(|later| later.month() == 1)
}

/// The date of an instant in a zone. This is the only place where an instant becomes a date: two sides that count in
/// different zones do not agree on what a day is.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "here the zone is known")]
pub fn date(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// How many days after `from` it is at `until`, by the dates of `zone`; negative if `until` is on an earlier date.
#[must_use]
pub fn days(from: DateTime<Utc>, until: DateTime<Utc>, zone: Tz) -> i64 {
    (date(until, zone) - date(from, zone)).num_days()
}

/// The same time of the clock so many days later; see [`instant`] for times that do not exist or exist twice.
#[must_use]
pub fn days_later(at: DateTime<Utc>, days: u16, zone: Tz) -> DateTime<Utc> {
    let local = at.with_timezone(&zone).naive_local();
    local.checked_add_days(Days::new(days.into())).map_or(at, |local| instant(local, zone).max(at))
}

/// The instant of a local wall-clock time.
///
/// A time that does not exist because clocks go forward means the first instant after the gap; a time that
/// exists twice because they go back means the earlier one. Some zones skipped whole days (Samoa in 2011).
#[must_use]
pub fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    if let Some(found) = zone.from_local_datetime(&local).earliest() {
        return found.with_timezone(&Utc);
    }
    // The local time falls into a gap. Offsets differ by less than a day and a half on either side of it, so
    // the gap's end lies within this bracket; it is found by bisection because chrono-tz does not name it.
    let naive_utc = local.and_utc();
    let mut before = naive_utc - TimeDelta::hours(40);
    let mut after = naive_utc + TimeDelta::hours(40);
    let wall = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    while after - before > TimeDelta::seconds(1) {
        let middle = DateTime::from_timestamp(i64::midpoint(before.timestamp(), after.timestamp()), 0)
            .expect("the middle of two valid instants is valid");
        if wall(middle) < local { before = middle } else { after = middle }
    }
    after
}

/// The instant of `time` on `date` in `zone`; see [`instant`] for times that do not exist or exist twice.
#[must_use]
pub fn instant_on(date: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    instant(date.and_time(time), zone)
}

/// The first instant at or after `from` at which it is `time` in `zone`.
#[must_use]
pub fn first_at_or_after(from: DateTime<Utc>, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let date = date(from, zone);
    // A skipped date (Samoa) or a gap can push a candidate forward, never back: three days always suffice.
    (0..3)
        .filter_map(|days| date.checked_add_days(Days::new(days)))
        .map(|date| instant_on(date, time, zone))
        .find(|at| *at >= from)
        .unwrap_or(from)
}

/// The start and the end of the local date: 00:00 that day to 00:00 the next.
#[must_use]
pub fn span(date: NaiveDate, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
    (instant_on(date, NaiveTime::MIN, zone), instant_on(next, NaiveTime::MIN, zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_published_date() {
        const DAYS: &str = "2010-01-25 2011-01-24 2012-01-23 2013-01-28 2014-01-27 2015-01-26 2016-01-25 2017-01-23 \
            2018-01-22 2019-01-28 2020-01-27 2021-01-25 2022-01-24 2023-01-23 2024-01-22 2025-01-27 2026-01-26 \
            2027-01-25 2028-01-24 2029-01-22 2030-01-28 2031-01-27 2032-01-26 2033-01-24 2034-01-23 2035-01-22";
        for (text, year) in DAYS.split_whitespace().zip(2010..) {
            assert_eq!(day(year).unwrap().to_string(), text);
        }
    }

    #[test]
    fn every_year_has_its_monday() {
        for year in FIRST_YEAR..=LAST_YEAR {
            let found = day(year).unwrap();
            assert_eq!((found.weekday(), found.month()), (Weekday::Mon, 1));
            assert!((22..=28).contains(&found.day()), "{found}");
            assert_eq!(is_not_last_monday(found), found.day() <= 24, "{found}");
        }
        assert_eq!(day(1582), Err(NoSuchYear(1582)));
        assert_eq!(day(10_000), Err(NoSuchYear(10_000)));
    }

    #[test]
    fn the_next_day_is_today_until_it_ends() {
        let on = |text: &str| next_day(text.parse().unwrap()).to_string();
        assert_eq!(on("2026-11-22"), "2027-01-25");
        assert_eq!(on("2027-01-25"), "2027-01-25");
        assert_eq!(on("2027-01-26"), "2028-01-24");
        assert_eq!(on("1500-06-01"), "1583-01-24");
    }

    fn check_instant(zone: Tz, local: &str, utc: &str) {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        assert_eq!(instant(local, zone).format("%Y-%m-%d %H:%M").to_string(), utc, "{zone} {local}");
    }

    #[test]
    fn local_times_in_gaps_and_folds_have_one_instant() {
        use chrono_tz::{America, Asia, Australia, Europe, Pacific};
        check_instant(Europe::Berlin, "2027-01-25 09:00", "2027-01-25 08:00");
        // Clocks go forward at 02:00: 02:30 does not exist, the first instant after it is 03:00 summer time.
        check_instant(Europe::Berlin, "2027-03-28 02:30", "2027-03-28 01:00");
        // Clocks go back at 03:00: 02:30 exists twice, the earlier is summer time.
        check_instant(Europe::Berlin, "2027-10-31 02:30", "2027-10-31 00:30");
        check_instant(Australia::Lord_Howe, "2027-10-03 02:15", "2027-10-02 15:30");
        check_instant(America::Sao_Paulo, "2018-11-04 00:00", "2018-11-04 03:00");
        check_instant(Pacific::Apia, "2011-12-30 12:00", "2011-12-30 10:00");
        check_instant(Asia::Kathmandu, "2027-01-25 09:00", "2027-01-25 03:15");
    }

    #[test]
    fn somewhere_it_is_the_day_for_fifty_hours() {
        let date = day(2027).unwrap();
        let spans: Vec<_> = chrono_tz::TZ_VARIANTS.iter().map(|zone| span(date, *zone)).collect();
        let first = spans.iter().map(|span| span.0).min().unwrap();
        let last = spans.iter().map(|span| span.1).max().unwrap();
        assert_eq!(last - first, TimeDelta::hours(50));
    }

    proptest! {
        #[test]
        fn the_instant_shows_the_time_or_the_first_after_its_gap(
            zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]), minutes in 0i64..60 * 24 * 366 * 80,
        ) {
            let local = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap().and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes);
            let found = instant(local, zone);
            let shown = found.with_timezone(&zone).naive_local();
            prop_assert!(shown >= local);
            if shown == local {
                prop_assert!(zone.from_local_datetime(&local).earliest().unwrap().to_utc() == found);
            } else {
                let just_before = (found - TimeDelta::seconds(1)).with_timezone(&zone).naive_local();
                prop_assert!(just_before < local, "{zone} {local}: {found} is not the first instant after the gap");
            }
        }

        #[test]
        fn the_first_at_or_after_is_within_reach(
            zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]), seconds in 0i64..86_400 * 366 * 80, hour in 0u32..24,
        ) {
            let from = DateTime::from_timestamp(seconds, 0).unwrap();
            let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            let found = first_at_or_after(from, time, zone);
            prop_assert!(found >= from && found - from <= TimeDelta::hours(50), "{zone} {from} {found}");
        }
    }
}
