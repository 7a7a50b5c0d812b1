//! What follows when a send fails.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::dispatch::Attempt;
use crate::app::{App, Result};
use crate::ports::SendError;
use crate::store::sends::SendRecord;
use crate::store::settle::Outcome;
use domain::retry;
use domain::send::{Report, SendKey, SendState, Task};

impl App {
    /// Decides the outcome, and whether to report it.
    pub(super) async fn after_failure(
        &self,
        send: &SendRecord,
        error: SendError,
        now: DateTime<Utc>,
    ) -> Result<Attempt> {
        let failed = |code| Outcome::Over { state: SendState::Failed, code: Some(code) };
        let key = send.key.clone();
        let is_over = match &send.task {
            Task::Breathe { .. } | Task::Digest { .. } | Task::Invite { .. } | Task::PostThanks { .. } => {
                let window = self.store().campaign(send.guild, send.year).await?;
                window.is_none_or(|campaign| campaign.closes_at <= now)
            }
            _ => false,
        };
        Ok(match error {
            SendError::RateLimited { .. } | SendError::NotSent => Attempt::Settled(again(send, error, false, now)),
            SendError::Uncertain => Attempt::Settled(again(send, error, !send.task.kind().is_repeatable(), now)),
            // An admin can choose another channel; then it is sent there.
            SendError::Gone { code }
                if matches!(send.task, Task::Post { .. } | Task::PostThanks { .. }) && !is_over =>
            {
                self.refused(send, code, now).await?
            }
            SendError::Gone { code } | SendError::Malformed { code } => match &send.task {
                // The message it refers to was deleted: there is nothing left to do.
                Task::React { .. }
                | Task::Mark { .. }
                | Task::AskConsent { .. }
                | Task::AskWhom { .. }
                | Task::AskToSave { .. } => {
                    Attempt::Settled(Outcome::Over { state: SendState::Dropped, code: Some(code) })
                }
                // Copies to a boss are private to the manager: the desk shows the result, and no report goes to the
                // admins.
                Task::Copy { .. }
                | Task::CopyTrouble { .. }
                | Task::Report { .. }
                | Task::NominationAnswer { .. }
                | Task::Unpost { .. } => Attempt::Settled(failed(code)),
                Task::PostThanks { .. } => {
                    Attempt::Reported(failed(code), Report::Failed { key: self.shared_key(send, code).await?, code })
                }
                _ => Attempt::Reported(failed(code), Report::Failed { key, code }),
            },
            SendError::Forbidden { code } => match &send.task {
                Task::Breathe { manager } | Task::Digest { manager, .. } | Task::Invite { manager, .. } => {
                    let report = Report::ClosedMessages { manager: *manager, key };
                    let at = now + retry::CLOSED_MESSAGES;
                    if is_over || send.until.is_some_and(|until| until <= at) {
                        Attempt::Reported(failed(code), report)
                    } else {
                        Attempt::Reported(Outcome::Again { at, uncertain: false, code: Some(code) }, report)
                    }
                }
                // The question is also asked by /cmad mine, which shows that the message was found, too.
                Task::React { .. }
                | Task::Mark { .. }
                | Task::Unmark { .. }
                | Task::AskConsent { .. }
                | Task::AskWhom { .. }
                | Task::AskToSave { .. }
                | Task::Copy { .. }
                | Task::CopyTrouble { .. }
                | Task::NominationAnswer { .. }
                | Task::Report { .. } => Attempt::Settled(failed(code)),
                Task::PostThanks { .. } if is_over => {
                    Attempt::Reported(failed(code), Report::Failed { key: self.shared_key(send, code).await?, code })
                }
                // Deletions are retried forever: until someone grants the permission, the words stay visible.
                _ => self.refused(send, code, now).await?,
            },
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
        let channel = match &send.task {
            Task::PostThanks { .. } => self.server(send.guild).await?.map(|server| server.channel),
            Task::Unpost { channel, .. } => Some(*channel),
            _ => None,
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
