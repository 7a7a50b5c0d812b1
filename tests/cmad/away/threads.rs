//! Missed messages in threads, where search is refused: open threads are read like channels.

use chrono::TimeDelta;
use discord_sim::{ChannelHandle, Fault, FaultKind, MessageHandle, permission};

use super::{HISTORY, SEARCH, come_back, counted, lose_power, of, on_the_day, requests};
use crate::town::{Town, at};

const THREADS: &str = "GET /guilds/*/threads/active";

/// The day, in a server that refuses searches.
async fn unsearchable() -> Town {
    let town = on_the_day().await;
    town.sim().fault(Fault::on(SEARCH, FaultKind::Forbidden(50001)).times(u32::MAX));
    town
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn threads_are_read_where_the_bot_may_read() {
    let mut town = unsearchable().await;
    let (ada, kim, lee, bot) = (town.ada.clone(), town.kim.clone(), town.lee.clone(), town.sim().bot_id());
    let (hidden, unread) = (town.server.channel("hidden"), town.server.channel("unread"));
    hidden.deny_bot(permission::VIEW_CHANNEL);
    unread.deny_bot(permission::READ_MESSAGE_HISTORY);
    let silent = town.help.thread("said all before", &kim);
    kim.say(&silent, "thanks, that is all");
    town.advance_to("2027-01-25 09:30 Europe/Berlin").await;
    let open = town.help.thread("a question", &kim);
    let live = kim.say(&open, &format!("#CMAD {} while it listens", ada.mention()));
    let with_us = town.help.private_thread("with the bot", &kim, &[bot, lee.id()]);
    lose_power(&mut town).await;

    town.stage.set(at("2027-01-25 10:00 Europe/Berlin"));
    let begun = town.cmad.thread("begun meanwhile", &lee);
    let thanks = |place: &ChannelHandle, what: &str| lee.say(place, &format!("#CMAD {} {what}", ada.mention()));
    let found: Vec<MessageHandle> =
        [(&open, "in an open one"), (&with_us, "in a private one"), (&begun, "in a new one")]
            .map(|(place, what)| thanks(place, what))
            .into();
    let without_us = town.help.private_thread("without the bot", &lee, &[]);
    let archived = town.help.thread("archived meanwhile", &lee);
    for place in [&without_us, &archived, &hidden.thread("hidden", &lee)] {
        thanks(place, "where nobody looks");
    }
    archived.archive();
    // Two messages in threads of a channel that may not be read, and none in the channel itself.
    for name in ["one", "other"] {
        thanks(&unread.thread(name, &lee), "which cannot be read");
    }
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    let mut expected: Vec<_> = found.iter().map(|said| of(&lee, &ada, said)).collect();
    expected.push(of(&kim, &ada, &live));
    expected.sort_by_key(|(_, _, source)| *source);
    assert_eq!(counted(&town).await, expected);
    let reads = |place: &ChannelHandle| requests(&town, &format!("GET /channels/{}/messages", place.id()));
    assert!(reads(&open) > 0 && reads(&silent) == 0, "where nothing was said nothing is read");
    let told: Vec<String> = town.olga.dms().iter().map(MessageHandle::text).collect();
    let told = told.iter().find(|text| text.contains("Read Message History")).expect("the admins are told");
    assert!(told.contains(&format!("<#{}>", unread.id())) && told.contains("one channel"), "{told}");
    found[0].until_reaction("💚").await;
    town.sim().clear_faults();
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reading_a_long_thread_continues_after_a_kill() {
    let mut town = unsearchable().await;
    let (ada, kim, lee) = (town.ada.clone(), town.kim.clone(), town.lee.clone());
    let long = town.help.thread("a long one", &kim);
    lose_power(&mut town).await;
    let mut expected = Vec::new();
    for n in 0..250 {
        town.stage.set(at("2027-01-25 09:20 Europe/Berlin") + TimeDelta::seconds(20 * n));
        lee.say(&long, &format!("talk {n}"));
        if n % 50 == 0 {
            let said = kim.say(&long, &format!("#CMAD {} for talk {n}", ada.mention()));
            expected.push(of(&kim, &ada, &said));
        }
    }
    // The second page never comes: the process dies while it waits. More is said before it is back.
    town.sim().fault(Fault::on(HISTORY, FaultKind::Hang).nth(2));
    town.stage.set(at("2027-01-25 11:00 Europe/Berlin"));
    town.stage.start_restless().await.unwrap();
    town.settle().await;
    town.stage.set(town.stage.now() + TimeDelta::seconds(40));
    town.dies_sending().await;
    town.sim().forget_sessions();
    town.sim().fault(Fault::on(SEARCH, FaultKind::Forbidden(50001)).times(u32::MAX));
    let said = lee.say(&long, &format!("#CMAD {} and once more", ada.mention()));
    expected.push(of(&lee, &ada, &said));
    come_back(&mut town, "2027-01-25 11:10 Europe/Berlin").await;
    town.advance_to("2027-01-25 11:40 Europe/Berlin").await;
    assert_eq!(counted(&town).await, expected, "each once");
    let pages = requests(&town, HISTORY);
    assert!(pages >= 3, "a page at a time: {pages}");
    town.sim().clear_faults();
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_of_threads_that_fails_is_retried_and_a_refused_one_is_not() {
    for (fault, is_found) in [(FaultKind::Status(500), true), (FaultKind::Forbidden(50001), false)] {
        let mut town = unsearchable().await;
        let (ada, kim) = (town.ada.clone(), town.kim.clone());
        let thread = town.help.thread("a question", &kim);
        lose_power(&mut town).await;
        let in_channel = kim.say(&town.help, &format!("#CMAD {} in the channel", ada.mention()));
        let in_thread = kim.say(&thread, &format!("#CMAD {} in the thread", ada.mention()));
        let told = format!("{fault:?}");
        town.sim().fault(Fault::on(THREADS, fault).times(u32::MAX));
        come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
        let mut expected = vec![of(&kim, &ada, &in_channel)];
        if is_found {
            assert_eq!(counted(&town).await, [], "{told}: nothing is taken for all there is");
            expected.push(of(&kim, &ada, &in_thread));
        }
        town.sim().clear_faults();
        town.sim().fault(Fault::on(SEARCH, FaultKind::Forbidden(50001)).times(u32::MAX));
        town.advance_to("2027-01-25 11:30 Europe/Berlin").await;
        assert_eq!(counted(&town).await, expected, "{told}");
        town.sim().clear_faults();
        town.ends_well().await;
    }
}
