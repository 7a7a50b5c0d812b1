//! Commands, as far as the bot has registered them: typed with a slash, or from a right-click.

use serde_json::{Value, json};

use crate::handles::interaction::AsMessage;
use crate::handles::member::interactions::NewInteraction;
use crate::handles::{ChannelHandle, Interaction, Member};
use crate::ids::{Id, id_of};
use crate::permission::{USE_APPLICATION_COMMANDS, VIEW_CHANNEL};
use crate::world::json::References;

/// The value of a command's option.
#[derive(Debug, Clone, PartialEq)]
pub enum Opt {
    /// A text, or a choice by its value or its name.
    Str(String),
    /// A whole number.
    Int(i64),
    /// Any number.
    Num(f64),
    /// Yes or no.
    Bool(bool),
    /// A user, by id.
    User(Id),
    /// A channel, by id.
    Channel(Id),
    /// A role, by id.
    Role(Id),
}

impl From<&str> for Opt {
    fn from(text: &str) -> Self {
        Self::Str(text.into())
    }
}

impl From<&Member> for Opt {
    fn from(member: &Member) -> Self {
        Self::User(member.id())
    }
}

impl From<&ChannelHandle> for Opt {
    fn from(channel: &ChannelHandle) -> Self {
        Self::Channel(channel.id())
    }
}

/// A command that was found, with the options that its subcommand takes.
struct Found {
    command: Value,
    /// The names of the group and the subcommand, with their option types.
    below: Vec<(String, u64)>,
    options: Vec<Value>,
}

impl Member {
    /// Uses a slash command (`"colour text set"`, with or without the slash) as soon as the bot has registered commands,
    /// and waits for the first answer. Names are
    /// the bot's own or those that a client in this person's language shows; what is sent are always the bot's own, as
    /// Discord does it. The outcome
    /// is [hidden](Interaction::is_hidden) where Discord would not show the command to this person.
    ///
    /// # Panics
    /// When the bot has not registered it like this: no such command or option, a required option is missing, a value
    /// is not allowed.
    pub async fn slash(&self, channel: &ChannelHandle, command: &str, options: &[(&str, Opt)]) -> Interaction {
        self.until_registered().await;
        if self.is_hidden(channel.id(), &self.find(command).command) {
            return Interaction { member: self.clone(), id: None };
        }
        self.slash_unasked(channel, command, options).await
    }

    /// [`Member::slash`] also where Discord hides the command from this person, as a bot should expect it: a client that
    /// was changed, or settings that were.
    ///
    /// # Panics
    /// As [`Member::slash`].
    pub async fn slash_unasked(&self, channel: &ChannelHandle, command: &str, options: &[(&str, Opt)]) -> Interaction {
        self.until_registered().await;
        let found = self.find(command);
        self.check_required(command, &found, options);
        let (data, label, fields) = self.typed(channel.id(), command, &found, options, None);
        let name = command.trim_start_matches('/').to_owned();
        self.send(NewInteraction {
            channel: channel.id(),
            kind: 2,
            name,
            source: None,
            trigger: None,
            data,
            label,
            fields,
        })
        .await
    }

    /// Types `text` into the option `focused` and waits for the suggestions.
    ///
    /// # Panics
    /// When the option does not exist or has no suggestions.
    pub async fn autocomplete(
        &self,
        channel: &ChannelHandle,
        command: &str,
        options: &[(&str, Opt)],
        focused: (&str, &str),
    ) -> Interaction {
        self.until_registered().await;
        let found = self.find(command);
        let option = found.options.iter().find(|option| self.calls(option, focused.0));
        let suggests = option.is_some_and(|option| option["autocomplete"] == true);
        assert!(suggests, "/{command}: the option {} has no suggestions", focused.0);
        let (data, label, fields) = self.typed(channel.id(), command, &found, options, Some(focused));
        let name = command.trim_start_matches('/').to_owned();
        self.send(NewInteraction {
            channel: channel.id(),
            kind: 4,
            name,
            source: None,
            trigger: None,
            data,
            label,
            fields,
        })
        .await
    }

    /// Right-clicks a member and chooses a command.
    ///
    /// # Panics
    /// When the bot has not registered it.
    pub async fn user_command(&self, channel: &ChannelHandle, name: &str, target: &Self) -> Interaction {
        let wanted = References { users: vec![target.user], ..References::default() };
        let label = format!("right-clicks @{}: {name}", target.name());
        self.context_command(channel.id(), name, 2, target.user, wanted, label).await
    }

    /// Right-clicks a message and chooses a command.
    ///
    /// # Panics
    /// When the bot has not registered it, or the message is gone.
    pub async fn message_command(&self, name: &str, message: &impl AsMessage) -> Interaction {
        let message = message.as_message();
        assert!(message.exists(), "{} right-clicks a message that is gone", self.name());
        let wanted = References { message: Some(message.id), ..References::default() };
        let label = format!("right-clicks a message: {name}");
        self.context_command(message.channel, name, 3, message.id, wanted, label).await
    }

    async fn context_command(
        &self,
        channel: Id,
        name: &str,
        kind: u64,
        target: Id,
        wanted: References,
        label: String,
    ) -> Interaction {
        self.until_registered().await;
        let command = self.command(name, kind);
        let Some(command) = command else { panic!("no command {name:?} of type {kind}; {}", self.registered()) };
        if self.is_hidden(channel, &command) {
            return Interaction { member: self.clone(), id: None };
        }
        let resolved = self
            .sim
            .read(|state| state.resolved(state.server_of(channel), &state.channels[&channel], &wanted, self.user));
        let mut data = json!({
            "id": command["id"], "name": command["name"], "type": kind, "target_id": target.to_string(),
        });
        data["resolved"] = resolved.unwrap_or_else(|| json!({}));
        let name = name.to_owned();
        self.send(NewInteraction {
            channel,
            kind: 2,
            name,
            source: None,
            trigger: None,
            data,
            label,
            fields: Vec::new(),
        })
        .await
    }

    /// Waits until the bot has registered commands: before that, no client shows one.
    async fn until_registered(&self) {
        self.sim.until_state("registered commands", |state| (!state.app.commands.is_empty()).then_some(())).await;
    }

    fn find(&self, typed: &str) -> Found {
        let mut words = typed.trim_start_matches('/').split_whitespace();
        let name = words.next().unwrap_or("");
        let command = self.command(name, 1);
        let Some(command) = command else { panic!("no command /{name}; {}", self.registered()) };
        let mut below = Vec::new();
        let list = |value: &Value| value["options"].as_array().cloned().unwrap_or_default();
        let mut options = list(&command);
        for word in words {
            let next = options.iter().find(|o| self.calls(o, word) && matches!(o["type"].as_u64(), Some(1 | 2)));
            let Some(next) = next.cloned() else { panic!("/{typed}: no subcommand {word}") };
            below.push((next["name"].as_str().unwrap_or(word).to_owned(), next["type"].as_u64().unwrap_or(1)));
            options = list(&next);
        }
        let unfinished = options.iter().any(|option| matches!(option["type"].as_u64(), Some(1 | 2)));
        assert!(!unfinished, "/{typed} needs a subcommand");
        Found { command, below, options }
    }

    /// Whether this person's client calls it so, or the bot does.
    fn calls(&self, named: &Value, name: &str) -> bool {
        named["name"] == name || self.sim.read(|state| named["name_localizations"][state.locale_of(self.user)] == name)
    }

    fn command(&self, name: &str, kind: u64) -> Option<Value> {
        let of_kind = self.sim.read(|state| {
            let ours = |command: &&Value| command["type"] == kind && id_of(&command["id"]).is_some();
            state.app.commands.iter().filter(ours).cloned().collect::<Vec<_>>()
        });
        of_kind.into_iter().find(|command| self.calls(command, name))
    }

    fn registered(&self) -> String {
        let names: Vec<Value> =
            self.sim.read(|s| s.app.commands.iter().map(|command| command["name"].clone()).collect());
        format!("registered are {}", json!(names))
    }

    /// Whether Discord hides the command from this person here.
    fn is_hidden(&self, channel: Id, command: &Value) -> bool {
        self.sim.read(|state| {
            let Some(place) = state.channels.get(&channel) else { return true };
            let contexts = command["contexts"].as_array();
            let Some(server) = place.server else {
                return command["dm_permission"] == false
                    || contexts.is_some_and(|contexts| !contexts.contains(&json!(1)));
            };
            let may = state.permissions_in(place, self.user);
            let denied = !state.may_use_command(command, place, server, self.user);
            let here = contexts.is_none_or(|contexts| contexts.contains(&json!(0)));
            let usable = VIEW_CHANNEL | USE_APPLICATION_COMMANDS;
            denied || !here || !state.bot_in(server) || may & usable != usable
        })
    }

    fn check_required(&self, command: &str, found: &Found, given: &[(&str, Opt)]) {
        for option in &found.options {
            let name = option["name"].as_str().unwrap_or("");
            let missing = option["required"] == true && !given.iter().any(|(given, _)| self.calls(option, given));
            assert!(!missing, "/{command}: the required option {name} is missing");
        }
    }

    /// The interaction's data, its label and its fields.
    fn typed(
        &self,
        channel: Id,
        command: &str,
        found: &Found,
        given: &[(&str, Opt)],
        focused: Option<(&str, &str)>,
    ) -> (Value, String, Vec<(String, String)>) {
        let mut wanted = References::default();
        let (mut sent, mut fields) = (Vec::new(), Vec::new());
        for (name, value) in given {
            let option = found.options.iter().find(|option| self.calls(option, name));
            let Some(option) = option else { panic!("/{command} has no option {name}") };
            let value = checked(option, value, &|choice, name| self.calls(choice, name))
                .unwrap_or_else(|why| panic!("/{command} {name}: {why}"));
            match &value {
                Opt::User(id) => wanted.users.push(*id),
                Opt::Channel(id) => wanted.channels.push(*id),
                Opt::Role(id) => wanted.roles.push(*id),
                _ => {}
            }
            fields.push(((*name).to_owned(), self.readable(&value)));
            sent.push(json!({"name": option["name"], "type": option["type"], "value": wire(&value)}));
        }
        if let Some((name, text)) = focused {
            let option = found.options.iter().find(|option| self.calls(option, name));
            let own = option.map_or_else(|| json!(name), |option| option["name"].clone());
            fields.push((name.to_owned(), text.to_owned()));
            sent.push(json!({"name": own, "type": 3, "value": text, "focused": true}));
        }
        let inner = json!(sent);
        let nested = found
            .below
            .iter()
            .rev()
            .fold(inner, |inner, (name, kind)| json!([{"name": name, "type": kind, "options": inner}]));
        let mut data = json!({"id": found.command["id"], "name": found.command["name"], "type": 1});
        if nested.as_array().is_some_and(|list| !list.is_empty()) {
            data["options"] = nested;
        }
        let resolved = self
            .sim
            .read(|state| state.resolved(state.server_of(channel), &state.channels[&channel], &wanted, self.user));
        if let Some(resolved) = resolved {
            data["resolved"] = resolved;
        }
        let words: Vec<String> = fields.iter().map(|(name, value)| format!(" {name}:{value}")).collect();
        (data, format!("/{}{}", command.trim_start_matches('/'), words.concat()), fields)
    }

    fn readable(&self, value: &Opt) -> String {
        let names = || self.sim.directory();
        match value {
            Opt::Str(text) => text.clone(),
            Opt::Int(number) => number.to_string(),
            Opt::Num(number) => number.to_string(),
            Opt::Bool(yes) => yes.to_string(),
            Opt::User(id) => format!("@{}", self.sim.name_of_user(*id)),
            Opt::Channel(id) => format!("#{}", names().channels.remove(id).unwrap_or_else(|| id.to_string())),
            Opt::Role(id) => format!("@{}", names().roles.remove(id).unwrap_or_else(|| id.to_string())),
        }
    }
}

fn wire(value: &Opt) -> Value {
    match value {
        Opt::Str(text) => json!(text),
        Opt::Int(number) => json!(number),
        Opt::Num(number) => json!(number),
        Opt::Bool(yes) => json!(yes),
        Opt::User(id) | Opt::Channel(id) | Opt::Role(id) => json!(id.to_string()),
    }
}

/// The value as it is sent, or why Discord's client would not take it.
fn checked(option: &Value, value: &Opt, calls: &dyn Fn(&Value, &str) -> bool) -> Result<Opt, String> {
    let kind = option["type"].as_u64().unwrap_or(0);
    let fits = match value {
        Opt::Str(_) => kind == 3,
        Opt::Int(_) => kind == 4 || kind == 10,
        Opt::Num(_) => kind == 10,
        Opt::Bool(_) => kind == 5,
        Opt::User(_) => kind == 6 || kind == 9,
        Opt::Channel(_) => kind == 7,
        Opt::Role(_) => kind == 8 || kind == 9,
    };
    if !fits {
        return Err(format!("{value:?} does not fit the option's type {kind}"));
    }
    let choices = option["choices"].as_array().filter(|choices| !choices.is_empty());
    if let Some(choices) = choices {
        let sent = wire(value);
        let choice = choices.iter().find(|c| c["value"] == sent || sent.as_str().is_some_and(|name| calls(c, name)));
        let choice = choice.ok_or_else(|| format!("{sent} is not among the choices {}", option["choices"]))?;
        return Ok(match &choice["value"] {
            Value::String(text) => Opt::Str(text.clone()),
            other => other.as_i64().map_or_else(|| Opt::Num(other.as_f64().unwrap_or(0.0)), Opt::Int),
        });
    }
    let within = |amount: f64, least: &str, most: &str| {
        option[least].as_f64().is_none_or(|bound| amount >= bound)
            && option[most].as_f64().is_none_or(|bound| amount <= bound)
    };
    #[expect(clippy::cast_precision_loss, reason = "options are far below 2^52")]
    let fine = match value {
        Opt::Str(text) => {
            within(text.chars().count().min(6001) as f64, "min_length", "max_length") && text.len() < 24_001
        }
        Opt::Int(number) => within(*number as f64, "min_value", "max_value"),
        Opt::Num(number) => within(*number, "min_value", "max_value"),
        _ => true,
    };
    if fine { Ok(value.clone()) } else { Err(format!("{value:?} is outside the option's limits")) }
}
