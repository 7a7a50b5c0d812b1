//! A lease that expires while its send waits: the machine slept, or the worker is slow. Another process then looks the
//! send up and takes it over; the late worker settles nothing and begins nothing.

use chrono::TimeDelta;
use cmad::store::sends::SendRecord;
use discord_sim::{Fault, FaultKind};
use domain::campaign::Step;
use domain::send::{HeldBy, SendState, Task};

use crate::databases::On;
use crate::town::{Town, at};

const DUE: &str = "2027-01-11 10:00 Europe/Berlin";
const LEASE: TimeDelta = TimeDelta::seconds(120);
const MESSAGES: &str = "POST /channels/*/messages";

/// What the announcement waits for. The event is due at the same time, and waits for the only worker.
const WAITS: [(&str, FaultKind); 2] = [
    ("for an answer to what was done", FaultKind::DoneThenHang),
    ("for an answer to what was not done", FaultKind::Hang),
];

/// How Discord asks to wait: for a moment or for longer, on one route or on all.
const LIMITS: [(u64, bool); 4] = [(1500, false), (1500, true), (30_000, false), (30_000, true)];

/// The town just before the announcement, with a bot that sends one thing at a time.
async fn town(on: On) -> Town {
    let mut town = Town::on(on, "2027-01-05 12:00 Europe/Berlin", |_| {}).await;
    town.restart_with(|config| {
        config.dispatch.concurrency = 1;
        config.discord.timeout_s = 2;
    })
    .await;
    town.set_up_here().await;
    town.advance_to_just_before(DUE).await;
    town
}

/// The states of the announcement and of its event.
async fn states(town: &Town) -> Vec<SendState> {
    let guild = domain::ids::GuildId(town.server.id());
    let sends = town.stage.bot().store().sends(guild, 2027).await.unwrap();
    sends.into_iter().filter(|send| send.key.kind().name() == "announce").map(|send| send.state).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_send_whose_lease_expires_is_taken_over_and_sent_once() {
    for on in [On::Sqlite, On::Postgres] {
        for (waits, fault) in WAITS {
            let mut town = town(on).await;
            town.sim().fault(Fault::on(MESSAGES, fault));
            town.stage.set(at(DUE));
            let (faults, store) = (town.faults() + 1, town.stage.bot().store().clone());
            let another = async {
                town.sim().until_faults(faults).await;
                // The machine slept; another process has claimed both, and died.
                town.stage.set(at(DUE) + LEASE);
                let taken = store.claim_due(at(DUE) + LEASE, 9, LEASE, "another").await.unwrap();
                assert!(taken.iter().all(|claim| claim.send().uncertain), "{waits}: they must be looked up");
                taken.len()
            };
            let ((), taken) = tokio::join!(town.stage.bot().beat(), another);
            assert_eq!(taken, 2, "{waits}");
            assert_eq!(town.events(), 0, "{waits}: what had not begun is not begun any more");
            assert_eq!(states(&town).await, [SendState::Claimed; 2], "{waits}: the late worker settles nothing");

            town.advance_to("2027-01-11 10:30 Europe/Berlin").await;
            assert_eq!((town.posts().len(), town.events()), (1, 1), "{on:?}, {waits}");
            assert_eq!(states(&town).await, [SendState::Sent; 2], "{waits}");
            town.ends_well().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_for_a_limit_holds_no_worker_and_is_no_try() {
    for on in [On::Sqlite, On::Postgres] {
        for (retry_after_ms, global) in LIMITS {
            let limit = format!("{on:?}, {retry_after_ms} ms, global: {global}");
            let mut town = town(on).await;
            town.sim().fault(Fault::on(MESSAGES, FaultKind::RateLimited { retry_after_ms, global }));
            town.stage.set(at(DUE));
            town.stage.bot().beat().await;
            let is_long = retry_after_ms > 5000;
            if is_long {
                // It goes back with its new time; a process that dies here leaves nothing to look up.
                let announcement = announcement(&town).await;
                assert_eq!(announcement.state, SendState::Planned, "{limit}");
                let tries = (announcement.attempts, announcement.lost, announcement.taken_at, announcement.uncertain);
                assert_eq!(tries, (0, 0, None, false), "{limit}");
                assert_eq!(town.posts().len(), 0, "{limit}");
                if !global {
                    assert_eq!(town.events(), 1, "{limit}: the only worker went on with the event");
                }
                town.stage.kill().await;
                town.stage.start().await.unwrap();
            }
            town.stage.advance_to(at(DUE) + TimeDelta::minutes(2)).await.unwrap();
            assert_eq!((town.posts().len(), town.events()), (1, 1), "{limit}");
            let announcement = announcement(&town).await;
            assert_eq!((announcement.attempts, announcement.lost), (1, 0), "{limit}");
            assert_eq!(announcement.held_by, Some(HeldBy::TooMany), "{limit}");
            town.ends_well().await;
        }
    }
}

/// The announcement in the channel.
async fn announcement(town: &Town) -> SendRecord {
    let guild = domain::ids::GuildId(town.server.id());
    let sends = town.stage.bot().store().sends(guild, 2027).await.unwrap();
    sends.into_iter().find(|send| matches!(send.task, Task::Post { step: Step::Announce })).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_process_finds_what_a_slow_one_sent_and_sends_the_rest() {
    let mut town = town(On::Postgres).await;
    if town.database.on == On::Sqlite {
        return;
    }
    let mut second = town.stage.beside("second");
    second.start().await.unwrap();
    town.sim().fault(Fault::on(MESSAGES, FaultKind::DoneThenHang));
    town.stage.set(at(DUE));
    let faults = town.faults() + 1;
    let another = async {
        town.sim().until_faults(faults).await;
        town.stage.set(at(DUE) + LEASE);
        second.settle().await.unwrap();
        (town.posts().len(), town.events())
    };
    let ((), by_then) = tokio::join!(town.stage.bot().beat(), another);
    assert_eq!(by_then, (1, 1), "one was found, the other was sent");
    town.advance_to("2027-01-11 10:30 Europe/Berlin").await;
    assert_eq!((town.posts().len(), town.events()), (1, 1), "the slow process adds nothing");
    assert_eq!(states(&town).await, [SendState::Sent; 2]);
    second.stop().await.unwrap();
    town.ends_well().await;
}
