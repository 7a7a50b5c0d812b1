//! Discord's identifiers as types of our own, so that a member cannot be passed where a channel is meant.
//!
//! They are snowflakes: 64-bit numbers, never zero, written as decimal strings in Discord's JSON
//! (<https://discord.com/developers/docs/reference#snowflakes>).

use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl $name {
            /// The id as the database keeps it: the same 64 bits, signed (a snowflake stays positive until 2084).
            #[must_use]
            pub fn to_db(self) -> i64 {
                self.0.cast_signed()
            }

            /// The id read back from the database.
            #[must_use]
            pub fn from_db(value: i64) -> Self {
                Self(value.cast_unsigned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A server ("guild" in Discord's API).
    GuildId,
    /// A person or a bot, the same everywhere on Discord.
    UserId,
    /// A channel, a thread, or a private conversation.
    ChannelId,
    /// One message.
    MessageId,
    /// A role of one server.
    RoleId,
    /// A scheduled event of one server.
    EventId,
}
