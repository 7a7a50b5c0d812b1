//! What a troll wrote goes to no boss unseen: where copies go by themselves, such words wait for their manager's look.

use discord_sim::{Interaction, Member, MessageHandle, NewMember, Opt};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const DIGEST: &str = "2027-01-26 09:00 Europe/Berlin";
const COPIED: &str = "2027-01-27 09:05 Europe/Berlin";

/// Ada has Rosa as boss and lets copies go by themselves; two people said kind words, and some did not.
async fn town_with(hostile: &[(&Who, &str)]) -> Town {
    let mut town = Town::set_up(OPEN).await;
    let (kim, mia, ada) = (town.kim.clone(), town.mia.clone(), town.ada.clone());
    let options = [("member", Opt::User(town.rosa.id())), ("copy", "always".into())];
    ada.slash(&town.help, "cmad boss set", &options).await.settled().await;
    town.thank(&kim, &ada, "You stayed until it worked <3", &[("consent", "named")]).await;
    town.thank(&mia, &ada, &format!("You told {} and me why.", town.ben.mention()), &[("consent", "named")]).await;
    for (who, words) in hostile {
        let who = who(&town);
        town.thank(&who, &ada, words, &[("consent", "named")]).await;
    }
    town
}

type Who = dyn Fn(&Town) -> Member;

fn lee(town: &Town) -> Member {
    town.lee.clone()
}

/// Everything that a message shows and its files hold.
fn all_of(message: &MessageHandle) -> String {
    let files =
        message.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect::<String>();
    message.text() + &files
}

async fn looks(ada: &Member, desk: &Interaction) -> Interaction {
    ada.click(desk, "Look at it").await.settled().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_in_someones_words_waits_until_their_manager_has_looked() {
    let words = "Thanks, Ada! Claim your prize at https://prize.example/now";
    let mut town = town_with(&[(&lee, words)]).await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    town.advance_to(DIGEST).await;
    let digest = ada.dms().pop().unwrap();
    assert!(digest.text().contains("One message waits for your look"), "{}", digest.text());
    assert!(digest.text().contains("prize") && digest.text().contains("waits for your look"), "she reads all of it");

    // The copy goes with the rest, and counts the one that waits.
    town.advance_to(COPIED).await;
    let copy = rosa.dms().pop().expect("the copy went by itself");
    assert!(copy.text().contains("until it worked") && copy.text().contains("@Ben and me why"), "{}", copy.text());
    assert!(!all_of(&copy).contains("prize"), "{}", all_of(&copy));
    assert!(copy.text().contains("3 people thanked Ada"), "{}", copy.text());
    assert!(copy.text().contains("One more message is counted"), "{}", copy.text());

    // Her desk says which one waits. She looks, and lets it go: the next copy has it, as text without a link.
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("One message waits for your look"), "{}", desk.text());
    assert!(desk.text().contains("Claim your prize") && desk.text().contains("**Lee**"), "{}", desk.text());
    let page = looks(&ada, &desk).await;
    assert!(page.text().contains("It waits for your look"), "{}", page.text());
    let page = ada.click(&page, "Let it go along").await.settled().await;
    assert!(!page.text().contains("waits for your look"), "{}", page.text());
    let desk = ada.click(&page, "Back to my desk").await.settled().await;
    assert!(!desk.text().contains("waits for your look") && desk.text().contains("has changed"), "{}", desk.text());
    let preview = ada.click(&desk, "Send my boss the update").await.settled().await;
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.settle().await;
    let copy = rosa.dms().pop().unwrap();
    assert!(copy.text().contains("Claim your prize at https\\://prize.example/now"), "{}", copy.text());
    for file in copy.files() {
        let page = String::from_utf8_lossy(&file.bytes);
        assert!(!page.contains("href=\"https://prize"), "{page}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_changed_after_the_look_waits_again() {
    let mut town = town_with(&[]).await;
    let (lee, ada, rosa) = (town.lee.clone(), town.ada.clone(), town.rosa.clone());
    let said = lee.say(&town.help, &format!("#CMAD {} you are the best, see lee.example", ada.mention()));
    town.settle().await;
    lee.slash(&town.help, "cmad mine", &[]).await.settled().await;
    allow(&mut town, &lee).await;
    town.advance_to(DIGEST).await;
    let page = looks(&ada, &town.desk(&ada).await).await;
    // He changes it while she looks: what she lets go is what she saw, or nothing.
    lee.edit(&said, &format!("#CMAD {} you are the worst, see lee.example", ada.mention()));
    town.settle().await;
    let page = ada.click(&page, "Let it go along").await.settled().await;
    assert!(page.text().contains("the worst") && page.text().contains("It waits for your look"), "{}", page.text());
    ada.click(&page, "Let it go along").await.settled().await;
    assert!(!town.desk(&ada).await.text().contains("waits for your look"));
    lee.edit(&said, &format!("#CMAD {} you are worse, see lee.example", ada.mention()));
    town.settle().await;
    assert!(town.desk(&ada).await.text().contains("One message waits for your look"));
    town.advance_to(COPIED).await;
    let copy = rosa.dms().pop().expect("the copy went by itself");
    assert!(!all_of(&copy).contains("lee.example"), "{}", all_of(&copy));
    town.ends_well().await;
}

/// He answers the question about his message: with my name.
async fn allow(town: &mut Town, who: &Member) {
    let question = town.help.messages().pop().expect("the question under his message");
    let choices = who.click(&question, "Decide").await.settled().await;
    who.click(&choices, "found-consent:named").await.settled().await;
    town.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_to_everyone_markup_walls_and_names_of_that_kind_wait_too() {
    let wall = "thankyou".repeat(12);
    let spammer = |town: &Town| {
        let options = NewMember { joined_ms: Some(1_500_000_000_000), ..NewMember::default() };
        town.server.member_with("buy at shop.example", options)
    };
    let of_town = |town: &Town| town.lee.clone();
    let hostile: [(&Who, &str); 4] = [
        (&of_town, "@everyone come and see what she did for us"),
        (&of_town, "<b>Thank you</b> for everything you did"),
        (&of_town, &wall),
        (&spammer, "Kind words, and a name that is none."),
    ];
    let mut town = town_with(&hostile).await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    town.advance_to(DIGEST).await;
    let desk = town.desk(&ada).await;
    assert!(
        desk.text().contains("4 messages wait for your look") && desk.text().contains("one more"),
        "{}",
        desk.text()
    );

    // She looks at one after another: lets one go, and hides one for good.
    let page = looks(&ada, &desk).await;
    let page = ada.click(&page, "Let it go along").await.settled().await;
    assert!(page.text().contains("It waits for your look"), "the next one: {}", page.text());
    let page = ada.click(&page, "Hide it from my boss").await.settled().await;
    let desk = ada.click(&page, "Back to my desk").await.settled().await;
    assert!(desk.text().contains("2 messages wait for your look"), "{}", desk.text());
    town.advance_to(COPIED).await;
    let copy = rosa.dms().pop().expect("the copy went by itself");
    let hostile = ["come and see what", "for everything you did", &wall, "a name that is none"];
    let gone = hostile.iter().filter(|words| copy.text().contains(**words)).count();
    assert_eq!(gone, 1, "the one that she let go: {}", copy.text());

    // A manager who sends copies herself sees what goes, and nothing waits.
    ada.slash(&town.help, "cmad boss set", &[("copy", "ask".into())]).await.settled().await;
    assert!(!town.desk(&ada).await.text().contains("waits for your look"));
    town.ends_well().await;
}
