//! **Save as #CMAD thanks**: at once for the author, with the author's yes for others.

use discord_sim::{Member, MessageHandle, ReplyPing};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const SAVE: &str = "Save as #CMAD thanks";

/// The bot's messages that exist now in the help channel.
fn questions(town: &Town) -> Vec<MessageHandle> {
    let bot = town.sim().bot_id();
    town.help.messages().into_iter().filter(|message| message.author() == bot && message.exists()).collect()
}

async fn digest_of(town: &mut Town, manager: &Member) -> String {
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    manager.dms().pop().unwrap().text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_author_saves_their_own_words_at_once() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, help) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    let posts = town.posts().len();
    let said = kim.say(&help, &format!("{} and {} carried us through the outage.", ada.mention(), ben.mention()));
    let receipt = kim.message_command(SAVE, &said).await.settled().await;
    assert!(receipt.is_ephemeral() && receipt.text().contains("Ada"), "{}", receipt.text());
    assert!(
        receipt.text().contains("Ben") && receipt.text().contains("stays where you wrote it"),
        "{}",
        receipt.text()
    );
    town.settle().await;
    assert_eq!(town.posts().len(), posts, "what stands in public already is not posted again");
    let again = kim.message_command(SAVE, &said).await.settled().await;
    assert!(again.text().contains("Ada"), "{}", again.text());
    let named = kim.click(&receipt, "with my name").await.settled().await;
    assert!(named.text().contains("with your name"), "{}", named.text());

    // The manager comes from a reply, or from the picker where none is named.
    let question = ada.say(&help, "How do I update the docs?");
    let reply = kim.reply(&question, "great answers all week", ReplyPing::Off);
    let receipt = kim.message_command(SAVE, &reply).await.settled().await;
    assert!(receipt.text().contains("Ada") && receipt.text().contains("with your name"), "{}", receipt.text());
    let unnamed = kim.say(&help, "the picnic was lovely");
    let picker = kim.message_command(SAVE, &unnamed).await.settled().await;
    let picked = kim.select(&picker, "save-picked", &[&ben.id().to_string()]).await.settled().await;
    assert!(picked.text().contains("Ben"), "{}", picked.text());

    // An edit changes the thank-you, a deletion withdraws it.
    town.settle().await;
    kim.edit(&unnamed, "the picnic was wonderful");
    kim.delete(&reply);
    let to_ada = digest_of(&mut town, &ada).await;
    assert!(to_ada.contains("through the outage") && !to_ada.contains("all week"), "{to_ada}");
    assert_eq!(to_ada.matches("through the outage").count(), 1, "saved twice, counted once: {to_ada}");
    let to_ben = ben.dms().pop().unwrap().text();
    assert!(to_ben.contains("the picnic was wonderful"), "{to_ben}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn someone_elses_words_are_not_stored_until_they_say_yes() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada, help) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.help.clone());
    let said = kim.say(&help, &format!("{} found my photos, all of them", ada.mention()));
    let asked = lee.message_command(SAVE, &said).await.settled().await;
    assert!(asked.is_ephemeral() && asked.text().contains("Kim"), "{}", asked.text());
    let again = mia.message_command(SAVE, &said).await.settled().await;
    assert!(again.text().contains("already"), "{}", again.text());
    town.settle().await;
    let open = questions(&town);
    assert_eq!(open.len(), 1, "once a message");
    assert!(open[0].pinged().is_empty());
    let desk = town.desk(&ada).await;
    assert!(!desk.text().contains("photos"), "{}", desk.text());
    assert!(!desk.buttons().iter().any(|button| button.label == "Show me now"), "there is nothing to show");

    let other = lee.click(&open[0], "save").await.settled().await;
    assert!(other.is_ephemeral() && other.buttons().is_empty(), "only the author gets an answer to choose from");
    let mine = kim.click(&open[0], "save").await.settled().await;
    let receipt = kim.click(&mine, "without my name").await.settled().await;
    assert!(receipt.text().contains("a member"), "{}", receipt.text());
    town.settle().await;
    assert!(!open[0].exists(), "the question goes away when it was answered");
    let counts = lee.message_command(SAVE, &said).await.settled().await;
    assert!(counts.text().contains("counts already"), "{}", counts.text());
    let to_ada = digest_of(&mut town, &ada).await;
    assert!(to_ada.contains("found my photos"), "{to_ada}");
    assert!(!to_ada.contains("Kim"), "{to_ada}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_no_lasts_for_the_campaign_and_the_close_deletes_questions() {
    // Out of season a saved message belongs to the next campaign.
    let mut town = Town::set_up("2026-12-01 12:00 Europe/Berlin").await;
    let (kim, lee, mia, ada, help) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.help.clone());
    let first = kim.say(&help, &format!("{} is kind", ada.mention()));
    let second = kim.say(&help, &format!("{} is patient", ada.mention()));
    let third = kim.say(&help, &format!("{} is funny", ada.mention()));
    let of_mia = mia.say(&help, &format!("{} is brave", ada.mention()));
    for message in [&first, &second, &of_mia] {
        lee.message_command(SAVE, message).await.settled().await;
    }
    town.settle().await;
    assert_eq!(questions(&town).len(), 2, "one to each of them");
    let mine = kim.click(&questions(&town)[0], "save").await.settled().await;
    let no = kim.click(&mine, "No, thanks").await.settled().await;
    assert!(no.text().contains("Nothing was kept"), "{}", no.text());
    town.settle().await;
    assert_eq!(questions(&town).len(), 1, "the question to Kim went away, Mia's waits");
    let refused = lee.message_command(SAVE, &third).await.settled().await;
    assert!(refused.text().contains("doesn’t want to be asked"), "{}", refused.text());
    // Kim can still save it herself.
    let receipt = kim.message_command(SAVE, &third).await.settled().await;
    assert!(receipt.text().contains("Ada") && receipt.text().contains("2027"), "{}", receipt.text());
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    assert!(questions(&town).is_empty(), "at close the last one goes away");
    let digest = ada.dms().into_iter().map(|dm| dm.text()).collect::<Vec<_>>().join("\n");
    assert!(digest.contains("is funny") && !digest.contains("is kind") && !digest.contains("is brave"), "{digest}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picker_keeps_what_the_author_chose() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ben, help) = (town.kim.clone(), town.lee.clone(), town.ben.clone(), town.help.clone());
    let said = kim.say(&help, "what a week, thank you for the cake");
    lee.message_command(SAVE, &said).await.settled().await;
    town.settle().await;
    let mine = kim.click(&questions(&town)[0], "save").await.settled().await;
    let picker = kim.click(&mine, "private").await.settled().await;
    assert!(menu_values(&picker).is_empty(), "members are offered by Discord itself");
    let receipt = kim.select(&picker, "save-picked", &[&ben.id().to_string()]).await.settled().await;
    assert!(receipt.text().contains("private"), "{}", receipt.text());
    town.settle().await;
    assert!(questions(&town).is_empty());
    town.ends_well().await;
}
