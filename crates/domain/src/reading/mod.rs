//! What a message says: doors 5 and 6 of the six ways to thank, as one pure function.
//!
//! Only the message is judged here. Whether a recipient is on the roster, is a bot, or is the giver, and whether the
//! campaign listens at all, is decided by whoever calls [`read`].
//!
//! Decisions that the rules of the product leave open:
//! - `##CMAD` counts: nobody types it to mean something else.
//! - `#CMAD` in the visible text of a masked link counts, in its target or hover title it does not.
//! - `\#CMAD` does not count: a backslash is how one writes about the tag without using it. `\<@1>` names nobody.
//! - `/#CMAD` does not count: addresses without a scheme (`example.com/#cmad`) look like that.
//! - Underscores around the tag are italics (`_#CMAD_`) and are looked through, so `#CMAD_x` and `x_#CMAD` do not count.
//! - Letters of scripts written without spaces, and Hangul, do not glue to the tag: `ありがとう#CMAD` counts.
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

/// What a message offers us, before anyone is asked or looked up.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// The message's text as Discord sent it, empty where we may not read it.
    pub content: &'a str,
    /// The bot's own id.
    pub bot: UserId,
    /// The author of the message replied to.
    pub replied_to: Option<UserId>,
    /// Whether the reply pings the person replied to.
    pub replied_pings: bool,
    /// Whether the message replied to is one of our campaign posts.
    pub replies_to_campaign_post: bool,
    /// Whether the server listens for the hashtag where this was written; without it a hashtag is ordinary text.
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
    /// It is not meant for us.
    Nothing,
    /// It thanks somebody.
    Thanks {
        /// How we know.
        by: Sign,
        /// At least one person, in order of appearance, each once, never the bot. The message's author is kept, so that
        /// thanking oneself can be refused with a reason.
        recipients: Vec<UserId>,
        /// The text to keep: verbatim but for the bot's own mention, trimmed, possibly empty.
        words: String,
    },
    /// It is meant for us, but who is thanked, or whether anybody is, must be asked.
    Unclear {
        /// How we know.
        by: Sign,
        /// Empty, unless a thanking word is all that was missing: then the people it mentions.
        recipients: Vec<UserId>,
        /// The text to keep once its author has answered, as in [`Reading::Thanks`].
        words: String,
    },
}

/// Reads one message. Takes time linear in its length, whatever it holds.
///
/// Who is thanked: the people mentioned in the author's own text; if there are none, the author of the message replied
/// to, unless that is the bot or a campaign post. When several signs are there, the first of these counts: the hashtag,
/// the bot's mention with a thanking word, the campaign reply.
#[must_use]
pub fn read(heard: &Heard) -> Reading {
    let own = markdown::own_text(heard.content);
    let bot_mentions: Vec<_> =
        own.mentions.iter().filter(|(user, _)| *user == heard.bot).map(|(_, at)| at.clone()).collect();
    let mentioned = people(&own.mentions, heard.bot);

    let tagged = heard.hashtag_counts
        && (hashtag::holds(&own.text) || own.channels.iter().any(|channel| heard.cmad_channels.contains(channel)));
    let by = if tagged {
        Sign::Hashtag
    } else if !bot_mentions.is_empty() && phrase::holds_any(&own.text, heard.thanking_words) {
        Sign::Mention
    } else if heard.replies_to_campaign_post && heard.replied_pings {
        Sign::CampaignReply
    } else if !bot_mentions.is_empty() && !mentioned.is_empty() {
        let words = without(heard.content, &bot_mentions);
        return Reading::Unclear { by: Sign::Mention, recipients: mentioned, words };
    } else {
        return Reading::Nothing;
    };

    let words = without(heard.content, &bot_mentions);
    let recipients = if mentioned.is_empty() { replied_to(heard).into_iter().collect() } else { mentioned };
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
fn replied_to(heard: &Heard) -> Option<UserId> {
    // A campaign post is ours even where a webhook wrote it under an id of its own.
    heard.replied_to.filter(|user| *user != heard.bot && !heard.replies_to_campaign_post)
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
