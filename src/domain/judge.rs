//! Whether a thanks counts, and why not.

use super::ids::UserId;
use super::roster::Place;

/// What has to be known to judge one thanks.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Who thanks.
    pub giver: UserId,
    /// Whether the giver is a bot or a webhook.
    pub giver_is_bot: bool,
    /// Who is to be thanked.
    pub recipient: UserId,
    /// Whether the recipient is a bot.
    pub recipient_is_bot: bool,
    /// The recipient's place on the roster, if they have or had one.
    pub place: Option<Place>,
    /// The words.
    pub words: &'a str,
    /// The longest words that are taken, in characters.
    pub words_max: usize,
    /// Thanks the giver gave in the last hour.
    pub given: u32,
    /// How many they may give in an hour.
    pub given_max: u32,
}

/// Why a thanks was not taken. Each is said to the person, with what they can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Refusal {
    /// The server was never set up.
    NotSetUp,
    /// They named themselves.
    Yourself,
    /// They named a bot.
    Bot,
    /// A bot or a webhook thanked.
    FromBot,
    /// Whoever they named is not on the roster.
    NotOnRoster,
    /// Whoever they named asked to be left alone.
    Declined,
    /// They gave as many as they may for now.
    TooMany {
        /// How many an hour they may give.
        limit: u32,
    },
    /// The words are too long.
    TooLong {
        /// The most characters.
        limit: usize,
        /// How many there are.
        length: usize,
    },
}

impl Refusal {
    /// The key of the text that says it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotSetUp => "refused-not-set-up",
            Self::Yourself => "refused-yourself",
            Self::Bot => "refused-bot",
            Self::FromBot => "refused-from-bot",
            Self::NotOnRoster => "refused-not-on-roster",
            Self::Declined => "refused-declined",
            Self::TooMany { .. } => "refused-too-many",
            Self::TooLong { .. } => "refused-too-long",
        }
    }
}

/// Judges one thanks. The first rule that is broken is the one that is told.
///
/// # Errors
/// The refusal, when it does not count.
pub fn judge(case: &Case<'_>) -> Result<(), Refusal> {
    let length = case.words.chars().count();
    if case.giver_is_bot {
        Err(Refusal::FromBot)
    } else if case.giver == case.recipient {
        Err(Refusal::Yourself)
    } else if case.recipient_is_bot {
        Err(Refusal::Bot)
    } else if case.place == Some(Place::Declined) {
        Err(Refusal::Declined)
    } else if !case.place.is_some_and(Place::is_on_roster) {
        Err(Refusal::NotOnRoster)
    } else if length > case.words_max {
        Err(Refusal::TooLong { limit: case.words_max, length })
    } else if case.given >= case.given_max {
        Err(Refusal::TooMany { limit: case.given_max })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Case<'_> = Case {
        giver: UserId(1),
        giver_is_bot: false,
        recipient: UserId(2),
        recipient_is_bot: false,
        place: Some(Place::Invited),
        words: "thank you",
        words_max: 1500,
        given: 0,
        given_max: 10,
    };

    #[test]
    fn every_rule() {
        let check = |case: Case<'_>, expected| assert_eq!(judge(&case), expected, "{case:?}");
        check(GOOD, Ok(()));
        check(Case { place: Some(Place::Accepted), words: "", ..GOOD }, Ok(()));
        check(Case { giver_is_bot: true, ..GOOD }, Err(Refusal::FromBot));
        check(Case { recipient: UserId(1), ..GOOD }, Err(Refusal::Yourself));
        check(Case { recipient_is_bot: true, place: None, ..GOOD }, Err(Refusal::Bot));
        check(Case { place: Some(Place::Declined), ..GOOD }, Err(Refusal::Declined));
        check(Case { place: Some(Place::Removed), ..GOOD }, Err(Refusal::NotOnRoster));
        check(Case { place: None, ..GOOD }, Err(Refusal::NotOnRoster));
        check(Case { words: "äöüß!", words_max: 4, ..GOOD }, Err(Refusal::TooLong { limit: 4, length: 5 }));
        check(Case { words: "äöüß", words_max: 4, ..GOOD }, Ok(()));
        check(Case { given: 10, ..GOOD }, Err(Refusal::TooMany { limit: 10 }));
        check(Case { given: 9, ..GOOD }, Ok(()));
    }
}
