//! The running bot: what can be asked of it, and how it stops.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::app::{App, DatabaseProblem};
use crate::discord::gateway::{Fatal, GatewayEvent, Numbered, Received, SavedSession, Subscriptions};
use crate::discord::inbound::{FIRST_MARKER, Handled};
use crate::runtime::beat::Beat;
use crate::runtime::processes::Processes;
use crate::runtime::session::keep_session;
use crate::runtime::tasks::Tasks;
use crate::store::{CommitOutcome, Store, StoreError};
use domain::away::Contents;
use domain::ids::{ChannelId, GuildId};

/// How long a soft stop waits for what is under way.
const SOFT_STOP: Duration = Duration::from_secs(8);
/// How long to wait after that for giving back the leases and closing the database.
const CLOSE: Duration = Duration::from_secs(1);

/// What is served where.
pub(super) struct Served {
    pub(super) http: Option<SocketAddr>,
    pub(super) metrics: Option<SocketAddr>,
}

/// The running bot.
pub struct Running {
    pub(super) beat: Beat,
    pub(super) store: Store,
    pub(super) processes: Arc<Processes>,
    /// Keeps other processes from the file.
    pub(super) _alone: Option<std::fs::File>,
    pub(super) received: watch::Receiver<Received>,
    pub(super) lanes: Option<[mpsc::Sender<Numbered>; 2]>,
    /// The number of the last event that was handled.
    pub(super) handled: watch::Receiver<u64>,
    /// How many interactions are being answered.
    pub(super) answering: watch::Receiver<usize>,
    pub(super) markers: AtomicU64,
    pub(super) subscriptions: watch::Receiver<Subscriptions>,
    pub(super) served: Served,
    pub(super) cancel: CancellationToken,
    pub(super) gateway: JoinHandle<Result<Option<SavedSession>, Fatal>>,
    pub(super) handler: JoinHandle<Option<Handled>>,
    pub(super) tasks: Tasks,
}

impl Running {
    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.beat.app
    }

    /// The database, for tests and rehearsals.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether this process holds the gateway, or stands by.
    #[must_use]
    pub fn holds_gateway(&self) -> bool {
        *self.processes.holds_gateway().borrow()
    }

    /// How many processes share the database and the token's request limit, including this one.
    #[must_use]
    pub fn processes(&self) -> u16 {
        *self.processes.count().borrow()
    }

    /// Runs one beat, for [`Heartbeat::ByHand`](crate::runtime::Heartbeat).
    pub async fn beat(&self) {
        self.processes.beat().await;
        self.beat.once().await;
    }

    /// Where the pages are served, with the port that the system chose for 0.
    #[must_use]
    pub const fn http(&self) -> Option<SocketAddr> {
        self.served.http
    }

    /// Where the metrics are served, with the port that the system chose for 0.
    #[must_use]
    pub const fn metrics(&self) -> Option<SocketAddr> {
        self.served.metrics
    }

    /// What the gateway session subscribes to.
    #[must_use]
    pub fn subscriptions(&self) -> watch::Receiver<Subscriptions> {
        self.subscriptions.clone()
    }

    /// Waits until the subscriptions change, or what Discord lets the bot receive.
    pub fn until_subscriptions_change(&self) -> impl Future<Output = ()> + use<> {
        let (mut me, mut subscriptions) = (self.beat.subscriber.me.clone(), self.subscriptions.clone());
        me.mark_unchanged();
        subscriptions.mark_unchanged();
        async move {
            tokio::select! {
                Ok(()) = me.changed() => {}
                Ok(()) = subscriptions.changed() => {}
                else => std::future::pending().await,
            }
        }
    }

    /// Whether Discord lets the bot read message content, as far as is known.
    #[must_use]
    pub fn receives_content(&self) -> bool {
        self.beat.subscriber.me.borrow().contents == Contents::Received
    }

    /// How far the stream of events was received.
    #[must_use]
    pub fn received(&self) -> watch::Receiver<Received> {
        self.received.clone()
    }

    /// How many gateway sessions other programs were seen to start with this bot's token.
    #[must_use]
    pub fn sessions_elsewhere(&self) -> u32 {
        self.beat.starts.others()
    }

    /// Ends everything at once, as a killed process would: nothing is finished, nothing is kept.
    pub async fn kill(self) {
        self.gateway.abort();
        self.handler.abort();
        self.tasks.kill().await;
        // An aborted task ends with an error by design.
        let _aborted = (self.handler.await, self.gateway.await);
    }

    /// Waits until every event that was received by now was handled, except interactions.
    pub async fn until_handled(&self) {
        // The lane is first in, first out: once the marker is handled, so is everything before it. A later marker says
        // the same.
        let marker = FIRST_MARKER + self.markers.fetch_add(1, Ordering::Relaxed);
        let Some([_, events]) = &self.lanes else { return };
        let mut handled = self.handled.clone();
        let nothing = GatewayEvent::ChannelDeleted { guild: GuildId(0), channel: ChannelId(0) };
        if events.send((marker, nothing)).await.is_ok() {
            // The lane's end is the only reason for an error, and then no event is left.
            let _ended = handled.wait_for(|number| *number >= marker).await;
        }
    }

    /// Waits until no interaction is being answered, with what follows an answer.
    pub async fn until_answered(&self) {
        // An error: the task has ended, and with it every answer.
        let mut answering = self.answering.clone();
        let _ended = answering.wait_for(|under_way| *under_way == 0).await;
    }

    /// Waits until the bot ends by itself, which happens only if it cannot continue.
    ///
    /// # Errors
    /// Why it cannot go on, and what to do.
    pub async fn until_ended(&mut self) -> anyhow::Result<()> {
        let app = self.beat.app.clone();
        tokio::select! {
            ended = &mut self.gateway => match ended {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(fatal)) => Err(fatal.into()),
                // A panic's message may quote a person; the log says where it was.
                Err(_) => anyhow::bail!("the connection to Discord panicked; the log says where"),
            },
            () = app.until_damaged() => anyhow::bail!("the database cannot be used: {}", DatabaseProblem::Damaged.advice()),
        }
    }

    /// Stops gracefully: nothing new is claimed, running work is finished, and the session is stored so that the next
    /// start resumes it.
    ///
    /// # Errors
    /// The session could not be stored; everything else is safe in the database.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        // A gateway that ended by itself was awaited already; one that ends now returns its session.
        let had_ended = self.gateway.is_finished();
        self.beat.app.stop_taking();
        self.cancel.cancel();
        self.lanes = None;
        let until = Instant::now() + SOFT_STOP;
        let ending = async {
            let saved = if had_ended { None } else { (&mut self.gateway).await.ok().and_then(Result::ok).flatten() };
            let handled = (&mut self.handler).await.ok().flatten();
            // A resumed session would not deliver again what was received but not handled.
            saved.filter(|_| handled == Some(Handled::All))
        };
        let saved = timeout_at(until, ending).await.ok().flatten();
        let keeping = async {
            match saved {
                Some(saved) => keep_session(&self.store, &saved).await,
                None => Ok(()),
            }
        };
        let finishing = async {
            self.tasks.ended().await;
            let _turn = self.beat.one_at_a_time.lock().await;
        };
        // At the same time: both may wait for a database that does not work.
        let (kept, finished) = tokio::join!(timeout_at(until, keeping), timeout_at(until, finishing));
        if finished.is_err() {
            tracing::warn!("a send was still under way at the stop: the next start looks it up");
        }
        let last = Instant::now() + CLOSE;
        let left = timeout_at(last, self.processes.leave()).await;
        let too_late = |_| {
            Err(StoreError::NotCommitted { why: self.beat.app.database_problem(), outcome: CommitOutcome::Unknown })
        };
        let noted = left.unwrap_or_else(too_late).and(kept.unwrap_or_else(too_late));
        noted.context(
            "the session could not be stored: the next start begins a new one, and catches up on missed messages",
        )?;
        // A worker that still hangs never returns its connection.
        let _closed_or_late = timeout_at(last, self.store.close()).await;
        Ok(())
    }
}
