//! Every verb as a command among others: its output, its exit code, its help, and what it says of a wrong word.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Output, Stdio};

use tempfile::TempDir;

use crate::program::{cmad, said, short_story};
use crate::shells::verbs;

const KEY: (&str, &str) = ("CMAD_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

pub fn run(folder: &Path, environment: &[(&str, &str)], arguments: &[&str], stdout: impl Into<Stdio>) -> Output {
    cmad(folder, environment, arguments).stdout(stdout).stderr(Stdio::piped()).output().unwrap()
}

/// A folder with a database and a short story for the rehearsal.
fn prepared() -> TempDir {
    let folder = TempDir::new().unwrap();
    short_story(folder.path(), "ada");
    let made = run(folder.path(), &[KEY], &["migrate"], Stdio::piped());
    assert!(made.status.success(), "{}", said(&made));
    folder
}

/// A command that prints something on standard output, for each verb: `NEW` is a name that is free.
const PRINTING: &[&[&str]] = &[
    &["run", "--help"],
    &["init", "--help"],
    &["rehearse", "--world", "short.toml", "--out", "NEW"],
    &["day"],
    &["day", "--ics"],
    &["check"],
    &["export"],
    &["export", "NEW"],
    &["backup", "NEW"],
    &["restore", "all", "--without-erasures"],
    &["reconcile"],
    &["health"],
    &["no-more", "boss@example.org"],
    &["key", "status"],
    &["key", "--help"],
    &["migrate"],
    &["completions", "bash"],
    &["man", "NEW"],
    &["help"],
    &["help", "environment"],
    &["--help"],
    &["--version"],
];

/// Says this over HTTP, for as long as the tests run. Returns its address.
pub fn saying(text: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for mut asking in listener.incoming().flatten() {
            // The whole question: closed before, the connection would break at the one who asks.
            let question = BufReader::new(&asking).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
            let _asked = question.count();
            // (Who does not wait for the answer needs none.)
            let _answered = write!(asking, "HTTP/1.1 200 OK\r\n\r\n{text}");
        }
    });
    addr
}

/// Where the output goes. (A file that is always full is Linux's.)
const PLACES: &[&str] = if cfg!(target_os = "linux") {
    &["written", "closed pipe", "closed", "full disk"]
} else {
    &["written", "closed pipe", "closed"]
};

#[test]
fn output_that_cannot_be_written_ends_every_verb_with_1_and_without_a_panic() {
    let folder = prepared();
    let addr = saying("alive");
    let mut not_tried = verbs(folder.path());
    let backup = run(folder.path(), &[KEY], &["backup", "all"], Stdio::piped());
    assert!(backup.status.success(), "{}", said(&backup));
    for (number, command) in PRINTING.iter().enumerate() {
        not_tried.remove(command[0]);
        for place in PLACES {
            let new = format!("{}-{number}", place.replace(' ', "-"));
            let database = format!("sqlite://{new}-restored/cmad.db");
            let mut environment = vec![KEY, ("CMAD_HTTP_ADDR", addr.as_str())];
            if command[0] == "restore" {
                environment.push(("DATABASE_URL", &database));
            }
            let command: Vec<&str> = command.iter().map(|word| if *word == "NEW" { &new } else { *word }).collect();
            let output = match *place {
                "written" => run(folder.path(), &environment, &command, Stdio::piped()),
                "closed pipe" => {
                    let (reader, writer) = std::io::pipe().unwrap();
                    drop(reader);
                    run(folder.path(), &environment, &command, writer)
                }
                "full disk" => {
                    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
                    run(folder.path(), &environment, &command, full)
                }
                _ => {
                    let program = crate::program::program();
                    let mut shell = std::process::Command::new("sh");
                    shell.args(["-c", "exec \"$@\" >&-", "sh"]).arg(program).args(&command);
                    shell.env_clear().envs(environment).current_dir(folder.path()).output().unwrap()
                }
            };
            let errors = String::from_utf8_lossy(&output.stderr);
            let about = format!("{command:?}, {place}: {:?}: {errors}", output.status);
            let succeeds = command[0] != "check";
            match *place {
                "written" => {
                    assert!(output.status.code() == Some(i32::from(!succeeds)), "{about}");
                    assert!(!output.stdout.is_empty(), "it prints something: {about}");
                }
                // What was done is not said to have failed.
                "closed pipe" => assert!(output.status.code() == Some(1) && !errors.contains("cannot"), "{about}"),
                "full disk" => {
                    let says = "cmad: standard output cannot be written: No space left on device";
                    assert!(output.status.code() == Some(1) && errors.matches(says).count() == 1, "{about}");
                }
                // A process begins with something in place of what was closed: then nothing fails.
                _ => assert!(output.status.code().is_some_and(|code| code <= 1), "{about}"),
            }
            assert!(!errors.contains("failed inside") && !errors.contains("panic"), "{about}");
            if command.contains(&new.as_str()) {
                assert!(folder.path().join(&new).exists(), "its work was done: {about}");
            }
        }
    }
    assert!(not_tried.is_empty(), "no command is tried for {not_tried:?}");
}

/// Every verb with its verbs below it, as the help lists them.
fn all_verbs(folder: &Path) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = vec![vec![]];
    all.extend(verbs(folder).into_iter().filter(|verb| verb != "help").map(|verb| vec![verb]));
    all.extend(["rotate", "status"].map(|verb| vec!["key".to_owned(), verb.to_owned()]));
    all
}

#[test]
fn help_has_lines_of_80_and_the_verbs_own_flags_first() {
    let folder = TempDir::new().unwrap();
    for verb in all_verbs(folder.path()) {
        for flag in ["--help", "-h"] {
            let words: Vec<&str> = verb.iter().map(String::as_str).chain([flag]).collect();
            let output = run(folder.path(), &[("COLUMNS", "200")], &words, Stdio::piped());
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(output.status.code() == Some(0) && output.stderr.is_empty(), "{words:?}");
            let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
            assert!(wide.is_empty(), "{words:?}: {wide:#?}");
            let options: Vec<&str> = text
                .lines()
                .filter_map(|line| line.trim_start().split_once("--").filter(|(before, _)| before.len() < 5))
                .map(|(_, rest)| rest.split([' ', '=']).next().unwrap())
                .collect();
            let last: &[&str] = if verb.is_empty() { &["config", "help", "version"] } else { &["config", "help"] };
            assert!(options.ends_with(last), "{words:?}: {options:?}");
            // The list of variables stands once.
            assert!(!text.contains("SMTP_URL"), "{words:?}: {text}");
            let lists_none = ["day", "rehearse", "completions", "man", "health"].contains(&words[0]);
            assert!(lists_none || text.contains("cmad help environment"), "{words:?}: {text}");
        }
    }
    let list = run(folder.path(), &[], &["help", "environment"], Stdio::piped());
    let text = String::from_utf8(list.stdout).unwrap();
    assert!(list.status.code() == Some(0) && text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let known: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert!(known.len() > 12 && known.contains("DISCORD_TOKEN") && known.contains("CMAD_CONFIG"), "{known:?}");
}

/// Variables, a command, its exit code, and what it says.
type Try<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], i32, &'a str);

#[test]
fn what_is_wrong_names_itself_and_what_would_be_right() {
    let folder = prepared();
    let path = folder.path();
    File::create(path.join("file")).unwrap();
    std::fs::create_dir(path.join("folder")).unwrap();
    let no_folder = "there is no folder no/such for no/such/b: make it, or name a file in one that is there";
    let no_backup = "nothing cannot be read: name the file that `cmad backup` wrote";
    let tries: &[Try<'_>] = &[
        // The command line.
        (&[], &["day", "abc"], 2, "'abc' for '[YEAR]': Give a year from 1583 to 9999."),
        (
            &[],
            &["rehearse", "--timezone", "Berlin"],
            2,
            "'Berlin' for '--timezone <TIMEZONE>': no time zone has this name: did you mean Europe/Berlin?",
        ),
        (&[], &["rehearse", "--timezone", "Europe/Berln"], 2, "did you mean Europe/Berlin"),
        (&[], &["rehearse", "--timezone", "Tokio"], 2, "did you mean Asia/Tokyo?"),
        (&[], &["rehearse", "--timezone", "xyzzyxyzzy"], 2, "give one such as Europe/Berlin or UTC"),
        (&[], &["rehearse", "--timezone", ""], 2, "'--timezone <TIMEZONE>'"),
        (&[], &["rehearse", "--language", "nl"], 2, "[possible values: en, de"),
        (&[], &["--config", "a", "day", "--config", "b"], 2, "--config is given twice"),
        (&[], &["day", "--config=a", "--config=b"], 2, "--config is given twice"),
        (&[], &["--config=a", "--config", "b", "day"], 2, "--config is given twice"),
        (&[], &["day", "--config"], 2, "'--config <FILE>'"),
        (&[], &[], 2, "Usage: cmad"),
        (&[], &["chek"], 2, "a similar subcommand exists: 'check'"),
        (&[], &["help", "dya"], 2, "'dya'"),
        (&[], &["check", "this"], 2, "'this'"),
        (&[], &["key"], 2, "rotate"),
        (&[], &["key", "rotat"], 2, "'rotate'"),
        (&[], &["completions", "csh"], 2, "bash, elvish, fish"),
        (&[], &["completions"], 2, "<SHELL>"),
        (&[], &["export", "--form", "csv"], 2, "<TO>"),
        (
            &[],
            &["export", "--server", "Harbour"],
            2,
            "'Harbour' for '--server <ID>': give its number (Copy Server ID in Discord)",
        ),
        (&[], &["export", "--server", "5"], 1, "with the id 5"),
        (&[], &["no-more", "hm"], 2, "neither a line from a mail of this bot (no-more 1.…) nor a mail address"),
        (&[], &["restore"], 2, "<FILE>"),
        // Files and folders.
        (&[], &["backup", "no/such/b"], 1, no_folder),
        (&[], &["backup", "file/b"], 1, "there is no folder file for file/b"),
        (&[], &["backup", "file"], 1, "file exists already and is not overwritten: name another"),
        (&[], &["export", "no/such/b"], 1, no_folder),
        (&[], &["export", "--form", "csv", "no/such/b"], 1, no_folder),
        (&[], &["restore", "nothing"], 1, no_backup),
        (&[("DATABASE_URL", "sqlite://made/x.db")], &["restore", "nothing", "--without-erasures"], 1, no_backup),
        (
            &[],
            &["restore", "folder"],
            1,
            "folder cannot be read: name the file that `cmad backup` wrote: is a directory",
        ),
        (&[], &["man", "file"], 1, "file cannot be made"),
        (&[], &["rehearse", "--world", "nothing"], 1, "nothing cannot be read"),
        (&[], &["rehearse", "--world", "folder"], 1, "folder cannot be read"),
        (&[], &["check", "--config", "nothing"], 1, "the settings file nothing cannot be read"),
        (&[("CMAD_CONFIG", "nothing")], &["check"], 1, "the settings file nothing cannot be read"),
        (&[("CMAD_CONFIG", "'nothing'\n")], &["check"], 1, "the settings file nothing cannot be read"),
        (&[("CMAD_CONFIG", "")], &["day"], 0, "January"),
        // The database.
        (
            &[("DATABASE_URL", "mysql://user:s3cret@host/x")],
            &["migrate"],
            1,
            "DATABASE_URL is for mysql, which cmad does not know: it must begin with sqlite: (such as sqlite://data/cmad.db) or postgres: (such as postgres://user@host/name)",
        ),
        (&[("DATABASE_URL", "data.db")], &["migrate"], 1, "did you mean sqlite://data.db?"),
        (&[("DATABASE_URL", "made/s3cret:x@data.db")], &["migrate"], 1, "DATABASE_URL must begin with sqlite:"),
        (
            &[("DATABASE_URL", "sqlite::memory:")],
            &["migrate"],
            1,
            "sqlite::memory: is kept nowhere: name a file, such as sqlite://data/cmad.db",
        ),
        (&[("DATABASE_URL", "sqlite://:memory:")], &["run"], 1, "is kept nowhere"),
        (&[("DATABASE_URL", "sqlite:made?mode=memory")], &["check"], 1, "is kept nowhere"),
        (
            &[("DATABASE_URL", "sqlite://")],
            &["migrate"],
            1,
            "names no file: name a file, such as sqlite://data/cmad.db",
        ),
        (
            &[("DATABASE_URL", "sqlite://made/x.db")],
            &["backup", "b"],
            1,
            "there is no database at sqlite://made/x.db: set DATABASE_URL",
        ),
        (
            &[("CMAD_KEY", ""), ("CMAD_KEY_FILE", "nothing")],
            &["migrate"],
            1,
            "CMAD_KEY_FILE names nothing, which cannot be read",
        ),
        (
            &[("CMAD_HTTP_ADDR", "8080")],
            &["health"],
            1,
            "CMAD_HTTP_ADDR is not an address with a port, such as 127.0.0.1:8080",
        ),
        (&[], &["health"], 1, "CMAD_HTTP_ADDR is not set"),
    ];
    let mut wrong = Vec::new();
    for (environment, arguments, code, says) in tries {
        let output = run(path, &[&[KEY], *environment].concat(), arguments, Stdio::piped());
        let text = said(&output);
        let is_right = output.status.code() == Some(*code) && text.replace('\n', " ").contains(says);
        if !is_right || text.contains("s3cret") || path.join("made").exists() {
            wrong.push(format!("{environment:?} {arguments:?}: {}\n{text}", output.status));
        }
    }
    assert!(wrong.is_empty(), "{} are not right:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn what_is_counted_agrees_with_its_number() {
    let folder = prepared();
    let rehearse = ["rehearse", "--world", "short.toml", "--year", "2027"];
    let story = run(folder.path(), &[], &rehearse, Stdio::piped());
    let text = String::from_utf8_lossy(&story.stdout);
    for says in ["3 members", "1 community manager ·", "1 thank-you ·"] {
        assert!(text.contains(says), "{says}: {text}");
    }
}
