//! Claims of sends, and what a new plan does to existing sends.

use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;
use cmad::store::sends::{Claim, Irreversible};
use cmad::store::settle::Outcome;
use cmad::store::sharing::Share;
use domain::campaign::{Campaign, Hour, Schedule, Step, Switch};
use domain::ids::{MessageId, UserId};
use domain::plan::{self, Planned, Recipient};
use domain::send::{HeldBy, SendKey, SendState, Task};

use super::{ADA, BEN, GUILD, House, LEASE, YEAR, arrived, noon, over, react};
use crate::town::at;

#[tokio::test]
async fn a_send_has_one_holder_at_a_time() {
    let house = House::new().await;
    for message in 0..20 {
        assert!(house.store.enqueue(GUILD, YEAR, &react(message, noon())).await.unwrap());
        assert!(!house.store.enqueue(GUILD, YEAR, &react(message, noon())).await.unwrap(), "it is there already");
    }
    house.store.enqueue(GUILD, YEAR, &react(20, noon() + LEASE)).await.unwrap();
    let mut workers = tokio::task::JoinSet::new();
    for worker in 0..4 {
        let store = house.store.clone();
        workers.spawn(async move {
            let mut keys = Vec::new();
            loop {
                let claims = store.claim_due(noon(), 3, LEASE, &format!("worker {worker}")).await.unwrap();
                if claims.is_empty() {
                    return keys;
                }
                keys.extend(claims.iter().map(|claim| claim.send().key.clone()));
            }
        });
    }
    let mut taken = workers.join_all().await.concat();
    assert_eq!(taken.len(), 20);
    taken.sort();
    taken.dedup();
    assert_eq!(taken.len(), 20, "no send was claimed twice");
    assert_eq!(house.store.next_due().await.unwrap(), Some(noon() + LEASE));
}

#[tokio::test]
async fn a_claim_that_expires_is_taken_again_as_uncertain() {
    let house = House::new().await;
    let send = react(1, noon());
    house.store.enqueue(GUILD, YEAR, &send).await.unwrap();
    let slow = house.claim(noon(), "slow").await.remove(0);
    assert!(!slow.send().uncertain);
    assert!(house.claim(noon() + LEASE - TimeDelta::milliseconds(1), "other").await.is_empty());
    let other = house.claim(noon() + LEASE, "other").await.remove(0);
    assert!(other.send().uncertain, "it may have arrived");
    assert_eq!((other.send().attempts, other.send().taken_at), (2, Some(noon())));

    let late = house.store.settle(slow, arrived(1), &[react(2, noon())], noon()).await.unwrap();
    assert!(!late, "the slow worker changes nothing");
    assert_eq!(house.sends().await, ["react/1/0 claimed"]);
    let again = Outcome::Again { at: noon() + LEASE * 2, uncertain: true, held: Some(HeldBy::Refused(500)) };
    house.settle(other, again).await;
    assert!(house.claim(noon() + LEASE, "third").await.is_empty());
    let third = house.claim(noon() + LEASE * 2, "third").await.remove(0);
    assert!(third.send().uncertain && third.send().code == Some(500));
    assert!(house.store.settle(third, arrived(3), &[react(2, noon())], noon()).await.unwrap());
    let follows = ["react/1/0 sent", "react/2/0 planned", "unreact/1/0 planned"];
    assert_eq!(house.sends().await, follows, "with what follows from it; nothing counts under this message");
    let found = house.store.send_of_message(MessageId(3)).await.unwrap().unwrap();
    assert_eq!((found.key, found.settled_at, found.uncertain), (send.key, Some(noon()), false));
}

#[tokio::test]
async fn what_was_lost_twice_in_a_row_is_claimed_alone_and_ever_more_seldom() {
    let house = House::new().await;
    house.store.enqueue_all(&[(GUILD, YEAR, react(1, noon())), (GUILD, YEAR, react(2, noon()))]).await.unwrap();
    let alone = async |leases: i32| {
        let now = noon() + LEASE * leases;
        house.store.claim_alone((Irreversible::Allowed, &Share::all()), now, LEASE, "alone").await.unwrap()
    };
    for (leases, lost) in [(0, 0), (1, 1)] {
        assert!(alone(leases).await.is_none());
        let claims = house.claim(noon() + LEASE * leases, "together").await;
        assert_eq!(claims.iter().map(|claim| claim.send().lost).collect::<Vec<_>>(), [lost, lost]);
    }
    assert!(
        !house.store.has_lost((Irreversible::Allowed, &Share::all()), noon() + LEASE).await.unwrap(),
        "they are under way"
    );
    let now = noon() + LEASE * 2;
    assert!(house.claim(now, "together").await.is_empty());
    assert!(house.store.has_lost((Irreversible::Allowed, &Share::all()), now).await.unwrap());
    let (first, second) = (alone(2).await.unwrap(), alone(2).await.unwrap());
    assert_eq!((first.send().lost, second.send().lost), (2, 2));
    assert!(alone(2).await.is_none());
    house.settle(second, over(SendState::Skipped)).await;

    // The first is lost again: after one lease, then after two more.
    assert_eq!(alone(3).await.unwrap().send().lost, 3);
    assert!(alone(4).await.is_none());
    let claim = alone(5).await.unwrap();
    assert_eq!((claim.send().key.clone(), claim.send().lost), (first.send().key.clone(), 4));
    // What was not started is not lost, and not safe either.
    house.settle(claim, Outcome::GivenBack).await;
    let together = house.claim(noon() + LEASE * 5, "together").await;
    assert!(together.iter().all(|claim| claim.send().key != first.send().key), "{together:?}");
    let claim = alone(5).await.unwrap();
    assert!(claim.send().lost == 4 && claim.send().uncertain);
    // An outcome proves that the process survives it.
    let (at, uncertain) = (noon() + LEASE * 6, false);
    house.settle(claim, Outcome::Again { at, uncertain, held: None }).await;
    assert!(alone(6).await.is_none());
    let claims = house.claim(at, "together").await;
    assert!(claims.iter().all(|claim| claim.send().lost == 0), "{claims:?}");
    assert!(claims.iter().any(|claim| claim.send().key == first.send().key), "{claims:?}");
}

#[tokio::test]
async fn sends_of_paused_and_left_servers_are_not_claimed() {
    let house = House::new().await;
    house.store.enqueue(GUILD, YEAR, &react(1, noon())).await.unwrap();
    let nothing = async || house.claim(noon(), "worker").await.is_empty();
    house.store.pause(GUILD, noon()).await.unwrap();
    assert!(nothing().await && house.store.next_due().await.unwrap().is_none());
    house.store.resume(GUILD, noon()).await.unwrap();
    house.store.mark_left(GUILD, noon(), 30).await.unwrap();
    assert!(nothing().await, "but its removal is claimed");
    assert_eq!(house.store.next_due().await.unwrap(), Some(noon() + TimeDelta::days(30)));
    house.store.note_server(GUILD, "Northwind", noon()).await.unwrap();
    assert_eq!(house.store.next_due().await.unwrap(), Some(noon()));
    assert!(!nothing().await);
}

/// The plan with these managers, with this hour in place of 09:00 and 10:00.
fn plan_at(hour: u8, off: Option<Step>, managers: &[UserId]) -> Vec<Planned> {
    let schedule = Schedule::default().with_hour(Hour::chosen(hour).unwrap()).unwrap();
    let schedule = off.map_or(schedule.clone(), |step| schedule.switch(step, Switch::Off).unwrap());
    let campaign = Campaign::new(GUILD, YEAR, Berlin, schedule).unwrap();
    let to = |user: &UserId| Recipient { user: *user, zone: None, breathe: true };
    plan::sends(&campaign, &managers.iter().map(to).collect::<Vec<_>>())
}

fn key_of(step: Step) -> SendKey {
    SendKey::new(GUILD, YEAR, &Task::Post { step })
}

#[tokio::test]
async fn a_new_plan_moves_and_removes_unclaimed_sends() {
    let house = House::new().await;
    let now = at("2027-01-11 10:00 Europe/Berlin");
    let plan = async |plan: &[Planned]| house.plan(GUILD, plan, &[], now).await;
    let due = async |key: &SendKey| house.store.send(key).await.unwrap().map(|send| send.due);
    let local = |text: &str| Some(at(&format!("{text} Europe/Berlin")));
    plan(&plan_at(10, None, &[ADA, BEN])).await;
    assert_eq!(house.sends().await.len(), 16);
    // Claimed: the roster check arrives, the announcement is under way.
    let [check, announce, event] = <[Claim; 3]>::try_from(house.claim(now, "worker").await).unwrap_or_else(|claims| {
        panic!("roster check, announcement and event are due, not {claims:?}");
    });
    assert_eq!(check.send().task, Task::RosterCheck);
    let check_key = check.send().key.clone();
    house.settle(check, arrived(1)).await;
    // The event was surely not made: it waits again.
    let event = if event.send().task == Task::Event { event } else { panic!("{event:?}") };
    let event_key = event.send().key.clone();
    house.settle(event, Outcome::Again { at: now + LEASE, uncertain: false, held: Some(HeldBy::Refused(50013)) }).await;
    // A reaction is not part of a plan.
    house.store.enqueue(GUILD, YEAR, &react(1, now)).await.unwrap();

    plan(&plan_at(12, Some(Step::Eve), &[ADA])).await;
    assert_eq!(due(&key_of(Step::Countdown)).await, local("2027-01-18 12:00"), "moved");
    assert_eq!(due(&key_of(Step::LastCall)).await, local("2027-01-25 17:00"), "where it was");
    assert_eq!(due(&key_of(Step::Eve)).await, None, "switched off");
    assert_eq!(due(&check_key).await, local("2026-12-28 10:00"), "what was sent stays");
    assert_eq!(due(&announce.send().key).await, local("2027-01-11 10:00"), "what is under way stays");
    assert_eq!(due(&event_key).await, local("2027-01-11 12:00"), "what came back moves with the plan");
    let of_ben = |key: &str| key.contains("/12/");
    assert!(!house.sends().await.iter().any(|key| of_ben(key)), "Ben was taken off");
    assert_eq!(house.state(&react(1, now).key).await, Some(SendState::Planned));
    house.settle(announce, arrived(2)).await;

    plan(&plan_at(12, Some(Step::Announce), &[ADA])).await;
    assert_eq!(house.state(&event_key).await, None, "what came back goes with the plan");
    assert_eq!(house.state(&key_of(Step::Announce)).await, Some(SendState::Sent));
    assert_eq!(due(&key_of(Step::Eve)).await, local("2027-01-24 12:00"), "switched on again");
    assert!(house.claim(now, "worker").await.iter().all(|claim| claim.send().key.kind().name() == "react"));
}

#[tokio::test]
async fn a_send_that_may_have_arrived_survives_a_new_plan() {
    let house = House::new().await;
    let now = at("2027-01-18 10:00 Europe/Berlin");
    let countdown: Vec<Planned> =
        plan_at(10, None, &[]).into_iter().filter(|send| send.key == key_of(Step::Countdown)).collect();
    house.plan(GUILD, &countdown, &[], now).await;
    let claim = house.claim(now, "worker").await.remove(0);
    house.settle(claim, Outcome::Again { at: now + LEASE, uncertain: true, held: None }).await;
    for plan in [plan_at(12, None, &[]), Vec::new()] {
        house.plan(GUILD, &plan, &[], now).await;
        let kept = house.store.send(&key_of(Step::Countdown)).await.unwrap().unwrap();
        assert_eq!((kept.due, kept.uncertain), (now, true));
    }
}

#[tokio::test]
async fn a_skipped_send_is_planned_again_only_for_the_future() {
    let house = House::new().await;
    let key = key_of(Step::Countdown);
    let late = at("2027-01-19 11:00 Europe/Berlin");
    let at_hour =
        |hour: u8| -> Vec<Planned> { plan_at(hour, None, &[]).into_iter().filter(|send| send.key == key).collect() };
    let plan = async |plan: &[Planned]| {
        house.plan(GUILD, plan, &[], late).await;
        house.state(&key).await
    };
    assert_eq!(plan(&at_hour(10)).await, Some(SendState::Planned));
    let claim = house.claim(late, "worker").await.remove(0);
    house.settle(claim, over(SendState::Skipped)).await;
    assert_eq!(plan(&at_hour(10)).await, Some(SendState::Skipped), "nothing changed");
    assert_eq!(plan(&at_hour(9)).await, Some(SendState::Skipped), "its new time is past as well");
    assert_eq!(plan(&at_hour(12)).await, Some(SendState::Planned), "at 12:00 it was until 12:00 of the next day");
    let back = house.store.send(&key).await.unwrap().unwrap();
    assert_eq!((back.taken_at, back.settled_at), (None, None), "it is not claimed any more");
    assert_eq!(plan(&[]).await, None, "so it goes with the plan again");

    // An answer replaces a waiting send, and nothing else.
    let answered = [(key.clone(), SendState::Skipped), (key_of(Step::Eve), SendState::Sent)];
    house.plan(GUILD, &at_hour(10), &answered, late).await;
    assert_eq!(house.state(&key).await, Some(SendState::Skipped));
    assert!(house.claim(late, "worker").await.is_empty());
}
