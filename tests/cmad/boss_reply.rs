//! The boss reads, and replies: by the page behind the link in a mail, or by the form below a direct message.

use std::sync::Arc;

use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use discord_sim::{FieldValue, Interaction, Member, MessageHandle, Opt};
use mail_parser::MessageParser;

use crate::mail::{BOSS, DIGEST, boss_set, copy, town_with};
use crate::smtp::address;
use crate::town::Town;
use crate::web::get;

const PUBLIC: &str = "https://cmad.example.org";
const HOSTILE: &str = "@everyone **Read** [this](https://evil.example) <@1> </textarea><script>alert(1)</script>";

/// A town in which Ada's digest has come, and her boss Rosa, a member, has a copy.
async fn with_a_member() -> Town {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, mia, ada, rosa) = (town.kim.clone(), town.mia.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "named")]).await;
    town.thank(&mia, &ada, "You explained it to me twice.", &[("consent", "named")]).await;
    boss_set(&town, &ada, &[("member", Opt::User(rosa.id()))]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    assert_eq!(rosa.dms().len(), 1);
    town
}

/// A town in which Ada's boss got a mail, and the path of the page on which they reply.
async fn with_a_mail() -> (Town, String) {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = town_with(StageMail::Memory(Arc::clone(&memory)), PUBLIC).await;
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    let (preview, _) = copy(&mut town, &ada).await;
    let sent = memory.sent().pop().expect("the copy was sent");
    let mail = MessageParser::default().parse(&sent).unwrap();
    let text = mail.body_text(0).unwrap();
    let link = text.lines().find(|line| line.starts_with(PUBLIC)).unwrap().to_owned();
    assert!(link.contains("/reply/"), "what is asked comes first: {link}");
    assert!(mail.body_html(0).unwrap().contains(&format!("href=\"{link}\"")), "and is one click");
    assert!(text.contains("behind the link at the top reaches Ada"), "{text}");
    assert!(!preview.contains(&link) && preview.contains("/reply/"), "the link is the boss's alone: {preview}");
    let path = link.strip_prefix(PUBLIC).unwrap().to_owned();
    (town, path)
}

/// Sends the form of the page, as a browser does.
async fn send(town: &Town, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let addr = town.stage.bot().http().unwrap();
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(format!("http://{addr}{path}")).header("accept-language", "en").body(body);
    let response = request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn page(town: &Town, path: &str) -> (u16, String) {
    let (status, headers, page) = get(town.stage.bot().http().unwrap(), path, "en").await;
    assert!(headers.get("set-cookie").is_none(), "no cookie");
    (status, page)
}

/// The direct messages in which Ada reads that her boss wrote.
fn told(ada: &Member) -> Vec<MessageHandle> {
    let says = |message: &MessageHandle| message.exists() && message.text().contains("## Your boss");
    ada.dms().into_iter().filter(says).collect()
}

/// The bot's posts of a boss's words.
fn posted(town: &Town) -> Vec<MessageHandle> {
    let says = |message: &MessageHandle| message.exists() && message.text().contains("The boss of");
    town.cmad.messages().into_iter().filter(says).collect()
}

fn texts(messages: &[MessageHandle]) -> String {
    messages.iter().map(MessageHandle::text).collect::<Vec<_>>().join("\n---\n")
}

/// Rosa opens the form below a message and sends it.
async fn replies(town: &mut Town, on: &MessageHandle, words: &str, may: &str) -> Interaction {
    let form = town.rosa.click(on, "Reply to Ada").await;
    let sent = form.submit(&[("words", words.into()), ("may", FieldValue::value(may))]).await.settled().await;
    town.settle().await;
    sent
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_boss_replies_to_her_mail_and_the_manager_reads_it_once() {
    let (mut town, path) = with_a_mail().await;
    let ada = town.ada.clone();
    // A scanner that opens the link changes nothing, whatever it sends in the address.
    for path in [path.clone(), format!("{path}?words=Spam&may=1")] {
        let (status, page) = page(&town, &path).await;
        assert!(status == 200 && page.contains("<h1>Reply to Ada</h1>") && page.contains("Northwind"), "{page}");
        assert!(page.contains("type=\"checkbox\"") && !page.contains("checked"), "the box is not ticked: {page}");
        assert!(!page.to_lowercase().contains("rosa"), "{page}");
    }
    town.settle().await;
    assert!(told(&ada).is_empty());

    // Nothing to read is refused, too much of it as well, and the words stay in the form.
    let (status, refused) = send(&town, &path, &[("words", " \r\n\u{200b} "), ("may", "1")]).await;
    assert!(status == 422 && refused.contains("nothing to read") && refused.contains("checked"), "{refused}");
    let long = format!("Begin {}", "\u{1f49a}".repeat(500));
    let (status, refused) = send(&town, &path, &[("words", &long)]).await;
    assert!(status == 422 && refused.contains("506 characters") && refused.contains("Begin \u{1f49a}"), "{refused}");
    town.settle().await;
    assert!(told(&ada).is_empty());

    // Five hundred letters are a reply, whatever they weigh. Sent twice, it is one.
    let words = format!("{} {}", "I read every word.", "\u{1f49a}".repeat(481));
    assert_eq!(words.chars().count(), 500);
    let (status, done) = send(&town, &path, &[("words", &words)]).await;
    assert!(status == 200 && done.contains("role=\"status\"") && done.contains("Ada gets it"), "{done}");
    let (status, done) = send(&town, &path, &[("words", &words)]).await;
    assert!(status == 200 && done.contains("sent already"), "{done}");
    town.settle().await;
    let [note] = &told(&ada)[..] else { panic!("{}", texts(&told(&ada))) };
    let text = note.text();
    assert!(text.contains("Your boss wrote") && text.contains("I read every word"), "{text}");
    assert!(text.contains("for you alone") && !note.json().to_string().contains("publish-reply"), "{text}");
    assert!(town.desk(&ada).await.text().contains("**Your boss wrote:**\n> I read every word"));
    assert!(page(&town, &path).await.1.contains("I read every word."), "the page has it, to be changed");

    // A change reaches her once, too.
    for _ in 0..2 {
        send(&town, &path, &[("words", "I read every word, twice.")]).await;
        town.settle().await;
    }
    let notes = told(&ada);
    assert_eq!(notes.len(), 2);
    assert!(notes[1].text().contains("Your boss changed what they wrote") && notes[1].text().contains("twice"));
    // After a week it stays, and can still be taken back.
    town.advance_to("2027-02-03 12:00 Europe/Berlin").await;
    let (status, late) = send(&town, &path, &[("words", "Too late.")]).await;
    assert!(status == 422 && late.contains("can no longer be changed") && !late.contains("<textarea"), "{late}");
    let (_, back) = send(&town, &path, &[("back", "1")]).await;
    assert!(back.contains("Withdrawn"), "{back}");
    town.settle().await;
    assert!(told(&ada).is_empty() && !town.desk(&ada).await.text().contains("Your boss wrote"));
    assert!(!page(&town, &path).await.1.contains("twice"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_boss_who_is_a_member_replies_below_the_copy_and_both_want_it_posted() {
    let mut town = with_a_member().await;
    let (ada, rosa, kim) = (town.ada.clone(), town.rosa.clone(), town.kim.clone());
    let copy = rosa.dms().pop().unwrap();
    let form = rosa.click(&copy, "Reply to Ada").await;
    let drawn = form.json().to_string();
    assert!(drawn.contains("\"max_length\":500") && drawn.contains("Only the person I reply to"), "{drawn}");
    let sent = form.submit(&[("words", "  ".into()), ("may", FieldValue::value("no"))]).await.settled().await;
    assert!(sent.text().contains("nothing to read"), "{}", sent.text());
    let sent = replies(&mut town, &copy, HOSTILE, "yes").await;
    assert!(sent.text().contains("Sent.") && sent.text().contains("@everyone"), "her words stay: {}", sent.text());
    let [note] = &told(&ada)[..] else { panic!("{}", texts(&told(&ada))) };
    assert!(note.text().contains("\\@everyone \\*\\*Read\\*\\*"), "{}", note.text());
    assert!(posted(&town).is_empty(), "one of two wants it");

    // Someone else cannot press it for her.
    for _ in 0..2 {
        let shown = ada.click(note, "Post it under the recap").await.settled().await;
        assert!(shown.text().contains("recap"), "{}", shown.text());
        town.settle().await;
    }
    let [post] = &posted(&town)[..] else { panic!("it is posted once: {}", texts(&posted(&town))) };
    assert!(post.replies_to().is_some(), "under the recap");
    assert!(post.text().contains("\\@everyone") && !post.text().contains("Rosa"), "{}", post.text());
    assert_eq!(post.json()["mentions"].as_array().map(Vec::len).unwrap_or_default(), 0, "it pings no one");

    // She changes it: the post goes, and Ada decides anew.
    let form = sent.click("Change it").await;
    assert!(form.json().to_string().contains("**Read**"), "her words are there to be changed: {}", form.json());
    let changed = form.submit(&[("words", "Well done, Ada.".into()), ("may", FieldValue::value("yes"))]).await;
    changed.settled().await;
    town.settle().await;
    assert!(posted(&town).is_empty(), "words that Ada has not seen stand nowhere");
    let early = ada.click(note, "Post it under the recap").await.settled().await;
    town.settle().await;
    assert!(early.text().contains("has changed it since") && early.text().contains("Well done"), "{}", early.text());
    assert!(posted(&town).is_empty());
    let page = ada.click(&town.desk(&ada).await, "What my boss wrote").await.settled().await;
    page.click("Post it under the recap").await.settled().await;
    town.settle().await;
    let post = posted(&town).pop().expect("now it is posted");
    assert!(post.text().contains("> Well done, Ada"), "{}", post.text());

    // An admin hides it; then no one can post it until an admin restores it. Ada takes it down herself.
    let hide = |what: &'static str| {
        let (olga, cmad, link) = (town.olga.clone(), town.cmad.clone(), post.link());
        async move { olga.slash(&cmad, what, &[("message", Opt::Str(link))]).await.settled().await.text() }
    };
    let (hidden, restore) = (hide("campaign hide").await, hide("campaign restore"));
    assert!(hidden.contains("Hidden: what the boss of **Ada** wrote"), "{hidden}");
    town.settle().await;
    assert!(posted(&town).is_empty());
    let page = ada.click(&town.desk(&ada).await, "What my boss wrote").await.settled().await;
    assert!(page.text().contains("An admin has hidden"), "{}", page.text());
    assert!(restore.await.contains("can post"));
    let page = ada.click(&town.desk(&ada).await, "What my boss wrote").await.settled().await;
    let page = page.click("Post it under the recap").await.settled().await;
    town.settle().await;
    assert_eq!(posted(&town).len(), 1);
    let page = ada.click(&page, "Take the post down").await.settled().await;
    town.settle().await;
    assert!(posted(&town).is_empty() && page.json().to_string().contains("publish-reply:"), "it can be posted again");
    assert!(kim.dms().is_empty() && rosa.dms().len() == 1, "no one else hears of it");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_is_changed_five_times_at_most() {
    let mut town = with_a_member().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let copy = rosa.dms().pop().unwrap();
    for change in 0..=5 {
        let sent = replies(&mut town, &copy, &format!("Version {change}."), "no").await;
        assert!(sent.text().contains("Sent."), "{}", sent.text());
    }
    let sent = replies(&mut town, &copy, "Version 6.", "no").await;
    assert!(sent.text().contains("can no longer be changed") && sent.text().contains("Version 6."), "{}", sent.text());
    assert_eq!(told(&ada).len(), 6);
    assert!(told(&ada).pop().unwrap().text().contains("Version 5"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_manager_takes_no_direct_messages_it_waits_on_their_desk() {
    let mut town = with_a_member().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    ada.set_dms_closed(true);
    let copy = rosa.dms().pop().unwrap();
    replies(&mut town, &copy, "Well done, Ada.", "no").await;
    assert!(told(&ada).is_empty());
    assert!(town.desk(&ada).await.text().contains("> Well done, Ada"));
    let reports = town.olga.dms();
    let spoken = |message: &MessageHandle| message.text().contains("boss") || message.text().contains(&ada.mention());
    assert!(!reports.iter().any(spoken), "that a boss wrote is no admin's affair: {}", texts(&reports));
    ada.set_dms_closed(false);
    town.advance_to("2027-01-27 12:00 Europe/Berlin").await;
    assert_eq!(told(&ada).len(), 1, "the next day it comes");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_is_good_for_one_copy_and_ends_with_it() {
    let (mut town, path) = with_a_mail().await;
    let (ada, ben) = (town.ada.clone(), town.ben.clone());
    let refused = async |town: &Town, path: &str| {
        let (status, page) = page(town, path).await;
        let (posted, _) = send(town, path, &[("words", "Spam.")]).await;
        (status, posted) == (404, 404) && page.contains("There is nothing here")
    };
    let (place, token) = path.rsplit_once('/').unwrap();
    assert!(token.len() > 60, "it cannot be guessed: {token}");
    let mut other = token.to_owned();
    other.replace_range(40..41, if &token[40..41] == "x" { "y" } else { "x" });
    assert!(refused(&town, &format!("{place}/{other}")).await);
    assert!(refused(&town, &format!("{place}/{}", &token[..token.len() - 1])).await);
    assert!(refused(&town, &format!("{place}/x")).await);
    assert!(refused(&town, &format!("/no-more/{token}")).await, "it is good for nothing else");
    // Ben presses what he saw elsewhere: he is no boss of Ada's.
    let before = told(&ada).len();
    let open = format!("boss-reply-form:{}:2027:{}:0", town.server.id(), ada.id());
    assert!(ben.dms().iter().all(|message| !message.json().to_string().contains(&open)));

    send(&town, &path, &[("words", "Well done, Ada."), ("may", "1")]).await;
    town.settle().await;
    assert_eq!(told(&ada).len(), before + 1);
    // Ada puts another boss in their place: the reply stays, and so does the link of who got this copy.
    boss_set(&town, &ada, &[("email", "other@example.com".into())]).await;
    assert_eq!(page(&town, &path).await.0, 200);
    town.erase(&ada).await;
    assert!(refused(&town, &path).await, "the copy is gone, and the link with it");
    assert!(!town.rows().await.contains("boss_replies:"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_boss_who_erases_herself_takes_her_words_along() {
    let mut town = with_a_member().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let copy = rosa.dms().pop().unwrap();
    replies(&mut town, &copy, "Well done, Ada.", "yes").await;
    let note = told(&ada).pop().unwrap();
    ada.click(&note, "Post it under the recap").await.settled().await;
    town.settle().await;
    assert_eq!(posted(&town).len(), 1);
    let stored = rosa.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    assert!(stored.text().contains("one reply of yours, as a boss"), "{}", stored.text());
    let stored = ada.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    assert!(stored.text().contains("one reply of your boss"), "{}", stored.text());
    town.erase(&rosa).await;
    assert!(posted(&town).is_empty() && told(&ada).is_empty(), "the post and the message went");
    assert!(!town.desk(&ada).await.text().contains("Your boss wrote"));
    assert!(!town.rows().await.contains("boss_replies:"));
    // Her old button leads nowhere: no one knows any more that the copy was hers.
    let sent = replies(&mut town, &copy, "Once more.", "no").await;
    assert!(sent.text().contains("no longer kept") && sent.text().contains("Once more."), "{}", sent.text());
    assert!(told(&ada).is_empty());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_wants_no_more_can_still_reply_and_gets_nothing_for_it() {
    let mut town = with_a_member().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let copy = rosa.dms().pop().unwrap();
    rosa.click(&copy, "Stop sending me these").await.settled().await;
    replies(&mut town, &copy, "I read it, and that is enough.", "no").await;
    assert_eq!(told(&ada).len(), 1);
    let refused = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
    assert!(refused.text().contains("asked me to stop"), "{}", refused.text());
    town.advance_to("2027-02-03 12:00 Europe/Berlin").await;
    assert_eq!(rosa.dms().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_goes_with_the_words_of_its_campaign() {
    let (mut town, path) = with_a_mail().await;
    let ada = town.ada.clone();
    send(&town, &path, &[("words", "Well done, Ada.")]).await;
    town.settle().await;
    assert!(!town.rows().await.contains("Well done"), "it is sealed");
    town.advance_to("2027-05-10 12:00 Europe/Berlin").await;
    assert!(!town.rows().await.contains("boss_replies:"));
    assert_eq!(page(&town, &path).await.0, 404);
    let old = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
    assert!(!old.text().contains("Your boss wrote"), "{}", old.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_pages_a_mail_asks_as_before() {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = Town::at("2027-01-12 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.stage.send_mail(StageMail::Memory(Arc::clone(&memory)), None);
    town.stage.configure(|config| {
        config.mail.allowed_domains = vec!["example.com".into()];
        config.mail.servers = vec!["*".into()];
    });
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let (kim, lee, ada) = (town.kim.clone(), town.lee.clone(), town.ada.clone());
    town.thank(&kim, &ada, "You stayed until it worked.", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "You explained it to me twice.", &[("consent", "named")]).await;
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    boss_set(&town, &ada, &[("reply_to", "ada@example.com".into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    let sent = memory.sent().pop().expect("the copy was sent");
    let mail = MessageParser::default().parse(&sent).unwrap();
    let text = mail.body_text(0).unwrap();
    assert!(text.contains("Reply to Ada today") && text.contains("Replies go to Ada"), "{text}");
    assert!(!text.contains("://") && !mail.body_html(0).unwrap().contains("href="), "{text}");
    town.ends_well().await;
}
