//! Many servers at once: the order of claims, and the spreading of sends that are due together.

use chrono::{DateTime, TimeDelta, Utc};
use domain::campaign::Step;
use domain::ids::{GuildId, UserId};
use domain::plan::Planned;
use domain::send::{SendKey, SendKind, SendState, Task};
use domain::urgency::Urgency;

use super::{GUILD, House, YEAR, noon, server};

fn planned(guild: GuildId, task: Task, due: DateTime<Utc>) -> Planned {
    Planned { key: SendKey::new(guild, YEAR, &task), task, due, until: None }
}

#[tokio::test]
async fn sends_are_claimed_in_the_order_in_which_their_tolerances_end() {
    let house = House::new().await;
    let mut wanted = Vec::new();
    for (n, task) in SendKind::all().map(|kind| kind.sample(9)).enumerate() {
        // Each is due a little later than the one before, so that the order by due time would differ.
        let due = noon() - TimeDelta::minutes(40) + TimeDelta::seconds(i64::try_from(n).unwrap());
        let send = planned(GUILD, task, due);
        let urgency = send.key.kind().urgency();
        wanted.push((urgency == Urgency::Last, due + urgency.tolerance(), send.key.to_string()));
        house.store.enqueue(GUILD, YEAR, &send).await.unwrap();
    }
    wanted.sort();
    wanted.dedup();
    let mut taken = Vec::new();
    loop {
        // One at a time, because that shows the order.
        let claims = house.store.claim_due(noon(), 1, super::LEASE, "worker").await.unwrap();
        let Some(claim) = claims.first() else { break };
        taken.push(claim.send().key.to_string());
    }
    assert_eq!(taken, wanted.into_iter().map(|(_, _, key)| key).collect::<Vec<_>>());
}

/// Sends of many servers that are due at one instant, and of some managers of one server.
async fn crowd(house: &House, servers: u64, due: DateTime<Utc>) {
    for n in 0..servers {
        let guild = GuildId((1_200_000_000_000_000_000 + n) << 2);
        house.store.save_server(&server(guild)).await.unwrap();
        let plan = [planned(guild, Task::Post { step: Step::Day }, due)];
        house.plan(guild, &plan, &[], due - TimeDelta::days(1)).await;
    }
}

#[tokio::test]
async fn many_sends_are_spread_as_needed_and_a_few_are_not() {
    let house = House::new().await;
    let (due, lone) = (noon(), noon() + TimeDelta::hours(1));
    crowd(&house, 100, due).await;
    let digest = Task::Digest { manager: UserId(5), revision: 0 };
    let few = [planned(GUILD, Task::Post { step: Step::Recap }, lone), planned(GUILD, digest, lone)];
    house.plan(GUILD, &few, &[], due).await;
    let spread = async |now| house.store.spread_crowds(now, 50).await.unwrap();
    assert_eq!(spread(due - TimeDelta::minutes(2)).await, 0, "it is not time yet");
    let moved = spread(due - TimeDelta::seconds(30)).await;
    assert!((99..=100).contains(&moved), "one place in ten thousand is the first: {moved}");
    assert_eq!(spread(due).await, 0, "once is enough");
    assert_eq!(spread(lone).await, 0);

    let mut ready = Vec::new();
    for second in 0..5 {
        let now = due + TimeDelta::seconds(second);
        assert!(house.claim(due - TimeDelta::milliseconds(1), "early").await.is_empty(), "never before it is due");
        ready.push(house.claim(now, "worker").await.len());
    }
    assert_eq!(ready.iter().sum::<usize>(), 100, "all within the four seconds that a hundred need: {ready:?}");
    assert!(ready[1..].iter().all(|ready| (15..=35).contains(ready)), "and evenly: {ready:?}");
    let claims = house.claim(lone, "worker").await;
    let alone = claims.iter().filter(|claim| claim.send().guild == GUILD).count();
    assert_eq!(alone, 2, "a single server is not delayed");
}

#[tokio::test]
async fn spread_sends_follow_a_changed_due_time() {
    let house = House::new().await;
    crowd(&house, 60, noon()).await;
    assert!(house.store.spread_crowds(noon(), 10).await.unwrap() > 50);
    let guild = GuildId(1_200_000_000_000_000_000 << 2);
    let later = planned(guild, Task::Post { step: Step::Day }, noon() + TimeDelta::hours(2));
    house.plan(guild, std::slice::from_ref(&later), &[], noon()).await;
    let claims = house.claim(noon() + TimeDelta::hours(1), "worker").await;
    assert_eq!(claims.len(), 59);
    assert_eq!(house.state(&later.key).await, Some(SendState::Planned));
    assert_eq!(house.store.next_due().await.unwrap(), Some(noon() + TimeDelta::hours(1) + super::LEASE));
}
