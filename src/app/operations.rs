//! Health and counts for the operator's monitoring.

use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::clock_check::ClockState;
use crate::app::database_check::Checked;
use crate::app::{App, Result};
use crate::observe::metrics::{self, DatabaseCounts, Gateway};
use crate::ports::Clock;
use crate::store::{Beginning, DatabaseProblem};

/// Without a beat, or without progress in one, for this long, the process counts as hanging. A send takes two minutes
/// at most.
const ALIVE_FOR: TimeDelta = TimeDelta::minutes(10);
/// How long after two missed beats the bot counts as not ready: a beat may wait for the database.
const BEAT_GRACE: TimeDelta = TimeDelta::seconds(60);

/// Whether the bot can do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It can.
    Ready,
    /// Another process holds the gateway; this one runs sends, and takes over if the other fails.
    StandBy,
    /// The database does not answer or refuses writes, with the reason if known.
    NoDatabase(Option<DatabaseProblem>),
    /// The database was made new and empty under a bot that ran before, and no server is set up in it.
    NoPast,
    /// Discord refuses the token, although the gateway may still be connected.
    TokenRefused,
    /// The gateway delivers no events.
    NoGateway,
    /// The clock is not right, so nothing is closed, skipped or purged.
    WrongClock(ClockState),
    /// The token is another bot's, which is in none of the servers.
    NoServer,
    /// What is due is not looked for: no beat has ended since then.
    NoBeat(DateTime<Utc>),
}

/// When something happened last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// By [`Clock::elapsed`], which no one sets.
    elapsed: TimeDelta,
    /// By the clock, for people.
    at: DateTime<Utc>,
}

impl Moment {
    /// The present one.
    pub(super) fn now(clock: &dyn Clock) -> Self {
        Self { elapsed: clock.elapsed(), at: clock.now() }
    }
}

/// Which process holds the gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GatewayHolder {
    /// This process.
    Here,
    /// Another process or none; this one takes over when it can.
    Elsewhere,
}

impl App {
    /// Records which process holds the gateway.
    pub fn set_gateway_held(&self, holder: GatewayHolder) {
        self.parts.stands_by.store(holder == GatewayHolder::Elsewhere, Ordering::Relaxed);
    }

    /// Records progress: due sends were queried, or one was settled.
    pub(super) fn record_progress(&self) {
        self.parts.progress.fetch_add(1, Ordering::Relaxed);
        self.record(&self.parts.last_progress);
    }

    /// How often there was progress so far.
    #[must_use]
    pub fn progress(&self) -> u64 {
        self.parts.progress.load(Ordering::Relaxed)
    }

    /// Records that a beat has ended, well or not.
    pub fn record_beat(&self) {
        metrics::last_beat(self.record(&self.parts.last_beat).at);
    }

    fn record(&self, last: &Mutex<Moment>) -> Moment {
        let now = Moment::now(&*self.parts.clock);
        *last.lock().unwrap_or_else(PoisonError::into_inner) = now;
        now
    }

    /// Since when the process hangs: no beat has ended for long, or a beat makes no progress. The start counts as a
    /// beat.
    #[must_use]
    pub fn hangs_since(&self) -> Option<DateTime<Utc>> {
        self.longer_ago(&self.parts.last_beat, ALIVE_FOR)
            .or_else(|| self.longer_ago(&self.parts.last_progress, ALIVE_FOR))
    }

    /// When it was, if that is so long ago.
    fn longer_ago(&self, last: &Mutex<Moment>, ago: TimeDelta) -> Option<DateTime<Utc>> {
        let last = *last.lock().unwrap_or_else(PoisonError::into_inner);
        (self.parts.clock.elapsed() - last.elapsed >= ago).then_some(last.at)
    }

    /// Whether the database takes what a thank-you needs. It is known within two seconds.
    pub async fn database_works(&self) -> bool {
        !matches!(self.check_database().await, Checked::Fails(_))
    }

    /// Whether the database was made new and empty under a bot that ran before: a server that is not set up in it may have
    /// been set up in another one.
    pub async fn began_again(&self) -> Result<bool> {
        Ok(self.store().beginning().await? == Beginning::Again)
    }

    /// Whether the bot can work now. It is known within two seconds, whatever the database does.
    pub async fn readiness(&self) -> Readiness {
        match self.check_database().await {
            Checked::Works => {}
            Checked::LacksItsPast => return Readiness::NoPast,
            Checked::Fails(problem) => return Readiness::NoDatabase(problem),
        }
        let heartbeat = TimeDelta::seconds(self.config().dispatch.heartbeat_s.into());
        if let Some(since) = self.longer_ago(&self.parts.last_beat, heartbeat * 2 + BEAT_GRACE) {
            return Readiness::NoBeat(since);
        }
        if self.parts.token_refused.load(Ordering::Relaxed) {
            return Readiness::TokenRefused;
        }
        let clock = self.clock_state();
        if clock != ClockState::Right {
            return Readiness::WrongClock(clock);
        }
        if self.has_no_server() {
            return Readiness::NoServer;
        }
        match (self.parts.stands_by.load(Ordering::Relaxed), self.parts.connected.load(Ordering::Relaxed)) {
            (true, _) => Readiness::StandBy,
            (false, true) => Readiness::Ready,
            (false, false) => Readiness::NoGateway,
        }
    }

    /// Counts for the metrics.
    pub async fn database_counts(&self) -> Result<DatabaseCounts> {
        let now = self.now();
        let counted = self.store().operator_counts(now).await?;
        let seconds = |since: DateTime<Utc>| (now - since).max(TimeDelta::zero()).as_seconds_f64();
        Ok(DatabaseCounts {
            waiting: counted.waiting.into_iter().map(|(kind, count, since)| (kind, count, seconds(since))).collect(),
            digests: counted.digests,
            servers: counted.servers,
            collecting: counted.collecting,
        })
    }

    /// Records whether Discord refuses the token, and says so when that changes.
    pub fn set_token_refused(&self, refused: bool) {
        let before = self.parts.token_refused.swap(refused, Ordering::Relaxed);
        if refused && !before {
            tracing::error!(
                "Discord refuses the token (401), although it took it before: it was reset, or the bot was deleted. Set the \
                 new DISCORD_TOKEN and start again; until then nothing is sent"
            );
        } else if before && !refused {
            tracing::info!("Discord takes the token again");
        }
    }

    /// Whether Discord refuses the token, as far as is known.
    #[must_use]
    pub fn is_token_refused(&self) -> bool {
        self.parts.token_refused.load(Ordering::Relaxed)
    }

    /// Records whether the gateway delivers events.
    pub fn set_gateway_state(&self, is: Gateway) {
        metrics::gateway(is);
        self.parts.connected.store(is != Gateway::Down, Ordering::Relaxed);
    }
}
