//! A quote as a picture: its manager has it to share, and only what its author made public becomes one.

use discord_sim::{FileSent, Interaction};

use crate::desk::{ShownJson as _, quote};
use crate::mail::DIGEST;
use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// Opens the quote on the desk of Ada that begins with these words.
async fn look(town: &Town, words: &str) -> Interaction {
    let desk = town.desk(&town.ada).await;
    let page = town.ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    let id = quote(&page, words);
    town.ada.select(&page, "Pick one to move or shorten", &[&id]).await.settled().await
}

fn pictures(answer: &Interaction) -> Vec<FileSent> {
    answer.message().unwrap().files()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_shares_a_public_quote_as_a_picture() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "public")]).await;
    town.thank(&lee, &ada, "You explained it twice.", &[("consent", "named")]).await;
    town.thank(&mia, &ada, "Only for you.", &[("consent", "private")]).await;
    town.advance_to(DIGEST).await;

    // Kim's words are public: Ada alone gets a square with all of them.
    let everything = town.posts().len();
    let one = look(&town, "You stayed").await;
    let given = ada.click(&one, "As a picture").await.settled().await;
    assert!(given.is_ephemeral() && given.text().contains("to share where you like"), "{}", given.text());
    let [picture] = &pictures(&given)[..] else { panic!("one picture: {:?}", given.text()) };
    assert_eq!(picture.name, "cmad-2027-quote.png");
    let info = png::Decoder::new(std::io::Cursor::new(&picture.bytes)).read_info().unwrap().info().clone();
    assert_eq!((info.width, info.height), (1200, 1200));
    assert_eq!(town.posts().len(), everything, "it is posted nowhere");

    // The others are not: their authors said so.
    for words in ["You explained", "Only for you"] {
        let one = look(&town, words).await;
        let json = one.shown_json().to_string();
        let button = json.split("As a picture").next().unwrap().rsplit("custom_id").next().unwrap();
        assert!(button.contains("\"disabled\":true"), "{words}: {button}");
    }

    // Kim changes their mind, and is erased: the message that Ada has open gives no picture any more.
    town.erase(&kim).await;
    let late = ada.click(&one, "As a picture").await.settled().await;
    assert!(pictures(&late).is_empty() && late.text().contains("Only a public quote"), "{}", late.text());
    town.ends_well().await;
}
