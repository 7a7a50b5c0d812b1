//! `/readyz` answers in time whatever the database does, and is not ready while Discord refuses the token.

use std::time::Duration;

use discord_sim::{Fault, FaultKind};

use super::disk::until;
use super::{DUE, Lock, OPEN, day_posts, ready, town_that_waits};
use crate::databases::On;
use crate::town::at;

/// Longer than a busy machine needs, and half as long as the bot waits for a lock here.
const IN_TIME: Duration = Duration::from_secs(300);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readiness_is_known_long_before_a_locked_database_is() {
    for on in [On::Sqlite, On::Postgres] {
        let town = town_that_waits(on, OPEN, 600_000).await;
        assert_eq!(ready(&town).await, (200, "ready\n".into()));
        let lock = Lock::take(&town.database).await;
        // What was found a moment ago is not asked for again at once.
        town.stage.set(at(OPEN) + chrono::TimeDelta::seconds(30));
        let answers = async { (ready(&town).await, ready(&town).await) };
        let (first, second) = tokio::time::timeout(IN_TIME, answers).await.expect("it does not wait for the database");
        assert_eq!((first.0, second.0), (503, 503), "{on:?}");
        // On a busy machine it takes longer than an answer may until it is known that the database still reads. The first
        // check is still under way then, and is not begun again.
        until(async || ready(&town).await == (503, "database locked\n".into())).await;
        lock.release().await;
        until(async || ready(&town).await == (200, "ready\n".into())).await;
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_discord_refuses_is_not_ready_although_the_socket_stands() {
    let mut town = town_that_waits(On::usual(), OPEN, 20_000).await;
    town.advance_to_just_before(DUE).await;
    let before = day_posts(&town);
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::Status(401)).times(1000));
    town.sim().fault(Fault::on("GET /users/@me", FaultKind::Status(401)).times(1000));
    town.stage.set(at(DUE));
    town.stage.bot().beat().await;
    until(async || ready(&town).await == (503, "token refused\n".into())).await;
    assert_eq!(day_posts(&town), before);
    town.sim().clear_faults();
    town.advance_to("2027-01-25 09:05 Europe/Berlin").await;
    until(async || ready(&town).await == (200, "ready\n".into())).await;
    assert_eq!(day_posts(&town), before + 1, "it goes out when it can");
    town.ends_well().await;
}
