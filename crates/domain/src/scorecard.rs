//! The founder's informal scorecard: does a start-up need a community manager? Ten reasons for, eight against.
//!
//! It adds up and lists the reasons for and against. It gives no verdict, like the original sheet.

use crate::named;
use std::fmt;

named! {
    /// A reason on the sheet. The order is that of the sheet and of [`Scorecard`]'s bits: new ones go to the end.
    Reason {
        /// People discuss the product, and much.
        ProductTalk = "product-talk",
        /// People discuss the lifestyle around the product.
        LifestyleTalk = "lifestyle-talk",
        /// The product is online.
        OnlineProduct = "online-product",
        /// Direct feedback is wished for.
        DirectFeedback = "direct-feedback",
        /// Third-party developers are part of the business model.
        OutsideDevelopers = "outside-developers",
        /// A competitor has a community.
        RivalCommunity = "rival-community",
        /// The product is ready for mass adoption.
        MassAdoption = "mass-adoption",
        /// A competitor has a community manager.
        RivalHasOne = "rival-has-one",
        /// Customers stand at the door with questions.
        Questions = "questions",
        /// Customers ask for a community manager.
        AskedFor = "asked-for",
        /// The company is in stealth mode.
        Stealth = "stealth",
        /// It is so small that everyone can take part.
        SmallEnough = "small-enough",
        /// No one interacts with the product.
        NoInteraction = "no-interaction",
        /// Every employee can speak with customers.
        EveryoneSpeaks = "everyone-speaks",
        /// No one discusses the lifestyle online.
        NoLifestyleTalk = "no-lifestyle-talk",
        /// The product is failing and needs all hands.
        AllHands = "all-hands",
        /// The community supports itself, at 95 % or more.
        SupportsItself = "supports-itself",
        /// Management is not prepared to take the community's feedback.
        Unprepared = "unprepared",
    }
}

named! {
    /// The two sides of the sheet.
    Side {
        /// What speaks for a community manager.
        For = "pro",
        /// What speaks against one.
        Against = "contra",
    }
}

impl Reason {
    /// What it adds: +1, -1, or -2 for a management that will not listen.
    #[must_use]
    pub const fn points(self) -> i32 {
        match self {
            Self::ProductTalk
            | Self::LifestyleTalk
            | Self::OnlineProduct
            | Self::DirectFeedback
            | Self::OutsideDevelopers
            | Self::RivalCommunity
            | Self::MassAdoption
            | Self::RivalHasOne
            | Self::Questions
            | Self::AskedFor => 1,
            Self::Stealth
            | Self::SmallEnough
            | Self::NoInteraction
            | Self::EveryoneSpeaks
            | Self::NoLifestyleTalk
            | Self::AllHands
            | Self::SupportsItself => -1,
            Self::Unprepared => -2,
        }
    }

    /// Its side.
    #[must_use]
    pub const fn side(self) -> Side {
        if self.points() > 0 { Side::For } else { Side::Against }
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The ticked reasons; as text a number that fits into a custom id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scorecard(u32);

impl Scorecard {
    /// Parses a scorecard; `None` if the text is invalid or ticks unknown reasons.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bits = u32::from_str_radix(text, 16).ok()?;
        (bits >> Reason::ALL.len() == 0).then_some(Self(bits))
    }

    /// The scorecard with one side replaced; reasons of the other side are ignored.
    #[must_use]
    pub fn with(self, side: Side, ticked: &[Reason]) -> Self {
        let other = Reason::ALL.iter().filter(|reason| reason.side() != side && self.has(**reason));
        let own = ticked.iter().filter(|reason| reason.side() == side);
        Self(other.chain(own).fold(0, |bits, reason| bits | reason.bit()))
    }

    /// Whether a reason is ticked.
    #[must_use]
    pub const fn has(self, reason: Reason) -> bool {
        self.0 & reason.bit() != 0
    }

    /// What is ticked on one side, in the sheet's order.
    #[must_use]
    pub fn ticked(self, side: Side) -> Vec<Reason> {
        Reason::ALL.iter().copied().filter(|reason| reason.side() == side && self.has(*reason)).collect()
    }

    /// The sum: from -9 to 10. No number means yes.
    #[must_use]
    pub fn sum(self) -> i32 {
        Reason::ALL.iter().filter(|reason| self.has(**reason)).map(|reason| reason.points()).sum()
    }
}

impl fmt::Display for Scorecard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        let check = |ticked: &[Reason], sum: i32| {
            let sheet = Side::ALL.iter().fold(Scorecard::default(), |sheet, side| sheet.with(*side, ticked));
            assert_eq!(sheet.sum(), sum, "{ticked:?}");
            assert_eq!(Scorecard::read(&sheet.to_string()), Some(sheet));
        };
        let all = |side: Side| Reason::ALL.iter().copied().filter(|one| one.side() == side).collect::<Vec<_>>();
        check(&[], 0);
        check(&[Reason::Questions], 1);
        check(&[Reason::Stealth], -1);
        check(&[Reason::Unprepared], -2);
        check(&[Reason::Questions, Reason::AskedFor, Reason::Unprepared], 0);
        check(&[Reason::Questions, Reason::Questions], 1);
        check(&all(Side::For), 10);
        check(&all(Side::Against), -9);
        check(Reason::ALL, 1);
        assert_eq!((all(Side::For).len(), all(Side::Against).len()), (10, 8));
    }

    #[test]
    fn one_side_leaves_the_other_alone() {
        let sheet = Scorecard::default().with(Side::For, &[Reason::Questions]).with(Side::Against, &[Reason::Stealth]);
        assert_eq!(sheet.ticked(Side::For), [Reason::Questions]);
        assert_eq!(sheet.with(Side::For, &[]).ticked(Side::Against), [Reason::Stealth]);
        assert_eq!(sheet.with(Side::For, &[Reason::AllHands]).ticked(Side::Against), [Reason::Stealth]);
    }

    #[test]
    fn invalid_texts_are_no_scorecard() {
        for text in ["", "x", "-1", "40000", "ffffffff", "100000000"] {
            assert_eq!(Scorecard::read(text), None, "{text}");
        }
        assert_eq!(Scorecard::read("3ffff").map(Scorecard::sum), Some(1));
    }
}
