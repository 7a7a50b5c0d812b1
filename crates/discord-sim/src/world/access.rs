//! What users may do, as Discord computes it: owner, administrator, roles, then the channel's overwrites.

use crate::ids::Id;
use crate::overwrite::OverwriteFor;
use crate::permission::{
    ADMINISTRATOR, ALL, ATTACH_FILES, EMBED_LINKS, EVERYONE, MENTION_EVERYONE, READ_MESSAGE_HISTORY, SEND_MESSAGES,
    VIEW_CHANNEL,
};
use crate::world::{Channel, MemberData, Server, State};

impl State {
    /// The permissions of `user` in the server, without the overwrites of channels; none for a user who is not a
    /// member.
    pub(crate) fn permissions_in_server(&self, server: &Server, user: Id) -> u64 {
        let Some(member) = server.members.get(&user) else { return 0 };
        if server.owner == user {
            return ALL;
        }
        let everyone = server.roles.get(&server.id).map_or(0, |role| role.permissions);
        let all =
            member.roles.iter().filter_map(|id| server.roles.get(id)).fold(everyone, |sum, r| sum | r.permissions);
        if all & ADMINISTRATOR != 0 { ALL } else { all & self.left_by_timeout(member) }
    }

    /// What `user` may do in the channel.
    pub(crate) fn permissions_in(&self, channel: &Channel, user: Id) -> u64 {
        if let Some(thread) = &channel.thread {
            return self.permissions_in_thread(channel, thread, user);
        }
        let Some(server) = channel.server.and_then(|id| self.servers.get(&id)) else {
            let there = channel.recipient == Some(user) || user == self.app.bot;
            return if there { EVERYONE } else { 0 };
        };
        let base = self.permissions_in_server(server, user);
        if base & ADMINISTRATOR != 0 {
            return ALL;
        }
        let Some(member) = server.members.get(&user) else { return 0 };
        let mut sum = base;
        let mut apply = |chosen: &dyn Fn(OverwriteFor) -> bool| {
            let (mut allow, mut deny) = (0, 0);
            for overwrite in channel.overwrites.iter().filter(|o| chosen(o.whom)) {
                allow |= overwrite.allow;
                deny |= overwrite.deny;
            }
            sum = (sum & !deny) | allow;
        };
        apply(&|whom| whom == OverwriteFor::Role(server.id));
        apply(&|whom| matches!(whom, OverwriteFor::Role(id) if id != server.id && member.roles.contains(&id)));
        apply(&|whom| whom == OverwriteFor::Member(user));
        if sum & VIEW_CHANNEL == 0 {
            return 0;
        }
        sum &= self.left_by_timeout(member);
        if sum & SEND_MESSAGES == 0 { sum & !(MENTION_EVERYONE | ATTACH_FILES | EMBED_LINKS) } else { sum }
    }

    /// What a member who is timed out may still do (Discord, "Permissions for timed out members").
    fn left_by_timeout(&self, member: &MemberData) -> u64 {
        let is_out = member.timed_out_until_ms.is_some_and(|until| until > self.now_ms);
        if is_out { VIEW_CHANNEL | READ_MESSAGE_HISTORY } else { ALL }
    }

    /// Whether `user` has all these bits in the channel.
    pub(crate) fn may(&self, channel: &Channel, user: Id, bits: u64) -> bool {
        self.permissions_in(channel, user) & bits == bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overwrite::Overwrite;
    use crate::permission::{ADD_REACTIONS, ATTACH_FILES, MANAGE_GUILD, SEND_MESSAGES, VIEW_CHANNEL};
    use crate::{NewMember, Sim, SimOptions};

    #[tokio::test]
    async fn overwrites_apply_in_discords_order() {
        let sim = Sim::start(SimOptions::at(1_800_000_000_000)).await.unwrap();
        let server = sim.server("Northwind");
        let (team, admin) = (server.role("Team", MANAGE_GUILD), server.role("Admin", ADMINISTRATOR));
        let like = |roles: &[Id]| NewMember { roles: roles.to_vec(), ..NewMember::default() };
        let ada = server.member_with("Ada", like(&[team.id()]));
        let root = server.member_with("Root", like(&[admin.id()]));
        let bob = server.member("Bob");
        let over = |whom, allow, deny| Overwrite { whom, allow, deny };
        let everyone = OverwriteFor::Role(server.id());
        let hidden = over(everyone, 0, VIEW_CHANNEL);
        for (name, overwrites, who, has, lacks) in [
            ("by default", vec![], bob.id(), EVERYONE, MANAGE_GUILD),
            ("with a role", vec![], ada.id(), EVERYONE | MANAGE_GUILD, 0),
            ("hidden from all", vec![hidden], bob.id(), 0, ALL),
            (
                "hidden, but not from the role",
                vec![over(OverwriteFor::Role(team.id()), VIEW_CHANNEL, 0), hidden],
                ada.id(),
                VIEW_CHANNEL | SEND_MESSAGES,
                0,
            ),
            (
                "the member's own comes last",
                vec![
                    over(OverwriteFor::Member(ada.id()), 0, VIEW_CHANNEL),
                    over(OverwriteFor::Role(team.id()), VIEW_CHANNEL, 0),
                ],
                ada.id(),
                0,
                ALL,
            ),
            (
                "who may not write attaches nothing",
                vec![over(everyone, 0, SEND_MESSAGES)],
                bob.id(),
                VIEW_CHANNEL | ADD_REACTIONS,
                SEND_MESSAGES | ATTACH_FILES,
            ),
            ("administrators see all", vec![hidden], root.id(), ALL, 0),
            ("owners see all", vec![hidden], server.owner().id(), ALL, 0),
            ("strangers see nothing", vec![], sim.bot_id(), 0, ALL),
        ] {
            let channel = server.channel_with(name, &overwrites);
            let may = sim.read(|state| state.permissions_in(&state.channels[&channel.id()], who));
            assert_eq!((may & has, may & lacks), (has, 0), "{name}");
        }
        let channel = server.channel("timeout");
        let may = |who| sim.read(|state| state.permissions_in(&state.channels[&channel.id()], who));
        for who in [bob.id(), root.id()] {
            server.time_out(who, Some(sim.now() + 1000));
        }
        assert_eq!((may(bob.id()), may(root.id())), (VIEW_CHANNEL | READ_MESSAGE_HISTORY, ALL));
        sim.set_now(sim.now() + 1000);
        assert_eq!(may(bob.id()), EVERYONE, "it ends by itself");
    }
}
