//! Reads a message: the fifth and sixth way to thank (mention and hashtag), as one pure function.
//!
//! Only the message is read here. The caller of [`read`] decides whether a recipient is on the roster, is a bot or is the
//! giver, and whether the campaign collects.
//!
//! Decisions:
//! - `##CMAD` counts: it has no other meaning.
//! - `#CMAD` in the visible text of a masked link counts, in its target or hover title it does not.
//! - `\#CMAD` does not count: a backslash is how people write about the tag without using it. `\<@1>` names no one.
//! - `/#CMAD` does not count: addresses without a scheme (`example.com/#cmad`) look like that.
//! - Underscores around the tag are italics (`_#CMAD_`) and are ignored, so `#CMAD_x` and `x_#CMAD` do not count.
//! - Letters of scripts written without spaces, and Hangul, do not glue to the tag: `ありがとう#CMAD` counts.
//! - One letter of Hebrew or Arabic is a prefix and does not glue either: `ב#CMAD` counts. A keycap emoji is no digit.
//! - Invisible characters within or around the tag are ignored, so `#C<U+200B>MAD` counts and `x<U+200B>#CMAD` does not.
//! - An opening backtick without its closing one is text, as Discord shows it.

mod hashtag;
mod letters;
mod markdown;
mod phrase;

use std::collections::HashSet;
use std::ops::Range;

use crate::ids::{ChannelId, UserId};

pub use hashtag::may_hold_hashtag;

/// A message to read, with what Discord says about it.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// The message's text as Discord sent it; empty where the bot may not read it.
    pub content: &'a str,
    /// The bot's own id.
    pub bot: UserId,
    /// The author of the message replied to.
    pub replied_to: Option<UserId>,
    /// Whether the reply pings the person replied to.
    pub replied_pings: bool,
    /// Whether the message replied to is a campaign post.
    pub replies_to_campaign_post: bool,
    /// Whether the hashtag counts in this channel; otherwise it is ordinary text.
    pub hashtag_counts: bool,
    /// Channels named `cmad`, which Discord's picker puts (as `<#id>`) where the hashtag was meant.
    pub cmad_channels: &'a [ChannelId],
    /// The thanking words and phrases of the language files, in any case.
    pub thanking_words: &'a [String],
}

/// By which sign a message was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// `#CMAD`, or a channel named `cmad` (door 6).
    Hashtag,
    /// A mention of the bot (door 5).
    Mention,
    /// A reply, with ping on, to a campaign post (door 5).
    CampaignReply,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It is not meant for the bot.
    Nothing,
    /// It thanks at least one person.
    Thanks {
        /// The sign by which it was recognised.
        by: Sign,
        /// At least one person, in order of appearance, each once, never the bot. The author may be among them, so that
        /// thanking oneself can be refused with a reason.
        recipients: Vec<UserId>,
        /// The words to store: verbatim without the bot's mention, trimmed, possibly empty.
        words: String,
    },
    /// It is meant for the bot, but its author must be asked who is thanked, or whether it is a thank-you.
    Unclear {
        /// The sign by which it was recognised.
        by: Sign,
        /// Empty, unless a thanking word is all that was missing: then the people it mentions.
        recipients: Vec<UserId>,
        /// The words to store once the author has answered, as in [`Reading::Thanks`].
        words: String,
    },
}

/// Reads one message. Takes time linear in its length, whatever it holds.
///
/// Who is thanked: the people mentioned in the author's own text; if there are none, the author of the message replied
/// to, unless that is the bot or a campaign post. When several signs are there, the first of these counts: the hashtag,
/// the bot's mention with a thanking word, the campaign reply.
#[must_use]
pub fn read(message: &Incoming) -> Reading {
    let own = markdown::own_text(message.content);
    let bot_mentions: Vec<_> =
        own.mentions.iter().filter(|(user, _)| *user == message.bot).map(|(_, at)| at.clone()).collect();
    let mentioned = people(&own.mentions, message.bot);

    let tagged = message.hashtag_counts
        && (hashtag::holds(&own.text) || own.channels.iter().any(|channel| message.cmad_channels.contains(channel)));
    let by = if tagged {
        Sign::Hashtag
    } else if !bot_mentions.is_empty() && phrase::holds_any(&own.text, message.thanking_words) {
        Sign::Mention
    } else if message.replies_to_campaign_post && message.replied_pings {
        Sign::CampaignReply
    } else if !bot_mentions.is_empty() && !mentioned.is_empty() {
        let words = without(message.content, &bot_mentions);
        return Reading::Unclear { by: Sign::Mention, recipients: mentioned, words };
    } else {
        return Reading::Nothing;
    };

    let words = without(message.content, &bot_mentions);
    let recipients = if mentioned.is_empty() { replied_to(message).into_iter().collect() } else { mentioned };
    if recipients.is_empty() {
        Reading::Unclear { by, recipients, words }
    } else {
        Reading::Thanks { by, recipients, words }
    }
}

/// The people mentioned, in order of appearance, each once, without the bot.
fn people(mentions: &[(UserId, Range<usize>)], bot: UserId) -> Vec<UserId> {
    let mut seen = HashSet::from([bot]);
    mentions.iter().map(|(user, _)| *user).filter(|user| seen.insert(*user)).collect()
}

/// The person whom the reply itself names.
fn replied_to(message: &Incoming) -> Option<UserId> {
    // A campaign post belongs to the bot even where a webhook with another id wrote it.
    message.replied_to.filter(|user| *user != message.bot && !message.replies_to_campaign_post)
}

/// The text without the given ranges, trimmed. The blanks after a range go with it where whitespace stands before it, so
/// that "hi <@bot> there" does not keep two.
fn without(content: &str, ranges: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(content.len());
    let mut from = 0;
    for range in ranges {
        kept.push_str(&content[from..range.start]);
        from = range.end;
        if kept.chars().next_back().is_none_or(char::is_whitespace) {
            from += content[from..].bytes().take_while(|byte| *byte == b' ').count();
        }
    }
    kept.push_str(&content[from..]);
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests;
