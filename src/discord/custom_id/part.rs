//! How a custom id is written and read: a name, then what the button needs, with colons between them.

use std::num::NonZero;
use std::str::Split;

use crate::app::campaigns::Forgotten;
use domain::hashtag_rule::HashtagRule;
use domain::ids::{GuildId, MessageId, RoleId, UserId};
use domain::nomination::NominationId;
use domain::scorecard::{Scorecard, Side};
use domain::thanks::{Consent, ThanksId};

/// How an action is answered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A message of its own, which only the person who asked sees.
    New,
    /// The message that carries the button changes.
    Change,
    /// A form opens.
    Form,
}

/// What stands between the colons of a custom id.
pub trait Part: Sized {
    /// Adds its text; an option that is empty adds nothing.
    fn write(&self, parts: &mut Vec<String>);

    /// All of it as text.
    fn text(&self) -> String {
        let mut parts = Vec::new();
        self.write(&mut parts);
        parts.join(":")
    }

    /// Reads from `parts` what [`Part::write`] wrote; an action takes all remaining parts.
    fn read(parts: &mut Split<'_, char>) -> Option<Self>;

    /// The longest that it becomes, for the tests.
    #[cfg(test)]
    fn samples() -> Vec<Self>;
}

macro_rules! parts {
    ($($type:ty: $write:expr, $read:expr, $longest:expr;)+) => {$(
        impl Part for $type {
            fn write(&self, parts: &mut Vec<String>) {
                let write: fn(&Self) -> String = $write;
                parts.push(write(self));
            }

            fn read(parts: &mut Split<'_, char>) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                read(parts.next()?)
            }

            #[cfg(test)]
            fn samples() -> Vec<Self> {
                vec![$longest]
            }
        }
    )+};
}

parts! {
    u8: ToString::to_string, |text| text.parse().ok(), u8::MAX;
    u16: ToString::to_string, |text| text.parse().ok(), u16::MAX;
    u32: ToString::to_string, |text| text.parse().ok(), u32::MAX;
    u64: ToString::to_string, |text| text.parse().ok(), u64::MAX;
    NonZero<u16>: ToString::to_string, |text| text.parse().ok(), NonZero::<u16>::MAX;
    // A year: the calendar ends with 9999.
    i32: ToString::to_string, |text| text.parse().ok(), 9999;
    // Some letters of a hash, or the words of a command.
    String: Clone::clone, |text| Some(text.to_owned()), "x".repeat(24);
    GuildId: ToString::to_string, |text| text.parse().ok(), GuildId(u64::MAX);
    RoleId: ToString::to_string, |text| text.parse().ok(), RoleId(u64::MAX);
    UserId: ToString::to_string, |text| text.parse().ok(), UserId(u64::MAX);
    MessageId: ToString::to_string, |text| text.parse().ok(), MessageId(u64::MAX);
    ThanksId: |id| id.0.to_string(), |text| text.parse().ok().map(ThanksId), ThanksId(i64::MAX);
    NominationId: |id| id.0.to_string(), |text| text.parse().ok().map(NominationId), NominationId(i64::MAX);
    Consent: ToString::to_string, Consent::from_name, Consent::Private;
    HashtagRule: ToString::to_string, HashtagRule::from_name, HashtagRule::Except;
    Forgotten: ToString::to_string, Forgotten::from_name, Forgotten::AdminChannel;
    Side: ToString::to_string, Side::from_name, Side::Against;
    Scorecard: ToString::to_string, Scorecard::read, Scorecard::read("3ffff").expect("every reason");
}

impl<T: Part> Part for Option<T> {
    fn write(&self, parts: &mut Vec<String>) {
        if let Some(part) = self {
            part.write(parts);
        }
    }

    fn read(parts: &mut Split<'_, char>) -> Option<Self> {
        if parts.clone().next().is_none() {
            return Some(None);
        }
        T::read(parts).map(Some)
    }

    #[cfg(test)]
    fn samples() -> Vec<Self> {
        std::iter::once(None).chain(T::samples().into_iter().map(Some)).collect()
    }
}

/// Declares the buttons, menus and forms of one area: each action with its values, the name with which its text begins,
/// and how it is answered.
macro_rules! actions {
    (
        $(#[$about:meta])*
        $area:ident {
            $($(#[$doc:meta])* $name:ident $(($($field:ident: $type:ty),+))? = $text:literal => $answer:expr;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $area {
            $($(#[$doc])* $name $(($($type),+))?,)+
        }

        impl $area {
            /// How it is answered.
            #[must_use]
            pub fn reply(&self) -> Reply {
                match self {
                    $(Self::$name $(($($field),+))? => {
                        // Most replies do not depend on the values.
                        $($(let _ = $field;)+)?
                        $answer
                    })+
                }
            }
        }

        impl Part for $area {
            fn write(&self, parts: &mut Vec<String>) {
                match self {
                    $(Self::$name $(($($field),+))? => {
                        parts.push($text.to_owned());
                        $($($field.write(parts);)+)?
                    })+
                }
            }

            fn read(parts: &mut Split<'_, char>) -> Option<Self> {
                let name = parts.next()?;
                $(
                    let read = |mut parts: Split<'_, char>| {
                        $($(let $field = <$type as Part>::read(&mut parts)?;)+)?
                        parts.next().is_none().then_some(Self::$name $(($($field),+))?)
                    };
                    if name == $text && let Some(read) = read(parts.clone()) {
                        parts.for_each(drop);
                        return Some(read);
                    }
                )+
                None
            }

            #[cfg(test)]
            fn samples() -> Vec<Self> {
                let mut all = Vec::new();
                $({
                    // Each sample of each value at least once.
                    let most = [1 $($(, <$type as Part>::samples().len())+)?].into_iter().max().unwrap_or(1);
                    for turn in 0..most {
                        let _ = turn;
                        $($(let mut $field = <$type as Part>::samples();)+)?
                        all.push(Self::$name $(($($field.swap_remove(turn % $field.len())),+))?);
                    }
                })+
                all
            }
        }

        impl From<$area> for String {
            fn from(action: $area) -> Self {
                action.text()
            }
        }
    };
}

/// Declares what several areas are together: an action of one of them, with the text that it has there.
macro_rules! areas {
    ($(#[$about:meta])* $all:ident { $($name:ident($area:ident),)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $all {
            $(
                #[doc = concat!("A [`", stringify!($area), "`].")]
                $name($area),
            )+
        }

        impl $all {
            /// How it is answered.
            #[must_use]
            pub fn reply(&self) -> Reply {
                match self {
                    $(Self::$name(action) => action.reply(),)+
                }
            }
        }

        impl Part for $all {
            fn write(&self, parts: &mut Vec<String>) {
                match self {
                    $(Self::$name(action) => action.write(parts),)+
                }
            }

            fn read(parts: &mut Split<'_, char>) -> Option<Self> {
                $(
                    if let Some(action) = $area::read(&mut parts.clone()) {
                        parts.for_each(drop);
                        return Some(Self::$name(action));
                    }
                )+
                None
            }

            #[cfg(test)]
            fn samples() -> Vec<Self> {
                let mut all = Vec::new();
                $(all.extend($area::samples().into_iter().map(Self::$name));)+
                all
            }
        }

        $(
            impl From<$area> for $all {
                fn from(action: $area) -> Self {
                    Self::$name(action)
                }
            }
        )+
    };
}

pub(super) use {actions, areas};
