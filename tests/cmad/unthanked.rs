//! No one is forgotten: two hours before the last call the admins learn, privately, who has no words yet.

use discord_sim::{Interaction, Member, MessageHandle, Opt, ResponseKind};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const BEFORE: &str = "2027-01-25 15:00 Europe/Berlin";

/// The notes about who has no words that an admin got.
fn notes(olga: &Member) -> Vec<MessageHandle> {
    olga.dms().into_iter().filter(|dm| dm.text().contains("No words yet")).collect()
}

async fn steps(town: &Town, options: &[(&str, Opt)]) -> String {
    town.olga.slash(&town.cmad, "campaign steps", options).await.settled().await.text()
}

/// The form behind **Say thank you**, filled in and sent.
async fn says(who: &Member, note: &MessageHandle, words: &str) -> Interaction {
    let form = who.click(note, "Say thank you").await;
    assert_eq!(form.kind(), ResponseKind::Modal);
    form.submit(&[("words", words.into())]).await.settled().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_learns_who_has_no_words_yet_and_writes_the_first_ones() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, olga) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.olga.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "private")]).await;
    town.advance_to_just_before(BEFORE).await;
    assert!(notes(&olga).is_empty());
    town.advance_to(BEFORE).await;
    let note = notes(&olga).pop().expect("the note");
    assert!(note.text().contains("**Ben**") && !note.text().contains("Ada"), "{}", note.text());
    let names_only = note.text().replace(&ben.mention(), "");
    assert!(!names_only.contains(|c: char| c.is_ascii_digit()), "names, and no numbers: {names_only}");

    // In the private conversation the form has no choice of members: it is for Ben.
    let receipt = says(&olga, &note, "You kept us safe all year.").await;
    assert!(receipt.text().contains("Ben"), "{}", receipt.text());
    town.settle().await;
    let said = town.posts().pop().unwrap().text();
    assert!(said.contains("You kept us safe all year.") && said.contains("Olga"), "{said}");
    // What is refused can be tried again, in the same form.
    let refused = says(&olga, &note, "You kept us safe all year.").await;
    let form = olga.click(&refused, "Try again").await;
    let receipt = form.submit(&[("words", "And thank you for the walk.".into())]).await.settled().await;
    assert!(receipt.text().contains("Ben") && !receipt.text().contains("Try again"), "{}", receipt.text());
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ben.dms().pop().unwrap().text();
    assert!(digest.contains("You kept us safe all year") && digest.contains("for the walk"), "{digest}");
    assert_eq!(notes(&olga).len(), 1, "once");

    // A member who has left the server meanwhile cannot write to anyone there.
    let form = olga.click(&note, "Say thank you").await;
    olga.leave();
    let refused = form.submit(&[("words", "Words from elsewhere.".into())]).await.settled().await;
    assert!(refused.text().contains("no longer a member of that server"), "{}", refused.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_admins_channel_it_opens_the_usual_form() {
    let mut town = Town::set_up(OPEN).await;
    let olga = town.olga.clone();
    let admins = town.closed_channel("admins", &[&olga]);
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", "Europe/Berlin".into()),
        ("admin_channel", Opt::Channel(admins.id())),
    ];
    olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    town.advance_to(BEFORE).await;
    let note = admins.messages().pop().expect("the note");
    assert!(note.text().contains("**Ada**") && note.text().contains("**Ben**"), "{}", note.text());
    let hers = format!("thank-in:{}:{}", town.server.id(), town.ada.id());
    let form = olga.click(&note, &hers).await;
    assert!(form.json().to_string().contains(&town.ada.id().to_string()), "she is chosen: {}", form.json());
    let fields = [("manager", discord_sim::FieldValue::Ids(vec![town.ada.id()])), ("words", "You are kind.".into())];
    let receipt = form.submit(&fields).await.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    town.settle().await;
    assert!(town.posts().pop().unwrap().text().contains("You are kind."), "not in the admins' channel");
    // One who erases herself is no longer named there; where no one is left, there is no note.
    town.erase(&town.ada.clone()).await;
    let note =
        admins.messages().into_iter().find(|note| note.exists() && note.text().contains("No words yet")).unwrap();
    assert!(!note.text().contains("Ada") && note.text().contains("**Ben**"), "{}", note.text());
    town.advance_to("2027-01-25 15:30 Europe/Berlin").await;
    town.erase(&town.ben.clone()).await;
    assert!(!admins.messages().iter().any(|note| note.exists() && note.text().contains("No words yet")));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_is_no_note_where_everyone_has_words_or_it_is_off() {
    for reason in ["words", "empty", "off"] {
        let mut town = Town::set_up(OPEN).await;
        let (kim, ada, ben, olga) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.olga.clone());
        match reason {
            "words" => {
                town.thank(&kim, &ada, "You stayed until it worked.", &[]).await;
                town.thank(&kim, &ben, "You stayed until it worked, too.", &[]).await;
            }
            "empty" => {
                for one in [&ada, &ben] {
                    olga.slash(&town.cmad, "roster remove", &[("member", Opt::User(one.id()))]).await.settled().await;
                }
            }
            _ => {
                let said = steps(&town, &[("step", "unthanked".into()), ("on", Opt::Bool(false))]).await;
                assert!(said.contains("**No words yet** is off"), "{said}");
            }
        }
        town.advance_to("2027-01-25 18:00 Europe/Berlin").await;
        assert!(notes(&olga).is_empty(), "{reason}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_follows_the_last_call_and_is_skipped_once_that_is_due() {
    let mut town = Town::set_up(OPEN).await;
    let olga = town.olga.clone();
    steps(&town, &[("step", "last-call".into()), ("time", "14:00".into())]).await;
    let plan = steps(&town, &[]).await;
    assert!(plan.contains("**No words yet**: 25 January, 12:00"), "{plan}");
    town.advance_to_just_before("2027-01-25 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.stage.set(crate::town::at("2027-01-25 14:00 Europe/Berlin"));
    town.stage.start().await.unwrap();
    town.settle().await;
    let told: Vec<String> = olga.dms().iter().map(MessageHandle::text).collect();
    assert!(!told.iter().any(|text| text.contains("**Ben**")), "{told:#?}");
    assert!(told.iter().any(|text| text.contains("Skipped: the note about who has no words yet")), "{told:#?}");
    town.ends_well().await;
}
