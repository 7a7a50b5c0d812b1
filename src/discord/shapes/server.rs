//! Servers, their roles and their channels.

use serde_json::value::RawValue;
use serenity::all::ChannelType;
use serenity::all::Permissions;

use crate::discord::shapes::{Each, Object, Shape, Unread};
use domain::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};

/// The flag of a channel that the bot may not see. Discord sends such a channel over the gateway all the same, under a
/// name that stands for none, and leaves it out of its lists.
const HIDDEN: u64 = 1 << 17;

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name.
    pub name: Option<String>,
    /// Who owns it, and may do everything there.
    pub owner: Option<UserId>,
    /// Its roles.
    pub roles: Each<Role>,
}

impl Shape for Server {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let server = Object::read("server", raw)?;
        Ok(Self { name: server.may("name"), owner: server.may("owner_id"), roles: server.each("roles") })
    }
}

/// A role.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its id; the server's own for the role that everyone has.
    pub id: RoleId,
    /// What it allows in the server; `None` if that does not read.
    pub permissions: Option<Permissions>,
}

impl Shape for Role {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let role = Object::read("role", raw)?;
        Ok(Self { id: role.must("id")?, permissions: role.may("permissions") })
    }
}

/// A channel or a thread.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its id.
    pub id: ChannelId,
    /// Its server; Discord leaves it out where it is plain.
    pub guild: Option<GuildId>,
    /// What it is; a kind that does not read is an unknown one.
    pub kind: ChannelType,
    /// Whether it is there and the bot may not see it.
    pub is_hidden: bool,
    /// The channel that a thread began in, or the category of a channel.
    pub parent: Option<ChannelId>,
    /// The newest message that was ever written there.
    pub newest: Option<MessageId>,
    /// What it allows and denies, beside the server's roles. Threads have none.
    pub overwrites: Each<Overwrite>,
    name: Option<String>,
}

impl Channel {
    /// Its name; `None` if Discord does not tell it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref().filter(|_| !self.is_hidden)
    }
}

/// Where a thread began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeganIn {
    /// The channel.
    pub parent: ChannelId,
    /// Whether only those who were added see the thread.
    pub is_private: bool,
}

impl BeganIn {
    /// `None` for what is not a thread.
    #[must_use]
    pub fn of(channel: &Channel) -> Option<Self> {
        use ChannelType::{NewsThread, PrivateThread, PublicThread};
        // A channel has a parent, too: its category.
        let is_thread = matches!(channel.kind, NewsThread | PublicThread | PrivateThread);
        let parent = channel.parent.filter(|_| is_thread)?;
        Some(Self { parent, is_private: channel.kind == PrivateThread })
    }
}

impl Shape for Channel {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let channel = Object::read("channel", raw)?;
        Ok(Self {
            id: channel.must("id")?,
            guild: channel.may("guild_id"),
            kind: channel.may("type").unwrap_or(ChannelType::Unknown(u8::MAX)),
            is_hidden: channel.may::<u64>("flags").is_some_and(|flags| flags & HIDDEN != 0),
            parent: channel.may("parent_id"),
            newest: channel.may("last_message_id"),
            overwrites: channel.each("permission_overwrites"),
            name: channel.may("name"),
        })
    }
}

/// What a channel allows and denies to a role or a member.
#[derive(Clone, Copy, Debug)]
pub struct Overwrite {
    /// The id of the role or the member. No role has the id of a member, so what kind it is need not be known.
    pub of: u64,
    /// What it allows, and what it denies; `None` if that does not read.
    pub change: Option<(Permissions, Permissions)>,
}

impl Shape for Overwrite {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let overwrite = Object::read("overwrite", raw)?;
        Ok(Self { of: overwrite.must("id")?, change: overwrite.may("allow").zip(overwrite.may("deny")) })
    }
}
