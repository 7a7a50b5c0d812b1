//! What goes by mail: no longer than a reader's program shows, to domains as people write them.

use std::sync::Arc;

use cmad::config::{Config, Env};
use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use discord_sim::{NewMember, Opt};
use mail_parser::MessageParser;

use super::OPEN;
use crate::smtp::address;
use crate::town::{Town, at};

/// A town whose bot may send mail to these domains, as an operator writes them.
async fn town_with_mail_to(domains: &str) -> (Town, Arc<Memory>) {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = Town::at(OPEN).await;
    town.stage.stop().await.unwrap();
    town.stage.send_mail(StageMail::Memory(Arc::clone(&memory)), Some("https://cmad.example.org".parse().unwrap()));
    let set = Config::load(None, &Env::of(&[("CMAD_MAIL__ALLOWED_DOMAINS", domains)])).unwrap();
    town.stage.configure(|config| {
        config.mail.allowed_domains = set.mail.allowed_domains;
        config.mail.servers = vec!["*".into()];
    });
    town.stage.draw_with(Arc::new(|_, _| Ok(b"%PDF-".to_vec())));
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    (town, memory)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_with_140_long_thank_yous_shows_its_end() {
    let (mut town, memory) = town_with_mail_to("example.com").await;
    let ada = town.ada.clone();
    let words = "You answered me at midnight, and I stayed. ".chars().cycle().take(690).collect::<String>() + ".";
    for number in 0..14 {
        let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
        let giver =
            town.server.member_with(&format!("Giver {number}"), NewMember { joined_ms, ..NewMember::default() });
        for again in 0..10 {
            town.thank(&giver, &ada, &format!("{number}.{again} {words}"), &[("consent", "public")]).await;
        }
    }
    ada.slash(&town.help, "cmad boss set", &[("email", "rosa@example.com".into())]).await.settled().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let preview = town.desk(&ada).await.click("desk-copy:").await.settled().await;
    preview.click("desk-copy-now").await.settled().await;
    town.settle().await;
    let sent = memory.sent();
    let mail = MessageParser::default().parse(sent.first().expect("it was sent")).unwrap();
    let page = mail.body_html(0).unwrap();
    assert!(page.len() <= 92_160, "{} bytes", page.len());
    for part in ["https://cmad.example.org/no-more/", "performance score", " more in the attached PDF", "midnight"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let text = mail.body_text(0).unwrap();
    assert!(text.matches("midnight").count() > 140, "the text has them all");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_domain_is_the_same_however_people_write_it() {
    let (mut town, memory) = town_with_mail_to("exämple.org").await;
    let (ada, kim) = (town.ada.clone(), town.kim.clone());
    for words in ["You stayed.", "You stayed again."] {
        town.thank(&kim, &ada, words, &[("consent", "named")]).await;
    }
    let lee = town.lee.clone();
    town.thank(&lee, &ada, "And for the docs.", &[("consent", "named")]).await;
    for email in ["boss@exämple.org", "boss@EXÄMPLE.org.", "boss@xn--exmple-cua.org"] {
        let said = ada.slash(&town.help, "cmad boss set", &[("email", Opt::Str(email.into()))]).await.settled().await;
        assert!(said.text().contains("by email to boss"), "{email}: {}", said.text());
    }
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let preview = town.desk(&ada).await.click("desk-copy:").await.settled().await;
    preview.click("desk-copy-now").await.settled().await;
    town.settle().await;
    let sent = memory.sent();
    let mail = MessageParser::default().parse(sent.first().expect("it was sent")).unwrap();
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("boss@xn--exmple-cua.org"));
    town.ends_well().await;
}
