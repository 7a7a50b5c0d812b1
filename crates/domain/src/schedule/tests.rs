//! Schedules on top of every kind of defaults.

use proptest::prelude::*;

use super::*;

fn at(days: i16, time: &str) -> StepTime {
    StepTime { days, time: time.parse().unwrap() }
}

fn hour(hour: u8) -> Hour {
    Hour::chosen(hour).unwrap()
}

/// Defaults with these steps moved.
fn moved(steps: &[(Step, i16, &str)]) -> Arc<Defaults> {
    let changes = steps.iter().map(|(step, days, time)| (*step, at(*days, time), Switch::On));
    Arc::new(Defaults::new(changes).unwrap())
}

fn stored(schedule: &Schedule) -> String {
    serde_json::to_string(schedule).unwrap()
}

fn read(json: &str) -> Schedule {
    serde_json::from_str(json).unwrap()
}

fn not_held(schedule: &Schedule) -> Vec<(Step, Basis)> {
    schedule.gave_way().collect()
}

#[test]
fn the_hour_moves_nine_and_ten() {
    let schedule = Schedule::default().with_hour(hour(7)).unwrap();
    assert_eq!(schedule.at(Step::Announce), at(-14, "07:00"));
    assert_eq!(schedule.at(Step::Day), at(0, "07:00"));
    assert_eq!(schedule.at(Step::LastCall), at(0, "17:00"));
    assert_eq!(Hour::chosen(17), None);
    for chosen in 0..=Hour::LATEST {
        assert!(Schedule::default().with_hour(hour(chosen)).is_ok());
    }
    // It also replaces an operator's 09:00 and 10:00, on any day, but no other time.
    let defaults = moved(&[
        (Step::Announce, -20, "10:00"),
        (Step::Eve, -1, "18:30"),
        (Step::Day, 0, "10:00"),
        (Step::LastCall, 0, "16:00"),
        (Step::Close, 5, "10:00"),
    ]);
    let schedule = Schedule::default().over(&defaults).with_hour(hour(7)).unwrap();
    assert_eq!(schedule.at(Step::Announce), at(-20, "07:00"));
    assert_eq!(schedule.at(Step::Countdown), at(-7, "07:00"));
    assert_eq!(schedule.at(Step::Eve), at(-1, "18:30"));
    assert_eq!(schedule.at(Step::Day), at(0, "07:00"));
    assert_eq!(schedule.at(Step::Close), at(5, "10:00"));
    let (earlier, later) = (Step::Day, Step::LastCall);
    let refused = Schedule::default().over(&defaults).with_hour(hour(16)).unwrap_err();
    assert_eq!(refused, ScheduleRefusal::OutOfOrder { earlier, later });
}

#[test]
fn steps_stay_in_order() {
    let plan = Schedule::default();
    assert_eq!(plan.switch(Step::Close, Switch::Off), Err(ScheduleRefusal::CannotBeOff(Step::Close)));
    let announced = plan.move_to(Step::Announce, at(-20, "08:00")).unwrap();
    assert_eq!(announced.at(Step::Announce).days, -20);
    assert_eq!(announced.reset(Step::Announce).unwrap(), plan);
    let refused = |step, days, time| plan.move_to(step, at(days, time)).unwrap_err();
    assert_eq!(
        refused(Step::Announce, -3, "08:00"),
        ScheduleRefusal::OutOfOrder { earlier: Step::Announce, later: Step::Countdown }
    );
    assert_eq!(refused(Step::Close, 99, "08:00"), ScheduleRefusal::TooFar(Step::Close));
    assert_eq!(refused(Step::Recap, 0, "20:00"), ScheduleRefusal::WrongSide(Step::Recap));
    assert_eq!(
        refused(Step::Day, 0, "18:00"),
        ScheduleRefusal::OutOfOrder { earlier: Step::Day, later: Step::LastCall }
    );
}

#[test]
fn the_note_about_who_has_no_words_comes_two_hours_before_the_last_call() {
    let plan = Schedule::default();
    assert_eq!(plan.at(Step::Unthanked), at(0, "15:00"));
    let early = plan.move_to(Step::LastCall, at(0, "12:30")).unwrap();
    assert_eq!((early.at(Step::Unthanked), early.is_moved(Step::Unthanked)), (at(0, "10:30"), false));
    // A last call in the night, and a day's post after the note: both are in order.
    let night = plan.with_hour(hour(0)).unwrap().move_to(Step::LastCall, at(0, "01:00")).unwrap();
    assert_eq!(night.at(Step::Unthanked), at(0, "00:00"));
    assert_eq!(plan.with_hour(hour(16)).unwrap().at(Step::Unthanked), at(0, "15:00"));
    // Of its own time it may be at any hour of the day, but not after the last call.
    let own = plan.move_to(Step::Unthanked, at(0, "16:30")).unwrap();
    let refusal = ScheduleRefusal::OutOfOrder { earlier: Step::Unthanked, later: Step::LastCall };
    assert_eq!(own.move_to(Step::LastCall, at(0, "16:00")), Err(refusal));
    assert_eq!(plan.move_to(Step::Unthanked, at(0, "17:00")), Err(refusal));
    assert_eq!(plan.move_to(Step::LastCall, at(1, "17:00")), Err(ScheduleRefusal::WrongSide(Step::LastCall)));
    let defaults = moved(&[(Step::LastCall, 0, "14:00")]);
    assert_eq!(plan.over(&defaults).at(Step::Unthanked), at(0, "12:00"));
}

#[test]
fn defaults_keep_the_same_rules() {
    let refused = |step, place, switch| Defaults::new([(step, place, switch)]).unwrap_err();
    let (digest, eve) = (Step::Digest, Step::Eve);
    assert_eq!(refused(digest, digest.built_in(), Switch::Off), ScheduleRefusal::CannotBeOff(digest));
    assert_eq!(refused(eve, at(0, "08:00"), Switch::On), ScheduleRefusal::WrongSide(eve));
    assert_eq!(refused(eve, at(-61, "08:00"), Switch::Off), ScheduleRefusal::TooFar(eve));
    let (earlier, later) = (Step::Countdown, Step::Eve);
    assert_eq!(refused(eve, at(-8, "08:00"), Switch::On), ScheduleRefusal::OutOfOrder { earlier, later });
    let as_built = Step::ALL.iter().map(|step| (*step, step.built_in(), Switch::On));
    assert_eq!(Defaults::new(as_built).unwrap(), Defaults::default());
}

#[test]
fn what_a_server_chose_wins_and_the_rest_follows_the_defaults() {
    let changes = [
        (Step::Countdown, at(-5, "12:00"), Switch::Off),
        (Step::Eve, Step::Eve.built_in(), Switch::Off),
        (Step::Recap, at(2, "11:00"), Switch::On),
    ];
    let defaults = Arc::new(Defaults::new(changes).unwrap());
    let plan = Schedule::default().over(&defaults);
    assert!(!plan.is_on(Step::Countdown) && !plan.is_on(Step::Eve) && plan.is_on(Step::Day));
    assert_eq!(plan.at(Step::Recap), at(2, "11:00"));
    assert!(!plan.is_moved(Step::Recap), "the server has moved nothing");
    assert_eq!(stored(&plan), r#"{"hour":null}"#);

    let own = plan.switch(Step::Countdown, Switch::On).unwrap();
    let own = own.move_to(Step::Recap, at(1, "20:00")).unwrap().switch(Step::Announce, Switch::Off).unwrap();
    assert_eq!(own.at(Step::Countdown), at(-5, "12:00"), "on again, it stands where the operator put it");
    assert!(own.is_moved(Step::Recap) && !own.is_on(Step::Announce) && !own.is_on(Step::Eve));
    // The server's choices survive storage and other defaults.
    assert_eq!(read(&stored(&own)).over(&defaults), own);
    let elsewhere = read(&stored(&own)).over(&Arc::default());
    assert_eq!((elsewhere.at(Step::Recap), elsewhere.at(Step::Countdown)), (at(1, "20:00"), at(-7, "10:00")));
    assert!(elsewhere.is_on(Step::Countdown) && elsewhere.is_on(Step::Eve) && !elsewhere.is_on(Step::Announce));

    let back = [Step::Countdown, Step::Recap, Step::Announce].iter().try_fold(own, |own, step| own.reset(*step));
    assert_eq!(back.unwrap(), plan, "back at the operator's defaults");
}

#[test]
fn what_was_chosen_outlasts_a_default_that_does_not_fit_it() {
    let own = Schedule::default().move_to(Step::Countdown, at(-3, "10:00")).unwrap();
    let defaults = moved(&[(Step::Eve, -4, "18:00"), (Step::Recap, 2, "11:00")]);
    let fitted = own.clone().over(&defaults);
    assert_eq!(fitted.at(Step::Countdown), at(-3, "10:00"), "what the server chose");
    assert_eq!(fitted.at(Step::Eve), at(-1, "10:00"), "the step that does not fit, and it alone");
    assert_eq!(fitted.at(Step::Recap), at(2, "11:00"));
    assert_eq!(not_held(&fitted), [(Step::Eve, Basis::Installation)]);
    assert_eq!(stored(&fitted), stored(&own), "nothing of it is stored");

    // A default that was replaced does not restrict the server's admins, and is used again when it fits.
    let later = fitted.move_to(Step::Countdown, at(-2, "10:00")).unwrap();
    assert_eq!(later.at(Step::Eve), at(-1, "10:00"));
    let (earlier, late) = (Step::Countdown, Step::Eve);
    assert_eq!(fitted.reset(Step::Eve), Err(ScheduleRefusal::OutOfOrder { earlier, later: late }));
    let reset = fitted.reset(Step::Countdown).unwrap();
    assert_eq!((reset.at(Step::Eve), not_held(&reset)), (at(-4, "18:00"), vec![]));
    // A default that is in use is not replaced because of a change: the change is refused, as on any other plan.
    let plan = Schedule::default().over(&defaults);
    let refused = plan.move_to(Step::Countdown, at(-3, "10:00")).unwrap_err();
    assert_eq!(refused, ScheduleRefusal::OutOfOrder { earlier, later: late });

    // The hour is a server's choice too.
    let late_hour = Schedule::default().with_hour(hour(15)).unwrap().over(&moved(&[(Step::LastCall, 0, "14:00")]));
    assert_eq!((late_hour.at(Step::Day), late_hour.at(Step::LastCall)), (at(0, "15:00"), at(0, "17:00")));
}

#[test]
fn what_was_chosen_along_with_defaults_that_are_gone_rests() {
    let early = moved(&[(Step::RosterCheck, -50, "10:00"), (Step::Announce, -40, "10:00")]);
    let own = Schedule::default().over(&early).move_to(Step::Countdown, at(-18, "10:00")).unwrap();
    let fitted = own.clone().over(&Arc::default());
    assert_eq!(fitted.at(Step::Countdown), at(-7, "10:00"), "it would come before the announcement");
    assert!(!fitted.is_moved(Step::Countdown));
    assert_eq!(not_held(&fitted), [(Step::Countdown, Basis::Server)]);
    assert_eq!(fitted.clone().over(&early), own, "it holds again when the defaults are back");
    // Once an admin has made a new choice, the old one does not come back.
    let announced = fitted.move_to(Step::Announce, at(-25, "10:00")).unwrap();
    assert_eq!(announced.over(&Arc::default()).at(Step::Countdown), at(-7, "10:00"));
}

#[test]
fn nothing_is_granted_that_would_push_another_choice_aside() {
    let own = Schedule::default().with_hour(hour(7)).unwrap();
    let own =
        own.move_to(Step::Announce, at(-21, "10:00")).unwrap().move_to(Step::Countdown, at(-16, "10:00")).unwrap();
    // At this hour these two conflict with each other, and the built-in announcement would be too late.
    let plan = own.over(&moved(&[(Step::RosterCheck, -20, "08:00"), (Step::Announce, -20, "10:00")]));
    assert_eq!(not_held(&plan), [(Step::RosterCheck, Basis::Installation)]);
    let (earlier, later) = (Step::RosterCheck, Step::Announce);
    assert_eq!(plan.reset(Step::Announce), Err(ScheduleRefusal::OutOfOrder { earlier, later }));
    assert!(plan.is_moved(Step::Countdown));
}

#[test]
fn the_schedule_survives_storage() {
    let plan = Schedule::default().with_hour(hour(8)).unwrap().switch(Step::Eve, Switch::Off).unwrap();
    assert_eq!(stored(&plan), r#"{"hour":8,"off":["eve"]}"#);
    assert_eq!(read(&stored(&plan)), plan);
}

#[test]
fn written_out_it_needs_no_defaults() {
    let changes = [(Step::Countdown, at(-5, "12:00"), Switch::Off), (Step::Recap, at(2, "10:00"), Switch::On)];
    let plan = Schedule::default().over(&Arc::new(Defaults::new(changes).unwrap())).with_hour(hour(8)).unwrap();
    let kept = read(&stored(&plan.written_out()));
    for step in Step::ALL.iter().copied() {
        assert_eq!((kept.at(step), kept.is_on(step)), (plan.at(step), plan.is_on(step)), "{step}");
    }
    // On the built-in plan, this is what earlier versions stored.
    let plain = Schedule::default().with_hour(hour(8)).unwrap().move_to(Step::Eve, at(-2, "18:00")).unwrap();
    assert_eq!(stored(&plain.written_out()), stored(&plain));
}

/// Any time that is valid for `step` by itself.
fn place(step: Step) -> impl Strategy<Value = StepTime> {
    let days = match step {
        Step::RosterCheck | Step::Announce | Step::Countdown | Step::Eve => -12..=-1,
        Step::Day | Step::Unthanked | Step::LastCall | Step::Breathe => 0..=0,
        Step::Recap | Step::Digest | Step::Close => 1..=8i16,
    };
    (days, 0u32..24, prop::sample::select(vec![0, 30]))
        .prop_map(|(days, hour, minute)| StepTime { days, time: NaiveTime::from_hms_opt(hour, minute, 0).unwrap() })
}

fn change() -> impl Strategy<Value = (Step, StepTime)> {
    prop::sample::select(Step::ALL).prop_flat_map(|step| (Just(step), place(step)))
}

/// Defaults made of these changes, except those that conflict with an earlier one.
fn defaults_of(changes: &[(Step, StepTime)]) -> Arc<Defaults> {
    let mut taken = Vec::new();
    for (step, place) in changes {
        let more: Vec<_> = taken.iter().copied().chain([(*step, *place, Switch::On)]).collect();
        if Defaults::new(more.clone()).is_ok() {
            taken = more;
        }
    }
    Arc::new(Defaults::new(taken).unwrap())
}

proptest! {
    #[test]
    fn whatever_the_defaults_become_the_steps_are_in_order(
        defaults in prop::collection::vec(prop::collection::vec(change(), 0..12), 1..4),
        moves in prop::collection::vec((change(), prop::option::of(0u8..=Hour::LATEST)), 0..8),
    ) {
        let mut plan = Schedule::default();
        for changes in &defaults {
            plan = read(&stored(&plan)).over(&defaults_of(changes));
            prop_assert_eq!(plan.check(), Ok(()));
            for ((step, to), hour) in &moves {
                if let Ok(moved) = plan.move_to(*step, *to) {
                    prop_assert_eq!(moved.at(*step), *to, "what was granted holds");
                    plan = moved;
                }
                if let Some(Ok(chosen)) = hour.map(|hour| plan.with_hour(Hour(Some(hour)))) {
                    plan = chosen;
                }
                if let Ok(back) = plan.reset(*step) {
                    prop_assert!(!back.is_moved(*step));
                }
                prop_assert_eq!(plan.check(), Ok(()));
                let again = read(&stored(&plan)).over(&plan.defaults);
                prop_assert_eq!(&again, &plan, "it is read as it was answered");
                let kept = read(&stored(&plan.written_out()));
                prop_assert!(Step::ALL.iter().all(|step| kept.at(*step) == plan.at(*step)));
            }
        }
    }
}
