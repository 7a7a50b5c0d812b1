//! Holders of the manager role: known at once with the members intent, otherwise when they are first seen.

use chrono::TimeDelta;
use discord_sim::{Fault, FaultKind, Member, MessageHandle, Opt, ReplyPing};
use domain::ids::{GuildId, UserId};

use crate::away::counted;
use crate::commits::Commits;
use crate::databases::{Database, On, postgres_besides};
use crate::recovery::FATES;
use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

async fn set_up_with_role(town: &Town) -> String {
    set_up_with_holders(town, &[&town.ada, &town.ben, &town.mia]).await
}

async fn set_up_with_holders(town: &Town, holders: &[&Member]) -> String {
    let role = town.server.role("Community", 0);
    for holder in holders {
        holder.give_role(&role);
    }
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("manager_role", Opt::Role(role.id())),
    ];
    town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_the_members_intent_the_roster_is_complete() {
    let mut town = Town::with(OPEN, |options| options.guild_members = true).await;
    let done = set_up_with_role(&town).await;
    assert!(done.contains("**3** of the 3 members"), "{done}");
    town.settle().await;
    let invitation = town.ben.dms().pop().expect("a holder is asked without having been seen");
    town.ben.click(&invitation, "No, thanks").await.settled().await;
    town.settle().await;
    let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    assert!(doctor.text().contains("**2** of the 3 members"), "who declined is left alone: {}", doctor.text());
    town.settle().await;
    assert_eq!(town.ben.dms().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_members_intent_no_count_is_shown_and_a_holder_who_thanks_is_added() {
    let mut town = Town::at(OPEN).await;
    let done = set_up_with_role(&town).await;
    assert!(!done.contains("members with"), "{done}");
    let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    assert!(!doctor.text().contains("members with"), "{}", doctor.text());
    let (ada, ben) = (town.ada.clone(), town.ben.clone());
    town.thank(&ada, &ben, "You kept the night calm.", &[("consent", "named")]).await;
    let roster = town.stage.bot().app().roster(GuildId(town.server.id())).await.unwrap();
    let known: Vec<UserId> = roster.iter().map(|manager| manager.user).collect();
    assert!(known.contains(&UserId(ada.id())) && known.contains(&UserId(ben.id())), "{known:?}");
    assert!(!known.contains(&UserId(town.mia.id())), "Mia was not seen yet");
    town.ends_well().await;
}

/// Too late for announce, early enough for countdown.
const LATE: &str = "2027-01-19 09:00 Europe/Berlin";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn setup_answers_even_if_the_list_of_members_fails() {
    // The application is asked for twice: first for the permissions, then for the holders.
    let whole = ("GET /applications/@me", 2);
    for (matching, nth) in [whole, ("GET /guilds/*/members", 1), ("GET /guilds/*/members", 2)] {
        let mut town = Town::with(LATE, |options| options.guild_members = true).await;
        // More than one page, with the holders on the first.
        for number in 0..1000 {
            town.server.member(&format!("Member {number}"));
        }
        town.sim().fault(Fault::on(matching, FaultKind::Status(500)).nth(nth).times(u32::MAX));
        let done = set_up_with_role(&town).await;
        assert!(done.contains("**Too late for:** Announcement"), "{matching} {nth}: {done}");
        assert!(!done.contains("members with"), "the list was not complete: {done}");
        town.settle().await;
        let roster = town.stage.bot().app().roster(GuildId(town.server.id())).await.unwrap();
        assert_eq!(roster.len(), if nth == 2 && matching != whole.0 { 3 } else { 0 }, "what was found is kept");
        town.sim().clear_faults();
        let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
        assert!(doctor.text().contains("**3** of the 3 members"), "{}", doctor.text());
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_holders_are_planned_in_few_transactions() {
    let mut town = Town::over(Database::new(On::usual()).await, OPEN, |options| options.guild_members = true).await;
    let commits = Commits::watching(&mut town.stage);
    town.stage.configure(|config| config.limits.managers_unasked = 40);
    town.stage.start().await.unwrap();
    let holders: Vec<Member> = (0..40).map(|number| town.server.member(&format!("Holder {number}"))).collect();
    let before = commits.count();
    let done = set_up_with_holders(&town, &holders.iter().collect::<Vec<_>>()).await;
    assert!(done.contains("**40** of the 40 members"), "{done}");
    let took = commits.count() - before;
    assert!(took < holders.len() / 4, "each holder is a transaction: {took}");
    town.ends_well().await;
}

const MEMBER: &str = "GET /guilds/*/members/*";

/// Discord does not say which roles the author of the message has that a reply without a ping replies to.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_holder_whom_no_one_has_seen_is_thanked_by_a_reply_without_a_ping() {
    for fails in [false, true] {
        let mut town = Town::at(OPEN).await;
        set_up_with_role(&town).await;
        let (kim, lee, mia, help) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.help.clone());
        town.settle().await;
        let answer = mia.say(&help, "restart it twice");
        let other = lee.say(&help, "that helps");
        let asked = town.sim().request_count(MEMBER);
        if fails {
            town.sim().fault(Fault::on(MEMBER, FaultKind::Status(500)).times(u32::MAX));
        }
        let said = kim.reply(&answer, "thank you #CMAD", ReplyPing::Off);
        town.settle().await;
        if fails {
            assert_eq!(counted(&town).await, [], "neither refused nor guessed");
            town.sim().clear_faults();
            town.advance_to("2027-01-12 12:10 Europe/Berlin").await;
        } else {
            assert_eq!(town.sim().request_count(MEMBER), asked + 1);
        }
        let first = (kim.id(), mia.id(), said.id());
        assert_eq!(counted(&town).await, [first], "{fails}");
        said.until_reaction("💚").await;
        // She is on the roster now: no one has to be asked again.
        let asked = town.sim().request_count(MEMBER);
        let again = kim.reply(&answer, "once more: thank you #CMAD", ReplyPing::Off);
        town.settle().await;
        assert_eq!(counted(&town).await, [first, (kim.id(), mia.id(), again.id())]);
        assert_eq!(town.sim().request_count(MEMBER), asked);
        // Lee holds no role.
        kim.reply(&other, "and you #CMAD", ReplyPing::Off);
        town.settle().await;
        assert_eq!(counted(&town).await.len(), 2);
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_holder_whom_no_one_has_seen_is_found_in_a_message_that_is_saved() {
    let town = Town::at(OPEN).await;
    set_up_with_role(&town).await;
    let (kim, ben) = (town.kim.clone(), town.ben.clone());
    let said = kim.say(&town.help, &format!("{} carried us through the outage", ben.mention()));
    let receipt = kim.message_command("Save as #CMAD thanks", &said).await.settled().await;
    assert!(receipt.text().contains("Ben"), "{}", receipt.text());
    assert_eq!(counted(&town).await, [(kim.id(), ben.id(), said.id())]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_of_holders_is_invited_only_when_an_admin_confirms_their_number_and_ten_a_minute() {
    let mut town = Town::with(OPEN, |options| options.guild_members = true).await;
    let crowd: Vec<Member> = (0..24).map(|number| town.server.member(&format!("Holder {number}"))).collect();
    let role = town.server.role("Community", 0);
    crowd.iter().for_each(|holder| holder.give_role(&role));
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("manager_role", Opt::Role(role.id())),
    ];
    let done = town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await.text();
    assert!(done.contains("**0** of the 24 members") && done.contains("24 more aren’t yet"), "{done}");
    town.settle().await;
    let asked = || crowd.iter().filter(|holder| !holder.dms().is_empty()).count();
    assert_eq!(asked(), 0, "no one is asked before an admin says so");
    let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    town.settle().await;
    assert_eq!(asked(), 0, "looking invites no one");
    // More by now than the button said: it asks once more.
    let late = town.server.member("Late");
    late.give_role(&role);
    let again = town.olga.click(&doctor, "Send invitations (24)").await.settled().await;
    assert!(again.text().contains("25 more aren’t yet"), "{}", again.text());
    let invited = town.olga.click(&again, "Send invitations (25)").await.settled().await;
    assert!(invited.text().contains("**25** of the 25 members"), "{}", invited.text());
    town.settle().await;
    assert_eq!(asked(), 10, "ten in the first minute");
    town.advance_to("2027-01-12 12:01 Europe/Berlin").await;
    assert!(asked() <= 20, "{}", asked());
    town.advance_to("2027-01-12 12:05 Europe/Berlin").await;
    assert_eq!((asked(), late.dms().len()), (24, 1), "everyone, once");
    assert!(crowd.iter().all(|holder| holder.dms().len() == 1));
    town.ends_well().await;
}

/// A town in which a crowd holds the manager role and no one was asked yet, with the answer of `/campaign doctor`.
async fn with_a_crowd(on: On, size: usize) -> (Town, Vec<Member>, discord_sim::Interaction) {
    let mut town = Town::on(on, OPEN, |options| options.guild_members = true).await;
    let crowd: Vec<Member> = (0..size).map(|number| town.server.member(&format!("Holder {number}"))).collect();
    set_up_with_holders(&town, &crowd.iter().collect::<Vec<_>>()).await;
    town.settle().await;
    let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    (town, crowd, doctor)
}

/// The posts that ask the holders.
fn asking(town: &Town) -> Vec<MessageHandle> {
    let asks = |post: &MessageHandle| {
        post.buttons()
            .iter()
            .any(|button| button.custom_id.as_deref().is_some_and(|id| id.starts_with("holder-accept")))
    };
    town.cmad.messages().into_iter().filter(asks).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_post_asks_a_crowd_of_holders_and_goes_away_when_everyone_has_accepted() {
    let (mut town, crowd, doctor) = with_a_crowd(On::usual(), 12).await;
    // The button is pressed twice: one post.
    for _ in 0..2 {
        let asked = town.olga.click(&doctor, "Ask in one post").await.settled().await;
        assert!(asked.text().contains("asks the other 12"), "{}", asked.text());
        town.settle().await;
    }
    let posts = asking(&town);
    let [post] = &posts[..] else { panic!("{} posts", posts.len()) };
    assert!(post.pinged().is_empty(), "it pings no one");
    // Neither looking nor a second look sends anyone a message while the post asks.
    town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    let kim = town.kim.click(post, "Accept").await.settled().await;
    assert!(kim.is_ephemeral() && kim.text().contains("You don’t have that role"), "{}", kim.text());
    assert!(town.stage.bot().app().roster(GuildId(town.server.id())).await.unwrap().is_empty());
    for (number, holder) in crowd.iter().enumerate() {
        assert!(post.exists(), "{number} have accepted");
        for _ in 0..2 {
            let welcome = holder.click(post, "Accept").await.settled().await;
            assert!(welcome.is_ephemeral() && welcome.text().contains("Welcome to the roster"), "{}", welcome.text());
            if number == 11 {
                break;
            }
        }
        if number == 5 {
            let status = town.olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
            assert!(status.text().contains("6 of 12 have a place"), "{}", status.text());
        }
        town.settle().await;
    }
    assert!(!post.exists(), "everyone has accepted");
    assert_eq!(town.stage.bot().app().roster(GuildId(town.server.id())).await.unwrap().len(), 12);
    assert!(crowd.iter().all(|holder| holder.dms().is_empty()), "no one got a direct message");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_post_to_the_holders_goes_away_with_its_role_and_at_close_and_an_old_one_does_nothing() {
    // Another role, no role, the holders answered another way, and the end of the campaign.
    for ends in ["another role", "no role", "direct messages", "close"] {
        let (mut town, crowd, doctor) = with_a_crowd(On::usual(), 11).await;
        town.olga.click(&doctor, "Ask in one post").await.settled().await;
        town.settle().await;
        let post = asking(&town).pop().expect("it asks");
        let old = crowd[10].clone();
        crowd[0].click(&post, "Accept").await.settled().await;
        match ends {
            "another role" => {
                set_up_with_holders(&town, &[&town.mia]).await;
            }
            "no role" => {
                let status = town.olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
                town.olga.click(&status, "forget:role").await.settled().await;
            }
            "direct messages" => {
                let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
                assert!(doctor.text().contains("asks the other 10"), "{}", doctor.text());
                town.settle().await;
                assert!(
                    crowd.iter().all(|holder| holder.dms().is_empty()),
                    "the post asks them, although they are few"
                );
                town.olga.click(&doctor, "Send invitations (10)").await.settled().await;
            }
            _ => town.advance_to("2027-02-02 12:00 Europe/Berlin").await,
        }
        let late = if post.exists() { Some(old.click(&post, "Accept").await.settled().await.text()) } else { None };
        town.settle().await;
        assert!(!post.exists(), "{ends}");
        if let Some(late) = late.filter(|_| ends.contains("role")) {
            assert!(late.contains("no effect any more"), "{ends}: {late}");
        }
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_post_to_the_holders_arrives_once_with_any_fault_around_it() {
    let usual = FATES.iter().map(|fate| (On::usual(), fate));
    let killed = FATES.iter().filter(|(fate, _)| fate.contains("killed"));
    let besides = postgres_besides().into_iter().flat_map(|on| killed.clone().map(move |fate| (on, fate)));
    for (on, (fate, fault)) in usual.chain(besides) {
        let (mut town, crowd, doctor) = with_a_crowd(on, 11).await;
        town.sim().fault(Fault::on("POST /channels/*/messages", fault.clone()).times(1));
        town.olga.click(&doctor, "Ask in one post").await.settled().await;
        if matches!(fault, FaultKind::Hang | FaultKind::DoneThenHang) {
            town.dies_sending().await;
            town.stage.start().await.unwrap();
        }
        town.settle().await;
        let later = town.stage.now() + TimeDelta::hours(1);
        town.stage.advance_to(later).await.unwrap();
        let posts = asking(&town);
        assert_eq!(posts.len(), 1, "{fate}");
        // The admin would rather have it at the end of the channel: one post, the new one.
        let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
        town.olga.click(&doctor, "Post it again").await.settled().await;
        town.settle().await;
        let again = asking(&town);
        assert!(again.len() == 1 && again[0].id() != posts[0].id(), "{fate}");
        let welcome = crowd[3].click(&again[0], "Accept").await.settled().await;
        assert!(welcome.text().contains("Welcome to the roster"), "{fate}: {}", welcome.text());
        town.stage.kill().await;
    }
}
