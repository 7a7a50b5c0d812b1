//! The REST client and the gateway against the simulated Discord: real sockets, compression, limits.

use cmad::rehearse::stage::sim_options;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use cmad::discord::gateway::{
    Connected, Fatal, GatewayEvent, GatewayOptions, Identified, Numbered, Outlets, Pace, Received, SavedSession,
    Subscriptions, run,
};
use cmad::discord::rest::{Outage, Request, Rest, RestError, RestOptions, Side};
use cmad::discord::shapes::Each;
use cmad::net::Dialer;
use discord_sim::{Fault, FaultKind, Sim, SimOptions, SimServer, permission};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// 2027-01-25 09:00 UTC.
const START_MS: i64 = 1_800_867_600_000;

async fn within<T>(what: &str, future: impl Future<Output = T>) -> T {
    match tokio::time::timeout(Duration::from_secs(120), future).await {
        Ok(value) => value,
        Err(_) => panic!("waited in vain for {what}"),
    }
}

fn rest(sim: &Sim, token: &str) -> Rest {
    let (token, base) = (SecretString::from(token), sim.api_base());
    let timeout = Duration::from_secs(5);
    Rest::new(&RestOptions {
        token: &token,
        api_base: Some(&base),
        requests_per_second: 1000,
        timeout,
        answer_within: timeout,
        dialer: &Dialer::direct(),
    })
    .expect("the options are right")
}

/// Posts a message.
async fn post(rest: &Rest, channel: ChannelId, body: &Value) -> Result<MessageId, RestError> {
    let posted: Value = rest.call_as(Request::post(format!("channels/{channel}/messages")).json(body)).await?;
    Ok(MessageId(posted["id"].as_str().expect("an id").parse().expect("a number")))
}

/// A connected bot.
struct Bot {
    rest: Arc<Rest>,
    subscriptions: watch::Sender<Subscriptions>,
    interactions: mpsc::Receiver<Numbered>,
    events: mpsc::Receiver<Numbered>,
    received: watch::Receiver<Received>,
    cancel: CancellationToken,
    task: JoinHandle<Result<Option<SavedSession>, Fatal>>,
}

impl Bot {
    async fn start(sim: &Sim, subscriptions: Subscriptions, saved: Option<SavedSession>) -> Self {
        Self::start_as(sim, &sim.token(), subscriptions, saved).await
    }

    async fn start_as(sim: &Sim, token: &str, subscriptions: Subscriptions, saved: Option<SavedSession>) -> Self {
        let rest = Arc::new(rest(sim, &sim.token()));
        let (to_interactions, interactions) = mpsc::channel(16);
        let (to_events, events) = mpsc::channel(16);
        let (to_progress, received) = watch::channel(Received::default());
        let (subscriptions, changes) = watch::channel(subscriptions);
        let cancel = CancellationToken::new();
        let options = GatewayOptions {
            token: SecretString::from(token),
            gateway: rest.gateway_bot().await.expect("the simulator says where"),
            bot: (UserId(sim.bot_id()), sim.application_id()),
            pace: Pace::Rehearsal,
            may_hold_hashtag: |frame| frame.windows(5).any(|five| five.eq_ignore_ascii_case(b"#cmad")),
            saved,
            dialer: Dialer::direct(),
            identified: Identified::default(),
        };
        let outlets = Outlets { interactions: to_interactions, events: to_events, received: to_progress };
        let task = tokio::spawn(run(options, changes, outlets, cancel.clone()));
        Self { rest, subscriptions, interactions, events, received, cancel, task }
    }

    async fn event(&mut self) -> GatewayEvent {
        within("an event", self.events.recv()).await.expect("the socket runs").1
    }

    async fn connected(&mut self) -> Connected {
        loop {
            match self.event().await {
                GatewayEvent::Connected(connected) => return connected,
                GatewayEvent::Disconnected => {}
                other => panic!("{other:?} instead of a session"),
            }
        }
    }

    /// The content of the next message that passes the filter.
    async fn message(&mut self) -> String {
        match self.event().await {
            GatewayEvent::Message(d) | GatewayEvent::MessageEdited(d) => {
                let message: Value = serde_json::from_str(&d).expect("JSON");
                message["content"].as_str().expect("a message").to_owned()
            }
            other => panic!("{other:?} instead of a message"),
        }
    }

    async fn stop(self) -> SavedSession {
        self.cancel.cancel();
        within("the end", self.task).await.expect("no panic").expect("nothing fatal").expect("a session")
    }
}

async fn world() -> (Sim, SimServer) {
    world_like(sim_options(START_MS)).await
}

async fn world_like(options: SimOptions) -> (Sim, SimServer) {
    let sim = Sim::start(options).await.expect("a free port");
    let server = sim.server("Home");
    sim.invite_bot(&server, permission::EVERYONE | permission::CREATE_EVENTS | permission::MANAGE_MESSAGES);
    (sim, server)
}

fn in_season(server: &SimServer) -> Subscriptions {
    let guilds = Arc::new(HashSet::from([GuildId(server.id())]));
    Subscriptions { messages: true, content: true, guilds, ..Subscriptions::default() }
}

#[tokio::test]
async fn messages_are_received_across_every_kind_of_disconnect() {
    let (sim, server) = world().await;
    let (ada, help) = (server.member("Ada"), server.channel("help"));
    let tag = server.channel("cmad");
    let mut bot = Bot::start(&sim, in_season(&server), None).await;
    let connected = bot.connected().await;
    assert_eq!((connected.user, connected.application), (UserId(sim.bot_id()), sim.application_id()));
    assert_eq!((connected.resumed, connected.guilds), (false, Some(vec![GuildId(server.id())])));
    let GatewayEvent::GuildAvailable(guild) = bot.event().await else { panic!("a server comes after READY") };
    assert_eq!((guild.id, guild.name.as_deref()), (GuildId(server.id()), Some("Home")));
    assert_eq!(guild.tag_channels, vec![ChannelId(tag.id())]);

    ada.say(&help, "good morning");
    let thanks = ada.say(&help, "#CMAD thank you");
    assert_eq!(bot.message().await, "#CMAD thank you");
    bot.subscriptions
        .send_modify(|subscriptions| subscriptions.stored = Arc::new(HashSet::from([MessageId(thanks.id())])));
    for fall in 0..5 {
        match fall {
            0 => sim.close_gateway(Some(4000)),
            1 => sim.close_gateway(Some(1000)),
            2 => sim.close_gateway(None),
            3 => sim.drop_gateway(),
            _ => sim.ask_to_reconnect(),
        }
        // Sent while the bot is disconnected, or about to be.
        ada.say(&help, &format!("#cmad number {fall}"));
        let mut heard = Vec::new();
        while heard.len() < 2 {
            match bot.event().await {
                GatewayEvent::Message(d) => heard.push(d.contains(&format!("number {fall}"))),
                GatewayEvent::Connected(connected) => heard.push(connected.resumed),
                GatewayEvent::Disconnected => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(heard, [true, true], "fall {fall}");
    }
    ada.edit(&thanks, "never mind");
    assert_eq!(bot.message().await, "never mind");
    ada.delete(&thanks);
    let deleted = GatewayEvent::MessagesDeleted {
        guild: Some(GuildId(server.id())),
        channel: ChannelId(help.id()),
        messages: vec![MessageId(thanks.id())],
    };
    assert_eq!(bot.event().await, deleted);
    sim.until_received().await;
    let made = sim.gateway_state().sessions[0].last_sequence;
    within("received", bot.received.wait_for(|received| received.sequence >= made)).await.expect("it runs");
    sim.remove_bot(&server);
    assert_eq!(bot.event().await, GatewayEvent::GuildRemoved(GuildId(server.id())));
    sim.invalidate_session(false);
    assert!(!bot.connected().await.resumed);
    sim.assert_clean();
}

#[tokio::test]
async fn out_of_season_no_messages_are_subscribed_and_the_season_needs_a_new_session() {
    let (sim, server) = world().await;
    let (ada, help) = (server.member("Ada"), server.channel("help"));
    let mut bot = Bot::start(&sim, Subscriptions::default(), None).await;
    bot.connected().await;
    assert_eq!(sim.gateway_state().intents, 1);
    ada.say(&help, "#CMAD unheard");
    bot.subscriptions.send_replace(in_season(&server));
    assert!(matches!(bot.event().await, GatewayEvent::GuildAvailable(_)));
    assert!(!bot.connected().await.resumed);
    assert!(matches!(bot.event().await, GatewayEvent::GuildAvailable(_)));
    ada.say(&help, "#CMAD heard");
    assert_eq!(bot.message().await, "#CMAD heard");
    assert_eq!(sim.gateway_state().intents, 1 | 1 << 9 | 1 << 15);
    assert_eq!(bot.received.borrow().sessions, 2);
    sim.assert_clean();
}

#[tokio::test]
async fn without_the_content_intent_mentions_of_the_bot_are_still_received() {
    let (sim, server) = world_like(SimOptions { message_content: false, ..sim_options(START_MS) }).await;
    let (ada, help) = (server.member("Ada"), server.channel("help"));
    let mut bot = Bot::start(&sim, in_season(&server), None).await;
    assert_eq!(bot.event().await, GatewayEvent::ContentRefused);
    bot.connected().await;
    assert!(matches!(bot.event().await, GatewayEvent::GuildAvailable(_)));
    ada.say(&help, "#CMAD cannot be read");
    let mention = format!("<@{}> thanks", sim.bot_id());
    ada.say(&help, &mention);
    assert_eq!(bot.message().await, mention);
}

#[tokio::test]
async fn a_restart_is_a_resume() {
    let (sim, server) = world().await;
    let (ada, help) = (server.member("Ada"), server.channel("help"));
    let mut bot = Bot::start(&sim, in_season(&server), None).await;
    bot.connected().await;
    assert!(matches!(bot.event().await, GatewayEvent::GuildAvailable(_)));
    let saved = bot.stop().await;
    sim.until_disconnected().await;
    ada.say(&help, "#CMAD while you were out");
    let mut bot = Bot::start(&sim, in_season(&server), Some(saved.clone())).await;
    assert_eq!(bot.message().await, "#CMAD while you were out");
    assert!(bot.connected().await.resumed);
    bot.stop().await;
    sim.until_disconnected().await;
    sim.forget_sessions();
    let mut bot = Bot::start(&sim, in_season(&server), Some(saved)).await;
    assert!(!bot.connected().await.resumed, "what Discord has forgotten starts anew");
}

#[tokio::test]
async fn a_wrong_token_is_reported() {
    let (sim, _server) = world().await;
    assert_eq!(rest(&sim, "wrong").current_user().await.expect_err("a wrong token"), RestError::Unauthorized);
    let bot = Bot::start_as(&sim, "wrong", Subscriptions::default(), None).await;
    assert_eq!(within("the end", bot.task).await.expect("no panic"), Err(Fatal::Token));
}

#[tokio::test]
async fn a_command_is_answered() {
    let (sim, server) = world().await;
    let (ada, help) = (server.member("Ada"), server.channel("help"));
    let mut bot = Bot::start(&sim, Subscriptions::default(), None).await;
    bot.connected().await;
    let application = bot.rest.application().await.expect("as described");
    assert!(application.may_read_content() && !application.may_list_members(), "{application:?}");
    let commands = json!([{"name": "cmad", "description": "About the day", "type": 1}]);
    let registered = bot.rest.register_commands(application.id, &commands).await.expect("as described");
    assert_eq!(registered[0]["name"], "cmad");
    let answering = async {
        let (_, event) = within("the command", bot.interactions.recv()).await.expect("the socket runs");
        let GatewayEvent::Interaction(d) = event else { panic!("{event:?}") };
        let asked: Value = serde_json::from_str(&d).expect("JSON");
        let id = asked["id"].as_str().expect("an id").parse().expect("a number");
        let token = asked["token"].as_str().expect("a token").to_owned();
        let data = json!({"content": "soon", "flags": 64, "allowed_mentions": {"parse": []}});
        bot.rest.answer_interaction(id, &token, &json!({"type": 4, "data": data}), Vec::new()).await.expect("in time");
        let again = bot.rest.answer_interaction(id, &token, &json!({"type": 4, "data": data}), Vec::new()).await;
        assert_eq!(again.expect_err("only once").code(), Some(40060));
        token
    };
    let (answered, token) = tokio::join!(ada.slash(&help, "cmad", &[]), answering);
    assert_eq!((answered.text().as_str(), answered.is_ephemeral()), ("soon", true));
    let message = |text: &str| json!({"content": text, "allowed_mentions": {"parse": []}});
    let files = vec![("digest.md".to_owned(), b"# thanks".to_vec())];
    bot.rest.edit_answer(application.id, &token, &message("the 25th"), files).await.expect("as described");
    assert_eq!(answered.text(), "the 25th");
}

#[tokio::test]
async fn discords_responses_are_parsed() {
    let (sim, server) = world().await;
    let (ada, help) = (server.member("Ada"), server.channel("help"));
    let (guild, channel, user) = (GuildId(server.id()), ChannelId(help.id()), UserId(ada.id()));
    let rest = rest(&sim, &sim.token());
    assert_eq!(rest.current_user().await.map(|user| user.id), Ok(UserId(sim.bot_id())));
    assert_eq!(rest.guild(guild).await.map(|guild| guild.name), Ok(Some("Home".to_owned())));
    let member = rest.member(guild, user).await.expect("as described");
    assert_eq!(member.person().map(|person| person.user), Some(user));
    let read = rest.channel(channel).await.expect("as described");
    assert_eq!((read.guild, read.name()), (Some(guild), Some("help")));
    let unknown = rest.member(guild, UserId(1)).await.expect_err("no such member");
    assert!(matches!(unknown, RestError::Gone { code: 10007 | 10013 }), "{unknown}");

    let body = |text: &str| json!({"content": text, "allowed_mentions": {"parse": []}});
    let posted = post(&rest, channel, &body("Say thank you")).await.expect("as described");
    rest.react(channel, posted, "❤").await.expect("as described");
    let read: Value = rest.message(channel, posted).await.expect("as described");
    assert_eq!((&read["content"], &read["reactions"][0]["count"]), (&json!("Say thank you"), &json!(1)));
    let all: Each<Value> = rest.messages(channel, Side::Newest, 10).await.expect("as described");
    assert_eq!(all.len(), 1);
    let none: Each<Value> = rest.messages(channel, Side::After(posted), 10).await.expect("as described");
    assert!(none.is_empty());
    rest.delete_message(channel, posted).await.expect("as described");
    let gone = rest.message::<Value>(channel, posted).await.expect_err("it was deleted");
    assert_eq!(gone, RestError::Gone { code: 10008 });
    let dm = rest.open_dm(user).await.expect("as described");
    post(&rest, dm, &body("for you")).await.expect("as described");
    ada.set_dms_closed(true);
    let closed = post(&rest, dm, &body("for you")).await.expect_err("closed");
    assert_eq!(closed, RestError::Forbidden { code: 50007 });
}

#[tokio::test]
async fn a_request_that_may_have_been_done_is_not_repeated() {
    let (sim, server) = world().await;
    let help = server.channel("help");
    let channel = ChannelId(help.id());
    let rest = rest(&sim, &sim.token());
    let body = json!({"content": "Say thank you", "allowed_mentions": {"parse": []}});
    let post = || post(&rest, channel, &body);
    let posts = "POST /channels/*/messages";
    for (what, posted) in [
        (FaultKind::RateLimited { retry_after_ms: 5, global: false }, Ok(())),
        (FaultKind::RateLimited { retry_after_ms: 5, global: true }, Ok(())),
        (
            FaultKind::DoneThenDropConnection,
            Err(RestError::Unavailable { how: Outage::Dropped { why: String::new() } }),
        ),
        (FaultKind::DoneThenStatus(502), Err(RestError::Unavailable { how: Outage::Status(502) })),
        (FaultKind::Forbidden(50013), Err(RestError::Forbidden { code: 50013 })),
    ] {
        let done = help.messages().len() + usize::from(!matches!(what, FaultKind::Forbidden(_)));
        let told = format!("{what:?}");
        sim.fault(Fault::on(posts, what));
        let got = post().await.map(drop).map_err(|error| match error {
            // In a library's words.
            RestError::Unavailable { how: Outage::Dropped { .. } } => {
                RestError::Unavailable { how: Outage::Dropped { why: String::new() } }
            }
            other => other,
        });
        assert_eq!(got, posted, "{told}");
        assert_eq!(help.messages().len(), done, "{told}");
    }
    sim.fault(Fault::on("GET /channels/*/messages", FaultKind::DropConnection).times(2));
    let read: Each<Value> = rest.messages(channel, Side::Newest, 10).await.expect("reading is repeated");
    assert_eq!(read.len(), 4);
}
