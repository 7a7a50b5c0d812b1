//! Before words go: a fortnight before they are removed, their managers get their files once more.

use discord_sim::{Member, MessageHandle, Opt};

use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
/// Words are kept for 90 days after the close, 1 February.
const PURGED: &str = "2027-05-02 23:59 Europe/Berlin";
const NINE: &str = "2027-04-18 09:00 Europe/Berlin";

/// The messages with the last files.
fn last_files(who: &Member) -> Vec<MessageHandle> {
    who.dms().into_iter().filter(|dm| dm.text().contains("Your words from #CMAD 2027, to keep")).collect()
}

/// A town whose campaign is over; Ada has words of Kim's, and Ben has words of Lee's.
async fn after_the_close() -> Town {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, ben) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "private")]).await;
    town.thank(&lee, &ben, "You kept us safe.", &[("consent", "private")]).await;
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    town
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn her_files_come_once_more_at_her_nine_and_then_the_words_go() {
    let mut town = after_the_close().await;
    let (ada, ben, olga) = (town.ada.clone(), town.ben.clone(), town.olga.clone());
    // She moved long after the close.
    ada.slash(&town.help, "cmad profile", &[("timezone", "America/New_York".into())]).await.settled().await;
    town.advance_to_just_before(NINE).await;
    assert!(last_files(&ada).is_empty() && last_files(&ben).is_empty());
    town.advance_to(NINE).await;
    assert_eq!((last_files(&ada).len(), last_files(&ben).len()), (0, 1));
    town.advance_to("2027-04-18 09:00 America/New_York").await;
    let files = last_files(&ada).pop().expect("her files");
    let when = at(PURGED).timestamp();
    assert!(files.text().contains(&format!("<t:{when}:F>")), "{}", files.text());
    let names: Vec<String> = files.files().iter().map(|file| file.name.clone()).collect();
    assert_eq!(names, ["cmad-2027.pdf", "cmad-2027.png", "cmad-2027.html", "cmad-2027.txt"]);
    let page: String = files.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(page.contains("You stayed until it worked."));
    // Once, whatever happens until then.
    let told = olga.dms().len();
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    town.advance_to("2027-05-03 12:00 Europe/Berlin").await;
    assert_eq!((last_files(&ada).len(), last_files(&ben).len(), olga.dms().len()), (1, 1, told));
    let desk = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
    assert!(!desk.text().contains("until it worked"), "{}", desk.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_come_late_until_the_words_go_and_never_after() {
    for (back, come) in [("2027-05-02 12:00 Europe/Berlin", 1), ("2027-05-03 12:00 Europe/Berlin", 0)] {
        let mut town = after_the_close().await;
        let (ada, olga) = (town.ada.clone(), town.olga.clone());
        let told = olga.dms().len();
        town.stage.stop().await.unwrap();
        town.stage.set(at(back));
        town.stage.start().await.unwrap();
        town.settle().await;
        assert_eq!(last_files(&ada).len(), come, "{back}");
        town.advance_to("2027-05-04 12:00 Europe/Berlin").await;
        assert_eq!(last_files(&ada).len(), come, "{back}");
        assert_eq!(olga.dms().len(), told, "it is no one else's affair");
        let desk = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
        assert!(!desk.text().contains("until it worked"), "the words went: {}", desk.text());
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_gone_or_has_no_words_gets_nothing() {
    for turn in ["erased", "declined", "removed", "giver erased"] {
        let mut town = after_the_close().await;
        let (kim, ada, ben, olga) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.olga.clone());
        match turn {
            "erased" => drop(town.erase(&ada).await),
            "declined" => {
                let invitation = ada.dms().into_iter().find(|dm| dm.text().contains("Welcome to the roster"));
                let invitation = invitation.expect("her invitation, which she accepted");
                ada.click(&invitation, "Take me off the roster").await.settled().await;
            }
            "removed" => {
                olga.slash(&town.cmad, "roster remove", &[("member", Opt::User(ada.id()))]).await.settled().await;
            }
            _ => drop(town.erase(&kim).await),
        }
        let before = ada.dms().len();
        town.advance_to("2027-05-03 12:00 Europe/Berlin").await;
        assert_eq!((ada.dms().len(), last_files(&ben).len()), (before, 1), "{turn}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_follow_the_settings_also_for_a_campaign_that_is_over() {
    let mut town = after_the_close().await;
    let ada = town.ada.clone();
    // With a fortnight there is nothing to send before; with more, it is planned, as after an update of the bot.
    town.restart_with(|config| config.retention.words_days = 14).await;
    assert!(!town.rows().await.contains("2027/last-files"));
    town.restart_with(|config| config.retention.words_days = 30).await;
    town.advance_to_just_before("2027-02-17 09:00 Europe/Berlin").await;
    assert!(last_files(&ada).is_empty());
    town.advance_to("2027-02-17 09:00 Europe/Berlin").await;
    assert_eq!(last_files(&ada).len(), 1);
    town.restart_with(|config| config.retention.words_days = 90).await;
    town.advance_to("2027-05-04 12:00 Europe/Berlin").await;
    assert_eq!(last_files(&ada).len(), 1, "they were sent");
    town.ends_well().await;
}
