//! Every route there is.

use crate::ids::Id;
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::RouteResult;
use crate::world::State;

/// Does what the request asks; `None` where there is no such route.
pub(super) fn route(state: &mut State, call: ApiRequest) -> Option<RouteResult> {
    let method = call.method.clone();
    let segments = call.segments.clone();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    Some(match (method.as_str(), segments.as_slice()) {
        ("GET", ["gateway"]) => state.gateway_route(),
        ("GET", ["gateway", "bot"]) => state.gateway_bot_route(),
        ("GET", ["users", "@me"]) => state.me_route(),
        ("GET", ["users", "@me", "guilds"]) => state.my_guilds_route(&call),
        ("POST", ["users", "@me", "channels"]) => state.open_dm_route(&call),
        ("GET", ["users", user]) => id(user, "user_id").and_then(|user| state.user_route(user)),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => state.application_route(),
        ("GET", ["applications", app, "commands"]) => {
            state.check_application(app).and_then(|()| state.commands_route())
        }
        ("PUT", ["applications", app, "commands"]) => {
            state.check_application(app).and_then(|()| state.put_commands(&call))
        }
        ("POST", ["applications", app, "commands"]) => {
            state.check_application(app).and_then(|()| state.post_command(&call))
        }
        ("POST", ["interactions", interaction, token, "callback"]) => {
            id(interaction, "interaction_id").and_then(|interaction| state.callback_route(interaction, token, call))
        }
        ("POST", ["webhooks", app, token]) => {
            state.check_application(app).and_then(|()| state.follow_up_route(token, call))
        }
        ("GET", ["webhooks", app, token, "messages", message]) => {
            state.check_application(app).and_then(|()| state.get_answer_route(token, message))
        }
        ("PATCH", ["webhooks", app, token, "messages", message]) => {
            state.check_application(app).and_then(|()| state.edit_answer_route(token, message, call))
        }
        ("DELETE", ["webhooks", app, token, "messages", message]) => {
            state.check_application(app).and_then(|()| state.delete_answer_route(token, message))
        }
        (_, ["channels", channel, rest @ ..]) => return channel_route(state, &method, channel, rest, call),
        (_, ["guilds", guild, rest @ ..]) => return guild_route(state, &method, guild, rest, &call),
        _ => return None,
    })
}

fn channel_route(
    state: &mut State,
    method: &str,
    channel: &str,
    rest: &[&str],
    call: ApiRequest,
) -> Option<RouteResult> {
    let channel = match id(channel, "channel_id") {
        Ok(channel) => channel,
        Err(refusal) => return Some(Err(refusal)),
    };
    Some(match (method, rest) {
        ("GET", []) => state.get_channel(channel),
        ("GET", ["messages"]) => state.list_messages(channel, &call),
        ("POST", ["messages"]) => state.create_message(channel, call),
        ("POST", ["threads"]) => state.start_thread(channel, &call),
        ("POST", ["typing"]) => state.typing_route(channel),
        ("GET", ["messages", "pins"]) => state.list_pins(channel, &call),
        // The routes for pins without `messages` are deprecated, and many clients still use them.
        ("GET", ["pins"]) => state.list_pinned_messages(channel),
        ("PUT" | "DELETE", ["messages", "pins", message] | ["pins", message]) => {
            id(message, "message_id").and_then(|message| state.pin_route(channel, message, method == "PUT"))
        }
        (_, ["messages", message, rest @ ..]) => match id(message, "message_id") {
            Ok(message) => return message_route(state, method, (channel, message), rest, call),
            Err(refusal) => Err(refusal),
        },
        _ => return None,
    })
}

fn message_route(
    state: &mut State,
    method: &str,
    (channel, message): (Id, Id),
    rest: &[&str],
    call: ApiRequest,
) -> Option<RouteResult> {
    Some(match (method, rest) {
        ("GET", []) => state.get_message(channel, message),
        ("PATCH", []) => state.edit_message(channel, message, call),
        ("DELETE", []) => state.delete_message(channel, message),
        ("PUT", ["reactions", emoji, "@me"]) => state.react_route(channel, message, emoji, true),
        ("DELETE", ["reactions", emoji, "@me"]) => state.react_route(channel, message, emoji, false),
        ("POST", ["threads"]) => state.start_thread_from_message(channel, message, &call),
        _ => return None,
    })
}

fn guild_route(state: &mut State, method: &str, guild: &str, rest: &[&str], call: &ApiRequest) -> Option<RouteResult> {
    let checked = id(guild, "guild_id").and_then(|guild| state.guild_for_bot(guild).map(|()| guild));
    let guild = match checked {
        Ok(guild) => guild,
        Err(refusal) => return Some(Err(refusal)),
    };
    Some(match (method, rest) {
        ("GET", []) => state.get_guild(guild, call),
        ("GET", ["channels"]) => state.guild_channels(guild),
        ("GET", ["roles"]) => state.guild_roles(guild),
        ("GET", ["members"]) => state.guild_members(guild, call),
        ("GET", ["members", user]) => {
            let user = if *user == "@me" { Ok(state.app.bot) } else { id(user, "user_id") };
            user.and_then(|user| state.guild_member(guild, user))
        }
        ("GET", ["scheduled-events"]) => state.list_events(guild),
        ("POST", ["scheduled-events"]) => state.create_event(guild, call),
        ("GET", ["scheduled-events", event]) => {
            id(event, "guild_scheduled_event_id").and_then(|event| state.get_event(guild, event))
        }
        ("PATCH", ["scheduled-events", event]) => {
            id(event, "guild_scheduled_event_id").and_then(|event| state.edit_event(guild, event, call))
        }
        ("DELETE", ["scheduled-events", event]) => {
            id(event, "guild_scheduled_event_id").and_then(|event| state.delete_event(guild, event))
        }
        ("GET", ["threads", "active"]) => state.active_threads_route(guild),
        ("GET", ["messages", "search"]) => state.search_route(guild, call),
        _ => return None,
    })
}

/// An id in a path.
fn id(text: &str, name: &str) -> Result<Id, Refusal> {
    text.parse().map_err(|_| {
        let mut problems = crate::validate::Problems::default();
        problems.add(name, "NUMBER_TYPE_COERCE", format!("Value \"{text}\" is not snowflake."));
        problems.finish().expect_err("there is a problem")
    })
}
