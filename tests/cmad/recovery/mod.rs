//! Each send arrives exactly once, with every fault around it.

mod leases;
mod lost;

use chrono::TimeDelta;
use discord_sim::{Fault, FaultKind, MessageHandle};

use crate::databases::{On, postgres_besides};
use crate::town::{Town, at};

/// The faults of the request that carries a send.
pub const FATES: [(&str, FaultKind); 8] = [
    ("killed before Discord did anything", FaultKind::Hang),
    ("killed after Discord did it", FaultKind::DoneThenHang),
    ("the connection falls before", FaultKind::DropConnection),
    ("the connection falls after", FaultKind::DoneThenDropConnection),
    ("a 500 before", FaultKind::Status(500)),
    ("a 502 after it was done", FaultKind::DoneThenStatus(502)),
    ("too many requests", FaultKind::RateLimited { retry_after_ms: 30_000, global: false }),
    ("a permission is missing for a while", FaultKind::Forbidden(50013)),
];

/// Steps that are one message or event, with the moment they are due, the route that carries them, and how many of
/// its requests come before.
const SENDS: [(&str, &str, &str); 6] = [
    ("2027-01-11 10:00 Europe/Berlin", "POST /channels/*/messages", "announce"),
    ("2027-01-11 10:00 Europe/Berlin", "POST /guilds/*/scheduled-events", "event"),
    ("2027-01-18 10:00 Europe/Berlin", "POST /channels/*/messages", "countdown"),
    ("2027-01-25 09:00 Europe/Berlin", "POST /channels/*/messages", "day"),
    ("2027-01-25 18:00 Europe/Berlin", "POST /channels/*/messages", "breathe"),
    ("2027-01-26 09:00 Europe/Berlin", "POST /channels/*/messages", "digest and recap"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_send_arrives_once_with_any_fault_around_it() {
    for send in SENDS {
        for fate in &FATES {
            around_a_send(On::usual(), send, fate).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_send_arrives_once_with_a_kill_around_it_on_postgres() {
    let Some(on) = postgres_besides() else { return };
    for send in SENDS {
        for fate in FATES.iter().filter(|(fate, _)| fate.contains("killed")) {
            around_a_send(on, send, fate).await;
        }
    }
}

async fn around_a_send(on: On, (due, route, step): (&str, &str, &str), (fate, fault): &(&str, FaultKind)) {
    // Channel permissions do not apply to private messages; closed ones have a test of their own.
    if fate.contains("permission") && matches!(step, "breathe" | "digest and recap") {
        return;
    }
    let mut town = Town::set_up_on(on, "2027-01-05 12:00 Europe/Berlin").await;
    town.advance_to_just_before(due).await;
    town.sim().fault(Fault::on(route, fault.clone()).times(1));
    town.stage.set(at(due));
    if matches!(fault, FaultKind::Hang | FaultKind::DoneThenHang) {
        town.dies_sending().await;
        town.stage.start().await.unwrap();
    }
    town.settle().await;
    town.stage.advance_to(at(due) + TimeDelta::hours(1)).await.unwrap();
    check_once(&town, step, fate);
    town.stage.kill().await;
}

fn check_once(town: &Town, step: &str, fate: &str) {
    let texts = |messages: Vec<MessageHandle>| messages.iter().map(MessageHandle::text).collect::<Vec<_>>();
    let (posts, ada, olga) = (texts(town.posts()), texts(town.ada.dms()), texts(town.olga.dms()));
    let mut all = posts.clone();
    all.extend(ada.clone());
    let mut once = all.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all.len(), "{step}, {fate}: something came twice: {all:#?}");
    let is_there = match step {
        "event" => town.events() == 1,
        "breathe" => ada.iter().any(|text| text.contains("breathe")),
        "digest and recap" => ada.len() == 3 && posts.len() == 6,
        "announce" => posts.len() == 1,
        "countdown" => posts.len() == 2,
        _ => posts.len() == 4,
    };
    assert!(is_there, "{step}, {fate}: it did not come: {posts:#?} {ada:#?} {olga:#?}");
    // The admins have no report, unless a permission was missing.
    let reported = olga.iter().filter(|text| text.contains("50013")).count();
    assert_eq!(reported > 0, fate.contains("permission"), "{step}, {fate}: {olga:#?}");
}

/// A town whose bot was killed after Discord had posted the countdown, and how many posts there were before it.
async fn killed_while_sending_the_countdown() -> (Town, usize) {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    town.advance_to("2027-01-12 12:00 Europe/Berlin").await;
    let before = town.posts().len();
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang).times(1));
    town.stage.set(at("2027-01-18 10:00 Europe/Berlin"));
    town.dies_sending().await;
    (town, before)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_send_that_cannot_be_looked_up_is_not_repeated() {
    let (mut town, before) = killed_while_sending_the_countdown().await;
    town.cmad.deny_bot(discord_sim::permission::READ_MESSAGE_HISTORY);
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-18 12:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), before + 1, "the countdown that arrived stays the only one");
    let told = town.olga.dms().pop().unwrap().text();
    assert!(told.contains("countdown"), "the admins hear that it cannot be known: {told}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_is_too_late_is_skipped_and_reported() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    town.advance_to("2027-01-12 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.stage.set(at("2027-01-20 12:00 Europe/Berlin"));
    town.stage.start().await.unwrap();
    assert_eq!(town.posts().len(), 1, "a countdown that is two days late is not posted");
    let told = town.olga.dms().pop().unwrap().text();
    assert!(told.contains("countdown"), "{told}");
    town.advance_to("2027-01-24 10:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), 2, "the eve comes in time");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paused_campaign_is_silent() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    let olga = town.olga.clone();
    olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
    let before = town.olga.dms().len();
    town.advance_to("2027-01-20 12:00 Europe/Berlin").await;
    assert!(town.posts().is_empty() && town.olga.dms().len() == before);
    olga.slash(&town.cmad, "campaign resume", &[]).await.settled().await;
    town.settle().await;
    assert!(town.posts().is_empty(), "announce was worth posting until the countdown was due");
    town.advance_to("2027-01-24 10:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_can_announce_in_the_same_minute() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    let other = town.sim().server_owned_by("Southwind", "Pia");
    let channel = other.channel("news");
    town.sim().invite_bot(&other, crate::town::PERMISSIONS);
    town.settle().await;
    let options = [("channel", discord_sim::Opt::Channel(channel.id())), ("timezone", "Europe/Paris".into())];
    other.owner().slash(&channel, "campaign setup", &options).await.settled().await;
    town.advance_to("2027-01-11 10:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), 1);
    assert_eq!(channel.messages().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_resumes_and_misses_nothing() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.stage.stop().await.unwrap();
    let said = kim.say(&town.help, &format!("#CMAD thank you {}", ada.mention()));
    town.stage.start().await.unwrap();
    said.until_reaction("💚").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_intent_everything_but_the_hashtag_works() {
    let mut town = Town::with("2027-01-12 12:00 Europe/Berlin", |options| options.message_content = false).await;
    town.set_up_here().await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let told: Vec<String> = town.olga.dms().iter().map(MessageHandle::text).collect();
    assert!(told.iter().any(|text| text.contains("hashtag")), "{told:#?}");
    let mention = format!("<@{}> thanks {}!", town.sim().bot_id(), ada.mention());
    let said = kim.say(&town.help, &mention);
    town.settle().await;
    said.until_reaction("💚").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_is_looked_up_in_its_own_channel_after_the_channel_changed() {
    let (mut town, before) = killed_while_sending_the_countdown().await;
    town.stage.start().await.unwrap();
    let channel = discord_sim::Opt::Channel(town.help.id());
    let options = [("channel", channel), ("timezone", "Europe/Berlin".into())];
    town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    town.advance_to("2027-01-18 12:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), before + 1);
    assert!(town.help.messages().is_empty(), "it is not posted again in the other channel");
    town.ends_well().await;
}
