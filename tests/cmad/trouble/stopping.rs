//! A graceful stop while the database accepts no writes: it comes back in time, or it does not.

use std::process::{Command, ExitStatus};
use std::time::Duration;

use discord_sim::{Fault, FaultKind};
use sqlx::Connection as _;

use super::Lock;
use super::disk::{Place, Running, until};
use crate::databases::{Database, On};

/// Longer than the ten seconds that a stop takes at most, and shorter than the bot waits for a lock otherwise.
const FAR_TOO_LONG: Duration = Duration::from_secs(50);

async fn place(database: &Database) -> Place {
    let mut place = Place::new().await;
    place.environment.extend([
        ("DATABASE_URL", database.url.clone()),
        // Much longer than a stop waits.
        ("CMAD_DATABASE__PATIENCE_MS", "60000".into()),
        // Short beside the ten seconds of a stop, and long beside what the set-up asks for on a busy machine.
        ("CMAD_DISCORD__TIMEOUT_S", "4".into()),
    ]);
    place
}

/// The program after SIGTERM, with a public thank-you that Discord has posted and not answered yet, and a database that
/// is locked from now on.
async fn stopping(place: &Place, database: &Database) -> (Running, Lock) {
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    let (ada, kim) = (place.set_up().await, place.server.member("Kim"));
    place.sim.fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang));
    place.thank(&kim, &ada).await;
    place.sim.until_faults(1).await;
    let lock = Lock::take(database).await;
    let asked = Command::new("kill").args(["-TERM", &running.child.id().to_string()]).status().unwrap();
    assert!(asked.success());
    (running, lock)
}

/// Waits until the program waits for the write lock. On SQLite, which does not show that, it waits longer than Discord's
/// answer takes.
async fn until_it_waits(database: &Database) {
    let mut connection = database.connect().await;
    match database.on {
        On::Sqlite => {
            sqlx::query("pragma busy_timeout = 5000").execute(&mut connection).await.unwrap();
            sqlx::query("begin immediate").execute(&mut connection).await.unwrap_err();
        }
        On::Postgres => {
            let waits = "select count(*) from pg_locks where locktype = 'advisory' and not granted
                 and database = (select oid from pg_database where datname = current_database())";
            while sqlx::query_scalar::<_, i64>(waits).fetch_one(&mut connection).await.unwrap() == 0 {
                tokio::task::yield_now().await;
            }
        }
    }
    connection.close().await.unwrap();
}

async fn ends(running: &mut Running) -> ExitStatus {
    let ended = async {
        loop {
            if let Some(status) = running.child.try_wait().unwrap() {
                return status;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(FAR_TOO_LONG, ended).await.expect("it ends by itself")
}

/// The count of a query.
async fn count(database: &Database, of: &str) -> i64 {
    let mut connection = database.connect().await;
    let query = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {of}")));
    let count = query.fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    count
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_send_is_settled_when_the_database_comes_back_in_time() {
    for on in [On::Sqlite, On::Postgres] {
        let database = Database::new(on).await;
        let place = place(&database).await;
        let (mut running, lock) = stopping(&place, &database).await;
        until(async || running.times("stopping") == 1).await;
        until_it_waits(&database).await;
        assert!(running.child.try_wait().unwrap().is_none(), "it waits for the database: {}", running.log());
        lock.release().await;
        let status = ends(&mut running).await;
        assert!(status.success(), "{status}: {}", running.log());
        let log = running.log();
        assert!(!log.contains("not be stored") && !log.contains("under way") && !log.contains("ERROR"), "{log}");
        // Discord's answer is lost, so it is looked for before anything is sent again.
        let settled = "sends where kind = 'thanks' and state = 'planned' and uncertain = 1";
        assert_eq!(count(&database, settled).await, 1, "{on:?}: {log}");
        assert_eq!(count(&database, "sends where state = 'claimed'").await, 0);
        assert_eq!(count(&database, "remembered where name = 'gateway-session'").await, 1, "the session is kept");

        let _next = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
        place.sim.until_connected().await;
        assert_eq!(place.posted(), 1);
        place.sim.assert_clean();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_stays_locked_does_not_delay_the_stop_and_is_reported() {
    for on in [On::Sqlite, On::Postgres] {
        let database = Database::new(on).await;
        let place = place(&database).await;
        let (mut running, lock) = stopping(&place, &database).await;
        let status = ends(&mut running).await;
        until(async || running.times("still under way at the stop") == 1).await;
        // On PostgreSQL the lock is the writers' queue, which single statements bypass.
        let unkept = usize::from(on == On::Sqlite);
        assert_eq!(status.code(), i32::try_from(unkept).ok(), "{on:?}: {}", running.log());
        until(async || running.times("the session could not be stored") == unkept).await;
        lock.release().await;
        // The lease still holds: a new start leaves the send alone until it expires.
        assert_eq!(count(&database, "sends where kind = 'thanks' and state = 'claimed'").await, 1);
        let _next = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
        place.sim.until_connected().await;
        assert_eq!(place.posted(), 1);
        place.sim.assert_clean();
    }
}
