//! Words from elsewhere: thanks that reached a manager by mail, in a forum, on a stage.

use std::sync::Arc;

use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use discord_sim::{Interaction, Member, MessageHandle, Opt, ResponseKind};
use mail_parser::MessageParser;

use crate::mail::{BOSS, boss_set, copy, town_with};
use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const DIGEST: &str = "2027-01-26 09:00 Europe/Berlin";
const CLOSED: &str = "2027-02-02 12:00 Europe/Berlin";
/// Behind the purge of the campaign's words.
const PURGED: &str = "2027-05-04 12:00 Europe/Berlin";
const WORDS: &str = "Alice told our whole conference how you answered every mail in a day.";
const LINK: &str = "https://forum.example.org/t/12";

/// A town in which two people thanked Ada, her boss is Rosa, and her digest has arrived.
async fn morning_after() -> Town {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, rosa) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ada, "You answered me at midnight. I stayed because of it.", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "The harassment stopped the same evening.", &[("consent", "named")]).await;
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    town.advance_to(DIGEST).await;
    town
}

/// Fills in the form that a button opened.
async fn fill(form: &Interaction, words: &str, who: &str, place: Option<&str>) -> Interaction {
    assert_eq!(form.kind(), ResponseKind::Modal, "{}", form.text());
    let mut fields = vec![("words", words.into()), ("said-by", who.into())];
    fields.extend(place.map(|place| ("place", place.into())));
    form.submit(&fields).await.settled().await
}

/// Adds words at the desk. The list of what was added, or the refusal.
async fn add(town: &Town, who: &Member, words: &str, by: &str, place: Option<&str>) -> Interaction {
    let form = who.click(&town.desk(who).await, "Add words from elsewhere").await;
    fill(&form, words, by, place).await
}

/// What stands below the heading of added words.
fn below_heading(text: &str) -> &str {
    text.split_once("Added by Ada, not checked").map_or("", |(_, below)| below)
}

fn files(message: &MessageHandle) -> String {
    message.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_brings_what_was_said_on_a_stage_and_her_boss_reads_what_she_ticks() {
    let mut town = morning_after().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());

    // She pastes words with a link: it says why not, and nothing that she wrote is lost.
    let pasted = format!("{WORDS} See https://evil.example/pay `now`");
    let refused = add(&town, &ada, &pasted, "Alice, a speaker", Some(LINK)).await;
    assert!(refused.is_ephemeral() && refused.text().contains("looks like an address"), "{}", refused.text());
    assert!(refused.text().contains("https\\://evil.example/pay"), "it names the address: {}", refused.text());
    assert!(!town.desk(&ada).await.text().contains("Added by"), "nothing was kept");
    let form = ada.click(&refused, "Try again").await;
    for kept in [&pasted, "Alice, a speaker", LINK] {
        assert!(form.json().to_string().contains(kept), "{kept} is there to be changed: {}", form.json());
    }
    let list = fill(&form, WORDS, "Alice, a speaker", Some(LINK)).await;
    assert!(list.text().contains("1 of 10") && list.text().contains("for you alone"), "{}", list.text());

    // A mention and markup are refused, too; then the words of a mail are kept.
    for (words, why) in [("Thanks <@1>", "contain an @"), ("**Thanks**", "formatting"), ("\u{200b}", "no words to add")]
    {
        let refused = add(&town, &ada, words, "Bo", None).await;
        assert!(refused.text().contains(why), "{}", refused.text());
    }
    let list = add(&town, &ada, "You saved our launch.", "Bo from sales", Some("an email")).await;
    assert!(list.text().contains("2 of 10"), "{}", list.text());

    // Both stand on her desk under a heading of their own, after the members' words, and no number has changed.
    let desk = town.desk(&ada).await.text();
    let added = below_heading(&desk);
    assert!(added.contains("Alice told") && added.contains("You saved our launch"), "{desk}");
    assert_eq!(added.matches("for you alone").count(), 2, "no one has ticked either: {desk}");
    assert!(desk.contains("2 people thanked Ada") && desk.find("at midnight") < desk.find("Added by"), "{desk}");
    assert!(added.contains(&format!("<{LINK}>")) && !desk.contains("3 people"), "{desk}");

    // Unticked, her boss gets neither.
    let preview = ada.click(&town.desk(&ada).await, "Copy my boss").await.settled().await;
    assert!(!preview.text().contains("Added by") && !preview.text().contains("Alice"), "{}", preview.text());

    // She ticks one; the copy has it, in the message and in its files, and the other one stays with her.
    let list = ada.click(&town.desk(&ada).await, "Words from elsewhere").await.settled().await;
    let values = menu_values(&list);
    let list = ada.select(&list, "Tick what your boss may read", &[&values[0]]).await.settled().await;
    assert_eq!((list.text().matches("may read it").count(), list.text().matches("for you alone").count()), (1, 1));
    // What she looked at before is not sent: it has changed.
    let changed = ada.click(&preview, "Yes, send it").await.settled().await;
    assert!(changed.text().contains("It has changed since you looked"), "{}", changed.text());
    assert!(below_heading(&changed.text()).contains("Alice told our whole conference"), "{}", changed.text());
    ada.click(&changed, "Yes, send it").await.settled().await;
    town.settle().await;
    let sent = rosa.dms().pop().expect("it arrived");
    for shown in [sent.text(), files(&sent)] {
        assert!(below_heading(&shown).contains("Alice told our whole conference"), "{shown}");
        assert!(shown.contains("2 people thanked Ada") && !shown.contains("saved our launch"), "{shown}");
    }
    assert!(files(&sent).contains(&format!("href=\"{LINK}\"")), "outside of mails a link may be one");

    // She changes the one and takes the other away; the page has changed, and the sent copy has not.
    let list = ada.click(&town.desk(&ada).await, "Words from elsewhere").await.settled().await;
    let one = ada.select(&list, "Pick one to change or take away", &[&values[0]]).await.settled().await;
    let form = ada.click(&one, "Change it").await;
    assert!(form.json().to_string().contains("Alice, a speaker"), "{}", form.json());
    let list = fill(&form, "You answered every mail in a day.", "Alice", None).await;
    let one = ada.select(&list, "Pick one to change or take away", &[&values[1]]).await.settled().await;
    assert!(one.text().contains("Bo from sales") && one.text().contains("an email"), "{}", one.text());
    // A form that was open before adds its words anew.
    let open = ada.click(&one, "Change it").await;
    let list = ada.click(&one, "Take it away").await.settled().await;
    assert!(list.text().contains("1 of 10") && !list.text().contains("Bo from sales"), "{}", list.text());
    let gone = fill(&open, "You saved our launch.", "Bo", None).await;
    assert!(
        gone.text().contains("isn’t there any more") && gone.text().contains("saved our launch"),
        "{}",
        gone.text()
    );
    let desk = town.desk(&ada).await;
    assert!(
        desk.text().contains("The page has changed since") && !desk.text().contains("conference"),
        "{}",
        desk.text()
    );
    let left = ada.click(&desk, "View the sent copy").await.settled().await;
    assert!(left.text().contains("Alice told our whole conference"), "{}", left.text());

    // That she added words is no reason for an update of her digest.
    let told = ada.dms().len();
    town.advance_to(CLOSED).await;
    let new: Vec<String> = ada.dms().iter().skip(told).map(MessageHandle::text).collect();
    assert!(!new.iter().any(|text| text.contains("Update 1")), "{new:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_mail_the_place_is_plain_text() {
    let memory = Arc::new(Memory::new("cmad@example.org".parse::<domain::mail::Sender>().unwrap()));
    let mut town = town_with(StageMail::Memory(Arc::clone(&memory)), "https://cmad.example.org").await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    add(&town, &ada, WORDS, "alice@evil.example", Some("https://evil.example/pay")).await;
    // What looks like a phone number would be one tap in many mail programs.
    add(&town, &ada, "Call 15550123 for your prize.", "Bo 15550124", Some("Room 15550125")).await;
    let list = add(&town, &ada, "You saved our launch.", "Bo", Some("evil.example, at the desk")).await;
    let values = menu_values(&list);
    ada.select(&list, "Tick what your boss may read", &[&values[0], &values[1], &values[2]]).await.settled().await;
    copy(&mut town, &ada).await;
    let sent = memory.sent().pop().expect("it was sent");
    let mail = MessageParser::default().parse(&sent).unwrap();
    for body in [mail.body_text(0), mail.body_html(0)] {
        let body = body.unwrap().into_owned();
        let added = below_heading(&body);
        assert!(added.contains("alice evil example") && added.contains("You saved our launch."), "{body}");
        assert!(!body.contains("evil.example"), "{body}");
        assert!(added.contains("for your prize") && !body.contains("155501"), "{body}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_from_elsewhere_counts_towards_a_copy() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, rosa) = (town.kim.clone(), town.ada.clone(), town.rosa.clone());
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "named")]).await;
    // Before her digest is due the desk has the form, too.
    for number in 0..3 {
        add(&town, &ada, &format!("You helped us, {number}."), "Someone else", None).await;
    }
    town.advance_to(DIGEST).await;
    let list = ada.click(&town.desk(&ada).await, "Words from elsewhere").await.settled().await;
    let values = menu_values(&list);
    let ticked: Vec<&str> = values.iter().map(String::as_str).take(3).collect();
    ada.select(&list, "Tick what your boss may read", &ticked).await.settled().await;
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("One person thanked Ada"), "{}", desk.text());
    assert!(!desk.json().to_string().contains("desk-copy"), "no copy is offered: {}", desk.text());
    assert!(rosa.dms().is_empty());
    // After a digest of none, the form opens as well.
    let ben = town.ben.clone();
    let list = add(&town, &ben, "You kept us safe.", "A neighbour", None).await;
    assert!(list.text().contains("1 of 10"), "{}", list.text());
    let desk = town.desk(&ben).await.text();
    assert!(desk.contains("Added by Ben, not checked") && desk.contains("You kept us safe"), "{desk}");
    assert!(desk.contains("there are no words for you here"), "{desk}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_are_kept_however_many_forms_are_sent_at_once() {
    let town = morning_after().await;
    let ada = town.ada.clone();
    for number in 0..9 {
        add(&town, &ada, &format!("You helped us, {number}."), "Someone else", None).await;
    }
    // Two forms are open while there is room for one more.
    let desk = town.desk(&ada).await;
    let (one, two) =
        (ada.click(&desk, "Add words from elsewhere").await, ada.click(&desk, "Add words from elsewhere").await);
    let (one, two) = tokio::join!(fill(&one, "The tenth.", "Kit", None), fill(&two, "The eleventh.", "Kit", None));
    let texts = [one.text(), two.text()];
    let refused = if texts[0].contains("10 are there already") { &one } else { &two };
    assert_eq!(texts.iter().filter(|text| text.contains("10 of 10")).count(), 1, "{texts:?}");
    assert!(refused.text().contains("10 are there already") && refused.text().contains("Kit"), "{texts:?}");
    // The same form once more adds nothing.
    let desk = town.desk(&ada).await;
    let list = ada.click(&desk, "Words from elsewhere").await.settled().await;
    assert!(list.text().contains("10 of 10"), "{}", list.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_sealed_exported_purged_and_erased() {
    let mut town = morning_after().await;
    let ada = town.ada.clone();
    add(&town, &ada, WORDS, "Alice, a speaker", Some("the stage of FOSDEM")).await;
    let rows = town.rows().await;
    for part in ["conference", "a speaker", "FOSDEM"] {
        assert!(!rows.contains(part), "{part} is in the database: {rows}");
    }
    let answer = ada.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    let given = ada.click(&answer, "Export").await.settled().await.message().unwrap().files();
    let json = given.iter().find(|file| file.name.ends_with("json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json.bytes).unwrap();
    let kept = &json["servers"][0]["digests"][0]["words_from_elsewhere"][0];
    assert_eq!((&kept["words"], &kept["said_by"]), (&WORDS.into(), &"Alice, a speaker".into()), "{json:#}");
    assert_eq!((&kept["place"], &kept["to_boss"]), (&"the stage of FOSDEM".into(), &false.into()));
    let page = given.iter().find(|file| file.name.ends_with("html")).unwrap();
    assert!(String::from_utf8_lossy(&page.bytes).contains(WORDS));

    // With the campaign's words they go, and a form from before keeps none.
    let desk = town.desk(&ada).await;
    town.advance_to(PURGED).await;
    let old = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
    assert!(!old.text().contains("Added by") && !old.text().contains("conference"), "{}", old.text());
    let late = fill(&ada.click(&desk, "Add words from elsewhere").await, WORDS, "Alice", None).await;
    assert!(late.text().contains("have been removed by now") && late.text().contains(WORDS), "{}", late.text());
    let of_ada = |rows: String| {
        let is_hers = |row: &&str| row.starts_with("digests: ") && row.contains(&ada.id().to_string());
        rows.lines().filter(is_hers).map(str::to_owned).collect::<Vec<_>>()
    };
    let digests = of_ada(town.rows().await);
    assert!(!digests.is_empty() && !digests.iter().any(|row| row.contains("2.")), "nothing is sealed: {digests:?}");

    // For the next campaign she adds some, and erases herself.
    let desk = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2028))]).await.settled().await;
    let list = fill(&ada.click(&desk, "Add words from elsewhere").await, WORDS, "Alice", None).await;
    assert!(list.text().contains("1 of 10"), "{}", list.text());
    town.erase(&ada).await;
    assert_eq!(of_ada(town.rows().await), [""; 0]);
    town.ends_well().await;
}
