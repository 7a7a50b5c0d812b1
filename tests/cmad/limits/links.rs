//! Links to messages, as people paste them.

use discord_sim::Opt;

use super::OPEN;
use crate::town::Town;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_are_understood_as_people_paste_them() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, olga, ada) = (town.kim.clone(), town.olga.clone(), town.ada.clone());
    let said = kim.say(&town.help, &format!("{} you stayed until it worked #CMAD", ada.mention()));
    town.settle().await;
    let link = said.link();
    let path = link.strip_prefix("https://discord.com").unwrap();
    let pasted = [
        link.clone(),
        format!("<{link}>"),
        format!("{link}."),
        format!("{link}?utm_source=x"),
        format!("[this one]({link})"),
        format!("[this one](<{link}>)"),
        format!("https://ptb.discord.com{path}"),
        format!("https://canary.discord.com{path}"),
        format!("https://discordapp.com{path}/"),
        format!("{}-{}", said.channel_id(), said.id()),
        said.id().to_string(),
    ];
    for text in pasted {
        let message = || [("message", Opt::Str(text.clone()))];
        let why = kim.slash(&town.help, "cmad why", &message()).await.settled().await;
        assert!(why.text().contains("It counts"), "{text}: {}", why.text());
        let hidden = olga.slash(&town.cmad, "campaign hide", &message()).await.settled().await;
        assert!(hidden.text().contains("1") && hidden.text().contains("Ada"), "{text}: {}", hidden.text());
        let restored = olga.slash(&town.cmad, "campaign restore", &message()).await.settled().await;
        assert!(restored.text().contains("Ada"), "{text}: {}", restored.text());
    }
    for text in ["https://example.org/channels/1/2/3", "the one from yesterday"] {
        let hidden = olga.slash(&town.cmad, "campaign hide", &[("message", text.into())]).await.settled().await;
        assert!(hidden.text().contains("isn’t a message link"), "{}", hidden.text());
    }
    town.settle().await;
    town.ends_well().await;
}
