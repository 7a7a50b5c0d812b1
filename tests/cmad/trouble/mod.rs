//! The database fails for real reasons: givers are told that their words were not saved, nothing counts as done, the
//! operator is told why, and the bot goes on when the reason is gone.

mod disk;
mod filesystems;
mod gone;
mod log;
mod modes;
mod postgres_disk;
mod ready;
mod stopping;

use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use chrono::TimeDelta;
use discord_sim::{Fault, FaultKind, Interaction, Member, Opt, ResponseKind};
use domain::ids::GuildId;
use sqlx::{AnyConnection, Connection as _};

use crate::databases::{Database, On};
use crate::town::{Town, at};
use crate::web::get;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const DUE: &str = "2027-01-25 09:00 Europe/Berlin";
const WORDS: &str = "You answered *me* at midnight.";

/// The town with a bot that waits three seconds for the database, which a busy machine does not take for a write, and serves health and metrics.
async fn town(on: On, when: &str) -> Town {
    town_that_waits(on, when, 3000).await
}

/// The same with a bot that waits for the database for so many milliseconds.
async fn town_that_waits(on: On, when: &str, patience_ms: u32) -> Town {
    let mut town = Town::on(on, when, |_| {}).await;
    town.stage.stop().await.unwrap();
    town.stage.configure(|config| {
        config.database.patience_ms = patience_ms;
        config.discord.timeout_s = 5;
    });
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    town
}

/// Another program that holds the write lock.
struct Lock(AnyConnection);

impl Lock {
    async fn take(database: &Database) -> Self {
        let mut connection = database.connect().await;
        let statements = match database.on {
            On::Sqlite => ["pragma busy_timeout = 120000", "begin immediate"],
            On::Postgres => ["begin", "select pg_advisory_xact_lock(1668112740)"],
        };
        for statement in statements {
            sqlx::query(statement).execute(&mut connection).await.unwrap();
        }
        Self(connection)
    }

    async fn release(mut self) {
        sqlx::query("rollback").execute(&mut self.0).await.unwrap();
        self.0.close().await.unwrap();
    }
}

async fn ready(town: &Town) -> (u16, String) {
    let (status, _, text) = get(town.stage.bot().http().unwrap(), "/readyz", "en").await;
    (status, text)
}

async fn numbers(town: &Town) -> String {
    get(town.stage.bot().metrics().unwrap(), "/metrics", "en").await.2
}

/// Thanks while nothing can be stored: the answer says so, and offers **Try again**.
async fn thank_in_vain(town: &Town, who: &Member) -> Interaction {
    let options = [("manager", Opt::User(town.ada.id())), ("message", Opt::Str(WORDS.into()))];
    let answer = who.slash(&town.help, "thank", &options).await.settled().await;
    let text = answer.text();
    assert!(text.contains("**not saved**") && text.contains(WORDS), "{text}");
    assert!(answer.is_ephemeral() && !text.contains("Ada"), "no receipt: {text}");
    answer
}

/// Presses **Try again** in that answer.
async fn try_again(town: &mut Town, who: &Member, answer: &Interaction) {
    let form = who.click(answer, "Try again").await;
    assert_eq!(form.kind(), ResponseKind::Modal);
    let receipt = form.submit(&[("manager", (&town.ada).into())]).await.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    town.settle().await;
}

async fn counted(town: &Town) -> u32 {
    town.stage.bot().store().total(GuildId(town.server.id()), 2027).await.unwrap().thanks
}

/// How many posts of the day there are.
fn day_posts(town: &Town) -> usize {
    town.posts().iter().filter(|post| post.text().contains("Monday, 25 January 2027")).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_of_a_minute_loses_and_doubles_nothing() {
    for on in [On::Sqlite, On::Postgres] {
        let mut town = town(on, OPEN).await;
        let (kim, lee) = (town.kim.clone(), town.lee.clone());
        town.advance_to_just_before(DUE).await;
        let before = day_posts(&town);
        let lock = Lock::take(&town.database).await;
        let said = kim.say(&town.help, &format!("#CMAD thank you {}", town.ada.mention()));
        let answer = thank_in_vain(&town, &lee).await;
        town.stage.set(at(DUE));
        town.stage.bot().beat().await;
        town.stage.bot().beat().await;
        assert_eq!(ready(&town).await, (503, "database locked\n".into()));
        assert!(numbers(&town).await.contains("cmad_database_trouble{why=\"locked\"} 1"));
        assert_eq!(day_posts(&town), before, "nothing leaves that could not be noted");
        assert_eq!(counted(&town).await, 0);

        town.stage.set(at(DUE) + TimeDelta::minutes(1));
        lock.release().await;
        town.advance_to("2027-01-25 09:05 Europe/Berlin").await;
        said.until_reaction("💚").await;
        assert_eq!(day_posts(&town), before + 1, "{on:?}: it goes out when it can");
        assert_eq!(ready(&town).await, (200, "ready\n".into()));
        assert!(!numbers(&town).await.contains("cmad_database_trouble{"));
        try_again(&mut town, &lee, &answer).await;
        assert_eq!(counted(&town).await, 2, "what was said in the channel was kept, what was thanked was kept once");
        assert!(!town.olga.dms().iter().any(|note| note.text().contains("skipped")), "it was within its time");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_the_database_held_back_for_too_long_is_reported_as_that() {
    let mut town = town(On::Sqlite, OPEN).await;
    town.advance_to_just_before("2027-01-25 17:00 Europe/Berlin").await;
    let lock = Lock::take(&town.database).await;
    town.stage.set(at("2027-01-25 17:00 Europe/Berlin"));
    town.stage.bot().beat().await;
    assert_eq!(ready(&town).await, (503, "database locked\n".into()));
    town.stage.set(at("2027-01-26 00:30 Europe/Berlin"));
    lock.release().await;
    town.settle().await;
    let told: Vec<String> = town.olga.dms().iter().map(|note| note.text()).collect();
    let skipped: Vec<&String> = told.iter().filter(|text| text.contains("Skipped: the last call")).collect();
    assert!(matches!(&skipped[..], [one] if one.contains("My database didn’t work")), "{told:#?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_button_that_failed_can_be_pressed_again() {
    for on in [On::Sqlite, On::Postgres] {
        let town = town(on, OPEN).await;
        let invitation = town.ben.dms().pop().unwrap();
        let lock = Lock::take(&town.database).await;
        let failed = town.ben.click(&invitation, "Accept").await.settled().await;
        let told: Vec<String> = failed.follow_ups().iter().map(|message| message.text()).collect();
        let told = format!("{}{}", failed.text(), told.concat());
        assert!(told.contains("Something went wrong on my side"), "{told}");
        lock.release().await;
        let welcome = town.ben.click(&invitation, "Accept").await.settled().await;
        assert!(welcome.text().contains("Welcome to the roster"), "{on:?}: {}", welcome.text());
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_send_that_could_not_be_settled_is_looked_up() {
    for on in [On::Sqlite, On::Postgres] {
        let mut town = town(on, OPEN).await;
        town.advance_to_just_before(DUE).await;
        let before = day_posts(&town);
        // Discord has done it, its answer is lost, and the bot cannot record that.
        town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang));
        town.stage.set(at(DUE));
        let faults = town.faults() + 1;
        let (sim, database) = (town.sim().clone(), &town.database);
        let locking = async {
            sim.until_faults(faults).await;
            Lock::take(database).await
        };
        let ((), lock) = tokio::join!(town.stage.bot().beat(), locking);
        assert_eq!(day_posts(&town), before + 1);
        assert_eq!(ready(&town).await.0, 503);
        lock.release().await;
        town.advance_to("2027-01-25 09:30 Europe/Berlin").await;
        assert_eq!(day_posts(&town), before + 1, "{on:?}: it was found, and not sent again");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_turns_read_only_or_refuses_connections_is_reported_and_recovers() {
    let causes = [
        ("read-only", "alter database {} set default_transaction_read_only = on", "alter database {} reset all"),
        ("away", "alter database {} allow_connections false", "alter database {} allow_connections true"),
    ];
    for (name, cause, end) in causes {
        let mut town = town(On::Postgres, OPEN).await;
        if town.database.on == On::Sqlite {
            return;
        }
        town.advance_to_just_before(DUE).await;
        let (before, lee) = (day_posts(&town), town.lee.clone());
        town.database.at_the_server(cause).await;
        let answer = thank_in_vain(&town, &lee).await;
        town.stage.set(at(DUE));
        town.stage.bot().beat().await;
        assert_eq!(ready(&town).await, (503, format!("database {name}\n")));
        assert_eq!(day_posts(&town), before);
        town.database.at_the_server(end).await;
        town.advance_to("2027-01-25 09:05 Europe/Berlin").await;
        assert_eq!(day_posts(&town), before + 1, "{name}: it goes out when it can");
        try_again(&mut town, &lee, &answer).await;
        assert_eq!((counted(&town).await, ready(&town).await.0), (1, 200));
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_file_ends_the_bot_and_prevents_its_start() {
    let mut town = town(On::Sqlite, OPEN).await;
    let (kim, lee) = (town.kim.clone(), town.lee.clone());
    // Move the journal's content into the file, so that readers have to read it again.
    town.database.behind("pragma wal_checkpoint(truncate)").await;
    damage(&town.database.folder.path().join("cmad.db"));
    let _tries_in_vain = thank_in_vain(&town, &kim).await;
    let _and_again = thank_in_vain(&town, &lee).await;
    assert_eq!(ready(&town).await, (503, "database damaged\n".into()));
    let ended = town.stage.why_ended().await.unwrap_err().to_string();
    assert!(ended.contains("damaged") && ended.contains("docs/database.md"), "{ended}");
    town.stage.kill().await;
    let refused = format!("{:#}", town.stage.start().await.unwrap_err());
    assert!(refused.contains("damaged") && refused.contains("docs/database.md"), "{refused}");
}

/// Overwrites every page of a database but the first, which is its header.
pub fn damage(file: &Path) {
    let bytes = std::fs::metadata(file).unwrap().len();
    let mut file = std::fs::OpenOptions::new().write(true).open(file).unwrap();
    file.seek(SeekFrom::Start(4096)).unwrap();
    file.write_all(&vec![0xA5; usize::try_from(bytes).unwrap() - 4096]).unwrap();
}
