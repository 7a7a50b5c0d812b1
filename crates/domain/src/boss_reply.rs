//! What a boss replies to the manager whose digest they got.

use chrono::{DateTime, TimeDelta, Utc};

use crate::digest::{can_be_seen, tamed};
use crate::ids::{GuildId, UserId};
use crate::named;

/// The most characters of a reply.
pub const REPLY_MAX: u16 = 500;
/// For how long after it was written first a reply can be changed.
pub const CHANGES_FOR: TimeDelta = TimeDelta::days(7);
/// How often a reply can be changed: each change is a direct message to the manager.
pub const CHANGES_MAX: u32 = 5;

/// Which copy a reply belongs to: there is one reply for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyId {
    /// The server.
    pub guild: GuildId,
    /// The campaign.
    pub year: i32,
    /// Whose digest was copied.
    pub manager: UserId,
    /// Which copy of that digest.
    pub copy: u32,
}

/// What one boss replied to one copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BossReply {
    /// The copy.
    pub of: CopyId,
    /// The boss, if they replied on Discord; a boss who got a mail is no one whom the bot knows.
    pub boss: Option<UserId>,
    /// The words as the boss wrote them; empty after they were removed.
    pub words: String,
    /// Whether the boss agrees that it is posted under the recap.
    pub may_be_posted: bool,
    /// What became of it.
    pub state: ReplyState,
    /// Raised each time that the boss changes it.
    pub revision: u32,
    /// Raised each time that it is posted.
    pub posts: u32,
    /// When it was written first.
    pub written_at: DateTime<Utc>,
    /// When it was written last.
    pub changed_at: DateTime<Utc>,
}

named! {
    /// What became of a reply.
    ReplyState {
        /// The manager has it, and no one else.
        Kept = "kept",
        /// It is posted under the recap, or waits to be.
        Posted = "posted",
        /// The boss took it back.
        Withdrawn = "withdrawn",
        /// An admin hid its post.
        Hidden = "hidden",
    }
}

impl BossReply {
    /// Whether the boss can still change it.
    #[must_use]
    pub fn can_be_changed(&self, now: DateTime<Utc>) -> bool {
        self.revision < CHANGES_MAX && now < self.written_at + CHANGES_FOR
    }

    /// Whether the manager can have it posted: both want it then.
    #[must_use]
    pub fn can_be_posted(&self) -> bool {
        self.may_be_posted && self.state == ReplyState::Kept && !self.words.is_empty()
    }
}

/// Why words are no reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReply {
    /// There is nothing to see in them.
    Empty,
    /// They have more than [`REPLY_MAX`] characters: so many.
    TooLong(usize),
}

/// The words of a reply as they are kept: without what cannot be seen, and without blanks around them.
///
/// # Errors
/// They are no reply.
pub fn reply_words(said: &str) -> Result<String, NoReply> {
    let words = tamed(said).trim().to_owned();
    if !can_be_seen(&words) {
        return Err(NoReply::Empty);
    }
    match words.chars().count() {
        count if count > usize::from(REPLY_MAX) => Err(NoReply::TooLong(count)),
        _ => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_by_characters() {
        let check = |said: &str, expected: Result<&str, NoReply>| {
            assert_eq!(reply_words(said), expected.map(str::to_owned), "{said:?}");
        };
        check("  Thank you.\r\nReally.  ", Ok("Thank you.\nReally."));
        check("x", Ok("x"));
        for empty in ["", " \r\n\t ", "\u{200b}", "\u{2800}\u{2060}"] {
            check(empty, Err(NoReply::Empty));
        }
        for letter in ["a", "ß", "長", "\u{1f49a}"] {
            let most = letter.repeat(usize::from(REPLY_MAX));
            check(&most, Ok(&most));
            check(&format!(" {most} "), Ok(&most));
            check(&format!("{most}{letter}"), Err(NoReply::TooLong(501)));
        }
    }

    #[test]
    fn a_reply_can_be_changed_for_a_week_and_a_few_times() {
        let written_at = DateTime::UNIX_EPOCH;
        let of = CopyId { guild: GuildId(7), year: 2027, manager: UserId(9), copy: 0 };
        let check = |revision: u32, after: TimeDelta, can: bool| {
            let reply = BossReply {
                of,
                boss: None,
                words: "Well done.".to_owned(),
                may_be_posted: true,
                state: ReplyState::Kept,
                revision,
                posts: 0,
                written_at,
                changed_at: written_at,
            };
            assert_eq!(reply.can_be_changed(written_at + after), can, "{revision} after {after}");
        };
        let moment = TimeDelta::milliseconds(1);
        check(0, TimeDelta::zero(), true);
        check(0, CHANGES_FOR - moment, true);
        check(0, CHANGES_FOR, false);
        check(CHANGES_MAX - 1, moment, true);
        check(CHANGES_MAX, moment, false);
    }
}
