//! What the bot leaves in a channel goes away with its reason, once, and stays otherwise.

use discord_sim::{Event, MessageHandle, Opt};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const SAVE: &str = "Save as #CMAD thanks";

/// One of each thing, and what it stands for.
struct Things {
    /// Kim's words with a hashtag: the question how they may be shown, and the reaction.
    found: MessageHandle,
    /// Lee's hashtag that names no one: the question whom he means.
    unclear: MessageHandle,
    /// Mia's words that Rosa wants saved: the question whether they may be.
    wanted: MessageHandle,
    /// Ben's public words to Ada, posted by the bot.
    posted: MessageHandle,
}

/// Which things stand, in this order: consent, reaction, whom, save, post, event.
type Standing = [bool; 6];

impl Things {
    async fn in_town(town: &mut Town) -> Self {
        let help = town.help.clone();
        let posts = town.posts().len();
        town.thank(&town.ben.clone(), &town.ada.clone(), "You kept the lights on.", &[("consent", "public")]).await;
        let posted = town.help.messages().into_iter().chain(town.posts().into_iter().skip(posts)).last();
        let found = town.kim.say(&help, &format!("{} saved my weekend #CMAD", town.ada.mention()));
        let unclear = town.lee.say(&help, "thank you all #CMAD");
        let wanted = town.mia.say(&help, &format!("{} is the best", town.ada.mention()));
        town.settle().await;
        town.rosa.message_command(SAVE, &wanted).await.settled().await;
        town.settle().await;
        Self { found, unclear, wanted, posted: posted.expect("the bot posted his words") }
    }

    fn standing(&self, town: &Town) -> Standing {
        let bot = town.sim().bot_id();
        let asked = |about: &MessageHandle| {
            let mut all = town.help.messages().into_iter();
            all.any(|message| message.author() == bot && message.exists() && message.replies_to() == Some(about.id()))
        };
        let reacted = self.found.exists() && self.found.reactions().iter().any(|(_, by)| by.contains(&bot));
        let event = town.sim().transcript().into_iter().filter_map(|entry| match entry.event {
            Event::ScheduledEvent { change, .. } => Some(change != "deleted"),
            _ => None,
        });
        [
            asked(&self.found),
            reacted,
            asked(&self.unclear),
            asked(&self.wanted),
            self.posted.exists(),
            event.last().unwrap_or_default(),
        ]
    }
}

/// Plays a reason, and compares what stands afterwards; also after a restart, and nothing was deleted twice.
async fn check(reason: &str, expected: &str, play: impl AsyncFnOnce(&mut Town, &Things)) {
    let mut town = Town::set_up(OPEN).await;
    let things = Things::in_town(&mut town).await;
    assert_eq!(things.standing(&town), [true; 6], "{reason}: everything stands before");
    play(&mut town, &things).await;
    town.settle().await;
    let names = ["consent", "reaction", "whom", "save", "post", "event"];
    let standing = |town: &Town| {
        let stands = things.standing(town).into_iter().zip(names).filter(|(stands, _)| *stands);
        stands.map(|(_, name)| name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(standing(&town), expected, "{reason}");
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    town.settle().await;
    assert_eq!(standing(&town), expected, "{reason}, after a restart");
    town.ends_well().await;
}

/// A person's own thank-you in `/cmad mine`, and a button there.
async fn mine(town: &Town, who: &discord_sim::Member, button: &str) {
    let list = who.slash(&town.help, "cmad mine", &[]).await.settled().await;
    let id = menu_values(&list).pop().expect("they thanked");
    let receipt = who.select(&list, "mine", &[&id]).await.settled().await;
    who.click(&receipt, button).await.settled().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_author_deletes_them() {
    check("deleted", "post event", async |town, things| {
        town.kim.delete(&things.found);
        town.lee.delete(&things.unclear);
        town.mia.delete(&things.wanted);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_deleted_while_the_bot_is_away() {
    check("deleted meanwhile", "post event", async |town, things| {
        town.stage.stop().await.unwrap();
        town.sim().forget_sessions();
        town.kim.delete(&things.found);
        town.lee.delete(&things.unclear);
        town.mia.delete(&things.wanted);
        town.stage.start().await.unwrap();
        town.settle().await;
        town.advance_to("2027-01-12 12:30 Europe/Berlin").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_leaves_no_thanks_in_them() {
    // A member still wants the other words saved, whatever they say now.
    check("edited", "save post event", async |town, things| {
        town.kim.edit(&things.found, "never mind");
        town.lee.edit(&things.unclear, "never mind");
        town.mia.edit(&things.wanted, "is the very best");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_makes_them_count() {
    check("edited to count", "consent reaction post event", async |town, things| {
        town.lee.edit(&things.unclear, &format!("thank you {} #CMAD", town.ada.mention()));
        town.mia.edit(&things.wanted, &format!("{} is the best #CMAD", town.ada.mention()));
        town.settle().await;
        // Both are asked now how their words may be shown, which stands in place of the other question.
        let bot = town.sim().bot_id();
        for message in [&things.unclear, &things.wanted] {
            let mut all = town.help.messages().into_iter();
            let question =
                all.find(|one| one.author() == bot && one.exists() && one.replies_to() == Some(message.id()));
            let question = question.expect("they are asked");
            assert!(question.json().to_string().contains("found"), "{}", question.text());
        }
        mine(town, &town.lee, "with my name").await;
        mine(town, &town.mia, "with my name").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_withdrawn() {
    check("withdrawn", "whom save event", async |town, _| {
        mine(town, &town.kim, "withdraw").await;
        mine(town, &town.ben, "withdraw").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_withdrawn_and_come_back() {
    check("withdrawn", "consent reaction whom save post event", async |town, _| {
        for button in ["withdraw", "take-back", "withdraw", "take-back"] {
            mine(town, &town.kim, button).await;
            town.settle().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_answered_by_another_door() {
    check("answered elsewhere", "reaction event", async |town, things| {
        mine(town, &town.kim, "with my name").await;
        mine(town, &town.ben, "private").await;
        let picker = town.lee.message_command(SAVE, &things.unclear).await.settled().await;
        let ben = town.ben.id().to_string();
        town.lee.select(&picker, "save-picked", &[&ben]).await.settled().await;
        town.mia.message_command(SAVE, &things.wanted).await.settled().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_author_is_erased() {
    check("erased", "event", async |town, _| {
        for who in [town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ben.clone()] {
            town.erase(&who).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_wanted_them_saved_is_erased() {
    check("asker erased", "consent reaction whom post event", async |town, _| {
        town.erase(&town.rosa.clone()).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_manager_is_erased() {
    check("manager erased", "whom save event", async |town, _| {
        town.erase(&town.ada.clone()).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_manager_declines() {
    check("declined", "reaction whom save event", async |town, _| {
        let invitation = town.ada.dms().remove(0);
        town.ada.click(&invitation, "decline").await.settled().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_manager_is_taken_off_the_roster() {
    // What was said to her in public stays hers; how it may be shown concerns no digest any more.
    check("removed", "reaction whom save post event", async |town, _| {
        town.olga.slash(&town.cmad, "roster remove", &[("member", Opt::User(town.ada.id()))]).await.settled().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_hides_them() {
    check("hidden", "whom save event", async |town, _| {
        for _ in 0..2 {
            let list = town.olga.slash(&town.help, "campaign hide", &[]).await.settled().await;
            let id = menu_values(&list).pop().expect("something counts");
            town.olga.select(&list, "hide-thanks", &[&id]).await.settled().await;
            town.settle().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pause_is_no_reason_and_a_step_that_is_off_takes_its_event_with_it() {
    check("paused", "consent reaction whom save post", async |town, _| {
        town.olga.slash(&town.cmad, "campaign steps", &[("step", "announce".into()), ("on", Opt::Bool(false))]).await;
        town.olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
        town.advance_to("2027-01-12 15:00 Europe/Berlin").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_go_in_a_pause_too() {
    check("deleted in a pause", "event", async |town, things| {
        town.olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
        mine(town, &town.kim, "withdraw").await;
        mine(town, &town.ben, "withdraw").await;
        town.lee.delete(&things.unclear);
        town.mia.delete(&things.wanted);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_campaign_closes() {
    check("closed", "reaction post event", async |town, _| {
        town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_whose_message_is_gone_is_asked_under_the_next_one() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, help) = (town.kim.clone(), town.help.clone());
    let words = format!("{} saved my weekend #CMAD", town.ada.mention());
    let asked = |town: &Town, about: &MessageHandle| {
        let mut all = town.help.messages().into_iter();
        all.any(|one| one.exists() && one.replies_to() == Some(about.id()))
    };
    let first = kim.say(&help, &words);
    town.settle().await;
    let second = kim.say(&help, &format!("{words}, and my week"));
    town.settle().await;
    assert!(asked(&town, &first) && !asked(&town, &second), "one question at a time");
    kim.delete(&first);
    town.settle().await;
    assert!(!asked(&town, &first) && asked(&town, &second), "it follows their words");
    kim.delete(&second);
    town.settle().await;
    assert!(!asked(&town, &second));
    let third = kim.say(&help, &format!("{words}, once more"));
    town.settle().await;
    assert!(asked(&town, &third), "who deletes and writes again is asked");
    town.ends_well().await;
}

/// Lists a channel by `/campaign hashtag channels`.
async fn hashtag_counts(town: &Town, rule: &str, channel: &discord_sim::ChannelHandle) {
    let list = town.olga.slash(&town.cmad, "campaign hashtag", &[("channels", rule.into())]).await.settled().await;
    town.olga.select(&list, "hashtag-channels", &[&channel.id().to_string()]).await.settled().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_hashtag_does_not_count_in_their_channel_any_more() {
    // The words were kept while it counted, and are asked about by `/cmad mine`.
    check("left out", "reaction save post event", async |town, _| hashtag_counts(town, "except", &town.help).await)
        .await;
    check("not listed", "reaction save post event", async |town, _| hashtag_counts(town, "only", &town.cmad).await)
        .await;
    check("listed", "consent reaction whom save post event", async |town, _| {
        hashtag_counts(town, "only", &town.help).await;
    })
    .await;
    check("another one left out", "consent reaction whom save post event", async |town, _| {
        hashtag_counts(town, "except", &town.cmad).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_in_a_thread_goes_with_its_channel_also_through_a_crash() {
    let mut town = Town::set_up(OPEN).await;
    let (lee, mia, bot) = (town.lee.clone(), town.mia.clone(), town.sim().bot_id());
    let threads = [town.help.thread("in the one", &lee), town.cmad.thread("in the other", &lee)];
    lee.say(&threads[0], "thank you all #CMAD");
    mia.say(&threads[1], "thank you all #CMAD");
    town.settle().await;
    let asked = || {
        threads
            .each_ref()
            .map(|thread| thread.messages().into_iter().filter(|one| one.author() == bot && one.exists()).count())
    };
    assert_eq!(asked(), [1, 1]);
    // The question cannot be deleted before the bot dies.
    town.sim()
        .fault(discord_sim::Fault::on("DELETE /channels/*/messages/*", discord_sim::FaultKind::Status(500)).times(3));
    hashtag_counts(&town, "except", &town.help).await;
    town.stage.kill().await;
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-12 12:30 Europe/Berlin").await;
    assert_eq!(asked(), [0, 1]);
    // What is said there later is not asked about; where it counts again, it is.
    lee.say(&threads[0], "thank you all again #CMAD");
    town.settle().await;
    assert_eq!(asked(), [0, 1]);
    hashtag_counts(&town, "except", &town.cmad).await;
    town.settle().await;
    assert_eq!(asked()[1], 0);
    town.ends_well().await;
}
