//! The state of the simulated world: users, servers, channels, messages, interactions, gateway sessions.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use serde_json::Value;

use crate::fault::Faults;
use crate::ids::{Id, Ids};
use crate::limits::Limits;
use crate::odd::OddFields;
use crate::options::SimOptions;
use crate::overwrite::Overwrite;
use crate::session::{Session, StartLimit};
use crate::transcript::{Directory, Entry, Event, FileSent};

pub(crate) mod access;
pub(crate) mod dispatch;
pub(crate) mod json;
mod mentions;
pub(crate) mod messages;
mod reactions;
pub(crate) mod threads;

pub(crate) struct State {
    pub(crate) options: SimOptions,
    pub(crate) now_ms: i64,
    pub(crate) base: String,
    pub(crate) ids: Ids,
    pub(crate) app: App,
    pub(crate) users: BTreeMap<Id, User>,
    pub(crate) servers: BTreeMap<Id, Server>,
    pub(crate) channels: BTreeMap<Id, Channel>,
    pub(crate) interactions: BTreeMap<Id, StoredInteraction>,
    pub(crate) interaction_by_token: HashMap<String, Id>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) connections: u64,
    /// How often a session began or went on.
    pub(crate) session_starts: u64,
    pub(crate) start_limit: StartLimit,
    pub(crate) log: Vec<Entry>,
    pub(crate) faults: Faults,
    pub(crate) odd: OddFields,
    pub(crate) limits: Limits,
    pub(crate) counters: Counters,
    pub(crate) search: SearchIndex,
    /// Servers with an outage.
    pub(crate) unavailable: BTreeSet<Id>,
    /// What admins chose in the settings of a server, by server and command.
    pub(crate) command_permissions: BTreeMap<(Id, Id), Vec<CommandPermission>>,
}

/// One choice of a server's admins about a command (Server Settings > Integrations).
#[derive(Clone, Copy)]
pub(crate) struct CommandPermission {
    /// The role, the user or the channel; @everyone is the server's id, and all channels the server's id less one.
    pub(crate) id: Id,
    /// 1: a role, 2: a user, 3: a channel.
    pub(crate) kind: u8,
    pub(crate) allowed: bool,
}

#[derive(Clone)]
pub(crate) struct App {
    pub(crate) id: Id,
    pub(crate) bot: Id,
    pub(crate) commands: Vec<Value>,
}

#[derive(Clone)]
pub(crate) struct User {
    /// The display name; the user name is made from it.
    pub(crate) name: String,
    pub(crate) bot: bool,
    pub(crate) locale: String,
    pub(crate) dms_closed: bool,
    pub(crate) dm: Option<Id>,
}

/// Discord's limit without boosts, per file.
pub(crate) const FILE_BYTES: usize = 10 * 1024 * 1024;

#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) owner: Id,
    pub(crate) locale: String,
    pub(crate) roles: BTreeMap<Id, Role>,
    pub(crate) members: BTreeMap<Id, MemberData>,
    pub(crate) events: BTreeMap<Id, Value>,
    /// How many members it seems to have, instead of those there are.
    pub(crate) seeming_members: Option<u64>,
    /// The largest file that is taken here, in bytes; `None`: uploads are limited (400001).
    pub(crate) largest_file: Option<usize>,
}

impl Server {
    /// What Discord calls its approximate member count.
    pub(crate) fn member_count(&self) -> u64 {
        self.seeming_members.unwrap_or(self.members.len() as u64)
    }
}

#[derive(Clone)]
pub(crate) struct Role {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) permissions: u64,
    pub(crate) managed_by: Option<Id>,
}

#[derive(Clone)]
pub(crate) struct MemberData {
    pub(crate) nick: Option<String>,
    pub(crate) joined_ms: i64,
    pub(crate) roles: Vec<Id>,
    /// Until when they are timed out; an instant that has passed means nothing.
    pub(crate) timed_out_until_ms: Option<i64>,
}

/// What makes a channel a thread.
#[derive(Clone)]
pub(crate) struct Thread {
    /// The channel in which it began.
    pub(crate) parent: Id,
    pub(crate) owner: Id,
    pub(crate) members: BTreeSet<Id>,
    pub(crate) archived: bool,
    /// After how many minutes without a message Discord archives it.
    pub(crate) archive_minutes: u64,
}

/// How searches misbehave on cue.
#[derive(Default)]
pub(crate) struct SearchIndex {
    /// How many more searches are answered that there is no index yet.
    pub(crate) unindexed: u32,
    /// Whether search results leave out some messages the first time.
    pub(crate) incomplete: bool,
    /// Whether `min_id` includes the message itself.
    pub(crate) inclusive: bool,
    /// Those that were asked for.
    pub(crate) fetched: BTreeSet<Id>,
}

/// What went over the wire so far, in order.
#[derive(Default)]
pub(crate) struct Counters {
    /// Requests, without ids and tokens: `POST /channels/*/messages`.
    pub(crate) requests: Vec<String>,
    /// The same requests with their ids.
    pub(crate) paths: Vec<String>,
    /// Events that were sent to the bot, by name.
    pub(crate) events: Vec<String>,
    /// How many faults have happened.
    pub(crate) faults: usize,
}

#[derive(Clone)]
pub(crate) struct Channel {
    pub(crate) id: Id,
    /// Discord's channel type: 0 text, 1 DM, 11 a thread, 12 a private one.
    pub(crate) kind: u8,
    pub(crate) server: Option<Id>,
    pub(crate) name: String,
    pub(crate) position: usize,
    pub(crate) overwrites: Vec<Overwrite>,
    /// Whose DM with the bot it is.
    pub(crate) recipient: Option<Id>,
    /// What makes it a thread, if it is one.
    pub(crate) thread: Option<Thread>,
    pub(crate) messages: BTreeMap<Id, Message>,
}

#[derive(Clone)]
pub(crate) struct Message {
    pub(crate) author: Id,
    /// Who alone sees it.
    pub(crate) only_for: Option<Id>,
    pub(crate) mentions: BTreeSet<Id>,
    pub(crate) pinged: Vec<Id>,
    pub(crate) files: Vec<FileSent>,
    /// Who reacted with what.
    pub(crate) reactions: BTreeMap<String, BTreeSet<Id>>,
    /// Since when it is pinned, in unix milliseconds.
    pub(crate) pinned_ms: Option<i64>,
    /// The message object, without what only the gateway adds.
    pub(crate) json: Value,
}

/// An interaction, and what became of it.
#[derive(Clone)]
pub(crate) struct StoredInteraction {
    pub(crate) id: Id,
    pub(crate) token: String,
    pub(crate) kind: u8,
    pub(crate) user: Id,
    pub(crate) server: Option<Id>,
    pub(crate) channel: Id,
    pub(crate) name: String,
    /// The message whose component was used.
    pub(crate) source: Option<Id>,
    /// The interaction that opened the submitted modal.
    pub(crate) trigger: Option<Id>,
    pub(crate) sent_ms: i64,
    pub(crate) answer: Option<Answer>,
    /// Whether its person gave up waiting for the first answer.
    pub(crate) expired: bool,
    /// The message that `@original` means.
    pub(crate) original: Option<Id>,
    /// Deferred, and not edited yet.
    pub(crate) loading: bool,
    /// Deferred, and neither edited nor followed by another message yet.
    pub(crate) unsettled: bool,
    pub(crate) follow_ups: Vec<Id>,
}

/// The bot's first answer.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) kind: u8,
    pub(crate) ephemeral: bool,
    pub(crate) data: Value,
}

/// How long an interaction's token is valid, in simulated milliseconds.
pub(crate) const TOKEN_MS: i64 = 15 * 60 * 1000;

impl State {
    pub(crate) fn new(options: SimOptions) -> Self {
        let mut ids = Ids::default();
        let made_ms = options.start_ms - Duration::from_secs(400 * 24 * 3600).as_millis() as i64;
        let app = options.bot_id.unwrap_or_else(|| ids.at(made_ms));
        let bot =
            User { name: options.bot_name.clone(), bot: true, locale: "en-US".into(), dms_closed: false, dm: None };
        Self {
            now_ms: options.start_ms,
            base: String::new(),
            ids,
            app: App { id: app, bot: app, commands: Vec::new() },
            users: BTreeMap::from([(app, bot)]),
            servers: BTreeMap::new(),
            channels: BTreeMap::new(),
            interactions: BTreeMap::new(),
            interaction_by_token: HashMap::new(),
            sessions: Vec::new(),
            connections: 0,
            session_starts: 0,
            start_limit: StartLimit::default(),
            log: Vec::new(),
            faults: Faults::default(),
            odd: OddFields::default(),
            limits: Limits::default(),
            counters: Counters::default(),
            search: SearchIndex::default(),
            unavailable: BTreeSet::new(),
            command_permissions: BTreeMap::new(),
            options,
        }
    }

    pub(crate) fn new_id(&mut self) -> Id {
        self.ids.at(self.now_ms)
    }

    /// Whether the bot is in the server.
    pub(crate) fn bot_in(&self, server: Id) -> bool {
        self.servers.get(&server).is_some_and(|server| server.members.contains_key(&self.app.bot))
    }

    /// The channel's server, if it has one.
    pub(crate) fn server_of(&self, channel: Id) -> Option<&Server> {
        self.servers.get(&self.channels.get(&channel)?.server?)
    }

    pub(crate) fn message(&self, channel: Id, message: Id) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&message)
    }

    pub(crate) fn message_mut(&mut self, channel: Id, message: Id) -> Option<&mut Message> {
        self.channels.get_mut(&channel)?.messages.get_mut(&message)
    }

    /// The DM channel of a user and the bot, made when it is first needed.
    pub(crate) fn dm_with(&mut self, user: Id) -> Id {
        if let Some(dm) = self.users.get(&user).and_then(|user| user.dm) {
            return dm;
        }
        let id = self.new_id();
        let dm = Channel {
            id,
            kind: 1,
            server: None,
            name: String::new(),
            position: 0,
            overwrites: Vec::new(),
            recipient: Some(user),
            thread: None,
            messages: BTreeMap::new(),
        };
        self.channels.insert(id, dm);
        if let Some(user) = self.users.get_mut(&user) {
            user.dm = Some(id);
        }
        id
    }

    /// Whether the two are in a server together, which a DM needs.
    pub(crate) fn shares_server(&self, one: Id, other: Id) -> bool {
        self.servers.values().any(|server| server.members.contains_key(&one) && server.members.contains_key(&other))
    }

    /// Writes one entry.
    pub(crate) fn note(&mut self, event: Event) {
        self.log.push(Entry { index: self.log.len(), at_ms: self.now_ms, event });
    }

    /// Writes that the bot broke a rule.
    pub(crate) fn violation(&mut self, text: impl Into<String>) {
        self.note(Event::Violation(text.into()));
    }

    /// All names there are.
    pub(crate) fn directory(&self) -> Directory {
        let channel = |channel: &Channel| match channel.recipient {
            Some(user) => format!("DM with {}", self.name_of_user(user)),
            None => channel.name.clone(),
        };
        Directory {
            users: self.users.keys().map(|id| (*id, self.name_of_user(*id))).collect(),
            channels: self.channels.values().map(|c| (c.id, channel(c))).collect(),
            roles: self.servers.values().flat_map(|s| s.roles.values()).map(|r| (r.id, r.name.clone())).collect(),
            servers: self.servers.values().map(|s| (s.id, s.name.clone())).collect(),
        }
    }

    /// The name a person would read; the id where there is none.
    pub(crate) fn name_of_user(&self, id: Id) -> String {
        self.users.get(&id).map_or_else(|| id.to_string(), |user| user.name.clone())
    }

    /// The language of this person's client.
    pub(crate) fn locale_of(&self, user: Id) -> &str {
        self.users.get(&user).map_or("en-US", |user| user.locale.as_str())
    }

    /// Notes that a fault happened.
    pub(crate) fn fault_happened(&mut self, route: String, effect: String) {
        self.counters.faults += 1;
        self.note(Event::FaultHappened { route, effect });
    }

    /// The same world, with no client connected and an empty transcript.
    pub(crate) fn copy(&self, options: SimOptions) -> Self {
        Self {
            now_ms: self.now_ms,
            ids: self.ids.clone(),
            app: self.app.clone(),
            users: self.users.clone(),
            servers: self.servers.clone(),
            channels: self.channels.clone(),
            interactions: self.interactions.clone(),
            interaction_by_token: self.interaction_by_token.clone(),
            command_permissions: self.command_permissions.clone(),
            ..Self::new(options)
        }
    }

    /// The bot's messages in a channel, except ephemeral ones, oldest first.
    pub(crate) fn own_messages(&self, channel: Id) -> Vec<Id> {
        let all = self.channels.get(&channel).into_iter().flat_map(|channel| &channel.messages);
        all.filter(|(_, m)| m.only_for.is_none() && m.author == self.app.bot).map(|(id, _)| *id).collect()
    }
}
