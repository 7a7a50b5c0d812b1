//! Who may use what: admins' commands check it themselves, and ids of a server that one has nothing to do with name and
//! write nothing.

use std::collections::BTreeSet;

use discord_sim::{CommandFor, Event, Fault, FaultKind, Interaction, Member, MessageHandle, NewMember, Opt};
use serde_json::{Value, json};

use crate::town::{PERMISSIONS, Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const ONLY: &str = "Only members with the Manage Server permission";
/// Every custom id that there is, each with the largest numbers.
const IDS: &str = include_str!("../../src/discord/custom_id/texts.txt");

/// Each subcommand of the admins' commands, with what it requires.
fn subcommands(town: &Town) -> Vec<(String, Vec<(String, Opt)>)> {
    let registered = town.sim().transcript().into_iter().find_map(|entry| match entry.event {
        Event::CommandsRegistered { commands } => Some(commands),
        _ => None,
    });
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found = Vec::new();
    for command in list(&registered.expect("the commands are registered")) {
        if !["campaign", "roster"].iter().any(|name| command["name"] == *name) {
            continue;
        }
        for sub in list(&command["options"]) {
            let required = list(&sub["options"]).into_iter().filter(|option| option["required"] == true);
            let value = |option: &Value| match (
                option["type"].as_u64().unwrap(),
                option["choices"].as_array().filter(|all| !all.is_empty()),
            ) {
                (3, Some(choices)) => Opt::Str(text(&choices[0]["value"])),
                (3, None) => "Europe/Berlin".into(),
                (6, _) => Opt::User(town.ben.id()),
                (7, _) => Opt::Channel(town.help.id()),
                (kind, _) => panic!("an option of type {kind} is new here"),
            };
            let options = required.map(|option| (text(&option["name"]), value(&option))).collect();
            found.push((format!("{} {}", text(&command["name"]), text(&sub["name"])), options));
        }
    }
    assert!(found.len() > 12, "{found:?}");
    found
}

async fn unasked(town: &Town, who: &Member, command: &str, options: &[(String, Opt)]) -> Interaction {
    let options: Vec<(&str, Opt)> = options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    who.slash_unasked(&town.help, command, &options).await.settled().await
}

/// The rows in which something stands.
async fn rows_with(town: &Town, what: u64) -> BTreeSet<String> {
    let what = what.to_string();
    town.rows().await.lines().filter(|row| row.contains(&what)).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn admins_commands_ask_for_manage_server_themselves() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, olga, help) = (town.kim.clone(), town.olga.clone(), town.help.clone());
    let before = rows_with(&town, town.server.id()).await;
    for (command, options) in subcommands(&town) {
        let options: Vec<(&str, Opt)> = options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        assert!(kim.slash(&help, &command, &options).await.is_hidden(), "/{command}: Discord hides it");
        let answer = kim.slash_unasked(&help, &command, &options).await.settled().await;
        assert!(answer.is_ephemeral() && answer.text().contains(ONLY), "/{command}: {}", answer.text());
    }
    let typed = kim.autocomplete(&help, "campaign setup", &[], ("timezone", "Berl")).await;
    assert!(typed.choices().is_empty(), "{:?}", typed.choices());
    let typed = olga.autocomplete(&help, "campaign setup", &[], ("timezone", "Berl")).await;
    assert!(!typed.choices().is_empty());
    town.settle().await;
    assert_eq!(rows_with(&town, town.server.id()).await, before);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whom_an_admin_allowed_a_command_in_discords_settings_may_use_it_and_the_doctor_says_so() {
    let mut town = Town::set_up(OPEN).await;
    let (olga, help) = (town.olga.clone(), town.help.clone());
    let (team, server) = (town.server.role("Team", 0), &town.server);
    let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
    let like = NewMember { roles: vec![team.id()], joined_ms, ..NewMember::default() };
    let tom = server.member_with("Tom", like);
    let may = async |command: &str| {
        let shown = tom.slash(&help, command, &[]).await;
        let sent = unasked(&town, &tom, command, &[]).await;
        assert_eq!(shown.is_hidden(), sent.text().contains(ONLY), "the bot and Discord agree: {}", sent.text());
        !shown.is_hidden()
    };
    let doctor = async || olga.slash(&help, "campaign doctor", &[]).await.settled().await.text();
    assert!(!doctor().await.contains("Integrations"));

    let everyone = CommandFor::Role(server.id());
    let (of_team, of_tom) = (CommandFor::Role(team.id()), CommandFor::Member(tom.id()));
    for (whom, allowed, expected) in [
        (of_team, Some(true), true),
        (of_tom, Some(false), false),
        (everyone, Some(true), false),
        (of_tom, None, true),
        (of_team, Some(false), false),
        (of_tom, Some(true), true),
        (CommandFor::AllChannels, Some(false), false),
        (CommandFor::Channel(help.id()), Some(true), true),
        (CommandFor::Channel(help.id()), Some(false), false),
        (CommandFor::Channel(help.id()), None, false),
        (CommandFor::AllChannels, None, true),
    ] {
        server.permit_command("campaign", whom, allowed);
        assert_eq!(may("campaign status").await, expected, "{whom:?} {allowed:?}");
        assert!(!may("roster list").await, "another command is another choice");
    }
    let said = doctor().await;
    assert!(said.contains("Integrations") && said.contains(&format!("<@{}>", tom.id())), "{said}");
    assert!(said.contains("@everyone") && !said.contains(&format!("<@&{}>", team.id())), "{said}");
    let typed = tom.autocomplete(&help, "campaign setup", &[], ("timezone", "Berl")).await;
    assert!(!typed.choices().is_empty());

    // Where Discord does not say who may, suggestions do not wait for it, and no one may.
    town.sim().fault(Fault::on("GET /applications/*/guilds/*/commands/*/permissions", FaultKind::Hang).times(1));
    let typed = tom.autocomplete(&help, "campaign setup", &[], ("timezone", "Berl")).await;
    assert!(typed.choices().is_empty());
    town.settle().await;
    town.ends_well().await;
}

/// A custom id with these in place of the largest numbers.
fn with_ids(text: &str, ids: [u64; 2], small: u64) -> String {
    let mut ids = ids.into_iter().cycle();
    let part = |part: &str| match part {
        "18446744073709551615" => ids.next().unwrap().to_string(),
        "9223372036854775807" => small.to_string(),
        "9999" => "2027".to_owned(),
        "65535" | "4294967295" => "1".to_owned(),
        other => other.to_owned(),
    };
    text.split(':').map(part).collect::<Vec<_>>().join(":")
}

/// What is sent with a custom id, as a button or menu and, where it is one, as a form.
fn kinds(id: &str, values: &[u64]) -> Vec<(u8, Value)> {
    let values: Vec<String> = values.iter().map(u64::to_string).collect();
    let pressed = json!({"custom_id": id, "component_type": 3, "id": 1, "values": values});
    let is_form = ["-form", "nomination-declined"].iter().any(|end| id.contains(end));
    let field =
        json!([{"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "answer", "value": "forged"}}]);
    if is_form { vec![(5, json!({"custom_id": id, "components": field}))] } else { vec![(3, pressed)] }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_of_another_server_name_nothing_and_write_nothing_in_any_button_menu_or_form() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada) = (town.kim.clone(), town.lee.clone(), town.ada.clone());
    let said = kim.say(&town.help, &format!("{} kept the zeppelin up #CMAD", ada.mention()));
    let unclear = kim.say(&town.help, "thank you for the marmalade #CMAD");
    town.settle().await;
    town.thank(&lee, &ada, "You lit the lanterns.", &[("consent", "named")]).await;
    let boss = [("member", Opt::User(town.rosa.id()))];
    ada.slash(&town.help, "cmad boss set", &boss).await.settled().await;
    let nominated = [("member", Opt::User(town.mia.id())), ("reason", "She writes the almanac.".into())];
    lee.slash(&town.help, "nominate", &nominated).await.settled().await;

    // Eve runs a server of her own, and is in no other.
    let theirs = town.sim().server_owned_by("Southwind", "Eve");
    let (eve, square) = (theirs.owner(), theirs.channel("square"));
    let aide = theirs.member("Aide");
    town.sim().invite_bot(&theirs, PERMISSIONS);
    let setup = [("channel", Opt::Channel(square.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    eve.slash(&square, "campaign setup", &setup).await.settled().await;
    for who in [&eve, &aide] {
        eve.slash(&square, "roster add", &[("member", Opt::User(who.id()))]).await.settled().await;
    }
    town.settle().await;
    let bot = town.sim().bot_id();
    let of_bot = |messages: Vec<MessageHandle>| messages.into_iter().rfind(|message| message.author() == bot).unwrap();
    let public = of_bot(square.messages());
    let places = [(&eve, public.clone()), (&eve, of_bot(eve.dms())), (&aide, public), (&aide, of_bot(aide.dms()))];

    let (north, nowhere) = (town.server.id(), town.server.id() + 4242);
    let people = [ada.id(), kim.id(), town.ben.id()];
    // An admin of a server may put any number into its own settings.
    let of_ada = async |town: &Town| {
        let mut rows = rows_with(town, ada.id()).await;
        rows.retain(|row| !row.contains(&theirs.id().to_string()));
        rows
    };
    let before = [rows_with(&town, north).await, of_ada(&town).await];
    let secrets =
        ["Northwind", "Ada", "Kim", "Lee", "Mia", "Rosa", "Ben", "zeppelin", "lanterns", "almanac", "marmalade"];
    // What erases the sender's own would take away the place from which they try the next one.
    let spared = ["erase-me-now", "decline"];
    for text in IDS.lines().filter(|text| !spared.iter().any(|spared| text == spared)) {
        for (who, on) in &places {
            for person in [people[0], said.id(), unclear.id()] {
                let mut answers = Vec::new();
                for server in [north, nowhere] {
                    let id = with_ids(text, [server, person], 1);
                    for (kind, data) in kinds(&id, &[1, server, people[0]]) {
                        let answer = who.send_unasked(on, kind, data).await.settled().await;
                        let shown = answer.json().to_string() + &answer.text();
                        for secret in secrets {
                            assert!(!shown.contains(secret), "{id} names {secret}: {shown}");
                        }
                        answers.push(shown.replace(&server.to_string(), "…"));
                    }
                }
                if text.contains(":18446744073709551615") {
                    let without_ids =
                        |shown: &String| shown.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
                    let answers: BTreeSet<String> = answers.iter().map(without_ids).collect();
                    assert_eq!(answers.len(), 1, "{text} tells whether there is such a server: {answers:#?}");
                }
                if !text.contains(":18446744073709551615:18446744073709551615") && person != said.id() {
                    break;
                }
            }
        }
    }
    town.settle().await;
    assert_eq!([rows_with(&town, north).await, of_ada(&town).await], before);
    town.sim().assert_clean();
    town.stage.stop().await.unwrap();
}
