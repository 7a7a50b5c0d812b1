//! Days of membership: counted by the dates of the server, and not at all where there is no rule.

use discord_sim::{ChannelHandle, FieldValue, Member, NewMember, Opt};

use crate::away::counted;
use crate::databases::On;
use crate::town::{Town, at};

/// A server on the west coast of America, where the evening of the day is the next date in UTC.
async fn on_the_west_coast(when: &str) -> Town {
    let mut town = Town::on(On::usual(), when, |_| {}).await;
    let channel = Opt::Channel(town.cmad.id());
    let zone = Opt::Str("America/Los_Angeles".into());
    town.olga.slash(&town.cmad, "campaign setup", &[("channel", channel), ("timezone", zone)]).await.settled().await;
    town.olga.slash(&town.cmad, "roster add", &[("member", Opt::User(town.ada.id()))]).await.settled().await;
    town.settle().await;
    town
}

fn joins(town: &Town, name: &str, when: &str) -> Member {
    let joined_ms = Some(at(when).timestamp_millis());
    town.server.member_with(name, NewMember { joined_ms, ..NewMember::default() })
}

const WAYS: [&str; 6] = ["command", "form", "button", "save", "mention", "hashtag"];

/// Thanks Ada in one of the six ways.
async fn thanks(town: &Town, who: &Member, way: &str, place: &ChannelHandle) {
    let (ada, bot) = (town.ada.mention(), town.sim().bot_id());
    let words = format!("thank you for the {way}");
    let fields = [("manager", FieldValue::from(&town.ada)), ("words", words.as_str().into())];
    match way {
        "command" => {
            let options = [("manager", Opt::User(town.ada.id())), ("message", Opt::Str(words.clone()))];
            who.slash(place, "thank", &options).await.settled().await;
        }
        "form" => {
            who.user_command(place, "Thank for #CMAD", &town.ada).await.submit(&fields).await.settled().await;
        }
        "button" => {
            let mut posts = town.posts().into_iter();
            let post = posts.find(|post| post.buttons().iter().any(|button| button.label == "Say thank you"));
            let form = who.click(&post.expect("a campaign post"), "Say thank you").await.settled().await;
            form.submit(&fields).await.settled().await;
        }
        "save" => {
            let said = who.say(place, &format!("{ada} {words}"));
            who.message_command("Save as #CMAD thanks", &said).await.settled().await;
        }
        "mention" => drop(who.say(place, &format!("<@{bot}> thanks {ada} for the {way}"))),
        "hashtag" => drop(who.say(place, &format!("{words} {ada} #CMAD"))),
        other => panic!("there is no way called {other}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_of_one_minute_thanks_in_each_way() {
    let mut town = on_the_west_coast("2027-01-20 12:00 America/Los_Angeles").await;
    town.advance_to("2027-01-25 17:01 America/Los_Angeles").await;
    let mut givers = Vec::new();
    for way in WAYS {
        let giver = joins(&town, &format!("New by {way}"), "2027-01-25 17:00 America/Los_Angeles");
        thanks(&town, &giver, way, &town.help.clone()).await;
        town.settle().await;
        givers.push(giver.id());
        let kept: Vec<u64> = counted(&town).await.into_iter().map(|(giver, _, _)| giver).collect();
        assert!(kept.contains(&giver.id()), "{way} is kept");
    }
    assert_eq!(counted(&town).await.len(), givers.len());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_of_membership_ends_at_the_servers_midnight() {
    let mut town = on_the_west_coast("2027-01-20 12:00 America/Los_Angeles").await;
    town.restart_with(|config| config.limits.member_days = 1).await;
    town.advance_to("2027-01-25 23:30 America/Los_Angeles").await;
    let giver = joins(&town, "New", "2027-01-25 09:30 America/Los_Angeles");
    let refused = giver.say(&town.help, &format!("#CMAD {} on the day of joining", town.ada.mention()));
    town.settle().await;
    assert_eq!(counted(&town).await, []);
    let why = giver.slash(&town.help, "cmad why", &[("message", refused.link().as_str().into())]).await;
    assert!(why.settled().await.text().contains("one day"), "the reason is the rule");
    town.advance_to("2027-01-26 00:01 America/Los_Angeles").await;
    giver.say(&town.help, &format!("#CMAD {} on the next day", town.ada.mention()));
    town.settle().await;
    assert_eq!(counted(&town).await.len(), 1);
    town.ends_well().await;
}

/// Their words are found while the bot was away; by then they have left and come back, and Discord tells only when they
/// came back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_left_and_came_back_said_it_as_a_member() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    town.restart_with(|config| config.limits.member_days = 3).await;
    town.settle().await;
    town.stage.kill().await;
    town.sim().forget_sessions();
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.stage.set(at("2027-01-20 10:00 Europe/Berlin"));
    let found = kim.say(&town.help, &format!("#CMAD {} before leaving", ada.mention()));
    kim.leave();
    town.stage.set(at("2027-01-20 12:00 Europe/Berlin"));
    let kim = town.server.join(&kim);
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-20 12:05 Europe/Berlin").await;
    let before = counted(&town).await;
    assert_eq!(before, [(kim.id(), ada.id(), found.id())], "it was said by a member");
    // What they say now is the word of a new member.
    kim.say(&town.help, &format!("#CMAD {} just after coming back", ada.mention()));
    town.settle().await;
    assert_eq!(counted(&town).await, before);
    // An edit of the old words is no new membership either.
    kim.edit(&found, &format!("#CMAD {} before leaving, and after", ada.mention()));
    town.settle().await;
    assert_eq!(counted(&town).await, before);
    town.ends_well().await;
}
