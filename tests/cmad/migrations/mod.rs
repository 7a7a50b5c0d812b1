//! Databases of released versions, migrated: every row is still there with its meaning, and the bot goes on.
//!
//! Each file in `migrations/` was written by the program of its time: a whole campaign until the day after, killed
//! during a send. Make the next one in the same way when a version that changes the schema is released.

use std::collections::BTreeMap;

use cmad::ports::clock::System;
use cmad::rehearse::stage::{Stage, sim_options};
use cmad::store::Store;
use cmad::store::schema::MIGRATIONS;
use cmad::store::sealing::Codec;
use domain::ids::{GuildId, UserId};
use domain::nomination::NominationState;
use domain::roster::RosterStatus;
use domain::send::{SendState, Task};
use domain::thanks::{Consent, ThanksState};
use sqlx::Connection as _;
use sqlx::migrate::{Migration, Migrator};

use crate::databases::{Database, On};
use crate::town::{Town, at};

/// The beginning of each released migration's checksum. A released migration never changes, and new ones follow it.
const RELEASED: [(i64, &str); 9] = [
    (1, "c941de7c8361d1b5"),
    (2, "08ce115b21877ecf"),
    (3, "82a95676ef349826"),
    (4, "46cee023b8acbf8f"),
    (10, "d649088d62858951"),
    (20, "4ece7b9538e7839f"),
    (30, "900a1f7dd0e624ab"),
    (40, "999588aa771775b7"),
    (50, "3aaf3789dc66df8d"),
];

#[test]
fn released_migrations_never_change() {
    let hex = |migration: &Migration| hex::encode(&migration.checksum[..8]);
    let all: BTreeMap<i64, String> = MIGRATIONS.iter().map(|one| (one.version, hex(one))).collect();
    for (version, checksum) in RELEASED {
        assert_eq!(all.get(&version).map(String::as_str), Some(checksum), "migration {version} was changed");
    }
    let last = RELEASED[RELEASED.len() - 1].0;
    let known = |version: &i64| RELEASED.iter().any(|(released, _)| released == version);
    let between: Vec<&i64> = all.keys().filter(|version| !known(version) && **version < last).collect();
    assert!(between.is_empty(), "a released program has passed these already: {between:?}");
}

/// sqlx reads the folder by itself, as its macro did in the programs that were released: a database of theirs has these numbers,
/// descriptions and checksums.
#[tokio::test]
async fn the_migrations_built_in_are_those_that_sqlx_reads_from_their_folder() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/migrations"));
    let read = Migrator::new(folder).await.unwrap();
    let all = |migrator: &Migrator| {
        let told = |one: &Migration| {
            let sql = one.sql.as_str().to_owned();
            (one.version, one.description.to_string(), one.migration_type, one.checksum.to_vec(), one.no_tx, sql)
        };
        migrator.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(all(&MIGRATIONS), all(&read));
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), read.iter().count(), "every file there is a migration");
}

const TOWN: GuildId = GuildId(1_451_891_884_032_000_002);
const ADA: UserId = UserId(1_319_620_313_088_000_006);
const BEN: UserId = UserId(1_319_620_313_088_000_007);
const KIM: UserId = UserId(1_319_620_313_088_000_008);
const LEE: UserId = UserId(1_319_620_313_088_000_009);
const MIA: UserId = UserId(1_319_620_313_088_000_010);
const ROSA: UserId = UserId(1_319_620_313_088_000_011);
const YEAR: i32 = 2027;
/// When the program was killed.
const LEFT: &str = "2027-01-26 10:00 Europe/Berlin";

/// A database of an earlier version.
struct Left {
    /// Its last migration.
    schema: i64,
    rows: &'static str,
    /// On which databases it ran.
    on: &'static [On],
    /// Tables whose content a later version stores in another way.
    retold: &'static [&'static str],
    /// The thanks after the first four: giver, words, consent, state.
    more: &'static [(UserId, &'static str, Consent, ThanksState)],
}

const FIRST_FOUR: [(UserId, &str, Consent, ThanksState); 4] = [
    (KIM, "You answered me at midnight.", Consent::Public, ThanksState::Counted),
    (LEE, "thank you for the docs!", Consent::NotAsked, ThanksState::Counted),
    (MIA, "Only for you.", Consent::Private, ThanksState::Counted),
    (MIA, "You kept us safe.", Consent::Unnamed, ThanksState::Counted),
];
const SAVED: (UserId, &str, Consent, ThanksState) = (LEE, "is the calm one.", Consent::Public, ThanksState::Counted);
const COLLEAGUE: (UserId, &str, Consent, ThanksState) = (KIM, "Best colleague.", Consent::Named, ThanksState::Counted);
const LOUD: (UserId, &str, Consent, ThanksState) =
    (MIA, "very loudly", Consent::NotAsked, ThanksState::HiddenWithdrawn);
const LAST: (UserId, &str, Consent, ThanksState) =
    (KIM, "For the early mornings.", Consent::Public, ThanksState::Counted);

const ALL: [Left; 3] = [
    Left {
        schema: 1,
        rows: include_str!("0001.sql"),
        on: &[On::Sqlite],
        // Opt-outs are keyed hashes now, and so are those of what was delivered.
        retold: &["digests", "no_more_copies"],
        more: &[LAST],
    },
    Left {
        schema: 4,
        rows: include_str!("0004.sql"),
        on: &[On::Sqlite],
        retold: &["digests"],
        more: &[SAVED, COLLEAGUE, LAST],
    },
    Left {
        schema: 50,
        rows: include_str!("0050.sql"),
        on: &[On::Sqlite, On::Postgres],
        // A deletion while hidden is a state of the thanks now, and no row of its own.
        retold: &["copies", "digests", "remembered", "thanks"],
        more: &[SAVED, COLLEAGUE, LOUD, LAST],
    },
];

impl Left {
    /// The database as that version left it.
    async fn database(&self, on: On) -> Database {
        let database = Database::new(on).await;
        if database.on == On::Sqlite {
            std::fs::File::create(database.folder.path().join("cmad.db")).unwrap();
        }
        let mut connection = database.connect().await;
        let then = MIGRATIONS.iter().filter(|migration| migration.version <= self.schema).cloned().collect();
        Migrator::with_migrations(then).run(&mut connection).await.unwrap();
        sqlx::raw_sql(self.rows).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        database
    }
}

async fn open(database: &Database) -> Store {
    // Every stage has the same key, also those that wrote these files.
    let stage = Stage::on(sim_options(at(LEFT).timestamp_millis()), database.url.clone()).await.unwrap();
    Store::open(&database.url, Codec::new(stage.key(), std::sync::Arc::new(System)).unwrap()).await.unwrap()
}

/// The columns of each table.
pub async fn columns(database: &Database) -> BTreeMap<String, Vec<String>> {
    let mut columns = BTreeMap::new();
    let mut connection = database.connect().await;
    for table in database.tables().await {
        let sql = match database.on {
            On::Sqlite => "select name from pragma_table_info($1)",
            On::Postgres => "select column_name::text from information_schema.columns where table_name = $1",
        };
        let of: Vec<String> = sqlx::query_scalar(sql).bind(&table).fetch_all(&mut connection).await.unwrap();
        columns.insert(table, of);
    }
    connection.close().await.unwrap();
    columns
}

/// Every row of these columns as text, after its table's name.
pub async fn rows(database: &Database, columns: &BTreeMap<String, Vec<String>>) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut connection = database.connect().await;
    for (table, columns) in columns {
        let columns: Vec<String> =
            columns.iter().map(|column| format!("coalesce(cast({column} as text), 'null')")).collect();
        let sql = format!("select {} from {table}", columns.join(" || ' | ' || "));
        let found: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
        rows.extend(found.into_iter().map(|row| (table.clone(), row)));
    }
    connection.close().await.unwrap();
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_row_is_still_there_with_its_meaning() {
    for left in &ALL {
        for on in left.on {
            let database = left.database(*on).await;
            let then = columns(&database).await;
            let before = rows(&database, &then).await;
            let tables: Vec<&String> = then.keys().collect();
            let empty: Vec<&&String> =
                tables.iter().filter(|table| !before.iter().any(|(of, _)| of == **table)).collect();
            assert!(empty.is_empty(), "{}: nothing was left in {empty:?}", left.schema);
            let store = open(&database).await;
            let after = rows(&database, &then).await;
            // The key's fingerprint is no data.
            let mut gone: Vec<&str> = before
                .iter()
                .filter(|row| !after.contains(row) && !row.1.starts_with("key-check "))
                .map(|(table, _)| table.as_str())
                .collect();
            gone.dedup();
            assert_eq!(gone, left.retold, "{} on {on:?}", left.schema);
            means_what_it_meant(left, &store).await;
            store.close().await;
        }
    }
}

async fn means_what_it_meant(left: &Left, store: &Store) {
    let name = |what: &str| format!("{what}, from {}", left.schema);
    let server = store.server(TOWN).await.unwrap().unwrap();
    assert_eq!((server.name.as_str(), server.zone.name()), ("Northwind", "Europe/Berlin"));
    let campaign = store.campaign(TOWN, YEAR).await.unwrap().unwrap();
    assert_eq!((campaign.closes_at, campaign.closed_at), (at("2027-02-01 23:59 Europe/Berlin"), None));
    let managers: Vec<(UserId, String, RosterStatus)> =
        store.managers(TOWN).await.unwrap().into_iter().map(|one| (one.user, one.name, one.status)).collect();
    assert_eq!(managers, [(ADA, "Ada".into(), RosterStatus::Accepted), (BEN, "Ben".into(), RosterStatus::Invited)]);
    let boss = store.boss(TOWN, ADA).await.unwrap().unwrap();
    assert!(boss.member == Some(ROSA) && boss.no_more, "{}", name("Rosa wants no more, and that lasts"));

    let all = store.thanks_in(TOWN, YEAR).await.unwrap();
    let expected: Vec<_> = FIRST_FOUR.iter().chain(left.more).collect();
    assert_eq!(all.len(), expected.len(), "{}", name("thanks"));
    for (thanks, (giver, words, consent, state)) in all.iter().zip(expected) {
        assert!(thanks.words.contains(words), "{}: {}", name(words), thanks.words);
        assert_eq!((thanks.giver, thanks.consent, thanks.state), (*giver, *consent, *state), "{}", name(words));
        assert!(!thanks.signature.is_empty() && thanks.member_since.is_some());
    }
    assert_eq!(store.remembered_consent(TOWN, MIA).await.unwrap(), Some(Consent::Unnamed));
    let (_, judged) = store.judgement(TOWN, all[1].message.unwrap().1).await.unwrap().unwrap();
    assert!(judged.is_some_and(|judged| judged.names(ADA)));

    let sends = store.sends(TOWN, YEAR).await.unwrap();
    let digests = sends.iter().filter(|send| matches!(send.task, Task::Digest { .. }));
    assert!(digests.clone().count() == 2 && digests.clone().all(|send| send.state == SendState::Sent));
    let digest = store.digest(TOWN, YEAR, ADA).await.unwrap();
    assert!(digest.fingerprint.is_some() && digest.copied_at.is_some() && digest.copies == 1);

    // The interrupted send is looked up when its lease is over; later sends keep their times.
    let claim = |when: &'static str| store.claim_due(at(when), 99, chrono::TimeDelta::minutes(2), "worker");
    assert!(claim(LEFT).await.unwrap().is_empty());
    let claims = claim("2027-01-26 10:02 Europe/Berlin").await.unwrap();
    assert_eq!(claims.len(), 1, "{}", name("what was under way"));
    assert!(claims[0].send().uncertain && matches!(claims[0].send().task, Task::PostThanks { .. }));
    let due = claim("2027-02-01 23:59 Europe/Berlin").await.unwrap();
    assert!(due.iter().any(|claim| matches!(claim.send().task, Task::Close)), "{}", name("the close"));

    if left.schema >= 4 {
        let nominations = store.nominations_by(TOWN, MIA).await.unwrap();
        assert_eq!((nominations.len(), nominations[0].member), (1, LEE));
        assert_eq!(
            (nominations[0].reason.as_str(), nominations[0].state),
            ("She writes the docs.", NominationState::Open)
        );
        assert_eq!(store.open_saves(TOWN, YEAR, BEN).await.unwrap().len(), 1, "Ben was asked");
        assert_eq!(store.suggestions(TOWN, YEAR, ADA).await.unwrap()[0].words, "Best colleague.");
        assert!(
            !store
                .hashtag_channels(TOWN)
                .await
                .unwrap()
                .counts_in(domain::ids::ChannelId(1_584_163_454_976_000_005), None)
        );
    }
    if left.schema >= 50 {
        assert_eq!(digest.choices.sentence.as_deref(), Some("Read the first one, please."));
        let copy = store.copy_as_it_left((TOWN, YEAR, ADA), 0).await.unwrap().unwrap();
        assert!(copy.quotes.iter().any(|quote| quote.words.contains("at midnight")), "{:?}", copy.quotes);
        assert_eq!(store.answer(TOWN, YEAR, ADA).await.unwrap().unwrap().words, "Thank you all.");
        let mail = store.boss(TOWN, BEN).await.unwrap().unwrap().mail.unwrap();
        assert_eq!(mail.to, "rosa.diaz@example.com".parse().unwrap());
    }
    // Everything about a person is found, and erased.
    assert!(!store.held_about(KIM).await.unwrap().is_empty());
    store.erase(KIM, at("2027-01-26 12:00 Europe/Berlin")).await.unwrap();
    assert!(store.held_about(KIM).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bot_goes_on_with_a_migrated_database() {
    for left in &ALL {
        for on in left.on {
            let database = left.database(*on).await;
            let mut town = Town::over(database, "2026-12-20 12:00 Europe/Berlin", |_| {}).await;
            assert_eq!(GuildId(town.server.id()), TOWN, "the simulator numbers a town as it did then");
            // This simulated Discord does not have the commands that the other one registered.
            town.database.behind("delete from remembered where name = 'commands'").await;
            town.stage.set(at("2027-01-26 10:10 Europe/Berlin"));
            town.stage.start().await.unwrap();
            town.advance_to("2027-01-26 11:00 Europe/Berlin").await;
            let texts: Vec<String> = town.posts().iter().map(discord_sim::MessageHandle::text).collect();
            assert_eq!(texts.len(), 1, "only what it was killed at: {texts:#?}");
            assert!(texts[0].contains("For the early mornings."), "{}", texts[0]);
            let mine = town.mia.slash(&town.help, "cmad mine", &[]).await.settled().await;
            assert!(mine.text().contains("Ben"), "{}", mine.text());
            town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
            let update = town.ben.dms().pop().expect("Ben's page has changed").text();
            assert!(update.contains("For the early mornings.") && update.contains("You kept us safe."), "{update}");
            assert_eq!(town.posts().len(), 1, "no step came twice");
            town.ends_well().await;
        }
    }
}
