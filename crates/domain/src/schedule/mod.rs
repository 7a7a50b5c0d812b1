//! When a server's steps are taken, and whether they are: what its admins changed, over what its operator set, over
//! what is built in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveTime, Timelike as _};
use serde::{Deserialize, Serialize};

use crate::step::{Side, Step, StepTime};

/// What one server changed of the plan, on the defaults of its installation. Everything it did not change follows them.
///
/// Only what the server changed is stored; read back, it stands on the built-in defaults until [`Schedule::over`] puts it
/// on others. Whatever those are, the steps come in order: see [`Schedule::gave_way`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The hour that stands in for 09:00 and 10:00.
    #[serde(default)]
    hour: Hour,
    /// The steps that were moved.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    moved: BTreeMap<Step, StepTime>,
    /// The steps that were switched off, whatever the default is.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    off: BTreeSet<Step>,
    /// The steps that were switched on, whatever the default is.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    on: BTreeSet<Step>,
    /// The installation's.
    #[serde(skip)]
    defaults: Arc<Defaults>,
    /// The steps that stand by less than they could, because the plan would be out of order else.
    #[serde(skip)]
    gave_way: BTreeMap<Step, Basis>,
}

/// Where each step stands, and whether it is on, until a server changes it: the operator's `[steps]`.
///
/// The default is what is built in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    /// The steps that stand elsewhere than is built in.
    moved: BTreeMap<Step, StepTime>,
    /// The steps that are off.
    off: BTreeSet<Step>,
}

/// By whose word a step stands where it stands, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Nobody's: it is built in.
    BuiltIn,
    /// The operator's.
    Installation,
    /// The server's.
    Server,
}

/// The hour that stands in for 09:00 and 10:00, when a server chose one.
///
/// It is what the server's admins want, so it stands in for an operator's 09:00 and 10:00 too; a step that an operator
/// put at another time of day keeps that. `last-call`, `breathe` and `close` have nothing to do with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hour(Option<u8>);

impl Hour {
    /// The latest hour that still leaves the last call (built in: 17:00) behind the day's own post.
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

    /// Where a step stands by default, with this hour.
    fn of(self, step: Step, default: StepTime) -> StepTime {
        let moves = !matches!(step, Step::LastCall | Step::Breathe | Step::Close);
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

/// Why a plan was refused; nothing was changed.
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

impl ScheduleRefusal {
    /// The steps that it speaks of, in their order.
    fn steps(self) -> Vec<Step> {
        match self {
            Self::CannotBeOff(step) | Self::TooFar(step) | Self::WrongSide(step) => vec![step],
            Self::OutOfOrder { earlier, later } => vec![earlier, later],
        }
    }
}

impl Defaults {
    /// The built-in defaults, with these changes: where a step stands, and whether it is on. A step that is not named
    /// stands where it is built in, and is on.
    ///
    /// # Errors
    /// They would be refused to a server too.
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
    /// When `step` is taken, whether or not it is switched on.
    #[must_use]
    pub fn at(&self, step: Step) -> StepTime {
        let (own, installation) = (self.moved.get(&step), self.defaults.moved.get(&step));
        match (self.basis(step), own, installation) {
            (Basis::Server, Some(own), _) => *own,
            (Basis::Installation, _, Some(set)) => self.hour.of(step, *set),
            _ => self.hour.of(step, step.built_in()),
        }
    }

    /// Whether `step` is switched on.
    #[must_use]
    pub fn is_on(&self, step: Step) -> bool {
        !self.off.contains(&step) && (self.on.contains(&step) || !self.defaults.off.contains(&step))
    }

    /// Whether `step` stands where the server moved it.
    #[must_use]
    pub fn is_moved(&self, step: Step) -> bool {
        self.basis(step) == Basis::Server
    }

    /// The steps that do not stand where they were put, each with who put it there.
    ///
    /// What a server chose was in order when it chose it; its operator may have changed the defaults since. Then a
    /// default that does not fit what the server chose gives way, and that step alone stands where it is built in. Only
    /// what still does not fit, because the server had moved it along with defaults that are gone, gives way in turn.
    pub fn gave_way(&self) -> impl Iterator<Item = (Step, Basis)> {
        self.gave_way.keys().map(|step| (*step, self.strongest(*step)))
    }

    /// The same changes on the defaults of an installation.
    #[must_use]
    pub fn over(self, defaults: &Arc<Defaults>) -> Self {
        Self { defaults: Arc::clone(defaults), ..self }.fitted()
    }

    /// A schedule of its own that says the same whatever the defaults become: how a campaign's is kept.
    #[must_use]
    pub fn written_out(&self) -> Self {
        let places = Step::ALL.iter().map(|step| (*step, self.at(*step)));
        let moved = places.filter(|(step, at)| *at != self.hour.of(*step, step.built_in())).collect();
        let off = Step::ALL.iter().copied().filter(|step| !self.is_on(*step)).collect();
        Self { hour: self.hour, moved, off, ..Self::default() }
    }

    /// The plan with another hour in place of 09:00 and 10:00.
    ///
    /// # Errors
    /// The steps would be out of order.
    pub fn with_hour(&self, hour: Hour) -> Result<Self, ScheduleRefusal> {
        Self { hour, ..self.clone() }.decided()
    }

    /// Switches `step` on or off, whatever its default is or becomes.
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

    /// Puts `step` back to its default: where it stands, and whether it is on.
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

    /// What an admin has just decided, if it is in order beside everything as it stands now.
    fn decided(mut self) -> Result<Self, ScheduleRefusal> {
        self.check()?;
        let gave_way = std::mem::take(&mut self.gave_way);
        // A time of the server's that gave way is given up: it would come back when nobody expects it any more.
        self.moved.retain(|step, _| !gave_way.contains_key(step));
        let whole = self.check();
        let fitted = self.fitted();
        match whole {
            // Where defaults do not even fit each other with this hour, something that was chosen would give way.
            Err(refusal) if fitted.moved.keys().any(|step| !fitted.is_moved(*step)) => Err(refusal),
            _ => Ok(fitted),
        }
    }

    /// Has what does not fit give way, the weaker before the stronger, until all is in order. What is built in is,
    /// whatever the hour.
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

    /// By whose word a step would stand if all were in order.
    fn strongest(&self, step: Step) -> Basis {
        if self.moved.contains_key(&step) {
            Basis::Server
        } else if self.defaults.moved.contains_key(&step) {
            Basis::Installation
        } else {
            Basis::BuiltIn
        }
    }

    /// The first rule that is broken.
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
        // `breathe` and `digest` run in each manager's own zone; the order that can be promised is the others'.
        for pair in Step::in_order().windows(2) {
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

#[cfg(test)]
mod tests;
