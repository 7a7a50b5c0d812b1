//! What the operator reads when Discord closes, refuses or is not there.

use cmad::config::{Config, Env};
use cmad::observe::logs;
use discord_sim::{Entry, Event, Fault, FaultKind};
use serde_json::json;

use super::Lines;
use crate::town::Town;

fn is_registration(entry: &Entry) -> bool {
    matches!(entry.event, Event::CommandsRegistered { .. })
}

/// Everything from `info` on goes into the lines until the guard is dropped. The test must have one thread.
pub fn listen() -> (Lines, tracing::subscriber::DefaultGuard) {
    let lines = Lines::default();
    let mut log = Config::load(None, &Env::default()).unwrap().log;
    log.filter = "info".into();
    let subscriber = logs::subscriber(&log, lines.clone()).unwrap();
    (lines, tracing::subscriber::set_default(subscriber))
}

#[tokio::test(flavor = "current_thread")]
async fn a_close_that_repeats_stands_in_the_log_once_with_code_words_and_count() {
    let (lines, _until_the_end) = listen();
    let town = Town::at("2027-01-05 12:00 Europe/Berlin").await;
    for _ in 0..5 {
        town.sim().until_connected().await;
        town.sim().close_gateway(Some(4002));
    }
    town.sim().until_connected().await;
    let logged = lines.text();
    let warnings: Vec<&str> = logged.lines().filter(|line| line.contains("WARN") && line.contains("4002")).collect();
    let [warning] = warnings[..] else { panic!("{} warnings in:\n{logged}", warnings.len()) };
    assert!(warning.contains("Error while decoding payload.") && warning.contains("times=3"), "{warning}");
    town.ends_well().await;
}

#[tokio::test(flavor = "current_thread")]
async fn commands_that_discord_refuses_keep_nothing_back_and_are_tried_again() {
    const REGISTER: &str = "PUT /applications/*/commands";
    let (lines, _until_the_end) = listen();
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    town.stage.bot().store().forget("commands").await.unwrap();
    town.stage.stop().await.unwrap();
    let registered = |log: &[Entry]| log.iter().filter(|entry| is_registration(entry)).count();
    let before = registered(&town.sim().transcript());
    let body = json!({"code": 50_035, "message": "Invalid Form Body"});
    town.sim().fault(Fault::on(REGISTER, FaultKind::Answer { status: 400, body }).times(2));
    town.stage.set(crate::town::at("2027-01-11 10:00 Europe/Berlin"));
    town.stage.start().await.unwrap();
    town.settle().await;
    assert_eq!(town.posts().len(), 1, "the announcement is out");
    town.sim().until("the registration", |log| (registered(log) > before).then_some(())).await;
    let logged = lines.text();
    let warnings: Vec<&str> =
        logged.lines().filter(|line| line.contains("WARN") && line.contains("commands")).collect();
    let [warning] = warnings[..] else { panic!("{} warnings in:\n{logged}", warnings.len()) };
    assert!(warning.contains("status 400, code 50035"), "{warning}");
    town.ends_well().await;
}
