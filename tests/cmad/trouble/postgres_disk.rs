//! The real program on a PostgreSQL whose disk is full: the tables stand on a small file system, and another table takes the
//! rest of it.

use discord_sim::{Opt, ResponseKind};
use sqlx::{Connection as _, PgConnection};

use super::disk::{Place, Running, until};
use crate::databases::Server;
use crate::program::said;

/// Fills the disk: to the last page, and without a trace but the room that is gone.
async fn fill(server: &Server) {
    server.does_in("cmad", "create table ballast (bytes text)").await;
    // A row for each page.
    server.does_in("cmad", "alter table ballast alter bytes set storage plain").await;
    let mut connection = PgConnection::connect(&server.url("cmad")).await.unwrap();
    // As a table in `from`, the series would first be written to a file, which gives its room back.
    let more = "insert into ballast select repeat('ballast', 1000) from (select generate_series(1, 1000000)) series";
    let full = sqlx::query(more).execute(&mut connection).await.unwrap_err();
    let code = full.as_database_error().and_then(|told| told.code().map(std::borrow::Cow::into_owned));
    assert_eq!(code.as_deref(), Some("53100"), "{full}");
    connection.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_whose_disk_is_full_is_said_once_stores_nothing_and_recovers() {
    // Vacuum would give back what the failed statement took.
    let Some(server) = Server::with_small_disk("48m", &["autovacuum=off"]) else { return };
    let small = server.home().join("small");
    server.does(format!("create tablespace small location '{}'", small.display())).await;
    server.does("create database cmad tablespace small".to_owned()).await;
    let mut place = Place::new().await;
    // The later one of a name holds.
    place.environment.extend([("DATABASE_URL", server.url("cmad")), ("CMAD_DATABASE__PATIENCE_MS", "20000".into())]);
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    let ada = place.set_up().await;
    let good = place.cmad(&["check"]).await;
    assert!(said(&good).contains("can be written to"), "{}", said(&good));

    fill(&server).await;
    // Some may fit into pages that are there, and none is lost without a word.
    let long = format!("You answered at midnight. {}", "And again. ".repeat(120));
    let (mut refused, mut kept) = (Vec::new(), 0);
    for number in 0..60 {
        let giver = place.server.member(&format!("Giver {number}"));
        let options =
            [("manager", Opt::User(ada.id())), ("message", Opt::Str(long.clone())), ("consent", Opt::from("public"))];
        let answer = giver.slash(&place.channel, "thank", &options).await.settled().await;
        let text = answer.text();
        assert!(text.contains("**not saved**") != text.contains("**Ada** will"), "{text}\n{}", running.log());
        if text.contains("**not saved**") {
            refused.push((giver, answer));
        } else {
            kept += 1;
        }
        if refused.len() == 2 {
            break;
        }
    }
    assert_eq!(refused.len(), 2, "{kept} were kept: {}", running.log());
    until(async || said(&place.cmad(&["health", "--ready"]).await) == "database full\n").await;
    let check = place.cmad(&["check"]).await;
    let told = said(&check);
    assert_eq!(check.status.code(), Some(1), "{told}");
    assert!(told.contains("FAIL  database") && told.contains("disk is full: make room"), "{told}");
    assert!(!told.contains("can be written to"), "{told}");
    until(async || place.numbers().await.contains("cmad_beats_total{ended=\"failed\"} 3")).await;
    assert!(place.numbers().await.contains("cmad_database_trouble{why=\"full\"} 1"));
    until(async || running.times("the database does not work") > 0).await;
    assert_eq!(running.times("the database does not work"), 1, "{}", running.log());
    assert_eq!(running.times("the database works again"), 0, "{}", running.log());
    assert!(said(&place.cmad(&["health"]).await).contains("alive"), "it is not to be started again for that");

    server.does_in("cmad", "drop table ballast").await;
    until(async || place.cmad(&["health", "--ready"]).await.status.success()).await;
    until(async || running.times("the database works again") == 1).await;
    until(async || place.posted() == kept).await;
    for (giver, answer) in &refused {
        let form = giver.click(answer, "Try again").await;
        assert_eq!(form.kind(), ResponseKind::Modal);
        let receipt = form.submit(&[("manager", (&ada).into())]).await.settled().await;
        assert!(receipt.text().contains("Ada"), "{}\n{}", receipt.text(), running.log());
    }
    until(async || place.posted() == kept + 2).await;
    place.sim.assert_clean();
}
