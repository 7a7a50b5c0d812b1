//! Threads: who sees which, and who is told of them.

use serde_json::{Value, json};

use crate::tests::{ALL_INTENTS, Bot, Town, USUAL, raw, says, town};
use crate::{ChannelHandle, Id, permission};

/// The threads that are listed, in their order, and those of them that the bot is in.
async fn listed(town: &Town) -> (Vec<Id>, Vec<Id>) {
    let (status, _, answer) =
        raw(&town.sim, "GET", &format!("/guilds/{}/threads/active", town.server.id()), None).await;
    assert_eq!(status, 200, "{answer}");
    let ids = |part: &str| {
        let all = answer[part].as_array().unwrap().iter();
        all.map(|one| one["id"].as_str().unwrap().parse().unwrap()).collect()
    };
    (ids("threads"), ids("members"))
}

/// What the bot gets when it writes there.
async fn writes(town: &Town, place: &ChannelHandle) -> (u16, Value) {
    let (status, _, answer) =
        raw(&town.sim, "POST", &format!("/channels/{}/messages", place.id()), Some(says("hello"))).await;
    (status, answer)
}

#[tokio::test]
async fn a_public_thread_is_seen_by_all_who_see_its_channel_and_a_private_one_by_its_members() {
    let town = town().await;
    let bot = town.sim.bot_id();
    let hidden = town.server.channel("hidden");
    hidden.deny_bot(permission::VIEW_CHANNEL);
    let open = town.general.thread("open", &town.ada);
    let sleeping = town.general.thread("sleeping", &town.ada);
    let with_us = town.general.private_thread("with us", &town.ada, &[bot]);
    let without_us = town.general.private_thread("without us", &town.ada, &[]);
    let unseen = hidden.thread("unseen", &town.ada);
    sleeping.archive();
    assert_eq!(listed(&town).await, (vec![with_us.id(), open.id()], vec![with_us.id()]), "the newest first");
    for place in [&without_us, &unseen] {
        assert_eq!(writes(&town, place).await.0, 403);
    }
    // They are no channels of the list of channels, and what the bot may not see is not in it.
    let (_, _, channels) = raw(&town.sim, "GET", &format!("/guilds/{}/channels", town.server.id()), None).await;
    assert_eq!(channels.as_array().unwrap().len(), 1, "{channels}");

    // Those who manage threads see private ones too; and a message wakes one that was archived.
    town.server.set_bot_permissions(USUAL | permission::MANAGE_THREADS);
    town.ada.say(&sleeping, "is anyone here?");
    let all = [without_us.id(), with_us.id(), sleeping.id(), open.id()];
    assert_eq!(listed(&town).await.0, all);
    town.sim.assert_clean();
}

#[tokio::test]
async fn writing_in_a_thread_is_a_permission_of_its_own() {
    let town = town().await;
    let open = town.general.thread("open", &town.ada);
    assert_eq!(writes(&town, &open).await.0, 200);
    town.general.deny_bot(permission::SEND_MESSAGES_IN_THREADS);
    assert_eq!(writes(&town, &open).await.0, 403);
    assert_eq!(writes(&town, &town.general).await.0, 200);
    town.general.deny_bot(permission::SEND_MESSAGES);
    assert_eq!(writes(&town, &open).await.0, 200);
    assert_eq!(writes(&town, &town.general).await.0, 403);
}

#[tokio::test]
async fn a_thread_is_started_from_a_message_once() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    let words = town.ada.say(&town.general, "shall we talk?");
    let path = format!("/channels/{}/messages/{}/threads", town.general.id(), words.id());
    let (status, _, thread) = raw(&town.sim, "POST", &path, Some(json!({"name": "Talk"}))).await;
    assert_eq!((status, &thread["id"]), (201, &json!(words.id().to_string())), "{thread}");
    assert_eq!((&thread["type"], &thread["parent_id"]), (&json!(11), &json!(town.general.id().to_string())));
    let seen = bot.next("THREAD_CREATE").await;
    assert_eq!((&seen["d"]["id"], &seen["d"]["newly_created"]), (&thread["id"], &json!(true)));
    assert_eq!(bot.next("MESSAGE_UPDATE").await["d"]["thread"]["name"], "Talk");
    assert_eq!(words.json()["flags"], 1 << 5);
    let (status, _, answer) = raw(&town.sim, "POST", &path, Some(json!({"name": "Again"}))).await;
    assert_eq!((status, &answer["code"]), (400, &json!(160_004)));
    assert_eq!(town.general.until_threads(1).await[0].name(), "Talk");
    town.sim.assert_clean();
}

#[tokio::test]
async fn a_thread_without_a_message_is_private_unless_it_says_otherwise() {
    let town = town().await;
    let path = format!("/channels/{}/threads", town.general.id());
    for (body, status, kind) in [
        (json!({"name": "Between us"}), 201, json!(12)),
        (json!({"name": "For all", "type": 11, "auto_archive_duration": 60}), 201, json!(11)),
        (json!({"name": ""}), 400, Value::Null),
        (json!({"name": "x", "auto_archive_duration": 61}), 400, Value::Null),
        (json!({"name": "x", "type": 0}), 400, Value::Null),
    ] {
        let (got, _, answer) = raw(&town.sim, "POST", &path, Some(body.clone())).await;
        assert_eq!((got, &answer["type"]), (status, &kind), "{body}: {answer}");
    }
    town.general.deny_bot(permission::CREATE_PRIVATE_THREADS);
    let (status, _, answer) = raw(&town.sim, "POST", &path, Some(json!({"name": "x"}))).await;
    assert_eq!((status, &answer["code"]), (403, &json!(50013)));
    let inside = format!("/channels/{}/threads", town.general.threads()[0].id());
    let (status, _, answer) = raw(&town.sim, "POST", &inside, Some(json!({"name": "x", "type": 11}))).await;
    assert_eq!((status, &answer["code"]), (400, &json!(50024)), "no thread within a thread");
}

#[tokio::test]
async fn the_posts_of_a_forum_are_threads_that_begin_with_a_message_of_the_same_id() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    let forum = town.server.forum("questions");
    let post = forum.post("How do I begin?", &town.ada, "I am new here.");
    let begun = bot.next("THREAD_CREATE").await;
    assert_eq!(begun["d"]["parent_id"], forum.id().to_string());
    let first = bot.next("MESSAGE_CREATE").await;
    let ids = [&first["d"]["id"], &first["d"]["channel_id"]];
    assert_eq!(ids, [&json!(post.id().to_string()); 2], "{first}");
    assert_eq!(writes(&town, &post).await.0, 200);
    let (status, answer) = writes(&town, &forum).await;
    assert_eq!((status, &answer["code"]), (400, &json!(50008)), "{answer}");
    let (_, _, read) = raw(&town.sim, "GET", &format!("/channels/{}", forum.id()), None).await;
    assert_eq!((&read["type"], &read["last_message_id"]), (&json!(15), &json!(post.id().to_string())), "{read}");
}
