//! When a server's steps are due, and which are on: the server's changes on top of the operator's defaults, on top of
//! the built-in times.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveTime, TimeDelta, Timelike as _};
use serde::{Deserialize, Serialize};

use crate::step::{Side, Step, StepTime};

/// A server's changes to the plan, on top of its installation's defaults. Whatever the server did not change follows
/// the defaults.
///
/// Only the server's changes are stored; [`Schedule::over`] applies them to the installation's defaults. The steps are
/// always in order: see [`Schedule::gave_way`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The hour that replaces 09:00 and 10:00.
    #[serde(default)]
    hour: Hour,
    /// The steps that were moved.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    moved: BTreeMap<Step, StepTime>,
    /// The steps that the server switched off.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    off: BTreeSet<Step>,
    /// The steps that the server switched on.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    on: BTreeSet<Step>,
    /// The installation's defaults.
    #[serde(skip)]
    defaults: Arc<Defaults>,
    /// The steps whose time could not be used because the plan would be out of order, each with the source that set it.
    #[serde(skip)]
    gave_way: BTreeMap<Step, Basis>,
}

/// How long before the last call `unthanked` is due, or at midnight.
const BEFORE_LAST_CALL: TimeDelta = TimeDelta::hours(2);

/// The operator's `[steps]`: when each step is due, and whether it is on, unless a server changes it.
/// `Defaults::default()` is the built-in plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    /// The steps that the operator moved.
    moved: BTreeMap<Step, StepTime>,
    /// The steps that the operator switched off.
    off: BTreeSet<Step>,
}

/// Where a step's time comes from, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// It is built in.
    BuiltIn,
    /// The operator set it.
    Installation,
    /// The server set it.
    Server,
}

/// The hour that replaces 09:00 and 10:00, if a server chose one.
///
/// It replaces an operator's 09:00 and 10:00 too, but not another time that an operator set. `last-call`, `breathe` and
/// `close` are not affected, nor is `unthanked`, which follows `last-call`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hour(Option<u8>);

impl Hour {
    /// The latest hour at which the day post still comes before the last call (built in: 17:00).
    pub const LATEST: u8 = 16;

    /// An hour from 0 to 16, local time.
    #[must_use]
    pub fn chosen(hour: u8) -> Option<Self> {
        (hour <= Self::LATEST).then_some(Self(Some(hour)))
    }

    /// The hour that was chosen, if one was.
    #[must_use]
    pub const fn get(self) -> Option<u8> {
        self.0
    }

    /// A step's default time, with this hour.
    fn of(self, step: Step, default: StepTime) -> StepTime {
        let moves = !matches!(step, Step::Unthanked | Step::LastCall | Step::Breathe | Step::Close);
        let is_nine_or_ten = matches!(default.time.hour(), 9 | 10) && default.time.minute() == 0;
        let time = self.0.filter(|_| moves && is_nine_or_ten);
        let time = time.and_then(|hour| NaiveTime::from_hms_opt(hour.into(), 0, 0));
        StepTime { time: time.unwrap_or(default.time), ..default }
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
    /// The announcement must come before the day, the recap after it.
    #[error("{0} is on the wrong side of the day")]
    WrongSide(Step),
}

impl ScheduleRefusal {
    /// The steps involved, in their order.
    fn steps(self) -> Vec<Step> {
        match self {
            Self::CannotBeOff(step) | Self::TooFar(step) | Self::WrongSide(step) => vec![step],
            Self::OutOfOrder { earlier, later } => vec![earlier, later],
        }
    }
}

impl Defaults {
    /// The built-in defaults with these changes; a step that is not named keeps its built-in time and is on.
    ///
    /// # Errors
    /// The changes break a rule that servers have to follow too.
    pub fn new(changes: impl IntoIterator<Item = (Step, StepTime, Switch)>) -> Result<Self, ScheduleRefusal> {
        let mut defaults = Self::default();
        for (step, at, switch) in changes {
            if at != step.built_in() {
                defaults.moved.insert(step, at);
            }
            match switch {
                Switch::On => {}
                Switch::Off if step.can_be_off() => {
                    defaults.off.insert(step);
                }
                Switch::Off => return Err(ScheduleRefusal::CannotBeOff(step)),
            }
        }
        let unchanged = Schedule { defaults: Arc::new(defaults), ..Schedule::default() };
        unchanged.check()?;
        Ok(Arc::unwrap_or_clone(unchanged.defaults))
    }
}

impl Schedule {
    /// When `step` is due, whether or not it is switched on.
    #[must_use]
    pub fn at(&self, step: Step) -> StepTime {
        let (own, installation) = (self.moved.get(&step), self.defaults.moved.get(&step));
        match (self.basis(step), own, installation) {
            (Basis::Server, Some(own), _) => *own,
            (Basis::Installation, _, Some(set)) => self.hour.of(step, *set),
            _ => self.built_in(step),
        }
    }

    /// When `step` is due if no one moved it.
    fn built_in(&self, step: Step) -> StepTime {
        let built_in = step.built_in();
        if step != Step::Unthanked {
            return self.hour.of(step, built_in);
        }
        let (before, wraps) = self.at(Step::LastCall).time.overflowing_sub_signed(BEFORE_LAST_CALL);
        StepTime { time: if wraps == 0 { before } else { NaiveTime::MIN }, ..built_in }
    }

    /// Whether `step` is switched on.
    #[must_use]
    pub fn is_on(&self, step: Step) -> bool {
        !self.off.contains(&step) && (self.on.contains(&step) || !self.defaults.off.contains(&step))
    }

    /// Whether `step` is at the time that the server chose.
    #[must_use]
    pub fn is_moved(&self, step: Step) -> bool {
        self.basis(step) == Basis::Server
    }

    /// The steps whose time could not be used, each with the source that set it.
    ///
    /// A server's choices were in order when it made them, but its operator may have changed the defaults since. Then a
    /// default that conflicts with a server's choice is replaced by the built-in time, for that step alone. A server's
    /// choice is replaced only if the conflict remains, because the server made it together with defaults that no
    /// longer exist.
    pub fn gave_way(&self) -> impl Iterator<Item = (Step, Basis)> {
        self.gave_way.keys().map(|step| (*step, self.strongest(*step)))
    }

    /// The same changes on top of an installation's defaults.
    #[must_use]
    pub fn over(self, defaults: &Arc<Defaults>) -> Self {
        Self { defaults: Arc::clone(defaults), ..self }.fitted()
    }

    /// The same schedule without defaults, so that later changes of them have no effect; stored with each campaign.
    #[must_use]
    pub fn written_out(&self) -> Self {
        let places = Step::ALL.iter().map(|step| (*step, self.at(*step)));
        let moved = places.filter(|(step, at)| *at != self.built_in(*step)).collect();
        let off = Step::ALL.iter().copied().filter(|step| !self.is_on(*step)).collect();
        Self { hour: self.hour, moved, off, ..Self::default() }
    }

    /// The plan with another hour instead of 09:00 and 10:00.
    ///
    /// # Errors
    /// The steps would be out of order.
    pub fn with_hour(&self, hour: Hour) -> Result<Self, ScheduleRefusal> {
        Self { hour, ..self.clone() }.decided()
    }

    /// Switches `step` on or off, independent of its default.
    ///
    /// # Errors
    /// The digest and the close cannot be switched off.
    pub fn switch(&self, step: Step, switch: Switch) -> Result<Self, ScheduleRefusal> {
        if switch == Switch::Off && !step.can_be_off() {
            return Err(ScheduleRefusal::CannotBeOff(step));
        }
        let mut changed = self.clone();
        let (into, out_of) = match switch {
            Switch::On => (&mut changed.on, &mut changed.off),
            Switch::Off => (&mut changed.off, &mut changed.on),
        };
        into.insert(step);
        out_of.remove(&step);
        Ok(changed)
    }

    /// Moves `step`.
    ///
    /// # Errors
    /// The steps would be out of order, or too far from the day.
    pub fn move_to(&self, step: Step, to: StepTime) -> Result<Self, ScheduleRefusal> {
        let mut changed = self.clone();
        changed.moved.insert(step, to);
        changed.gave_way.remove(&step);
        changed.decided()
    }

    /// Resets `step` to its default time and to whether it is on by default.
    ///
    /// # Errors
    /// The steps would be out of order.
    pub fn reset(&self, step: Step) -> Result<Self, ScheduleRefusal> {
        let mut changed = self.clone();
        changed.moved.remove(&step);
        changed.off.remove(&step);
        changed.on.remove(&step);
        changed.gave_way.remove(&step);
        changed.decided()
    }

    /// Checks what an admin has just changed against the plan as it is now.
    fn decided(mut self) -> Result<Self, ScheduleRefusal> {
        self.check()?;
        let gave_way = std::mem::take(&mut self.gave_way);
        // Drops the server's times that are not used, so that they do not come back unexpectedly.
        self.moved.retain(|step, _| !gave_way.contains_key(step));
        let whole = self.check();
        let fitted = self.fitted();
        match whole {
            // The defaults conflict with each other at this hour, so one of the server's choices would be replaced.
            Err(refusal) if fitted.moved.keys().any(|step| !fitted.is_moved(*step)) => Err(refusal),
            _ => Ok(fitted),
        }
    }

    /// Replaces times that conflict by the built-in ones, the weakest first, until all steps are in order. The built-in
    /// plan is in order for every hour.
    fn fitted(mut self) -> Self {
        self.gave_way.clear();
        while let Err(refusal) = self.check() {
            let can_give = refusal.steps().into_iter().rev().filter(|step| self.basis(*step) != Basis::BuiltIn);
            let Some(step) = can_give.min_by_key(|step| self.basis(*step)) else { break };
            let has_default = self.defaults.moved.contains_key(&step);
            let next = match self.basis(step) {
                Basis::Server if has_default => Basis::Installation,
                _ => Basis::BuiltIn,
            };
            self.gave_way.insert(step, next);
        }
        self
    }

    fn basis(&self, step: Step) -> Basis {
        self.gave_way.get(&step).copied().unwrap_or_else(|| self.strongest(step))
    }

    /// Where a step's time would come from if there were no conflicts.
    fn strongest(&self, step: Step) -> Basis {
        if self.moved.contains_key(&step) {
            Basis::Server
        } else if self.defaults.moved.contains_key(&step) {
            Basis::Installation
        } else {
            Basis::BuiltIn
        }
    }

    /// Finds the first rule that is broken.
    fn check(&self) -> Result<(), ScheduleRefusal> {
        for step in Step::ALL.iter().copied() {
            let days = self.at(step).days;
            if !(-60..=30).contains(&days) {
                return Err(ScheduleRefusal::TooFar(step));
            }
            if Side::of(days) != step.side() {
                return Err(ScheduleRefusal::WrongSide(step));
            }
        }
        // `breathe` and `digest` follow each manager's own time zone, so their order cannot be guaranteed.
        for pair in Step::in_order().windows(2) {
            let (earlier, later) = (pair[0], pair[1]);
            if self.at(earlier) >= self.at(later) {
                return Err(ScheduleRefusal::OutOfOrder { earlier, later });
            }
        }
        for (earlier, later) in [(Step::Unthanked, Step::LastCall), (Step::Digest, Step::Close)] {
            if self.at(earlier) >= self.at(later) {
                return Err(ScheduleRefusal::OutOfOrder { earlier, later });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
