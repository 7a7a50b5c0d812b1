//! One session: connecting, resuming, leaving, and what each frame leads to. When other intents are wanted, a successor
//! is connected first and takes over when it is ready, so that nobody presses a button in vain meanwhile; for a moment
//! both may tell the same event, which readers have to bear.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use futures_util::StreamExt;
use secrecy::ExposeSecret;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use twilight_gateway::error::ReceiveMessageErrorType;
use twilight_gateway::queue::InMemoryQueue;
use twilight_gateway::{CloseFrame, ConfigBuilder, Intents, Message, Session, Shard, ShardId, ShardState};

use crate::discord::gateway::filter::{self, Kind};
use crate::discord::gateway::lane::Lane;
use crate::discord::gateway::refusal::Refusal;
use crate::discord::gateway::{
    Connected, Fatal, GatewayEvent, GatewayOptions, Outlets, Progress, SavedSession, Wanted, event, is_address,
};
use domain::away::Contents;
use domain::ids::UserId;

/// Longest time to wait for the other side to agree to a goodbye, and for readers to take what is left.
const GOODBYE: Duration = Duration::from_secs(2);

/// A connection that held this long was a good one: the next fall is the first again.
const HELD: Duration = Duration::from_secs(30);

/// After so many failed attempts to connect (twilight waits 1, 2, 4, 8, 16 s between them) there is a long pause.
const ATTEMPTS: u8 = 5;

pub(super) struct Socket {
    shard: Shard,
    queue: InMemoryQueue,
    options: GatewayOptions,
    wanted: Wanted,
    changes: Option<watch::Receiver<Wanted>>,
    interactions: Lane,
    events: Lane,
    progress: watch::Sender<Progress>,
    asked: Intents,
    /// The session that takes over once it is ready, and the intents it asked for.
    successor: Option<(Shard, Intents)>,
    refusal: Refusal,
    /// What was told of refusals.
    told: Refusal,
    /// The bot and its application.
    bot: Option<(UserId, u64)>,
    connected_at: Option<Instant>,
    falls: u32,
    /// Until then the socket is not polled, so that it does not connect.
    paused_until: Option<Instant>,
    /// Until then the other side may agree to a goodbye of twilight's (after an invalid session, a request to reconnect
    /// or a frame that cannot be decompressed). twilight itself would wait for ever, without a heartbeat.
    leaving_until: Option<Instant>,
}

impl Socket {
    pub(super) fn new(mut options: GatewayOptions, mut changes: watch::Receiver<Wanted>, outlets: Outlets) -> Self {
        let wanted = changes.borrow_and_update().clone();
        let refusal = Refusal::default();
        let asked = refusal.intents(&wanted);
        let queue = options.pace.queue(&options.gateway);
        let saved = options.saved.take().filter(|saved| saved.intents == asked.bits());
        let session = saved.as_ref().map(|saved| Session::new(saved.sequence, saved.session_id.clone()));
        let resume_url = saved.as_ref().and_then(|saved| saved.resume_url.clone());
        Self {
            shard: shard(&options, asked, &queue, session, resume_url),
            queue,
            options,
            wanted,
            changes: Some(changes),
            interactions: Lane::new(outlets.interactions),
            events: Lane::new(outlets.events),
            progress: outlets.progress,
            asked,
            successor: None,
            refusal,
            told: refusal,
            bot: saved.map(|saved| (saved.user, saved.application)),
            connected_at: None,
            falls: 0,
            paused_until: None,
            leaving_until: None,
        }
    }

    pub(super) async fn run(mut self, cancel: CancellationToken) -> Result<Option<SavedSession>, Fatal> {
        loop {
            let is_told_all = self.connected_at.is_some() && self.asked == self.refusal.intents(&self.wanted);
            let hears = is_told_all && !self.events.is_waiting();
            self.progress.send_if_modified(|progress| std::mem::replace(&mut progress.hears, hears) != hears);
            let has_room = !self.interactions.is_full() && !self.events.is_full();
            tokio::select! {
                biased;
                () = cancel.cancelled() => return Ok(self.stop().await),
                () = self.interactions.advance() => {}
                () = self.events.advance() => {}
                changed = changed(&mut self.changes) => {
                    self.wanted = changed;
                    self.call_successor();
                }
                () = until(self.paused_until) => self.paused_until = None,
                () = until(self.leaving_until) => self.dial(self.shard.session().cloned()),
                item = self.shard.next(), if has_room && self.paused_until.is_none() => self.take(item)?,
                item = next_of(&mut self.successor), if has_room => self.take_from_successor(item).await?,
            }
        }
    }

    /// Sees to it that somebody asks for the intents of now: this session, or a successor.
    fn call_successor(&mut self) {
        let intents = self.refusal.intents(&self.wanted);
        if intents == self.asked {
            self.successor = None;
        } else if self.connected_at.is_none() {
            // There is nothing to keep alive until a successor is ready.
            self.dial(None);
        } else if self.successor.as_ref().is_none_or(|(_, asked)| *asked != intents) {
            self.successor = Some((shard(&self.options, intents, &self.queue, None, None), intents));
        }
    }

    async fn take_from_successor(&mut self, item: Option<<Shard as futures_util::Stream>::Item>) -> Result<(), Fatal> {
        match item {
            Some(Ok(Message::Text(frame))) => {
                let is_ready = matches!(&self.successor, Some((shard, _)) if shard.session().is_some());
                if is_ready && let Some((shard, asked)) = self.successor.take() {
                    self.leave(CloseFrame::NORMAL).await;
                    self.shard = shard;
                    self.asked = asked;
                    self.leaving_until = None;
                    self.receive(&frame);
                }
            }
            Some(Ok(Message::Close(frame))) => {
                let code = frame.map_or(1005, |frame| frame.code);
                if let Some(fatal) = Fatal::of(code) {
                    return Err(fatal);
                }
                if code == 4014 {
                    let asked = self.successor.take().map_or(self.asked, |(_, asked)| asked);
                    self.refusal = Refusal::of(asked).ok_or(Fatal::Intents)?;
                    self.call_successor();
                    self.tell_refusal();
                }
            }
            // twilight tries again by itself; the session that there is goes on meanwhile.
            Some(Err(_)) => {}
            None => {
                self.successor = None;
                self.call_successor();
            }
        }
        Ok(())
    }

    /// Starts anew: a session that goes on, or a new one with the intents of now.
    fn dial(&mut self, session: Option<Session>) {
        self.leaving_until = None;
        self.successor = None;
        let asked = self.refusal.intents(&self.wanted);
        // A session that goes on keeps the intents with which it began.
        let session = session.filter(|_| asked == self.asked);
        self.asked = asked;
        self.shard = shard(&self.options, asked, &self.queue, session, None);
    }

    fn take(&mut self, item: Option<<Shard as futures_util::Stream>::Item>) -> Result<(), Fatal> {
        // Only twilight's own goodbye leaves a shard like this after anything but a close frame.
        let is_leaving = matches!(item, Some(Ok(Message::Text(_)) | Err(_)))
            && self.shard.state() == ShardState::Disconnected { reconnect_attempts: 0 };
        self.leaving_until = is_leaving.then(|| self.leaving_until.unwrap_or(Instant::now() + GOODBYE));
        match item {
            Some(Ok(Message::Text(frame))) => self.receive(&frame),
            Some(Ok(Message::Close(frame))) => self.closed(frame.map_or(1005, |frame| frame.code))?,
            Some(Err(error)) => match (error.kind(), self.shard.state()) {
                (ReceiveMessageErrorType::Reconnect, ShardState::Disconnected { reconnect_attempts }) => {
                    tracing::warn!(reconnect_attempts, "the gateway cannot be reached");
                    if reconnect_attempts > ATTEMPTS {
                        self.paused_until = Some(Instant::now() + self.options.pace.pause(u32::MAX));
                        self.dial(self.shard.session().cloned());
                    }
                }
                // The error's own text holds the whole frame, and with it somebody's words.
                (ReceiveMessageErrorType::Deserializing { .. }, _) => tracing::debug!("a frame that is no event"),
                _ => tracing::info!("a frame that cannot be decompressed: the connection is made again"),
            },
            // twilight has given up, and would panic if it were polled again.
            None => self.dial(None),
        }
        if !self.shard.state().is_identified() && self.connected_at.take().is_some() {
            self.events.push((self.sequence(), GatewayEvent::Disconnected));
        }
        Ok(())
    }

    fn closed(&mut self, code: u16) -> Result<(), Fatal> {
        tracing::info!(code, "the gateway connection was closed");
        if let Some(fatal) = Fatal::of(code) {
            return Err(fatal);
        }
        if code == 4014 {
            self.refusal = Refusal::of(self.asked).ok_or(Fatal::Intents)?;
            self.dial(None);
            return Ok(());
        }
        let held = self.connected_at.is_some_and(|at| at.elapsed() >= HELD);
        self.falls = if held { 1 } else { self.falls.saturating_add(1) };
        let pause = self.options.pace.pause(self.falls);
        self.paused_until = (!pause.is_zero()).then(|| Instant::now() + pause);
        Ok(())
    }

    fn receive(&mut self, frame: &str) {
        let bot = self.bot.map(|(user, _)| user);
        match filter::wanted(frame, &self.wanted, bot, self.options.may_hold_hashtag) {
            None => {}
            Some(Kind::Ready) => self.ready(frame),
            Some(Kind::Resumed) => {
                if let Some((user, application)) = self.bot {
                    self.connected(Connected { user, application, resumed: true, contents: None, guilds: Vec::new() });
                }
            }
            Some(kind) => {
                if let Some(event) = event::event(kind, frame) {
                    let lane = if kind == Kind::Interaction { &mut self.interactions } else { &mut self.events };
                    lane.push((self.shard.session().map_or(0, Session::sequence), event));
                }
            }
        }
        let sequence = self.sequence();
        let session = self.shard.session().map(Session::id);
        self.progress.send_if_modified(|progress| {
            let is_other = progress.session.as_deref() != session;
            if is_other {
                progress.session = session.map(Into::into);
            }
            std::mem::replace(&mut progress.sequence, sequence) != sequence || is_other
        });
    }

    fn ready(&mut self, frame: &str) {
        let Some(ready) = event::ready(frame) else {
            tracing::error!("Discord's greeting could not be read: this program may be too old");
            return;
        };
        self.progress.send_modify(|progress| {
            *progress = Progress { session: None, sessions: progress.sessions + 1, sequence: 0, hears: progress.hears };
        });
        self.bot = Some((ready.connected.user, ready.connected.application));
        self.connected(ready.connected);
        if !is_address(&ready.resume_url, &self.options.gateway.url) {
            tracing::warn!("Discord gave an address for resuming that is none: the first one is used");
            self.dial(self.shard.session().cloned());
        }
    }

    fn connected(&mut self, mut connected: Connected) {
        connected.contents = match self.refusal {
            Refusal::Content => Some(Contents::Withheld),
            Refusal::Nothing => self.asked.contains(Intents::MESSAGE_CONTENT).then_some(Contents::Told),
        };
        tracing::info!(resumed = connected.resumed, servers = connected.guilds.len(), "the gateway session is there");
        self.connected_at = Some(Instant::now());
        self.tell_refusal();
        self.events.push((self.sequence(), GatewayEvent::Connected(connected)));
    }

    fn tell_refusal(&mut self) {
        if self.told != self.refusal {
            self.told = self.refusal;
            self.events.push((self.sequence(), GatewayEvent::ContentRefused));
        }
    }

    fn sequence(&self) -> u64 {
        self.shard.session().map_or(0, Session::sequence)
    }

    /// Says goodbye, and takes what has already arrived. The other side's agreement is not waited for: where it hangs up
    /// without one, twilight would silently connect again.
    async fn leave(&mut self, goodbye: CloseFrame<'static>) {
        if matches!(self.shard.state(), ShardState::Disconnected { .. }) {
            return;
        }
        self.shard.close(goodbye);
        let said = poll_fn(|context| {
            loop {
                match self.shard.poll_next_unpin(context) {
                    Poll::Ready(Some(Ok(Message::Text(frame)))) => self.receive(&frame),
                    Poll::Pending if !matches!(self.shard.state(), ShardState::Disconnected { .. }) => {
                        return Poll::Pending;
                    }
                    Poll::Ready(_) | Poll::Pending => return Poll::Ready(()),
                }
            }
        });
        // What could not be said in time is said by hanging up, which leaves the session to be resumed or forgotten.
        let _ = timeout(GOODBYE, said).await;
        if self.connected_at.take().is_some() {
            self.events.push((self.sequence(), GatewayEvent::Disconnected));
        }
    }

    /// Leaves with a code that keeps the session (1000 and 1001 end it), and gives readers time to take what is left.
    async fn stop(mut self) -> Option<SavedSession> {
        self.leave(CloseFrame::RESUME).await;
        let all_taken = async {
            while self.interactions.is_waiting() || self.events.is_waiting() {
                tokio::select! {
                    () = self.interactions.advance() => {}
                    () = self.events.advance() => {}
                }
            }
        };
        if timeout(GOODBYE, all_taken).await.is_err() {
            tracing::warn!("events were not read before the end: they are asked for again when the session resumes");
        }
        let lost = self.interactions.first_waiting().into_iter().chain(self.events.first_waiting()).min();
        self.shard.session().zip(self.bot).map(|(session, (user, application))| SavedSession {
            session_id: session.id().to_owned(),
            sequence: lost.map_or(session.sequence(), |lost| lost.saturating_sub(1)),
            resume_url: self.shard.resume_url().map(str::to_owned),
            intents: self.asked.bits(),
            user,
            application,
        })
    }
}

/// The next change of what is wanted; none ever comes once nobody can make one.
async fn changed(changes: &mut Option<watch::Receiver<Wanted>>) -> Wanted {
    if let Some(receiver) = changes {
        if receiver.changed().await.is_ok() {
            return receiver.borrow_and_update().clone();
        }
        *changes = None;
    }
    std::future::pending().await
}

/// The next item of a successor; none ever comes while there is none.
async fn next_of(successor: &mut Option<(Shard, Intents)>) -> Option<<Shard as futures_util::Stream>::Item> {
    match successor {
        Some((shard, _)) => shard.next().await,
        None => std::future::pending().await,
    }
}

/// Waits until then, or for ever.
async fn until(then: Option<Instant>) {
    match then {
        Some(then) => sleep_until(then).await,
        None => std::future::pending().await,
    }
}

fn shard(
    options: &GatewayOptions,
    intents: Intents,
    queue: &InMemoryQueue,
    session: Option<Session>,
    resume_url: Option<String>,
) -> Shard {
    let mut config = ConfigBuilder::new(options.token.expose_secret().trim().to_owned(), intents)
        .proxy_url(options.gateway.url.clone())
        .queue(queue.clone());
    if let Some(session) = session {
        config = config.session(session);
    }
    if let Some(url) = resume_url.filter(|url| is_address(url, &options.gateway.url)) {
        config = config.resume_url(url);
    }
    Shard::with_config(ShardId::ONE, config.build())
}
