//! Starting threads, from a message and without one.

use serde_json::json;

use crate::flag;
use crate::ids::Id;
use crate::permission::{CREATE_PRIVATE_THREADS, CREATE_PUBLIC_THREADS};
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::{ApiResponse, RouteResult};
use crate::validate::Problems;
use crate::world::State;
use crate::world::threads::{NewThread, PRIVATE, PUBLIC};

impl State {
    /// A thread without a message. It is private unless the request says otherwise (Discord, "Start Thread without
    /// Message").
    pub(super) fn start_thread(&mut self, channel: Id, request: &ApiRequest) -> RouteResult {
        let kind = request.body["type"].as_u64().unwrap_or(u64::from(PRIVATE));
        let mut problems = Problems::default();
        if ![u64::from(PUBLIC), u64::from(PRIVATE)].contains(&kind) {
            problems.add("type", "BASE_TYPE_CHOICES", "Value must be one of (11, 12) in a text channel.");
        }
        let kind = if kind == u64::from(PUBLIC) { PUBLIC } else { PRIVATE };
        self.begin_thread(channel, None, kind, request, problems)
    }

    /// A thread from a message; its id is the message's.
    pub(super) fn start_thread_from_message(&mut self, channel: Id, message: Id, request: &ApiRequest) -> RouteResult {
        self.visible(channel)?;
        self.public_message(channel, message)?;
        if self.channels.contains_key(&message) {
            return Err(Refusal::new(400, 160_004, "A thread has already been created for this message"));
        }
        let answered = self.begin_thread(channel, Some(message), PUBLIC, request, Problems::default())?;
        if let Some(stored) = self.message_mut(channel, message) {
            stored.json["flags"] = json!(stored.json["flags"].as_u64().unwrap_or(0) | flag::HAS_THREAD);
            stored.json["thread"] = answered.body.clone().unwrap_or_default();
        }
        self.notify_message("MESSAGE_UPDATE", channel, message);
        Ok(answered)
    }

    fn begin_thread(
        &mut self,
        channel: Id,
        id: Option<Id>,
        kind: u8,
        request: &ApiRequest,
        mut problems: Problems,
    ) -> RouteResult {
        let needed = if kind == PRIVATE { CREATE_PRIVATE_THREADS } else { CREATE_PUBLIC_THREADS };
        let place = self.permitted(channel, needed)?;
        if place.server.is_none() || place.thread.is_some() {
            return Err(Refusal::new(400, 50024, "Cannot execute action on this channel type"));
        }
        let body = &request.body;
        problems.length("name", &body["name"], 1, 100);
        let minutes = body["auto_archive_duration"].as_u64().unwrap_or(NewThread::ARCHIVE_MINUTES);
        if ![60, 1440, 4320, 10080].contains(&minutes) {
            let text = "Value must be one of (60, 1440, 4320, 10080).";
            problems.add("auto_archive_duration", "BASE_TYPE_CHOICES", text);
        }
        problems.range("rate_limit_per_user", &body["rate_limit_per_user"], 0, 21_600);
        problems.finish()?;
        let name = body["name"].as_str().unwrap_or("").to_owned();
        let id = id.unwrap_or_else(|| self.new_id());
        let new = NewThread { id, parent: channel, kind, name, owner: self.app.bot, with: &[], minutes };
        let thread = self.add_thread(new);
        Ok(ApiResponse { status: 201, body: Some(thread) })
    }
}
