//! Names change between setup and the day: what the bot says has the newest one that it was told.

use discord_sim::{Event, Opt};
use domain::ids::{GuildId, UserId};

use crate::town::Town;

const BEFORE: &str = "2027-01-05 12:00 Europe/Berlin";
const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const EVE: &str = "2027-01-24 12:00 Europe/Berlin";

/// Where the scheduled event takes place, and how often that was changed.
fn place_of_event(town: &Town) -> (String, usize) {
    let mut found = (String::new(), 0);
    for entry in town.sim().transcript() {
        if let Event::ScheduledEvent { change, event, .. } = entry.event {
            found.0 = event["entity_metadata"]["location"].as_str().unwrap().to_owned();
            found.1 += usize::from(change == "updated");
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_renamed_is_called_by_its_new_name() {
    let mut town = Town::set_up(OPEN).await;
    town.thank(&town.kim.clone(), &town.ada.clone(), "Thank you.", &[]).await;
    town.advance_to(EVE).await;
    town.server.rename("Newwind");
    town.settle().await;
    let before = town.cmad.messages().len();
    town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
    let posts: String = town.cmad.messages().iter().skip(before).map(|post| post.text()).collect();
    let digest = town.ada.dms().pop().expect("her digest came").text();
    assert!(digest.contains("Newwind") && !digest.contains("Northwind"), "{digest}");
    assert!(!posts.contains("Northwind"), "{posts}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_event_says_the_newest_name_of_its_place_and_is_edited_once() {
    let mut town = Town::set_up(BEFORE).await;
    // Before there is an event, there is nothing to edit.
    town.cmad.rename("welcome");
    town.settle().await;
    town.advance_to(OPEN).await;
    assert_eq!(place_of_event(&town), ("#welcome".to_owned(), 0));
    town.cmad.rename("town-hall");
    town.help.rename("assistance");
    town.settle().await;
    assert_eq!(place_of_event(&town), ("#town-hall".to_owned(), 1));
    // Another change of the channel is no reason.
    town.cmad.set_overwrites(&[]);
    town.cmad.rename("town-hall");
    town.settle().await;
    assert_eq!(place_of_event(&town), ("#town-hall".to_owned(), 1));
    // Renamed while the bot is away, twice: it is told at its return.
    town.stage.stop().await.unwrap();
    town.cmad.rename("square");
    town.cmad.rename("market");
    town.stage.start().await.unwrap();
    town.settle().await;
    assert_eq!(place_of_event(&town), ("#market".to_owned(), 2));
    // Another channel of the campaign is another place.
    let answer = town
        .olga
        .slash(
            &town.help,
            "campaign setup",
            &[("channel", Opt::Channel(town.help.id())), ("timezone", Opt::Str("Europe/Berlin".into()))],
        )
        .await
        .settled()
        .await;
    assert!(answer.text().contains("2027"), "{}", answer.text());
    town.settle().await;
    assert_eq!(place_of_event(&town), ("#assistance".to_owned(), 3));
    // On the day it stays as people know it.
    town.advance_to("2027-01-25 00:01 Europe/Berlin").await;
    town.help.rename("help-desk");
    town.settle().await;
    assert_eq!(place_of_event(&town), ("#assistance".to_owned(), 3));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_whose_name_changes_is_called_by_the_new_one() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, ben, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    ada.slash(&help, "cmad profile", &[("display_name", "Countess".into())]).await.settled().await;
    // Seen in a mention.
    ben.rename("Benjamin");
    ada.rename("Augusta");
    kim.say(&help, &format!("{} and {} saved my week #CMAD", ada.mention(), ben.mention()));
    town.settle().await;
    assert_eq!(names(&town).await, ["Countess", "Benjamin"], "what a person chose for themselves stays");
    // Seen by a command of another person: the receipt has the new name already.
    ben.rename("Benedict");
    let receipt = lee
        .slash(&help, "thank", &[("manager", Opt::User(ben.id())), ("message", "Thank you.".into())])
        .await
        .settled()
        .await
        .text();
    assert!(receipt.contains("Benedict") && !receipt.contains("Benjamin"), "{receipt}");
    // Seen as the person who asks, after their own name was cleared.
    ada.slash(&help, "cmad profile", &[("display_name", "-".into())]).await.settled().await;
    ada.rename("Ada Augusta");
    ada.slash(&help, "cmad when", &[]).await.settled().await;
    assert_eq!(names(&town).await, ["Ada Augusta", "Benedict"]);
    town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
    let digest = ben.dms().pop().expect("his digest came").text();
    assert!(digest.contains("Benedict") && !digest.contains("Benjamin"), "{digest}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_in_which_only_names_and_the_language_changed_is_not_sent_again() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, ben, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    let words = format!("You and {} saved my week, with someone in {}.", ben.mention(), "<#5>");
    town.thank(&kim, &ada, &words, &[("consent", "named")]).await;
    town.thank(&lee, &ben, &format!("And so did {}.", kim.mention()), &[("consent", "named")]).await;
    town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
    let digests = [&ada, &ben].map(|manager| manager.dms().len());
    ben.rename("Benedict");
    ben.slash(&help, "cmad when", &[]).await.settled().await;
    ada.slash(&help, "cmad profile", &[("language", "Deutsch".into())]).await.settled().await;
    assert!(town.desk(&ada).await.text().contains("@Benedict"), "the desk shows the newest name");
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    assert_eq!([&ada, &ben].map(|manager| manager.dms().len()), digests, "nothing more was said");
    town.ends_well().await;
}

async fn names(town: &Town) -> Vec<String> {
    let app = town.stage.bot().app();
    let mut names = Vec::new();
    for member in [&town.ada, &town.ben] {
        let manager = app.manager(GuildId(town.server.id()), UserId(member.id())).await.unwrap();
        names.push(manager.unwrap().name);
    }
    names
}
