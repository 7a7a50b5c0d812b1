//! Links to messages, as people paste them.

use domain::ids::{ChannelId, GuildId, MessageId};

/// A message that someone pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageLink {
    /// Its server, where the link names one.
    pub guild: Option<GuildId>,
    /// Its channel or thread, where the link names one.
    pub channel: Option<ChannelId>,
    /// The message.
    pub message: MessageId,
}

impl MessageLink {
    /// Reads the first link to a message in `text`, whatever stands around it (`<…>`, `[words](…)`, a full stop, a query);
    /// or a message's id alone; or `channel-message`, which Discord's client copies with the shift key held.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        text.match_indices(PATH).find_map(|(at, _)| link(&text[..at], &text[at + PATH.len()..])).or_else(|| ids(text))
    }
}

/// What stands in every link to a message, behind the host.
const PATH: &str = "/channels/";

/// A link, from what stands before and behind its `/channels/`.
fn link(before: &str, behind: &str) -> Option<MessageLink> {
    if !is_discord(before) {
        return None;
    }
    // A link that was copied out of a thread names the channel first, then the thread.
    let mut parts = behind.splitn(6, '/').filter(|part| *part != "threads");
    let (guild, mut channel, mut message) = (parts.next()?, id(parts.next()?)?, leading_id(parts.next()?)?);
    let has_more = behind.split('/').nth(2) == Some("threads");
    if has_more {
        channel = message;
        message = leading_id(parts.next()?)?;
    }
    let guild = match guild {
        "@me" => None,
        guild => Some(GuildId(id(guild)?)),
    };
    Some(MessageLink { guild, channel: Some(ChannelId(channel)), message: MessageId(message) })
}

/// Whether a text ends with a host of Discord's: of the client that most have, of its test versions, or of the old name.
fn is_discord(before: &str) -> bool {
    if before.ends_with("discord://-") {
        return true;
    }
    let is_of_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let host = before.rsplit(|c: char| !is_of_host(c)).next().unwrap_or_default().to_ascii_lowercase();
    let name = ["ptb.", "canary.", "www."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(&host);
    matches!(name, "discord.com" | "discordapp.com")
}

/// An id alone, or a channel's and a message's.
fn ids(text: &str) -> Option<MessageLink> {
    let around = |c: char| c.is_whitespace() || "<>()[]`'\".,;:!?/".contains(c);
    let text = text.trim_matches(around);
    let (channel, message) = match text.split_once('-') {
        Some((channel, message)) => (Some(ChannelId(id(channel)?)), message),
        None => (None, text),
    };
    Some(MessageLink { guild: None, channel, message: MessageId(id(message)?) })
}

/// One of Discord's ids.
fn id(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|id| is_number && *id > 0)
}

/// The id with which a text begins, where no letter follows it.
fn leading_id(text: &str) -> Option<u64> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    id(number).filter(|_| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn links_are_read_as_people_paste_them() {
        let in_server = MessageLink { guild: Some(GuildId(1)), channel: Some(ChannelId(22)), message: MessageId(333) };
        let nowhere = MessageLink { guild: None, channel: None, message: MessageId(333) };
        let check = |text: &str, expected: Option<MessageLink>| assert_eq!(MessageLink::read(text), expected, "{text}");
        for text in [
            "https://discord.com/channels/1/22/333",
            " https://discord.com/channels/1/22/333/ ",
            "<https://discord.com/channels/1/22/333>",
            "https://discord.com/channels/1/22/333.",
            "https://discord.com/channels/1/22/333, and thanks",
            "this one: https://discord.com/channels/1/22/333!",
            "(https://discord.com/channels/1/22/333)",
            "[this one](https://discord.com/channels/1/22/333)",
            "[this one](<https://discord.com/channels/1/22/333>)",
            "**https://discord.com/channels/1/22/333**",
            "`https://discord.com/channels/1/22/333`",
            "\u{201c}https://discord.com/channels/1/22/333\u{201d}",
            "https://discord.com/channels/1/22/333?utm_source=x#y",
            "https://ptb.discord.com/channels/1/22/333",
            "https://canary.discord.com/channels/1/22/333",
            "https://www.discord.com/channels/1/22/333",
            "https://discordapp.com/channels/1/22/333",
            "HTTPS://Discord.com/channels/1/22/333",
            "http://discord.com/channels/1/22/333",
            "discord.com/channels/1/22/333",
            "discord://-/channels/1/22/333",
            "https://discord.com/channels/1/4/threads/22/333",
            "https://discord.com/channels/1/22 https://discord.com/channels/1/22/333",
        ] {
            check(text, Some(in_server));
        }
        check("https://discord.com/channels/@me/22/333", Some(MessageLink { guild: None, ..in_server }));
        check("22-333", Some(MessageLink { guild: None, ..in_server }));
        check(" <22-333>. ", Some(MessageLink { guild: None, ..in_server }));
        for text in ["333", " 333 ", "`333`", "333."] {
            check(text, Some(nowhere));
        }
        for text in [
            "",
            "0",
            "-5",
            "5-",
            "1.5",
            "+333",
            "hello",
            "https://discord.com/channels/1/22",
            "https://discord.com/channels/1/22/",
            "https://discord.com/channels/1/22/333abc",
            "https://discord.com/channels/x/22/333",
            "https://example.org/channels/1/22/333",
            "https://notdiscord.com/channels/1/22/333",
            "https://discord.com.example.org/channels/1/22/333",
            "https://example.org/1/22/333",
            "99999999999999999999999",
        ] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,60}", before in "[ <(\\[*]{0,3}", behind in "[ >).,?!*]{0,3}") {
            let _any = MessageLink::read(&text);
            let link = format!("{before}https://discord.com/channels/1/22/333{behind}");
            prop_assert_eq!(MessageLink::read(&link).map(|link| link.message), Some(MessageId(333)));
        }
    }
}
