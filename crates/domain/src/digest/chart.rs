//! The small chart: this year beside the one before where both exist, else thanks by day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::calendar;
use crate::digest::{Chart, Input, people};
use crate::thanks::Thanks;

/// This many days fit into a chart on a phone.
const DAYS_AT_MOST: u64 = 60;

/// A chart of fewer thanks tells nothing that a sentence does not.
const THANKS_AT_LEAST: usize = 10;
/// One or two bars are no course of time.
const DAYS_AT_LEAST: usize = 3;

/// The chart. `None` with fewer than two givers, or with too few thanks to show days and no earlier year.
pub(super) fn draw(input: &Input<'_>, counted: &[&Thanks]) -> Option<Chart> {
    // The page of one giver is a letter.
    if people(counted.iter().copied()) < 2 {
        return None;
    }
    if let Some(earlier) = input.earlier.filter(|earlier| earlier.people > 0) {
        return Some(Chart::Years { earlier });
    }
    let mut by_date: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for one in counted {
        *by_date.entry(calendar::date(one.said_at, input.zone)).or_default() += 1;
    }
    if counted.len() < THANKS_AT_LEAST || by_date.len() < DAYS_AT_LEAST {
        return None;
    }
    let (first, last) = input.collected;
    // The chart ends one day after the day, or with the last thanks, so that an unchanged digest has the same chart a
    // week later.
    let day_after = input.day.checked_add_days(Days::new(1)).unwrap_or(input.day);
    let last_said = by_date.range(..=last).next_back().map_or(day_after, |(date, _)| *date);
    let last = last_said.max(day_after).min(last);
    let first = first.min(last).max(last.checked_sub_days(Days::new(DAYS_AT_MOST - 1)).unwrap_or(first));
    let dates = first.iter_days().take_while(|date| *date <= last);
    let counts: Vec<usize> = dates.map(|date| by_date.get(&date).copied().unwrap_or(0)).collect();
    let drawn: usize = counts.iter().sum();
    Some(Chart::Days { first, counts, at_other_times: counted.len() - drawn })
}
