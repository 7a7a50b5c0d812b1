//! How commands and their options are described to Discord: names from `product.md`, texts from the language files.
//!
//! `default_member_permissions` counts for a whole root, so roots are split by who may use them.

use std::iter;

use serenity::all::{
    ChannelType, CommandOptionType, CommandType, CreateCommand, CreateCommandOption, InstallationContext,
    InteractionContext, Permissions,
};

use crate::discord::commands::localized;
use crate::text::Lang;
use domain::campaign::Step;

/// Where a command may be used.
pub(super) const IN_SERVERS: [InteractionContext; 1] = [InteractionContext::Guild];
/// The same, and in the bot's own private conversation.
pub(super) const IN_SERVERS_AND_PRIVATE: [InteractionContext; 2] =
    [InteractionContext::Guild, InteractionContext::BotDm];

/// A command: its base name and its English description, and both in the other languages. Only members with
/// `permissions` see it, if some are named.
pub(super) fn root(
    name: &str,
    contexts: &[InteractionContext],
    permissions: Option<Permissions>,
    options: Vec<CreateCommandOption>,
) -> CreateCommand {
    let key = format!("cmd-{name}");
    let mut root = CreateCommand::new(name).kind(CommandType::ChatInput).description(Lang::english().say(&key));
    for (locale, lang) in localized::locales() {
        root = root.name_localized(locale, lang.name(name)).description_localized(locale, lang.say(&key));
    }
    if let Some(permissions) = permissions {
        root = root.default_member_permissions(permissions);
    }
    for_servers(root, contexts).set_options(options)
}

/// A command of the menu that opens over a member or a message: Discord gives it back by its English name.
pub(super) fn on_right_click(key: &str, kind: CommandType) -> CreateCommand {
    let command = CreateCommand::new(Lang::english().say(key)).kind(kind);
    let named =
        localized::locales().fold(command, |command, (locale, lang)| command.name_localized(locale, lang.say(key)));
    for_servers(named, &IN_SERVERS)
}

/// The bot is added to servers, not to a person's account.
fn for_servers(command: CreateCommand, contexts: &[InteractionContext]) -> CreateCommand {
    command.contexts(contexts.to_vec()).integration_types(vec![InstallationContext::Guild])
}

/// What every option has: its base name and its English description, and both in the other languages.
fn option(kind: CommandOptionType, key: &str, name: &str) -> CreateCommandOption {
    let key = format!("cmd-{key}");
    let option = CreateCommandOption::new(kind, name, Lang::english().say(&key));
    localized::locales().fold(option, |option, (locale, lang)| {
        option.name_localized(locale, lang.name(name)).description_localized(locale, lang.say(&key))
    })
}

pub(super) fn group(key: &str, name: &str, options: Vec<CreateCommandOption>) -> CreateCommandOption {
    option(CommandOptionType::SubCommandGroup, key, name).set_sub_options(options)
}

pub(super) fn sub(key: &str, name: &str, options: Vec<CreateCommandOption>) -> CreateCommandOption {
    option(CommandOptionType::SubCommand, key, name).set_sub_options(options)
}

pub(super) fn text(key: &str, name: &str) -> CreateCommandOption {
    option(CommandOptionType::String, key, name)
}

pub(super) fn number(key: &str, name: &str) -> CreateCommandOption {
    option(CommandOptionType::Integer, key, name)
}

pub(super) fn flag(key: &str, name: &str) -> CreateCommandOption {
    option(CommandOptionType::Boolean, key, name)
}

pub(super) fn user(key: &str, name: &str) -> CreateCommandOption {
    option(CommandOptionType::User, key, name)
}

/// A channel in which one can post: text or announcement.
pub(super) fn channel(key: &str, name: &str) -> CreateCommandOption {
    option(CommandOptionType::Channel, key, name).channel_types(vec![ChannelType::Text, ChannelType::News])
}

pub(super) fn role(key: &str, name: &str) -> CreateCommandOption {
    option(CommandOptionType::Role, key, name)
}

/// A year of the calendar that the day is defined in.
pub(super) fn year() -> CreateCommandOption {
    number("year", "year").min_int_value(1583).max_int_value(9999)
}

pub(super) fn required(option: CreateCommandOption) -> CreateCommandOption {
    option.required(true)
}

pub(super) fn suggested(option: CreateCommandOption) -> CreateCommandOption {
    option.set_autocomplete(true)
}

pub(super) fn at_most(option: CreateCommandOption, characters: u16) -> CreateCommandOption {
    option.max_length(characters)
}

pub(super) fn with_choices(option: CreateCommandOption, choices: Vec<Choice>) -> CreateCommandOption {
    choices
        .into_iter()
        .fold(option, |option, choice| option.add_string_choice_localized(choice.name, choice.value, choice.localized))
}

/// One of the values to choose among.
pub(super) struct Choice {
    name: String,
    value: String,
    localized: Vec<(&'static str, String)>,
}

/// The same by the key of its text.
pub(super) fn choice(key: &str, value: &str) -> Choice {
    let localized = localized::locales().map(|(locale, lang)| (locale, lang.say(key))).collect();
    Choice { name: Lang::english().say(key), value: value.to_owned(), localized }
}

pub(super) fn named<T: Copy>(prefix: &str, all: &[T], name: fn(T) -> &'static str) -> Vec<Choice> {
    all.iter().map(|one| choice(&format!("{prefix}-{}", name(*one)), name(*one))).collect()
}

pub(super) fn steps(wanted: impl Fn(Step) -> bool) -> Vec<Choice> {
    let all: Vec<Step> = Step::ALL.iter().copied().filter(|step| wanted(*step)).collect();
    named("step", &all, Step::name)
}

/// Every language, and the choice of none in particular.
pub(super) fn languages_or_none() -> Vec<Choice> {
    languages().into_iter().chain(iter::once(choice("profile-language-none", "-"))).collect()
}

/// The languages, each by its own name, which is the same in every language.
pub(super) fn languages() -> Vec<Choice> {
    let named =
        |one: Lang| Choice { name: one.own_name().to_owned(), value: one.tag().to_owned(), localized: Vec::new() };
    Lang::all().map(named).collect()
}
