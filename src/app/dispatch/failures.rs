//! What follows when a send fails.

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

use crate::app::dispatch::Attempt;
use crate::app::mailing::UNMADE;
use crate::app::{App, Result};
use crate::ports::{QUARANTINED, SendError};
use crate::store::sends::SendRecord;
use crate::store::settle::Outcome;
use domain::retry;
use domain::send::{AfterRefusal, HeldBy, Report, Route, SendKey, SendState, Task};

/// The shortest and the longest wait for Discord's limit, in milliseconds: an hour is as long as it asks for, and a
/// mistaken number must not keep a send for ever.
const SHORTEST_WAIT_MS: i64 = 100;
const LONGEST_WAIT_MS: i64 = 3_600_000;

impl App {
    /// Decides the outcome, and whether to report it.
    pub(super) async fn after_failure(
        &self,
        send: &SendRecord,
        error: SendError,
        now: DateTime<Utc>,
    ) -> Result<Attempt> {
        let kind = send.task.kind();
        if let Task::PostThanks { thanks, .. } = send.task
            && matches!(error, SendError::Gone { .. } | SendError::Forbidden { .. })
            && self.store().thanks(thanks).await?.is_some_and(|thanks| thanks.post_in.is_some())
        {
            self.store().post_in_campaign_channel(thanks).await?;
            return Ok(Attempt::Settled(Outcome::Again { at: now, uncertain: false, held: None }));
        }
        let (code, follows) = match error {
            SendError::RateLimited { .. } | SendError::NotSent => {
                return Ok(Attempt::Settled(self.again(send, error, false, now)));
            }
            SendError::Passing { code } => return self.passing(send, code, now).await,
            SendError::NoPrivateMessages { code, retry_after_ms } => {
                return Ok(held(send, code, now + millis(retry_after_ms)));
            }
            SendError::Uncertain => return Ok(Attempt::Settled(self.again(send, error, !kind.is_repeatable(), now))),
            SendError::Gone { code } => (code, send.task.when_gone()),
            SendError::Malformed { code } => (code, send.task.when_malformed()),
            SendError::Forbidden { code } => (code, send.task.when_forbidden()),
            SendError::ClosedMessages { code } => (code, send.task.when_closed()),
        };
        if matches!(error, SendError::Malformed { .. }) && matches!(follows, AfterRefusal::Drop | AfterRefusal::Fail) {
            tracing::error!(key = %send.key, code, "Discord refused a send as malformed: it is given up, and no one is told");
        }
        let is_over = kind.ends_with_window() && {
            let window = self.store().campaign(send.guild, send.year).await?;
            window.is_none_or(|campaign| campaign.closes_at <= now)
        };
        let over = |state| Outcome::Over { state, code: Some(code) };
        Ok(match follows {
            AfterRefusal::Drop => Attempt::Settled(over(SendState::Dropped)),
            AfterRefusal::Fail => Attempt::Settled(over(SendState::Failed)),
            AfterRefusal::Retry if !is_over => self.refused(send, code, now).await?,
            AfterRefusal::Retry | AfterRefusal::Report => {
                let key = self.shared_key(send, code).await?;
                Attempt::Reported(over(SendState::Failed), Report::Failed { key, code })
            }
            AfterRefusal::Quietly => Attempt::Settled(if now - send.due < retry::QUIETLY_FOR {
                let (at, held) = (now + retry::CLOSED_MESSAGES, Some(HeldBy::Refused(code)));
                Outcome::Again { at, uncertain: false, held }
            } else {
                over(SendState::Failed)
            }),
            AfterRefusal::ClosedMessages(manager) => {
                let at = now + retry::CLOSED_MESSAGES;
                let outcome = if is_over || send.until.is_some_and(|until| until <= at) {
                    over(SendState::Failed)
                } else {
                    Outcome::Again { at, uncertain: false, held: Some(HeldBy::Refused(code)) }
                };
                Attempt::Reported(outcome, Report::ClosedMessages { manager, key: send.key.clone() })
            }
        })
    }

    /// A person has to change something first: retries it and reports it to the admins.
    async fn refused(&self, send: &SendRecord, code: u32, now: DateTime<Utc>) -> Result<Attempt> {
        let at = now + retry::permission(send.attempts);
        let key = self.shared_key(send, code).await?;
        let outcome = Outcome::Again { at, uncertain: false, held: Some(HeldBy::Refused(code)) };
        Ok(Attempt::Reported(outcome, Report::Refused { key, code }))
    }

    /// It passes by itself: tries it again soon, and reports it to the admins only once it has lasted.
    async fn passing(&self, send: &SendRecord, code: u32, now: DateTime<Utc>) -> Result<Attempt> {
        let (at, held) = (now + retry::passing(send.attempts), Some(HeldBy::Refused(code)));
        let outcome = Outcome::Again { at, uncertain: false, held };
        if send.attempts < retry::PASSING_IS_TOLD_FROM || send.task.when_forbidden() != AfterRefusal::Retry {
            return Ok(Attempt::Settled(outcome));
        }
        let key = self.shared_key(send, code).await?;
        Ok(Attempt::Reported(outcome, Report::Refused { key, code }))
    }

    /// Retries it: when Discord's limit allows it, otherwise after a growing delay. While its route waits for the limit, no
    /// send of it is claimed.
    pub(super) fn again(&self, send: &SendRecord, error: SendError, uncertain: bool, now: DateTime<Utc>) -> Outcome {
        let held = match error {
            SendError::RateLimited { retry_after_ms } => {
                let wait = i64::try_from(retry_after_ms).unwrap_or(i64::MAX).clamp(SHORTEST_WAIT_MS, LONGEST_WAIT_MS);
                let route = Route::of(send.guild, &send.task);
                let at = self.parts.sharing.close(route, TimeDelta::milliseconds(wait), (now, Instant::now()));
                return Outcome::Waits { at, uncertain };
            }
            // A look-up may be refused too.
            SendError::Passing { code }
            | SendError::NoPrivateMessages { code, .. }
            | SendError::Gone { code }
            | SendError::Malformed { code }
            | SendError::Forbidden { code }
            | SendError::ClosedMessages { code } => HeldBy::Refused(code),
            SendError::NotSent | SendError::Uncertain => HeldBy::NoAnswer,
        };
        Outcome::Again { at: now + retry::backoff(send.attempts), uncertain, held: Some(held) }
    }

    /// The key for a report. What blocks one thank-you blocks all of them in that channel, and is reported only once.
    async fn shared_key(&self, send: &SendRecord, code: u32) -> Result<SendKey> {
        let channel = if let Task::Unpost { channel, .. } = &send.task {
            Some(*channel)
        } else if matches!(send.task, Task::PostThanks { .. }) {
            self.server(send.guild).await?.map(|server| server.channel)
        } else {
            None
        };
        Ok(match channel {
            Some(channel) => send.key.of_all_in(channel, code),
            None => send.key.clone(),
        })
    }
}

/// Each try of it ended the process. The person who runs it finds out from the log, the admins from a report, and the
/// manager from a note if it is their copy: a boss is no one else's affair.
pub(super) fn lost(send: &SendRecord, state: SendState) -> Attempt {
    tracing::error!(
        key = %send.key,
        lost = send.lost,
        "each try of this send ended the program, so it is given up: give the program more memory, or report a bug in cmad"
    );
    match send.task {
        Task::Copy { .. } => {
            let code = (state == SendState::Failed).then_some(UNMADE);
            Attempt::Settled(Outcome::Over { state, code })
        }
        _ if send.task.is_no_admins_affair() => Attempt::Settled(Outcome::Over { state, code: None }),
        _ => Attempt::Reported(Outcome::Over { state, code: None }, Report::Lost { key: send.key.clone() }),
    }
}

/// The bot may write to no one privately until then. The admins hear of a quarantine, once, and of what is given up for
/// another reason; a report that is held itself reports nothing.
fn held(send: &SendRecord, code: u32, at: DateTime<Utc>) -> Attempt {
    let is_over = send.until.is_some_and(|until| until <= at);
    let outcome = if is_over {
        Outcome::Over { state: SendState::Failed, code: Some(code) }
    } else {
        Outcome::Again { at, uncertain: false, held: Some(HeldBy::Refused(code)) }
    };
    match send.task {
        Task::Report { .. } => Attempt::Settled(outcome),
        _ if code == QUARANTINED => Attempt::Reported(outcome, Report::Quarantined),
        _ if is_over => Attempt::Reported(outcome, Report::Failed { key: send.key.clone(), code }),
        _ => Attempt::Settled(outcome),
    }
}

fn millis(ms: u64) -> TimeDelta {
    i64::try_from(ms).ok().and_then(TimeDelta::try_milliseconds).unwrap_or(TimeDelta::days(1))
}
