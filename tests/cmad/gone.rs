//! Gone means gone: what someone said before they were erased, what they deleted, and what they want ignored.

use discord_sim::{Interaction, Member, MessageHandle, Opt};
use domain::ids::{GuildId, UserId};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const SAVE: &str = "Save as #CMAD thanks";

/// The bot's messages that exist now in the help channel.
fn questions(town: &Town) -> Vec<MessageHandle> {
    let bot = town.sim().bot_id();
    town.help.messages().into_iter().filter(|message| message.author() == bot && message.exists()).collect()
}

async fn privacy(town: &Town, who: &Member) -> Interaction {
    who.slash(&town.help, "cmad privacy", &[]).await.settled().await
}

/// No one is asked, and nothing in the database names the person or one of their messages.
async fn nothing_is_left(town: &mut Town, of: &Member, messages: &[&MessageHandle], after: &str) {
    town.settle().await;
    assert_eq!(questions(town).len(), 0, "after {after}");
    let rows = town.rows().await;
    for trace in messages.iter().map(|message| message.id()).chain([of.id()]) {
        let found: Vec<&str> = rows.lines().filter(|row| row.contains(&trace.to_string())).collect();
        assert!(found.is_empty(), "after {after}: {found:?}");
    }
}

/// How many thank-yous of the campaign still have words.
async fn with_words(town: &Town) -> usize {
    let all = town.stage.bot().store().thanks_in(GuildId(town.server.id()), 2027).await.unwrap();
    all.iter().filter(|one| !one.words.is_empty()).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erasure_does_not_lift_the_limit_of_an_hour() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    for round in 0..3 {
        for n in 0..4 {
            let receipt = town.thank(&kim, &ada, &format!("For round {round}, {n}."), &[("consent", "public")]).await;
            let is_over = round * 4 + n >= 10;
            assert_eq!(receipt.text().contains("which is the limit"), is_over, "{round} {n}: {}", receipt.text());
        }
        town.erase(&kim).await;
    }
    town.advance_to("2027-01-12 13:01 Europe/Berlin").await;
    let receipt = town.thank(&kim, &ada, "Once more.", &[("consent", "public")]).await;
    assert!(receipt.text().contains("**Ada** will read"), "{}", receipt.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_said_before_an_erasure_is_not_collected_by_any_way() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    let unclear = kim.say(&help, "thank you all #CMAD");
    town.settle().await;
    let found = kim.say(&help, &format!("{} found my photos #CMAD", ada.mention()));
    let plain = kim.say(&help, &format!("{} is patient", ada.mention()));
    let wanted = kim.say(&help, &format!("{} is kind", ada.mention()));
    lee.message_command(SAVE, &wanted).await.settled().await;
    town.settle().await;
    let whom = questions(&town).remove(0);
    let picker = kim.click(&whom, "Choose who you mean").await.settled().await;
    town.erase(&kim).await;
    let all = [&found, &unclear, &plain, &wanted];
    nothing_is_left(&mut town, &kim, &all, "the erasure").await;

    for message in all {
        olga.pin(message);
        nothing_is_left(&mut town, &kim, &all, "a pin").await;
    }
    for (message, text) in [(&found, "is patient #CMAD"), (&plain, "found all my photos #CMAD"), (&unclear, "#CMAD")] {
        kim.edit(message, &format!("{} {text}", ada.mention()));
        nothing_is_left(&mut town, &kim, &all, "an edit").await;
    }
    for message in all {
        let asked = lee.message_command(SAVE, message).await.settled().await;
        assert!(asked.text().contains("doesn’t want to be asked"), "{}", asked.text());
        let saved = kim.message_command(SAVE, message).await.settled().await;
        assert!(saved.text().contains("before you erased your data"), "{}", saved.text());
        nothing_is_left(&mut town, &kim, &all, "a wish to save it").await;
    }
    let picked = kim.select(&picker, "whom-picked", &[&ada.id().to_string()]).await.settled().await;
    assert!(picked.text().contains("before you erased your data"), "{}", picked.text());
    nothing_is_left(&mut town, &kim, &all, "an answer to a question that was open").await;

    // The same after a restart, and where the bot was away and reads what it missed.
    town.stage.kill().await;
    town.sim().forget_sessions();
    town.stage.start().await.unwrap();
    olga.pin(&found);
    town.advance_to("2027-01-12 12:10 Europe/Berlin").await;
    nothing_is_left(&mut town, &kim, &all, "a restart").await;
    let why = kim.slash(&help, "cmad why", &[("message", found.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("before you erased your data"), "{}", why.text());

    // What Kim says from now on counts.
    kim.say(&help, &format!("{} found my keys #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!(with_words(&town).await, 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_bot_missed_is_not_collected_if_its_author_erases_themselves_first() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    town.stage.kill().await;
    town.sim().forget_sessions();
    let missed = kim.say(&help, &format!("{} found my photos #CMAD", ada.mention()));
    town.stage.start().await.unwrap();
    // Before the gap is read, nothing is stored, so there is nothing to erase but the list of what is not collected.
    let asked = domain::ids::MessageId(missed.id() + 1);
    town.stage.bot().app().erase(UserId(kim.id()), asked).await.unwrap();
    town.advance_to("2027-01-12 12:10 Europe/Berlin").await;
    nothing_is_left(&mut town, &kim, &[&missed], "a gap").await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_go_with_their_message() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let deleted = kim.say(&help, &format!("{} found my photos #CMAD", ada.mention()));
    let edited = lee.say(&help, &format!("{} is patient #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!(with_words(&town).await, 2);
    let question = questions(&town).remove(0);
    let mine = kim.click(&question, "Decide").await.settled().await;
    kim.click(&mine, "with my name").await.settled().await;
    kim.delete(&deleted);
    lee.edit(&edited, "never mind");
    town.settle().await;
    assert_eq!(with_words(&town).await, 0, "the words go at once, not with the purge");
    let rows = town.rows().await;
    let thanks: Vec<&str> = rows.lines().filter(|row| row.starts_with("thanks: ")).collect();
    let names = |who: u64| thanks.iter().any(|row| row.contains(&who.to_string()));
    assert!(!names(kim.id()) && !names(deleted.id()), "a keyed hash stays: {thanks:?}");
    let listed = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(!listed.text().contains("photos"), "{}", listed.text());

    // Words that come back by an edit count again; a deleted message stays deleted.
    lee.edit(&edited, &format!("{} is very patient #CMAD", ada.mention()));
    town.settle().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = ada.dms().pop().unwrap().text();
    assert!(digest.contains("is very patient") && !digest.contains("photos"), "{digest}");
    let exported = town.olga.slash(&town.cmad, "campaign export", &[]).await.settled().await;
    let files = exported.message().unwrap().files();
    assert_eq!(String::from_utf8_lossy(&files[0].bytes).lines().count(), 2, "a head and one thank-you");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_wants_to_be_ignored_is_not_looked_at_until_they_say_otherwise() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let unclear = kim.say(&help, "thank you all #CMAD");
    town.settle().await;
    let first = kim.say(&help, &format!("{} found my photos #CMAD", ada.mention()));
    let wanted = kim.say(&help, &format!("{} is kind", ada.mention()));
    lee.message_command(SAVE, &wanted).await.settled().await;
    // A question of each kind.
    let of_rosa = town.rosa.say(&help, &format!("{} is kind", ada.mention()));
    lee.message_command(SAVE, &of_rosa).await.settled().await;
    town.mia.say(&help, &format!("{} is calm #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!((questions(&town).len(), with_words(&town).await), (3, 2));
    for question in questions(&town) {
        let other = lee.click(&question, "Ignore my messages").await.settled().await;
        assert!(other.is_ephemeral() && other.buttons().is_empty(), "only whom it asks: {}", other.text());
    }
    for who in [&town.rosa, &town.mia] {
        let theirs = format!("ignore:{}", who.id());
        let question = questions(&town).into_iter().find(|one| one.json().to_string().contains(&theirs)).unwrap();
        let ignored = who.click(&question, "Ignore my messages").await.settled().await;
        assert!(ignored.text().contains("look at nothing"), "{}", ignored.text());
    }
    town.settle().await;
    let question = questions(&town).remove(0);
    let ignored = kim.click(&question, "Ignore my messages").await.settled().await;
    assert!(ignored.is_ephemeral() && ignored.text().contains("look at nothing"), "{}", ignored.text());
    town.settle().await;
    assert_eq!((questions(&town).len(), with_words(&town).await), (0, 0), "what Kim had not answered is taken back");
    assert!(first.reactions().is_empty(), "and so is the reaction");

    let said = kim.say(&help, &format!("{} is patient #CMAD", ada.mention()));
    kim.say(&help, &format!("<@{}> thanks {} for everything", town.sim().bot_id(), ada.mention()));
    kim.edit(&unclear, &format!("{} #CMAD", ada.mention()));
    let asked = lee.message_command(SAVE, &wanted).await.settled().await;
    assert!(asked.text().contains("doesn’t want to be asked"), "{}", asked.text());
    // A restart and a gap change nothing.
    town.settle().await;
    town.stage.kill().await;
    town.sim().forget_sessions();
    kim.say(&help, &format!("{} is brave #CMAD", ada.mention()));
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-12 12:10 Europe/Berlin").await;
    assert_eq!((questions(&town).len(), with_words(&town).await), (0, 0));
    let why = kim.slash(&help, "cmad why", &[("message", said.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("asked me to ignore"), "{}", why.text());

    // Commands work, and an erasure does not end it.
    town.thank(&kim, &ada, "By command.", &[("consent", "named")]).await;
    assert_eq!(with_words(&town).await, 1);
    let files = kim.click(&privacy(&town, &kim).await, "Export").await.settled().await;
    let json = files.message().unwrap().files().into_iter().find(|file| file.name.ends_with("json")).unwrap();
    assert!(String::from_utf8_lossy(&json.bytes).contains("\"messages_ignored\": true"));
    let receipt = town.erase(&kim).await;
    assert!(receipt.contains("That I ignore your messages"), "{receipt}");
    assert!(!town.rows().await.contains(&kim.id().to_string()));
    let unseen = kim.say(&help, &format!("{} is funny #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!(with_words(&town).await, 0);

    let shown = privacy(&town, &kim).await;
    assert!(shown.text().contains("I ignore your messages"), "{}", shown.text());
    let noticed = kim.click(&shown, "Notice my messages again").await.settled().await;
    assert!(noticed.text().contains("again"), "{}", noticed.text());
    kim.say(&help, &format!("{} is wise #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!(with_words(&town).await, 1);
    // What Kim wrote until then stays unseen: edited, pinned, wanted by another, and after a gap.
    town.olga.pin(&unseen);
    kim.edit(&unseen, &format!("{} is very funny #CMAD", ada.mention()));
    town.settle().await;
    lee.message_command(SAVE, &unseen).await.settled().await;
    town.stage.kill().await;
    town.sim().forget_sessions();
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-12 12:20 Europe/Berlin").await;
    assert_eq!(with_words(&town).await, 1);
    assert!(!town.rows().await.contains(&unseen.id().to_string()));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn others_may_name_someone_again_after_their_erasure_and_it_goes_with_the_next() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, help) = (town.kim.clone(), town.lee.clone(), town.help.clone());
    let nominate = async |town: &Town| {
        let options = [("member", Opt::User(lee.id())), ("reason", "Keeper of gates".into())];
        kim.slash(&town.help, "nominate", &options).await.settled().await.text()
    };
    let first = nominate(&town).await;
    town.erase(&lee).await;
    assert!(!town.rows().await.contains(&lee.id().to_string()));
    assert_eq!(nominate(&town).await, first, "it is a new act of someone else's");
    kim.say(&help, &format!("{} found my photos #CMAD", lee.mention()));
    town.settle().await;
    assert!(town.rows().await.contains(&lee.id().to_string()));
    town.erase(&lee).await;
    assert!(!town.rows().await.contains(&lee.id().to_string()));
    town.ends_well().await;
}
