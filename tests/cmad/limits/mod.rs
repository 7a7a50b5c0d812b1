//! Discord's limits: everything that the bot says fits them, and what Discord refuses all the same is said in a shorter
//! form.

mod everything;
mod links;
mod mails;

use std::sync::Arc;

use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use cmad::text::Lang;
use discord_sim::{Event, Fault, FaultKind, NewMember, Opt, ResponseKind};
use serde_json::json;

use crate::smtp::address;
use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// What Discord refused as too long or malformed.
fn refused_forms(town: &Town) -> Vec<String> {
    let refused = |event: &Event| match event {
        Event::Refused { route, code: 50_035 | 50_006 | 40_005, reason, .. } => Some(format!("{route}: {reason}")),
        _ => None,
    };
    town.sim().transcript().iter().filter_map(|entry| refused(&entry.event)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_of_ten_thank_yous_can_be_looked_at_and_sent_in_every_language() {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = Town::at(OPEN).await;
    town.stage.stop().await.unwrap();
    town.stage.send_mail(StageMail::Memory(Arc::clone(&memory)), None);
    town.stage.configure(|config| {
        config.mail.allowed_domains = vec!["example.com".into()];
        config.mail.servers = vec!["*".into()];
    });
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let ada = town.ada.clone();
    for length in [100_usize, 140, 180, 220, 260, 300, 340, 380, 420, 460] {
        let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
        let giver =
            town.server.member_with(&format!("Giver {length}"), NewMember { joined_ms, ..NewMember::default() });
        let words: String = "You answered me at midnight, and I stayed. ".chars().cycle().take(length).collect();
        town.thank(&giver, &ada, words.trim(), &[("consent", "named")]).await;
    }
    ada.slash(&town.help, "cmad boss set", &[("email", "rosa@example.com".into())]).await.settled().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    for lang in Lang::all() {
        ada.set_locale(lang.tag());
        let shown = town.desk(&ada).await.click("desk-copy:").await.settled().await;
        let send = lang.say("button-copy-now");
        assert!(shown.buttons().iter().any(|button| button.label == send), "{}: {}", lang.tag(), shown.text());
        assert!(shown.text().contains(&lang.say("mail-preview-cut")), "it is longer than a message: {}", shown.text());
    }
    let shown = town.desk(&ada).await.click("desk-copy:").await.settled().await;
    shown.click("desk-copy-now").await.settled().await;
    town.settle().await;
    assert_eq!(memory.sent().len(), 1);
    assert_eq!(refused_forms(&town), Vec::<String>::new());
    town.ends_well().await;
}

/// Discord's answer to a message that is too long.
fn too_long(route: &str, times: u32) -> Fault {
    let errors = json!({"data": {"components": {"_errors": [{"code": "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"}]}}});
    let body = json!({"code": 50035, "message": "Invalid Form Body", "errors": errors});
    Fault::on(route, FaultKind::Answer { status: 400, body }).times(times)
}

const FIRST_ANSWER: &str = "POST /interactions/*/*/callback";
const EDIT: &str = "PATCH /webhooks/*/*/messages/@original";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_answer_comes_in_a_shorter_form() {
    let mut town = Town::set_up(OPEN).await;
    let (olga, kim, ada) = (town.olga.clone(), town.kim.clone(), town.ada.clone());

    // Refused once: the shorter form, which says that it is one and keeps its buttons.
    town.sim().fault(too_long(FIRST_ANSWER, 1));
    let receipt = town.thank(&kim, &ada, "You stayed until it worked.", &[]).await;
    assert!(receipt.text().contains("a shorter form") && receipt.text().contains("Ada"), "{}", receipt.text());
    let undone = kim.click(&receipt, "withdraw:").await.settled().await;
    assert!(undone.text().contains("Ada"), "its buttons work: {}", undone.text());

    // Refused twice: one sentence.
    town.sim().fault(too_long(FIRST_ANSWER, 2));
    let status = olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("even a shorter one"), "{}", status.text());

    // A changed message, with files: without them.
    let menu = olga.slash(&town.cmad, "campaign hide", &[]).await.settled().await;
    town.sim().fault(too_long(FIRST_ANSWER, 1));
    let export = olga.slash(&town.cmad, "campaign export", &[]).await.settled().await;
    assert!(export.text().contains("a shorter form"), "{} {}", menu.text(), export.text());

    // A form: why it did not open. Suggestions: none.
    town.sim().fault(too_long(FIRST_ANSWER, 1));
    let form = kim.slash(&town.help, "thank", &[("manager", Opt::User(ada.id()))]).await.settled().await;
    assert_eq!(form.kind(), ResponseKind::Message);
    assert!(form.is_ephemeral() && form.text().contains("refused to open the form"), "{}", form.text());

    // A form with words in it: they are not lost.
    let long = "x".repeat(30);
    let refused = town.thank(&kim, &kim, &long, &[]).await;
    town.sim().fault(too_long(FIRST_ANSWER, 1));
    let form = kim.click(&refused, "try-again").await.settled().await;
    assert!(form.text().contains(&long), "{}", form.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_edit_comes_in_a_shorter_form() {
    let mut town = Town::set_up(OPEN).await;
    // Every answer is announced first and follows as an edit.
    town.restart_with(|config| config.discord.defer_after_ms = 0).await;
    let olga = town.olga.clone();
    town.sim().fault(too_long(EDIT, 1));
    let status = olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("a shorter form"), "{}", status.text());
    town.sim().fault(too_long(EDIT, 2));
    let status = olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("even a shorter one"), "{}", status.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_post_goes_out_once_in_a_shorter_form() {
    let mut town = Town::set_up(OPEN).await;
    town.sim().fault(too_long("POST /channels/*/messages", 1));
    town.advance_to("2027-01-18 10:00 Europe/Berlin").await;
    let posts: Vec<_> = town.posts().into_iter().filter(|post| post.text().contains("a shorter form")).collect();
    assert_eq!(posts.len(), 1, "the countdown");
    let kim = town.kim.clone();
    assert_eq!(kim.click(&posts[0], "thank").await.kind(), ResponseKind::Modal, "its button works");
    town.ends_well().await;
}
