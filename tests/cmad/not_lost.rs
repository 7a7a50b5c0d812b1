//! Words are not lost: when the deferred answer fails, over a resumed session, and in the last second of the window.

use discord_sim::{Fault, FaultKind, Member};

use crate::away::counted;
use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// What `/cmad mine` shows.
async fn mine(town: &Town, who: &Member) -> String {
    who.slash(&town.help, "cmad mine", &[]).await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_are_kept_when_the_deferred_answer_is_lost() {
    for kind in [FaultKind::Status(500), FaultKind::DoneThenStatus(502), FaultKind::DropConnection] {
        let mut town = Town::set_up(OPEN).await;
        // Every answer is deferred.
        town.restart_with(|config| config.discord.defer_after_ms = 0).await;
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
async fn a_resumed_session_knows_the_channels_named_cmad() {
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
    assert_eq!(counted(&town).await.len(), 2, "the edit withdraws nothing, and the new message counts");

    // The same for a message that is found afterwards.
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
async fn a_message_in_the_last_second_is_in_time() {
    let mut town = Town::set_up(OPEN).await;
    let closes = at("2027-02-01 23:59 Europe/Berlin");
    town.stage.advance_to(closes - chrono::TimeDelta::seconds(1)).await.unwrap();
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    kim.say(&town.help, &format!("#CMAD {} just in time", ada.mention()));
    // It is still on its way when the window closes.
    town.stage.set(closes + chrono::TimeDelta::seconds(1));
    town.settle().await;
    let last = ada.dms().pop().unwrap().text();
    assert!(last.contains("just in time"), "the digest that closes has it: {last}");
    town.ends_well().await;
}
