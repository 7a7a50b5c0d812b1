//! Properties of every message.

use std::collections::HashSet;

use proptest::prelude::*;

use crate::reading::tests::{As, BOT, reading};
use crate::reading::{Reading, Sign, may_hold_hashtag};

/// Pieces of difficult messages.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "#cmad",
        "#CMAD2027",
        "＃ＣＭＡＤ27",
        "#",
        "＃",
        "c",
        "Ｍ",
        "mad",
        "20",
        "7",
        "<@1>",
        "<@!2>",
        "<@99>",
        "<@5>",
        "<#500>",
        "<#9>",
        "`",
        "``",
        "```",
        "```rs\n",
        "> ",
        ">>> ",
        "\n",
        " ",
        "\u{200b}",
        "\u{feff}",
        "\u{ad}",
        "_",
        "*",
        "||",
        "\\",
        "https://x/",
        "[",
        "](",
        "](https://x",
        ")",
        "<",
        ">",
        "<https://",
        "<:cmad:1>",
        "thanks",
        "ありがとう",
        "é",
        "/",
        "\"",
    ]);
    prop_oneof![8 => fixed.prop_map(str::to_owned), 1 => ".{0,3}"]
}

fn message() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

/// The tag in one of the ways in which it may be written: each character narrow or wide, with something invisible before it.
fn tag() -> impl Strategy<Value = String> {
    let choices = prop::collection::vec(
        (any::<bool>(), any::<bool>(), prop::sample::select(vec!["", "\u{200b}", "\u{feff}", "\u{206f}"])),
        9,
    );
    (prop::sample::select(vec!["#cmad", "#cmad27", "#cmad2027"]), choices).prop_map(|(tag, choices)| {
        let mut written = String::new();
        for (c, (wide, upper, before)) in tag.chars().zip(choices) {
            let c = if upper { c.to_ascii_uppercase() } else { c };
            written.push_str(if written.is_empty() { "" } else { before });
            written.push(if wide { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c });
        }
        written
    })
}

/// The frame with every character outside ASCII escaped, and of those within as many as `escape` says.
fn escaped(content: &str, escape: &[bool]) -> String {
    let mut json = String::from(r#"{"t":"MESSAGE_CREATE","d":{"content":""#);
    for (at, c) in content.chars().enumerate() {
        if c.is_ascii_graphic() && c != '"' && c != '\\' && !escape[at % escape.len()] {
            json.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            json += &if at % 2 == 0 { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
        }
    }
    json + r#""}}"#
}

fn by_hashtag(content: &str) -> bool {
    matches!(
        reading(As::Message, content),
        Reading::Thanks { by: Sign::Hashtag, .. } | Reading::Unclear { by: Sign::Hashtag, .. }
    )
}

fn check_frames(content: &str, escape: &[bool]) {
    let raw = serde_json::json!({ "t": "MESSAGE_CREATE", "d": { "content": content } }).to_string();
    assert!(may_hold_hashtag(raw.as_bytes()), "{raw}");
    let escaped = escaped(content, escape);
    let back: serde_json::Value = serde_json::from_str(&escaped).expect("the frame is JSON");
    assert_eq!(back["d"]["content"], content);
    assert!(may_hold_hashtag(escaped.as_bytes()), "{escaped}");
}

proptest! {
    #[test]
    fn any_text_can_be_read(content in ".*") {
        reading(As::Message, &content);
        reading(As::ReplyToCampaign, &content);
    }

    #[test]
    fn recipients_are_people_each_once(content in message()) {
        for sent in [As::Message, As::ReplyTo(1), As::ReplyToCampaign, As::WhereHashtagIsOff] {
            match reading(sent, &content) {
                Reading::Thanks { recipients, words, .. } => {
                    prop_assert!(!recipients.is_empty() && !recipients.contains(&BOT));
                    let unique: HashSet<_> = recipients.iter().collect();
                    prop_assert_eq!(unique.len(), recipients.len());
                    prop_assert_eq!(words.trim(), &words);
                }
                Reading::Unclear { by, recipients, .. } => prop_assert!(recipients.is_empty() || by == Sign::Mention),
                Reading::Nothing => {}
            }
        }
    }

    #[test]
    fn code_says_nothing(content in message(), before in "[a-z ]{0,5}", fence in 0..3_usize) {
        let (open, close) = [("`", "`"), ("``", "``"), ("```\n", "\n```")][fence];
        let content = content.replace('`', "'");
        // Two bare pairs of backticks touch, and make a longer run that closes nothing: there is nothing in it either.
        prop_assert_eq!(reading(As::Message, &format!("{before}{open}{content}{close}")), Reading::Nothing);
    }

    #[test]
    fn a_quote_says_nothing(content in message()) {
        let lines = content.replace('\n', "\n> ");
        prop_assert_eq!(reading(As::Message, &format!("> {lines}")), Reading::Nothing);
        prop_assert_eq!(reading(As::Message, &format!(">>> {content}")), Reading::Nothing);
    }

    #[test]
    fn every_tag_is_read_and_its_frame_passes_the_filter(
        tag in tag(), before in "[a-z <>/\n]{0,4}", after in "[a-z]{0,4}", escape in prop::collection::vec(any::<bool>(), 7),
    ) {
        let content = format!("{before} {tag} {after}");
        prop_assume!(!before.contains('>'));
        prop_assert!(by_hashtag(&content), "{content:?}");
        check_frames(&content, &escape);
    }

    #[test]
    fn every_message_with_a_hashtag_passes_the_filter(content in message(), escape in prop::collection::vec(any::<bool>(), 7)) {
        // The channel's id is searched apart.
        let content = content.replace("<#500>", "");
        if by_hashtag(&content) {
            check_frames(&content, &escape);
        }
    }
}
