//! Restoring a backup on the other kind of database, later, and after an erasure.

use std::fs;

use chrono::TimeDelta;
use cmad::cli::{backup, restore};
use cmad::ports::clock::System;
use cmad::store::sealing::Codec;
use cmad::store::thanks::NewThanks;
use domain::ids::{MessageId, UserId};
use domain::send::SendState;
use domain::thanks::Consent;
use domain::thanks::rules::Refusal;

use super::{ADA, BEN, GUILD, House, KIM, LEE, YEAR, arrived, manager, noon, on, open, react, server, thanks};
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
    let next = NewThanks { giver: LEE, words: "Lupin".into(), ..thanks(3, ADA, Consent::Named) };
    let next = there.keep_thanks(&[next], noon()).await.unwrap()[0].unwrap().id();
    assert!(![kims, lees].contains(&next), "numbers go on");

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

#[tokio::test]
async fn a_restore_follows_the_list_whatever_the_clocks_say() {
    let house = House::new().await;
    let erasures = house.database.folder.path().join("erasures");
    let store = house.store.clone().keeping_erasures_in(Some(erasures.clone()));
    // As a start does.
    assert_eq!(store.follow_list(noon()).await.unwrap(), 0);
    store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    store.set_boss(GUILD, ADA, Some(BEN)).await.unwrap();
    // Lee is a keyed hash by now, Kim is not.
    store.keep_thanks(&[NewThanks { giver: LEE, ..thanks(1, ADA, Consent::Named) }], noon()).await.unwrap();
    store.purge_words(GUILD, YEAR, noon()).await.unwrap();
    store.save_campaign(&server(GUILD).campaign(YEAR + 1).unwrap()).await.unwrap();
    let next = |source| NewThanks { year: YEAR + 1, ..thanks(source, ADA, Consent::Named) };
    store.keep_thanks(&[next(2)], noon()).await.unwrap();
    let mia = UserId(23);
    store.ignore(mia, noon()).await.unwrap();
    // The clock of the machine that made the backup was a year ahead.
    let file = house.database.folder.path().join("backup");
    backup::back_up(&store, &file, noon() + TimeDelta::days(365)).await.unwrap();
    store.erase(KIM, noon() + TimeDelta::minutes(5)).await.unwrap();
    store.erase(LEE, noon() + TimeDelta::minutes(6)).await.unwrap();
    store.note_boss_wants_no_more(GUILD, ADA, BEN).await.unwrap();
    store.notice_again(mia, MessageId::at(noon())).await.unwrap();
    store.ignore(BEN, noon()).await.unwrap();
    let list = fs::read_to_string(&erasures).unwrap();
    assert!(list.lines().count() > 4 && list.lines().all(|line| line.starts_with('-')), "keyed hashes alone: {list}");

    for _ in 0..2 {
        let database = Database::new(on()).await;
        let there = open(&database, &house.key).await.unwrap().keeping_erasures_in(Some(erasures.clone()));
        let restored = restore::restore(&there, &file, noon() + TimeDelta::days(366)).await.unwrap();
        assert_eq!(restored.erased, 1, "Kim is named, Lee's hash is replaced");
        for person in [KIM, LEE] {
            let held = there.held_about(person).await.unwrap();
            assert!(held.is_empty(), "{person}: {held:?}");
        }
        assert!(there.boss(GUILD, ADA).await.unwrap().unwrap().no_more, "a boss's stop");
        assert_eq!((there.is_ignored(BEN).await.unwrap(), there.is_ignored(mia).await.unwrap()), (true, false));
        // What they said before is not collected, what they say later is.
        let before = there.keep_thanks(&[next(3)], noon()).await.unwrap();
        assert!(matches!(before[0], Err(Refusal::Gone)), "{before:?}");
        let later = MessageId::at(noon() + TimeDelta::minutes(7)).0;
        let id = there.keep_thanks(&[next(later)], noon()).await.unwrap()[0].unwrap().id();
        // The list is known now: Kim's new words stay, here and in a later backup.
        assert_eq!(there.follow_list(noon()).await.unwrap(), 0);
        let again = database.folder.path().join("again");
        backup::back_up(&there, &again, noon()).await.unwrap();
        let third = Database::new(on()).await;
        let third = open(&third, &house.key).await.unwrap().keeping_erasures_in(Some(erasures.clone()));
        assert_eq!(restore::restore(&third, &again, noon()).await.unwrap().erased, 0);
        assert_eq!(third.thanks(id).await.unwrap().unwrap().words, format!("Thank you, {later}"));
    }
}

#[tokio::test]
async fn what_others_said_to_someone_before_their_erasure_stays_gone_when_they_come_back() {
    let house = House::new().await;
    house.store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    house.keep(1, Consent::Named).await;
    house.store.erase(ADA, noon()).await.unwrap();
    house.store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    let before = house.store.keep_thanks(&[thanks(1, ADA, Consent::Named)], noon()).await.unwrap();
    assert!(matches!(before[0], Err(Refusal::Declined)), "{before:?}");
    house.keep(MessageId::at(noon()).0 + 1, Consent::Named).await;
}
