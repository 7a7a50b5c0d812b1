//! Two processes on one PostgreSQL: one holds the gateway, both send what is due, and the standby takes over.

use chrono::TimeDelta;
use cmad::rehearse::stage::Stage;
use discord_sim::{Fault, FaultKind};

use crate::databases::On;
use crate::town::{Town, at};
use crate::web::get;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// The town with a second process as standby; `None` where PostgreSQL is not installed.
async fn two() -> Option<(Town, Stage)> {
    let mut town = Town::set_up_on(On::Postgres, OPEN).await;
    if town.database.on == On::Sqlite {
        return None;
    }
    let mut second = town.stage.beside("second");
    second.serve_pages();
    second.start().await.unwrap();
    town.settle().await;
    assert!(town.stage.bot().holds_gateway() && !second.bot().holds_gateway());
    assert_eq!([town.stage.bot().processes(), second.bot().processes()], [2, 2], "the token's requests are halved");
    assert_eq!(connected(&town), 1, "one of them holds the gateway");
    Some((town, second))
}

fn connected(town: &Town) -> usize {
    town.sim().gateway_state().sessions.iter().filter(|session| session.connected).count()
}

/// The answer of `/readyz`, which must be 200.
async fn ready(stage: &Stage) -> String {
    let (status, _, text) = get(stage.bot().http().unwrap(), "/readyz", "en").await;
    assert_eq!(status, 200, "{text}");
    text
}

/// Half a minute in which only this process runs its heartbeat.
async fn half_a_minute(stage: &mut Stage) {
    for _ in 0..10 {
        stage.set(stage.now() + TimeDelta::seconds(3));
        stage.settle().await.unwrap();
    }
}

/// The texts of the bot's posts, sorted, with repetitions.
fn posts(town: &Town) -> Vec<String> {
    let mut posts: Vec<String> = town.posts().iter().map(discord_sim::MessageHandle::text).collect();
    posts.sort();
    posts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_processes_send_what_is_due_and_nothing_twice() {
    let Some((mut town, mut second)) = two().await else { return };
    let (ada, before) = (town.ada.clone(), town.posts().len());
    for who in [town.kim.clone(), town.lee.clone(), town.mia.clone()] {
        for n in 0..6 {
            let words = format!("{} says thank you, {n}", who.id());
            let options = [("manager", discord_sim::Opt::User(ada.id())), ("message", words.as_str().into())];
            who.slash(&town.help, "thank", &options).await.settled().await;
        }
    }
    tokio::join!(town.stage.bot().beat(), second.bot().beat());
    second.settle().await.unwrap();
    town.settle().await;
    let (all, mut once) = (posts(&town), posts(&town));
    once.dedup();
    assert_eq!((all.len(), once.len()), (before + 18, before + 18), "{all:#?}");
    second.stop().await.unwrap();
    town.settle().await;
    assert_eq!(town.stage.bot().processes(), 1, "a process that ends gives its share back");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_standby_takes_over_within_half_a_minute_when_the_other_dies() {
    let Some((mut town, mut second)) = two().await else { return };
    let due = "2027-01-25 09:00 Europe/Berlin";
    town.advance_to_just_before(due).await;
    second.settle().await.unwrap();
    // It dies during a send that Discord has carried out.
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang).times(1));
    town.stage.set(at(due));
    town.dies_sending().await;
    let arrived = posts(&town);
    second.settle().await.unwrap();
    assert!(!second.bot().holds_gateway(), "it may only be slow");

    half_a_minute(&mut second).await;
    assert!(second.bot().holds_gateway());
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let options = [("manager", discord_sim::Opt::User(ada.id())), ("message", "Somebody is there.".into())];
    let receipt = kim.slash(&town.help, "thank", &options).await.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    let heard = kim.say(&town.help, &format!("#CMAD thank you {}", ada.mention()));
    second.advance_to(at(due) + TimeDelta::hours(1)).await.unwrap();
    heard.until_reaction("💚").await;
    let mut wanted = arrived;
    wanted.extend(posts(&town).into_iter().filter(|text| text.contains("Somebody is there.")));
    wanted.sort();
    assert_eq!(posts(&town), wanted, "what had arrived was looked for and not sent again");
    town.sim().assert_clean();
    second.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_soft_stop_hands_over_at_once_with_the_session() {
    let Some((mut town, mut second)) = two().await else { return };
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let session = town.sim().gateway_state().sessions[0].id.clone();
    town.stage.stop().await.unwrap();
    let said = kim.say(&town.help, &format!("#CMAD thank you {}", ada.mention()));
    assert_eq!(ready(&second).await, "standby\n", "it is ready to take over");
    second.settle().await.unwrap();
    assert!(second.bot().holds_gateway(), "a lease that was given back is taken at once");
    assert_eq!(ready(&second).await, "ready\n");
    said.until_reaction("💚").await;
    let sessions = town.sim().gateway_state().sessions;
    assert!(sessions.iter().any(|known| known.connected && known.id == session), "resumed: {sessions:?}");
    town.sim().assert_clean();
    second.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_wakes_up_late_gives_up_the_gateway_and_no_one_is_answered_twice() {
    let Some((mut town, mut second)) = two().await else { return };
    half_a_minute(&mut second).await;
    assert!(town.stage.bot().holds_gateway() && second.bot().holds_gateway(), "the first has not noticed yet");
    assert_eq!(connected(&town), 2);
    // Both receive the interaction, and the simulator allows one answer.
    let (kim, ada, before) = (town.kim.clone(), town.ada.clone(), town.posts().len());
    let options = [("manager", discord_sim::Opt::User(ada.id())), ("message", "Twice told.".into())];
    let receipt = kim.slash(&town.help, "thank", &options).await.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    let said = kim.say(&town.help, &format!("#CMAD thank you {}", ada.mention()));
    second.settle().await.unwrap();
    said.until_reaction("💚").await;

    town.stage.bot().beat().await;
    assert!(!town.stage.bot().holds_gateway() && second.bot().holds_gateway());
    assert_eq!(ready(&second).await, "ready\n");
    second.settle().await.unwrap();
    assert_eq!(town.posts().len(), before + 1);
    let campaign = domain::ids::GuildId(town.server.id());
    let total = second.bot().store().total(campaign, 2027).await.unwrap();
    assert_eq!((total.thanks, total.givers), (2, 1), "each was counted once");
    town.sim().assert_clean();
    second.stop().await.unwrap();
    town.stage.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_sqlite_file_is_for_one_process() {
    let mut town = Town::set_up_on(On::Sqlite, OPEN).await;
    let refused = town.stage.beside("second").start().await.unwrap_err().to_string();
    assert!(refused.contains("another cmad") && refused.contains("cmad.db"), "{refused}");
    town.stage.kill().await;
    let mut second = town.stage.beside("second");
    second.start().await.unwrap();
    second.stop().await.unwrap();
}
