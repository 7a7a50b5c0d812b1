//! `/campaign steps`: the plan, and changing one step of it.

use chrono::{DateTime, NaiveTime, Utc};

use crate::app::SendRecord;
use crate::app::campaigns::{Status, StepChange, StepStatus};
use crate::discord::commands::campaign::plan::step_name;
use crate::discord::commands::campaign::{plan, status};
use crate::discord::components::{Component, Message};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::interaction::{Interaction, Options};
use crate::text::Lang;
use domain::campaign::{Schedule, Step, StepTime, Switch};
use domain::send::{SendState, Task};
use domain::server::Server;

/// What the admin asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum StepRequest {
    /// The plan as it is.
    Show,
    /// A change of one step.
    Change(Step, StepChange),
    /// The options contradict each other; the key of the text that says so.
    Unclear(&'static str),
}

pub(super) async fn run(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let (lang, now) = (interaction.lang, bot.app.now());
    match read_request(options, &server.schedule) {
        StepRequest::Unclear(key) => Ok(Message::text(lang.say(key))),
        StepRequest::Show => {
            let status = bot.app.status(server.guild).await?;
            let status = status.ok_or_else(|| Stop::say(lang.say("not-set-up-admin")))?;
            Ok(answer(lang, now, &status, None))
        }
        StepRequest::Change(step, change) => Ok(match bot.app.change_step(server, step, change).await? {
            Ok(status) => answer(lang, now, &status, Some((step, change))),
            Err(refusal) => Message::text(plan::refusal(lang, refusal)),
        }),
    }
}

/// Reads the options: one change of one step, or none.
pub(super) fn read_request(options: &Options, schedule: &Schedule) -> StepRequest {
    let step = options.text("step").and_then(Step::from_name);
    let on = options.flag("on");
    let (days, time) = (options.number("days"), options.text("time"));
    let reset = options.flag("reset") == Some(true);
    let is_moved = days.is_some() || time.is_some();
    let changes = [on.is_some(), is_moved, reset].into_iter().filter(|given| *given).count();
    let Some(step) = step else {
        return if changes == 0 { StepRequest::Show } else { StepRequest::Unclear("steps-which") };
    };
    if changes > 1 {
        return StepRequest::Unclear("steps-one-change");
    }
    if let Some(on) = on {
        return StepRequest::Change(step, StepChange::Switch(if on { Switch::On } else { Switch::Off }));
    }
    if reset {
        return StepRequest::Change(step, StepChange::Reset);
    }
    if !is_moved {
        return StepRequest::Show;
    }
    let now = schedule.at(step);
    let Ok(time) = time.map_or(Ok(now.time), |text| NaiveTime::parse_from_str(text.trim(), "%H:%M")) else {
        return StepRequest::Unclear("steps-bad-time");
    };
    // The plan itself refuses a number of days that is out of range.
    let days = days.map_or(now.days, |days| i16::try_from(days).unwrap_or(i16::MAX));
    StepRequest::Change(step, StepChange::MoveTo(StepTime { days, time }))
}

/// The plan, with what was changed above it.
pub(super) fn answer(lang: Lang, now: DateTime<Utc>, status: &Status, changed: Option<(Step, StepChange)>) -> Message {
    let head = match changed {
        Some((step, change)) => changed_line(lang, now, status, step, change),
        None => lang.say("steps-head"),
    };
    Message::of(vec![
        Component::Text(format!("{}\n{head}", status::day(lang, &status.campaign))),
        Component::Text(plan::plan(lang, status)),
        Component::Text(format!("{}\n{}", plan::next_line(lang, now, status), lang.say("steps-how"))),
    ])
}

/// Whether the step has brought a scheduled event, or may have.
fn has_event(step: &StepStatus) -> bool {
    let is_there = |send: &SendRecord| {
        send.task == Task::Event && matches!(send.state, SendState::Sent | SendState::Claimed | SendState::Unknown)
    };
    step.sends.iter().any(is_there)
}

fn changed_line(lang: Lang, now: DateTime<Utc>, status: &Status, step: Step, change: StepChange) -> String {
    let is_on = status.campaign.schedule.is_on(step);
    let key = match change {
        StepChange::Switch(Switch::On) => "steps-now-on",
        StepChange::Switch(Switch::Off) => "steps-now-off",
        StepChange::MoveTo(_) => "steps-moved",
        StepChange::Reset if is_on => "steps-reset-done",
        StepChange::Reset => "steps-reset-off",
    };
    let found = status.steps.iter().find(|one| one.step == step);
    let due = status.campaign.due(step);
    let args = [("step", step_name(lang, step).into()), ("unix", due.timestamp().to_string().into())];
    let line = lang.with(key, &args);
    let has_event = status.campaign.span().0 > now && found.is_some_and(has_event);
    if !is_on && has_event {
        return format!("{line}\n{}", lang.say("steps-event-goes"));
    }
    let state = found.filter(|one| one.on).and_then(|one| one.state());
    let note = match state {
        Some(SendState::Sent) => "steps-was-sent",
        Some(SendState::Planned) if due <= now => "steps-past",
        _ => return line,
    };
    format!("{line}\n{}", lang.say(note))
}
