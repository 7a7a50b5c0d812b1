//! `cmad init`: from a token to a bot that starts, against the simulated Discord.
#![cfg(unix)]

use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use cmad::discord::invitation;
use cmad::rehearse::stage::sim_options;
use discord_sim::{Fault, FaultKind, Sim, SimOptions};
use rustix::termios::{LocalModes, tcgetattr};
use tempfile::TempDir;

use crate::program::{cmad, said};

/// The application.
const BOT: u64 = 1_201_234_567_890_123_456;
/// How long a busy machine may take for one run.
const PATIENCE: Duration = Duration::from_secs(120);

async fn simulated() -> Sim {
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
    Sim::start(SimOptions { message_content: false, bot_id: Some(BOT), ..sim_options(i64::try_from(now).unwrap()) })
        .await
        .unwrap()
}

/// Runs it with this on standard input.
async fn run(mut command: Command, input: &str) -> (Option<i32>, String) {
    let input = input.to_owned();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let process = child.id();
    let ended = tokio::task::spawn_blocking(move || -> Output {
        // One that refuses before it reads has closed it.
        let _written = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    });
    match tokio::time::timeout(PATIENCE, ended).await {
        Ok(output) => {
            let output = output.unwrap();
            (output.status.code(), said(&output))
        }
        Err(_) => {
            let _killed = Command::new("kill").args(["-KILL", &process.to_string()]).status();
            panic!("it did not end: {command:?}");
        }
    }
}

/// Every file of a folder with its content and its mode.
fn files(folder: &Path) -> Vec<(String, String, u32)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            (entry.file_name().into_string().unwrap(), text, entry.metadata().unwrap().permissions().mode() & 0o777)
        })
        .collect();
    files.sort();
    files
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_becomes_a_bot_that_starts_and_a_second_run_overwrites_nothing() {
    let sim = simulated().await;
    let folder = TempDir::new().unwrap();
    let (base, token) = (sim.api_base(), sim.token());
    let environment = [("DISCORD_API_BASE", base.as_str()), ("CMAD_CONTACT", "ada@example.org")];
    let (code, text) = run(cmad(folder.path(), &environment[..1], &["init"]), &format!("  Bot {token}\r\n")).await;
    assert_eq!(code, Some(0), "{text}");
    for says in [
        "ok    token: Discord knows it as",
        "note  intents: message content is switched off",
        "the members intent is off",
        "View Channel, Send Messages, Send Messages in Threads, Read Message History, Add Reactions, Attach Files and Create Events",
        &invitation::link(BOT),
        "made  ./cmad.key: the key. BACK IT UP NOW",
        "made  ./cmad.env: the settings",
        "Next: open the invitation, then start the bot: cmad run",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    assert!(!text.contains(&token), "the token is not shown: {text}");
    let made = files(folder.path());
    assert_eq!(
        made.iter().map(|(name, _, mode)| (name.as_str(), *mode)).collect::<Vec<_>>(),
        [("cmad.env", 0o600), ("cmad.key", 0o600)]
    );
    assert!(!text.contains(made[1].1.trim()), "nor is the key: {text}");

    // Everything that it needs is there: the environment is empty.
    let (code, text) = run(cmad(folder.path(), &[], &["check"]), "").await;
    assert!(code == Some(0) && text.contains("ok    token"), "{text}");
    assert!(text.ends_with(&format!("\nNext: invite the bot to a server: {}\n", invitation::link(BOT))), "{text}");

    // A second run asks for nothing, keeps what is there, and makes what is missing.
    let (code, text) = run(cmad(folder.path(), &environment, &["init", "--systemd"]), "").await;
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("kept  ./cmad.key: it was there") && text.contains("kept  ./cmad.env: it was there"),
        "{text}"
    );
    assert!(text.contains("made  ./cmad.service") && text.contains("systemctl enable --now cmad"), "{text}");
    let after = files(folder.path());
    assert_eq!(after[..2], made[..], "nothing is overwritten");
    let unit = &after[2].1;
    let place = folder.path().canonicalize().unwrap();
    for line in [
        format!("WorkingDirectory={}", place.display()),
        format!("EnvironmentFile={}/cmad.env", place.display()),
        format!("ReadWritePaths={}", place.display()),
        format!("ExecStart={} run", crate::program::program().display()),
        "NoNewPrivileges=yes".to_owned(),
    ] {
        assert!(unit.lines().any(|one| one == line), "{line}: {unit}");
    }
    assert!(!unit.contains("/var/lib") && !unit.contains("/etc/cmad") && !unit.contains("StateDirectory"), "{unit}");
    // systemd itself finds nothing to say about it.
    if let Some(read) = crate::shells::read_by(folder.path(), "systemd-analyze", &["verify", "./cmad.service"]) {
        assert!(read.status.success() && said(&read).trim().is_empty(), "{}", said(&read));
    }

    // Another token is tried, and does not replace the one that is there.
    std::fs::write(folder.path().join("other"), "MTA.other.one").unwrap();
    let (code, text) = run(cmad(folder.path(), &environment, &["init", "--token-file", "other"]), "").await;
    assert!(code == Some(1) && text.contains("in the file of --token-file: make a new one"), "{text}");
    std::fs::remove_file(folder.path().join("other")).unwrap();
    assert_eq!(files(folder.path()), after, "nothing is overwritten");

    // The bot starts with it.
    let running = crate::program::Running(
        cmad(folder.path(), &[], &["run"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap(),
    );
    sim.until_connected().await;
    drop(running);
    sim.until_disconnected().await;
    sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_written_before_the_token_is_known_to_work() {
    let sim = simulated().await;
    let folder = TempDir::new().unwrap();
    let (base, token) = (sim.api_base(), sim.token());
    let reached = ("DISCORD_API_BASE", base.as_str());
    for (environment, arguments, input, says) in [
        (&[reached][..], &["init"][..], "", "no token was given"),
        (&[reached], &["init"], "two words\n", "DISCORD_TOKEN holds a space"),
        (
            &[reached],
            &["init", "--dir", "new"],
            "MTA.wrong.one\n",
            "Discord does not accept the token on standard input",
        ),
        (
            &[reached, ("DISCORD_TOKEN", "MTA.wrong.one")],
            &["init"],
            "",
            "the token in DISCORD_TOKEN, DISCORD_TOKEN_FILE or cmad.env",
        ),
        (
            &[("DISCORD_API_BASE", "http://127.0.0.1:9")],
            &["init"],
            &token,
            "could not be tried, so nothing was written",
        ),
        (&[reached], &["init", "--token-file", "none"], &token, "--token-file none: DISCORD_TOKEN_FILE names none"),
        (&[reached], &["init", "--dir", "/proc/bot"], &token, "nothing can be made in the folder /proc"),
        (&[reached], &["init", "--dir", "a b", "--systemd"], &token, "cannot stand in a service of systemd"),
        (&[reached, ("CMAD_LIMITS__WORDS_MAX", "0")], &["init"], &token, "limits.words_max"),
    ] {
        let (code, text) = run(cmad(folder.path(), environment, arguments), input).await;
        assert!(code == Some(1) && text.contains(says), "{environment:?} {arguments:?}: {text}");
        assert_eq!(files(folder.path()), [], "{environment:?} {arguments:?}");
    }
    let body = serde_json::json!({"message": "Internal Server Error", "code": 0});
    sim.fault(Fault::on("GET /applications/@me", FaultKind::Answer { status: 403, body }));
    let (code, text) = run(cmad(folder.path(), &[reached], &["init"]), &token).await;
    assert!(code == Some(1) && files(folder.path()).is_empty(), "{text}");

    // A database without its key gets no other one.
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(folder.path().join("data/cmad.db"), "words").unwrap();
    let (code, text) = run(cmad(folder.path(), &[reached], &["init"]), &token).await;
    assert!(code == Some(1) && text.contains("data/cmad.db was made with a key"), "{text}");
    std::fs::write(folder.path().join("data/cmad.key"), "its key").unwrap();
    let (code, text) = run(cmad(folder.path(), &[reached], &["init"]), &token).await;
    assert!(code == Some(0) && text.contains("kept  ./data/cmad.key: it was there"), "{text}");
    let names: Vec<String> = files(folder.path()).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["cmad.env", "data"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_set_in_the_environment_is_written_down_and_a_key_that_is_set_is_kept() {
    let sim = simulated().await;
    let folder = TempDir::new().unwrap();
    let (base, token) = (sim.api_base(), sim.token());
    std::fs::write(folder.path().join("key"), "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=").unwrap();
    let environment = [
        ("DISCORD_API_BASE", base.as_str()),
        ("DISCORD_TOKEN", token.as_str()),
        ("CMAD_KEY_FILE", "key"),
        ("CMAD_CONTACT", "ada@example.org or \"help\""),
        ("DATABASE_URL", "sqlite://words/cmad.db"),
    ];
    // What a run that was killed left behind is no obstacle.
    std::fs::create_dir(folder.path().join("bot")).unwrap();
    std::fs::write(folder.path().join("bot/cmad.env.unfinished"), "DISCORD_").unwrap();
    let (code, text) = run(cmad(folder.path(), &environment, &["init", "--dir", "bot"]), "").await;
    assert!(code == Some(0) && text.contains("kept  key: the key") && text.contains("cd bot && cmad run"), "{text}");
    let bot = folder.path().join("bot");
    let names: Vec<String> = files(&bot).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["cmad.env"], "{text}");
    let (code, text) = run(cmad(&bot, &[], &["check"]), "").await;
    assert!(
        code == Some(0) && text.contains("words/cmad.db is created at the first start, with the key that is set"),
        "{text}"
    );
    assert!(!text.contains("CMAD_CONTACT"), "it is set: {text}");
}

/// The program at a terminal of its own.
struct AtTerminal {
    child: Child,
    terminal: std::fs::File,
    said: Receiver<Vec<u8>>,
    transcript: String,
}

impl AtTerminal {
    fn start(mut command: Command) -> Self {
        let flags = rustix::pty::OpenptFlags::RDWR | rustix::pty::OpenptFlags::NOCTTY;
        let master = rustix::pty::openpt(flags).unwrap();
        rustix::pty::grantpt(&master).unwrap();
        rustix::pty::unlockpt(&master).unwrap();
        let name = rustix::pty::ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let own = || std::fs::File::options().read(true).write(true).open(&name).unwrap();
        let child = command.stdin(own()).stdout(own()).stderr(own()).spawn().unwrap();
        // It holds the terminal's other end, which must be the child's alone.
        drop(command);
        let terminal = std::fs::File::from(master);
        let mut reader = terminal.try_clone().unwrap();
        let (says, said) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 1024];
            // The end of the last program at a terminal is an error.
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if says.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, terminal, said, transcript: String::new() }
    }

    /// Waits for a text; the end is waited for with none.
    fn until(&mut self, text: Option<&str>) {
        while !text.is_some_and(|text| self.transcript.contains(text)) {
            match self.said.recv_timeout(PATIENCE) {
                Ok(bytes) => self.transcript.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) if text.is_none() => return,
                Err(error) => panic!("{text:?} does not come: {error}: {}", self.transcript),
            }
        }
    }
}

impl Drop for AtTerminal {
    fn drop(&mut self) {
        // It has usually ended already.
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_pasted_at_the_terminal_is_not_shown() {
    let sim = simulated().await;
    let folder = TempDir::new().unwrap();
    let (base, token) = (sim.api_base(), sim.token());
    let command = cmad(folder.path(), &[("DISCORD_API_BASE", &base), ("TERM", "xterm")], &["init"]);
    let typed = token.clone();
    let (code, transcript) = tokio::task::spawn_blocking(move || {
        let mut program = AtTerminal::start(command);
        program.until(Some("not shown while you paste it): "));
        let began = std::time::Instant::now();
        // What is typed before that would be shown, and thrown away.
        while tcgetattr(&program.terminal).unwrap().local_modes.contains(LocalModes::ECHO) {
            assert!(began.elapsed() < PATIENCE, "the terminal shows what is typed: {}", program.transcript);
            std::thread::yield_now();
        }
        program.terminal.write_all(format!("{typed}\n").as_bytes()).unwrap();
        program.until(None);
        (program.child.wait().unwrap().code(), std::mem::take(&mut program.transcript))
    })
    .await
    .unwrap();
    assert_eq!(code, Some(0), "{transcript}");
    assert!(transcript.contains("ok    token: Discord knows it as") && !transcript.contains(&token), "{transcript}");
    assert!(transcript.contains("Next: open the invitation"), "{transcript}");
    assert_eq!(files(folder.path()).len(), 2);
}
