//! Many campaigns begin to collect in the same minute: the servers share one transaction, and each server's admins are told
//! once.

use domain::ids::{ChannelId, GuildId, UserId};
use domain::send::{Report, Task};

use crate::commits::Commits;
use crate::databases::{Database, On};
use crate::town::{Town, at, setup_of};

const SERVERS: u64 = 40;

fn guilds() -> impl Iterator<Item = GuildId> {
    (1..=SERVERS).map(|n| GuildId((1_300_000_000_000_000_000 + n) << 2))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forty_windows_open_in_one_transaction_and_open_ones_in_none() {
    let before = "2027-01-11 09:00 Europe/Berlin";
    let database = Database::new(On::usual()).await;
    let mut town = Town::over(database, before, |options| options.message_content = false).await;
    let commits = Commits::watching(&mut town.stage);
    town.stage.start().await.unwrap();
    let (app, store) = (town.stage.bot().app().clone(), town.stage.bot().store().clone());
    for guild in guilds() {
        app.set_up(setup_of(guild, ChannelId(guild.0 + 1), UserId(guild.0 + 2))).await.unwrap().unwrap();
    }
    // No heartbeat runs: only the calls below happen.
    town.stage.set(at("2027-01-11 10:00 Europe/Berlin"));
    let taken = async || {
        let before = commits.count();
        app.begin_receiving().await.unwrap();
        let listening = commits.count() - before;
        app.report_refused_intent().await.unwrap();
        (listening, commits.count() - before - listening)
    };
    assert_eq!(taken().await, (1, 1), "many servers share one transaction");
    for guild in guilds() {
        assert!(store.has_gap(guild, 2027).await.unwrap(), "what was said since the opening will be searched");
        let sends = store.sends(guild, 2027).await.unwrap();
        let count = |is: fn(&Task) -> bool| sends.iter().filter(|send| is(&send.task)).count();
        assert_eq!(count(|task| matches!(task, Task::FindMissed { .. })), 1);
        assert_eq!(count(|task| *task == Task::Report { about: Report::NoContentIntent }), 1);
    }
    assert_eq!(taken().await, (0, 0), "and nothing is written again for those that are open");
    town.stage.stop().await.unwrap();
}
