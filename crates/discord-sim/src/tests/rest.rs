//! REST: permissions, validation, nonces, limits, faults, history, events.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::all as serenity;

use crate::tests::{Api, START_MS, Town, USUAL, raw, raw_as, says, shows, town, town_with};
use crate::{Event, Fault, FaultKind, RateLimit, ReplyPing, SimOptions, permission};

fn messages(town: &Town) -> String {
    format!("/channels/{}/messages", town.general.id())
}

/// An answer, as serenity's models have it.
async fn read<T: DeserializeOwned>(town: &Town, method: &str, path: &str, body: Option<Value>) -> T {
    let (status, _, answer) = raw(&town.sim, method, path, body).await;
    assert_eq!(status, 200, "{method} {path}: {answer}");
    serde_json::from_value(answer).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
}

#[tokio::test]
async fn serenity_reads_what_it_is_answered() {
    let town = town().await;
    let (guild, ada) = (format!("/guilds/{}", town.server.id()), town.ada.id());
    let get = "GET";
    assert_eq!(read::<serenity::CurrentUser>(&town, get, "/users/@me", None).await.name, "Bot");
    let gateway = read::<serenity::BotGateway>(&town, get, "/gateway/bot", None).await;
    assert_eq!(gateway.url, town.sim.gateway_url());
    let counted = read::<serenity::PartialGuild>(&town, get, &format!("{guild}?with_counts=true"), None).await;
    assert_eq!(counted.approximate_member_count, Some(4));
    town.server.seem_to_have(12_000);
    let listed = raw(&town.sim, get, "/users/@me/guilds?with_counts=true", None).await.2;
    assert_eq!(listed[0]["approximate_member_count"], 12_000);
    let channels = read::<Vec<serenity::GuildChannel>>(&town, get, &format!("{guild}/channels"), None).await;
    assert_eq!(channels.len(), 1);
    let (_, _, roles) = raw(&town.sim, get, &format!("{guild}/roles"), None).await;
    assert_eq!(roles.as_array().map(Vec::len), Some(2));
    let mut member = raw(&town.sim, get, &format!("{guild}/members/{ada}"), None).await.2;
    member["guild_id"] = json!(town.server.id().to_string());
    assert_eq!(serde_json::from_value::<serenity::Member>(member).unwrap().user.name, "ada");
    assert_eq!(read::<Vec<serenity::GuildInfo>>(&town, get, "/users/@me/guilds", None).await.len(), 1);
    let channel = format!("/channels/{}", town.general.id());
    assert!(matches!(read(&town, get, &channel, None).await, serenity::Channel::Guild(_)));
    read::<serenity::CurrentApplicationInfo>(&town, get, "/applications/@me", None).await;
    let post = messages(&town);
    let sent = read::<serenity::Message>(&town, "POST", &post, Some(says("hello"))).await;
    let reaction = format!("{post}/{}/reactions/%F0%9F%92%9C/@me", sent.id);
    assert_eq!(raw(&town.sim, "PUT", &reaction, None).await.0, 204);
    assert_eq!(town.general.messages()[0].reactions(), [("💜".to_owned(), vec![town.sim.bot_id()])]);
    let list = read::<Vec<serenity::Message>>(&town, get, &format!("{post}?limit=5"), None).await;
    assert_eq!(list[0].reactions[0].count, 1);
    let event = json!({"name": "Picnic 2027", "privacy_level": 2, "entity_type": 3, "scheduled_start_time": "2027-01-26T00:00:00Z",
        "scheduled_end_time": "2027-01-27T00:00:00Z", "entity_metadata": {"location": "#general"}});
    let events = format!("{guild}/scheduled-events");
    let event = read::<serenity::ScheduledEvent>(&town, "POST", &events, Some(event)).await;
    let listed = read::<Vec<serenity::ScheduledEvent>>(&town, get, &events, None).await;
    assert_eq!(listed[0].id, event.id);
    assert_eq!(raw(&town.sim, "DELETE", &format!("{events}/{}", event.id), None).await.0, 204);
    let to = json!({"recipient_id": ada.to_string()});
    let dm = read::<serenity::PrivateChannel>(&town, "POST", "/users/@me/channels", Some(to)).await;
    read::<serenity::Message>(&town, "POST", &format!("/channels/{}/messages", dm.id), Some(says("hello"))).await;
    assert_eq!(town.ada.dms().len(), 1);
    town.sim.assert_clean();
}

#[tokio::test]
async fn files_come_beside_the_message() {
    let town = town().await;
    let body = format!(
        "--x\r\ncontent-disposition: form-data; name=\"payload_json\"\r\ncontent-type: application/json\r\n\r\n{}\r\n\
         --x\r\ncontent-disposition: form-data; name=\"files[0]\"; filename=\"digest.txt\"\r\n\r\na page\r\n--x--\r\n",
        says("with a file")
    );
    let form = "multipart/form-data; boundary=x";
    let (status, _, answer) = Api::of(&town.sim).call("POST", &messages(&town), form, &body).await.unwrap();
    assert_eq!(status, 200, "{answer}");
    let sent: serenity::Message = serde_json::from_value(answer).unwrap();
    assert_eq!(sent.attachments[0].filename, "digest.txt");
    assert_eq!(&*town.general.messages()[0].files()[0].bytes, b"a page");
    town.sim.assert_clean();
}

#[tokio::test]
async fn what_the_bot_may_not_do_is_refused_as_discord_refuses_it() {
    let town = town().await;
    let hidden = town.server.channel_with("hidden", &[]);
    hidden.deny_bot(permission::VIEW_CHANNEL);
    let mute = town.server.channel("mute");
    mute.deny_bot(permission::SEND_MESSAGES | permission::ADD_REACTIONS);
    let blind = town.server.channel("blind");
    blind.deny_bot(permission::READ_MESSAGE_HISTORY);
    let (there, seen) = (town.ada.say(&blind, "unread"), town.ada.say(&mute, "seen"));
    let dm = town.ada.dm();
    town.ada.set_dms_closed(true);
    town.server.set_bot_permissions(USUAL & !permission::CREATE_EVENTS);
    let reply = json!({"content": "x", "allowed_mentions": {"parse": []}, "message_reference": {"message_id": there.id().to_string()}});
    let at = |channel: u64| format!("/channels/{channel}/messages");
    let on = |message: &crate::MessageHandle| {
        format!("{}/{}/reactions/%F0%9F%92%9C/@me", at(message.channel_id()), message.id())
    };
    let event = format!("/guilds/{}/scheduled-events", town.server.id());
    for (method, path, body, status, code) in [
        ("POST", at(hidden.id()), says("x"), 403, 50001),
        ("GET", at(hidden.id()), Value::Null, 403, 50001),
        ("POST", at(mute.id()), says("x"), 403, 50013),
        ("PUT", on(&seen), Value::Null, 403, 50013),
        ("PUT", on(&there), Value::Null, 403, 50013),
        ("POST", at(blind.id()), reply, 400, 160_002),
        ("POST", at(dm.id()), says("x"), 403, 50007),
        ("POST", at(77), says("x"), 404, 10003),
        ("GET", format!("{}/77", at(town.general.id())), Value::Null, 404, 10008),
        ("PATCH", format!("{}/{}", at(mute.id()), seen.id()), says("mine now"), 403, 50005),
        ("DELETE", format!("{}/{}", at(mute.id()), seen.id()), Value::Null, 403, 50013),
        ("POST", event, json!({}), 403, 50013),
    ] {
        let (got, _, answer) = raw(&town.sim, method, &path, (!body.is_null()).then_some(body)).await;
        assert_eq!((got, answer["code"].as_u64()), (status, Some(code)), "{method} {path}: {answer}");
    }
    let (status, _, list) = raw(&town.sim, "GET", &at(blind.id()), None).await;
    assert_eq!((status, list), (200, json!([])), "without its history a channel looks empty");
    let wrong = raw_as(&town.sim, "wrong", "GET", "/users/@me", None).await.unwrap();
    assert_eq!(wrong.0, 401);
    town.sim.assert_clean();
    let below_a_message = format!("{}/{}/crosspost", at(mute.id()), seen.id());
    for path in ["/users/@me/billing", &below_a_message, "/channels/1/voice-status"] {
        let (status, ..) = raw(&town.sim, "GET", path, None).await;
        assert_eq!(status, 501, "{path}");
        assert!(town.sim.violations().last().unwrap().contains(path));
    }
}

#[tokio::test]
async fn messages_are_pinned_and_listed() {
    let town = town().await;
    let (first, second) = (town.ada.say(&town.general, "first"), town.ada.say(&town.general, "second"));
    let (now, old) = (format!("{}/pins", messages(&town)), format!("/channels/{}/pins", town.general.id()));
    let (status, _, answer) = raw(&town.sim, "PUT", &format!("{now}/{}", first.id()), None).await;
    assert_eq!((status, &answer["code"]), (403, &json!(50013)));
    town.server.set_bot_permissions(USUAL | permission::PIN_MESSAGES);
    assert_eq!(raw(&town.sim, "PUT", &format!("{now}/{}", first.id()), None).await.0, 204);
    town.sim.set_now(START_MS + 1000);
    assert_eq!(raw(&town.sim, "PUT", &format!("{old}/{}", second.id()), None).await.0, 204);
    assert!(first.is_pinned() && second.is_pinned());
    let (_, _, pins) = raw(&town.sim, "GET", &format!("{now}?limit=1"), None).await;
    assert_eq!((&pins["items"][0]["message"]["content"], &pins["has_more"]), (&json!("second"), &json!(true)));
    let before = pins["items"][0]["pinned_at"].as_str().unwrap().replace("+00:00", "Z");
    let (_, _, pins) = raw(&town.sim, "GET", &format!("{now}?before={before}"), None).await;
    assert_eq!((&pins["items"][0]["message"]["content"], &pins["has_more"]), (&json!("first"), &json!(false)));
    assert_eq!(raw(&town.sim, "DELETE", &format!("{now}/{}", second.id()), None).await.0, 204);
    let listed = read::<Vec<serenity::Message>>(&town, "GET", &old, None).await;
    assert_eq!(listed.iter().map(|message| message.id.get()).collect::<Vec<_>>(), [first.id()]);
    assert_eq!(raw(&town.sim, "PUT", &format!("{now}/77"), None).await.0, 404);
    town.sim.assert_clean();
}

#[tokio::test]
async fn bodies_are_validated() {
    let town = town().await;
    let text = |content: &str| json!({"type": 10, "content": content});
    let button = |id: &str| json!({"type": 2, "style": 1, "label": "b", "custom_id": id});
    let row = |buttons: Vec<Value>| json!({"type": 1, "components": buttons});
    let forty_one: Vec<Value> =
        (0..39).map(|_| text("x")).chain([json!({"type": 17, "components": [text("y")]})]).collect();
    let mut mixed = shows(json!([text("x")]));
    mixed["content"] = json!("and this");
    for (name, body, at) in [
        ("too long", says(&"x".repeat(2001)), "/content"),
        ("legacy fields", mixed, "/content"),
        ("no V2 flag", json!({"components": [text("x")]}), "/components/0/type"),
        ("too many", shows(json!(forty_one)), "/components"),
        ("too much text", shows(json!([text(&"x".repeat(3000)), text(&"y".repeat(1001))])), "/components"),
        ("empty text", shows(json!([text("")])), "/components/0/content"),
        (
            "six buttons",
            shows(json!([row((0..6).map(|n| button(&n.to_string())).collect())])),
            "/components/0/components",
        ),
        ("the same id", shows(json!([row(vec![button("a"), button("a")])])), "/components/0/components/1/custom_id"),
        ("long id", shows(json!([row(vec![button(&"a".repeat(101))])])), "/components/0/components/0/custom_id"),
        (
            "link with id",
            shows(json!([row(vec![
                json!({"type": 2, "style": 5, "label": "l", "url": "https://x", "custom_id": "y"})
            ])])),
            "/components/0/components/0",
        ),
        ("bare section", shows(json!([{"type": 9, "components": [text("x")]}])), "/components/0/accessory/type"),
        ("unknown file", shows(json!([{"type": 13, "file": {"url": "attachment://a.pdf"}}])), "/components/0/file/url"),
        ("long nonce", json!({"content": "x", "nonce": "n".repeat(26)}), "/nonce"),
        ("ephemeral post", json!({"content": "x", "flags": 64}), "/flags"),
    ] {
        let (status, _, answer) = raw(&town.sim, "POST", &messages(&town), Some(body)).await;
        assert_eq!((status, &answer["code"]), (400, &json!(50035)), "{name}: {answer}");
        let errors = answer["errors"].pointer(at).map(|errors| &errors["_errors"]);
        assert!(errors.is_some_and(Value::is_array), "{name}: no error at {at}: {answer}");
    }
    let (status, _, answer) = raw(&town.sim, "POST", &messages(&town), Some(says(""))).await;
    assert_eq!((status, &answer["code"]), (400, &json!(50006)));
    for (name, commands) in [
        ("upper case", json!([{"name": "Thank", "description": "x"}])),
        ("no description", json!([{"name": "thank"}])),
        ("twice", json!([{"name": "thank", "description": "x"}, {"name": "thank", "description": "x"}])),
        (
            "optional first",
            json!([{"name": "thank", "description": "x", "options": [
            {"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x", "required": true}]}]),
        ),
        ("unknown locale", json!([{"name": "thank", "description": "x", "name_localizations": {"tlh": "qatlho"}}])),
        ("capital in a locale", json!([{"name": "thank", "description": "x", "name_localizations": {"de": "Danken"}}])),
        (
            "long in a locale",
            json!([{"name": "thank", "description": "x", "description_localizations": {"de": "x".repeat(101)}}]),
        ),
        (
            "twice in a locale",
            json!([{"name": "roster", "description": "x", "name_localizations": {"de": "liste"}},
            {"name": "list", "description": "x", "name_localizations": {"de": "liste"}}]),
        ),
        (
            "options twice in a locale",
            json!([{"name": "thank", "description": "x", "options": [{"type": 3, "name": "grund", "description": "x"},
            {"type": 3, "name": "b", "description": "x", "name_localizations": {"de": "grund"}}]}]),
        ),
        (
            "menu too long in a locale",
            json!([{"name": "Thank", "type": 2, "name_localizations": {"de": "x".repeat(33)}}]),
        ),
    ] {
        let path = format!("/applications/{}/commands", town.sim.application_id());
        let (status, _, answer) = raw(&town.sim, "PUT", &path, Some(commands)).await;
        assert_eq!((status, &answer["code"]), (400, &json!(50035)), "{name}: {answer}");
    }
    let path = format!("/guilds/{}/scheduled-events", town.server.id());
    let event =
        json!({"name": "x", "privacy_level": 2, "entity_type": 3, "scheduled_start_time": "2027-01-25T08:59:59Z"});
    let (_, _, answer) = raw(&town.sim, "POST", &path, Some(event)).await;
    for at in ["/scheduled_start_time", "/scheduled_end_time", "/entity_metadata/location"] {
        assert!(answer["errors"].pointer(at).is_some(), "no error at {at}: {answer}");
    }
    town.sim.assert_clean();
}

#[tokio::test]
async fn a_nonce_is_the_same_message_for_some_minutes_wherever_it_was_sent() {
    let town = town().await;
    let other = town.server.channel("other");
    let mut body = says("once");
    body["nonce"] = json!("abcdefghijklmnopqrstuv");
    body["enforce_nonce"] = json!(true);
    let (_, _, first) = raw(&town.sim, "POST", &messages(&town), Some(body.clone())).await;
    assert_eq!(first["nonce"], body["nonce"]);
    let path = format!("/channels/{}/messages", other.id());
    let (_, _, again) = raw(&town.sim, "POST", &path, Some(body.clone())).await;
    assert_eq!(again["id"], first["id"]);
    assert!(other.messages().is_empty());
    town.sim.set_now(START_MS + 6 * 60 * 1000);
    let (_, _, later) = raw(&town.sim, "POST", &path, Some(body)).await;
    assert_ne!(later["id"], first["id"]);
}

#[tokio::test]
async fn pings_obey_allowed_mentions() {
    let town = town().await;
    let words = town.ada.say(&town.general, "hello");
    let text = format!("{} and {} @everyone", town.ada.mention(), town.grace.mention());
    let (ada, grace) = (town.ada.id(), town.grace.id());
    let reference = json!({"message_id": words.id().to_string()});
    for (allowed, flags, pinged) in [
        (json!({"parse": []}), 0, vec![]),
        (json!({"parse": ["users"]}), 0, vec![ada, grace]),
        (json!({"parse": ["users"]}), 1 << 12, vec![]),
        (json!({"parse": [], "users": [grace.to_string()]}), 0, vec![grace]),
        (json!({"parse": [], "replied_user": true}), 0, vec![ada]),
    ] {
        let body =
            json!({"content": text, "flags": flags, "allowed_mentions": allowed, "message_reference": reference});
        raw(&town.sim, "POST", &messages(&town), Some(body)).await;
        let last = town.general.messages().pop().unwrap();
        assert_eq!(last.pinged(), pinged, "{allowed} {flags}");
    }
    raw(&town.sim, "POST", &messages(&town), Some(json!({"content": "careless"}))).await;
    town.sim.assert_clean();
    assert_eq!(town.grace.reply(&words, "hi", ReplyPing::On).pinged(), [ada]);
    assert_eq!(town.grace.reply(&words, "hi", ReplyPing::Off).pinged(), [0; 0]);
}

#[tokio::test]
async fn allowed_mentions_can_be_required() {
    let town = town_with(SimOptions { require_allowed_mentions: true, ..SimOptions::at(START_MS) }).await;
    raw(&town.sim, "POST", &messages(&town), Some(says("careful"))).await;
    town.sim.assert_clean();
    raw(&town.sim, "POST", &messages(&town), Some(json!({"content": "careless"}))).await;
    assert!(town.sim.violations()[0].starts_with("a message without allowed_mentions"));
}

#[tokio::test]
async fn the_bot_has_the_name_and_the_id_that_it_is_given() {
    let options = SimOptions { bot_name: "Clerk".into(), bot_id: Some(42), ..SimOptions::default() };
    let town = town_with(options).await;
    let me = raw(&town.sim, "GET", "/users/@me", None).await.2;
    assert_eq!((&me["id"], &me["username"]), (&json!("42"), &json!("Clerk")));
    assert_eq!((town.sim.bot_id(), town.sim.application_id()), (42, 42));
}

#[tokio::test]
async fn limits_answer_429_with_what_to_wait_for() {
    let mut options = SimOptions::at(START_MS);
    options.message_limit = RateLimit::new(2, Duration::from_secs(30));
    let town = town_with(options).await;
    for left in [1, 0] {
        let (status, head, _) = raw(&town.sim, "POST", &messages(&town), Some(says("x"))).await;
        assert_eq!(status, 200);
        assert!(head.contains(&format!("x-ratelimit-remaining: {left}")), "{head}");
    }
    let (status, head, body) = raw(&town.sim, "POST", &messages(&town), Some(says("x"))).await;
    assert_eq!(status, 429);
    assert!(head.contains("retry-after: ") && head.contains("x-ratelimit-scope: user"), "{head}");
    assert!(body["retry_after"].as_f64().unwrap() > 20.0);
    let (status, ..) =
        raw(&town.sim, "POST", &format!("/channels/{}/messages", town.ada.dm().id()), Some(says("x"))).await;
    assert_eq!(status, 200, "another channel has a limit of its own");
    let limited = |what: &Event| matches!(what, Event::RateLimited { global: false, .. });
    assert_eq!(town.sim.transcript().iter().filter(|entry| limited(&entry.event)).count(), 1);
}

#[tokio::test]
async fn faults_happen_before_or_after_the_work() {
    let town = town().await;
    let post = "POST /channels/*/messages";
    let said = || town.general.messages().len();
    for (what, status, done) in [
        (FaultKind::Status(502), Some(502), 0),
        (FaultKind::Forbidden(50013), Some(403), 0),
        (FaultKind::DropConnection, None, 0),
        (FaultKind::DoneThenStatus(500), Some(500), 1),
        (FaultKind::DoneThenDropConnection, None, 1),
        (FaultKind::Answer { status: 202, body: json!({"retry_after": 1}) }, Some(202), 0),
    ] {
        let before = said();
        town.sim.fault(Fault::on(post, what.clone()));
        let answer = raw_as(&town.sim, &town.sim.token(), "POST", &messages(&town), Some(says("x"))).await;
        assert_eq!((answer.map(|answer| answer.0), said() - before), (status, done), "{what:?}");
    }
    let before = said();
    town.sim.fault(Fault::on(post, FaultKind::DoneThenHang));
    let path = messages(&town);
    let hanging = raw(&town.sim, "POST", &path, Some(says("x")));
    let (hung, _) =
        tokio::join!(tokio::time::timeout(Duration::from_millis(300), hanging), town.general.until_posts(before + 1));
    assert!(hung.is_err(), "no answer comes");
    let (status, ..) = raw(&town.sim, "POST", &messages(&town), Some(says("x"))).await;
    assert_eq!(status, 200, "the fault is spent");
    // Whoever is told to wait and does not, breaks a rule.
    town.sim.fault(Fault::on(post, FaultKind::RateLimited { retry_after_ms: 4_000, global: true }));
    let before = said();
    for violations in [0, 1] {
        let (status, ..) = raw(&town.sim, "POST", &messages(&town), Some(says("x"))).await;
        let broken = town.sim.violations();
        let held_against = broken.iter().filter(|broken| broken.contains("before the end of a wait")).count();
        assert_eq!((status, said() - before, held_against), (429, 0, violations), "{broken:?}");
    }
}

#[tokio::test]
async fn history_pages_and_search_finds() {
    let town = town().await;
    let ids: Vec<u64> = (0..5).map(|n| town.ada.say(&town.general, &format!("word {n}")).id()).collect();
    let said = town.grace.say(&town.general, &format!("#PICNIC {}", town.ada.mention()));
    let list = async |query: &str| {
        let (_, _, list) = raw(&town.sim, "GET", &format!("{}?{query}", messages(&town)), None).await;
        let ids = list.as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap().parse().unwrap());
        ids.collect::<Vec<u64>>()
    };
    assert_eq!(list("limit=2").await, [said.id(), ids[4]]);
    assert_eq!(list(&format!("before={}&limit=2", ids[3])).await, [ids[2], ids[1]]);
    assert_eq!(list(&format!("after={}&limit=2", ids[0])).await, [ids[2], ids[1]]);
    assert_eq!(list(&format!("around={}&limit=3", ids[2])).await, [ids[3], ids[2], ids[1]]);
    let other = town.server.channel("other");
    let count = |channel: &str| town.sim.request_count(&format!("GET /channels/{channel}/messages"));
    assert_eq!((count("*"), count(&town.general.id().to_string()), count(&other.id().to_string())), (4, 4, 0));
    for (query, hits) in [
        ("content=%23picnic".to_owned(), 1),
        (format!("mentions={}", town.ada.id()), 1),
        (format!("author_id={}", town.ada.id()), 5),
        (format!("min_id={}", ids[3]), 2),
        (format!("max_id={}", ids[1]), 1),
    ] {
        let path = format!("/guilds/{}/messages/search?{query}", town.server.id());
        let (status, _, found) = raw(&town.sim, "GET", &path, None).await;
        assert_eq!((status, found["messages"].as_array().map(Vec::len)), (200, Some(hits)), "{query}: {found}");
    }
}

#[tokio::test]
async fn searching_follows_the_published_rules() {
    let town = town().await;
    let search = async |query: &str| {
        let path = format!("/guilds/{}/messages/search?{query}", town.server.id());
        let (status, _, found) = raw(&town.sim, "GET", &path, None).await;
        let hits = found["messages"].as_array().map_or(0, Vec::len);
        (status, hits, found["total_results"].as_u64().unwrap_or(0), found)
    };
    for text in ["#PICNIC one", "#PICNIC2027 two", "picnicking", "thanks #picnic"] {
        town.ada.say(&town.general, text);
    }
    let (status, hits, total, found) = search("content=picnic&limit=1&sort_order=asc").await;
    assert_eq!((status, hits, total), (200, 1, 2), "whole words, in any case: {found}");
    assert_eq!(
        (&found["messages"][0][0]["hit"], &found["messages"][0][0]["content"]),
        (&json!(true), &json!("#PICNIC one"))
    );
    assert_eq!(search("content=picnic2027").await.1, 1);
    assert_eq!(search("content=picnic&offset=1").await.1, 1);
    for (query, status) in [("offset=9976", 400), ("limit=26", 400), ("sort_by=age", 400), ("sort_order=asc", 200)] {
        assert_eq!(search(query).await.0, status, "{query}");
    }
    assert_eq!(search(&format!("mentions={0}&mentions={0}", town.ada.id())).await.0, 400, "each once");
    town.sim.set_search_unindexed(1);
    let (status, _, _, told) = search("content=picnic").await;
    assert_eq!((status, &told["code"], &told["retry_after"]), (202, &json!(110_000), &json!(2)));
    town.sim.set_search_incomplete();
    let (first, second) = (search("").await, search("").await);
    assert!(first.1 < second.1 && first.2 == second.2, "a page may be short, the second time it is not: {first:?}");
    // What the bot may not read is not found, and without the permission there is no search at all.
    town.general.deny_bot(permission::READ_MESSAGE_HISTORY);
    assert_eq!(search("content=picnic").await.1, 0);
    town.server.set_everyone_permissions(permission::VIEW_CHANNEL);
    town.server.set_bot_permissions(permission::VIEW_CHANNEL);
    assert_eq!(search("content=picnic").await.0, 403);
    assert_eq!(town.sim.violations(), [""; 0]);
    let bare = town_with(SimOptions { message_content: false, ..SimOptions::at(START_MS) }).await;
    let path = format!("/guilds/{}/messages/search", bare.server.id());
    assert_eq!(raw(&bare.sim, "GET", &path, None).await.0, 403, "it needs the intent");
}

#[tokio::test]
async fn a_dropped_simulator_no_longer_answers() {
    let town = town().await;
    let address = town.sim.api_base().trim_start_matches("http://").to_owned();
    drop(town);
    let gone = async {
        while tokio::net::TcpStream::connect(&address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(120), gone).await.unwrap();
}
