//! Whether Discord refused the one privileged intent that is asked for (close code 4014), and what to ask for then.

use twilight_gateway::Intents;

use crate::discord::gateway::Wanted;

/// What was refused so far in this run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Refusal {
    #[default]
    Nothing,
    Content,
}

impl Refusal {
    /// What to ask for: what is wanted, without what was refused.
    pub(super) fn intents(self, wanted: &Wanted) -> Intents {
        let mut intents = Intents::GUILDS;
        intents.set(Intents::GUILD_MESSAGES, wanted.messages);
        intents.set(Intents::MESSAGE_CONTENT, wanted.messages && wanted.content && self == Self::Nothing);
        intents
    }

    /// What to leave out after these intents were refused. `None` if none of them needs a permission, so that the
    /// refusal makes no sense.
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
        let wanted = Wanted { messages: true, content: true, ..Wanted::default() };
        let asked = Refusal::default().intents(&wanted);
        assert_eq!(asked, plain | Intents::MESSAGE_CONTENT);
        let refusal = Refusal::of(asked).expect("it needs a permission");
        assert_eq!(refusal.intents(&wanted), plain);
        assert_eq!(Refusal::of(plain), None);
        let out_of_season = Wanted { messages: false, ..wanted };
        assert_eq!(Refusal::default().intents(&out_of_season), Intents::GUILDS);
    }
}
