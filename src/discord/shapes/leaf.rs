//! Texts, numbers, ids and instants. Where Discord has been seen to write one thing in two ways, both are read.

use chrono::{DateTime, Utc};
use serde_json::Value;
use serde_json::value::RawValue;
use serenity::all::ChannelType;
use serenity::all::CommandOptionType;
use serenity::all::Permissions;

use crate::discord::shapes::{Shape, Unread};
use domain::ids::{ChannelId, EventId, GuildId, MessageId, RoleId, UserId};

impl Shape for String {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        serde_json::from_str(raw.get()).map_err(|_| Unread::NAMELESS)
    }
}

impl Shape for bool {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        serde_json::from_str(raw.get()).map_err(|_| Unread::NAMELESS)
    }
}

impl Shape for Value {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        serde_json::from_str(raw.get()).map_err(|_| Unread::NAMELESS)
    }
}

impl Shape for Box<RawValue> {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        Ok(raw.to_owned())
    }
}

/// A number, or one in a text: ids and permissions are written so.
impl Shape for u64 {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let text = raw.get();
        let digits = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
        if digits.starts_with('+') {
            return Err(Unread::NAMELESS);
        }
        digits.parse().map_err(|_| Unread::NAMELESS)
    }
}

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl Shape for $id {
            fn read(raw: &RawValue) -> Result<Self, Unread> {
                // Zero is no id.
                u64::read(raw).and_then(|id| if id == 0 { Err(Unread::NAMELESS) } else { Ok(Self(id)) })
            }
        }
    )*};
}

ids!(GuildId, UserId, ChannelId, MessageId, RoleId, EventId);

impl Shape for Permissions {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        u64::read(raw).map(Self::from_bits_retain)
    }
}

impl Shape for ChannelType {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        u64::read(raw).map(|kind| Self::from(u8::try_from(kind).unwrap_or(u8::MAX)))
    }
}

impl Shape for CommandOptionType {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        serde_json::from_str(raw.get()).map_err(|_| Unread::NAMELESS)
    }
}

impl Shape for DateTime<Utc> {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        serde_json::from_str(raw.get()).map_err(|_| Unread::NAMELESS)
    }
}
