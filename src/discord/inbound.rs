//! What the gateway tells, turned into use cases: people asked, said, edited, deleted; servers came and went.

use std::collections::{BTreeMap, HashSet};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::{Mutex, mpsc, watch};
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use crate::app::listening::{Hashtag, Subscriptions};
use crate::app::{App, StoreError};
use crate::discord::context::{Bot, Me};
use crate::discord::gateway::{GatewayEvent, Guild, Numbered, Wanted};
use crate::discord::said::message_of_event;
use crate::observe::metrics::Gateway;
use domain::away::Contents;
use domain::ids::{ChannelId, GuildId, MessageId};

/// Answers interactions as they come, each in a task of its own so that none waits for another.
///
/// Ends when the lane is closed, after the last answer.
pub async fn answer_interactions(bot: Bot, mut lane: mpsc::Receiver<Numbered>) {
    // A set, not loose tasks: whoever ends this task ends the answers with it.
    let mut answers = JoinSet::new();
    loop {
        tokio::select! {
            next = lane.recv() => match next {
                Some((_, GatewayEvent::Interaction(json))) => {
                    let bot = bot.clone();
                    answers.spawn(async move { bot.answer(&json).await });
                }
                Some((number, _)) => tracing::warn!(number, "no interaction, in the lane of interactions"),
                None => break,
            },
            Some(ended) = answers.join_next() => log_panic(ended),
        }
    }
    while let Some(ended) = answers.join_next().await {
        log_panic(ended);
    }
}

fn log_panic(ended: Result<(), JoinError>) {
    // The error's own text holds what the panic says, and with it perhaps somebody's words. Where it was is logged.
    if ended.is_err_and(|error| error.is_panic()) {
        tracing::error!("answering an interaction failed inside");
    }
}

/// Hears everything else, in order: an edit must not overtake what it edits.
pub struct Hearing {
    app: App,
    me: watch::Sender<Me>,
    tags: Mutex<BTreeMap<GuildId, Vec<ChannelId>>>,
    cancel: CancellationToken,
}

/// Numbers from here on are no events of Discord's, which count up from one: they mark a place in the lane.
pub const MARKERS: u64 = u64::MAX / 2;

/// How long to wait before something is heard again that the database could not take.
const RETRY: Duration = Duration::from_secs(1);

impl Hearing {
    /// Somebody who listens; who we are is told through `me`.
    #[must_use]
    pub fn new(app: App, me: watch::Sender<Me>, cancel: CancellationToken) -> Self {
        Self { app, me, tags: Mutex::default(), cancel }
    }

    /// Learns which channels are named `cmad`, where Discord does not tell: at the start, and when the gateway comes
    /// from another process.
    pub async fn learn_tags(&self) -> Result<(), StoreError> {
        let mut tags = self.tags.lock().await;
        *tags = self.app.tag_channels().await?;
        self.tell_tags(&tags);
        Ok(())
    }

    /// Hears until the lane is closed. Each event that was heard changes `passed`, which never goes back, so that a
    /// number from [`MARKERS`] on stays to be seen.
    pub async fn hear(&self, mut lane: mpsc::Receiver<Numbered>, passed: watch::Sender<u64>) -> Heard {
        while let Some((number, event)) = lane.recv().await {
            // A database that is away for a while must not cost anybody their words: the lane waits with it.
            while let Err(error) = self.event_or_panic(&event).await {
                if !error.may_pass() {
                    // What cannot be read will not be readable in a second, and others wait behind it.
                    tracing::error!(%error, "something that was heard is lost: it concerns a row that cannot be read");
                    break;
                }
                self.app.log_store_error(&error, "What was heard could not be kept; it is tried again");
                tokio::select! {
                    () = tokio::time::sleep(RETRY) => {}
                    () = self.cancel.cancelled() => return Heard::Partly,
                }
            }
            passed.send_modify(|passed| *passed = number.max(*passed));
        }
        Heard::Everything
    }

    /// One event. A message that this program cannot cope with must not make it deaf to all others.
    async fn event_or_panic(&self, event: &GatewayEvent) -> Result<(), StoreError> {
        AssertUnwindSafe(self.event(event)).catch_unwind().await.unwrap_or_else(|_| {
            tracing::error!("something that was heard is lost: handling it failed inside");
            Ok(())
        })
    }

    async fn event(&self, event: &GatewayEvent) -> Result<(), StoreError> {
        let me = self.me.borrow().clone();
        match event {
            GatewayEvent::Connected(connected) => {
                self.app.set_gateway_state(if connected.resumed { Gateway::Resumed } else { Gateway::New });
                tracing::info!(resumed = connected.resumed, servers = connected.guilds.len(), "connected to Discord");
                self.me.send_modify(|me| {
                    me.user = connected.user;
                    me.application = connected.application;
                    me.contents = connected.contents.unwrap_or(me.contents);
                });
                if !connected.resumed {
                    self.app.reconcile_servers(&connected.guilds).await?;
                    self.app.open_gaps(connected.contents.unwrap_or(me.contents)).await?;
                }
                Ok(())
            }
            GatewayEvent::Disconnected => {
                self.app.set_gateway_state(Gateway::Down);
                tracing::info!("the connection to Discord is gone; it is being made again");
                Ok(())
            }
            GatewayEvent::ContentRefused => {
                tracing::warn!(
                    "Discord refuses the message content intent: the hashtag cannot be heard. Switch it on in the \
                     developer portal (Bot, Message Content Intent) and start again; everything else works without it"
                );
                self.me.send_modify(|me| me.contents = Contents::Withheld);
                // The session there is may go on: then nothing else tells.
                self.app.set_content_withheld().await?;
                self.app.report_refused_intent().await
            }
            GatewayEvent::GuildAvailable(guild) => self.server_is_there(guild).await,
            GatewayEvent::GuildAway(guild) => self.app.mark_server_unavailable(*guild).await,
            GatewayEvent::ToldBy(instant) => self.app.mark_received_until(*instant).await,
            GatewayEvent::GuildRemoved(guild) => {
                tracing::info!(%guild, "removed from a server");
                self.app.mark_server_left(*guild).await
            }
            GatewayEvent::Message(json) => match message_of_event(json) {
                Some(said) if said.author.user != me.user => {
                    self.app.receive_message(said, me.user, &me.tag_channels).await
                }
                _ => Ok(()),
            },
            GatewayEvent::MessageEdited(json) => match message_of_event(json) {
                Some(said) if said.author.user != me.user => {
                    self.app.receive_edit(said, me.user, &me.tag_channels, me.contents).await
                }
                _ => Ok(()),
            },
            GatewayEvent::MessagesDeleted { guild: Some(guild), messages, .. } => {
                self.app.receive_deletion(*guild, messages).await
            }
            GatewayEvent::TagChannel { guild, channel, named } => {
                self.change_tags(*guild, |tags| {
                    tags.retain(|tag| tag != channel);
                    if *named {
                        tags.push(*channel);
                    }
                })
                .await
            }
            GatewayEvent::ChannelDeleted { guild, channel } => {
                self.change_tags(*guild, |tags| tags.retain(|tag| tag != channel)).await
            }
            GatewayEvent::MessagesDeleted { guild: None, .. } | GatewayEvent::Interaction(_) => Ok(()),
        }
    }

    async fn server_is_there(&self, guild: &Guild) -> Result<(), StoreError> {
        self.change_tags(guild.id, |tags| tags.clone_from(&guild.tag_channels)).await?;
        self.app.note_server(guild.id, &guild.name).await?;
        self.app.catch_up_server(guild.id).await
    }

    async fn change_tags(&self, guild: GuildId, change: impl FnOnce(&mut Vec<ChannelId>)) -> Result<(), StoreError> {
        let mut tags = self.tags.lock().await;
        let before = tags.get(&guild).cloned().unwrap_or_default();
        let mut now = before.clone();
        change(&mut now);
        if now == before {
            return Ok(());
        }
        self.app.save_tag_channels(guild, &now).await?;
        if now.is_empty() {
            tags.remove(&guild);
        } else {
            tags.insert(guild, now);
        }
        self.tell_tags(&tags);
        Ok(())
    }

    fn tell_tags(&self, tags: &BTreeMap<GuildId, Vec<ChannelId>>) {
        let mut all: Vec<ChannelId> = tags.values().flatten().copied().collect();
        all.sort_unstable();
        self.me.send_if_modified(|me| {
            let changed = me.tag_channels != all;
            me.tag_channels = all;
            changed
        });
    }
}

/// Whether everything was heard that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Whatever came by the lane; the session may be gone on with.
    Everything,
    /// It was stopped while the database could not take something: what came since has to be found again.
    Partly,
}

/// What the gateway has to be told to listen to.
#[must_use]
pub fn wanted(ears: &Subscriptions, me: &Me) -> Wanted {
    let set = |ids: &std::collections::BTreeSet<MessageId>| Arc::new(ids.iter().copied().collect::<HashSet<_>>());
    let any_hashtag = ears.guilds.values().any(|hashtag| *hashtag == Hashtag::On);
    Wanted {
        messages: !ears.guilds.is_empty(),
        content: any_hashtag,
        listening: Arc::new(ears.guilds.keys().copied().collect()),
        stored: set(&ears.messages),
        posts: set(&ears.posts),
        tag_channels: Arc::new(me.tag_channels.iter().copied().collect()),
    }
}
