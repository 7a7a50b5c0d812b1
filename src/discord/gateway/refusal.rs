//! Whether Discord refused the one privileged intent (close code 4014), and which intents to request then.

use twilight_gateway::Intents;

use crate::discord::gateway::Subscriptions;

/// Which intents were refused in this run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Refusal {
    #[default]
    Nothing,
    Content,
}

impl Refusal {
    /// The intents to request: those of the subscriptions, without the refused ones.
    pub(super) fn intents(self, subscriptions: &Subscriptions) -> Intents {
        let mut intents = Intents::GUILDS;
        intents.set(Intents::GUILD_MESSAGES, subscriptions.messages);
        intents.set(Intents::MESSAGE_CONTENT, subscriptions.messages && subscriptions.content && self == Self::Nothing);
        intents
    }

    /// What to leave out after these intents were refused. `None` if none of them is privileged, so that the refusal
    /// makes no sense.
    pub(super) fn of(asked: Intents) -> Option<Self> {
        asked.contains(Intents::MESSAGE_CONTENT).then_some(Self::Content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_is_given_up_and_nothing_else() {
        let plain = Intents::GUILDS | Intents::GUILD_MESSAGES;
        let subscriptions = Subscriptions { messages: true, content: true, ..Subscriptions::default() };
        let asked = Refusal::default().intents(&subscriptions);
        assert_eq!(asked, plain | Intents::MESSAGE_CONTENT);
        let refusal = Refusal::of(asked).expect("it needs a permission");
        assert_eq!(refusal.intents(&subscriptions), plain);
        assert_eq!(Refusal::of(plain), None);
        let out_of_season = Subscriptions { messages: false, ..subscriptions };
        assert_eq!(Refusal::default().intents(&out_of_season), Intents::GUILDS);
    }
}
