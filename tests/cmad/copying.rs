//! Copies for a boss: the manager's choice (ask, always, never), and a colleague's suggestion.

use discord_sim::{MessageHandle, Opt};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const DIGEST: &str = "2027-01-26 09:00 Europe/Berlin";
const NEXT_DAY: &str = "2027-01-27 09:05 Europe/Berlin";

/// A town in which Ada has been thanked, has Rosa as boss, and made this choice about copies.
async fn town_with(choice: &str) -> Town {
    let mut town = Town::set_up(OPEN).await;
    let (kim, mia, ada, rosa) = (town.kim.clone(), town.mia.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "named")]).await;
    town.thank(&mia, &ada, "You explained it to me twice.", &[("consent", "named")]).await;
    town.thank(&kim, &ada, "And one for you alone.", &[("consent", "private")]).await;
    let options = [("member", Opt::User(rosa.id())), ("copy", Opt::Str(choice.into()))];
    let answer = ada.slash(&town.help, "cmad boss set", &options).await.settled().await;
    assert!(answer.text().contains("Rosa") && answer.text().contains(choice), "{}", answer.text());
    town
}

async fn digest(town: &mut Town) -> MessageHandle {
    town.advance_to(DIGEST).await;
    town.ada.dms().pop().unwrap()
}

fn labels(message: &MessageHandle) -> String {
    message.json().to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn always_sends_a_day_after_the_digest_and_once() {
    let mut town = town_with("always").await;
    let digest = digest(&mut town).await;
    assert!(digest.text().contains("24 hours") && labels(&digest).contains("desk-wait"), "{}", digest.text());
    let desk = town.desk(&town.ada).await;
    assert!(desk.text().contains("because you chose"), "{}", desk.text());
    town.advance_to_just_before("2027-01-27 09:00 Europe/Berlin").await;
    assert!(town.rosa.dms().is_empty(), "a day is left to think");
    town.advance_to(NEXT_DAY).await;
    let copy = town.rosa.dms().pop().expect("the copy went by itself");
    assert!(copy.text().contains("until it worked") && !copy.text().contains("for you alone"), "{}", copy.text());
    let late = town.ada.click(&digest, "Don’t send yet").await.settled().await;
    assert!(late.text().contains("can no longer be stopped"), "{}", late.text());

    // What changes afterwards is an update for Ada, and is not copied by itself.
    let (lee, ada) = (town.lee.clone(), town.ada.clone());
    town.thank(&lee, &ada, "Late, but meant.", &[("consent", "named")]).await;
    town.advance_to("2027-02-04 12:00 Europe/Berlin").await;
    assert!(ada.dms().pop().unwrap().text().contains("Late, but meant."));
    assert_eq!(town.rosa.dms().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wait_stops_the_copy_and_the_manager_can_still_send_it() {
    let mut town = town_with("always").await;
    let digest = digest(&mut town).await;
    let waited = town.ada.click(&digest, "Don’t send yet").await.settled().await;
    assert!(waited.text().contains("Stopped"), "{}", waited.text());
    let again = town.ada.click(&digest, "Don’t send yet").await.settled().await;
    assert!(again.text().contains("No copy is waiting"), "{}", again.text());
    town.advance_to("2027-01-28 12:00 Europe/Berlin").await;
    assert!(town.rosa.dms().is_empty());
    let desk = town.desk(&town.ada).await;
    assert!(desk.text().contains("No copy was sent"), "{}", desk.text());
    let preview = town.ada.click(&desk, "Copy my boss").await.settled().await;
    preview.click("Yes, send it").await;
    town.settle().await;
    assert_eq!(town.rosa.dms().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_the_manager_sends_early_is_not_sent_again() {
    let mut town = town_with("always").await;
    digest(&mut town).await;
    let desk = town.desk(&town.ada).await;
    let preview = town.ada.click(&desk, "Copy my boss").await.settled().await;
    preview.click("Yes, send it").await;
    town.settle().await;
    assert_eq!(town.rosa.dms().len(), 1);
    town.advance_to("2027-01-28 12:00 Europe/Berlin").await;
    assert_eq!(town.rosa.dms().len(), 1, "the copy that waited is the one that was sent");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_not_sent_after_the_manager_changes_their_mind() {
    // Keeping the digest, clearing the boss and another choice each stop the copy.
    for turn in ["keep", "clear", "ask"] {
        let mut town = town_with("always").await;
        let digest = digest(&mut town).await;
        match turn {
            "keep" => town.ada.click(&digest, "Keep it to myself").await,
            "clear" => town.ada.slash(&town.help, "cmad boss clear", &[]).await,
            _ => town.ada.slash(&town.help, "cmad boss set", &[("copy", "ask".into())]).await,
        };
        town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
        assert!(town.rosa.dms().is_empty(), "{turn}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ask_and_never_send_nothing_by_themselves() {
    for (choice, offered) in [("ask", true), ("never", false)] {
        let mut town = town_with(choice).await;
        let digest = digest(&mut town).await;
        assert_eq!(labels(&digest).contains("desk-copy"), offered, "{choice}");
        let desk = town.desk(&town.ada).await;
        assert_eq!(desk.json().to_string().contains("desk-copy"), offered, "{choice}");
        town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
        assert!(town.rosa.dms().is_empty(), "{choice}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn always_needs_acceptance_a_boss_and_words() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ben, ada, rosa) = (town.kim.clone(), town.ben.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ben, "You kept us safe.", &[]).await;
    let always = [("member", Opt::User(rosa.id())), ("copy", Opt::Str("always".into()))];
    // Ben has not accepted; Ada has no thank-you.
    ben.slash(&town.help, "cmad boss set", &always).await.settled().await;
    ada.slash(&town.help, "cmad boss set", &always).await.settled().await;
    let nothing = kim.slash(&town.help, "cmad boss set", &[("copy", "always".into())]).await.settled().await;
    assert!(nothing.text().contains("not on this server’s roster"), "{}", nothing.text());
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert!(rosa.dms().is_empty());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_colleague_can_tell_the_boss_or_suggest_it() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone());
    let colleague = ("relation", "colleague");
    let plain = town.thank(&mia, &ada, "As a customer.", &[("relation", "customer")]).await;
    assert!(!plain.json().to_string().contains("copy-theirs"));
    let receipt = town.thank(&kim, &ada, "You ```read``` every ticket.", &[colleague, ("consent", "named")]).await;
    let text = kim.click(&receipt, "Copy their boss").await.settled().await;
    assert!(text.is_ephemeral(), "only Kim sees it");
    for part in ["thanked Ada", "every ticket", "— Kim", "25 January 2027"] {
        assert!(text.text().contains(part), "{part}: {}", text.text());
    }
    assert_eq!(text.text().matches("```").count(), 2, "the words do not end their block: {}", text.text());
    let suggested = kim.click(&text, "Suggest it to them").await.settled().await;
    assert!(suggested.text().contains("waiting on the desk"), "{}", suggested.text());
    // No text has private words, or the name of an unnamed giver.
    let private = town.thank(&kim, &ada, "Between us.", &[colleague, ("consent", "private")]).await;
    let text = kim.click(&private, "Copy their boss").await.settled().await;
    assert!(text.text().contains("thanked Ada") && !text.text().contains("Between us"), "{}", text.text());
    let unnamed = town.thank(&lee, &ada, "Quietly.", &[colleague, ("consent", "unnamed")]).await;
    let text = lee.click(&unnamed, "Copy their boss").await.settled().await;
    lee.click(&text, "Suggest it to them").await.settled().await;
    assert!(town.rosa.dms().is_empty());

    town.advance_to(DIGEST).await;
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("**Kim**, ") || desk.text().contains("Kim"), "{}", desk.text());
    assert!(
        desk.text().contains("suggest showing this to your boss") && !desk.text().contains("Lee"),
        "{}",
        desk.text()
    );
    let after = ada.click(&desk, "Dismiss").await.settled().await;
    assert!(!after.text().contains("showing this to your boss"), "{}", after.text());
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert!(town.rosa.dms().is_empty(), "a suggestion sends nothing");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_is_told_that_a_copy_to_a_member_did_not_arrive() {
    let mut town = town_with("ask").await;
    let digest = digest(&mut town).await;
    let (ada, rosa, help) = (town.ada.clone(), town.rosa.clone(), town.help.clone());
    rosa.set_dms_closed(true);
    let preview = ada.click(&digest, "Copy my boss").await.settled().await;
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.settle().await;
    let told = ada.dms().pop().unwrap();
    assert!(
        told.text().contains("didn’t arrive") && told.text().contains("may have turned those off"),
        "{}",
        told.text()
    );
    assert!(rosa.dms().is_empty());
    assert!(town.olga.dms().iter().all(|dm| !dm.text().contains("boss")), "it is no admin's affair");

    // A boss who has left the server is refused.
    town.lee.leave();
    let stranger = [("member", Opt::User(town.lee.id()))];
    let refused = ada.slash(&help, "cmad boss set", &stranger).await.settled().await;
    assert!(refused.text().contains("isn’t a member of this server"), "{}", refused.text());
    town.ends_well().await;
}
