//! What goes into people's calendars: the day, every year, and the day that a boss is asked to give. The files are read by a
//! parser of others.

use std::path::Path;
use std::process::Stdio;

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
use discord_sim::{FileSent, Interaction, Opt};
use mail_parser::{MessageParser, MimeHeaders as _};

use crate::command_line::run;
use crate::mail::{BOSS, DIGEST, boss_set, copy, town_with_mail};
use crate::town::Town;
use crate::web::get;

/// The first days, and the last that is published.
const DAYS: &[&str] = &["2010-01-25", "2011-01-24", "2012-01-23", "2013-01-28"];
const LAST: (usize, &str) = (25, "2035-01-22");

/// What a calendar makes of a file: its entry's id and title, and the dates on which it shows it, at most 26.
fn read(file: &[u8]) -> (String, String, Vec<String>) {
    let calendar = ICalendar::parse(std::str::from_utf8(file).unwrap()).unwrap();
    let of = |property| {
        let found = calendar.components[1].property(&property).unwrap();
        let [ICalendarValue::Text(text)] = &found.values[..] else { panic!("{:?}", found.values) };
        text.clone()
    };
    let shown = calendar.expand_dates(Tz::Floating, 26);
    let dates = shown.events.iter().map(|event| event.start.naive_local().date().to_string());
    (of(ICalendarProperty::Uid), of(ICalendarProperty::Summary), dates.collect())
}

/// It is the day of every published year.
fn check_every_year(file: &[u8]) -> String {
    let (id, title, dates) = read(file);
    assert_eq!(title, "Community Manager Appreciation Day");
    assert_eq!(dates[..4], *DAYS);
    assert_eq!(dates[LAST.0], LAST.1);
    id
}

fn files(answer: &Interaction) -> Vec<FileSent> {
    answer.message().unwrap().files()
}

fn names(files: &[FileSent]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn someone_asks_when_it_is_and_has_it_in_their_calendar_for_ever() {
    let mut town = Town::at("2027-01-05 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    town.set_up_here().await;

    // Kim asks, in German, and opens the file.
    let kim = town.kim.clone();
    kim.set_locale("de");
    let answer = kim.slash(&town.help, "cmad when", &[]).await.settled().await;
    assert!(answer.is_ephemeral() && answer.text().contains("Mit dieser Datei"), "{}", answer.text());
    let given = files(&answer);
    assert_eq!(names(&given), ["cmad.ics"]);
    let id = check_every_year(&given[0].bytes);
    assert!(String::from_utf8_lossy(&given[0].bytes).contains("DESCRIPTION;LANGUAGE=de:Jeden vierten Montag"));

    // For another year the answer is that year's, and the file the same: it has every year.
    let later = kim.slash(&town.help, "cmad when", &[("year", Opt::Int(2031))]).await.settled().await;
    assert!(files(&later)[0].bytes == given[0].bytes, "a second file changes nothing in a calendar");

    // On the server's page it is the same entry, in the language of its reader.
    let addr = town.stage.bot().http().unwrap();
    for (language, says) in [("de", "Jeden vierten Montag"), ("ja", "毎年1月"), ("", "Every fourth Monday")] {
        let (status, headers, text) = get(addr, "/calendar.ics", language).await;
        assert_eq!((status, headers["content-type"].as_bytes()), (200, &b"text/calendar; charset=utf-8"[..]));
        let header = |name: &str| headers[name].to_str().unwrap().to_owned();
        assert_eq!(
            (header("vary").as_str(), header("x-content-type-options").as_str()),
            ("Accept-Language", "nosniff")
        );
        assert_eq!(check_every_year(text.as_bytes()), id, "{language}");
        assert!(text.replace("\r\n ", "").contains(says), "{text}");
    }

    // An operator has it without any of this, and what they ask for is what is written.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let printed = run(here, &[], &["day", "--ics"], Stdio::piped());
    assert!(printed.status.success() && printed.stderr.is_empty(), "{printed:?}");
    assert_eq!(check_every_year(&printed.stdout), id);
    let (_, _, dates) = read(&run(here, &[], &["day", "2030", "--ics"], Stdio::piped()).stdout);
    assert_eq!(dates[..2], ["2030-01-28", "2031-01-27"]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_boss_gives_a_day_with_one_click() {
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;

    // Her boss opens the mail's file: a day some weeks later, which they move.
    let sent = memory.sent().pop().expect("the copy was sent");
    let mail = MessageParser::default().parse(&sent).unwrap();
    let attached: Vec<_> = mail.attachments().map(|file| file.attachment_name().unwrap()).collect();
    assert_eq!(attached, ["cmad-2027.pdf", "cmad-2027.ics"]);
    let day = mail.attachment(1).unwrap();
    let kind = day.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
    let (_, title, dates) = read(day.contents());
    assert_eq!((title.as_str(), &dates[..]), ("Development day for Ada", &["2027-03-11".to_owned()][..]));
    let says = "cmad-2027.ics puts it in the calendar: Thursday, 11 March 2027. The date is only a suggestion: move it";
    let unbroken = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [mail.body_text(0).unwrap(), mail.body_html(0).unwrap()] {
        assert!(unbroken(&part).contains(says), "{part}");
    }

    // Ada leaves it out of what goes with a copy: then nothing speaks of it.
    let files = ada.click(&town.desk(&ada).await, "Files to forward").await.settled().await;
    ada.select(&files, "Which files go with a copy", &["pdf"]).await.settled().await;
    town.thank(&town.mia.clone(), &ada, "Thank you for the maps.", &[("consent", "named")]).await;
    let update = ada.click(&town.desk(&ada).await, "Send my boss the update").await.settled().await;
    update.click("Yes, send it").await.settled().await;
    town.settle().await;
    let sent = memory.sent();
    assert_eq!(sent.len(), 2, "an update");
    let mail = MessageParser::default().parse(&sent[1]).unwrap();
    assert!(mail.attachment_count() == 1 && !mail.body_text(0).unwrap().contains(".ics"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_who_forwards_the_files_has_the_day_among_them() {
    let (mut town, _) = town_with_mail().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    town.advance_to(DIGEST).await;
    let given = ada.click(&town.desk(&ada).await, "Files to forward").await.settled().await;
    let given = files(&given);
    let day = given.iter().find(|file| file.name == "for-your-boss-cmad-2027.ics").expect("the day is among them");
    assert_eq!(read(&day.bytes).1, "Development day for Ada");
    // A draft of a mail has it inside, too.
    let draft = ada.click(&town.desk(&ada).await, "Copy my boss").await.settled().await;
    let draft = files(&draft).into_iter().find(|file| file.name == "cmad-2027.eml").expect("a draft");
    let mail = MessageParser::default().parse(&draft.bytes[..]).unwrap();
    assert!(mail.attachment(1).unwrap().contents() == &day.bytes[..]);

    // A boss on Discord has the file with the message, which says what it is.
    boss_set(&town, &ada, &[("member", Opt::User(rosa.id()))]).await;
    copy(&mut town, &ada).await;
    let copy = rosa.dms().pop().unwrap();
    assert!(names(&copy.files()).contains(&"cmad-2027.ics"), "{:?}", names(&copy.files()));
    assert!(copy.text().contains("cmad-2027.ics puts it in the calendar: Thursday, 11 March 2027."), "{}", copy.text());
    town.ends_well().await;
}
