use chrono::NaiveTime;
use serde_json::{Value, json};

use super::*;
use crate::app::campaigns::StepChange;
use crate::discord::commands::campaign::doctor::Probe;
use crate::discord::commands::campaign::preview::preview_of;
use crate::discord::commands::campaign::steps::StepRequest;
use crate::discord::commands::tests::samples::{assert_fits, at, manager, server, status, text, worst};
use crate::discord::components::{Button, Component, Style};
use crate::discord::fitting::TEXT_MAX;
use crate::discord::interaction::InteractionKind;
use crate::discord::notes::send_name;
use crate::discord::permissions::{Access, Permission};
use crate::discord::rest::Reach;
use crate::discord::review::Review;
use domain::campaign::{Schedule, ScheduleRefusal, Step, StepTime, Switch};
use domain::ids::{ChannelId, GuildId, RoleId, UserId};
use domain::roster::RosterStatus;
use domain::send::{Report, SendKey, SendKind, SendState};

const BEFORE: &str = "2026-11-22T12:00:00Z";

fn lang() -> Lang {
    Lang::english()
}

fn all_there() -> Probe {
    let there = Access::There { missing: Vec::new(), is_public: false };
    Probe {
        timed_out_until: None,
        campaign: (ChannelId(5), there.clone()),
        admin: Some((ChannelId(6), there)),
        may_create_events: true,
        may_read_content: true,
        review: None,
        lost_role: None,
        lost_organiser: None,
    }
}

/// A bot that Discord reviews, in as many servers as can be.
fn reviewed() -> Review {
    let reach = Reach { servers: u64::MAX, members: u64::MAX };
    Review { reach, content: false, members: false, is_public: true }
}

fn everything_wrong() -> Probe {
    let long = ChannelId(u64::MAX >> 1);
    Probe {
        campaign: (long, Access::There { missing: Permission::IN_CAMPAIGN_CHANNEL.to_vec(), is_public: true }),
        admin: Some((long, Access::There { missing: Permission::IN_ADMIN_CHANNEL.to_vec(), is_public: true })),
        timed_out_until: Some(at(BEFORE)),
        may_create_events: false,
        may_read_content: false,
        review: Some(reviewed()),
        lost_role: Some(RoleId(u64::MAX >> 1)),
        lost_organiser: Some(UserId(u64::MAX >> 1)),
    }
}

#[test]
fn setup_says_the_day_the_plan_and_what_comes_next() {
    let message = setup::answer(lang(), at(BEFORE), &status(server(), Vec::new()), &[]);
    let said = text(&message);
    for part in [
        "#CMAD 2027: Monday, 25 January 2027",
        "<#5>",
        "- **Roster check**: 28 December, 10:00 (<t:1798448400:f>) · planned",
        "- **Announcement**: 11 January, 10:00 (<t:1799658000:f>) · planned",
        "- **Digests**: 26 January, 09:00 (<t:1800950400:f>), in each manager’s own time zone · no recipients yet",
        "- **Close**: 1 February, 23:59",
        "**Next:** Roster check, <t:1798448400:R>",
        "no one yet",
        "/roster add",
        "every permission",
    ] {
        assert!(said.contains(part), "{part} is missing in:\n{said}");
    }
    assert!(!said.contains("Too late"), "{said}");
    assert!(!said.contains("fifth Monday"), "the 25th is the last Monday of January 2027: {said}");
    assert_fits(&message);
}

#[test]
fn setup_in_mid_plan_names_what_is_too_late() {
    let mut status = status(server(), vec![manager(9, RosterStatus::Accepted)]);
    for step in status.steps.iter_mut().take(3) {
        step.sends.iter_mut().for_each(|send| send.state = SendState::Skipped);
    }
    // The announcement's event is still worth making.
    status.steps[1].sends[1].state = SendState::Planned;
    let said = text(&setup::answer(lang(), at("2027-01-20T12:00:00Z"), &status, &["- something".to_owned()]));
    assert!(said.contains("**Too late for:** Roster check, Announcement and Countdown."), "{said}");
    assert!(said.contains("skipped, too late; the event: planned"), "{said}");
    assert!(said.contains("**What’s still missing**") && said.contains("- something"), "{said}");
}

#[test]
fn a_year_with_five_mondays_is_pointed_out() {
    let mut status = status(server(), Vec::new());
    status.campaign.day = "2028-01-24".parse().unwrap();
    assert!(text(&setup::answer(lang(), at(BEFORE), &status, &[])).contains("not** the last one"));
}

#[test]
fn a_channel_without_posting_is_refused() {
    let check = |access: Access, says: Option<&[&str]>| {
        let said = setup::cannot_post(lang(), ChannelId(5), &access);
        match says {
            None => assert_eq!(said, None),
            Some(parts) => {
                let said = said.unwrap();
                assert!(parts.iter().all(|part| said.contains(part)), "{said}");
                assert!(said.contains("Nothing was changed") || said.contains("nothing was changed"), "{said}");
            }
        }
    };
    let missing = |missing: &[Permission]| Access::There { missing: missing.to_vec(), is_public: true };
    check(missing(&[]), None);
    check(missing(&[Permission::AddReactions]), None);
    check(missing(&[Permission::SendMessages]), Some(&["<#5>", "Send Messages", "/campaign setup"]));
    check(Access::Gone, Some(&["another server"]));
}

#[test]
fn every_phase_is_told_apart() {
    let check = |now: &str, says: &str| {
        let said = text(&status::answer(lang(), at(now), &status(server(), Vec::new())));
        assert!(said.contains(says), "{now}: {said}");
    };
    check(BEFORE, "are collected from <t:1799658000:f>");
    check("2027-01-20T12:00:00Z", "are being collected until <t:1801522740:f>");
    check("2027-01-25T12:00:00Z", "Today is the day");
    check("2027-02-02T12:00:00Z", "were collected");
    let mut paused = server();
    paused.paused_at = Some(at(BEFORE));
    let said = text(&status::answer(lang(), at(BEFORE), &status(paused, Vec::new())));
    assert!(said.contains("**Paused** since") && said.contains("but the campaign is paused"), "{said}");
}

#[test]
fn status_counts_what_goes_to_several_people() {
    let roster =
        vec![manager(1, RosterStatus::Accepted), manager(2, RosterStatus::Accepted), manager(3, RosterStatus::Invited)];
    let mut status = status(server(), roster);
    let digest = status.steps.iter_mut().find(|step| step.step == Step::Digest).unwrap();
    digest.sends[0].state = SendState::Sent;
    digest.sends[1].code = Some(50007);
    let said = text(&status::answer(lang(), at(BEFORE), &status));
    assert!(said.contains("· 1 sent, 1 planned, 1 refused by Discord, retrying"), "{said}");
    assert!(said.contains("**Roster:** 3 (2 accepted, 1 not answered yet)"), "{said}");
    assert!(said.contains("· 2 planned"), "two have accepted and breathe: {said}");
}

#[test]
fn reports_say_what_happened_and_name_no_boss() {
    let check = |report: Report, says: &str| {
        let mut status = status(server(), Vec::new());
        status.reports = vec![report];
        let said = text(&status::answer(lang(), at(BEFORE), &status));
        assert!(said.contains(says), "{said}");
    };
    let key = |kind: &str, to: &str| format!("1/2027/{kind}/{to}/0").parse::<SendKey>().unwrap();
    check(Report::Skipped { key: key("countdown", "channel"), by: None }, "- the countdown post: skipped");
    check(Report::Skipped { key: key("announce", "event"), by: None }, "- the scheduled event: skipped");
    check(Report::Unknown { key: key("day", "channel") }, "- the day’s post: there’s no way to tell");
    check(
        Report::Refused { key: key("digest", "9"), code: 50013 },
        "- the digest for <@9>: refused by Discord (code 50013)",
    );
    check(Report::Failed { key: key("copy", "9"), code: 1 }, "- a message: gave up");
    check(Report::Lost { key: key("digest", "9") }, "- the digest for <@9>: gave up, because the program was stopped");
    check(
        Report::ClosedMessages { manager: UserId(9), key: key("invite", "9") },
        "<@9> doesn’t accept direct messages",
    );
    check(Report::NoContentIntent, "doesn’t let the bot read messages");
    // The note to the admins and the status have the same words for each kind of send.
    for kind in SendKind::all() {
        let key = SendKey::new(GuildId(1), 2027, &kind.sample(9));
        let (name, note) = (send_name(&key, lang()), Report::Skipped { key, by: None });
        check(note, &format!("- {name}: skipped"));
    }
}

#[test]
fn the_worst_fits_into_a_message() {
    let worst = worst();
    let now = at(BEFORE);
    for lang in Lang::all() {
        assert_fits(&status::answer(lang, now, &worst));
        let wrong = doctor::of_places(lang, &everything_wrong(), &worst);
        assert_fits(&setup::answer(lang, now, &worst, &wrong));
        for step in Step::ALL {
            assert_fits(&steps::answer(lang, now, &worst, Some((*step, StepChange::Reset))));
        }
        let found = doctor::findings(lang, &everything_wrong(), &worst);
        let next = format!("{}\n{}", plan::next_line(lang, now, &worst), doctor::reach(lang, &reviewed()));
        let said = doctor::answer(lang, &next, &found);
        assert_fits(&said);
        let is_whole = found.iter().all(|finding| text(&said).contains(finding.as_str()));
        assert!(is_whole, "every finding has room: {}", text(&said));
    }
}

#[test]
fn the_doctor_names_each_finding_and_what_to_do() {
    let good = || status(server(), vec![manager(1, RosterStatus::Accepted)]);
    assert_eq!(doctor::findings(lang(), &all_there(), &good()), Vec::<String>::new());
    let next = plan::next_line(lang(), at(BEFORE), &good());
    assert!(text(&doctor::answer(lang(), &next, &[])).contains("All is well"));

    let check = |probe: Probe, status: crate::app::campaigns::Status, says: &[&str]| {
        let found = doctor::findings(lang(), &probe, &status);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(says.iter().all(|part| found[0].contains(part)), "{found:?}");
        assert!(found[0].starts_with("- **"), "{found:?}");
    };
    let lacks = |one: Permission| Access::There { missing: vec![one], is_public: false };
    let of = |change: fn(&mut Probe)| {
        let mut probe = all_there();
        change(&mut probe);
        probe
    };
    let mut history = all_there();
    history.campaign.1 = lacks(Permission::ReadMessageHistory);
    check(history, good(), &["<#5>", "Read Message History", "crash", "Edit Channel"]);
    check(
        of(|probe| probe.timed_out_until = Some(at("2027-01-25T08:00:00Z"))),
        good(),
        &["timed out", "<t:1800864000:f>"],
    );
    let mut threads = all_there();
    threads.campaign.1 = lacks(Permission::SendInThreads);
    check(threads, good(), &["<#5>", "Send Messages in Threads"]);
    let mut post = all_there();
    post.admin = Some((ChannelId(6), lacks(Permission::SendMessages)));
    check(post, good(), &["<#6>", "Send Messages"]);
    check(of(|probe| probe.campaign.1 = Access::Gone), good(), &["channel is gone", "/campaign setup"]);
    check(of(|probe| probe.admin = Some((ChannelId(6), Access::Gone))), good(), &["admin channel is gone"]);
    let public = Access::There { missing: Vec::new(), is_public: true };
    let mut probe = all_there();
    probe.admin = Some((ChannelId(6), public));
    check(probe, good(), &["Everyone can read <#6>"]);
    check(of(|probe| probe.may_create_events = false), good(), &["Create Events"]);
    check(of(|probe| probe.may_read_content = false), good(), &["Message Content Intent", "/campaign hashtag"]);
    check(of(|probe| probe.lost_role = Some(RoleId(8))), good(), &["<@&8>", "/roster add"]);
    check(of(|probe| probe.lost_organiser = Some(UserId(7))), good(), &["<@7>", "admin_channel"]);
    check(all_there(), status(server(), Vec::new()), &["roster is empty", "/roster add"]);
    check(all_there(), status(server(), vec![manager(1, RosterStatus::Invited)]), &["has accepted yet"]);
    let mut paused = good();
    paused.server.paused_at = Some(at(BEFORE));
    check(all_there(), paused, &["paused", "/campaign resume"]);
    let mut reported = good();
    reported.reports = vec![Report::NoContentIntent];
    check(all_there(), reported, &["Something was reported.", "/campaign status"]);
}

#[test]
fn what_is_switched_off_needs_nothing() {
    let mut quiet = server();
    quiet.hashtag = false;
    quiet.schedule = quiet.schedule.switch(Step::Announce, Switch::Off).unwrap();
    let status = status(quiet, vec![manager(1, RosterStatus::Accepted)]);
    let mut probe = all_there();
    (probe.may_create_events, probe.may_read_content) = (false, false);
    assert_eq!(doctor::findings(lang(), &probe, &status), Vec::<String>::new());
    let said = text(&steps::answer(lang(), at(BEFORE), &status, None));
    assert!(said.contains("· off") && said.contains("Nothing was changed"), "{said}");
}

/// A subcommand's options.
fn options(given: &[(&str, u8, Value)]) -> Options {
    match interaction(given).kind {
        InteractionKind::Command { options, .. } => options,
        other => panic!("{other:?}"),
    }
}

/// A subcommand with its options as Discord gives them: `(name, kind, value)`.
fn interaction(given: &[(&str, u8, Value)]) -> Interaction {
    let given: Vec<Value> =
        given.iter().map(|(name, kind, value)| json!({"name": name, "type": kind, "value": value})).collect();
    let json = json!({
        "id": "1", "application_id": "2", "type": 2, "token": "t", "guild_id": "3", "channel_id": "4",
        "member": {"user": {"id": "7", "username": "ada"}, "permissions": "32"},
        "data": {"name": "campaign", "type": 1, "options": [{"type": 1, "name": "steps", "options": given}],
            "resolved": {"channels": {"5": {"id": "5", "name": "thanks"}}}},
    });
    Interaction::read(&json.to_string(), 2).unwrap()
}

#[test]
fn setup_reads_its_options_and_says_what_makes_no_sense() {
    let base = || vec![("channel", 7, "5".into()), ("timezone", 3, "munich".into())];
    let read = |given: &[(&str, u8, Value)]| setup::read(lang(), &interaction(given), GuildId(3), &options(given));
    let with = |more: (&'static str, u8, Value)| read(&[base(), vec![more]].concat());
    let plain = read(&base()).unwrap();
    assert_eq!((plain.channel, plain.channel_name.as_str(), plain.by), (ChannelId(5), "thanks", UserId(7)));
    assert_eq!((plain.zone, plain.hour, plain.language), (chrono_tz::Europe::Berlin, None, None));
    assert_eq!(with(("hour", 4, 7.into())).unwrap().hour.unwrap().get(), Some(7));
    assert_eq!(with(("theme", 3, " Two \n lines ".into())).unwrap().theme.as_deref(), Some("Two lines"));
    assert_eq!(with(("theme", 3, "  ".into())).unwrap().theme, None);
    assert_eq!(with(("language", 3, "en".into())).unwrap().language.as_deref(), Some("en"));
    assert_eq!(with(("manager_role", 8, "9".into())).unwrap().manager_role, Some(RoleId(9)));

    let check = |refused: Result<crate::app::campaigns::Setup, String>, says: &str| {
        let said = refused.unwrap_err();
        assert!(said.contains(says) && said.contains("Nothing was changed"), "{said}");
    };
    check(with(("hour", 4, 17.into())), "from 0 to 16");
    check(with(("hour", 4, (-1).into())), "from 0 to 16");
    check(with(("manager_role", 8, "3".into())), "@everyone");
    check(read(&[("channel", 7, "5".into()), ("timezone", 3, "Londn".into())]), "`Europe/London`");
    check(read(&[("channel", 7, "5".into()), ("timezone", 3, "GMT+2".into())]), "Europe/Berlin");
}

#[test]
fn options_are_one_change_of_one_step() {
    let step = || ("step", 3, "eve".into());
    let check = |given: &[(&str, u8, Value)], request: StepRequest| {
        assert_eq!(steps::read_request(&options(given), &Schedule::default()), request, "{given:?}");
    };
    let to = |days, hour, minute| {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        StepRequest::Change(Step::Eve, StepChange::MoveTo(StepTime { days, time }))
    };
    check(&[], StepRequest::Show);
    check(&[step()], StepRequest::Show);
    check(&[step(), ("on", 5, false.into())], StepRequest::Change(Step::Eve, StepChange::Switch(Switch::Off)));
    check(&[step(), ("on", 5, true.into())], StepRequest::Change(Step::Eve, StepChange::Switch(Switch::On)));
    check(&[step(), ("days", 4, (-2).into())], to(-2, 10, 0));
    check(&[step(), ("time", 3, "18:30".into())], to(-1, 18, 30));
    check(&[step(), ("days", 4, (-3).into()), ("time", 3, "7:05".into())], to(-3, 7, 5));
    check(&[step(), ("days", 4, 99_999.into())], to(i16::MAX, 10, 0));
    check(&[step(), ("reset", 5, true.into())], StepRequest::Change(Step::Eve, StepChange::Reset));
    check(&[step(), ("reset", 5, false.into())], StepRequest::Show);
    check(&[step(), ("time", 3, "25:00".into())], StepRequest::Unclear("steps-bad-time"));
    check(&[step(), ("time", 3, "noon".into())], StepRequest::Unclear("steps-bad-time"));
    check(&[("on", 5, true.into())], StepRequest::Unclear("steps-which"));
    check(&[step(), ("on", 5, true.into()), ("reset", 5, true.into())], StepRequest::Unclear("steps-one-change"));
}

#[test]
fn refusals_say_why() {
    let check = |refusal: ScheduleRefusal, says: &str| {
        let said = plan::refusal(lang(), refusal);
        assert!(said.contains(says) && said.contains("Nothing was changed"), "{said}");
    };
    check(ScheduleRefusal::CannotBeOff(Step::Close), "**Close** can’t be switched off");
    let (earlier, later) = (Step::Eve, Step::Day);
    check(ScheduleRefusal::OutOfOrder { earlier, later }, "**The day before** has to come before **The day**");
    check(ScheduleRefusal::TooFar(Step::Close), "60 days before the day and 30 days after");
    check(ScheduleRefusal::WrongSide(Step::Announce), "before the day");
    check(ScheduleRefusal::WrongSide(Step::LastCall), "on the day itself");
    check(ScheduleRefusal::WrongSide(Step::Recap), "after the day");
    for key in ["steps-which", "steps-one-change", "steps-bad-time"] {
        assert!(lang().say(key).contains("Nothing was changed"), "{key}");
    }
}

#[test]
fn a_change_that_comes_late_is_pointed_out() {
    let now = at("2027-01-25T12:00:00Z");
    let check = |state: SendState, step: Step, says: &str| {
        let mut status = status(server(), Vec::new());
        status.steps.iter_mut().flat_map(|step| &mut step.sends).for_each(|send| send.state = state);
        let said = text(&steps::answer(lang(), now, &status, Some((step, StepChange::Reset))));
        assert!(said.contains(says), "{said}");
        said
    };
    check(SendState::Sent, Step::Eve, "can’t be unsent");
    check(SendState::Planned, Step::Day, "That time has passed");
    let said = check(SendState::Planned, Step::Recap, "**Recap** is back to its default: on, and due <t:1800950400:f>");
    assert!(!said.contains("has passed"), "{said}");
}

#[test]
fn a_preview_keeps_its_line_whatever_the_post_is() {
    let line = || "preview".to_owned();
    let long = Message::of(vec![
        Component::Text("a".repeat(100)),
        Component::Card(vec![Component::Text("b".repeat(3800)), Component::Text("c".repeat(100))]),
    ]);
    let many = Message::of(
        std::iter::once(Component::Text("first".to_owned()))
            .chain((0..13).map(|n| Component::Section("x".to_owned(), Button::new(Style::Primary, "y", n.to_string()))))
            .collect(),
    );
    for post in [Message::text("post"), Message::text("d".repeat(TEXT_MAX)), long, many] {
        let shown = preview_of(line(), post);
        assert_fits(&shown);
        assert!(text(&shown).starts_with("preview\n"), "{}", text(&shown));
    }
    assert_eq!(text(&preview_of(line(), Message::text("post"))), "preview\npost");
}
