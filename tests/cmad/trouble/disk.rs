//! The real program on a disk that is full, fails to write, may not be written to, or holds a damaged page.
//!
//! The full disk is a small file system in memory, in a mount namespace of its own, which an ordinary user may make on most
//! machines; where that is not allowed, one line says so. The failing disk is a file size limit: SQLite reports it like a
//! disk that became read-only.

use cmad::rehearse::stage::sim_options;
use std::fs;
use std::io::{BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use discord_sim::{ChannelHandle, Interaction, Member, Opt, ResponseKind, Sim, SimServer};
use sqlx::Connection as _;
use tempfile::TempDir;

use super::{WORDS, damage};
use crate::program::said;
use crate::town::PERMISSIONS;

/// What happens to the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    Full,
    TakesNothing,
}

impl Cause {
    /// The bot's word for it.
    const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::TakesNothing => "disk",
        }
    }
}

/// A simulated Discord at the present time, because the process reads the real clock, and a folder for the program.
pub(super) struct Place {
    pub sim: Sim,
    pub server: SimServer,
    pub channel: ChannelHandle,
    pub folder: TempDir,
    pub environment: Vec<(&'static str, String)>,
}

impl Place {
    pub async fn new() -> Self {
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
        let sim = Sim::start(sim_options(i64::try_from(now).unwrap())).await.unwrap();
        let server = sim.server("Northwind");
        let channel = server.channel("community");
        sim.invite_bot(&server, PERMISSIONS);
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        // Ports that were free a moment ago.
        let [port, metrics] = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
        let [port, metrics] = [port, metrics].map(|bound| bound.local_addr().unwrap().port());
        let environment = vec![
            ("DISCORD_TOKEN", sim.token()),
            ("DISCORD_API_BASE", sim.api_base()),
            ("CMAD_HTTP_ADDR", format!("127.0.0.1:{port}")),
            ("CMAD_METRICS_ADDR", format!("127.0.0.1:{metrics}")),
            ("CMAD_KEY", "2lXEP3t9k8PcO3sBL0yEoV1Uo3dJ7AcTObU0mYlDdZo=".into()),
            ("CMAD_DISPATCH__HEARTBEAT_S", "1".into()),
            ("CMAD_DATABASE__PATIENCE_MS", "500".into()),
            ("PATH", std::env::var("PATH").unwrap()),
        ];
        Self { sim, server, channel, folder, environment }
    }

    /// A program with the bot's environment.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    /// The output of the program with these arguments.
    pub async fn cmad(&self, arguments: &[&str]) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_cmad"), arguments);
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    pub async fn set_up(&self) -> Member {
        let (owner, ada) = (self.server.owner(), self.server.member("Ada"));
        let zone = [("channel", Opt::Channel(self.channel.id())), ("timezone", Opt::from("Europe/Berlin"))];
        owner.slash(&self.channel, "campaign setup", &zone).await.settled().await;
        owner.slash(&self.channel, "roster add", &[("member", Opt::User(ada.id()))]).await.settled().await;
        ada.dm().until_posts(1).await;
        ada
    }

    pub async fn thank(&self, who: &Member, manager: &Member) -> Interaction {
        let options =
            [("manager", Opt::User(manager.id())), ("message", WORDS.into()), ("consent", Opt::from("public"))];
        who.slash(&self.channel, "thank", &options).await.settled().await
    }

    /// How often the thank-you is posted in the channel.
    pub fn posted(&self) -> usize {
        self.channel.messages().iter().filter(|message| message.text().contains("at midnight")).count()
    }
}

/// The running program and its log.
pub(super) struct Running {
    pub child: Child,
    log: Arc<Mutex<String>>,
}

impl Running {
    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        // Through a pipe, which a file size limit or a full disk does not affect.
        let (lines, log) = (BufReader::new(child.stderr.take().unwrap()), Arc::new(Mutex::new(String::new())));
        let kept = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                kept.lock().unwrap().push_str(&format!("{line}\n"));
            }
        });
        Self { child, log }
    }

    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    pub fn times(&self, says: &str) -> usize {
        self.log().matches(says).count()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}

/// Whether this user may mount a file system; if not, one line is printed past the test harness's capture.
fn may_mount() -> bool {
    let tried = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"])
        .output();
    let may = tried.is_ok_and(|tried| tried.status.success());
    if !may {
        let says = "\nNo file system may be made here (unshare --mount): a full disk is only tried as one that takes nothing\n";
        std::io::stderr().write_all(says.as_bytes()).unwrap();
    }
    may
}

/// Starts the bot on a disk that can fail in this way.
fn start(place: &Place, cause: Cause) -> Running {
    let cmad = env!("CARGO_BIN_EXE_cmad");
    let command = match cause {
        Cause::Full => {
            let line = "mount -t tmpfs -o size=6m,mode=700 none data && exec \"$0\" run";
            place.command("unshare", &["--user", "--map-root-user", "--mount", "sh", "-c", line, cmad])
        }
        // A program that does not ignore the signal is ended by it.
        Cause::TakesNothing => place.command("sh", &["-c", "trap '' XFSZ; exec \"$0\" run", cmad]),
    };
    Running::start(command)
}

/// Causes the failure. The closure ends it.
fn strike(running: &Running, cause: Cause) -> Box<dyn FnOnce()> {
    let process = running.child.id();
    match cause {
        Cause::Full => {
            let ballast: PathBuf = format!("/proc/{process}/cwd/data/ballast").into();
            let mut file = fs::File::create(&ballast).unwrap();
            while file.write_all(&[7; 4096]).is_ok() {}
            Box::new(move || fs::remove_file(ballast).unwrap())
        }
        Cause::TakesNothing => {
            let limit = move |bytes: &str| {
                let done = Command::new("prlimit")
                    .args(["--pid", &process.to_string(), &format!("--fsize={bytes}:")])
                    .status()
                    .unwrap();
                assert!(done.success());
            };
            limit("0");
            Box::new(move || limit("unlimited"))
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_logged_once_stores_nothing_and_recovers() {
    let causes = [Cause::Full, Cause::TakesNothing];
    let can_mount = may_mount();
    for cause in causes.into_iter().filter(|cause| can_mount || *cause == Cause::TakesNothing) {
        let place = Place::new().await;
        let running = start(&place, cause);
        place.sim.until_connected().await;
        let (ada, kim, lee) = (place.set_up().await, place.server.member("Kim"), place.server.member("Lee"));
        let over = strike(&running, cause);

        let mut refused = Vec::new();
        for giver in [&kim, &lee] {
            let answer = place.thank(giver, &ada).await;
            let text = answer.text();
            assert!(text.contains("**not saved**") && text.contains(WORDS), "{cause:?}: {text}\n{}", running.log());
            refused.push(answer);
        }
        let health = place.cmad(&["health", "--ready"]).await;
        assert!(!health.status.success());
        assert_eq!(said(&health), format!("database {}\n", cause.name()), "{}", running.log());
        // Several dispatch passes later the log still has it once.
        until(async || place.numbers().await.contains("cmad_beats_total{ended=\"failed\"} 3")).await;
        assert!(place.numbers().await.contains(&format!("cmad_database_trouble{{why=\"{}\"}} 1", cause.name())));
        until(async || running.times("the database does not work") > 0).await;
        assert_eq!(running.times("the database does not work"), 1, "{}", running.log());
        assert!(said(&place.cmad(&["health"]).await).contains("alive"), "it is not to be started again for that");

        over();
        until(async || place.cmad(&["health", "--ready"]).await.status.success()).await;
        until(async || running.times("the database works again") == 1).await;
        assert_eq!(place.posted(), 0);
        for (giver, answer) in [&kim, &lee].into_iter().zip(&refused) {
            let form = giver.click(answer, "Try again").await;
            assert_eq!(form.kind(), ResponseKind::Modal);
            let receipt = form.submit(&[("manager", (&ada).into())]).await.settled().await;
            assert!(receipt.text().contains("Ada"), "{cause:?}: {}\n{}", receipt.text(), running.log());
        }
        until(async || place.posted() == 2).await;
        place.sim.assert_clean();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_without_room_for_a_thank_you_is_not_ready_and_is_logged_once() {
    if !may_mount() {
        return;
    }
    let place = Place::new().await;
    let running = start(&place, Cause::Full);
    place.sim.until_connected().await;
    let ada = place.set_up().await;
    let over = strike(&running, Cause::Full);
    // Enough for a small note, and not for a thank-you with what follows from it.
    let ballast = format!("/proc/{}/cwd/data/ballast", running.child.id());
    let ballast = fs::OpenOptions::new().write(true).open(ballast).unwrap();
    ballast.set_len(ballast.metadata().unwrap().len() - 40 * 1024).unwrap();
    // Open, it would keep its room.
    drop(ballast);

    // A check looks at the same disk.
    let inside = format!("cd '{}' && exec '{}' check", place.folder.path().display(), env!("CARGO_BIN_EXE_cmad"));
    let process = running.child.id().to_string();
    let enter = ["--target", &process, "--user", "--mount", "--preserve-credentials", "sh", "-c", &inside];
    let mut command = place.command("nsenter", &enter);
    let check = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert_eq!(check.status.code(), Some(1), "{}", said(&check));
    assert!(said(&check).contains("FAIL  database") && said(&check).contains("disk is full"), "{}", said(&check));
    let health = place.cmad(&["health", "--ready"]).await;
    assert_eq!(said(&health), "database full\n", "{}", running.log());
    for giver in 0..14 {
        // Some may fit, and none is lost without a word.
        let text = place.thank(&place.server.member(&format!("Giver {giver}")), &ada).await.text();
        assert!(text.contains("**not saved**") != text.contains("Ada"), "{text}");
        assert_eq!(said(&place.cmad(&["health", "--ready"]).await), "database full\n", "{}", running.log());
    }
    until(async || running.times("the database does not work") > 0).await;
    assert_eq!(running.times("the database does not work"), 1, "{}", running.log());
    assert_eq!(running.times("the database works again"), 0, "{}", running.log());
    over();
    until(async || place.cmad(&["health", "--ready"]).await.status.success()).await;
    until(async || running.times("the database works again") == 1).await;
    place.sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_only_folder_is_reported_at_the_start() {
    let place = Place::new().await;
    let data = place.folder.path().join("data");
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    let ada = place.set_up().await;
    drop(running);
    place.sim.until_disconnected().await;

    rights(&data, 0o555, 0o444);
    for arguments in [["check"], ["run"]] {
        let mut command = without_power(&place, &arguments);
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let says = text.contains("nothing can be written beside the database") || text.contains("it is read-only");
        assert!(says, "{arguments:?}: {text}");
    }
    rights(&data, 0o755, 0o644);
    let mut command = without_power(&place, &["run"]);
    command.stdin(Stdio::null());
    let running = Running::start(command);
    place.sim.until_connected().await;
    let receipt = place.thank(&place.server.member("Kim"), &ada).await;
    assert!(receipt.text().contains("Ada"), "{}\n{}", receipt.text(), running.log());
    place.sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_file_is_found_by_check_and_replaced_by_a_backup() {
    let mut place = Place::new().await;
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    let ada = place.set_up().await;
    let kim = place.server.member("Kim");
    place.thank(&kim, &ada).await;
    until(async || place.posted() == 1).await;
    let good = place.cmad(&["check"]).await;
    assert!(good.status.success() && said(&good).contains("is sound"), "{}", said(&good));
    let backup = place.cmad(&["backup", "good"]).await;
    assert!(backup.status.success(), "{}", said(&backup));
    drop(running);
    place.sim.until_disconnected().await;

    let file = place.folder.path().join("data/cmad.db");
    // The next connection moves the journal's content into the file.
    assert!(place.cmad(&["migrate"]).await.status.success());
    // With only an index damaged, all rows are still there.
    damage_index(&file, "sends_ready").await;
    let found = place.cmad(&["check"]).await;
    assert!(found.status.code() == Some(1) && said(&found).contains("damaged"), "{}", said(&found));
    let rescued = place.cmad(&["backup", "rescued"]).await;
    assert!(rescued.status.success(), "{}", said(&rescued));
    let rows = |output: &Output| said(output).split(' ').next().unwrap().parse::<u32>().unwrap();
    assert_eq!(rows(&rescued), rows(&backup));
    damage(&file);
    for arguments in [["check"], ["run"], ["migrate"]] {
        let output = place.cmad(&arguments).await;
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {text}");
        assert!(text.contains("damaged") && text.contains("docs/database.md"), "{arguments:?}: {text}");
    }
    // The steps of docs/database.md.
    place.environment.push(("DATABASE_URL", "sqlite://data/new.db".into()));
    let restored = place.cmad(&["restore", "good", "--without-erasures"]).await;
    assert!(restored.status.success(), "{}", said(&restored));
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    let mine = kim.slash(&place.channel, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("Ada"), "{}\n{}", mine.text(), running.log());
    assert_eq!(place.posted(), 1, "nothing is posted twice");
    place.sim.assert_clean();
}

/// Overwrites the first page of an index.
async fn damage_index(file: &Path, index: &str) {
    let mut connection = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    let page = sqlx::query_scalar("select rootpage from sqlite_master where name = $1").bind(index);
    let page: u64 = page.fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let mut file = fs::OpenOptions::new().write(true).open(file).unwrap();
    file.seek(SeekFrom::Start((page - 1) * 4096)).unwrap();
    file.write_all(&[0xA5; 4096]).unwrap();
}

impl Place {
    pub(super) async fn numbers(&self) -> String {
        let addr = self.environment.iter().find(|(name, _)| *name == "CMAD_METRICS_ADDR").unwrap();
        crate::web::get(addr.1.parse().unwrap(), "/metrics", "en").await.2
    }
}

/// Asks until it is true, as long as a busy machine may need.
pub(super) async fn until(so: impl AsyncFn() -> bool) {
    let asking = async {
        while !so().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(300), asking).await.expect("it comes to be so");
}

/// Sets the permissions of a folder and of what is in it.
fn rights(folder: &Path, own: u32, within: u32) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        fs::set_permissions(entry.unwrap().path(), fs::Permissions::from_mode(within)).unwrap();
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(own)).unwrap();
}

/// The program without the capability to override permissions, which root has.
fn without_power(place: &Place, arguments: &[&str]) -> Command {
    let cmad = env!("CARGO_BIN_EXE_cmad");
    let id = Command::new("id").arg("-u").output().unwrap();
    if String::from_utf8_lossy(&id.stdout).trim() != "0" {
        return place.command(cmad, arguments);
    }
    let mut with = vec!["--bounding-set", "-dac_override,-dac_read_search", cmad];
    with.extend(arguments);
    place.command("setpriv", &with)
}
