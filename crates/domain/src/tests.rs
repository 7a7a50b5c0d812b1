//! Every rule that counts in whole days, in 48 zones and at every hour.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Timelike as _, Utc};
use chrono_tz::Tz;

use crate::calendar;
use crate::campaign::{Campaign, Schedule, Step};
use crate::ids::{GuildId, UserId};
use crate::plan;
use crate::send::Task;
use crate::step::Late;
use crate::thanks::rules::{Case, Refusal, judge};

/// Zones from one end of the world to the other, with half hours and quarters among them.
fn zones() -> Vec<Tz> {
    let day = calendar::day(2027).unwrap();
    let mut all: Vec<(DateTime<Utc>, Tz)> =
        chrono_tz::TZ_VARIANTS.iter().map(|zone| (calendar::span(day, *zone).0, *zone)).collect();
    all.sort_by_key(|(begins, zone)| (*begins, zone.name()));
    let step = all.len() / 47;
    let last = all.last().copied();
    let mut chosen: Vec<Tz> = all.into_iter().step_by(step).take(47).map(|(_, zone)| zone).collect();
    chosen.extend(last.map(|(_, zone)| zone));
    assert_eq!(chosen.len(), 48);
    chosen
}

/// Each zone, with each hour of the day there.
fn everywhere(check: impl Fn(Tz, DateTime<Utc>)) {
    for zone in zones() {
        let (begins, ends) = calendar::span(calendar::day(2027).unwrap(), zone);
        for hour in 0..24 {
            let at = begins + TimeDelta::hours(hour);
            assert!(at < ends, "{zone} {at}");
            check(zone, at);
        }
    }
}

/// The account was made, or its holder joined, at `began`; they thank at `given_at`.
fn judged(zone: Tz, began: DateTime<Utc>, given_at: DateTime<Utc>, [account, member]: [u32; 2]) -> Result<(), Refusal> {
    let ms = u64::try_from(began.timestamp_millis()).unwrap() - 1_420_070_400_000;
    judge(&Case {
        giver: UserId(ms << 22),
        giver_is_bot: false,
        recipient: UserId(2),
        recipient_is_bot: false,
        status: Some(crate::roster::RosterStatus::Invited),
        words: "thank you",
        words_max: 1500,
        given_at,
        zone,
        account_days_min: account,
        member_since: Some(began),
        member_days_min: member,
    })
}

#[test]
fn membership_and_age_are_counted_by_the_servers_dates() {
    everywhere(|zone, joined| {
        let check = |given_at: DateTime<Utc>, rule: [u32; 2], expected: Result<(), Refusal>| {
            assert_eq!(judged(zone, joined, given_at, rule), expected, "{zone}: {joined}, {given_at}, {rule:?}");
        };
        let minute = TimeDelta::minutes(1);
        // Without a rule a minute is enough, and so is a clock that is behind.
        check(joined + minute, [0, 0], Ok(()));
        check(joined - TimeDelta::days(2), [0, 0], Ok(()));
        let (_, midnight) = calendar::span(calendar::date(joined, zone), zone);
        for (given_at, is_enough) in [(joined, false), (midnight - minute, false), (midnight, true)] {
            let refused = |why| if is_enough { Ok(()) } else { Err(why) };
            check(given_at, [1, 0], refused(Refusal::YoungAccount { days: 1 }));
            check(given_at, [0, 1], refused(Refusal::NewMember { days: 1 }));
        }
        check(midnight + TimeDelta::days(28), [30, 0], Err(Refusal::YoungAccount { days: 30 }));
        check(midnight + TimeDelta::days(30), [30, 30], Ok(()));
    });
}

#[test]
fn the_year_changes_where_the_day_ends() {
    everywhere(|zone, at| {
        let year = |at| Campaign::at(GuildId(1), at, zone, Schedule::default()).year;
        assert_eq!((year(at), year(at + TimeDelta::hours(24))), (2027, 2028), "{zone} {at}");
    });
}

#[test]
fn words_are_kept_for_whole_days_of_the_servers_clock() {
    everywhere(|zone, closes| {
        let local = |at: DateTime<Utc>| at.with_timezone(&zone);
        for days in [1, 90, 3650] {
            let due = plan::purge(GuildId(1), 2027, closes, days, zone).due;
            let date = calendar::date(closes, zone).checked_add_days(Days::new(days.into())).unwrap();
            assert_eq!(calendar::days(closes, due, zone), i64::from(days), "{zone} {closes}");
            let exists = calendar::instant_on(date, local(closes).time(), zone);
            assert_eq!(due, exists, "{zone} {closes}: the hour of the close, or the first after a gap");
        }
        let none = plan::purge(GuildId(1), 2027, closes, 0, zone).due;
        assert_eq!(none - closes, TimeDelta::hours(1), "the last digests still have their words");
    });
}

#[test]
fn what_is_too_late_after_a_day_is_so_by_the_servers_dates() {
    for zone in zones() {
        let campaign = Campaign::new(GuildId(1), 2027, zone, Schedule::default()).unwrap();
        let midnight = |date: NaiveDate| calendar::span(date, zone).0;
        for send in plan::sends(&campaign, &[]) {
            let Task::Post { step } = send.task else { continue };
            let until = send.until.unwrap();
            match step.late() {
                Late::AsDayBegins => assert_eq!(until, midnight(campaign.day), "{zone} {step}"),
                Late::AsDayEnds => assert_eq!(until, midnight(campaign.day.succ_opt().unwrap()), "{zone} {step}"),
                Late::At(other) => assert_eq!(until, campaign.due(other), "{zone} {step}"),
                Late::After(_) | Late::Never => {}
            }
        }
        assert_eq!(campaign.due(Step::Day).with_timezone(&zone).hour(), 9, "{zone}");
    }
}
