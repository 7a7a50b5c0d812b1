//! Every way to thank, and changing one's mind.

use discord_sim::{FieldValue, Member, Opt, ReplyPing, ResponseKind};
use serde_json::{Value, json};

use domain::ids::{GuildId, MessageId, UserId};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

fn fields<'a>(manager: &Member, words: &'a str) -> [(&'a str, FieldValue); 2] {
    [("manager", FieldValue::Ids(vec![manager.id()])), ("words", FieldValue::Text(words.into()))]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_opens_from_command_menu_and_button() {
    let mut town = Town::set_up(OPEN).await;
    town.settle().await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let announce = town.posts().pop().expect("set up in mid-plan, it is announced at once");
    let by_command = kim.slash(&help, "thank", &[("manager", Opt::User(ada.id()))]).await.settled().await;
    let by_member = kim.user_command(&help, "Thank for #CMAD", &ada).await;
    let by_button = kim.click(&announce, "Say thank you").await.settled().await;
    for (number, form) in [by_command, by_member, by_button].into_iter().enumerate() {
        assert_eq!(form.kind(), ResponseKind::Modal, "{}", form.json());
        let words = format!("Thank you, number {number}.");
        let receipt = form.submit(&fields(&ada, &words)).await.settled().await;
        assert!(receipt.text().contains("Ada"), "{}", receipt.text());
        town.settle().await;
        assert!(town.posts().pop().unwrap().text().contains(&words));
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_shows_every_choice_of_consent_and_reads_what_an_older_client_sends() {
    let mut town = Town::set_up(OPEN).await;
    town.settle().await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let announce = town.posts().pop().expect("set up in mid-plan, it is announced at once");
    let form = kim.click(&announce, "Say thank you").await.settled().await;
    let parts = form.json()["components"].clone();
    assert_eq!(parts.as_array().map(Vec::len), Some(5), "{parts}");
    let kinds: Vec<u64> = (0..5).filter_map(|part| parts[part]["component"]["type"].as_u64()).collect();
    assert_eq!(kinds, [5, 4, 3, 3, 21], "relation and what for are menus, so that the form fits a phone");
    let options = parts[4]["component"]["options"].as_array().expect("a radio group has options");
    let values: Vec<&str> = options.iter().filter_map(|option| option["value"].as_str()).collect();
    assert_eq!(values, ["public", "named", "unnamed", "private"]);
    assert!(options.iter().all(|option| option["description"].as_str().is_some_and(|means| !means.is_empty())));
    assert_eq!(options.iter().filter(|option| option["default"] == true).count(), 1, "{options:?}");

    let id = ada.id().to_string();
    let sent = |consent: Value| {
        json!({
            "custom_id": form.json()["custom_id"], "resolved": {"users": {&id: {"id": id, "username": "ada"}}},
            "components": [
                {"type": 18, "id": 1, "component": {"type": 5, "id": 2, "custom_id": "manager", "values": [id]}},
                {"type": 18, "id": 3, "component": {"type": 4, "id": 4, "custom_id": "words", "value": consent.to_string()}},
                consent,
            ],
        })
    };
    let menu = json!({"type": 3, "id": 6, "custom_id": "consent", "values": ["private"]});
    let radio = json!({"type": 21, "id": 6, "custom_id": "consent", "value": "private"});
    for consent in [
        json!({"type": 18, "id": 5, "component": menu}),
        json!({"type": 1, "id": 5, "components": [menu]}),
        json!({"type": 18, "id": 5, "component": radio}),
    ] {
        let receipt = kim.send_unasked(&announce, 5, sent(consent.clone())).await.settled().await;
        assert!(receipt.text().contains("It’s **private**"), "{consent}: {}", receipt.text());
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_says_why_and_keeps_the_words() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, lee, help) = (town.kim.clone(), town.ada.clone(), town.lee.clone(), town.help.clone());
    let words = "Danke für *alles*, <@everyone>\n- und noch mehr";
    let check = async |whom: &Member, says: &str| {
        let form = kim.user_command(&help, "Thank for #CMAD", whom).await;
        let refusal = form.submit(&fields(whom, words)).await.settled().await;
        assert!(refusal.text().contains(says), "{}", refusal.text());
        let again = kim.click(&refusal, "Try again").await;
        assert_eq!(again.kind(), ResponseKind::Modal);
        assert!(again.json().to_string().contains("und noch mehr"), "{}", again.json());
        let receipt = again.submit(&[("manager", FieldValue::Ids(vec![ada.id()]))]).await.settled().await;
        assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    };
    check(&lee, "roster").await;
    check(&kim, "That’s you").await;
    town.settle().await;
    assert!(town.posts().iter().all(|post| post.pinged().is_empty()));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_with_the_hashtag_count_and_their_author_is_asked_once() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, ben, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    let bot = town.sim().bot_id();
    let heard = [
        kim.say(&help, &format!("{} you saved my weekend #CMAD", ada.mention())),
        kim.say(&help, &format!("＃ｃｍａｄ２７ {} and {}!", ada.mention(), ben.mention())),
        kim.say(&help, &format!("<@{bot}> thanks {} for the docs", ben.mention())),
    ];
    let question = ada.say(&help, "How do I update the docs?");
    let by_reply = kim.reply(&question, "great answer, #cmad2027", ReplyPing::Off);
    let unheard = [
        kim.say(&help, &format!("{} #CMADness", ada.mention())),
        kim.say(&help, &format!("`#CMAD` {}", ada.mention())),
        kim.say(&help, &format!("https://example.com/#cmad {}", ada.mention())),
        kim.say(&help, &format!("> #CMAD {}\nwhat is that?", ada.mention())),
    ];
    town.settle().await;
    for message in heard.iter().chain([&by_reply]) {
        message.until_reaction("💚").await;
    }
    for message in &unheard {
        assert!(message.reactions().is_empty(), "{}", message.text());
    }
    let questions: Vec<_> =
        help.messages().into_iter().filter(|message| message.author() == bot && message.exists()).collect();
    assert_eq!(questions.len(), 1, "one question a person and campaign");
    assert!(questions[0].pinged().is_empty());
    let other = lee.click(&questions[0], "found").await.settled().await;
    assert!(other.is_ephemeral() && other.buttons().is_empty(), "only the author gets an answer to choose from");
    let mine = kim.click(&questions[0], "found").await.settled().await;
    assert!(mine.is_ephemeral());
    let answered = kim.click(&mine, "with my name").await.settled().await;
    assert!(answered.text().contains('5'), "two managers in one message are two thanks: {}", answered.text());
    town.settle().await;
    assert!(!questions[0].exists(), "the question goes away when it was answered");
    // Later messages follow the answer, and no one is asked again.
    kim.say(&help, &format!("{} again #CMAD", ada.mention()));
    town.settle().await;
    let left = help.messages().into_iter().filter(|message| message.author() == bot && message.exists()).count();
    assert_eq!(left, 0);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_recipient_the_author_is_asked() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let said = kim.say(&help, "thank you all so much #CMAD");
    town.settle().await;
    assert!(said.reactions().is_empty(), "never guessed");
    let question = help.messages().pop().unwrap();
    let other = lee.click(&question, "whom").await.settled().await;
    assert!(menu_values(&other).is_empty() && other.is_ephemeral());
    let picker = kim.click(&question, "whom").await.settled().await;
    let picked = kim.select(&picker, "whom-picked", &[&ada.id().to_string()]).await.settled().await;
    assert!(picked.text().contains("Ada"), "{}", picked.text());
    town.settle().await;
    said.until_reaction("💚").await;
    assert!(!question.exists(), "answered questions go away");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edits_and_deletions_count_until_the_close() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, help) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    let edited = kim.say(&help, &format!("{} first words #CMAD", ada.mention()));
    let deleted = kim.say(&help, &format!("{} gone words #CMAD", ada.mention()));
    let moved = kim.say(&help, &format!("{} moved words #CMAD", ada.mention()));
    town.settle().await;
    kim.edit(&edited, &format!("{} second words #CMAD", ada.mention()));
    kim.edit(&moved, &format!("{} moved words #CMAD", ben.mention()));
    kim.delete(&deleted);
    town.settle().await;
    let why = kim.slash(&help, "cmad why", &[("message", edited.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("counts"), "{}", why.text());
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let (to_ada, to_ben) = (ada.dms().pop().unwrap().text(), ben.dms().pop().unwrap().text());
    assert!(to_ada.contains("second words") && !to_ada.contains("first words"), "{to_ada}");
    assert!(!to_ada.contains("gone words") && !to_ada.contains("moved words"), "{to_ada}");
    assert!(to_ben.contains("moved words"), "{to_ben}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_changes_consent_or_undoes_in_one_tap() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let before = town.posts().len();
    let receipt = town.thank(&kim, &ada, "Public at first.", &[]).await;
    assert_eq!(town.posts().len(), before + 1);
    let named = kim.click(&receipt, "with my name").await.settled().await;
    town.settle().await;
    assert!(named.text().contains("Kim"), "{}", named.text());
    assert_eq!(town.posts().len(), before, "what is not public is not posted");
    let public = kim.click(&named, "public").await.settled().await;
    town.settle().await;
    assert_eq!(town.posts().len(), before + 1, "and is again when it is public again");
    let undone = kim.click(&public, "Undo").await.settled().await;
    town.settle().await;
    assert_eq!(town.posts().len(), before);
    kim.click(&undone, "take-back").await.settled().await;
    town.settle().await;
    assert_eq!(town.posts().len(), before + 1);
    // The next form offers the last choice.
    let quiet = town.thank(&kim, &ada, "Quietly.", &[("consent", "private")]).await;
    assert!(quiet.text().contains("private"), "{}", quiet.text());
    let form = kim.user_command(&town.help, "Thank for #CMAD", &ada).await;
    let receipt = form.submit(&fields(&ada, "By the form.")).await.settled().await;
    assert!(receipt.text().contains("private"), "{}", receipt.text());
    let next = town.thank(&kim, &ada, "As before.", &[]).await;
    assert!(next.text().contains("private"), "{}", next.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_giver_can_thank_ten_times_an_hour() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    for number in 0..10 {
        let receipt = town.thank(&kim, &ada, &format!("Number {number}"), &[("consent", "named")]).await;
        assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    }
    let refusal = town.thank(&kim, &ada, "Number 11", &[("consent", "named")]).await;
    assert!(refusal.text().contains("10 thank-yous in the past hour"), "{}", refusal.text());
    town.advance_to("2027-01-12 13:01 Europe/Berlin").await;
    let receipt = town.thank(&kim, &ada, "Number 11", &[]).await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_at_the_same_moment_are_ten_an_hour() {
    let town = Town::set_up(OPEN).await;
    let (kim, ada, lee, help) = (town.kim.clone(), town.ada.clone(), town.lee.clone(), town.help.clone());
    let thank = async |number: usize| {
        let words = format!("Number {number}");
        let options =
            [("manager", Opt::User(ada.id())), ("message", Opt::Str(words)), ("consent", Opt::Str("private".into()))];
        kim.slash(&help, "thank", &options).await.settled().await.text()
    };
    let receipts = futures_util::future::join_all((0..60).map(thank)).await;
    let refused = receipts.iter().filter(|receipt| receipt.contains("10 thank-yous in the past hour")).count();
    assert_eq!(refused, 50, "{receipts:?}");

    // The same limit holds for how often one member has others asked whether their messages may be saved.
    let messages: Vec<_> = (0..30).map(|number| lee.say(&help, &format!("Ada helped me, {number}"))).collect();
    let ask = async |message: &discord_sim::MessageHandle| {
        kim.message_command("Save as #CMAD thanks", message).await.settled().await.text()
    };
    let answers = futures_util::future::join_all(messages.iter().map(ask)).await;
    let refused = answers.iter().filter(|answer| answer.contains("in the past hour")).count();
    assert_eq!(refused, 20, "{answers:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_the_digest_the_desk_shows_words_only_on_request() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben) = (town.kim.clone(), town.ada.clone(), town.ben.clone());
    town.thank(&kim, &ada, "The secret words.", &[("consent", "named")]).await;
    let desk = town.desk(&ada).await;
    assert!(desk.is_ephemeral() && !desk.text().contains("secret words"), "{}", desk.text());
    let shown = ada.click(&desk, "Show me now").await.settled().await;
    assert!(shown.text().contains("secret words"), "{}", shown.text());
    let others = town.desk(&ben).await;
    assert!(!others.text().contains("secret words"));
    let none = town.desk(&kim).await;
    assert!(none.text().contains("not on this server’s roster"), "{}", none.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn out_of_season_no_messages_are_received() {
    let mut town = Town::set_up("2026-12-01 12:00 Europe/Berlin").await;
    let intents = town.sim().gateway_state().intents;
    assert_eq!(intents, discord_sim::intent::GUILDS, "out of season the bot receives no messages at all");
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let receipt = town.thank(&kim, &ada, "Early.", &[("consent", "named")]).await;
    assert!(receipt.text().contains("2027"), "{}", receipt.text());
    town.advance_to("2027-01-12 12:00 Europe/Berlin").await;
    assert_ne!(town.sim().gateway_state().intents & discord_sim::intent::GUILD_MESSAGES, 0);
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert_eq!(town.sim().gateway_state().intents, discord_sim::intent::GUILDS);
    town.ends_well().await;
}

/// An id in the text that Discord did not resolve: of no one whom it knows, or of someone who left.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_id_that_discord_does_not_know_is_asked_about() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let said = kim.say(&help, "#CMAD <@123456789012345678>");
    town.settle().await;
    let question = help.messages().pop().unwrap();
    let picker = kim.click(&question, "whom").await.settled().await;
    kim.select(&picker, "whom-picked", &[&ada.id().to_string()]).await.settled().await;
    town.settle().await;
    said.until_reaction("💚").await;
    // Beside someone whom it knows, the other is not passed over in silence.
    let both = kim.say(&help, &format!("#CMAD {} and <@123456789012345678>", ada.mention()));
    town.settle().await;
    both.until_reaction("💚").await;
    let (_, judgement) =
        town.stage.bot().store().judgement(GuildId(town.server.id()), MessageId(both.id())).await.unwrap().unwrap();
    assert!(judgement.unwrap().names(UserId(123_456_789_012_345_678)), "/cmad why says it");
    town.ends_well().await;
}
