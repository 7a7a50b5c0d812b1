//! The program under a supervisor: health, and stopping while Discord does not answer.

use cmad::rehearse::stage::sim_options;
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use discord_sim::{Fault, FaultKind, Opt, Sim};
use tempfile::TempDir;

use crate::program::end_of;
use crate::town::PERMISSIONS;

/// A child process that is killed with its test.
struct Process(Child);

impl Process {
    fn start(folder: &TempDir, environment: &[(&str, String)]) -> Self {
        // The tests may run under `nohup`, and what is ignored is inherited.
        let mut command = Command::new("env");
        command.env_clear().envs(environment.iter().map(|(name, value)| (name, value))).current_dir(folder.path());
        command.args(["--default-signal=HUP", env!("CARGO_BIN_EXE_cmad")]);
        Self(command.arg("run").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// Under a parent that ignores this signal, as `nohup` does.
    fn start_ignoring(signal: &str, folder: &TempDir, environment: &[(&str, String)]) -> Self {
        let mut command = Command::new("sh");
        command.env_clear().envs(environment.iter().map(|(name, value)| (name, value))).current_dir(folder.path());
        command.args(["-c", &format!("trap '' {signal}; exec \"$0\" run"), env!("CARGO_BIN_EXE_cmad")]);
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    fn signal(&self, signal: &str) {
        let done = Command::new("kill").args([&format!("-{signal}"), &self.0.id().to_string()]).status().unwrap();
        assert!(done.success());
    }

    fn terminate(&self) {
        self.signal("TERM");
    }

    /// Waits for its end, as long as a busy machine may need.
    async fn ends_softly(mut self) {
        let status = end_of(self.0.id(), move || self.0.wait().unwrap()).await;
        assert!(status.success(), "{status}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It has usually ended already.
        let _ended = self.0.kill();
        let _waited = self.0.wait();
    }
}

fn cmad(folder: &TempDir, environment: &[(&str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cmad"));
    command.env_clear().envs(environment.iter().map(|(name, value)| (name, value))).current_dir(folder.path());
    command
}

async fn output(folder: &TempDir, environment: &[(&str, String)], arguments: &[&str]) -> Output {
    let mut command = cmad(folder, environment);
    command.args(arguments);
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A simulated Discord at the present time, because the process reads the real clock.
pub async fn discord_of_today() -> Sim {
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
    Sim::start(sim_options(i64::try_from(now).unwrap())).await.unwrap()
}

fn environment(sim: &Sim) -> Vec<(&'static str, String)> {
    vec![("DISCORD_TOKEN", sim.token()), ("DISCORD_API_BASE", sim.api_base())]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cmad_health_needs_no_shell() {
    let (folder, sim) = (TempDir::new().unwrap(), discord_of_today().await);
    let mut environment = environment(&sim);
    let unset = output(&folder, &environment, &["health"]).await;
    assert!(unset.status.code() == Some(1) && said(&unset).contains("CMAD_HTTP_ADDR is not set"), "{}", said(&unset));
    // A port that was free a moment ago, on every address, as in a container.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    environment.push(("CMAD_HTTP_ADDR", format!("0.0.0.0:{port}")));
    let unanswered = output(&folder, &environment, &["health"]).await;
    assert!(
        unanswered.status.code() == Some(1) && said(&unanswered).contains("no bot answers"),
        "{}",
        said(&unanswered)
    );

    let running = Process::start(&folder, &environment);
    sim.until_connected().await;
    let ready = async {
        loop {
            let answer = output(&folder, &environment, &["health", "--ready"]).await;
            if answer.status.success() {
                return said(&answer);
            }
        }
    };
    let answer = tokio::time::timeout(Duration::from_secs(300), ready).await.expect("it becomes ready");
    assert_eq!(answer, "ready\n");
    assert_eq!(said(&output(&folder, &environment, &["health"]).await), "alive\n");
    running.terminate();
    running.ends_softly().await;
    sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_terminal_stops_it_softly_and_keeps_the_session() {
    let (folder, sim) = (TempDir::new().unwrap(), discord_of_today().await);
    let server = sim.server("Northwind");
    sim.invite_bot(&server, PERMISSIONS);
    let environment = environment(&sim);
    let running = Process::start(&folder, &environment);
    sim.until_connected().await;
    // Whoever is answered meets a bot that has started.
    server.owner().slash(&server.channel("community"), "cmad when", &[]).await.settled().await;
    // A terminal that closes may say it twice.
    running.signal("HUP");
    running.signal("HUP");
    running.ends_softly().await;
    sim.until_disconnected().await;
    let running = Process::start(&folder, &environment);
    sim.until_connected().await;
    let is_resume = |entry: &discord_sim::Entry| matches!(entry.event, discord_sim::Event::GatewayResumed { .. });
    assert_eq!(sim.transcript().iter().filter(|entry| is_resume(entry)).count(), 1, "the session goes on");
    running.terminate();
    running.ends_softly().await;
    sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signals_that_mean_nothing_to_it_do_not_end_it() {
    let sim = discord_of_today().await;
    let server = sim.server("Northwind");
    let (channel, owner) = (server.channel("community"), server.owner());
    sim.invite_bot(&server, PERMISSIONS);
    let folder = TempDir::new().unwrap();
    let environment = environment(&sim);
    let running = Process::start_ignoring("HUP", &folder, &environment);
    sim.until_connected().await;
    // HUP is ignored here, because it was ignored before.
    for signal in ["USR1", "USR2", "XFSZ", "HUP"] {
        running.signal(signal);
    }
    let when = owner.slash(&channel, "cmad when", &[]).await.settled().await;
    assert!(when.text().contains("January"), "{}", when.text());
    running.terminate();
    running.ends_softly().await;
    sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_graceful_stop_finishes_what_is_under_way_and_ends_in_time() {
    let sim = discord_of_today().await;
    let server = sim.server("Northwind");
    let (channel, owner, kim) = (server.channel("community"), server.owner(), server.member("Kim"));
    sim.invite_bot(&server, PERMISSIONS);
    let folder = TempDir::new().unwrap();
    let mut environment = environment(&sim);
    // The answer to the running request is lost; the bot looks it up before it stops.
    environment.push(("CMAD_DISCORD__TIMEOUT_S", "3".into()));
    let running = Process::start(&folder, &environment);
    sim.until_connected().await;
    let zone = [("channel", Opt::Channel(channel.id())), ("timezone", Opt::from("Europe/Berlin"))];
    owner.slash(&channel, "campaign setup", &zone).await.settled().await;
    let ada = server.member("Ada");
    owner.slash(&channel, "roster add", &[("member", Opt::User(ada.id()))]).await.settled().await;
    ada.dm().until_posts(1).await;
    let faults = faults(&sim);
    sim.fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang));
    let words = [
        ("manager", Opt::User(ada.id())),
        ("message", Opt::from("thank you for the long nights")),
        ("consent", Opt::from("public")),
    ];
    kim.slash(&channel, "thank", &words).await.settled().await;
    sim.until_faults(faults + 1).await;
    running.terminate();
    running.ends_softly().await;
    sim.until_disconnected().await;
    assert_eq!(posts(&sim, &channel), 1);

    // The send was settled: the next start does not look it up.
    let running = Process::start(&folder, &environment);
    sim.until_connected().await;
    let status = owner.slash(&channel, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("Roster check"), "{}", status.text());
    // A request that never ends does not delay the stop.
    sim.fault(Fault::on("POST /channels/*/messages", FaultKind::Hang).times(10));
    let other = [("manager", Opt::User(ada.id())), ("message", Opt::from("thank you for the short answers"))];
    kim.slash(&channel, "thank", &other).await.settled().await;
    sim.until_faults(faults + 2).await;
    running.terminate();
    running.ends_softly().await;
    assert_eq!(posts(&sim, &channel), 1);
    sim.assert_clean();
}

fn faults(sim: &Sim) -> usize {
    let happened = |entry: &discord_sim::Entry| matches!(entry.event, discord_sim::Event::FaultHappened { .. });
    sim.transcript().iter().filter(|entry| happened(entry)).count()
}

/// How many posts of the bot have the words.
fn posts(sim: &Sim, channel: &discord_sim::ChannelHandle) -> usize {
    let by_bot = channel.messages().into_iter().filter(|message| message.author() == sim.bot_id());
    by_bot.filter(|message| message.text().contains("long nights")).count()
}
