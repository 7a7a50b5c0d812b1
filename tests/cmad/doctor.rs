//! `/campaign doctor` sees what keeps the bot from doing what it should.

use discord_sim::permission;

use crate::town::Town;

async fn doctor(town: &Town) -> String {
    town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_is_timed_out_is_seen_and_until_when() {
    let mut town = Town::set_up("2027-01-24 12:00 Europe/Berlin").await;
    let posts = town.posts().len();
    let until = crate::town::at("2027-01-25 09:30 Europe/Berlin");
    let bot = town.sim().bot_id();
    town.server.time_out(bot, Some(until.timestamp_millis()));
    let said = doctor(&town).await;
    assert!(said.contains("timed out") && said.contains(&format!("<t:{}:f>", until.timestamp())), "{said}");
    town.advance_to("2027-01-25 09:20 Europe/Berlin").await;
    assert_eq!(town.posts().len(), posts);
    town.advance_to("2027-01-25 09:45 Europe/Berlin").await;
    assert_eq!(town.posts().len(), posts + 1, "the day's post comes as soon as the timeout is over");
    assert!(!doctor(&town).await.contains("timed out"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_permission_of_the_channel_that_is_missing_is_named() {
    let town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    for (bit, name) in [
        (permission::SEND_MESSAGES_IN_THREADS, "Send Messages in Threads"),
        (permission::ATTACH_FILES, "Attach Files"),
        (permission::ADD_REACTIONS, "Add Reactions"),
        (permission::READ_MESSAGE_HISTORY, "Read Message History"),
    ] {
        town.cmad.deny_bot(bit);
        let said = doctor(&town).await;
        assert!(said.contains(name), "{name}: {said}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_that_a_thread_refuses_is_asked_by_mine() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let kim = town.kim.clone();
    town.help.deny_bot(permission::SEND_MESSAGES_IN_THREADS);
    let thread = town.help.thread("a question", &kim);
    town.settle().await;
    kim.say(&thread, "#CMAD thank you for everything");
    town.settle().await;
    assert_eq!(thread.messages().len(), 1, "the question is refused");
    // She is asked in any channel.
    let mine = kim.slash(&town.cmad, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("names no one"), "{}", mine.text());
    let picker = kim.click(&mine, "Choose who you mean").await.settled().await;
    let picked = kim.select(&picker, "whom-picked", &[&town.ada.id().to_string()]).await.settled().await;
    assert!(picked.text().contains("Ada"), "{}", picked.text());
    town.settle().await;
    let mine = kim.slash(&town.help, "cmad mine", &[]).await.settled().await.text();
    assert!(mine.contains("for everything") && !mine.contains("names no one"), "{mine}");
    town.ends_well().await;
}

#[test]
fn the_invitation_asks_for_every_permission_that_is_needed() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let asked = readme.split("permissions=").nth(1).unwrap().split('`').next().unwrap();
    assert_eq!(asked.parse::<u64>().unwrap(), crate::town::PERMISSIONS);
    let link = cmad::discord::invitation::link(1).replace("client_id=1&", "client_id=YOUR_APPLICATION_ID&");
    assert!(readme.contains(&format!("`{link}`")), "the README has what `cmad init` prints: {link}");
}
