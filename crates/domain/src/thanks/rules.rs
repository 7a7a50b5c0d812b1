//! Whether a thank-you counts, and why not. The limits are settings: `[limits]` in `config/cmad.toml`. The limit of ten
//! thanks an hour is `thanks_per_hour` there and [`check_hourly_limit`] here.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::calendar;
use crate::ids::UserId;
use crate::roster::RosterStatus;
use crate::thanks::{Relation, ThanksState};

/// The facts that decide whether a thank-you counts.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The giver.
    pub giver: UserId,
    /// Whether the giver is a bot or a webhook.
    pub giver_is_bot: bool,
    /// The person thanked.
    pub recipient: UserId,
    /// Whether the recipient is a bot.
    pub recipient_is_bot: bool,
    /// The recipient's status on the roster, if they are or were on it.
    pub status: Option<RosterStatus>,
    /// The words.
    pub words: &'a str,
    /// The character limit of the words.
    pub words_max: usize,
    /// When it is given.
    pub given_at: DateTime<Utc>,
    /// The server's zone: days are counted by its dates.
    pub zone: Tz,
    /// How many days old the giver's account must be; 0 accepts every account.
    pub account_days_min: u32,
    /// Since when the giver is a member, if Discord said so.
    pub member_since: Option<DateTime<Utc>>,
    /// For how many days they must have been a member; 0 accepts every member.
    pub member_days_min: u32,
}

/// Why a thank-you was refused. The giver is told the reason and what they can do.
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
    /// The person they named is not on the roster.
    NotOnRoster,
    /// The person they named asked to be left alone.
    Declined,
    /// They have reached the hourly limit.
    TooMany {
        /// How many an hour they may give.
        limit: u32,
    },
    /// The words are too long.
    TooLong {
        /// The limit.
        limit: usize,
        /// The length of the words.
        length: usize,
    },
    /// The giver's account is too young.
    YoungAccount {
        /// How many days old it must be.
        days: u32,
    },
    /// The giver has not been a member for long enough.
    NewMember {
        /// For how many days they must have been a member.
        days: u32,
    },
    /// They already said the same words to the same person.
    SameWords,
    /// It was said before they erased themselves, or its message was deleted.
    Gone,
    /// They want their messages ignored.
    Ignored,
    /// They thanked everyone on the roster before, in the same campaign.
    EveryoneOnce,
    /// They wanted to thank everyone on the roster, and no one else is on it.
    NoOneElse,
}

impl Refusal {
    /// The key of its text in the language files.
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
            Self::YoungAccount { .. } => "refused-young-account",
            Self::NewMember { .. } => "refused-new-member",
            Self::SameWords => "refused-same-words",
            Self::Gone => "refused-gone",
            Self::Ignored => "refused-ignored",
            Self::EveryoneOnce => "refused-everyone-once",
            Self::NoOneElse => "refused-no-one-else",
        }
    }
}

/// The time in which [`check_hourly_limit`] counts.
pub const LIMIT_PERIOD: TimeDelta = TimeDelta::hours(1);

/// Checks the limit of one person in one server: `limit` is the setting `thanks_per_hour`, 10 unless the operator
/// changed it, and `count` is what the person did within [`LIMIT_PERIOD`]. It applies to the thanks that they gave, and
/// separately to the messages of others that they asked to save.
///
/// # Errors
/// The limit is reached.
pub const fn check_hourly_limit(count: u32, limit: u32) -> Result<(), Refusal> {
    if count < limit { Ok(()) } else { Err(Refusal::TooMany { limit }) }
}

/// Judges one thanks.
///
/// # Errors
/// The first rule that is broken.
pub fn judge(case: &Case<'_>) -> Result<(), Refusal> {
    let length = case.words.chars().count();
    if case.giver_is_bot {
        Err(Refusal::FromBot)
    } else if case.giver == case.recipient {
        Err(Refusal::Yourself)
    } else if case.recipient_is_bot {
        Err(Refusal::Bot)
    } else if case.status == Some(RosterStatus::Declined) {
        Err(Refusal::Declined)
    } else if !case.status.is_some_and(RosterStatus::is_on_roster) {
        Err(Refusal::NotOnRoster)
    } else if length > case.words_max {
        Err(Refusal::TooLong { limit: case.words_max, length })
    } else if is_too_new(case, case.giver.made_at(), case.account_days_min) {
        Err(Refusal::YoungAccount { days: case.account_days_min })
    } else if case.member_since.is_some_and(|since| is_too_new(case, since, case.member_days_min)) {
        Err(Refusal::NewMember { days: case.member_days_min })
    } else {
        Ok(())
    }
}

/// A thank-you that the same giver gave before in the same campaign, in any state.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The person thanked.
    pub manager: UserId,
    /// The words; empty if they were removed.
    pub words: String,
    /// Whether it counts.
    pub state: ThanksState,
    /// When it was said.
    pub said_at: DateTime<Utc>,
    /// What it is part of, if it went to everyone at once: see [`Door::batch`](crate::thanks::Door::batch).
    pub batch: Option<u64>,
}

/// Judges one thanks beside those that its giver gave before: the same words to the same person are refused, and so is
/// whatever would make more than `limit` within [`LIMIT_PERIOD`], in whatever order they are stored. One message that
/// names two people counts as two; what went to everyone at once, the `batch`, counts as one.
///
/// # Errors
/// The first rule that is broken.
pub fn judge_among(
    earlier: &[Earlier],
    manager: UserId,
    words: &str,
    (said_at, batch): (DateTime<Utc>, Option<u64>),
    limit: u32,
) -> Result<(), Refusal> {
    // A thank-you that an admin hid cannot be given again; one that its giver withdrew can.
    let stands = |one: &&Earlier| one.manager == manager && one.state != ThanksState::Withdrawn;
    if earlier.iter().filter(stands).any(|one| same_words(&one.words, words)) {
        return Err(Refusal::SameWords);
    }
    if batch.is_some() && earlier.iter().any(|one| one.batch == batch) {
        // It is counted already, with the first of its batch.
        return Ok(());
    }
    let mut batches = BTreeSet::new();
    let counted = earlier.iter().filter(|one| one.batch.is_none_or(|batch| batches.insert(batch)));
    check_hourly_limit(most_beside(counted.map(|one| one.said_at), said_at), limit)
}

/// The most instants that lie within one [`LIMIT_PERIOD`] together with `at`.
fn most_beside(instants: impl Iterator<Item = DateTime<Utc>>, at: DateTime<Utc>) -> u32 {
    let near: Vec<DateTime<Utc>> = instants.filter(|one| (*one - at).abs() < LIMIT_PERIOD).collect();
    let starts = near.iter().copied().filter(|start| *start <= at).chain([at]);
    let within = |start: DateTime<Utc>| near.iter().filter(|one| (start..start + LIMIT_PERIOD).contains(*one)).count();
    starts.map(within).max().unwrap_or(0).try_into().unwrap_or(u32::MAX)
}

/// Whether something began less than so many days ago. 0 is no rule, even for something that begins later because our
/// clock is behind.
fn is_too_new(case: &Case<'_>, began: DateTime<Utc>, days_min: u32) -> bool {
    days_min > 0 && calendar::days(began, case.given_at, case.zone) < days_min.into()
}

/// Since when a giver is a member, as far as it says something about a message that they wrote at `said_at`. Who left
/// and came back wrote earlier messages as a member, and Discord no longer tells since when.
#[must_use]
pub fn member_since(joined: Option<DateTime<Utc>>, said_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    joined.filter(|joined| *joined <= said_at)
}

/// The relation to store: a manager who thanks another manager is a fellow manager, even if they chose customer.
#[must_use]
pub fn relation_kept(said: Option<Relation>, giver: Option<RosterStatus>) -> Option<Relation> {
    match said {
        Some(Relation::Customer) if giver.is_some_and(RosterStatus::is_on_roster) => Some(Relation::FellowManager),
        said => said,
    }
}

/// Whether two texts are equal apart from spaces and line breaks.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// What was decided about a message with a hashtag or another sign of thanks; stored without words, for `/cmad why`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Judgement {
    /// Every recipient was thanked or refused.
    Judged {
        /// Who was thanked.
        thanked: Vec<UserId>,
        /// Who was not, and why.
        refused: Vec<(UserId, Refusal)>,
    },
    /// The recipient was unclear, so the author was asked.
    Asked,
}

impl Judgement {
    /// Whether it mentions a person, as thanked or refused.
    #[must_use]
    pub fn names(&self, person: UserId) -> bool {
        match self {
            Self::Judged { thanked, refused } => {
                thanked.contains(&person) || refused.iter().any(|(user, _)| *user == person)
            }
            Self::Asked => false,
        }
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn judgements_are_written_as_they_always_were() {
        let check = |judgement: Judgement, text: &str| {
            assert_eq!(serde_json::to_string(&judgement).unwrap(), text);
            assert_eq!(serde_json::from_str::<Judgement>(text).unwrap(), judgement);
            let named = [1, 2, 3].map(|id| judgement.names(UserId(id)));
            assert_eq!(named, [1, 2, 3].map(|id: u64| text.contains(&format!("[{id}"))), "{text}");
        };
        check(Judgement::Asked, r#"{"is":"asked"}"#);
        let (limit, length) = (2, 3);
        let refused = vec![(UserId(2), Refusal::TooLong { limit, length })];
        check(
            Judgement::Judged { thanked: vec![UserId(1)], refused },
            r#"{"is":"judged","thanked":[1],"refused":[[2,{"why":"too-long","limit":2,"length":3}]]}"#,
        );
    }

    const GOOD: Case<'_> = Case {
        giver: UserId(1),
        giver_is_bot: false,
        recipient: UserId(2),
        recipient_is_bot: false,
        status: Some(RosterStatus::Invited),
        words: "thank you",
        words_max: 1500,
        // Years after the account of user 1 was made.
        given_at: DateTime::from_timestamp(1_800_000_000, 0).expect("a second of 2027"),
        zone: Tz::UTC,
        account_days_min: 0,
        member_since: None,
        member_days_min: 0,
    };

    #[test]
    fn every_rule() {
        let check = |case: Case<'_>, expected| assert_eq!(judge(&case), expected, "{case:?}");
        check(GOOD, Ok(()));
        check(Case { status: Some(RosterStatus::Accepted), words: "", ..GOOD }, Ok(()));
        check(Case { giver_is_bot: true, ..GOOD }, Err(Refusal::FromBot));
        check(Case { recipient: UserId(1), ..GOOD }, Err(Refusal::Yourself));
        check(Case { recipient_is_bot: true, status: None, ..GOOD }, Err(Refusal::Bot));
        check(Case { status: Some(RosterStatus::Declined), ..GOOD }, Err(Refusal::Declined));
        check(Case { status: Some(RosterStatus::Removed), ..GOOD }, Err(Refusal::NotOnRoster));
        check(Case { status: None, ..GOOD }, Err(Refusal::NotOnRoster));
        check(Case { words: "äöüß!", words_max: 4, ..GOOD }, Err(Refusal::TooLong { limit: 4, length: 5 }));
        check(Case { words: "äöüß", words_max: 4, ..GOOD }, Ok(()));
        // An unknown join date does not count against anyone.
        check(Case { member_days_min: 1, ..GOOD }, Ok(()));
        let since = |days| Some(GOOD.given_at - TimeDelta::days(days));
        check(Case { member_since: since(6), member_days_min: 7, ..GOOD }, Err(Refusal::NewMember { days: 7 }));
        check(Case { member_since: since(7), member_days_min: 7, ..GOOD }, Ok(()));
        // If our clock is behind, days are negative; that alone is no reason to refuse.
        check(Case { member_since: since(-2), ..GOOD }, Ok(()));
        check(Case { member_since: since(-2), member_days_min: 1, ..GOOD }, Err(Refusal::NewMember { days: 1 }));
        let young = Case { given_at: GOOD.giver.made_at() + TimeDelta::days(6), account_days_min: 7, ..GOOD };
        check(young, Err(Refusal::YoungAccount { days: 7 }));
        check(Case { given_at: GOOD.giver.made_at() + TimeDelta::days(7), ..young }, Ok(()));
        check(Case { given_at: GOOD.giver.made_at() - TimeDelta::days(2), account_days_min: 0, ..young }, Ok(()));
    }

    #[test]
    fn who_came_back_is_not_newer_than_their_words() {
        let (said, hour) = (GOOD.given_at, TimeDelta::hours(1));
        assert_eq!(member_since(Some(said - hour), said), Some(said - hour));
        assert_eq!(member_since(Some(said + hour), said), None);
        assert_eq!(member_since(None, said), None);
    }

    #[test]
    fn managers_who_thank_each_other_are_no_customers() {
        let check = |said, giver, kept| assert_eq!(relation_kept(said, giver), kept, "{said:?} {giver:?}");
        let (customer, fellow) = (Some(Relation::Customer), Some(Relation::FellowManager));
        check(customer, Some(RosterStatus::Accepted), fellow);
        check(customer, Some(RosterStatus::Invited), fellow);
        check(customer, Some(RosterStatus::Removed), customer);
        check(customer, Some(RosterStatus::Declined), customer);
        check(customer, None, customer);
        check(Some(Relation::Friend), Some(RosterStatus::Accepted), Some(Relation::Friend));
        check(None, Some(RosterStatus::Accepted), None);
    }

    #[test]
    fn the_same_words() {
        let check = |one: &str, other: &str, same: bool| assert_eq!(same_words(one, other), same, "{one} / {other}");
        check("Thank you, Ada", " Thank  you,\nAda ", true);
        check("Thank you, Ada", "Thank you, Ada!", false);
        check("Thank you", "thank you", false);
        check("", " ", true);
    }

    fn earlier(minutes: i64) -> Earlier {
        let said_at = GOOD.given_at + TimeDelta::minutes(minutes);
        Earlier { manager: UserId(9), words: format!("{minutes}"), state: ThanksState::Counted, said_at, batch: None }
    }

    #[test]
    fn the_same_words_to_the_same_person_are_given_once_unless_withdrawn() {
        let mut before = [Earlier { manager: UserId(2), words: "thank  you\n".into(), ..earlier(-600) }];
        let judge = |before: &[Earlier], manager, words| judge_among(before, manager, words, (GOOD.given_at, None), 10);
        assert_eq!(judge(&before, UserId(2), "thank you"), Err(Refusal::SameWords));
        assert_eq!(judge(&before, UserId(2), "thank you!"), Ok(()));
        assert_eq!(judge(&before, UserId(3), "thank you"), Ok(()));
        before[0].state = ThanksState::Hidden;
        assert_eq!(judge(&before, UserId(2), "thank you"), Err(Refusal::SameWords));
        before[0].state = ThanksState::Withdrawn;
        assert_eq!(judge(&before, UserId(2), "thank you"), Ok(()));
    }

    #[test]
    fn thanks_to_everyone_count_as_one() {
        let to_all = |minutes: i64, batch: u64| Earlier { batch: Some(batch), ..earlier(minutes) };
        let crowd: Vec<Earlier> = (0..60).map(|_| to_all(-5, 7)).collect();
        let judge = |before: &[Earlier], batch, limit| {
            judge_among(before, UserId(2), "thank you", (GOOD.given_at, batch), limit)
        };
        assert_eq!(judge(&crowd, None, 2), Ok(()), "sixty of one batch are one");
        assert_eq!(judge(&crowd, None, 1), Err(Refusal::TooMany { limit: 1 }));
        assert_eq!(judge(&crowd, Some(7), 1), Ok(()), "the rest of a batch follows its first");
        assert_eq!(judge(&crowd, Some(8), 1), Err(Refusal::TooMany { limit: 1 }));
        let five: Vec<Earlier> = (0..5).map(|_| earlier(-5)).collect();
        assert_eq!(judge(&five, Some(8), 5), Err(Refusal::TooMany { limit: 5 }), "several at once count each");
    }

    proptest::proptest! {
        /// Whatever the order in which they come in, no hour has more than the limit, and one is refused only if it
        /// would make one more.
        #[test]
        fn no_hour_has_more_than_the_limit(minutes in proptest::collection::vec(0..240i64, 1..60), limit in 1..12u32) {
            let most = |kept: &[Earlier]| {
                let starts = kept.iter().map(|one| one.said_at);
                let within = |start| {
                    kept.iter().filter(|one| one.said_at >= start && one.said_at < start + LIMIT_PERIOD).count()
                };
                starts.map(within).max().unwrap_or(0)
            };
            let mut kept = Vec::new();
            for minute in minutes {
                let one = earlier(minute);
                let judged = judge_among(&kept, UserId(2), "other words", (one.said_at, None), limit);
                kept.push(one);
                let is_allowed = most(&kept) <= limit as usize;
                proptest::prop_assert_eq!(judged.is_ok(), is_allowed);
                if !is_allowed {
                    kept.pop();
                }
            }
        }
    }
}
