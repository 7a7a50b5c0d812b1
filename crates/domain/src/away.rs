//! Finding messages that were sent while the bot was away: which searches, page after page, and their progress.
//!
//! Discord's search finds whole words and has no *or* for words. So each spelling of the hashtag is a search of its own,
//! and further searches ask for mentions of the bot and the managers.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, MessageId, UserId};

/// How much earlier than noticed a connection may have been lost: Discord's heartbeat interval is 41 s, and two must be
/// missed. A message that is received twice counts once.
pub const OVERLAP: TimeDelta = TimeDelta::minutes(5);
/// How long after a gap's end the search begins, because Discord indexes new messages with a delay.
pub const INDEXING: TimeDelta = TimeDelta::seconds(30);
/// How long a digest, the recap and the close wait for the search.
pub const WAIT: TimeDelta = TimeDelta::hours(1);
/// How long a search is repeated while Discord has no index. Then the channels are read instead, without archived
/// threads.
pub const PATIENCE: TimeDelta = TimeDelta::minutes(30);
/// After a gap of this length or more, stored messages are fetched again: they may have been edited or deleted.
pub const LONG: TimeDelta = TimeDelta::minutes(15);
/// How many people one search can ask for.
const MENTIONS: usize = 100;

/// Whether Discord sends the content of messages that do not mention the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// It does, while the hashtag is on.
    Received,
    /// It does not: such messages come without their text.
    Withheld,
}

/// A time in which nothing was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its beginning, included.
    pub from: DateTime<Utc>,
    /// Its end, not included.
    pub until: DateTime<Utc>,
}

/// What one search looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchFor {
    /// Messages with this word.
    Word(String),
    /// Messages that mention one of these people.
    Mentions(Vec<UserId>),
}

/// The searches that together find everything that may be a thank-you.
#[must_use]
pub fn searches(year: i32, hashtag: bool, bot: UserId, managers: &[UserId]) -> Vec<SearchFor> {
    if !hashtag {
        return vec![SearchFor::Mentions(vec![bot])];
    }
    let words = ["cmad".to_owned(), format!("cmad{year}"), format!("cmad{:02}", year.rem_euclid(100))];
    let people: Vec<UserId> = std::iter::once(bot).chain(managers.iter().copied()).collect();
    let mentions = people.chunks(MENTIONS).map(|some| SearchFor::Mentions(some.to_vec()));
    words.into_iter().map(SearchFor::Word).chain(mentions).collect()
}

/// The progress of searching a gap. Stored after each page, so that a crash costs one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The end of the searched time, in UTC milliseconds. What a gap grows by meanwhile is searched afterwards.
    pub until: i64,
    /// The way it is searched.
    pub way: Way,
    /// The index of the present search or channel.
    pub step: usize,
    /// The last message that was seen.
    pub after: MessageId,
    /// How many hits to skip, after a page that was empty although there are more.
    pub skip: u32,
    /// Whether a page held fewer hits than it should: Discord may have them the second time.
    pub fell_short: bool,
    /// Whether this is the second time.
    pub again: bool,
    /// Since when Discord has answered that it has no index, in UTC milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unindexed: Option<i64>,
    /// Channels with new messages that the bot may not read.
    pub unread: Vec<ChannelId>,
}

/// How a gap is searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Way {
    /// By Discord's search.
    Search,
    /// By reading these channels.
    History {
        /// The channels with new messages.
        channels: Vec<ChannelId>,
    },
    /// By searching earlier messages for edits in the gap: an edit can make a thank-you.
    Edited,
    /// By fetching stored messages again.
    Stored,
}

impl Progress {
    /// The start of searching a gap in one way.
    #[must_use]
    pub fn begin(gap: Gap, way: Way, unread: Vec<ChannelId>) -> Self {
        let until = gap.until.timestamp_millis();
        let (after, fell_short, again) = (gap.first(), false, false);
        Self { until, way, step: 0, after, skip: 0, fell_short, again, unindexed: None, unread }
    }

    /// Until when to wait for Discord's index, asked at `now`.
    #[must_use]
    pub fn indexed_by(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        self.unindexed.and_then(DateTime::from_timestamp_millis).unwrap_or(now) + PATIENCE
    }

    /// The next search or channel, from the gap's start.
    #[must_use]
    pub fn next(self, gap: Gap) -> Self {
        Self { step: self.step + 1, after: gap.first(), skip: 0, ..self }
    }

    /// Another way, from the gap's start.
    #[must_use]
    pub fn instead(self, gap: Gap, way: Way) -> Self {
        Self { until: self.until, ..Self::begin(gap, way, self.unread) }
    }

    /// The same searches once more, because something was missing.
    #[must_use]
    pub fn once_more(self, gap: Gap) -> Self {
        Self { step: 0, after: gap.first(), skip: 0, again: true, ..self }
    }
}

impl Gap {
    /// The last id before all messages in the gap.
    #[must_use]
    pub fn first(&self) -> MessageId {
        MessageId(MessageId::at(self.from).0.saturating_sub(1))
    }

    /// Whether stored messages may have changed in the gap unnoticed.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.until - self.from >= LONG
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_search_for_each_spelling_and_for_all_mentions() {
        let managers: Vec<UserId> = (2..=150).map(UserId).collect();
        let found = searches(2027, true, UserId(1), &managers);
        let words: Vec<&SearchFor> = found.iter().take(3).collect();
        let word = |text: &str| SearchFor::Word(text.to_owned());
        assert_eq!(words, [&word("cmad"), &word("cmad2027"), &word("cmad27")]);
        let people: Vec<usize> = found
            .iter()
            .filter_map(|sought| match sought {
                SearchFor::Mentions(users) => Some(users.len()),
                SearchFor::Word(_) => None,
            })
            .collect();
        assert_eq!(people, [100, 50], "Discord takes a hundred at once");
        assert_eq!(searches(2027, false, UserId(1), &managers), [SearchFor::Mentions(vec![UserId(1)])]);
        assert_eq!(searches(2109, true, UserId(1), &[])[2], word("cmad09"));
    }

    #[test]
    fn progress_survives_storage() {
        let gap = Gap { from: "2027-01-25T08:05:00Z".parse().unwrap(), until: "2027-01-25T12:00:00Z".parse().unwrap() };
        let begun = Progress::begin(gap, Way::Search, vec![ChannelId(7)]).next(gap);
        let read: Progress = serde_json::from_str(&serde_json::to_string(&begun).unwrap()).unwrap();
        assert_eq!(read, begun);
        assert_eq!((begun.step, gap.is_long()), (1, true));
        let instead = begun.instead(gap, Way::History { channels: vec![ChannelId(8)] });
        assert_eq!((instead.step, instead.unread.len(), instead.until), (0, 1, gap.until.timestamp_millis()));
    }
}
