//! Messages sent while the bot was away are found afterwards, once, as if it had been there.

mod pages;
mod places;
pub mod seeds;
mod threads;

use chrono::TimeDelta;
use discord_sim::{ChannelHandle, Fault, FaultKind, Member, MessageHandle, Opt, Outage, ReplyPing, permission};

use crate::databases::{On, postgres_besides};
use crate::town::{Town, at};

const SEARCH: &str = "GET /guilds/*/messages/search";
const HISTORY: &str = "GET /channels/*/messages";

/// The thanks that count: giver, manager, and the message that they came from, sorted.
pub async fn counted(town: &Town) -> Vec<(u64, u64, u64)> {
    use sqlx::Connection as _;
    let mut connection = town.database.connect().await;
    let rows: Vec<(i64, i64, i64)> =
        sqlx::query_as("select giver, manager, source from thanks where state = 'counted' order by source, manager")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    connection.close().await.unwrap();
    rows.into_iter().map(|(giver, manager, source)| (giver as u64, manager as u64, source as u64)).collect()
}

fn of(giver: &Member, manager: &Member, message: &MessageHandle) -> (u64, u64, u64) {
    (giver.id(), manager.id(), message.id())
}

/// Kills the bot, as if its machine had lost power.
async fn lose_power(town: &mut Town) {
    town.settle().await;
    town.stage.kill().await;
    // Discord keeps a session for some minutes; this one expires.
    town.sim().forget_sessions();
}

async fn come_back(town: &mut Town, when: &str) {
    town.stage.set(at(when));
    town.stage.start().await.unwrap();
    town.stage.advance_to(at(when) + TimeDelta::minutes(2)).await.unwrap();
}

async fn on_the_day() -> Town {
    on_the_day_on(On::usual()).await
}

async fn on_the_day_on(on: On) -> Town {
    let mut town = Town::set_up_on(on, "2027-01-05 12:00 Europe/Berlin").await;
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    town
}

fn requests(town: &Town, kind: &str) -> usize {
    town.sim().request_count(kind)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_morning_without_the_bot() {
    a_morning_on(On::usual()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_morning_without_the_bot_on_postgres() {
    if let Some(on) = postgres_besides() {
        a_morning_on(on).await;
    }
}

async fn a_morning_on(on: On) {
    let mut town = on_the_day_on(on).await;
    let (ada, ben, kim, lee, mia) =
        (town.ada.clone(), town.ben.clone(), town.kim.clone(), town.lee.clone(), town.mia.clone());
    let heard = kim.say(&town.help, &format!("#CMAD {} you answered before I had asked", ada.mention()));
    let before = kim.say(&town.help, "talk, and no thank-you yet");
    let regretted = lee.say(&town.help, &format!("#CMAD {} for the long night", ben.mention()));
    town.settle().await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &heard), of(&lee, &ben, &regretted)]);
    lose_power(&mut town).await;

    let rooms: Vec<ChannelHandle> = (0..6).map(|n| town.server.channel(&format!("room-{n}"))).collect();
    let hidden = town.server.channel_with("hidden", &[]);
    hidden.deny_bot(permission::VIEW_CHANNEL);
    let bot = format!("<@{}>", town.sim().bot_id());
    let mut expected = vec![of(&kim, &ada, &heard)];
    let mut clock = at("2027-01-25 09:20 Europe/Berlin");
    let mut later = |town: &Town| {
        clock += TimeDelta::minutes(7);
        town.stage.set(clock);
    };
    for (n, room) in rooms.iter().enumerate() {
        later(&town);
        let said = mia.say(room, &format!("#CMAD {} for evening number {n}", ada.mention()));
        expected.push(of(&mia, &ada, &said));
        later(&town);
        kim.say(room, &format!("what a day, {}", ben.mention()));
        later(&town);
        let both =
            lee.say(room, &format!("{} and {}: thank you for room {n}! #cmad2027", ada.mention(), ben.mention()));
        expected.extend([of(&lee, &ada, &both), of(&lee, &ben, &both)]);
    }
    later(&town);
    let help = ben.say(&rooms[0], "restart it twice, that helps");
    let replied = kim.reply(&help, "that saved me #CMAD27", ReplyPing::Off);
    expected.push(of(&kim, &ben, &replied));
    let mentioned = kim.say(&rooms[1], &format!("{bot} thanks {} for the patience", ben.mention()));
    expected.push(of(&kim, &ben, &mentioned));
    kim.edit(&before, &format!("talk that became #CMAD {}", ben.mention()));
    expected.push(of(&kim, &ben, &before));
    let edited = kim.say(&rooms[2], "good morning");
    later(&town);
    kim.edit(&edited, &format!("good morning, and #CMAD {} for the welcome", ada.mention()));
    expected.push(of(&kim, &ada, &edited));
    let deleted = mia.say(&rooms[3], &format!("#CMAD {} for something private", ben.mention()));
    mia.delete(&deleted);
    mia.say(&hidden, &format!("#CMAD {} where the bot sees nothing", ada.mention()));
    kim.say(&rooms[4], &format!("`#CMAD` is how one thanks {}", ada.mention()));
    ada.say(&rooms[4], &format!("#CMAD {} myself", ada.mention()));
    let unclear = lee.say(&rooms[5], "#CMAD you all know who you are");
    // Messages that were received before are changed while the bot is away.
    kim.edit(&heard, &format!("#CMAD {} you answered before I had asked. Twice!", ada.mention()));
    lee.delete(&regretted);

    come_back(&mut town, "2027-01-25 13:00 Europe/Berlin").await;
    expected.sort_by_key(|(_, manager, source)| (*source, *manager));
    assert_eq!(counted(&town).await, expected);
    // Each message has one reaction and each new author one question, however much they wrote.
    replied.until_reaction("💚").await;
    let replies: Vec<String> = rooms.iter().flat_map(ChannelHandle::messages).map(|one| one.text()).collect();
    let asked = replies.iter().filter(|text| text.contains("May their boss see it")).count();
    assert_eq!(asked, 2, "Mia had not been asked before, and Lee's question went with his message: {replies:#?}");
    let under: Vec<MessageHandle> = rooms[5].messages();
    assert!(under.last().is_some_and(|last| last.id() > unclear.id()), "its author is asked whom they mean");
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap();
    assert!(digest.text().contains("Twice!"), "{}", digest.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_missed_by_a_session_that_cannot_be_resumed_are_found() {
    let mut town = on_the_day().await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    town.stage.stop().await.unwrap();
    let said = kim.say(&town.help, &format!("#CMAD {} thank you", ada.mention()));
    town.sim().forget_sessions();
    come_back(&mut town, "2027-01-25 09:12 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &said)]);

    // The same while it runs: op 9, and a message before the next session.
    town.sim().invalidate_session(false);
    let next = kim.say(&town.help, &format!("#CMAD {} and once more", ada.mention()));
    town.sim().until_connected().await;
    town.settle().await;
    town.advance_to("2027-01-25 09:20 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &said), of(&kim, &ada, &next)]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_resumed_session_needs_no_search() {
    let mut town = on_the_day().await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    let before = requests(&town, SEARCH);
    town.stage.stop().await.unwrap();
    let said = kim.say(&town.help, &format!("#CMAD {} thank you", ada.mention()));
    come_back(&mut town, "2027-01-25 09:12 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &said)]);
    assert_eq!(requests(&town, SEARCH), before);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_waits_for_its_index_and_repeats_short_pages() {
    let mut town = on_the_day().await;
    let (ada, mia) = (town.ada.clone(), town.mia.clone());
    town.stage.configure(|config| config.limits.thanks_per_hour = 100);
    lose_power(&mut town).await;
    let mut expected = Vec::new();
    for n in 0..60 {
        town.stage.set(at("2027-01-25 09:20 Europe/Berlin") + TimeDelta::minutes(n));
        let said = mia.say(&town.help, &format!("#CMAD {} for minute {n}", ada.mention()));
        expected.push(of(&mia, &ada, &said));
    }
    town.sim().set_search_unindexed(3);
    town.sim().set_search_incomplete();
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, expected);
    assert_eq!(requests(&town, HISTORY), 0, "a search that only takes its time is not given up");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_searching_is_refused_the_channels_are_read() {
    for refusal in [
        FaultKind::Forbidden(50001),
        FaultKind::Answer { status: 400, body: serde_json::json!({"code": 50035, "message": "Invalid Form Body"}) },
        // Discord never has an index.
        FaultKind::Answer {
            status: 202,
            body: serde_json::json!({"message": "", "code": 110_000, "documents_indexed": 0, "retry_after": 60}),
        },
    ] {
        let told = format!("{refusal:?}");
        let mut town = on_the_day().await;
        let (ada, kim) = (town.ada.clone(), town.kim.clone());
        lose_power(&mut town).await;
        let mut expected = Vec::new();
        for n in 0..130 {
            town.stage.set(at("2027-01-25 09:20 Europe/Berlin") + TimeDelta::minutes(n));
            kim.say(&town.help, &format!("talk {n}"));
            if n % 25 == 0 {
                let said = kim.say(&town.help, &format!("#CMAD {} for talk {n}", ada.mention()));
                expected.push(of(&kim, &ada, &said));
            }
        }
        town.sim().fault(Fault::on(SEARCH, refusal).times(u32::MAX));
        come_back(&mut town, "2027-01-25 13:00 Europe/Berlin").await;
        town.advance_to("2027-01-25 14:00 Europe/Berlin").await;
        assert_eq!(counted(&town).await, expected, "{told}");
        assert!(requests(&town, HISTORY) >= 2, "{told}: more than a page was read");
        town.sim().clear_faults();
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_intent_mentions_of_the_bot_are_found() {
    let mut town = Town::with("2027-01-05 12:00 Europe/Berlin", |options| options.message_content = false).await;
    town.set_up_here().await;
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    lose_power(&mut town).await;
    kim.say(&town.help, &format!("#CMAD {} which the bot may not read", ada.mention()));
    let said = kim.say(&town.help, &format!("<@{}> thanks {} for all", town.sim().bot_id(), ada.mention()));
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &said)]);
    assert_eq!(requests(&town, SEARCH), 0, "what is refused is not asked for");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_from_before_the_intent_was_switched_on_are_found_then() {
    let mut town = Town::with("2027-01-05 12:00 Europe/Berlin", |options| options.message_content = false).await;
    town.set_up_here().await;
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    let (ada, kim, lee) = (town.ada.clone(), town.kim.clone(), town.lee.clone());
    let first = kim.say(&town.help, &format!("#CMAD {} while the bot listens and is told no words", ada.mention()));
    town.advance_to("2027-01-25 12:00 Europe/Berlin").await;
    lose_power(&mut town).await;
    let second = lee.say(&town.help, &format!("#CMAD {} while it is away", ada.mention()));
    // A search without message contents does not close the gap.
    come_back(&mut town, "2027-01-25 13:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, []);
    town.sim().switch_message_content(true);
    lose_power(&mut town).await;
    come_back(&mut town, "2027-01-25 15:00 Europe/Berlin").await;
    let both = [of(&kim, &ada, &first), of(&lee, &ada, &second)];
    assert_eq!(counted(&town).await, both);
    // A message that is found twice counts once.
    lose_power(&mut town).await;
    come_back(&mut town, "2027-01-25 16:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, both);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_cannot_be_read_is_reported_once() {
    let mut town = on_the_day().await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    let quiet = town.server.channel("quiet");
    for channel in [&town.help, &quiet] {
        channel.deny_bot(permission::READ_MESSAGE_HISTORY);
    }
    lose_power(&mut town).await;
    kim.say(&town.help, &format!("#CMAD {} which cannot be read", ada.mention()));
    let said = kim.say(&town.cmad, &format!("#CMAD {} which can", ada.mention()));
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &said)]);
    let reports = |town: &Town| {
        let told = town.olga.dms().iter().map(MessageHandle::text).collect::<Vec<_>>();
        told.into_iter().filter(|text| text.contains("Read Message History")).collect::<Vec<_>>()
    };
    let first = reports(&town);
    assert_eq!(first.len(), 1, "{first:#?}");
    assert!(first[0].contains(&format!("<#{}>", town.help.id())) && first[0].contains("one channel"), "{first:#?}");
    let status = town.olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("couldn’t be read"), "{}", status.text());
    // Live messages there are received as before, and a second gap makes no second report.
    let live = kim.say(&town.help, &format!("#CMAD {} and live", ada.mention()));
    town.settle().await;
    lose_power(&mut town).await;
    kim.say(&town.help, "hello");
    come_back(&mut town, "2027-01-25 12:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &said), of(&kim, &ada, &live)]);
    assert_eq!(reports(&town).len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_continues_after_a_kill_and_a_second_gap() {
    let mut town = on_the_day().await;
    let (ada, mia, lee) = (town.ada.clone(), town.mia.clone(), town.lee.clone());
    town.stage.configure(|config| config.limits.thanks_per_hour = 100);
    lose_power(&mut town).await;
    let mut expected = Vec::new();
    let mut minute = 0;
    let mut say = |town: &Town, who: &Member| {
        minute += 1;
        town.stage.set(at("2027-01-25 09:20 Europe/Berlin") + TimeDelta::minutes(minute));
        let said = who.say(&town.help, &format!("#CMAD {} for minute {minute}", ada.mention()));
        expected.push(of(who, &ada, &said));
    };
    for _ in 0..40 {
        say(&town, &mia);
    }
    town.stage.start_restless().await.unwrap();
    town.settle().await;
    town.stage.set(town.stage.now() + TimeDelta::seconds(40));
    // The third page never comes: the process dies while it waits.
    town.sim().fault(Fault::on(SEARCH, FaultKind::Hang).nth(3));
    town.dies_sending().await;
    town.sim().forget_sessions();
    let before = requests(&town, SEARCH);
    for _ in 0..5 {
        say(&town, &lee);
    }
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    town.advance_to("2027-01-25 11:30 Europe/Berlin").await;
    assert_eq!(counted(&town).await, expected, "two gaps are one, and nothing counts twice");
    assert!(requests(&town, SEARCH) > before);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_search_delays_neither_posts_nor_answers() {
    let mut town = on_the_day().await;
    let (ada, ben, mia, kim) = (town.ada.clone(), town.ben.clone(), town.mia.clone(), town.kim.clone());
    lose_power(&mut town).await;
    let missed = mia.say(&town.help, &format!("#CMAD {} for the morning", ada.mention()));
    let taken_back = mia.say(&town.help, &format!("#CMAD {} too early", ben.mention()));
    town.stage.set(at("2027-01-25 16:59 Europe/Berlin"));
    town.stage.start().await.unwrap();
    // Live events before the search: an edit of a missed message, a deletion, and a new message.
    mia.edit(&missed, &format!("#CMAD {} for the whole morning", ada.mention()));
    mia.delete(&taken_back);
    let live = kim.say(&town.help, &format!("#CMAD {} live", ada.mention()));
    town.settle().await;
    assert_eq!(counted(&town).await, [of(&mia, &ada, &missed), of(&kim, &ada, &live)]);
    let posts = town.posts().len();
    // The search cannot proceed, and the last call is posted on time.
    town.sim().set_search_unindexed(1000);
    town.advance_to("2027-01-25 17:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), posts + 1, "the last call does not wait for the search");
    let answer = town.thank(&kim, &ben, "for the answer", &[]).await;
    assert!(answer.is_ephemeral());
    town.sim().set_search_unindexed(0);
    town.advance_to("2027-01-25 17:10 Europe/Berlin").await;
    let found = counted(&town).await;
    assert_eq!(found.len(), 3, "{found:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edits_and_deletions_that_were_missed_are_seen_before_the_digest() {
    let mut town = on_the_day().await;
    let (ada, kim, lee, mia) = (town.ada.clone(), town.kim.clone(), town.lee.clone(), town.mia.clone());
    let secret = town.server.channel("secret");
    let edited = kim.say(&town.help, &format!("#CMAD {} for the first version", ada.mention()));
    let deleted = lee.say(&town.help, &format!("#CMAD {} which I will regret", ada.mention()));
    let unseen = mia.say(&secret, &format!("#CMAD {} which nobody can look at", ada.mention()));
    town.settle().await;
    // The gateway delivers none of this: a short outage of the server.
    town.sim().outage(&town.server, Outage::Begins);
    kim.edit(&edited, &format!("#CMAD {} for the second version", ada.mention()));
    lee.delete(&deleted);
    mia.delete(&unseen);
    secret.deny_bot(permission::READ_MESSAGE_HISTORY);
    town.sim().outage(&town.server, Outage::Ends);
    town.settle().await;
    town.advance_to("2027-01-26 08:00 Europe/Berlin").await;
    // Under each there was a question to its author, so they were looked at.
    assert_eq!(counted(&town).await, [of(&kim, &ada, &edited), of(&mia, &ada, &unseen)]);
    // Killed during the last check, the bot continues where it was.
    town.advance_to_just_before("2027-01-26 08:30 Europe/Berlin").await;
    let looks = "GET /channels/*/messages/*";
    let before = requests(&town, looks);
    town.sim().fault(Fault::on(looks, FaultKind::Hang).nth(2));
    town.stage.set(at("2027-01-26 08:30 Europe/Berlin"));
    town.dies_sending().await;
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let asked = requests(&town, looks) - before;
    assert_eq!(
        asked,
        3 + 2,
        "one of two twice, the deleted one no more; and after the kill, the two that wait for an answer"
    );
    assert_eq!(counted(&town).await, [of(&kim, &ada, &edited), of(&mia, &ada, &unseen)]);
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("second version") && !digest.contains("regret"), "{digest}");
    assert!(digest.contains("nobody can look at"), "what cannot be looked at is kept: {digest}");
    // The same before the close: the digest is sent once more.
    town.sim().outage(&town.server, Outage::Begins);
    kim.edit(&edited, &format!("#CMAD {} for the third version", ada.mention()));
    town.sim().outage(&town.server, Outage::Ends);
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let update = ada.dms().pop().unwrap().text();
    assert!(update.contains("third version"), "{update}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn digest_and_close_after_an_absence_hold_what_was_missed() {
    let mut town = on_the_day().await;
    let (ada, kim, lee) = (town.ada.clone(), town.kim.clone(), town.lee.clone());
    lose_power(&mut town).await;
    town.stage.set(at("2027-01-25 20:00 Europe/Berlin"));
    let first = kim.say(&town.help, &format!("#CMAD {} on the evening of the day", ada.mention()));
    come_back(&mut town, "2027-01-26 10:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("evening of the day"), "the digest waited for what was missed: {digest}");
    lose_power(&mut town).await;
    town.stage.set(at("2027-02-01 20:00 Europe/Berlin"));
    let last = lee.say(&town.help, &format!("#CMAD {} at the last moment", ada.mention()));
    town.stage.set(at("2027-02-03 20:00 Europe/Berlin"));
    lee.say(&town.help, &format!("#CMAD {} too late for this year", ada.mention()));
    come_back(&mut town, "2027-02-04 10:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &first), of(&lee, &ada, &last)]);
    let update = ada.dms().pop().unwrap().text();
    assert!(update.contains("last moment") && !update.contains("too late"), "{update}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_waits_an_hour_at_most() {
    let mut town = on_the_day().await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    lose_power(&mut town).await;
    kim.say(&town.help, &format!("#CMAD {} which is found late", ada.mention()));
    for route in [SEARCH, "GET /guilds/*/channels"] {
        town.sim().fault(Fault::on(route, FaultKind::Status(500)).times(u32::MAX));
    }
    town.stage.set(at("2027-01-26 10:00 Europe/Berlin"));
    town.stage.start().await.unwrap();
    let before = ada.dms().len();
    town.advance_to("2027-01-26 10:55 Europe/Berlin").await;
    assert_eq!(ada.dms().len(), before, "it waits");
    town.advance_to("2027-01-26 11:05 Europe/Berlin").await;
    assert_eq!(ada.dms().len(), before + 1, "but not for ever");
    town.sim().clear_faults();
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let update = ada.dms().pop().unwrap().text();
    assert!(update.contains("found late"), "late thanks go into the update: {update}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_at_the_windows_opening_and_before_a_servers_return_are_found() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    town.advance_to_just_before("2027-01-11 10:00 Europe/Berlin").await;
    // The window opens, and a message comes before the bot has subscribed.
    town.stage.set(at("2027-01-11 10:00 Europe/Berlin"));
    let quick = kim.say(&town.help, &format!("#CMAD {} first!", ada.mention()));
    town.advance_to("2027-01-11 10:05 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &quick)]);

    town.sim().outage(&town.server, Outage::Begins);
    town.settle().await;
    lose_power(&mut town).await;
    let unheard = kim.say(&town.help, &format!("#CMAD {} during the outage", ada.mention()));
    town.stage.set(at("2027-01-11 12:00 Europe/Berlin"));
    town.sim().outage(&town.server, Outage::Ends);
    come_back(&mut town, "2027-01-11 12:10 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &quick), of(&kim, &ada, &unheard)]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn missed_messages_recognise_role_holders_and_use_server_nicknames() {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    let role = town.server.role("Community Team", 0);
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("manager_role", Opt::Role(role.id())),
    ];
    town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    town.rosa.give_role(&role);
    let nora = town.server.member_with(
        "nora_1984",
        discord_sim::NewMember { nick: Some("Nora from support".into()), ..Default::default() },
    );
    lose_power(&mut town).await;
    let said = nora.say(&town.help, &format!("#CMAD {} for holding it together", town.rosa.mention()));
    come_back(&mut town, "2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [of(&nora, &town.rosa, &said)]);
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    let digests: Vec<String> = town.rosa.dms().iter().map(MessageHandle::text).collect();
    assert!(digests.iter().any(|text| text.contains("Nora from support")), "{digests:#?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_does_not_bring_back_what_was_erased() {
    let mut town = on_the_day().await;
    let (ada, kim, lee) = (town.ada.clone(), town.kim.clone(), town.lee.clone());
    kim.say(&town.help, &format!("#CMAD {} which is erased", ada.mention()));
    let kept = lee.say(&town.help, &format!("#CMAD {} which stays", ada.mention()));
    town.settle().await;
    town.erase(&kim).await;
    lose_power(&mut town).await;
    come_back(&mut town, "2027-01-25 09:14 Europe/Berlin").await;
    assert!(requests(&town, SEARCH) > 0, "those minutes were searched");
    let rows = town.rows().await;
    let found = counted(&town).await;
    assert!(found.contains(&of(&lee, &ada, &kept)));
    assert!(!rows.contains(&kim.id().to_string()), "nothing names who was erased: {rows}");
    town.ends_well().await;
}
