//! People as Discord's events and answers show them.

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use crate::app::roster::Person;
use crate::discord::shapes::{Each, Object, Shape, Unread};
use domain::ids::{RoleId, UserId};

/// A member, whole or in part, as events carry it.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who it is; events leave it out where it stands beside.
    pub user: Option<User>,
    /// Until when they are timed out; an instant that has passed means nothing.
    pub timed_out_until: Option<DateTime<Utc>>,
    /// What they may do in the channel of an interaction, as Discord's bits.
    pub permissions: Option<u64>,
    nick: Option<String>,
    roles: Each<RoleId>,
    joined_at: Option<DateTime<Utc>>,
}

impl Member {
    /// All of their roles; `None` if some of them do not read.
    #[must_use]
    pub fn all_roles(&self) -> Option<Vec<RoleId>> {
        self.roles.is_whole.then(|| self.roles.to_vec())
    }

    /// The person that they are; `None` where the member came without its user.
    #[must_use]
    pub fn person(&self) -> Option<Person> {
        Some(person(self.user.as_ref()?, Some(self)))
    }
}

impl Shape for Member {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let member = Object::read("member", raw)?;
        Ok(Self {
            user: member.may("user"),
            timed_out_until: member.may("communication_disabled_until"),
            permissions: member.may("permissions"),
            nick: member.may("nick"),
            roles: member.each("roles"),
            joined_at: member.may("joined_at"),
        })
    }
}

/// A user, as events carry it.
#[derive(Clone, Debug)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// Only in a message's mentions: the member that belongs to the user.
    pub member: Option<Box<Member>>,
    username: Option<String>,
    global_name: Option<String>,
    bot: Option<bool>,
}

impl User {
    /// The name of the account.
    #[must_use]
    pub fn account(&self) -> &str {
        self.username.as_deref().unwrap_or_default()
    }
}

impl Shape for User {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let user = Object::read("user", raw)?;
        Ok(Self {
            id: user.must("id")?,
            member: user.may("member").map(Box::new),
            username: user.may("username"),
            global_name: user.may("global_name"),
            bot: user.may("bot"),
        })
    }
}

/// A person as an event shows them.
pub(super) fn person(user: &User, member: Option<&Member>) -> Person {
    let names =
        [member.and_then(|member| member.nick.as_deref()), user.global_name.as_deref(), user.username.as_deref()];
    let name = names.into_iter().flatten().next().unwrap_or_default().to_owned();
    Person {
        user: user.id,
        is_member: member.is_some() && !name.is_empty(),
        name,
        is_bot: user.bot.unwrap_or(false),
        roles: member.map(|member| member.roles.iter().copied().collect()).unwrap_or_default(),
        member_since: member.and_then(|member| member.joined_at),
    }
}
