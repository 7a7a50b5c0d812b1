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
