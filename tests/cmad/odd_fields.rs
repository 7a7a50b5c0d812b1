//! What Discord sends in another shape than it documents: only what a decision needs may refuse it.

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use cmad::discord::interaction::Interaction as ReadInteraction;
use cmad::discord::message::message_of_event;
use cmad::discord::people::Member;
use cmad::discord::shapes::{Channel, Each, Server, parse};
use discord_sim::{Fault, FaultKind, Interaction, MessageHandle, OddField, Opt, ReplyPing, ResponseKind, permission};
use domain::ids::GuildId;
use domain::send::{SendState, Task};
use futures_util::{FutureExt as _, StreamExt as _, stream};
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

/// What people do in a campaign: the answer to a command, and what was said in a channel.
async fn lived(town: &mut Town) -> (Interaction, [MessageHandle; 2]) {
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let words = [("manager", Opt::User(ada.id())), ("message", "You answered me at midnight.".into())];
    let answer = kim.slash(&help, "thank", &words).await;
    town.settle().await;
    let message = lee.say(&help, &format!("{} thank you for the docs! #CMAD", ada.mention()));
    town.settle().await;
    lee.edit(&message, &format!("{} thank you for all the docs! #CMAD", ada.mention()));
    town.settle().await;
    let offer = ada.say(&help, "Who else needs a hand?");
    let reply = town.mia.reply(&offer, "You gave me two already #CMAD", ReplyPing::On);
    town.settle().await;
    (answer, [message, reply])
}

/// Whether the bot reads it; `None` for what its own structs do not read whole.
fn reads(of: &str, data: &Value) -> Option<bool> {
    let json = data.to_string();
    Some(match of {
        "MESSAGE_CREATE" | "MESSAGE_UPDATE" => message_of_event(&json).is_some(),
        "INTERACTION_CREATE" => ReadInteraction::read(&json, 1).is_ok(),
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
            // No one is written to in a channel without an id.
            | ("POST /users/@me/channels", "id")
    )
}

/// The campaign with one odd field, from its window to its close. Everything that was sent.
async fn ends_with(field: Option<OddField>) -> Vec<(String, Value)> {
    let mut town = Town::set_up(OPEN).await;
    town.stage.stop().await.unwrap();
    town.stage.draw_with(Arc::new(|_, _| Ok(Vec::new())));
    let told = format!("{field:?}");
    // A message that has other words when it is read again was edited.
    let is_edit = |OddField { of, at, to }: &OddField| {
        of == "GET /channels/*/messages/*" && at == "content" && matches!(to, Some(Value::String(_)))
    };
    let is_read = field.as_ref().is_none_or(|field| !is_needed(&field.of, &field.at) && !is_edit(field));
    match field {
        Some(field) => town.sim().odd_field(field),
        None => town.sim().watch_sent(),
    }
    town.stage.start().await.unwrap();
    let (answer, said) = lived(&mut town).await;
    town.advance_to("2027-01-25 12:00 Europe/Berlin").await;
    assert!(answer.kind() == ResponseKind::Modal || !answer.text().is_empty(), "the command is answered, with {told}");
    for message in said.iter().filter(|_| is_read) {
        let counts = message.reactions().iter().any(|(emoji, _)| emoji == "💚");
        let reply_to = |reply: &MessageHandle| reply.json()["message_reference"]["message_id"].clone();
        let id = message.id().to_string();
        let is_asked = town.help.messages().iter().any(|reply| reply_to(reply) == id.as_str());
        assert!(counts || is_asked, "{:?} is kept or asked about, with {told}", message.text());
    }
    let says = |town: &Town, text: &str| town.posts().iter().filter(|post| post.text().contains(text)).count();
    assert_eq!(says(&town, "Today is"), 1, "the day's post, with {told}");
    let dms = [&town.ada, &town.ben].map(|manager| manager.dms().len());
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    assert_eq!(says(&town, "Thank you, all of you"), 1, "the recap, with {told}");
    let (store, guild) = (town.stage.bot().store(), GuildId(town.server.id()));
    let sends = store.sends(guild, 2027).await.unwrap();
    let digests: Vec<_> = sends
        .iter()
        .filter(|send| matches!(send.task, Task::Digest { revision: 0, .. }))
        .map(|send| send.state)
        .collect();
    assert_eq!(digests, [SendState::Sent; 2], "the digests, with {told}");
    for (manager, before) in [&town.ada, &town.ben].into_iter().zip(dms) {
        assert!(manager.dms().len() > before, "{} got their digest, with {told}", manager.name());
    }
    let campaign = store.campaign(guild, 2027).await.unwrap();
    assert!(campaign.expect("it was set up").closed_at.is_some(), "the close, with {told}");
    town.sim().assert_clean();
    town.sim().sent()
}

/// How many campaigns are played: with `CMAD_ODD_ALL=1` one for each field and shape, with `CMAD_ODD_RUNS` so many of
/// these, evenly spread; otherwise a few, the same each time.
fn runs(all: usize) -> usize {
    if std::env::var_os("CMAD_ODD_ALL").is_some() {
        return all;
    }
    std::env::var("CMAD_ODD_RUNS").map_or(6, |runs| runs.parse().expect("CMAD_ODD_RUNS is a number")).min(all)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_ends_whatever_one_field_holds() {
    /// How many are played at once.
    const AT_ONCE: usize = 4;
    let sent = ends_with(None).await;
    let mut fields = BTreeSet::new();
    for (of, sample) in &sent {
        let mut all = Vec::new();
        paths(sample, "", &mut all);
        // Without the id or the token of an interaction no one can answer it.
        let is_played = |at: &String| !(begins_with(of, at) || of == "INTERACTION_CREATE" && is_needed(of, at));
        fields.extend(all.into_iter().filter(is_played).map(|at| (of.clone(), at)));
    }
    let odd = odd_values();
    let all: Vec<OddField> = fields
        .into_iter()
        .flat_map(|(of, at)| odd.iter().map(move |to| OddField { of: of.clone(), at: at.clone(), to: to.clone() }))
        .collect();
    let count = runs(all.len());
    let chosen = (0..count).map(|run| all[run * all.len() / count].clone());
    let failed: Vec<String> = stream::iter(chosen)
        .map(|field| async move {
            let ended = AssertUnwindSafe(ends_with(Some(field.clone()))).catch_unwind().await;
            ended.err().map(|_| format!("{field:?}"))
        })
        .buffer_unordered(AT_ONCE)
        .filter_map(async |failed| failed)
        .collect()
        .await;
    assert!(failed.is_empty(), "{} of {count} failed (why: see above):\n{}", failed.len(), failed.join("\n"));
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
async fn an_edit_counts_whose_roles_are_objects_and_a_message_without_words_is_passed_over() {
    let mut town = Town::set_up(OPEN).await;
    let (lee, mia, ada) = (town.lee.clone(), town.mia.clone(), town.ada.clone());
    let member = json!({"roles": [{"id": "1", "name": "Members"}], "joined_at": lee.joined_at()});
    town.sim().odd_field(OddField { of: "MESSAGE_UPDATE".into(), at: "member".into(), to: Some(member) });
    let said = lee.say(&town.help, &format!("{} thank you for the docs!", ada.mention()));
    town.settle().await;
    lee.edit(&said, &format!("{} thank you for the docs! #CMAD", ada.mention()));
    town.settle().await;
    assert!(said.reactions().iter().any(|(emoji, _)| emoji == "💚"), "the edit counts: {:?}", town.sim().transcript());
    town.sim().odd_field(OddField { of: "MESSAGE_CREATE".into(), at: "content".into(), to: Some(Value::Null) });
    let wordless = mia.say(&town.help, &format!("{} thank you too! #CMAD", ada.mention()));
    town.settle().await;
    assert!(wordless.exists() && wordless.reactions().is_empty());
    town.advance_to("2027-01-26 09:01 Europe/Berlin").await;
    assert!(ada.dms().pop().expect("a digest").text().contains("for the docs!"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_a_proxy_says_again_for_someone_leave_nothing_standing() {
    let mut town = Town::set_up(OPEN).await;
    let (lee, mia, ada, help) = (town.lee.clone(), town.mia.clone(), town.ada.clone(), town.help.clone());
    for (who, words) in [(&lee, format!("{} for the loud week #CMAD", ada.mention())), (&mia, "#CMAD".to_owned())] {
        // The proxy deletes what its member wrote, and says it under the name that they chose: before the bot has seen
        // the original, and after it has answered.
        for answers_first in [false, true] {
            let before = help.messages().len();
            let original = who.say(&help, &words);
            if answers_first {
                town.settle().await;
            }
            original.delete_as_moderator();
            let proxied = help.post_by_webhook("Robin of the Seven", &words);
            town.settle().await;
            let standing: Vec<String> = help.messages()[before..]
                .iter()
                .filter(|message| message.exists() && message.id() != proxied.id())
                .map(|message| message.text())
                .collect();
            assert_eq!(standing, Vec::<String>::new(), "no question, whether it had come before: {answers_first}");
            assert!(proxied.exists() && proxied.reactions().is_empty(), "a webhook is no one whom a rule knows");
        }
    }
    town.advance_to("2027-01-26 09:01 Europe/Berlin").await;
    assert!(!ada.dms().pop().expect("a note").text().contains("for the loud week"));
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
