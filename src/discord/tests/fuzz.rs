//! Whatever arrives is read or refused, and ends nothing: samples of what Discord sends, changed in many ways.
//!
//! `PROPTEST_CASES` says how often; `.ci/run` says it too. What was once found is tried first, from
//! `proptest-regressions`. A new sample is a file in `corpus/`.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use crate::discord::custom_id::CustomId;
use crate::discord::interaction::Interaction;
use crate::discord::message::message_of_event;

/// What stands where something else should. Not all of it is JSON that serde_json would write.
const ODD: &[&str] = &[
    "null",
    "{}",
    "[]",
    "true",
    "-1",
    "0",
    "1e400",
    "18446744073709551616",
    "\"\"",
    "\"18446744073709551615\"",
    "\"99999999999999999999999\"",
    "\"9999-12-31T23:59:59.999999999+23:59\"",
    "\"-0001-01-01T00:00:00Z\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"thank:1:2:3~mark\"",
    "\"<@11> #CMAD <@!11> <#400000000000000001> ＃ＣＭＡＤ\"",
    "{\"id\":\"11\",\"id\":\"12\"}",
    "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
];

/// Bytes that mean something where they get.
const PIECES: &[&str] =
    &["\"", "\\", "{", "}", "[", "]", ",", ":", "0", "\u{0}", "\u{202e}", "💌", "\"id\":\"1\",", "\\u00"];

/// Every custom id that a message may carry.
const IDS: &str = include_str!("../custom_id/texts.txt");

/// The samples of a kind, by name, which makes a seed find the same one again.
pub fn corpus(kind: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/discord/tests/corpus").join(kind);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()).collect()
}

/// Every place in a value, as a JSON pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, below)| places(below, &format!("{at}/{name}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, below)| places(below, &format!("{at}/{n}"), found))
        }
        _ => {}
    }
}

/// A change of one value in a sample.
#[derive(Debug, Clone)]
pub enum Change {
    Odd(&'static str),
    Missing,
    /// In a list, so many times.
    Repeated(usize),
    /// What stands elsewhere in the sample.
    Other(Index),
    Text(String),
}

fn change() -> impl Strategy<Value = (Index, Change)> {
    let change = prop_oneof![
        select(ODD).prop_map(Change::Odd),
        Just(Change::Missing),
        (0..100_usize).prop_map(Change::Repeated),
        any::<Index>().prop_map(Change::Other),
        any::<String>().prop_map(Change::Text),
    ];
    (any::<Index>(), change)
}

/// The sample after the changes, as JSON.
fn after(mut sample: Value, changes: Vec<(Index, Change)>) -> String {
    let mut odd = Vec::new();
    for (at, change) in changes {
        let mut found = Vec::new();
        places(&sample, "", &mut found);
        let place = at.get(&found);
        let there = sample.pointer(place).expect("it was just found").clone();
        let new = match change {
            Change::Odd(text) => {
                odd.push(text);
                Value::String(format!("<odd {}>", odd.len() - 1))
            }
            Change::Missing => {
                let (above, name) = place.rsplit_once('/').unwrap_or_default();
                if let Some(Value::Object(fields)) = sample.pointer_mut(above) {
                    fields.remove(name);
                }
                continue;
            }
            Change::Repeated(times) => Value::Array(match there {
                Value::Array(items) => items.into_iter().cycle().take(times).collect(),
                one => vec![one; times],
            }),
            Change::Other(other) => sample.pointer(other.get::<String>(&found)).expect("it was just found").clone(),
            Change::Text(text) => Value::String(text),
        };
        *sample.pointer_mut(place).expect("it was just found") = new;
    }
    let mut text = sample.to_string();
    for (n, odd) in odd.into_iter().enumerate() {
        text = text.replace(&format!("\"<odd {n}>\""), odd);
    }
    text
}

/// A sample of a kind in which values were changed.
pub fn changed(kind: &str) -> impl Strategy<Value = String> + use<> {
    (select(corpus(kind)), prop::collection::vec(change(), 0..4)).prop_map(|(sample, changes)| after(sample, changes))
}

/// The same with bytes that are missing or too many.
pub fn damaged(kind: &str) -> impl Strategy<Value = String> + use<> {
    let damage = (any::<Index>(), 0..8_usize, prop::option::of(select(PIECES)));
    (changed(kind), prop::collection::vec(damage, 1..4)).prop_map(|(text, damages)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, lost, piece) in damages {
            let at = at.index(chars.len() + 1);
            let end = (at + lost).min(chars.len());
            chars.splice(at..end, piece.unwrap_or_default().chars());
        }
        chars.into_iter().collect()
    })
}

fn reads_interactions(json: &str) -> bool {
    let Ok(interaction) = Interaction::read(json, 2) else { return false };
    // The people in it are found without a panic, too.
    let _everyone = interaction.people().count();
    true
}

#[test]
fn every_sample_is_read_as_it_is() {
    for sample in corpus("interactions") {
        assert!(reads_interactions(&sample.to_string()), "{sample}");
    }
    for sample in corpus("messages") {
        assert!(message_of_event(&sample.to_string()).is_some(), "{sample}");
    }
}

proptest! {
    #[test]
    fn interactions(json in prop_oneof![changed("interactions"), damaged("interactions")]) {
        let _read = reads_interactions(&json);
    }

    #[test]
    fn messages(json in prop_oneof![changed("messages"), damaged("messages")]) {
        if let Some(message) = message_of_event(&json) {
            // A field that is not looked at may hold what this reader refuses, such as 1e400.
            let Ok(sent) = serde_json::from_str::<Value>(&json) else { return Ok(()) };
            prop_assert_eq!(sent["content"].as_str(), Some(message.content.as_str()), "the words are verbatim");
        }
    }

    #[test]
    fn custom_ids(
        sample in select(IDS.lines().collect::<Vec<_>>()),
        changes in prop::collection::vec((any::<Index>(), 0..4_usize, "[0-9a-z:~+ -]{0,3}|\\PC{0,2}|18446744073709551616"), 0..4),
    ) {
        let mut text: Vec<char> = sample.chars().collect();
        for (at, lost, new) in changes {
            let at = at.index(text.len() + 1);
            let end = (at + lost).min(text.len());
            text.splice(at..end, new.chars());
        }
        let text: String = text.into_iter().collect();
        // What is read means the same when it is written again.
        if let Some(id) = CustomId::read(&text) {
            prop_assert_eq!(CustomId::read(&id.text()), Some(id), "{}", text);
        }
    }
}
