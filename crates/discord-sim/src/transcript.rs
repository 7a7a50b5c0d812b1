//! What happened, in order.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::ids::Id;

/// One thing that happened.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// Its place in the transcript, from 0.
    pub index: usize,
    /// The simulated time, in unix milliseconds.
    pub at_ms: i64,
    /// What happened.
    pub event: Event,
}

/// A file that the bot sent.
#[derive(Debug, Clone, Serialize)]
pub struct FileSent {
    /// The file's name.
    pub name: String,
    /// Its bytes; base64 when serialized.
    #[serde(serialize_with = "base64")]
    pub bytes: Arc<[u8]>,
}

fn base64<S: Serializer>(bytes: &Arc<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

/// Everything that can happen. Discord's objects are its own JSON.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A message by a person or the bot, in a channel or a DM; answers to interactions have events of their own.
    MessagePosted {
        /// Where.
        channel_id: Id,
        /// The message object.
        message: Value,
        /// The files sent with it.
        files: Vec<FileSent>,
        /// The users whom it pinged.
        pinged: Vec<Id>,
    },
    /// A message was edited through its channel.
    MessageEdited {
        /// Where.
        channel_id: Id,
        /// The message object afterwards.
        message: Value,
        /// The files that the edit added.
        files: Vec<FileSent>,
    },
    /// A message was deleted.
    MessageDeleted {
        /// Where.
        channel_id: Id,
        /// Which.
        message_id: Id,
    },
    /// A reaction was added or taken away.
    Reaction {
        /// Where.
        channel_id: Id,
        /// On which message.
        message_id: Id,
        /// The user who reacted.
        user_id: Id,
        /// The emoji, or `name:id`.
        emoji: String,
        /// Whether it was added.
        added: bool,
    },
    /// A message was pinned or unpinned by the bot.
    MessagePinned {
        /// The channel.
        channel_id: Id,
        /// The message.
        message_id: Id,
        /// Whether it is pinned now.
        pinned: bool,
    },
    /// A thread was started.
    ThreadStarted {
        /// The channel in which it was started.
        channel_id: Id,
        /// The thread's channel object.
        thread: Value,
    },
    /// A scheduled event was made, changed or deleted.
    ScheduledEvent {
        /// Where.
        server_id: Id,
        /// `created`, `updated` or `deleted`.
        change: &'static str,
        /// The event object.
        event: Value,
    },
    /// A person used a command, a button, a menu or a modal.
    InteractionSent {
        /// Which.
        interaction_id: Id,
        /// Discord's interaction type: 2 command, 3 component, 4 autocomplete, 5 modal.
        kind: u8,
        /// The user.
        user_id: Id,
        /// The server; none in a DM.
        server_id: Option<Id>,
        /// The channel.
        channel_id: Id,
        /// In words: `/thank manager:@Ada message:…`, `clicks **Say thank you**`, `submits **Say thank you**`.
        label: String,
        /// The options, chosen values or the modal's fields, each with its name.
        fields: Vec<(String, String)>,
    },
    /// The bot's first answer.
    InteractionAnswered {
        /// To which.
        interaction_id: Id,
        /// Discord's callback type: 4 message, 5 deferred, 6 deferred update, 7 update, 8 suggestions, 9 modal.
        response_type: u8,
        /// Whether only the asker sees it.
        ephemeral: bool,
        /// The answer's `data` as the bot sent it.
        data: Value,
        /// Its files.
        files: Vec<FileSent>,
        /// The message it made or changed.
        message_id: Option<Id>,
        /// The users whom it pinged.
        pinged: Vec<Id>,
    },
    /// The first answer, or a follow-up, was edited.
    AnswerEdited {
        /// To which interaction it belongs.
        interaction_id: Id,
        /// The message object afterwards.
        message: Value,
        /// The files that the edit added.
        files: Vec<FileSent>,
    },
    /// A further message to an interaction.
    FollowUp {
        /// To which.
        interaction_id: Id,
        /// Whether only the asker sees it.
        ephemeral: bool,
        /// The message object.
        message: Value,
        /// Its files.
        files: Vec<FileSent>,
        /// The users whom it pinged.
        pinged: Vec<Id>,
    },
    /// Suggestions for an option that is being typed.
    AutocompleteAnswered {
        /// To which.
        interaction_id: Id,
        /// The choices.
        choices: Value,
    },
    /// The bot did not answer an interaction in time.
    InteractionExpired {
        /// Which.
        interaction_id: Id,
        /// Whether a bot was connected; only then is it also a violation.
        bot_connected: bool,
    },
    /// The bot registered its commands.
    CommandsRegistered {
        /// All of them, as answered.
        commands: Value,
    },
    /// The bot identified itself on the gateway.
    GatewayIdentified {
        /// With these intents.
        intents: u64,
    },
    /// The bot resumed its session.
    GatewayResumed {
        /// How many missed events were sent again.
        replayed: usize,
    },
    /// A gateway connection ended.
    GatewayClosed {
        /// The close code, if there was one.
        code: Option<u16>,
        /// Whether it had begun a session, or resumed one.
        had_session: bool,
    },
    /// The bot was added to a server, or removed from it.
    BotInServer {
        /// Which.
        server_id: Id,
        /// Whether it is there now.
        present: bool,
    },
    /// A request was answered with 429.
    RateLimited {
        /// Which route.
        route: String,
        /// Whether it was the global limit.
        global: bool,
    },
    /// A request was refused.
    Refused {
        /// Which route.
        route: String,
        /// The HTTP status.
        status: u16,
        /// Discord's code.
        code: u64,
        /// Discord's message, with the form errors.
        reason: String,
    },
    /// A fault that was set up happened.
    FaultHappened {
        /// To which route.
        route: String,
        /// What it did.
        effect: String,
    },
    /// The bot broke a rule.
    Violation(String),
}

/// The display names of everything, for a renderer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Directory {
    /// Users: the name Discord shows.
    pub users: BTreeMap<Id, String>,
    /// Channels; a DM is `DM with …`.
    pub channels: BTreeMap<Id, String>,
    /// Roles.
    pub roles: BTreeMap<Id, String>,
    /// Servers.
    pub servers: BTreeMap<Id, String>,
}
