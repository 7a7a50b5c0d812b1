//! Scheduled events. Only external ones: the simulator has no voice channels.

use serde_json::{Value, json};

use crate::ids::{Id, from_iso, id_of, iso};
use crate::intent;
use crate::permission::{CREATE_EVENTS, MANAGE_EVENTS};
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::transcript::Event;
use crate::validate::Problems;
use crate::world::State;

impl State {
    pub(super) fn list_events(&self, guild: Id) -> RouteResult {
        let list: Vec<&Value> = self.servers[&guild].events.values().collect();
        Ok(ApiResponse::ok(json!(list)))
    }

    pub(super) fn get_event(&self, guild: Id, event: Id) -> RouteResult {
        let event = self.servers[&guild].events.get(&event);
        event.cloned().map(ApiResponse::ok).ok_or_else(|| Refusal::unknown(10070, "Guild Scheduled Event"))
    }

    pub(super) fn create_event(&mut self, guild: Id, request: &ApiRequest) -> RouteResult {
        let server = &self.servers[&guild];
        if self.permissions_in_server(server, self.app.bot) & CREATE_EVENTS == 0 {
            return Err(Refusal::missing_permissions());
        }
        let open = server.events.values().filter(|e| matches!(e["status"].as_u64(), Some(1 | 2))).count();
        if open >= 100 {
            return Err(Refusal::new(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)"));
        }
        let body = &request.body;
        let start = from_iso(body["scheduled_start_time"].as_str().unwrap_or(""));
        let end = from_iso(body["scheduled_end_time"].as_str().unwrap_or(""));
        let mut problems = Problems::default();
        for field in ["name", "privacy_level", "entity_type", "scheduled_start_time"] {
            if body[field].is_null() {
                problems.add(field, "BASE_TYPE_REQUIRED", "This field is required");
            }
        }
        if body["entity_type"] != 3 && !body["entity_type"].is_null() {
            problems.add("entity_type", "BASE_TYPE_CHOICES", "Only external events happen in the simulated Discord.");
        }
        if !body["channel_id"].is_null() {
            problems.add(
                "channel_id",
                "GUILD_SCHEDULED_EVENT_ENTITY_TYPE_INVALID",
                "An external event has no channel.",
            );
        }
        self.check_event(body, start, end, true, &mut problems);
        problems.length("entity_metadata.location", &body["entity_metadata"]["location"], 1, 100);
        problems.finish()?;
        let id = self.new_id();
        let event = json!({
            "id": id.to_string(),
            "guild_id": guild.to_string(),
            "channel_id": null,
            "creator_id": self.app.bot.to_string(),
            "creator": self.user_json(self.app.bot),
            "name": body["name"],
            "description": body["description"],
            "image": null,
            "scheduled_start_time": start.map(iso),
            "scheduled_end_time": end.map(iso),
            "privacy_level": 2,
            "status": 1,
            "entity_type": 3,
            "entity_id": null,
            "entity_metadata": {"location": body["entity_metadata"]["location"]},
            "recurrence_rule": body["recurrence_rule"],
            "guild_scheduled_event_exceptions": [],
            "user_count": 0,
        });
        self.put_event(guild, id, event, "created");
        self.get_event(guild, id)
    }

    fn check_event(&self, body: &Value, start: Option<i64>, end: Option<i64>, new: bool, problems: &mut Problems) {
        problems.length("name", &body["name"], usize::from(new), 100);
        problems.length("description", &body["description"], 0, 1000);
        problems.range("privacy_level", &body["privacy_level"], 2, 2);
        if start.is_some_and(|start| start < self.now_ms) {
            problems.add(
                "scheduled_start_time",
                "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                "Cannot schedule event in the past.",
            );
        }
        for (field, read) in [("scheduled_start_time", start), ("scheduled_end_time", end)] {
            if body[field].is_string() && read.is_none() {
                problems.add(field, "DATE_TIME_TYPE_PARSE", "Could not parse the value. Should be ISO8601.");
            }
        }
        if new && body["scheduled_end_time"].is_null() {
            problems.add("scheduled_end_time", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if let (Some(start), Some(end)) = (start, end)
            && end <= start
        {
            let text = "Cannot schedule an event that ends before it starts.";
            problems.add("scheduled_end_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_END_BEFORE_START", text);
        }
    }

    pub(super) fn edit_event(&mut self, guild: Id, id: Id, request: &ApiRequest) -> RouteResult {
        let mut event = self.changeable_event(guild, id)?;
        let body = &request.body;
        let mut problems = Problems::default();
        let read = |field: &str| body[field].as_str().and_then(from_iso);
        self.check_event(body, read("scheduled_start_time"), read("scheduled_end_time"), false, &mut problems);
        problems.length("entity_metadata.location", &body["entity_metadata"]["location"], 0, 100);
        problems.range("status", &body["status"], 1, 4);
        problems.finish()?;
        for field in ["name", "description", "status", "entity_metadata"] {
            if body.get(field).is_some_and(|value| !value.is_null()) {
                event[field] = body[field].clone();
            }
        }
        for field in ["scheduled_start_time", "scheduled_end_time"] {
            if let Some(at) = read(field) {
                event[field] = json!(iso(at));
            }
        }
        self.put_event(guild, id, event, "updated");
        self.get_event(guild, id)
    }

    pub(super) fn delete_event(&mut self, guild: Id, id: Id) -> RouteResult {
        let event = self.changeable_event(guild, id)?;
        if let Some(server) = self.servers.get_mut(&guild) {
            server.events.remove(&id);
        }
        self.note(Event::ScheduledEvent { server_id: guild, change: "deleted", event: event.clone() });
        self.notify(guild, "GUILD_SCHEDULED_EVENT_DELETE", intent::GUILD_SCHEDULED_EVENTS, event);
        Ok(ApiResponse::nothing())
    }

    /// The event, if the bot may change it: its own with CREATE_EVENTS, every other with MANAGE_EVENTS.
    fn changeable_event(&self, guild: Id, id: Id) -> Result<Value, Refusal> {
        let server = &self.servers[&guild];
        let event = server.events.get(&id).ok_or_else(|| Refusal::unknown(10070, "Guild Scheduled Event"))?;
        let own = id_of(&event["creator_id"]) == Some(self.app.bot);
        let needed = if own { CREATE_EVENTS | MANAGE_EVENTS } else { MANAGE_EVENTS };
        let may = self.permissions_in_server(server, self.app.bot) & needed != 0;
        if may { Ok(event.clone()) } else { Err(Refusal::missing_permissions()) }
    }

    fn put_event(&mut self, guild: Id, id: Id, event: Value, change: &'static str) {
        if let Some(server) = self.servers.get_mut(&guild) {
            server.events.insert(id, event.clone());
        }
        self.note(Event::ScheduledEvent { server_id: guild, change, event: event.clone() });
        let created = change == "created";
        let name = if created { "GUILD_SCHEDULED_EVENT_CREATE" } else { "GUILD_SCHEDULED_EVENT_UPDATE" };
        self.notify(guild, name, intent::GUILD_SCHEDULED_EVENTS, event);
    }
}
