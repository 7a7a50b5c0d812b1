//! Admins look after what is said, and who can be thanked; and the sheet that asks whether one needs a community manager.

use cmad::sim::{AnswerKind, Id, Member, Opt};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_scorecard_adds_up_and_has_no_verdict() {
    // Nothing is set up, and nothing has to be.
    let town = Town::at(OPEN).await;
    let sheet = town.kim.slash(&town.help, "cmad scorecard", &[]).await.settled().await;
    assert!(sheet.is_ephemeral() && sheet.text().contains("Sum: 0"), "{}", sheet.text());
    let sheet = town.kim.select(&sheet, "scorecard:pro", &["questions", "asked-for", "online-product"]).await;
    let sheet = town.kim.select(&sheet.settled().await, "scorecard:contra", &["stealth", "unprepared"]).await;
    let sheet = sheet.settled().await;
    for says in ["Sum: 0", "Customers ask for", "stealth mode", "not prepared", "no number"] {
        assert!(sheet.text().contains(says), "{says}: {}", sheet.text());
    }
    // Each menu shows what was ticked in it, and each side can be cleared again.
    let ticked = sheet.json().to_string().matches("\"default\":true").count();
    assert_eq!(ticked, 5, "{}", sheet.json());
    let sheet = town.kim.select(&sheet, "scorecard:contra", &[]).await.settled().await;
    assert!(sheet.text().contains("Sum: +3") && !sheet.text().contains("stealth mode"), "{}", sheet.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nomination_is_read_and_answered() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.olga.clone(), town.help.clone());
    // Kim thanks Lee, who is not on the roster, and nominates them from there.
    let refusal = town.thank(&kim, &lee, "Lee, you are the kindest.", &[]).await;
    let form = kim.click(&refusal, "Nominate them").await;
    assert_eq!(form.kind(), AnswerKind::Form, "{}", form.json());
    let done = form.submit(&[("reason", "Lee welcomes *everybody*.".into())]).await.settled().await;
    assert!(done.text().contains("Lee") && done.text().contains("nominated"), "{}", done.text());
    let reason = [("member", Opt::User(lee.id())), ("reason", "Lee stays up for us.".into())];
    mia.slash(&help, "nominate", &reason).await.settled().await;
    town.settle().await;
    // There is no admins' channel, so it reaches whoever set the server up, each in a message of its own.
    let notes: Vec<_> = olga.dms().into_iter().filter(|note| note.text().contains("nominated")).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes[0].text().contains("Lee welcomes \\*everybody\\*"), "{}", notes[0].text());
    let list = olga.slash(&help, "roster nominations", &[]).await.settled().await;
    assert!(list.is_ephemeral() && list.text().contains("2 nominations"), "{}", list.text());
    let accepted = olga.click(&notes[0], "Put them on the roster").await.settled().await;
    assert!(accepted.text().contains("on the roster"), "{}", accepted.text());
    town.settle().await;
    // One yes answers both; Lee is asked, and everybody who nominated them is told.
    assert!(lee.dms().pop().unwrap().text().contains("Northwind"));
    for nominator in [&kim, &mia] {
        let told = nominator.dms().pop().unwrap();
        assert!(told.text().contains("Thank you for nominating **Lee**"), "{}", told.text());
        let mine = nominator.click(&told, "What became of it").await.settled().await;
        assert!(mine.text().contains("on the roster"), "{}", mine.text());
    }
    let again = olga.click(&notes[1], "Put them on the roster").await.settled().await;
    assert!(again.text().contains("answered already"), "{}", again.text());
    let receipt = town.thank(&kim, &lee, "Lee, you are the kindest.", &[]).await;
    assert!(receipt.text().contains("will read this"), "{}", receipt.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nomination_is_declined_kindly_or_not_taken() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, rosa, ada, ben, olga, help) = (
        town.kim.clone(),
        town.lee.clone(),
        town.mia.clone(),
        town.rosa.clone(),
        town.ada.clone(),
        town.ben.clone(),
        town.olga.clone(),
        town.help.clone(),
    );
    let nominate = async |who: &Member, whom: Id, says: &str| {
        let options = [("member", Opt::User(whom)), ("reason", "They help.".into())];
        let answer = who.slash(&help, "nominate", &options).await.settled().await;
        assert!(answer.text().contains(says), "{says}: {}", answer.text());
    };
    let invitation = ben.dms().pop().unwrap();
    ben.click(&invitation, "decline").await.settled().await;
    nominate(&kim, town.sim().bot_id(), "Only people").await;
    nominate(&kim, ada.id(), "already").await;
    nominate(&kim, ben.id(), "asked to be left out").await;
    for whom in [&lee, &mia, &rosa] {
        nominate(&kim, whom.id(), "is nominated").await;
    }
    nominate(&kim, lee.id(), "before").await;
    nominate(&kim, olga.id(), "3 nominations").await;
    town.settle().await;
    let list = olga.slash(&help, "roster nominations", &[]).await.settled().await;
    let id = list.buttons().into_iter().find(|button| button.label == "Decline").unwrap().custom_id.unwrap();
    let form = olga.click(&list, &id).await;
    form.submit(&[("answer", "Lee asked us to wait a year.".into())]).await.settled().await;
    town.settle().await;
    let told = kim.dms().pop().unwrap().text();
    assert!(told.contains("decided not") && told.contains("wait a year"), "{told}");
    assert!(lee.dms().is_empty(), "nobody else hears of it");
    // What was declined is not asked again; but a place is free for another.
    nominate(&kim, lee.id(), "before").await;
    nominate(&kim, olga.id(), "is nominated").await;
    town.settle().await;
    // Only admins answer, whoever gets hold of a button.
    assert!(kim.slash(&help, "roster nominations", &[]).await.is_hidden());
    town.ends_well().await;
}
