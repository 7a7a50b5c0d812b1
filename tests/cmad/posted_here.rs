//! Public words are posted in the channel in which they are given, if everyone sees it and both the giver and the bot may
//! write there; else in the campaign's channel. The receipt names the channel.

use discord_sim::{ChannelHandle, Fault, FaultKind, FieldValue, Interaction, Opt, Overwrite, OverwriteFor, permission};
use serde_json::json;

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// Kim thanks Ada in a channel.
async fn thank(town: &Town, channel: &ChannelHandle, words: &str) -> Interaction {
    let options = [("manager", Opt::User(town.ada.id())), ("message", Opt::Str(words.into()))];
    town.kim.slash(channel, "thank", &options).await.settled().await
}

fn names(receipt: &Interaction, channel: &ChannelHandle) -> bool {
    receipt.text().contains(&format!("posted in <#{}>", channel.id()))
}

/// Whether the bot's post of these words stands in a channel.
fn stands(channel: &ChannelHandle, words: &str) -> bool {
    channel.messages().iter().any(|message| message.exists() && message.text().contains(words))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_everyone_sees_them_else_in_the_campaigns_channel() {
    let mut town = Town::set_up(OPEN).await;
    let (server, kim, cmad, help) = (town.server.clone(), town.kim.clone(), town.cmad.clone(), town.help.clone());
    let with = |name: &str, whom: OverwriteFor, deny: u64| {
        let channel = server.channel(name);
        channel.set_overwrites(&[Overwrite { whom, allow: 0, deny }]);
        channel
    };
    let (everyone, bot) = (OverwriteFor::Role(server.id()), OverwriteFor::Member(town.sim().bot_id()));
    let allowed = |member: OverwriteFor| Overwrite { whom: member, allow: permission::VIEW_CHANNEL, deny: 0 };
    let team = server.channel("team");
    let hidden = Overwrite { whom: everyone, allow: 0, deny: permission::VIEW_CHANNEL };
    team.set_overwrites(&[hidden, allowed(OverwriteFor::Member(kim.id())), allowed(bot)]);
    let news = with("news", OverwriteFor::Member(kim.id()), permission::SEND_MESSAGES);
    let quiet = with("quiet", bot, permission::SEND_MESSAGES);
    let dark = with("dark", bot, permission::VIEW_CHANNEL);
    let thread = help.thread("docs", &kim);
    let secret = help.private_thread("secret", &kim, &[town.ada.id()]);
    let cases = [
        (&help, true),
        (&thread, true),
        (&team, false),
        (&news, false),
        (&quiet, false),
        (&dark, false),
        (&secret, false),
    ];
    for (number, (channel, is_here)) in cases.into_iter().enumerate() {
        let words = format!("You answered me at midnight, number {number}.");
        let receipt = thank(&town, channel, &words).await;
        let place = if is_here { channel } else { &cmad };
        assert!(names(&receipt, place), "{}: {}", channel.name(), receipt.text());
        town.settle().await;
        assert!(stands(place, &words), "{}", channel.name());
        assert!(is_here || !stands(channel, &words), "{}", channel.name());
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_and_a_later_consent_are_posted_where_they_were_given_and_go_from_there() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let form = kim.user_command(&help, "Thank for #CMAD", &ada).await;
    let fields = [
        ("manager", FieldValue::Ids(vec![ada.id()])),
        ("words", FieldValue::Text("The release notes.".into())),
        ("consent", FieldValue::Text("private".into())),
    ];
    let receipt = form.submit(&fields).await.settled().await;
    town.settle().await;
    assert!(!stands(&help, "The release notes") && !stands(&town.cmad, "The release notes"));
    let receipt = kim.click(&receipt, "public").await.settled().await;
    assert!(names(&receipt, &help), "{}", receipt.text());
    town.settle().await;
    assert!(stands(&help, "The release notes"));
    kim.click(&receipt, "private").await.settled().await;
    town.settle().await;
    assert!(!stands(&help, "The release notes") && !stands(&town.cmad, "The release notes"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_has_them_all_in_the_campaigns_channel() {
    let mut town = Town::set_up(OPEN).await;
    let (olga, cmad, help) = (town.olga.clone(), town.cmad.clone(), town.help.clone());
    let status = olga.slash(&cmad, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("where they’re given"), "{}", status.text());
    let set = async |posts: Option<&str>| {
        let mut options = vec![("channel", Opt::Channel(cmad.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
        options.extend(posts.map(|posts| ("posts", Opt::Str(posts.into()))));
        olga.slash(&cmad, "campaign setup", &options).await.settled().await;
    };
    for (number, posts) in [Some("campaign_channel"), None].into_iter().enumerate() {
        set(posts).await;
        let words = format!("Thank you, number {number}.");
        let receipt = thank(&town, &help, &words).await;
        assert!(names(&receipt, &cmad), "{}", receipt.text());
        town.settle().await;
        assert!(stands(&cmad, &words) && !stands(&help, &words));
    }
    set(Some("here")).await;
    let receipt = thank(&town, &help, "Here again.").await;
    assert!(names(&receipt, &help), "{}", receipt.text());
    town.settle().await;
    assert!(stands(&help, "Here again."));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_takes_no_post_any_more_is_replaced_by_the_campaigns() {
    let mut town = Town::set_up(OPEN).await;
    let cmad = town.cmad.clone();
    for (status, code) in [(403, 50013), (403, 50001), (404, 10003)] {
        let short = town.server.channel("short");
        let body = json!({"code": code, "message": "Refused"});
        let refused = FaultKind::Answer { status, body };
        town.sim().fault(Fault::on(format!("POST /channels/{}/messages", short.id()), refused).times(100));
        let words = format!("You were there, {code}.");
        let receipt = thank(&town, &short, &words).await;
        assert!(names(&receipt, &short), "{}", receipt.text());
        town.settle().await;
        assert!(stands(&cmad, &words) && !stands(&short, &words), "{code}");
        // The giver sees where it went.
        let private = town.kim.click(&receipt, "private").await.settled().await;
        let public = town.kim.click(&private, "public").await.settled().await;
        assert!(names(&public, &cmad), "{}", public.text());
        town.settle().await;
        assert_eq!(cmad.messages().iter().filter(|one| one.exists() && one.text().contains(&words)).count(), 1);
    }
    assert!(!town.olga.dms().iter().any(|message| message.text().contains("short")), "no admin has anything to do");
    town.ends_well().await;
}
