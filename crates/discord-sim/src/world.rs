//! The world as state: users, servers, channels, messages, interactions. Everything that can be asked of the
//! simulator is a function of this.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use crate::SimOptions;
use crate::fault::Faults;
use crate::ids::{Id, Ids};
use crate::permissions::Overwrite;
use crate::points::Points;
use crate::rest::limits::Limits;
use crate::rest::search::SearchMood;
use crate::session::Session;
use crate::thread::Thread;
use crate::transcript::{Entry, FileSent};

pub(super) struct State {
    pub(super) options: SimOptions,
    pub(super) now_ms: i64,
    pub(super) base: String,
    pub(super) ids: Ids,
    pub(super) app: App,
    pub(super) users: BTreeMap<Id, User>,
    pub(super) servers: BTreeMap<Id, Server>,
    pub(super) channels: BTreeMap<Id, Channel>,
    pub(super) interactions: BTreeMap<Id, Asked>,
    pub(super) by_token: HashMap<String, Id>,
    pub(super) sessions: Vec<Session>,
    pub(super) connections: u64,
    /// How often a session began or went on.
    pub(super) linked: u64,
    pub(super) log: Vec<Entry>,
    pub(super) faults: Faults,
    pub(super) limits: Limits,
    pub(super) points: Points,
    pub(super) search: SearchMood,
    /// Every request that came through the door: method, then the path's segments.
    pub(super) asked: Vec<Vec<String>>,
    /// Servers with an outage.
    pub(super) away: BTreeSet<Id>,
}

#[derive(Clone)]
pub(super) struct App {
    pub(super) id: Id,
    pub(super) bot: Id,
    pub(super) commands: Vec<Value>,
}

#[derive(Clone)]
pub(super) struct User {
    /// The display name; the user name is made from it.
    pub(super) name: String,
    pub(super) bot: bool,
    pub(super) locale: String,
    pub(super) dms_closed: bool,
    pub(super) dm: Option<Id>,
}

#[derive(Clone)]
pub(super) struct Server {
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) owner: Id,
    pub(super) locale: String,
    pub(super) roles: BTreeMap<Id, Role>,
    pub(super) members: BTreeMap<Id, MemberData>,
    pub(super) events: BTreeMap<Id, Value>,
}

#[derive(Clone)]
pub(super) struct Role {
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) permissions: u64,
    pub(super) managed_by: Option<Id>,
}

#[derive(Clone)]
pub(super) struct MemberData {
    pub(super) nick: Option<String>,
    pub(super) joined_ms: i64,
    pub(super) roles: Vec<Id>,
}

#[derive(Clone)]
pub(super) struct Channel {
    pub(super) id: Id,
    /// Discord's channel type: 0 text, 1 DM, 11 a thread, 12 a private one.
    pub(super) kind: u8,
    pub(super) server: Option<Id>,
    pub(super) name: String,
    pub(super) position: usize,
    pub(super) overwrites: Vec<Overwrite>,
    /// Whose DM with the bot it is.
    pub(super) recipient: Option<Id>,
    /// What makes it a thread, if it is one.
    pub(super) thread: Option<Thread>,
    pub(super) messages: BTreeMap<Id, Message>,
}

#[derive(Clone)]
pub(super) struct Message {
    pub(super) author: Id,
    /// Who alone sees it.
    pub(super) only_for: Option<Id>,
    pub(super) mentions: BTreeSet<Id>,
    pub(super) pinged: Vec<Id>,
    pub(super) files: Vec<FileSent>,
    /// Who reacted with what.
    pub(super) reactions: BTreeMap<String, BTreeSet<Id>>,
    /// The message object, without what only the gateway adds.
    pub(super) json: Value,
}

/// An interaction, and what became of it.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) id: Id,
    pub(super) token: String,
    pub(super) kind: u8,
    pub(super) user: Id,
    pub(super) server: Option<Id>,
    pub(super) channel: Id,
    pub(super) name: String,
    /// The message whose component was used.
    pub(super) source: Option<Id>,
    pub(super) asked: Instant,
    pub(super) asked_ms: i64,
    pub(super) answer: Option<Answer>,
    /// The message that `@original` means.
    pub(super) original: Option<Id>,
    /// Deferred, and not edited yet.
    pub(super) loading: bool,
    /// Put off, and nothing has come of it yet: no edit of the message, and no further one.
    pub(super) put_off: bool,
    pub(super) follow_ups: Vec<Id>,
}

/// The bot's first answer.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) kind: u8,
    pub(super) ephemeral: bool,
    pub(super) data: Value,
}

/// An interaction's token is good for this long, in simulated milliseconds.
pub(super) const TOKEN_MS: i64 = 15 * 60 * 1000;

impl State {
    pub(super) fn new(options: SimOptions) -> Self {
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
            by_token: HashMap::new(),
            sessions: Vec::new(),
            connections: 0,
            linked: 0,
            log: Vec::new(),
            faults: Faults::default(),
            limits: Limits::default(),
            points: Points::default(),
            search: SearchMood::default(),
            asked: Vec::new(),
            away: BTreeSet::new(),
            options,
        }
    }

    pub(super) fn new_id(&mut self) -> Id {
        self.ids.at(self.now_ms)
    }

    /// Whether the bot is in the server.
    pub(super) fn bot_in(&self, server: Id) -> bool {
        self.servers.get(&server).is_some_and(|server| server.members.contains_key(&self.app.bot))
    }

    /// The channel's server, if it has one.
    pub(super) fn server_of(&self, channel: Id) -> Option<&Server> {
        self.servers.get(&self.channels.get(&channel)?.server?)
    }

    pub(super) fn message(&self, channel: Id, message: Id) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&message)
    }

    pub(super) fn message_mut(&mut self, channel: Id, message: Id) -> Option<&mut Message> {
        self.channels.get_mut(&channel)?.messages.get_mut(&message)
    }

    /// The DM channel of a user and the bot, made when it is first needed.
    pub(super) fn dm_with(&mut self, user: Id) -> Id {
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
    pub(super) fn shares_server(&self, one: Id, other: Id) -> bool {
        self.servers.values().any(|server| server.members.contains_key(&one) && server.members.contains_key(&other))
    }
}
