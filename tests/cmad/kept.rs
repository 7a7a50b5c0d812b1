//! What was said stays said: announcements that get lost, sessions that go on, last minutes.

use discord_sim::{Fault, FaultKind, Member};

use crate::away::counted;
use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// What people read about themselves under `/cmad mine`.
async fn mine(town: &Town, who: &Member) -> String {
    who.slash(&town.help, "cmad mine", &[]).await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_outlive_an_announcement_that_gets_lost() {
    for kind in [FaultKind::Status(500), FaultKind::DoneThenStatus(502), FaultKind::DropConnection] {
        let mut town = Town::set_up(OPEN).await;
        town.stage.stop().await.unwrap();
        // Every answer is announced.
        town.stage.configure(|config| config.discord.defer_after_ms = 0);
        town.stage.start().await.unwrap();
        let callback = "POST /interactions/*/*/callback";
        town.sim().fault(Fault { matching: callback.into(), nth: 1, times: 1, kind: kind.clone() });
        let (kim, ada) = (town.kim.clone(), town.ada.clone());
        let answer = town.thank(&kim, &ada, "Thank you for the patience.", &[]).await;
        assert_eq!(town.faults(), 1, "{kind:?}");
        assert!(answer.text().contains("Ada"), "Kim is told in the end, after {kind:?}: {}", answer.text());
        assert!(mine(&town, &kim).await.contains("for the patience"), "{kind:?}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_goes_on_knows_the_channels_named_cmad() {
    let mut town = Town::with(OPEN, |_| {}).await;
    let tag = town.server.channel("cmad");
    town.set_up_here().await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let tagged = |words: &str| format!("<#{}> thank you {}, {words}", tag.id(), ada.mention());
    let said = kim.say(&town.help, &tagged("you are kind"));
    town.settle().await;
    assert_eq!(counted(&town).await.len(), 1);

    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    kim.edit(&said, &tagged("you are very kind"));
    kim.say(&town.help, &tagged("and for yesterday"));
    town.settle().await;
    assert_eq!(counted(&town).await.len(), 2, "an edit takes nothing away, and a new one is heard");

    // And what is found afterwards.
    town.stage.kill().await;
    town.sim().forget_sessions();
    town.stage.set(at(OPEN) + chrono::TimeDelta::minutes(30));
    kim.say(&town.help, &tagged("and for today"));
    town.stage.start().await.unwrap();
    town.stage.advance_to(at(OPEN) + chrono::TimeDelta::minutes(40)).await.unwrap();
    assert_eq!(counted(&town).await.len(), 3);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_said_in_the_last_second_is_in_time() {
    let mut town = Town::set_up(OPEN).await;
    let closes = at("2027-02-01 23:59 Europe/Berlin");
    town.stage.advance_to(closes - chrono::TimeDelta::seconds(1)).await.unwrap();
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    kim.say(&town.help, &format!("#CMAD {} just in time", ada.mention()));
    // It is on its way when the window closes.
    town.stage.set(closes + chrono::TimeDelta::seconds(1));
    town.settle().await;
    let last = ada.dms().pop().unwrap().text();
    assert!(last.contains("just in time"), "the digest that closes has it: {last}");
    town.ends_well().await;
}
