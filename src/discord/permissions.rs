//! What the bot may do in a server, computed from its roles and a channel's overwrites as Discord does it
//! (<https://discord.com/developers/docs/topics/permissions#permission-overwrites>).
//!
//! Nothing is kept: roles and overwrites are read when they are needed. The computation is our own: serenity offers its
//! own only together with its HTTP client and a second TLS stack, and twilight-util's takes away everything that a
//! missing permission implies, while an admin has to read which one is missing. The
//! permissions that Discord implies are not looked at (who does not see a channel cannot post in it), nor what a timeout
//! takes away ([`Rights::timed_out_until`] says that there is one): the answer names what an admin has to switch on, and
//! those are on already.

use chrono::{DateTime, Utc};
use serenity::all as discord;

use crate::discord::rest::{Rest, RestError};
use domain::ids::{ChannelId, GuildId, RoleId, UserId};

/// A permission that the bot needs somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Permission {
    /// To see the channel at all.
    ViewChannel,
    /// To post.
    SendMessages,
    /// To ask under a message in a thread.
    SendInThreads,
    /// To find out after a crash whether a post arrived; without it Discord answers an empty history.
    ReadMessageHistory,
    /// To show under a message that it counted.
    AddReactions,
    /// To give files: a digest as PDF, an export.
    AttachFiles,
    /// To make the scheduled event of the day. It is the server's and not a channel's: the event is not in a channel.
    CreateEvents,
}

impl Permission {
    /// What the campaign's channel needs.
    pub const IN_CAMPAIGN_CHANNEL: [Self; 6] = [
        Self::ViewChannel,
        Self::SendMessages,
        Self::SendInThreads,
        Self::ReadMessageHistory,
        Self::AddReactions,
        Self::AttachFiles,
    ];
    /// What the admins' channel needs.
    pub const IN_ADMIN_CHANNEL: [Self; 4] =
        [Self::ViewChannel, Self::SendMessages, Self::ReadMessageHistory, Self::AttachFiles];

    /// The key of its name, as Discord's settings show it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ViewChannel => "permission-view-channel",
            Self::SendMessages => "permission-send-messages",
            Self::SendInThreads => "permission-send-in-threads",
            Self::ReadMessageHistory => "permission-read-message-history",
            Self::AddReactions => "permission-add-reactions",
            Self::AttachFiles => "permission-attach-files",
            Self::CreateEvents => "permission-create-events",
        }
    }

    const fn bits(self) -> discord::Permissions {
        match self {
            Self::ViewChannel => discord::Permissions::VIEW_CHANNEL,
            Self::SendMessages => discord::Permissions::SEND_MESSAGES,
            Self::SendInThreads => discord::Permissions::SEND_MESSAGES_IN_THREADS,
            Self::ReadMessageHistory => discord::Permissions::READ_MESSAGE_HISTORY,
            Self::AddReactions => discord::Permissions::ADD_REACTIONS,
            Self::AttachFiles => discord::Permissions::ATTACH_FILES,
            Self::CreateEvents => discord::Permissions::CREATE_EVENTS,
        }
    }
}

/// A server's roles and the bot as its member: enough to compute what the bot may do in any of its channels.
#[derive(Clone, Debug)]
pub struct Rights {
    guild: discord::PartialGuild,
    bot: discord::Member,
}

/// What the bot may do in one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// The channel does not exist any more, or is none of this server's.
    Gone,
    /// It exists.
    There {
        /// What was wanted and is missing, in the order in which it was asked for.
        missing: Vec<Permission>,
        /// Whether every member of the server can see the channel.
        is_public: bool,
    },
}

impl Access {
    /// Whether the bot can post there.
    #[must_use]
    pub fn can_post(&self) -> bool {
        match self {
            Self::Gone => false,
            Self::There { missing, .. } => {
                !missing.iter().any(|one| matches!(one, Permission::ViewChannel | Permission::SendMessages))
            }
        }
    }
}

impl Rights {
    /// Reads a server's roles and the bot's own membership.
    ///
    /// # Errors
    /// Discord did not answer. [`RestError::Gone`] and [`RestError::Forbidden`]: the bot is not a member of the server.
    pub async fn read(rest: &Rest, guild: GuildId, bot: UserId) -> Result<Self, RestError> {
        let (guild, bot) = tokio::try_join!(rest.guild(guild), rest.member(guild, bot))?;
        Ok(Self { guild, bot })
    }

    /// A server's roles and the bot's membership that were read already.
    #[must_use]
    pub fn of(guild: discord::PartialGuild, bot: discord::Member) -> Self {
        Self { guild, bot }
    }

    /// The server's name.
    #[must_use]
    pub fn server_name(&self) -> &str {
        &self.guild.name
    }

    /// Whether the role exists.
    #[must_use]
    pub fn has_role(&self, role: RoleId) -> bool {
        self.guild.roles.keys().any(|one| one.get() == role.0)
    }

    /// Whether the bot has a permission in the server as a whole.
    #[must_use]
    pub fn in_server(&self, wanted: Permission) -> bool {
        self.in_the_server().contains(wanted.bits())
    }

    /// Until when the bot is timed out, if it is: whatever it is allowed to do, it can only look. Whoever owns the server
    /// or is administrator cannot be timed out.
    #[must_use]
    pub fn timed_out_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = self.bot.communication_disabled_until?;
        let until = DateTime::from_timestamp(until.unix_timestamp(), 0).filter(|until| *until > now)?;
        (!self.in_the_server().contains(discord::Permissions::ADMINISTRATOR)).then_some(until)
    }

    /// Whether the member whose rights these are may manage the server.
    #[must_use]
    pub fn may_manage(&self) -> bool {
        self.in_the_server().contains(discord::Permissions::MANAGE_GUILD)
    }

    /// Which of the wanted permissions the bot lacks in a channel.
    ///
    /// # Errors
    /// Discord did not answer.
    pub async fn in_channel(
        &self,
        rest: &Rest,
        channel: ChannelId,
        wanted: &[Permission],
    ) -> Result<Access, RestError> {
        match rest.channel(channel).await {
            Ok(discord::Channel::Guild(channel)) if channel.guild_id == self.guild.id => {
                Ok(self.access(&channel, wanted))
            }
            Ok(_) | Err(RestError::Gone { .. }) => Ok(Access::Gone),
            // Discord does not show the overwrites of a channel that the bot cannot see.
            Err(RestError::Forbidden { .. }) => {
                Ok(Access::There { missing: vec![Permission::ViewChannel], is_public: false })
            }
            Err(error) => Err(error),
        }
    }

    /// The same of a channel that was read already.
    #[must_use]
    pub fn access(&self, channel: &discord::GuildChannel, wanted: &[Permission]) -> Access {
        let has = self.in_the_channel(channel);
        let missing = wanted.iter().copied().filter(|one| !has.contains(one.bits())).collect();
        Access::There { missing, is_public: is_public(&self.guild, channel) }
    }

    /// What @everyone and the bot's roles give it; everything, if it owns the server or one of them is administrator.
    fn in_the_server(&self) -> discord::Permissions {
        if self.guild.owner_id == self.bot.user.id {
            return discord::Permissions::all();
        }
        let everyone = self.everyone();
        let roles = self.guild.roles.values().filter(|role| role.id == everyone || self.bot.roles.contains(&role.id));
        let given = roles.fold(discord::Permissions::empty(), |given, role| given | role.permissions);
        if given.contains(discord::Permissions::ADMINISTRATOR) { discord::Permissions::all() } else { given }
    }

    /// The same with a channel's overwrites, in Discord's order: @everyone's, those of the bot's roles as if they were
    /// one (what any of them allows wins over what another denies), the bot's own.
    fn in_the_channel(&self, channel: &discord::GuildChannel) -> discord::Permissions {
        use discord::PermissionOverwriteType::{Member, Role};
        let base = self.in_the_server();
        if base.contains(discord::Permissions::ADMINISTRATOR) {
            return base;
        }
        let everyone = self.everyone();
        let has = overwritten(base, channel, |kind| kind == Role(everyone));
        let is_own = |role| role != everyone && self.bot.roles.contains(&role);
        let has = overwritten(has, channel, |kind| matches!(kind, Role(role) if is_own(role)));
        overwritten(has, channel, |kind| kind == Member(self.bot.user.id))
    }

    fn everyone(&self) -> discord::RoleId {
        everyone(&self.guild)
    }
}

/// Whether a member without any role sees a channel of the server.
pub(super) fn is_public(server: &discord::PartialGuild, channel: &discord::GuildChannel) -> bool {
    let everyone = everyone(server);
    let base = server.roles.get(&everyone).map_or(discord::Permissions::empty(), |role| role.permissions);
    let has = overwritten(base, channel, |kind| kind == discord::PermissionOverwriteType::Role(everyone));
    base.contains(discord::Permissions::ADMINISTRATOR) || has.contains(discord::Permissions::VIEW_CHANNEL)
}

/// The role that every member has. Discord gives it the server's own id.
fn everyone(server: &discord::PartialGuild) -> discord::RoleId {
    discord::RoleId::new(server.id.get())
}

/// Permissions after those of a channel's overwrites that apply: what any of them denies is taken, then what any of
/// them allows is given.
fn overwritten(
    has: discord::Permissions,
    channel: &discord::GuildChannel,
    applies: impl Fn(discord::PermissionOverwriteType) -> bool,
) -> discord::Permissions {
    let none = (discord::Permissions::empty(), discord::Permissions::empty());
    let ones = channel.permission_overwrites.iter().filter(|one| applies(one.kind));
    let (deny, allow) = ones.fold(none, |(deny, allow), one| (deny | one.deny, allow | one.allow));
    (has & !deny) | allow
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const VIEW: u64 = 1 << 10;
    const SEND: u64 = 1 << 11;
    const HISTORY: u64 = 1 << 16;
    const REACT: u64 = 1 << 6;
    const ADMINISTRATOR: u64 = 1 << 3;
    const EVENTS: u64 = 1 << 44;
    const THREADS: u64 = 1 << 38;
    const FILES: u64 = 1 << 15;
    const ALL: u64 = VIEW | SEND | THREADS | HISTORY | REACT | FILES;

    const CAMPAIGN: [Permission; 6] = Permission::IN_CAMPAIGN_CHANNEL;

    /// The server is 1, so @everyone is role 1; the bot is 9 and has the roles 20 and 21 but not 30.
    fn rights(owner: u64, everyone: u64, own: u64) -> Rights {
        let role = |id: u64, permissions: u64| {
            json!({"id": id.to_string(), "name": "r", "color": 0, "colors": {"primary_color": 0}, "hoist": false, "position": 1, "flags": 0,
                "permissions": permissions.to_string(), "managed": false, "mentionable": false})
        };
        let guild = json!({
            "id": "1", "name": "Tea", "owner_id": owner.to_string(), "verification_level": 1, "premium_tier": 0,
            "default_message_notifications": 1, "explicit_content_filter": 0, "emojis": [], "features": [],
            "mfa_level": 0, "system_channel_flags": 0, "preferred_locale": "en-US", "nsfw_level": 0, "stickers": [],
            "premium_progress_bar_enabled": false, "afk_timeout": 300, "afk_channel_id": null, "roles": [role(1, everyone), role(20, own), role(21, 0), role(30, ADMINISTRATOR)],
        });
        let bot = json!({
            "guild_id": "1", "user": {"id": "9", "username": "cmad", "discriminator": "0000", "avatar": null},
            "roles": ["20", "21"], "joined_at": "2020-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0,
        });
        Rights { guild: serde_json::from_value(guild).unwrap(), bot: serde_json::from_value(bot).unwrap() }
    }

    /// Overwrites are `(id, allow, deny)`; the bot's own is the one for 9.
    fn access(rights: &Rights, overwrites: &[(u64, u64, u64)]) -> (Vec<Permission>, bool) {
        let overwrites: Vec<Value> = overwrites
            .iter()
            .map(|(id, allow, deny)| {
                json!({"id": id.to_string(), "type": u8::from(*id == 9), "allow": allow.to_string(),
                    "deny": deny.to_string()})
            })
            .collect();
        let channel = json!({"id": "5", "type": 0, "guild_id": "1", "name": "tea", "position": 0,
            "permission_overwrites": overwrites, "nsfw": false});
        match rights.access(&serde_json::from_value(channel).unwrap(), &CAMPAIGN) {
            Access::There { missing, is_public } => (missing, is_public),
            Access::Gone => panic!("the channel is there"),
        }
    }

    #[test]
    fn overwrites_apply_in_discords_order() {
        use Permission::{AddReactions, AttachFiles, ReadMessageHistory, SendInThreads, SendMessages, ViewChannel};
        let check = |(everyone, own): (u64, u64), overwrites: &[(u64, u64, u64)], missing: &[Permission], public| {
            let found = access(&rights(2, everyone, own), overwrites);
            assert_eq!(found, (missing.to_vec(), public), "{everyone:b} {own:b} {overwrites:?}");
        };
        check((ALL, 0), &[], &[], true);
        check((0, ALL), &[], &[], false);
        check((0, 0), &[], &CAMPAIGN, false);
        let others = [SendInThreads, ReadMessageHistory, AddReactions, AttachFiles];
        check((VIEW | SEND, 0), &[], &others, true);
        check((ALL, 0), &[(1, 0, THREADS), (20, 0, FILES)], &[SendInThreads, AttachFiles], true);
        // What @everyone is denied, a role gives back.
        check((ALL, 0), &[(1, 0, VIEW)], &[ViewChannel], false);
        check((ALL, 0), &[(1, 0, VIEW), (20, VIEW, 0)], &[], false);
        // A role that the bot does not have changes nothing.
        check((ALL, 0), &[(1, 0, SEND), (30, SEND, 0)], &[SendMessages], true);
        check((ALL, 0), &[(30, 0, ALL)], &[], true);
        // A channel's overwrite comes after what the roles give in the server.
        check((0, ALL), &[(1, 0, HISTORY)], &[ReadMessageHistory], false);
        // The member's own overwrite comes last.
        check((ALL, 0), &[(20, SEND, 0), (9, 0, SEND)], &[SendMessages], true);
        check((ALL, 0), &[(20, 0, SEND), (9, SEND, 0)], &[], true);
        // Roles count together: what one of them allows, another cannot deny, whichever comes first.
        check((ALL, 0), &[(21, 0, SEND), (20, SEND, 0)], &[], true);
        check((ALL, 0), &[(20, SEND, 0), (21, 0, SEND)], &[], true);
        check((ALL, 0), &[(21, 0, SEND), (20, 0, REACT)], &[SendMessages, AddReactions], true);
        // The order in which Discord lists the overwrites says nothing.
        check((ALL, 0), &[(9, SEND, 0), (20, 0, SEND), (1, 0, VIEW)], &[ViewChannel], false);
        // An administrator is stopped by nothing.
        check((0, ADMINISTRATOR), &[(1, 0, ALL), (9, 0, ALL)], &[], false);
        check((ADMINISTRATOR, 0), &[(1, 0, ALL)], &[], true);
        let all_but_view = [SendMessages, SendInThreads, ReadMessageHistory, AddReactions, AttachFiles];
        check((0, 0), &[(1, VIEW, 0)], &all_but_view, true);
    }

    #[test]
    fn the_owner_may_everything() {
        assert_eq!(access(&rights(9, 0, 0), &[(1, 0, ALL)]), (Vec::new(), false));
        assert!(rights(9, 0, 0).in_server(Permission::CreateEvents));
    }

    #[test]
    fn a_timeout_counts_until_it_is_over_and_not_for_administrators() {
        let now: DateTime<Utc> = "2027-01-24T12:00:00Z".parse().unwrap();
        let timed_out = |own: u64, until: &str| {
            let mut rights = rights(2, ALL, own);
            rights.bot.communication_disabled_until = Some(until.parse().unwrap());
            rights.timed_out_until(now)
        };
        let tomorrow = "2027-01-25T12:00:00Z";
        assert_eq!(timed_out(0, tomorrow), Some(tomorrow.parse().unwrap()));
        assert_eq!(timed_out(0, "2027-01-24T11:59:59Z"), None);
        assert_eq!(timed_out(ADMINISTRATOR, tomorrow), None);
        assert_eq!(rights(2, ALL, 0).timed_out_until(now), None);
    }

    #[test]
    fn events_are_the_servers() {
        assert!(rights(2, 0, EVENTS).in_server(Permission::CreateEvents));
        assert!(rights(2, 0, ADMINISTRATOR).in_server(Permission::CreateEvents));
        assert!(!rights(2, ALL, ALL).in_server(Permission::CreateEvents));
        assert!(rights(2, 0, 0).has_role(RoleId(20)) && !rights(2, 0, 0).has_role(RoleId(40)));
    }

    #[test]
    fn posting_needs_two_permissions() {
        let check = |missing: &[Permission], can: bool| {
            assert_eq!(Access::There { missing: missing.to_vec(), is_public: true }.can_post(), can, "{missing:?}");
        };
        check(&[], true);
        check(&[Permission::SendInThreads, Permission::ReadMessageHistory, Permission::AttachFiles], true);
        check(&[Permission::ViewChannel], false);
        check(&[Permission::SendMessages], false);
        assert!(!Access::Gone.can_post());
    }
}
