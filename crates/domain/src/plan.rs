//! A plan is data: what a campaign sends, to whom, when it is due and when it is too late.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};

use crate::calendar;
use crate::campaign::{Campaign, Step};
use crate::ids::{GuildId, UserId};
use crate::send::{SendKey, Task};
use crate::step::{Late, Sends};

/// One send of a campaign's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its unique key.
    pub key: SendKey,
    /// What it does.
    pub task: Task,
    /// When it is due.
    pub due: DateTime<Utc>,
    /// The deadline: from then on it is skipped and reported. `None`: there is no deadline.
    pub until: Option<DateTime<Utc>>,
}

impl Planned {
    /// A send without a deadline.
    #[must_use]
    pub fn at(guild: GuildId, year: i32, task: Task, due: DateTime<Utc>) -> Self {
        Self { key: SendKey::new(guild, year, &task), task, due, until: None }
    }
}

/// A manager, as far as a plan needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The manager.
    pub user: UserId,
    /// Their own time zone; `None` means the server's.
    pub zone: Option<Tz>,
    /// Whether they accepted their place on the roster and want the *stop and breathe* message.
    pub breathe: bool,
}

/// Every send of the campaign, in the order of due times.
///
/// Steps that are switched off are left out. Deadlines that follow from a later step use its time even if that step is
/// switched off.
#[must_use]
pub fn sends(campaign: &Campaign, managers: &[Recipient]) -> Vec<Planned> {
    let mut plan: Vec<Planned> = Step::ALL
        .iter()
        .copied()
        .filter(|step| campaign.schedule.is_on(*step))
        .flat_map(|step| sends_of(campaign, step, managers))
        .chain([Step::Digest, Step::Close].into_iter().map(|step| look_again(campaign, step)))
        .collect();
    plan.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
    plan
}

/// The removal of a campaign's words, some time after its close.
///
/// At least an hour after it: otherwise the last digests would go out without words.
#[must_use]
pub fn purge(guild: GuildId, year: i32, closes: DateTime<Utc>, keep_days: u16, zone: Tz) -> Planned {
    let due = calendar::days_later(closes, keep_days, zone).max(closes + TimeDelta::hours(1));
    Planned::at(guild, year, Task::Purge, due)
}

/// How many days before a campaign's words are removed its managers get their files once more.
const LAST_FILES_DAYS: u16 = 14;

/// Whether words are kept for so many days that their managers get their files once more.
#[must_use]
pub const fn has_last_files(keep_days: u16) -> bool {
    keep_days > LAST_FILES_DAYS
}

/// A manager's files once more, before the words are removed at `purged`: at nine, in their own zone if it is known. Later it is
/// still sent, until the removal, which waits for nothing.
#[must_use]
pub fn last_files(guild: GuildId, year: i32, purged: DateTime<Utc>, manager: UserId, zone: Tz) -> Planned {
    let date = calendar::date(purged, zone);
    let date = date.checked_sub_days(Days::new(LAST_FILES_DAYS.into())).unwrap_or(date);
    let due = calendar::instant_on(date, NINE, zone);
    Planned { until: Some(purged), ..Planned::at(guild, year, Task::LastFiles { manager }, due) }
}

/// The local time at which those who asked for it are reminded on the day, and of the last files.
const NINE: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock is a time");

/// The reminder of a person who asked for it: at nine on the day in their own zone, if it is known, until it is over
/// there.
#[must_use]
pub fn remind(campaign: &Campaign, person: UserId, zone: Option<Tz>) -> Planned {
    let zone = zone.unwrap_or(campaign.zone);
    let due = calendar::instant_on(campaign.day, NINE, zone);
    let until = Some(calendar::span(campaign.day, zone).1);
    Planned { until, ..Planned::at(campaign.guild, campaign.year, Task::Remind { person }, due) }
}

/// A short hash of a plan; it changes if and only if the plan's sends or their times change.
#[must_use]
pub fn fingerprint(plan: &[Planned]) -> String {
    let mut hash = Sha256::new();
    for send in plan {
        let until = send.until.map_or(0, |until| until.timestamp_millis());
        hash.update(format!("{} {} {until}\n", send.key, send.due.timestamp_millis()));
    }
    URL_SAFE_NO_PAD.encode(&hash.finalize()[..16])
}

/// How long before a step the stored messages are checked again: there may be thousands, and other requests go first.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(30);

/// The last check of the messages that a step uses.
fn look_again(campaign: &Campaign, before: Step) -> Planned {
    let task = Task::LookAgain { before };
    Planned {
        key: SendKey::new(campaign.guild, campaign.year, &task),
        task,
        due: campaign.due(before) - LOOK_AGAIN,
        until: None,
    }
}

fn sends_of(campaign: &Campaign, step: Step, managers: &[Recipient]) -> Vec<Planned> {
    let planned =
        |task: Task, due, until| Planned { key: SendKey::new(campaign.guild, campaign.year, &task), task, due, until };
    let due = campaign.due(step);
    let (day_begins, day_ends) = campaign.span();
    let until = |due| match step.late() {
        Late::At(other) => Some(campaign.due(other)),
        Late::AsDayBegins => Some(day_begins),
        Late::AsDayEnds => Some(day_ends),
        Late::After(long) => Some(due + long),
        Late::Never => None,
    };
    match step.sends() {
        Sends::RosterCheck => vec![planned(Task::RosterCheck, due, until(due))],
        Sends::Post => {
            let event = (step == Step::Announce).then(|| planned(Task::Event, due, Some(day_begins)));
            [planned(Task::Post { step }, due, until(due))].into_iter().chain(event).collect()
        }
        Sends::Unthanked => vec![planned(Task::Unthanked, due, until(due))],
        Sends::Close => vec![planned(Task::Close, due, until(due))],
        Sends::Breathe => managers
            .iter()
            .filter(|manager| manager.breathe)
            .map(|manager| {
                let due = local(campaign, step, campaign.due(Step::Day), manager);
                planned(Task::Breathe { manager: manager.user }, due, until(due))
            })
            .collect(),
        Sends::Digest => managers
            .iter()
            .map(|manager| {
                let due = digest_due(campaign, manager);
                planned(Task::Digest { manager: manager.user, revision: 0 }, due, until(due))
            })
            .collect(),
    }
}

/// When a manager's digest is due: the first 09:00 in their zone at or after 09:00 of the next day in the server's.
#[must_use]
pub fn digest_due(campaign: &Campaign, manager: &Recipient) -> DateTime<Utc> {
    local(campaign, Step::Digest, campaign.due(Step::Digest), manager)
}

/// The first time at or after `from` when it is the step's time of day in the manager's zone.
fn local(campaign: &Campaign, step: Step, from: DateTime<Utc>, manager: &Recipient) -> DateTime<Utc> {
    calendar::first_at_or_after(from, campaign.schedule.at(step).time, manager.zone.unwrap_or(campaign.zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Schedule, Switch};
    use chrono::TimeDelta;
    use chrono_tz::{America, Europe::Berlin, Pacific};
    use proptest::prelude::*;

    fn plan(zone: Tz, managers: &[Recipient]) -> Vec<Planned> {
        sends(&Campaign::new(GuildId(7), 2027, zone, Schedule::default()).unwrap(), managers)
    }

    fn manager(user: u64, zone: Option<Tz>) -> Recipient {
        Recipient { user: UserId(user), zone, breathe: true }
    }

    #[test]
    fn the_whole_plan_of_a_server_with_one_manager() {
        let lines: Vec<String> = plan(Berlin, &[manager(9, None)])
            .iter()
            .map(|send| {
                let local = |at: DateTime<Utc>| at.with_timezone(&Berlin).format("%m-%d %H:%M").to_string();
                format!("{} {} until {}", send.key, local(send.due), send.until.map_or("-".to_owned(), local))
            })
            .collect();
        assert_eq!(
            lines,
            [
                "7/2027/roster-check/admins/0 12-28 10:00 until 01-11 10:00",
                "7/2027/announce/channel/0 01-11 10:00 until 01-18 10:00",
                "7/2027/announce/event/0 01-11 10:00 until 01-25 00:00",
                "7/2027/countdown/channel/0 01-18 10:00 until 01-19 10:00",
                "7/2027/eve/channel/0 01-24 10:00 until 01-25 00:00",
                "7/2027/day/channel/0 01-25 09:00 until 01-26 00:00",
                "7/2027/unthanked/admins/0 01-25 15:00 until 01-25 17:00",
                "7/2027/last-call/channel/0 01-25 17:00 until 01-26 00:00",
                "7/2027/breathe/9/0 01-25 18:00 until 01-26 06:00",
                "7/2027/look-again/digest/0 01-26 08:30 until -",
                "7/2027/digest/9/0 01-26 09:00 until -",
                "7/2027/recap/channel/0 01-26 09:00 until 02-01 23:59",
                "7/2027/look-again/close/0 02-01 23:29 until -",
                "7/2027/close/server/0 02-01 23:59 until -",
            ]
        );
    }

    #[test]
    fn managers_far_from_their_server() {
        let due = |server: Tz, zone: Tz, step: &str| {
            let found = plan(server, &[manager(9, Some(zone))]);
            let send = found.iter().find(|send| send.key.kind().name() == step).unwrap();
            send.due.with_timezone(&zone).format("%m-%d %H:%M").to_string()
        };
        // When it is 09:00 in Kiritimati, it is 08:00 of the previous day in Honolulu: they get *breathe* that evening.
        assert_eq!(due(Pacific::Kiritimati, Pacific::Honolulu, "breathe"), "01-24 18:00");
        assert_eq!(due(Pacific::Kiritimati, Pacific::Honolulu, "digest"), "01-25 09:00");
        assert_eq!(due(Pacific::Honolulu, Pacific::Kiritimati, "breathe"), "01-26 18:00");
        assert_eq!(due(Pacific::Honolulu, Pacific::Kiritimati, "digest"), "01-27 09:00");
        assert_eq!(due(Berlin, America::New_York, "digest"), "01-26 09:00");
        assert_eq!(due(Pacific::Pago_Pago, Berlin, "breathe"), "01-26 18:00");
    }

    #[test]
    fn the_last_files_come_at_nine_a_fortnight_before_the_words_go() {
        let closes: DateTime<Utc> = "2027-02-01T22:59:00Z".parse().unwrap();
        let purged = purge(GuildId(7), 2027, closes, 90, Berlin).due;
        let due = |zone: Tz| {
            let send = last_files(GuildId(7), 2027, purged, UserId(9), zone);
            assert_eq!(send.until, Some(purged));
            send.due.with_timezone(&zone).format("%m-%d %H:%M").to_string()
        };
        assert_eq!(due(Berlin), "04-18 09:00");
        assert_eq!(due(America::New_York), "04-18 09:00");
        assert_eq!(due(Pacific::Kiritimati), "04-19 09:00", "there the words go on the third of May");
        assert!(has_last_files(15) && !has_last_files(14));
        // With the shortest time that has them, they come after the close, wherever the manager is.
        let purged = purge(GuildId(7), 2027, closes, 15, Berlin).due;
        for zone in [Berlin, Pacific::Kiritimati, Pacific::Pago_Pago] {
            assert!(last_files(GuildId(7), 2027, purged, UserId(9), zone).due > closes);
        }
    }

    #[test]
    fn a_step_that_is_off_still_ends_the_one_before() {
        let schedule = Schedule::default().switch(Step::Countdown, Switch::Off).unwrap();
        let campaign = Campaign::new(GuildId(7), 2027, Berlin, schedule).unwrap();
        let found = sends(&campaign, &[]);
        assert!(found.iter().all(|send| send.task != Task::Post { step: Step::Countdown }));
        let announce = found.iter().find(|send| send.task == Task::Post { step: Step::Announce }).unwrap();
        assert_eq!(announce.until, Some(campaign.due(Step::Countdown)));
    }

    proptest! {
        #[test]
        fn plans_hold_in_every_zone_and_year(
            server in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]),
            own in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]), year in 1583i32..=9999,
        ) {
            let campaign = Campaign::new(GuildId(7), year, server, Schedule::default()).unwrap();
            let found = sends(&campaign, &[manager(9, Some(own))]);
            let keys: std::collections::BTreeSet<_> = found.iter().map(|send| send.key.clone()).collect();
            prop_assert_eq!(keys.len(), found.len(), "keys are unique");
            prop_assert!(found.iter().all(|send| send.until.is_none_or(|until| until > send.due)));
            let of = |task: &Task| found.iter().find(|send| send.task == *task).unwrap().due;
            let breathe = of(&Task::Breathe { manager: UserId(9) });
            let digest = of(&Task::Digest { manager: UserId(9), revision: 0 });
            prop_assert!(breathe >= campaign.due(Step::Day) && digest >= campaign.due(Step::Digest));
            prop_assert!(breathe < digest, "a manager breathes before the words arrive");
            prop_assert!(digest - campaign.due(Step::Digest) <= TimeDelta::hours(50));
            prop_assert!(digest < campaign.due(Step::Close));
            prop_assert!(campaign.is_open(campaign.due(Step::Day)) && !campaign.is_open(campaign.due(Step::Close)));
        }
    }
}
