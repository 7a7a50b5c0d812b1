//! Servers and their members.

use serde_json::{Value, json};

use crate::ids::Id;
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::world::State;

impl State {
    /// Whether the bot is in the server.
    pub(super) fn guild_for_bot(&self, guild: Id) -> Result<(), Refusal> {
        match self.servers.contains_key(&guild) {
            true if self.bot_in(guild) => Ok(()),
            true => Err(Refusal::missing_access()),
            false => Err(Refusal::unknown(10004, "Guild")),
        }
    }

    pub(super) fn get_guild(&self, guild: Id, request: &ApiRequest) -> RouteResult {
        Ok(ApiResponse::ok(self.guild_json(&self.servers[&guild], request.flag("with_counts"))))
    }

    pub(super) fn guild_channels(&self, guild: Id) -> RouteResult {
        Ok(ApiResponse::ok(json!(self.channels_json(guild))))
    }

    /// The threads that the bot may see, with its own thread memberships (Discord, "List Active Guild Threads").
    pub(super) fn active_threads_route(&self, guild: Id) -> RouteResult {
        let threads = self.active_threads(guild);
        let members: Vec<&Value> = threads.iter().filter_map(|thread| thread.get("member")).collect();
        Ok(ApiResponse::ok(json!({"threads": threads, "members": members, "has_more": false})))
    }

    pub(super) fn guild_roles(&self, guild: Id) -> RouteResult {
        Ok(ApiResponse::ok(json!(self.roles_json(&self.servers[&guild]))))
    }

    pub(super) fn guild_member(&self, guild: Id, user: Id) -> RouteResult {
        let member = self.member_json(&self.servers[&guild], user);
        let code = if self.users.contains_key(&user) { (10007, "Member") } else { (10013, "User") };
        member.map(ApiResponse::ok).ok_or_else(|| Refusal::unknown(code.0, code.1))
    }

    /// The list needs the members intent (Discord, "List Guild Members").
    pub(super) fn guild_members(&self, guild: Id, request: &ApiRequest) -> RouteResult {
        if !self.options.guild_members {
            return Err(Refusal::missing_access());
        }
        let after = request.number("after").unwrap_or(0);
        let limit = usize::try_from(request.number("limit").unwrap_or(1).clamp(1, 1000)).unwrap_or(1000);
        let server = &self.servers[&guild];
        let chosen = server.members.keys().filter(|id| **id > after).take(limit);
        let list: Vec<Value> = chosen.filter_map(|id| self.member_json(server, *id)).collect();
        Ok(ApiResponse::ok(json!(list)))
    }
}
