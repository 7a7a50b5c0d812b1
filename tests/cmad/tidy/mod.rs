//! Rules for the sources that no compiler checks: which module imports which, what may appear in which file, and that the
//! code and the language files have the same texts.

mod glossary;
mod imports;
mod links;
mod said;
mod source;
mod texts;
mod typography;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cmad::config::{Config, DEFAULTS};
use domain::campaign::Step;
use domain::roster::RosterStatus;
use domain::scorecard::Reason;
use domain::send::SendKind;
use domain::thanks::{Consent, Relation, WhatFor};

use source::Source;

/// Identifiers (by their beginning) that only some files (by the beginning of their paths) may use, and why.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("sqlx", &["src/store/"], "only the store speaks SQL"),
    ("chacha20poly1305", &["src/store/sealing.rs"], "personal words are sealed and opened in one file"),
    ("discord_sim", &["src/rehearse/"], "the bot knows nothing of the simulated Discord"),
    ("serenity", &["src/discord/", "crates/discord-sim/src/tests/"], "what Discord is stays in its adapter"),
    ("twilight", &["src/discord/"], "how Discord arrives stays in its adapter"),
    ("prometheus_client", &["src/observe/metrics.rs"], "one file makes metrics, and nothing personal gets into them"),
    ("hyper_util::client", &["src/net/", "src/discord/rest/error.rs"], "connections are opened in one place"),
    (
        "TcpStream",
        &["src/net/", "src/store/dial/", "src/cli/health.rs", "src/discord/gateway/relay.rs", "crates/discord-sim/"],
        "connections are opened in one place, and those to PostgreSQL in another, to which no proxy leads",
    ),
    ("lettre", &["src/mail/", "src/digest/draft.rs"], "mail is built in two places and sent from one"),
    ("typst", &["crates/typeset/"], "one crate knows Typst"),
    ("typeset", &["crates/typeset/", "src/digest/"], "documents are made from the digest alone"),
    ("axum", &["crates/discord-sim/", "src/web/"], "the bot itself serves nothing but pages"),
    ("mail_parser", &["src/rehearse/", "src/digest/tests/"], "the bot's mail is read by a parser of another author"),
    ("fluent_bundle", &["src/text/"], "one folder reads the language files"),
    ("tokio_cron_scheduler", &["src/runtime/heartbeat.rs"], "it gives the heartbeat and nothing else"),
    ("Utc::now", &["src/ports/clock.rs"], "the time comes from a port"),
    ("Local::now", &[], "no server or manager lives in the machine's zone"),
    ("SystemTime::now", &["src/ports/clock.rs"], "the time comes from a port"),
];

/// The most lines of a file; from 400 on, think about splitting it.
const MAX_LINES: usize = 500;

fn assert_none(what: &str, mut found: Vec<String>) {
    found.sort();
    assert!(found.is_empty(), "{what}:\n  {}\n", found.join("\n  "));
}

/// Where a statement may ask for all columns, and why.
const ALL_COLUMNS: [(&str, &str); 1] =
    [("src/store/backup.rs", "a backup has what there is; its statement is not prepared")];

#[test]
fn statements_name_their_columns() {
    // A prepared one that does not can no longer be used once a newer cmad has added a column.
    let asks_for_all = |sql: &str| {
        let sql = sql.to_lowercase();
        ["select *", "returning *", ".* from", ".*,"].iter().any(|words| sql.contains(words))
    };
    let mut wrong = Vec::new();
    for source in Source::below("src/store") {
        let found = source.literals.iter().filter(|literal| asks_for_all(&literal.text));
        let found: Vec<String> = found.map(|literal| source.place(literal.at)).collect();
        if !ALL_COLUMNS.iter().any(|(path, _)| *path == source.path) {
            wrong.extend(found);
        } else {
            assert!(!found.is_empty(), "{} no longer needs its exception", source.path);
        }
    }
    assert_none("statements that ask for all columns", wrong);
}

#[test]
fn crates_are_used_only_where_they_may_and_files_stay_short() {
    let mut wrong = Vec::new();
    for source in Source::of_the_program() {
        for (word, places, why) in ONLY_IN {
            if !places.iter().any(|place| source.path.starts_with(place)) {
                let found = source.mentions(word).map(|at| format!("{}: {word} ({why})", source.place(at)));
                wrong.extend(found);
            }
        }
        let unwraps = source.code.match_indices(".unwrap()");
        wrong.extend(unwraps.map(|(at, _)| format!("{}: unwrap outside tests", source.place(at))));
        let lines = source.text.lines().count();
        if lines > MAX_LINES {
            wrong.push(format!("{}: {lines} lines, more than {MAX_LINES}", source.path));
        }
    }
    assert_none("what is in the wrong place", wrong);
}

#[test]
fn no_reminders_stubs_or_bare_allows() {
    // Concatenated, so that this file does not find itself.
    let forbidden = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("to", "do!("),
        concat!("[", "allow("),
        concat!("unimplemented", "!("),
    ];
    let mut wrong = Vec::new();
    for source in ["src", "crates", "tests"].into_iter().flat_map(Source::below) {
        for word in forbidden {
            let found = source.text.match_indices(word).map(|(at, _)| format!("{}: {word}", source.place(at)));
            wrong.extend(found);
        }
    }
    assert_none("reminders, stubs, and lints silenced without a reason", wrong);
}

#[test]
fn identifiers_are_found_by_their_beginning() {
    let code = "a\nlet sqlx_ = 1; not_sqlx()".to_owned();
    let source = Source { path: "src/x.rs".to_owned(), text: code.clone(), code, literals: Vec::new() };
    assert_eq!(source.mentions("sqlx").count(), 1);
}

/// The keys of the English files, which have all of them, each with its line.
fn keys() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/locales/en");
    let mut keys = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        for (line, text) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let key = text.split_once(" =").map(|(key, _)| key);
            if let Some(key) = key.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()) && is_key(key)) {
                keys.insert(key.to_owned(), format!("{name}:{}", line + 1));
            }
        }
    }
    assert!(keys.len() > 100, "the language files are read");
    keys
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The fixed parts of a literal such as `consent-{}-means`; `None` if it cannot be a key.
fn parts(literal: &str) -> Option<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut letters = literal.chars();
    while let Some(letter) = letters.next() {
        if letter == '{' {
            letters.by_ref().find(|letter| *letter == '}')?;
            parts.push(String::new());
        } else {
            parts.last_mut()?.push(letter);
        }
    }
    let has_words = parts.iter().any(|part| part.contains('-'));
    (has_words && parts.iter().all(|part| part.is_empty() || is_key(part))).then_some(parts)
}

/// Whether a key is what a format becomes with each hole filled by some literal of ours.
fn fits(key: &str, parts: &[String], literals: &BTreeSet<&str>) -> bool {
    let Some((first, more)) = parts.split_first() else { return false };
    let Some(rest) = key.strip_prefix(first.as_str()) else { return false };
    if more.is_empty() {
        return rest.is_empty();
    }
    let holes = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    holes.skip(1).any(|end| literals.contains(&rest[..end]) && fits(&rest[end..], more, literals))
}

#[test]
fn code_and_language_files_have_the_same_keys() {
    let keys = keys();
    let sources = Source::of_the_program();
    let literals: BTreeSet<&str> =
        sources.iter().flat_map(|source| &source.literals).map(|literal| literal.text.as_str()).collect();
    let formats: Vec<Vec<String>> =
        literals.iter().filter(|literal| literal.contains('{')).filter_map(|literal| parts(literal)).collect();
    let is_used = |key: &str| literals.contains(key) || formats.iter().any(|parts| fits(key, parts, &literals));
    // What a command is called is held against the commands themselves, in `texts`.
    let unused = keys.iter().filter(|(key, _)| !key.starts_with("name-") && !is_used(key));
    let mut wrong: Vec<String> = unused.map(|(key, place)| format!("{place}: {key} is not used")).collect();

    // Used directly, or a name that begins as our keys do: `"next-paused"` where there is `next-now`.
    let beginnings: BTreeSet<&str> =
        keys.keys().filter_map(|key| key.split_once('-')).map(|(beginning, _)| beginning).collect();
    // The names in custom ids are not texts.
    let are_ids = |path: &str| path.starts_with("src/discord/custom_id/");
    for source in sources.iter().filter(|source| !are_ids(&source.path)) {
        for literal in &source.literals {
            let key = literal.text.as_str();
            let before = source.code[..literal.at].trim_end();
            let is_used_here = before.ends_with(".say(") || before.ends_with(".with(");
            let is_chosen =
                key.split_once('-').is_some_and(|(beginning, rest)| !rest.is_empty() && beginnings.contains(beginning));
            if is_key(key) && (is_used_here || is_chosen) && !keys.contains_key(key) && !is_no_text(key, &keys) {
                wrong.push(format!("{}: {key} is in no file", source.place(literal.at)));
            }
        }
    }
    assert_none("texts that only the code or only the language files have", wrong);
}

/// Names that begin as keys do and are none: those of commands and fields, whose keys are composed, and our stable names.
fn is_no_text(name: &str, keys: &BTreeMap<String, String>) -> bool {
    let is_in_a_family = ["cmd", "form"].iter().any(|family| keys.contains_key(&format!("{family}-{name}")));
    is_in_a_family || Step::from_name(name).is_some() || Consent::from_name(name).is_some()
}

#[test]
fn every_consent_relation_and_step_has_its_texts() {
    let keys = keys();
    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(Consent::ALL.iter().map(|one| format!("consent-{one}")));
    wanted.extend(
        Consent::CHOICES.iter().flat_map(|one| {
            [format!("consent-{one}-means"), format!("standing-{one}-means"), format!("receipt-{one}")]
        }),
    );
    wanted.extend(Relation::ALL.iter().map(|one| format!("relation-{one}")));
    wanted.extend(WhatFor::ALL.iter().map(|one| format!("for-{one}")));
    wanted.extend(Step::ALL.iter().map(|one| format!("step-{one}")));
    wanted.extend(Step::ALL.iter().filter(|one| **one != Step::RosterCheck).map(|one| format!("plan-{one}")));
    wanted.extend(RosterStatus::ALL.iter().map(|one| format!("profile-place-{one}")));
    wanted.extend(SendKind::all().filter_map(SendKind::reported_as).map(|one| format!("send-{one}")));
    wanted.extend(Reason::ALL.iter().map(|one| format!("scorecard-reason-{one}")));
    assert_none("texts that are missing", wanted.into_iter().filter(|key| !keys.contains_key(key)).collect());
}

#[test]
fn the_shipped_settings_file_has_every_setting() {
    let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("config/cmad.toml")).unwrap();
    assert_eq!(file, DEFAULTS, "the file that is shipped is the one that is built in");
    // No field has a default of its own, so a missing key fails too.
    let read: Result<Config, _> = toml::from_str(&file);
    assert!(read.is_ok(), "{}", read.unwrap_err());
    let table: toml::Table = file.parse().unwrap();
    for (section, values) in &table {
        for key in values.as_table().unwrap().keys() {
            let mut less = table.clone();
            less.get_mut(section).unwrap().as_table_mut().unwrap().remove(key);
            assert!(less.try_into::<Config>().is_err(), "[{section}] {key} is not read, or has a second default");
        }
        let mut more = table.clone();
        more.get_mut(section).unwrap().as_table_mut().unwrap().insert("unknown".into(), 1.into());
        assert!(more.try_into::<Config>().is_err(), "[{section}] takes what it does not know");
    }
}
