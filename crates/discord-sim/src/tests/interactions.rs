//! Commands, buttons, menus and forms, from a person to the bot and back.

use serde_json::{Value, json};
use serenity::all as serenity;
use tokio::join;

use crate::tests::{ALL_INTENTS, Bot, Town, raw, says, shows, town};
use crate::{Event, FieldValue, Opt, ResponseKind, Sim};

fn commands() -> Value {
    json!([
        {"name": "thank", "description": "Thanks", "contexts": [0], "options": [
            {"type": 6, "name": "manager", "description": "Whom", "required": true},
            {"type": 3, "name": "message", "description": "Words", "max_length": 1500},
            {"type": 3, "name": "for", "description": "What for", "choices": [
                {"name": "answered me", "value": "answered"}, {"name": "kept us safe", "value": "safe"}]},
        ]},
        {"name": "calendar", "description": "All else", "options": [
            {"type": 1, "name": "when", "description": "When", "options": [
                {"type": 4, "name": "year", "description": "The year", "min_value": 2010, "max_value": 2100}]},
            {"type": 2, "name": "boss", "description": "The boss", "options": [
                {"type": 1, "name": "set", "description": "Set", "options": [
                    {"type": 3, "name": "email", "description": "Mail", "autocomplete": true}]}]},
        ]},
        {"name": "campaign", "description": "Admin", "default_member_permissions": "32", "contexts": [0], "options": [
            {"type": 7, "name": "channel", "description": "Where", "channel_types": [0]}]},
        {"name": "Thank", "type": 2},
        {"name": "Save as thanks", "type": 3},
    ])
}

async fn register(sim: &Sim) {
    let path = format!("/applications/{}/commands", sim.application_id());
    let (status, _, list) = raw(sim, "PUT", &path, Some(commands())).await;
    assert_eq!(status, 200, "{list}");
    let decoded: Vec<serenity::Command> = serde_json::from_value(list).unwrap();
    assert_eq!(decoded.len(), 5);
}

async fn ready() -> (Town, Bot) {
    let town = town().await;
    register(&town.sim).await;
    let bot = Bot::connect(&town.sim, ALL_INTENTS).await;
    (town, bot)
}

fn form() -> Value {
    json!({"custom_id": "form:1", "title": "Say thank you", "components": [
        {"type": 18, "label": "Whom", "component": {"type": 5, "custom_id": "manager"}},
        {"type": 18, "label": "Words", "description": "Yours", "component":
            {"type": 4, "custom_id": "words", "style": 2, "max_length": 1500, "min_length": 3}},
        {"type": 18, "label": "You are", "component": {"type": 3, "custom_id": "relation", "options": [
            {"label": "a customer", "value": "customer", "default": true}, {"label": "a friend", "value": "friend"}]}},
        {"type": 18, "label": "For", "component": {"type": 22, "custom_id": "for", "required": false, "options": [
            {"label": "answered me", "value": "answered"}, {"label": "kept us safe", "value": "safe"}]}},
        {"type": 18, "label": "Consent", "component": {"type": 21, "custom_id": "consent", "options": [
            {"label": "Public", "value": "public"}, {"label": "Private", "value": "private"}]}},
    ]})
}

#[tokio::test]
async fn a_command_is_answered_clicked_and_a_form_submitted() {
    let (town, mut bot) = ready().await;
    bot.next("READY").await;
    let guild = bot.next("GUILD_CREATE").await;
    let decoded: serenity::Guild = serde_json::from_value(guild["d"].clone()).unwrap();
    assert_eq!(decoded.name, "Northwind");

    let button = json!([{"type": 17, "components": [{"type": 10, "content": "Thank someone?"},
        {"type": 1, "components": [{"type": 2, "style": 1, "label": "Say thank you", "custom_id": "say:1"}]}]}]);
    let options = [("manager", Opt::from(&town.grace)), ("message", "for **all**".into())];
    let (asked, ()) = join!(town.ada.slash(&town.general, "/thank", &options), async {
        let command = bot.interaction().await;
        let read: serenity::Interaction = serde_json::from_value(command.clone()).unwrap();
        let read = read.command().expect("a command");
        assert_eq!(read.data.resolved.members.len(), 1);
        assert_eq!(read.member.as_ref().and_then(|m| m.permissions).map(|p| p.view_channel()), Some(true));
        let mut data = shows(button.clone());
        data["flags"] = json!(1 << 15 | 64);
        bot.callback(&command, 4, data).await;
    });
    assert_eq!(asked.kind(), ResponseKind::Message);
    assert!(asked.is_ephemeral());
    assert_eq!(asked.text(), "Thank someone?\nSay thank you");
    assert!(town.general.messages().is_empty(), "an ephemeral answer is no one else's");

    let (clicked, ()) = join!(asked.click("say:"), async {
        let click = bot.interaction().await;
        assert_eq!(click["data"]["component_type"], 2);
        bot.callback(&click, 9, form()).await;
    });
    assert_eq!(clicked.kind(), ResponseKind::Modal);
    let fields = [
        ("manager", FieldValue::from(&town.grace)),
        ("words", FieldValue::from("Thank you for everything")),
        ("consent", FieldValue::value("public")),
    ];
    let (submitted, sent) = join!(clicked.submit(&fields), async {
        let submit = bot.interaction().await;
        bot.callback(&submit, 5, json!({"flags": 64})).await;
        let path =
            format!("/webhooks/{}/{}/messages/@original", town.sim.application_id(), submit["token"].as_str().unwrap());
        let (status, ..) = raw(&town.sim, "PATCH", &path, Some(says("Passed on."))).await;
        assert_eq!(status, 200);
        let path = path.trim_end_matches("/messages/@original").to_owned();
        let (status, ..) = raw(&town.sim, "POST", &path, Some(says("And one more thing."))).await;
        assert_eq!(status, 200);
        submit
    });
    assert_eq!(submitted.kind(), ResponseKind::Deferred);
    assert_eq!(submitted.settled().await.text(), "Passed on.");
    assert_eq!(submitted.until_follow_ups(1).await[0].text(), "And one more thing.");
    let parts = &sent["data"]["components"];
    let grace = town.grace.id().to_string();
    assert_eq!(parts[0]["type"], 18);
    assert_eq!(parts[0]["component"]["values"], json!([grace]));
    assert_eq!(parts[1]["component"]["value"], "Thank you for everything");
    assert_eq!(parts[2]["component"]["values"], json!(["customer"]), "what was prefilled stays");
    assert_eq!(parts[3]["component"]["values"], json!([]));
    assert_eq!(parts[4]["component"]["value"], "public");
    assert!(sent["data"]["resolved"]["members"][&grace]["joined_at"].is_string());
    assert!(sent["message"]["id"].is_string(), "a form that a button opened carries the button's message");
    town.sim.assert_clean();
    let labels: Vec<String> = town
        .sim
        .transcript()
        .into_iter()
        .filter_map(|entry| match entry.event {
            Event::InteractionSent { label, .. } => Some(label),
            _ => None,
        })
        .collect();
    assert_eq!(
        labels,
        ["/thank manager:@Grace message:for **all**", "clicks **Say thank you**", "submits **Say thank you**"]
    );
}

#[tokio::test]
async fn subcommands_suggestions_and_right_clicks() {
    let (town, mut bot) = ready().await;
    let (when, ()) = join!(town.ada.slash(&town.general, "calendar when", &[("year", Opt::Int(2027))]), async {
        let command = bot.interaction().await;
        assert_eq!(
            command["data"]["options"],
            json!([{"name": "when", "type": 1, "options":
            [{"name": "year", "type": 4, "value": 2027}]}])
        );
        bot.callback(&command, 4, says("On 25 January.")).await;
    });
    assert_eq!(when.text(), "On 25 January.");
    assert_eq!(town.general.messages().len(), 1, "a public answer stands in the channel");

    let typed = town.ada.autocomplete(&town.general, "calendar boss set", &[], ("email", "bo"));
    let (typed, ()) = join!(typed, async {
        let typing = bot.interaction().await;
        bot.callback(&typing, 8, json!({"choices": [{"name": "The boss", "value": "boss@example.org"}]})).await;
    });
    assert_eq!(typed.choices(), [("The boss".to_owned(), json!("boss@example.org"))]);

    let (picked, ()) = join!(town.ada.user_command(&town.general, "Thank", &town.grace), async {
        let command = bot.interaction().await;
        assert_eq!(command["data"]["target_id"], json!(town.grace.id().to_string()));
        bot.callback(&command, 9, form()).await;
    });
    assert!(picked.text().starts_with("Say thank you\nWhom\nWords\nYours"));

    let words = town.grace.say(&town.general, "what a day");
    let (saved, ()) = join!(town.ada.message_command("Save as thanks", &words), async {
        let command = bot.interaction().await;
        assert_eq!(command["data"]["resolved"]["messages"][words.id().to_string()]["content"], "what a day");
        bot.callback(&command, 4, says("Saved.")).await;
    });
    assert_eq!(saved.kind(), ResponseKind::Message);

    let place = town.ada.dm();
    let (dm, ()) = join!(town.ada.slash(&place, "calendar when", &[]), async {
        let command = bot.interaction().await;
        assert_eq!(command["user"]["id"], json!(town.ada.id().to_string()));
        assert_eq!((&command["member"], &command["context"]), (&Value::Null, &json!(1)));
        bot.callback(&command, 4, says("Soon.")).await;
    });
    assert_eq!(dm.text(), "Soon.");
    assert!(town.ada.slash(&town.ada.dm(), "thank", &[]).await.is_hidden());
    assert!(town.ada.slash(&town.general, "campaign", &[]).await.is_hidden());
    town.sim.assert_clean();
}

#[tokio::test]
async fn menus_update_their_message_and_a_second_answer_is_refused() {
    let (town, mut bot) = ready().await;
    let path = format!("/channels/{}/messages", town.general.id());
    let menu = json!([{"type": 1, "components": [{"type": 5, "custom_id": "pick", "placeholder": "Whom?"}]}]);
    raw(&town.sim, "POST", &path, Some(shows(menu))).await;
    let post = town.general.until_posts(1).await.remove(0);
    let grace = town.grace.id().to_string();
    let chosen = [grace.as_str()];
    let (picked, second) = join!(town.ada.select(&post, "Whom?", &chosen), async {
        let choice = bot.interaction().await;
        assert_eq!(choice["data"]["values"], json!([grace]));
        assert!(choice["data"]["resolved"]["users"][&grace].is_object());
        bot.callback(&choice, 7, json!({"components": [{"type": 10, "content": "Grace it is."}]})).await;
        let path =
            format!("/interactions/{}/{}/callback", choice["id"].as_str().unwrap(), choice["token"].as_str().unwrap());
        raw(&town.sim, "POST", &path, Some(json!({"type": 6}))).await
    });
    assert_eq!(picked.kind(), ResponseKind::Update);
    assert_eq!(post.text(), "Grace it is.");
    assert_eq!((second.0, &second.2["code"]), (400, &json!(40060)));
}

#[tokio::test]
async fn an_interaction_is_lost_after_its_time_and_its_token_after_a_quarter_of_an_hour() {
    let mut options = super::SimOptions::at(super::START_MS);
    options.response_deadline = std::time::Duration::from_millis(50);
    let town = super::town_with(options).await;
    register(&town.sim).await;
    let mut bot = Bot::connect(&town.sim, 0).await;
    let asked = town.ada.slash(&town.general, "calendar when", &[]).await;
    assert_eq!(asked.kind(), ResponseKind::Unanswered);
    assert!(town.sim.violations()[0].contains("no answer within 50ms to: /calendar when"));
    let late = bot.interaction().await;
    let path = format!("/interactions/{}/{}/callback", late["id"].as_str().unwrap(), late["token"].as_str().unwrap());
    let (status, _, body) = raw(&town.sim, "POST", &path, Some(json!({"type": 5}))).await;
    assert_eq!((status, &body["code"]), (404, &json!(10062)));

    let (asked, command) = join!(town.ada.slash(&town.general, "calendar when", &[]), async {
        let command = bot.interaction().await;
        bot.callback(&command, 5, Value::Null).await;
        command
    });
    assert_eq!(asked.kind(), ResponseKind::Deferred);
    town.sim.set_now(super::START_MS + 16 * 60 * 1000);
    let path = format!("/webhooks/{}/{}", town.sim.application_id(), command["token"].as_str().unwrap());
    let (status, _, body) = raw(&town.sim, "POST", &path, Some(says("too late"))).await;
    assert_eq!((status, &body["code"]), (401, &json!(50027)));
}

#[tokio::test]
#[should_panic(expected = "the required option manager is missing")]
async fn a_person_cannot_leave_out_a_required_option() {
    let (town, _bot) = ready().await;
    town.ada.slash(&town.general, "thank", &[]).await;
}

#[tokio::test]
#[should_panic(expected = "is not among the choices")]
async fn a_person_cannot_invent_a_choice() {
    let (town, _bot) = ready().await;
    town.ada.slash(&town.general, "thank", &[("manager", Opt::from(&town.grace)), ("for", "money".into())]).await;
}

/// Answers an interaction and asks to see the response, in one of the ways that clients have.
async fn shown_response(bot: &mut Bot, sim: &Sim, kind: u8, data: Value, with: &str) -> (u16, Value) {
    let asked = bot.interaction().await;
    let path = format!(
        "/interactions/{}/{}/callback?with_response={with}",
        asked["id"].as_str().unwrap(),
        asked["token"].as_str().unwrap()
    );
    let (status, _, answer) = raw(sim, "POST", &path, Some(json!({"type": kind, "data": data}))).await;
    if status == 200 {
        assert_eq!((&answer["interaction"]["id"], &answer["interaction"]["type"]), (&asked["id"], &asked["type"]));
    }
    (status, answer)
}

#[tokio::test]
async fn a_response_is_shown_to_a_client_that_asks_for_it() {
    let (town, mut bot) = ready().await;
    for (kind, data, with, status, loading) in [
        (4, says("Soon."), "1", 200, json!(false)),
        (4, says("Soon."), "true", 200, json!(false)),
        (4, says("Soon."), "false", 204, Value::Null),
        (5, json!({"flags": 64}), "1", 200, json!(true)),
        (9, form(), "true", 200, Value::Null),
    ] {
        let shown = shown_response(&mut bot, &town.sim, kind, data, with);
        let (_, (got, answer)) = join!(town.ada.slash(&town.general, "calendar when", &[]), shown);
        assert_eq!((got, &answer["interaction"]["response_message_loading"]), (status, &loading), "{kind}: {answer}");
        let has_resource = kind == 4 && status == 200;
        assert_eq!(answer["resource"]["message"]["content"].is_string(), has_resource, "{kind}: {answer}");
    }
    let typing = town.ada.autocomplete(&town.general, "calendar boss set", &[], ("email", "b"));
    let (_, (status, answer)) = join!(typing, shown_response(&mut bot, &town.sim, 8, json!({"choices": []}), "1"));
    assert_eq!((status, &answer["resource"]), (200, &Value::Null));

    let path = format!("/channels/{}/messages", town.general.id());
    let button = json!([{"type": 1, "components": [{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]}]);
    raw(&town.sim, "POST", &path, Some(json!({"content": "Ready?", "components": button}))).await;
    let post = town.general.until_post("Ready?").await;
    for (kind, data, resource) in [(6, Value::Null, Value::Null), (7, json!({"content": "Gone."}), json!(7))] {
        let shown = shown_response(&mut bot, &town.sim, kind, data, "1");
        let (_, (_, answer)) = join!(town.ada.click(&post, "Go"), shown);
        assert_eq!(answer["interaction"]["response_message_id"], json!(post.id().to_string()));
        assert_eq!(answer["resource"]["type"], resource);
    }
    town.sim.assert_clean();
}
