//! One member, or a crowd, that writes without end: questions stay few, and no one else waits.

use discord_sim::{Member, MessageHandle, NewMember, Opt};
use domain::ids::{GuildId, MessageId};

use crate::town::{PERMISSIONS, Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";
const SAVE: &str = "Save as #CMAD thanks";

/// The bot's messages that exist now in the help channel.
fn questions(town: &Town) -> Vec<MessageHandle> {
    let bot = town.sim().bot_id();
    town.help.messages().into_iter().filter(|message| message.author() == bot && message.exists()).collect()
}

fn reactions(town: &Town, to: &[MessageHandle]) -> usize {
    let bot = town.sim().bot_id();
    to.iter().filter(|said| said.reactions().iter().any(|(_, by)| by.contains(&bot))).count()
}

fn crowd(town: &Town, count: usize) -> Vec<Member> {
    let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
    let member = |n| town.server.member_with(&format!("Member {n}"), NewMember { joined_ms, ..NewMember::default() });
    (0..count).map(member).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn six_hundred_unclear_messages_of_one_member_are_one_question_and_the_day_s_post_is_on_time() {
    let mut town = Town::set_up("2027-01-25 08:59 Europe/Berlin").await;
    let (kim, ada, help) = (town.kim.clone(), town.ada.clone(), town.help.clone());
    let before = town.posts().len();
    let said: Vec<_> = (1..=600).map(|n| kim.say(&help, &format!("#CMAD {n}"))).collect();
    town.settle().await;
    assert_eq!(questions(&town).len(), 1);
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    assert_eq!(town.posts().len(), before + 1, "the day's post");

    // What was not asked in the channel is asked by `/cmad mine`, in any channel.
    let mine = kim.slash(&town.cmad, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("names no one"), "{}", mine.text());
    let last = format!("whom:{}:{}", kim.id(), said[599].id());
    let picker = kim.click(&mine, &last).await.settled().await;
    let picked = kim.select(&picker, "whom-picked", &[&ada.id().to_string()]).await.settled().await;
    assert!(picked.text().contains("Ada"), "{}", picked.text());
    town.settle().await;
    assert_eq!(questions(&town).len(), 1, "still one to one person");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_questions_for_whom_are_open_in_a_channel_and_the_rest_is_asked_by_cmad_mine() {
    let mut town = Town::set_up(OPEN).await;
    let (help, ada, members) = (town.help.clone(), town.ada.clone(), crowd(&town, 5));
    for member in &members {
        member.say(&help, "thank you all #CMAD");
    }
    town.settle().await;
    assert_eq!(questions(&town).len(), 3);
    let elsewhere = members[4].say(&town.cmad, "really, thank you all #CMAD");
    town.settle().await;
    let asked = town.posts().into_iter().any(|post| post.replies_to() == Some(elsewhere.id()));
    assert!(asked, "another channel has room");

    let last = &members[3];
    let mine = last.slash(&help, "cmad mine", &[]).await.settled().await;
    let picker = last.click(&mine, "Choose who you mean").await.settled().await;
    let picked = last.select(&picker, "whom-picked", &[&ada.id().to_string()]).await.settled().await;
    assert!(picked.text().contains("Ada"), "{}", picked.text());
    town.settle().await;
    let ends = questions(&town).into_iter().filter(|one| one.json().to_string().contains("found")).count();
    assert_eq!(ends, 1, "their words are kept now, and they are asked how they may be shown");
    let mine = last.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(!mine.text().contains("names no one"), "{}", mine.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_questions_about_consent_are_open_in_a_channel_and_all_words_have_their_reaction() {
    let mut town = Town::set_up(OPEN).await;
    let (help, members) = (town.help.clone(), crowd(&town, 12));
    let thanks = format!("{} stayed until it worked #CMAD", town.ada.mention());
    let said: Vec<_> = members.iter().map(|member| member.say(&help, &thanks)).collect();
    town.settle().await;
    assert_eq!((questions(&town).len(), reactions(&town, &said)), (10, 12));

    // One goes, and the next who writes has room.
    members[0].delete(&said[0]);
    town.settle().await;
    assert_eq!(questions(&town).len(), 9);
    let again = format!("{} and again #CMAD", town.ada.mention());
    members[0].say(&help, &again);
    town.settle().await;
    assert_eq!(questions(&town).len(), 10);

    let last = &members[11];
    let mine = last.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("how it may be shown"), "{}", mine.text());
    let choices = last.click(&mine, "Decide").await.settled().await;
    let decided = last.click(&choices, "with my name").await.settled().await;
    assert!(decided.text().contains("with your name"), "{}", decided.text());
    let mine = last.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(!mine.text().contains("how it may be shown"), "{}", mine.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_person_has_one_open_question_and_cmad_mine_asks_the_others() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, help) = (town.kim.clone(), town.lee.clone(), town.help.clone());
    let unclear = kim.say(&help, "thank you #CMAD");
    let clear = kim.say(&help, &format!("{} stayed #CMAD", town.ada.mention()));
    let wanted = kim.say(&help, &format!("{} is the best", town.ada.mention()));
    town.settle().await;
    let asked = lee.message_command(SAVE, &wanted).await.settled().await;
    assert!(asked.text().contains("/cmad mine"), "{}", asked.text());
    town.settle().await;
    assert_eq!(questions(&town).len(), 1);
    assert_eq!(questions(&town)[0].replies_to(), Some(unclear.id()));
    assert_eq!(reactions(&town, std::slice::from_ref(&clear)), 1);

    let mine = kim.slash(&town.cmad, "cmad mine", &[]).await.settled().await;
    let text = mine.text();
    assert!(text.contains("names no one") && text.contains("how it may be shown"), "{text}");
    assert!(text.contains("saved as a thank-you"), "{text}");
    let choices = kim.click(&mine, &format!("save:{}:{}", kim.id(), wanted.id())).await.settled().await;
    let saved = kim.click(&choices, "with my name").await.settled().await;
    assert!(saved.text().contains("Ada"), "{}", saved.text());

    // Once the first question is gone, the next one has room.
    kim.delete(&unclear);
    town.settle().await;
    let open = questions(&town);
    assert_eq!(open.len(), 1, "{:?}", open.iter().map(MessageHandle::text).collect::<Vec<_>>());
    assert_eq!(open[0].replies_to(), Some(clear.id()));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_takes_their_questions_away_again_and_again_is_asked_ten_times_an_hour() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, help) = (town.kim.clone(), town.lee.clone(), town.help.clone());
    let posts = "POST /channels/*/messages";
    let before = town.sim().request_count(posts);
    for n in 1..=20 {
        let said = kim.say(&help, &format!("#CMAD {n}"));
        town.settle().await;
        kim.delete(&said);
        town.settle().await;
    }
    let edited = kim.say(&help, &format!("{} stayed #CMAD", town.ada.mention()));
    for n in 1..=5 {
        kim.edit(&edited, &format!("never mind {n}"));
        town.settle().await;
        kim.edit(&edited, &format!("{} stayed #CMAD {n}", town.ada.mention()));
        town.settle().await;
    }
    assert_eq!((town.sim().request_count(posts) - before, questions(&town).len()), (10, 0));
    let mine = kim.slash(&help, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("how it may be shown"), "{}", mine.text());
    // Others are asked, and Kim again an hour later.
    lee.say(&help, "thank you #CMAD");
    town.settle().await;
    assert_eq!(questions(&town).len(), 1);
    town.advance_to("2027-01-12 13:05 Europe/Berlin").await;
    kim.say(&help, "thank you all #CMAD");
    town.settle().await;
    assert_eq!(questions(&town).len(), 2);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_in_many_servers_at_once_counts_once_and_each_server_keeps_its_order() {
    let mut town = Town::set_up(OPEN).await;
    let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
    let member = || NewMember { joined_ms, ..NewMember::default() };
    let mut towns = Vec::new();
    for n in 0..5 {
        let server = town.sim().server_owned_by(&format!("Town {n}"), &format!("Owner {n}"));
        let news = server.channel("news");
        let (manager, writer) = (server.member_with("Cleo", member()), server.member_with("Finn", member()));
        let others: Vec<Member> = (0..3).map(|m| server.member_with(&format!("Member {m}"), member())).collect();
        town.sim().invite_bot(&server, PERMISSIONS);
        town.settle().await;
        let options = [("channel", Opt::Channel(news.id())), ("timezone", "Europe/Berlin".into())];
        server.owner().slash(&news, "campaign setup", &options).await.settled().await;
        server.owner().slash(&news, "roster add", &[("member", Opt::User(manager.id()))]).await.settled().await;
        towns.push((server, news, manager, writer, others));
    }
    town.settle().await;
    let mut written = Vec::new();
    for number in 1..=12 {
        for (_, news, manager, writer, others) in &towns {
            let words = format!("{} you helped me, time {number} #CMAD", manager.mention());
            written.push((number, writer.say(news, &words)));
            if let Some(other) = others.get(number - 1) {
                let said = other.say(news, &format!("{} thanks from me, too #CMAD", manager.mention()));
                other.edit(&said, &format!("{} many thanks from me, too #CMAD", manager.mention()));
                written.push((1, said));
            }
        }
    }
    town.settle().await;
    let store = town.stage.bot().store();
    for (number, said) in &written {
        let kept = store.thanks_of_message(MessageId(said.id())).await.unwrap();
        // Ten thank-yous an hour: the first ten of the one who writes without end.
        assert_eq!(kept.len(), usize::from(*number <= 10), "number {number}: {}", said.text());
    }
    for (server, ..) in &towns {
        assert_eq!(store.total(GuildId(server.id()), 2027).await.unwrap().thanks, 13);
    }
    town.ends_well().await;
}
