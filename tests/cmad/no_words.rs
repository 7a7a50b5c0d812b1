//! The morning after for a manager to whom no one wrote, and for one to whom one person did.

use discord_sim::{Member, MessageHandle, Opt};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const DIGEST: &str = "2027-01-26 09:00 Europe/Berlin";

/// Everything that a message shows and carries: texts, labels, ids.
fn all_of(message: &MessageHandle) -> String {
    message.json().to_string()
}

/// A member of the town as boss, so that only words are lacking for a copy.
async fn names_her_boss(town: &mut Town, manager: &Member) {
    let boss = Opt::User(town.rosa.id());
    manager.slash(&town.help, "cmad boss set", &[("member", boss), ("copy", "always".into())]).await.settled().await;
    town.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_to_whom_no_one_wrote_gets_a_warm_word_and_no_page() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    names_her_boss(&mut town, &ada).await;

    // On the evening of the day she is told to breathe, without a zero.
    town.advance_to("2027-01-25 18:00 Europe/Berlin").await;
    let breathe = ada.dms().pop().expect("stop and breathe").text();
    assert!(breathe.contains("Today is for people like you") && !breathe.contains('0'), "{breathe}");
    let early = town.desk(&ada).await;
    assert!(!early.json().to_string().contains("desk-show"), "there is nothing to show now: {}", early.text());
    let told_before = town.olga.dms().len();

    // The morning after: what is true, what others do, next year's date; nothing to open and nothing to send.
    town.advance_to(DIGEST).await;
    let word = ada.dms().pop().expect("a word all the same");
    for part in ["there are no words for you here", "Thank you for looking after them", "`/thank`", "24 January 2028"] {
        assert!(word.text().contains(part), "{part}: {}", word.text());
    }
    assert!(word.files().is_empty(), "{:?}", word.files());
    for absent in ["desk-copy", "desk-wait", "desk-keep", "desk-files", "No one has written", ":answer"] {
        assert!(!all_of(&word).contains(absent), "{absent}: {}", all_of(&word));
    }
    let desk = ada.click(&word, "My digest").await.settled().await;
    assert!(desk.text().contains("there are no words for you here"), "{}", desk.text());
    for absent in ["desk-copy", "desk-keep", "desk-files", ":quotes", ":sentence", ":answer"] {
        assert!(!desk.json().to_string().contains(absent), "{absent}: {}", desk.json());
    }
    // After the day it is no one else's affair.
    assert_eq!(town.olga.dms().len(), told_before, "{:?}", town.olga.dms().last().map(MessageHandle::text));

    // Late words count, and are her digest.
    town.thank(&kim, &ada, "Late, but meant.", &[("consent", "named")]).await;
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("Late, but meant."), "{}", desk.text());
    town.advance_to("2027-02-02 01:00 Europe/Berlin").await;
    let update = ada.dms().pop().unwrap();
    assert!(update.text().contains("Late, but meant.") && !update.files().is_empty(), "{}", update.text());
    assert!(town.rosa.dms().is_empty() && town.olga.dms().len() == told_before);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_words_until_the_end_the_desk_no_longer_asks_for_them() {
    let mut town = Town::set_up(OPEN).await;
    town.advance_to("2027-02-02 01:00 Europe/Berlin").await;
    let ada = town.ada.clone();
    let word = ada.dms().pop().expect("the word of the morning after");
    let desk = ada.click(&word, "My digest").await.settled().await;
    assert!(desk.text().contains("24 January 2028") && !desk.text().contains("/thank"), "{}", desk.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_of_one_giver_is_a_letter_and_goes_to_no_boss() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, mia, ada) = (town.kim.clone(), town.mia.clone(), town.ada.clone());
    names_her_boss(&mut town, &ada).await;
    let long =
        "You answered me at midnight, and again in the morning, and I have never been so glad to be in a place, "
            .repeat(5);
    for words in [long.as_str(), "And thank you for the docs.", "And for the talk.", "And the walk.", "And the rest."] {
        let options = [("consent", "named"), ("for", "answered-me")];
        town.thank(&kim, &ada, words, &options).await;
    }
    town.advance_to(DIGEST).await;
    let digest = ada.dms().pop().unwrap();
    assert!(digest.text().contains(long.trim()), "the whole quote: {}", digest.text());
    assert!(digest.text().contains("It’s yours alone"), "{}", digest.text());
    let pages: String = digest.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(pages.contains(long.trim()), "the files have it, too");
    let desk = town.desk(&ada).await;
    for shown in [digest.text(), pages, desk.text()] {
        for figure in ["In numbers", "What they said thanks for", "What your boss will be asked"] {
            assert!(!shown.contains(figure), "{figure}: {shown}");
        }
    }
    for shown in [all_of(&digest), desk.json().to_string()] {
        assert!(!shown.contains("desk-copy") && !shown.contains("desk-wait"), "{shown}");
    }
    town.advance_to("2027-01-28 12:00 Europe/Berlin").await;
    assert!(town.rosa.dms().is_empty(), "nothing goes by itself");

    // A second person writes late: now there is something that a boss may read.
    town.thank(&mia, &ada, "You were kind to me.", &[("consent", "named")]).await;
    let desk = town.desk(&ada).await;
    assert!(desk.json().to_string().contains("desk-copy"), "{}", desk.text());
    town.ends_well().await;
}
