//! The mentions and pings of a message, as far as `allowed_mentions` allows them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::components::text_of;
use crate::flag;
use crate::ids::{Id, id_of};
use crate::permission::{MENTION_EVERYONE, VIEW_CHANNEL};
use crate::world::{MemberData, State};

impl State {
    /// Sets the mentions of the message and, when it is new, its pings.
    pub(crate) fn resolve_mentions(&mut self, channel: Id, id: Id, body: &Value, pings: bool) {
        let Some(stored) = self.message(channel, id) else { return };
        let Some(place) = self.channels.get(&channel) else { return };
        let server = self.server_of(channel);
        let author = stored.author;
        let text = text_of(&stored.json);
        let allowed = Allowed::of(&body["allowed_mentions"]);
        let mut mentions: BTreeSet<Id> = named(&text, &["<@", "<@!"])
            .into_iter()
            .filter(|id| self.users.contains_key(id) && allowed.users.as_ref().is_none_or(|a| a.contains(id)))
            .collect();
        let may_ping_all = self.permissions_in(place, author) & MENTION_EVERYONE != 0;
        let roles: BTreeSet<Id> = named(&text, &["<@&"])
            .into_iter()
            .filter(|id| server.is_some_and(|s| s.roles.contains_key(id) && *id != s.id))
            .filter(|id| allowed.roles.as_ref().is_none_or(|a| a.contains(id)))
            .collect();
        let everyone = (text.contains("@everyone") || text.contains("@here"))
            && allowed.everyone
            && may_ping_all
            && server.is_some();
        let original = stored.json.get("referenced_message").and_then(|m| id_of(&m["author"]["id"]));
        if allowed.replied_user && stored.json["type"] == 19 {
            mentions.extend(original);
        }
        let mut pinged: BTreeSet<Id> = mentions.clone();
        if let Some(server) = server {
            let of_role = |m: &MemberData| m.roles.iter().any(|role| roles.contains(role)) && may_ping_all;
            pinged.extend(server.members.iter().filter(|(_, m)| everyone || of_role(m)).map(|(id, _)| *id));
        }
        let quiet = stored.json["flags"].as_u64().unwrap_or(0) & flag::SUPPRESS_NOTIFICATIONS != 0;
        pinged.retain(|id| *id != author && *id != self.app.bot && self.may(place, *id, VIEW_CHANNEL));
        if quiet || !pings || stored.only_for.is_some() {
            pinged.clear();
        }
        let users: Vec<Value> = mentions.iter().map(|id| self.user_json(*id)).collect();
        let Some(stored) = self.message_mut(channel, id) else { return };
        stored.json["mentions"] = json!(users);
        stored.json["mention_roles"] = json!(roles.iter().map(ToString::to_string).collect::<Vec<_>>());
        stored.json["mention_everyone"] = json!(everyone);
        stored.mentions = mentions;
        if pings {
            stored.pinged = pinged.into_iter().collect();
        }
    }
}

/// The mentions that `allowed_mentions` allows; `None` is all of them.
struct Allowed {
    users: Option<BTreeSet<Id>>,
    roles: Option<BTreeSet<Id>>,
    everyone: bool,
    replied_user: bool,
}

impl Allowed {
    fn of(field: &Value) -> Self {
        let Some(field) = field.as_object() else {
            return Self { users: None, roles: None, everyone: true, replied_user: true };
        };
        let parse =
            |what: &str| field.get("parse").is_some_and(|p| p.as_array().is_some_and(|p| p.contains(&json!(what))));
        let list = |what: &str| -> BTreeSet<Id> {
            field.get(what).and_then(Value::as_array).into_iter().flatten().filter_map(id_of).collect()
        };
        Self {
            users: (!parse("users")).then(|| list("users")),
            roles: (!parse("roles")).then(|| list("roles")),
            everyone: parse("everyone"),
            replied_user: field.get("replied_user").is_some_and(|on| on == true),
        }
    }
}

/// The ids in `<@1>`, `<@!1>`, `<@&1>` and the like, in order.
pub(crate) fn named(text: &str, openings: &[&str]) -> Vec<Id> {
    let mut found = Vec::new();
    for part in text.split('<').skip(1) {
        let Some((inner, _)) = part.split_once('>') else { continue };
        for opening in openings {
            if let Some(id) = inner.strip_prefix(&opening[1..]).and_then(|digits| digits.parse().ok())
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
    }
    found
}
