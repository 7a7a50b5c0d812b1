//! What follows when a send fails.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::dispatch::Attempt;
use crate::app::{App, Result};
use crate::ports::SendError;
use crate::store::sends::SendRecord;
use crate::store::settle::Outcome;
use domain::retry;
use domain::send::{AfterRefusal, Report, SendKey, SendState, Task};

impl App {
    /// Decides the outcome, and whether to report it.
    pub(super) async fn after_failure(
        &self,
        send: &SendRecord,
        error: SendError,
        now: DateTime<Utc>,
    ) -> Result<Attempt> {
        let kind = send.task.kind();
        let (code, follows) = match error {
            SendError::RateLimited { .. } | SendError::NotSent => {
                return Ok(Attempt::Settled(again(send, error, false, now)));
            }
            SendError::Uncertain => return Ok(Attempt::Settled(again(send, error, !kind.is_repeatable(), now))),
            SendError::Gone { code } => (code, send.task.when_gone()),
            SendError::Malformed { code } => (code, send.task.when_malformed()),
            SendError::Forbidden { code } => (code, send.task.when_forbidden()),
        };
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
            AfterRefusal::ClosedMessages(manager) => {
                let at = now + retry::CLOSED_MESSAGES;
                let outcome = if is_over || send.until.is_some_and(|until| until <= at) {
                    over(SendState::Failed)
                } else {
                    Outcome::Again { at, uncertain: false, code: Some(code) }
                };
                Attempt::Reported(outcome, Report::ClosedMessages { manager, key: send.key.clone() })
            }
        })
    }

    /// A person has to change something first: retries it and reports it to the admins.
    async fn refused(&self, send: &SendRecord, code: u32, now: DateTime<Utc>) -> Result<Attempt> {
        let at = now + retry::permission(send.attempts);
        let key = self.shared_key(send, code).await?;
        let outcome = Outcome::Again { at, uncertain: false, code: Some(code) };
        Ok(Attempt::Reported(outcome, Report::Refused { key, code }))
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

/// Retries it: when Discord says so, otherwise after a growing delay.
pub(super) fn again(send: &SendRecord, error: SendError, uncertain: bool, now: DateTime<Utc>) -> Outcome {
    let wait = match error {
        SendError::RateLimited { retry_after_ms } => {
            TimeDelta::milliseconds(i64::try_from(retry_after_ms).unwrap_or(i64::MAX).clamp(100, 3_600_000))
        }
        _ => retry::backoff(send.attempts),
    };
    Outcome::Again { at: now + wait, uncertain, code: None }
}
