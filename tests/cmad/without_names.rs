//! "Without my name" and "private" hold against admins, also against one who is thanked.

use discord_sim::{Id, Interaction, Member, MessageHandle, Opt};

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// Whether something that was shown names a member.
fn names(shown: &str, who: &Member) -> bool {
    shown.contains(&who.id().to_string()) || shown.contains(who.name().as_str())
}

/// Everything in an answer: texts, menus and files.
fn all_of(answer: &Interaction) -> String {
    let files = answer.message().map(|message| message.files()).unwrap_or_default();
    let files: String = files.iter().map(|file| String::from_utf8(file.bytes.to_vec()).unwrap_or_default()).collect();
    format!("{}\n{}\n{files}", answer.json(), answer.text())
}

fn all_of_message(message: &MessageHandle) -> String {
    let files = message.files();
    let files: String = files.iter().map(|file| String::from_utf8(file.bytes.to_vec()).unwrap_or_default()).collect();
    format!("{}\n{files}", message.text())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_who_is_thanked_reads_no_name_that_was_not_given() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, olga, help) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.olga.clone(), town.help.clone());
    olga.slash(&help, "roster add", &[("member", Opt::User(olga.id()))]).await.settled().await;
    town.settle().await;
    let invitation = olga.dms().pop().unwrap();
    olga.click(&invitation, "Accept").await.settled().await;
    town.thank(&kim, &olga, "You kept the peace.", &[("consent", "unnamed")]).await;
    town.thank(&lee, &olga, "Only for you.", &[("consent", "private")]).await;
    // Withdrawn is withdrawn, name included.
    let rosa = town.rosa.clone();
    let receipt = town.thank(&rosa, &olga, "I should not have said it.", &[("consent", "named")]).await;
    rosa.click(&receipt, "Undo").await.settled().await;
    town.thank(&mia, &olga, "Thank you, Olga.", &[("consent", "named")]).await;
    town.settle().await;

    let commands = [
        "campaign hide",
        "campaign restore",
        "campaign export",
        "campaign status",
        "campaign doctor",
        "campaign steps",
        "roster list",
        "roster nominations",
        "cmad digest",
        "cmad mine",
        "cmad privacy",
    ];
    let mut shown = Vec::new();
    for command in commands {
        shown.push(all_of(&olga.slash(&help, command, &[]).await.settled().await));
    }
    let list = olga.slash(&help, "campaign hide", &[]).await.settled().await;
    let ids = menu_values(&list);
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let hidden = olga.select(&list, "hide-thanks", &ids).await.settled().await;
    let to_restore = olga.slash(&help, "campaign restore", &[]).await.settled().await;
    let restored = olga.select(&to_restore, "restore-thanks", &ids).await.settled().await;
    shown.extend([&list, &hidden, &to_restore, &restored].map(all_of));
    let exported = olga.slash(&help, "campaign export", &[]).await.settled().await;
    let table = String::from_utf8(exported.message().unwrap().files()[0].bytes.to_vec()).unwrap();
    shown.push(table.clone());
    for shown in &shown {
        for giver in [&kim, &lee, &rosa] {
            assert!(!names(shown, giver), "{} is named: {shown}", giver.name());
        }
    }
    // Who gave their name is named, and who did not has a code, the same in each view.
    assert!(names(&table, &mia) && names(&all_of(&list), &mia), "{table}");
    let codes: Vec<&str> = table.split("a member (").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert_eq!(codes.len(), 3, "{table}");
    for code in codes {
        assert!(restored.text().contains(code) || !list.text().contains(code), "{code}: {}", restored.text());
    }
    assert_eq!(table.matches("2027-01-12 12:").count(), 1, "only of Mia's the minute is told: {table}");

    // Her digest has what each giver allowed, and no report or post says more.
    town.advance_to("2027-02-03 12:00 Europe/Berlin").await;
    for giver in [&kim, &rosa] {
        let told = olga.dms().into_iter().chain(town.posts()).map(|message| all_of_message(&message));
        let told: Vec<String> = told.filter(|text| names(text, giver)).collect();
        assert!(told.is_empty(), "{}: {told:?}", giver.name());
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_public_message_gives_away_no_other_thank_you_of_its_author() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, olga, help) = (town.kim.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    town.thank(&kim, &ada, "Said in confidence.", &[("consent", "unnamed")]).await;
    let said = kim.say(&help, &format!("{} said aloud #CMAD", ada.mention()));
    town.settle().await;
    let bot: Id = town.sim().bot_id();
    if let Some(question) = help.messages().into_iter().find(|one| one.author() == bot && one.exists()) {
        let choices = kim.click(&question, "Decide").await.settled().await;
        kim.click(&choices, "without my name").await.settled().await;
    }
    town.settle().await;
    // An admin knows who wrote the message, and learns which code it has.
    let by_link = olga.slash(&help, "campaign hide", &[("message", said.link().as_str().into())]).await.settled().await;
    let code = by_link.text().split("a member (").nth(1).unwrap().split(')').next().unwrap().to_owned();
    let rest = olga.slash(&help, "campaign hide", &[]).await.settled().await;
    assert!(rest.text().contains("a member (") && !rest.text().contains(&code), "{code}: {}", rest.text());
    town.ends_well().await;
}

/// The page of a manager's digest, before it is due.
async fn page(town: &Town, who: &Member) -> String {
    who.click(&town.desk(who).await, "Show me now").await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_number_and_no_choice_of_quotes_signs_what_was_given_without_a_name() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "named")]).await;
    let alone = page(&town, &ada).await;
    town.thank(&kim, &ada, "Said to you in confidence.", &[("consent", "unnamed")]).await;
    let desk = town.desk(&ada).await.text();
    assert!(desk.contains("2 people thanked Ada"), "{desk}");
    let shown = page(&town, &ada).await;
    assert!(shown.contains("2 people thanked Ada"), "{shown}");
    let (top, _) = shown.split_once("What your boss will be asked to do").unwrap();
    assert!(top.contains("at midnight") && top.contains("in confidence"), "as of two people: {shown}");
    for page in [&alone, &shown] {
        assert!(!page.contains("joined"), "how long the one without a name has been a member is not told: {page}");
    }

    // The same once words are removed.
    town.advance_to("2027-05-10 12:00 Europe/Berlin").await;
    let archive = ada.slash(&town.help, "cmad digest", &[("year", Opt::Int(2027))]).await.settled().await.text();
    assert!(archive.contains("2 people thanked Ada"), "{archive}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mention_of_a_manager_does_not_tell_that_they_gave_thanks_without_their_name() {
    let mut town = Town::set_up(OPEN).await;
    let (lee, ada, ben) = (town.lee.clone(), town.ada.clone(), town.ben.clone());
    town.thank(&lee, &ada, &format!("You and {} are great.", ben.mention()), &[("consent", "named")]).await;
    let before = page(&town, &ada).await;
    town.thank(&ben, &ada, "From one who does not say so.", &[("consent", "unnamed")]).await;
    for shown in [before, page(&town, &ada).await] {
        assert!(shown.contains("@Ben are great"), "{shown}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_refused_copy_tells_whether_one_person_wrote_with_and_without_their_name() {
    let mut told = Vec::new();
    for is_one in [true, false] {
        let mut town = Town::set_up(OPEN).await;
        let (kim, lee, ada, rosa) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.rosa.clone());
        town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "named")]).await;
        let other = if is_one { &kim } else { &lee };
        town.thank(other, &ada, "Said in confidence.", &[("consent", "unnamed")]).await;
        ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
        town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
        let digest = ada.dms().pop().unwrap().text();
        let status = town.olga.slash(&town.help, "campaign status", &[]).await.settled().await.text();
        let total = status.lines().find(|line| line.contains("So far")).unwrap().to_owned();
        let desk = town.desk(&ada).await;
        assert!(!desk.json().to_string().contains("desk-copy") && rosa.dms().is_empty(), "no copy is offered");
        let says = desk.text();
        assert!(says.contains("at least two people"), "{says}");
        let (top, _) = digest.split_once("How this was collected").unwrap_or((&digest, ""));
        told.push((top.to_owned(), total, says, town.posts().pop().unwrap().text()));
        town.ends_well().await;
    }
    assert_eq!(told[0], told[1]);
}

/// The values of every menu, and the custom ids, in an answer to an admin.
fn picked_by(answer: &Interaction) -> Vec<i64> {
    menu_values(answer).iter().filter_map(|value| value.parse().ok()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_list_of_the_admins_tells_in_which_order_thank_yous_of_a_day_were_given() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, ada, ben) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.ben.clone());
    let given = [(&kim, "public"), (&lee, "unnamed"), (&mia, "named"), (&ben, "unnamed"), (&kim, "named")];
    for (number, (giver, consent)) in given.into_iter().enumerate() {
        town.thank(giver, &ada, &format!("Thank you for page {number}."), &[("consent", consent)]).await;
    }
    let list = town.olga.slash(&town.help, "campaign hide", &[]).await.settled().await;
    let numbers = picked_by(&list);
    assert_eq!(numbers.len(), 5);
    assert!(numbers.iter().all(|number| *number < -1_000_000), "they are not counted up: {numbers:?}");
    assert!(numbers.is_sorted_by(|one, next| one > next), "the list is in the order of keyed numbers: {numbers:?}");
    // They can be picked by them, and by nothing else.
    let value = numbers[2].to_string();
    let hidden = town.olga.select(&list, "hide-thanks", &[&value]).await.settled().await;
    assert_eq!(picked_by(&hidden).len(), 4, "{}", hidden.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_number_at_a_desk_tells_which_thank_you_came_first() {
    let mut town = Town::set_up(OPEN).await;
    let ada = town.ada.clone();
    for (n, who) in [town.kim.clone(), town.lee.clone(), town.mia.clone(), town.rosa.clone()].iter().enumerate() {
        let consent = if n % 2 == 0 { "unnamed" } else { "named" };
        town.thank(who, &ada, &format!("Thank you number {n}, from me."), &[("consent", consent)]).await;
    }
    town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
    let desk = town.desk(&ada).await;
    let quotes = ada.click(&desk, "Quotes: pin, hide, shorten").await.settled().await;
    let mut numbers: Vec<i64> = menu_values(&quotes).iter().filter_map(|value| value.parse().ok()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 4, "{}", quotes.json());
    // Counted one by one they would be neighbours.
    let nearest = numbers.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap();
    assert!(numbers[0] > 1 << 50 && nearest > 1 << 20, "{numbers:?}");
    town.ends_well().await;
}
