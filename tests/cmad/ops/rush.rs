//! Three hundred servers with posts due in the same minute, over real sockets, against a Discord that refuses the 51st
//! request of a second.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use discord_sim::{Event, Opt};
use domain::ids::{ChannelId, GuildId, UserId};

use crate::town::{PERMISSIONS, Town, at, setup_of};

const SERVERS: usize = 300;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_servers_get_their_post_once_in_time_and_no_request_is_refused() {
    let due = at("2027-01-25 09:00 Europe/Berlin");
    let mut town = Town::at("2027-01-25 08:00 Europe/Berlin").await;
    town.restart_with(|config| {
        config.discord.requests_per_second = 50;
        config.dispatch.concurrency = 32;
    })
    .await;
    let mut channels = BTreeMap::new();
    for n in 0..SERVERS {
        let server = town.sim().server_owned_by(&format!("Server {n}"), &format!("Owner {n}"));
        let channel = server.channel("community");
        town.sim().invite_bot(&server, PERMISSIONS);
        let by = UserId(server.owner().id());
        let setup = setup_of(GuildId(server.id()), ChannelId(channel.id()), by);
        town.stage.bot().app().set_up(setup).await.unwrap().unwrap();
        channels.insert(channel.id(), channel);
    }
    town.stage.advance_to(due - TimeDelta::seconds(1)).await.unwrap();
    assert!(channels.values().all(|channel| channel.messages().is_empty()), "nothing goes out before it is due");
    town.stage.advance_to(due + TimeDelta::minutes(5)).await.unwrap();

    let mut posts: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for entry in town.sim().transcript() {
        match entry.event {
            Event::RateLimited { route, .. } => panic!("{route} was refused at {}", entry.at_ms),
            Event::MessagePosted { channel_id, .. } if channels.contains_key(&channel_id) => {
                posts.entry(channel_id).or_default().push(entry.at_ms);
            }
            _ => {}
        }
    }
    assert_eq!(posts.len(), SERVERS, "every server has its post");
    let moments: Vec<i64> = posts.values().flatten().map(|at| at - due.timestamp_millis()).collect();
    assert_eq!(moments.len(), SERVERS, "and has it once");
    let (first, last) = (moments.iter().min().unwrap(), moments.iter().max().unwrap());
    assert!(*first >= 0 && *last <= 300_000, "between due and tolerance: {first} to {last} ms");
    assert!(*last > 5_000, "a crowd spreads: {last} ms");
    assert!(*last < 15_000, "and no further than it needs: {last} ms");

    // Interactions meanwhile are answered, and a single server's post does not wait.
    let (kim, cmad) = (town.kim.clone(), town.cmad.clone());
    let answer = kim.slash(&cmad, "cmad when", &[]).await.settled().await;
    assert!(answer.text().contains("2027"), "{}", answer.text());
    let zone = [("channel", Opt::Channel(cmad.id())), ("timezone", Opt::Str("Europe/Lisbon".into()))];
    town.olga.slash(&cmad, "campaign setup", &zone).await.settled().await;
    let lone = at("2027-01-25 09:00 Europe/Lisbon");
    town.stage.advance_to(lone).await.unwrap();
    let posted = town.sim().transcript().into_iter().find_map(|entry| match entry.event {
        Event::MessagePosted { channel_id, .. } if channel_id == cmad.id() => Some(entry.at_ms),
        _ => None,
    });
    assert_eq!(posted, Some(lone.timestamp_millis()));
    town.ends_well().await;
}
