//! The program itself on a machine whose clock leaps, or that stands still for a while. Its system clock is set by a
//! library that is preloaded into it (`clock.c`), so these tests need Linux and a C compiler.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use cmad::rehearse::stage::sim_options;
use discord_sim::{ChannelHandle, Opt, Sim, SimServer};
use tempfile::TempDir;
use tokio::sync::watch;

use crate::program::{Running, cmad};
use crate::town::{PERMISSIONS, at};

/// The library, or `None` where it cannot be built.
static LIBRARY: LazyLock<Option<(TempDir, PathBuf)>> = LazyLock::new(|| {
    let folder = TempDir::new().unwrap();
    let library = folder.path().join("clock.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmad/ops/clock.c");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source);
    let built = cfg!(target_os = "linux") && compiler.status().is_ok_and(|status| status.success());
    built.then_some((folder, library))
});

/// How long to wait for what takes a few beats of a second.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the program says when the scheduler does not beat any more.
const SILENT: &str = "the scheduler of the heartbeat is silent";
/// What it says of a wrong clock, and of one that is right again.
const WRONG: &str = "this machine's clock is not Discord's";
const RIGHT: &str = "the clock is right again";

/// A machine of its own for the program, and a Discord that has the right time.
pub struct Machine {
    folder: TempDir,
    pub sim: Sim,
    pub server: SimServer,
    pub channel: ChannelHandle,
    pub running: Option<Running>,
    pub log: watch::Sender<String>,
}

impl Machine {
    /// `None`, said in one line, where the clock cannot be set.
    #[expect(clippy::print_stderr, reason = "it says why a test does nothing")]
    pub async fn at(right: &str) -> Option<Self> {
        if LIBRARY.is_none() {
            eprintln!("no test of the system clock: it needs Linux and a C compiler (cc)");
            return None;
        }
        let sim = Sim::start(sim_options(at(right).timestamp_millis())).await.unwrap();
        let server = sim.server_owned_by("Northwind", "Olga");
        let channel = server.channel("community");
        sim.invite_bot(&server, PERMISSIONS);
        let machine = Self {
            folder: TempDir::new().unwrap(),
            sim,
            server,
            channel,
            running: None,
            log: watch::Sender::default(),
        };
        machine.set_clock(at(right));
        Some(machine)
    }

    /// Sets the machine's clock. It goes on from there.
    fn set_clock(&self, to: DateTime<Utc>) {
        let real = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap();
        let wrong_by_s = (to.timestamp_millis() - real).div_euclid(1000);
        // By a rename, so that the program never reads half a file.
        let (draft, file) = (self.folder.path().join("clock.new"), self.clock_file());
        std::fs::write(&draft, wrong_by_s.to_string()).unwrap();
        std::fs::rename(draft, file).unwrap();
    }

    /// Time passes, for Discord and by the machine's clock.
    pub fn pass_to(&self, right: &str) {
        self.sim.set_now(at(right).timestamp_millis());
        self.set_clock(at(right));
    }

    fn clock_file(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    pub async fn start(&mut self) {
        self.start_with(&[]).await;
    }

    /// The program with these variables besides the usual ones.
    pub async fn start_with(&mut self, more: &[(&str, &str)]) {
        let (_, library) = LIBRARY.as_ref().unwrap();
        let environment = [
            ("DISCORD_TOKEN", self.sim.token()),
            ("DISCORD_API_BASE", self.sim.api_base()),
            ("CMAD_DISPATCH__HEARTBEAT_S", "1".to_owned()),
            ("CMAD_TEST_CLOCK", self.clock_file().display().to_string()),
            ("LD_PRELOAD", library.display().to_string()),
        ];
        let usual = environment.iter().map(|(name, value)| (*name, value.as_str()));
        let environment: Vec<(&str, &str)> = usual.chain(more.iter().copied()).collect();
        let mut command = cmad(self.folder.path(), &environment, &["run"]);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let (said, log) = (BufReader::new(running.stderr.take().unwrap()), self.log.clone());
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                log.send_modify(|log| *log += &format!("{line}\n"));
            }
        });
        self.running = Some(Running(running));
        self.sim.until_connected().await;
    }

    pub async fn set_up(&self) {
        let options = [("channel", Opt::Channel(self.channel.id())), ("timezone", Opt::from("Europe/Berlin"))];
        self.server.owner().slash(&self.channel, "campaign setup", &options).await.settled().await;
    }

    /// Stops the process as a container's pause does, for as long as `meanwhile` takes.
    async fn paused(&self, meanwhile: impl AsyncFnOnce(&Self)) {
        let running = self.running.as_ref().unwrap();
        running.signal("-STOP");
        meanwhile(self).await;
        running.signal("-CONT");
    }

    /// Waits until the program has logged this.
    async fn until_said(&self, text: &str) {
        let mut log = self.log.subscribe();
        let said = tokio::time::timeout(PATIENCE, log.wait_for(|log| log.contains(text))).await;
        assert!(said.is_ok(), "it does not say {text}:\n{}", *self.log.borrow());
    }

    /// How often the program has logged this.
    fn times_said(&self, text: &str) -> usize {
        self.log.borrow().matches(text).count()
    }

    /// Waits for the day's post.
    async fn until_day_post(&self) {
        let told = tokio::time::timeout(PATIENCE, self.channel.until_post("25 January 2027")).await;
        assert!(told.is_ok(), "the day's post does not come:\n{}", *self.log.borrow());
        self.sim.assert_clean();
    }
}

/// Three beats of one second, which are the fault itself and no wait: the scheduler does not survive them.
async fn three_beats(_: &Machine) {
    tokio::time::sleep(Duration::from_secs(3)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_was_paused_sends_the_days_post() {
    let Some(mut machine) = Machine::at("2027-01-25 08:59 Europe/Berlin").await else { return };
    machine.start().await;
    machine.set_up().await;
    machine.paused(three_beats).await;
    // The rest of the minute, in a moment.
    machine.pass_to("2027-01-25 09:00 Europe/Berlin");
    machine.until_day_post().await;
    assert!(machine.times_said(SILENT) > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_laptop_that_slept_for_three_hours_sends_the_days_post() {
    let Some(mut machine) = Machine::at("2027-01-25 06:30 Europe/Berlin").await else { return };
    machine.start().await;
    machine.set_up().await;
    let three_hours_later = async |machine: &Machine| machine.pass_to("2027-01-25 09:30 Europe/Berlin");
    machine.paused(three_hours_later).await;
    machine.until_day_post().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_is_set_forward_by_half_a_minute_delays_nothing_and_it_is_said_once() {
    let Some(mut machine) = Machine::at("2027-01-25 08:58 Europe/Berlin").await else { return };
    machine.start().await;
    machine.set_up().await;
    machine.set_clock(at("2027-01-25 08:58 Europe/Berlin") + TimeDelta::seconds(30));
    // No person asks anything meanwhile.
    machine.until_said(SILENT).await;
    assert_eq!(machine.times_said(SILENT), 1);
    machine.pass_to("2027-01-25 09:00 Europe/Berlin");
    machine.until_day_post().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_stood_a_month_ahead_for_a_moment_costs_nothing() {
    let Some(mut machine) = Machine::at("2027-01-25 08:57 Europe/Berlin").await else { return };
    machine.start().await;
    machine.set_up().await;
    let posts = machine.channel.messages().len();
    machine.set_clock(at("2027-02-25 08:57 Europe/Berlin"));
    machine.until_said(WRONG).await;
    machine.set_clock(at("2027-01-25 08:58 Europe/Berlin"));
    machine.until_said(RIGHT).await;
    assert_eq!(machine.times_said(WRONG), 1);
    assert_eq!(machine.channel.messages().len(), posts, "nothing went out a month early");
    machine.pass_to("2027-01-25 09:00 Europe/Berlin");
    machine.until_day_post().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_that_booted_in_1970_skips_nothing() {
    let Some(mut machine) = Machine::at("2027-01-25 08:57 Europe/Berlin").await else { return };
    machine.set_clock(at("1970-01-01 12:00 Europe/Berlin"));
    machine.start().await;
    machine.set_up().await;
    machine.until_said(WRONG).await;
    machine.set_clock(at("2027-01-25 08:58 Europe/Berlin"));
    machine.until_said(RIGHT).await;
    machine.pass_to("2027-01-25 09:00 Europe/Berlin");
    machine.until_day_post().await;
}
