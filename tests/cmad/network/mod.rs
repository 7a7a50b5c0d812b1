//! The bot in other people's networks: real proxies that are the only way out, a private authority, dead addresses,
//! connections that fall silent, and what `cmad check` says of each.

mod addresses;
mod parts;
mod proxies;
mod silence;

use std::path::Path;
use std::process::{Command, Stdio};

use discord_sim::{Entry, Event, Sim, permission};
use tempfile::TempDir;

use crate::program::{Running, cmad, said};
use parts::{Authority, Forward};

/// `cmad check` in this folder: its exit code, and what it says.
async fn check(folder: &Path, environment: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut command = cmad(folder, environment, &["check"]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    (output.status.code(), said(&output))
}

/// `cmad run` in this folder, with its log in a file there.
fn run(folder: &Path, environment: &[(&str, &str)]) -> Running {
    let log = std::fs::File::create(folder.join("log")).unwrap();
    let mut command: Command = cmad(folder, environment, &["run"]);
    Running(command.stdout(Stdio::null()).stderr(log).spawn().unwrap())
}

fn log(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("log")).unwrap()
}

/// A person on a server of the bot asks for the date, and gets it.
async fn a_person_is_answered(sim: &Sim, folder: &Path) {
    let waited = tokio::time::timeout(std::time::Duration::from_secs(180), sim.until_connected()).await;
    waited.unwrap_or_else(|_| panic!("it does not connect: {}", log(folder)));
    let server = sim.server("Northwind");
    let (general, kim) = (server.channel("general"), server.member("Kim"));
    sim.invite_bot(&server, permission::EVERYONE);
    let answer = kim.slash(&general, "cmad when", &[]).await.settled().await;
    assert!(answer.text().contains("January"), "{}\n{}", answer.text(), log(folder));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_private_authority_is_trusted_where_it_is_named_and_named_where_it_is_not() {
    let folder = TempDir::new().unwrap();
    let sim = Sim::start(cmad::rehearse::stage::sim_options(1_800_000_000_000)).await.unwrap();
    let authority = Authority::new("Northwind Inspection");
    let front = Forward::in_tls(&sim, &authority.for_host("127.0.0.1")).await;
    sim.found_at(&format!("https://127.0.0.1:{}", front.port));
    let (token, base) = (sim.token(), sim.api_base());
    let file = authority.file(folder.path());
    let usual = [("DISCORD_TOKEN", token.as_str()), ("DISCORD_API_BASE", base.as_str())];
    let (code, text) = check(folder.path(), &usual).await;
    let says = "its certificate was issued by \"Northwind Inspection\", whom this machine does not trust";
    assert!(code == Some(1) && text.contains(says), "{text}");
    for variable in ["SSL_CERT_FILE", "CMAD_TLS__CA_FILE"] {
        let (code, text) = check(folder.path(), &[&usual[..], &[(variable, file.as_str())]].concat()).await;
        assert!(code == Some(0) && text.contains("ok    gateway: it opens and greets"), "{variable}: {text}");
    }
    let (code, text) = check(folder.path(), &[&usual[..], &[("SSL_CERT_DIR", "/nowhere")]].concat()).await;
    assert!(code == Some(1) && text.contains("note  network: SSL_CERT_FILE or SSL_CERT_DIR"), "{text}");
    let (code, text) = check(folder.path(), &[&usual[..], &[("CMAD_TLS__CA_FILE", "/nowhere.pem")]].concat()).await;
    assert!(code == Some(1) && text.contains("FAIL  network: tls.ca_file /nowhere.pem: it cannot be read"), "{text}");

    let _bot = run(folder.path(), &[&usual[..], &[("SSL_CERT_FILE", file.as_str())]].concat());
    a_person_is_answered(&sim, folder.path()).await;
    let agents = front.heads().into_iter().filter(|head| head.contains("Upgrade: websocket"));
    for head in agents {
        let agent = head.contains("User-Agent: DiscordBot (https://") && head.contains("Host: 127.0.0.1:");
        assert!(agent, "the gateway is told who connects: {head}");
    }
    sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn check_tries_the_gateway_and_the_port_as_run_does() {
    let folder = TempDir::new().unwrap();
    let sim = Sim::start(cmad::rehearse::stage::sim_options(1_800_000_000_000)).await.unwrap();
    let front = Forward::plain(&sim).await;
    sim.found_at(&format!("http://127.0.0.1:{}", front.port));
    let (token, base) = (sim.token(), sim.api_base());
    let usual = [("DISCORD_TOKEN", token.as_str()), ("DISCORD_API_BASE", base.as_str())];
    let (code, text) = check(folder.path(), &usual).await;
    let greets = "ok    gateway: it opens and greets; session starts left today: 1000 of 1000";
    assert!(code == Some(0) && text.contains(greets), "{text}");
    // REST is answered, and the gateway is not.
    front.refuse_upgrades();
    let (code, text) = check(folder.path(), &usual).await;
    assert!(
        code == Some(1) && text.contains("ok    token") && text.contains("FAIL  gateway: it does not open"),
        "{text}"
    );
    front.allow_upgrades();

    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap().to_string();
    let environment = [&usual[..], &[("CMAD_HTTP_ADDR", addr.as_str())]].concat();
    // Whoever has the port answers, but is no bot.
    let rude = std::thread::spawn(move || taken.accept().map(drop));
    let (code, text) = check(folder.path(), &environment).await;
    assert!(code == Some(1) && text.contains("FAIL  port: another program has CMAD_HTTP_ADDR="), "{text}");
    rude.join().unwrap().unwrap();
    let (code, text) = check(folder.path(), &environment).await;
    assert!(code == Some(0) && text.contains("ok    port: CMAD_HTTP_ADDR="), "{text}");
    let _bot = run(folder.path(), &environment);
    sim.until_connected().await;
    let (_, text) = check(folder.path(), &environment).await;
    assert!(text.contains("note  port: a bot serves at CMAD_HTTP_ADDR="), "{text}");
    assert_eq!(sim.gateway_state().sessions.len(), 1, "a check starts no session");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn session_starts_of_another_program_are_noticed() {
    let mut town = crate::town::Town::at("2027-01-05 12:00 Europe/Berlin").await;
    // Not the metric: it is the whole process's, and other tests run in this one.
    let elsewhere = |town: &crate::town::Town| town.stage.bot().sessions_elsewhere();
    // Its own sessions, a new one among them, are none of another program.
    let sessions =
        |log: &[Entry]| log.iter().filter(|entry| matches!(entry.event, Event::GatewayIdentified { .. })).count();
    let before = sessions(&town.sim().transcript());
    town.sim().invalidate_session(false);
    town.sim().until("a new session", |log| (sessions(log) > before).then_some(())).await;
    town.sim().until_connected().await;
    town.stage.settle().await.unwrap();
    town.advance_to("2027-01-05 13:30 Europe/Berlin").await;
    assert_eq!(elsewhere(&town), 0);
    town.sim().start_sessions_elsewhere(3);
    town.advance_to("2027-01-05 15:00 Europe/Berlin").await;
    assert_eq!(elsewhere(&town), 3, "three sessions, told once");
    town.advance_to("2027-01-05 17:00 Europe/Berlin").await;
    assert_eq!(elsewhere(&town), 3);
    town.settle().await;
    town.sim().assert_clean();
}
