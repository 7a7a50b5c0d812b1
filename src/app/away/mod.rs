//! Gaps: reads messages that were missed while no events were received, and checks stored messages again.
//!
//! This is not urgent, so it runs as sends that read one page each, after all other sends: a crash costs one page, a
//! pause stops it too, and two processes do not do the same work. Messages that are found are handled like live ones,
//! with their own time; a message that arrives both ways is stored once.

mod looking;

use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use crate::app::asking::{Asked, Members};
use crate::app::listening::ChannelMessage;
use crate::app::roster::Person;
use crate::app::{AT_ONCE, App, Result};
use crate::store::sends::SendRecord;
use domain::away::{Contents, Gap, INDEXING, OVERLAP, SearchFor, WAIT};
use domain::campaign::{Campaign, Step};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::reading::may_hold_hashtag;
use domain::send::{Report, SendKey, SendState, Task};
use domain::server::Server;
use domain::thanks::rules::Judgement;

pub use crate::app::asking::ReadError;

/// Earlier messages on Discord. Requests have the lowest urgency unless a method says otherwise.
#[async_trait]
pub trait Archive: Send + Sync {
    /// The bot, and what Discord sends it.
    fn listener(&self) -> Listener;

    /// The channels and open threads of a server in which people write, with what the bot may read there. A channel is
    /// listed once more for each of its threads that cannot be read.
    async fn channels(&self, guild: GuildId) -> std::result::Result<Vec<ArchiveChannel>, ReadError>;

    /// Which of these channels and threads every member of the server can see; as urgent as a post. Only some of many
    /// threads are checked; the others count as not visible to all.
    async fn seen_by_all(
        &self,
        guild: GuildId,
        channels: &BTreeSet<ChannelId>,
    ) -> std::result::Result<BTreeSet<ChannelId>, ReadError>;

    /// The oldest messages with a sign of thanks between two ids, both exclusive; skips the first `skip`.
    async fn search(
        &self,
        guild: GuildId,
        sought: &SearchFor,
        between: (MessageId, MessageId),
        skip: u32,
    ) -> std::result::Result<Searched, ReadError>;

    /// The oldest messages of a channel after a given one.
    async fn history(
        &self,
        guild: GuildId,
        channel: ChannelId,
        after: MessageId,
    ) -> std::result::Result<MessagePage, ReadError>;

    /// One message; `None` if it or its channel was deleted.
    async fn message(
        &self,
        guild: GuildId,
        channel: ChannelId,
        message: MessageId,
    ) -> std::result::Result<Option<FoundMessage>, ReadError>;

    /// The channel in which a thread began; `None` for a channel, which is no thread. Never changes, so it is asked for
    /// once. Soon known or failed: live messages wait for it.
    async fn parent(&self, channel: ChannelId) -> std::result::Result<Option<ChannelId>, ReadError>;

    /// Whether a person may manage the server now: not if they have left it.
    async fn may_manage(&self, guild: GuildId, user: UserId) -> std::result::Result<bool, ReadError>;

    /// A member; `None` if they have left. Soon known or failed: live messages wait for it.
    async fn member(&self, guild: GuildId, user: UserId) -> std::result::Result<Option<Person>, ReadError>;
}

/// The bot that receives messages.
#[derive(Clone, Debug)]
pub struct Listener {
    /// The bot.
    pub bot: UserId,
    /// Whether Discord sends the text of messages that do not mention the bot.
    pub contents: Contents,
}

/// A channel in which people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArchiveChannel {
    /// Its id.
    pub channel: ChannelId,
    /// The newest message that was ever written there.
    pub newest: Option<MessageId>,
    /// What the bot may read there.
    pub reads: ReadAccess,
}

/// What the bot may read in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAccess {
    /// Live messages and earlier ones.
    All,
    /// Live messages only; for earlier ones Discord returns an empty list.
    OnlyLive,
    /// Nothing, at any time.
    Nothing,
}

/// A message in its present state.
#[derive(Clone, Debug)]
pub struct FoundMessage {
    /// Its content.
    pub said: ChannelMessage,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
}

/// A page of messages, oldest first.
#[derive(Clone, Debug, Default)]
pub struct MessagePage {
    /// The messages of people.
    pub messages: Vec<FoundMessage>,
    /// The newest message of the page, of any kind; `None` if the page is empty.
    pub newest: Option<MessageId>,
    /// How many messages of any kind the page had.
    pub count: u32,
    /// Whether there may be more.
    pub more: bool,
}

/// The result of a search.
#[derive(Clone, Debug)]
pub enum Searched {
    /// A page, and the total number of messages that Discord reports.
    Page(MessagePage, u32),
    /// Discord has no search index of this server yet.
    Indexing {
        /// When to ask again.
        again: TimeDelta,
    },
}

/// How long to wait after a temporary failure.
pub const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// The result of reading one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PageOutcome {
    /// There is nothing left to read; may have a report for the admins.
    Done(Option<Report>),
    /// When the next page can be read.
    More(DateTime<Utc>),
}

impl App {
    /// Stores that all events up to an instant were received. Whatever arrives later becomes part of a gap after a
    /// crash.
    ///
    /// # Errors
    /// The database failed; an earlier mark stays.
    pub async fn mark_received_until(&self, until: DateTime<Utc>) -> Result<()> {
        self.store().mark_received_until(until - OVERLAP).await
    }

    /// Opens a gap in each campaign: a new session does not get earlier events, nor text that was withheld from earlier
    /// sessions. Each gap ends when its server becomes available.
    pub async fn open_gaps(&self, contents: Contents) -> Result<()> {
        self.store().open_gaps(self.now(), contents).await
    }

    /// Stores that messages arrive without their text from now on.
    pub async fn set_content_withheld(&self) -> Result<()> {
        self.store().set_content_withheld().await
    }

    /// Stores that a server has an outage.
    pub async fn mark_server_unavailable(&self, guild: GuildId) -> Result<()> {
        let now = self.now();
        self.store().open_gap(guild, now - OVERLAP, now).await
    }

    /// Ends the gap of a server that is available again, and queues reading it.
    pub async fn catch_up_server(&self, guild: GuildId) -> Result<()> {
        match self.store().open_gap_year(guild).await? {
            Some(year) => {
                tracing::info!(%guild, "events are received again; queued reading of the gap");
                self.end_gap(guild, year).await
            }
            None => Ok(()),
        }
    }

    /// Records that events of newly opened windows are received from now on, and queues reading what was written since
    /// they opened.
    pub async fn begin_receiving(&self) -> Result<()> {
        let until = self.now() + INDEXING;
        let opened = self.store().campaigns_without_reception(self.now()).await?;
        for some in opened.chunks(AT_ONCE) {
            let begun: Vec<_> =
                some.iter().map(|(guild, year, from)| (*guild, *year, *from, look(*guild, *year, until))).collect();
            self.store().begin_receiving(&begun, until).await?;
        }
        if !opened.is_empty() {
            tracing::info!(
                campaigns = opened.len(),
                "messages are received from now on; queued reading of those since the window opened"
            );
            self.wake_dispatch();
        }
        Ok(())
    }

    /// Something that decides about a live message cannot be known now: the message is found again later, like one that
    /// was missed.
    pub(super) async fn find_later(&self, guild: GuildId, year: i32, since: DateTime<Utc>) -> Result<()> {
        let now = self.now();
        // One that is said before the reading begins is read with the others.
        let is_found = |gap: Gap| gap.from <= since && now < gap.until;
        if self.store().gap(guild, year).await?.is_some_and(|(gap, _)| is_found(gap)) {
            return Ok(());
        }
        tracing::info!(%guild, "something about a message cannot be asked now; it is read again later");
        self.store().open_gap(guild, since, now).await?;
        self.end_gap(guild, year).await
    }

    async fn end_gap(&self, guild: GuildId, year: i32) -> Result<()> {
        let until = self.now() + INDEXING;
        self.store().end_gap(guild, year, until, &look(guild, year, until)).await?;
        self.wake_dispatch();
        Ok(())
    }

    /// Until when a send waits for missed messages: digests, the recap and the close need all of them. The wait is
    /// limited.
    pub(super) async fn waits(&self, send: &SendRecord, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let before = match send.task {
            Task::Digest { revision: 0, .. } | Task::Post { step: Step::Recap } => Step::Digest,
            Task::Close => Step::Close,
            _ => return Ok(None),
        };
        if send.uncertain || send.taken_at.is_some_and(|taken| now - taken >= WAIT) {
            return Ok(None);
        }
        let look = self.store().send(&SendKey::new(send.guild, send.year, &Task::LookAgain { before })).await?;
        let looks =
            look.is_some_and(|look| look.due <= now && matches!(look.state, SendState::Planned | SendState::Claimed));
        let waits = looks || self.store().has_gap(send.guild, send.year).await?;
        Ok(waits.then_some(now + AGAIN))
    }

    /// Reads one page for a send that reads earlier messages; `None` for other sends.
    pub(super) async fn look(&self, send: &SendRecord, now: DateTime<Utc>) -> Result<Option<PageOutcome>> {
        if !send.task.kind().looks_back() {
            return Ok(None);
        }
        let open = self.store().campaign(send.guild, send.year).await?.is_some_and(|one| one.closed_at.is_none());
        let server = self.server(send.guild).await?.filter(|_| open);
        let Some(server) = server else { return Ok(Some(PageOutcome::Done(None))) };
        // With the campaign's own times, by which the send was planned.
        let Some(campaign) = self.campaign_in(&server, send.year).await? else {
            return Ok(Some(PageOutcome::Done(None)));
        };
        let tag_channels = self.store().tag_channels_of(server.guild).await?;
        let window = Window { server, campaign, listener: self.archive().listener(), tag_channels };
        match send.task {
            Task::FindMissed { until } => self.find_missed(&window, until, now).await.map(Some),
            Task::LookAgain { before } => self.look_again(&window, before, now).await.map(Some),
            _ => Ok(None),
        }
    }

    /// Handles a message that was found. Returns when to retry, if something about it cannot be known now.
    async fn receive_found(
        &self,
        window: &Window,
        found: FoundMessage,
        gap: Gap,
        members: &mut Members,
    ) -> Result<Asked<()>> {
        let Window { server, campaign, listener, tag_channels } = window;
        let FoundMessage { said, edited_at } = found;
        let (opens, closes) = campaign.window();
        let collected = (opens..closes).contains(&said.said_at);
        if !collected || said.author.user == listener.bot || !may_matter(&said, listener.bot, tag_channels) {
            return Ok(Ok(()));
        }
        let by = (listener.bot, tag_channels.as_slice());
        let thanks = self.store().thanks_of_message(said.message).await?;
        let judgement = self.judgement(server.guild, said.message).await?;
        let is_new = thanks.is_empty() && !matches!(judgement, Some(Judgement::Judged { .. }));
        // The live event of an earlier edit was received.
        let edited = edited_at.is_some_and(|at| at >= gap.from);
        // Unlike events, search and history lack member data: the name here, roles and the join date are asked for.
        if is_new {
            self.receive_in(server, campaign, said, by, members).await
        } else if edited {
            self.receive_edit_in(server, campaign, said, by, members).await
        } else {
            Ok(Ok(()))
        }
    }
}

/// The send that reads messages up to an instant.
fn look(guild: GuildId, year: i32, until: DateTime<Utc>) -> Planned {
    let task = Task::FindMissed { until: until.timestamp_millis() };
    Planned::at(guild, year, task, until)
}

/// A campaign with an open window, and what is needed to read its messages.
struct Window {
    server: Server,
    campaign: Campaign,
    listener: Listener,
    /// Its channels named `cmad`, which people pick by mistake when they mean the hashtag.
    tag_channels: Vec<ChannelId>,
}

/// A cheap first check, like the gateway's, whether a message may be a thank-you.
fn may_matter(said: &ChannelMessage, bot: UserId, tag_channels: &[ChannelId]) -> bool {
    let holds = |id: u64| said.content.contains(&id.to_string());
    may_hold_hashtag(said.content.as_bytes())
        || holds(bot.0)
        || said.mentioned.iter().any(|person| person.user == bot)
        || said.replies_to.as_ref().is_some_and(|replied| replied.author.user == bot)
        || tag_channels.iter().any(|channel| holds(channel.0))
}
