//! Discord's JSON, written from the world: users, members, roles, channels, servers.

use serde_json::{Map, Value, json};

use crate::flag;
use crate::ids::{Id, iso, made_ms};
use crate::overwrite::OverwriteFor;
use crate::permission::VIEW_CHANNEL;
use crate::world::threads::FORUM;
use crate::world::{Channel, Role, Server, State};

impl State {
    pub(crate) fn user_json(&self, id: Id) -> Value {
        let Some(user) = self.users.get(&id) else { return Value::Null };
        let name: String = user.name.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let mut json = json!({
            "id": id.to_string(),
            "username": if name.is_empty() { format!("user{}", id & 0xFFFF) } else { name },
            "discriminator": if user.bot { "4242" } else { "0" },
            "global_name": if user.bot { Value::Null } else { json!(user.name) },
            "avatar": null,
            "avatar_decoration_data": null,
            "collectibles": null,
            "primary_guild": null,
            "public_flags": 0,
            "flags": 0,
        });
        if user.bot {
            json["bot"] = json!(true);
            json["username"] = json!(user.name);
        }
        json
    }

    /// The member object without its `user`, as messages and resolved data carry it.
    pub(crate) fn member_part(&self, server: &Server, user: Id) -> Option<Value> {
        let member = server.members.get(&user)?;
        Some(json!({
            "avatar": null,
            "banner": null,
            "nick": member.nick,
            "roles": member.roles.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "joined_at": iso(member.joined_ms),
            "premium_since": null,
            "communication_disabled_until": member.timed_out_until_ms.map(iso),
            "flags": 0,
            "pending": false,
            "mute": false,
            "deaf": false,
        }))
    }

    pub(crate) fn member_json(&self, server: &Server, user: Id) -> Option<Value> {
        let mut member = self.member_part(server, user)?;
        member["user"] = self.user_json(user);
        Some(member)
    }

    /// The member object of an interaction, with the permissions in its channel.
    pub(crate) fn acting_member(&self, server: &Server, channel: &Channel, user: Id) -> Option<Value> {
        let mut member = self.member_json(server, user)?;
        member["permissions"] = json!(self.permissions_in(channel, user).to_string());
        Some(member)
    }

    pub(crate) fn channel_json(&self, channel: &Channel) -> Value {
        let last = channel.messages.iter().rev().find(|(_, m)| m.only_for.is_none()).map(|(id, _)| id.to_string());
        let mut json = json!({
            "id": channel.id.to_string(),
            "type": channel.kind,
            "last_message_id": last,
            "flags": 0,
        });
        if let Some(user) = channel.recipient {
            json["recipients"] = json!([self.user_json(user)]);
            return json;
        }
        let overwrites: Vec<Value> = channel
            .overwrites
            .iter()
            .map(|o| {
                let (id, kind) = match o.whom {
                    OverwriteFor::Role(id) => (id, 0),
                    OverwriteFor::Member(id) => (id, 1),
                };
                json!({"id": id.to_string(), "type": kind, "allow": o.allow.to_string(), "deny": o.deny.to_string()})
            })
            .collect();
        json["guild_id"] = json!(channel.server.map(|id| id.to_string()));
        json["name"] = json!(channel.name);
        json["position"] = json!(channel.position);
        json["permission_overwrites"] = json!(overwrites);
        json["topic"] = Value::Null;
        json["nsfw"] = json!(false);
        json["rate_limit_per_user"] = json!(0);
        json["parent_id"] = Value::Null;
        if channel.kind == FORUM {
            let fields = json!({
                "last_message_id": self.threads_in(channel.id).last().map(ToString::to_string),
                "available_tags": [], "default_reaction_emoji": null, "default_sort_order": null,
                "default_forum_layout": 0, "template": "",
            });
            if let (Some(json), Value::Object(fields)) = (json.as_object_mut(), fields) {
                json.extend(fields);
            }
        }
        if let Some(thread) = &channel.thread {
            self.make_thread_json(channel, thread, &mut json);
        }
        json
    }

    /// The short channel object of interactions and resolved data, with the user's permissions there.
    pub(crate) fn channel_part(&self, channel: &Channel, user: Id) -> Value {
        let mut json = self.channel_json(channel);
        if let Some(map) = json.as_object_mut() {
            map.remove("permission_overwrites");
            map.insert("permissions".into(), json!(self.permissions_in(channel, user).to_string()));
        }
        json
    }

    pub(crate) fn role_json(&self, server: &Server, role: &Role) -> Value {
        let position = if role.id == server.id { 0 } else { server.roles.range(..role.id).count().max(1) };
        let mut json = json!({
            "id": role.id.to_string(),
            "name": role.name,
            "permissions": role.permissions.to_string(),
            "position": position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
            "hoist": false,
            "managed": role.managed_by.is_some(),
            "mentionable": false,
            "icon": null,
            "unicode_emoji": null,
            "flags": 0,
        });
        if let Some(bot) = role.managed_by {
            json["tags"] = json!({"bot_id": bot.to_string()});
        }
        json
    }

    pub(crate) fn roles_json(&self, server: &Server) -> Vec<Value> {
        server.roles.values().map(|role| self.role_json(server, role)).collect()
    }

    /// The server's channels that the bot may see, as REST lists them.
    pub(crate) fn channels_json(&self, server: Id) -> Vec<Value> {
        self.channels_of(server)
            .filter(|c| self.may(c, self.app.bot, VIEW_CHANNEL))
            .map(|c| self.channel_json(c))
            .collect()
    }

    fn channels_of(&self, server: Id) -> impl Iterator<Item = &Channel> {
        self.channels.values().filter(move |c| c.server == Some(server) && c.thread.is_none())
    }

    /// The channel as events carry it. Of one that the bot may not see they tell that it is there, and little more
    /// (Discord's change log, 12 August 2026).
    pub(crate) fn channel_in_event(&self, channel: &Channel) -> Value {
        let mut json = self.channel_json(channel);
        if channel.thread.is_none() && !self.may(channel, self.app.bot, VIEW_CHANNEL) {
            let everyone = channel.server.unwrap_or_default().to_string();
            json["name"] = json!("___hidden___");
            json["flags"] = json!(flag::HIDDEN_CHANNEL);
            json["last_message_id"] = Value::Null;
            json["permission_overwrites"] =
                json!([{"id": everyone, "type": 0, "allow": "0", "deny": VIEW_CHANNEL.to_string()}]);
        }
        json
    }

    /// The server as REST answers it.
    pub(crate) fn guild_json(&self, server: &Server, with_counts: bool) -> Value {
        let mut json = json!({
            "id": server.id.to_string(),
            "name": server.name,
            "icon": null,
            "description": null,
            "home_header": null,
            "splash": null,
            "discovery_splash": null,
            "features": [],
            "banner": null,
            "owner_id": server.owner.to_string(),
            "application_id": null,
            "region": "deprecated",
            "afk_channel_id": null,
            "afk_timeout": 300,
            "system_channel_id": null,
            "system_channel_flags": 0,
            "widget_enabled": false,
            "widget_channel_id": null,
            "verification_level": 1,
            "roles": self.roles_json(server),
            "default_message_notifications": 1,
            "mfa_level": 0,
            "explicit_content_filter": 0,
            "max_presences": null,
            "max_members": 250_000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "vanity_url_code": null,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": server.locale,
            "rules_channel_id": null,
            "safety_alerts_channel_id": null,
            "public_updates_channel_id": null,
            "premium_progress_bar_enabled": false,
            "premium_progress_bar_enabled_user_updated_at": null,
            "nsfw": false,
            "nsfw_level": 0,
            "emojis": [],
            "stickers": [],
            "incidents_data": null,
        });
        if with_counts {
            json["approximate_member_count"] = json!(server.member_count());
            json["approximate_presence_count"] = json!(1);
        }
        json
    }

    /// The server as `GUILD_CREATE` carries it. Without the presence intent a large part of it is only the bot.
    pub(crate) fn guild_create_json(&self, server: &Server) -> Value {
        let mut json = self.guild_json(server, false);
        let bot = server.members.get(&self.app.bot);
        let events: Vec<&Value> = server.events.values().collect();
        let more = json!({
            "joined_at": iso(bot.map_or_else(|| made_ms(server.id), |bot| bot.joined_ms)),
            "large": server.members.len() > 50,
            "unavailable": false,
            "member_count": server.members.len(),
            "voice_states": [],
            "members": self.member_json(server, self.app.bot).into_iter().collect::<Vec<_>>(),
            "channels": self.channels_of(server.id).map(|c| self.channel_in_event(c)).collect::<Vec<_>>(),
            "threads": self.active_threads(server.id),
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": events,
            "soundboard_sounds": [],
        });
        if let (Some(into), Value::Object(more)) = (json.as_object_mut(), more) {
            into.extend(more);
        }
        json
    }

    pub(crate) fn application_json(&self) -> Value {
        // The limited flags are those of an app whose intents Discord has not approved (Discord, "Application Flags").
        let limited = u64::from(!self.options.intents_approved);
        let flags = (u64::from(self.options.message_content) << (18 + limited))
            | (u64::from(self.options.guild_members) << (14 + limited));
        let servers = self.servers.keys().filter(|id| self.bot_in(**id)).count();
        json!({
            "id": self.app.id.to_string(),
            "name": self.options.bot_name,
            "icon": null,
            "description": "",
            "type": null,
            "verify_key": "0000000000000000000000000000000000000000000000000000000000000000",
            "flags": flags,
            "flags_new": flags.to_string(),
            "redirect_uris": [],
            "interactions_endpoint_url": null,
            "role_connections_verification_url": null,
            "event_webhooks_url": null,
            "owner": {"id": "1", "username": "operator", "discriminator": "0", "global_name": "Operator",
                "avatar": null, "public_flags": 0, "flags": 0, "primary_guild": null},
            "approximate_guild_count": servers,
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": null,
            "eligible_oauth2_scopes": [],
            "bot_public": self.options.bot_public,
            "bot_require_code_grant": false,
            "integration_types_config": {"0": {}},
            "bot": self.user_json(self.app.bot),
        })
    }

    /// Users, members, roles, channels and messages by id: the resolved data of an interaction.
    pub(crate) fn resolved(
        &self,
        server: Option<&Server>,
        channel: &Channel,
        wanted: &References,
        actor: Id,
    ) -> Option<Value> {
        let mut all = Map::new();
        let mut put = |kind: &str, id: Id, value: Value| {
            let kind = all.entry(kind).or_insert_with(|| json!({}));
            kind[id.to_string()] = value;
        };
        for id in &wanted.users {
            put("users", *id, self.user_json(*id));
            if let Some(server) = server
                && let Some(mut member) = self.member_part(server, *id)
            {
                // Resolved members lack `user`, `deaf` and `mute` (Discord, "Resolved Data Structure").
                if let Some(member) = member.as_object_mut() {
                    member.remove("deaf");
                    member.remove("mute");
                }
                member["permissions"] = json!(self.permissions_in(channel, *id).to_string());
                put("members", *id, member);
            }
        }
        for id in &wanted.roles {
            if let Some((server, role)) = server.and_then(|s| s.roles.get(id).map(|role| (s, role))) {
                put("roles", *id, self.role_json(server, role));
            }
        }
        for id in &wanted.channels {
            if let Some(channel) = self.channels.get(id) {
                let mut part = self.channel_part(channel, actor);
                part["app_permissions"] = json!(self.permissions_in(channel, self.app.bot).to_string());
                put("channels", *id, part);
            }
        }
        if let Some(id) = wanted.message
            && let Some(message) = channel.messages.get(&id)
        {
            put("messages", id, message.json.clone());
        }
        (!all.is_empty()).then_some(Value::Object(all))
    }
}

/// The ids that an interaction names.
#[derive(Debug, Default, Clone)]
pub(crate) struct References {
    pub(crate) users: Vec<Id>,
    pub(crate) roles: Vec<Id>,
    pub(crate) channels: Vec<Id>,
    pub(crate) message: Option<Id>,
}
