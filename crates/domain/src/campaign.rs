//! One server's CMAD of one year: its day and the due times of its steps.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::calendar::{self, NoSuchYear};
use crate::ids::GuildId;

pub use crate::schedule::{Basis, Defaults, Hour, Schedule, ScheduleRefusal, Switch};
pub use crate::step::{Side, Step, StepTime};

/// The dates and times of one server's campaign of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// The server.
    pub guild: GuildId,
    /// The year whose day it is.
    pub year: i32,
    /// The day itself.
    pub day: NaiveDate,
    /// The server's time zone.
    pub zone: Tz,
    /// When each step is due.
    pub schedule: Schedule,
}

impl Campaign {
    /// The campaign of `year`.
    ///
    /// # Errors
    /// The year is outside 1583 to 9999.
    pub fn new(guild: GuildId, year: i32, zone: Tz, schedule: Schedule) -> Result<Self, NoSuchYear> {
        Ok(Self { guild, year, day: calendar::day(year)?, zone, schedule })
    }

    /// The campaign that a server set up `now` is in, or that comes next: from the end of the local day on, it is
    /// next year's.
    #[must_use]
    pub fn at(guild: GuildId, now: DateTime<Utc>, zone: Tz, schedule: Schedule) -> Self {
        let day = calendar::next_day(calendar::date(now, zone));
        Self { guild, year: chrono::Datelike::year(&day), day, zone, schedule }
    }

    /// The instant at which `step` is due in the server's time zone, whether or not it is switched on.
    #[must_use]
    pub fn due(&self, step: Step) -> DateTime<Utc> {
        let at = self.schedule.at(step);
        calendar::instant_on(shift(self.day, at.days), at.time, self.zone)
    }

    /// The start and end of the local day.
    #[must_use]
    pub fn span(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        calendar::span(self.day, self.zone)
    }

    /// The window in which thanks are collected: from the due time of `announce` to that of `close`, even if no post
    /// went out.
    #[must_use]
    pub fn window(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        (self.due(Step::Announce), self.due(Step::Close))
    }

    /// Whether thanks are collected at `now`.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        let (from, until) = self.window();
        (from..until).contains(&now)
    }
}

fn shift(day: NaiveDate, days: i16) -> NaiveDate {
    let distance = Days::new(u64::from(days.unsigned_abs()));
    let shifted = if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) };
    shifted.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn campaign() -> Campaign {
        Campaign::new(GuildId(1), 2027, Berlin, Schedule::default()).unwrap()
    }

    #[test]
    fn the_default_plan() {
        let local: Vec<String> = Step::ALL
            .iter()
            .map(|step| format!("{step} {}", campaign().due(*step).with_timezone(&Berlin).format("%m-%d %H:%M")))
            .collect();
        assert_eq!(
            local,
            [
                "roster-check 12-28 10:00",
                "announce 01-11 10:00",
                "countdown 01-18 10:00",
                "eve 01-24 10:00",
                "day 01-25 09:00",
                "unthanked 01-25 15:00",
                "last-call 01-25 17:00",
                "breathe 01-25 18:00",
                "recap 01-26 09:00",
                "digest 01-26 09:00",
                "close 02-01 23:59",
            ]
        );
    }

    #[test]
    fn a_server_set_up_after_its_day_plans_the_next() {
        let at = |text: &str| Campaign::at(GuildId(1), text.parse().unwrap(), Berlin, Schedule::default()).year;
        assert_eq!(at("2027-01-25T22:59:59Z"), 2027);
        assert_eq!(at("2027-01-25T23:00:00Z"), 2028);
        assert_eq!(at("2026-12-01T00:00:00Z"), 2027);
    }
}
