//! Restoring a backup on the other kind of database, later, and after an erasure.

use std::fs;

use chrono::TimeDelta;
use cmad::cli::{backup, restore};
use cmad::ports::clock::System;
use cmad::store::sealing::Codec;
use cmad::store::thanks::NewThanks;
use domain::send::SendState;
use domain::thanks::Consent;

use super::{ADA, BEN, GUILD, House, KIM, LEE, YEAR, arrived, manager, noon, on, open, react, thanks};
use crate::databases::{Database, On};

/// The other kind of database.
fn other() -> On {
    if on() == On::Sqlite { On::Postgres } else { On::Sqlite }
}

#[tokio::test]
async fn a_restored_backup_posts_nothing_twice_and_brings_no_one_back() {
    let house = House::new().await;
    let store = &house.store;
    let erasures = house.database.folder.path().join("erasures");
    let store = store.clone().keeping_erasures_in(Some(erasures.clone()));
    store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    store.set_boss(GUILD, ADA, Some(BEN)).await.unwrap();
    let kims = house.keep(1, Consent::Named).await;
    let said = NewThanks { giver: LEE, words: "Larkspur 💚".into(), ..thanks(2, ADA, Consent::Private) };
    let lees = store.keep_thanks(&[said], noon()).await.unwrap()[0].unwrap().id();
    store.suggest(lees, noon()).await.unwrap();
    let (due, later) = (react(50, noon()), react(51, noon() + TimeDelta::days(1)));
    for send in [&due, &later] {
        store.enqueue(GUILD, YEAR, send).await.unwrap();
    }
    let file = house.database.folder.path().join("backup");
    let rows = backup::back_up(&store, &file, noon()).await.unwrap();
    assert!(backup::back_up(&store, &file, noon()).await.is_err(), "a backup never writes over another");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Northwind") && !text.contains("Larkspur"), "words stay sealed in it");

    // After the backup the due send goes out, and Kim is erased.
    house.settle(house.claim_one().await, arrived(500)).await;
    store.erase(KIM, noon() + TimeDelta::minutes(5)).await.unwrap();

    let database = Database::new(other()).await;
    let there = open(&database, &house.key).await.unwrap().keeping_erasures_in(Some(erasures));
    let restored = restore::restore(&there, &file, noon() + TimeDelta::hours(1)).await.unwrap();
    assert_eq!((restored.rows, restored.looked_for, restored.erased), (rows, 1, 1));
    let claim = there.claim_due(noon() + TimeDelta::hours(1), 9, super::LEASE, "x").await.unwrap().remove(0);
    assert!(claim.send().uncertain, "it is looked for first");
    assert_eq!((&claim.send().key, claim.send().taken_at), (&due.key, Some(noon())), "from when it was due");
    let waits = there.send(&later.key).await.unwrap().unwrap();
    assert_eq!((waits.state, waits.uncertain), (SendState::Planned, false));
    assert!(there.held_about(KIM).await.unwrap().is_empty());
    assert_eq!(there.thanks(kims).await.unwrap().unwrap().words, "");
    assert_eq!(there.thanks(lees).await.unwrap().unwrap().words, "Larkspur 💚");
    assert_eq!(there.boss(GUILD, ADA).await.unwrap().unwrap().member, Some(BEN));
    assert_eq!(there.suggestions(GUILD, YEAR, ADA).await.unwrap().len(), 1);
    let next = there.keep_thanks(&[thanks(3, ADA, Consent::Named)], noon()).await.unwrap()[0].unwrap().id();
    assert!(next.0 > lees.0, "numbers go on");

    let full = restore::restore(&there, &file, noon()).await.unwrap_err().to_string();
    assert!(full.contains("not empty"), "{full}");
}

#[tokio::test]
async fn an_incomplete_backup_changes_nothing() {
    let house = House::new().await;
    house.keep(1, Consent::Named).await;
    let file = house.database.folder.path().join("backup");
    backup::back_up(&house.store, &file, noon()).await.unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let newer = whole.replacen("\"format\":1", "\"format\":2", 1);
    let fewer = [&lines[..2], &lines[3..]].concat().join("\n");
    let strange = whole.replace("[\"servers\",", "[\"pets\",");
    for (broken, says) in [
        (whole[..whole.len() / 2].to_owned(), "cut off"),
        (lines[..lines.len() - 1].join("\n"), "cut off"),
        (String::new(), "cut off"),
        ("hello".to_owned(), "none"),
        (newer, "newer"),
        (fewer, "missing"),
        (strange, "not known"),
    ] {
        let database = Database::new(on()).await;
        let store = open(&database, &house.key).await.unwrap();
        fs::write(&file, broken).unwrap();
        let error = restore::restore(&store, &file, noon()).await.unwrap_err().to_string();
        assert!(error.contains(says), "{says}: {error}");
        assert!(store.servers().await.unwrap().is_empty(), "{says}");
        fs::write(&file, &whole).unwrap();
        restore::restore(&store, &file, noon()).await.unwrap();
        assert_eq!(store.servers().await.unwrap().len(), 1);
    }
    let database = Database::new(on()).await;
    let store = open(&database, &Codec::fresh_key(&System)).await.unwrap();
    let error = restore::restore(&store, &file, noon()).await.unwrap_err().to_string();
    assert!(error.contains("CMAD_KEY"), "{error}");
    assert!(store.servers().await.unwrap().is_empty());
}
