//! What lies between the days: settings that change in mid-campaign, refusals, late answers, and words that must not
//! stay where they are not allowed.

use chrono::TimeDelta;
use cmad::sim::{Fault, FaultKind, Member, MessageHandle, Opt, permission};
use sqlx::Connection as _;

use crate::town::{PERMISSIONS, Town, at, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

fn texts(of: &Member) -> Vec<String> {
    of.dms().iter().map(MessageHandle::text).collect()
}

async fn later(town: &mut Town, minutes: i64) {
    let then = town.stage.now() + TimeDelta::minutes(minutes);
    town.stage.advance_to(then).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_makes_nobody_wait_for_a_first_answer() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let url = format!("sqlite://{}", town.database().display());
    let mut other = sqlx::SqliteConnection::connect(&url).await.unwrap();
    sqlx::query("begin exclusive").execute(&mut other).await.unwrap();
    let form = kim.user_command(&help, "Thank for #CMAD", &ada).await;
    assert!(form.text().contains("Say thank you"), "a form opens at once: {}", form.text());
    let options = [("manager", Opt::User(ada.id())), ("message", "Through a lock.".into())];
    // The simulator fails the test when no answer comes within three seconds.
    let answer = kim.slash(&help, "thank", &options).await;
    assert!(!answer.text().contains("Ada"), "nothing can be kept yet: {}", answer.text());
    sqlx::query("rollback").execute(&mut other).await.unwrap();
    let receipt = answer.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    town.ends_well().await;
}
