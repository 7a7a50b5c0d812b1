//! What came after the promises were first attacked, attacked in the same ways: the reply of a boss, the form for everyone,
//! reminders, the last files, the post to a role's holders.

use std::sync::Arc;

use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use discord_sim::{FieldValue, Member, MessageHandle, NewMember, Opt};
use mail_parser::MessageParser;

use crate::mail::{BOSS, DIGEST, boss_set, copy, town_with};
use crate::smtp::address;
use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const PUBLIC: &str = "https://cmad.example.org";

/// Everything that a member was sent, with the files that are text.
fn sent_to(who: &Member) -> String {
    let files = |message: &MessageHandle| -> String {
        message
            .files()
            .iter()
            .filter(|file| !file.name.ends_with("png") && !file.name.ends_with("pdf"))
            .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
            .collect()
    };
    who.dms().iter().map(|message| format!("{}\n{}\n", message.text(), files(message))).collect()
}

async fn post_form(town: &Town, path: &str, body: &str) -> u16 {
    let addr = town.stage.bot().http().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(format!("http://{addr}{path}")).body(body.to_owned());
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_to_reply_is_no_way_to_fill_a_managers_messages() {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = town_with(StageMail::Memory(Arc::clone(&memory)), PUBLIC).await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    let sent = memory.sent().pop().expect("the copy was sent");
    let mail = MessageParser::default().parse(&sent).unwrap();
    let text = mail.body_text(0).unwrap().into_owned();
    let link = text.lines().find(|line| line.starts_with(PUBLIC) && line.contains("/reply/")).unwrap();
    let path = link.strip_prefix(PUBLIC).unwrap().to_owned();
    let (known, mails) = (ada.dms().len(), memory.sent().len());
    // Written, taken back and written again without end, and forty at the same moment.
    for number in 0..30 {
        post_form(&town, &path, &format!("words=Buy+number+{number}&may=1")).await;
        town.settle().await;
        post_form(&town, &path, "back=1").await;
        town.settle().await;
    }
    let at_once = (0..40).map(|number| format!("words=Buy+it+{number}"));
    let at_once: Vec<String> = at_once.collect();
    let sends = at_once.iter().map(|body| post_form(&town, &path, body));
    futures_util::future::join_all(sends).await;
    town.settle().await;
    let written = ada.dms().len() - known;
    assert!(written <= 6, "{written} messages");
    assert_eq!(memory.sent().len(), mails, "and no mail comes of it");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reminders_of_a_crowd_and_a_button_pressed_without_end_delay_no_post() {
    let mut town = Town::set_up(OPEN).await;
    town.settle().await;
    let announce = town.posts().pop().expect("the announcement");
    let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
    let member = |n| town.server.member_with(&format!("Member {n}"), NewMember { joined_ms, ..NewMember::default() });
    let crowd: Vec<Member> = (0..60).map(member).collect();
    for who in &crowd {
        who.click(&announce, "Remind me").await.settled().await;
    }
    for _ in 0..101 {
        town.kim.click(&announce, "Remind me").await.settled().await;
    }
    town.advance_to_just_before("2027-01-25 09:00 Europe/Berlin").await;
    let before = town.posts().len();
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), before + 1, "the day's post is on time");
    town.advance_to("2027-01-25 12:00 Europe/Berlin").await;
    let reminded = |who: &Member| who.dms().iter().filter(|dm| dm.text().contains("Today is")).count();
    assert!(crowd.iter().chain([&town.kim]).all(|who| reminded(who) == 1));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_erases_themselves_is_in_nothing_that_comes_later() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, ben) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone());
    let announce = town.posts().pop().expect("the announcement");
    kim.click(&announce, "Remind me").await.settled().await;
    town.advance_to("2027-01-25 09:01 Europe/Berlin").await;
    let day = town.posts().pop().expect("the day's post");
    let form = kim.click(&day, "Thank everyone").await.settled().await;
    let fields =
        [("words", FieldValue::Text("You kept us all going.".into())), ("consent", FieldValue::value("public"))];
    form.submit(&fields).await.settled().await;
    town.thank(&lee, &ada, "You stayed until it worked.", &[("consent", "unnamed")]).await;
    let said = kim.say(&town.help, &format!("{} saved my weekend #CMAD", ada.mention()));
    town.settle().await;
    town.erase(&kim).await;
    town.settle().await;
    assert!(!town.rows().await.contains(&kim.id().to_string()));
    // By the doors that are open still: the message is pinned, edited, saved by its author's friend, and found after an outage.
    lee.message_command("Save as #CMAD thanks", &said).await.settled().await;
    kim.edit(&said, &format!("{} saved my whole weekend #CMAD", ada.mention()));
    town.settle().await;
    town.stage.stop().await.unwrap();
    town.sim().forget_sessions();
    town.stage.start().await.unwrap();
    let known = [&ada, &ben].map(|who| who.dms().len());
    town.advance_to("2027-04-20 12:00 Europe/Berlin").await;
    for (who, known) in [&ada, &ben].into_iter().zip(known) {
        assert!(who.dms().len() > known || who.id() == ben.id());
        let told = sent_to(who);
        let names = told.lines().filter(|line| line.contains("Kim")).map(str::to_owned).collect::<Vec<_>>();
        assert!(!told.contains("kept us all going") && !told.contains("weekend"), "{}", who.name());
        assert!(names.is_empty(), "{}: {names:?}", who.name());
    }
    assert!(!town.rows().await.contains(&kim.id().to_string()));
    // And what was given without a name stays so in the last files.
    let files = sent_to(&ada);
    assert!(files.contains("until it worked") && !files.contains("Lee"), "signed");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thanks_to_everyone_without_a_name_and_with_it_are_not_brought_together() {
    let mut told = Vec::new();
    for is_one in [true, false] {
        let mut town = Town::set_up(OPEN).await;
        let (kim, lee, ada, ben) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone());
        town.advance_to("2027-01-25 09:01 Europe/Berlin").await;
        let day = town.posts().pop().expect("the day's post");
        let other = if is_one { &kim } else { &lee };
        let form = other.click(&day, "Thank everyone").await.settled().await;
        let fields =
            [("words", FieldValue::Text("You kept us all going.".into())), ("consent", FieldValue::value("unnamed"))];
        form.submit(&fields).await.settled().await;
        town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "named")]).await;
        let export = town.olga.slash(&town.help, "campaign export", &[]).await.settled().await;
        let table = String::from_utf8(export.message().unwrap().files()[0].bytes.to_vec()).unwrap();
        let codes: Vec<&str> = table.split("a member (").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(codes.len() == 2 && codes[0] != codes[1], "each has a code of its own: {table}");
        let status = town.olga.slash(&town.help, "campaign status", &[]).await.settled().await.text();
        let total = status.lines().find(|line| line.contains("So far")).unwrap().to_owned();
        let desks = [town.desk(&ada).await.text(), town.desk(&ben).await.text()];
        assert!(desks[0].contains("2 people thanked Ada"), "{}", desks[0]);
        town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
        let [ada, ben] = [&ada, &ben].map(|who| who.dms().pop().unwrap().text());
        told.push((total, desks, ada, ben, town.posts().pop().unwrap().text()));
        town.ends_well().await;
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_file_for_calendars_says_nothing_of_anyone() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "unnamed")]).await;
    let answer = kim.slash(&town.help, "cmad when", &[("year", Opt::Int(2027))]).await.settled().await;
    let files: String = answer
        .message()
        .map(|message| message.files())
        .unwrap_or_default()
        .iter()
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .collect();
    for name in ["Kim", "Ada", "Harbour", &kim.id().to_string(), &town.server.id().to_string()] {
        assert!(!files.contains(name), "{name}: {files}");
    }
    town.ends_well().await;
}
