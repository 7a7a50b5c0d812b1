//! The gateway: intents, resuming, close codes, compression.

use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::tests::{ALL_INTENTS, Bot, START_MS, Town, raw, says, town, town_with};
use crate::{Event, SimOptions, intent};

#[tokio::test]
async fn intents_decide_what_is_sent_and_how_much_of_it() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, intent::GUILDS | intent::GUILD_MESSAGES).await;
    town.ada.say(&town.general, "#PICNIC nothing for the bot to read");
    let seen = bot.next("MESSAGE_CREATE").await;
    assert_eq!(seen["d"]["content"], "");
    assert_eq!(seen["d"]["member"]["nick"], json!(null));
    let bot_mention = format!("<@{}> thanks {}", town.sim.bot_id(), town.grace.mention());
    town.ada.say(&town.general, &bot_mention);
    let seen = bot.next("MESSAGE_CREATE").await;
    assert_eq!(seen["d"]["content"], json!(bot_mention), "a message that mentions the bot is not emptied");
    assert!(seen["d"]["mentions"][1]["member"]["joined_at"].is_string());
    town.ada.say(&town.ada.dm(), "psst");
    town.sim.until_received().await;
    assert!(!bot.names().contains(&"MESSAGE_CREATE".to_owned()), "DMs need an intent of their own");
    drop(bot);

    let quiet = super::town().await;
    let mut bot = Bot::connect(&quiet.sim, intent::GUILDS).await;
    quiet.ada.say(&quiet.general, "hello");
    quiet.sim.until_received().await;
    assert_eq!(bot.names(), ["READY", "GUILD_CREATE"]);
    assert_eq!(quiet.sim.gateway_state().sessions[0].last_sequence, 2);
}

#[tokio::test]
async fn a_lost_connection_is_resumed_with_all_that_was_missed() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    bot.next("GUILD_CREATE").await;
    for cut in ["drop", "no code", "4000", "op 7"] {
        match cut {
            "drop" => town.sim.drop_gateway(),
            "no code" => town.sim.close_gateway(None),
            "4000" => town.sim.close_gateway(Some(4000)),
            _ => town.sim.ask_to_reconnect(),
        }
        town.ada.say(&town.general, cut);
        let seen = bot.next("MESSAGE_CREATE").await;
        assert_eq!(seen["d"]["content"], cut);
        if cut != "op 7" {
            bot.next("RESUMED").await;
        }
    }
    let identified = |what: &Event| matches!(what, Event::GatewayIdentified { .. });
    assert_eq!(town.sim.transcript().iter().filter(|entry| identified(&entry.event)).count(), 1);
}

#[tokio::test]
async fn a_bot_that_restarts_resumes_its_stored_session() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    bot.next("GUILD_CREATE").await;
    bot.stop.send(()).unwrap();
    let session = (&mut bot.task).await.unwrap().expect("a session to keep");
    drop(bot);
    town.sim.until_disconnected().await;
    town.ada.say(&town.general, "while you were away");
    let mut bot = Bot::start(&town.sim, ALL_INTENTS, Some((session, town.sim.gateway_url())));
    assert_eq!(bot.next("MESSAGE_CREATE").await["d"]["content"], "while you were away");
    bot.next("RESUMED").await;
}

#[tokio::test]
async fn a_session_that_is_too_old_begins_anew() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    bot.next("GUILD_CREATE").await;
    town.sim.drop_gateway();
    town.sim.set_now(START_MS + 24 * 3600 * 1000);
    bot.next("READY").await;
    town.sim.invalidate_session(false);
    bot.next("READY").await;
}

#[tokio::test]
async fn intents_that_the_app_lacks_close_with_4014_and_a_wrong_token_with_4004() {
    let mut options = SimOptions::at(START_MS);
    options.message_content = false;
    let town = town_with(options).await;
    let mut bot = Bot::start(&town.sim, ALL_INTENTS, None);
    assert_eq!(bot.next("close").await, json!(4014));
    let mut bot = Bot::start(&town.sim, ALL_INTENTS & !intent::MESSAGE_CONTENT, None);
    bot.next("READY").await;
    assert_eq!(town.sim.gateway_state().intents, ALL_INTENTS & !intent::MESSAGE_CONTENT);
}

#[tokio::test]
async fn the_bot_sees_its_own_messages_edits_reactions_and_leaves() {
    let town = town().await;
    let mut bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    let path = format!("/channels/{}/messages", town.general.id());
    let (_, _, message) = raw(&town.sim, "POST", &path, Some(says("hello"))).await;
    assert_eq!(bot.next("MESSAGE_CREATE").await["d"]["id"], message["id"]);
    let words = town.ada.say(&town.general, "one");
    town.ada.edit(&words, "two");
    assert_eq!(bot.next("MESSAGE_UPDATE").await["d"]["content"], "two");
    town.grace.react(&words, "💜");
    assert_eq!(bot.next("MESSAGE_REACTION_ADD").await["d"]["emoji"]["name"], "💜");
    town.ada.delete(&words);
    assert_eq!(bot.next("MESSAGE_DELETE").await["d"]["id"], json!(words.id().to_string()));
    town.sim.remove_bot(&town.server);
    bot.next("GUILD_DELETE").await;
    town.ada.say(&town.general, "alone");
    town.sim.until_received().await;
    assert!(bot.names().is_empty());
}

/// A socket that has asked for the gateway with these parameters.
async fn plain_socket(town: &Town, parameters: &str) -> TcpStream {
    let address = town.sim.gateway_url();
    let mut socket = TcpStream::connect(address.trim_start_matches("ws://")).await.unwrap();
    let upgrade = format!(
        "GET /?v=10&{parameters} HTTP/1.1\r\nhost: sim\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
        sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    socket.write_all(upgrade.as_bytes()).await.unwrap();
    socket
}

#[tokio::test]
async fn what_the_gateway_cannot_send_is_an_unknown_route() {
    let town = town().await;
    for parameters in ["encoding=etf", "encoding=json&compress=lz4-stream"] {
        let mut socket = plain_socket(&town, parameters).await;
        let mut answer = [0; 12];
        timeout(Duration::from_secs(120), socket.read_exact(&mut answer)).await.unwrap().unwrap();
        assert_eq!(&answer, b"HTTP/1.1 501", "{parameters}");
    }
    assert_eq!(town.sim.violations().len(), 2);
}

#[tokio::test]
async fn a_wrong_token_closes_a_plain_socket_with_its_code() {
    let town = town().await;
    let mut socket = plain_socket(&town, "encoding=json").await;
    let identify = r#"{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}"#;
    // A text frame of a client is masked; this mask changes nothing.
    let mut frame = vec![0x81, 0x80 | u8::try_from(identify.len()).unwrap(), 0, 0, 0, 0];
    frame.extend(identify.bytes());
    socket.write_all(&frame).await.unwrap();
    let mut heard = Vec::new();
    let reading = async {
        while !heard.windows(2).any(|pair| pair == 4004_u16.to_be_bytes()) {
            assert_ne!(socket.read_buf(&mut heard).await.unwrap(), 0, "closed without the code");
        }
    };
    timeout(Duration::from_secs(120), reading).await.unwrap();
    assert!(String::from_utf8_lossy(&heard).contains(r#""heartbeat_interval":41250"#));
    assert!(!town.sim.gateway_state().connected);
}

#[tokio::test]
async fn members_are_listed_to_an_app_that_has_the_intent() {
    let mut options = SimOptions::at(START_MS);
    options.guild_members = true;
    let town = town_with(options).await;
    let mut bot = Bot::connect(&town.sim, intent::GUILDS | intent::GUILD_MEMBERS).await;
    let role = town.server.role("Community team", 0);
    town.grace.give_role(&role);
    assert_eq!(bot.next("GUILD_MEMBER_UPDATE").await["d"]["roles"], json!([role.id().to_string()]));
    bot.send
        .send(json!({"op": 8, "d": {"guild_id": town.server.id().to_string(), "query": "", "limit": 0}}).to_string())
        .unwrap();
    let chunk = bot.next("GUILD_MEMBERS_CHUNK").await;
    assert_eq!(chunk["d"]["members"].as_array().map(Vec::len), Some(4));
    let path = format!("/guilds/{}/members?limit=1000", town.server.id());
    let (_, _, list) = raw(&town.sim, "GET", &path, None).await;
    assert_eq!(list.as_array().map(Vec::len), Some(4));
    town.grace.leave();
    assert_eq!(bot.next("GUILD_MEMBER_REMOVE").await["d"]["user"]["id"], json!(town.grace.id().to_string()));
}
