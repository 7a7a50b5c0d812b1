//! Who holds the manager role: known at once where members may be listed, else when they are seen.

use cmad::domain::ids::{GuildId, UserId};
use cmad::sim::Opt;

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

async fn set_up_with_role(town: &Town) -> String {
    let role = town.server.role("Community", 0);
    for holder in [&town.ada, &town.ben, &town.mia] {
        holder.give_role(&role);
    }
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("manager_role", Opt::Role(role.id())),
    ];
    town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_members_may_be_listed_the_roster_is_complete() {
    let mut town = Town::with(OPEN, |options| options.guild_members = true).await;
    let done = set_up_with_role(&town).await;
    assert!(done.contains("**3** of 3 holders"), "{done}");
    town.settle().await;
    let invitation = town.ben.dms().pop().expect("a holder is asked without having been seen");
    town.ben.click(&invitation, "No, thanks").await.settled().await;
    town.settle().await;
    let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    assert!(doctor.text().contains("**2** of 3 holders"), "who declined is left alone: {}", doctor.text());
    town.settle().await;
    assert_eq!(town.ben.dms().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_that_nobody_claims_to_have_looked_and_whoever_thanks_is_seen() {
    let mut town = Town::at(OPEN).await;
    let done = set_up_with_role(&town).await;
    assert!(!done.contains("holders"), "{done}");
    let doctor = town.olga.slash(&town.cmad, "campaign doctor", &[]).await.settled().await;
    assert!(!doctor.text().contains("holders"), "{}", doctor.text());
    let (ada, ben) = (town.ada.clone(), town.ben.clone());
    town.thank(&ada, &ben, "You kept the night calm.", &[("consent", "named")]).await;
    let roster = town.stage.bot().app().roster(GuildId(town.server.id())).await.unwrap();
    let known: Vec<UserId> = roster.iter().map(|manager| manager.user).collect();
    assert!(known.contains(&UserId(ada.id())) && known.contains(&UserId(ben.id())), "{known:?}");
    assert!(!known.contains(&UserId(town.mia.id())), "Mia was not seen yet");
    town.ends_well().await;
}
