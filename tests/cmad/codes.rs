//! Discord's refusals, each by its code: what passes by itself is tried again soon and told to no one; what needs a person
//! is told; what is one person's stays theirs.

use chrono::TimeDelta;
use discord_sim::{Fault, FaultKind, MessageHandle, Opt};
use serde_json::json;

use crate::ops::reads::listen;
use crate::town::{Town, at};

const DAY: &str = "2027-01-25 09:00 Europe/Berlin";
const MESSAGES: &str = "POST /channels/*/messages";
const CONVERSATIONS: &str = "POST /users/@me/channels";

fn refusal(status: u16, code: u32) -> FaultKind {
    FaultKind::Answer { status, body: json!({"code": code, "message": "Refused"}) }
}

fn texts(messages: &[MessageHandle]) -> Vec<String> {
    messages.iter().map(MessageHandle::text).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_passes_holds_a_post_back_for_less_than_a_minute_and_is_told_to_no_one() {
    for (status, code) in [(403, 40_333), (403, 10_008), (400, 20_016), (400, 40_004), (400, 987_654), (403, 987_654)] {
        let mut town = Town::set_up("2027-01-24 12:00 Europe/Berlin").await;
        town.advance_to_just_before(DAY).await;
        let (posts, told) = (town.posts().len(), town.olga.dms().len());
        town.sim().fault(Fault::on(MESSAGES, refusal(status, code)).times(2));
        town.stage.advance_to(at(DAY) + TimeDelta::seconds(50)).await.unwrap();
        assert_eq!(town.posts().len(), posts + 1, "{status} {code}");
        assert_eq!(town.olga.dms().len(), told, "{status} {code}: {:?}", texts(&town.olga.dms()));
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_should_pass_and_lasts_is_told_once_and_goes_out_in_the_end() {
    let mut town = Town::set_up("2027-01-24 12:00 Europe/Berlin").await;
    town.advance_to_just_before(DAY).await;
    let told = town.olga.dms().len();
    let place = format!("POST /channels/{}/messages", town.cmad.id());
    town.sim().fault(Fault::on(place, refusal(400, 987_654)).times(u32::MAX));
    town.advance_to("2027-01-25 11:00 Europe/Berlin").await;
    let reports = texts(&town.olga.dms()[told..]);
    assert!(matches!(&reports[..], [one] if one.contains("987654") && one.contains("passes")), "{reports:?}");
    let posts = town.posts().len();
    town.sim().clear_faults();
    town.advance_to("2027-01-25 12:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), posts + 1, "the day's post");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_waits_for_room_in_a_list_that_is_full() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    town.sim().fault(Fault::on("POST /guilds/*/scheduled-events", refusal(400, 30_038)).times(u32::MAX));
    town.advance_to("2027-01-13 10:00 Europe/Berlin").await;
    let reports: Vec<String> = texts(&town.olga.dms()).into_iter().filter(|text| text.contains("30038")).collect();
    assert!(matches!(&reports[..], [one] if one.contains("list in this server is full")), "{reports:?}");
    assert_eq!(town.events(), 0);
    town.sim().clear_faults();
    town.advance_to("2027-01-13 12:00 Europe/Berlin").await;
    assert_eq!(town.events(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "current_thread")]
async fn in_quarantine_one_private_message_a_day_is_tried_and_operator_and_admins_hear_of_it_once() {
    let (lines, _until_the_end) = listen();
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let admins = town.closed_channel("admins", &[&town.olga]);
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", "Europe/Berlin".into()),
        ("admin_channel", Opt::Channel(admins.id())),
    ];
    town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "Thank you for the patience.", &[]).await;
    town.advance_to("2027-01-25 20:00 Europe/Berlin").await;
    // Conversations are opened anew after a restart.
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    let (ada_has, ben_has) = (ada.dms().len(), town.ben.dms().len());
    let tried = town.sim().request_count(CONVERSATIONS);
    town.sim().fault(Fault::on(CONVERSATIONS, refusal(403, 20_026)).times(u32::MAX));

    town.advance_to("2027-01-26 20:00 Europe/Berlin").await;
    assert_eq!(town.sim().request_count(CONVERSATIONS), tried + 1, "one try, for all managers together");
    let reports: Vec<String> = texts(&admins.messages());
    let told = |part: &str| reports.iter().filter(|text| text.contains(part)).count();
    assert_eq!((told("quarantine"), told("doesn’t accept direct messages")), (1, 0), "{reports:?}");
    let logged = lines.text();
    let errors: Vec<&str> = logged.lines().filter(|line| line.contains("ERROR")).collect();
    assert!(matches!(errors[..], [one] if one.contains("quarantined")), "{errors:?}");
    let desk = town.desk(&ada).await.text();
    assert!(desk.contains("for the patience"), "{desk}");

    town.advance_to("2027-01-28 08:00 Europe/Berlin").await;
    assert_eq!(town.sim().request_count(CONVERSATIONS), tried + 2, "one try a day");
    town.sim().clear_faults();
    town.advance_to("2027-01-28 10:00 Europe/Berlin").await;
    assert_eq!((ada.dms().len(), town.ben.dms().len()), (ada_has + 1, ben_has + 1), "both digests are here");
    let reports = texts(&admins.messages());
    assert_eq!(reports.iter().filter(|text| text.contains("quarantine")).count(), 1, "{reports:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_without_a_server_in_common_is_one_who_takes_no_private_messages() {
    for code in [50_007, 50_278] {
        let mut town = Town::set_up("2027-01-25 20:00 Europe/Berlin").await;
        let place = format!("POST /channels/{}/messages", town.ada.dm().id());
        town.sim().fault(Fault::on(place, refusal(403, code)).times(u32::MAX));
        town.advance_to("2027-01-26 10:00 Europe/Berlin").await;
        let reports = texts(&town.olga.dms());
        let closed = reports.iter().filter(|text| text.contains("doesn’t accept direct messages")).count();
        assert_eq!(closed, 1, "{code}: {reports:?}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_conversations_are_opened_more_slowly() {
    let mut town = Town::set_up("2027-01-25 20:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    let (tried, told) = (town.sim().request_count(CONVERSATIONS), town.olga.dms().len());
    town.sim().fault(Fault::on(CONVERSATIONS, refusal(400, 40_003)));
    town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
    assert_eq!(town.sim().request_count(CONVERSATIONS), tried + 1);
    town.advance_to("2027-01-26 09:15 Europe/Berlin").await;
    let digests = [&town.ada, &town.ben].map(|who| texts(&who.dms()).len());
    assert_eq!((town.sim().request_count(CONVERSATIONS), town.olga.dms().len()), (tried + 3, told), "{digests:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_discord_will_not_show_is_not_taken_for_deleted() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    kim.say(&town.help, &format!("#CMAD {} for the patience", ada.mention()));
    town.settle().await;
    town.advance_to("2027-01-25 20:00 Europe/Berlin").await;
    town.sim().fault(Fault::on("GET /channels/*/messages/*", refusal(403, 10_008)).times(8));
    town.advance_to("2027-01-26 11:00 Europe/Berlin").await;
    let desk = town.desk(&ada).await.text();
    assert!(desk.contains("for the patience"), "{desk}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_whose_files_are_not_taken_comes_without_them_and_says_so() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "Thank you for the patience.", &[("consent", "public")]).await;
    for defer_after_ms in [2000, 0] {
        town.restart_with(|config| config.discord.defer_after_ms = defer_after_ms).await;
        for (largest, says) in [(None, "Without the files"), (Some(20), "files that large"), (Some(1 << 20), "")] {
            town.server.set_largest_file(largest);
            let answer = town.olga.slash(&town.help, "campaign export", &[]).await.settled().await;
            let message = answer.message().expect("it is answered");
            let has_files = !message.files().is_empty();
            assert_eq!(has_files, says.is_empty(), "{largest:?} {defer_after_ms}: {}", answer.text());
            assert!(answer.text().contains(says), "{largest:?}: {}", answer.text());
        }
    }
    town.ends_well().await;
}
