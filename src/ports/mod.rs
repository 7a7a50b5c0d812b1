//! What the bot needs from outside: the time, randomness, and the delivery of messages and mail. The store is a
//! concrete type without a trait.

pub mod clock;
mod mail;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use domain::campaign::Campaign;
use domain::ids::{ChannelId, EventId, GuildId, MessageId, RoleId, UserId};
use domain::roster::{Manager, no_name};
use domain::send::Mark;
use domain::urgency::Urgency;

pub use mail::{Letter, Mail, MailError, Mailer, NoMore};

/// What time it is.
pub trait Clock: Send + Sync {
    /// The present instant. The machine's clock may be set at any time, in both directions.
    fn now(&self) -> DateTime<Utc>;

    /// How much time has passed since some fixed instant, for measuring durations: it is never set. It may stand still
    /// while the machine sleeps.
    fn elapsed(&self) -> TimeDelta;
}

/// Unpredictable bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// Delivers messages. `Body` says *what* a message is about; the implementation decides its words and layout.
#[async_trait]
pub trait Messenger: Send + Sync {
    /// The same messenger, for sends of this urgency.
    fn at(&self, urgency: Urgency) -> Arc<dyn Messenger>;

    /// Sends one message. `mark` makes it findable, and lets Discord refuse a second one within minutes.
    async fn send(&self, to: Destination, body: &Body, mark: &Mark) -> Result<Receipt, SendError>;

    /// Creates the scheduled event of the day.
    async fn create_event(&self, event: &DayEvent) -> Result<EventId, SendError>;

    /// Gives the scheduled event of the day the present name of its place, unless it has it, an admin named another
    /// place, or there is no such event any more.
    async fn edit_event(&self, event: &DayEvent) -> Result<(), SendError>;

    /// Deletes the scheduled event of the day, if there is one of the bot's.
    async fn delete_event(&self, event: &DayEvent) -> Result<(), SendError>;

    /// Looks for a message that may have been sent with `mark` at or after `since`.
    async fn find(&self, to: Destination, mark: &Mark, since: DateTime<Utc>) -> Result<Lookup<Receipt>, SendError>;

    /// Looks for an event that may have been created.
    async fn find_event(&self, event: &DayEvent) -> Result<Lookup<EventId>, SendError>;

    /// Replaces one of the bot's own messages, which was sent with `mark`. Doing it twice changes nothing.
    async fn edit(&self, at: Receipt, body: &Body, mark: &Mark) -> Result<(), SendError>;

    /// Deletes one of the bot's own messages. It is no error if the message is gone already.
    async fn delete(&self, channel: ChannelId, message: MessageId) -> Result<(), SendError>;

    /// Adds the bot's reaction to a message. Idempotent.
    async fn react(&self, channel: ChannelId, message: MessageId, with: Reaction) -> Result<(), SendError>;

    /// Takes a reaction of the bot away. Doing it twice changes nothing.
    async fn unreact(&self, channel: ChannelId, message: MessageId, with: Reaction) -> Result<(), SendError>;
}

/// What a reaction of the bot under a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// The message counts as a thank-you.
    Counted,
    /// Its manager has answered everyone who thanked them.
    Answered,
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Into a channel.
    Channel(ChannelId),
    /// Under a message in a channel, as a silent reply that pings no one.
    Reply(ChannelId, MessageId),
    /// To one person, privately.
    Person(UserId),
}

/// Where a message arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The channel; for a private message the conversation.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
}

/// What looking for an earlier send found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// It is there.
    Found(T),
    /// It certainly is not there.
    Absent,
    /// It cannot be known: the history may not be read.
    Unknown,
}

/// Why something could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The channel, the message or the person no longer exists; a retry is pointless.
    #[error("it is not there any more (Discord's code {code})")]
    Gone {
        /// Discord's error code.
        code: u32,
    },
    /// A permission is missing, or another setting is in the way; it works once someone changes that.
    #[error("it is not allowed (Discord's code {code})")]
    Forbidden {
        /// Discord's error code, such as 50013.
        code: u32,
    },
    /// This person takes no private messages.
    #[error("they take no private messages (Discord's code {code})")]
    ClosedMessages {
        /// Discord's error code, such as 50007.
        code: u32,
    },
    /// The bot may write to no one privately for now; surely not sent.
    #[error("Discord lets the bot write to no one privately (code {code}); again in {retry_after_ms} ms")]
    NoPrivateMessages {
        /// Discord's error code, such as [`QUARANTINED`].
        code: u32,
        /// After how many milliseconds one message may try it.
        retry_after_ms: u64,
    },
    /// It is refused for now and passes by itself; surely not sent.
    #[error("Discord does not take it for now (code {code})")]
    Passing {
        /// Discord's error code.
        code: u32,
    },
    /// Too many requests; surely not sent.
    #[error("too many requests; again in {retry_after_ms} ms")]
    RateLimited {
        /// After how many milliseconds it may be tried again.
        retry_after_ms: u64,
    },
    /// It surely was not sent: Discord was not reached.
    #[error("Discord was not reached")]
    NotSent,
    /// It may or may not have been sent: an answer was lost, or the other side failed.
    #[error("the answer was lost")]
    Uncertain,
    /// The other side understood it and refuses it as malformed: a bug of ours.
    #[error("it was refused as malformed (code {code})")]
    Malformed {
        /// Discord's error code.
        code: u32,
    },
}

/// Discord's code for a bot that it takes for a spammer.
pub const QUARANTINED: u32 = 20_026;

/// The scheduled event of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayEvent {
    /// In which server.
    pub guild: GuildId,
    /// The language of its texts.
    pub language: String,
    /// The day.
    pub day: NaiveDate,
    /// The local day's beginning.
    pub from: DateTime<Utc>,
    /// The local day's end.
    pub until: DateTime<Utc>,
    /// Where it takes place: the channel's name.
    pub location: String,
    /// The server's own line, if it has one.
    pub theme: Option<String>,
}

/// What a message says, before it has words.
#[derive(Clone, Debug)]
pub enum Body {
    /// A public post of a campaign.
    Post(Box<Post>),
    /// Anything that is said to one person or to the admins.
    Note(Box<Note>),
}

/// What every text of a campaign may need to know.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language to write in.
    pub language: String,
    /// The campaign.
    pub campaign: Campaign,
    /// The server's name.
    pub server: String,
    /// The campaign's channel.
    pub channel: ChannelId,
    /// The server's own line, if it has one.
    pub theme: Option<String>,
}

/// A public post.
#[derive(Clone, Debug)]
pub struct Post {
    /// The campaign.
    pub frame: Frame,
    /// Which post it is.
    pub what: PostKind,
}

/// Which public post.
#[derive(Clone, Debug)]
pub enum PostKind {
    /// The day comes; who can be thanked.
    Announce {
        /// The roster, by name.
        roster: Vec<Named>,
    },
    /// A week is left.
    Countdown,
    /// Tomorrow.
    Eve,
    /// Today; the roster, the ways to thank.
    Day {
        /// The roster, by name.
        roster: Vec<Named>,
        /// Whether the hashtag is seen.
        hashtag: bool,
    },
    /// The last hours, with the community's total so far.
    LastCall {
        /// The total so far.
        total: Total,
    },
    /// The community's total, and everyone who was thanked.
    Recap {
        /// The total.
        total: Total,
        /// Who was thanked, by name, with up to three links each.
        thanked: Vec<Thanked>,
    },
    /// Whether the holders of the manager role accept a place on the roster.
    AskHolders {
        /// The role.
        role: RoleId,
    },
    /// What one manager answers to everyone who thanked them.
    Answer {
        /// Who answers.
        manager: Named,
        /// Their words.
        words: String,
    },
    /// What a manager's boss replied.
    BossReply {
        /// Whose boss.
        manager: Named,
        /// Their words.
        words: String,
    },
    /// One person's `public` words.
    Thanks {
        /// Who thanks: their signature.
        signature: String,
        /// Who is thanked: one or more.
        managers: Vec<Named>,
        /// The words.
        words: String,
        /// What for, if they said.
        what_for: Option<domain::thanks::WhatFor>,
    },
}

/// A person, with the name that is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Who.
    pub user: UserId,
    /// Their title, if they gave one.
    pub title: Option<String>,
}

impl Named {
    /// A person whose profile is gone: a mention shows what Discord still knows of them.
    #[must_use]
    pub fn nameless(user: UserId) -> Self {
        Self { name: no_name(user), user, title: None }
    }
}

impl From<&Manager> for Named {
    fn from(manager: &Manager) -> Self {
        Self { name: manager.name.clone(), user: manager.user, title: manager.title.clone() }
    }
}

/// The community's total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// People who thanked.
    pub givers: u32,
    /// Thanks given.
    pub thanks: u32,
    /// Managers who were thanked.
    pub managers: u32,
}

/// One manager in the recap: no numbers, only that they were thanked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanked {
    /// Who.
    pub manager: Named,
    /// Up to three public messages.
    pub links: Vec<domain::thanks::Link>,
}

/// A message to one person or to the admins.
#[derive(Clone, Debug)]
pub struct Note {
    /// The campaign.
    pub frame: Frame,
    /// What it says.
    pub what: NoteKind,
}

/// Which note.
#[derive(Clone, Debug)]
pub enum NoteKind {
    /// To the admins: is the roster right, and what comes when.
    RosterCheck {
        /// The roster.
        roster: Vec<Named>,
    },
    /// To a manager: you are on the roster; is that all right?
    Invite,
    /// To someone who asked for it: today is the day.
    Remind,
    /// To a manager: stop and breathe.
    Breathe {
        /// How many people wrote.
        givers: u32,
    },
    /// To a manager: their digest.
    Digest {
        /// The digest as its manager may see it.
        digest: Box<domain::digest::DigestWithSources>,
        /// The digest as files.
        files: Files,
        /// 0 for the first, then one more for each update.
        revision: u32,
        /// What is offered about a copy.
        copy: CopyOffer,
    },
    /// To a boss: the copy that the manager chose to send.
    Copy {
        /// Whose digest it is, so that a boss can say "no more of these".
        manager: UserId,
        /// Which of its copies, so that a boss can reply to it.
        number: u32,
        /// The digest as a boss may see it, and which thanks its quotes are: the bot keeps what left, the boss gets the
        /// digest alone.
        copy: Box<domain::digest::DigestWithSources>,
        /// Its files.
        files: Files,
    },
    /// To a manager: what their boss replied.
    BossWrote {
        /// The reply.
        reply: Box<domain::boss_reply::BossReply>,
        /// Whether they got other words of the same boss before.
        is_changed: bool,
    },
    /// To a manager: their copy did not go well.
    CopyProblem {
        /// What happened.
        problem: domain::send::CopyProblem,
        /// Until when it waits, if it does.
        until: Option<DateTime<Utc>>,
    },
    /// To the author of found words: what may be done with them?
    AskConsent {
        /// Who is asked.
        giver: UserId,
    },
    /// To the author of a sign without a recipient: whom do you mean?
    AskWhom {
        /// Who is asked.
        giver: UserId,
        /// Their message.
        message: MessageId,
    },
    /// To the author of a message that another member wants saved: may it be?
    AskToSave {
        /// Who is asked.
        giver: UserId,
        /// Their message.
        message: MessageId,
    },
    /// To the admins: something needs them.
    Report {
        /// What.
        about: domain::send::Report,
    },
    /// To the admins: a member was nominated.
    Nominated {
        /// Who, by whom, and why.
        nomination: Box<domain::nomination::Nomination>,
    },
    /// To the nominator: what the admins decided.
    NominationAnswer {
        /// The nomination with its answer.
        nomination: Box<domain::nomination::Nomination>,
    },
}

/// What a digest's message offers about a copy for the boss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOffer {
    /// To send one.
    Ask,
    /// One follows by itself: to stop it.
    Always,
    /// Nothing, as its manager chose.
    Never,
    /// Nothing: the words that a boss may read are from fewer people than a copy needs.
    TooFew,
}

/// Files that go with a message: name and content.
pub type Files = Vec<(String, Vec<u8>)>;
