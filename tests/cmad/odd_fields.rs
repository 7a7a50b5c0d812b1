//! What Discord sends in another shape than it documents: only what a decision needs may refuse it.

use std::collections::BTreeSet;
use std::sync::Arc;

use cmad::discord::interaction::Interaction;
use cmad::discord::message::message_of_event;
use cmad::discord::people::Member;
use cmad::discord::shapes::{Channel, Each, Server, parse};
use discord_sim::{Fault, FaultKind, OddField, Opt, ReplyPing, permission};
use domain::ids::GuildId;
use serde_json::{Value, json};

use crate::town::Town;

const OPEN: &str = "2027-01-20 12:00 Europe/Berlin";

/// The shapes that are put in a field's place; `None`: it is missing.
fn odd_values() -> [Option<Value>; 7] {
    [
        None,
        Some(Value::Null),
        Some(json!({})),
        Some(json!([])),
        Some(json!("odd")),
        Some(json!(-1)),
        Some(json!(99_999)),
    ]
}

/// Every field of a sample, by its path; of lists the first entry.
fn paths(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut go = |name: &str, below: &Value| {
        let path = if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        found.push(path.clone());
        paths(below, &path, found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, below)| go(name, below)),
        Value::Array(items) => items.iter().take(1).for_each(|below| go("0", below)),
        _ => {}
    }
}

/// Some days of a campaign, with all that people do there; everything that the bot was sent meanwhile.
async fn lived(town: &mut Town) {
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    town.thank(&kim, &ada, "You answered me at midnight.", &[]).await;
    let message = lee.say(&help, &format!("{} thank you for the docs! #CMAD", ada.mention()));
    town.settle().await;
    lee.edit(&message, &format!("{} thank you for all the docs! #CMAD", ada.mention()));
    town.settle().await;
    town.mia.reply(&message, "me too #CMAD", ReplyPing::On);
    town.settle().await;
}

/// Whether the bot reads it; `None` for what its own structs do not read whole.
fn reads(of: &str, data: &Value) -> Option<bool> {
    let json = data.to_string();
    Some(match of {
        "MESSAGE_CREATE" | "MESSAGE_UPDATE" => message_of_event(&json).is_some(),
        "INTERACTION_CREATE" => Interaction::read(&json, 1).is_ok(),
        "GET /guilds/*" => parse::<Server>(&json).is_ok(),
        "GET /guilds/*/channels" => parse::<Each<Channel>>(&json).is_ok(),
        "GET /guilds/*/members/*" => parse::<Member>(&json).is_ok(),
        "GET /channels/*" => parse::<Channel>(&json).is_ok(),
        _ => return None,
    })
}

/// The fields without which nothing can be decided.
fn is_needed(of: &str, at: &str) -> bool {
    let needed: &[&str] = match of {
        // Of a number that is no kind that people write, it is known that no person wrote it.
        "MESSAGE_CREATE" | "MESSAGE_UPDATE" => {
            &["id", "channel_id", "guild_id", "author", "author.id", "content", "type"]
        }
        "INTERACTION_CREATE" => &[
            "id",
            "type",
            "token",
            "data",
            "member",
            "member.user",
            "member.user.id",
            // In a private conversation.
            "user",
            "user.id",
            "data.name",
            "data.type",
            "data.custom_id",
        ],
        "GET /channels/*" => &["id"],
        _ => &[],
    };
    needed.contains(&at)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_is_needed_refuses_an_event_or_an_answer() {
    let mut town = Town::at(OPEN).await;
    town.sim().watch_sent();
    town.set_up_here().await;
    lived(&mut town).await;
    let (mut tried, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for (of, sample) in town.sim().sent() {
        if reads(&of, &sample) != Some(true) {
            continue;
        }
        let mut all = Vec::new();
        paths(&sample, "", &mut all);
        for at in all {
            for to in odd_values() {
                let mut odd = sample.clone();
                OddField { of: of.clone(), at: at.clone(), to: to.clone() }.put_into(&mut odd);
                tried.insert(of.clone());
                if reads(&of, &odd) != Some(true) && !is_needed(&of, &at) {
                    refused.insert(format!("{of} {at}: {}", to.map_or("missing".into(), |to| to.to_string())));
                }
            }
        }
    }
    for of in ["MESSAGE_CREATE", "MESSAGE_UPDATE", "INTERACTION_CREATE", "GET /guilds/*", "GET /channels/*"] {
        assert!(tried.contains(of), "no sample of {of} in {tried:?}");
    }
    assert!(refused.is_empty(), "refused without need:\n{}", refused.into_iter().collect::<Vec<_>>().join("\n"));
    town.ends_well().await;
}

/// What a campaign cannot do without, wherever it stands: the addresses and ids with which a bot begins.
fn begins_with(of: &str, at: &str) -> bool {
    matches!(
        (of, at),
        ("GET /gateway/bot", "url") | ("GET /users/@me" | "GET /applications/@me", "id")
            // The socket's library begins no session without them.
            | ("READY", "session_id" | "resume_gateway_url")
    )
}

/// The campaign with one odd field, from its window to its close.
async fn ends_with(field: Option<OddField>) -> Vec<(String, Value)> {
    let mut town = Town::set_up(OPEN).await;
    town.stage.stop().await.unwrap();
    town.stage.draw_with(Arc::new(|_, _, _| Ok(Vec::new())));
    let told = format!("{field:?}");
    match field {
        Some(field) => town.sim().odd_field(field),
        None => town.sim().watch_sent(),
    }
    town.stage.start().await.unwrap();
    lived(&mut town).await;
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    let says = |text: &str| town.posts().iter().filter(|post| post.text().contains(text)).count();
    assert_eq!(says("Thank you, all of you"), 1, "the recap, with {told}");
    let campaign = town.stage.bot().store().campaign(GuildId(town.server.id()), 2027).await.unwrap();
    assert!(campaign.expect("it was set up").closed_at.is_some(), "the close, with {told}");
    town.sim().assert_clean();
    town.sim().sent()
}

/// All of them are tried with `CMAD_ODD_ALL=1`; otherwise a few, the same each time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_ends_whatever_one_field_holds() {
    let sent = ends_with(None).await;
    let mut fields = BTreeSet::new();
    for (of, sample) in &sent {
        let mut all = Vec::new();
        paths(sample, "", &mut all);
        fields.extend(all.into_iter().filter(|at| !begins_with(of, at)).map(|at| (of.clone(), at)));
    }
    let odd = odd_values();
    let all: Vec<OddField> = fields
        .into_iter()
        .flat_map(|(of, at)| odd.iter().map(move |to| OddField { of: of.clone(), at: at.clone(), to: to.clone() }))
        .collect();
    let few = if std::env::var_os("CMAD_ODD_ALL").is_some() { all.len() } else { 6 };
    let step = (all.len() / few.max(1)).max(1);
    for field in all.into_iter().step_by(step) {
        ends_with(Some(field)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_at_an_odd_position_is_set_up_and_keeps_nothing_back() {
    let mut town = Town::at(OPEN).await;
    for (place, position) in [(0, -1), (1, 99_999)] {
        for (of, at) in [("GUILD_CREATE", "channels."), ("GET /guilds/*/channels", ""), ("GET /channels/*", "")] {
            let at = if of == "GET /channels/*" { "position".to_owned() } else { format!("{at}{place}.position") };
            town.sim().odd_field(OddField { of: of.into(), at, to: Some(json!(position)) });
        }
    }
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let (lee, ada) = (town.lee.clone(), town.ada.clone());
    let public = lee.say(&town.help, &format!("{} for the loud week #CMAD", ada.mention()));
    town.advance_to("2027-01-26 09:01 Europe/Berlin").await;
    let recap = town.posts().pop().expect("the recap");
    assert!(recap.text().contains(&public.link()), "{}", recap.text());
    assert!(ada.dms().pop().expect("a digest").text().contains("for the loud week"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_recap_comes_without_links_when_the_channels_are_not_told_twice() {
    let mut town = Town::set_up(OPEN).await;
    let (lee, ada) = (town.lee.clone(), town.ada.clone());
    lee.say(&town.help, &format!("{} for the loud week #CMAD", ada.mention()));
    town.advance_to_just_before("2027-01-26 09:00 Europe/Berlin").await;
    let page = FaultKind::Answer { status: 200, body: json!("<html>a page of a proxy") };
    town.sim().fault(Fault::on("GET /guilds/*/channels", page).times(3));
    town.advance_to("2027-01-26 09:01 Europe/Berlin").await;
    let recap = town.posts().pop().expect("the recap").text();
    assert!(recap.contains("Thank you, all of you") && !recap.contains("discord.com/channels"), "{recap}");
    town.sim().clear_faults();
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn discords_line_about_a_new_thread_is_nobodys_words() {
    let mut town = Town::set_up(OPEN).await;
    let (lee, ada) = (town.lee.clone(), town.ada.clone());
    town.help.thread(&format!("#CMAD {}", ada.mention()), &lee);
    town.settle().await;
    let messages = town.help.messages();
    assert_eq!(messages.len(), 1, "no question stands under Discord's line");
    assert!(messages[0].text().contains("#CMAD") && messages[0].reactions().is_empty());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_the_bot_may_not_see_is_not_gone() {
    let mut town = Town::at(OPEN).await;
    let olga = town.olga.clone();
    town.cmad.deny_bot(permission::VIEW_CHANNEL);
    let set_up = [("channel", Opt::Channel(town.cmad.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    let refused = olga.slash(&town.help, "campaign setup", &set_up).await.settled().await.text();
    assert!(refused.contains("View Channel") && !refused.contains("no longer exists"), "{refused}");
    town.cmad.set_overwrites(&[]);
    town.set_up_here().await;
    town.cmad.deny_bot(permission::VIEW_CHANNEL);
    let found = olga.slash(&town.help, "campaign doctor", &[]).await.settled().await.text();
    assert!(found.contains("View Channel") && !found.contains("gone"), "{found}");
    assert!(!town.rows().await.contains("___hidden___"));
    town.cmad.set_overwrites(&[]);
    town.ends_well().await;
}
