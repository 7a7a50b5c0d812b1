//! How claims are shared by server and route.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use cmad::store::sends::{Claim, Irreversible};
use cmad::store::sharing::Share;
use domain::campaign::Step;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::send::{Lane, Route, SendKey, Task};

use super::{GUILD, House, LEASE, YEAR, noon, server};
use flood::{Flood, Way, p99};

#[path = "../../../benches/house/flood.rs"]
mod flood;

const OTHERS: u64 = 10;

fn fair() -> Share {
    Share { most_of_route: 4, most_reading: 2, turn: 2, ..Share::all() }
}

fn guild(n: u64) -> GuildId {
    GuildId(GUILD.0 + n)
}

async fn add(house: &House, guild: GuildId, task: Task, late_s: i64) {
    let due = noon() - TimeDelta::seconds(late_s);
    let send = Planned { key: SendKey::new(guild, YEAR, &task), task, due, until: None };
    house.store.enqueue(guild, YEAR, &send).await.unwrap();
}

fn react(channel: u64, message: u64) -> Task {
    Task::React { channel: ChannelId(channel), message: MessageId(message) }
}

async fn claim(house: &House, share: &Share, limit: u32) -> Vec<Claim> {
    house.store.claim_due_of((Irreversible::Allowed, share), noon(), limit, LEASE, "worker").await.unwrap()
}

/// How many claims there are of each server, in their order.
fn by_server(claims: &[Claim]) -> BTreeMap<GuildId, usize> {
    let mut found = BTreeMap::new();
    for claim in claims {
        *found.entry(claim.send().guild).or_default() += 1;
    }
    found
}

/// A server with a hundred sends in as many channels, all due first, and others with one each.
async fn flooded() -> House {
    let house = House::new().await;
    for message in 0..100 {
        add(&house, GUILD, react(5000 + message, message), 60).await;
    }
    for n in 1..=OTHERS {
        house.store.save_server(&server(guild(n))).await.unwrap();
        add(&house, guild(n), react(9000 + n, 900 + n), 0).await;
    }
    house
}

#[tokio::test]
async fn a_server_has_its_turn_and_then_the_others_have_theirs() {
    let house = flooded().await;
    let claims = claim(&house, &fair(), 12).await;
    let servers = by_server(&claims);
    assert_eq!(servers[&GUILD], 2, "{servers:?}");
    assert_eq!(servers.len(), 11, "each of the others is served: {servers:?}");
    // Its two are under way, so that the next ones would be its second turn; there is no one else.
    assert_eq!(claim(&house, &fair(), 12).await.len(), 12, "no place stays empty while something is due");
}

#[tokio::test]
async fn what_is_under_way_counts_for_the_next_turn() {
    let house = flooded().await;
    let under_way = BTreeMap::from([((GUILD, Route { lane: Lane::React, place: 1 }), 2)]);
    let claims = claim(&house, &Share { under_way, ..fair() }, 10).await;
    assert_eq!(by_server(&claims).get(&GUILD), None);
}

#[tokio::test]
async fn reactions_and_messages_of_one_channel_go_one_after_another_and_posts_of_the_plan_do_not_wait_for_them() {
    let house = House::new().await;
    for message in 0..5 {
        add(&house, GUILD, react(50, message), 60).await;
        let (channel, message) = (ChannelId(50), MessageId(message));
        add(&house, GUILD, Task::AskWhom { giver: UserId(1), channel, message }, 60).await;
        add(&house, GUILD, Task::Unpost { channel, message }, 60).await;
    }
    add(&house, GUILD, Task::Post { step: Step::Day }, 0).await;
    for manager in 1..=9 {
        add(&house, GUILD, Task::Digest { manager: UserId(manager), revision: 0 }, 0).await;
    }
    let claims = claim(&house, &fair(), 100).await;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in &claims {
        *kinds.entry(claim.send().task.kind().name()).or_default() += 1;
    }
    let wanted = BTreeMap::from([("react", 1), ("ask-whom", 1), ("unpost", 1), ("day", 1), ("digest", 4)]);
    assert_eq!(kinds, wanted);
    // While one is under way, the next of its route is not claimed.
    let under_way = claims.iter().map(|claim| ((GUILD, Route::of(GUILD, &claim.send().task)), 1)).collect();
    let next = claim(&house, &Share { under_way, ..fair() }, 100).await;
    assert!(next.iter().all(|claim| claim.send().task.kind().name() == "digest") && next.len() == 3, "{next:?}");
}

#[tokio::test]
async fn a_closed_route_holds_up_only_itself_and_is_not_due() {
    let house = House::new().await;
    for channel in [50, 51] {
        add(&house, GUILD, react(channel, channel), 60).await;
    }
    let closed = [Route { lane: Lane::React, place: 50 }].into();
    let share = Share { closed, ..fair() };
    let claims = claim(&house, &share, 9).await;
    assert!(matches!(claims.as_slice(), [one] if one.send().task == react(51, 51)), "{claims:?}");
    let due = |share: Share| {
        let store = house.store.clone();
        async move { store.next_due_of((Irreversible::Allowed, &share), noon()).await.unwrap() }
    };
    assert_eq!(due(share.clone()).await, Some(noon() + LEASE), "only the lease that runs");
    assert_eq!(due(fair()).await, Some(noon() - TimeDelta::seconds(60)));
    assert!(!house.store.has_lost((Irreversible::Allowed, &share), noon()).await.unwrap());
}

#[tokio::test]
async fn the_reading_of_earlier_messages_takes_a_share_of_the_workers() {
    let house = House::new().await;
    for n in 0..6 {
        house.store.save_server(&server(guild(n))).await.unwrap();
        add(&house, guild(n), Task::FindMissed { until: 1 }, 60).await;
    }
    assert_eq!(claim(&house, &fair(), 100).await.len(), 2);
}

#[tokio::test]
async fn a_flood_in_one_server_delays_no_other_server_while_time_is_simulated() {
    let late = async |per_second, way| {
        let house = House::new().await;
        let servers: Vec<GuildId> = (0..40).map(|n| guild(n << 22)).collect();
        for guild in &servers {
            house.store.save_server(&server(*guild)).await.unwrap();
        }
        let lasts = TimeDelta::seconds(8);
        let flood = Flood { store: &house.store, servers: &servers, begins: noon(), lasts, per_second };
        p99(&flood.others_late(way).await)
    };
    let quiet = late(0, Way::Fair).await;
    let flooded = late(50, Way::Fair).await;
    assert!(flooded <= quiet + 1000, "{flooded} ms instead of {quiet}");
    let waiting = late(50, Way::Waiting).await;
    assert!(waiting > quiet + 1000, "the flood is one: workers that wait make others late, {waiting} ms");
}
