//! Servers, with their roles and members, and the bot's presence in them.

use std::collections::BTreeMap;

use serde_json::json;

use crate::handles::{ChannelHandle, Member, RoleHandle, Sim, SimServer};
use crate::ids::{Id, id_of, made_ms};
use crate::intent;
use crate::overwrite::{CommandFor, Overwrite};
use crate::permission;
use crate::session::Dispatch;
use crate::transcript::Event;
use crate::world::threads::FORUM;
use crate::world::{Channel, CommandPermission, FILE_BYTES, MemberData, Role, Server, State, User};

/// Two years, the usual age of an account, in milliseconds.
const ACCOUNT_AGE_MS: i64 = 2 * 365 * 24 * 3600 * 1000;

/// What a new member is like. The default: joined a year ago with an account of two years, no roles.
#[derive(Debug, Clone, Default)]
pub struct NewMember {
    /// The name in this server, where it differs from the display name.
    pub nick: Option<String>,
    /// When they joined, in unix milliseconds.
    pub joined_ms: Option<i64>,
    /// When the account was created, in unix milliseconds; it is part of the id.
    pub account_ms: Option<i64>,
    /// Roles, by id.
    pub roles: Vec<Id>,
    /// The language of their client; `en-US` by default.
    pub locale: Option<String>,
    /// Whether it is a bot.
    pub bot: bool,
    /// Whether they take no DMs.
    pub dms_closed: bool,
}

impl Sim {
    /// A new server with an owner of its own.
    pub fn server(&self, name: &str) -> SimServer {
        self.server_owned_by(name, &format!("{name} owner"))
    }

    /// A new server with an owner of this name.
    pub fn server_owned_by(&self, name: &str, owner: &str) -> SimServer {
        let id = self.write(|state| {
            let made = state.now_ms - ACCOUNT_AGE_MS / 2;
            let id = state.ids.at(made);
            let everyone = Role { id, name: "@everyone".into(), permissions: permission::EVERYONE, managed_by: None };
            let owner = state.new_user(owner, &NewMember::default());
            let owner_data = MemberData { nick: None, joined_ms: made, roles: Vec::new(), timed_out_until_ms: None };
            let server = Server {
                id,
                name: name.into(),
                owner,
                locale: "en-US".into(),
                roles: BTreeMap::from([(id, everyone)]),
                members: BTreeMap::from([(owner, owner_data)]),
                events: BTreeMap::new(),
                seeming_members: None,
                largest_file: Some(FILE_BYTES),
            };
            state.servers.insert(id, server);
            id
        });
        SimServer { sim: self.clone(), id }
    }

    /// The bot joins with these permissions in a role of its own: `GUILD_CREATE`.
    pub fn invite_bot(&self, server: &SimServer, permissions: u64) {
        self.write(|state| {
            let (role, bot, now_ms) = (state.new_id(), state.app.bot, state.now_ms);
            let name = state.options.bot_name.clone();
            let Some(place) = state.servers.get_mut(&server.id) else { return };
            place.roles.insert(role, Role { id: role, name, permissions, managed_by: Some(bot) });
            place
                .members
                .insert(bot, MemberData { nick: None, joined_ms: now_ms, roles: vec![role], timed_out_until_ms: None });
            let data = state.guild_create_json(&state.servers[&server.id]);
            state.note(Event::BotInServer { server_id: server.id, present: true });
            state.notify(server.id, "GUILD_CREATE", intent::GUILDS, data);
        });
    }

    /// The bot is removed: `GUILD_DELETE`.
    pub fn remove_bot(&self, server: &SimServer) {
        self.write(|state| {
            let bot = state.app.bot;
            state.notify(server.id, "GUILD_DELETE", intent::GUILDS, json!({"id": server.id.to_string()}));
            if let Some(place) = state.servers.get_mut(&server.id) {
                place.members.remove(&bot);
                place.roles.retain(|_, role| role.managed_by != Some(bot));
            }
            state.note(Event::BotInServer { server_id: server.id, present: false });
        });
    }
}

impl State {
    fn new_user(&mut self, name: &str, like: &NewMember) -> Id {
        let id = self.ids.at(like.account_ms.unwrap_or(self.now_ms - ACCOUNT_AGE_MS));
        let locale = like.locale.clone().unwrap_or_else(|| "en-US".into());
        let user = User { name: name.into(), bot: like.bot, locale, dms_closed: like.dms_closed, dm: None };
        self.users.insert(id, user);
        id
    }

    fn join(&mut self, server: Id, user: Id, like: &NewMember) {
        let year_ms = ACCOUNT_AGE_MS / 2;
        let joined_ms = like.joined_ms.unwrap_or((self.now_ms - year_ms).max(made_ms(user)));
        let data =
            MemberData { nick: like.nick.clone(), joined_ms, roles: like.roles.clone(), timed_out_until_ms: None };
        if let Some(place) = self.servers.get_mut(&server) {
            place.members.insert(user, data);
        }
        self.notify_member(server, user, "GUILD_MEMBER_ADD");
    }

    /// An event about a member, which needs the members intent.
    pub(crate) fn notify_member(&mut self, server: Id, user: Id, name: &'static str) {
        let Some(mut data) = self.servers.get(&server).and_then(|place| self.member_json(place, user)) else { return };
        data["guild_id"] = json!(server.to_string());
        self.notify(server, name, intent::GUILD_MEMBERS, data);
    }
}

impl SimServer {
    /// The server's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Its owner.
    pub fn owner(&self) -> Member {
        let user = self.sim.read(|state| state.servers.get(&self.id).map_or(0, |server| server.owner));
        Member { sim: self.sim.clone(), server: self.id, user }
    }

    /// A new text channel that every member sees.
    pub fn channel(&self, name: &str) -> ChannelHandle {
        self.channel_with(name, &[])
    }

    /// A new text channel with permission overwrites.
    pub fn channel_with(&self, name: &str, overwrites: &[Overwrite]) -> ChannelHandle {
        self.channel_of(0, name, overwrites)
    }

    /// A new forum: people write in its posts ([`ChannelHandle::post`]), which are threads.
    pub fn forum(&self, name: &str) -> ChannelHandle {
        self.channel_of(FORUM, name, &[])
    }

    fn channel_of(&self, kind: u8, name: &str, overwrites: &[Overwrite]) -> ChannelHandle {
        let id = self.sim.write(|state| {
            let id = state.new_id();
            let position = state.channels.values().filter(|channel| channel.server == Some(self.id)).count();
            let channel = Channel {
                id,
                kind,
                server: Some(self.id),
                name: name.into(),
                position,
                overwrites: overwrites.to_vec(),
                recipient: None,
                thread: None,
                messages: BTreeMap::new(),
            };
            let data = state.channel_in_event(&channel);
            state.channels.insert(id, channel);
            state.notify(self.id, "CHANNEL_CREATE", intent::GUILDS, data);
            id
        });
        ChannelHandle { sim: self.sim.clone(), id }
    }

    /// A new role.
    pub fn role(&self, name: &str, permissions: u64) -> RoleHandle {
        let id = self.sim.write(|state| {
            let id = state.new_id();
            let Some(place) = state.servers.get_mut(&self.id) else { return id };
            place.roles.insert(id, Role { id, name: name.into(), permissions, managed_by: None });
            state.notify_role(self.id, id, "GUILD_ROLE_CREATE");
            id
        });
        RoleHandle { sim: self.sim.clone(), server: self.id, id }
    }

    /// Changes what `@everyone` may do here.
    pub fn set_everyone_permissions(&self, permissions: u64) {
        RoleHandle { sim: self.sim.clone(), server: self.id, id: self.id }.set_permissions(permissions);
    }

    /// Changes what the bot's own role allows.
    pub fn set_bot_permissions(&self, permissions: u64) {
        let role = self.sim.read(|state| {
            let roles = &state.servers.get(&self.id)?.roles;
            roles.values().find(|role| role.managed_by == Some(state.app.bot)).map(|role| role.id)
        });
        let id = role.expect("the bot is in this server");
        RoleHandle { sim: self.sim.clone(), server: self.id, id }.set_permissions(permissions);
    }

    /// An admin allows or forbids a slash command to someone, or in a channel, in the server's settings; `None` takes the
    /// choice back. `APPLICATION_COMMAND_PERMISSIONS_UPDATE`.
    ///
    /// # Panics
    /// When the bot has not registered the command.
    pub fn permit_command(&self, name: &str, whom: CommandFor, allowed: Option<bool>) {
        self.sim.write(|state| {
            let command = state.app.commands.iter().find(|command| command["name"] == name && command["type"] == 1);
            let command = command.and_then(|command| id_of(&command["id"])).expect("the command is registered");
            let (id, kind) = match whom {
                CommandFor::Role(id) => (id, 1),
                CommandFor::Member(id) => (id, 2),
                CommandFor::Channel(id) => (id, 3),
                CommandFor::AllChannels => (self.id - 1, 3),
            };
            let chosen = state.command_permissions.entry((self.id, command)).or_default();
            chosen.retain(|one| (one.id, one.kind) != (id, kind));
            chosen.extend(allowed.map(|allowed| CommandPermission { id, kind, allowed }));
            let data = state.command_permissions_json(self.id, command);
            let name = "APPLICATION_COMMAND_PERMISSIONS_UPDATE";
            state.dispatch(&Dispatch { name, intents: 0, server: Some(self.id), data, bare: None });
        });
    }

    /// Times a member out until then; they see and read, and can do nothing else. `None` lifts it.
    pub fn time_out(&self, user: Id, until_ms: Option<i64>) {
        self.sim.write(|state| {
            let member = state.servers.get_mut(&self.id).and_then(|place| place.members.get_mut(&user));
            member.expect("they are a member").timed_out_until_ms = until_ms;
            state.notify_member(self.id, user, "GUILD_MEMBER_UPDATE");
        });
    }

    /// How many members the server seems to have in counts, without making them.
    pub fn seem_to_have(&self, members: u64) {
        self.sim.write(|state| {
            state.servers.get_mut(&self.id).expect("the server is there").seeming_members = Some(members);
        });
    }

    /// The largest file that is taken here, in bytes; `None` when Discord limits uploads in this server.
    pub fn set_largest_file(&self, bytes: Option<usize>) {
        self.sim.write(|state| {
            state.servers.get_mut(&self.id).expect("the server is there").largest_file = bytes;
        });
    }

    /// A new person, a member since a year ago.
    pub fn member(&self, name: &str) -> Member {
        self.member_with(name, NewMember::default())
    }

    /// A new person or bot with these properties.
    pub fn member_with(&self, name: &str, like: NewMember) -> Member {
        let user = self.sim.write(|state| {
            let user = state.new_user(name, &like);
            state.join(self.id, user, &like);
            user
        });
        Member { sim: self.sim.clone(), server: self.id, user }
    }

    /// A person joins now: from another server, or again after leaving. The handle is the one for this server.
    pub fn join(&self, member: &Member) -> Member {
        self.sim.write(|state| {
            let like = NewMember { joined_ms: Some(state.now_ms), ..NewMember::default() };
            state.join(self.id, member.user, &like);
        });
        Member { sim: self.sim.clone(), server: self.id, user: member.user }
    }

    /// Changes the server's name: `GUILD_UPDATE`.
    pub fn rename(&self, name: &str) {
        self.sim.write(|state| {
            let Some(server) = state.servers.get_mut(&self.id) else { return };
            server.name = name.into();
            let data = state.guild_json(&state.servers[&self.id], false);
            state.notify(self.id, "GUILD_UPDATE", intent::GUILDS, data);
        });
    }

    /// Sets the server's language, as Discord sends it with interactions.
    pub fn set_locale(&self, locale: &str) {
        self.sim.write(|state| {
            if let Some(server) = state.servers.get_mut(&self.id) {
                server.locale = locale.into();
            }
        });
    }
}

impl State {
    fn notify_role(&mut self, server: Id, role: Id, name: &'static str) {
        let Some(place) = self.servers.get(&server) else { return };
        let Some(role) = place.roles.get(&role) else { return };
        let data = json!({"guild_id": server.to_string(), "role": self.role_json(place, role)});
        self.notify(server, name, intent::GUILDS, data);
    }
}

impl RoleHandle {
    /// The role's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Changes what it allows: `GUILD_ROLE_UPDATE`.
    pub fn set_permissions(&self, permissions: u64) {
        self.sim.write(|state| {
            if let Some(role) = state.servers.get_mut(&self.server).and_then(|place| place.roles.get_mut(&self.id)) {
                role.permissions = permissions;
            }
            state.notify_role(self.server, self.id, "GUILD_ROLE_UPDATE");
        });
    }
}
