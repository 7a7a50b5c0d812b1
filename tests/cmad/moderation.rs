//! Admins look after what is said, and who can be thanked; and the sheet that asks whether one needs a community manager.

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
