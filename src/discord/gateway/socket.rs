//! One session: connecting, resuming, leaving, and handling frames. When other intents are needed, a successor session
//! connects first and takes over once it is ready, so that no interaction is lost. For a moment both sessions may
//! deliver the same event, which readers must tolerate.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use futures_util::{Stream, StreamExt};
use secrecy::ExposeSecret;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use twilight_gateway::error::ReceiveMessageErrorType;
use twilight_gateway::{CloseFrame, ConfigBuilder, Intents, Message, Session, Shard, ShardId, ShardState};

use crate::discord::gateway::closes::Closes;
use crate::discord::gateway::filter::{self, Kind};
use crate::discord::gateway::lane::Lane;
use crate::discord::gateway::queue::Counted;
use crate::discord::gateway::refusal::Refusal;
use crate::discord::gateway::relay::Relay;
use crate::discord::gateway::{
    Connected, Fatal, GatewayEvent, GatewayOptions, Outlets, Received, SavedSession, Subscriptions, event, is_address,
};
use crate::net::http::innermost;
use domain::away::Contents;
use domain::ids::UserId;

/// How long to wait for the peer's close frame, and for readers to drain their queues.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// A connection that lasts this long resets the count of drops.
const HELD: Duration = Duration::from_secs(30);

/// After this many failed attempts to connect (twilight waits 1, 2, 4, 8, 16 s between them) there is a long pause.
const ATTEMPTS: u8 = 5;

/// What a session yields.
type Item = <Shard<Counted> as Stream>::Item;

pub(super) struct Socket {
    shard: Shard<Counted>,
    queue: Counted,
    options: GatewayOptions,
    relay: Relay,
    /// Discord's address for resuming the session.
    resume_url: Option<String>,
    subscriptions: Subscriptions,
    changes: Option<watch::Receiver<Subscriptions>>,
    interactions: Lane,
    events: Lane,
    received: watch::Sender<Received>,
    asked: Intents,
    /// The session that takes over once it is ready, and the intents it asked for.
    successor: Option<(Shard<Counted>, Intents)>,
    refusal: Refusal,
    /// The refusal that was last reported.
    reported: Refusal,
    /// The bot and its application.
    bot: (UserId, u64),
    connected_at: Option<Instant>,
    drops: u32,
    closes: Closes,
    /// Until then the socket is not polled, so that it does not connect.
    paused_until: Option<Instant>,
    /// Until then the peer may answer twilight's close frame (after an invalid session, a reconnect request or a
    /// decompression error). twilight itself would wait forever, without a heartbeat.
    leaving_until: Option<Instant>,
}

impl Socket {
    pub(super) fn new(
        mut options: GatewayOptions,
        relay: Relay,
        mut changes: watch::Receiver<Subscriptions>,
        outlets: Outlets,
    ) -> Self {
        let subscriptions = changes.borrow_and_update().clone();
        let refusal = Refusal::default();
        let asked = refusal.intents(&subscriptions);
        let queue = Counted { queue: options.pace.queue(&options.gateway), identified: options.identified.clone() };
        let saved = options.saved.take().filter(|saved| saved.intents == asked.bits());
        let session = saved.as_ref().map(|saved| Session::new(saved.sequence, saved.session_id.clone()));
        let resume_url = saved.as_ref().and_then(|saved| saved.resume_url.clone());
        Self {
            shard: shard(&options, &relay, asked, &queue, session, resume_url.as_deref()),
            queue,
            bot: options.bot,
            options,
            relay,
            resume_url,
            subscriptions,
            changes: Some(changes),
            interactions: Lane::new(outlets.interactions),
            events: Lane::new(outlets.events),
            received: outlets.received,
            asked,
            successor: None,
            refusal,
            reported: refusal,
            connected_at: None,
            drops: 0,
            closes: Closes::default(),
            paused_until: None,
            leaving_until: None,
        }
    }

    pub(super) async fn run(mut self, cancel: CancellationToken) -> Result<Option<SavedSession>, Fatal> {
        loop {
            let has_intents = self.connected_at.is_some() && self.asked == self.refusal.intents(&self.subscriptions);
            let caught_up = has_intents && !self.events.is_waiting();
            self.received
                .send_if_modified(|received| std::mem::replace(&mut received.caught_up, caught_up) != caught_up);
            let has_room = !self.interactions.is_full() && !self.events.is_full();
            tokio::select! {
                biased;
                () = cancel.cancelled() => return Ok(self.stop().await),
                () = self.interactions.advance() => {}
                () = self.events.advance() => {}
                changed = changed(&mut self.changes) => {
                    self.subscriptions = changed;
                    self.start_successor();
                }
                () = until(self.paused_until) => self.paused_until = None,
                () = until(self.leaving_until) => self.dial(self.shard.session().cloned()),
                item = self.shard.next(), if has_room && self.paused_until.is_none() => self.take(item)?,
                item = next_of(&mut self.successor), if has_room => self.take_from_successor(item).await?,
            }
        }
    }

    /// Starts a successor session if other intents are needed.
    fn start_successor(&mut self) {
        let intents = self.refusal.intents(&self.subscriptions);
        if intents == self.asked {
            self.successor = None;
        } else if self.connected_at.is_none() {
            // There is no session to keep meanwhile.
            self.dial(None);
        } else if self.successor.as_ref().is_none_or(|(_, asked)| *asked != intents) {
            self.successor = Some((shard(&self.options, &self.relay, intents, &self.queue, None, None), intents));
        }
    }

    async fn take_from_successor(&mut self, item: Option<Item>) -> Result<(), Fatal> {
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
                let code = self.closes.note(frame.as_ref(), self.relay.trouble());
                if let Some(fatal) = Fatal::of(code) {
                    return Err(fatal);
                }
                if code == 4014 {
                    let asked = self.successor.take().map_or(self.asked, |(_, asked)| asked);
                    self.refusal = Refusal::of(asked).ok_or(Fatal::Intents)?;
                    self.start_successor();
                    self.report_refusal();
                }
            }
            // twilight retries by itself; the current session continues.
            Some(Err(_)) => {}
            None => {
                self.successor = None;
                self.start_successor();
            }
        }
        Ok(())
    }

    /// Reconnects: resumes the session, or starts one with the intents that are needed now.
    fn dial(&mut self, session: Option<Session>) {
        self.leaving_until = None;
        self.successor = None;
        let asked = self.refusal.intents(&self.subscriptions);
        // A resumed session keeps its intents.
        let session = session.filter(|_| asked == self.asked);
        self.asked = asked;
        let resume_url = self.resume_url.as_deref().filter(|_| session.is_some());
        self.shard = shard(&self.options, &self.relay, asked, &self.queue, session, resume_url);
    }

    fn take(&mut self, item: Option<Item>) -> Result<(), Fatal> {
        // After anything but a close frame, only twilight's own close leaves a shard in this state.
        let is_leaving = matches!(item, Some(Ok(Message::Text(_)) | Err(_)))
            && self.shard.state() == ShardState::Disconnected { reconnect_attempts: 0 };
        self.leaving_until = is_leaving.then(|| self.leaving_until.unwrap_or(Instant::now() + CLOSE_TIMEOUT));
        match item {
            Some(Ok(Message::Text(frame))) => self.receive(&frame),
            Some(Ok(Message::Close(frame))) => self.closed(frame.as_ref())?,
            Some(Err(error)) => match (error.kind(), self.shard.state()) {
                (ReceiveMessageErrorType::Reconnect, ShardState::Disconnected { reconnect_attempts }) => {
                    let why = self.relay.trouble().unwrap_or_else(|| innermost(&error));
                    tracing::warn!(reconnect_attempts, why, "no connection to the gateway");
                    // Next time the first address.
                    self.resume_url = None;
                    if reconnect_attempts > ATTEMPTS {
                        self.paused_until = Some(Instant::now() + self.options.pace.pause(u32::MAX));
                        self.dial(self.shard.session().cloned());
                    }
                }
                // The error's own text contains the whole frame, and so a person's words.
                (ReceiveMessageErrorType::Deserializing { .. }, _) => tracing::debug!("a frame is not an event"),
                _ => tracing::info!("a frame cannot be decompressed: connecting again"),
            },
            // twilight has given up, and would panic if polled again.
            None => self.dial(None),
        }
        if !self.shard.state().is_identified() && self.connected_at.take().is_some() {
            self.events.push((self.sequence(), GatewayEvent::Disconnected));
        }
        Ok(())
    }

    fn closed(&mut self, frame: Option<&CloseFrame<'_>>) -> Result<(), Fatal> {
        let held = self.connected_at.is_some_and(|at| at.elapsed() >= HELD);
        if held {
            self.closes = Closes::default();
        }
        let code = self.closes.note(frame, self.relay.trouble());
        if let Some(fatal) = Fatal::of(code) {
            return Err(fatal);
        }
        if code == 4014 {
            self.refusal = Refusal::of(self.asked).ok_or(Fatal::Intents)?;
            self.dial(None);
            return Ok(());
        }
        self.drops = if held { 1 } else { self.drops.saturating_add(1) };
        let pause = self.options.pace.pause(self.drops);
        self.paused_until = (!pause.is_zero()).then(|| Instant::now() + pause);
        // twilight would resume at Discord's address, past the relay.
        self.dial(self.shard.session().cloned());
        Ok(())
    }

    fn receive(&mut self, frame: &str) {
        match filter::kind_needed(frame, &self.subscriptions, Some(self.bot.0), self.options.may_hold_hashtag) {
            None => {}
            Some(Kind::Ready) => self.ready(frame),
            Some(Kind::Resumed) => {
                let (user, application) = self.bot;
                self.connected(Connected { user, application, resumed: true, contents: None, guilds: None });
            }
            Some(kind) => {
                if let Some(event) = event::event(kind, frame, &self.subscriptions) {
                    let lane = if kind == Kind::Interaction { &mut self.interactions } else { &mut self.events };
                    lane.push((self.shard.session().map_or(0, Session::sequence), event));
                }
            }
        }
        let sequence = self.sequence();
        let session = self.shard.session().map(Session::id);
        self.received.send_if_modified(|received| {
            let is_other = received.session.as_deref() != session;
            if is_other {
                received.session = session.map(Into::into);
            }
            std::mem::replace(&mut received.sequence, sequence) != sequence || is_other
        });
    }

    fn ready(&mut self, frame: &str) {
        let ready = event::ready(frame);
        self.received.send_modify(|received| {
            *received =
                Received { session: None, sessions: received.sessions + 1, sequence: 0, caught_up: received.caught_up };
        });
        self.bot = (ready.user.unwrap_or(self.bot.0), ready.application.unwrap_or(self.bot.1));
        let (user, application) = self.bot;
        self.connected(Connected { user, application, resumed: false, contents: None, guilds: ready.guilds });
        self.resume_url = ready.resume_url.filter(|url| is_address(url, &self.options.gateway.url));
        if self.resume_url.is_none() {
            tracing::warn!("Discord's address for resuming is not usable: the first address is used");
            self.dial(self.shard.session().cloned());
        }
    }

    fn connected(&mut self, mut connected: Connected) {
        connected.contents = match self.refusal {
            Refusal::Content => Some(Contents::Withheld),
            Refusal::Nothing => self.asked.contains(Intents::MESSAGE_CONTENT).then_some(Contents::Received),
        };
        tracing::info!(
            resumed = connected.resumed,
            servers = connected.guilds.as_ref().map(Vec::len),
            "the gateway session is ready"
        );
        self.connected_at = Some(Instant::now());
        self.report_refusal();
        self.events.push((self.sequence(), GatewayEvent::Connected(connected)));
    }

    fn report_refusal(&mut self) {
        if self.reported != self.refusal {
            self.reported = self.refusal;
            self.events.push((self.sequence(), GatewayEvent::ContentRefused));
        }
    }

    fn sequence(&self) -> u64 {
        self.shard.session().map_or(0, Session::sequence)
    }

    /// Sends the close frame and reads what has already arrived. Does not wait for the peer's close frame: if the peer
    /// hangs up without one, twilight would silently reconnect.
    async fn leave(&mut self, close: CloseFrame<'static>) {
        if matches!(self.shard.state(), ShardState::Disconnected { .. }) {
            return;
        }
        self.shard.close(close);
        let sent = poll_fn(|context| {
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
        // Without a close frame, the disconnect leaves the session resumable until it expires.
        let _ = timeout(CLOSE_TIMEOUT, sent).await;
        if self.connected_at.take().is_some() {
            self.events.push((self.sequence(), GatewayEvent::Disconnected));
        }
    }

    /// Closes with a code that keeps the session (1000 and 1001 end it), and gives readers time to drain their queues.
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
        if timeout(CLOSE_TIMEOUT, all_taken).await.is_err() {
            tracing::warn!("some events were not handled before the stop: the resumed session delivers them again");
        }
        let lost = self.interactions.first_waiting().into_iter().chain(self.events.first_waiting()).min();
        let (user, application) = self.bot;
        let Self { shard, relay, resume_url, asked, .. } = self;
        let saved = shard.session().map(|session| SavedSession {
            session_id: session.id().to_owned(),
            sequence: lost.map_or(session.sequence(), |lost| lost.saturating_sub(1)),
            resume_url,
            intents: asked.bits(),
            user,
            application,
        });
        drop(shard);
        relay.finish(CLOSE_TIMEOUT).await;
        saved
    }
}

/// The next change of the subscriptions; pending forever once their sender is gone.
async fn changed(changes: &mut Option<watch::Receiver<Subscriptions>>) -> Subscriptions {
    if let Some(receiver) = changes {
        if receiver.changed().await.is_ok() {
            return receiver.borrow_and_update().clone();
        }
        *changes = None;
    }
    std::future::pending().await
}

/// The next item of a successor; pending forever without one.
async fn next_of(successor: &mut Option<(Shard<Counted>, Intents)>) -> Option<Item> {
    match successor {
        Some((shard, _)) => shard.next().await,
        None => std::future::pending().await,
    }
}

/// Waits until then, or forever.
async fn until(then: Option<Instant>) {
    match then {
        Some(then) => sleep_until(then).await,
        None => std::future::pending().await,
    }
}

/// A session of twilight's, all of whose connections go over the relay.
fn shard(
    options: &GatewayOptions,
    relay: &Relay,
    intents: Intents,
    queue: &Counted,
    session: Option<Session>,
    resume_url: Option<&str>,
) -> Shard<Counted> {
    let mut config = ConfigBuilder::new(options.token.expose_secret().trim().to_owned(), intents)
        .proxy_url(relay.to(&options.gateway.url))
        .queue(queue.clone());
    if let Some(session) = session {
        config = config.session(session);
    }
    if let Some(url) = resume_url.filter(|url| is_address(url, &options.gateway.url)) {
        config = config.resume_url(relay.to(url.trim_end_matches('/')));
    }
    Shard::with_config(ShardId::ONE, config.build())
}
