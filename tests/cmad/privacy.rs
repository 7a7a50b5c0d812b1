//! `/cmad privacy`: show, export and erase; and the removal of words after their time.

use cmad::config::{Config, Env};
use discord_sim::{Interaction, Member};
use domain::ids::{GuildId, MessageId, UserId};
use domain::send::SendState;
use serde_json::Value;

use crate::town::{PERMISSIONS, Town};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

async fn privacy(town: &Town, who: &Member) -> Interaction {
    let answer = who.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    assert!(answer.is_ephemeral());
    answer
}

/// The export's JSON and page.
async fn export(town: &Town, who: &Member) -> (Value, String) {
    let answer = privacy(town, who).await;
    let files = who.click(&answer, "Export").await.settled().await;
    assert!(files.is_ephemeral());
    let files = files.message().unwrap().files();
    let text = |name: &str| {
        let file = files.iter().find(|file| file.name.ends_with(name)).unwrap();
        String::from_utf8(file.bytes.to_vec()).unwrap()
    };
    (serde_json::from_str(&text("json")).unwrap(), text("html"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_holds_only_what_is_about_its_owner() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada) = (town.kim.clone(), town.lee.clone(), town.ada.clone());
    let nothing = privacy(&town, &kim).await;
    assert!(nothing.text().contains("Nothing is stored"), "{}", nothing.text());
    assert_eq!(nothing.buttons().len(), 1, "only that messages can be ignored");

    town.thank(&kim, &ada, "<script>Kim's own</script>", &[("consent", "named"), ("relation", "customer")]).await;
    kim.say(&town.help, &format!("{} Kim's found #CMAD", ada.mention()));
    town.thank(&lee, &ada, "Lee's own", &[]).await;
    town.settle().await;
    let list = privacy(&town, &kim).await;
    assert!(list.text().contains("Northwind") && list.text().contains("2 thank-yous of yours"), "{}", list.text());
    let (json, page) = export(&town, &kim).await;
    assert_eq!((&json["format"], &json["version"]), (&"cmad-about-me".into(), &1.into()));
    assert_eq!(json["member"], kim.id().to_string());
    let server = &json["servers"][0];
    assert_eq!(json["servers"].as_array().unwrap().len(), 1);
    let words: Vec<&str> =
        server["thanks_given"].as_array().unwrap().iter().map(|one| one["words"].as_str().unwrap()).collect();
    assert!(words.contains(&"<script>Kim's own</script>") && words.len() == 2, "{words:?}");
    assert_eq!(server["remembered_consent"], "named");
    assert_eq!(server["judged_messages"].as_array().unwrap().len(), 1);
    assert!(server["roster"].is_null());
    assert!(!json.to_string().contains("Lee") && !page.contains("Lee"));
    assert!(page.contains("&lt;script&gt;Kim's own") && !page.contains("<script"), "{page}");

    // A manager's export counts what others wrote; the words are in their digest only.
    let (json, page) = export(&town, &ada).await;
    let server = &json["servers"][0];
    assert_eq!(server["thanks_received"][0]["count"], 3);
    assert_eq!(server["roster"]["place"], "accepted");
    assert!(!json.to_string().contains("own") && !page.contains("own"));
    // The private conversation with the bot shows the same.
    let in_private = kim.slash(&kim.dm(), "cmad privacy", &[]).await.settled().await;
    assert!(in_private.text().contains("2 thank-yous of yours"), "{}", in_private.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erasure_reaches_everything_that_has_not_been_sent() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, ben, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    town.thank(&kim, &ada, "Kim in public", &[("consent", "public")]).await;
    town.thank(&kim, &ben, "Kim in private", &[("consent", "private")]).await;
    town.thank(&lee, &ada, "Lee in public", &[("consent", "public")]).await;
    let found = kim.say(&help, &format!("{} Kim's found #CMAD", ada.mention()));
    let unclear = kim.say(&help, "thank you all #CMAD");
    town.settle().await;
    let bot = town.sim().bot_id();
    let questions = || help.messages().into_iter().filter(|one| one.author() == bot && one.exists()).count();
    assert_eq!(questions(), 1, "one at a time");
    assert!(town.posts().iter().any(|post| post.text().contains("Kim in public")));
    assert!(town.rows().await.contains(&kim.id().to_string()));

    // Opening the confirmation, and cancelling it, changes nothing.
    let answer = privacy(&town, &kim).await;
    let sure = kim.click(&answer, "Erase").await.settled().await;
    let kept = kim.click(&sure, "Keep it").await.settled().await;
    assert!(kept.text().contains("Nothing was erased"), "{}", kept.text());
    assert_eq!(export(&town, &kim).await.0["servers"][0]["thanks_given"].as_array().unwrap().len(), 3);

    let receipt = town.erase(&kim).await;
    assert!(receipt.contains("your name of 3 thank-yous"), "{receipt}");
    assert!(receipt.contains("2 posts and questions"), "{receipt}");
    assert!(!receipt.contains("had reached"), "{receipt}");
    assert_eq!(questions(), 0);
    assert!(town.posts().iter().all(|post| !post.text().contains("Kim")), "the bot's post of Kim's words is gone");
    assert!(town.posts().iter().any(|post| post.text().contains("Lee in public")));
    let rows = town.rows().await;
    for trace in [kim.id(), found.id(), unclear.id()] {
        assert!(!rows.contains(&trace.to_string()), "{trace} in {rows}");
    }
    assert!(export_is_empty(&town, &kim).await);

    // The same message is not collected again, even after an edit.
    kim.edit(&found, &format!("{} Kim's edited #CMAD", ada.mention()));
    town.settle().await;
    assert!(town.stage.bot().app().held_about(UserId(kim.id())).await.unwrap().is_empty());
    let rows = town.rows().await;
    let twice = town.stage.bot().app().erase(UserId(kim.id()), MessageId(found.id())).await.unwrap();
    assert!(twice.is_nothing(), "{twice:?}");
    assert_eq!(town.rows().await, rows, "doing it twice changes nothing");

    // After a restart the later digest has what others said.
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap();
    let files: String = digest.files().iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(digest.text().contains("Lee in public") && files.contains("Lee in public"), "{}", digest.text());
    assert!(!digest.text().contains("Kim") && !files.contains("Kim"), "{}", digest.text());
    assert!(digest.text().contains("2 people"), "what was counted stays a number: {}", digest.text());
    town.ends_well().await;
}

async fn export_is_empty(town: &Town, who: &Member) -> bool {
    privacy(town, who).await.text().contains("Nothing is stored")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_receipt_of_an_erasure_names_what_cannot_be_called_back() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, rosa) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.rosa.clone());
    ada.slash(&town.help, "cmad boss set", &[("member", discord_sim::Opt::User(rosa.id()))]).await.settled().await;
    town.thank(&kim, &ada, "Kim's words", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "Lee's words", &[("consent", "named")]).await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap();
    let preview = ada.click(&digest, "Copy my boss").await.settled().await;
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.settle().await;
    let copy = rosa.dms().pop().unwrap();
    rosa.click(&copy, "Stop sending me these").await.settled().await;

    let receipt = town.erase(&kim).await;
    assert!(receipt.contains("One digest with your words had reached its community manager"), "{receipt}");
    assert!(receipt.contains("One copy had reached a boss already"), "{receipt}");
    // The update at the close does not have the words.
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert!(!ada.dms().pop().unwrap().text().contains("Kim"), "{}", ada.dms().pop().unwrap().text());

    // Rosa erases herself, too; her "no more of these" lasts as a keyed hash.
    assert!(privacy(&town, &rosa).await.text().contains("keyed hash"));
    let receipt = town.erase(&rosa).await;
    assert!(receipt.contains("a community manager named you as their boss"), "{receipt}");
    assert!(!town.rows().await.contains(&rosa.id().to_string()));
    ada.slash(&town.help, "cmad boss set", &[("member", discord_sim::Opt::User(rosa.id()))]).await.settled().await;
    let boss = town.stage.bot().app().boss(GuildId(town.server.id()), UserId(ada.id())).await.unwrap().unwrap();
    assert!(boss.no_more, "it lasts");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erasure_of_a_manager_removes_their_profile_and_digest() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, olga) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.olga.clone());
    ada.slash(&town.help, "cmad profile", &[("title", "Keeper of Gates".into())]).await.settled().await;
    town.thank(&kim, &ada, "For Ada", &[("consent", "public")]).await;
    town.thank(&ada, &ben, "From Ada", &[("consent", "named")]).await;
    let receipt = town.erase(&ada).await;
    assert!(receipt.contains("One thank-you that someone wrote to you"), "{receipt}");
    assert!(receipt.contains("Your profile, your boss and your digests in one server"), "{receipt}");
    assert!(receipt.contains("you opted out"), "{receipt}");
    assert!(town.posts().iter().all(|post| !post.text().contains("For Ada")));
    let rows = town.rows().await;
    let naming: Vec<&str> = rows.lines().filter(|row| row.contains(&ada.id().to_string())).collect();
    assert_eq!(naming.len(), 1, "their id stands in their place alone: {naming:?}");
    assert!(naming[0].starts_with("managers: ") && naming[0].contains("declined"), "{naming:?}");
    assert!(privacy(&town, &ada).await.text().contains("you opted out"));

    let refused = town.thank(&kim, &ada, "Still for Ada", &[]).await;
    assert!(refused.text().contains("opted out of #CMAD"), "{}", refused.text());
    olga.slash(&town.cmad, "roster add", &[("member", discord_sim::Opt::User(ada.id()))]).await.settled().await;
    let before = ada.dms().len();
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert_eq!(ada.dms().len(), before, "no breathe, no digest, no question");
    let digest = ben.dms().pop().unwrap().text();
    assert!(!digest.contains("Ada"), "{digest}");
    let again = town.erase(&ada).await;
    assert!(again.contains("nothing left to erase") && again.contains("you opted out"), "{again}");
    // The receipt tells the admin who ran setup what stays.
    let receipt = town.erase(&olga).await;
    assert!(receipt.contains("That you set the campaign up"), "{receipt}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_are_removed_ninety_days_after_the_close_and_numbers_stay() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let guild = GuildId(town.server.id());
    town.thank(&kim, &ada, "Kim's public words", &[("consent", "public")]).await;
    let found = kim.say(&help, &format!("{} Kim's found words #CMAD", ada.mention()));
    town.thank(&lee, &ada, "Lee's words", &[("consent", "named")]).await;
    // The time counts from the close, not from when it was said; a pause does not delay it.
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let olga = town.olga.clone();
    olga.slash(&town.cmad, "campaign pause", &[]).await.settled().await;
    town.advance_to_just_before("2027-05-02 23:59 Europe/Berlin").await;
    let (json, _) = export(&town, &kim).await;
    assert_eq!(json["servers"][0]["thanks_given"].as_array().unwrap().len(), 2);
    town.advance_to("2027-05-02 23:59 Europe/Berlin").await;

    let sends = town.stage.bot().store().sends(guild, 2027).await.unwrap();
    let purges: Vec<_> = sends.iter().filter(|send| send.key.kind().name() == "purge").collect();
    assert_eq!(purges.len(), 1);
    assert_eq!((purges[0].state, purges[0].attempts), (SendState::Sent, 1));
    let rows = town.rows().await;
    assert!(!rows.contains(&found.id().to_string()), "{rows}");
    let thanks: Vec<&str> = rows.lines().filter(|row| row.starts_with("thanks: ")).collect();
    assert_eq!(thanks.len(), 3, "the counts are there");
    assert!(
        thanks.iter().all(|row| !row.contains("'1.") && !row.contains("'2.") && !row.contains(&kim.id().to_string())),
        "{thanks:?}"
    );
    let (json, _) = export(&town, &kim).await;
    assert_eq!(json["servers"][0]["thanks_given"].as_array().unwrap().len(), 0);
    assert_eq!(json["servers"][0]["thanks_only_counted"][0]["count"], 2);
    // The archive shows numbers.
    let archive = ada.slash(&help, "cmad digest", &[("year", discord_sim::Opt::Int(2027))]).await.settled().await;
    assert!(archive.text().contains("2 people") && !archive.text().contains("words\""), "{}", archive.text());
    assert!(!archive.text().contains("Kim") && !archive.text().contains("Lee"), "{}", archive.text());

    // It happens once, also across restarts: later words are not removed with it.
    olga.slash(&town.cmad, "campaign resume", &[]).await.settled().await;
    town.stage.kill().await;
    town.stage.start().await.unwrap();
    town.thank(&kim, &ada, "Kim next year", &[("consent", "named")]).await;
    town.thank(&town.mia.clone(), &ada, "Mia next year", &[("consent", "named")]).await;
    let next = town.stage.bot().store().thanks_for(guild, 2028, UserId(ada.id())).await.unwrap();
    let first: Vec<(String, bool)> = next.iter().map(|one| (one.signature.clone(), one.first_time)).collect();
    assert_eq!(first, [("Kim".to_owned(), false), ("Mia".to_owned(), true)], "the keyed hash knows Kim again");
    town.advance_to("2027-06-01 12:00 Europe/Berlin").await;
    assert_eq!(export(&town, &kim).await.0["servers"][0]["thanks_given"].as_array().unwrap().len(), 1);

    // An erasure also reaches rows that are only counted, and the bot's post of them.
    assert!(town.posts().iter().any(|post| post.text().contains("Kim's public words")));
    town.erase(&kim).await;
    assert!(town.posts().iter().all(|post| !post.text().contains("Kim")));
    assert!(export_is_empty(&town, &kim).await);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn data_of_a_server_that_removed_the_bot_is_removed_after_thirty_days() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "Kim's words", &[("consent", "named")]).await;
    town.sim().remove_bot(&town.server);
    town.settle().await;
    town.advance_to("2027-02-10 12:00 Europe/Berlin").await;
    town.sim().invite_bot(&town.server, PERMISSIONS);
    town.settle().await;
    town.advance_to("2027-03-01 12:00 Europe/Berlin").await;
    assert_eq!(export(&town, &kim).await.0["servers"][0]["thanks_given"].as_array().unwrap().len(), 1, "it came back");

    town.sim().remove_bot(&town.server);
    town.settle().await;
    town.advance_to_just_before("2027-03-31 12:00 Europe/Berlin").await;
    let guild = town.server.id().to_string();
    assert!(town.rows().await.contains("thanks: "));
    town.advance_to("2027-03-31 12:00 Europe/Berlin").await;
    let rows = town.rows_without_leases().await;
    let left: Vec<&str> = rows.lines().filter(|row| row.contains(&guild)).collect();
    assert!(left.iter().all(|row| row.starts_with("sends: ") && row.contains("purge-server")), "{left:?}");
    let states: Vec<bool> = left.iter().map(|row| row.contains("'sent'")).collect();
    assert_eq!(states.iter().filter(|sent| **sent).count(), 1, "once, and not for the time it came back: {left:?}");
    assert!(!rows.contains(&kim.id().to_string()) && !rows.contains(&ada.id().to_string()));
    town.advance_to("2027-06-01 12:00 Europe/Berlin").await;
    // The bot notes the time, and nothing else.
    let but_time =
        |rows: &str| rows.lines().filter(|row| !row.contains("clock-was-right")).collect::<Vec<_>>().join("\n");
    assert_eq!(but_time(&town.rows_without_leases().await), but_time(&rows));
    town.ends_well().await;
}

#[test]
fn the_page_for_operators_says_what_is_set() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/privacy.md")).unwrap();
    let config = Config::load(None, &Env::default()).unwrap();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        format!("{} days after their campaign's close", config.retention.words_days),
        format!("{} days after the bot was removed", config.retention.server_days),
        "retention.words_days".to_owned(),
        "retention.server_days".to_owned(),
    ] {
        assert!(page.contains(&says), "docs/privacy.md does not say: {says}");
    }
}
