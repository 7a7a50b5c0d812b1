//! Every kind of object that REST answers, read by twilight's models, which are stricter than serenity's.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use twilight_model as model;

use crate::tests::{raw, says, shows, town};

/// Whether some type can read an answer.
type Reads = fn(Value) -> Result<(), String>;

fn reads<T: DeserializeOwned>(answer: Value) -> Result<(), String> {
    serde_json::from_value::<T>(answer).map(|_| ()).map_err(|error| error.to_string())
}

#[tokio::test]
async fn twilight_reads_what_it_is_answered() {
    let town = town().await;
    let sim = &town.sim;
    let (guild, channel, app) = (town.server.id(), town.general.id(), sim.application_id());
    let words = town.ada.say(&town.general, "hello");
    let dm = town.ada.dm();
    let everything = shows(json!([
        {"type": 17, "components": [
            {"type": 10, "content": "hi"},
            {"type": 14},
            {"type": 9, "components": [{"type": 10, "content": "x"}],
                "accessory": {"type": 2, "style": 5, "label": "l", "url": "https://example.org"}},
            {"type": 1, "components": [{"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "b"}]}]},
            {"type": 12, "items": [{"media": {"url": "https://example.org/z.png"}}]},
        ]},
        {"type": 1, "components": [{"type": 5, "custom_id": "u"}]},
        {"type": 1, "components": [{"type": 2, "style": 1, "label": "b", "custom_id": "q"}]},
    ]));
    let mut reply = says("so it is");
    reply["message_reference"] = json!({"message_id": words.id().to_string()});
    let event = json!({"name": "Picnic", "privacy_level": 2, "entity_type": 3, "scheduled_start_time": "2027-01-26T00:00:00Z",
        "scheduled_end_time": "2027-01-27T00:00:00Z", "entity_metadata": {"location": "#general"}});
    let commands = json!([{"name": "thank", "description": "x", "options": [{"type": 3, "name": "a", "description": "b"}]},
        {"name": "Save", "type": 3}]);
    town.general.thread("a question", &town.ada);
    let private = town.general.private_thread("between us", &town.ada, &[sim.bot_id()]);
    let cases: [(&str, String, Value, Reads); 16] = [
        ("POST", format!("/channels/{channel}/messages"), everything, reads::<model::channel::Message>),
        ("POST", format!("/channels/{channel}/messages"), reply, reads::<model::channel::Message>),
        ("GET", format!("/channels/{channel}/messages"), Value::Null, reads::<Vec<model::channel::Message>>),
        ("GET", format!("/channels/{channel}"), Value::Null, reads::<model::channel::Channel>),
        ("GET", format!("/channels/{}", private.id()), Value::Null, reads::<model::channel::Channel>),
        (
            "GET",
            format!("/guilds/{guild}/threads/active"),
            Value::Null,
            reads::<model::channel::thread::ThreadsListing>,
        ),
        ("GET", format!("/channels/{}", dm.id()), Value::Null, reads::<model::channel::Channel>),
        ("GET", format!("/guilds/{guild}?with_counts=true"), Value::Null, reads::<model::guild::Guild>),
        ("GET", format!("/guilds/{guild}/roles"), Value::Null, reads::<Vec<model::guild::Role>>),
        ("GET", format!("/guilds/{guild}/members/{}", town.ada.id()), Value::Null, reads::<model::guild::Member>),
        (
            "POST",
            format!("/guilds/{guild}/scheduled-events"),
            event,
            reads::<model::guild::scheduled_event::GuildScheduledEvent>,
        ),
        ("GET", "/applications/@me".into(), Value::Null, reads::<model::oauth::Application>),
        ("GET", "/users/@me".into(), Value::Null, reads::<model::user::CurrentUser>),
        ("GET", "/users/@me/guilds".into(), Value::Null, reads::<Vec<model::user::CurrentUserGuild>>),
        ("GET", "/gateway/bot".into(), Value::Null, reads::<model::gateway::connection_info::BotConnectionInfo>),
        ("PUT", format!("/applications/{app}/commands"), commands, reads::<Vec<model::application::command::Command>>),
    ];
    for (method, path, body, read) in cases {
        let (status, _, answer) = raw(sim, method, &path, (!body.is_null()).then_some(body)).await;
        assert_eq!(status, 200, "{path}: {answer}");
        assert_eq!(read(answer.clone()), Ok(()), "{method} {path}: {answer}");
    }
    sim.assert_clean();
}
