//! The plan as an admin reads it: each step with its local time, and what became of it.

use chrono::{DateTime, Utc};

use crate::app::SendRecord;
use crate::app::campaigns::{Status, StepStatus};
use crate::text::Lang;
use domain::calendar;
use domain::campaign::{Basis, ScheduleRefusal, Side, Step};
use domain::send::{SendState, Task};

/// The plan: one line a step, below a line that says whose clock it is.
pub(super) fn plan(lang: Lang, status: &Status) -> String {
    let head = lang.with("plan-head", &[("zone", status.campaign.zone.name().into())]);
    let lines = status.steps.iter().map(|step| line(lang, status, step));
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}

fn line(lang: Lang, status: &Status, step: &StepStatus) -> String {
    let local = step.due.with_timezone(&status.campaign.zone);
    let schedule = &status.campaign.schedule;
    let rests = schedule.gave_way().any(|(one, whose)| one == step.step && whose == Basis::Server);
    let moved = if rests {
        "rests"
    } else if schedule.is_moved(step.step) {
        "yes"
    } else {
        "no"
    };
    lang.with(
        "plan-line",
        &[
            ("step", step_name(lang, step.step).into()),
            ("date", lang.day_and_month(calendar::date(step.due, status.campaign.zone)).into()),
            ("time", local.format("%H:%M").to_string().into()),
            ("unix", step.due.timestamp().to_string().into()),
            ("own", if step.step.is_own_time() { "yes" } else { "no" }.into()),
            ("moved", moved.into()),
            ("state", state(lang, step).into()),
        ],
    )
}

/// What became of a step, in a word or two.
fn state(lang: Lang, step: &StepStatus) -> String {
    if !step.on {
        return lang.say("state-off");
    }
    if step.step.is_own_time() {
        return counted(lang, &step.sends);
    }
    let of_event = step.sends.iter().find(|send| send.task == Task::Event);
    let of_step = step.sends.iter().find(|send| send.task != Task::Event);
    let own = of_step.map_or_else(|| lang.say("state-planned"), |send| lang.say(state_key(send)));
    match of_event {
        Some(event) if of_step.is_none_or(|send| state_key(send) != state_key(event)) => {
            lang.with("state-and-event", &[("state", own.into()), ("event", lang.say(state_key(event)).into())])
        }
        _ => own,
    }
}

/// The states of sends that go to several people, each with its number.
fn counted(lang: Lang, sends: &[SendRecord]) -> String {
    const ORDER: [&str; 8] = [
        "state-sent",
        "state-planned",
        "state-claimed",
        "state-refused",
        "state-skipped",
        "state-failed",
        "state-unknown",
        "state-dropped",
    ];
    if sends.is_empty() {
        return lang.say("state-nobody");
    }
    let number = |key: &str| sends.iter().filter(|send| state_key(send) == key).count();
    let parts = ORDER.iter().filter(|key| number(key) > 0).map(|key| {
        let (count, state) = (number(key), lang.say(key));
        lang.with("state-counted", &[("count", count.into()), ("state", state.into())])
    });
    lang.series(&parts.collect::<Vec<_>>())
}

fn state_key(send: &SendRecord) -> &'static str {
    match send.state {
        SendState::Planned if send.code.is_some() => "state-refused",
        SendState::Planned => "state-planned",
        SendState::Claimed => "state-claimed",
        SendState::Sent => "state-sent",
        SendState::Skipped => "state-skipped",
        SendState::Dropped => "state-dropped",
        SendState::Failed => "state-failed",
        SendState::Unknown => "state-unknown",
    }
}

/// What comes next, and when.
pub(super) fn next(status: &Status) -> Option<(Step, DateTime<Utc>)> {
    let waiting = |send: &&SendRecord| matches!(send.state, SendState::Planned | SendState::Claimed);
    let first = |step: &StepStatus| step.sends.iter().filter(waiting).map(|send| send.due).min();
    status.steps.iter().filter_map(|step| Some((step.step, first(step)?))).min_by_key(|(_, due)| *due)
}

/// What comes next, in a sentence.
pub(super) fn next_line(lang: Lang, now: DateTime<Utc>, status: &Status) -> String {
    let Some((step, due)) = next(status) else { return lang.say("next-nothing") };
    let key = if status.server.paused_at.is_some() {
        "next-paused"
    } else if due <= now {
        "next-now"
    } else {
        "next-then"
    };
    lang.with(key, &[("step", step_name(lang, step).into()), ("unix", due.timestamp().to_string().into())])
}

/// Why a change of the plan was refused.
pub(super) fn refusal(lang: Lang, refusal: ScheduleRefusal) -> String {
    let one = |key: &str, step: Step| lang.with(key, &[("step", step_name(lang, step).into())]);
    match refusal {
        ScheduleRefusal::CannotBeOff(step) => one("refused-cannot-be-off", step),
        ScheduleRefusal::OutOfOrder { earlier, later } => lang.with(
            "refused-out-of-order",
            &[("earlier", step_name(lang, earlier).into()), ("later", step_name(lang, later).into())],
        ),
        ScheduleRefusal::TooFar(step) => one("refused-too-far", step),
        ScheduleRefusal::WrongSide(step) => match step.side() {
            Side::Before => one("refused-not-before", step),
            Side::On => one("refused-not-on-the-day", step),
            Side::After => one("refused-not-after", step),
        },
    }
}

/// The step's name as it is shown.
pub(super) fn step_name(lang: Lang, step: Step) -> String {
    lang.say(&format!("step-{step}"))
}
