//! Loops over pages that Discord answers: an answer that does not get further ends the loop.

use discord_sim::{Fault, FaultKind, Opt, permission};
use serde_json::{Value, json};

use super::{HISTORY, SEARCH, come_back, counted, lose_power, of, on_the_day, requests};
use crate::town::{Town, at};
use chrono::TimeDelta;

/// Sixty thank-yous while the bot is away. The expected thanks, and the messages as Discord answers them.
async fn sixty(town: &mut Town) -> (Vec<(u64, u64, u64)>, Vec<Value>) {
    let (ada, mia) = (town.ada.clone(), town.mia.clone());
    town.stage.configure(|config| config.limits.thanks_per_hour = 100);
    lose_power(town).await;
    let mut expected = Vec::new();
    let mut messages = Vec::new();
    for n in 0..60 {
        town.stage.set(at("2027-01-25 09:20 Europe/Berlin") + TimeDelta::minutes(n));
        let said = mia.say(&town.help, &format!("#CMAD {} for minute {n}", ada.mention()));
        expected.push(of(&mia, &ada, &said));
        messages.push(said.json());
    }
    (expected, messages)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_whose_pages_begin_with_the_last_message_ends() {
    let mut counts = Vec::new();
    for inclusive in [false, true] {
        let mut town = on_the_day().await;
        let (expected, _) = sixty(&mut town).await;
        if inclusive {
            town.sim().set_search_inclusive();
        }
        come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
        assert_eq!(counted(&town).await, expected, "each once");
        counts.push(requests(&town, SEARCH));
        town.ends_well().await;
    }
    let searches = 7 * 2;
    assert!(counts[1] <= counts[0] + searches, "one request more for each search at most: {counts:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_that_never_advance_end() {
    let mut town = on_the_day().await;
    let (expected, messages) = sixty(&mut town).await;
    let hits: Vec<Value> = messages.iter().take(25).map(|message| json!([message])).collect();
    let body = json!({"total_results": 60, "doing_deep_historical_index": false, "messages": hits});
    town.sim().fault(Fault::on(SEARCH, FaultKind::Answer { status: 200, body }).times(u32::MAX));
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, expected[..25]);
    assert!(requests(&town, SEARCH) < 60, "{}", requests(&town, SEARCH));
    assert!(!town.rows().await.contains("find-missed' planned"));

    // So with the history of a channel, where search is refused.
    lose_power(&mut town).await;
    town.stage.set(at("2027-01-25 11:30 Europe/Berlin"));
    let said = town.kim.say(&town.help, &format!("#CMAD {} thank you", town.ada.mention()));
    town.sim().clear_faults();
    town.sim().fault(Fault::on(SEARCH, FaultKind::Forbidden(50001)).times(u32::MAX));
    let page: Vec<Value> = std::iter::repeat_n(said.json(), 100).collect();
    town.sim().fault(Fault::on(HISTORY, FaultKind::Answer { status: 200, body: json!(page) }).times(u32::MAX));
    let before = requests(&town, HISTORY);
    come_back(&mut town, "2027-01-25 12:00 Europe/Berlin").await;
    assert!(counted(&town).await.contains(&of(&town.kim, &town.ada, &said)));
    assert!(requests(&town, HISTORY) - before < 10, "{}", requests(&town, HISTORY) - before);
    town.sim().clear_faults();
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_of_members_that_never_advances_ends() {
    let members: Vec<Value> = (1..=1000)
        .map(|id| {
            json!({"user": {"id": id.to_string(), "username": "x"}, "roles": [],
                "joined_at": "2020-01-01T00:00:00+00:00"})
        })
        .collect();
    let mut town = Town::with("2027-01-12 12:00 Europe/Berlin", |options| options.guild_members = true).await;
    let role = town.server.role("Community", permission::VIEW_CHANNEL);
    let list = "GET /guilds/*/members";
    town.sim().fault(Fault::on(list, FaultKind::Answer { status: 200, body: json!(members) }).times(u32::MAX));
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("manager_role", Opt::Role(role.id())),
    ];
    let done = town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    assert!(done.text().contains("2027"), "{}", done.text());
    assert!(requests(&town, list) <= 2, "{}", requests(&town, list));
    town.sim().clear_faults();
    town.settle().await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stored_message_that_discord_never_gives_is_passed_over_and_those_behind_it_are_looked_at() {
    let mut town = on_the_day().await;
    let (kim, mia, ada, help) = (town.kim.clone(), town.mia.clone(), town.ada.clone(), town.help.clone());
    let first = kim.say(&help, &format!("#CMAD {} thank you", ada.mention()));
    let second = mia.say(&help, &format!("#CMAD {} thank you too", ada.mention()));
    town.settle().await;
    lose_power(&mut town).await;
    mia.delete(&second);
    let one = format!("GET /channels/{}/messages/{}", help.id(), first.id());
    town.sim().fault(Fault::on(one.clone(), FaultKind::Status(503)).times(u32::MAX));
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    assert!(counted(&town).await.contains(&of(&mia, &ada, &second)), "it waits for the first");
    town.advance_to("2027-01-25 12:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &first)], "what cannot be read stays, what is gone goes");
    assert!(requests(&town, &one) < 40, "{}", requests(&town, &one));
    town.sim().clear_faults();
    town.ends_well().await;
}
