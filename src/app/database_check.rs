//! The check of the database that `/readyz` waits for: one at a time, however often it is asked, and never for longer than
//! [`ASKED_WITHIN`], whatever the database does.

use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::app::{App, Result};
use crate::store::{DatabaseProblem, Room};

/// How long `/readyz` waits for the database; it answers within two seconds.
const ASKED_WITHIN: Duration = Duration::from_millis(1500);
/// How often to check, at most, whether the database accepts writes.
const PROBE_EVERY: TimeDelta = TimeDelta::seconds(10);
/// How often to check, at most, whether it has room for what a thank-you needs, as long as nothing has failed.
const ROOM_EVERY: TimeDelta = TimeDelta::seconds(60);

/// The state of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Checked {
    /// It takes what a thank-you needs.
    Works,
    /// It is new and empty, and the bot ran with another one before.
    LacksItsPast,
    /// It does not, with the reason if known.
    Fails(Option<DatabaseProblem>),
}

/// How far a check has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// The database has not answered yet.
    Asking,
    /// It answers; whether it takes writes is not known yet.
    Answers,
    Done(Checked),
}

/// The check that is under way, or the last one.
#[derive(Default)]
pub(super) struct DatabaseCheck(Mutex<Option<watch::Receiver<Progress>>>);

impl App {
    /// The state of the database, within [`ASKED_WITHIN`]. A check that takes longer goes on, and is not begun again meanwhile.
    pub(super) async fn check_database(&self) -> Checked {
        let mut progress = self.database_check();
        let done = progress.wait_for(|progress| matches!(progress, Progress::Done(_)));
        let waited = tokio::time::timeout(ASKED_WITHIN, done).await.map(|done| done.map(|done| *done));
        let progress = match waited {
            Ok(Ok(done)) => done,
            // It panicked, which the log says.
            Ok(Err(_)) => Progress::Done(Checked::Fails(None)),
            Err(_) => *progress.borrow(),
        };
        match progress {
            Progress::Done(checked) => checked,
            // It was known before why.
            Progress::Asking => Checked::Fails(self.database_problem().or(Some(DatabaseProblem::Away))),
            Progress::Answers => Checked::Fails(self.database_problem().or(Some(DatabaseProblem::Locked))),
        }
    }

    /// The check that is under way; begins one if there is none.
    fn database_check(&self) -> watch::Receiver<Progress> {
        let mut current = self.parts.database_check.0.lock().unwrap_or_else(PoisonError::into_inner);
        let under_way = current.clone().filter(|one| {
            // A sender that is gone has panicked, or has said what it found.
            one.has_changed().is_ok() && !matches!(*one.borrow(), Progress::Done(_))
        });
        if let Some(under_way) = under_way {
            return under_way;
        }
        let (tell, progress) = watch::channel(Progress::Asking);
        let app = self.clone();
        tokio::spawn(async move {
            let checked = match app.try_database(&tell).await {
                Ok(checked) => checked,
                Err(error) => {
                    app.log_store_error(&error, "/readyz says so");
                    app.parts.probed_ms.store(app.now().timestamp_millis(), Ordering::Relaxed);
                    Checked::Fails(error.problem())
                }
            };
            tell.send_replace(Progress::Done(checked));
        });
        *current = Some(progress.clone());
        progress
    }

    /// Whether the database works. An answer from it is not enough: with a full disk it still answers queries.
    async fn try_database(&self, tell: &watch::Sender<Progress>) -> Result<Checked> {
        let now = self.now();
        let within = |last_ms: i64, every: TimeDelta| {
            DateTime::<Utc>::from_timestamp_millis(last_ms).is_some_and(|at| (at..at + every).contains(&now))
        };
        let is_known = within(self.parts.probed_ms.load(Ordering::Relaxed), PROBE_EVERY);
        let problem = self.database_problem();
        if is_known && problem.is_some() {
            return Ok(Checked::Fails(problem));
        }
        self.store().check_place().await?;
        self.store().ping().await?;
        tell.send_replace(Progress::Answers);
        if !is_known {
            let has_room = within(self.parts.room_ms.load(Ordering::Relaxed), ROOM_EVERY) && problem.is_none();
            self.store().probe(now, if has_room { Room::ForANote } else { Room::ForThanks }).await?;
            if !has_room {
                self.parts.room_ms.store(now.timestamp_millis(), Ordering::Relaxed);
            }
            self.mark_healthy();
            self.parts.probed_ms.store(now.timestamp_millis(), Ordering::Relaxed);
        }
        Ok(if self.store().lacks_its_past().await? { Checked::LacksItsPast } else { Checked::Works })
    }
}
