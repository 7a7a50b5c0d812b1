//! The digest as plain data: everything a rendering needs, and nothing its reader may not see.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::digest::{AddedList, MANY};
use crate::thanks::{Link, Reader, Relation, ThanksId, WhatFor};

/// One manager's page of one campaign, for one reader. The fields stand in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Who reads it.
    pub audience: Audience,
    /// The manager's name.
    pub manager: String,
    /// Their title, if they gave one.
    pub title: Option<String>,
    /// Their team, if they gave one.
    pub team: Option<String>,
    /// What they care about, if they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cares: Option<String>,
    /// Their public page, if they gave one, as [`crate::roster::public_link`] returns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The server's name.
    pub server: String,
    /// The campaign's year.
    pub year: i32,
    /// The day of that year.
    pub day: NaiveDate,
    /// The local date on which the campaign closes; `None` in digests that were stored before this field existed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<NaiveDate>,
    /// 0 for the first delivery, from 1 on for updates.
    pub revision: u32,
    /// The manager's sentence to their boss, one paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// Up to three quotes for the top: pinned ones in their order, then chosen ones.
    pub testimonials: Vec<Quote>,
    /// The numbers. They also count givers whose words this reader does not see.
    pub numbers: Numbers,
    /// The small chart; `None` when there is too little to draw.
    pub chart: Option<Chart>,
    /// How many people gave thanks for what, the most frequent first; only from [`MANY`] thanks on.
    pub what_for: Vec<(WhatFor, usize)>,
    /// How many thanks are counted but not quoted to this reader.
    pub counted_only: usize,
    /// Every quote that this reader may see, by day.
    pub quotes: Vec<Quote>,
    /// What the manager added from elsewhere, as far as this reader may see it. It is counted nowhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<AddedQuote>,
}

impl Digest {
    /// How much there is to show.
    #[must_use]
    pub const fn amount(&self) -> Amount {
        match self.numbers.messages {
            0 => Amount::None,
            messages if messages < MANY => Amount::Few,
            _ => Amount::Many,
        }
    }
}

/// How much a digest has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// No thanks yet.
    None,
    /// One to four thanks: words, no statistics.
    Few,
    /// Five thanks or more.
    Many,
}

/// Who reads a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The manager themselves.
    Manager,
    /// A boss, or another person to whom the manager passes the files.
    Boss,
}

impl Audience {
    /// The reader in the table of consent.
    #[must_use]
    pub const fn reader(self) -> Reader {
        match self {
            Self::Manager => Reader::Manager,
            Self::Boss => Reader::Boss,
        }
    }
}

/// The numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// How many different people thanked, as far as readers can tell them apart: who wrote with their name and without it
    /// is two.
    pub people: usize,
    /// How many times they did.
    pub messages: usize,
    /// How many of the people had thanked no one in an earlier campaign of this server.
    pub first_time: usize,
    /// Whole years from joining the server to the day, summed over the people who gave their name to the manager and whose
    /// join date is known. Each person counts once, with the earliest known date. `None` if no join date is known, as in a
    /// year whose words have been removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership_years: Option<u32>,
    /// On which date the newest joined, of those who gave their name and may be told of. `None` where too few dates are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest_since: Option<NaiveDate>,
    /// On which date the one joined who has been there longest, as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_since: Option<NaiveDate>,
}

/// One thanks, as far as the reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Which thanks it is, for pinning and hiding; the manager only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ThanksId>,
    /// The words, with Discord's markup made readable; empty when the giver only named the manager. Line breaks are
    /// `\n`; there is no other control character, and nothing that overrides the direction of writing.
    pub words: String,
    /// Whether the manager shortened it; then the words for a boss end in an ellipsis.
    pub shortened: bool,
    /// The giver's signature; `None` is "a member".
    pub signature: Option<String>,
    /// What the giver is to the manager, if they said.
    pub relation: Option<Relation>,
    /// What the giver thanks for, if they said.
    pub what_for: Option<WhatFor>,
    /// The local date on which it was said.
    pub said: NaiveDate,
    /// The public message, if there is one and the reader may see it.
    pub link: Option<Link>,
    /// Whether the manager hid it from copies; the manager only.
    pub hidden: bool,
    /// Why it cannot be passed on; the manager only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Withheld>,
}

impl Quote {
    /// Whether a boss gets it.
    #[must_use]
    pub const fn is_passed_on(&self) -> bool {
        !self.hidden && self.kept.is_none()
    }
}

/// Words that the manager added from elsewhere, which no one has checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedQuote {
    /// Which entry it is; the manager only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    /// The words, without characters that move or reorder the text around them.
    pub words: String,
    /// Who said them, by the manager's account.
    pub said_by: String,
    /// Where, in plain text: of a link, the name of its machine.
    pub place: Option<String>,
    /// The link, if that is the place, as [`crate::roster::public_link`] returns it; none in a mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Whether a boss does not get it; the manager only.
    pub kept: bool,
}

/// Why words stay with the manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Withheld {
    /// The giver wrote for the manager alone.
    Private,
    /// The giver has not been asked yet, or has not answered.
    NotAsked,
    /// There is something in it that a boss does not get before the manager has looked at it: see [`Looks::After`].
    Unseen,
}

/// Whether the manager looks at a copy before it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// They see what goes, and send it.
    Before,
    /// It goes by itself. Words that do not [speak for themselves](crate::digest::speaks_for_itself) wait.
    After,
}

/// The small chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chart {
    /// Thanks by local date.
    Days {
        /// The date of the first count.
        first: NaiveDate,
        /// How many were said on each date, without gaps.
        counts: Vec<usize>,
        /// How many were said outside these dates.
        at_other_times: usize,
    },
    /// This year's people beside those of the campaign before.
    Years {
        /// The campaign before.
        earlier: EarlierYear,
    },
}

/// What is stored of an earlier campaign of the same manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierYear {
    /// Which year.
    pub year: i32,
    /// How many people thanked.
    pub people: usize,
    /// How many times they did.
    pub messages: usize,
}

/// The manager's choices for the digest that is passed on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The testimonials, in order. Quotes that are hidden or not visible are left out.
    pub pinned: Vec<ThanksId>,
    /// Not shown to a boss.
    pub hidden: BTreeSet<ThanksId>,
    /// What waited for the manager's look, and may go: see [`Withheld::Unseen`].
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub looked_at: BTreeSet<ThanksId>,
    /// Cut to this many graphemes, followed by an ellipsis; never rephrased.
    pub shortened: BTreeMap<ThanksId, usize>,
    /// The files that go with a copy, by their stable names; `None` means the default ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forms: Option<BTreeSet<String>>,
    /// The manager's sentence to their boss. Stored encrypted and apart, because these are personal words.
    #[serde(skip)]
    pub sentence: Option<String>,
    /// What the manager added from elsewhere. Stored like the sentence.
    #[serde(skip)]
    pub added: AddedList,
}
