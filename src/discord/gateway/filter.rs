//! Decides which frames to parse, by a search over bytes without parsing or allocation.
//!
//! It may let an irrelevant frame through (an id can be in another field), so readers check again. It must never drop a
//! relevant one.

use std::collections::HashSet;
use std::io::Write as _;
use std::sync::{Arc, LazyLock};

use memchr::memchr2;
use memchr::memmem::{self, Finder};

use domain::ids::{ChannelId, GuildId, MessageId, UserId};

/// The events to subscribe to, and which messages pass the filter. Only a change of the two switches needs a new
/// session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subscriptions {
    /// Subscribe to messages in servers: only while a window is open.
    pub messages: bool,
    /// Subscribe to the text of messages (MESSAGE_CONTENT), for the hashtag. Otherwise Discord sends it only for
    /// messages that mention the bot.
    pub content: bool,
    /// The servers with an open window; new messages of others are dropped unread.
    pub guilds: Arc<HashSet<GuildId>>,
    /// Messages that are stored as thanks: their edits and deletions are needed.
    pub stored: Arc<HashSet<MessageId>>,
    /// Campaign posts: a reply to one may be a thank-you.
    pub posts: Arc<HashSet<MessageId>>,
    /// Channels named `cmad`, which people pick by mistake when they mean the hashtag.
    pub tag_channels: Arc<HashSet<ChannelId>>,
    /// The channels of campaigns: the scheduled event says their names.
    pub campaign_channels: Arc<HashSet<ChannelId>>,
}

/// An event that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Ready,
    Resumed,
    Interaction,
    Message,
    MessageEdited,
    MessageDeleted,
    MessagesDeleted,
    GuildCreate,
    GuildUpdate,
    GuildDelete,
    Channel,
    ChannelDeleted,
}

/// The kind of a frame's event; `None` if it is not needed. `may_hold_hashtag` searches the whole frame.
pub(super) fn kind_needed(
    frame: &str,
    subscriptions: &Subscriptions,
    bot: Option<UserId>,
    may_hold_hashtag: fn(&[u8]) -> bool,
) -> Option<Kind> {
    let kind = kind_of(name(frame)?)?;
    let passes = match kind {
        Kind::Message => may_be_thanks(frame, subscriptions, bot, may_hold_hashtag),
        Kind::MessageEdited => {
            holds(frame.as_bytes(), |id| subscriptions.stored.contains(&MessageId(id)))
                || may_be_thanks(frame, subscriptions, bot, may_hold_hashtag)
        }
        Kind::MessageDeleted | Kind::MessagesDeleted => {
            holds(frame.as_bytes(), |id| subscriptions.stored.contains(&MessageId(id)))
        }
        Kind::Channel => {
            names_cmad(frame)
                || holds(frame.as_bytes(), |id| {
                    let channel = ChannelId(id);
                    subscriptions.tag_channels.contains(&channel) || subscriptions.campaign_channels.contains(&channel)
                })
        }
        _ => true,
    };
    passes.then_some(kind)
}

/// Whether a message is from a server with an open window and has a sign of thanks: a hashtag, a mention of the bot, a
/// channel named `cmad`, or a reply to a campaign post. Nearly every message has no sign, so the server comes last.
fn may_be_thanks(
    frame: &str,
    subscriptions: &Subscriptions,
    bot: Option<UserId>,
    may_hold_hashtag: fn(&[u8]) -> bool,
) -> bool {
    (may_hold_hashtag(frame.as_bytes()) || may_point_to_us(frame.as_bytes(), subscriptions, bot))
        && frame
            .split(r#""guild_id":"#)
            .skip(1)
            .filter_map(leading_id)
            .any(|id| subscriptions.guilds.contains(&GuildId(id)))
}

/// Whether a message may mention the bot, reply to a campaign post or link a channel named `cmad`.
fn may_point_to_us(frame: &[u8], subscriptions: &Subscriptions, bot: Option<UserId>) -> bool {
    static REPLY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(r#""referenced_message""#));
    // Each search for bytes is many times faster than a look at every number, and nearly always the last.
    bot.is_some_and(|bot| {
        memmem::find(frame, digits(bot.0, &mut [0; 20])).is_some() && holds(frame, |id| id == bot.0)
    })
        || (REPLY.find(frame).is_some() && holds(frame, |id| subscriptions.posts.contains(&MessageId(id))))
        // The sign of a link may be escaped.
        || (!subscriptions.tag_channels.is_empty()
            && memchr2(b'#', b'\\', frame).is_some()
            && holds(frame, |id| subscriptions.tag_channels.contains(&ChannelId(id))))
}

/// The event's name. Discord writes it first; like twilight, this takes the first `"t":`.
fn name(frame: &str) -> Option<&str> {
    let (_, rest) = frame.split_once(r#""t":"#)?;
    let (name, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    Some(name)
}

fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "MESSAGE_CREATE" => Kind::Message,
        "MESSAGE_UPDATE" => Kind::MessageEdited,
        "MESSAGE_DELETE" => Kind::MessageDeleted,
        "MESSAGE_DELETE_BULK" => Kind::MessagesDeleted,
        "INTERACTION_CREATE" => Kind::Interaction,
        "READY" => Kind::Ready,
        "RESUMED" => Kind::Resumed,
        "GUILD_CREATE" => Kind::GuildCreate,
        "GUILD_UPDATE" => Kind::GuildUpdate,
        "GUILD_DELETE" => Kind::GuildDelete,
        "CHANNEL_CREATE" | "CHANNEL_UPDATE" => Kind::Channel,
        "CHANNEL_DELETE" => Kind::ChannelDeleted,
        _ => return None,
    })
}

/// Whether a name field of the frame is `cmad`.
fn names_cmad(frame: &str) -> bool {
    frame.split(r#""name":"#).skip(1).any(|rest| {
        rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')).is_some_and(|(name, _)| is_cmad(name))
    })
}

/// Whether people pick a channel of this name by mistake when they type the hashtag.
#[must_use]
pub fn is_cmad(channel: &str) -> bool {
    channel.eq_ignore_ascii_case("cmad")
}

/// Whether the frame contains one of these ids anywhere.
fn holds(frame: &[u8], mut meant: impl FnMut(u64) -> bool) -> bool {
    let mut bytes = frame;
    while let Some(start) = bytes.iter().position(u8::is_ascii_digit) {
        bytes = &bytes[start..];
        let digits = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
        let (run, rest) = bytes.split_at(digits);
        if number(run).is_some_and(&mut meant) {
            return true;
        }
        bytes = rest;
    }
    false
}

/// The quoted id at the start of a text.
fn leading_id(text: &str) -> Option<u64> {
    let text = text.trim_start().strip_prefix('"')?;
    number(text.split_once('"')?.0.as_bytes())
}

/// A number as digits.
fn digits(number: u64, room: &mut [u8; 20]) -> &[u8] {
    let mut rest = &mut room[..];
    write!(rest, "{number}").expect("64 bits have 20 digits at most");
    let left = rest.len();
    &room[..20 - left]
}

/// Digits as a number, if it fits into 64 bits.
fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || digits.len() > 20 {
        return None;
    }
    digits.iter().try_fold(0_u64, |value, digit| {
        value.checked_mul(10)?.checked_add(u64::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOT: u64 = 900_000_000_000_000_001;

    fn tag(frame: &[u8]) -> bool {
        frame.windows(5).any(|five| five.eq_ignore_ascii_case(b"#cmad"))
    }

    fn in_season() -> Subscriptions {
        Subscriptions {
            messages: true,
            content: true,
            guilds: Arc::new(HashSet::from([GuildId(100_000_000_000_000_001)])),
            stored: Arc::new(HashSet::from([MessageId(200_000_000_000_000_001)])),
            posts: Arc::new(HashSet::from([MessageId(300_000_000_000_000_001)])),
            tag_channels: Arc::new(HashSet::from([ChannelId(400_000_000_000_000_001)])),
            campaign_channels: Arc::new(HashSet::from([ChannelId(500_000_000_000_000_001)])),
        }
    }

    fn frame(name: &str, d: &str) -> String {
        format!(r#"{{"t":"{name}","s":7,"op":0,"d":{d}}}"#)
    }

    fn check(name: &str, d: &str, expected: Option<Kind>) {
        let frame = frame(name, d);
        assert_eq!(kind_needed(&frame, &in_season(), Some(UserId(BOT)), tag), expected, "{frame}");
    }

    #[test]
    fn new_messages() {
        let here = r#""guild_id":"100000000000000001""#;
        for (d, expected) in [
            (format!(r#"{{{here},"content":"Thanks #CMAD <@5>"}}"#), true),
            (format!(r#"{{{here},"content":"hello"}}"#), false),
            (format!(r#"{{{here},"mentions":[{{"id":"900000000000000001"}}]}}"#), true),
            (format!(r#"{{{here},"content":"<@900000000000000001> hi"}}"#), true),
            (format!(r#"{{{here},"content":"<@9000000000000000010> hi"}}"#), false),
            (format!(r#"{{{here},"referenced_message":{{"id":"300000000000000001"}}}}"#), true),
            (format!(r#"{{{here},"referenced_message": {{"id":"300000000000000002"}}}}"#), false),
            (format!(r#"{{{here},"channel_id":"300000000000000001"}}"#), false),
            (format!(r#"{{{here},"channel_id":"400000000000000001"}}"#), false),
            (format!(r#"{{{here},"content":"<#400000000000000001> thanks"}}"#), true),
            (format!(r#"{{{here},"id":"200000000000000001"}}"#), false),
            (r##"{"guild_id":"100000000000000002","content":"#CMAD"}"##.to_owned(), false),
            (r##"{"content":"#CMAD, and \"guild_id\":\"100000000000000001\""}"##.to_owned(), false),
            (r##"{"content":"#CMAD"}"##.to_owned(), false),
            (r##"{"guild_id": "100000000000000001","content":"#CMAD"}"##.to_owned(), true),
            (
                r##"{"guild_id":"100000000000000002","x":{"guild_id":"100000000000000001"},"content":"#cmad"}"##
                    .to_owned(),
                true,
            ),
        ] {
            check("MESSAGE_CREATE", &d, expected.then_some(Kind::Message));
            check("MESSAGE_UPDATE", &d, (expected || d.contains(r#""2000"#)).then_some(Kind::MessageEdited));
        }
    }

    #[test]
    fn deletions_and_edits_count_for_known_ids_only() {
        for (name, d, expected) in [
            ("MESSAGE_UPDATE", r#"{"id":"200000000000000001"}"#, Some(Kind::MessageEdited)),
            ("MESSAGE_UPDATE", r#"{"id":"200000000000000002"}"#, None),
            ("MESSAGE_DELETE", r#"{"id":"200000000000000001"}"#, Some(Kind::MessageDeleted)),
            ("MESSAGE_DELETE", r#"{"id":"200000000000000002"}"#, None),
            ("MESSAGE_DELETE", r#"{"id":"300000000000000001"}"#, None),
            ("MESSAGE_DELETE_BULK", r#"{"ids":["1","200000000000000001"]}"#, Some(Kind::MessagesDeleted)),
            ("MESSAGE_DELETE_BULK", r#"{"ids":["1","2"]}"#, None),
            ("CHANNEL_CREATE", r#"{"id":"1","name":"cmad"}"#, Some(Kind::Channel)),
            ("CHANNEL_UPDATE", r#"{"id":"1","name":"cmad-help"}"#, None),
            ("CHANNEL_UPDATE", r#"{"id":"400000000000000001","name":"x"}"#, Some(Kind::Channel)),
            ("CHANNEL_UPDATE", r#"{"id":"500000000000000001","name":"x"}"#, Some(Kind::Channel)),
        ] {
            check(name, d, expected);
        }
    }

    #[test]
    fn what_always_passes_and_what_never_does() {
        for (name, expected) in [
            ("INTERACTION_CREATE", Some(Kind::Interaction)),
            ("READY", Some(Kind::Ready)),
            ("RESUMED", Some(Kind::Resumed)),
            ("GUILD_CREATE", Some(Kind::GuildCreate)),
            ("GUILD_UPDATE", Some(Kind::GuildUpdate)),
            ("GUILD_DELETE", Some(Kind::GuildDelete)),
            ("CHANNEL_DELETE", Some(Kind::ChannelDeleted)),
            ("GUILD_ROLE_DELETE", None),
            ("GUILD_MEMBER_UPDATE", None),
            ("PRESENCE_UPDATE", None),
            ("TYPING_START", None),
            ("", None),
        ] {
            check(name, "{}", expected);
        }
    }

    #[test]
    fn hostile_frames_are_dropped_and_nothing_panics() {
        for frame in [
            "",
            "{",
            r#""t":"#,
            r#"{"t":"#,
            r#"{"t":"READY"#,
            r#"{"t":null,"s":null,"op":11}"#,
            r#"{"t":5}"#,
            r#"{"t":"MESSAGE_CREATE","d":{"guild_id":"#,
            r#"{"t":"MESSAGE_CREATE","d":{"guild_id":""#,
            r#"{"t":"MESSAGE_CREATE","d":{"guild_id":"99999999999999999999"}}"#,
            r#"{"t":"MESSAGE_DELETE","d":{"id":"１２３","x":99999999999999999999999999999999}}"#,
            r#"{"t":"CHANNEL_UPDATE","d":{"name":"#,
        ] {
            assert_eq!(kind_needed(frame, &in_season(), None, tag), None, "{frame}");
        }
        assert_eq!(kind_needed(r#"{"op":0,"s":1,"t": "READY","d":{}}"#, &in_season(), None, tag), Some(Kind::Ready));
    }

    #[test]
    fn numbers() {
        for (digits, expected) in [
            ("0", Some(0)),
            ("18446744073709551615", Some(u64::MAX)),
            ("18446744073709551616", None),
            ("000000000000000000001", None),
            ("", None),
            ("1a", None),
        ] {
            assert_eq!(number(digits.as_bytes()), expected, "{digits}");
        }
        for number in [0, 7, BOT, u64::MAX] {
            assert_eq!(digits(number, &mut [0; 20]), number.to_string().as_bytes());
        }
    }
}
