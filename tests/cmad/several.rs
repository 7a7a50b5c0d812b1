//! Several managers thanked at once: by the form, or everyone on the roster from the day's post.

use discord_sim::{FieldValue, Interaction, Member, Opt, ResponseKind};
use tokio::join;

use crate::town::{Town, menu_values};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// The town with Lee and Mia on the roster, too.
async fn four_managers() -> Town {
    let mut town = Town::set_up(OPEN).await;
    for manager in [&town.lee, &town.mia] {
        town.olga.slash(&town.cmad, "roster add", &[("member", Opt::User(manager.id()))]).await.settled().await;
    }
    town.settle().await;
    town
}

/// Thanks all of them by one form.
async fn thank_all(town: &Town, who: &Member, whom: &[&Member], words: &str, consent: &str) -> Interaction {
    let fields = [
        ("manager", FieldValue::Ids(whom.iter().map(|one| one.id()).collect())),
        ("words", FieldValue::Text(words.into())),
        ("relation", FieldValue::value("colleague")),
        ("consent", FieldValue::value(consent)),
    ];
    who.user_command(&town.help, "Thank for #CMAD", whom[0]).await.submit(&fields).await.settled().await
}

/// The bot's posts with these words: whom each of them names.
fn named_in(town: &Town, words: &str) -> Vec<Vec<&'static str>> {
    let people = [(&town.ada, "Ada"), (&town.ben, "Ben"), (&town.lee, "Lee"), (&town.mia, "Mia")];
    let bot = town.sim().bot_id();
    let all = [&town.help, &town.cmad].into_iter().flat_map(|channel| channel.messages());
    let posts = all.filter(|post| post.author() == bot && post.exists() && post.text().contains(words));
    posts
        .map(|post| {
            let text = post.text();
            people.iter().filter(|(who, _)| text.contains(&who.mention())).map(|(_, name)| *name).collect()
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_at_once_get_one_receipt_one_post_and_a_thank_you_each() {
    let mut town = four_managers().await;
    let (kim, ada, ben, lee, mia) =
        (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.lee.clone(), town.mia.clone());
    let all = [&ada, &ben, &lee, &mia];
    let receipt = thank_all(&town, &kim, &all, "You built the docs.", "public").await;
    assert!(receipt.text().contains("**Ada, Ben, Lee and Mia** will each"), "{}", receipt.text());
    town.settle().await;
    assert_eq!(named_in(&town, "You built the docs."), [["Ada", "Ben", "Lee", "Mia"]]);
    let mine = kim.slash(&town.help, "cmad mine", &[]).await.settled().await;
    assert_eq!(menu_values(&mine).len(), 4, "{}", mine.text());

    // The receipt changes all of them at once.
    let private = kim.click(&receipt, "private").await.settled().await;
    assert!(private.text().contains("only the people you thank"), "{}", private.text());
    town.settle().await;
    assert!(named_in(&town, "You built the docs.").is_empty());
    let public = kim.click(&private, "public").await.settled().await;
    town.settle().await;
    assert_eq!(named_in(&town, "You built the docs."), [["Ada", "Ben", "Lee", "Mia"]]);

    // One of them can be taken back by itself, and each boss can be copied by itself.
    let copy = kim.click(&public, "Copy the boss of Lee").await.settled().await;
    assert!(copy.text().contains("Lee") && !copy.text().contains("Mia"), "{}", copy.text());
    let mine = kim.slash(&town.help, "cmad mine", &[]).await.settled().await;
    let of_ben = &menu_values(&mine)[2];
    let one = kim.select(&mine, "mine", &[of_ben]).await.settled().await;
    assert!(one.text().contains("**Ben**"), "{}", one.text());
    kim.click(&one, "Undo").await.settled().await;
    town.settle().await;
    assert_eq!(named_in(&town, "You built the docs."), [["Ada", "Lee", "Mia"]]);
    let back = kim.click(&one, "Thank them after all").await.settled().await;
    assert!(back.text().contains("**Ben**") && !back.text().contains("Ada"), "{}", back.text());
    kim.click(&back, "without my name").await.settled().await;
    town.settle().await;

    // Who declines is named no more, and an erasure takes one of them out of what stands.
    town.erase(&mia).await;
    town.settle().await;
    assert!(!named_in(&town, "You built the docs.").iter().flatten().any(|name| name == &"Mia"));
    // The post changed too often for it to come back at once.
    town.advance_to("2027-01-12 14:00 Europe/Berlin").await;
    assert_eq!(named_in(&town, "You built the docs."), [["Ada", "Lee"]]);
    assert!(town.posts().iter().all(|post| !post.text().contains(&mia.mention())));
    let undone = kim.click(&public, "Undo").await.settled().await;
    assert!(undone.text().contains("**Ada, Ben and Lee** won’t see it"), "{}", undone.text());
    town.settle().await;
    assert!(named_in(&town, "You built the docs.").is_empty());
    let again = kim.click(&undone, "Thank them after all").await.settled().await;
    assert!(again.text().contains("chosen differently"), "{}", again.text());
    town.advance_to("2027-01-12 18:00 Europe/Berlin").await;
    assert_eq!(named_in(&town, "You built the docs."), [["Ada", "Lee"]]);

    // Their giver takes all of them along.
    town.erase(&kim).await;
    town.settle().await;
    assert!(named_in(&town, "You built the docs.").is_empty());
    assert!(!town.rows().await.contains(&kim.id().to_string()));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_of_several_counts_towards_the_limit_and_a_refusal_of_some_keeps_the_words() {
    let mut town = four_managers().await;
    let (kim, ada, ben, lee, mia) =
        (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.lee.clone(), town.mia.clone());
    let all = [&ada, &ben, &lee, &mia];
    for number in 1..=2 {
        let receipt = thank_all(&town, &kim, &all, &format!("Words {number}."), "private").await;
        assert!(receipt.text().contains("Ada, Ben, Lee and Mia"), "{}", receipt.text());
    }
    let receipt = thank_all(&town, &kim, &all, "Words 3.", "private").await;
    assert!(receipt.text().contains("**Ada and Ben** will each"), "two of four fit: {}", receipt.text());
    assert_eq!(receipt.text().matches("10 thank-yous in the past hour").count(), 1, "{}", receipt.text());
    let form = kim.click(&receipt, "Try again").await;
    assert_eq!(form.kind(), ResponseKind::Modal);
    assert!(form.json().to_string().contains("Words 3."), "{}", form.json());

    // A person who is not on the roster is named, although others were thanked.
    town.advance_to("2027-01-12 14:00 Europe/Berlin").await;
    let rosa = town.rosa.clone();
    let receipt = thank_all(&town, &kim, &[&kim, &rosa, &ada], "Words 4.", "private").await;
    let text = receipt.text();
    assert!(
        text.contains("**Ada** will read") && text.contains("That’s you!") && text.contains("**Rosa** isn’t"),
        "{text}"
    );
    let mine = kim.slash(&town.help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("**11** thank-yous"), "{}", mine.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_is_thanked_from_the_days_post_once() {
    let mut town = four_managers().await;
    town.advance_to("2027-01-25 09:01 Europe/Berlin").await;
    let day = town.posts().pop().expect("the day's post");
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let form = kim.click(&day, "Thank everyone").await.settled().await;
    assert_eq!(form.kind(), ResponseKind::Modal);
    let fields = |words: &str| [("words", FieldValue::Text(words.into())), ("consent", FieldValue::value("public"))];

    // Two of them sent at the same moment count once.
    let other = kim.click(&day, "Thank everyone").await.settled().await;
    let (one_fields, other_fields) = (fields("You kept us going."), fields("You kept us going."));
    let (one, other) = join!(form.submit(&one_fields), other.submit(&other_fields));
    let answers = [one.settled().await, other.settled().await];
    let kept = answers.iter().filter(|answer| answer.text().contains("**Ada, Ben, Lee and Mia** will each")).count();
    let refused: Vec<_> = answers.iter().filter(|answer| answer.text().contains("already")).collect();
    assert_eq!((kept, refused.len()), (1, 1), "{} / {}", answers[0].text(), answers[1].text());
    assert_eq!(refused[0].text().matches("already").count(), 1, "the reason is said once: {}", refused[0].text());
    let again = kim.click(refused[0], "Try again").await;
    assert!(again.json().to_string().contains("You kept us going."), "{}", again.json());
    town.settle().await;
    assert_eq!(named_in(&town, "You kept us going."), [["Ada", "Ben", "Lee", "Mia"]]);

    // All of them are one towards the limit of ten an hour.
    for number in 1..=9 {
        let receipt = town.thank(&kim, &ada, &format!("For the docs, {number}."), &[("consent", "private")]).await;
        assert!(receipt.text().contains("**Ada** will read"), "{number}: {}", receipt.text());
    }
    let receipt = town.thank(&kim, &ada, "One more.", &[("consent", "private")]).await;
    assert!(receipt.text().contains("which is the limit"), "{}", receipt.text());

    // A manager thanks the others.
    let form = ada.click(&day, "Thank everyone").await.settled().await;
    let receipt = form.submit(&fields("My colleagues!")).await.settled().await;
    assert!(receipt.text().contains("**Ben, Lee and Mia** will each"), "{}", receipt.text());
    town.settle().await;
    assert_eq!(named_in(&town, "My colleagues!"), [["Ben", "Lee", "Mia"]]);
    let undone = ada.click(&receipt, "Undo").await.settled().await;
    assert!(undone.text().contains("won’t see it"), "{}", undone.text());
    town.settle().await;
    assert!(named_in(&town, "My colleagues!").is_empty());
    town.ends_well().await;
}
