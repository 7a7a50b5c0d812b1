//! The steps of a campaign, and their built-in times.

use chrono::NaiveTime;
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
    /// The time of the step unless the operator or the server moved it.
    #[must_use]
    pub fn built_in(self) -> StepTime {
        let (days, hour, minute) = match self {
            Self::RosterCheck => (-28, 10, 0),
            Self::Announce => (-14, 10, 0),
            Self::Countdown => (-7, 10, 0),
            Self::Eve => (-1, 10, 0),
            Self::Day => (0, 9, 0),
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

    /// Whether it is a public post in the campaign's channel.
    #[must_use]
    pub const fn is_post(self) -> bool {
        matches!(self, Self::Announce | Self::Countdown | Self::Eve | Self::Day | Self::LastCall | Self::Recap)
    }
}

/// A step's time in the plan: days relative to the day, and the local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StepTime {
    /// Days after the day; negative before it.
    pub days: i16,
    /// The local time.
    pub time: NaiveTime,
}
