//! A manager's desk: choices about the digest, copies for the boss, and answers to givers.

use discord_sim::{Fault, FaultKind, Interaction, Member, MessageHandle, Opt};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const DIGEST: &str = "2027-01-26 09:00 Europe/Berlin";
const LATER: &str = "2027-01-26 12:00 Europe/Berlin";

/// A town in which three people thanked Ada, her boss is Rosa, and her digest has arrived.
async fn morning_after() -> Town {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada, rosa) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ada, "You answered me at midnight. I stayed because of it.", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "The harassment stopped the same evening.", &[("consent", "unnamed")]).await;
    town.thank(&mia, &ada, "Thank you for the docs.", &[("consent", "public")]).await;
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    town.advance_to(DIGEST).await;
    town
}

/// Looks at the preview of the copy, and sends it.
async fn send(town: &mut Town, who: &Member) {
    let desk = town.desk(who).await;
    let preview = who.click(&desk, "desk-copy:").await.settled().await;
    who.click(&preview, "Yes, send it").await.settled().await;
    town.settle().await;
}

/// The texts of a message's files, joined.
fn files(message: &MessageHandle) -> String {
    message.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect()
}

/// Whether these parts appear in a text in this order.
fn in_order(text: &str, parts: &[&str]) -> bool {
    let places: Vec<Option<usize>> = parts.iter().map(|part| text.find(part)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

/// The menu value of the quote that begins with these words.
pub fn quote(page: &Interaction, words: &str) -> String {
    fn look(json: &serde_json::Value, words: &str) -> Option<String> {
        let options = json["options"].as_array().into_iter().flatten();
        let found = options.filter(|one| one["label"].as_str().is_some_and(|label| label.starts_with(words)));
        let here = found.filter_map(|one| one["value"].as_str().map(str::to_owned)).next();
        let inside = json["components"].as_array().into_iter().flatten();
        here.or_else(|| inside.filter_map(|child| look(child, words)).next())
    }
    look(&page.shown_json(), words).unwrap_or_else(|| panic!("{words} is not offered: {}", page.text()))
}

/// The present message of an answer.
pub trait ShownJson {
    fn shown_json(&self) -> serde_json::Value;
}

impl ShownJson for Interaction {
    fn shown_json(&self) -> serde_json::Value {
        discord_sim::AsMessage::as_message(self).json()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_chooses_what_her_boss_reads_and_sees_it_first() {
    let mut town = morning_after().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let desk = town.desk(&ada).await;
    assert!(desk.is_ephemeral() && desk.text().contains("Nothing goes to anyone"), "{}", desk.text());

    // She pins two, in her order, and moves the second one up.
    let page = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    let (docs, evening, midnight) =
        (quote(&page, "Thank you for"), quote(&page, "The harassment"), quote(&page, "You answered"));
    let page = ada.select(&page, "Pin up to three quotes to the top", &[&docs, &midnight]).await.settled().await;
    assert!(in_order(&page.text(), &["1\\. Thank you", "2\\. You answered"]), "{}", page.text());
    let one = ada.select(&page, "Pick one to move or shorten", &[&midnight]).await.settled().await;
    let one = ada.click(&one, "Show first").await.settled().await;

    // The copy has a shortened quote: its end is left out, and no word is changed.
    let lengths = menu_values(&one);
    let shorter = lengths.iter().find(|value| *value != "whole").expect("it can end earlier").clone();
    let one = ada.select(&one, "End it earlier, with “…”", &[&shorter]).await.settled().await;
    assert!(
        one.text().contains("It is passed on as") && one.text().contains("at midnight\\. I stayed"),
        "{}",
        one.text()
    );
    let page = ada.click(&one, "Back to the quotes").await.settled().await;
    assert!(in_order(&page.text(), &["1\\. You answered", "2\\. Thank you"]), "{}", page.text());

    // She hides one quote, and puts a sentence of hers above the rest.
    let page = ada.select(&page, "Hide quotes from your boss", &[&evening]).await.settled().await;
    let desk = ada.click(&page, "Back to my desk").await.settled().await;
    let about = ada.click(&desk, "A sentence to my boss").await.settled().await;
    let form = ada.click(&about, "Write it").await;
    let kept = form.submit(&[("sentence", "Read the first one, **please**.\nIt is why I am here.".into())]).await;
    let again = ada.click(&kept.settled().await, "Change it").await;
    let words = "Read the first one, **please**. It is why I stay.";
    let kept = again.submit(&[("sentence", words.into())]).await.settled().await;
    let desk = ada.click(&kept, "Back to my desk").await.settled().await;
    assert!(desk.text().contains("A sentence of yours is shown at the top of the copy"), "{}", desk.text());

    // The copy equals the preview: the message, and its files.
    let preview = ada.click(&desk, "Copy my boss").await.settled().await;
    let looked_at = preview.text();
    assert!(rosa.dms().is_empty(), "looking sends nothing");
    let sent = ada.click(&preview, "Yes, send it").await.settled().await;
    assert!(sent.text().contains("On its way"), "{}", sent.text());
    town.settle().await;
    let copy = rosa.dms().pop().expect("it arrived");
    assert!(looked_at.contains(&copy.text()), "not what was shown:\n{looked_at}\n--\n{}", copy.text());
    for shown in [copy.text(), files(&copy)] {
        assert!(in_order(&shown, &["You answered me at midnight.", "Read the first one", "Thank you for the docs"]));
        assert!(!shown.contains("because of it") && !shown.contains("harassment"), "{shown}");
    }
    assert!(copy.text().contains("\\*\\*please\\*\\*"), "her words act no more than others': {}", copy.text());
    assert!(files(&copy).contains("> Read the first one, **please**. It is why I stay."), "{}", files(&copy));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sent_copy_stays_as_it_was_and_a_change_is_an_update() {
    let mut town = morning_after().await;
    let (ada, rosa, lee) = (town.ada.clone(), town.rosa.clone(), town.lee.clone());
    let desk = town.desk(&ada).await;
    let old_preview = ada.click(&desk, "Copy my boss").await.settled().await;
    let older = ada.click(&desk, "Copy my boss").await.settled().await;
    send(&mut town, &ada).await;
    assert_eq!(rosa.dms().len(), 1);
    // The same page again is no update; nor is a second click on the first preview.
    let again = ada.click(&old_preview, "Yes, send it").await.settled().await;
    assert!(again.text().contains("has had this digest already"), "{}", again.text());
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("Your boss has a copy") && !desk.text().contains("has changed"), "{}", desk.text());

    // She hides a quote, and her desk says at once that her boss has another version.
    let page = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    let evening = quote(&page, "The harassment");
    let page = ada.select(&page, "Hide quotes from your boss", &[&evening]).await.settled().await;
    let desk = ada.click(&page, "Back to my desk").await.settled().await;
    assert!(desk.text().contains("The page has changed since"), "{}", desk.text());
    // The stored copy stays as it was.
    let left = ada.click(&desk, "View the sent copy").await.settled().await;
    let left_files = files(&left.message().unwrap());
    assert!(left.text().contains("The harassment stopped") && left_files.contains("The harassment stopped"));

    // An outdated preview is shown again before anything is sent; then the copy goes as an update.
    let changed = ada.click(&older, "desk-copy-now:").await.settled().await;
    assert!(changed.text().contains("It has changed since you looked"), "{}", changed.text());
    assert_eq!(rosa.dms().len(), 1, "nothing was sent");
    ada.click(&changed, "Yes, send it").await.settled().await;
    town.settle().await;
    let update = rosa.dms().pop().unwrap();
    assert_eq!(rosa.dms().len(), 2);
    assert!(
        update.text().contains("Update 1 of this page") && !update.text().contains("harassment"),
        "{}",
        update.text()
    );

    // Undone, the page is the first one again, and a third copy is the last.
    let desk = town.desk(&ada).await;
    let page = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    ada.select(&page, "Hide quotes from your boss", &[]).await.settled().await;
    send(&mut town, &ada).await;
    assert_eq!(rosa.dms().len(), 3);
    let desk = town.desk(&ada).await;
    let page = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    ada.select(&page, "Hide quotes from your boss", &[&evening]).await.settled().await;
    let desk = town.desk(&ada).await;
    let enough = ada.click(&desk, "Send my boss the update").await.settled().await;
    assert!(enough.text().contains("three copies"), "{}", enough.text());

    // Lee erases everything: their words leave the stored copy, and the rest of it stays.
    let privacy = lee.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    assert!(privacy.text().contains("2 passages of yours in copies"), "{}", privacy.text());
    town.erase(&lee).await;
    let desk = town.desk(&ada).await;
    let left = ada.click(&desk, "View the sent copy").await.settled().await;
    let left_files = files(&left.message().unwrap());
    assert!(!left_files.contains("harassment") && left_files.contains("at midnight"), "{left_files}");
    // The stored copy is removed when its words are purged.
    town.advance_to("2027-05-03 12:00 Europe/Berlin").await;
    let old = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
    assert!(!old.shown_json().to_string().contains(":left:"), "{}", old.text());
    let rows = town.rows().await;
    assert!(!rows.contains("\ncopies: ") && !rows.contains("\ncopied_quotes: "), "{rows}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_boss_gets_a_first_copy_and_not_an_update() {
    let mut town = morning_after().await;
    let (ada, rosa, olga) = (town.ada.clone(), town.rosa.clone(), town.olga.clone());
    send(&mut town, &ada).await;
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(olga.id()))]).await.settled().await;
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("the one set now doesn’t have one yet"), "{}", desk.text());
    let told = olga.dms().len();
    send(&mut town, &ada).await;
    assert_eq!((rosa.dms().len(), olga.dms().len()), (1, told + 1), "each has the page once");
    assert!(!olga.dms().pop().unwrap().text().contains("Update"), "it is her first");
    // Back to Rosa, who already has the copy.
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    let desk = town.desk(&ada).await;
    let already = ada.click(&desk, "Copy my boss").await.settled().await;
    assert!(already.text().contains("has had this digest already"), "{}", already.text());
    // The database names neither boss: it has keyed hashes.
    let rows = town.rows().await;
    let copies: Vec<&str> = rows.lines().filter(|row| row.starts_with("copies: ")).collect();
    assert_eq!(copies.len(), 2);
    assert!(copies.iter().all(|row| !row.contains(&rosa.id().to_string()) && !row.contains(&olga.id().to_string())));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edited_words_are_not_cut_where_the_old_ones_were() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, rosa) = (town.kim.clone(), town.ada.clone(), town.rosa.clone());
    let said = kim.say(&town.help, &format!("{} you were never late. You always answered. #CMAD", ada.mention()));
    town.settle().await;
    let question =
        town.help.messages().into_iter().rev().find(|one| one.json().to_string().contains("found:")).unwrap();
    let choices = kim.click(&question, "found:").await.settled().await;
    kim.click(&choices, "with my name").await.settled().await;
    let lee = town.lee.clone();
    town.thank(&lee, &ada, "You explained it to me twice.", &[("consent", "named")]).await;
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    town.advance_to(DIGEST).await;
    let desk = town.desk(&ada).await;
    let page = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    let one = quote(&page, "@Ada you");
    let one = ada.select(&page, "Pick one to move or shorten", &[&one]).await.settled().await;
    let shorter = menu_values(&one).into_iter().find(|value| value != "whole").unwrap();
    let one = ada.select(&one, "End it earlier, with “…”", &[&shorter]).await.settled().await;
    assert!(one.text().contains("It is passed on as"), "{}", one.text());
    kim.edit(&said, &format!("{} you were late never, not once, and you always answered. #CMAD", ada.mention()));
    town.settle().await;
    send(&mut town, &ada).await;
    let copy = rosa.dms().pop().unwrap();
    assert!(copy.text().contains("never, not once, and you always answered"), "{}", copy.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clicks_at_once_send_one_copy() {
    let mut town = morning_after().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let desk = town.desk(&ada).await;
    let (one, two) = tokio::join!(ada.click(&desk, "desk-copy:"), ada.click(&desk, "desk-copy:"));
    let (one, two) = (one.settled().await, two.settled().await);
    let (one, two) = tokio::join!(ada.click(&one, "Yes, send it"), ada.click(&two, "Yes, send it"));
    let texts = [one.settled().await.text(), two.settled().await.text()];
    town.settle().await;
    assert_eq!(rosa.dms().len(), 1, "{texts:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_quote_can_be_reached_and_the_desk_outlives_a_restart() {
    let mut town = Town::set_up(OPEN).await;
    let ada = town.ada.clone();
    for number in 0..31 {
        // Within a day the order tells nothing.
        if number == 25 {
            town.advance_to("2027-01-13 12:00 Europe/Berlin").await;
        }
        let giver = town.server.member(&format!("Giver {number}"));
        town.thank(&giver, &ada, &format!("Reason {number} of many"), &[("consent", "named")]).await;
    }
    town.advance_to(DIGEST).await;
    let desk = town.desk(&ada).await;
    let first = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    assert!(first.text().contains("1 to 25 of 31"), "{}", first.text());
    let early = quote(&first, "Reason 3 of");
    let first = ada.select(&first, "Pin up to three quotes to the top", &[&early]).await.settled().await;
    town.stage.kill().await;
    town.stage.start().await.unwrap();
    let second = ada.click(&first, "Later ▶").await.settled().await;
    assert!(second.text().contains("26 to 31 of 31"), "{}", second.text());
    let late = quote(&second, "Reason 30");
    let second = ada.select(&second, "Pin up to three quotes to the top", &[&late]).await.settled().await;
    assert!(in_order(&second.text(), &["1\\. Reason 3 of", "2\\. Reason 30"]), "{}", second.text());
    // Three more do not fit, and no earlier choice is lost.
    let more: Vec<String> = (26..29).map(|n| quote(&second, &format!("Reason {n}"))).collect();
    let more: Vec<&str> = more.iter().map(String::as_str).collect();
    let full = ada.select(&second, "Pin up to three quotes to the top", &more).await.settled().await;
    assert!(full.text().contains("3 are at the top already") && full.text().contains("Reason 30"), "{}", full.text());
    let desk = ada.click(&full, "Back to my desk").await.settled().await;
    assert!(in_order(&desk.text(), &["Reason 3 of many", "Reason 30 of many"]), "{}", desk.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_colleagues_suggestion_waits_on_the_desk() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, rosa) = (town.kim.clone(), town.ada.clone(), town.rosa.clone());
    let colleague = [("relation", "colleague"), ("consent", "named")];
    town.thank(&kim, &ada, "She reads every ticket.", &colleague).await;
    // Days later Kim finds their thank-you under `/cmad mine`.
    town.advance_to("2027-01-20 12:00 Europe/Berlin").await;
    let mine = kim.slash(&town.help, "cmad mine", &[]).await.settled().await;
    let receipt = kim.select(&mine, "mine", &[&menu_values(&mine)[0]]).await.settled().await;
    let text = kim.click(&receipt, "Copy their boss").await.settled().await;
    kim.click(&text, "Suggest it to them").await.settled().await;
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    town.advance_to(DIGEST).await;
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("Kim") && desk.text().contains("showing this to your boss"), "{}", desk.text());
    let page = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    assert!(page.shown_json().to_string().contains("💡 · Kim"), "it is marked where quotes are chosen");
    assert!(rosa.dms().is_empty(), "a suggestion sends nothing");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_chooses_which_files_go_with_a_copy() {
    let mut town = morning_after().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let desk = town.desk(&ada).await;
    let given = ada.click(&desk, "desk-files:").await.settled().await;
    let names: Vec<String> = given.message().unwrap().files().iter().map(|file| file.name.clone()).collect();
    let own = ["cmad-2027.pdf", "cmad-2027.png", "cmad-2027.html", "cmad-2027.txt"];
    let for_boss = ["pdf", "html", "txt", "ics"].map(|ending| format!("for-your-boss-cmad-2027.{ending}"));
    assert_eq!(
        names,
        own.into_iter().chain(for_boss.iter().map(String::as_str)).collect::<Vec<_>>(),
        "her own as they came with the digest, and what would go"
    );
    let came = ada.dms().into_iter().find(|dm| dm.files().len() == own.len()).expect("the digest");
    assert_eq!(came.files().iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), own);
    let own = ada.select(&given, "My own digest, in another form", &["text"]).await.settled().await;
    assert!(files(&own.message().unwrap()).contains("harassment"));
    let chosen = ada.select(&given, "Which files go with a copy", &["text"]).await.settled().await;
    assert!(chosen.text().contains("Sent with a copy: plain text"), "{}", chosen.text());
    send(&mut town, &ada).await;
    let copy = rosa.dms().pop().unwrap();
    let names: Vec<String> = copy.files().iter().map(|file| file.name.clone()).collect();
    assert_eq!(names, ["cmad-2027.txt"]);
    town.ends_well().await;
}

/// Writes and posts Ada's answer to everyone who thanked her.
async fn answer(town: &mut Town, words: &str) -> Interaction {
    let ada = town.ada.clone();
    let digest = ada.dms().into_iter().rev().find(|dm| dm.json().to_string().contains(":answer~")).unwrap();
    let about = ada.click(&digest, "Reply to everyone").await.settled().await;
    assert!(about.is_ephemeral() && about.text().contains("3 people"), "{}", about.text());
    let form = ada.click(&about, "Write it").await;
    let draft = form.submit(&[("answer", words.into())]).await.settled().await;
    assert!(draft.text().contains("No one has seen this yet"), "{}", draft.text());
    let posted = ada.click(&draft, "Post it").await.settled().await;
    town.settle().await;
    posted
}

/// The posts with a manager's answer.
fn answers(town: &Town) -> Vec<MessageHandle> {
    town.posts().into_iter().filter(|post| post.text().contains("replies to everyone")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_to_all_givers_is_one_post_and_a_reaction_under_public_messages() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone());
    let found = kim.say(&town.help, &format!("{} you stayed until it worked #CMAD", ada.mention()));
    town.settle().await;
    town.thank(&mia, &ada, "In public.", &[("consent", "public")]).await;
    town.thank(&lee, &ada, "For you alone.", &[("consent", "private")]).await;
    let too_early = town.desk(&ada).await;
    assert!(!too_early.text().contains("For you alone"), "{}", too_early.text());
    town.advance_to(DIGEST).await;
    let told = [kim.dms().len(), lee.dms().len(), mia.dms().len()];
    let words = "Thank you, @everyone. I read **every** word.\n<@1> [x](https://evil.example)";
    answer(&mut town, words).await;

    let posts = answers(&town);
    assert_eq!(posts.len(), 1);
    let post = &posts[0];
    let recap = town.posts().into_iter().find(|post| post.json().to_string().contains("desk:")).unwrap();
    assert_eq!(post.json()["message_reference"]["message_id"], recap.id().to_string(), "it stands under the recap");
    assert!(post.pinged().is_empty() && post.json()["flags"].as_u64().unwrap() & (1 << 12) != 0, "and is silent");
    assert!(post.text().contains("\\@everyone") && !post.text().contains("[x]("), "{}", post.text());
    let bot = town.sim().bot_id();
    let letter = ("💌".to_owned(), vec![bot]);
    assert!(found.reactions().contains(&letter), "{:?}", found.reactions());
    let public = town.posts().into_iter().find(|post| post.text().contains("In public")).unwrap();
    assert!(public.reactions().contains(&letter), "{:?}", public.reactions());
    assert_eq!([kim.dms().len(), lee.dms().len(), mia.dms().len()], told, "no one gets a private message");

    // She takes it back: the post and the reactions are removed, and she can write another one.
    let desk = town.desk(&ada).await;
    let page = ada.click(&desk, "Reply to everyone").await.settled().await;
    assert!(page.text().contains("It’s posted here"), "{}", page.text());
    let stale = page.clone();
    ada.click(&page, "Take it back").await.settled().await;
    town.settle().await;
    assert!(answers(&town).is_empty());
    assert!(!found.reactions().contains(&letter) && !public.reactions().contains(&letter));
    assert!(!stale.text().is_empty());
    answer(&mut town, "Once more, and shorter: thank you.").await;
    assert_eq!(answers(&town).len(), 1);
    assert!(found.reactions().contains(&letter));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_posted_once_whatever_happens() {
    for fault in [FaultKind::Hang, FaultKind::DoneThenHang, FaultKind::DoneThenStatus(502), FaultKind::Status(500)] {
        let mut town = morning_after().await;
        let ada = town.ada.clone();
        let desk = town.desk(&ada).await;
        let about = ada.click(&desk, "Reply to everyone").await.settled().await;
        let draft = ada.click(&about, "Write it").await.submit(&[("answer", "Thank you all.".into())]).await;
        let draft = draft.settled().await;
        town.sim().fault(Fault::on("POST /channels/*/messages", fault.clone()).times(1));
        ada.click(&draft, "Post it").await.settled().await;
        if matches!(fault, FaultKind::Hang | FaultKind::DoneThenHang) {
            town.dies_sending().await;
            town.stage.start().await.unwrap();
        }
        town.advance_to(LATER).await;
        assert_eq!(answers(&town).len(), 1, "{fault:?}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_can_be_changed_until_it_is_posted_and_needs_no_recap() {
    let mut town = morning_after().await;
    let (ada, olga) = (town.ada.clone(), town.olga.clone());
    let recap = town.posts().into_iter().find(|post| post.json().to_string().contains("desk:")).unwrap();
    olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
    answer(&mut town, "Thnak you.").await;
    assert!(answers(&town).is_empty(), "nothing is posted while the campaign is paused");
    let desk = town.desk(&ada).await;
    let page = ada.click(&desk, "Reply to everyone").await.settled().await;
    assert!(page.text().contains("waiting to be posted"), "{}", page.text());
    ada.click(&page, "Change it").await.submit(&[("answer", "Thank you.".into())]).await.settled().await;
    // The recap is deleted meanwhile.
    recap.delete_as_moderator();
    olga.slash(&town.cmad, "campaign resume", &[]).await.settled().await;
    town.settle().await;
    let posts = answers(&town);
    assert_eq!(posts.len(), 1);
    assert!(posts[0].text().contains("Thank you.") && !posts[0].text().contains("Thnak"), "{}", posts[0].text());
    assert!(posts[0].json()["message_reference"].is_null(), "it stands in the channel by itself");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn admins_can_hide_an_answer_and_erasure_removes_it() {
    let mut town = morning_after().await;
    let (ada, olga, kim) = (town.ada.clone(), town.olga.clone(), town.kim.clone());
    answer(&mut town, "Words that an admin does not like.").await;
    let link = answers(&town)[0].link();
    let hidden = olga.slash(&town.cmad, "campaign hide", &[("message", Opt::Str(link))]).await.settled().await;
    assert!(hidden.text().contains("the reply of **Ada** is removed"), "{}", hidden.text());
    town.settle().await;
    assert!(answers(&town).is_empty());
    let desk = town.desk(&ada).await;
    let page = ada.click(&desk, "Reply to everyone").await.settled().await;
    assert!(page.text().contains("An admin has hidden your reply"), "{}", page.text());

    let list = olga.slash(&town.cmad, "campaign restore", &[]).await.settled().await;
    assert!(list.text().contains("The reply of **Ada**") && !list.text().contains("does not like"), "{}", list.text());
    olga.click(&list, "Restore it").await.settled().await;
    town.settle().await;
    assert_eq!(answers(&town).len(), 1);

    // Only her own privacy page and export have it.
    let privacy = ada.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    assert!(privacy.text().contains("Your reply to those who thanked you"), "{}", privacy.text());
    let export = ada.click(&privacy, "Export").await.settled().await;
    assert!(files(&export.message().unwrap()).contains("Words that an admin does not like."));
    let others = kim.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    let export = kim.click(&others, "Export").await.settled().await;
    assert!(!files(&export.message().unwrap()).contains("does not like"));
    assert!(!town.rows().await.contains("does not like"), "it is encrypted");

    town.erase(&ada).await;
    assert!(answers(&town).is_empty(), "erasing takes the post away");
    assert!(!town.rows().await.contains("answers: "));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_year_is_shown_beside_the_first_and_the_first_stays_reachable() {
    let mut town = morning_after().await;
    let (kim, lee, ada, olga) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.olga.clone());
    let first = ada.dms().pop().unwrap();
    assert!(!first.text().contains("Year by year"), "there is nothing to compare with: {}", first.text());
    answer(&mut town, "Until next year.").await;
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    // The plan is changed after the close: the past campaign keeps its own plan.
    let moved = [("step", "announce".into()), ("days", Opt::Int(-21))];
    olga.slash(&town.cmad, "campaign steps", &moved).await.settled().await;
    let zone = [("channel", Opt::Channel(town.cmad.id())), ("timezone", Opt::Str("Pacific/Auckland".into()))];
    olga.slash(&town.cmad, "campaign setup", &zone).await.settled().await;
    let old = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
    assert!(old.text().contains("answered me at midnight"), "the words are there until they are purged");
    let app = town.stage.bot().app().clone();
    let server = app.server(domain::ids::GuildId(town.server.id())).await.unwrap().unwrap();
    let then = app.campaign_in(&server, 2027).await.unwrap().unwrap();
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&chrono_tz::Europe::Berlin).to_string();
    assert_eq!(local(then.window().0), "2027-01-11 10:00:00 CET", "it is shown by the plan by which it ran");

    town.advance_to("2028-01-12 12:00 Pacific/Auckland").await;
    let purged = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await;
    assert!(purged.text().contains('3') && !purged.text().contains("midnight"), "numbers stay: {}", purged.text());
    assert!(!town.rows().await.contains("copied_quotes: "));
    town.thank(&kim, &ada, "Another year of midnights.", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "And again.", &[("consent", "named")]).await;
    town.thank(&town.rosa.clone(), &ada, "My first time.", &[("consent", "named")]).await;
    town.thank(&town.ben.clone(), &ada, "A fourth voice.", &[("consent", "named")]).await;
    town.advance_to("2028-01-25 09:00 Pacific/Auckland").await;
    let second = ada.dms().pop().unwrap();
    for shown in [second.text(), files(&second)] {
        assert!(shown.contains("Year by year") && shown.contains("2028: 4 people"), "{shown}");
        assert!(shown.contains("2027: 3 people"), "{shown}");
    }
    // The desk's menu switches between the years.
    let desk = town.desk(&ada).await;
    let back = ada.select(&desk, "Look at another year", &["2027"]).await.settled().await;
    assert!(back.text().contains("#CMAD 2027 digest"), "{}", back.text());
    let forth = ada.select(&back, "Look at another year", &["2028"]).await.settled().await;
    assert!(forth.text().contains("Another year of midnights"), "{}", forth.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_of_the_setup_can_be_cleared() {
    let mut town = Town::at("2027-01-05 12:00 Europe/Berlin").await;
    let (olga, kim) = (town.olga.clone(), town.kim.clone());
    let role = town.server.role("Community", 0);
    let admins = town.closed_channel("admins", &[]);
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("theme", Opt::Str("For everyone who answered".into())),
        ("manager_role", Opt::Role(role.id())),
        ("admin_channel", Opt::Channel(admins.id())),
    ];
    let done = olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    let done = olga.click(&done, "Remove the theme").await.settled().await;
    assert!(done.text().contains("The theme won’t appear"), "{}", done.text());
    assert!(!done.shown_json().to_string().contains("forget:theme"), "what is gone is not offered");
    let preview = olga.slash(&town.cmad, "campaign preview", &[("step", "announce".into())]).await.settled().await;
    assert!(!preview.text().contains("For everyone who answered"), "{}", preview.text());
    // A second setup keeps what it leaves out; buttons under the status clear it.
    let again = [("channel", Opt::Channel(town.cmad.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    olga.slash(&town.cmad, "campaign setup", &again).await.settled().await;
    let status = olga.slash(&town.cmad, "campaign status", &[]).await.settled().await;
    let status = olga.click(&status, "Stop using the role").await.settled().await;
    let status = olga.click(&status, "No admin channel").await.settled().await;
    assert!(status.text().contains(&olga.mention()), "reports go to her again: {}", status.text());
    assert!(!status.shown_json().to_string().contains("forget:"), "{}", status.text());
    let app = town.stage.bot().app().clone();
    let server = app.server(domain::ids::GuildId(town.server.id())).await.unwrap().unwrap();
    assert_eq!((server.theme, server.manager_role, server.admin_channel), (None, None, None));
    // A cleared role makes no one a manager.
    let mia = town.mia.clone();
    mia.give_role(&role);
    let refused = town.thank(&kim, &mia, "For Mia.", &[]).await;
    assert!(refused.text().contains("roster"), "{}", refused.text());
    town.ends_well().await;
}
