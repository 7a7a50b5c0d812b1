//! Plans of many servers in one transaction: each server has what it would have alone.

use chrono::TimeDelta;
use chrono_tz::{Asia, Europe};
use cmad::store::settle::Outcome;
use cmad::store::{NewPlan, PlanInputs};
use domain::campaign::{Step, Switch};
use domain::ids::{GuildId, UserId};
use domain::plan;
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;

use super::{ADA, BEN, House, YEAR, manager, noon, server};

const GUILDS: [GuildId; 4] = [GuildId(70), GuildId(71), GuildId(73), GuildId(74)];
/// Stands between them and is not planned.
const OTHER: GuildId = GuildId(72);
const NEVER_SET_UP: GuildId = GuildId(75);

fn planned(standing: PlanInputs) -> NewPlan {
    let sends = plan::sends(&standing.campaign, &standing.recipients);
    let late = sends.iter().filter(|send| send.until.is_some_and(|until| until <= noon()));
    let answered = late.map(|send| (send.key.clone(), SendState::Skipped)).collect();
    NewPlan { fingerprint: plan::fingerprint(&sends), sends, answered }
}

/// How the servers' plans are made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    EachAlone,
    AllTogether,
}

async fn plan_all(house: &House, way: Way) {
    match way {
        Way::EachAlone => {
            for guild in GUILDS {
                house.store.replan(guild, planned, noon()).await.unwrap();
            }
        }
        Way::AllTogether => {
            let mut guilds = GUILDS.to_vec();
            // In any order, and with one that has no plan.
            guilds.reverse();
            guilds.push(NEVER_SET_UP);
            house.store.replan_several(&guilds, planned, noon()).await.unwrap();
        }
    }
}

/// Everything that is stored of the servers' sends after a first plan, some fates of sends and a second plan.
async fn history(way: Way) -> Vec<String> {
    let house = House::new().await;
    let settings = |guild: GuildId| Server {
        zone: if guild.0.is_multiple_of(2) { Europe::Berlin } else { Asia::Tokyo },
        ..server(guild)
    };
    for guild in [GUILDS.as_slice(), &[OTHER]].concat() {
        house.store.save_server(&settings(guild)).await.unwrap();
        house.store.save_manager(guild, &manager(ADA, "Ada")).await.unwrap();
        if guild.0 > 71 {
            house.store.save_manager(guild, &manager(BEN, "Ben")).await.unwrap();
        }
    }
    plan_all(&house, way).await;
    // One was sent, one was dropped, one is in a worker's hands; one stands by another way than a plan.
    let day = TimeDelta::days(60);
    let claims = house.store.claim_due(noon() + day, 400, TimeDelta::minutes(2), "worker").await.unwrap();
    assert!(claims.iter().all(|claim| claim.send().guild != OTHER), "only what was asked for is planned");
    for claim in claims {
        let (guild, kind) = (claim.send().guild, claim.send().task.kind());
        let outcome = match (guild, kind.step()) {
            (GuildId(70), Some(Step::Announce)) => Outcome::Sent(None),
            (GuildId(71), Some(Step::Announce)) => Outcome::Over { state: SendState::Dropped, code: None },
            (GuildId(73), Some(Step::Announce)) => continue,
            _ => Outcome::GivenBack,
        };
        assert!(house.store.settle(claim, outcome, &[], noon()).await.unwrap());
    }
    // Settings and rosters change: steps move, go and come.
    let moved = Server { zone: Europe::Lisbon, ..settings(GUILDS[0]) };
    house.store.save_server(&moved).await.unwrap();
    let fewer = settings(GUILDS[3]);
    let schedule = fewer.schedule.switch(Step::Countdown, Switch::Off).unwrap();
    house.store.save_server(&Server { schedule, ..fewer }).await.unwrap();
    house.store.save_manager(GUILDS[1], &manager(UserId(13), "Cleo")).await.unwrap();
    plan_all(&house, way).await;
    let mut all = Vec::new();
    for guild in GUILDS {
        let sends = house.store.sends(guild, YEAR).await.unwrap();
        assert!(sends.len() > 10, "{guild} has a plan");
        let mut lines: Vec<String> = sends
            .iter()
            .map(|one| {
                format!("{} {} {} {:?} {:?} {:?}", one.key, one.state, one.due, one.until, one.task, one.held_by)
            })
            .collect();
        lines.sort();
        all.extend(lines);
    }
    let (year, print) = house.store.plan_fingerprints().await.unwrap().remove(&GUILDS[2]).unwrap();
    all.push(format!("{year} {print}"));
    assert!(house.store.sends(OTHER, YEAR).await.unwrap().is_empty());
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_are_planned_together_have_what_each_has_alone() {
    assert_eq!(history(Way::AllTogether).await, history(Way::EachAlone).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_send_that_stands_by_another_way_is_moved_by_the_plan_too() {
    let house = House::new().await;
    let campaign = server(GUILDS[0]).campaign(YEAR).unwrap();
    house.store.save_server(&server(GUILDS[0])).await.unwrap();
    let purge = |days| plan::purge(GUILDS[0], YEAR, campaign.window().1, days, campaign.zone);
    house.store.enqueue(GUILDS[0], YEAR, &purge(90)).await.unwrap();
    let make = |_: PlanInputs| NewPlan { fingerprint: String::new(), sends: vec![purge(30)], answered: Vec::new() };
    house.store.replan_several(&GUILDS, make, noon()).await.unwrap();
    let key = SendKey::new(GUILDS[0], YEAR, &Task::Purge);
    let send = house.store.send(&key).await.unwrap().unwrap();
    assert_eq!(send.due, purge(30).due);
}
