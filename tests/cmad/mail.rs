//! Copies by mail, from the views of the manager, the boss and the operator.

use std::sync::Arc;

use chrono::TimeDelta;
use cmad::mail::{Memory, Tls};
use cmad::ports::MailError;
use cmad::rehearse::stage::StageMail;
use discord_sim::{Member, MessageHandle, Opt};
use domain::mail::Sender;
use mail_parser::MessageParser;

use crate::smtp::Server;
use crate::town::{Town, at};
use crate::web::get;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
pub const DIGEST: &str = "2027-01-26 09:00 Europe/Berlin";
pub const BOSS: &str = "rosa.diaz@example.com";
const PUBLIC: &str = "https://cmad.example.org";

/// A town whose bot may send mail to one domain; the mails are kept in memory.
pub async fn town_with_mail() -> (Town, Arc<Memory>) {
    let from: Sender = "Thanks at Example <cmad@example.org>".parse().unwrap();
    let memory = Arc::new(Memory::new(from));
    let town = town_with(StageMail::Memory(Arc::clone(&memory)), PUBLIC).await;
    (town, memory)
}

pub async fn town_with(mail: StageMail, public: &str) -> Town {
    let mut town = Town::at(OPEN).await;
    town.stage.stop().await.unwrap();
    town.stage.send_mail(mail, Some(public.parse().unwrap()));
    town.stage.configure(|config| {
        config.mail.allowed_domains = vec!["example.com".into()];
        config.mail.servers = vec!["*".into()];
    });
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let (kim, lee, ada) = (town.kim.clone(), town.lee.clone(), town.ada.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "You explained it to me twice.", &[("consent", "named")]).await;
    town.thank(&kim, &ada, "And one for you alone.", &[("consent", "private")]).await;
    town
}

pub async fn boss_set(town: &Town, who: &Member, options: &[(&str, Opt)]) -> String {
    let answer = who.slash(&town.help, "cmad boss set", options).await.settled().await;
    assert!(answer.is_ephemeral(), "only they see it");
    answer.text()
}

/// Presses **Copy my boss** and **Yes, send it**. The texts of the preview and of the answer.
pub async fn copy(town: &mut Town, who: &Member) -> (String, String) {
    let desk = town.desk(who).await;
    let preview = who.click(&desk, "Copy my boss").await.settled().await;
    // The answer replaces the preview.
    let shown = preview.text();
    let answer = preview.click("Yes, send it").await.settled().await;
    town.settle().await;
    (shown, answer.text())
}

/// The digest's message.
fn digest_of(who: &Member) -> MessageHandle {
    let came = |message: &MessageHandle| message.json().to_string().contains("Keep it to myself");
    who.dms().into_iter().rev().find(came).expect("the digest has come")
}

fn texts(messages: Vec<MessageHandle>) -> String {
    messages.iter().map(MessageHandle::text).collect::<Vec<_>>().join("\n---\n")
}

/// The path of the opt-out page in a mail.
fn page_in(mail: &[u8]) -> String {
    let mail = MessageParser::default().parse(mail).unwrap();
    let text = mail.body_text(0).unwrap();
    let link = text.lines().find(|line| line.starts_with(PUBLIC) && line.contains("/no-more/")).unwrap();
    link.strip_prefix(PUBLIC).unwrap().to_owned()
}

async fn post(town: &Town, path: &str, body: &'static str) -> (u16, String) {
    let addr = town.stage.bot().http().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(format!("http://{addr}{path}")).header("accept-language", "en").body(body);
    let response = request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_copies_her_boss_who_then_wants_no_more() {
    let (mut town, memory) = town_with_mail().await;
    let (ada, lee) = (town.ada.clone(), town.lee.clone());
    let said = boss_set(&town, &ada, &[("email", "Rosa.Diaz@example.com".into())]).await;
    for part in ["by email to Rosa", "example.com", "from cmad", "shows no address of yours", "**ask**"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = boss_set(&town, &ada, &[("reply_to", "ada@example.com".into())]).await;
    assert!(said.contains("replies go to **ada") && said.contains("by email to Rosa"), "{said}");

    town.advance_to(DIGEST).await;
    assert!(memory.sent().is_empty(), "nothing goes without her");
    let (preview, answer) = copy(&mut town, &ada).await;
    assert!(preview.contains("This is the email that goes") && preview.contains("until it worked"), "{preview}");
    assert!(!preview.contains("for you alone") && answer.contains("On its way"), "{preview} {answer}");
    let sent = memory.sent();
    assert_eq!(sent.len(), 1);
    let mail = MessageParser::default().parse(&sent[0]).unwrap();
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Thanks at Example"), Some("cmad@example.org")));
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("Rosa.Diaz@example.com"));
    assert_eq!(mail.reply_to().unwrap().first().unwrap().address(), Some("ada@example.com"));
    let pdf = mail.attachment(0).unwrap();
    assert!(pdf.contents().starts_with(b"%PDF-"), "a file to print");
    for part in [mail.body_text(0).unwrap(), mail.body_html(0).unwrap()] {
        assert!(part.contains("until it worked") && !part.contains("for you alone"), "{part}");
    }
    assert!(town.desk(&ada).await.text().contains("Your boss has a copy"));
    let again = ada.click(&town.desk(&ada).await, "Copy my boss").await.settled().await;
    assert!(again.text().contains("already"), "one copy a digest: {}", again.text());

    // A scanner that opens the link changes nothing and sees no address.
    let path = page_in(&sent[0]);
    let addr = town.stage.bot().http().unwrap();
    for _ in 0..2 {
        let (status, headers, page) = get(addr, &path, "en").await;
        assert!(status == 200 && page.contains("Unsubscribe from pages about them") && page.contains("Ada"), "{page}");
        assert!(!page.to_lowercase().contains("rosa") && headers["referrer-policy"] == "no-referrer", "{page}");
    }
    // One click in the mail program opts out; a second one changes nothing.
    for _ in 0..2 {
        let (status, page) = post(&town, &path, "List-Unsubscribe=One-Click").await;
        assert!(status == 200 && page.contains("nothing more about Ada"), "{page}");
    }
    let (_, _, page) = get(addr, &path, "en").await;
    assert!(page.contains("Done") && !page.contains("Unsubscribe from pages about them"), "{page}");

    // Another thank-you makes an update. The copy is refused with an explanation and the files.
    town.thank(&lee, &ada, "Late, but meant.", &[("consent", "named")]).await;
    town.advance_to("2027-02-03 12:00 Europe/Berlin").await;
    let refused = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
    assert!(refused.text().contains("asked me to stop"), "{}", refused.text());
    assert_eq!(refused.message().unwrap().files().len(), 5, "the files are there to hand over");
    // Also after she names the same address again, in another spelling.
    ada.slash(&town.help, "cmad boss clear", &[]).await.settled().await;
    boss_set(&town, &ada, &[("email", "ROSA.DIAZ@EXAMPLE.COM".into()), ("copy", "always".into())]).await;
    let refused = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
    assert!(refused.text().contains("asked me to stop"), "{}", refused.text());
    assert_eq!(memory.attempts(), 1);
    let rows = town.rows().await.to_lowercase();
    assert!(!rows.contains("rosa.diaz") && !rows.contains("ada@example.com"), "addresses are kept sealed or hashed");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn opting_out_of_all_mail_stops_every_manager() {
    let (mut town, memory) = town_with_mail().await;
    let (ada, ben, kim, lee) = (town.ada.clone(), town.ben.clone(), town.kim.clone(), town.lee.clone());
    town.thank(&kim, &ben, "You kept us safe.", &[("consent", "named")]).await;
    town.thank(&lee, &ben, "You kept me safe, too.", &[("consent", "named")]).await;
    let invitation = ben.dms().pop().unwrap();
    ben.click(&invitation, "Accept").await.settled().await;
    for one in [&ada, &ben] {
        boss_set(&town, one, &[("email", BOSS.into())]).await;
    }
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    let (status, page) = post(&town, &page_in(&memory.sent()[0]), "scope=all").await;
    assert!(status == 200 && page.contains("no more email"), "{page}");
    let refused = ben.click(&town.desk(&ben).await, "Copy my boss").await.settled().await;
    assert!(refused.text().contains("asked me to stop"), "{}", refused.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invalid_tokens_are_not_found() {
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    let path = page_in(&memory.sent()[0]);
    let addr = town.stage.bot().http().unwrap();
    let cut = &path[..path.len() - 1];
    let mut turned = path.clone().into_bytes();
    turned[20] ^= 1;
    let turned = String::from_utf8(turned).unwrap();
    let long = format!("/no-more/1.{}", "A".repeat(5000));
    for wrong in
        [cut, &turned, &long, "/no-more/", "/no-more/1.", "/no-more/%F0%9F%92%9A", "/no-more/a/b", "/no-more/%00"]
    {
        let (status, _, page) = get(addr, wrong, "en").await;
        assert!(status == 404 && page.contains("There is nothing here"), "{wrong}: {status} {page}");
        assert_eq!(post(&town, wrong, "scope=all").await.0, 404, "{wrong}");
    }
    // An oversized body is refused, not read.
    let big: &'static str = Box::leak("x".repeat(100_000).into_boxed_str());
    assert_eq!(post(&town, &path, big).await.0, 413);
    let (_, _, page) = get(addr, &path, "en").await;
    assert!(page.contains("Unsubscribe from pages about them"), "nothing of it counted");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_mail_cannot_be_sent_the_files_are_offered_with_the_reason() {
    // Mail is not set up.
    let mut town = town_with(StageMail::None, PUBLIC).await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let said = boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    assert!(said.contains("can’t send email here") && said.contains("didn’t keep the address"), "{said}");
    town.advance_to(DIGEST).await;
    let files = ada.click(&town.desk(&ada).await, "Copy my boss").await.settled().await;
    assert!(files.text().contains("No boss is set"), "{}", files.text());
    let names: Vec<String> = files.message().unwrap().files().iter().map(|file| file.name.clone()).collect();
    assert_eq!(names, ["cmad-2027.pdf", "cmad-2027.html", "cmad-2027.txt", "cmad-2027.ics", "cmad-2027.eml"]);
    town.ends_well().await;

    // A domain that is not allowed, and invalid addresses.
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    let said = boss_set(&town, &ada, &[("email", "boss@example.org".into())]).await;
    assert!(said.contains("n’t allowed email to **example.org**"), "{said}");
    for wrong in ["boss", "Rosa <rosa@example.com>", "rosa@example.com\nBcc: x@example.com", "<@1> **x**@example.com"] {
        let said = boss_set(&town, &ada, &[("email", wrong.into())]).await;
        assert!(said.contains("isn’t an email address I can use") && !said.contains("<@1>"), "{wrong}: {said}");
    }
    let said = boss_set(&town, &ada, &[("reply_to", "ada@example.com".into())]).await;
    assert!(said.contains("needs a boss’s address"), "{said}");
    let said = boss_set(&town, &town.kim.clone(), &[("email", BOSS.into())]).await;
    assert!(said.contains("not on this server’s roster"), "{said}");

    // The domain is not allowed any more: the copy is refused with an explanation, or goes to the named member.
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.restart_with(|config| config.mail.allowed_domains.clear()).await;
    town.advance_to(DIGEST).await;
    let files = ada.click(&town.desk(&ada).await, "Copy my boss").await.settled().await;
    assert!(files.text().contains("hasn’t allowed email to that domain"), "{}", files.text());
    assert_eq!(files.message().unwrap().files().len(), 5);
    boss_set(&town, &ada, &[("member", Opt::User(town.rosa.id()))]).await;
    copy(&mut town, &ada).await;
    assert_eq!((town.rosa.dms().len(), memory.attempts()), (1, 0));
    assert!(rosa.dms().is_empty(), "that was another town");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_boss_with_an_address_gets_no_second_copy_as_a_member() {
    let (mut town, memory) = town_with_mail().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let both = [("email", BOSS.into()), ("member", Opt::User(rosa.id())), ("copy", "always".into())];
    let said = boss_set(&town, &ada, &both).await;
    assert!(said.contains("gets no second copy") && said.contains("**always**"), "{said}");
    town.advance_to(DIGEST).await;
    assert!(texts(ada.dms()).contains("24 hours"));
    town.advance_to_just_before("2027-01-27 09:00 Europe/Berlin").await;
    assert!(memory.sent().is_empty(), "a day is left to think");
    town.advance_to("2027-01-27 09:05 Europe/Berlin").await;
    assert_eq!((memory.sent().len(), rosa.dms().len()), (1, 0));
    town.ends_well().await;

    // Wait stops it, *never* offers nothing.
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into()), ("copy", "always".into())]).await;
    town.advance_to(DIGEST).await;
    let digest = digest_of(&ada);
    ada.click(&digest, "Don’t send yet").await.settled().await;
    town.advance_to("2027-01-28 12:00 Europe/Berlin").await;
    boss_set(&town, &ada, &[("copy", "never".into())]).await;
    assert!(!town.desk(&ada).await.json().to_string().contains("desk-copy"));
    assert_eq!(memory.attempts(), 0);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deferred_mail_arrives_once_and_a_refused_one_is_reported_to_its_manager() {
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    memory.fail([MailError::Later { code: 451 }, MailError::NotSent, MailError::Later { code: 421 }]);
    copy(&mut town, &ada).await;
    assert!(town.desk(&ada).await.text().contains("on its way"));
    town.advance_to("2027-01-26 10:00 Europe/Berlin").await;
    assert_eq!((memory.attempts(), memory.sent().len()), (4, 1));
    town.ends_well().await;

    let (mut town, memory) = town_with_mail().await;
    let (ada, olga) = (town.ada.clone(), town.olga.clone());
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    let told = olga.dms().len();
    memory.fail([MailError::Refused { code: 550 }]);
    copy(&mut town, &ada).await;
    assert!(texts(ada.dms()).contains("didn’t arrive") && texts(ada.dms()).contains("refused it"));
    assert!(town.desk(&ada).await.text().contains("couldn’t reach your boss"));
    assert_eq!(olga.dms().len(), told, "no admin hears whether a boss was copied");
    // After the address is corrected the copy can be ordered again.
    let (_, answer) = copy(&mut town, &ada).await;
    assert!(answer.contains("On its way") && memory.sent().len() == 1, "{answer}");
    town.ends_well().await;

    // After three days without the server the bot gives up.
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    memory.fail(vec![MailError::NotSent; 500]);
    copy(&mut town, &ada).await;
    town.advance_to("2027-01-29 12:00 Europe/Berlin").await;
    assert!(texts(ada.dms()).contains("tried for three days"), "{}", texts(ada.dms()));
    let tried = memory.attempts();
    town.advance_to("2027-02-05 12:00 Europe/Berlin").await;
    assert_eq!((memory.attempts(), memory.sent().len()), (tried, 0));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ordered_mail_can_be_cancelled_until_it_is_sent() {
    for turn in ["keep", "never"] {
        let (mut town, memory) = town_with_mail().await;
        let ada = town.ada.clone();
        boss_set(&town, &ada, &[("email", BOSS.into())]).await;
        town.advance_to(DIGEST).await;
        let digest = digest_of(&ada);
        memory.fail(vec![MailError::NotSent; 500]);
        copy(&mut town, &ada).await;
        let tried = memory.attempts();
        assert!(tried > 0 && memory.sent().is_empty());
        if turn == "keep" {
            let kept = ada.click(&digest, "Keep it to myself").await.settled().await;
            assert!(kept.text().contains("nothing was sent to anyone"), "{}", kept.text());
        } else {
            boss_set(&town, &ada, &[("copy", "never".into())]).await;
        }
        town.advance_to("2027-01-30 12:00 Europe/Berlin").await;
        assert_eq!((memory.attempts(), memory.sent().len()), (tried, 0), "{turn}");
        town.ends_well().await;
    }

    // A mail that was sent cannot be cancelled, and the answer does not claim so.
    let (mut town, memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    let digest = digest_of(&ada);
    copy(&mut town, &ada).await;
    assert_eq!(memory.sent().len(), 1);
    let kept = ada.click(&digest, "Keep it to myself").await.settled().await;
    assert!(kept.text().contains("can’t be called back"), "{}", kept.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_that_may_have_arrived_is_not_sent_again() {
    // The server's answer is lost.
    let (mut town, memory) = town_with_mail().await;
    let (ada, olga) = (town.ada.clone(), town.olga.clone());
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    let told = olga.dms().len();
    memory.fail([MailError::Lost]);
    copy(&mut town, &ada).await;
    town.advance_to("2027-02-05 12:00 Europe/Berlin").await;
    assert_eq!(memory.attempts(), 1);
    assert!(texts(ada.dms()).contains("can’t tell whether it arrived"), "{}", texts(ada.dms()));
    assert!(town.desk(&ada).await.text().contains("can’t tell whether"));
    assert_eq!(olga.dms().len(), told);
    town.ends_well().await;

    // The process dies during the mail; afterwards the boss is the same, none, or another one.
    for change in ["", "clear", "member"] {
        let (mut town, memory) = town_with_mail().await;
        let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
        boss_set(&town, &ada, &[("email", BOSS.into())]).await;
        town.advance_to(DIGEST).await;
        memory.hang();
        let desk = town.desk(&ada).await;
        let preview = ada.click(&desk, "Copy my boss").await.settled().await;
        preview.click("Yes, send it").await.settled().await;
        tokio::select! {
            () = town.stage.bot().beat() => panic!("the mail did not hang"),
            () = memory.until_hung() => {}
        }
        town.stage.kill().await;
        town.stage.start().await.unwrap();
        match change {
            "clear" => drop(ada.slash(&town.help, "cmad boss clear", &[]).await.settled().await),
            "member" => {
                ada.slash(&town.help, "cmad boss clear", &[]).await.settled().await;
                boss_set(&town, &ada, &[("member", Opt::User(rosa.id()))]).await;
            }
            _ => {}
        }
        town.stage.advance_to(at(DIGEST) + TimeDelta::hours(2)).await.unwrap();
        assert_eq!((memory.attempts(), rosa.dms().len()), (1, 0), "{change}");
        assert!(texts(ada.dms()).contains("can’t tell whether it arrived"), "{change}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_are_exported_and_erased() {
    let (mut town, _memory) = town_with_mail().await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into()), ("reply_to", "ada@example.com".into())]).await;
    let held = ada.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    let files = ada.click(&held, "Export").await.settled().await.message().unwrap().files();
    let json = files.iter().find(|file| file.name.ends_with("json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json.bytes).unwrap();
    let roster = &json["servers"][0]["roster"];
    assert_eq!((&roster["boss_address"], &roster["boss_answers_go_to"]), (&BOSS.into(), &"ada@example.com".into()));
    assert!(!town.rows().await.contains("rosa.diaz"));
    town.erase(&ada).await;
    let app = town.stage.bot().app().clone();
    let (guild, user) = (domain::ids::GuildId(town.server.id()), domain::ids::UserId(ada.id()));
    assert!(app.boss(guild, user).await.unwrap().is_none());
    town.ends_well().await;
}

/// A mail without its `Date`, which differs between preview and mail.
fn undated(mail: &[u8]) -> Vec<u8> {
    let at = mail.windows(8).position(|part| part == b"\r\nDate: ").unwrap() + 2;
    let end = at + mail[at..].windows(2).position(|part| part == b"\r\n").unwrap() + 2;
    [&mail[..at], &mail[end..]].concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_previewed_mail_is_the_one_that_arrives() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let mut town = town_with(StageMail::Server(Box::new(server.settings())), PUBLIC).await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into()), ("reply_to", "ada@example.com".into())]).await;
    town.advance_to(DIGEST).await;
    let preview = ada.click(&town.desk(&ada).await, "Copy my boss").await.settled().await;
    let (shown, files) = (preview.text(), preview.message().unwrap().files());
    let file = |ending: &str| files.iter().find(|file| file.name.ends_with(ending)).unwrap().bytes.clone();
    let (looked_at, page, pdf) = (file("-mail.eml"), file("-mail.html"), file("cmad-2027.pdf"));
    assert!(server.mails().is_empty(), "looking sends nothing");
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.settle().await;
    let (envelope, arrived) = server.mails().pop().expect("it arrived");
    assert_eq!(envelope["to"], serde_json::json!([BOSS]));

    // The same bytes, except the date and the links to reply and to opt out, which only the boss may have.
    // The last line break is part of SMTP, like the dot after it.
    let (looked_at, arrived) = (undated(&looked_at), undated(arrived.strip_suffix(b"\r\n").unwrap()));
    assert_eq!(looked_at.len(), arrived.len());
    let hidden = looked_at.iter().zip(&arrived).filter(|(shown, came)| shown != came).collect::<Vec<_>>();
    let is_of_a_link = |came: &u8| came.is_ascii_alphanumeric() || b"-_".contains(came);
    assert!(hidden.iter().all(|(shown, came)| **shown == b'x' && is_of_a_link(came)), "{hidden:?}");
    let mail = MessageParser::default().parse(&arrived).unwrap();
    let token = page_in(&arrived);
    let token = token.strip_prefix("/no-more/").unwrap();
    let text = mail.body_text(0).unwrap();
    let reply = text.lines().find_map(|line| line.split_once("/reply/")).unwrap().1;
    let most = 4 * token.len() + 3 * reply.len();
    assert!(hidden.len() <= most && hidden.len() > token.len() + reply.len(), "{}", hidden.len());
    let shown_mail = String::from_utf8_lossy(&looked_at).replace("=\r\n", "").replace("\r\n ", "");
    assert!(!shown_mail.contains(token), "with it she could say for her boss that they want no mail");

    // The preview's message quotes the mail.
    let heads = [
        "**From:** cmad@example.org",
        "**To:** rosa.diaz@example.com",
        "**Reply to:** ada@example.com",
        "**Attached:** cmad-2027.pdf, cmad-2027.ics",
    ];
    for part in heads {
        assert!(shown.replace('\\', "").contains(part), "{part}: {shown}");
    }
    assert!(shown.contains(mail.subject().unwrap()), "{shown}");
    let block = shown.split("```text\n").nth(1).unwrap().split("\n```").next().unwrap();
    let mask = |link: &str| link.replace(|c: char| c.is_ascii_alphanumeric(), "x");
    let masked = |body: &str| body.replace("\r\n", "\n").replace(token, &mask(token)).replace(reply, &mask(reply));
    let text = masked(&mail.body_text(0).unwrap());
    assert!(text.starts_with(block.trim_end_matches('…')), "{block}\n--\n{text}");
    assert_eq!(mail.attachment(0).unwrap().contents(), &*pdf);
    let html = masked(&mail.body_html(0).unwrap());
    assert_eq!(html.trim_end(), String::from_utf8_lossy(&page).trim_end());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_goes_through_a_real_mail_server() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["later", "take"]) else { return };
    let mut town = town_with(StageMail::Server(Box::new(server.settings())), PUBLIC).await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    assert!(server.mails().is_empty(), "it was asked to come later");
    town.advance_to("2027-01-26 09:10 Europe/Berlin").await;
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    let mail = MessageParser::default().parse(&mails[0].1).unwrap();
    assert!(mail.body_text(0).unwrap().contains("until it worked"));
    let (status, page) = post(&town, &page_in(&mails[0].1), "List-Unsubscribe=One-Click").await;
    assert!(status == 200 && page.contains("That lasts"), "{page}");
    town.ends_well().await;
}
