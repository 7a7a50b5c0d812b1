//! The steps of a campaign, and their built-in times.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::named;

named! {
    /// A step of the campaign, in the order in which they are due.
    Step {
        /// A private note to the admins: check the roster; what comes next.
        RosterCheck = "roster-check",
        /// The first public post, and the scheduled event.
        Announce = "announce",
        /// A week before.
        Countdown = "countdown",
        /// The evening before.
        Eve = "eve",
        /// The day's own post.
        Day = "day",
        /// A private note to the admins: who has no words yet.
        Unthanked = "unthanked",
        /// The last call of the day.
        LastCall = "last-call",
        /// A private message to each manager.
        Breathe = "breathe",
        /// The community's total and everyone who was thanked.
        Recap = "recap",
        /// Each manager's digest.
        Digest = "digest",
        /// The end of the collecting window.
        Close = "close",
    }
}

impl Step {
    /// Whether what it posts names managers.
    #[must_use]
    pub const fn names_managers(self) -> bool {
        matches!(self, Self::RosterCheck | Self::Announce | Self::Day | Self::Unthanked | Self::Recap)
    }

    /// The time of the step unless the operator or the server moved it. [`Step::Unthanked`] follows the last call.
    #[must_use]
    pub fn built_in(self) -> StepTime {
        let (days, hour, minute) = match self {
            Self::RosterCheck => (-28, 10, 0),
            Self::Announce => (-14, 10, 0),
            Self::Countdown => (-7, 10, 0),
            Self::Eve => (-1, 10, 0),
            Self::Day => (0, 9, 0),
            Self::Unthanked => (0, 15, 0),
            Self::LastCall => (0, 17, 0),
            Self::Breathe => (0, 18, 0),
            Self::Recap | Self::Digest => (1, 9, 0),
            Self::Close => (7, 23, 59),
        };
        let time = NaiveTime::from_hms_opt(hour, minute, 0).expect("these hours are hours of a day");
        StepTime { days, time }
    }

    /// Whether an admin may switch it off. Not the digest and the close, which a campaign needs. Each manager also
    /// chooses `breathe` for themselves.
    #[must_use]
    pub const fn can_be_off(self) -> bool {
        !matches!(self, Self::Digest | Self::Close)
    }

    /// On which side of the day it must be.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::RosterCheck | Self::Announce | Self::Countdown | Self::Eve => Side::Before,
            Self::Day | Self::Unthanked | Self::LastCall | Self::Breathe => Side::On,
            Self::Recap | Self::Digest | Self::Close => Side::After,
        }
    }

    /// What it sends.
    #[must_use]
    pub const fn sends(self) -> Sends {
        match self {
            Self::RosterCheck => Sends::RosterCheck,
            Self::Announce | Self::Countdown | Self::Eve | Self::Day | Self::LastCall | Self::Recap => Sends::Post,
            Self::Unthanked => Sends::Unthanked,
            Self::Breathe => Sends::Breathe,
            Self::Digest => Sends::Digest,
            Self::Close => Sends::Close,
        }
    }

    /// From when on it is skipped and reported instead of sent.
    #[must_use]
    pub const fn late(self) -> Late {
        match self {
            Self::RosterCheck => Late::At(Self::Announce),
            Self::Announce => Late::At(Self::Countdown),
            Self::Countdown => Late::After(TimeDelta::hours(24)),
            Self::Eve => Late::AsDayBegins,
            Self::Unthanked => Late::At(Self::LastCall),
            Self::Day | Self::LastCall => Late::AsDayEnds,
            Self::Breathe => Late::After(TimeDelta::hours(12)),
            Self::Recap => Late::At(Self::Close),
            Self::Digest | Self::Close => Late::Never,
        }
    }

    /// Whether it is a public post in the campaign's channel.
    #[must_use]
    pub const fn is_post(self) -> bool {
        matches!(self.sends(), Sends::Post)
    }

    /// Whether each manager has it at the time of their own clock.
    #[must_use]
    pub const fn is_own_time(self) -> bool {
        matches!(self.sends(), Sends::Breathe | Sends::Digest)
    }

    /// The steps at the server's time, in the order in which they must come. `unthanked` need only come before the last
    /// call: words are collected before the day's post, too.
    #[must_use]
    pub fn in_order() -> Vec<Self> {
        Self::ALL.iter().copied().filter(|step| !step.is_own_time() && *step != Self::Unthanked).collect()
    }
}

/// Before, on or after the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// On the day itself.
    On,
    /// After it.
    After,
}

impl Side {
    /// The side of a time so many days from the day.
    #[must_use]
    pub const fn of(days: i16) -> Self {
        match days {
            ..0 => Self::Before,
            0 => Self::On,
            1.. => Self::After,
        }
    }
}

/// What a step sends: the [`crate::send::Task`] of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sends {
    /// The private note to the admins.
    RosterCheck,
    /// A public post in the campaign's channel.
    Post,
    /// The private note to the admins about who has no words yet.
    Unthanked,
    /// *Stop and breathe*, to each manager who wants it.
    Breathe,
    /// The digest, to each manager.
    Digest,
    /// Nothing; it closes the window.
    Close,
}

/// From when on a step is too late to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// When another step is due, whether or not that one is switched on.
    At(Step),
    /// When the local day begins.
    AsDayBegins,
    /// When the local day ends.
    AsDayEnds,
    /// So long after it was due.
    After(TimeDelta),
    /// It is always worth sending.
    Never,
}

/// A step's time in the plan: days relative to the day, and the local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StepTime {
    /// Days after the day; negative before it.
    pub days: i16,
    /// The local time.
    pub time: NaiveTime,
}
