//! Who else may use a command: what a server's admins chose in Discord's own settings (Server Settings > Integrations).
//!
//! Discord applies it (<https://discord.com/developers/docs/interactions/application-commands#permissions>): what is said of
//! a member wins over their roles, a role that allows wins over one that denies, and roles win over @everyone. Where none
//! of them is named, the permission counts that the command asks for. Channels can only take a command away.

use serde_json::value::RawValue;

use crate::app::roster::Person;
use crate::discord::shapes::{Each, Object, Shape, Unread};
use domain::ids::{ChannelId, GuildId, UserId};

/// What the admins of a server chose for one command.
#[derive(Debug, Clone, Default)]
pub struct CommandPermissions {
    /// The command.
    pub command: u64,
    choices: Vec<Choice>,
}

#[derive(Debug, Clone, Copy)]
struct Choice {
    of: Of,
    allows: bool,
}

/// What a choice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// @everyone has the server's id.
    Role(u64),
    User(u64),
    /// All channels have the server's id less one.
    Channel(u64),
}

impl Shape for CommandPermissions {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let read = Object::read("command_permissions", raw)?;
        let choices: Each<Choice> = read.each("permissions");
        Ok(Self { command: read.must("id")?, choices: choices.all })
    }
}

impl Shape for Choice {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let read = Object::read("command_permission", raw)?;
        let id: u64 = read.must("id")?;
        let kind: u64 = read.must("type")?;
        let of = match kind {
            1 => Of::Role(id),
            2 => Of::User(id),
            _ => Of::Channel(id),
        };
        Ok(Self { of, allows: read.must("permission")? })
    }
}

impl CommandPermissions {
    /// Whether a member without the command's permission was allowed to use it, in this channel (and, for a thread, the
    /// channel in which it began).
    #[must_use]
    pub fn allow(&self, guild: GuildId, who: &Person, channels: &[ChannelId]) -> bool {
        let here = channels.iter().find_map(|channel| self.of(Of::Channel(channel.0)));
        if !here.or_else(|| self.of(Of::Channel(guild.0.wrapping_sub(1)))).unwrap_or(true) {
            return false;
        }
        let roles = || who.roles.iter().filter_map(|role| self.of(Of::Role(role.0))).reduce(|one, other| one || other);
        self.of(Of::User(who.user.0)).or_else(roles).or_else(|| self.of(Of::Role(guild.0))).unwrap_or(false)
    }

    /// Who was allowed to use it, as Discord's mentions.
    #[must_use]
    pub fn allowed(&self, guild: GuildId) -> Vec<String> {
        let mention = |choice: &Choice| match choice.of {
            Of::Role(role) if role == guild.0 => Some("@everyone".to_owned()),
            Of::Role(role) => Some(format!("<@&{role}>")),
            Of::User(user) => Some(format!("<@{}>", UserId(user))),
            Of::Channel(_) => None,
        };
        self.choices.iter().filter(|choice| choice.allows).filter_map(mention).collect()
    }

    fn of(&self, of: Of) -> Option<bool> {
        self.choices.iter().find(|choice| choice.of == of).map(|choice| choice.allows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::shapes::parse;
    use domain::ids::RoleId;
    use serde_json::{Value, json};

    const GUILD: GuildId = GuildId(100);
    const HERE: ChannelId = ChannelId(50);

    fn permissions(choices: &[(u64, u8, bool)]) -> CommandPermissions {
        let one = |(id, kind, permission): &(u64, u8, bool)| json!({"id": id.to_string(), "type": kind, "permission": permission});
        read(&json!(choices.iter().map(one).collect::<Vec<_>>()))
    }

    fn read(choices: &Value) -> CommandPermissions {
        let json = json!({"id": "1", "application_id": "2", "guild_id": "100", "permissions": choices});
        parse(&json.to_string()).unwrap()
    }

    fn kim() -> Person {
        Person {
            user: UserId(7),
            name: "Kim".into(),
            is_member: true,
            is_bot: false,
            roles: [RoleId(20), RoleId(21)].into(),
            member_since: None,
        }
    }

    #[test]
    fn the_admins_choices_count_in_discords_order() {
        let (role, user, channel) = (1, 2, 3);
        let check = |choices: &[(u64, u8, bool)], may: bool| {
            assert_eq!(permissions(choices).allow(GUILD, &kim(), &[HERE]), may, "{choices:?}");
        };
        check(&[], false);
        check(&[(7, user, true)], true);
        check(&[(8, user, true)], false);
        check(&[(20, role, true)], true);
        check(&[(30, role, true)], false);
        check(&[(100, role, true)], true);
        check(&[(100, role, true), (20, role, false)], false);
        check(&[(20, role, false), (21, role, true)], true);
        check(&[(20, role, true), (7, user, false)], false);
        check(&[(20, role, false), (100, role, false), (7, user, true)], true);
        // Channels only take away.
        check(&[(50, channel, true)], false);
        check(&[(7, user, true), (50, channel, false)], false);
        check(&[(7, user, true), (51, channel, false)], true);
        check(&[(7, user, true), (99, channel, false)], false);
        check(&[(7, user, true), (99, channel, false), (50, channel, true)], true);
        let of_a_thread = permissions(&[(7, user, true), (99, channel, false), (50, channel, true)]);
        assert!(of_a_thread.allow(GUILD, &kim(), &[ChannelId(60), HERE]));
        assert_eq!(permissions(&[(20, role, true), (100, role, true), (7, user, false)]).allowed(GUILD).len(), 2);
    }

    #[test]
    fn what_does_not_read_allows_no_one() {
        for odd in [json!("x"), json!(null), json!([]), json!({}), json!(-1)] {
            assert!(!read(&json!([{"id": "7", "type": 2, "permission": odd}])).allow(GUILD, &kim(), &[HERE]));
            assert!(!read(&json!([{"id": odd, "type": 2, "permission": true}])).allow(GUILD, &kim(), &[HERE]));
            assert!(!read(&odd).allow(GUILD, &kim(), &[HERE]));
        }
    }
}
