//! The options of a command, a menu or a form, in Discord's types.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::app::roster::Person;
use domain::ids::{ChannelId, RoleId, UserId};
use serenity::all::Permissions;

/// Values by name, with the people, roles and channels that they refer to.
#[derive(Debug, Default)]
pub struct Options {
    pub(super) values: BTreeMap<String, Value>,
    pub(super) people: BTreeMap<u64, Person>,
    pub(super) channels: BTreeMap<u64, ResolvedChannel>,
}

/// A channel that was chosen, as Discord tells it beside the choice.
#[derive(Clone, Debug, Default)]
pub struct ResolvedChannel {
    /// Its name.
    pub name: Option<String>,
    /// What the bot may do there; Discord tells it of hidden channels too.
    pub app_permissions: Option<Permissions>,
}

/// One value.
#[derive(Debug)]
pub(super) enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// The id of a member.
    Person(u64),
    /// The id of a channel or a role.
    Id(u64),
    /// What was chosen from a menu.
    Chosen(Vec<String>),
}

/// The name under which the values of a pressed menu stand.
pub const CHOSEN: &str = "";

impl Options {
    /// A text, or the one thing that was chosen; `None` when it is empty.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let text = match self.values.get(name)? {
            Value::Text(text) => Some(text),
            Value::Chosen(all) => all.first(),
            _ => None,
        };
        text.map(String::as_str).filter(|text| !text.is_empty())
    }

    /// Everything that was chosen from a menu.
    #[must_use]
    pub fn all(&self, name: &str) -> &[String] {
        match self.values.get(name) {
            Some(Value::Chosen(all)) => all,
            _ => &[],
        }
    }

    /// What was chosen in the menu, as far as it has the requested type.
    pub fn chosen<T: FromStr>(&self) -> impl Iterator<Item = T> {
        self.all(CHOSEN).iter().filter_map(|value| value.parse().ok())
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        match self.values.get(name)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The year, in commands that take one.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        // A number that is no year by far must not be read as none.
        Some(self.number("year")?.try_into().unwrap_or(i32::MAX))
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.values.get(name)? {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// A member.
    #[must_use]
    pub fn person(&self, name: &str) -> Option<&Person> {
        self.ids(name).find_map(|id| self.people.get(&id))
    }

    /// Whether a member was named whom Discord did not describe: nothing can be done for them.
    #[must_use]
    pub fn lacks_person(&self) -> bool {
        self.values.values().any(|value| matches!(value, Value::Person(id) if !self.people.contains_key(id)))
    }

    /// The members of a field whom Discord did not describe.
    #[must_use]
    pub fn not_described(&self, name: &str) -> Vec<UserId> {
        self.ids(name).filter(|id| !self.people.contains_key(id)).map(UserId).collect()
    }

    /// Every member of a field.
    #[must_use]
    pub fn people(&self, name: &str) -> Vec<Person> {
        self.ids(name).filter_map(|id| self.people.get(&id)).cloned().collect()
    }

    /// A channel, and what Discord tells of it.
    #[must_use]
    pub fn channel(&self, name: &str) -> Option<(ChannelId, ResolvedChannel)> {
        let id = self.ids(name).next()?;
        Some((ChannelId(id), self.channels.get(&id).cloned().unwrap_or_default()))
    }

    /// A role.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<RoleId> {
        self.ids(name).next().map(RoleId)
    }

    fn ids(&self, name: &str) -> impl Iterator<Item = u64> {
        let one = match self.values.get(name) {
            Some(Value::Person(id) | Value::Id(id)) => Some(*id),
            _ => None,
        };
        one.into_iter().chain(self.all(name).iter().filter_map(|id| id.parse().ok()))
    }
}
