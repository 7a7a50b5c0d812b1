//! The filter of frames, held to a slow reader of the same frames: it drops nothing that counts.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::Value;

use crate::discord::gateway::filter::{Subscriptions, kind_needed};
use crate::discord::tests::fuzz::{changed, corpus, damaged};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::reading::may_hold_hashtag;

const BOT: u64 = 900_000_000_000_000_001;
const GUILD: u64 = 100_000_000_000_000_001;
const STORED: u64 = 200_000_000_000_000_001;
const POST: u64 = 300_000_000_000_000_001;
const TAG_CHANNEL: u64 = 400_000_000_000_000_001;
const CAMPAIGN_CHANNEL: u64 = 500_000_000_000_000_001;

fn passes(frame: &str) -> bool {
    let subscriptions = Subscriptions {
        messages: true,
        content: true,
        guilds: Arc::new(HashSet::from([GuildId(GUILD)])),
        stored: Arc::new(HashSet::from([MessageId(STORED)])),
        posts: Arc::new(HashSet::from([MessageId(POST)])),
        tag_channels: Arc::new(HashSet::from([ChannelId(TAG_CHANNEL)])),
        campaign_channels: Arc::new(HashSet::from([ChannelId(CAMPAIGN_CHANNEL)])),
    };
    kind_needed(frame, &subscriptions, Some(UserId(BOT)), may_hold_hashtag).is_some()
}

fn is(value: &Value, id: u64) -> bool {
    value.as_str() == Some(id.to_string().as_str())
}

/// Whether a message may be thanks, read slowly.
fn may_be_thanks(d: &Value) -> bool {
    let words = d["content"].as_str().unwrap_or_default();
    let mentions = d["mentions"].as_array().map(Vec::as_slice).unwrap_or_default();
    is(&d["guild_id"], GUILD)
        && (words.split_whitespace().any(|word| word.eq_ignore_ascii_case("#cmad"))
            || words.contains(&format!("<#{TAG_CHANNEL}>"))
            || mentions.iter().any(|user| is(&user["id"], BOT))
            || is(&d["referenced_message"]["id"], POST))
}

/// Whether an event counts, read slowly.
fn counts(kind: &str, d: &Value) -> bool {
    match kind {
        "MESSAGE_CREATE" => may_be_thanks(d),
        "MESSAGE_UPDATE" => is(&d["id"], STORED) || may_be_thanks(d),
        "MESSAGE_DELETE" => is(&d["id"], STORED),
        "MESSAGE_DELETE_BULK" => d["ids"].as_array().is_some_and(|ids| ids.iter().any(|id| is(id, STORED))),
        "CHANNEL_UPDATE" => d["name"] == "cmad" || is(&d["id"], TAG_CHANNEL) || is(&d["id"], CAMPAIGN_CHANNEL),
        "READY" => true,
        other => unreachable!("no sample is of {other}"),
    }
}

/// A frame as Discord writes it: its event's name first.
fn frame(kind: &str, d: &str) -> String {
    format!(r#"{{"t":"{kind}","s":7,"op":0,"d":{d}}}"#)
}

#[test]
fn every_sample_passes() {
    for sample in corpus("frames") {
        let kind = sample["t"].as_str().unwrap();
        let is_without_words = kind == "MESSAGE_UPDATE" && sample["d"]["content"].is_null();
        assert!(counts(kind, &sample["d"]) || is_without_words, "{sample}");
        assert!(passes(&frame(kind, &sample["d"].to_string())), "{sample}");
    }
}

proptest! {
    #[test]
    fn the_filter_drops_nothing_that_counts(json in changed("frames"), pad in "[ \n]{0,1}") {
        // What is no JSON (`1e400`, a lone surrogate) Discord does not send.
        let Ok(sent) = serde_json::from_str::<Value>(&json) else { return Ok(()) };
        let Some(kind) = sent["t"].as_str().filter(|kind| corpus_has(kind)) else { return Ok(()) };
        let frame = frame(kind, &format!("{pad}{}", sent["d"]));
        prop_assert!(passes(&frame) || !counts(kind, &sent["d"]), "{}", frame);
    }

    #[test]
    fn the_filter_reads_anything(json in damaged("frames")) {
        let _passes = passes(&json);
    }
}

fn corpus_has(kind: &str) -> bool {
    const KINDS: [&str; 6] =
        ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK", "CHANNEL_UPDATE", "READY"];
    KINDS.contains(&kind)
}
