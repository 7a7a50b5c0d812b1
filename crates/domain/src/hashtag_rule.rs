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

/// A server's rule and its list. A thread is a channel of its own, because its messages do not name its parent.
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

    /// Whether the hashtag counts in a channel.
    #[must_use]
    pub fn counts_in(&self, channel: ChannelId) -> bool {
        match self.rule {
            HashtagRule::Everywhere => true,
            HashtagRule::Only => self.channels.contains(&channel),
            HashtagRule::Except => !self.channels.contains(&channel),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule() {
        let check = |rule, list: &[u64], heard: [bool; 2]| {
            let channels = HashtagChannels::new(rule, list.iter().copied().map(ChannelId).collect());
            assert_eq!([1, 2].map(|channel| channels.counts_in(ChannelId(channel))), heard, "{channels:?}");
        };
        check(HashtagRule::Everywhere, &[1], [true, true]);
        check(HashtagRule::Only, &[1], [true, false]);
        check(HashtagRule::Except, &[1], [false, true]);
        // An empty list does not mean "nowhere": the hashtag's switch is for that.
        check(HashtagRule::Only, &[], [true, true]);
        check(HashtagRule::Except, &[], [true, true]);
    }
}
