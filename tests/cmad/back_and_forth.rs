//! What someone changes back and forth makes the bot post and delete ever more seldom, and ends as they want it.

use discord_sim::{Event, Fault, FaultKind, MessageHandle, Opt};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
/// So long after [`OPEN`] that nothing that waits for its turn still waits.
const LATER: &str = "2027-01-12 14:00 Europe/Berlin";
/// More often than anyone changes their mind.
const TIMES: usize = 25;
/// As often as something comes back at once, and once more for the end.
const AT_MOST: usize = 5;

/// How many entries of the transcript are like this.
fn count(town: &Town, like: impl Fn(&Event) -> bool) -> usize {
    town.sim().transcript().iter().filter(|entry| like(&entry.event)).count()
}

fn has_reaction(town: &Town, said: &MessageHandle) -> bool {
    let bot = town.sim().bot_id();
    said.reactions().iter().any(|(_, by)| by.contains(&bot))
}

/// The bot's questions that stand in the help channel, with the messages that they reply to.
fn asked(town: &Town) -> Vec<discord_sim::Id> {
    let bot = town.sim().bot_id();
    let questions = town.help.messages().into_iter().filter(|one| one.author() == bot && one.exists());
    let mut about: Vec<_> = questions.filter_map(|one| one.replies_to()).collect();
    about.sort_unstable();
    about
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_author_who_edits_back_and_forth_gets_few_reactions_and_the_right_one_in_the_end() {
    for (ends, text) in [(true, "you saved my weekend #CMAD"), (false, "never mind")] {
        let mut town = Town::set_up(OPEN).await;
        let (kim, help) = (town.kim.clone(), town.help.clone());
        let thanks = format!("{} you saved my weekend #CMAD", town.ada.mention());
        let said = kim.say(&help, &thanks);
        town.settle().await;
        for _ in 0..TIMES {
            kim.edit(&said, "never mind");
            town.settle().await;
            kim.edit(&said, &thanks);
            town.settle().await;
        }
        kim.edit(&said, &if ends { thanks } else { text.to_owned() });
        town.settle().await;
        town.advance_to(LATER).await;
        let added = count(&town, |event| matches!(event, Event::Reaction { added: true, .. }));
        let removed = count(&town, |event| matches!(event, Event::Reaction { added: false, .. }));
        assert!(added <= AT_MOST && removed <= AT_MOST, "{added} added, {removed} removed");
        assert_eq!(has_reaction(&town, &said), ends);
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_giver_who_changes_consent_back_and_forth_is_posted_seldom_and_rightly_in_the_end() {
    for ends in [true, false] {
        let mut town = Town::set_up(OPEN).await;
        let (kim, ada) = (town.kim.clone(), town.ada.clone());
        let receipt = town.thank(&kim, &ada, "You kept the lights on.", &[("consent", "public")]).await;
        let holds = |message: &MessageHandle| message.text().contains("kept the lights on");
        for _ in 0..TIMES {
            for choice in ["private", "public"] {
                kim.click(&receipt, choice).await.settled().await;
                town.settle().await;
            }
        }
        if !ends {
            kim.click(&receipt, "private").await.settled().await;
        }
        town.settle().await;
        town.advance_to(LATER).await;
        let bot = town.sim().bot_id();
        let all = town.cmad.messages().into_iter().chain(town.help.messages());
        let posted = all.filter(|one| one.author() == bot && holds(one)).count();
        assert!(posted <= AT_MOST, "{posted} posts");
        assert_eq!(town.posts().iter().any(holds), ends);
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_the_hashtag_go_the_questions_about_it_and_cmad_mine_asks_them() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada, help) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.help.clone());
    let found = kim.say(&help, &format!("{} saved my weekend #CMAD", ada.mention()));
    let unclear = lee.say(&help, "thank you all #CMAD");
    let bot = format!("<@{}>", town.sim().bot_id());
    let mentioned = mia.say(&help, &format!("{bot} thanks {} for the weekend", ada.mention()));
    town.settle().await;
    assert_eq!(asked(&town), [found.id(), unclear.id(), mentioned.id()]);

    town.olga.slash(&town.cmad, "campaign hashtag", &[("switch", "off".into())]).await.settled().await;
    town.settle().await;
    assert_eq!(asked(&town), [mentioned.id()], "who mentions the bot is still asked");
    assert!(has_reaction(&town, &found), "what counted counts");
    let mine = lee.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("names no one"), "{}", mine.text());
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    assert_eq!(menu_values(&mine).len(), 1, "{}", mine.text());
    // A restart, an edit and a message by another sign bring none back.
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    kim.edit(&found, &format!("{} saved my whole weekend #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!(asked(&town), [mentioned.id()]);

    town.olga.slash(&town.cmad, "campaign hashtag", &[("switch", "on".into())]).await.settled().await;
    town.settle().await;
    assert_eq!(asked(&town), [found.id(), mentioned.id()], "kept words are asked about again");
    town.ends_well().await;
}

/// Whether the scheduled event stands.
fn event_stands(town: &Town) -> bool {
    let last = town.sim().transcript().into_iter().filter_map(|entry| match entry.event {
        Event::ScheduledEvent { change, .. } => Some(change != "deleted"),
        _ => None,
    });
    last.last().unwrap_or_default()
}

async fn switch_announce(town: &mut Town, on: bool) -> String {
    let options = [("step", "announce".into()), ("on", Opt::Bool(on))];
    let answer = town.olga.slash(&town.cmad, "campaign steps", &options).await.settled().await.text();
    town.settle().await;
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_the_announcement_goes_its_event_and_comes_back_with_it() {
    let mut town = Town::set_up(OPEN).await;
    let posts = town.posts().len();
    assert!(event_stands(&town));
    let told = switch_announce(&mut town, false).await;
    assert!(told.contains("scheduled event goes away"), "{told}");
    assert!(!event_stands(&town));
    let told = switch_announce(&mut town, false).await;
    assert!(!told.contains("scheduled event goes away"), "it is gone already: {told}");
    // Off and on again at once, and while Discord is away.
    switch_announce(&mut town, true).await;
    assert!(event_stands(&town));
    town.sim().fault(Fault::on("DELETE /guilds/*/scheduled-events/*", FaultKind::Status(503)).times(u32::MAX));
    switch_announce(&mut town, false).await;
    assert!(event_stands(&town));
    switch_announce(&mut town, true).await;
    town.sim().clear_faults();
    town.advance_to(LATER).await;
    assert!(event_stands(&town), "what was not deleted yet stays");
    // The process dies in the deletion.
    town.sim().fault(Fault::on("DELETE /guilds/*/scheduled-events/*", FaultKind::Hang));
    let options = [("step", "announce".into()), ("on", Opt::Bool(false))];
    town.olga.slash(&town.cmad, "campaign steps", &options).await.settled().await;
    town.dies_sending().await;
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-12 14:30 Europe/Berlin").await;
    assert!(!event_stands(&town));
    switch_announce(&mut town, true).await;
    assert!(event_stands(&town));
    assert_eq!(town.posts().len(), posts, "the announcement itself stays, once");
    // On the day it stays as people know it.
    town.advance_to("2027-01-25 00:01 Europe/Berlin").await;
    let told = switch_announce(&mut town, false).await;
    assert!(event_stands(&town) && !told.contains("scheduled event goes away"), "{told}");
    town.ends_well().await;
}
