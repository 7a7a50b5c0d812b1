//! `cmad check` finds what `cmad run` refuses: both are started with each setting that is wrong, and say the same.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use cmad::rehearse::stage::sim_options;
use discord_sim::Sim;
use tempfile::TempDir;

use crate::command_line::saying;
use crate::program::{cmad, said};

/// The end of a program. One that goes on after all is killed, and the test fails.
async fn end_of(mut command: Command) -> Output {
    let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let process = started.id();
    let mut ended = tokio::task::spawn_blocking(move || started.wait_with_output().unwrap());
    if let Ok(output) = tokio::time::timeout(Duration::from_secs(120), &mut ended).await {
        return output.unwrap();
    }
    let _killed = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    panic!("it did not end by itself: {command:?}: {}", said(&ended.await.unwrap()));
}

struct Place {
    sim: Sim,
    folder: TempDir,
}

impl Place {
    async fn new() -> Self {
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
        let sim = Sim::start(sim_options(i64::try_from(now).unwrap())).await.unwrap();
        Self { sim, folder: TempDir::new().unwrap() }
    }

    /// What `check` and `run` say with these variables beside right ones.
    async fn both(&self, given: &[(&str, &str)]) -> [Output; 2] {
        let (token, base) = (self.sim.token(), self.sim.api_base());
        let right = [("DISCORD_TOKEN", token.as_str()), ("DISCORD_API_BASE", base.as_str())];
        let right = right.into_iter().filter(|(name, _)| given.iter().all(|(given, _)| given != name));
        let environment: Vec<(&str, &str)> = right.chain(given.iter().copied()).collect();
        let check = end_of(cmad(self.folder.path(), &environment, &["check"])).await;
        [check, end_of(cmad(self.folder.path(), &environment, &["run"])).await]
    }

    /// Starts both, which must refuse for the same reasons and leave nothing behind. Returns these, or what is not right.
    async fn refused_by_both(&self, given: &[(&str, &str)]) -> Result<String, String> {
        let before = names(self.folder.path());
        let [check, run] = self.both(given).await;
        let [found, refused] = [&check, &run].map(said);
        let failures = found.lines().filter_map(|line| Some(line.strip_prefix("FAIL  ")?.split_once(": ")?.1));
        let failures = failures.collect::<Vec<_>>().join("\n");
        let reasons = refused.lines().map(|line| line.strip_prefix("cmad: ").unwrap_or(line));
        let reasons = reasons.collect::<Vec<_>>().join("\n");
        let is_right = [check.status.code(), run.status.code()] == [Some(1), Some(1)] && failures == reasons;
        let is_clean = names(self.folder.path()) == before;
        if is_right && is_clean && !failures.is_empty() {
            return Ok(failures);
        }
        Err(format!(
            "{given:?}\n{} check: {found}\n{} run: {refused}\n{:?}",
            check.status,
            run.status,
            names(self.folder.path())
        ))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn assert_all_right(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} are not right:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_setting_of_the_file_is_refused_by_both_when_it_is_wrong() {
    let place = Place::new().await;
    let all: toml::Table = include_str!("../../config/cmad.toml").parse().unwrap();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (section, settings) in &all {
        for (key, value) in settings.as_table().unwrap() {
            let name = format!("{section}.{key}");
            let values: &[&str] = match (value, name.as_str()) {
                (toml::Value::Integer(_), _) => &["many", "4294967295"],
                (_, "log.filter") => &["cmad=loud"],
                (_, "log.format") => &["xml"],
                (_, "mail.operator") => &["no address"],
                (_, "mail.allowed_domains") => &["*.example.org"],
                (_, "mail.servers") => &["Harbour"],
                (_, "mail.ca_file" | "tls.ca_file") => &["/nowhere.pem"],
                (_, step) if step.starts_with("steps.") => &["-3 25:00"],
                _ => panic!("say what would be wrong for {name}"),
            };
            let variable = format!("CMAD_{section}__{key}").to_uppercase();
            for value in values {
                tried += 1;
                let mail = [("SMTP_URL", "smtps://127.0.0.1:9"), ("CMAD_MAIL_FROM", "cmad@example.org")];
                let mail = if name == "mail.ca_file" { &mail[..] } else { &[] };
                match place.refused_by_both(&[&[(variable.as_str(), *value)], mail].concat()).await {
                    Ok(says) if says.contains(key) || says.contains(&variable) || says.contains("/nowhere.pem") => {}
                    Ok(says) => wrong.push(format!("{variable}={value} is not named: {says}")),
                    Err(says) => wrong.push(says),
                }
            }
        }
    }
    assert!(tried > 50, "all settings are tried: {tried}");
    assert_all_right(wrong);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_else_in_the_environment_is_refused_by_both_when_it_is_wrong() {
    let place = Place::new().await;
    let taken = saying("<h1>It works!</h1>");
    std::fs::write(place.folder.path().join("file"), "").unwrap();
    std::fs::write(place.folder.path().join("bad.toml"), "[limits]\n\nwords_max = 0\n").unwrap();
    std::fs::write(place.folder.path().join("short.key"), "abc").unwrap();
    let key = ("CMAD_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let from = ("CMAD_MAIL_FROM", "cmad@example.org");
    let tries: &[(&[(&str, &str)], &str)] = &[
        (&[("CMAD_CONFIG", "nothing.toml")], "the settings file nothing.toml cannot be read"),
        (&[("CMAD_CONFIG", "bad.toml")], "bad.toml, line 3: limits.words_max must be from"),
        (&[("CMAD_LIMITS_WORDS_MAX", "800")], "it is written CMAD_LIMITS__WORDS_MAX"),
        (&[("CMAD_LIMITS__WORDS_MIN", "800")], "words_min"),
        (&[("CMAD_NOTHING__AT_ALL", "1")], "nothing"),
        (&[("DISCORD_TOKEN", "")], "DISCORD_TOKEN is not set"),
        (&[("DISCORD_TOKEN", "two words")], "DISCORD_TOKEN holds a space"),
        (&[("DISCORD_TOKEN_FILE", "file"), ("DISCORD_TOKEN", "")], "DISCORD_TOKEN_FILE names file, which is empty"),
        (&[("DISCORD_TOKEN_FILE", "file")], "set DISCORD_TOKEN or DISCORD_TOKEN_FILE, not both"),
        (&[("DISCORD_API_BASE", "discord.example.org")], "DISCORD_API_BASE is not an address"),
        (&[("CMAD_KEY", "short")], "CMAD_KEY must be 32 bytes"),
        (&[("CMAD_KEY_FILE", "short.key")], "CMAD_KEY must be 32 bytes"),
        (&[("CMAD_KEY_FILE", "nothing")], "CMAD_KEY_FILE names nothing, which cannot be read"),
        (&[("DATABASE_URL", "postgres://127.0.0.1:9/x")], "CMAD_KEY is not set, and with PostgreSQL"),
        (&[("DATABASE_URL", "mysql://x/y")], "DATABASE_URL is for mysql"),
        (&[("DATABASE_URL", "data.db")], "did you mean sqlite://data.db?"),
        (&[("DATABASE_URL", "sqlite::memory:")], "is kept nowhere"),
        (&[("DATABASE_URL", "sqlite://file/cmad.db")], "file is no folder"),
        (&[("DATABASE_URL", "sqlite:///proc/nothing/cmad.db")], "nothing can be made in the folder /proc"),
        (&[("DATABASE_URL_FILE", "nothing")], "DATABASE_URL_FILE names nothing"),
        (&[("CMAD_ERASURES", "no/list")], "CMAD_ERASURES: the list no/list cannot be written: there is no folder no"),
        (&[("CMAD_ERASURES", "/proc/list")], "nothing can be made in the folder /proc"),
        (&[("SMTP_URL", "mail.example.org"), from], "SMTP_URL must look like"),
        (&[("SMTP_URL", "smtps://mail.example.org")], "CMAD_MAIL_FROM must be"),
        (&[("SMTP_URL", "smtps://mail.example.org"), ("CMAD_MAIL_FROM", "x")], "CMAD_MAIL_FROM must be"),
        (&[("SMTP_URL", "file:///proc/mails"), from], "SMTP_URL: nothing can be made in the folder /proc"),
        (&[("CMAD_PUBLIC_URL", "cmad.example.org")], "it must begin with https://"),
        (&[("CMAD_PRIVACY_URL", "privacy")], "CMAD_PRIVACY_URL must be an address"),
        (&[("CMAD_CONTACT", "a\nb")], "CMAD_CONTACT must be one line"),
        (&[("CMAD_HTTP_ADDR", "8080")], "CMAD_HTTP_ADDR is not an address with a port"),
        (&[("CMAD_HTTP_ADDR", "localhost")], "CMAD_HTTP_ADDR is not an address with a port"),
        (&[("CMAD_METRICS_ADDR", "127.0.0.1")], "CMAD_METRICS_ADDR is not an address with a port"),
        (&[("CMAD_METRICS_ADDR", "127.0.0.1:1"), ("CMAD_HTTP_ADDR", "127.0.0.1:1")], "an address of their own"),
        (&[("CMAD_HTTP_ADDR", &taken)], "another program has CMAD_HTTP_ADDR=127.0.0.1:"),
        (&[("CMAD_METRICS_ADDR", &taken)], "another program has CMAD_METRICS_ADDR=127.0.0.1:"),
        (&[("CMAD_HTTP_ADDR", "192.0.2.1:8080")], "CMAD_HTTP_ADDR=192.0.2.1:8080 cannot be used"),
        (&[("HTTPS_PROXY", "gopher://x")], "HTTPS_PROXY"),
        // All of it is said.
        (&[("CMAD_HTTP_ADDR", "8080"), ("CMAD_LOG__FILTER", "cmad=loud"), key], "log.filter is not a filter"),
    ];
    let mut wrong = Vec::new();
    for (given, says) in tries {
        match place.refused_by_both(given).await {
            Ok(found) if found.contains(says) => {}
            Ok(found) => wrong.push(format!("{given:?}: {found}")),
            Err(how) => wrong.push(how),
        }
    }
    assert_all_right(wrong);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_cannot_be_used_is_refused_by_both() {
    let place = Place::new().await;
    let folder = place.folder.path();
    std::fs::write(folder.join("junk.db"), "This is no database, but a text that is long enough for a header.")
        .unwrap();
    std::fs::create_dir(folder.join("folder.db")).unwrap();
    let key = ("CMAD_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let other = ("CMAD_KEY", "OTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let made = end_of(cmad(folder, &[key], &["migrate"])).await;
    assert!(made.status.success(), "{}", said(&made));
    let mut wrong = Vec::new();
    for (given, says) in [
        ([key, ("DATABASE_URL", "sqlite://junk.db")], "that is no SQLite database"),
        ([key, ("DATABASE_URL", "sqlite://folder.db")], "cannot be opened"),
        ([other, ("DATABASE_URL", "sqlite://data/cmad.db")], "key"),
        ([key, ("DATABASE_URL", "postgres://127.0.0.1:9/none")], "PostgreSQL at 127.0.0.1:9 cannot be reached"),
        ([key, ("DISCORD_TOKEN", "wrong")], "does not"),
        ([key, ("DISCORD_API_BASE", "http://127.0.0.1:9")], "127.0.0.1:9 cannot be reached"),
    ] {
        let both = place.both(&given).await;
        let [found, refused] = [&both[0], &both[1]].map(said);
        let failures = found.lines().filter(|line| line.starts_with("FAIL")).collect::<Vec<_>>().join("\n");
        let codes = both.map(|output| output.status.code());
        if codes != [Some(1), Some(1)] || !failures.contains(says) || !refused.contains(says) {
            wrong.push(format!("{given:?} {codes:?}\ncheck: {found}\nrun: {refused}"));
        }
    }
    assert_all_right(wrong);
}
