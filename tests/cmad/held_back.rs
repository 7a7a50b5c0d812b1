//! A step that comes too late is reported with what held it back, whatever that was.

use discord_sim::{Fault, FaultKind, Opt};
use serde_json::json;

use crate::town::Town;

const BEFORE: &str = "2027-01-17 12:00 Europe/Berlin";
/// An hour before the countdown is due, and an hour after it would come too late.
const NEARLY: &str = "2027-01-18 09:00 Europe/Berlin";
const TOO_LATE: &str = "2027-01-19 11:00 Europe/Berlin";

/// What the admin was told of steps that were skipped.
fn skipped(town: &Town) -> Vec<String> {
    town.olga.dms().iter().map(|note| note.text()).filter(|text| text.contains("Skipped:")).collect()
}

/// The countdown was skipped, and this is why, to admins by message and in the status.
async fn check_told(town: &Town, why: &str) {
    let told = skipped(town);
    assert!(matches!(&told[..], [one] if one.contains("the countdown post") && one.contains(why)), "{why}: {told:#?}");
    let status = town.olga.slash(&town.cmad, "campaign status", &[]).await.settled().await.text();
    assert!(status.contains(&format!("skipped, because it would have been too late. {why}")), "{why}: {status}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_did_is_the_cause() {
    let unknown_code = FaultKind::Answer { status: 400, body: json!({"code": 987_654, "message": "Refused"}) };
    for (fault, why) in [
        (FaultKind::Forbidden(50_013), "A permission is missing"),
        (unknown_code, "Discord isn’t accepting it right now (code 987654)"),
        (FaultKind::Status(500), "Discord couldn’t be reached"),
        (FaultKind::DropConnection, "Discord couldn’t be reached"),
        (FaultKind::RateLimited { retry_after_ms: 3_600_000, global: false }, "Discord didn’t let me send that much"),
    ] {
        let mut town = Town::set_up(BEFORE).await;
        town.advance_to(NEARLY).await;
        let posts = format!("POST /channels/{}/messages", town.cmad.id());
        town.sim().fault(Fault::on(posts, fault).times(u32::MAX));
        town.advance_to(TOO_LATE).await;
        town.sim().clear_faults();
        town.settle().await;
        check_told(&town, why).await;
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_earlier_version_noted_of_a_refusal_is_the_cause() {
    let mut town = Town::set_up(BEFORE).await;
    town.advance_to(NEARLY).await;
    let posts = format!("POST /channels/{}/messages", town.cmad.id());
    town.sim().fault(Fault::on(posts, FaultKind::Forbidden(50_013)).times(u32::MAX));
    town.advance_to("2027-01-18 11:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.database.behind("update sends set held_by = null").await;
    town.advance_to(TOO_LATE).await;
    town.sim().clear_faults();
    town.stage.start().await.unwrap();
    town.settle().await;
    check_told(&town, "A permission is missing").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pause_is_the_cause() {
    let mut town = Town::set_up(BEFORE).await;
    town.advance_to(NEARLY).await;
    town.olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
    town.advance_to(TOO_LATE).await;
    town.olga.slash(&town.cmad, "campaign resume", &[]).await.settled().await;
    town.settle().await;
    check_told(&town, "The campaign was paused").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_the_plan_is_the_cause() {
    let mut town = Town::set_up(BEFORE).await;
    let earlier = [("step", "countdown".into()), ("days", Opt::Int(-10))];
    town.olga.slash(&town.cmad, "campaign steps", &earlier).await.settled().await;
    town.settle().await;
    check_told(&town, "Its time was changed").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_had_been_removed_says_so() {
    let mut town = Town::set_up(BEFORE).await;
    town.advance_to(NEARLY).await;
    town.sim().remove_bot(&town.server);
    town.settle().await;
    town.advance_to(TOO_LATE).await;
    town.sim().invite_bot(&town.server, crate::town::PERMISSIONS);
    town.settle().await;
    check_told(&town, "I wasn’t in this server").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_was_not_running_was_away() {
    let mut town = Town::set_up(BEFORE).await;
    town.advance_to(NEARLY).await;
    town.stage.stop().await.unwrap();
    town.advance_to(TOO_LATE).await;
    town.stage.start().await.unwrap();
    town.settle().await;
    check_told(&town, "I was away").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_step_that_was_refused_until_its_time_was_over_says_why() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    let posts = format!("POST /channels/{}/messages", town.cmad.id());
    for place in [posts.as_str(), "POST /guilds/*/scheduled-events"] {
        town.sim().fault(Fault::on(place, FaultKind::Forbidden(50_013)).times(u32::MAX));
    }
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let told = skipped(&town);
    for step in [
        "the announcement",
        "the scheduled event",
        "the countdown post",
        "the post before the day",
        "the day’s post",
        "the last call",
        "the recap",
    ] {
        let about: Vec<&String> = told.iter().filter(|text| text.contains(&format!("Skipped: {step}."))).collect();
        assert!(matches!(&about[..], [one] if one.contains("A permission is missing")), "{step}: {told:#?}");
    }
    assert_eq!(told.len(), 7, "{told:#?}");
    town.sim().clear_faults();
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_private_note_that_is_given_up_says_why() {
    let mut town = Town::set_up("2027-01-24 12:00 Europe/Berlin").await;
    let admins = town.closed_channel("admins", &[&town.olga]);
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", "Europe/Berlin".into()),
        ("admin_channel", Opt::Channel(admins.id())),
    ];
    town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    town.settle().await;
    let too_fast = FaultKind::Answer { status: 400, body: json!({"code": 40_003, "message": "Refused"}) };
    let ada_hears = format!("POST /channels/{}/messages", town.ada.dms().pop().expect("Ada was asked").channel_id());
    for place in ["POST /users/@me/channels", ada_hears.as_str()] {
        town.sim().fault(Fault::on(place, too_fast.clone()).times(u32::MAX));
    }
    town.advance_to("2027-01-26 07:00 Europe/Berlin").await;
    let told: Vec<String> = admins.messages().iter().map(|note| note.text()).collect();
    let about: Vec<&String> = told.iter().filter(|text| text.contains("*stop and breathe*")).collect();
    assert!(matches!(&about[..], [one] if one.contains("Gave up") && one.contains("40003")), "{told:#?}");
    town.sim().clear_faults();
    town.ends_well().await;
}
