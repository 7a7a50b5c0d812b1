//! `[steps]` of the settings, read: where each step stands on servers that have not changed it themselves.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer};

use domain::campaign::{Defaults, ScheduleRefusal, Side, Step, StepTime, Switch};

/// Where each step stands on servers that have not changed it, as it was given: `-14 10:00`, `off` or `-14 10:00 off`.
pub type Steps = BTreeMap<Step, String>;

/// What is wrong with `[steps]`, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepsError {
    /// It is no place of a step.
    #[error(
        "{setting} = {value:?} is not a time for a step: give days from the day and a local time, such as \"-14 10:00\" \
         (before the day with a minus), or \"off\", or both, such as \"-14 10:00 off\""
    )]
    Unclear {
        /// The setting, as the file and the environment name it.
        setting: String,
        /// What was given.
        value: String,
    },
    /// It must not be off.
    #[error("{setting} cannot be \"off\": it is what a campaign is for; give it days and a time")]
    CannotBeOff {
        /// The setting.
        setting: String,
    },
    /// It must come before another.
    #[error(
        "{earlier} must come before {later}: move one of them. A step that is off has its place too (such as \
         \"-3 12:00 off\"), for servers that switch it on"
    )]
    OutOfOrder {
        /// The setting that has to come first, with where it stands.
        earlier: String,
        /// The one that has to come after it, with where it stands.
        later: String,
    },
    /// Its days are not where such a step can stand.
    #[error("{setting} = {value:?} must {rule}")]
    Misplaced {
        /// The setting.
        setting: String,
        /// What was given.
        value: String,
        /// Where it can stand.
        rule: &'static str,
    },
}

/// The defaults that the settings describe.
///
/// # Errors
/// A value cannot be read, or the steps would not be in order. The error says what to do.
pub fn defaults(steps: &Steps) -> Result<Defaults, StepsError> {
    let read = |step: Step| {
        let (at, switch) = place(step, given(steps, step))
            .ok_or_else(|| StepsError::Unclear { setting: setting(step), value: given(steps, step).to_owned() })?;
        Ok((step, at, switch))
    };
    let changes = Step::ALL.iter().map(|step| read(*step)).collect::<Result<Vec<_>, _>>()?;
    Defaults::new(changes.iter().copied()).map_err(|refusal| explain(steps, refusal))
}

fn given(steps: &Steps, step: Step) -> &str {
    steps.get(&step).map_or("", String::as_str)
}

/// Reads `[steps]`: each step by its name in the file, and nothing else.
pub(super) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Steps, D::Error> {
    let mut given = BTreeMap::<String, String>::deserialize(from)?;
    let read = |step: &Step| {
        let key = key(*step);
        let text = given.remove(&key).ok_or_else(|| D::Error::custom(format!("missing field `{key}` in [steps]")))?;
        Ok((*step, text))
    };
    let steps = Step::ALL.iter().map(read).collect::<Result<_, _>>()?;
    match given.keys().next() {
        None => Ok(steps),
        Some(unknown) => {
            let keys: Vec<String> = Step::ALL.iter().map(|step| format!("`{}`", key(*step))).collect();
            let keys = keys.join(", ");
            Err(D::Error::custom(format!("unknown field `{unknown}` in [steps], expected one of {keys}")))
        }
    }
}

/// Reads `-14 10:00`, `off` or `-14 10:00 off`. A step that is only `off` keeps its built-in time.
fn place(step: Step, text: &str) -> Option<(StepTime, Switch)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (words, switch) = match words.as_slice() {
        [rest @ .., last] if last.eq_ignore_ascii_case("off") => (rest, Switch::Off),
        all => (all, Switch::On),
    };
    match (words, switch) {
        ([], Switch::Off) => Some((step.built_in(), Switch::Off)),
        ([days, time], _) => {
            let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
            Some((StepTime { days: days.parse().ok()?, time }, switch))
        }
        _ => None,
    }
}

/// The name of a step in the file.
fn key(step: Step) -> String {
    step.name().replace('-', "_")
}

/// The setting of a step, by both of its names.
fn setting(step: Step) -> String {
    let name = key(step);
    format!("steps.{name} (CMAD_STEPS__{})", name.to_uppercase())
}

fn explain(steps: &Steps, refusal: ScheduleRefusal) -> StepsError {
    let misplaced =
        |step: Step, rule| StepsError::Misplaced { setting: setting(step), value: given(steps, step).to_owned(), rule };
    let standing = |step: Step| format!("{} = {:?}", setting(step), given(steps, step));
    match refusal {
        ScheduleRefusal::CannotBeOff(step) => StepsError::CannotBeOff { setting: setting(step) },
        ScheduleRefusal::OutOfOrder { earlier, later } => {
            StepsError::OutOfOrder { earlier: standing(earlier), later: standing(later) }
        }
        ScheduleRefusal::TooFar(step) => {
            misplaced(step, "be within 60 days before the day and 30 days after it: give it fewer days")
        }
        ScheduleRefusal::WrongSide(step) => misplaced(
            step,
            match step.side() {
                Side::Before => "come before the day: give it -1 day or less",
                Side::On => "be on the day itself: give it 0 days",
                Side::After => "come after the day: give it 1 day or more",
            },
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::{Config, ConfigError, Env};
    use domain::campaign::Schedule;

    fn with(pairs: &[(&str, &str)]) -> Result<Defaults, ConfigError> {
        Ok(defaults(&Config::load(None, &Env::of(pairs))?.steps)?)
    }

    #[test]
    fn the_shipped_steps_are_the_built_in_ones() {
        let shipped = Config::load(None, &Env::default()).unwrap().steps;
        assert_eq!(defaults(&shipped).unwrap(), Defaults::default());
        // It is not by chance: each is named in the file, and none of them as off.
        for step in Step::ALL.iter().copied() {
            assert_eq!(place(step, given(&shipped, step)), Some((step.built_in(), Switch::On)), "{step}");
        }
    }

    #[test]
    fn each_form_is_read() {
        let set = [
            ("CMAD_STEPS__ANNOUNCE", "-20 8:30"),
            ("CMAD_STEPS__COUNTDOWN", "Off"),
            ("CMAD_STEPS__EVE", " -2  18:00 off "),
            ("CMAD_STEPS__RECAP", "+2 12:00"),
        ];
        let plan = Schedule::default().over(&Arc::new(with(&set).unwrap()));
        let at = |step: Step| format!("{} {} {}", plan.at(step).days, plan.at(step).time, plan.is_on(step));
        assert_eq!(at(Step::Announce), "-20 08:30:00 true");
        assert_eq!(at(Step::Countdown), "-7 10:00:00 false");
        assert_eq!(at(Step::Eve), "-2 18:00:00 false");
        assert_eq!(at(Step::Recap), "2 12:00:00 true");
        assert_eq!(at(Step::Day), "0 09:00:00 true");
    }

    #[test]
    fn what_is_wrong_is_named_with_what_to_do() {
        let check = |pairs: &[(&str, &str)], says: &[&str]| {
            let error = with(pairs).unwrap_err().to_string();
            assert!(says.iter().all(|part| error.contains(part)), "{error}");
        };
        for value in ["-14", "10:00", "-14 25:00", "-14 10:00 on", "-14 10:00 off off", "two 10:00", "-14 10:00:00", ""]
        {
            let says = format!("steps.announce (CMAD_STEPS__ANNOUNCE) = {value:?} is not a time for a step");
            check(&[("CMAD_STEPS__ANNOUNCE", value)], &[&says, "\"-14 10:00\""]);
        }
        check(
            &[("CMAD_STEPS__CLOSE", "off")],
            &["steps.close (CMAD_STEPS__CLOSE) cannot be \"off\"", "days and a time"],
        );
        check(&[("CMAD_STEPS__DIGEST", "2 09:00 off")], &["steps.digest", "cannot be"]);
        check(
            &[("CMAD_STEPS__ANNOUNCE", "-5 10:00"), ("CMAD_STEPS__COUNTDOWN", "off")],
            &[
                "steps.announce (CMAD_STEPS__ANNOUNCE) = \"-5 10:00\" must come before steps.countdown",
                "has its place too",
            ],
        );
        check(&[("CMAD_STEPS__LAST_CALL", "0 08:00")], &["steps.day", "must come before steps.last_call"]);
        check(&[("CMAD_STEPS__ROSTER_CHECK", "-99 10:00")], &["steps.roster_check", "within 60 days before"]);
        check(&[("CMAD_STEPS__EVE", "0 08:00")], &["steps.eve", "before the day", "-1 day or less"]);
        check(&[("CMAD_STEPS__DAY", "1 08:00")], &["steps.day", "0 days"]);
        check(&[("CMAD_STEPS__RECAP", "0 23:00")], &["steps.recap", "after the day"]);
    }
}
