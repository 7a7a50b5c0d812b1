//! In which channels of a server the hashtag counts.

use std::collections::BTreeSet;

use crate::ids::ChannelId;
use crate::named;

named! {
    /// How a server's list of channels applies.
    HashtagRule {
        /// In every channel; the list is empty.
        Everywhere = "everywhere",
        /// Only in the channels of the list.
        Only = "only",
        /// In every channel except those of the list.
        Except = "except",
    }
}

/// A server's rule and its list. A thread belongs to the channel in which it began, its parent; a thread can also be
/// listed itself. The posts of a forum are threads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HashtagChannels {
    /// How the list applies.
    pub rule: HashtagRule,
    /// The list.
    pub channels: BTreeSet<ChannelId>,
}

impl HashtagChannels {
    /// A rule with its list; with an empty list the hashtag counts everywhere.
    #[must_use]
    pub fn new(rule: HashtagRule, channels: BTreeSet<ChannelId>) -> Self {
        match rule {
            HashtagRule::Only | HashtagRule::Except if !channels.is_empty() => Self { rule, channels },
            _ => Self { rule: HashtagRule::Everywhere, channels: BTreeSet::new() },
        }
    }

    /// Whether the hashtag counts in a channel, or in a thread with this parent.
    #[must_use]
    pub fn counts_in(&self, channel: ChannelId, parent: Option<ChannelId>) -> bool {
        let is_listed = self.channels.contains(&channel) || parent.is_some_and(|one| self.channels.contains(&one));
        match self.rule {
            HashtagRule::Everywhere => true,
            HashtagRule::Only => is_listed,
            HashtagRule::Except => !is_listed,
        }
    }

    /// The same, where it does not depend on whether the channel is a thread, and of which one.
    #[must_use]
    pub fn counts_without_parent(&self, channel: ChannelId) -> Option<bool> {
        let is_decided = self.rule == HashtagRule::Everywhere || self.channels.contains(&channel);
        is_decided.then(|| self.counts_in(channel, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule() {
        // Channels 1 and 2, and a thread in each.
        let places = [(1, None), (2, None), (11, Some(1)), (12, Some(2))];
        let check = |rule, list: &[u64], counts: [bool; 4]| {
            let channels = HashtagChannels::new(rule, list.iter().copied().map(ChannelId).collect());
            for ((channel, parent), expected) in places.into_iter().zip(counts) {
                let (channel, parent) = (ChannelId(channel), parent.map(ChannelId));
                assert_eq!(channels.counts_in(channel, parent), expected, "{channels:?} {channel}");
                let known = channels.counts_without_parent(channel);
                assert!(known.is_none_or(|known| known == expected), "{channels:?} {channel}");
            }
        };
        check(HashtagRule::Everywhere, &[1], [true; 4]);
        check(HashtagRule::Only, &[1], [true, false, true, false]);
        check(HashtagRule::Only, &[11], [false, false, true, false]);
        check(HashtagRule::Except, &[1], [false, true, false, true]);
        check(HashtagRule::Except, &[11], [true, true, false, true]);
        // An empty list does not mean "nowhere": the hashtag's switch is for that.
        check(HashtagRule::Only, &[], [true; 4]);
        check(HashtagRule::Except, &[], [true; 4]);
    }
}
