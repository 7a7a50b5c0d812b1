//! Handles the gateway's events: each becomes a call of a use case.

use std::collections::{BTreeMap, HashSet};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::join_all;
use tokio::sync::{Mutex, mpsc, watch};
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use crate::app::listening::{Hashtag, NeededEvents};
use crate::app::{App, StoreError};
use crate::discord::context::{Bot, Me};
use crate::discord::gateway::{GatewayEvent, Guild, Numbered, Subscriptions, is_cmad};
use crate::discord::message::{guild_of_event, message_of_event};
use crate::observe::metrics::Gateway;
use domain::away::Contents;
use domain::ids::{ChannelId, GuildId, MessageId};

/// Answers interactions as they arrive, each in its own task so that none waits for another.
///
/// Ends when the lane is closed, after the last answer.
///
/// `under_way` says how many are being answered: what follows an answer goes on after the person has it.
pub async fn answer_interactions(bot: Bot, mut lane: mpsc::Receiver<Numbered>, under_way: watch::Sender<usize>) {
    // A set, not loose tasks: they end with this task.
    let mut answers = JoinSet::new();
    loop {
        tokio::select! {
            next = lane.recv() => match next {
                Some((_, GatewayEvent::Interaction(json))) => {
                    let bot = bot.clone();
                    answers.spawn(async move { bot.answer(&json).await });
                }
                Some((number, _)) => tracing::warn!(number, "the lane of interactions holds another event"),
                None => break,
            },
            Some(ended) = answers.join_next() => log_panic(ended),
        }
        under_way.send_replace(answers.len());
    }
    while let Some(ended) = answers.join_next().await {
        log_panic(ended);
    }
}

fn log_panic(ended: Result<(), JoinError>) {
    // The error's own text holds the panic's message, which may quote a person. The panic hook has logged the place.
    if ended.is_err_and(|error| error.is_panic()) {
        tracing::error!("answering an interaction panicked");
    }
}

/// Handles all other events in order: an edit must not overtake the message that it edits.
pub struct EventHandler {
    app: App,
    me: watch::Sender<Me>,
    tags: Mutex<BTreeMap<GuildId, Vec<ChannelId>>>,
    cancel: CancellationToken,
}

/// Numbers from here on mark a place in the lane. Discord's events count up from one and never get here.
pub const FIRST_MARKER: u64 = u64::MAX / 2;

/// How many events are taken from the lane at once. Other writers wait for the commit of one turn at most.
const TURN: usize = 64;

/// How long to wait before an event is handled again after the database failed.
const RETRY: Duration = Duration::from_secs(1);

impl EventHandler {
    /// A handler that writes what it learns about the bot into `me`.
    #[must_use]
    pub fn new(app: App, me: watch::Sender<Me>, cancel: CancellationToken) -> Self {
        Self { app, me, tags: Mutex::default(), cancel }
    }

    /// Loads which channels are named `cmad`, where Discord does not send them: at the start, and when the gateway
    /// comes from another process.
    pub async fn load_tag_channels(&self) -> Result<(), StoreError> {
        let mut tags = self.tags.lock().await;
        *tags = self.app.tag_channels().await?;
        self.publish_tag_channels(&tags);
        Ok(())
    }

    /// Handles events until the lane is closed. `handled` is set to the number of each and never decreases, so that a
    /// number from [`FIRST_MARKER`] on stays visible.
    ///
    /// New messages that wait together are handled in one turn: those of a server one after another, servers at once, so
    /// that they share commits. Any other event has a turn of its own.
    pub async fn run(&self, mut lane: mpsc::Receiver<Numbered>, handled: watch::Sender<u64>) -> Handled {
        let mut waiting = Vec::with_capacity(TURN);
        while lane.recv_many(&mut waiting, TURN).await > 0 {
            for turn in turns(std::mem::take(&mut waiting)) {
                let last = turn.last;
                let ended = join_all(turn.lines.into_iter().map(|line| self.handle_all(line))).await;
                if ended.contains(&Handled::Partly) {
                    return Handled::Partly;
                }
                handled.send_modify(|handled| *handled = last.max(*handled));
            }
        }
        Handled::All
    }

    /// Handles events one after another.
    async fn handle_all(&self, events: Vec<Numbered>) -> Handled {
        for (_, event) in events {
            // While the database is away no words may be lost: the lane waits.
            while let Err(error) = self.event_or_panic(&event).await {
                if !error.is_temporary() {
                    // Content that cannot be read now cannot be read in a second either, and other events wait behind
                    // it.
                    tracing::error!(%error, "an event is lost: it concerns a row that cannot be read");
                    break;
                }
                self.app.log_store_error(&error, "An event could not be stored; it is tried again");
                tokio::select! {
                    () = tokio::time::sleep(RETRY) => {}
                    () = self.cancel.cancelled() => return Handled::Partly,
                }
            }
        }
        Handled::All
    }

    /// Handles one event. If it panics, the others are still handled.
    async fn event_or_panic(&self, event: &GatewayEvent) -> Result<(), StoreError> {
        AssertUnwindSafe(self.event(event)).catch_unwind().await.unwrap_or_else(|_| {
            tracing::error!("an event is lost: handling it panicked");
            Ok(())
        })
    }

    async fn event(&self, event: &GatewayEvent) -> Result<(), StoreError> {
        let me = self.me.borrow().clone();
        match event {
            GatewayEvent::Connected(connected) => {
                self.app.set_gateway_state(if connected.resumed { Gateway::Resumed } else { Gateway::New });
                tracing::info!(
                    resumed = connected.resumed,
                    servers = connected.guilds.as_ref().map(Vec::len),
                    "connected to Discord"
                );
                self.me.send_modify(|me| {
                    me.user = connected.user;
                    me.application = connected.application;
                    me.contents = connected.contents.unwrap_or(me.contents);
                });
                if !connected.resumed {
                    if let Some(guilds) = &connected.guilds {
                        self.app.reconcile_servers(connected.application, guilds).await?;
                    }
                    self.app.open_gaps(connected.contents.unwrap_or(me.contents)).await?;
                }
                Ok(())
            }
            GatewayEvent::Disconnected => {
                self.app.set_gateway_state(Gateway::Down);
                tracing::info!("the connection to Discord is lost; connecting again");
                Ok(())
            }
            GatewayEvent::ContentRefused => {
                tracing::warn!(
                    "Discord refuses the message content intent, so the hashtag is not seen. Switch it on in the \
                     developer portal (Bot, Message Content Intent) and start again; everything else works without it"
                );
                self.me.send_modify(|me| me.contents = Contents::Withheld);
                // The present session may continue: then no other event says so.
                self.app.set_content_withheld().await?;
                self.app.report_refused_intent().await
            }
            GatewayEvent::GuildAvailable(guild) => self.server_available(guild).await,
            GatewayEvent::GuildUnavailable(guild) => self.app.mark_server_unavailable(*guild).await,
            GatewayEvent::ReceivedUntil(instant) => self.app.mark_received_until(*instant).await,
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
            GatewayEvent::GuildNamed { guild, name } => self.app.note_server(*guild, Some(name)).await,
            GatewayEvent::ChannelNamed { guild, channel, name } => {
                self.change_tags(*guild, |tags| {
                    tags.retain(|tag| tag != channel);
                    if is_cmad(name) {
                        tags.push(*channel);
                    }
                })
                .await?;
                self.app.note_channel(*guild, *channel, name).await
            }
            GatewayEvent::ChannelDeleted { guild, channel } => {
                self.change_tags(*guild, |tags| tags.retain(|tag| tag != channel)).await
            }
            GatewayEvent::MessagesDeleted { guild: None, .. } | GatewayEvent::Interaction(_) => Ok(()),
        }
    }

    async fn server_available(&self, guild: &Guild) -> Result<(), StoreError> {
        self.change_tags(guild.id, |tags| {
            // Of a channel whose name Discord does not tell, what was known stays.
            tags.retain(|tag| guild.nameless.contains(tag));
            tags.extend(&guild.tag_channels);
        })
        .await?;
        self.app.note_server(guild.id, guild.name.as_deref()).await?;
        for (channel, name) in &guild.campaign_channels {
            self.app.note_channel(guild.id, *channel, name).await?;
        }
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
        self.publish_tag_channels(&tags);
        Ok(())
    }

    fn publish_tag_channels(&self, tags: &BTreeMap<GuildId, Vec<ChannelId>>) {
        let mut all: Vec<ChannelId> = tags.values().flatten().copied().collect();
        all.sort_unstable();
        self.me.send_if_modified(|me| {
            let changed = me.tag_channels != all;
            me.tag_channels = all;
            changed
        });
    }
}

/// Events that are handled at the same time.
struct Turn {
    /// Each line is handled in its order.
    lines: Vec<Vec<Numbered>>,
    /// The number of the last event.
    last: u64,
}

/// The events of each server.
type Lines = BTreeMap<Option<GuildId>, Vec<Numbered>>;

/// Parts events that were received one after another into turns.
fn turns(events: Vec<Numbered>) -> Vec<Turn> {
    let mut turns: Vec<(Lines, u64)> = Vec::new();
    let mut of_messages = false;
    for (number, event) in events {
        let (is_message, guild) = match &event {
            GatewayEvent::Message(json) => (true, guild_of_event(json)),
            _ => (false, None),
        };
        if !(is_message && of_messages) {
            turns.push((Lines::new(), 0));
        }
        of_messages = is_message;
        if let Some((lines, last)) = turns.last_mut() {
            lines.entry(guild).or_default().push((number, event));
            *last = number.max(*last);
        }
    }
    turns.into_iter().map(|(lines, last)| Turn { lines: lines.into_values().collect(), last }).collect()
}

/// Whether every received event was handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handled {
    /// The session may be resumed.
    All,
    /// It was stopped while the database could not take an event: what came since must be found again.
    Partly,
}

/// The subscriptions that today's campaigns need.
#[must_use]
pub fn subscriptions(needed: &NeededEvents, me: &Me) -> Subscriptions {
    let set = |ids: &std::collections::BTreeSet<MessageId>| Arc::new(ids.iter().copied().collect::<HashSet<_>>());
    let any_hashtag = needed.guilds.values().any(|hashtag| *hashtag == Hashtag::On);
    Subscriptions {
        messages: !needed.guilds.is_empty(),
        content: any_hashtag,
        guilds: Arc::new(needed.guilds.keys().copied().collect()),
        stored: set(&needed.messages),
        posts: set(&needed.posts),
        tag_channels: Arc::new(me.tag_channels.iter().copied().collect()),
        campaign_channels: Arc::new(needed.channels.iter().copied().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_keeps_its_order_and_no_message_passes_another_event() {
        let message = |guild: u64| GatewayEvent::Message(format!(r#"{{"guild_id":"{guild}"}}"#));
        let odd = || GatewayEvent::Message("no JSON".to_owned());
        let edit = GatewayEvent::MessageEdited(String::new());
        let events = [message(7), message(8), message(7), odd(), odd(), edit, message(8), GatewayEvent::Disconnected];
        let numbered = events.into_iter().zip(1_u64..).map(|(event, number)| (number, event)).collect();
        let turns = turns(numbered);
        let numbers = |turn: &Turn| -> Vec<Vec<u64>> {
            turn.lines.iter().map(|line| line.iter().map(|(number, _)| *number).collect()).collect()
        };
        let lines: Vec<_> = turns.iter().map(|turn| (numbers(turn), turn.last)).collect();
        let first = vec![vec![4, 5], vec![1, 3], vec![2]];
        assert_eq!(lines, [(first, 5), (vec![vec![6]], 6), (vec![vec![7]], 7), (vec![vec![8]], 8)]);
    }
}
