//! What was said earlier, as Discord keeps it: the [`Archive`] on the [`Rest`] client.
//!
//! Requests here go behind the others, but for what a post waits for; and a failure that may pass is the asker's to
//! repeat: what is looked for has time.

use domain::urgency::Urgency;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::TimeDelta;
use serde_json::value::RawValue;
use serenity::all::ChannelType;
use tokio::sync::watch;

use crate::app::away::{
    AGAIN, Archive, ArchiveChannel, FoundMessage, Listener, MessagePage, ReadAccess, ReadError, Searched,
};
use crate::app::roster::Person;
use crate::discord::context::Me;
use crate::discord::message::SaidMessage;
use crate::discord::people::Member;
use crate::discord::permissions::{self, Access, Permission, Rights};
use crate::discord::rest::{Patience, Request, Rest, RestError, Search};
use crate::discord::shapes::{BeganIn, Channel, Each, Object, Server, Shape, Unread};
use domain::away::SearchFor;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};

/// The most hits on a page of a search.
const HITS: u32 = 25;
/// For how many threads at most it is asked who sees them: each is a request, and a post waits for the answers.
const THREADS: usize = 30;
/// Of how many threads it is remembered where they began: some hundred kilobytes. Then it is asked again.
const KNOWN_THREADS: usize = 10_000;
/// How long live messages wait for what has to be asked about one of them.
const ASK_TIMEOUT: Duration = Duration::from_secs(3);
/// The most messages on a page of a channel's history.
const PAGE: u8 = 100;

/// What was said earlier, as Discord keeps it.
pub struct Backfill {
    rest: Arc<Rest>,
    me: watch::Receiver<Me>,
    /// Where threads began, and which channels are none: that never changes.
    began: Mutex<HashMap<ChannelId, Option<BeganIn>>>,
}

impl Backfill {
    /// Reads through `rest`.
    #[must_use]
    pub fn new(rest: Arc<Rest>, me: watch::Receiver<Me>) -> Self {
        Self { rest, me, began: Mutex::default() }
    }

    /// The urgency of reading: that of a post that waits for it, or lower than everything else.
    async fn read<T: Shape>(&self, path: String, urgency: Urgency) -> Result<T, ReadError> {
        let request = Request::get(path);
        let request = if urgency == Urgency::Last { request.behind() } else { request };
        self.rest.at(urgency).call_as(request).await.map_err(|error| closed(&error))
    }

    async fn server(&self, guild: GuildId, urgency: Urgency) -> Result<Server, ReadError> {
        self.read(format!("guilds/{guild}"), urgency).await
    }

    /// Its channels, without their threads.
    async fn channels_of(&self, guild: GuildId, urgency: Urgency) -> Result<Each<Channel>, ReadError> {
        self.read(format!("guilds/{guild}/channels"), urgency).await
    }

    /// Where a thread began; `None` for a channel, which is no thread.
    async fn began_in(&self, channel: ChannelId, urgency: Urgency) -> Result<Option<BeganIn>, ReadError> {
        let known = self.began.lock().expect("no holder of the lock panics").get(&channel).copied();
        if let Some(known) = known {
            return Ok(known);
        }
        let request = Request::get(format!("channels/{channel}")).patience(Patience::ANSWER);
        let read: Channel = self.rest.at(urgency).call_as(request).await.map_err(|error| closed(&error))?;
        let began_in = BeganIn::of(&read);
        let mut began = self.began.lock().expect("no holder of the lock panics");
        if began.len() >= KNOWN_THREADS {
            began.clear();
        }
        began.insert(channel, began_in);
        Ok(began_in)
    }

    /// The threads of a server that are not archived, as far as the bot sees them; none if Discord refuses the list.
    async fn threads_of(&self, guild: GuildId) -> Result<Vec<Channel>, ReadError> {
        match self.read::<Threads>(format!("guilds/{guild}/threads/active"), Urgency::Last).await {
            Ok(found) => Ok(found.0.all),
            Err(ReadError::Forbidden) => Ok(Vec::new()),
            Err(later) => Err(later),
        }
    }
}

#[async_trait]
impl Archive for Backfill {
    fn listener(&self) -> Listener {
        let me = self.me.borrow();
        Listener { bot: me.user, contents: me.contents }
    }

    async fn channels(&self, guild: GuildId) -> Result<Vec<ArchiveChannel>, ReadError> {
        let bot = self.me.borrow().user;
        let of_bot: Member = self.read(format!("guilds/{guild}/members/{bot}"), Urgency::Last).await?;
        let rights = Rights::of(guild, self.server(guild, Urgency::Last).await?, bot, &of_bot);
        let channels = self.channels_of(guild, Urgency::Last).await?;
        let reads_in = |channel: &Channel| {
            reads(&rights.access(channel, &[Permission::ViewChannel, Permission::ReadMessageHistory]))
        };
        let written = channels.iter().filter(|channel| {
            use ChannelType::{News, Stage, Text, Voice};
            matches!(channel.kind, Text | News | Voice | Stage)
        });
        let mut places: Vec<ArchiveChannel> = written
            .map(|channel| ArchiveChannel { channel: channel.id, newest: channel.newest, reads: reads_in(channel) })
            .collect();
        for thread in self.threads_of(guild).await? {
            // The bot has the permissions of the parent channel in a thread that it sees.
            let Some(began_in) = channels.iter().find(|channel| Some(channel.id) == thread.parent) else { continue };
            let reads = reads_in(began_in);
            // Where it may not read, the permission is missing in that channel.
            let place = if reads == ReadAccess::All { thread.id } else { began_in.id };
            places.push(ArchiveChannel { channel: place, newest: thread.newest, reads });
        }
        Ok(places)
    }

    async fn seen_by_all(
        &self,
        guild: GuildId,
        channels: &BTreeSet<ChannelId>,
    ) -> Result<BTreeSet<ChannelId>, ReadError> {
        let server = self.server(guild, Urgency::Post).await?;
        let all = self.channels_of(guild, Urgency::Post).await?;
        let is_public = |channel: ChannelId| {
            let found = all.iter().find(|one| one.id == channel);
            found.map(|one| permissions::is_public(guild, &server, one))
        };
        let mut seen: BTreeSet<ChannelId> =
            channels.iter().copied().filter(|channel| is_public(*channel) == Some(true)).collect();
        // What is not a channel is a thread: a public one is seen by everyone who sees its parent channel.
        for channel in channels.iter().filter(|channel| is_public(**channel).is_none()).take(THREADS) {
            match self.began_in(*channel, Urgency::Post).await {
                Ok(Some(BeganIn { parent, is_private: false })) if is_public(parent) == Some(true) => {
                    seen.insert(*channel);
                }
                Ok(_) | Err(ReadError::Forbidden) => {}
                Err(later) => return Err(later),
            }
        }
        Ok(seen)
    }

    async fn search(
        &self,
        guild: GuildId,
        sought: &SearchFor,
        (after, before): (MessageId, MessageId),
        skip: u32,
    ) -> Result<Searched, ReadError> {
        let mut wanted: Vec<(&'static str, String)> = vec![
            ("sort_by", "timestamp".to_owned()),
            ("sort_order", "asc".to_owned()),
            ("min_id", after.to_string()),
            ("max_id", before.to_string()),
            ("limit", HITS.to_string()),
            ("offset", skip.to_string()),
            // People thank where they are: a channel for adults is a channel of the server.
            ("include_nsfw", "true".to_owned()),
        ];
        match sought {
            SearchFor::Word(word) => wanted.push(("content", word.clone())),
            SearchFor::Mentions(users) => wanted.extend(users.iter().map(|user| ("mentions", user.to_string()))),
        }
        match self.rest.search_messages(guild, &wanted).await {
            Ok(Search::Indexing { retry_after }) => Ok(Searched::Indexing { again: pause(retry_after) }),
            // An index that is still being built has only some messages, and does not say which.
            Ok(Search::Page(found)) if found.is_partial => Ok(Searched::Indexing { again: AGAIN }),
            Ok(Search::Page(found)) => {
                let total = u32::try_from(found.total).unwrap_or(u32::MAX);
                Ok(Searched::Page(page(&found.hits, guild, u32::from(PAGE)), total))
            }
            // Whatever a search is refused for, the channels can still be read.
            Err(RestError::Forbidden { .. } | RestError::Gone { .. } | RestError::Rejected { .. }) => {
                Err(ReadError::Forbidden)
            }
            Err(error) => Err(closed(&error)),
        }
    }

    async fn history(&self, guild: GuildId, channel: ChannelId, after: MessageId) -> Result<MessagePage, ReadError> {
        let path = format!("channels/{channel}/messages");
        let request = Request::get(path).query("limit", PAGE).query("after", after).behind();
        let found: Each<Box<RawValue>> = match self.rest.call_as(request).await {
            Ok(found) => found,
            // A channel that was deleted has nothing more to say.
            Err(RestError::Gone { .. }) => return Ok(MessagePage::default()),
            Err(error) => return Err(closed(&error)),
        };
        Ok(page(&found, guild, u32::from(PAGE)))
    }

    async fn message(
        &self,
        guild: GuildId,
        channel: ChannelId,
        message: MessageId,
    ) -> Result<Option<FoundMessage>, ReadError> {
        let request = Request::get(format!("channels/{channel}/messages/{message}")).behind();
        match self.rest.call_as::<SaidMessage>(request).await {
            // What cannot be understood is there all the same, and stays as it is.
            Ok(message) => found(message, guild).map(Some).ok_or(ReadError::Forbidden),
            Err(RestError::Unreadable { .. }) => Err(ReadError::Forbidden),
            Err(RestError::Gone { .. }) => Ok(None),
            Err(error) => Err(closed(&error)),
        }
    }

    async fn parent(&self, channel: ChannelId) -> Result<Option<ChannelId>, ReadError> {
        let began_in = in_time(self.began_in(channel, Urgency::Soon)).await?;
        Ok(began_in.map(|began| began.parent))
    }

    async fn may_manage(&self, guild: GuildId, user: UserId) -> Result<bool, ReadError> {
        match Rights::read(&self.rest.at(Urgency::Later), guild, user).await {
            Ok(rights) => Ok(rights.may_manage()),
            Err(error) => match closed(&error) {
                ReadError::Forbidden => Ok(false),
                later => Err(later),
            },
        }
    }

    async fn member(&self, guild: GuildId, user: UserId) -> Result<Option<Person>, ReadError> {
        let request = Request::get(format!("guilds/{guild}/members/{user}")).patience(Patience::ANSWER);
        let asked = async {
            match self.rest.at(Urgency::Soon).call_as::<Member>(request).await {
                Ok(member) => Ok(member.person()),
                Err(RestError::Gone { .. }) => Ok(None),
                Err(error) => Err(closed(&error)),
            }
        };
        in_time(asked).await
    }
}

/// Threads, as Discord lists them.
struct Threads(Each<Channel>);

impl Shape for Threads {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        Ok(Self(Object::read("threads", raw)?.each("threads")))
    }
}

fn reads(access: &Access) -> ReadAccess {
    match access {
        Access::There { missing, .. } if missing.is_empty() => ReadAccess::All,
        Access::There { missing, .. } if !missing.contains(&Permission::ViewChannel) => ReadAccess::OnlyLive,
        Access::There { .. } | Access::Gone => ReadAccess::Nothing,
    }
}

/// A page, oldest first, from messages in any order. `full` is the size of a page after which there may be more.
fn page(messages: &[Box<RawValue>], guild: GuildId, full: u32) -> MessagePage {
    let all = messages.iter().filter_map(|message| SaidMessage::of(message));
    let mut found: Vec<FoundMessage> = all.filter_map(|message| found(message, guild)).collect();
    found.sort_by_key(|found| found.said.message);
    let id = |message: &RawValue| Object::read("message", message).ok()?.may("id");
    let newest = messages.iter().filter_map(|message| id(message)).max();
    let count = u32::try_from(messages.len()).unwrap_or(u32::MAX);
    MessagePage { messages: found, newest, count, more: count >= full }
}

fn found(message: SaidMessage, guild: GuildId) -> Option<FoundMessage> {
    let edited_at = message.edited_at();
    Some(FoundMessage { said: message.with_words(guild)?, edited_at })
}

/// What live messages wait for is not waited for longer than a moment.
async fn in_time<T>(asked: impl Future<Output = Result<T, ReadError>> + Send) -> Result<T, ReadError> {
    tokio::time::timeout(ASK_TIMEOUT, asked).await.unwrap_or(Err(ReadError::Later { again: AGAIN }))
}

/// What a failure means for a reader that can try again.
fn closed(error: &RestError) -> ReadError {
    match error {
        RestError::Gone { .. } | RestError::Forbidden { .. } | RestError::Rejected { .. } | RestError::Files { .. } => {
            ReadError::Forbidden
        }
        RestError::RateLimited { retry_after } => ReadError::Later { again: pause(*retry_after) },
        RestError::Unauthorized
        | RestError::Passing { .. }
        | RestError::Unavailable { .. }
        | RestError::NotSent { .. }
        | RestError::Unreadable { .. } => ReadError::Later { again: AGAIN },
    }
}

/// The pause that Discord asks for, a second at least, or a default if it names none.
fn pause(interaction: Duration) -> TimeDelta {
    let asked = TimeDelta::from_std(interaction).ok().filter(|pause| !pause.is_zero());
    asked.unwrap_or(TimeDelta::seconds(5)).max(TimeDelta::seconds(1))
}
