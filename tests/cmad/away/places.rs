//! Where the hashtag counts: a thread belongs to the channel in which it began, and so does a forum's post.

use discord_sim::{ChannelHandle, Fault, FaultKind, MessageHandle, permission};

use super::{SEARCH, come_back, counted, lose_power, of};
use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const CHANNEL: &str = "GET /channels/*";

/// Sets in which channels the hashtag counts, as an admin does.
async fn hashtag(town: &mut Town, rule: &str, channels: &[&ChannelHandle]) {
    let ids: Vec<String> = channels.iter().map(|channel| channel.id().to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let menu = town.olga.slash(&town.cmad, "campaign hashtag", &[("channels", rule.into())]).await.settled().await;
    let kinds = menu.json().to_string();
    assert!(kinds.contains("\"channel_types\":[0,2,13,5,15,16,"), "forums can be picked: {kinds}");
    town.olga.select(&menu, "hashtag-channels", &ids).await.settled().await;
    town.settle().await;
}

fn says(town: &Town, place: &ChannelHandle, what: &str) -> MessageHandle {
    town.kim.say(place, &format!("#CMAD {} {what}", town.ada.mention()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_a_forum_means_its_posts() {
    let mut town = Town::set_up(OPEN).await;
    let forum = town.server.forum("questions");
    hashtag(&mut town, "only", &[&forum]).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let post = forum.post("Thanks!", &kim, &format!("#CMAD {} for the guide", ada.mention()));
    let further = says(&town, &post, "and for the answers");
    says(&town, &town.help, "where it does not count");
    says(&town, &town.help.thread("a thread", &kim), "nor in a thread there");
    town.settle().await;
    let first = (kim.id(), ada.id(), post.id());
    assert_eq!(counted(&town).await, [first, of(&kim, &ada, &further)]);
    further.until_reaction("💚").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_heard_in_the_threads_of_a_channel_that_is_left_out() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, bot) = (town.kim.clone(), town.ada.clone(), town.sim().bot_id());
    let staff = town.server.channel("staff");
    hashtag(&mut town, "except", &[&staff]).await;
    let threads = [staff.thread("one", &kim), staff.private_thread("other", &kim, &[bot])];
    let before = town.rows_without_leases().await;
    for thread in &threads {
        let said = says(&town, thread, "among us");
        kim.say(thread, "#CMAD without a name");
        town.settle().await;
        kim.edit(&said, &format!("#CMAD {} still among us", ada.mention()));
    }
    town.settle().await;
    let bots = |place: &ChannelHandle| place.messages().iter().filter(|message| message.author() == bot).count();
    assert!(threads.iter().all(|thread| bots(thread) == 0), "no one is asked");
    assert_eq!(town.rows_without_leases().await, before, "nothing is stored");
    let counts = says(&town, &town.help.thread("elsewhere", &kim), "in a thread of another channel");
    town.settle().await;
    assert_eq!(counted(&town).await, [of(&kim, &ada, &counts)]);
    town.ends_well().await;
}

/// A thread that began while the bot was away, one that was archived meanwhile, one of before a restart, whose parents
/// the new session was not told: each is asked for, once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_threads_began_is_known_after_a_restart_too() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let staff = town.server.channel("staff");
    hashtag(&mut town, "except", &[&staff]).await;
    let (inside, outside) = (staff.thread("before", &kim), town.help.thread("before", &kim));
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    says(&town, &inside, "after a resume");
    let mut expected = vec![of(&kim, &ada, &says(&town, &outside, "after a resume"))];
    town.settle().await;
    let asked = town.sim().request_count(CHANNEL);
    expected.push(of(&kim, &ada, &says(&town, &outside, "once more")));
    town.settle().await;
    assert_eq!(counted(&town).await, expected);
    assert_eq!(town.sim().request_count(CHANNEL), asked, "it is asked once");

    lose_power(&mut town).await;
    let (hidden, open) = (staff.thread("meanwhile", &kim), town.help.thread("meanwhile", &kim));
    for thread in [&inside, &hidden] {
        says(&town, thread, "while it was away");
    }
    for (thread, what) in [(&outside, "in an old one"), (&open, "in a new one")] {
        expected.push(of(&kim, &ada, &says(&town, thread, what)));
    }
    for thread in [&inside, &outside, &hidden, &open] {
        thread.archive();
    }
    come_back(&mut town, "2027-01-12 13:00 Europe/Berlin").await;
    expected.sort_by_key(|(_, _, source)| *source);
    assert_eq!(counted(&town).await, expected);
    town.ends_well().await;
}

/// Discord does not say where the thread began. It is neither taken for a place that counts nor forgotten.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_it_cannot_be_asked_where_a_thread_began_its_messages_wait() {
    let garbled = FaultKind::Answer { status: 200, body: serde_json::json!("no channel") };
    for fault in [FaultKind::Status(500), FaultKind::Hang, garbled] {
        let told = format!("{fault:?}");
        let mut town = Town::set_up(OPEN).await;
        let (kim, ada) = (town.kim.clone(), town.ada.clone());
        let staff = town.server.channel("staff");
        hashtag(&mut town, "except", &[&staff]).await;
        let (inside, outside) = (staff.thread("one", &kim), town.help.thread("other", &kim));
        town.sim().fault(Fault::on(CHANNEL, fault).times(u32::MAX));
        says(&town, &inside, "among us");
        let kept = says(&town, &outside, "for all");
        town.settle().await;
        assert_eq!(counted(&town).await, [], "{told}");
        town.sim().clear_faults();
        town.advance_to("2027-01-12 12:10 Europe/Berlin").await;
        assert_eq!(counted(&town).await, [of(&kim, &ada, &kept)], "{told}");
        town.ends_well().await;
    }
}

/// Search is refused, so channels are read one by one: a forum's posts are among them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn posts_of_a_forum_are_read_where_search_is_refused() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let (forum, hidden) = (town.server.forum("questions"), town.server.forum("hidden"));
    hidden.deny_bot(permission::VIEW_CHANNEL);
    lose_power(&mut town).await;
    let post = forum.post("Thanks!", &kim, &format!("#CMAD {} for the guide", ada.mention()));
    hidden.post("Thanks!", &kim, &format!("#CMAD {} where the bot sees nothing", ada.mention()));
    town.sim().fault(Fault::on(SEARCH, FaultKind::Forbidden(50001)).times(u32::MAX));
    come_back(&mut town, "2027-01-12 13:00 Europe/Berlin").await;
    assert_eq!(counted(&town).await, [(kim.id(), ada.id(), post.id())]);
    town.sim().clear_faults();
    town.ends_well().await;
}

/// Public words that were given in a forum's post are linked in the recap, like those of any thread that everyone sees.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_recap_links_what_was_said_in_a_forum_that_everyone_sees() {
    let mut town = Town::set_up("2027-01-25 10:00 Europe/Berlin").await;
    let kim = town.kim.clone();
    let (forum, closed) = (town.server.forum("questions"), town.server.forum("closed"));
    let everyone = discord_sim::OverwriteFor::Role(town.server.id());
    let bot = discord_sim::OverwriteFor::Member(town.sim().bot_id());
    let kims = discord_sim::OverwriteFor::Member(kim.id());
    let over = |whom, allow, deny| discord_sim::Overwrite { whom, allow, deny };
    let view = permission::VIEW_CHANNEL;
    closed.set_overwrites(&[over(everyone, 0, view), over(bot, view, 0), over(kims, view, 0)]);
    let words = format!("#CMAD {} thank you", town.ada.mention());
    let (shown, unseen) = (forum.post("Thanks!", &kim, &words), closed.post("Thanks!", &kim, &words));
    town.settle().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let recap = town.posts().pop().expect("the recap").text();
    assert!(recap.contains(&shown.id().to_string()), "{recap}");
    assert!(!recap.contains(&unseen.id().to_string()), "{recap}");
    town.ends_well().await;
}
