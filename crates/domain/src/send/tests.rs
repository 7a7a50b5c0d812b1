use proptest::prelude::*;

use super::*;
use crate::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::step::Step;
use crate::urgency::Urgency;

#[test]
fn keys_and_marks() {
    let task = Task::Digest { manager: UserId(9), revision: 1 };
    let key = SendKey::new(GuildId(7), 2027, &task);
    assert_eq!(key.to_string(), "7/2027/digest/9/1");
    assert_eq!((key.guild(), key.year(), key.kind()), (GuildId(7), 2027, SendKind::Step(Step::Digest)));
    assert_eq!(key.person(), Some(UserId(9)));
    assert_eq!(key.mark().as_str().len(), 22);
    assert_ne!(key.mark(), SendKey::new(GuildId(7), 2028, &task).mark());
}

#[test]
fn whom_a_send_is_about() {
    let check = |task: Task, about: bool| assert_eq!(task.about() == Some(UserId(9)), about, "{task:?}");
    let key = |text: &str| text.parse::<SendKey>().unwrap();
    let (channel, message) = (ChannelId(9), MessageId(9));
    check(Task::Digest { manager: UserId(9), revision: 1 }, true);
    check(Task::Digest { manager: UserId(8), revision: 9 }, false);
    check(Task::AskWhom { giver: UserId(9), channel, message }, true);
    check(Task::Unpost { channel, message }, false);
    check(Task::Report { about: Report::Unknown { key: key("7/2027/ask-consent/9/0") } }, true);
    check(Task::Report { about: Report::Skipped { key: key("9/2027/day/channel/0"), by: None } }, false);
    check(Task::Report { about: Report::Failed { key: key("7/2027/thanks/9/0"), code: 1 } }, false);
    check(Task::PurgeServer { left: 9 }, false);
}

#[test]
fn tasks_survive_storage() {
    let task = Task::Report { about: Report::Refused { key: "7/2027/day/channel/0".parse().unwrap(), code: 50013 } };
    let json = serde_json::to_string(&task).unwrap();
    assert_eq!(serde_json::from_str::<Task>(&json).unwrap(), task);
    assert_eq!(SendKey::new(GuildId(7), 2027, &task).to_string(), "7/2027/report/refused:7/2027/day/channel/0/0");
}

#[test]
fn other_texts_are_no_keys() {
    for text in ["", "7/2027/day/channel", "7/2027/new/1/0", "x/2027/day/channel/0", "7/2027/day/channel/x", "7/2027"] {
        assert_eq!(text.parse::<SendKey>(), Err(KeyError), "{text}");
    }
}

#[test]
fn a_pattern_finds_the_keys_it_is_for() {
    let (manager, channel, message) = (UserId(9), ChannelId(2), MessageId(3));
    let check = |task: Task, pattern: Pattern| {
        let key = SendKey::new(GuildId(7), 2027, &task);
        assert_eq!(key.kind(), pattern.kind());
        for year in [None, Some(2027)] {
            let like = pattern.like(GuildId(7), year);
            let mut rest = &key.to_string()[..];
            for part in like.split('%') {
                rest = &rest[rest.find(part).unwrap_or_else(|| panic!("{key} is not like {like}")) + part.len()..];
            }
        }
    };
    check(Task::Copy { manager, revision: 2 }, Pattern::To(SendKind::Copy, manager));
    check(Task::React { channel, message }, Pattern::ReactionsUnder(message));
    check(Task::Mark { manager, channel, message }, Pattern::MarksUnder(message));
    check(Task::Mark { manager, channel, message }, Pattern::MarksOf(manager));
    check(Task::Unmark { channel, message, at: 4 }, Pattern::UnmarksUnder(message));
}

fn kinds() -> impl Strategy<Value = SendKind> {
    prop::sample::select(SendKind::all().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn keys_are_read_back_as_they_were_written(guild: u64, year: i32, n: u32, of_report: bool, kind in kinds()) {
        let task = kind.sample(n);
        prop_assert_eq!(task.kind(), kind);
        let task = if of_report {
            Task::Report { about: Report::Unknown { key: SendKey::new(GuildId(guild), year, &task) } }
        } else {
            task
        };
        let key = SendKey::new(GuildId(guild), year, &task);
        prop_assert_eq!(key.to_string().parse::<SendKey>(), Ok(key.clone()));
        prop_assert_eq!((key.guild(), key.year(), key.kind()), (GuildId(guild), year, task.kind()));
        let json = serde_json::to_string(&key).unwrap();
        prop_assert_eq!(serde_json::from_str::<SendKey>(&json).unwrap(), key);
    }
}

#[test]
fn kinds_of_one_name_are_equally_urgent() {
    for kind in SendKind::all() {
        let alike = SendKind::all().filter(|other| other.name() == kind.name());
        assert!(alike.into_iter().all(|other| other.urgency() == kind.urgency()), "{kind:?}");
    }
}

#[test]
fn what_a_channel_reads_is_as_urgent_as_a_post() {
    let check = |kind: SendKind, urgency| assert_eq!(kind.urgency(), urgency, "{kind:?}");
    check(SendKind::PostAnswer, Urgency::Post);
    check(SendKind::Mark, Urgency::Soon);
    check(SendKind::Unmark, Urgency::Soon);
    check(SendKind::CopyProblem, Urgency::Soon);
    check(SendKind::LookAgain, Urgency::Last);
}

#[test]
fn what_follows_when_discord_refuses_a_send() {
    let manager = UserId(9);
    let name = |after: AfterRefusal| match after {
        AfterRefusal::ClosedMessages(person) => {
            assert_eq!(person, manager, "the one whose messages are closed");
            "ClosedMessages".to_owned()
        }
        after => format!("{after:?}"),
    };
    let row = |kind: SendKind| {
        let task = kind.sample(9);
        let refusals = [task.when_gone(), task.when_malformed(), task.when_forbidden(), task.when_closed()];
        let [gone, malformed, forbidden, closed] = refusals.map(name);
        let key = SendKey::new(GuildId(7), 2027, &task);
        format!("{} {}: {gone}, {malformed}, {forbidden}, {closed}", kind.name(), key.recipient())
    };
    // The place, the message or the person is gone; the request is malformed; a permission is missing; private messages
    // are closed.
    let expected = [
        "roster-check admins: Report, Report, Retry, Retry",
        "announce channel: Retry, Report, Retry, Retry",
        "countdown channel: Retry, Report, Retry, Retry",
        "eve channel: Retry, Report, Retry, Retry",
        "day channel: Retry, Report, Retry, Retry",
        "last-call channel: Retry, Report, Retry, Retry",
        "breathe 9: Report, Report, Retry, ClosedMessages",
        "recap channel: Retry, Report, Retry, Retry",
        "digest 9: Report, Report, Retry, ClosedMessages",
        "close server: Report, Report, Retry, Retry",
        "announce event: Report, Report, Retry, Retry",
        "edit-event event: Drop, Drop, Retry, Retry",
        "delete-event event: Drop, Drop, Retry, Retry",
        "invite 9: Report, Report, Retry, ClosedMessages",
        "ask-holders 9: Retry, Report, Retry, Retry",
        "thanks 9: Retry, Report, Retry, Retry",
        "unpost 11: Fail, Fail, Retry, Retry",
        "react 11: Drop, Drop, Fail, Fail",
        "unreact 11: Drop, Drop, Fail, Fail",
        "ask-consent 9: Drop, Drop, Fail, Fail",
        "ask-whom 11: Drop, Drop, Fail, Fail",
        "ask-to-save 11: Drop, Drop, Fail, Fail",
        "report intent: Fail, Fail, Fail, Fail",
        "trouble-with-copy 9:closed: Fail, Fail, Fail, Fail",
        "copy 9: Fail, Fail, Fail, Fail",
        "wrote-back 9:9: Fail, Fail, Fail, Quietly",
        "wrote-back-post 9:9: Report, Report, Retry, Retry",
        "answer 9: Report, Report, Retry, Retry",
        "mark 11:9: Drop, Drop, Fail, Fail",
        "unmark 11@9: Report, Report, Fail, Fail",
        "redraw day:9: Drop, Drop, Retry, Retry",
        "remind 9: Fail, Fail, Fail, Fail",
        "nominated 9: Report, Report, Retry, Retry",
        "answer-nominator 9: Fail, Fail, Fail, Fail",
        "find-missed 9: Report, Report, Retry, Retry",
        "look-again digest: Report, Report, Retry, Retry",
        "purge words: Report, Report, Retry, Retry",
        "purge-server 9: Report, Report, Retry, Retry",
    ];
    assert_eq!(SendKind::all().map(row).collect::<Vec<_>>(), expected);
}
