//! The application itself: gateway address, user, commands.

use serde_json::{Value, json};

use crate::ids::{Id, id_of};
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::transcript::Event;
use crate::validate;
use crate::world::State;

impl State {
    pub(super) fn gateway_route(&self) -> RouteResult {
        Ok(ApiResponse::ok(json!({"url": self.gateway_url()})))
    }

    pub(super) fn gateway_bot_route(&mut self) -> RouteResult {
        let url = self.gateway_url();
        let limit = self.start_limit.json(self.now_ms);
        Ok(ApiResponse::ok(json!({"url": url, "shards": 1, "session_start_limit": limit})))
    }

    pub(super) fn me_route(&self) -> RouteResult {
        let mut me = self.user_json(self.app.bot);
        for (field, value) in [
            ("verified", json!(true)),
            ("mfa_enabled", json!(true)),
            ("email", Value::Null),
            ("locale", json!("en-US")),
            ("premium_type", json!(0)),
        ] {
            me[field] = value;
        }
        Ok(ApiResponse::ok(me))
    }

    pub(super) fn user_route(&self, user: Id) -> RouteResult {
        match self.user_json(user) {
            Value::Null => Err(Refusal::unknown(10013, "User")),
            user => Ok(ApiResponse::ok(user)),
        }
    }

    pub(super) fn application_route(&self) -> RouteResult {
        Ok(ApiResponse::ok(self.application_json()))
    }

    pub(super) fn my_guilds_route(&self, request: &ApiRequest) -> RouteResult {
        let after = request.number("after").unwrap_or(0);
        let limit = usize::try_from(request.number("limit").unwrap_or(200).clamp(1, 200)).unwrap_or(200);
        let counts = request.flag("with_counts");
        let mine = self.servers.values().filter(|s| s.id > after && self.bot_in(s.id)).take(limit);
        let list: Vec<Value> = mine
            .map(|server| {
                let permissions = self.permissions_in_server(server, self.app.bot).to_string();
                let mut guild = json!({"id": server.id.to_string(), "name": server.name, "icon": null, "banner": null,
                    "owner": false, "permissions": permissions, "features": []});
                if counts {
                    guild["approximate_member_count"] = json!(server.member_count());
                    guild["approximate_presence_count"] = json!(1);
                }
                guild
            })
            .collect();
        Ok(ApiResponse::ok(json!(list)))
    }

    /// A DM can be opened with every person; whether they accept messages shows only when one is sent.
    pub(super) fn open_dm_route(&mut self, request: &ApiRequest) -> RouteResult {
        let user = id_of(&request.body["recipient_id"]).filter(|id| self.users.get(id).is_some_and(|user| !user.bot));
        let Some(user) = user else { return Err(Refusal::new(400, 50033, "Invalid Recipient(s)")) };
        let dm = self.dm_with(user);
        let channel = &self.channels[&dm];
        Ok(ApiResponse::ok(self.channel_json(channel)))
    }

    pub(super) fn check_application(&self, app: &str) -> Result<(), Refusal> {
        if app == self.app.id.to_string() { Ok(()) } else { Err(Refusal::unknown(10002, "Application")) }
    }

    pub(super) fn commands_route(&self) -> RouteResult {
        Ok(ApiResponse::ok(json!(self.app.commands)))
    }

    pub(super) fn put_commands(&mut self, request: &ApiRequest) -> RouteResult {
        let Some(list) = request.body.as_array() else {
            return Err(Refusal::new(400, 50035, "Invalid Form Body"));
        };
        validate::commands(list)?;
        let commands = list.iter().map(|command| self.registered(command)).collect();
        self.app.commands = commands;
        self.note(Event::CommandsRegistered { commands: json!(self.app.commands) });
        self.commands_route()
    }

    pub(super) fn post_command(&mut self, request: &ApiRequest) -> RouteResult {
        let command = self.registered(&request.body);
        let mut list = self.app.commands.clone();
        list.retain(|old| old["id"] != command["id"]);
        list.push(command.clone());
        validate::commands(&list)?;
        let status = if list.len() > self.app.commands.len() { 201 } else { 200 };
        self.app.commands = list;
        self.note(Event::CommandsRegistered { commands: json!(self.app.commands) });
        Ok(ApiResponse { status, body: Some(command) })
    }

    /// The command as Discord keeps and answers it. One of the same name and type keeps its id.
    fn registered(&mut self, command: &Value) -> Value {
        let kind = command["type"].as_u64().unwrap_or(1);
        let old = self.app.commands.iter().find(|old| old["name"] == command["name"] && old["type"] == kind);
        let old = old.and_then(|old| id_of(&old["id"]));
        let version = self.new_id();
        let text = |field: &str| command[field].as_str().unwrap_or("").to_owned();
        let dm = command["contexts"].as_array().is_none_or(|contexts| contexts.contains(&json!(1)));
        let mut json = json!({
            "id": old.unwrap_or(version).to_string(),
            "application_id": self.app.id.to_string(),
            "version": version.to_string(),
            "default_member_permissions": command["default_member_permissions"],
            "type": kind,
            "name": text("name"),
            "name_localizations": command["name_localizations"],
            "description": text("description"),
            "description_localizations": command["description_localizations"],
            "dm_permission": command["dm_permission"].as_bool().unwrap_or(dm),
            "contexts": command["contexts"],
            "integration_types": command["integration_types"].as_array().cloned().unwrap_or_else(|| vec![json!(0)]),
            "nsfw": command["nsfw"].as_bool().unwrap_or(false),
        });
        if command["options"].as_array().is_some_and(|options| !options.is_empty()) {
            json["options"] = command["options"].clone();
        }
        json
    }
}
