//! **Remind me**: one direct message on the day, only by one's own tap, taken back by the same button.

use discord_sim::{Member, MessageHandle};

use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// How often the bot reminded them.
fn reminded(who: &Member) -> usize {
    who.dms().iter().filter(|dm| dm.text().contains("Today is Community Manager Appreciation Day")).count()
}

async fn tap(who: &Member, post: &MessageHandle) -> String {
    who.click(post, "Remind me").await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_taps_is_reminded_once_on_the_day_at_nine() {
    let mut town = Town::set_up(OPEN).await;
    town.settle().await;
    let (kim, lee, mia, ada) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone());
    let announce = town.posts().pop().expect("set up in mid-plan, it is announced at once");
    let nine = at("2027-01-25 09:00 Europe/Berlin").timestamp();
    let set = tap(&kim, &announce).await;
    assert!(set.contains(&format!("<t:{nine}:F>")), "{set}");
    assert!(tap(&lee, &announce).await.contains("I’ll remind you"));
    assert!(tap(&mia, &announce).await.contains("I’ll remind you"));

    // The same button takes it back, and under a later post it is the same reminder.
    town.advance_to("2027-01-18 10:01 Europe/Berlin").await;
    let countdown = town.posts().pop().expect("the countdown");
    assert!(tap(&lee, &countdown).await.contains("I won’t remind you"));
    assert!(tap(&lee, &announce).await.contains("I’ll remind you"));
    assert!(tap(&lee, &announce).await.contains("I won’t remind you"));
    // An erasure takes it along.
    town.erase(&mia).await;
    assert!(!town.rows().await.contains(&mia.id().to_string()));

    // A manager's is due at nine in their own zone, also if they name it later.
    assert!(tap(&ada, &countdown).await.contains("I’ll remind you"));
    ada.slash(&town.help, "cmad profile", &[("timezone", "America/New_York".into())]).await.settled().await;

    town.advance_to_just_before("2027-01-25 09:00 Europe/Berlin").await;
    assert_eq!([&kim, &lee, &mia, &ada].map(reminded), [0, 0, 0, 0]);
    town.advance_to("2027-01-25 09:40 Europe/Berlin").await;
    assert_eq!([&kim, &lee, &mia, &ada].map(reminded), [1, 0, 0, 0]);
    town.advance_to("2027-01-25 09:30 America/New_York").await;
    assert_eq!([&kim, &lee, &mia, &ada].map(reminded), [1, 0, 0, 1]);
    assert!(tap(&kim, &announce).await.contains("too late"));
    let reminder = kim.dms().pop().expect("the reminder");
    let ways = kim.click(&reminder, "How to thank").await.settled().await;
    assert!(ways.text().contains("/thank"), "{}", ways.text());
    town.advance_to("2027-01-27 09:00 Europe/Berlin").await;
    assert_eq!([&kim, &lee, &mia, &ada].map(reminded), [1, 0, 0, 1]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reminder_that_was_missed_is_not_sent_after_the_day_and_no_one_is_told() {
    let mut town = Town::set_up(OPEN).await;
    town.settle().await;
    let (kim, olga) = (town.kim.clone(), town.olga.clone());
    let announce = town.posts().pop().expect("set up in mid-plan, it is announced at once");
    assert!(tap(&kim, &announce).await.contains("I’ll remind you"));
    town.stage.stop().await.unwrap();
    town.advance_to("2027-01-26 00:01 Europe/Berlin").await;
    town.stage.start().await.unwrap();
    town.settle().await;
    assert_eq!(reminded(&kim), 0);
    let told = olga.dms().iter().map(MessageHandle::text).collect::<Vec<_>>().join("\n");
    assert!(!told.contains(&kim.mention()), "{told}");
    town.ends_well().await;
}
