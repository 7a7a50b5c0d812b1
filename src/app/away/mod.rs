//! Gaps: what was said while no events were received is looked for, and what is stored is checked once more.
//!
//! Nothing here is live, so everything is a send that does one page at a time, behind all other sends: a crash costs a
//! page, a pause waits with it, and two processes do not do the same. What is found goes through the same door as what
//! is heard, with its own time; whichever way a message comes, its thanks are there once.

mod looking;

use std::collections::HashMap;

use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use crate::app::listening::Said;
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

/// What was said earlier, as Discord keeps it. Asking it waits behind everything else that is asked of Discord, but where
/// it is said otherwise.
#[async_trait]
pub trait Archive: Send + Sync {
    /// The bot, and what Discord sends it.
    fn listener(&self) -> Listener;

    /// The channels and open threads of a server in which people write, with what may be read there. A channel stands once
    /// more for each thread in it that may not be read.
    async fn channels(&self, guild: GuildId) -> std::result::Result<Vec<Place>, Closed>;

    /// Which of these channels and threads every member of the server sees, as urgent as a post. Of many threads only some
    /// are asked for; the others count as not seen.
    async fn seen_by_all(
        &self,
        guild: GuildId,
        channels: &BTreeSet<ChannelId>,
    ) -> std::result::Result<BTreeSet<ChannelId>, Closed>;

    /// The oldest messages with what is sought between two ids, both excluded; `skip` of them are passed over.
    async fn search(
        &self,
        guild: GuildId,
        sought: &SearchFor,
        between: (MessageId, MessageId),
        skip: u32,
    ) -> std::result::Result<Searched, Closed>;

    /// The oldest messages of a channel after one.
    async fn history(&self, guild: GuildId, channel: ChannelId, after: MessageId) -> std::result::Result<Page, Closed>;

    /// One message; nothing when it, or its channel, is gone.
    async fn message(
        &self,
        guild: GuildId,
        channel: ChannelId,
        message: MessageId,
    ) -> std::result::Result<Option<Told>, Closed>;

    /// A member; nothing when they have left.
    async fn member(&self, guild: GuildId, user: UserId) -> std::result::Result<Option<Person>, Closed>;
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
pub struct Place {
    /// Which.
    pub channel: ChannelId,
    /// The newest message that was ever written there.
    pub newest: Option<MessageId>,
    /// What the bot may read there.
    pub reads: Reads,
}

/// What the bot may read in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Live messages and earlier ones.
    All,
    /// Live messages only; Discord answers an empty list for earlier ones.
    OnlyLive,
    /// Nothing, at any time.
    Nothing,
}

/// A message as it stands now.
#[derive(Clone, Debug)]
pub struct Told {
    /// What it says.
    pub said: Said,
    /// When it was edited last, if it was.
    pub edited_at: Option<DateTime<Utc>>,
}

/// A page of messages, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The messages of people.
    pub told: Vec<Told>,
    /// The newest message of the page, whatever it is; nothing when the page is empty.
    pub newest: Option<MessageId>,
    /// How many messages were on the page, whatever they are.
    pub count: u32,
    /// Whether there may be more behind it.
    pub more: bool,
}

/// What a search came to.
#[derive(Clone, Debug)]
pub enum Searched {
    /// A page, and how many messages there are in all, as far as Discord knows.
    Page(Page, u32),
    /// Discord has no index of this server yet.
    Indexing {
        /// When to ask again.
        again: TimeDelta,
    },
}

/// Why something could not be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It may not be.
    Forbidden,
    /// It may be later: Discord is away, or asks for patience.
    Later {
        /// When to try again.
        again: TimeDelta,
    },
}

impl Closed {
    /// When to try again, if that may help.
    #[must_use]
    pub const fn again(self) -> Option<TimeDelta> {
        match self {
            Self::Forbidden => None,
            Self::Later { again } => Some(again),
        }
    }
}

/// How often a look is tried again that failed for a reason that passes.
pub const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// What one page of looking came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Looked {
    /// There is nothing left to look at; perhaps the admins have to know something.
    Done(Option<Report>),
    /// The next page can be looked at from then on.
    More(DateTime<Utc>),
}

impl App {
    /// Notes that everything sent up to an instant was received. What may have been under way then counts as a gap.
    ///
    /// # Errors
    /// The database failed; an earlier mark stays.
    pub async fn mark_received_until(&self, told: DateTime<Utc>) -> Result<()> {
        self.store().mark_received_until(told - OVERLAP).await
    }

    /// Opens a gap in each campaign: a new session did not receive what was said before it, nor the text that was
    /// withheld from earlier sessions. Each gap ends when its server is available.
    pub async fn open_gaps(&self, contents: Contents) -> Result<()> {
        self.store().open_gaps(self.now(), contents).await
    }

    /// Notes that messages come without their text from now on.
    pub async fn set_content_withheld(&self) -> Result<()> {
        self.store().set_content_withheld().await
    }

    /// Notes that a server has an outage.
    pub async fn mark_server_unavailable(&self, guild: GuildId) -> Result<()> {
        let now = self.now();
        self.store().open_gap(guild, now - OVERLAP, now).await
    }

    /// Ends the gap of a server that is available again: what was said in between is looked for.
    pub async fn catch_up_server(&self, guild: GuildId) -> Result<()> {
        match self.store().open_gap_year(guild).await? {
            Some(year) => self.end_gap(guild, year).await,
            None => Ok(()),
        }
    }

    /// Notes that campaigns whose windows have opened are received from now on; what was said since the opening is looked
    /// for.
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
                "received from now on; what was said since the opening is looked for"
            );
            self.ring();
        }
        Ok(())
    }

    async fn end_gap(&self, guild: GuildId, year: i32) -> Result<()> {
        let until = self.now() + INDEXING;
        self.store().end_gap(guild, year, until, &look(guild, year, until)).await?;
        tracing::info!(%guild, "received again; what was missed is looked for");
        self.ring();
        Ok(())
    }

    /// Until when a send waits for what was missed to be found: digests, the recap and the close speak of everything
    /// that was said. They do not wait for ever.
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

    /// Does one page of a send that looks at what was said; nothing for all other sends.
    pub(super) async fn look(&self, send: &SendRecord, now: DateTime<Utc>) -> Result<Option<Looked>> {
        if !send.task.kind().looks_back() {
            return Ok(None);
        }
        let open = self.store().campaign(send.guild, send.year).await?.is_some_and(|one| one.closed_at.is_none());
        let server = self.server(send.guild).await?.filter(|_| open);
        let Some(server) = server else { return Ok(Some(Looked::Done(None))) };
        // By the times of then: what was planned by them is asked for by them.
        let Some(campaign) = self.campaign_in(&server, send.year).await? else { return Ok(Some(Looked::Done(None))) };
        let tag_channels = self.store().tag_channels_of(server.guild).await?;
        let window = Window { server, campaign, listener: self.archive().listener(), tag_channels };
        match send.task {
            Task::FindMissed { until } => self.find_missed(&window, until, now).await.map(Some),
            Task::LookAgain { before } => self.look_again(&window, before, now).await.map(Some),
            _ => Ok(None),
        }
    }

    /// Takes in one message that was found. Says when to try again, if something about it cannot be known now.
    async fn receive_found(
        &self,
        window: &Window,
        told: Told,
        gap: Gap,
        members: &mut Members,
    ) -> Result<std::result::Result<(), Closed>> {
        let Window { server, campaign, listener, tag_channels } = window;
        let Told { mut said, edited_at } = told;
        let (opens, closes) = campaign.window();
        let collected = (opens..closes).contains(&said.said_at);
        if !collected || said.author.user == listener.bot || !may_matter(&said, listener.bot, tag_channels) {
            return Ok(Ok(()));
        }
        if self.store().was_erased(server.guild, said.message).await? {
            return Ok(Ok(()));
        }
        let by = (listener.bot, tag_channels.as_slice());
        let thanks = self.store().thanks_of_message(said.message).await?;
        let judgement = self.judgement(server.guild, said.message).await?;
        let is_new = thanks.is_empty() && !matches!(judgement, Some(Judgement::Judged { .. }));
        // An edit before the gap was received when it was made.
        let edited = edited_at.is_some_and(|at| at >= gap.from);
        if is_new || edited {
            // Neither a search nor a history tells of members what an event does: their names, roles and years here.
            if let Err(closed) = self.complete(server, &mut said, members).await? {
                return Ok(Err(closed));
            }
        }
        if is_new {
            self.receive_in(server, campaign, said, by).await?;
        } else if edited {
            self.receive_edit_in(server, campaign, said, by).await?;
        }
        Ok(Ok(()))
    }

    /// Adds to the people of a message what only the server knows of them.
    async fn complete(
        &self,
        server: &Server,
        said: &mut Said,
        members: &mut Members,
    ) -> Result<std::result::Result<(), Closed>> {
        let guild = server.guild;
        if !said.author.is_bot
            && let Err(closed) = self.complete_person(guild, &mut said.author, members).await
        {
            return Ok(Err(closed));
        }
        // A person who is named matters beyond their id only where a role makes managers.
        if server.manager_role.is_some() {
            let replied = said.replies_to.iter_mut().map(|replied| &mut replied.author);
            for person in said.mentioned.iter_mut().chain(replied) {
                if !person.is_bot
                    && self.store().manager(guild, person.user).await?.is_none()
                    && let Err(closed) = self.complete_person(guild, person, members).await
                {
                    return Ok(Err(closed));
                }
            }
        }
        Ok(Ok(()))
    }

    async fn complete_person(
        &self,
        guild: GuildId,
        person: &mut Person,
        members: &mut Members,
    ) -> std::result::Result<(), Closed> {
        let known = match members.get(&person.user) {
            Some(known) => known.clone(),
            None => {
                let asked = self.archive().member(guild, person.user).await;
                let known = match asked {
                    Ok(member) => member,
                    Err(Closed::Forbidden) => None,
                    Err(later) => return Err(later),
                };
                members.insert(person.user, known.clone());
                known
            }
        };
        if let Some(member) = known {
            *person = Person { is_bot: person.is_bot || member.is_bot, ..member };
        }
        Ok(())
    }
}

/// The send that looks for what was said up to an instant.
fn look(guild: GuildId, year: i32, until: DateTime<Utc>) -> Planned {
    let task = Task::FindMissed { until: until.timestamp_millis() };
    Planned::at(guild, year, task, until)
}

/// A campaign that collects, and what is needed to read its messages.
struct Window {
    server: Server,
    campaign: Campaign,
    listener: Listener,
    /// Its channels named `cmad`, which people pick where they mean the hashtag.
    tag_channels: Vec<ChannelId>,
}

/// The members that were asked for while one page is taken in; nothing for those who have left.
type Members = HashMap<UserId, Option<Person>>;

/// Whether a message may be a thank-you, as the gateway asks of a frame: cheap, and asked before anything is looked up.
fn may_matter(said: &Said, bot: UserId, tag_channels: &[ChannelId]) -> bool {
    let holds = |id: u64| said.content.contains(&id.to_string());
    may_hold_hashtag(said.content.as_bytes())
        || holds(bot.0)
        || said.mentioned.iter().any(|person| person.user == bot)
        || said.replies_to.as_ref().is_some_and(|replied| replied.author.user == bot)
        || tag_channels.iter().any(|channel| holds(channel.0))
}
