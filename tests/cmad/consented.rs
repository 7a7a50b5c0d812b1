//! Consent holds: the signature stays, what was withdrawn stays withdrawn, and erased people are not named.

use cmad::app::desk::{Choice, Desk};
use domain::ids::{GuildId, UserId};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// Ada's desk.
async fn desk(town: &Town) -> Desk {
    let app = town.stage.bot().app();
    let server = app.server(GuildId(town.server.id())).await.unwrap().unwrap();
    app.desk(&server, UserId(town.ada.id()), Some(2027)).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fetching_a_message_again_keeps_the_signature_and_the_managers_choices() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let words = "You answered me at midnight. You answered me again on Sunday.";
    let said = kim.say(&town.help, &format!("{} {words} #CMAD", ada.mention()));
    town.settle().await;
    kim.edit(&said, &format!("{} {words} Thank you! #CMAD", ada.mention()));
    town.settle().await;
    kim.rename("Kim the Great");
    // The question shows the stored signature, and the digest quotes the same one.
    let bot = town.sim().bot_id();
    let question = town.help.messages().into_iter().find(|one| one.author() == bot && one.exists()).unwrap();
    let choose = kim.click(&question, "Decide").await.settled().await;
    assert!(choose.text().contains("Kim") && !choose.text().contains("Great"), "{}", choose.text());
    let says = "**public**: May be quoted to their boss with your name and the link to your message.";
    assert!(choose.text().contains(says) && !choose.text().contains("osted"), "they stand already: {}", choose.text());
    kim.click(&choose, "with my name").await.settled().await;
    town.settle().await;

    let before = desk(&town).await;
    let id = before.digest.quotes[0].id.unwrap();
    town.stage.bot().app().choose(&before, Choice::Shorten(id, Some(28))).await.unwrap();
    // Each stored message is fetched again before the digest and before the close; nothing has changed.
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let digests: Vec<String> =
        ada.dms().iter().map(|dm| dm.text()).filter(|text| text.contains("Your digest")).collect();
    assert_eq!(digests.len(), 1, "no update, because nothing changed: {digests:?}");
    assert!(digests[0].contains("**Kim**") && !digests[0].contains("Great"), "{}", digests[0]);
    assert_eq!(
        desk(&town).await.choices.shortened.get(&id),
        Some(&28),
        "the words are the same, and end where Ada chose"
    );
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hidden_thank_you_can_be_withdrawn() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga, help) = (town.kim.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    let posts = town.posts().len();
    town.thank(&kim, &ada, "I should not have written this.", &[("consent", "public")]).await;
    let list = olga.slash(&help, "campaign hide", &[]).await.settled().await;
    let id = menu_values(&list).pop().unwrap();
    olga.select(&list, "hide-thanks", &[&id]).await.settled().await;
    town.settle().await;

    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    let own = menu_values(&mine).pop().unwrap();
    let receipt = kim.select(&mine, "mine", &[&own]).await.settled().await;
    assert!(receipt.text().contains("An admin has hidden"), "{}", receipt.text());
    let receipt = kim.click(&receipt, "Take it back").await.settled().await;
    assert!(receipt.text().contains("Withdrawn"), "{}", receipt.text());
    // **Thank them after all** does not undo what the admin hid.
    let receipt = kim.click(&receipt, "Thank them after all").await.settled().await;
    assert!(receipt.text().contains("An admin has hidden"), "{}", receipt.text());
    let receipt = kim.click(&receipt, "Take it back").await.settled().await;
    assert!(receipt.text().contains("Withdrawn"), "{}", receipt.text());

    let list = olga.slash(&help, "campaign restore", &[]).await.settled().await;
    let restored = olga.select(&list, "restore-thanks", &[&id]).await.settled().await;
    assert!(restored.text().contains("withdrawn"), "{}", restored.text());
    town.settle().await;
    assert_eq!(town.posts().len(), posts, "an admin brings nothing back that its giver took back");
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("withdrawn"), "{}", mine.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_who_erased_themselves_is_not_named_until_they_come_back() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben) = (town.kim.clone(), town.ada.clone(), town.ben.clone());
    let invitation = ben.dms().pop().unwrap();
    town.stage.bot().app().erase(UserId(ben.id()), domain::ids::MessageId::at(town.stage.now())).await.unwrap();
    town.thank(&kim, &ada, &format!("You and {} saved us", ben.mention()), &[("consent", "named")]).await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap();
    let files: String = digest.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(digest.text().contains(r"You and \@someone saved us"), "{}", digest.text());
    assert!(!files.contains(&ben.id().to_string()), "{files}");
    // After accepting again Ben has the name that Discord shows.
    ben.click(&invitation, "Accept").await.settled().await;
    town.settle().await;
    let roster = town.stage.bot().app().roster(GuildId(town.server.id())).await.unwrap();
    assert!(roster.iter().any(|manager| manager.name == "Ben"), "{roster:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_oldest_of_many_can_be_hidden_and_restored() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone());
    let (olga, help) = (town.olga.clone(), town.help.clone());
    for (giver, count) in [(&kim, 10), (&lee, 10), (&mia, 7)] {
        for number in 0..count {
            town.thank(giver, &ada, &format!("number {number}"), &[("consent", "private")]).await;
        }
    }
    let list = olga.slash(&help, "campaign hide", &[]).await.settled().await;
    assert!(list.text().contains("1 to 25 of 27"), "{}", list.text());
    let list = olga.click(&list, "Older ▶").await.settled().await;
    assert!(list.text().contains("26 to 27 of 27"), "{}", list.text());
    let oldest = menu_values(&list).pop().unwrap();
    let hidden = olga.select(&list, "hide-thanks:1", &[&oldest]).await.settled().await;
    assert!(hidden.text().contains("Hidden.") && hidden.text().contains("26 to 26 of 26"), "{}", hidden.text());
    let list = olga.slash(&help, "campaign restore", &[]).await.settled().await;
    assert_eq!(menu_values(&list), [oldest.as_str()]);
    let restored = olga.select(&list, "restore-thanks", &[&oldest]).await.settled().await;
    assert!(restored.text().contains("is hidden"), "nothing is left to restore: {}", restored.text());
    town.ends_well().await;
}
