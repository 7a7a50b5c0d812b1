//! A pooler before PostgreSQL: Debian's PgBouncer with its own configuration.

use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use secrecy::ExposeSecret as _;
use tempfile::TempDir;

use crate::databases::{Database, On, as_whom, server};
use crate::program::{cmad, said};
use crate::town::Town;

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(60);
/// Where Debian's package puts it.
const PROGRAM: &str = "/usr/sbin/pgbouncer";

/// A running PgBouncer before the server of this test run.
struct Pooler {
    home: TempDir,
    child: Child,
}

impl Drop for Pooler {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}

/// A pooler whose configuration ends in these lines; `None` where PgBouncer or PostgreSQL is not installed, which is
/// printed. With CMAD_TEST_POSTGRES set, as in CI, that fails instead.
fn pooler(lines: &str) -> Option<Pooler> {
    let server = server()?;
    if !Path::new(PROGRAM).exists() {
        assert!(
            std::env::var_os("CMAD_TEST_POSTGRES").is_none(),
            "CMAD_TEST_POSTGRES is set, and PgBouncer is not installed"
        );
        let says = "\nPgBouncer is not installed: what a pooler does was not tested (Debian: pgbouncer)\n";
        std::io::stderr().write_all(says.as_bytes()).unwrap();
        return None;
    }
    let home = TempDir::with_prefix("cmad-pooler-").unwrap();
    let at = home.path().display();
    std::fs::write(home.path().join("users"), "\"cmad\" \"\"\n").unwrap();
    let configuration = format!(
        "[databases]\n* = host={server}\n[pgbouncer]\nlogfile = {at}/log\npidfile = {at}/pid\nlisten_port = 6432\n\
         unix_socket_dir = {at}\nauth_type = trust\nauth_file = {at}/users\n{lines}\n",
        server = server.home().display()
    );
    std::fs::write(home.path().join("pgbouncer.ini"), configuration).unwrap();
    let mut command = Command::new(PROGRAM);
    command.arg("-q").arg(home.path().join("pgbouncer.ini")).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some((uid, gid)) = as_whom() {
        // It refuses to run as root, too.
        std::os::unix::fs::chown(home.path(), Some(uid), Some(gid)).unwrap();
        command.uid(uid).gid(gid);
    }
    let mut child = command.spawn().unwrap();
    let began = Instant::now();
    while std::os::unix::net::UnixStream::connect(home.path().join(".s.PGSQL.6432")).is_err() {
        let log = || std::fs::read_to_string(home.path().join("log")).unwrap_or_default();
        assert!(child.try_wait().unwrap().is_none(), "PgBouncer did not start: {}", log());
        assert!(began.elapsed() < PATIENCE, "PgBouncer does not answer: {}", log());
        std::thread::yield_now();
    }
    Some(Pooler { home, child })
}

impl Pooler {
    /// The address of the database behind the pooler.
    fn url(&self, database: &Database) -> String {
        format!("postgres://cmad@localhost/{}?host={}&port=6432", database.name(), self.home.path().display())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pooler_that_gives_sessions_works_as_it_is_installed() {
    let Some(pooler) = pooler("") else { return };
    let mut database = Database::new(On::Postgres).await;
    database.url = pooler.url(&database);
    let mut town = Town::over(database, "2027-01-12 12:00 Europe/Berlin", |_| {}).await;
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let receipt = town.thank(&kim, &ada, "You answered me at midnight.", &[]).await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    assert!(town.posts().pop().unwrap().text().contains("Monday, 25 January 2027"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pooler_that_gives_no_sessions_is_refused_with_the_setting_and_nothing_is_made() {
    for mode in ["pool_mode = transaction", "pool_mode = statement", "pool_mode = transaction\nserver_round_robin = 1"]
    {
        let Some(pooler) = pooler(mode) else { return };
        let database = Database::new(On::Postgres).await;
        let url = pooler.url(&database);
        let key = Codec::fresh_key(&System);
        // Several sessions are open behind it already.
        let clients: Vec<_> = futures_util::future::join_all((0..3).map(async |_| {
            use sqlx::Connection as _;
            let mut client = sqlx::PgConnection::connect(&database.url).await.unwrap();
            client.ping().await.unwrap();
            client
        }))
        .await;
        let environment = [("DATABASE_URL", url.as_str()), ("CMAD_KEY", key.expose_secret()), ("DISCORD_TOKEN", "x")];
        for verb in ["run", "migrate", "check"] {
            let output = cmad(database.folder.path(), &environment, &[verb]).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{mode}: {verb}: {}", said(&output));
            assert!(said(&output).contains("set pool_mode = session"), "{mode}: {verb}: {}", said(&output));
        }
        drop(clients);
        assert!(database.tables().await.is_empty(), "{mode}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pooler_with_a_single_session_is_no_reason_to_refuse() {
    // A second connection has to wait until the first one ends.
    let Some(pooler) = pooler("default_pool_size = 1\nquery_wait_timeout = 60") else { return };
    let database = Database::new(On::Postgres).await;
    let key = Codec::fresh_key(&System);
    let codec = Codec::new(&key, std::sync::Arc::new(System)).unwrap();
    let refused = Store::open(&pooler.url(&database), codec).await.err().map(|error| error.to_string());
    assert!(!refused.as_deref().unwrap_or_default().contains("pool_mode"), "{refused:?}");
}
