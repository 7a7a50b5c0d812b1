//! Edge cases: settings that change during a campaign, refusals, late answers, and words that must be taken away.

use chrono::TimeDelta;
use discord_sim::{Fault, FaultKind, Member, MessageHandle, Opt, permission};

use crate::databases::On;
use crate::town::{PERMISSIONS, Town, at, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

fn texts(of: &Member) -> Vec<String> {
    of.dms().iter().map(MessageHandle::text).collect()
}

async fn later(town: &mut Town, minutes: i64) {
    let then = town.stage.now() + TimeDelta::minutes(minutes);
    town.stage.advance_to(then).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_that_cannot_be_read_withdraws_nothing() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga) = (town.kim.clone(), town.ada.clone(), town.olga.clone());
    let said = kim.say(&town.help, &format!("{} first words #CMAD", ada.mention()));
    town.settle().await;
    olga.slash(&town.cmad, "campaign hashtag", &[("switch", "off".into())]).await.settled().await;
    town.settle().await;
    kim.edit(&said, &format!("{} second words #CMAD", ada.mention()));
    town.settle().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("second words"), "it stays, and was read once more before the digest: {digest}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_counts_where_only_this_servers_hashtag_is_off() {
    let mut town = Town::set_up(OPEN).await;
    let other = town.sim().server_owned_by("Southwind", "Pia");
    let news = other.channel("news");
    town.sim().invite_bot(&other, PERMISSIONS);
    town.settle().await;
    let options = [("channel", Opt::Channel(news.id())), ("timezone", "Europe/Paris".into())];
    other.owner().slash(&news, "campaign setup", &options).await.settled().await;
    let (kim, ada, ben, olga) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.olga.clone());
    let said = kim.say(&town.help, &format!("{} first words #CMAD", ada.mention()));
    town.settle().await;
    olga.slash(&town.cmad, "campaign hashtag", &[("switch", "off".into())]).await.settled().await;
    kim.edit(&said, &format!("{} and {} second words #CMAD", ada.mention(), ben.mention()));
    town.settle().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let (to_ada, to_ben) = (ada.dms().pop().unwrap().text(), ben.dms().pop().unwrap().text());
    assert!(to_ada.contains("second words"), "{to_ada}");
    assert!(!to_ben.contains("second words"), "a hashtag that is off adds no manager: {to_ben}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_channel_is_reported_once_and_the_words_wait() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone());
    let (posts, told) = (town.posts().len(), texts(&town.olga).len());
    town.cmad.deny_bot(permission::SEND_MESSAGES);
    for (number, giver) in [&kim, &lee, &mia, &kim, &lee].into_iter().enumerate() {
        town.thank(giver, &ada, &format!("Number {number}"), &[]).await;
    }
    later(&mut town, 30).await;
    assert_eq!(texts(&town.olga).len(), told + 1, "one report, not one a thanks: {:#?}", texts(&town.olga));
    town.cmad.deny_bot(0);
    later(&mut town, 11).await;
    assert_eq!(town.posts().len(), posts + 5);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_channel_is_replaced_by_the_one_of_a_new_setup() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga) = (town.kim.clone(), town.ada.clone(), town.olga.clone());
    let told = texts(&olga).len();
    let elsewhere = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", "Europe/Berlin".into()),
        ("posts", "campaign_channel".into()),
    ];
    olga.slash(&town.help, "campaign setup", &elsewhere).await.settled().await;
    town.cmad.delete();
    for words in ["Public words", "More of them"] {
        let options = [("manager", Opt::User(ada.id())), ("message", words.into())];
        kim.slash(&town.help, "thank", &options).await.settled().await;
    }
    town.settle().await;
    town.advance_to("2027-01-18 10:00 Europe/Berlin").await;
    let reports = texts(&olga).split_off(told);
    assert_eq!(reports.len(), 2, "one for the words, one for the countdown: {reports:#?}");
    let elsewhere = town.server.channel("elsewhere");
    let options = [("channel", Opt::Channel(elsewhere.id())), ("timezone", "Europe/Berlin".into())];
    olga.slash(&town.help, "campaign setup", &options).await.settled().await;
    later(&mut town, 61).await;
    let posted: Vec<String> = elsewhere.messages().iter().map(MessageHandle::text).collect();
    assert_eq!(posted.len(), 3, "the countdown and the words come in the new channel: {posted:#?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn withdrawn_words_are_deleted_once_discord_lets_the_bot() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let receipt = town.thank(&kim, &ada, "Taken back later.", &[]).await;
    let post = town.posts().pop().unwrap();
    town.cmad.deny_bot(permission::VIEW_CHANNEL);
    kim.click(&receipt, "Undo").await.settled().await;
    town.settle().await;
    assert!(post.exists(), "the bot cannot see the channel");
    town.cmad.deny_bot(0);
    later(&mut town, 11).await;
    assert!(!post.exists(), "words that were taken back must not stay");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_waits_for_a_permission_can_still_be_switched_off() {
    let mut town = Town::set_up(OPEN).await;
    let olga = town.olga.clone();
    let posts = town.posts().len();
    town.cmad.deny_bot(permission::SEND_MESSAGES);
    town.advance_to("2027-01-18 10:00 Europe/Berlin").await;
    let off = [("step", "countdown".into()), ("on", Opt::Bool(false))];
    olga.slash(&town.help, "campaign steps", &off).await.settled().await;
    town.cmad.deny_bot(0);
    later(&mut town, 30).await;
    assert_eq!(town.posts().len(), posts, "it is off, and was never sent");
    let on = [("step", "countdown".into()), ("on", Opt::Bool(true))];
    olga.slash(&town.help, "campaign steps", &on).await.settled().await;
    town.settle().await;
    assert_eq!(town.posts().len(), posts + 1, "it is on again, and still in time");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn accepting_after_the_day_reports_no_skipped_breathe() {
    let mut town = Town::set_up(OPEN).await;
    let ben = town.ben.clone();
    let invitation = ben.dms().pop().unwrap();
    town.advance_to("2027-01-28 12:00 Europe/Berlin").await;
    let told = texts(&town.olga).len();
    ben.click(&invitation, "Accept").await.settled().await;
    town.settle().await;
    assert_eq!(texts(&town.olga).len(), told, "nothing was missed: {:#?}", texts(&town.olga));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_removed_the_bot_while_it_was_away_is_left_alone() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "For later.", &[("consent", "named")]).await;
    town.advance_to("2027-01-25 20:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.sim().remove_bot(&town.server);
    let (of_ada, of_olga) = (texts(&ada).len(), texts(&town.olga).len());
    town.stage.set(at("2027-01-26 10:00 Europe/Berlin"));
    town.stage.start().await.unwrap();
    assert_eq!(texts(&ada).len(), of_ada, "nothing is sent for a server that the bot is not in");
    assert_eq!(texts(&town.olga).len(), of_olga);
    town.sim().invite_bot(&town.server, PERMISSIONS);
    town.settle().await;
    // The bot first searches for what was said meanwhile.
    later(&mut town, 30).await;
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("For later."), "invited again, it goes on: {digest}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn questions_that_are_not_needed_any_more_are_deleted() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let bot = town.sim().bot_id();
    let questions =
        || help.messages().into_iter().filter(|message| message.author() == bot && message.exists()).count();
    let edited = kim.say(&help, "thank you all #CMAD");
    let deleted = lee.say(&help, "thank you all #CMAD");
    town.settle().await;
    assert_eq!(questions(), 2);
    lee.delete(&deleted);
    town.settle().await;
    assert_eq!(questions(), 1, "a question about a message that is gone");
    kim.edit(&edited, &format!("thank you all, {} above all #CMAD", ada.mention()));
    town.settle().await;
    edited.until_reaction("💚").await;
    assert_eq!(questions(), 1, "the question whom was answered by the edit; what may be done with it is asked now");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_after_the_close_does_not_apply_to_next_year() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let bot = town.sim().bot_id();
    kim.say(&help, &format!("{} thank you #CMAD", ada.mention()));
    town.settle().await;
    let question = help.messages().into_iter().rfind(|message| message.author() == bot).unwrap();
    let choices = kim.click(&question, "Decide").await.settled().await;
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let over = kim.click(&choices, "public").await.settled().await;
    assert!(over.text().contains("no longer"), "{}", over.text());
    town.advance_to("2028-01-12 12:00 Europe/Berlin").await;
    kim.say(&help, &format!("{} thank you again #CMAD", ada.mention()));
    town.settle().await;
    let asked = help.messages().into_iter().rfind(|message| message.author() == bot && message.exists());
    assert!(asked.is_some(), "once a person and campaign");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn admins_are_not_told_whether_a_boss_was_copied() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, rosa) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ada, "For you.", &[]).await;
    town.thank(&lee, &ada, "From me, too.", &[]).await;
    town.advance_to("2027-01-26 10:00 Europe/Berlin").await;
    let told = texts(&town.olga).len();
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    let preview = ada.click(&ada.dms().pop().unwrap(), "Copy my boss").await.settled().await;
    preview.click("Yes, send it").await.settled().await;
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang).times(1));
    town.dies_sending().await;
    town.sim().fault(Fault::on("GET /channels/*/messages", FaultKind::Forbidden(50001)).times(9));
    town.stage.start().await.unwrap();
    later(&mut town, 10).await;
    assert_eq!(texts(&town.olga).len(), told, "{:#?}", texts(&town.olga));
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("can’t tell whether"), "its manager sees it: {}", desk.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_during_a_digests_lookup_comes_as_an_update() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada) = (town.kim.clone(), town.lee.clone(), town.ada.clone());
    town.thank(&kim, &ada, "These stay.", &[("consent", "named")]).await;
    let receipt = town.thank(&lee, &ada, "These are taken back.", &[("consent", "named")]).await;
    // Ada's digest is looked up after a crash; the recap, which is sent first, is not in the way.
    let off = [("step", "recap".into()), ("on", Opt::Bool(false))];
    town.olga.slash(&town.cmad, "campaign steps", &off).await.settled().await;
    town.olga.slash(&town.cmad, "roster remove", &[("member", Opt::User(town.ben.id()))]).await.settled().await;
    town.advance_to_just_before("2027-01-26 09:00 Europe/Berlin").await;
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang).times(1));
    town.stage.set(at("2027-01-26 09:00 Europe/Berlin"));
    town.dies_sending().await;
    town.stage.start().await.unwrap();
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("These are taken back."), "{digest}");
    lee.click(&receipt, "Undo").await.settled().await;
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    let update = ada.dms().pop().unwrap().text();
    assert!(update.to_lowercase().contains("updated") && !update.contains("withdrawn."), "{update}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_does_not_delay_the_first_answer() {
    let town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let mut other = town.database.connect().await;
    let lock = match town.database.on {
        On::Sqlite => "begin exclusive",
        On::Postgres => "begin; lock table servers, campaigns, managers, thanks, sends",
    };
    sqlx::raw_sql(lock).execute(&mut other).await.unwrap();
    let form = kim.user_command(&help, "Thank for #CMAD", &ada).await;
    assert!(form.text().contains("Say thank you"), "a form opens at once: {}", form.text());
    let options = [("manager", Opt::User(ada.id())), ("message", "Through a lock.".into())];
    // The simulator fails the test when no answer comes as long as the lock is held.
    let answer = kim.slash(&help, "thank", &options).await;
    assert!(!answer.text().contains("Ada"), "nothing can be kept yet: {}", answer.text());
    sqlx::query("rollback").execute(&mut other).await.unwrap();
    let receipt = answer.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unreadable_row_does_not_stop_other_servers() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, help) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    let broken = "insert into sends (key, guild, year, kind, task, planned, due_at, retry_at, state)
         select '0/2027/new/1/0', guild, 2027, 'new', '{\"do\":\"from-a-newer-version\"}', 0, 1, 1, 'planned' from servers";
    town.database.behind(broken).await;
    let sealed = format!("update managers set profile_enc = 'broken' where member = {}", ben.id());
    town.database.behind(sealed).await;
    kim.say(&help, &format!("{} thank you #CMAD", ben.mention()));
    let said = kim.say(&help, &format!("{} thank you #CMAD", ada.mention()));
    town.settle().await;
    said.until_reaction("💚").await;
    town.stage.kill().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sends_of_a_newer_version_stop_neither_an_erasure_nor_the_status_nor_the_close() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga) = (town.kim.clone(), town.ada.clone(), town.olga.clone());
    town.thank(&kim, &ada, "Kind words.", &[("consent", "named")]).await;
    // One is about Kim by its column, one may be by its text alone, and one reports on a send that is not known here.
    let task = |about: &str| format!("{{\"do\":\"from-a-newer-version\",\"to\":\"{about}\"}}");
    let report = "{\"do\":\"report\",\"about\":{\"what\":\"skipped\",\"key\":\"0/2027/new/1/0\"}}";
    let rows = [
        ("new/1", kim.id(), task("nobody")),
        ("new/2", 0, task(&kim.id().to_string())),
        ("new/3", 0, task("nobody")),
        ("report/x", 0, report.to_owned()),
    ];
    for (key, about, task) in rows {
        let row = format!(
            "insert into sends (key, guild, year, kind, about, task, planned, due_at, retry_at, state)
             select '0/2027/{key}/0', guild, 2027, 'new', {about}, '{task}', 0, 1, 1, 'sent' from servers"
        );
        town.database.behind(row).await;
    }
    let status = olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("**Recap**"), "{}", status.text());
    let receipt = town.erase(&kim).await;
    assert!(receipt.contains("Erased"), "{receipt}");
    let mut other = town.database.connect().await;
    let left: i64 =
        sqlx::query_scalar("select count(*) from sends where kind = 'new'").fetch_one(&mut other).await.unwrap();
    assert_eq!(left, 2, "those about Kim are gone");
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let closed: i64 = sqlx::query_scalar("select count(*) from campaigns where year = 2027 and closed_at is not null")
        .fetch_one(&mut other)
        .await
        .unwrap();
    assert_eq!(closed, 1, "the campaign closes");
    town.stage.kill().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pause_over_the_close_keeps_late_thanks_for_next_year() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga) = (town.kim.clone(), town.ada.clone(), town.olga.clone());
    olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
    town.advance_to("2027-02-05 12:00 Europe/Berlin").await;
    let receipt = town.thank(&kim, &ada, "Late, or early.", &[("consent", "named")]).await;
    assert!(receipt.text().contains("2028"), "{}", receipt.text());
    let changed = kim.click(&receipt, "private").await.settled().await;
    assert!(changed.text().contains("private"), "{}", changed.text());
    olga.slash(&town.cmad, "campaign resume", &[]).await.settled().await;
    town.settle().await;
    let mine = kim.slash(&town.help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("Late, or early."), "{}", mine.text());
    town.advance_to("2028-01-25 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("Late, or early."), "{digest}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_messages_are_stored_up_to_discords_own_limit() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let said = kim.say(&help, &format!("{} short at first #CMAD", ada.mention()));
    town.settle().await;
    kim.edit(&said, &format!("{} {} #CMAD", ada.mention(), "*long* ".repeat(270)));
    town.settle().await;
    let why = kim.slash(&help, "cmad why", &[("message", said.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("It counts"), "the limit is the form's, not the channel's: {}", why.text());
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    let picked = kim.select(&mine, "mine", &[&menu_values(&mine)[0]]).await.settled().await;
    assert!(picked.text().contains("Ada"), "{}", picked.text());
    kim.edit(&said, &format!("{} short again #CMAD", ada.mention()));
    town.settle().await;
    let why = kim.slash(&help, "cmad why", &[("message", said.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("It counts"), "{}", why.text());
    // An edit does not bring back what the author withdrew.
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    let picked = kim.select(&mine, "mine", &[&menu_values(&mine)[0]]).await.settled().await;
    kim.click(&picked, "Undo").await.settled().await;
    kim.edit(&said, &format!("{} shorter #CMAD", ada.mention()));
    town.settle().await;
    let why = kim.slash(&help, "cmad why", &[("message", said.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("doesn’t count"), "{}", why.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pause_does_not_keep_withdrawn_words_posted() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, olga) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.olga.clone());
    let receipt = town.thank(&kim, &ada, "Kim takes these back.", &[]).await;
    town.thank(&lee, &ada, "Lee has these erased.", &[]).await;
    let standing = |town: &Town| {
        let posts = town.posts().into_iter().map(|post| post.text());
        posts.filter(|text| text.contains("takes these back") || text.contains("has these erased")).count()
    };
    assert_eq!(standing(&town), 2);
    olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
    kim.click(&receipt, "Undo").await.settled().await;
    town.settle().await;
    assert_eq!(standing(&town), 1);
    town.erase(&lee).await;
    assert_eq!(standing(&town), 0);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_answered_before_its_post_was_confirmed_is_deleted() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang).times(1));
    let faults = town.faults() + 1;
    kim.say(&help, &format!("{} for the quiet week #CMAD", ada.mention()));
    let sim = town.sim().clone();
    tokio::select! {
        () = town.settle() => panic!("the request did not hang"),
        () = sim.until_faults(faults) => {}
    }
    town.stage.kill().await;
    town.sim().clear_faults();
    town.stage.start().await.unwrap();
    town.settle().await;
    let bot = town.sim().bot_id();
    let questions = || help.messages().into_iter().filter(|message| message.author() == bot).collect::<Vec<_>>();
    let question = questions().pop().unwrap();
    let choices = kim.click(&question, "Decide").await.settled().await;
    kim.click(&choices, "with my name").await.settled().await;
    later(&mut town, 10).await;
    assert!(!question.exists(), "it was answered: {}", question.text());
    assert!(questions().iter().all(|question| !question.exists()));
    town.ends_well().await;
}
