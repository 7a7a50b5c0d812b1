//! One server's CMAD of one year: its day, the steps it takes, and the times at which they are due.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::calendar::{self, NoSuchYear};
use super::ids::GuildId;
use super::thanks::named;

/// One server's campaign of one year, as far as time is concerned.
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
    /// When each step is taken.
    pub schedule: Schedule,
}

impl Campaign {
    /// The campaign of `year`.
    ///
    /// # Errors
    /// There is no day in that year: it lies outside 1583 to 9999.
    pub fn new(guild: GuildId, year: i32, zone: Tz, schedule: Schedule) -> Result<Self, NoSuchYear> {
        Ok(Self { guild, year, day: calendar::day(year)?, zone, schedule })
    }

    /// The campaign that a server set up `now` is in, or that comes next: from the end of the local day on, it is
    /// next year's.
    #[must_use]
    pub fn at(guild: GuildId, now: DateTime<Utc>, zone: Tz, schedule: Schedule) -> Self {
        let day = calendar::next_day(now.with_timezone(&zone).date_naive());
        Self { guild, year: chrono::Datelike::year(&day), day, zone, schedule }
    }

    /// The instant at which `step` is due where the server is, whether or not it is switched on.
    #[must_use]
    pub fn due(&self, step: Step) -> DateTime<Utc> {
        let at = self.schedule.at(step);
        calendar::instant_on(shift(self.day, at.days), at.time, self.zone)
    }

    /// The local day's beginning and end.
    #[must_use]
    pub fn span(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        calendar::span(self.day, self.zone)
    }

    /// The window in which thanks are collected: from announce's due time to close's, whether or not a post went out.
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

named! {
    /// One thing the campaign does at a time, in the order in which they come.
    Step {
        /// A private note to the admins: is the roster right, the next steps.
        RosterCheck = "roster-check",
        /// The first public post, and the scheduled event.
        Announce = "announce",
        /// A week before.
        Countdown = "countdown",
        /// The evening before.
        Eve = "eve",
        /// The day's own post.
        Day = "day",
        /// The last call of the day.
        LastCall = "last-call",
        /// A private word to each manager.
        Breathe = "breathe",
        /// The community's total and everybody who was thanked.
        Recap = "recap",
        /// Each manager's digest.
        Digest = "digest",
        /// The end of the collecting window.
        Close = "close",
    }
}

impl Step {
    /// Where the step stands unless the server moved it.
    #[must_use]
    pub fn default_time(self, hour: Hour) -> StepTime {
        let (days, time) = match self {
            Self::RosterCheck => (-28, hour.time(10)),
            Self::Announce => (-14, hour.time(10)),
            Self::Countdown => (-7, hour.time(10)),
            Self::Eve => (-1, hour.time(10)),
            Self::Day => (0, hour.time(9)),
            Self::LastCall => (0, clock(17, 0)),
            Self::Breathe => (0, clock(18, 0)),
            Self::Recap | Self::Digest => (1, hour.time(9)),
            Self::Close => (7, clock(23, 59)),
        };
        StepTime { days, time }
    }

    /// Whether an admin may switch it off. The digest and the close are what the campaign is for; a manager
    /// decides about `breathe` themselves.
    #[must_use]
    pub const fn can_be_off(self) -> bool {
        !matches!(self, Self::Digest | Self::Close)
    }

    /// Whether it is a public post in the campaign's channel.
    #[must_use]
    pub const fn is_post(self) -> bool {
        matches!(self, Self::Announce | Self::Countdown | Self::Eve | Self::Day | Self::LastCall | Self::Recap)
    }
}

/// The hour that stands in for 09:00 and 10:00, when a server chose one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hour(Option<u8>);

impl Hour {
    /// The latest hour that still leaves the last call (17:00) behind the day's own post.
    pub const LATEST: u8 = 16;

    /// A chosen hour from 0 to 16, local time.
    #[must_use]
    pub fn chosen(hour: u8) -> Option<Self> {
        (hour <= Self::LATEST).then_some(Self(Some(hour)))
    }

    /// The hour that was chosen, if one was.
    #[must_use]
    pub const fn get(self) -> Option<u8> {
        self.0
    }

    fn time(self, default: u32) -> NaiveTime {
        clock(self.0.map_or(default, u32::from), 0)
    }
}

/// A step's place in the plan: days from the day, and the local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StepTime {
    /// Days after the day; before it when negative.
    pub days: i16,
    /// The local time.
    pub time: NaiveTime,
}

/// What one server changed of the plan. Everything it did not change follows the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The hour that stands in for 09:00 and 10:00.
    #[serde(default)]
    pub hour: Hour,
    /// The steps that were moved.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    moved: BTreeMap<Step, StepTime>,
    /// The steps that are switched off.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    off: BTreeSet<Step>,
}

/// Why a change of the plan was refused; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleRefusal {
    /// The digest and the close cannot be switched off.
    #[error("{0} cannot be switched off")]
    CannotBeOff(Step),
    /// Steps must stay in order; the first would no longer come before the second.
    #[error("{earlier} must come before {later}")]
    OutOfOrder {
        /// The step that has to come first.
        earlier: Step,
        /// The step that has to come after it.
        later: Step,
    },
    /// A step must lie within 60 days before and 30 days after the day.
    #[error("{0} is too far from the day")]
    TooFar(Step),
    /// The announcement must not be on the day or after it, the recap must not be before its end.
    #[error("{0} is on the wrong side of the day")]
    WrongSide(Step),
}

impl Schedule {
    /// The plan with another hour in place of 09:00 and 10:00.
    #[must_use]
    pub fn with_hour(mut self, hour: Hour) -> Self {
        self.hour = hour;
        self
    }

    /// When `step` is taken, whether or not it is switched on.
    #[must_use]
    pub fn at(&self, step: Step) -> StepTime {
        self.moved.get(&step).copied().unwrap_or_else(|| step.default_time(self.hour))
    }

    /// Whether `step` is switched on.
    #[must_use]
    pub fn is_on(&self, step: Step) -> bool {
        !self.off.contains(&step)
    }

    /// Whether the server moved `step` away from its default.
    #[must_use]
    pub fn is_moved(&self, step: Step) -> bool {
        self.moved.contains_key(&step)
    }

    /// Switches `step` on or off.
    ///
    /// # Errors
    /// The digest and the close cannot be switched off.
    pub fn switch(&self, step: Step, switch: Switch) -> Result<Self, ScheduleRefusal> {
        let mut changed = self.clone();
        match switch {
            Switch::On => {
                changed.off.remove(&step);
            }
            Switch::Off if step.can_be_off() => {
                changed.off.insert(step);
            }
            Switch::Off => return Err(ScheduleRefusal::CannotBeOff(step)),
        }
        Ok(changed)
    }

    /// Moves `step`; `None` puts it back to its default.
    ///
    /// # Errors
    /// The steps would be out of order, or too far from the day.
    pub fn move_to(&self, step: Step, to: Option<StepTime>) -> Result<Self, ScheduleRefusal> {
        let mut changed = self.clone();
        match to {
            Some(at) => changed.moved.insert(step, at),
            None => changed.moved.remove(&step),
        };
        changed.check()?;
        Ok(changed)
    }

    /// Whether the steps come in order, as a plan changed by a new hour or from outside has to prove.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn check(&self) -> Result<(), ScheduleRefusal> {
        for step in Step::ALL.iter().copied() {
            let days = self.at(step).days;
            if !(-60..=30).contains(&days) {
                return Err(ScheduleRefusal::TooFar(step));
            }
            let wrong = match step {
                Step::RosterCheck | Step::Announce | Step::Countdown | Step::Eve => days >= 0,
                Step::Day | Step::LastCall | Step::Breathe => days != 0,
                Step::Recap | Step::Digest | Step::Close => days <= 0,
            };
            if wrong {
                return Err(ScheduleRefusal::WrongSide(step));
            }
        }
        // `breathe` and `digest` run in each manager's own zone; the order that can be promised is the others'.
        const IN_ORDER: [Step; 8] = [
            Step::RosterCheck,
            Step::Announce,
            Step::Countdown,
            Step::Eve,
            Step::Day,
            Step::LastCall,
            Step::Recap,
            Step::Close,
        ];
        for pair in IN_ORDER.windows(2) {
            let (earlier, later) = (pair[0], pair[1]);
            if self.at(earlier) >= self.at(later) {
                return Err(ScheduleRefusal::OutOfOrder { earlier, later });
            }
        }
        if self.at(Step::Digest) >= self.at(Step::Close) {
            return Err(ScheduleRefusal::OutOfOrder { earlier: Step::Digest, later: Step::Close });
        }
        Ok(())
    }
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

fn shift(day: NaiveDate, days: i16) -> NaiveDate {
    let distance = Days::new(u64::from(days.unsigned_abs()));
    let shifted = if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) };
    shifted.unwrap_or(day)
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("the hours in this file are hours of a day")
}

/// How long after its due time a step that was missed is still worth taking, where that is a span of time.
pub(super) const COUNTDOWN_LATE: TimeDelta = TimeDelta::hours(24);
/// See [`COUNTDOWN_LATE`].
pub(super) const BREATHE_LATE: TimeDelta = TimeDelta::hours(12);

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
                "last-call 01-25 17:00",
                "breathe 01-25 18:00",
                "recap 01-26 09:00",
                "digest 01-26 09:00",
                "close 02-01 23:59",
            ]
        );
        assert_eq!(Schedule::default().check(), Ok(()));
    }

    #[test]
    fn the_hour_moves_nine_and_ten() {
        let schedule = Schedule::default().with_hour(Hour::chosen(7).unwrap());
        assert_eq!(schedule.at(Step::Announce).time, clock(7, 0));
        assert_eq!(schedule.at(Step::Day).time, clock(7, 0));
        assert_eq!(schedule.at(Step::LastCall).time, clock(17, 0));
        assert_eq!(Hour::chosen(17), None);
        for hour in 0..=Hour::LATEST {
            assert_eq!(Schedule::default().with_hour(Hour::chosen(hour).unwrap()).check(), Ok(()));
        }
    }

    #[test]
    fn steps_stay_in_order() {
        let at = |days, hour| Some(StepTime { days, time: clock(hour, 0) });
        let plan = Schedule::default();
        assert_eq!(plan.switch(Step::Close, Switch::Off), Err(ScheduleRefusal::CannotBeOff(Step::Close)));
        let moved = plan.move_to(Step::Announce, at(-20, 8)).unwrap();
        assert_eq!(moved.at(Step::Announce).days, -20);
        assert_eq!(moved.move_to(Step::Announce, None).unwrap(), plan);
        let refused = |step, to| plan.move_to(step, to).unwrap_err();
        assert_eq!(
            refused(Step::Announce, at(-3, 8)),
            ScheduleRefusal::OutOfOrder { earlier: Step::Announce, later: Step::Countdown }
        );
        assert_eq!(refused(Step::Close, at(99, 8)), ScheduleRefusal::TooFar(Step::Close));
        assert_eq!(refused(Step::Recap, at(0, 20)), ScheduleRefusal::WrongSide(Step::Recap));
        assert_eq!(
            refused(Step::Day, at(0, 18)),
            ScheduleRefusal::OutOfOrder { earlier: Step::Day, later: Step::LastCall }
        );
    }

    #[test]
    fn a_server_set_up_after_its_day_plans_the_next() {
        let at = |text: &str| Campaign::at(GuildId(1), text.parse().unwrap(), Berlin, Schedule::default()).year;
        assert_eq!(at("2027-01-25T22:59:59Z"), 2027);
        assert_eq!(at("2027-01-25T23:00:00Z"), 2028);
        assert_eq!(at("2026-12-01T00:00:00Z"), 2027);
    }

    #[test]
    fn the_schedule_survives_storage() {
        let plan = Schedule::default().with_hour(Hour::chosen(8).unwrap()).switch(Step::Eve, Switch::Off).unwrap();
        let json = serde_json::to_string(&plan).unwrap();
        assert_eq!(json, r#"{"hour":8,"off":["eve"]}"#);
        assert_eq!(serde_json::from_str::<Schedule>(&json).unwrap(), plan);
    }
}
