//! A whole campaign, step by step.

use crate::databases::{On, postgres_besides};
use crate::town::{Town, menu_values};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_invitation_to_the_digest() {
    tell(On::usual(), async |_| {}).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_invitation_to_the_digest_on_postgres() {
    if let Some(on) = postgres_besides() {
        tell(on, async |_| {}).await;
    }
}

/// The whole campaign. `before` happens before each of its steps, while the bot runs.
pub async fn tell(on: On, before: impl AsyncFn(&Town)) {
    let mut town = Town::set_up_on(on, "2026-12-20 12:00 Europe/Berlin").await;
    before(&town).await;
    town.advance_to("2026-12-28 10:00 Europe/Berlin").await;
    let note =
        town.olga.dms().pop().expect("without an admin channel the roster check goes to the admin who ran setup");
    assert!(note.text().contains("roster"), "{}", note.text());
    assert!(town.posts().is_empty());

    before(&town).await;
    town.advance_to("2027-01-11 10:00 Europe/Berlin").await;
    let announce = town.posts().pop().expect("announced");
    assert!(announce.text().contains("25 January 2027"), "{}", announce.text());
    assert!(announce.pinged().is_empty());

    let (kim, lee, mia, ada, ben, rosa) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.ben.clone(), town.rosa.clone());
    let receipt = town.thank(&kim, &ada, "You answered me at midnight, and it worked.", &[]).await;
    assert!(receipt.is_ephemeral() && receipt.text().contains("Ada"), "{}", receipt.text());
    assert!(town.posts().pop().unwrap().text().contains("answered me at midnight"));

    before(&town).await;
    let message = lee.say(&town.help, &format!("{} thank you for the docs! #CMAD", ada.mention()));
    town.settle().await;
    message.until_reaction("💚").await;
    town.thank(&mia, &ada, "Only for you.", &[("consent", "private")]).await;
    town.thank(&mia, &ada, "You explained it twice.", &[("consent", "named")]).await;
    town.thank(&mia, &ben, "You kept us safe.", &[("consent", "unnamed"), ("for", "kept-us-safe")]).await;

    before(&town).await;
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    assert!(town.posts().pop().unwrap().text().contains("Monday, 25 January 2027"));
    before(&town).await;
    town.advance_to("2027-01-25 18:00 Europe/Berlin").await;
    let breathe = ada.dms().pop().unwrap();
    assert!(breathe.text().contains("breathe") && breathe.text().contains('3'), "{}", breathe.text());
    assert!(
        ben.dms().iter().all(|dm| !dm.text().contains("family")),
        "Ben has not accepted: {:?}",
        ben.dms().iter().map(|dm| dm.text()).collect::<Vec<_>>()
    );

    before(&town).await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap();
    for words in ["answered me at midnight", "thank you for the docs", "Only for you."] {
        assert!(digest.text().contains(words), "{}", digest.text());
    }
    let names: Vec<String> = digest.files().iter().map(|file| file.name.clone()).collect();
    assert_eq!(names, ["cmad-2027.pdf", "cmad-2027.png", "cmad-2027.html", "cmad-2027.txt"]);
    assert!(ben.dms().pop().unwrap().text().contains("kept us safe"));
    let recap = town.posts().pop().unwrap();
    assert!(recap.text().contains("Ada") || recap.text().contains(&ada.mention()), "{}", recap.text());

    before(&town).await;
    // Ada names her boss, looks at what she would get, and sends it.
    ada.slash(&town.help, "cmad boss set", &[("member", discord_sim::Opt::User(rosa.id()))]).await.settled().await;
    assert!(rosa.dms().is_empty(), "a boss is told nothing before the manager sends something");
    let preview = ada.click(&digest, "Copy my boss").await.settled().await;
    assert!(preview.text().contains("answered me at midnight") && !preview.text().contains("Only for you."));
    assert!(rosa.dms().is_empty());
    preview.click("Yes, send it").await.settled().await;
    town.settle().await;
    let copy = rosa.dms().pop().expect("the copy arrived");
    assert!(copy.text().contains("answered me at midnight"), "{}", copy.text());
    for words in ["Only for you.", "thank you for the docs"] {
        assert!(!copy.text().contains(words), "{}", copy.text());
        for file in copy.files() {
            assert!(!String::from_utf8_lossy(&file.bytes).contains(words), "{} in {}", words, file.name);
        }
    }

    // Lee allows it after all: the digest is sent once more at close, marked as an update.
    let mine = lee.slash(&town.help, "cmad mine", &[]).await.settled().await;
    let picked = lee.select(&mine, "mine", &[&menu_values(&mine)[0]]).await.settled().await;
    lee.click(&picked, "with my name").await.settled().await;
    before(&town).await;
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    let update = ada.dms().pop().unwrap();
    assert!(update.text().to_lowercase().contains("update"), "{}", update.text());

    let posts = town.posts().len();
    assert_eq!(posts, 7, "six posts of the campaign and Kim's words");
    town.ends_well().await;
}
