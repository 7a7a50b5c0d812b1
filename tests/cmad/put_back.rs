//! A database that was put back by other means than `cmad restore`: nothing comes twice, and no one comes back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use cmad::ports::clock::System;
use cmad::store::sealing::Codec;
use cmad::store::{ListAfterwards, Store};
use discord_sim::Member;
use secrecy::ExposeSecret as _;

use crate::databases::{Database, On, server};
use crate::program::{cmad, said};
use crate::town::{Town, at};

/// What was copied, and how it is put back.
struct Copy {
    file: PathBuf,
    on: On,
}

impl Copy {
    /// A copy as an operator makes one: `pg_dump`, or the file of a bot that is stopped.
    async fn of(database: &Database) -> Self {
        let file = database.folder.path().join("copied");
        match database.on {
            On::Postgres => {
                std::fs::write(&file, b"").unwrap();
                let dump = pg("pg_dump", &["-Fc", "-d", &database.url], &file);
                std::fs::write(&file, dump).unwrap();
            }
            On::Sqlite => drop(std::fs::copy(database.folder.path().join("cmad.db"), &file).unwrap()),
        }
        Self { file, on: database.on }
    }

    async fn put_back(&self, database: &Database) {
        match self.on {
            On::Postgres => {
                pg("pg_restore", &["--clean", "--if-exists", "-d", &database.url], &self.file);
            }
            On::Sqlite => {
                for end in ["-wal", "-shm"] {
                    let journal = database.folder.path().join(format!("cmad.db{end}"));
                    if journal.exists() {
                        std::fs::remove_file(journal).unwrap();
                    }
                }
                std::fs::copy(&self.file, database.folder.path().join("cmad.db")).unwrap();
            }
        }
    }
}

/// What one of PostgreSQL's programs says, with this file as its input: its user may not open what is in the folder.
fn pg(program: &str, arguments: &[&str], input: &Path) -> Vec<u8> {
    let mut command = server().unwrap().program(program);
    let output = command.args(arguments).stdin(std::fs::File::open(input).unwrap()).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A town the evening before, with words of Kim's and of Mia's, and a copy of its database.
async fn the_evening_before(on: On) -> (Town, Copy) {
    let database = Database::new(on).await;
    let list = database.folder.path().join("cmad.db.erased");
    the_evening_before_over(database, Some(list)).await
}

/// The same with this list of erasures.
async fn the_evening_before_over(database: Database, list: Option<PathBuf>) -> (Town, Copy) {
    let mut town = Town::over(database, "2027-01-12 12:00 Europe/Berlin", |_| {}).await;
    if let Some(list) = list {
        town.stage.keep_erasures_in(list);
    }
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let (kim, mia, ada) = (town.kim.clone(), town.mia.clone(), town.ada.clone());
    town.thank(&kim, &ada, "You answered me at midnight.", &[]).await;
    town.thank(&mia, &ada, "Mine will be erased.", &[("consent", "named")]).await;
    town.advance_to("2027-01-24 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    let copy = Copy::of(&town.database).await;
    town.stage.start().await.unwrap();
    (town, copy)
}

/// What happens after the copy: the day, Mia's erasure, the digest.
async fn the_day(town: &mut Town) {
    let mia = town.mia.clone();
    town.erase(&mia).await;
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
}

fn texts(town: &Town, of: &Member) -> Vec<String> {
    let dms = of.dms().into_iter().filter(|message| message.exists()).map(|message| message.text());
    dms.chain(town.posts().iter().map(|post| post.text())).collect()
}

/// What people have is what they had, and Mia stays gone.
async fn nothing_came_twice(mut town: Town, before: &[String]) {
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-26 18:00 Europe/Berlin").await;
    let ada = town.ada.clone();
    assert_eq!(texts(&town, &ada), before, "every post and private message once");
    let told: Vec<String> = town.olga.dms().iter().map(|dm| dm.text()).collect();
    let mia = town.mia.clone();
    let stored = mia.slash(&town.help, "cmad privacy", &[]).await.settled().await.text();
    let desk = town.desk(&ada).await.text();
    assert!(
        !desk.contains("Mine will be erased") && desk.contains("answered me at midnight"),
        "{desk}\n{stored}\n{told:?}"
    );
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_on_a_copy_from_before_the_day_posts_nothing_twice_and_brings_no_one_back() {
    let (mut town, copy) = the_evening_before(On::usual()).await;
    the_day(&mut town).await;
    let ada = town.ada.clone();
    let before = texts(&town, &ada);
    assert!(before.iter().any(|text| text.contains("Monday, 25 January 2027")), "{before:?}");
    copy.put_back(&town.database).await;
    nothing_came_twice(town, &before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_on_a_restored_dump_posts_nothing_twice_and_brings_no_one_back() {
    if server().is_none() {
        return;
    }
    let (mut town, copy) = the_evening_before(On::Postgres).await;
    the_day(&mut town).await;
    let ada = town.ada.clone();
    let before = texts(&town, &ada);
    copy.put_back(&town.database).await;
    nothing_came_twice(town, &before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reconcile_does_the_same_where_no_file_outside_tells() {
    let (mut town, copy) = the_evening_before(On::Sqlite).await;
    the_day(&mut town).await;
    let ada = town.ada.clone();
    let before = texts(&town, &ada);
    copy.put_back(&town.database).await;
    std::fs::remove_file(town.database.folder.path().join("cmad.db.erased.sent")).expect("it was made beside the list");
    reconcile(&town).await;
    nothing_came_twice(town, &before).await;
}

/// The start on an older database that no file tells of: Discord does.
async fn discord_tells(mut town: Town, before: &[String]) {
    town.stage.start().await.unwrap();
    assert!(town.stage.bot().store().are_copies_held().await.unwrap(), "no list says who wants no copies");
    town.advance_to("2027-01-26 18:00 Europe/Berlin").await;
    let ada = town.ada.clone();
    assert_eq!(texts(&town, &ada), before, "every post and private message once");
    assert!(town.stage.bot().store().release_copies().await.unwrap());
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    assert!(!town.stage.bot().store().are_copies_held().await.unwrap(), "it is noticed once");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_on_a_restored_dump_without_any_file_beside_it_finds_on_discord_what_was_sent() {
    if server().is_none() {
        return;
    }
    let (mut town, copy) = the_evening_before_over(Database::new(On::Postgres).await, None).await;
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    let ada = town.ada.clone();
    let before = texts(&town, &ada);
    copy.put_back(&town.database).await;
    discord_tells(town, &before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_snapshot_of_the_whole_folder_is_noticed_by_what_discord_shows() {
    let (mut town, copy) = the_evening_before(On::Sqlite).await;
    let sent = town.database.folder.path().join("cmad.db.erased.sent");
    let sent_then = std::fs::read(&sent).expect("the announcement was sent");
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    let ada = town.ada.clone();
    let before = texts(&town, &ada);
    copy.put_back(&town.database).await;
    std::fs::write(&sent, sent_then).unwrap();
    discord_tells(town, &before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_was_only_down_is_not_taken_for_one_whose_database_was_put_back() {
    let (mut town, _) = the_evening_before_over(Database::new(On::usual()).await, None).await;
    town.stage.stop().await.unwrap();
    town.stage.set(at("2027-01-25 09:30 Europe/Berlin"));
    let posts = town.posts().len();
    town.stage.start().await.unwrap();
    town.settle().await;
    assert_eq!(town.posts().len(), posts + 1, "the day's post comes late, once");
    assert!(!town.stage.bot().store().are_copies_held().await.unwrap());
    town.ends_well().await;
}

/// `cmad reconcile`: first by the program, whose clock is the machine's and so behind the town's, then at the town's time.
async fn reconcile(town: &Town) {
    let environment = [("DATABASE_URL", town.database.url.as_str()), ("CMAD_KEY", town.stage.key().expose_secret())];
    let output = cmad(town.database.folder.path(), &environment, &["reconcile"]).output().unwrap();
    let told = said(&output);
    assert!(output.status.success() && told.contains("asked for it since: 1 person."), "{told}");
    let codec = Codec::new(town.stage.key(), Arc::new(System)).unwrap();
    let store = Store::open_as_it_is(&town.database.url, codec).await.unwrap();
    let done = store.reconcile(ListAfterwards::Kept, None, town.stage.now()).await.unwrap();
    assert!(done.looked_for > 3, "the posts of the day and after: {done:?}");
    store.close().await;
}

/// What the program says in the folder of the town's database.
fn run(town: &Town, arguments: &[&str]) -> String {
    let environment = [("DATABASE_URL", town.database.url.as_str()), ("CMAD_KEY", town.stage.key().expose_secret())];
    let output = cmad(town.database.folder.path(), &environment, arguments).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_list_no_copy_goes_out_until_the_operator_says_that_no_stop_is_missing() {
    let (mut town, copy) = the_evening_before(On::Sqlite).await;
    let (kim, ada, rosa) = (town.kim.clone(), town.ada.clone(), town.rosa.clone());
    town.advance_to("2027-01-24 12:10 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    copy.put_back(&town.database).await;
    for file in ["cmad.db.erased", "cmad.db.erased.sent"] {
        let file = town.database.folder.path().join(file);
        if file.exists() {
            std::fs::remove_file(file).unwrap();
        }
    }
    run(&town, &["reconcile"]);
    assert!(run(&town, &["no-more", "--help"]).contains("--complete"));

    town.stage.start().await.unwrap();
    town.thank(&kim, &ada, "Two people thanked her.", &[("consent", "named")]).await;
    ada.slash(&town.help, "cmad boss set", &[("member", discord_sim::Opt::User(rosa.id()))]).await.settled().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap();
    let preview = ada.click(&digest, "Copy my boss").await.settled().await;
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    assert_eq!(rosa.dms().len(), 0, "it is not known whether she said stop");
    assert!(run(&town, &["no-more", "--complete"]).contains("go out again"));
    town.advance_to("2027-01-26 12:15 Europe/Berlin").await;
    assert_eq!(rosa.dms().len(), 1, "once");
    town.ends_well().await;
}
