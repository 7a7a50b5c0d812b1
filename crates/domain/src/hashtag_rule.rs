//! In which channels of a server the hashtag is heard.

use std::collections::BTreeSet;

use crate::ids::ChannelId;
use crate::named;

named! {
    /// How a server's list of channels is meant.
    HashtagRule {
        /// The hashtag is heard in every channel; the list is empty.
        Everywhere = "everywhere",
        /// Only in the channels of the list.
        Only = "only",
        /// In every channel but those of the list.
        Except = "except",
    }
}

/// A server's rule and its list. A thread counts as a channel of its own: its messages do not say whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HashtagChannels {
    /// How the list is meant.
    pub rule: HashtagRule,
    /// The list.
    pub channels: BTreeSet<ChannelId>,
}

impl HashtagChannels {
    /// A rule with its list; an empty list is no rule.
    #[must_use]
    pub fn new(rule: HashtagRule, channels: BTreeSet<ChannelId>) -> Self {
        match rule {
            HashtagRule::Only | HashtagRule::Except if !channels.is_empty() => Self { rule, channels },
            _ => Self { rule: HashtagRule::Everywhere, channels: BTreeSet::new() },
        }
    }

    /// Whether the hashtag is heard in a channel.
    #[must_use]
    pub fn hears(&self, channel: ChannelId) -> bool {
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
            assert_eq!([1, 2].map(|channel| channels.hears(ChannelId(channel))), heard, "{channels:?}");
        };
        check(HashtagRule::Everywhere, &[1], [true, true]);
        check(HashtagRule::Only, &[1], [true, false]);
        check(HashtagRule::Except, &[1], [false, true]);
        // Nobody means "nowhere" by an empty list: for that there is the switch.
        check(HashtagRule::Only, &[], [true, true]);
        check(HashtagRule::Except, &[], [true, true]);
    }
}
