//! Every route there is.

use crate::ids::Id;
use crate::refusal::Refusal;
use crate::rest::request::ApiRequest;
use crate::rest::response::RouteResult;
use crate::world::State;

/// Does what the request asks; `None` where there is no such route.
pub(super) fn route(state: &mut State, request: ApiRequest) -> Option<RouteResult> {
    let method = request.method.clone();
    let segments = request.segments.clone();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    Some(match (method.as_str(), segments.as_slice()) {
        ("GET", ["gateway"]) => state.gateway_route(),
        ("GET", ["gateway", "bot"]) => state.gateway_bot_route(),
        ("GET", ["users", "@me"]) => state.me_route(),
        ("GET", ["users", "@me", "guilds"]) => state.my_guilds_route(&request),
        ("POST", ["users", "@me", "channels"]) => state.open_dm_route(&request),
        ("GET", ["users", user]) => id(user, "user_id").and_then(|user| state.user_route(user)),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => state.application_route(),
        ("GET", ["applications", app, "commands"]) => {
            state.check_application(app).and_then(|()| state.commands_route())
        }
        ("PUT", ["applications", app, "commands"]) => {
            state.check_application(app).and_then(|()| state.put_commands(&request))
        }
        ("POST", ["applications", app, "commands"]) => {
            state.check_application(app).and_then(|()| state.post_command(&request))
        }
        ("GET", ["applications", app, "guilds", guild, "commands", "permissions"]) => state
            .check_application(app)
            .and_then(|()| id(guild, "guild_id"))
            .and_then(|guild| state.all_command_permissions_route(guild)),
        ("GET", ["applications", app, "guilds", guild, "commands", command, "permissions"]) => state
            .check_application(app)
            .and_then(|()| state.command_permissions_route(id(guild, "guild_id")?, id(command, "command_id")?)),
        ("POST", ["interactions", interaction, token, "callback"]) => {
            id(interaction, "interaction_id").and_then(|interaction| state.callback_route(interaction, token, request))
        }
        ("POST", ["webhooks", app, token]) => {
            state.check_application(app).and_then(|()| state.follow_up_route(token, request))
        }
        ("GET", ["webhooks", app, token, "messages", message]) => {
            state.check_application(app).and_then(|()| state.get_answer_route(token, message))
        }
        ("PATCH", ["webhooks", app, token, "messages", message]) => {
            state.check_application(app).and_then(|()| state.edit_answer_route(token, message, request))
        }
        ("DELETE", ["webhooks", app, token, "messages", message]) => {
            state.check_application(app).and_then(|()| state.delete_answer_route(token, message))
        }
        (_, ["channels", channel, rest @ ..]) => return channel_route(state, &method, channel, rest, request),
        (_, ["guilds", guild, rest @ ..]) => return guild_route(state, &method, guild, rest, &request),
        _ => return None,
    })
}

fn channel_route(
    state: &mut State,
    method: &str,
    channel: &str,
    rest: &[&str],
    request: ApiRequest,
) -> Option<RouteResult> {
    let channel = match id(channel, "channel_id") {
        Ok(channel) => channel,
        Err(refusal) => return Some(Err(refusal)),
    };
    Some(match (method, rest) {
        ("GET", []) => state.get_channel(channel),
        ("GET", ["messages"]) => state.list_messages(channel, &request),
        ("POST", ["messages"]) => state.create_message(channel, request),
        ("POST", ["threads"]) => state.start_thread(channel, &request),
        ("POST", ["typing"]) => state.typing_route(channel),
        ("GET", ["messages", "pins"]) => state.list_pins(channel, &request),
        // The routes for pins without `messages` are deprecated, and many clients still use them.
        ("GET", ["pins"]) => state.list_pinned_messages(channel),
        ("PUT" | "DELETE", ["messages", "pins", message] | ["pins", message]) => {
            id(message, "message_id").and_then(|message| state.pin_route(channel, message, method == "PUT"))
        }
        (_, ["messages", message, rest @ ..]) => match id(message, "message_id") {
            Ok(message) => return message_route(state, method, (channel, message), rest, request),
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
    request: ApiRequest,
) -> Option<RouteResult> {
    Some(match (method, rest) {
        ("GET", []) => state.get_message(channel, message),
        ("PATCH", []) => state.edit_message(channel, message, request),
        ("DELETE", []) => state.delete_message(channel, message),
        ("PUT", ["reactions", emoji, "@me"]) => state.react_route(channel, message, emoji, true),
        ("DELETE", ["reactions", emoji, "@me"]) => state.react_route(channel, message, emoji, false),
        ("POST", ["threads"]) => state.start_thread_from_message(channel, message, &request),
        _ => return None,
    })
}

fn guild_route(
    state: &mut State,
    method: &str,
    guild: &str,
    rest: &[&str],
    request: &ApiRequest,
) -> Option<RouteResult> {
    let checked = id(guild, "guild_id").and_then(|guild| state.guild_for_bot(guild).map(|()| guild));
    let guild = match checked {
        Ok(guild) => guild,
        Err(refusal) => return Some(Err(refusal)),
    };
    Some(match (method, rest) {
        ("GET", []) => state.get_guild(guild, request),
        ("GET", ["channels"]) => state.guild_channels(guild),
        ("GET", ["roles"]) => state.guild_roles(guild),
        ("GET", ["members"]) => state.guild_members(guild, request),
        ("GET", ["members", user]) => {
            let user = if *user == "@me" { Ok(state.app.bot) } else { id(user, "user_id") };
            user.and_then(|user| state.guild_member(guild, user))
        }
        ("GET", ["scheduled-events"]) => state.list_events(guild),
        ("POST", ["scheduled-events"]) => state.create_event(guild, request),
        ("GET", ["scheduled-events", event]) => {
            id(event, "guild_scheduled_event_id").and_then(|event| state.get_event(guild, event))
        }
        ("PATCH", ["scheduled-events", event]) => {
            id(event, "guild_scheduled_event_id").and_then(|event| state.edit_event(guild, event, request))
        }
        ("DELETE", ["scheduled-events", event]) => {
            id(event, "guild_scheduled_event_id").and_then(|event| state.delete_event(guild, event))
        }
        ("GET", ["threads", "active"]) => state.active_threads_route(guild),
        ("GET", ["messages", "search"]) => state.search_route(guild, request),
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
