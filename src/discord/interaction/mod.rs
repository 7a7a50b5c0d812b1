//! What a person asks of the bot: an interaction, read from Discord's own JSON into small structs.
//!
//! Discord describes it in its documentation
//! (<https://discord.com/developers/docs/interactions/receiving-and-responding>).

mod options;

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::Value as Json;
use serde_json::value::RawValue;
use serenity::all::{CommandOptionType, Permissions};
use tokio::time::Instant;

use crate::app::listening::ChannelMessage;
use crate::app::roster::Person;
use crate::discord::components::LARGEST_FILE;
use crate::discord::custom_id::CustomId;
use crate::discord::message::SaidMessage;
use crate::discord::people::{Member, User, person};
use crate::discord::shapes::{BeganIn, ById, Channel, Object, Shape, Unread, parse};
use crate::text::Lang;
use domain::ids::{ChannelId, GuildId, UserId};

use options::Value;
pub use options::{CHOSEN, Options, ResolvedChannel};

/// One interaction.
#[derive(Debug)]
pub struct Interaction {
    /// Its id, unique on Discord: what came from it is kept under it, so that nothing counts twice.
    pub id: u64,
    /// The application that is asked: ours.
    pub application: u64,
    /// The token with which the answer is sent. Anyone who has it can answer, so it is never logged.
    pub token: SecretString,
    /// The server; `None` in a private conversation.
    pub guild: Option<GuildId>,
    /// The channel.
    pub channel: ChannelId,
    /// What Discord tells of that channel with the interaction, if it reads.
    pub place: Option<Place>,
    /// The command that is used.
    pub command: Option<u64>,
    /// Who asks.
    pub who: Person,
    /// Whether the person who asks may manage the server.
    pub may_manage: bool,
    /// The asker's own language.
    pub lang: Lang,
    /// The server's language, as Discord knows it.
    pub server_lang: Lang,
    /// The largest file that an answer may have, in bytes.
    pub largest_file: usize,
    /// What is asked.
    pub kind: InteractionKind,
    /// When it was read: the first answer is due three seconds later.
    pub since: Instant,
}

/// The channel of an interaction, as Discord tells of it with the interaction.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Where it began, for a thread.
    pub began_in: Option<BeganIn>,
    /// What the person who asks may do there.
    pub of_asker: Permissions,
    /// What the bot may do there.
    pub of_bot: Permissions,
}

/// What is asked.
#[derive(Debug)]
pub enum InteractionKind {
    /// A slash command, such as `["cmad", "boss", "set"]`.
    Command {
        /// Root, group, subcommand.
        path: Vec<String>,
        /// Its options.
        options: Options,
    },
    /// The value of an option is being typed.
    Typing {
        /// Root, group, subcommand.
        path: Vec<String>,
        /// The option.
        option: String,
        /// What stands in it so far.
        so_far: String,
    },
    /// A command on a member.
    OnMember(UserId),
    /// A command on a message, as the person who asks sees it.
    OnMessage(Box<ChannelMessage>),
    /// A button was pressed, or a menu was chosen from.
    Pressed {
        /// What it means.
        id: CustomId,
        /// What was chosen.
        chosen: Options,
        /// The texts of the message that carries it.
        texts: Vec<String>,
    },
    /// A form was sent.
    Sent {
        /// Which.
        id: CustomId,
        /// Its fields, by custom id.
        fields: Options,
    },
}

/// Why an interaction could not be read: it is nothing that this version knows.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// Discord's JSON lacks a required field.
    #[error("an interaction lacks what is needed ({0})")]
    Shape(#[from] Unread),
    /// A kind of interaction, or a button, that this version does not know.
    #[error("an interaction is of an unknown kind")]
    Kind,
}

/// MANAGE_GUILD, and ADMINISTRATOR, which includes it.
const MANAGE: u64 = 1 << 5 | 1 << 3;

impl Interaction {
    /// Reads the `d` of an INTERACTION_CREATE of the application.
    ///
    /// # Errors
    /// It is of a shape or kind that this version does not know.
    pub fn read(json: &str, application: u64) -> Result<Self, Unreadable> {
        let raw: Raw = parse(json)?;
        let kind = raw.kind()?;
        let permissions = raw.member.as_ref().and_then(|member| member.permissions).unwrap_or(0);
        let user = raw.member.as_ref().and_then(|member| member.user.as_ref()).or(raw.user.as_ref());
        let place = raw.place.as_ref().map(|place| Place {
            began_in: BeganIn::of(place),
            of_asker: Permissions::from_bits_truncate(permissions),
            of_bot: raw.app_permissions.unwrap_or_default(),
        });
        Ok(Self {
            id: raw.id,
            application: raw.application.unwrap_or(application),
            token: raw.token.into(),
            guild: raw.guild,
            channel: raw.channel.unwrap_or(ChannelId(0)),
            place,
            command: raw.data.command,
            who: person(user.ok_or(Unreadable::Kind)?, raw.member.as_ref()),
            may_manage: permissions & MANAGE != 0,
            lang: Lang::of(raw.locale.as_deref()),
            server_lang: Lang::of(raw.guild_locale.as_deref()),
            largest_file: raw.attachment_size_limit.and_then(|limit| limit.try_into().ok()).unwrap_or(LARGEST_FILE),
            kind,
            since: Instant::now(),
        })
    }
}

impl Interaction {
    /// Everyone whom it shows, as the server shows them now.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        let options = match &self.kind {
            InteractionKind::Command { options, .. }
            | InteractionKind::Pressed { chosen: options, .. }
            | InteractionKind::Sent { fields: options, .. } => Some(options),
            InteractionKind::OnMember(_) | InteractionKind::OnMessage(_) | InteractionKind::Typing { .. } => None,
        };
        let named = options.into_iter().flat_map(|options| options.people.values());
        std::iter::once(&self.who).chain(named)
    }
}

/// An interaction as Discord sends it. Only what the answer needs must read: its id, its token, what it asks for.
struct Raw {
    id: u64,
    application: Option<u64>,
    kind: u64,
    token: String,
    guild: Option<GuildId>,
    channel: Option<ChannelId>,
    place: Option<Channel>,
    app_permissions: Option<Permissions>,
    member: Option<Member>,
    user: Option<User>,
    locale: Option<String>,
    guild_locale: Option<String>,
    data: RawData,
    message: Option<Json>,
    attachment_size_limit: Option<u64>,
}

impl Shape for Raw {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let interaction = Object::read("interaction", raw)?;
        Ok(Self {
            id: interaction.must("id")?,
            application: interaction.may("application_id"),
            kind: interaction.must("type")?,
            token: interaction.must("token")?,
            guild: interaction.may("guild_id"),
            channel: interaction.may("channel_id"),
            place: interaction.may("channel"),
            app_permissions: interaction.may("app_permissions"),
            member: interaction.may("member"),
            user: interaction.may("user"),
            locale: interaction.may("locale"),
            guild_locale: interaction.may("guild_locale"),
            data: interaction.must("data")?,
            message: interaction.may("message"),
            attachment_size_limit: interaction.may("attachment_size_limit"),
        })
    }
}

struct RawData {
    command: Option<u64>,
    name: Option<String>,
    kind: Option<u64>,
    options: Vec<RawOption>,
    target: Option<u64>,
    resolved: Resolved,
    custom_id: Option<String>,
    values: Vec<String>,
    components: Vec<Json>,
}

impl Shape for RawData {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let data = Object::read("data", raw)?;
        Ok(Self {
            command: data.may("id"),
            name: data.may("name"),
            kind: data.may("type"),
            options: data.each("options").all,
            target: data.may("target_id"),
            resolved: data.may("resolved").unwrap_or_default(),
            custom_id: data.may("custom_id"),
            values: data.each("values").all,
            components: data.each("components").all,
        })
    }
}

#[derive(Default)]
struct Resolved {
    users: ById<User>,
    members: ById<Member>,
    channels: ById<ResolvedChannel>,
    messages: ById<Box<RawValue>>,
}

impl Shape for Resolved {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let resolved = Object::read("resolved", raw)?;
        Ok(Self {
            users: resolved.by_id("users"),
            members: resolved.by_id("members"),
            channels: resolved.by_id("channels"),
            messages: resolved.by_id("messages"),
        })
    }
}

impl Shape for ResolvedChannel {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let channel = Object::read("resolved_channel", raw)?;
        Ok(Self { name: channel.may("name"), app_permissions: channel.may("app_permissions") })
    }
}

struct RawOption {
    name: String,
    kind: CommandOptionType,
    value: Option<Json>,
    options: Vec<RawOption>,
    focused: bool,
}

impl Shape for RawOption {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let option = Object::read("option", raw)?;
        Ok(Self {
            name: option.must("name")?,
            kind: option.must("type")?,
            value: option.may("value"),
            options: option.each("options").all,
            focused: option.may("focused").unwrap_or(false),
        })
    }
}

impl RawOption {
    /// The value in the option's type; `None` for a type that no command of this bot has.
    fn value(&self) -> Option<Value> {
        let value = self.value.as_ref()?;
        Some(match self.kind {
            CommandOptionType::String => Value::Text(value.as_str()?.to_owned()),
            CommandOptionType::Integer => Value::Number(value.as_i64()?),
            CommandOptionType::Boolean => Value::Flag(value.as_bool()?),
            CommandOptionType::User => Value::Person(value.as_str()?.parse().ok()?),
            CommandOptionType::Channel | CommandOptionType::Role => Value::Id(value.as_str()?.parse().ok()?),
            _ => return None,
        })
    }
}

impl Resolved {
    fn options(&self, values: BTreeMap<String, Value>) -> Options {
        let people = self.users.0.iter().map(|(id, user)| (*id, person(user, self.members.0.get(id))));
        Options { values, people: people.collect(), channels: self.channels.0.clone() }
    }
}

impl Raw {
    fn kind(&self) -> Result<InteractionKind, Unreadable> {
        let data = &self.data;
        let custom_id = || {
            let text = data.custom_id.as_deref().ok_or(Unreadable::Kind)?;
            CustomId::read(text).ok_or(Unreadable::Kind)
        };
        match (self.kind, data.kind) {
            (2, Some(2)) => Ok(InteractionKind::OnMember(UserId(data.target.ok_or(Unreadable::Kind)?))),
            (2, Some(3)) => {
                let id = data.target.ok_or(Unreadable::Kind)?;
                let guild = self.guild.ok_or(Unreadable::Kind)?;
                let message = data.resolved.messages.0.get(&id).ok_or(Unreadable::Kind)?;
                let message: SaidMessage = Shape::read(message)?;
                Ok(InteractionKind::OnMessage(Box::new(message.in_guild(guild))))
            }
            (2 | 4, Some(1)) => {
                let mut path = vec![data.name.clone().ok_or(Unreadable::Kind)?];
                let mut level = &data.options;
                while let [only] = level.as_slice()
                    && matches!(only.kind, CommandOptionType::SubCommand | CommandOptionType::SubCommandGroup)
                {
                    path.push(only.name.clone());
                    level = &only.options;
                }
                if self.kind == 4 {
                    let focused = level.iter().find(|option| option.focused).ok_or(Unreadable::Kind)?;
                    let so_far = focused.value.as_ref().map(text_of).unwrap_or_default();
                    return Ok(InteractionKind::Typing { path, option: focused.name.clone(), so_far });
                }
                let values = level.iter().filter_map(|option| Some((option.name.clone(), option.value()?)));
                Ok(InteractionKind::Command { path, options: data.resolved.options(values.collect()) })
            }
            (3, _) => {
                let values = BTreeMap::from([(CHOSEN.to_owned(), Value::Chosen(data.values.clone()))]);
                let mut texts = Vec::new();
                if let Some(message) = &self.message {
                    collect_texts(&message["components"], &mut texts);
                }
                Ok(InteractionKind::Pressed { id: custom_id()?, chosen: data.resolved.options(values), texts })
            }
            (5, _) => {
                let mut values = BTreeMap::new();
                data.components.iter().for_each(|component| collect_fields(component, &mut values));
                Ok(InteractionKind::Sent { id: custom_id()?, fields: data.resolved.options(values) })
            }
            _ => Err(Unreadable::Kind),
        }
    }
}

fn text_of(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The texts of a message's components, in order. A message nests three levels at most.
fn collect_texts(components: &Json, texts: &mut Vec<String>) {
    for component in components.as_array().into_iter().flatten() {
        if component["type"] == 10
            && let Some(text) = component["content"].as_str()
        {
            texts.push(text.to_owned());
        }
        collect_texts(&component["components"], texts);
    }
}

/// The values of a form: a text and a radio group have `value`, a menu has `values`, and each is inside a label. What was
/// asked for by a radio group may come as a menu from an older client, and is read the same.
fn collect_fields(component: &Json, into: &mut BTreeMap<String, Value>) {
    if let Some(id) = component["custom_id"].as_str() {
        let many = component["values"].as_array().map(|values| Value::Chosen(values.iter().map(text_of).collect()));
        let one = component["value"].as_str().map(|text| Value::Text(text.to_owned()));
        if let Some(value) = many.or(one) {
            into.insert(id.to_owned(), value);
        }
    }
    if component["component"].is_object() {
        collect_fields(&component["component"], into);
    }
    component["components"].as_array().into_iter().flatten().for_each(|child| collect_fields(child, into));
}

#[cfg(test)]
mod tests;
