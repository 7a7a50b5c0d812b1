//! Group commit: each of many simultaneous writes is stored or refused by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use chrono_tz::Europe::Lisbon;
use cmad::ports::clock::System;
use cmad::store::sealing::Codec;
use cmad::store::thanks::{NewThanks, ThanksStored};
use cmad::store::{Access, CommitDecision, CommitObserver, NewPlan, PlanInputs, Store};
use domain::ids::UserId;
use domain::plan;
use domain::send::{SendKey, Task};
use domain::server::Server;
use domain::thanks::Consent;
use domain::thanks::rules::Refusal;
use tokio::sync::Notify;

use super::{ADA, GUILD, House, YEAR, manager, noon, open, server, thanks};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_write_is_stored() {
    let house = House::new().await;
    let mut givers = tokio::task::JoinSet::new();
    for source in 0..200_u64 {
        let store = house.store.clone();
        givers.spawn(async move {
            // Every source comes twice, as from two connections.
            let one = [thanks(source / 2 + 1, ADA, Consent::Named)];
            store.keep_thanks(&one, noon()).await.unwrap()[0]
        });
    }
    let kept = givers.join_all().await;
    let new = kept.iter().filter(|kept| matches!(kept, Ok(ThanksStored::New(_)))).count();
    assert_eq!(new, 100, "each source once");
    // Another connection and the next start see what was acknowledged.
    let store = open(&house.database, &house.key).await.unwrap();
    assert_eq!(store.total(GUILD, YEAR).await.unwrap().thanks, 100);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_hold_also_for_two_processes_at_one_moment() {
    let house = House::new().await;
    let other = open(&house.database, &house.key).await.unwrap();
    let mut givers = tokio::task::JoinSet::new();
    for source in 1..=60_u64 {
        let store = if source % 2 == 0 { house.store.clone() } else { other.clone() };
        givers.spawn(async move {
            let one = NewThanks { per_hour: 10, ..thanks(source, ADA, Consent::Named) };
            store.keep_thanks(&[one], noon()).await.unwrap()[0]
        });
    }
    let kept = givers.join_all().await;
    let refused = kept.iter().filter(|kept| **kept == Err(Refusal::TooMany { limit: 10 })).count();
    assert_eq!(refused, 50, "{kept:?}");
    assert_eq!(house.store.total(GUILD, YEAR).await.unwrap().thanks, 10);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failing_write_does_not_affect_the_others() {
    let house = House::new().await;
    // A row that the database refuses, among others that it accepts.
    house
        .database
        .behind("create unique index no_two_alike on thanks (guild, year, giver, said_at, door, consent)")
        .await;
    let mut givers = tokio::task::JoinSet::new();
    for source in 1..=60_u64 {
        let store = house.store.clone();
        givers.spawn(async move {
            let mut one = thanks(source, ADA, Consent::Named);
            one.giver = UserId(1000 + source / 2);
            store.keep_thanks(&[one], noon()).await.is_ok()
        });
    }
    let told = givers.join_all().await.into_iter().filter(|kept| *kept).count();
    assert_eq!(told, 31, "one of each pair, and the two that have none");
    assert_eq!(house.store.total(GUILD, YEAR).await.unwrap().thanks, 31, "what was told is what was kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_write_does_not_affect_the_others() {
    let house = House::new().await;
    let mut givers = tokio::task::JoinSet::new();
    let mut given_up = Vec::new();
    for source in 1..=90_u64 {
        let store = house.store.clone();
        let handle = givers.spawn(async move {
            store.keep_thanks(&[thanks(source, ADA, Consent::Named)], noon()).await.unwrap();
        });
        if source % 3 == 0 {
            given_up.push(handle);
        }
    }
    tokio::task::yield_now().await;
    for handle in given_up {
        handle.abort();
    }
    let mut told = 0;
    while let Some(ended) = givers.join_next().await {
        told += u32::from(ended.is_ok());
    }
    assert!(told >= 60, "{told}");
    let kept = house.store.total(GUILD, YEAR).await.unwrap().thanks;
    assert!((told..=90).contains(&kept), "every acknowledged write is stored: {told} of {kept}");
    house.keep(1000, Consent::Named).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn managers_who_join_at_once_all_get_a_digest() {
    let house = House::new().await;
    let mut joining = tokio::task::JoinSet::new();
    for number in 0..40_u64 {
        let store = house.store.clone();
        joining.spawn(async move {
            store.save_manager(GUILD, &manager(UserId(100 + number), "Someone")).await.unwrap();
            let make = |standing: PlanInputs| {
                let sends = plan::sends(&standing.campaign, &standing.recipients);
                NewPlan { fingerprint: plan::fingerprint(&sends), sends, answered: Vec::new() }
            };
            store.replan(GUILD, make, noon()).await.unwrap();
        });
    }
    joining.join_all().await;
    for number in 0..40_u64 {
        let digest = Task::Digest { manager: UserId(100 + number), revision: 0 };
        let key = SendKey::new(GUILD, YEAR, &digest);
        assert!(house.store.send(&key).await.unwrap().is_some(), "{key} is planned");
    }
}

/// Delays a commit until it is released.
#[derive(Default)]
struct Holding {
    holds: AtomicBool,
    reached: Notify,
    released: Notify,
}

#[async_trait]
impl CommitObserver for Holding {
    async fn before_commit(&self) -> CommitDecision {
        if self.holds.load(Ordering::SeqCst) {
            self.reached.notify_one();
            self.released.notified().await;
        }
        CommitDecision::Commit
    }

    async fn after_commit(&self) {}
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_uses_the_settings_that_another_process_is_saving() {
    let house = House::new().await;
    let holding = Arc::new(Holding::default());
    let codec = Codec::new(&house.key, Arc::new(System)).unwrap();
    let observer = Some(Arc::<Holding>::clone(&holding) as Arc<dyn CommitObserver>);
    let other = Store::open_with(&house.database.url, codec, Access::default(), observer).await.unwrap();
    holding.holds.store(true, Ordering::SeqCst);
    let saving = tokio::spawn(async move { other.save_server(&Server { zone: Lisbon, ..server(GUILD) }).await });
    holding.reached.notified().await;
    let store = house.store.clone();
    let planning = tokio::spawn(async move {
        let mut zone = None;
        let make = |standing: PlanInputs| {
            zone = Some(standing.campaign.zone);
            NewPlan { fingerprint: String::new(), sends: Vec::new(), answered: Vec::new() }
        };
        store.replan(GUILD, make, noon()).await.unwrap();
        zone
    });
    // The plan reads the settings only after these are written.
    for _ in 0..20 {
        assert_ne!(house.store.server(GUILD).await.unwrap().unwrap().zone, Lisbon, "it is not saved yet");
    }
    holding.released.notify_one();
    saving.await.unwrap().unwrap();
    assert_eq!(planning.await.unwrap(), Some(Lisbon));
}
