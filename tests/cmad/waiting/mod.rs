//! PostgreSQL as it is on networks: connections fall silent, servers change places, connections are few. No word that
//! was said is lost, nothing comes twice, and nothing waits for ever.

mod codes;
mod failover;
#[expect(dead_code, reason = "the fault tests use the rest of it")]
pub mod relay;

use std::process::Stdio;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use discord_sim::{Member, Opt};
use domain::ids::GuildId;
use tempfile::TempDir;

use self::relay::{Lost, Relay};
use crate::databases::{Database, On};
use crate::ops::process::discord_of_today;
use crate::program::{cmad, said};
use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// The town with its database behind a relay; `None` without PostgreSQL.
async fn town_behind_a_relay(patience_ms: u32, connections: u16) -> Option<(Town, Relay)> {
    let mut database = Database::new(On::Postgres).await;
    if database.on != On::Postgres {
        return None;
    }
    let relay = Relay::to(&database.url).await;
    database.url = relay.url(database.name());
    let mut town = Town::over(database, OPEN, |_| {}).await;
    town.stage.configure(|config| {
        config.database.patience_ms = patience_ms;
        config.database.connections = connections;
        config.dispatch.concurrency = 8;
    });
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    Some((town, relay))
}

async fn counted(town: &Town) -> u32 {
    town.stage.bot().store().total(GuildId(town.server.id()), 2027).await.unwrap().thanks
}

fn day_posts(town: &Town) -> usize {
    town.posts().iter().filter(|post| post.text().contains("Monday, 25 January 2027")).count()
}

/// Lets time pass. The stage asks the database too, by a connection that may fall silent.
async fn advance(town: &mut Town, when: DateTime<Utc>) {
    let mut failed = None;
    for _ in 0..5 {
        match town.stage.advance_to(when).await {
            Ok(()) => return,
            Err(error) => failed = Some(error),
        }
    }
    panic!("time does not pass: {failed:?}");
}

/// People who can say something, each as often as the limits allow.
fn crowd(town: &Town, count: usize) -> Vec<Member> {
    (0..count)
        .map(|number| {
            let joined = at("2020-03-01 12:00 Europe/Berlin").timestamp_millis();
            let new = discord_sim::NewMember { joined_ms: Some(joined), ..discord_sim::NewMember::default() };
            town.server.member_with(&format!("Neighbour {number}"), new)
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_fall_silent_cost_no_word_and_no_post() {
    let Some((mut town, relay)) = town_behind_a_relay(20_000, 8).await else { return };
    let crowd = crowd(&town, 40);
    town.advance_to("2027-01-25 08:59 Europe/Berlin").await;
    let before = day_posts(&town);
    town.stage.set(at("2027-01-25 08:59 Europe/Berlin") + TimeDelta::seconds(30));
    relay.silence_open();
    for (number, member) in crowd.iter().enumerate() {
        if number == 20 {
            // The one that is in the middle of a write, too.
            relay.silence_at(30, Lost::Answer);
        }
        member.say(&town.help, &format!("#CMAD thank you {}", town.ada.mention()));
    }
    advance(&mut town, at("2027-01-25 09:00 Europe/Berlin")).await;
    assert_eq!(day_posts(&town), before + 1, "the day's post is on time");
    assert_eq!(counted(&town).await, 40);
    assert_eq!(relay.hits(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_fall_silent_one_after_another_and_the_day_goes_on() {
    let Some((mut town, relay)) = town_behind_a_relay(4000, 8).await else { return };
    let crowd = crowd(&town, 40);
    town.advance_to("2027-01-25 08:55 Europe/Berlin").await;
    let before = day_posts(&town);
    for minute in 0..10 {
        let lost = if minute % 2 == 0 { Lost::Statement } else { Lost::Answer };
        relay.silence_at(1 + 7 * minute, lost);
        for member in &crowd[4 * minute..4 * (minute + 1)] {
            member.say(&town.help, &format!("#CMAD thank you {}", town.ada.mention()));
        }
        let now = at("2027-01-25 08:56 Europe/Berlin") + TimeDelta::minutes(i64::try_from(minute).unwrap());
        advance(&mut town, now).await;
        if now == at("2027-01-25 09:01 Europe/Berlin") {
            assert_eq!(day_posts(&town), before + 1, "within a minute of its time");
        }
        relay.silence_open();
    }
    assert_eq!((day_posts(&town), counted(&town).await), (before + 1, 40));
    assert!(relay.hits() >= 9, "{} connections fell silent at a statement", relay.hits());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_connections_are_enough_for_everything_at_once() {
    let Some((mut town, relay)) = town_behind_a_relay(60_000, 2).await else { return };
    let crowd = crowd(&town, 30);
    town.advance_to("2027-01-25 08:59 Europe/Berlin").await;
    let before = day_posts(&town);
    for member in &crowd {
        member.say(&town.help, &format!("#CMAD thank you {}", town.ada.mention()));
    }
    let asks = crowd.iter().map(|member| async {
        let options = [("manager", Opt::User(town.ben.id())), ("message", Opt::Str("Thank you!".into()))];
        member.slash(&town.help, "thank", &options).await.settled().await.text()
    });
    for answer in futures_util::future::join_all(asks).await {
        assert!(answer.contains("Ben"), "{answer}");
    }
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    assert_eq!((day_posts(&town), counted(&town).await), (before + 1, 60));
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    assert!(town.ada.dms().iter().any(|note| !note.files().is_empty()), "her digest came");
    let named = "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'cmad'
        and pid <> pg_backend_pid()";
    let mut behind = town.database.connect().await;
    let named: i64 = sqlx::query_scalar(named).fetch_one(&mut behind).await.unwrap();
    assert!((1..=2).contains(&named), "{named} connections through {}", relay.at);
    drop(behind);
    town.ends_well().await;
}

/// Longer than any limit, for a busy machine.
const ENDS: Duration = Duration::from_secs(90);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_started_into_silence_says_so_and_ends() {
    let database = Database::new(On::Postgres).await;
    if database.on != On::Postgres {
        return;
    }
    let relay = Relay::to(&database.url).await;
    let folder = TempDir::new().unwrap();
    let sim = discord_of_today().await;
    let (url, token, api) = (relay.url(database.name()), sim.token(), sim.api_base());
    let run = async |arguments: &[&str]| {
        let environment =
            [("DATABASE_URL", url.as_str()), ("DISCORD_TOKEN", &token), ("DISCORD_API_BASE", &api), ("CMAD_KEY", KEY)];
        let mut command = cmad(folder.path(), &environment, arguments);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let number = child.id().to_string();
        let ending = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap());
        match tokio::time::timeout(ENDS, ending).await {
            Ok(ended) => said(&ended.unwrap()),
            Err(_) => {
                std::process::Command::new("kill").args(["-KILL", &number]).status().unwrap();
                panic!("cmad {arguments:?} does not end")
            }
        }
    };
    relay.silence_new(true);
    for arguments in [&["run"][..], &["check"], &["backup", "a.backup"], &["migrate"]] {
        let says = run(arguments).await;
        assert!(says.contains(&format!("PostgreSQL at {}", relay.at)), "{arguments:?}: {says}");
        assert!(says.contains("within 5 s") && !says.contains("another program"), "{arguments:?}: {says}");
    }
    relay.silence_new(false);
    assert!(run(&["migrate"]).await.contains("up to date"), "it works as soon as the address does");
    assert!(run(&["check"]).await.contains("ok    database"));
    // Silence at any statement of a start, not only at the first.
    for nth in [1, 3, 9, 20] {
        relay.silence_at(nth, Lost::Answer);
        let says = run(&["backup", &format!("{nth}.backup")]).await;
        let (is_done, is_told) = (says.contains("rows"), says.contains("did not answer"));
        assert!(is_done || is_told || says.contains("cannot be connected"), "{nth}: {says}");
    }
    assert!(relay.hits() >= 3, "{}", relay.hits());
}

/// A key for the processes.
const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
