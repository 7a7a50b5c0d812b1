//! Erasure during a send: what arrives afterwards is taken back.

use chrono::TimeDelta;
use cmad::store::NotCollected;
use cmad::store::settle::Outcome;
use cmad::store::thanks::{Change, NewThanks};
use domain::ids::MessageId;
use domain::plan::Planned;
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;
use domain::thanks::Consent;
use domain::thanks::rules::Refusal;

use super::{ADA, BEN, GUILD, House, KIM, LEASE, NEWS, YEAR, arrived, noon, open, over, server, thanks};
use crate::databases::On;

#[tokio::test]
async fn a_question_under_way_is_deleted_after_an_erasure() {
    let house = House::new().await;
    let task = Task::AskConsent { giver: KIM, channel: NEWS, message: MessageId(50), revision: 0 };
    let ask = Planned { key: SendKey::new(GUILD, YEAR, &task), task, due: noon(), until: None };
    house.store.enqueue(GUILD, YEAR, &ask).await.unwrap();
    let claim = house.claim_one().await;
    house.store.erase(KIM, noon()).await.unwrap();
    assert!(house.sends().await.is_empty(), "nothing names Kim");
    assert!(!house.store.settle(claim, arrived(500), &[], noon()).await.unwrap());
    assert_eq!(house.sends().await, ["unpost/500/0 planned"]);

    // A question that never arrived needs no deletion.
    house.settle(house.claim_one().await, Outcome::Sent(None)).await;
    house.store.enqueue(GUILD, YEAR, &ask).await.unwrap();
    let claim = house.claim_one().await;
    house.store.erase(KIM, noon()).await.unwrap();
    assert!(!house.store.settle(claim, over(SendState::Failed), &[], noon()).await.unwrap());
    assert_eq!(house.sends().await, ["unpost/500/0 sent"]);
}

#[tokio::test]
async fn every_posted_question_is_deleted() {
    let (giver, channel, message) = (KIM, NEWS, MessageId(50));
    let questions = [
        Task::AskConsent { giver, channel, message, revision: 0 },
        Task::AskWhom { giver, channel, message },
        Task::AskToSave { giver, channel, message },
    ];
    for task in questions {
        let house = House::new().await;
        let ask = Planned { key: SendKey::new(GUILD, YEAR, &task), task, due: noon(), until: None };
        house.store.enqueue(GUILD, YEAR, &ask).await.unwrap();
        house.settle(house.claim_one().await, arrived(500)).await;
        house.store.erase(KIM, noon()).await.unwrap();
        assert_eq!(house.sends().await, ["unpost/500/0 planned"], "{}", ask.key);
    }
}

#[tokio::test]
async fn a_post_under_way_is_deleted_after_an_erasure() {
    for manager_goes in [true, false] {
        let house = House::new().await;
        house.keep(1, Consent::Public).await;
        let claim = house.claim_one().await;
        house.store.erase(if manager_goes { ADA } else { KIM }, noon()).await.unwrap();
        house.settle(claim, arrived(500)).await;
        let sends = house.sends().await;
        assert!(sends[0].starts_with("thanks/") && sends[0].ends_with("/0 sent"), "{manager_goes}: {sends:?}");
        assert_eq!(sends[1..], ["unpost/500/0 planned"], "{manager_goes}");
    }
}

#[tokio::test]
async fn every_table_is_known_to_erasure_and_retention() {
    let house = House::new().await;
    assert_eq!(
        house.database.tables().await,
        [
            "answers",
            "boss_replies",
            "campaigns",
            "consents",
            "copied_quotes",
            "copies",
            "copy_places",
            "counters",
            "digests",
            "hashtag_channels",
            "hearing",
            "interactions",
            "judgements",
            "keys",
            "leases",
            "managers",
            "no_more_copies",
            "nominations",
            "not_collected",
            "remembered",
            "saves",
            "sends",
            "servers",
            "suggestions",
            "thanks",
        ],
        "a new table needs its lines in store/privacy.rs, erasure.rs and retention.rs, in docs/privacy.md, and here"
    );
}

#[tokio::test]
async fn a_start_hashes_what_an_earlier_version_stored() {
    let house = House::new().await;
    house.keep(1, Consent::Named).await;
    house.store.save_manager(GUILD, &super::manager(ADA, "Ada")).await.unwrap();
    house.store.set_boss(GUILD, ADA, Some(BEN)).await.unwrap();
    house.database.behind("update thanks set giver_hash = 0").await;
    house.database.behind("insert into no_more_copies (guild, manager, boss) values (7, 11, 12)").await;
    house.store.close().await;

    let store = open(&house.database, &house.key).await.unwrap();
    assert!(store.boss(GUILD, ADA).await.unwrap().unwrap().no_more);
    store.purge_words(GUILD, YEAR, noon()).await.unwrap();
    store.purge_words(GUILD, YEAR, noon()).await.unwrap();
    store.save_campaign(&server(GUILD).campaign(YEAR + 1).unwrap()).await.unwrap();
    let next = NewThanks { year: YEAR + 1, ..thanks(2, ADA, Consent::Named) };
    let id = store.keep_thanks(&[next], noon()).await.unwrap()[0].unwrap().id();
    assert!(!store.thanks(id).await.unwrap().unwrap().first_time, "Kim is known again");
    let held = store.held_about(KIM).await.unwrap().remove(0);
    assert_eq!((held.given.len(), held.only_counted), (1, vec![(YEAR, 1)]));
    // After an erasure no giver is recognised, and the same sources are refused.
    store.erase(KIM, noon()).await.unwrap();
    assert!(store.held_about(KIM).await.unwrap().is_empty());
    for source in [1, 2] {
        let again = store.keep_thanks(&[thanks(source, ADA, Consent::Named)], noon()).await.unwrap();
        assert!(matches!(again[0], Err(Refusal::Gone)), "{source}: {again:?}");
    }
    let later = MessageId::at(noon()).0 + 1;
    let new = NewThanks { year: YEAR + 2, ..thanks(later, ADA, Consent::Named) };
    let id = store.keep_thanks(&[new], noon()).await.unwrap()[0].unwrap().id();
    assert!(store.thanks(id).await.unwrap().unwrap().first_time);
    assert_eq!(store.count_for(GUILD, YEAR, ADA).await.unwrap(), (1, 1), "the count stays");
}

#[tokio::test]
async fn a_purged_thanks_keeps_its_local_date() {
    let evening = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    for (zone, said, noon_there) in [
        // Far in the east and in the west the local date differs from UTC's.
        (chrono_tz::Pacific::Auckland, "2027-01-24T13:30:00Z", "2027-01-24T23:00:00Z"),
        (chrono_tz::America::Los_Angeles, "2027-01-26T05:30:00Z", "2027-01-25T20:00:00Z"),
    ] {
        for way in ["purge", "erase"] {
            let house = House::new().await;
            house.store.save_campaign(&Server { zone, ..server(GUILD) }.campaign(YEAR).unwrap()).await.unwrap();
            let one = NewThanks { said_at: evening(said), ..thanks(1, ADA, Consent::Named) };
            let id = house.store.keep_thanks(&[one], noon()).await.unwrap()[0].unwrap().id();
            for _ in 0..2 {
                match way {
                    "purge" => house.store.purge_words(GUILD, YEAR, noon()).await.unwrap(),
                    _ => drop(house.store.erase(KIM, noon()).await.unwrap()),
                }
            }
            let kept = house.store.thanks(id).await.unwrap().unwrap();
            assert!(kept.is_only_counted());
            assert_eq!(kept.said_at, evening(noon_there), "{zone}: {way}");
        }
    }
}

#[tokio::test]
async fn purges_follow_the_settings_and_survive_a_crash() {
    let house = House::new().await;
    let closes = house.store.campaign(GUILD, YEAR).await.unwrap().unwrap().closes_at;
    let days = TimeDelta::days;
    for (words, wanted) in [(10, days(10)), (20, days(20)), (0, TimeDelta::hours(1))] {
        house.store.plan_purges(words, 30).await.unwrap();
        house.store.plan_purges(words, 30).await.unwrap();
        assert_eq!(house.store.next_due().await.unwrap(), Some(closes + wanted));
    }
    house.store.mark_left(GUILD, noon(), 30).await.unwrap();
    house.store.mark_left(GUILD, noon() + days(1), 30).await.unwrap();
    let later = noon() + days(30);
    let claims = house.claim(later, "first").await;
    let kinds: Vec<&str> = claims.iter().map(|claim| claim.send().key.kind().name()).collect();
    assert_eq!(kinds, ["purge", "purge-server"], "a server that was left is not waited for");
    // The process dies after the removal, and the send is claimed again.
    assert!(house.store.purge_server(GUILD, noon()).await.unwrap());
    assert!(!house.store.purge_server(GUILD, noon()).await.unwrap());
    let again = house.claim(later + LEASE, "second").await;
    assert_eq!(again.iter().map(|claim| claim.send().key.kind().name()).collect::<Vec<_>>(), ["purge-server"]);
    assert_eq!(house.store.server(GUILD).await.unwrap(), None);
}

#[tokio::test]
async fn the_file_holds_nothing_of_erased_words() {
    let house = House::new().await;
    for source in 1..=20 {
        let said = NewThanks { words: "x".repeat(3000), ..thanks(source, ADA, Consent::Named) };
        house.store.keep_thanks(&[said], noon()).await.unwrap();
    }
    let mut connection = house.database.connect().await;
    let sealed: Vec<String> =
        sqlx::query_scalar("select said_enc from thanks").fetch_all(&mut connection).await.unwrap();
    // Only the nonce tells them apart.
    let nonces: Vec<&str> = sealed.iter().map(|sealed| &sealed[15..47]).collect();
    assert!(!house.held(&nonces).await.is_empty(), "the right place is looked at");
    house.store.erase(KIM, noon()).await.unwrap();
    if house.database.on == On::Sqlite {
        assert_eq!(house.held(&nonces).await, [""; 0]);
        let free: i64 = sqlx::query_scalar("pragma freelist_count").fetch_one(&mut connection).await.unwrap();
        assert_eq!(free, 0, "the file was written anew: no page is left over, nor a gap in one");
    }
    sqlx::Connection::close(connection).await.unwrap();
}

#[tokio::test]
async fn a_late_change_writes_nothing_into_an_erased_thanks() {
    let house = House::new().await;
    let id = house.keep(1, Consent::Named).await;
    house.store.erase(KIM, noon()).await.unwrap();
    let words = Change::Words("Thank you again".into());
    for late in [words, Change::Consent(Consent::Public)] {
        house.store.change_thanks(id, &late, noon()).await.unwrap();
    }
    let stored = house.store.thanks(id).await.unwrap().unwrap();
    assert_eq!((stored.words.as_str(), stored.consent), ("", Consent::Private));
    assert!(house.sends().await.is_empty(), "nothing is posted of it");
}

#[tokio::test]
async fn an_older_database_learns_from_the_list_until_when_someone_was_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::new().await;
    let store = house.store.clone().keeping_erasures_in(Some(folder.path().join("list")));
    let at = |minutes: i64| MessageId(MessageId::at(noon() + TimeDelta::minutes(minutes)).0 + 7);
    let collected = async |said| store.not_collected(GUILD, KIM, said).await.unwrap();
    store.ignore(KIM, noon()).await.unwrap();
    store.notice_again(KIM, at(10)).await.unwrap();
    let forget = "delete from not_collected";
    let restore_older = async |sql: &'static str| {
        let mut connection = house.database.connect().await;
        sqlx::query(sql).execute(&mut connection).await.unwrap();
    };
    // As after its own change; from before they were ignored; from while they were.
    for older in ["select 1", forget, "update not_collected set until_id = null"] {
        restore_older(older).await;
        store.follow_list(noon()).await.unwrap();
        assert!(!store.is_ignored(KIM).await.unwrap(), "{older}");
        assert_eq!(collected(at(5)).await, Some(NotCollected::Ignored), "{older}");
        assert_eq!(collected(at(11)).await, None, "{older}");
    }
    // Ignored again: from then on everything, until they say so.
    store.ignore(KIM, noon()).await.unwrap();
    restore_older(forget).await;
    store.follow_list(noon()).await.unwrap();
    assert!(store.is_ignored(KIM).await.unwrap());
    assert_eq!(collected(at(99)).await, Some(NotCollected::Ignored));
}
