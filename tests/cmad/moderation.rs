//! Admins moderate thank-yous and decide nominations; and the scorecard.

use discord_sim::{ChannelHandle, Fault, FaultKind, Id, Member, Opt, ResponseKind, permission};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_scorecard_adds_up_and_gives_no_verdict() {
    // It works without setup.
    let town = Town::at(OPEN).await;
    let sheet = town.kim.slash(&town.help, "cmad scorecard", &[]).await.settled().await;
    assert!(sheet.is_ephemeral() && sheet.text().contains("Sum: 0"), "{}", sheet.text());
    let sheet = town.kim.select(&sheet, "scorecard:pro", &["questions", "asked-for", "online-product"]).await;
    let sheet = town.kim.select(&sheet.settled().await, "scorecard:contra", &["stealth", "unprepared"]).await;
    let sheet = sheet.settled().await;
    for says in ["Sum: 0", "Customers ask for", "stealth mode", "isn’t prepared", "no score"] {
        assert!(sheet.text().contains(says), "{says}: {}", sheet.text());
    }
    // Each menu shows its ticked reasons, and each side can be cleared.
    let ticked = sheet.json().to_string().matches("\"default\":true").count();
    assert_eq!(ticked, 5, "{}", sheet.json());
    let sheet = town.kim.select(&sheet, "scorecard:contra", &[]).await.settled().await;
    assert!(sheet.text().contains("Sum: +3") && !sheet.text().contains("stealth mode"), "{}", sheet.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nomination_is_answered_by_the_admins() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.olga.clone(), town.help.clone());
    // Kim thanks Lee, who is not on the roster, and nominates them from there.
    let refusal = town.thank(&kim, &lee, "Lee, you are the kindest.", &[]).await;
    let form = kim.click(&refusal, "Nominate them").await;
    assert_eq!(form.kind(), ResponseKind::Modal, "{}", form.json());
    let done = form.submit(&[("reason", "Lee welcomes *everybody*.".into())]).await.settled().await;
    assert!(done.text().contains("Lee") && done.text().contains("nominated"), "{}", done.text());
    let reason = [("member", Opt::User(lee.id())), ("reason", "Lee stays up for us.".into())];
    mia.slash(&help, "nominate", &reason).await.settled().await;
    town.settle().await;
    // Without an admin channel each nomination goes to the admin who ran setup, in a message of its own.
    let notes: Vec<_> = olga.dms().into_iter().filter(|note| note.text().contains("nominated")).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes[0].text().contains("Lee welcomes \\*everybody\\*"), "{}", notes[0].text());
    let list = olga.slash(&help, "roster nominations", &[]).await.settled().await;
    assert!(list.is_ephemeral() && list.text().contains("2 nominations"), "{}", list.text());
    let accepted = olga.click(&notes[0], "Put them on the roster").await.settled().await;
    assert!(accepted.text().contains("on the roster"), "{}", accepted.text());
    town.settle().await;
    // One yes answers both nominations; Lee is invited, and both nominators are told.
    assert!(lee.dms().pop().unwrap().text().contains("Northwind"));
    for nominator in [&kim, &mia] {
        let told = nominator.dms().pop().unwrap();
        assert!(told.text().contains("Thank you for nominating **Lee**"), "{}", told.text());
        let mine = nominator.click(&told, "My nominations").await.settled().await;
        assert!(mine.text().contains("on the roster"), "{}", mine.text());
    }
    let again = olga.click(&notes[1], "Put them on the roster").await.settled().await;
    assert!(again.text().contains("answered already"), "{}", again.text());
    let receipt = town.thank(&kim, &lee, "Lee, you are the kindest.", &[]).await;
    assert!(receipt.text().contains("will read this"), "{}", receipt.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nomination_can_be_declined_or_refused() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, rosa, ada, ben, olga, help) = (
        town.kim.clone(),
        town.lee.clone(),
        town.mia.clone(),
        town.rosa.clone(),
        town.ada.clone(),
        town.ben.clone(),
        town.olga.clone(),
        town.help.clone(),
    );
    let nominate = async |who: &Member, whom: Id, says: &str| {
        let options = [("member", Opt::User(whom)), ("reason", "They help.".into())];
        let answer = who.slash(&help, "nominate", &options).await.settled().await;
        assert!(answer.text().contains(says), "{says}: {}", answer.text());
    };
    let invitation = ben.dms().pop().unwrap();
    ben.click(&invitation, "decline").await.settled().await;
    nominate(&kim, town.sim().bot_id(), "Only people").await;
    nominate(&kim, ada.id(), "already").await;
    nominate(&kim, ben.id(), "has opted out").await;
    for whom in [&lee, &mia, &rosa] {
        nominate(&kim, whom.id(), "is nominated").await;
    }
    nominate(&kim, lee.id(), "before").await;
    nominate(&kim, olga.id(), "3 nominations").await;
    town.settle().await;
    let list = olga.slash(&help, "roster nominations", &[]).await.settled().await;
    let id = list.buttons().into_iter().find(|button| button.label == "Decline").unwrap().custom_id.unwrap();
    let form = olga.click(&list, &id).await;
    form.submit(&[("answer", "Lee asked us to wait a year.".into())]).await.settled().await;
    town.settle().await;
    let told = kim.dms().pop().unwrap().text();
    assert!(told.contains("decided not") && told.contains("wait a year"), "{told}");
    assert!(lee.dms().is_empty(), "no one else is told");
    // A declined nomination is not repeated; another one is possible.
    nominate(&kim, lee.id(), "before").await;
    nominate(&kim, olga.id(), "is nominated").await;
    town.settle().await;
    // Only admins can answer, also with someone else's button.
    assert!(kim.slash(&help, "roster nominations", &[]).await.is_hidden());
    town.ends_well().await;
}

/// The value of a menu's entry that has these words below its name.
fn value_with(json: &serde_json::Value, words: &str) -> Option<String> {
    let is_it = json["description"].as_str().is_some_and(|about| about.contains(words));
    let here = json["value"].as_str().filter(|_| is_it).map(str::to_owned);
    let inside = || match json {
        serde_json::Value::Array(all) => all.iter().find_map(|one| value_with(one, words)),
        serde_json::Value::Object(all) => all.values().find_map(|one| value_with(one, words)),
        _ => None,
    };
    here.or_else(inside)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hidden_thank_you_counts_nowhere_and_can_be_restored() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    let posts = town.posts().len();
    town.thank(&kim, &ada, "Buy at my shop!", &[("consent", "public")]).await;
    town.thank(&lee, &ada, "For your ears only.", &[("consent", "private")]).await;
    let found = kim.say(&help, &format!("{} and once more #CMAD", ada.mention()));
    town.settle().await;
    assert_eq!(town.posts().len(), posts + 1);
    let list = olga.slash(&help, "campaign hide", &[]).await.settled().await;
    assert!(list.is_ephemeral() && list.text().contains("Buy at my shop"), "{}", list.text());
    assert!(!list.json().to_string().contains("For your ears only"), "private words are not the admins'");
    assert!(list.text().contains("a member (") && list.text().contains("Ada"), "{}", list.text());
    assert!(!list.json().to_string().contains(&lee.id().to_string()), "{}", list.text());
    // Entries of one day stand in no order of time: the one with these words.
    let spam = value_with(&list.json(), "Buy at my shop").expect("public words are shown");
    let hidden = olga.select(&list, "hide-thanks", &[&spam]).await.settled().await;
    assert!(hidden.text().contains("Hidden."), "{}", hidden.text());
    let by_link =
        olga.slash(&help, "campaign hide", &[("message", found.link().as_str().into())]).await.settled().await;
    assert!(by_link.text().contains("Hidden."), "{}", by_link.text());
    town.settle().await;
    assert_eq!(town.posts().len(), posts, "the bot's post of the words is gone");
    // The giver sees that it is hidden, and cannot get around it by saying it again.
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("hidden by an admin"), "{}", mine.text());
    let why = kim.slash(&help, "cmad why", &[("message", found.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("an admin has hidden it"), "{}", why.text());
    let again = town.thank(&kim, &ada, "Buy at  my shop!", &[]).await;
    assert!(again.text().contains("in the same words"), "{}", again.text());
    let desk = town.desk(&ada).await;
    let shown = ada.click(&desk, "Show me now").await.settled().await;
    assert!(shown.text().contains("For your ears only"), "{}", shown.text());
    assert!(!shown.text().contains("Buy at my shop") && !shown.text().contains("once more"), "{}", shown.text());
    // Restoring does not bring back what its giver deleted meanwhile.
    kim.delete(&found);
    town.settle().await;
    let list = olga.slash(&help, "campaign restore", &[]).await.settled().await;
    let all = menu_values(&list);
    assert_eq!(all.len(), 1, "what went with its message is not there");
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    olga.select(&list, "restore-thanks", &all).await.settled().await;
    town.settle().await;
    assert_eq!(town.posts().len(), posts + 1);
    for command in ["campaign hide", "campaign restore", "campaign export"] {
        assert!(kim.slash(&help, command, &[]).await.is_hidden(), "{command}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_name_whom_they_mention_where_discord_shows_no_mention() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    let words = format!("{} and {} helped in <#{}>", ada.mention(), lee.mention(), help.id());
    town.thank(&kim, &ada, &words, &[("consent", "public")]).await;
    town.settle().await;
    let named = "@Ada and @someone helped in #channel";
    let no_ids = |shown: &str| {
        // As it is, and escaped.
        let shown = shown.replace('\\', "");
        assert!(shown.contains(named), "{shown}");
        assert!(!shown.contains(&ada.mention()) && !shown.contains(&lee.mention()), "{shown}");
        assert!(!shown.contains(&format!("<#{}>", help.id())), "{shown}");
    };
    assert!(town.posts().iter().any(|post| post.text().replace('\\', "").contains(named)), "the post, too");
    let list = olga.slash(&help, "campaign hide", &[]).await.settled().await;
    no_ids(&list.text());
    let menu = list.json().to_string();
    assert!(menu.contains(&format!("\"description\":\"{named}\"")), "{menu}");
    let hidden = olga.select(&list, "hide-thanks", &[&menu_values(&list)[0]]).await.settled().await;
    no_ids(&hidden.text());
    let export = olga.slash(&help, "campaign export", &[]).await.settled().await;
    no_ids(str::from_utf8(&export.message().unwrap().files()[0].bytes).unwrap());
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    no_ids(&mine.text());
    let receipt = kim.select(&mine, "mine", &[&menu_values(&mine)[0]]).await.settled().await;
    no_ids(&receipt.text());
    let privacy = kim.slash(&help, "cmad privacy", &[]).await.settled().await;
    let files = kim.click(&privacy, "Export").await.settled().await.message().unwrap().files();
    let page = files.iter().find(|file| file.name.ends_with(".html")).unwrap();
    let page = String::from_utf8(page.bytes.to_vec()).unwrap();
    assert!(page.contains(named) && !page.contains(&lee.id().to_string()), "{page}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_hashtag_counts_in_the_channels_that_admins_choose() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga, help, cmad) =
        (town.kim.clone(), town.ada.clone(), town.olga.clone(), town.help.clone(), town.cmad.clone());
    let rule = [("channels", Opt::Str("except".into()))];
    let list = olga.slash(&help, "campaign hashtag", &rule).await.settled().await;
    let ruled = olga.select(&list, "hashtag-channels", &[&help.id().to_string()]).await.settled().await;
    assert!(ruled.text().contains(&format!("every channel except <#{}>", help.id())), "{}", ruled.text());
    let unheard = kim.say(&help, &format!("{} not here #CMAD", ada.mention()));
    let heard = kim.say(&cmad, &format!("{} but here #CMAD", ada.mention()));
    let bot = town.sim().bot_id();
    let mentioned = kim.say(&help, &format!("<@{bot}> thank you {}!", ada.mention()));
    town.settle().await;
    heard.until_reaction("💚").await;
    mentioned.until_reaction("💚").await;
    assert!(unheard.reactions().is_empty());
    let why = kim.slash(&help, "cmad why", &[("message", unheard.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("off in that channel"), "{}", why.text());
    // Then only there; then everywhere again.
    let rule = [("channels", Opt::Str("only".into()))];
    let list = olga.slash(&help, "campaign hashtag", &rule).await.settled().await;
    olga.select(&list, "hashtag-channels", &[&help.id().to_string()]).await.settled().await;
    let heard = kim.say(&help, &format!("{} now here #CMAD", ada.mention()));
    let unheard = kim.say(&cmad, &format!("{} now not here #CMAD", ada.mention()));
    town.settle().await;
    heard.until_reaction("💚").await;
    assert!(unheard.reactions().is_empty());
    let stands = olga.slash(&help, "campaign hashtag", &[]).await.settled().await;
    assert!(stands.text().contains("is on") && stands.text().contains("only in"), "{}", stands.text());
    let rule = [("channels", Opt::Str("everywhere".into()))];
    olga.slash(&help, "campaign hashtag", &rule).await.settled().await;
    let heard = kim.say(&cmad, &format!("{} and everywhere #CMAD", ada.mention()));
    town.settle().await;
    heard.until_reaction("💚").await;
    let off = olga.slash(&help, "campaign hashtag", &[("switch", "off".into())]).await.settled().await;
    assert!(off.text().contains("The hashtag is off"), "{}", off.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_words_count_once() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, help) = (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.help.clone());
    let first = town.thank(&kim, &ada, "Thank you for everything.", &[]).await;
    assert!(first.text().contains("will read this"), "{}", first.text());
    let again = town.thank(&kim, &ada, "Thank you\nfor everything.", &[]).await;
    assert!(again.text().contains("in the same words"), "{}", again.text());
    let other = town.thank(&kim, &ben, "Thank you for everything.", &[]).await;
    assert!(other.text().contains("will read this"), "{}", other.text());
    let words = format!("{} best docs ever #CMAD", ada.mention());
    let (once, twice) = (kim.say(&help, &words), kim.say(&help, &words));
    town.settle().await;
    once.until_reaction("💚").await;
    assert!(twice.reactions().is_empty());
    let why = kim.slash(&help, "cmad why", &[("message", twice.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("in the same words"), "{}", why.text());
    // Withdrawn words can be said again.
    kim.click(&first, "Undo").await.settled().await;
    let anew = town.thank(&kim, &ada, "Thank you for everything.", &[]).await;
    assert!(anew.text().contains("will read this"), "{}", anew.text());
    // A manager who thanks another one is a fellow manager, even if they chose customer.
    town.thank(&ben, &ada, "From one to another.", &[("relation", "customer"), ("consent", "named")]).await;
    let desk = town.desk(&ada).await;
    let shown = ada.click(&desk, "Show me now").await.settled().await;
    let line = shown.text().lines().find(|line| line.contains("Ben")).unwrap_or_default().to_owned();
    assert!(line.contains("fellow") && !line.contains("customer"), "{}", shown.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_export_is_safe_for_spreadsheets() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    let none = olga.slash(&help, "campaign export", &[]).await.settled().await;
    assert!(none.text().contains("no thank-yous"), "{}", none.text());
    kim.rename("=cmd|'/c calc'!A1");
    town.thank(&kim, &ada, "=HYPERLINK(\"https://evil.example\")", &[("consent", "public")]).await;
    town.thank(&lee, &ada, "Between us.", &[("consent", "named")]).await;
    let answer = olga.slash(&help, "campaign export", &[]).await.settled().await;
    assert!(answer.is_ephemeral());
    let files = answer.message().unwrap().files();
    assert_eq!(files[0].name, "cmad-2027.csv");
    let text = String::from_utf8(files[0].bytes.to_vec()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].contains("\"Giver\",\"Giver’s id\",\"Community manager\""), "{text}");
    // Those of a day stand in no order.
    lines[1..].sort_unstable();
    assert!(lines[1].starts_with("\"'=cmd|'/c calc'!A1\","), "{text}");
    assert!(lines[1].ends_with("\"counts\",\"'=HYPERLINK(\"\"https://evil.example\"\")\""), "{text}");
    assert!(lines[2].starts_with("\"Lee\"") && lines[2].ends_with("\"counts\",\"\""), "{text}");
    assert!(lines[2].contains("2027-01-12 12:"), "{text}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_can_require_older_accounts_and_memberships() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    // Kim has been a member for less than seven years.
    town.restart_with(|config| config.limits.member_days = 3000).await;
    let refusal = town.thank(&kim, &ada, "Thank you for the maps.", &[]).await;
    assert!(refusal.text().contains("at least 3000 days"), "{}", refusal.text());
    let said = kim.say(&help, &format!("{} thank you for the maps #CMAD", ada.mention()));
    town.settle().await;
    assert!(said.reactions().is_empty());
    let why = kim.slash(&help, "cmad why", &[("message", said.link().as_str().into())]).await.settled().await;
    assert!(why.text().contains("You joined more recently"), "{}", why.text());
    town.restart_with(|config| (config.limits.member_days, config.limits.account_days) = (0, 3650)).await;
    let refusal = town.thank(&kim, &ada, "Thank you for the maps.", &[]).await;
    assert!(refusal.text().contains("Yours is newer"), "{}", refusal.text());
    town.restart_with(|config| config.limits.account_days = 0).await;
    let receipt = town.thank(&kim, &ada, "Thank you for the maps.", &[]).await;
    assert!(receipt.text().contains("will read this"), "{}", receipt.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_admins_answer_in_the_admin_channel() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, olga, help) = (town.kim.clone(), town.lee.clone(), town.olga.clone(), town.help.clone());
    // No report goes into a channel that everyone reads.
    let options = |admins: &ChannelHandle| {
        [
            ("channel", Opt::Channel(town.cmad.id())),
            ("timezone", Opt::Str("Europe/Berlin".into())),
            ("admin_channel", Opt::Channel(admins.id())),
        ]
    };
    let refused = olga.slash(&help, "campaign setup", &options(&help)).await.settled().await;
    assert!(refused.text().contains("can’t go to a public channel"), "{}", refused.text());
    // Kim, who is no admin, can read the admin channel, too.
    let admins = town.closed_channel("admins", &[&kim]);
    olga.slash(&help, "campaign setup", &options(&admins)).await.settled().await;
    let unlisted = kim.say(&help, "thank you so much #CMAD");
    town.settle().await;
    // A member who is not on the roster can be nominated from the picker, too.
    let question = help.messages().pop().unwrap();
    let picker = kim.click(&question, "whom").await.settled().await;
    let picked = kim.select(&picker, "whom-picked", &[&lee.id().to_string()]).await.settled().await;
    let form = kim.click(&picked, "Nominate them").await;
    form.submit(&[("reason", "Lee welcomes everybody.".into())]).await.settled().await;
    town.settle().await;
    assert!(unlisted.reactions().is_empty());
    let note = admins.messages().into_iter().rev().find(|note| note.text().contains("would like")).unwrap();
    assert!(note.pinged().is_empty());
    let refused = kim.click(&note, "Put them on the roster").await.settled().await;
    assert!(
        refused.is_ephemeral() && refused.text().contains("Only members with the Manage Server permission"),
        "{}",
        refused.text()
    );
    // Without the form, which could only be refused.
    let refused = kim.click(&note, "Decline").await.settled().await;
    assert!(refused.text().contains("Only members with the Manage Server permission"), "{}", refused.text());
    let form = olga.click(&note, "Decline").await;
    let declined = form.submit(&[]).await.settled().await;
    assert!(declined.text().contains("Declined"), "{}", declined.text());
    town.settle().await;
    assert!(kim.dms().pop().unwrap().text().contains("decided not"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_former_admin_cannot_answer_a_nomination_in_private() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, help) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.help.clone());
    let managers = town.server.role("Managers", permission::MANAGE_GUILD);
    lee.give_role(&managers);
    let options = [("channel", Opt::Channel(town.cmad.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    lee.slash(&help, "campaign setup", &options).await.settled().await;
    let nominate = [("member", Opt::User(mia.id())), ("reason", "Mia welcomes everybody.".into())];
    kim.slash(&help, "nominate", &nominate).await.settled().await;
    town.settle().await;
    let note = lee.dms().into_iter().rev().find(|note| note.text().contains("nominated")).unwrap();
    lee.take_role(&managers);
    let refused = lee.click(&note, "Put them on the roster").await.settled().await;
    assert!(refused.text().contains("Only members with the Manage Server permission"), "{}", refused.text());
    lee.give_role(&managers);
    let accepted = lee.click(&note, "Put them on the roster").await.settled().await;
    assert!(accepted.text().contains("on the roster"), "{}", accepted.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_recap_links_only_to_channels_that_everyone_sees() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, ada, help) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.help.clone());
    let backroom = town.closed_channel("backroom", &[&kim]);
    let among_some = kim.say(&backroom, &format!("{} for the quiet week #CMAD", ada.mention()));
    let public = lee.say(&help, &format!("{} for the loud week #CMAD", ada.mention()));
    town.settle().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let recap = town.posts().into_iter().rev().find(|post| post.text().contains("2 people")).unwrap();
    assert!(recap.text().contains(&public.link()), "{}", recap.text());
    assert!(!recap.text().contains(&among_some.link()), "{}", recap.text());
    let digest = ada.dms().pop().unwrap();
    assert!(digest.text().contains("for the quiet week"), "{}", digest.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_recap_waits_once_for_discord_and_then_comes_without_links() {
    for (times, is_linked) in [(1, true), (10, false)] {
        let mut town = Town::set_up(OPEN).await;
        let (lee, ada, help) = (town.lee.clone(), town.ada.clone(), town.help.clone());
        let public = lee.say(&help, &format!("{} for the loud week #CMAD", ada.mention()));
        town.settle().await;
        town.advance_to("2027-01-26 08:59 Europe/Berlin").await;
        let told_later = FaultKind::RateLimited { retry_after_ms: 100_000, global: false };
        town.sim().fault(Fault::on("GET /guilds/*", told_later).times(times));
        let recap = |town: &Town| town.posts().into_iter().find(|post| post.text().contains("Thank you, all of you"));
        town.advance_to("2027-01-26 09:01 Europe/Berlin").await;
        assert!(recap(&town).is_none(), "it waits");
        town.advance_to("2027-01-26 09:06 Europe/Berlin").await;
        let recap = recap(&town).unwrap();
        assert_eq!(recap.text().contains(&public.link()), is_linked, "{}", recap.text());
        town.ends_well().await;
    }
}
