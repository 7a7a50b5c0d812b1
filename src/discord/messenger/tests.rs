//! The messenger against the simulated Discord, over real sockets.

use crate::rehearse::stage::sim_options;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::SecretString;

use super::*;
use crate::discord::rest::RestOptions;
use crate::net::Dialer;
use crate::ports::{Frame, Note, NoteKind, Post, PostKind};
use discord_sim::{ChannelHandle, Fault, FaultKind, Member, MessageHandle, Sim, SimServer, permission};
use domain::campaign::{Campaign, Schedule};
use domain::ids::GuildId;
use domain::send::SendKey;

/// 2027-01-24T08:00:00Z.
const START_MS: i64 = 1_800_777_600_000;
const MESSAGES: &str = "POST /channels/*/messages";

struct Town {
    sim: Sim,
    server: SimServer,
    channel: ChannelHandle,
    ada: Member,
    messenger: DiscordMessenger,
}

async fn town() -> Town {
    let sim = Sim::start(sim_options(START_MS)).await.unwrap();
    let server = sim.server("Harbour");
    let (channel, ada) = (server.channel("general"), server.member("Ada"));
    sim.invite_bot(&server, permission::EVERYONE | permission::CREATE_EVENTS);
    let token = SecretString::from(sim.token());
    let (api_base, timeout) = (sim.api_base(), Duration::from_millis(400));
    let options = RestOptions {
        token: &token,
        api_base: Some(&api_base),
        requests_per_second: 1000,
        timeout,
        answer_within: timeout,
        dialer: &Dialer::direct(),
    };
    let messenger = DiscordMessenger::new(&Rest::new(&options).unwrap(), UserId(sim.bot_id()));
    Town { sim, server, channel, ada, messenger }
}

impl Town {
    fn frame(&self) -> Frame {
        let guild = GuildId(self.server.id());
        let campaign = Campaign::new(guild, 2027, chrono_tz::Europe::Berlin, Schedule::default()).unwrap();
        let (language, server) = ("en".to_owned(), "Harbour".to_owned());
        Frame { language, campaign, server, channel: self.place(), theme: Some("@everyone".to_owned()) }
    }

    fn post(&self) -> Body {
        Body::Post(Box::new(Post { frame: self.frame(), what: PostKind::Countdown }))
    }

    fn note(&self, what: NoteKind) -> Body {
        Body::Note(Box::new(Note { frame: self.frame(), what }))
    }

    fn place(&self) -> ChannelId {
        ChannelId(self.channel.id())
    }

    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.sim.now()).unwrap()
    }

    async fn find(&self, to: Destination, name: &str) -> Lookup<Receipt> {
        self.messenger.find(to, &mark(name), self.now()).await.unwrap()
    }

    fn event(&self) -> DayEvent {
        let (from, until) = self.frame().campaign.span();
        DayEvent {
            guild: GuildId(self.server.id()),
            language: "en".to_owned(),
            day: self.frame().campaign.day,
            from,
            until,
            location: format!("#{}", "g".repeat(200)),
            theme: Some("*".repeat(2000)),
        }
    }
}

fn mark(name: &str) -> Mark {
    format!("1/2027/report/{name}/0").parse::<SendKey>().unwrap().mark()
}

fn receipt(of: &MessageHandle) -> Receipt {
    Receipt { channel: ChannelId(of.channel_id()), message: MessageId(of.id()) }
}

#[tokio::test]
async fn a_post_goes_out_and_is_found_again() {
    let town = town().await;
    let to = Destination::Channel(town.place());
    assert_eq!(town.find(to, "post").await, Lookup::Absent, "a channel without messages");
    let sent = town.messenger.send(to, &town.post(), &mark("post")).await.unwrap();
    let [message] = &town.channel.messages()[..] else { panic!("one message") };
    assert_eq!(sent, receipt(message));
    assert!(message.text().contains("Who helped you this year?"));
    assert!(message.pinged().is_empty());
    assert_eq!(message.json()["flags"], 1 << 15, "posts are not silent");
    assert_eq!(town.find(to, "post").await, Lookup::Found(sent));
    assert_eq!(town.find(to, "another").await, Lookup::Absent);
    let later = town.messenger.find(to, &mark("post"), town.now() + TimeDelta::hours(1)).await.unwrap();
    assert_eq!(later, Lookup::Absent, "it was made before");
    town.sim.assert_clean();
}

#[tokio::test]
async fn a_message_behind_many_others_is_found() {
    let town = town().await;
    let to = Destination::Channel(town.place());
    for n in 0..250 {
        town.ada.say(&town.channel, &format!("message {n}"));
    }
    assert_eq!(town.find(to, "post").await, Lookup::Absent);
    let sent = town.messenger.send(to, &town.post(), &mark("post")).await.unwrap();
    assert_eq!(town.find(to, "post").await, Lookup::Found(sent));
}

#[tokio::test]
async fn one_attempt_is_one_request_and_what_may_have_arrived_stays_uncertain() {
    let done = [FaultKind::DoneThenStatus(502), FaultKind::DoneThenDropConnection, FaultKind::DoneThenHang];
    let not_done = [FaultKind::Status(500), FaultKind::Status(503), FaultKind::DropConnection];
    for lost in done.iter().chain(&not_done) {
        let town = town().await;
        let to = Destination::Channel(town.place());
        town.sim.fault(Fault::on(MESSAGES, lost.clone()));
        let sent = town.messenger.send(to, &town.post(), &mark("post")).await;
        assert_eq!(sent, Err(SendError::Uncertain), "{lost:?}");
        assert_eq!(town.sim.request_count(MESSAGES), 1, "an identical request would rely on Discord alone: {lost:?}");
        let found = town.channel.messages().first().map_or(Lookup::Absent, |message| Lookup::Found(receipt(message)));
        assert_eq!(town.find(to, "post").await, found, "{lost:?}");
        // One that comes too early all the same gets the first message back.
        let sent = town.messenger.send(to, &town.post(), &mark("post")).await.unwrap();
        let [message] = &town.channel.messages()[..] else { panic!("one message after {lost:?}") };
        assert_eq!(sent, receipt(message));
    }
    let town = town().await;
    town.sim.fault(Fault::on("POST /users/@me/channels", FaultKind::Status(500)));
    let to = Destination::Person(UserId(town.ada.id()));
    let body = town.note(NoteKind::Breathe { givers: 2 });
    assert_eq!(town.messenger.send(to, &body, &mark("breathe")).await, Err(SendError::NotSent));
    assert_eq!(town.sim.request_count("POST /users/@me/channels"), 1);
}

#[tokio::test]
async fn without_the_history_nothing_is_certain() {
    let town = town().await;
    let to = Destination::Channel(town.place());
    town.channel.deny_bot(permission::READ_MESSAGE_HISTORY);
    assert_eq!(town.find(to, "post").await, Lookup::Absent, "nothing was ever posted, as the channel itself says");
    town.messenger.send(to, &town.post(), &mark("post")).await.unwrap();
    assert_eq!(town.find(to, "post").await, Lookup::Unknown);
    let tomorrow = town.now() + TimeDelta::days(1);
    let since = town.messenger.find(to, &mark("post"), tomorrow).await.unwrap();
    assert_eq!(since, Lookup::Absent, "the channel's last message is older than what is looked for");
}

#[tokio::test]
async fn an_old_channel_without_new_messages_is_believed() {
    let town = town().await;
    let said = town.ada.say(&town.channel, "long ago");
    town.sim.set_now(START_MS + 86_400_000);
    let to = Destination::Channel(town.place());
    assert_eq!(town.find(to, "post").await, Lookup::Absent);
    town.ada.delete(&said);
    let newer = town.ada.say(&town.channel, "and taken back");
    town.ada.delete(&newer);
    town.ada.say(&town.channel, "still here");
    assert_eq!(town.find(to, "post").await, Lookup::Absent);
}

#[tokio::test]
async fn private_messages_open_one_conversation() {
    let town = town().await;
    let to = Destination::Person(UserId(town.ada.id()));
    assert_eq!(town.find(to, "breathe").await, Lookup::Absent);
    let body = town.note(NoteKind::Breathe { givers: 2 });
    let sent = town.messenger.send(to, &body, &mark("breathe")).await.unwrap();
    town.sim.fault(Fault::on("POST /users/@me/channels", FaultKind::Status(500)).times(99));
    assert_eq!(town.find(to, "breathe").await, Lookup::Found(sent), "the conversation is remembered");
    let [message] = &town.ada.dms()[..] else { panic!("one message") };
    assert!(message.text().contains("Stop and breathe"));
    town.ada.set_dms_closed(true);
    let closed = town.messenger.send(to, &body, &mark("again")).await;
    assert_eq!(closed, Err(SendError::ClosedMessages { code: 50007 }));
    let grace = town.server.member("Grace");
    town.sim.clear_faults();
    town.sim.fault(Fault::on("POST /users/@me/channels", FaultKind::DropConnection).times(99));
    let to = Destination::Person(UserId(grace.id()));
    assert_eq!(town.messenger.send(to, &body, &mark("grace")).await, Err(SendError::NotSent), "no message was tried");
}

#[tokio::test]
async fn a_digest_arrives_with_its_files() {
    use crate::ports::CopyOffer;
    use domain::digest::Audience;
    use domain::testing::{Case, alex, thanks};
    use domain::thanks::Consent;
    let town = town().await;
    let thanks = (1..=40).map(|id| thanks(id, id.unsigned_abs(), &"*\n".repeat(700), Consent::Public)).collect();
    let case = Case { thanks, choices: Default::default(), earlier: None, names: Default::default() };
    let files = vec![("cmad-2027.html".to_owned(), b"page".to_vec()), ("cmad-2027.txt".to_owned(), b"text".to_vec())];
    let own = Box::new(case.compose(&alex(), Audience::Manager).into());
    let body = town.note(NoteKind::Digest { digest: own, files: files.clone(), revision: 1, copy: CopyOffer::Ask });
    let to = Destination::Person(UserId(town.ada.id()));
    let sent = town.messenger.send(to, &body, &mark("digest")).await.unwrap();
    assert_eq!(town.find(to, "digest").await, Lookup::Found(sent));
    let manager = UserId(town.ada.id());
    let copy = Box::new(case.compose(&alex(), Audience::Boss).into());
    let body = town.note(NoteKind::Copy { manager, number: 0, copy, files });
    town.messenger.send(to, &body, &mark("copy")).await.unwrap();
    let messages = town.ada.dms();
    assert_eq!(messages.iter().map(|message| message.files().len()).collect::<Vec<_>>(), [2, 2]);
    town.sim.assert_clean();
}

#[tokio::test]
async fn a_question_is_a_silent_reply_and_never_stands_alone() {
    let town = town().await;
    let said = town.ada.say(&town.channel, "thanks @Grace #CMAD");
    let to = Destination::Reply(town.place(), MessageId(said.id()));
    let body = town.note(NoteKind::AskConsent { giver: UserId(town.ada.id()) });
    let sent = town.messenger.send(to, &body, &mark("ask")).await.unwrap();
    let messages = town.channel.messages();
    let asked = &messages[1];
    assert_eq!(asked.json()["message_reference"]["message_id"], said.id().to_string());
    assert_eq!(asked.json()["flags"], (1 << 15) | (1 << 12));
    assert!(asked.pinged().is_empty());
    assert_eq!(town.find(to, "ask").await, Lookup::Found(sent));
    town.ada.delete(&said);
    let gone = town.messenger.send(to, &body, &mark("ask again")).await;
    assert_eq!(gone, Err(SendError::Gone { code: 10008 }));
    town.channel.deny_bot(permission::READ_MESSAGE_HISTORY);
    let other = town.ada.say(&town.channel, "thanks @Grace #CMAD");
    let to = Destination::Reply(town.place(), MessageId(other.id()));
    let refused = town.messenger.send(to, &body, &mark("ask other")).await;
    assert_eq!(refused, Err(SendError::Forbidden { code: 160_002 }));
}

#[tokio::test]
async fn refusals_keep_their_codes() {
    let town = town().await;
    let to = Destination::Channel(town.place());
    town.channel.deny_bot(permission::SEND_MESSAGES);
    let refused = town.messenger.send(to, &town.post(), &mark("post")).await;
    assert_eq!(refused, Err(SendError::Forbidden { code: 50013 }));
    town.channel.delete();
    assert_eq!(town.messenger.send(to, &town.post(), &mark("post")).await, Err(SendError::Gone { code: 10003 }));
    assert_eq!(town.messenger.find(to, &mark("post"), town.now()).await, Err(SendError::Gone { code: 10003 }));
}

#[tokio::test]
async fn messages_are_taken_away_and_reacted_to() {
    let town = town().await;
    let said = town.ada.say(&town.channel, "thanks");
    let at = (town.place(), MessageId(said.id()));
    for _ in 0..2 {
        town.messenger.react(at.0, at.1, Reaction::Counted).await.unwrap();
        town.messenger.react(at.0, at.1, Reaction::Answered).await.unwrap();
    }
    let by = vec![town.sim.bot_id()];
    assert_eq!(said.reactions(), [("💌".to_owned(), by.clone()), ("💚".to_owned(), by.clone())]);
    for _ in 0..2 {
        town.messenger.unreact(at.0, at.1, Reaction::Answered).await.unwrap();
    }
    assert_eq!(said.reactions(), [("💚".to_owned(), by)]);
    let sent = town.messenger.send(Destination::Channel(town.place()), &town.post(), &mark("post")).await.unwrap();
    for _ in 0..2 {
        town.messenger.delete(sent.channel, sent.message).await.unwrap();
    }
    assert_eq!(town.channel.messages().len(), 1);
    town.ada.delete(&said);
    assert_eq!(town.messenger.react(at.0, at.1, Reaction::Counted).await, Err(SendError::Gone { code: 10008 }));
}

#[tokio::test]
async fn the_event_is_made_once_and_found_again() {
    let town = town().await;
    let event = town.event();
    assert_eq!(town.messenger.find_event(&event).await, Ok(Lookup::Absent));
    town.sim.fault(Fault::on("POST /guilds/*/scheduled-events", FaultKind::DoneThenStatus(502)));
    assert_eq!(town.messenger.create_event(&event).await, Err(SendError::Uncertain), "an event has no nonce");
    let Ok(Lookup::Found(id)) = town.messenger.find_event(&event).await else { panic!("it was made") };
    let other_day = DayEvent { from: event.from + TimeDelta::days(1), ..event.clone() };
    assert_eq!(town.messenger.find_event(&other_day).await, Ok(Lookup::Absent));
    let made = town.messenger.create_event(&other_day_later(&event)).await.unwrap();
    assert_ne!(made, id);
    town.server.set_bot_permissions(permission::EVERYONE);
    assert_eq!(town.messenger.create_event(&event).await, Err(SendError::Forbidden { code: 50013 }));
    town.sim.assert_clean();
}

fn other_day_later(event: &DayEvent) -> DayEvent {
    DayEvent { from: event.from + TimeDelta::days(2), until: event.until + TimeDelta::days(2), ..event.clone() }
}
