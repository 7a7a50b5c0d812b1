//! People as Discord's events and answers show them.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::app::roster::Person;

/// A member, whole or in part, as events carry it.
#[derive(Deserialize, Clone)]
pub(super) struct RawMember {
    pub(super) user: Option<RawUser>,
    nick: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    joined_at: Option<DateTime<Utc>>,
    pub(super) permissions: Option<String>,
}

/// A user, as events carry it.
#[derive(Deserialize, Clone)]
pub(super) struct RawUser {
    pub(super) id: String,
    username: String,
    global_name: Option<String>,
    #[serde(default)]
    bot: bool,
    /// Only in a message's mentions: the member that belongs to the user.
    pub(super) member: Option<Box<RawMember>>,
}

/// A person as an event shows them; `None` when their id is no number.
pub(super) fn person(user: &RawUser, member: Option<&RawMember>) -> Option<Person> {
    let nick = member.and_then(|member| member.nick.as_deref());
    let name = nick.or(user.global_name.as_deref()).unwrap_or(&user.username);
    Some(Person {
        user: user.id.parse().ok()?,
        name: name.to_owned(),
        is_bot: user.bot,
        roles: member
            .map(|member| member.roles.iter().filter_map(|role| role.parse().ok()).collect())
            .unwrap_or_default(),
        member_since: member.and_then(|member| member.joined_at),
    })
}
