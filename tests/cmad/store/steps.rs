//! Schedules in the store: a server's follows the defaults, a campaign's stays as it was.

use super::*;
use domain::campaign::{Defaults, StepTime};

fn place(days: i16, time: &str) -> StepTime {
    StepTime { days, time: time.parse().unwrap() }
}

/// The recap is late, and the countdown off.
fn defaults() -> Defaults {
    let changes =
        [(Step::Recap, place(3, "10:00"), Switch::On), (Step::Countdown, Step::Countdown.built_in(), Switch::Off)];
    Defaults::new(changes).unwrap()
}

#[tokio::test]
async fn a_server_follows_the_defaults_and_a_campaign_stays_as_it_was() {
    let house = House::new().await;
    let others = house.store.clone().with_step_defaults(defaults());
    let schedule_of = async |store: &Store| store.server(GUILD).await.unwrap().unwrap().schedule;
    let ran_by = async |store: &Store, year| store.campaign_times(GUILD, year).await.unwrap().unwrap();
    let as_built = schedule_of(&house.store).await;
    assert_eq!(as_built.at(Step::Recap), place(1, "09:00"));
    let schedule = schedule_of(&others).await;
    assert_eq!((schedule.at(Step::Recap), schedule.is_on(Step::Countdown)), (place(3, "10:00"), false));
    assert_eq!(others.servers().await.unwrap()[0].schedule, schedule);
    assert_eq!(others.default_schedule(), schedule);

    // A past campaign keeps its schedule, also in a program with other defaults.
    let (zone, then) = ran_by(&others, YEAR).await;
    assert_eq!((zone, then.at(Step::Recap), then.is_on(Step::Countdown)), (Berlin, place(1, "09:00"), true));
    // The next campaign follows the built-in defaults in a program without own ones.
    let next = others.server(GUILD).await.unwrap().unwrap().campaign(YEAR + 1).unwrap();
    others.save_campaign(&next).await.unwrap();
    let (_, then) = ran_by(&house.store, YEAR + 1).await;
    assert_eq!((then.at(Step::Recap), then.is_on(Step::Countdown)), (place(3, "10:00"), false));

    // Only the server's changes are stored.
    let moved = schedule.move_to(Step::Eve, place(-2, "18:00")).unwrap();
    let changed = Server { schedule: moved.clone(), ..others.server(GUILD).await.unwrap().unwrap() };
    others.save_server(&changed).await.unwrap();
    assert_eq!(schedule_of(&others).await, moved);
    let as_built = schedule_of(&house.store).await;
    assert_eq!((as_built.at(Step::Eve), as_built.at(Step::Recap)), (place(-2, "18:00"), place(1, "09:00")));
    assert!(as_built.is_on(Step::Countdown));
}

#[tokio::test]
async fn a_campaign_without_a_stored_schedule_ran_by_the_built_in_defaults() {
    let house = House::new().await;
    house.database.behind("update campaigns set schedule = null").await;
    let others = house.store.clone().with_step_defaults(defaults());
    let (_, then) = others.campaign_times(GUILD, YEAR).await.unwrap().unwrap();
    assert_eq!((then.at(Step::Recap), then.is_on(Step::Countdown)), (place(1, "09:00"), true));
    assert_eq!(others.campaign_times(GUILD, YEAR + 1).await.unwrap(), None);
}
