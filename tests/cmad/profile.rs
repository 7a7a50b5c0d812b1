//! A manager's profile: it is shown, and can be cleared.

use domain::ids::{GuildId, UserId};

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_profile_is_shown_and_cleared() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let profile = async |options: &[(&str, &str)]| {
        let options: Vec<_> = options.iter().map(|(name, value)| (*name, (*value).into())).collect();
        ada.slash(&help, "cmad profile", &options).await.settled().await.text()
    };
    for link in ["javascript:alert(1)", "ada.example", "https://ada:secret@ada.example"] {
        let refused = profile(&[("link", link)]).await;
        assert!(refused.contains("public page"), "{link}: {refused}");
    }
    let all = [
        ("title", "Gatekeeper"),
        ("team", "Community"),
        ("display_name", "Ada L."),
        ("link", "https://ada.example/about_*me*"),
        ("timezone", "Asia/Tokyo"),
        ("language", "fr"),
    ];
    let shown = profile(&all).await;
    assert!(shown.contains("Gatekeeper") && shown.contains("ada.example") && shown.contains("Asia/Tokyo"), "{shown}");
    town.thank(&kim, &ada, "Thank you for the gates.", &[("consent", "named")]).await;
    // The link is in the sentence about her, also for others, and none of it works as Markdown.
    let desk = town.desk(&ada).await;
    let words = ada.click(&desk, "Show me now").await.settled().await;
    assert!(words.text().contains("<https://ada.example/about_*me*>"), "{}", words.text());

    let cleared = profile(&all.map(|(name, _)| (name, "-"))).await;
    assert!(!cleared.contains("Gatekeeper") && !cleared.contains("ada.example"), "{cleared}");
    let app = town.stage.bot().app();
    let manager = app.manager(GuildId(town.server.id()), UserId(ada.id())).await.unwrap().unwrap();
    assert_eq!((manager.title, manager.team, manager.link), (None, None, None));
    assert_eq!((manager.timezone, manager.language, manager.name.as_str()), (None, None, "Ada"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_manager_cares_about_is_shown_to_whoever_thanks_them_until_they_erase_it() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, ben, help, olga) =
        (town.kim.clone(), town.ada.clone(), town.ben.clone(), town.help.clone(), town.olga.clone());
    let profile =
        async |cares: &str| ada.slash(&help, "cmad profile", &[("cares", cares.into())]).await.settled().await.text();
    for refused in ["See evil.example/pay", "Write to ada@evil.example", "Ask @everyone"] {
        let answer = profile(refused).await;
        assert!(answer.contains("Nothing was changed"), "{refused}: {answer}");
    }
    let shown = profile("That *newcomers* get an\nanswer on their first day").await;
    assert!(shown.contains("\\*newcomers\\* get an answer on their first day"), "one line, without markup: {shown}");

    // The form asks for words beside it, from memory alone, and keeps its five parts; another manager's does not.
    let described = async |whom: &discord_sim::Member| {
        let form = kim.user_command(&help, "Thank for #CMAD", whom).await.json();
        assert_eq!(form["components"].as_array().map(Vec::len), Some(5), "{form}");
        form["components"][1]["description"].as_str().unwrap_or_default().to_owned()
    };
    let of_ada = "They care about: That *newcomers* get an answer on their first day";
    assert_eq!(described(&ada).await, of_ada);
    assert!(described(&ben).await.contains("What did they do"));
    town.stage.stop().await.unwrap();
    town.stage.start().await.unwrap();
    assert_eq!(described(&ada).await, of_ada, "a restart brings it back into memory");

    let line = "cares about: That \\*newcomers\\* get an answer on their first day";
    let receipt = town.thank(&kim, &ada, "You stayed.", &[("relation", "colleague"), ("consent", "named")]).await;
    assert!(receipt.text().contains(&format!("**Ada** {line}")), "{}", receipt.text());
    let changed = kim.click(&receipt, "private").await.settled().await;
    assert!(changed.text().contains(line), "{}", changed.text());
    let copy = kim.click(&changed, "Copy their boss").await.settled().await;
    assert!(copy.text().contains("Ada cares about: That *newcomers* get"), "{}", copy.text());
    let roster = olga.slash(&town.cmad, "roster list", &[]).await.settled().await;
    assert!(roster.text().contains("Cares about: That \\*newcomers\\* get"), "{}", roster.text());
    let desk = town.desk(&ada).await;
    let words = ada.click(&desk, "Show me now").await.settled().await;
    assert!(words.text().contains("That \\*newcomers\\* get"), "{}", words.text());

    town.erase(&ada).await;
    let roster = olga.slash(&town.cmad, "roster list", &[]).await.settled().await;
    assert!(!roster.text().contains("newcomers"), "{}", roster.text());
    assert!(described(&ada).await.contains("What did they do"));
    assert!(!town.rows().await.contains("newcomers"));
    town.ends_well().await;
}
