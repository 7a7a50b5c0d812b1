use super::*;

#[test]
fn keys_and_marks() {
    let task = Task::Digest { manager: UserId(9), revision: 1 };
    let key = SendKey::new(GuildId(7), 2027, &task);
    assert_eq!(key.as_str(), "7/2027/digest/9/1");
    assert_eq!(key.kind(), "digest");
    assert_eq!(key.mark().as_str().len(), 22);
    assert_ne!(key.mark(), SendKey::new(GuildId(7), 2028, &task).mark());
}

#[test]
fn whom_a_send_is_about() {
    let check = |task: Task, about: bool| assert_eq!(task.about() == Some(UserId(9)), about, "{task:?}");
    let key = |text: &str| SendKey::from_db(text.to_owned());
    let (channel, message) = (ChannelId(9), MessageId(9));
    check(Task::Digest { manager: UserId(9), revision: 1 }, true);
    check(Task::Digest { manager: UserId(8), revision: 9 }, false);
    check(Task::AskWhom { giver: UserId(9), channel, message }, true);
    check(Task::Unpost { channel, message }, false);
    check(Task::Report { about: Report::Unknown { key: key("7/2027/ask-consent/9/0") } }, true);
    check(Task::Report { about: Report::Skipped { key: key("9/2027/day/channel/0") } }, false);
    check(Task::Report { about: Report::Failed { key: key("7/2027/thanks/9/0"), code: 1 } }, false);
    check(Task::PurgeServer { left: 9 }, false);
}

#[test]
fn tasks_survive_storage() {
    let task =
        Task::Report { about: Report::Refused { key: SendKey::from_db("7/2027/day/channel/0".into()), code: 50013 } };
    let json = serde_json::to_string(&task).unwrap();
    assert_eq!(serde_json::from_str::<Task>(&json).unwrap(), task);
    assert_eq!(SendKey::new(GuildId(7), 2027, &task).as_str(), "7/2027/report/refused:7/2027/day/channel/0/0");
}
