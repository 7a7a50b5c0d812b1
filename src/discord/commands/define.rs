//! How commands and their options are described to Discord: names from `product.md`, texts from the language files.
//!
//! `default_member_permissions` counts for a whole root, so roots are split by who may use them.

use serde::Serialize;
use serde_json::{Value, json};
use twilight_model::application::command::{CommandOptionType, CommandType};
use twilight_model::channel::ChannelType;

use crate::discord::commands::localized;
use crate::text::Lang;
use domain::campaign::Step;

/// MANAGE_GUILD, as Discord wants it.
pub(super) const MANAGE_SERVER: &str = "32";

/// Where a command may be used: 0 in servers, 1 in the bot's own private conversation.
pub(super) const IN_SERVERS: [u8; 1] = [0];
pub(super) const IN_SERVERS_AND_PRIVATE: [u8; 2] = [0, 1];

/// What every command and option has: its base name and its English description, and both in the other languages.
fn described(kind: impl Serialize, key: &str, name: &str) -> Value {
    let key = format!("cmd-{key}");
    json!({
        "type": kind, "name": name, "name_localizations": localized::names(name),
        "description": Lang::english().say(&key), "description_localizations": localized::texts(&key),
    })
}

pub(super) fn root(name: &str, contexts: &[u8], permissions: Option<&str>, options: Vec<Value>) -> Value {
    let mut root = described(CommandType::ChatInput, name, name);
    root["contexts"] = contexts.into();
    root["integration_types"] = json!([0]);
    root["default_member_permissions"] = permissions.into();
    root["options"] = options.into();
    root
}

/// A command of the menu that opens over a member or a message: Discord gives it back by its English name.
pub(super) fn on_right_click(key: &str, kind: CommandType) -> Value {
    json!({
        "name": Lang::english().say(key), "name_localizations": localized::texts(key), "type": kind, "contexts": IN_SERVERS,
        "integration_types": [0],
    })
}

pub(super) fn group(key: &str, name: &str, options: Vec<Value>) -> Value {
    let mut group = described(CommandOptionType::SubCommandGroup, key, name);
    group["options"] = options.into();
    group
}

pub(super) fn sub(key: &str, name: &str, options: Vec<Value>) -> Value {
    let mut sub = described(CommandOptionType::SubCommand, key, name);
    sub["options"] = options.into();
    sub
}

pub(super) fn text(key: &str, name: &str) -> Value {
    described(CommandOptionType::String, key, name)
}

pub(super) fn number(key: &str, name: &str, (least, most): (i64, i64)) -> Value {
    let mut number = described(CommandOptionType::Integer, key, name);
    number["min_value"] = least.into();
    number["max_value"] = most.into();
    number
}

pub(super) fn flag(key: &str, name: &str) -> Value {
    described(CommandOptionType::Boolean, key, name)
}

pub(super) fn user(key: &str, name: &str) -> Value {
    described(CommandOptionType::User, key, name)
}

/// A channel in which one can post: text or announcement.
pub(super) fn channel(key: &str, name: &str) -> Value {
    let mut channel = described(CommandOptionType::Channel, key, name);
    channel["channel_types"] = json!([ChannelType::GuildText, ChannelType::GuildAnnouncement]);
    channel
}

pub(super) fn role(key: &str, name: &str) -> Value {
    described(CommandOptionType::Role, key, name)
}

pub(super) fn year() -> Value {
    number("year", "year", (1583, 9999))
}

pub(super) fn required(mut option: Value) -> Value {
    option["required"] = true.into();
    option
}

pub(super) fn suggested(mut option: Value) -> Value {
    option["autocomplete"] = true.into();
    option
}

pub(super) fn at_most(mut option: Value, characters: u16) -> Value {
    option["max_length"] = characters.into();
    option
}

pub(super) fn with_choices(mut option: Value, choices: Vec<Value>) -> Value {
    option["choices"] = choices.into();
    option
}

/// One of the values to choose among, by the key of its text.
pub(super) fn choice(key: &str, value: &str) -> Value {
    json!({"name": Lang::english().say(key), "name_localizations": localized::texts(key), "value": value})
}

pub(super) fn named<T: Copy>(prefix: &str, all: &[T], name: fn(T) -> &'static str) -> Vec<Value> {
    all.iter().map(|one| choice(&format!("{prefix}-{}", name(*one)), name(*one))).collect()
}

pub(super) fn steps(wanted: impl Fn(Step) -> bool) -> Vec<Value> {
    let all: Vec<Step> = Step::ALL.iter().copied().filter(|step| wanted(*step)).collect();
    named("step", &all, Step::name)
}

/// Every language, and the choice of none in particular.
pub(super) fn languages_or_none() -> Vec<Value> {
    let none = choice("profile-language-none", "-");
    languages().into_iter().chain([none]).collect()
}

/// The languages, each by its own name, which is the same in every language.
pub(super) fn languages() -> Vec<Value> {
    Lang::all().map(|one| json!({"name": one.own_name(), "value": one.tag()})).collect()
}
