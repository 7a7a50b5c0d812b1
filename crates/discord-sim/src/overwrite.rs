//! Permission overwrites of channels.

use crate::ids::Id;

/// The role or member that an overwrite is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverwriteFor {
    /// A role; `@everyone` has the server's own id.
    Role(Id),
    /// One member, the bot included.
    Member(Id),
}

/// Whom or what an admin's choice about a command is for (Server Settings > Integrations).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandFor {
    /// A role; `@everyone` has the server's own id.
    Role(Id),
    /// One member.
    Member(Id),
    /// One channel.
    Channel(Id),
    /// All channels.
    AllChannels,
}

/// One permission overwrite of a channel.
#[derive(Debug, Clone, Copy)]
pub struct Overwrite {
    /// The role or member that it is for.
    pub whom: OverwriteFor,
    /// Bits that are allowed.
    pub allow: u64,
    /// Bits that are denied.
    pub deny: u64,
}
