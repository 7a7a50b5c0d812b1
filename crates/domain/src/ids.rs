//! Discord's identifiers as types of our own, so that a member cannot be passed where a channel is meant.
//!
//! They are snowflakes: 64-bit numbers, never zero, written as decimal strings in Discord's JSON
//! (<https://discord.com/developers/docs/reference#snowflakes>).

use std::fmt;

use chrono::{DateTime, Utc};

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

/// Discord's epoch, 2015-01-01T00:00:00Z, in unix milliseconds: a snowflake's upper 42 bits count from there.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

impl MessageId {
    /// The smallest id that something made at an instant can have.
    #[must_use]
    pub fn at(instant: DateTime<Utc>) -> Self {
        let ms = u64::try_from(instant.timestamp_millis()).unwrap_or(0);
        Self(ms.saturating_sub(DISCORD_EPOCH_MS) << 22)
    }

    /// When it was written.
    #[must_use]
    pub fn made_at(self) -> DateTime<Utc> {
        made_at(self.0)
    }
}

impl UserId {
    /// When the account was made.
    #[must_use]
    pub fn made_at(self) -> DateTime<Utc> {
        made_at(self.0)
    }
}

/// The instant in a snowflake.
fn made_at(id: u64) -> DateTime<Utc> {
    let ms = i64::try_from((id >> 22) + DISCORD_EPOCH_MS).unwrap_or(i64::MAX);
    DateTime::from_timestamp_millis(ms).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_have_an_age() {
        // The example of Discord's documentation.
        let made = UserId(175_928_847_299_117_063).made_at();
        assert_eq!(made.to_rfc3339(), "2016-04-30T11:18:25.796+00:00");
        assert_eq!(MessageId::at(made).0, 175_928_847_299_117_063 >> 22 << 22);
        assert_eq!(MessageId::at("2010-01-25T00:00:00Z".parse().unwrap()).0, 0);
    }
}
