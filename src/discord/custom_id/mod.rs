//! Custom ids: everything a button, a menu or a form needs is in its id, so that it works after a restart.
//!
//! Discord allows 100 characters, unique within a message
//! (<https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id>).

mod actions;
mod part;

pub use actions::*;
pub use part::Reply;

use std::str::Split;

use domain::send::Mark;
use part::{Part, areas};

areas! {
    /// What was pressed, chosen from, or sent: an action of one area, each of which is a file of `commands/`.
    CustomId {
        Thanks(ThanksAction),
        Receipt(ReceiptAction),
        Question(QuestionAction),
        Save(SaveAction),
        Mine(MineAction),
        Remind(RemindAction),
        Cmad(CmadAction),
        Scorecard(ScorecardAction),
        Privacy(PrivacyAction),
        Roster(RosterAction),
        Nomination(NominationAction),
        Status(StatusAction),
        Setup(SetupAction),
        Moderation(ModerationAction),
        Hashtag(HashtagAction),
        Desk(DeskAction),
        Preview(PreviewAction),
        Copy(CopyAction),
        Reply(ReplyAction),
    }
}

impl CustomId {
    /// The id as text.
    #[must_use]
    pub fn text(&self) -> String {
        Part::text(self)
    }

    /// The id as text, with the mark of the send that carries it.
    #[must_use]
    pub fn marked(&self, mark: &Mark) -> String {
        format!("{}~{mark}", self.text())
    }

    /// Reads an id with or without a mark; `None` if this version does not know it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let body = text.split('~').next()?;
        Part::read(&mut body.split(':'))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use domain::send::SendKey;

    /// Messages on Discord carry these for years. A line may be added, none may change.
    const TEXTS: &str = include_str!("texts.txt");

    #[test]
    fn ids_read_back_and_fit() {
        let mark = "1/2027/day/channel/0".parse::<SendKey>().unwrap().mark();
        let mut texts = BTreeSet::new();
        for id in CustomId::samples() {
            let text = id.marked(&mark);
            assert!(text.len() <= 100, "{text}");
            assert_eq!(CustomId::read(&text).as_ref(), Some(&id));
            assert_eq!(CustomId::read(&id.text()), Some(id));
            assert!(texts.insert(text), "two ids have the same text");
        }
        assert!(texts.len() >= TEXTS.lines().count(), "every action has a sample");
    }

    #[test]
    fn what_old_messages_carry_is_read_and_written_the_same() {
        for text in TEXTS.lines() {
            let read = CustomId::read(text).unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!(read.text(), text);
        }
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        for text in
            ["", "thank:x", "receipt:1:loudly", "desk:1", "desk:1:2:3", "\u{0}", "poll:1", "scorecard:pro:40000"]
        {
            assert_eq!(CustomId::read(text), None, "{text}");
        }
    }
}
