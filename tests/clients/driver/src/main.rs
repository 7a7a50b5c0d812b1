//! Holds the simulated Discord to clients that others wrote. Each argument is a bot, `NAME=COMMAND`: it is started as a
//! process against a simulated Discord of its own, people use it, and what it did is read from the simulator.
//!
//! Every bot offers the same: `/greet` with a button, `/feedback` with a modal, `/paint` with suggestions, and answers
//! to the messages `ping`, `card`, `file`, `thread`, `pin` and `dm`.

use std::process::{ExitCode, Stdio};
use std::time::{Duration, Instant};

use discord_sim::{
    ChannelHandle, Entry, Event, FieldValue, Member, MessageHandle, Opt, ResponseKind, Sim, SimOptions, permission,
};
use tokio::process::Command;
use tokio::time::timeout;

/// How long one bot may take for everything. It takes seconds; installing and compiling happen before.
const LIMIT: Duration = Duration::from_secs(120);

#[tokio::main]
async fn main() -> ExitCode {
    let bots: Vec<(String, String)> = std::env::args()
        .skip(1)
        .filter_map(|bot| bot.split_once('=').map(|(name, command)| (name.to_owned(), command.to_owned())))
        .collect();
    assert!(!bots.is_empty(), "usage: driver NAME=COMMAND…");
    let runs: Vec<_> = bots
        .into_iter()
        .map(|(name, command)| (name, tokio::spawn(async move { timeout(LIMIT, run(&command)).await })))
        .collect();
    let mut code = ExitCode::SUCCESS;
    for (name, run) in runs {
        match run.await {
            Ok(Ok(took)) => println!("{name}: ok in {:.1} s", took.as_secs_f64()),
            // The panic has said what happened.
            Ok(Err(_)) => {
                eprintln!("{name}: not done after {LIMIT:?}");
                code = ExitCode::FAILURE;
            }
            Err(_) => {
                eprintln!("{name}: FAILED");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

/// A simulated Discord with one server, and the bot that is tested in it.
struct Town {
    sim: Sim,
    general: ChannelHandle,
    ada: Member,
    grace: Member,
}

async fn run(command: &str) -> Duration {
    let began = Instant::now();
    let sim = Sim::start(SimOptions::default()).await.expect("a port is free");
    let server = sim.server("Northwind");
    let general = server.channel("general");
    let (ada, grace) = (server.member("Ada"), server.member("Grace"));
    // serenity 0.12 asks its cache for the older of the two permissions to pin.
    sim.invite_bot(&server, permission::EVERYONE | permission::MANAGE_MESSAGES | permission::PIN_MESSAGES);
    let town = Town { sim, general, ada, grace };

    let mut words = command.split_whitespace();
    let mut bot = Command::new(words.next().expect("a command"))
        .args(words)
        .env("DISCORD_API_BASE", town.sim.api_base())
        .env("DISCORD_TOKEN", town.sim.token())
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the bot starts");
    tokio::select! {
        status = bot.wait() => panic!("the bot ended: {status:?}"),
        () = use_it(&town) => {}
    }
    began.elapsed()
}

async fn use_it(town: &Town) {
    town.sim.until_connected().await;
    let is_registration = |event: &Event| matches!(event, Event::CommandsRegistered { .. });
    town.sim.until("registered commands", |log| (count(log, is_registration) > 0).then_some(())).await;
    commands(town).await;
    messages(town).await;
    reconnects(town).await;
    town.sim.assert_clean();
    let mut log = town.sim.transcript();
    log.retain(|entry| matches!(entry.event, Event::Refused { .. } | Event::RateLimited { .. }));
    assert!(log.is_empty(), "refused: {log:#?}");
}

async fn commands(town: &Town) {
    let Town { general, ada, grace, .. } = town;
    let greeting = ada.slash(general, "greet", &[("who", Opt::from(grace))]).await;
    assert_eq!(greeting.kind(), ResponseKind::Message);
    assert_eq!(greeting.text(), format!("Hello, {}!\nWave", grace.mention()));
    let waved = grace.click(&greeting, "Wave").await;
    assert_eq!(waved.kind(), ResponseKind::Update);
    assert_eq!(greeting.text(), "Waved.");

    let asked = ada.slash(general, "feedback", &[]).await;
    assert_eq!(asked.kind(), ResponseKind::Modal);
    let submitted = asked.submit(&[("words", FieldValue::from("More tea."))]).await.settled().await;
    assert_eq!(submitted.kind(), ResponseKind::Deferred);
    assert!(submitted.is_ephemeral());
    assert_eq!(submitted.text(), "Noted: More tea.");
    assert_eq!(submitted.until_follow_ups(1).await[0].text(), "One more thing.");

    let typing = ada.autocomplete(general, "paint", &[], ("colour", "gr")).await;
    assert_eq!(typing.choices(), [("green".to_owned(), "green".into())]);
    let painted = ada.slash(general, "paint", &[("colour", "green".into())]).await;
    assert!(painted.is_ephemeral());
    assert_eq!(painted.text(), "Painted green.");
}

async fn messages(town: &Town) {
    let Town { general, ada, grace, .. } = town;
    is_answered(general, &ada.say(general, "ping")).await;

    ada.say(general, "card");
    let card = general.until_post("Pick a colour.").await;
    let chosen = grace.select(&card, "colour", &["blue"]).await.settled().await;
    assert_eq!(chosen.kind(), ResponseKind::DeferredUpdate);
    assert_eq!(card.text(), "Chosen: blue");

    ada.say(general, "file");
    let file = general.until_post("A file.").await.files().remove(0);
    assert_eq!((file.name.as_str(), &*file.bytes), ("table.csv", &b"a,b\n"[..]));

    let words = ada.say(general, "thread");
    let thread = general.until_threads(1).await.remove(0);
    assert_eq!((thread.id(), thread.name()), (words.id(), "Talk".to_owned()));
    thread.until_post("In here.").await;

    let pinned = ada.say(general, "pin");
    general.until_post("Pinned: pin").await;
    assert!(pinned.is_pinned());

    ada.say(general, "dm");
    assert_eq!(ada.dm().until_posts(1).await[0].text(), "Between us.");
}

/// The connection is lost in three ways. The session goes on each time, and what was said meanwhile is answered.
async fn reconnects(town: &Town) {
    let Town { sim, general, ada, .. } = town;
    let lose: [fn(&Sim); 3] = [Sim::drop_gateway, |sim| sim.close_gateway(Some(4000)), Sim::ask_to_reconnect];
    for (lost, lose) in (1..).zip(lose) {
        lose(sim);
        let words = ada.say(general, "ping");
        let is_resume = |event: &Event| matches!(event, Event::GatewayResumed { .. });
        sim.until("a resumed session", |log| (count(log, is_resume) >= lost).then_some(())).await;
        is_answered(general, &words).await;
    }
    let identified = count(&sim.transcript(), |event| matches!(event, Event::GatewayIdentified { .. }));
    assert_eq!(identified, 1, "a session that could be resumed was begun anew");
}

/// Waits for the reply and the reaction to `ping`.
async fn is_answered(general: &ChannelHandle, ping: &MessageHandle) {
    ping.until_reaction("🏓").await;
    let replies = general.messages().into_iter().filter(|message| message.replies_to() == Some(ping.id()));
    assert_eq!(replies.map(|reply| reply.text()).collect::<Vec<_>>(), ["pong"]);
}

fn count(log: &[Entry], is_it: impl Fn(&Event) -> bool) -> usize {
    log.iter().filter(|entry| is_it(&entry.event)).count()
}
