//! Holders of the manager role: known at once with the members intent, otherwise when they are first seen.

use discord_sim::{Fault, FaultKind, Member, Opt, ReplyPing};
use domain::ids::{GuildId, UserId};

use crate::away::counted;
use crate::commits::Commits;
use crate::databases::{Database, On};
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
