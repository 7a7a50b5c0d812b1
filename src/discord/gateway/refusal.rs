//! Which intents Discord refused (close code 4014), and which to try next. Discord does not say which one it means.

use twilight_gateway::Intents;

use super::Wanted;

/// What was refused so far in this run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) content: bool,
    pub(super) members: bool,
    /// Whether it was tried to leave out the members alone.
    swapped: bool,
}

impl Refusal {
    /// What to ask for: what is wanted, without what was refused.
    pub(super) fn intents(self, wanted: &Wanted) -> Intents {
        let mut intents = Intents::GUILDS;
        intents.set(Intents::GUILD_MESSAGES, wanted.messages);
        intents.set(Intents::MESSAGE_CONTENT, wanted.messages && wanted.content && !self.content);
        intents.set(Intents::GUILD_MEMBERS, wanted.members && !self.members);
        intents
    }

    /// What to leave out after these intents were refused: first the content, then the members instead, then both.
    /// `None` if neither was asked for, so that the refusal makes no sense.
    pub(super) fn after(self, asked: Intents) -> Option<Self> {
        match (asked.contains(Intents::MESSAGE_CONTENT), asked.contains(Intents::GUILD_MEMBERS)) {
            (false, false) => None,
            (true, true) => Some(Self { content: true, members: false, ..self }),
            (false, true) if self.content && !self.swapped => {
                Some(Self { content: false, members: true, swapped: true })
            }
            (true, false) => Some(Self { content: true, ..self }),
            (false, true) => Some(Self { members: true, ..self }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks until Discord, which allows only some of it, is content; says what was asked for each time.
    fn check(wanted: &Wanted, allowed: Intents, expected: &[Intents]) {
        let mut refusal = Refusal::default();
        let mut asked = vec![refusal.intents(wanted)];
        while !allowed.contains(asked[asked.len() - 1]) {
            refusal = refusal.after(asked[asked.len() - 1]).expect("only the two privileged intents are refused");
            asked.push(refusal.intents(wanted));
        }
        assert_eq!(asked, expected);
    }

    #[test]
    fn the_fewest_intents_are_given_up() {
        let plain = Intents::GUILDS | Intents::GUILD_MESSAGES;
        let (content, members) = (Intents::MESSAGE_CONTENT, Intents::GUILD_MEMBERS);
        let all = Wanted { messages: true, content: true, members: true, ..Wanted::default() };
        check(&all, plain | content | members, &[plain | content | members]);
        check(&all, plain | members, &[plain | content | members, plain | members]);
        check(&all, plain | content, &[plain | content | members, plain | members, plain | content]);
        check(&all, plain, &[plain | content | members, plain | members, plain | content, plain]);
        let no_members = Wanted { members: false, ..all.clone() };
        check(&no_members, plain, &[plain | content, plain]);
        let no_content = Wanted { content: false, ..all.clone() };
        check(&no_content, plain, &[plain | members, plain]);
        let out_of_season = Wanted { messages: false, members: false, ..all };
        check(&out_of_season, plain, &[Intents::GUILDS]);
        assert_eq!(Refusal::default().after(plain), None);
    }
}
