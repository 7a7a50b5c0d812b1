//! What the bot may do in a server, computed from its roles and a channel's overwrites as Discord does it
//! (<https://discord.com/developers/docs/topics/permissions#permission-overwrites>).
//!
//! Nothing is kept: roles and overwrites are read when they are needed. The computation is our own: twilight-util's takes
//! away everything that a missing permission implies, while an admin has to read which one is missing. The permissions
//! that Discord implies are not looked at (who does not see a channel cannot post in it), nor what a timeout takes away
//! ([`Rights::timed_out_until`] says that there is one): the answer names what an admin has to switch on, and those are
//! on already.

use chrono::{DateTime, Utc};
use serenity::all::Permissions;

use crate::discord::people::Member;
use crate::discord::rest::{Rest, RestError};
use crate::discord::shapes::{Channel, Server};
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
    /// To find out after a crash whether a post arrived: without it Discord returns an empty history.
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

    /// Discord's bit for it.
    pub(super) const fn bits(self) -> Permissions {
        match self {
            Self::ViewChannel => Permissions::VIEW_CHANNEL,
            Self::SendMessages => Permissions::SEND_MESSAGES,
            Self::SendInThreads => Permissions::SEND_MESSAGES_IN_THREADS,
            Self::ReadMessageHistory => Permissions::READ_MESSAGE_HISTORY,
            Self::AddReactions => Permissions::ADD_REACTIONS,
            Self::AttachFiles => Permissions::ATTACH_FILES,
            Self::CreateEvents => Permissions::CREATE_EVENTS,
        }
    }
}

/// A server's roles and the bot as its member: enough to compute what the bot may do in any of its channels.
#[derive(Clone, Debug)]
pub struct Rights {
    guild: GuildId,
    server: Server,
    who: UserId,
    /// The roles of `who`; `None` if they do not read.
    roles: Option<Vec<RoleId>>,
    timed_out_until: Option<DateTime<Utc>>,
}

/// What the bot may do in one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// The channel does not exist any more, or is none of this server's.
    Gone,
    /// It exists.
    There {
        /// The wanted permissions that are missing, in the order of `wanted`.
        missing: Vec<Permission>,
        /// Whether every member of the server can see the channel.
        is_public: bool,
    },
}

impl Access {
    /// To a channel that is there and that the bot cannot see.
    #[must_use]
    pub fn hidden() -> Self {
        Self::There { missing: vec![Permission::ViewChannel], is_public: false }
    }

    /// The same, where Discord tells of the channel what the bot may do there: then it is not gone, and nothing has to be
    /// computed. Discord tells it of channels that the bot cannot see as well.
    #[must_use]
    pub fn as_told(self, told: Option<Permissions>, wanted: &[Permission]) -> Self {
        let Some(has) = told else { return self };
        let has = if has.contains(Permissions::ADMINISTRATOR) { Permissions::all() } else { has };
        let is_public = matches!(self, Self::There { is_public: true, .. });
        Self::There { missing: lacking(has, wanted), is_public }
    }

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
        let (server, member) = tokio::try_join!(rest.guild(guild), rest.member(guild, bot))?;
        Ok(Self::of(guild, server, bot, &member))
    }

    /// A server's roles and the bot's membership that were read already.
    #[must_use]
    pub fn of(guild: GuildId, server: Server, who: UserId, member: &Member) -> Self {
        Self { guild, server, who, roles: member.all_roles(), timed_out_until: member.timed_out_until }
    }

    /// The server's name, as far as Discord tells it.
    #[must_use]
    pub fn server_name(&self) -> Option<&str> {
        self.server.name.as_deref()
    }

    /// Whether the role was deleted: it is not among all that there are.
    #[must_use]
    pub fn lacks_role(&self, role: RoleId) -> bool {
        self.server.roles.is_whole && self.server.roles.iter().all(|one| one.id != role)
    }

    /// Whether the bot has a permission in the server as a whole.
    #[must_use]
    pub fn in_server(&self, wanted: Permission) -> bool {
        self.in_the_server(Unknown::Allows).contains(wanted.bits())
    }

    /// Until when the bot is timed out, if it is: whatever it is allowed to do, it can only look. The server's owner
    /// and its administrators cannot be timed out.
    #[must_use]
    pub fn timed_out_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = self.timed_out_until.filter(|until| *until > now)?;
        (!self.in_the_server(Unknown::Denies).contains(Permissions::ADMINISTRATOR)).then_some(until)
    }

    /// Whether the member whose rights these are may manage the server, as far as is known for certain.
    #[must_use]
    pub fn may_manage(&self) -> bool {
        self.in_the_server(Unknown::Denies).contains(Permissions::MANAGE_GUILD)
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
            Ok(channel) if channel.guild.is_some_and(|guild| guild != self.guild) => Ok(Access::Gone),
            Ok(channel) => Ok(self.access(&channel, wanted)),
            Err(RestError::Gone { .. }) => Ok(Access::Gone),
            // Discord does not show the overwrites of a channel that the bot cannot see.
            Err(RestError::Forbidden { .. }) => Ok(Access::hidden()),
            Err(error) => Err(error),
        }
    }

    /// The same of a channel that was read already. What does not read is taken to allow: Discord says when it does not.
    #[must_use]
    pub fn access(&self, channel: &Channel, wanted: &[Permission]) -> Access {
        let has = self.in_the_channel(channel);
        Access::There { missing: lacking(has, wanted), is_public: is_public(self.guild, &self.server, channel) }
    }

    /// What @everyone and the bot's roles give it; everything, if it owns the server or one of them is administrator.
    fn in_the_server(&self, unknown: Unknown) -> Permissions {
        if self.server.owner == Some(self.who) {
            return Permissions::all();
        }
        let is_known = self.roles.is_some() && self.server.roles.is_whole;
        let mut given = if is_known { Permissions::empty() } else { unknown.permissions() };
        for role in self.server.roles.iter().filter(|role| role.id == self.everyone() || self.has(role.id.0)) {
            given |= role.permissions.unwrap_or(unknown.permissions());
        }
        if given.contains(Permissions::ADMINISTRATOR) { Permissions::all() } else { given }
    }

    /// The same with a channel's overwrites, in Discord's order: @everyone's, those of the bot's roles as if they were
    /// one (what any of them allows wins over what another denies), the bot's own.
    fn in_the_channel(&self, channel: &Channel) -> Permissions {
        let base = self.in_the_server(Unknown::Allows);
        if base.contains(Permissions::ADMINISTRATOR) {
            return base;
        }
        let everyone = self.everyone().0;
        let has = overwritten(base, channel, |of| of == everyone);
        let has = overwritten(has, channel, |of| of != everyone && self.has(of));
        overwritten(has, channel, |of| of == self.who.0)
    }

    fn has(&self, role: u64) -> bool {
        self.roles.iter().flatten().any(|one| one.0 == role)
    }

    fn everyone(&self) -> RoleId {
        everyone(self.guild)
    }
}

/// What is made of permissions that do not read.
#[derive(Clone, Copy)]
enum Unknown {
    /// They allow everything but to be an administrator: that nothing is missing is found out by trying.
    Allows,
    /// They allow nothing.
    Denies,
}

impl Unknown {
    fn permissions(self) -> Permissions {
        match self {
            Self::Allows => Permissions::all().difference(Permissions::ADMINISTRATOR),
            Self::Denies => Permissions::empty(),
        }
    }
}

/// Which of the wanted permissions are not among these.
pub(super) fn lacking(has: Permissions, wanted: &[Permission]) -> Vec<Permission> {
    wanted.iter().copied().filter(|one| !has.contains(one.bits())).collect()
}

/// Whether a member without any role sees a channel of the server, as far as is known for certain.
pub(super) fn is_public(guild: GuildId, server: &Server, channel: &Channel) -> bool {
    let everyone = everyone(guild);
    let role = server.roles.iter().find(|role| role.id == everyone);
    let Some(base) = role.and_then(|role| role.permissions) else { return false };
    let is_known = channel.overwrites.is_whole
        && channel.overwrites.iter().all(|one| one.of != everyone.0 || one.change.is_some());
    let has = overwritten(base, channel, |of| of == everyone.0);
    base.contains(Permissions::ADMINISTRATOR) || (is_known && has.contains(Permissions::VIEW_CHANNEL))
}

/// The role that every member has. Discord gives it the server's own id.
fn everyone(guild: GuildId) -> RoleId {
    RoleId(guild.0)
}

/// Permissions after those of a channel's overwrites that apply: what any of them denies is taken, then what any of
/// them allows is given.
fn overwritten(has: Permissions, channel: &Channel, applies: impl Fn(u64) -> bool) -> Permissions {
    let none = (Permissions::empty(), Permissions::empty());
    let changes = channel.overwrites.iter().filter(|one| applies(one.of)).filter_map(|one| one.change);
    let (allow, deny) = changes.fold(none, |(allow, deny), change| (allow | change.0, deny | change.1));
    (has & !deny) | allow
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::shapes::parse;
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
        let role = |id: u64, permissions: u64| json!({"id": id.to_string(), "permissions": permissions.to_string()});
        let roles = [role(1, everyone), role(20, own), role(21, 0), role(30, ADMINISTRATOR)];
        with_roles(owner, &json!(roles))
    }

    fn with_roles(owner: u64, roles: &Value) -> Rights {
        let server = json!({"name": "Tea", "owner_id": owner.to_string(), "roles": roles});
        let member = json!({"user": {"id": "9", "username": "cmad"}, "roles": ["20", "21"]});
        let (server, member) = (parse(&server.to_string()).unwrap(), parse(&member.to_string()).unwrap());
        Rights::of(GuildId(1), server, UserId(9), &member)
    }

    fn found(rights: &Rights, overwrites: &Value) -> (Vec<Permission>, bool) {
        let channel = json!({"id": "5", "type": 0, "guild_id": "1", "permission_overwrites": overwrites});
        match rights.access(&parse(&channel.to_string()).unwrap(), &CAMPAIGN) {
            Access::There { missing, is_public } => (missing, is_public),
            Access::Gone => panic!("the channel is there"),
        }
    }

    /// Overwrites are `(id, allow, deny)`; the bot's own is the one for 9.
    fn access(rights: &Rights, overwrites: &[(u64, u64, u64)]) -> (Vec<Permission>, bool) {
        let one = |(id, allow, deny): &(u64, u64, u64)| {
            json!({"id": id.to_string(), "type": u8::from(*id == 9), "allow": allow.to_string(),
                "deny": deny.to_string()})
        };
        found(rights, &json!(overwrites.iter().map(one).collect::<Vec<_>>()))
    }

    #[test]
    fn what_does_not_read_is_neither_missing_nor_public() {
        let everyone_sees = rights(2, ALL, 0);
        for odd in [json!("x"), json!(null), json!([]), json!({}), json!(-1), json!(1.5)] {
            // Of another kind of overwrite than there was: the others count.
            let other = json!([odd, {"id": "1", "type": 0, "allow": "0", "deny": SEND.to_string()}]);
            assert_eq!(found(&everyone_sees, &other), (vec![Permission::SendMessages], false), "{odd}");
            let kind = json!([{"id": "1", "type": odd, "allow": "0", "deny": SEND.to_string()}]);
            assert_eq!(found(&everyone_sees, &kind), (vec![Permission::SendMessages], true), "{odd}");
            let denied = json!([{"id": "1", "type": 0, "allow": "0", "deny": odd}]);
            assert_eq!(found(&everyone_sees, &denied), (Vec::new(), false), "{odd}");
            let of_a_role = with_roles(2, &json!([{"id": "1", "permissions": odd}, {"id": odd, "permissions": "8"}]));
            assert_eq!(found(&of_a_role, &json!([])), (Vec::new(), false), "{odd}");
            assert!(!of_a_role.may_manage() && !of_a_role.lacks_role(RoleId(7)), "{odd}");
            assert!(!found(&with_roles(2, &odd), &json!([])).1, "{odd}");
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
            rights.timed_out_until = Some(until.parse().unwrap());
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
        assert!(!rights(2, 0, 0).lacks_role(RoleId(20)) && rights(2, 0, 0).lacks_role(RoleId(40)));
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
