//! What was said while the bot was away: what is searched for, page after page, and how far that has come.
//!
//! Discord's search finds words, not parts of words, and cannot say *or* about words; so the hashtag's spellings are
//! searched for one after another, and one more search asks for everybody whose mention can be a thank-you.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, MessageId, UserId};

/// How much earlier than it was noticed a connection may have been lost, and events been under way: a heartbeat of
/// Discord's takes 41 s, and it takes two to be missed. What is heard twice counts once.
pub const OVERLAP: TimeDelta = TimeDelta::minutes(5);
/// How long after a gap's end it is looked through: Discord needs a moment until a new message can be searched.
pub const INDEXING: TimeDelta = TimeDelta::seconds(30);
/// How long a digest, the recap and the close wait for what was missed to be found.
pub const WAIT: TimeDelta = TimeDelta::hours(1);
/// For how long a search is asked again for which Discord has no index; then the channels are read, and what was said in
/// archived threads is not found.
pub const PATIENCE: TimeDelta = TimeDelta::minutes(30);
/// A gap of this length or more: messages that are stored may have been edited or deleted in it, and are looked at.
pub const LONG: TimeDelta = TimeDelta::minutes(15);
/// How many people one search can ask for.
const MENTIONS: usize = 100;

/// Whether Discord tells the bot what messages say that do not mention it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// It does, while a hashtag is listened to.
    Told,
    /// It refuses: such messages come without their text.
    Withheld,
}

/// A time of which nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its beginning, included.
    pub from: DateTime<Utc>,
    /// Its end, not included.
    pub until: DateTime<Utc>,
}

/// What one search asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Messages with this word.
    Word(String),
    /// Messages that mention one of these people.
    Mentions(Vec<UserId>),
}

/// The searches that together find what may be a thank-you.
#[must_use]
pub fn searches(year: i32, hashtag: bool, bot: UserId, managers: &[UserId]) -> Vec<Sought> {
    if !hashtag {
        return vec![Sought::Mentions(vec![bot])];
    }
    let words = ["cmad".to_owned(), format!("cmad{year}"), format!("cmad{:02}", year.rem_euclid(100))];
    let people: Vec<UserId> = std::iter::once(bot).chain(managers.iter().copied()).collect();
    let mentions = people.chunks(MENTIONS).map(|some| Sought::Mentions(some.to_vec()));
    words.into_iter().map(Sought::Word).chain(mentions).collect()
}

/// How far the looking through a gap has come. Kept after each page, so that a crash costs one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The end that it looks up to, in UTC milliseconds. A gap that grows meanwhile is looked through afterwards.
    pub until: i64,
    /// The way it is looked through.
    pub way: Way,
    /// The search or channel it is at.
    pub step: usize,
    /// The last message of it that was seen.
    pub after: MessageId,
    /// How many hits to skip: only where a page came back empty although there are more.
    pub skip: u32,
    /// Whether a page held fewer hits than there are: what Discord had to fetch first is there the second time.
    pub fell_short: bool,
    /// Whether this is that second time.
    pub again: bool,
    /// Since when Discord has had no index for it, in UTC milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unindexed: Option<i64>,
    /// Channels in which something was said that may not be read.
    pub unread: Vec<ChannelId>,
}

/// How a gap is looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Way {
    /// By searching the server.
    Search,
    /// By reading these channels.
    History {
        /// Those in which something was said.
        channels: Vec<ChannelId>,
    },
    /// By searching what was said before it, for what was edited in it: an edit can make a thank-you.
    Edited,
    /// What is stored is looked at once more.
    Stored,
}

impl Progress {
    /// The beginning of a way through a gap.
    #[must_use]
    pub fn begin(gap: Gap, way: Way, unread: Vec<ChannelId>) -> Self {
        let until = gap.until.timestamp_millis();
        let (after, fell_short, again) = (gap.first(), false, false);
        Self { until, way, step: 0, after, skip: 0, fell_short, again, unindexed: None, unread }
    }

    /// Until when it is waited for Discord's index, if it is asked at `now`.
    #[must_use]
    pub fn indexed_by(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        self.unindexed.and_then(DateTime::from_timestamp_millis).unwrap_or(now) + PATIENCE
    }

    /// The next search or channel, from the gap's beginning.
    #[must_use]
    pub fn next(self, gap: Gap) -> Self {
        Self { step: self.step + 1, after: gap.first(), skip: 0, ..self }
    }

    /// Another way, from the gap's beginning.
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
    /// The last id before everything that was said in the gap.
    #[must_use]
    pub fn first(&self) -> MessageId {
        MessageId(MessageId::at(self.from).0.saturating_sub(1))
    }

    /// Whether stored messages may have changed in it unheard.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.until - self.from >= LONG
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_for_each_spelling_and_for_everybody() {
        let managers: Vec<UserId> = (2..=150).map(UserId).collect();
        let found = searches(2027, true, UserId(1), &managers);
        let words: Vec<&Sought> = found.iter().take(3).collect();
        let word = |text: &str| Sought::Word(text.to_owned());
        assert_eq!(words, [&word("cmad"), &word("cmad2027"), &word("cmad27")]);
        let people: Vec<usize> = found
            .iter()
            .filter_map(|sought| match sought {
                Sought::Mentions(users) => Some(users.len()),
                Sought::Word(_) => None,
            })
            .collect();
        assert_eq!(people, [100, 50], "Discord takes a hundred at once");
        assert_eq!(searches(2027, false, UserId(1), &managers), [Sought::Mentions(vec![UserId(1)])]);
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
