//! Open questions: judged in the transaction that writes, and open until they are taken away.

use chrono::TimeDelta;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::send::{QuestionLimits, SendKind, SendState, Task};
use domain::thanks::Door;
use domain::thanks::rules::Judgement;

use super::{GUILD, House, KIM, NEWS, YEAR, arrived, noon, open, server};

const MENTION: Option<Door> = Some(Door::Mention);

async fn open_questions(house: &House) -> usize {
    let sends = house.store.sends(GUILD, YEAR).await.unwrap();
    sends.iter().filter(|send| send.key.kind() == SendKind::AskWhom && send.state == SendState::Planned).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_messages_at_one_moment_are_one_question_to_a_person_and_three_in_a_channel() {
    let house = House::new().await;
    let other = open(&house.database, &house.key).await.unwrap();
    let mut asking = tokio::task::JoinSet::new();
    for n in 1..=60_u64 {
        let store = if n % 2 == 0 { house.store.clone() } else { other.clone() };
        asking.spawn(async move {
            // Half of them are Kim's.
            let giver = if n <= 30 { KIM } else { UserId(1000 + n) };
            store
                .keep_judgement(GUILD, (NEWS, MessageId(n)), (giver, MENTION), &Judgement::Asked, noon())
                .await
                .unwrap();
        });
    }
    asking.join_all().await;
    assert_eq!(open_questions(&house).await, 3);
    let to_kim = house.store.sends(GUILD, YEAR).await.unwrap();
    assert!(to_kim.iter().filter(|send| send.task.about() == Some(KIM)).count() <= 1);
    // Elsewhere there is room, and none for who is asked already.
    for (n, giver) in [(101, UserId(5000)), (102, UserId(5000))] {
        let at = (ChannelId(77), MessageId(n));
        house.store.keep_judgement(GUILD, at, (giver, MENTION), &Judgement::Asked, noon()).await.unwrap();
    }
    assert_eq!(open_questions(&house).await, 4);
}

#[tokio::test]
async fn the_limits_are_settings_and_with_none_nothing_is_asked() {
    let house = House::new().await;
    let limits = QuestionLimits { per_person: 2, per_hour: 10, whom_per_channel: 5, consent_per_channel: 0 };
    let store = house.store.clone().with_question_limits(limits);
    for n in 1..=9 {
        let (giver, at) = (UserId(n / 3), (NEWS, MessageId(n)));
        store.keep_judgement(GUILD, at, (giver, MENTION), &Judgement::Asked, noon()).await.unwrap();
    }
    assert_eq!(open_questions(&house).await, 5);
    let none = house.store.clone().with_question_limits(QuestionLimits { per_person: 0, ..limits });
    let at = (ChannelId(77), MessageId(99));
    none.keep_judgement(GUILD, at, (UserId(99), MENTION), &Judgement::Asked, noon()).await.unwrap();
    assert_eq!(open_questions(&house).await, 5);
}

#[tokio::test]
async fn a_person_asked_in_one_server_has_room_in_another() {
    let house = House::new().await;
    let elsewhere = GuildId(GUILD.0 + 1);
    house.store.save_server(&server(elsewhere)).await.unwrap();
    house.store.save_campaign(&server(elsewhere).campaign(YEAR).unwrap()).await.unwrap();
    for (guild, message) in [(GUILD, 1), (elsewhere, 2)] {
        let at = (ChannelId(guild.0 + 9), MessageId(message));
        house.store.keep_judgement(guild, at, (KIM, MENTION), &Judgement::Asked, noon()).await.unwrap();
        let asked = house.store.sends(guild, YEAR).await.unwrap();
        assert!(matches!(asked.as_slice(), [one] if matches!(one.task, Task::AskWhom { .. })), "{asked:?}");
    }
}

#[tokio::test]
async fn an_old_question_without_an_answer_makes_room_for_a_new_one() {
    let house = House::new().await;
    let ask = async |n: u64, now| {
        let at = (NEWS, MessageId(n));
        house.store.keep_judgement(GUILD, at, (UserId(1000 + n), MENTION), &Judgement::Asked, now).await.unwrap();
    };
    let asked = async || {
        let sends = house.store.sends(GUILD, YEAR).await.unwrap();
        sends.iter().filter(|send| send.key.kind() == SendKind::AskWhom).count()
    };
    for n in 1..=3 {
        ask(n, noon()).await;
        house.settle(house.claim_one().await, arrived(500 + n)).await;
    }
    ask(4, noon() + TimeDelta::minutes(59)).await;
    assert_eq!(
        (asked().await, open_questions(&house).await),
        (3, 0),
        "three silent people keep their places for an hour"
    );
    ask(5, noon() + TimeDelta::minutes(61)).await;
    assert_eq!((asked().await, open_questions(&house).await), (4, 1), "and no longer");
    let sends = house.store.sends(GUILD, YEAR).await.unwrap();
    let deleted = sends.iter().filter(|send| send.key.kind() == SendKind::Unpost).count();
    assert_eq!(deleted, 1, "the oldest is deleted, and only that one");
}
