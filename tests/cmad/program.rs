//! The program as an operator runs it: its own process, its own files, signals and exit codes.

use cmad::rehearse::stage::sim_options;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use discord_sim::{Fault, FaultKind, Opt, Sim, SimOptions, permission};
use tempfile::TempDir;

use crate::town::PERMISSIONS;

/// The program that was built with the tests, or the one that `CMAD_TEST_PROGRAM` names, such as a release build.
pub fn program() -> PathBuf {
    std::env::var_os("CMAD_TEST_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_cmad").into(), PathBuf::from)
}

/// The program in this folder, with only this environment.
pub fn cmad(folder: &Path, environment: &[(&str, &str)], arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.env_clear().envs(environment.iter().copied()).args(arguments).current_dir(folder);
    command
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The end of a child process, as long as a busy machine may need. One that does not end is killed first: a runtime waits
/// for its blocking tasks, and a test that fails must end.
pub async fn end_of(process: u32, wait: impl FnOnce() -> ExitStatus + Send + 'static) -> ExitStatus {
    let mut ended = tokio::task::spawn_blocking(wait);
    if let Ok(status) = tokio::time::timeout(Duration::from_secs(120), &mut ended).await {
        return status.unwrap();
    }
    let _killed = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    panic!("it did not end by itself: {}", ended.await.unwrap());
}

/// A child process that is killed with its test.
pub struct Running(pub Child);

impl Running {
    pub fn signal(&self, signal: &str) {
        let done = Command::new("kill").args([signal, &self.0.id().to_string()]).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has usually ended already.
        let _ended = self.0.kill();
        let _waited = self.0.wait();
    }
}

#[test]
fn the_date() {
    let folder = TempDir::new().unwrap();
    let check = |arguments: &[&str], code: i32, says: &str| {
        let output = cmad(folder.path(), &[], arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        assert!(said(&output).contains(says), "{}", said(&output));
    };
    check(&["day", "2027"], 0, "2027-01-25 (Monday, 25 January 2027)");
    check(&["day", "2029"], 0, "isn’t the last");
    let says = "Give a year from 1583 to 9999.";
    assert_eq!(cmad::text::Lang::english().say("when-no-such-year"), says, "/cmad when says the same");
    for year in ["1582", "10000", "0", "-5", "99999999999", "MMXXVII"] {
        check(&["day", year], 2, says);
        check(&["rehearse", "--year", year], 2, says);
    }
    check(&["day"], 0, "January");
    check(&["--help"], 0, "rehearse");
    check(&["run"], 1, "DISCORD_TOKEN is not set");
    check(&["frobnicate"], 2, "unrecognized subcommand");
}

#[test]
fn bad_settings_are_named() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("bad.toml"), "[limits]\nthanks_per_huor = 3\n").unwrap();
    let output = cmad(folder.path(), &[("DISCORD_TOKEN", "x")], &["run", "--config", "bad.toml"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("thanks_per_huor"), "{}", said(&output));
    let steps = [("DISCORD_TOKEN", "x"), ("CMAD_STEPS__ANNOUNCE", "-3 10:00")];
    let output = cmad(folder.path(), &steps, &["run"]).output().unwrap();
    let says = "steps.announce (CMAD_STEPS__ANNOUNCE) = \"-3 10:00\" must come before steps.countdown";
    assert!(output.status.code() == Some(1) && said(&output).contains(says), "{}", said(&output));
    for (name, value, says) in [
        ("CMAD_PUBLIC_URL", "https://example.org/a b", "a path has letters, digits"),
        ("CMAD_PUBLIC_URL", "cmad.example.org", "it must begin with https://"),
        ("CMAD_HTTP_ADDR", "8080", "CMAD_HTTP_ADDR is not an address with a port"),
        ("CMAD_MAIL__ALLOWED_DOMAINS", "[\"example.org\"", "CMAD_MAIL__ALLOWED_DOMAINS is not a list"),
        ("CMAD_LOG_FORMAT", "json", "CMAD_LOG_FORMAT is no setting: it is written CMAD_LOG__FORMAT"),
        ("DISCORD_TOKEN", "MTA.abc\nMTA.def", "DISCORD_TOKEN holds a space, a line break"),
        ("SMTP_URL", "mail.example.org", "CMAD_MAIL_FROM must be"),
        ("DISCORD_API_BASE", "discord.example.org", "DISCORD_API_BASE is not an address"),
        ("CMAD_KEY", "abc", "CMAD_KEY must be 32 bytes"),
        ("DATABASE_URL", "mongo://x", "DATABASE_URL is for mongo, which cmad does not know"),
        ("DATABASE_URL", "data/cmad.db", "did you mean sqlite://data/cmad.db?"),
        ("DATABASE_URL", "postgres://a:b:c/d", "DATABASE_URL: "),
        ("HTTPS_PROXY", "gopher://x", "HTTPS_PROXY"),
        ("CMAD_METRICS_ADDR", "9464", "CMAD_METRICS_ADDR is not an address with a port"),
    ] {
        let environment = [("DISCORD_TOKEN", "x"), ("DATABASE_URL", "sqlite://made/cmad.db"), (name, value)];
        let output = cmad(folder.path(), &environment, &["run"]).output().unwrap();
        assert!(output.status.code() == Some(1) && said(&output).contains(says), "{name}: {}", said(&output));
    }
    assert!(!folder.path().join("data").exists(), "nothing is made when the settings are wrong");
}

#[test]
fn the_first_thing_that_is_wrong_is_what_is_said() {
    let folder = TempDir::new().unwrap();
    // No key, no token, no file: the kind of database is not known, and nothing that belongs to one matters.
    for verb in [
        &["run"][..],
        &["check"],
        &["migrate"],
        &["backup", "b"],
        &["restore", "b"],
        &["export"],
        &["reconcile"],
        &["no-more", "boss@example.org"],
        &["key", "status"],
        &["key", "rotate"],
    ] {
        let output = cmad(folder.path(), &[("DATABASE_URL", "mongo://x")], verb).output().unwrap();
        let says = said(&output);
        assert_eq!(output.status.code(), Some(1), "{verb:?}: {says}");
        assert!(says.contains("DATABASE_URL is for mongo, which cmad does not know"), "{verb:?}: {says}");
        assert!(!says.contains("CMAD_KEY"), "{verb:?}: {says}");
    }
    // The metrics have an address of their own.
    let same =
        [("DISCORD_TOKEN", "x"), ("CMAD_HTTP_ADDR", "127.0.0.1:18080"), ("CMAD_METRICS_ADDR", "127.0.0.1:18080")];
    let output = cmad(folder.path(), &same, &["run"]).output().unwrap();
    assert!(said(&output).contains("metrics need an address of their own"), "{}", said(&output));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made");
}

#[test]
fn no_error_repeats_a_password() {
    let folder = TempDir::new().unwrap();
    let databases = [
        "postgres://cmad:s3cret@127.0.0.1:1/bot",
        "postgres://cmad:s3cret@127.0.0.1:1/bot?sslmode=s3cret",
        "postgres://cmad@127.0.0.1:1/bot?word=s3cret",
        "postgres://cmad:s3cret/x@127.0.0.1:1/bot",
        "postgres://127.0.0.1:s3cret/bot",
        "postgres:cmad:s3cret@x",
        "mongo://cmad:s3cret@127.0.0.1/bot",
        "cmad:s3cret@127.0.0.1",
    ];
    let others = [
        "cmad:s3cret@127.0.0.1",
        "https://cmad:s3cret@127.0.0.1:1/a b?c#d",
        "http://cmad:s3cret@127.0.0.1:1",
        "socks5h://cmad:s3cret@127.0.0.1:1",
        "smtps://cmad:s3cret@127.0.0.1:1",
        "smtp://cmad:s3cret@127.0.0.1:1?x=s3cret",
    ];
    for variable in [
        "DATABASE_URL",
        "SMTP_URL",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "DISCORD_API_BASE",
        "CMAD_PUBLIC_URL",
        "CMAD_PRIVACY_URL",
        "CMAD_HTTP_ADDR",
        "CMAD_METRICS_ADDR",
        "CMAD_MAIL_FROM",
    ] {
        for given in if variable == "DATABASE_URL" { &databases[..] } else { &others[..] } {
            let given = *given;
            let key = "2lXEP3t9k8PcO3sBL0yEoV1Uo3dJ7AcTObU0mYlDdZo=";
            let usual = [
                ("DISCORD_TOKEN", "x"),
                ("DISCORD_API_BASE", "http://127.0.0.1:1"),
                ("CMAD_KEY", key),
                ("CMAD_MAIL_FROM", "a@example.org"),
                ("CMAD_DATABASE__PATIENCE_MS", "500"),
                // Where it ends at the latest: nothing answers there.
                ("DATABASE_URL", "postgres://127.0.0.1:1/bot"),
            ];
            let usual = usual.into_iter().filter(|(name, _)| *name != variable);
            let environment: Vec<(&str, &str)> = usual.chain([(variable, given)]).collect();
            for verb in [&["check"][..], &["run"]] {
                let output = cmad(folder.path(), &environment, verb).output().unwrap();
                assert!(!said(&output).contains("s3cret"), "{variable}={given} {verb:?}: {}", said(&output));
                assert_eq!(output.status.code(), Some(1), "{variable}={given} {verb:?}: {}", said(&output));
            }
        }
    }
}

#[test]
fn a_story_that_cannot_be_played_is_refused_before_anything_runs() {
    let folder = TempDir::new().unwrap();
    let story = include_str!("../../config/rehearsal.toml");
    let run = |from: &str, to: &str| {
        let line = 1 + story[..story.find(from).unwrap()].matches('\n').count();
        std::fs::write(folder.path().join("w.toml"), story.replacen(from, to, 1)).unwrap();
        let output = cmad(folder.path(), &[], &["rehearse", "--world", "w.toml"]).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains(&format!("w.toml, line {line}: ")), "{}", said(&output));
        assert!(!folder.path().join("rehearsal").exists(), "nothing has begun");
        said(&output)
    };
    assert!(
        run("who = \"mara\", do = \"answer-place\"", "who = \"nobody\", do = \"answer-place\"").contains("\"nobody\"")
    );
    assert!(run("in = \"admins\", command", "in = \"nowhere\", command").contains("\"nowhere\""));
    assert!(run("answer = \"declines\"", "answer = \"perhaps\"").contains("perhaps"));
    assert!(run("manager_role", "manager_rule").contains("manager_rule"));
}

/// A story of one thank-you for this manager.
pub fn short_story(folder: &Path, to: &str) {
    let story = format!(
        r#"
        server = "Northwind"
        owner = "olga"
        campaign_channel = "community"
        admin_channel = "admins"
        manager_role = "Community"
        channels = [{{ name = "community" }}, {{ name = "admins", private = true }}]
        members = [
            {{ id = "olga", name = "Olga", joined = -2000, locale = "en-US" }},
            {{ id = "ada", name = "Ada", joined = -1000, locale = "en-US" }},
            {{ id = "kim", name = "Kim", joined = -60, locale = "en-US" }},
        ]
        managers = [{{ who = "ada", answer = "accepts" }}]
        acts = [
            {{ at = "-30 09:00", who = "olga", do = "setup" }},
            {{ at = "-30 09:10", who = "olga", do = "roster" }},
        ]
        thanks = [{{ at = "-10 10:00", who = "kim", to = "{to}", by = "slash", words = "You answered me at midnight." }}]
        "#
    );
    std::fs::write(folder.join("short.toml"), story).unwrap();
}

#[test]
fn a_rehearsal_of_any_year_is_the_same_story() {
    let folder = TempDir::new().unwrap();
    short_story(folder.path(), "ada");
    for year in ["1583", "2010", "2025", "2083", "2100", "2200", "9999"] {
        let arguments = ["rehearse", "--no-open", "--world", "short.toml", "--year", year];
        let output = cmad(folder.path(), &[], &arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{year}: {}", said(&output));
        assert!(!said(&output).contains("could not"), "{year}: {}", said(&output));
    }
}

#[test]
fn a_rehearsal_in_each_language_is_the_same_story() {
    let folder = TempDir::new().unwrap();
    short_story(folder.path(), "ada");
    // The button of the posts in each.
    let says = [
        ("en", "Say thank you"),
        ("de", "Danke sagen"),
        ("es", "Dar las gracias"),
        ("fr", "Dire merci"),
        ("pt-BR", "Agradecer"),
        ("ja", "感謝を伝える"),
    ];
    for (tag, says) in says {
        let arguments = ["rehearse", "--no-open", "--world", "short.toml", "--year", "2027", "--language", tag];
        let output = cmad(folder.path(), &[], &arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{tag}: {}", said(&output));
        let page = std::fs::read_to_string(folder.path().join(format!("rehearsal/cmad-2027-{tag}.html"))).unwrap();
        assert!(page.contains(says) && page.contains(&format!("--language {tag}")), "{tag}");
        assert!(tag == "en" || !page.contains("Say thank you"), "{tag}");
    }
    let unknown = cmad(folder.path(), &[], &["rehearse", "--language", "nl"]).output().unwrap();
    assert!(unknown.status.code() == Some(2) && said(&unknown).contains("pt-BR"), "{}", said(&unknown));
}

#[cfg(target_os = "linux")]
#[test]
fn the_page_of_a_rehearsal_opens_where_a_desktop_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    short_story(folder.path(), "ada");
    // A desktop whose browser notes what it opens, and never ends by itself before it is told to.
    let programs = folder.path().join("programs");
    let opened = folder.path().join("opened");
    std::fs::create_dir(&programs).unwrap();
    let browser = programs.join("xdg-open");
    std::fs::write(
        &browser,
        format!(
            "#!/bin/sh\necho \"$1\" >> '{}'\nread told < '{}'\n",
            opened.display(),
            folder.path().join("end").display()
        ),
    )
    .unwrap();
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    let end = folder.path().join("end");
    assert!(Command::new("mkfifo").arg(&end).status().unwrap().success());
    let path = programs.to_str().unwrap();
    let play = |environment: &[(&str, &str)], more: &[&str]| {
        let arguments = [&["rehearse", "--world", "short.toml", "--year", "2027"], more].concat();
        let output = cmad(folder.path(), environment, &arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    };
    play(&[("PATH", path)], &[]);
    play(&[("PATH", path), ("DISPLAY", ":0"), ("CI", "true")], &[]);
    play(&[("PATH", path), ("DISPLAY", ":0"), ("SSH_CONNECTION", "there")], &[]);
    play(&[("PATH", path), ("DISPLAY", ":0")], &["--no-open"]);
    play(&[("PATH", path), ("WAYLAND_DISPLAY", "wayland-0")], &[]);
    // The program has ended, and its browser is still there: once it ends, it has opened one page.
    let (told, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || told.send(std::fs::write(end, "end\n")));
    ended.recv_timeout(Duration::from_secs(120)).expect("no browser was started").unwrap();
    let opened = std::fs::read_to_string(opened).unwrap();
    assert_eq!(opened.lines().collect::<Vec<_>>(), ["rehearsal/cmad-2027.html"]);
}

#[test]
fn what_could_not_happen_in_a_rehearsal_is_an_error() {
    let folder = TempDir::new().unwrap();
    // No one is thanked who is not on the roster.
    short_story(folder.path(), "olga");
    let output = cmad(folder.path(), &[], &["rehearse", "--no-open", "--world", "short.toml", "--year", "2027"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let errors = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = errors.lines().filter(|line| line.contains("could not happen: kim at -10 10:00")).collect();
    assert!(lines.len() == 1 && lines[0].contains("refused"), "{errors}");
    assert!(folder.path().join("rehearsal/cmad-2027.html").exists(), "the page shows what happened instead");
    // A setup that the bot refuses, because everyone can read there what is for admins, is no setup.
    let story = std::fs::read_to_string(folder.path().join("short.toml")).unwrap();
    let open = story.replace("admin_channel = \"admins\"", "admin_channel = \"community\"");
    std::fs::write(folder.path().join("short.toml"), open).unwrap();
    let output = cmad(folder.path(), &[], &["rehearse", "--no-open", "--world", "short.toml", "--year", "2027"])
        .output()
        .unwrap();
    let refused = said(&output).contains("could not happen: olga at -30 09:00: it was refused");
    assert!(output.status.code() == Some(1) && refused, "{}", said(&output));
}

/// The bot, running in this folder against this simulated Discord.
pub fn bot_at(folder: &Path, sim: &Sim) -> Running {
    let environment = [("DISCORD_TOKEN", sim.token()), ("DISCORD_API_BASE", sim.api_base())];
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Running(cmad(folder, &environment, &["run"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn check_names_each_problem() {
    let folder = TempDir::new().unwrap();
    let sim = Sim::start(SimOptions { message_content: false, ..sim_options(1_800_000_000_000) }).await.unwrap();
    let base = sim.api_base();
    let run = async |environment: Vec<(&'static str, String)>| {
        let folder = folder.path().to_owned();
        let output = tokio::task::spawn_blocking(move || {
            let environment: Vec<(&str, &str)> =
                environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
            cmad(&folder, &environment, &["check"]).output().unwrap()
        });
        let output = output.await.unwrap();
        (output.status.code(), said(&output))
    };
    let (code, text) = run(vec![]).await;
    assert!(code == Some(1) && text.contains("DISCORD_TOKEN is not set"), "{text}");
    assert!(!folder.path().join("data").exists(), "a check makes nothing");
    let token = ("DISCORD_TOKEN", sim.token());
    let (code, text) = run(vec![token.clone(), ("DISCORD_API_BASE", base.clone())]).await;
    assert!(code == Some(0) && text.contains("message content is switched off"), "{text}");
    let pasted = format!("\u{FEFF}DISCORD_TOKEN=\"Bot {}\"\r\n", sim.token());
    std::fs::write(folder.path().join("token"), pasted).unwrap();
    let (code, text) =
        run(vec![("DISCORD_TOKEN_FILE", "token".into()), ("DISCORD_API_BASE", format!("'{base}/' "))]).await;
    assert!(code == Some(0) && text.contains("ok    token"), "a token as it was pasted: {text}");
    let (code, text) = run(vec![("DISCORD_TOKEN", "wrong".into()), ("DISCORD_API_BASE", base)]).await;
    assert!(code == Some(1) && text.contains("does not accept it"), "{text}");
    let (code, text) = run(vec![token.clone(), ("DISCORD_API_BASE", "http://127.0.0.1:9".into())]).await;
    assert!(code == Some(1) && text.contains("check the network"), "{text}");
    // An answer that refuses is no trouble of the network.
    for status in [400, 403] {
        let says = format!("Discord refuses the request (status {status}");
        let body = serde_json::json!({"code": 50_035, "message": "no"});
        sim.fault(Fault::on("GET /users/@me", FaultKind::Answer { status, body }));
        let (code, text) = run(vec![token.clone(), ("DISCORD_API_BASE", sim.api_base())]).await;
        assert!(code == Some(1) && text.contains(&says) && !text.contains("network"), "{text}");
    }
    let far = ("CMAD_STEPS__ROSTER_CHECK", "-90 10:00".into());
    let (code, text) = run(vec![token.clone(), ("DISCORD_API_BASE", sim.api_base()), far]).await;
    assert!(code == Some(1) && text.contains("FAIL  settings: steps.roster_check"), "{text}");
    assert!(text.contains("ok    token"), "the rest is looked at: {text}");
    let (code, text) = run(vec![token, ("CMAD_KEY", "short".into()), ("DATABASE_URL", "mysql://x".into())]).await;
    assert!(code == Some(1) && text.contains("DATABASE_URL is for mysql") && !text.contains("CMAD_KEY"), "{text}");
}

#[test]
fn a_backup_is_not_restored_without_the_list_of_erasures() {
    let folder = TempDir::new().unwrap();
    let run = |environment: &[(&str, &str)], arguments: &[&str], code: i32| {
        let environment = [&[("CMAD_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")][..], environment].concat();
        let output = cmad(folder.path(), &environment, arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        said(&output)
    };
    run(&[], &["migrate"], 0);
    run(&[], &["backup", "all"], 0);
    let new = ("DATABASE_URL", "sqlite://new/cmad.db");
    let named = ("CMAD_ERASURES", "lists/erased");
    let refused = run(&[new], &["restore", "all"], 1);
    assert!(refused.contains("no list of erasures at new/cmad.db.erased"), "{refused}");
    assert!(refused.contains("--without-erasures. Nothing was changed"), "{refused}");
    let refused = run(&[new, named], &["restore", "all"], 1);
    assert!(refused.contains("no list of erasures at lists/erased"), "{refused}");
    let refused = run(&[("DATABASE_URL", "postgres://127.0.0.1:9/none")], &["restore", "all"], 1);
    assert!(refused.contains("CMAD_ERASURES is not set"), "{refused}");
    assert!(!folder.path().join("new").exists(), "it is asked before anything is made");

    let loud = run(&[new], &["restore", "all", "--without-erasures"], 0);
    assert!(loud.contains("everyone who was erased after this backup was made is back"), "{loud}");
    std::fs::create_dir(folder.path().join("lists")).unwrap();
    std::fs::write(folder.path().join("lists/erased"), "").unwrap();
    let other = ("DATABASE_URL", "sqlite://other/cmad.db");
    assert!(!run(&[other, named], &["restore", "all"], 0).contains("is back"), "an empty list is a list");

    // With PostgreSQL there is no list by default, and `check` says so.
    let postgres = ("DATABASE_URL", "postgres://127.0.0.1:9/none");
    let says = "note  erasures: CMAD_ERASURES is not set";
    assert!(run(&[postgres], &["check"], 1).contains(says));
    assert!(!run(&[postgres, named], &["check"], 1).contains(says) && !run(&[other], &["check"], 1).contains(says));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bot_runs_stops_survives_a_kill_and_keeps_its_key() {
    let folder = TempDir::new().unwrap();
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
    let sim = Sim::start(sim_options(i64::try_from(now).unwrap())).await.unwrap();
    let server = sim.server("Northwind");
    let channel = server.channel("community");
    sim.invite_bot(&server, PERMISSIONS | permission::VIEW_CHANNEL);
    let start = || bot_at(folder.path(), &sim);
    let mut running = start();
    sim.until_connected().await;
    let options = [("channel", Opt::Channel(channel.id())), ("timezone", Opt::from("Europe/Berlin"))];
    let answer = server.owner().slash(&channel, "campaign setup", &options).await.settled().await;
    assert!(answer.text().contains("Europe/Berlin"), "{}", answer.text());
    running.signal("-TERM");
    let status = end_of(running.0.id(), move || running.0.wait().unwrap()).await;
    assert!(status.success(), "a soft stop is no failure: {status}");
    sim.until_disconnected().await;

    let key = folder.path().join("data/cmad.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let running = start();
    sim.until_connected().await;
    running.signal("-KILL");
    sim.until_disconnected().await;
    let running = start();
    sim.until_connected().await;
    let status = server.owner().slash(&channel, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("Roster check"), "{}", status.text());
    drop(running);
    sim.until_disconnected().await;

    // Without its key the program destroys nothing, and says what to do.
    std::fs::rename(&key, folder.path().join("elsewhere")).unwrap();
    let environment = [("DISCORD_TOKEN", sim.token()), ("DISCORD_API_BASE", sim.api_base())];
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut command = cmad(folder.path(), &environment, &["run"]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert!(!output.status.success() && said(&output).contains("bring that file back"), "{}", said(&output));
    assert!(!key.exists(), "no new key is made for an old database");
    sim.assert_clean();
}
