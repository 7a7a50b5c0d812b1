//! What a server's admins chose about the bot's commands, as Discord answers it and as its clients apply it
//! (Discord, "Application Command Permissions").

use serde_json::{Value, json};

use crate::ids::{Id, id_of};
use crate::refusal::Refusal;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::world::{Channel, CommandPermission, State};

impl State {
    pub(super) fn all_command_permissions_route(&self, server: Id) -> RouteResult {
        self.guild_for_bot(server)?;
        let of_server = self.command_permissions.iter().filter(|((of, _), chosen)| *of == server && !chosen.is_empty());
        let list: Vec<Value> =
            of_server.map(|((_, command), _)| self.command_permissions_json(server, *command)).collect();
        Ok(ApiResponse::ok(json!(list)))
    }

    pub(super) fn command_permissions_route(&self, server: Id, command: Id) -> RouteResult {
        self.guild_for_bot(server)?;
        if self.command_permissions.get(&(server, command)).is_none_or(Vec::is_empty) {
            return Err(Refusal::unknown(10066, "application command permissions"));
        }
        Ok(ApiResponse::ok(self.command_permissions_json(server, command)))
    }

    pub(crate) fn command_permissions_json(&self, server: Id, command: Id) -> Value {
        let chosen = self.command_permissions.get(&(server, command)).map(Vec::as_slice).unwrap_or_default();
        let chosen: Vec<Value> = chosen
            .iter()
            .map(|one| json!({"id": one.id.to_string(), "type": one.kind, "permission": one.allowed}))
            .collect();
        json!({"id": command.to_string(), "application_id": self.app.id.to_string(),
            "guild_id": server.to_string(), "permissions": chosen})
    }

    /// Whether the admins' choices, or else the permission that the command asks for, let a member use it here. For
    /// administrators it is always so.
    pub(crate) fn may_use_command(&self, command: &Value, place: &Channel, server: Id, user: Id) -> bool {
        let may = self.permissions_in(place, user);
        let needed = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
        // "0" leaves only administrators, who have every permission.
        let by_default = needed.is_none_or(|bits| if bits == 0 { may & 8 != 0 } else { may & bits == bits });
        if may & 8 != 0 {
            return true;
        }
        let chosen = id_of(&command["id"]).and_then(|command| self.command_permissions.get(&(server, command)));
        let chosen: &[CommandPermission] = chosen.map(Vec::as_slice).unwrap_or_default();
        let of = |kind: u8, id: Id| chosen.iter().find(|one| one.kind == kind && one.id == id).map(|one| one.allowed);
        let channel = place.thread.as_ref().map_or(place.id, |thread| thread.parent);
        if !of(3, channel).or_else(|| of(3, server - 1)).unwrap_or(true) {
            return false;
        }
        let roles = self.servers[&server].members.get(&user).map(|member| member.roles.clone()).unwrap_or_default();
        let by_roles = roles.iter().filter_map(|role| of(1, *role)).reduce(|one, other| one || other);
        of(2, user).or(by_roles).or_else(|| of(1, server)).unwrap_or(by_default)
    }
}
